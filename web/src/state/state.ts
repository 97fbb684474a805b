/** All that the page shows, as one value. */

import type { PatternKind } from "../drawing/copies";
import type { ShapeName } from "../drawing/shapes";
import type { Stamp } from "../drawing/stamp";
import type { History } from "../program/history";
import type { LengthUnit } from "../program/length";
import type { Program } from "../program/operation";
import type { Build, FaultBody } from "../server/answers";
import { savedUnit } from "./saved";
import { type PictureUse, programOf, type Version } from "./version";

/** What is wrong now. `line` and `column` count in the text, `operation` in the program. */
export interface Problem extends FaultBody {
  /** What was tried. */
  readonly of: "build" | "text" | "picture" | "file" | "link" | "parts";
  /** Whether trying again may help: the server did not answer, or is busy. */
  readonly canRetry: boolean;
}

/** A picture on its way to becoming a part. */
export interface Attempt {
  readonly name: string;
  readonly content: Blob;
  readonly address: string;
  /** Whether the server reads it; else it can be cropped and turned. */
  readonly isReading: boolean;
  /** Why it was refused; null where it was not. */
  readonly refusal: string | null;
}

/** A file that waits for its turn. */
export interface QueuedFile {
  readonly id: string;
  /** Files of a lower place are read first. */
  readonly place: number;
  readonly file: File;
  readonly address: string;
  readonly isReading: boolean;
  /** Why it was refused; null where it was not. */
  readonly refusal: string | null;
}

/** What follows from the present version. */
interface Present {
  /** The text as it stands in the editor; it may be ahead of the program, or wrong. */
  readonly text: string;
  /** Name of the part, for files. */
  readonly name: string;
  /** The program that steps and sketch show; null where the text has never been one. */
  readonly program: Program | null;
  readonly picture: PictureUse | null;
}

/** What the pointer does in the solid, beyond choosing what it is on. */
export type Tool =
  /** Choose where a new sketch lies. */
  | { readonly kind: "plane" }
  /** Draw in the open sketch. */
  | { readonly kind: "draw"; readonly shape: ShapeName }
  /** Put copies of the chosen curve's shape into the open sketch. */
  | { readonly kind: "pattern"; readonly pattern: PatternKind }
  /** Put a hole on a face. */
  | { readonly kind: "hole" }
  /** Put the copied feature on a face. */
  | { readonly kind: "paste" };

export interface State extends Present {
  /** The part with its past and future; null before anything is open. */
  readonly history: History<Version> | null;
  /** The latest solid; after a problem, the one before it. */
  readonly build: Build | null;
  /** What the solid was built from. */
  readonly built: { readonly part: string; readonly text: string } | null;
  readonly problem: Problem | null;
  readonly attempt: Attempt | null;
  /** Files that are read one after the other. */
  readonly queue: readonly QueuedFile[];
  /** Operation whose parameters are shown. */
  readonly selected: number | null;
  /** The sketch that is open for drawing, by its place in the program. */
  readonly sketching: number | null;
  readonly tool: Tool | null;
  /** The feature that was copied last. */
  readonly copied: Stamp | null;
  /** Operations that made the face under the pointer. */
  readonly hovered: readonly number[];
  /** How many programs have been opened; edits do not count. */
  readonly opened: number;
  /** In which lengths are shown. */
  readonly unit: LengthUnit;
  /** The latest news, for screen readers and the status line. */
  readonly news: string;
  /** Milliseconds from the last edit to its solid. */
  readonly editMillis: number | null;
}

/** What can be changed: the rest follows. */
export type Change = Partial<Omit<State, keyof Present>>;

const NOTHING: Present = { text: "", name: "part", program: null, picture: null };

export const EMPTY: State = {
  ...NOTHING,
  history: null,
  build: null,
  built: null,
  problem: null,
  attempt: null,
  queue: [],
  selected: null,
  sketching: null,
  tool: null,
  copied: null,
  hovered: [],
  opened: 0,
  unit: savedUnit(),
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

  update(change: Change): void {
    const before = this.current;
    const follows = change.history === undefined ? {} : present(change.history);
    this.current = { ...before, ...change, ...follows };
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

function present(history: History<Version> | null): Present {
  if (history === null) {
    return NOTHING;
  }
  const { text, name, picture } = history.present;
  return { text, name, picture, program: programOf(history.present) };
}
