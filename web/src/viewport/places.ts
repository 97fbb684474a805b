/** Planes to put things on: the plane faces of the solid, and the three origin planes. */

import { Vector3 } from "three";
import { centerThrough } from "../drawing/circle";
import {
  frameOfFace,
  frameOfPlane,
  inSketch,
  inWorld,
  planeOfFace,
  vertexOf,
} from "../drawing/frames";
import type { Mark } from "../drawing/snap";
import { ORIGIN_PLANES, type OriginPlane, type Plane, type Point } from "../program/operation";
import type { Build, Frame } from "../server/answers";
import { Paper } from "./paper";
import type { Part } from "./part";
import type { Picker } from "./picker";
import type { CanvasPoint } from "./sight";
import type { Stage } from "./stage";

/** A plane under the pointer. */
export interface Place {
  readonly plane: Plane;
  readonly paper: Paper;
  /** The point of it under the pointer. */
  readonly point: Point;
  /** Which face it is; null for an origin plane. */
  readonly face: number | null;
}

/** A square of an origin plane, as it is seen. */
export interface Square {
  readonly plane: OriginPlane;
  readonly corners: readonly CanvasPoint[];
}

/** Points nearer to a plane than this lie on it. */
const ON_PLANE = 1e-4;

export class Places {
  constructor(
    private readonly stage: Stage,
    private readonly part: Part,
    private readonly picker: Picker,
  ) {}

  paper(frame: Frame): Paper {
    return new Paper(frame, this.stage.camera, this.stage.canvas);
  }

  /** The plane face under the pointer. */
  face(at: CanvasPoint, build: Build): Place | null {
    const hit = this.picker.place(at);
    const frame = hit && frameOfFace(build.mesh, hit.face);
    if (hit === null || frame === null) {
      return null;
    }
    const { x, y, z } = hit.point;
    const plane = planeOfFace(build.program, build.mesh, hit.face, [x, y, z]);
    return {
      plane,
      paper: this.paper(frame),
      point: inSketch(frame, [x, y, z])[0],
      face: hit.face,
    };
  }

  /** The origin plane whose square is under the pointer, the nearest to the eye. */
  origin(at: CanvasPoint): Place | null {
    const half = this.halfSquare;
    const found = ORIGIN_PLANES.flatMap((plane) => {
      const paper = this.originPaper(plane);
      const point = paper?.point(at) ?? null;
      const isIn = point !== null && Math.max(...point.map(Math.abs)) <= half;
      return paper && isIn ? [{ plane, paper, point, face: null }] : [];
    });
    const away = ({ paper, point }: Place): number =>
      new Vector3(...inWorld(point, paper.frame)).distanceTo(this.stage.camera.position);
    return found.sort((one, other) => away(one) - away(other))[0] ?? null;
  }

  /** The squares of the origin planes. */
  squares(): Square[] {
    const half = this.halfSquare;
    return ORIGIN_PLANES.flatMap((plane) => {
      const paper = this.originPaper(plane);
      const corners: Point[] = [
        [-half, -half],
        [half, -half],
        [half, half],
        [-half, half],
      ];
      return paper ? [{ plane, corners: corners.map((corner) => paper.place(corner)) }] : [];
    });
  }

  /** Corners of the solid that lie on a plane, and the centres of round edges there. */
  marks({ frame }: Paper): Mark[] {
    const { mesh } = this.part;
    const pointAt = (index: number): Point | null => {
      const [point, height] = inSketch(frame, vertexOf(mesh, index));
      return Math.abs(height) < ON_PLANE ? point : null;
    };
    return mesh.edges.flatMap((edge): Mark[] => {
      const points = edge.map(pointAt).filter((point) => point !== null);
      if (points.length < edge.length) {
        return [];
      }
      const center = centerOf(points);
      const ends = [points[0], points.at(-1)].filter((point) => point !== undefined);
      return [
        ...(center ? [{ name: "centre", point: center } as const] : []),
        ...ends.map((point) => ({ name: "corner", point }) as const),
      ];
    });
  }

  private originPaper(plane: OriginPlane): Paper | null {
    const frame = frameOfPlane(plane, null);
    return frame && this.paper(frame);
  }

  private get halfSquare(): number {
    return 0.55 * this.stage.radius;
  }
}

/** The centre of a circle through points; null where they lie on none. */
function centerOf(points: readonly Point[]): Point | null {
  const third = Math.floor(points.length / 3);
  const [a, b, c] = [points[0], points[third], points[2 * third]];
  if (points.length < 6 || a === undefined || b === undefined || c === undefined) {
    return null;
  }
  const center = centerThrough(a, b, c);
  if (center === null) {
    return null;
  }
  const radius = Math.hypot(a[0] - center[0], a[1] - center[1]);
  const isRound = points.every(
    ([x, y]) => Math.abs(Math.hypot(x - center[0], y - center[1]) - radius) < 1e-4 * radius,
  );
  return isRound ? [clean(center[0]), clean(center[1])] : null;
}

/** Without the noise of a mesh's arithmetic. */
function clean(value: number): number {
  return Number(value.toFixed(6)) + 0;
}
