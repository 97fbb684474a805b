/** Making a part by hand: every act is one edit of the text, which undo takes back. */

import { copies, type PatternKind, shapeAround, withCopies } from "../drawing/copies";
import type { ShapeName } from "../drawing/shapes";
import { lastFeature, type Stamp, stamped, stampedAgain, stampOf } from "../drawing/stamp";
import {
  curvesIn,
  extrudeOf,
  featureOf,
  inserted,
  moved,
  placeOfNextCurve,
  without,
} from "../program/features";
import type { Curve, Plane, Point, Program } from "../program/operation";
import { isCurve } from "../program/operation";
import { profilesOf } from "../program/profiles";
import type { Tool } from "./state";
import type { Workbench } from "./workbench";

export class Making {
  /** Text of the feature that was copied. */
  private copiedText: string | null = null;

  constructor(private readonly workbench: Workbench) {
    workbench.store.listen(({ program, sketching }) => {
      // Undo, or another part: the open sketch is not there any more.
      if (sketching !== null && program?.operations[sketching]?.op !== "add_sketch") {
        workbench.store.update({ sketching: null, tool: null });
      }
    });
  }

  /** Starts a part of which nothing is there. */
  begin(): void {
    this.workbench.open("", "part");
    this.take({ kind: "plane" });
  }

  /** Takes a tool, or none. */
  take(tool: Tool | null): void {
    this.workbench.store.update({ tool });
  }

  /** Takes a shape to draw in the open sketch; without one a place for a new sketch is asked for. */
  draw(shape: ShapeName): void {
    const { sketching } = this.workbench.store.state;
    this.take(sketching === null ? { kind: "plane" } : { kind: "draw", shape });
  }

  /** Opens a new sketch on a plane. */
  sketchOn(plane: Plane): void {
    const { program } = this.workbench.store.state;
    const at = program?.operations.length ?? 0;
    this.workbench.rearrange((now) => inserted(now, at, [{ op: "add_sketch", plane }]), {
      sketching: at,
      selected: at,
      tool: { kind: "draw", shape: "line" },
    });
  }

  /** Opens the sketch to which an operation belongs. */
  openSketch(index: number): void {
    const { program } = this.workbench.store.state;
    if (program !== null && program.operations.length > 0) {
      const sketching = featureOf(program, index).from;
      this.workbench.store.update({ sketching, selected: index, tool: null });
    }
  }

  /** Adds curves to the open sketch. */
  add(curves: readonly Curve[]): void {
    const { program, sketching } = this.workbench.store.state;
    if (program === null || sketching === null || curves.length === 0) {
      return;
    }
    const at = placeOfNextCurve(program, featureOf(program, sketching));
    const selected = at + curves.length - 1;
    this.workbench.rearrange((now) => inserted(now, at, curves), { selected });
  }

  /** Puts copies of the chosen curve's shape into its sketch. */
  pattern(kind: PatternKind, to: Point, count: number): void {
    const { program, selected } = this.workbench.store.state;
    const originals = program === null ? [] : chosenShape(program, selected);
    if (program !== null && originals.length > 0) {
      const curves = originals.map((index) => program.operations[index]).filter(isCurve);
      const made = copies(kind, curves, to, count);
      this.workbench.rearrange((now) => withCopies(now, originals, made));
    }
  }

  /** Closes the open sketch; one without curves goes. */
  closeSketch(): void {
    const { program, sketching } = this.workbench.store.state;
    if (program === null || sketching === null) {
      return;
    }
    const closed = { sketching: null, tool: null };
    if (curvesIn(program, featureOf(program, sketching)).length === 0) {
      this.workbench.rearrange((now) => without(now, sketching), { ...closed, selected: null });
    } else {
      this.workbench.store.update({ ...closed, selected: sketching });
      this.workbench.show();
    }
  }

