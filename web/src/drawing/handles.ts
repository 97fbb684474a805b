/** Points of a sketch that a person drags, and what dragging each of them does. */

import { arcBetween, endOf, middleOf, sweepThrough } from "../program/arc";
import { tidy } from "../program/length";
import type { Point, Program } from "../program/operation";
import { withOperation } from "../program/operation";
import { distance, moveVertex, type PlacedCurve, type Sketch, vertices } from "../program/sketch";

/** A point to drag. */
export interface Handle {
  readonly key: string;
  readonly kind: "vertex" | "middle" | "center" | "rim";
  readonly label: string;
  readonly point: Point;
  /** The program with the point elsewhere; null where the geometry has none. */
  move(program: Program, to: Point): Program | null;
}

/** Vertices first, then arcs' middles, circles' centres and rims. */
export function handles(sketch: Sketch): Handle[] {
  const corners = vertices(sketch.curves).flatMap(({ point, ends: [end] }, at): Handle[] =>
    end === undefined
      ? []
      : [
          {
            key: `vertex ${end.index} ${end.end}`,
            kind: "vertex",
            label: `Corner ${at + 1}`,
            point,
            move: (program, to) => moveVertex(program, end, to),
          },
        ],
  );
  return [...corners, ...sketch.curves.flatMap(curveHandles)];
}

function curveHandles({ index, curve }: PlacedCurve): Handle[] {
  switch (curve.op) {
    case "add_line":
      return [];
    case "add_arc": {
      const end = endOf(curve) ?? curve.start;
      const move = (program: Program, to: Point): Program | null => {
        const sweep = tidy(sweepThrough(curve.start, end, to));
        const arc = arcBetween(curve.start, end, sweep);
        return arc && withOperation(program, index, arc);
      };
      const name = `middle ${index}`;
      return [
        { key: name, kind: "middle", label: "Middle of an arc", point: middleOf(curve), move },
      ];
    }
    case "add_circle": {
      const { center, radius } = curve;
      const rim: Point = [center[0] + radius, center[1]];
      return [
        {
          key: `center ${index}`,
          kind: "center",
          label: "Centre of a circle",
          point: center,
          move: (program, to) => withOperation(program, index, { ...curve, center: to }),
        },
        {
          key: `rim ${index}`,
          kind: "rim",
          label: "Rim of a circle",
          point: rim,
          move: (program, to) => {
            const next = tidy(distance(center, to));
            return next > 0 ? withOperation(program, index, { ...curve, radius: next }) : null;
          },
        },
      ];
    }
  }
}
