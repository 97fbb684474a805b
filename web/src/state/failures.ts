/** What went wrong, and what to do again once the server answers. */

import type { FaultBody } from "../server/answers";
import { isAbort, Refusal, Unreachable } from "../server/client";
import type { Problem, Store } from "./state";

/** Formats by the names that people know, where the server says those of its command line. */
const FORMATS: Readonly<Record<string, string>> = {
  text: "Sim-Gallery text (.cad, .txt)",
  json: "cadseq JSON",
  "fusion-gallery": "Fusion 360 Gallery JSON",
  deepcad: "DeepCAD JSON",
  "deepcad-vector": "DeepCAD vectors (.npy, .csv)",
  "deepcad-h5": "DeepCAD vectors in HDF5",
  text2cad: "Text2CAD JSON",
};

/**
 * The server's message in the page's words: steps for operations and curves, counted as the timeline
 * counts them, and formats by their names. `operation` is where the fault is.
 */
export function inWords(message: string, operation?: number): string {
  const steps = message
    .replace(/^operation (\d+)/i, "Step $1")
    .replace(/\boperation (\d+)/g, "step $1");
  const curves =
    operation === undefined
      ? steps
      : steps.replace(/\bcurve (\d+)(?! of sketch)/g, (_, curve) => {
          return `step ${operation + 2 + Number(curve)}`;
        });
  return curves.replace(
    /(formats that are read are|say which it is:) ([a-z0-9, -]+)/,
    (_, words, names) => `${words} ${named(names)}`,
  );
}

function named(names: string): string {
  return names
    .split(", ")
    .map((name) => FORMATS[name] ?? name)
    .join(", ");
}

/** Whether the server did not answer, or was busy: the same may go well later. */
export function isUnanswered(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof Refusal && error.status === 503);
}

export class Failures {
  /** One act of each kind. */
  private readonly acts = new Map<Problem["of"], () => void>();

  constructor(private readonly store: Store) {}

  /**
   * Says what went wrong; `again` is offered where the server did not answer, or was busy.
   *
   * @param hasPlace Whether lines are those of the text on show.
   */
  add(of: Problem["of"], error: unknown, again: () => void, hasPlace = true): void {
    if (isAbort(error)) {
      return;
    }
    const canRetry = isUnanswered(error);
    if (canRetry) {
      this.acts.set(of, again);
    }
    const told: Partial<FaultBody> = error instanceof Refusal ? error.fault : {};
    const { line, ...rest } = told;
    const fault = hasPlace && line !== undefined ? { ...rest, line } : rest;
    const said = error instanceof Error ? error.message : String(error);
    const message = inWords(said, fault.operation);
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
