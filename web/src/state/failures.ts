/** What went wrong, and what to do again once the server answers. */

import { isAbort, Refusal, Unreachable } from "../server/client";
import type { Problem, Store } from "./state";

/** The server speaks of operations, the page of steps. */
function inSteps(message: string): string {
  return message.replace(/^operation (\d+)/i, "Step $1");
}

export class Failures {
  /** One act of each kind. */
  private readonly acts = new Map<Problem["of"], () => void>();

  constructor(private readonly store: Store) {}

  /** Says what went wrong; `again` is offered where the server did not answer, or was busy. */
  add(of: Problem["of"], error: unknown, again: () => void): void {
    if (isAbort(error)) {
      return;
    }
    const isBusy = error instanceof Refusal && error.status === 503;
    const canRetry = error instanceof Unreachable || isBusy;
    if (canRetry) {
      this.acts.set(of, again);
    }
    const message = inSteps(error instanceof Error ? error.message : String(error));
    const fault = error instanceof Refusal ? error.fault : {};
    this.store.update({ problem: { ...fault, message, of, canRetry } });
  }

  /** Forgets what cannot be wanted any more. */
  forget(...kinds: readonly Problem["of"][]): void {
    for (const of of kinds) {
      this.acts.delete(of);
    }
  }

  /** Does again all that failed because no server answered. */
  retry(): void {
    const acts = [...this.acts.values()];
    this.acts.clear();
    this.dismiss();
    for (const act of acts) {
      act();
    }
  }

  /** Takes the message away. */
  dismiss(): void {
    this.store.update({ problem: null });
  }
}
