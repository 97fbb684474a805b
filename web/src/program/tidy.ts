/** Round numbers and relations that a program nearly has: a reading is only so exact. */

import { arcBetween, endOf } from "./arc";
import { decimal, MM_PER_UNIT } from "./length";
import { type Extent, type Operation, type Point, type Program, withOperation } from "./operation";
import { type Parameter, parameters } from "./parameters";
import { distance, moveVertex, sketches, vertices } from "./sketch";

/** A change that makes a program rounder. */
export interface Proposal {
  /** What it is about, and from what to what. */
  readonly title: string;
  /** How far anything moves, in model units. */
  readonly moves: number;
  /** The program with the change; null where the geometry has none. */
  apply(program: Program): Program | null;
}

/** Steps of round lengths in millimetres, the roundest first. */
const STEPS_MM = [10, 5, 2, 1, 0.5, 0.2, 0.1];

const STEPS_DEG = [90, 45, 30, 15, 5, 1];

/** How far a sweep may be from a round one, in degrees. */
const MAX_TURN_DEG = 1.5;

/** What would make a program rounder, where nothing moves by more than a length in model units. */
export function proposals(program: Program, reach: number): Proposal[] {
  const mm = reach * MM_PER_UNIT;
  const equal = equalCircles(program, reach);
  const grouped = new Set(equal.flatMap(({ members }) => members));
  return [
    ...equal,
    ...roundCorners(program, mm),
    ...program.operations.flatMap((operation, index) =>
      ofOperation(program, operation, index, mm, grouped.has(index)),
    ),
  ];
}

/** What a value is off without meaning it, as a share of the reach. */
const NOISE_SHARE = 0.1;

/**
 * The round value near one that is least likely by chance: its distance is the smallest share of its step. Null
 * where the value is round already, or none is near.
 */
export function roundNear(value: number, reach: number, steps = STEPS_MM): number | null {
  const near = steps
    .map((step) => {
      const round = Number((Math.round(value / step) * step).toFixed(6)) + 0;
      const off = Math.abs(round - value);
      return { round, off, chance: (off + NOISE_SHARE * reach) / step };
    })
    .filter(({ off }) => off < reach);
  const [best] = near.toSorted((one, other) => one.chance - other.chance);
  return best === undefined || best.off < 1e-6 ? null : best.round;
}

interface EqualCircles extends Proposal {
  readonly members: readonly number[];
}

/** Circles whose radii are nearly the same become equal, and round. */
function equalCircles(program: Program, reach: number): EqualCircles[] {
  const circles = program.operations
    .flatMap((operation, index) =>
      operation.op === "add_circle" ? [{ index, radius: operation.radius }] : [],
    )
    .sort((one, other) => one.radius - other.radius);
  const groups: (typeof circles)[] = [];
  for (const circle of circles) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group && first && circle.radius - first.radius < reach) {
      group.push(circle);
    } else {
      groups.push([circle]);
    }
  }
  return groups.flatMap((group) => {
    const mean = group.reduce((sum, { radius }) => sum + radius, 0) / group.length;
    // Diameters are what is round.
    const round = roundNear(2 * mean * MM_PER_UNIT, 2 * reach * MM_PER_UNIT);
    const radius = round === null || round <= 0 ? mean : round / 2 / MM_PER_UNIT;
    const moves = Math.max(...group.map((circle) => Math.abs(circle.radius - radius)));
    if (group.length < 2 || moves < 1e-9) {
      return [];
    }
    const members = group.map(({ index }) => index);
    const steps = members.map((index) => index + 1).join(", ");
    const title = `Circles ${steps}: diameters equal, ${decimal(2 * radius * MM_PER_UNIT)} mm`;
    const apply = (now: Program): Program =>
      members.reduce((next, index) => withRadius(next, index, radius), now);
    return [{ title, moves, members, apply }];
  });
}

function withRadius(program: Program, index: number, radius: number): Program {
  const operation = program.operations[index];
  return operation?.op === "add_circle"
    ? withOperation(program, index, { ...operation, radius })
    : program;
}

/** Corners on round places; what meets there goes along. */
function roundCorners(program: Program, mm: number): Proposal[] {
  return sketches(program).flatMap((sketch, number) =>
    vertices(sketch.curves).flatMap(({ point, ends: [end] }, at): Proposal[] => {
      const round = roundPoint(point, mm);
      return round === null || end === undefined
        ? []
        : [
            {
              title: `Corner ${at + 1} of sketch ${number + 1}: ${words(point)} → ${words(round)} mm`,
              moves: distance(point, round),
              apply: (now) => moveVertex(now, end, round),
            },
          ];
    }),
  );
}

