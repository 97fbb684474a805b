/** What a person can do: every change of the state goes through here. */

import { record, redo, settle, startHistory, undo } from "../program/history";
import type { Program } from "../program/operation";
import { printProgram } from "../program/text";
import type { Build } from "../server/answers";
import type { Client, Source } from "../server/client";
import { Latest } from "../server/latest";
import { Failures } from "./failures";
import { Pictures } from "./pictures";
import { saveProgram } from "./saved";
import type { Store } from "./state";

/** A program to build. */
interface BuildRequest {
  readonly source: Source;
  /**
   * What the answer does: show the solid of a known program, or open the program of a text. A visit
   * leaves what the browser keeps as it is until something is edited.
   */
  readonly purpose: "show" | "open" | "visit" | "text";
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

  readonly failures: Failures;
  readonly pictures: Pictures;

  constructor(
    readonly store: Store,
    private readonly client: Client,
  ) {
    this.failures = new Failures(store);
    const open = (text: string, name: string): void => this.open(text, name);
    this.pictures = new Pictures(store, client, this.failures, open);
  }

  /** Opens a program by its text, as one step that can be undone. */
  open(text: string, name: string): void {
    clearTimeout(this.typing);
    this.store.update({ text, name, problem: null });
    this.ask({ source: { text }, purpose: "open", since: performance.now() });
  }

  /** Opens a program that came in a link. */
  visit(text: string): void {
    this.store.update({ text, name: "linked part", problem: null });
    this.ask({ source: { text }, purpose: "visit", since: performance.now() });
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

  /** Opens a file of a program, ours or another tool's. */
  async openFile(file: File): Promise<void> {
    try {
      const { text, notes } = await this.client.import(file, file.name);
      this.open(text, file.name.replace(/\.[^.]*$/, "") || "part");
      this.tell([`Opened ${file.name}.`, ...notes].join(" "));
    } catch (error) {
      this.failures.add("file", error, () => void this.openFile(file));
    }
  }

  /** Puts everything away; the program stays in the browser until another one is opened. */
  close(): void {
    clearTimeout(this.typing);
    this.builds.cancel();
    this.pictures.clear();
    this.store.update({
      history: null,
      text: "",
      build: null,
      problem: null,
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
    const text = printProgram(program);
    saveProgram({ text, name: this.store.state.name });
    this.store.update({
      text,
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
      this.failures.add(of, error, () => this.ask({ ...request, since: performance.now() }));
    }
  }

  /** Shows the solid, and opens its program where it is a new one. */
  private accept({ purpose, source, since }: BuildRequest, build: Build): void {
    if (purpose === "text" && "text" in source && source.text !== this.store.state.text) {
      // An edit has overtaken what was typed.
      return;
    }
    this.failures.forget("build", "text");
    if (purpose === "show") {
      this.store.update({ build, problem: null });
      performance.measure("edit-to-mesh", { start: since, end: performance.now() });
    } else {
      this.openBuilt(purpose, build);
    }
    this.store.update({ editMillis: performance.now() - since });
  }

  /** Takes up a program that came as text. */
  private openBuilt(purpose: "open" | "visit" | "text", build: Build): void {
    const { state } = this.store;
    const { program } = build;
    const isTyped = purpose === "text";
    const text = isTyped ? state.text : build.text;
    const selected = isTyped ? within(state.selected, program) : lastExtrude(program);
    this.store.update({ build, problem: null, history: this.recorded(program), text, selected });
    if (!isTyped) {
      // Edits of the program before that still wait are out of date.
      this.builds.forget();
      this.store.update({ opened: state.opened + 1 });
    }
    if (purpose !== "visit") {
      saveProgram({ text, name: state.name });
    }
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
