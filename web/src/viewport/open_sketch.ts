/** The sketch that is open for drawing, as it is seen: its curves and points, and what is near the pointer. */

import { type Handle, handles } from "../drawing/handles";
import { marksOf, type Snapped, snapped } from "../drawing/snap";
import { polyline } from "../program/arc";
import { curvesIn, featureOf } from "../program/features";
import type { Curve, Point, Program } from "../program/operation";
import { outermost, type Profile, profilesOf } from "../program/profiles";
import { distance, sketches } from "../program/sketch";
import type { Store } from "../state/state";
import type { Paper } from "./paper";
import type { Places } from "./places";
import { apart, type CanvasPoint } from "./sight";

/** How near, in pixels, a click must be to a point or a curve to take it. */
const REACH_PX = 9;

export class OpenSketch {
  /** The areas of a program: they are drawn at every move of the pointer. */
  private found: { readonly program: Program | null; readonly areas: readonly Profile[] } | null =
    null;

  constructor(
    private readonly store: Store,
    private readonly places: Places,
    readonly paper: Paper,
  ) {}

  /** The curves with their places in the program. */
  get curves(): readonly (readonly [number, Curve])[] {
    const { program, sketching } = this.store.state;
    return program === null || sketching === null
      ? []
      : curvesIn(program, featureOf(program, sketching));
  }

  /** The areas that an extrude would take. */
  get areas(): readonly Profile[] {
    const { program } = this.store.state;
    if (this.found?.program !== program) {
      const all = profilesOf(this.curves.map(([, curve]) => curve));
      const areas = outermost(all).flatMap((number) => all[number] ?? []);
      this.found = { program, areas };
    }
    return this.found.areas;
  }

  get handles(): Handle[] {
    const { program, sketching } = this.store.state;
    const sketch = program && sketches(program).find(({ index }) => index === sketching);
    return sketch ? handles(sketch) : [];
  }

  /**
   * The point that the pointer takes.
   *
   * @param begun Points that were clicked and are no curve yet.
   * @param moved A point that is dragged, which does not take itself.
   */
  snap(at: CanvasPoint, begun: readonly Point[], moved: Point | null): Snapped | null {
    const point = this.paper.point(at);
    if (point === null) {
      return null;
    }
    const curves = this.curves.map(([, curve]) => curve);
    const marks = [
      ...marksOf(curves),
      ...this.places.marks(this.paper),
      ...begun.map((one) => ({ name: "corner", point: one }) as const),
    ].filter((mark) => moved === null || distance(moved, mark.point) > 1e-9);
    const unitsPerPixel = this.paper.unitsPerPixel(point);
    return snapped(point, { marks, curves: moved === null ? curves : [], unitsPerPixel });
  }

  /** The point to drag that is under the pointer. */
  handleAt(at: CanvasPoint): Handle | null {
    const away = (handle: Handle): number => apart(this.paper.place(handle.point), at);
    const [best] = this.handles.sort((one, other) => away(one) - away(other));
    return best !== undefined && away(best) <= REACH_PX ? best : null;
  }

  /** The place in the program of the curve under the pointer. */
  curveAt(at: CanvasPoint): number | null {
    const point = this.paper.point(at);
    if (point === null) {
      return null;
    }
    const near = this.curves.map(([index, curve]) => ({ index, away: awayFrom(curve, point) }));
    const [best] = near.sort((one, other) => one.away - other.away);
    const reach = REACH_PX * this.paper.unitsPerPixel(point);
    return best !== undefined && best.away <= reach ? best.index : null;
  }
}

/** Distance of a point from a curve. */
function awayFrom(curve: Curve, [x, y]: Point): number {
  const points = polyline(curve);
  return Math.min(
    ...points.slice(1).map(([bx, by], at) => {
      const [ax, ay] = points[at] ?? [bx, by];
      const [ux, uy] = [bx - ax, by - ay];
      const share = ((x - ax) * ux + (y - ay) * uy) / (ux * ux + uy * uy || 1);
      const inside = Math.min(1, Math.max(0, share));
      return Math.hypot(x - ax - ux * inside, y - ay - uy * inside);
    }),
  );
}
