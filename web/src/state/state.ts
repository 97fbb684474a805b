/** All that the page shows, as one value. */

import type { History } from "../program/history";
import type { Program } from "../program/operation";
import type { Build, Candidate, FaultBody, PictureCamera } from "../server/answers";

/** What is wrong now. `line` and `column` count in the text, `operation` in the program. */
export interface Problem extends FaultBody {
  /** What was tried. */
  readonly of: "build" | "text" | "picture" | "file" | "link";
  /** Whether trying again may help: the server did not answer, or is busy. */
  readonly canRetry: boolean;
}

/** A picture with what it may show. */
export interface Picture {
  /** An object address of the picture. */
  readonly address: string;
  readonly name: string;
  /** Without it the picture is being read. */
  readonly reading: Reading | null;
}

/** The programs that a picture may show. */
export interface Reading {
  readonly confidence: number;
  readonly camera: PictureCamera;
  readonly candidates: readonly Candidate[];
  /** Which candidate was taken last. */
  readonly taken: number;
}

export interface State {
  /** The program with its past and future; null before anything is open. */
  readonly history: History<Program> | null;
  /** The text as it stands in the editor; it may be ahead of the program, or wrong. */
  readonly text: string;
  /** The latest solid; after a problem, the one before it. */
  readonly build: Build | null;
  readonly problem: Problem | null;
  readonly picture: Picture | null;
  /** Operation whose parameters are shown. */
  readonly selected: number | null;
  /** Operations that made the face under the pointer. */
  readonly hovered: readonly number[];
  /** How many programs have been opened; edits do not count. */
  readonly opened: number;
  /** Name of the part, for files. */
  readonly name: string;
  /** The latest news, for screen readers and the status line. */
  readonly news: string;
  /** Milliseconds from the last edit to its solid. */
  readonly editMillis: number | null;
}

export const EMPTY: State = {
  history: null,
  text: "",
  build: null,
  problem: null,
  picture: null,
  selected: null,
  hovered: [],
  opened: 0,
  name: "part",
  news: "",
  editMillis: null,
};

/** Holds the state and tells who listens. */
export class Store {
  private current = EMPTY;
  private readonly listeners: ((state: State, before: State) => void)[] = [];

  get state(): State {
    return this.current;
  }

  update(change: Partial<State>): void {
    const before = this.current;
    this.current = { ...before, ...change };
    for (const listener of this.listeners) {
      listener(this.current, before);
    }
  }

  listen(listener: (state: State, before: State) => void): void {
    this.listeners.push(listener);
  }

  /** Listens for changes of these parts of the state, and is told of their present value. */
  watch(keys: readonly (keyof State)[], listener: (state: State) => void): void {
    listener(this.current);
    this.listen((state, before) => {
      if (keys.some((key) => state[key] !== before[key])) {
        listener(state);
      }
    });
  }
}

/** The program that is open. */
export function programOf(state: State): Program | null {
  return state.history?.present ?? null;
}
