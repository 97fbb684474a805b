/** What a person can do: every change of the state goes through here. */

import { record, redo, settle, startHistory, undo } from "../program/history";
import type { Program } from "../program/operation";
import { printProgram } from "../program/text";
import type { Build } from "../server/answers";
import type { Client, Source } from "../server/client";
import { isAbort, Refusal, Unreachable } from "../server/client";
import { Latest } from "../server/latest";
import type { Problem, Store } from "./state";

/** A program to build. */
interface BuildRequest {
  readonly source: Source;
  /** What the answer does: show the solid of a known program, or open the program of a text. */
  readonly purpose: "show" | "open" | "text";
  /** When the person acted. */
  readonly since: number;
}

/** How long a build may take before a later edit overtakes it. */
const PATIENCE_MILLIS = 250;

/** How long typing must rest before the text is built. */
const TYPING_MILLIS = 200;

export class Workbench {
  private readonly builds = new Latest<BuildRequest>(
    (request, signal) => this.runBuild(request, signal),
    PATIENCE_MILLIS,
  );
  private typing: ReturnType<typeof setTimeout> | undefined;
  private reading: AbortController | null = null;
  /** What to do again once the server answers. */
  private failed: (() => void) | null = null;

  constructor(
    readonly store: Store,
    private readonly client: Client,
  ) {}

  /** Opens a program by its text, as one step that can be undone. */
  open(text: string, name: string): void {
    this.store.update({ text, name, problem: null });
    this.ask({ source: { text }, purpose: "open", since: performance.now() });
  }

  /** Changes the program; edits of one gesture are one step back. */
  edit(program: Program, gesture: string | null): void {
    const { history } = this.store.state;
    if (history === null || program === history.present) {
      return;
    }
    this.store.update({ history: record(history, program, gesture) });
    this.show(program);
  }

  /** Ends a gesture. */
  settle(): void {
    const { history } = this.store.state;
    if (history !== null) {
      this.store.update({ history: settle(history) });
    }
  }

