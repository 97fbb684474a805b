/** Solids of versions, one at a time: the server builds, the latest version wins. */

import { statementsOf } from "../program/syntax";
import type { Build } from "../server/answers";
import { type Client, isAbort } from "../server/client";
import { Latest } from "../server/latest";
import type { Failures } from "./failures";
import type { Problem, Store } from "./state";
import { isUnfinished, solidText, type Version } from "./version";

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

export class Builds {
  private readonly latest = new Latest<BuildRequest>(
    (request, signal) => this.run(request, signal),
    PATIENCE_MILLIS,
  );

  /** @param again Builds what is open then; for those that failed because no server answered. */
  constructor(
    private readonly store: Store,
    private readonly client: Client,
    private readonly failures: Failures,
    private readonly again: () => void,
  ) {}

  ask(request: BuildRequest): void {
    this.latest.ask(request);
  }

  /** Gives up what waits. */
  forget(): void {
    this.latest.forget();
    this.failures.forget("build", "text");
  }

  /** Gives up what waits and what is under way. */
  cancel(): void {
    this.latest.cancel();
  }

  /** Comes back once all that was asked for is built, refused or given up. */
  rest(): Promise<void> {
    return this.latest.rest();
  }

  private async run(request: BuildRequest, signal: AbortSignal): Promise<void> {
    const { version } = request;
    const text = solidText(version);
    let of: Problem["of"] = request.of;
    try {
      if (text === null) {
        this.store.update({ build: null, built: null, editMillis: null });
      } else if (text === this.store.state.built?.text) {
        this.store.update({ built: { part: version.part, text } });
      } else {
        this.accept(request, text, await this.client.build({ text }, signal));
      }
      if (this.isFaulty(version, text)) {
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

  /** Whether the text says more than what is shown, and nobody is about to say the rest. */
  private isFaulty(version: Version, shown: string | null): boolean {
    const isBlank = version.read?.statements.length === 0 && !isUnfinished(version);
    return shown !== version.text && !isBlank && this.store.state.sketching === null;
  }

  /** Shows the solid of a text, unless another part is open by now. */
  private accept({ version, since }: BuildRequest, text: string, build: Build): void {
    const { history, built } = this.store.state;
    const { part } = version;
    if (history === null || history.present.part !== part) {
      return;
    }
    if (history.present.text === text && history.present.read?.text !== text) {
      // The server reads what the page does not.
      const read = { text, program: build.program, statements: statementsOf(text) };
      this.store.update({ history: { ...history, present: { ...history.present, read } } });
    }
    this.store.update({ build, built: { part, text } });
    if (built?.part === part) {
      performance.measure("edit-to-mesh", { start: since, end: performance.now() });
    }
    this.store.update({ editMillis: performance.now() - since });
  }

  /** Says why there is no solid. That of another part does not stay. */
  private refuse(version: Version, of: Problem["of"], error: unknown): void {
    const { history, built } = this.store.state;
    if (isAbort(error) || history === null || history.present.part !== version.part) {
      return;
    }
    if (built !== null && built.part !== version.part) {
      this.store.update({ build: null, built: null, editMillis: null });
    }
    const hasPlace = this.isPresent(version) && (of === "text" || !isUnfinished(version));
    this.failures.add(of, error, this.again, hasPlace);
  }

  private isPresent({ part, text }: Version): boolean {
    const present = this.store.state.history?.present;
    return present?.part === part && present.text === text;
  }
}
