/** What a person can do: every change of the state goes through here. */

import { frameOfSketch, planeFrame } from "../drawing/frames";
import type { Constraint } from "../program/constraints/constraint";
import { type History, record, redo, settle, startHistory, undo } from "../program/history";
import type { LengthUnit } from "../program/length";
import { constrained, renamed } from "../program/names";
import type { PlaneFrame, Program } from "../program/operation";
import type { ReadText } from "../program/read";
import { rearranged } from "../program/rearrange";
import { scaled } from "../program/scale";
import { OrderError, type Step } from "../program/steps";
import type { Client } from "../server/client";
import { Builds } from "./builds";
import { edited, keptEdit } from "./edits";
import { Failures } from "./failures";
import { nameWithoutKind, Pictures } from "./pictures";
import { saveUnit } from "./saved";
import { Seeing } from "./seeing";
import type { State, Store } from "./state";
import { isUnfinished, newPart, picturesIn, type Version, withText } from "./version";

/** How long typing must rest before the text is built. */
const TYPING_MILLIS = 200;

/** How long typing must rest for what follows to be a step of its own. */
const BURST_MILLIS = 1500;

/** The longest program file that is opened as it is; the language's own limit. */
const MAX_TEXT_BYTES = 4 * 1024 * 1024;

/** Why an edit is refused that would break what a sketch keeps. */
export const NOT_KEPT = "The relations that this sketch keeps do not allow that.";

/** What a person is at after an act. */
export type Focus = Partial<Pick<State, "selected" | "sketching" | "tool">>;

export class Workbench {
  private readonly builds: Builds;
  private typing: ReturnType<typeof setTimeout> | undefined;
  private typedLast = 0;

  readonly failures: Failures;
  readonly pictures: Pictures;
  readonly seeing: Seeing;

  constructor(
    readonly store: Store,
    private readonly client: Client,
  ) {
    this.failures = new Failures(store);
    this.seeing = new Seeing(client);
    this.builds = new Builds(store, client, this.failures, () => this.show());
    this.pictures = new Pictures(store, client, this.failures, (version) => this.go(version));
  }

  /** Opens a text as a part of its own, as one step that can be undone. */
  open(text: string, name: string): void {
    this.go(newPart(text, name));
  }

  /** Takes up a part with its past. */
  resume(history: History<Version>): void {
    this.start(history);
  }

  /**
   * Changes the program, with what its sketches keep; edits of one gesture are one step back. Says whether the
   * change could be made.
   *
   * @param sized The curve whose length or radius is set.
   */
  edit(program: Program, gesture: string | null, sized: number | null = null): boolean {
    const { history } = this.store.state;
    const whole = history && keptEdit(history.present, program, sized);
    if (history !== null && whole === null) {
      this.tell(NOT_KEPT);
    }
    const next = whole && this.edited(whole);
    if (next !== null) {
      this.step(next, gesture);
    }
    return next !== null;
  }

  /**
   * Lets operations come, go and change places, as one step back; says whether it could. Planes on
   * faces that go stay where they are.
   *
   * @param focus What is chosen and open then.
   */
  rearrange(steps: (program: Program) => readonly Step[] | null, focus: Focus = {}): boolean {
    const { history, build } = this.store.state;
    const read = history?.present.read ?? null;
    if (history === null || read === null || isUnfinished(history.present)) {
      this.tell("The text is being written; finish it there first.");
      return false;
    }
    const frameOf = (sketch: number): PlaneFrame | null => {
      const frame = frameOfSketch(read.program, sketch, build);
      return frame && planeFrame(frame);
    };
    try {
      const wanted = steps(read.program);
      const next = wanted && rearranged(read, wanted, frameOf);
      if (next === null) {
        return false;
      }
      this.step({ ...history.present, text: next.read.text, read: next.read }, null, focus);
      if (next.freed.length > 0) {
        const freed = next.freed.map((sketch) => `step ${sketch + 1}`).join(", ");
        this.tell(`What ${freed} lay on is gone: it stays where it was, on a plane of its own.`);
      }
      return true;
    } catch (error) {
      if (error instanceof OrderError) {
        this.tell(error.message);
        return false;
      }
      throw error;
    }
  }

  /** Names an operation, by the comment behind it. */
  nameStep(index: number, name: string): void {
    this.comment(`name ${index}`, (read) => renamed(read, index, name));
  }

  /** Keeps these constraints of a sketch from now on, by the comment behind it. */
  constrain(sketch: number, constraints: readonly Constraint[]): void {
    this.comment(null, (read) => constrained(read, sketch, constraints));
  }

  private comment(gesture: string | null, change: (read: ReadText) => ReadText): void {
    const { history } = this.store.state;
    const read = history?.present.read ?? null;
    if (history !== null && read !== null && !isUnfinished(history.present)) {
      const next = change(read);
      const present = { ...history.present, text: next.text, read: next };
      this.store.update({ history: record(history, present, gesture) });
      this.show();
    }
  }