function roundPoint(point: Point, mm: number): Point | null {
  const [x, y] = point.map((value) => roundNear(value * MM_PER_UNIT, mm));
  const isRound = (x ?? null) === null && (y ?? null) === null;
  return isRound
    ? null
    : [(x ?? point[0] * MM_PER_UNIT) / MM_PER_UNIT, (y ?? point[1] * MM_PER_UNIT) / MM_PER_UNIT];
}

function words(point: Point): string {
  return point.map((value) => decimal(value * MM_PER_UNIT)).join(", ");
}

function ofOperation(
  program: Program,
  operation: Operation,
  index: number,
  mm: number,
  isGrouped: boolean,
): Proposal[] {
  switch (operation.op) {
    case "add_arc":
      return roundSweep(operation, index);
    case "add_circle": {
      const keys = isGrouped ? ["center-0", "center-1"] : ["center-0", "center-1", "diameter"];
      return roundParameters(program, index, keys, mm);
    }
    case "add_extrude":
      return evenSides(operation.extent, index, mm) ?? roundParameters(program, index, DEPTHS, mm);
    default:
      return [];
  }
}

const DEPTHS = ["depth", "forward", "backward"];

function roundParameters(
  program: Program,
  index: number,
  keys: readonly string[],
  mm: number,
): Proposal[] {
  const found = (now: Program, key: string): Parameter | undefined =>
    parameters(now, index).find((one) => one.key === key);
  return keys.flatMap((key): Proposal[] => {
    const parameter = found(program, key);
    const round = parameter === undefined ? null : roundNear(parameter.value, mm);
    return parameter === undefined || round === null
      ? []
      : [
          {
            title: `Step ${index + 1}, ${parameter.label.toLowerCase()}: ${decimal(parameter.value)} → ${decimal(round)} mm`,
            moves: Math.abs(round - parameter.value) / MM_PER_UNIT,
            apply: (now) => found(now, key)?.set(now, round) ?? null,
          },
        ];
  });
}

/** An extrude that goes nearly as far to both sides is symmetric; null where it is not. */
function evenSides(extent: Extent, index: number, mm: number): Proposal[] | null {
  if (!("two_sides" in extent)) {
    return null;
  }
  const { forward, backward } = extent.two_sides;
  const apart = Math.abs(forward - backward);
  if (apart * MM_PER_UNIT >= mm || forward <= 0) {
    return null;
  }
  const length = (forward + backward) * MM_PER_UNIT;
  const symmetric = (roundNear(length, mm) ?? length) / MM_PER_UNIT;
  return [
    {
      title: `Step ${index + 1}: symmetric, ${decimal(symmetric * MM_PER_UNIT)} mm`,
      moves: Math.max(Math.abs(symmetric / 2 - forward), Math.abs(symmetric / 2 - backward)),
      apply: (now) => withExtent(now, index, { symmetric }),
    },
  ];
}

function withExtent(program: Program, index: number, extent: Extent): Program | null {
  const operation = program.operations[index];
  return operation?.op === "add_extrude"
    ? withOperation(program, index, { ...operation, extent })
    : null;
}

/** The sweep of an arc as a round angle; its ends stay. */
function roundSweep(arc: Operation & { op: "add_arc" }, index: number): Proposal[] {
  const sweep = roundNear(arc.sweep_deg, MAX_TURN_DEG, STEPS_DEG);
  if (sweep === null || sweep === 0) {
    return [];
  }
  const half = distance(arc.start, endOf(arc) ?? arc.start) / 2;
  const rise = (degrees: number): number => half * Math.tan((degrees / 4) * (Math.PI / 180));
  return [
    {
      title: `Step ${index + 1}, sweep: ${decimal(arc.sweep_deg)}° → ${decimal(sweep)}°`,
      moves: Math.abs(rise(sweep) - rise(arc.sweep_deg)),
      apply(now) {
        const old = now.operations[index];
        const next =
          old?.op === "add_arc" ? arcBetween(old.start, endOf(old) ?? old.start, sweep) : null;
        return next && withOperation(now, index, next);
      },
    },
  ];
}
