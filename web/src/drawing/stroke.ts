/** A shape on its way: the points that were clicked, and the one under the pointer. */

import { SAME_POINT } from "../program/crossings";
import type { Curve, Point } from "../program/operation";
import { distance } from "../program/sketch";
import type { Measure, Shape } from "./shapes";
import type { Snapped } from "./snap";

export class Stroke {
  private points: Point[] = [];
  private under: Point | null = null;
  /** Where a chain began. */
  private first: Point | null = null;
  private readonly typed = new Map<string, number>();

  constructor(
    readonly shape: Shape,
    public sides: number,
  ) {}

  /** Whether a point was clicked. */
  get isBegun(): boolean {
    return this.points.length > 0;
  }

  /** What to do next. */
  get hint(): string {
    return this.shape.hints[this.points.length] ?? "";
  }

  /** All points, the one under the pointer last. */
  get all(): Point[] {
    return this.under === null ? this.points : [...this.points, this.under];
  }

  /** The curves so far. */
  get curves(): Curve[] {
    return this.shape.curves(this.all, this.sides);
  }

  /** Numbers of the point under the pointer. */
  get measures(): readonly Measure[] {
    return this.isBegun && this.under !== null ? this.shape.measures(this.all) : [];
  }

  /**
   * The pointer goes to a point. Where it takes nothing that is there, sizes are whole steps.
   *
   * @param pointer Where it is exactly.
   */
  hover({ point, name }: Snapped, pointer: Point, step: number): void {
    const isLoose = name === "grid" || name === "aligned";
    const sized = isLoose ? this.shape.rounded?.([...this.points, pointer], step) : null;
    this.under = sized ?? point;
    this.applyTyped();
  }

  /** A number was typed: it holds for this point, whatever the pointer says. */
  type(measure: Measure, value: number): void {
    this.typed.set(measure.label, value);
    this.applyTyped();
  }

  /** Takes the point under the pointer; the curves of a shape that is whole now. */
  take(): Curve[] {
    const { under } = this;
    const before = this.points.at(-1);
    if (under === null) {
      return [];
    }
    if (before !== undefined && distance(before, under) <= SAME_POINT) {
      this.cancel();
      return [];
    }
    this.points.push(under);
    this.first ??= under;
    this.typed.clear();
    if (this.points.length < this.shape.hints.length) {
      return [];
    }
    const curves = this.shape.curves(this.points, this.sides);
    const isClosed = distance(this.first, under) <= SAME_POINT;
    if (this.shape.isChained && !isClosed) {
      this.points = [under];
    } else {
      this.cancel();
    }
    return curves;
  }

  /** Forgets what was clicked; says whether there was something. */
  cancel(): boolean {
    const { isBegun } = this;
    this.points = [];
    this.first = null;
    this.typed.clear();
    return isBegun;
  }

  private applyTyped(): void {
    for (const measure of this.measures) {
      const value = this.typed.get(measure.label);
      if (value !== undefined) {
        this.under = measure.with(this.all, value);
      }
    }
  }
}