  /** Makes everything larger by a factor, the picture's camera too. */
  scale(factor: number): void {
    const { program } = this.store.state;
    const next = program && this.edited(scaled(program, factor));
    if (next !== null) {
      const { picture } = next;
      this.step(
        { ...next, picture: picture && { ...picture, scale: picture.scale * factor } },
        null,
      );
    }
  }

  /** Ends a gesture. */
  settle(): void {
    const { history } = this.store.state;
    if (history !== null && history.gesture !== null) {
      this.store.update({ history: settle(history) });
    }
  }

  /** The text as typed so far; it is built once the typing rests. */
  type(text: string): void {
    const { history } = this.store.state;
    if (history === null) {
      return;
    }
    const since = performance.now();
    const base = since - this.typedLast > BURST_MILLIS ? settle(history) : history;
    this.typedLast = since;
    this.store.update({ history: record(base, withText(history.present, text), "typing") });
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.build("text", since), TYPING_MILLIS);
  }

  rename(name: string): void {
    const { history } = this.store.state;
    if (history !== null && name !== history.present.name) {
      this.store.update({ history: record(history, { ...history.present, name }, "name") });
    }
  }

  undo(): void {
    this.travel(undo);
  }

  redo(): void {
    this.travel(redo);
  }

  select(selected: number | null): void {
    this.store.update({ selected });
  }

  /** Shows lengths in a unit, from now on. */
  showIn(unit: LengthUnit): void {
    saveUnit(unit);
    this.store.update({ unit });
  }

  /** Tells everyone, those who listen instead of look included. */
  tell(news: string): void {
    this.store.update({ news });
  }

  /** Opens a file: our text as it is, another tool's as the server reads it. */
  async openFile(file: File): Promise<void> {
    try {
      const { part, notes } = await this.readFile(file);
      this.go(part);
      this.tell([`Opened ${file.name}.`, ...notes].join(" "));
    } catch (error) {
      this.failures.add("file", error, () => void this.openFile(file));
    }
  }

  /** The part in a program file, with what has to be said of it, without opening it. */
  async readFile(file: File): Promise<{ readonly part: Version; readonly notes: string[] }> {
    const name = nameWithoutKind(file.name);
    if (/\.(cad|txt)$/i.test(file.name) && file.size <= MAX_TEXT_BYTES) {
      return { part: newPart(await file.text(), name), notes: [] };
    }
    const { text, notes } = await this.client.import(file, file.name);
    return { part: newPart(text, name), notes: [...notes] };
  }

  /** Puts everything away; the part stays among those that are kept. */
  close(): void {
    clearTimeout(this.typing);
    this.builds.cancel();
    this.pictures.stop();
    const { history } = this.store.state;
    this.store.update({
      history: null,
      build: null,
      built: null,
      problem: null,
      selected: null,
      sketching: null,
      tool: null,
      hovered: [],
    });
    for (const { address } of history ? picturesIn(history) : []) {
      URL.revokeObjectURL(address);
    }
  }

  /** The text of the solid on show, once all that was changed is built or refused; null without one. */
  async solid(): Promise<string | null> {
    this.show();
    await this.builds.rest();
    return this.store.state.built?.text ?? null;
  }

  /** Goes on to another part, or to another program of the same one. */
  private go(version: Version): void {
    const { history } = this.store.state;
    this.start(history === null ? startHistory(version) : record(history, version, null));
  }

  private start(history: History<Version>): void {
    this.builds.forget();
    const { read } = history.present;
    const selected = read && lastExtrude(read.program);
    const opened = this.store.state.opened + 1;
    this.store.update({ history, problem: null, selected, sketching: null, tool: null });
    this.show();
    this.store.update({ opened });
  }

  /** The present version with another program; null, and said, where the text has no place for it. */
  private edited(program: Program): Version | null {
    const { history } = this.store.state;
    const next = history && edited(history.present, program);
    if (history !== null && next === null) {
      this.tell("This step is being written in the text; finish it there first.");
    }
    return next;
  }

  private step(next: Version, gesture: string | null, focus: Focus = {}): void {
    const { history } = this.store.state;
    if (history !== null && next !== history.present) {
      this.store.update({ history: record(history, next, gesture), ...focus });
      this.show();
    }
  }

  private travel(step: typeof undo<Version>): void {
    const { history } = this.store.state;
    const next = history && step(history);
    if (next && next !== history) {
      this.store.update({ history: next });
      this.show();
    }
  }

  /** Builds the present version at once. */
  show(): void {
    this.build("build", performance.now());
  }

  private build(of: "build" | "text", since: number): void {
    clearTimeout(this.typing);
    const { history, selected } = this.store.state;
    if (history !== null) {
      const last = (history.present.read?.program.operations.length ?? 0) - 1;
      if (selected !== null && selected > last) {
        this.store.update({ selected: last < 0 ? null : last });
      }
      this.builds.ask({ version: history.present, of, since });
    }
  }
}

/** The operation that most people change first. */
function lastExtrude(program: Program): number | null {
  const found = program.operations.findLastIndex((operation) => operation.op === "add_extrude");
  return found < 0 ? null : found;
}
