/** What a person can do: every change of the state goes through here. */

import { type History, record, redo, settle, startHistory, undo } from "../program/history";
import type { Program } from "../program/operation";
import { carriedOver, rewritten } from "../program/rewrite";
import { scaled } from "../program/scale";
import { statementsOf } from "../program/syntax";
import type { Build } from "../server/answers";
import { type Client, isAbort } from "../server/client";
import { Latest } from "../server/latest";
import { Failures } from "./failures";
import { Pictures } from "./pictures";
import type { Problem, Store } from "./state";
import { isUnfinished, newPart, picturesIn, solidText, type Version, withText } from "./version";

/** A version to build. */
interface BuildRequest {
  readonly version: Version;
  /** What the person changed. */
  readonly of: "build" | "text";
  /** When the person acted. */
  readonly since: number;
}

/** How long a build may take before a later edit overtakes it. */
const PATIENCE_MILLIS = 250;

/** How long typing must rest before the text is built. */
const TYPING_MILLIS = 200;

/** How long typing must rest for what follows to be a step of its own. */
const BURST_MILLIS = 1500;

/** The longest program file that is opened as it is; the language's own limit. */
const MAX_TEXT_BYTES = 4 * 1024 * 1024;

export class Workbench {
  private readonly builds = new Latest<BuildRequest>(
    (request, signal) => this.runBuild(request, signal),
    PATIENCE_MILLIS,
  );
  private typing: ReturnType<typeof setTimeout> | undefined;
  private typedLast = 0;

  readonly failures: Failures;
  readonly pictures: Pictures;

  constructor(
    readonly store: Store,
    private readonly client: Client,
  ) {
    this.failures = new Failures(store);
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

  /** Changes the program; edits of one gesture are one step back. */
  edit(program: Program, gesture: string | null): void {
    const next = this.edited(program);
    if (next !== null) {
      this.step(next, gesture);
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

  /** Tells everyone, those who listen instead of look included. */
  tell(news: string): void {
    this.store.update({ news });
  }

  /** Opens a file: our text as it is, another tool's as the server reads it. */
  async openFile(file: File): Promise<void> {
    const name = file.name.replace(/\.[^.]*$/, "") || "part";
    try {
      if (/\.(cad|txt)$/i.test(file.name) && file.size <= MAX_TEXT_BYTES) {
        this.open(await file.text(), name);
        this.tell(`Opened ${file.name}.`);
        return;
      }
      const { text, notes } = await this.client.import(file, file.name);
      this.open(text, name);
      this.tell([`Opened ${file.name}.`, ...notes].join(" "));
    } catch (error) {
      this.failures.add("file", error, () => void this.openFile(file));
    }
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
      builtText: null,
      problem: null,
      selected: null,
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
    return this.store.state.builtText;
  }

  /** Goes on to another part, or to another program of the same one. */
  private go(version: Version): void {
    const { history } = this.store.state;
    this.start(history === null ? startHistory(version) : record(history, version, null));
  }

  private start(history: History<Version>): void {
    this.builds.forget();
    this.failures.forget("build", "text");
    const { read } = history.present;
    const selected = read && lastExtrude(read.program);
    const opened = this.store.state.opened + 1;
    this.store.update({ history, problem: null, selected });
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

  private step(next: Version, gesture: string | null): void {
    const { history } = this.store.state;
    if (history !== null && next !== history.present) {
      this.store.update({ history: record(history, next, gesture) });
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
  private show(): void {
    this.build("build", performance.now());
  }

  private build(of: BuildRequest["of"], since: number): void {
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

  private async runBuild(request: BuildRequest, signal: AbortSignal): Promise<void> {
    const { version } = request;
    const text = solidText(version);
    let of: Problem["of"] = request.of;
    try {
      if (text !== this.store.state.builtText) {
        this.accept(request, text, await this.client.build({ text }, signal));
      }
      if (isUnfinished(version)) {
        // The solid is that of the last program; this says what is wrong with the text.
        of = "text";
        this.accept(request, version.text, await this.client.build({ text: version.text }, signal));
      }
      this.failures.forget("build", "text");
      if (this.isPresent(version)) {
        this.store.update({ problem: null });
      }
    } catch (error) {
      this.refuse(version, of, error);
    }
  }

  /** Shows the solid of a text, unless another part is open by now. */
  private accept({ version, since }: BuildRequest, text: string, build: Build): void {
    const { history, builtText } = this.store.state;
    if (history === null || history.present.part !== version.part) {
      return;
    }
    const isEdit = isOfPart(history, version.part, builtText);
    if (history.present.text === text && history.present.read?.text !== text) {
      // The server reads what the page does not.
      const read = { text, program: build.program, statements: statementsOf(text) };
      this.store.update({ history: { ...history, present: { ...history.present, read } } });
    }
    this.store.update({ build, builtText: text });
    if (isEdit) {
      performance.measure("edit-to-mesh", { start: since, end: performance.now() });
    }
    this.store.update({ editMillis: performance.now() - since });
  }

  /** Says why there is no solid. That of another part does not stay. */
  private refuse(version: Version, of: Problem["of"], error: unknown): void {
    const { history, builtText } = this.store.state;
    if (isAbort(error) || history === null || history.present.part !== version.part) {
      return;
    }
    if (!isOfPart(history, version.part, builtText)) {
      this.store.update({ build: null, builtText: null, editMillis: null });
    }
    const hasPlace = this.isPresent(version) && (of === "text" || !isUnfinished(version));
    this.failures.add(of, error, () => this.show(), hasPlace);
  }

  private isPresent({ part, text }: Version): boolean {
    const present = this.store.state.history?.present;
    return present?.part === part && present.text === text;
  }
}

/** The version with another program, in place in its text; null where the text has no place for it. */
function edited(version: Version, program: Program): Version | null {
  const { text, read } = version;
  if (read === null || program === read.program) {
    return version;
  }
  const next = rewritten(read, program);
  const draft = isUnfinished(version) ? carriedOver(text, read, program) : next.text;
  return draft === null ? null : { ...version, text: draft, read: next };
}

/** Whether a text was one of a part's. */
function isOfPart(history: History<Version>, part: string, text: string | null): boolean {
  const all = [...history.past, history.present, ...history.future];
  return all.some((version) => version.part === part && solidText(version) === text);
}

/** The operation that most people change first. */
function lastExtrude(program: Program): number | null {
  const found = program.operations.findLastIndex((operation) => operation.op === "add_extrude");
  return found < 0 ? null : found;
}
