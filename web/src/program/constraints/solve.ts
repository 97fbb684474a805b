/**
 * Numbers that make residuals zero, as near as may be to those that are there. First a damped Gauss-Newton
 * method, whose steps are the shortest that do it: dx = -J'(JJ' + mI)^-1 r. The damping m falls with the square
 * of the residuals, so that constraints may be there twice, as the sides of a rectangle are, and the last steps
 * are quick. Then what has moved without need goes back, along what the residuals leave free.
 */

import type { Term } from "./residuals";

const MAX_STEPS = 40;

/** Residuals below this are zero: far below what an edit writes. */
const SOLVED = 1e-11;

/** Half the interval of a numeric derivative. */
const DELTA = 1e-6;

/** Least damping, as a share of the mean of what it is added to. */
const MIN_DAMPING = 1e-12;

/** How often numbers go back towards where they were, and from which distance on. */
const MAX_RETURNS = 4;
const RETURNED = 1e-7;

/** The numbers, of which only those that are free move; null where there are none. */
export function solve(
  start: readonly number[],
  free: readonly number[],
  terms: readonly Term[],
): number[] | null {
  let found = zero(start, free, terms);
  for (let turn = 0; turn < MAX_RETURNS && found !== null; turn++) {
    const values = found;
    const away = Float64Array.from(free, (place) => (start[place] ?? 0) - (values[place] ?? 0));
    const jacobian = derivatives(values, free, terms);
    const needed = shortest(
      jacobian,
      jacobian.map((row) => product(row, away, away.length)),
      MIN_DAMPING,
    );
    const back = needed && Array.from(away, (value, at) => value + (needed[at] ?? 0));
    const next = back && norm(back) > RETURNED ? moved(values, free, back, 1) : null;
    const better = next && zero(next, free, terms);
    if (better === null || apart(better, start) >= apart(values, start)) {
      break;
    }
    found = better;
  }
  return found;
}

/** Numbers that make the residuals zero. */
function zero(
  start: readonly number[],
  free: readonly number[],
  terms: readonly Term[],
): number[] | null {
  let values = [...start];
  let rest = residualsAt(terms, values);
  for (let step = 0; step < MAX_STEPS && largest(rest) > SOLVED; step++) {
    const jacobian = derivatives(values, free, terms);
    const move = shortest(jacobian, rest, Math.max(MIN_DAMPING, norm(rest) ** 2));
    const next = move && lessened(values, free, move, rest, terms);
    if (next === null) {
      return null;
    }
    values = next;
    rest = residualsAt(terms, values);
  }
  return largest(rest) <= SOLVED && values.every(Number.isFinite) ? values : null;
}

/** The values after as much of a move as makes the residuals smaller; null where nothing does. */
function lessened(
  values: readonly number[],
  free: readonly number[],
  move: readonly number[],
  rest: readonly number[],
  terms: readonly Term[],
): number[] | null {
  for (let share = 1; share > 1e-3; share /= 2) {
    const next = moved(values, free, move, share);
    if (norm(residualsAt(terms, next)) < norm(rest)) {
      return next;
    }
  }
  return null;
}

/** Derivatives of every residual by the free numbers: a row a residual. */
function derivatives(
  values: readonly number[],
  free: readonly number[],
  terms: readonly Term[],
): Float64Array[] {
  const columns = new Map(free.map((place, column) => [place, column]));
  const moving = [...values];
  return terms.flatMap((term) => {
    const rows = term.of(values).map(() => new Float64Array(free.length));
    for (const place of term.places) {
      const column = columns.get(place);
      const own = values[place];
      if (column !== undefined && own !== undefined) {
        moving[place] = own + DELTA;
        const after = term.of(moving);
        moving[place] = own - DELTA;
        const before = term.of(moving);
        moving[place] = own;
        for (const [at, row] of rows.entries()) {
          row[column] = ((after[at] ?? 0) - (before[at] ?? 0)) / (2 * DELTA);
        }
      }
    }
    return rows;
  });
}

function residualsAt(terms: readonly Term[], values: readonly number[]): number[] {
  return terms.flatMap((term) => term.of(values));
}

/** The shortest step that takes the residuals away to first order, with damping. */
function shortest(
  jacobian: readonly Float64Array[],
  rest: readonly number[],
  share: number,
): number[] | null {
  const gram = jacobian.map((row, at) =>
    Float64Array.from(jacobian.slice(0, at + 1), (other) => product(row, other, row.length)),
  );
  const trace = gram.reduce((sum, row, at) => sum + (row[at] ?? 0), 0);
  const damping = (share * trace) / gram.length;
  for (const [at, row] of gram.entries()) {
    row[at] = (row[at] ?? 0) + damping;
  }
  const weights = trace > 0 ? solved(gram, rest) : null;
  return (
    weights &&
    Array.from(jacobian[0] ?? [], (_, column) =>
      jacobian.reduce((sum, row, at) => sum - (row[column] ?? 0) * (weights[at] ?? 0), 0),
    )
  );
}

/**
 * Solves a symmetric positive system, of which the lower half is given and used up, by the Cholesky
 * decomposition; null where it is not positive.
 */
function solved(lower: readonly Float64Array[], right: readonly number[]): Float64Array | null {
  for (const [at, row] of lower.entries()) {
    for (const [column, other] of lower.slice(0, at).entries()) {
      const rest = (row[column] ?? 0) - product(row, other, column);
      row[column] = rest / (other[column] ?? 0);
    }
    const pivot = Math.sqrt((row[at] ?? 0) - product(row, row, at));
    if (!(pivot > 0 && pivot < Infinity)) {
      return null;
    }
    row[at] = pivot;
  }
  const found = Float64Array.from(right);
  for (const [at, row] of lower.entries()) {
    found[at] = ((found[at] ?? 0) - product(row, found, at)) / (row[at] ?? 0);
  }
  for (const [at, row] of [...lower.entries()].reverse()) {
    const value = (found[at] ?? 0) / (row[at] ?? 0);
    for (let before = 0; before < at; before++) {
      found[before] = (found[before] ?? 0) - (row[before] ?? 0) * value;
    }
    found[at] = value;
  }
  return found;
}

/** The scalar product of the first so many numbers. */
function product(one: Float64Array, other: Float64Array, length: number): number {
  let sum = 0;
  for (let at = 0; at < length; at++) {
    sum += (one[at] ?? 0) * (other[at] ?? 0);
  }
  return sum;
}

function moved(
  values: readonly number[],
  free: readonly number[],
  move: readonly number[],
  share: number,
): number[] {
  const next = [...values];
  for (const [at, place] of free.entries()) {
    next[place] = (next[place] ?? 0) + share * (move[at] ?? 0);
  }
  return next;
}

function apart(one: readonly number[], other: readonly number[]): number {
  return norm(one.map((value, at) => value - (other[at] ?? 0)));
}

function norm(values: readonly number[]): number {
  return Math.hypot(...values);
}

function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
