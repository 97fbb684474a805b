/** A sheet of paper: sketch coordinates on pixels, y up, with a grid. */

import type { Point } from "../program/operation";

/** A place on the sheet in pixels, y down. */
export interface SheetPoint {
  readonly x: number;
  readonly y: number;
}

/** Free space around the curves, in pixels. */
const MARGIN_PX = 26;

/** Least distance of grid lines. */
const GRID_PX = 14;

export class Sheet {
  private readonly center: Point;
  private readonly pixelsPerUnit: number;

  /** Shows all of these points. */
  constructor(
    points: readonly Point[],
    private readonly width: number,
    private readonly height: number,
  ) {
    const [left, right] = extremes(points.map(([x]) => x));
    const [bottom, top] = extremes(points.map(([, y]) => y));
    this.center = [(left + right) / 2, (bottom + top) / 2];
    const across = (width - 2 * MARGIN_PX) / Math.max(right - left, 1e-3);
    const upward = (height - 2 * MARGIN_PX) / Math.max(top - bottom, 1e-3);
    this.pixelsPerUnit = Math.max(Math.min(across, upward), 1e-6);
  }

  /** Where a point of the sketch is. */
  place([x, y]: Point): SheetPoint {
    return {
      x: this.width / 2 + (x - this.center[0]) * this.pixelsPerUnit,
      y: this.height / 2 - (y - this.center[1]) * this.pixelsPerUnit,
    };
  }

  /** The point of the sketch at a place. */
  point({ x, y }: SheetPoint): Point {
    return [
      this.center[0] + (x - this.width / 2) / this.pixelsPerUnit,
      this.center[1] - (y - this.height / 2) / this.pixelsPerUnit,
    ];
  }

  /** A point that a pointer can mean: in decimal steps of about a pixel. */
  rounded([x, y]: Point): Point {
    const digits = Math.round(Math.log10(this.pixelsPerUnit));
    const steps = 10 ** digits;
    return [Math.round(x * steps) / steps, Math.round(y * steps) / steps];
  }

  /** Distance of grid lines in model units: 1, 2 or 5 times a power of ten. */
  get gridUnits(): number {
    const least = GRID_PX / this.pixelsPerUnit;
    const magnitude = 10 ** Math.floor(Math.log10(least));
    return ([1, 2, 5, 10].find((step) => step * magnitude >= least) ?? 10) * magnitude;
  }

  path(points: readonly Point[]): string {
    return points
      .map((point, at) => {
        const { x, y } = this.place(point);
        return `${at === 0 ? "M" : "L"}${x.toFixed(2)} ${y.toFixed(2)}`;
      })
      .join("");
  }

  gridPath(): string {
    const step = this.gridUnits;
    const [left, top] = this.point({ x: 0, y: 0 });
    const [right, bottom] = this.point({ x: this.width, y: this.height });
    const upright = multiples(left, right, step).map((x) => this.place([x, 0]).x);
    const level = multiples(bottom, top, step).map((y) => this.place([0, y]).y);
    return [
      ...upright.map((x) => `M${x.toFixed(1)} 0V${this.height}`),
      ...level.map((y) => `M0 ${y.toFixed(1)}H${this.width}`),
    ].join("");
  }

  axesPath(): string {
    const { x, y } = this.place([0, 0]);
    return `M${x.toFixed(1)} 0V${this.height}M0 ${y.toFixed(1)}H${this.width}`;
  }
}

function extremes(values: readonly number[]): [number, number] {
  return values.length === 0 ? [-1, 1] : [Math.min(...values), Math.max(...values)];
}

function multiples(from: number, to: number, step: number): number[] {
  const [first, last] = [Math.ceil(from / step), Math.floor(to / step)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => (first + at) * step);
}