  /** The text as typed so far; it is built once the typing rests. */
  type(text: string): void {
    const since = performance.now();
    this.store.update({ text });
    clearTimeout(this.typing);
    this.typing = setTimeout(() => {
      this.ask({ source: { text }, purpose: "text", since });
    }, TYPING_MILLIS);
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

  /** Tells everyone, those who listen instead of look included. */
  tell(news: string): void {
    this.store.update({ news });
  }

  /** Reads a picture; the best candidate is opened. */
  async read(picture: Blob, name: string): Promise<void> {
    this.reading?.abort();
    const reading = new AbortController();
    this.reading = reading;
    const before = this.store.state.picture;
    const address = URL.createObjectURL(picture);
    const stem = name.replace(/\.[^.]*$/, "") || "part";
    this.store.update({
      picture: { address, name, reading: null },
      problem: null,
      news: "Reading the picture.",
    });
    try {
      const found = await this.client.reconstruct(picture, reading.signal);
      release(before?.address);
      const { confidence, camera, candidates } = found;
      this.store.update({
        picture: { address, name, reading: { confidence, camera, candidates, taken: -1 } },
        news: `Read in ${Math.round(found.millis.total)} milliseconds; ${candidates.length} candidates.`,
        name: stem,
      });
      this.take(0);
    } catch (error) {
      release(address);
      this.store.update({ picture: before });
      this.fail("picture", error, () => void this.read(picture, name));
    }
  }

  /** Gives up reading a picture. */
  stopReading(): void {
    this.reading?.abort();
  }

  /** Takes one of the programs that the picture may show. */
  take(number: number): void {
    const { picture } = this.store.state;
    const candidate = picture?.reading?.candidates[number];
    if (picture?.reading && candidate !== undefined) {
      const reading = { ...picture.reading, taken: number };
      this.store.update({ picture: { ...picture, reading } });
      this.open(candidate.text, this.store.state.name);
    }
  }

  /** Reads one of the examples. */
  async readExample(address: string, name: string): Promise<void> {
    try {
      await this.read(await this.client.picture(address), `${name}.png`);
    } catch (error) {
      this.fail("picture", error, () => void this.readExample(address, name));
    }
  }

  /** Opens a file of a program, ours or another tool's. */
  async openFile(file: File): Promise<void> {
    try {
      const { text, notes } = await this.client.import(file, file.name);
      this.open(text, file.name.replace(/\.[^.]*$/, "") || "part");
      this.tell([`Opened ${file.name}.`, ...notes].join(" "));
    } catch (error) {
      this.fail("file", error, () => void this.openFile(file));
    }
  }

  /** Says what went wrong; `again` is offered where the server did not answer. */
  fail(of: Problem["of"], error: unknown, again: () => void): void {
    if (isAbort(error)) {
      return;
    }
    const isUnreachable =
      error instanceof Unreachable || (error instanceof Refusal && error.status === 503);
    const message = error instanceof Error ? error.message : String(error);
    const fault = error instanceof Refusal ? error.fault : {};
    this.failed = isUnreachable ? again : null;
    this.store.update({ problem: { ...fault, message, of, isUnreachable } });
  }

  /** Does again what failed because no server answered. */
  retry(): void {
    const again = this.failed;
    this.failed = null;
    this.dismiss();
    again?.();
  }

  dismiss(): void {
    this.store.update({ problem: null });
  }

  /** Puts everything away; the program stays in the browser until another one is opened. */
  close(): void {
    this.reading?.abort();
    this.builds.cancel();
    release(this.store.state.picture?.address);
    this.store.update({
      history: null,
      text: "",
      build: null,
      problem: null,
      picture: null,
      selected: null,
      hovered: [],
      name: "part",
    });
  }

  private travel(step: typeof undo<Program>): void {
    const { history } = this.store.state;
    if (history === null) {
      return;
    }
    const next = step(history);
    if (next !== history) {
      this.store.update({ history: next });
      this.show(next.present);
    }
  }

  private show(program: Program): void {
    clearTimeout(this.typing);
    const { selected } = this.store.state;
    const last = program.operations.length - 1;
    this.store.update({
      text: printProgram(program),
      selected: selected === null ? null : Math.min(selected, last),
    });
    this.ask({ source: { program }, purpose: "show", since: performance.now() });
  }

  private ask(request: BuildRequest): void {
    this.builds.ask(request);
  }

  private async runBuild(request: BuildRequest, signal: AbortSignal): Promise<void> {
    try {
      const build = await this.client.build(request.source, signal);
      this.accept(request, build);
    } catch (error) {
      const of = request.purpose === "text" ? "text" : "build";
      this.fail(of, error, () => this.ask({ ...request, since: performance.now() }));
    }
  }

  /** Shows the solid, and opens its program where it is a new one. */
  private accept({ purpose, since }: BuildRequest, build: Build): void {
    const { state } = this.store;
    if (purpose === "show") {
      if (state.history === null) {
        return;
      }
      this.store.update({ build, problem: null });
    } else {
      const { program } = build;
      const opened = { build, problem: null, history: this.recorded(program) };
      const selected = purpose === "open" ? lastExtrude(program) : state.selected;
      const text = purpose === "open" ? build.text : state.text;
      this.store.update({ ...opened, text, selected: within(selected, program) });
    }
    performance.measure("edit-to-mesh", { start: since, end: performance.now() });
    this.store.update({ editMillis: performance.now() - since });
  }

  private recorded(program: Program) {
    const { history } = this.store.state;
    if (history === null) {
      return startHistory(program);
    }
    const isSame = JSON.stringify(history.present) === JSON.stringify(program);
    return isSame ? history : record(history, program, null);
  }
}

/** The operation that most people change first. */
function lastExtrude(program: Program): number {
  return program.operations.findLastIndex((operation) => operation.op === "add_extrude");
}

function within(selected: number | null, program: Program): number | null {
  return selected !== null && selected < program.operations.length ? selected : null;
}

function release(address: string | undefined): void {
  if (address !== undefined) {
    URL.revokeObjectURL(address);
  }
}