  /** Extrudes the sketch to which the chosen operation belongs, by a depth that suits its size. */
  extrude(): void {
    const { program, sketching, selected } = this.workbench.store.state;
    const index = sketching ?? selected;
    if (program === null || index === null) {
      return;
    }
    const feature = featureOf(program, index);
    const curves = curvesIn(program, feature).map(([, curve]) => curve);
    const profiles = profilesOf(curves);
    if (profiles.length === 0) {
      this.workbench.tell("The sketch encloses nothing yet: its curves must form a closed loop.");
      return;
    }
    const area = Math.max(...profiles.map(({ outer }) => outer.area));
    const isFirst = !program.operations.slice(0, feature.to).some(({ op }) => op === "add_extrude");
    const extrude = extrudeOf(curves, roundDepth(Math.sqrt(area) / 3), isFirst ? "new" : "join");
    this.workbench.rearrange((now) => inserted(now, feature.to, [extrude]), {
      sketching: null,
      tool: null,
      selected: feature.to,
    });
  }

  /** Deletes an operation, with what makes no sense without it. */
  remove(index: number): void {
    const { sketching } = this.workbench.store.state;
    const selected = sketching !== null && index > sketching ? sketching : null;
    this.workbench.rearrange((program) => without(program, index), { selected });
  }

  /** Moves an operation a place up or down. */
  move(index: number, by: -1 | 1): void {
    const { program } = this.workbench.store.state;
    const steps = program && moved(program, index, by);
    if (!steps) {
      this.workbench.tell(`This step is the ${by < 0 ? "first" : "last"} of its kind here.`);
    } else {
      const selected = steps.findIndex(({ from }) => from === index);
      this.workbench.rearrange(() => steps, { selected });
    }
  }

  /** Copies the feature to which an operation belongs; says its text, for the clipboard. */
  copy(index: number): string | null {
    const { history, program } = this.workbench.store.state;
    const read = history?.present.read ?? null;
    if (program === null || read === null) {
      return null;
    }
    const { from, to } = featureOf(program, index);
    const copied = stampOf(program, index);
    this.workbench.store.update({ copied });
    this.workbench.tell("Copied the feature: paste it on a face or a plane.");
    const [first, last] = [read.statements[from], read.statements[to - 1]];
    this.copiedText = first && last ? `${read.text.slice(first.from, last.to)}\n` : null;
    return this.copiedText;
  }

  /** Whether a program that is pasted, or the clipboard without one, means the feature copied here. */
  isCopied(text: string | null): boolean {
    const isSame = text === null || text.trim() === this.copiedText?.trim();
    return this.workbench.store.state.copied !== null && isSame;
  }

  /** Puts a stamp on a plane, as a feature of its own. */
  stamp(plane: Plane, at: Point, stamp: Stamp): void {
    if (this.workbench.rearrange((program) => stamped(program, plane, at, stamp))) {
      this.selectLast();
    }
  }

  /** Puts one more of the same holes beside those of the last feature. */
  stampAgain(at: Point, stamp: Stamp): void {
    const steps = (program: Program) => {
      const last = lastFeature(program);
      return last && stampedAgain(program, last.from, at, stamp);
    };
    if (this.workbench.rearrange(steps)) {
      this.selectLast();
    }
  }

  /** One step back out: the tool, then the open sketch. Says whether there was one. */
  leave(): boolean {
    const { tool, sketching } = this.workbench.store.state;
    if (tool !== null) {
      this.take(null);
    } else if (sketching !== null) {
      this.closeSketch();
    }
    return tool !== null || sketching !== null;
  }

  private selectLast(): void {
    const { program } = this.workbench.store.state;
    this.workbench.select((program?.operations.length ?? 0) - 1);
  }
}

/** The curves that hang together with the chosen one. */
export function chosenShape(program: Program, selected: number | null): number[] {
  return selected !== null && isCurve(program.operations[selected])
    ? shapeAround(program, selected)
    : [];
}

/** The next lower of 1, 2 and 5 times a power of ten. */
function roundDepth(length: number): number {
  const power = 10 ** Math.floor(Math.log10(length));
  const factor = [5, 2, 1].find((one) => one * power <= length) ?? 1;
  return Number((factor * power).toPrecision(1));
}
