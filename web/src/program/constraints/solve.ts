/**
 * Numbers that make residuals zero, as near as may be to those that are there. First a damped Gauss-Newton method
 * whose steps are the shortest that do it, dx = -J'(JJ' + mI)^-1 r. The damping m falls with the square of the
 * residuals, so that constraints may be there twice, as the sides of a rectangle are, and the last steps are quick. Then what the way there has moved
 * without need goes back, along what the residuals leave free.
 */

const MAX_STEPS = 40;

/** Residuals below this are zero: far below what an edit writes. */
const SOLVED = 1e-11;

/** Half the interval of a numeric derivative. */
const DELTA = 1e-6;

/** Least damping, as a share of the mean of what it is added to. */
const MIN_DAMPING = 1e-12;

/** How often numbers go back towards where they were, and from which distance on. */
const MAX_RETURNS = 8;
const RETURNED = 1e-8;

type Residuals = (values: readonly number[]) => readonly number[];

/** The numbers, of which only those that are free move; null where there are none. */
export function solve(
  start: readonly number[],
  free: readonly number[],
  residualsOf: Residuals,
): number[] | null {
  let found = zero(start, free, residualsOf);
  for (let turn = 0; turn < MAX_RETURNS && found !== null; turn++) {
    const values = found;
    const away = free.map((place) => (start[place] ?? 0) - (values[place] ?? 0));
    const jacobian = derivatives(values, free, residualsOf);
    const needed = shortest(
      jacobian,
      jacobian.map((row) => product(row, away)),
      MIN_DAMPING,
    );
    const back = needed && away.map((value, at) => value + (needed[at] ?? 0));
    const next = back && norm(back) > RETURNED ? moved(values, free, back, 1) : null;
    const better = next && zero(next, free, residualsOf);
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
  residualsOf: Residuals,
): number[] | null {
  let values = [...start];
  let rest = residualsOf(values);
  for (let step = 0; step < MAX_STEPS && largest(rest) > SOLVED; step++) {
    const jacobian = derivatives(values, free, residualsOf);
    const move = shortest(jacobian, rest, Math.max(MIN_DAMPING, norm(rest) ** 2));
    const next = move && lessened(values, free, move, rest, residualsOf);
    if (next === null) {
      return null;
    }
    values = next;
    rest = residualsOf(values);
  }
  return largest(rest) <= SOLVED && values.every(Number.isFinite) ? values : null;
}

/** The values after as much of a move as makes the residuals smaller; null where nothing does. */
function lessened(
  values: readonly number[],
  free: readonly number[],
  move: readonly number[],
  rest: readonly number[],
  residualsOf: Residuals,
): number[] | null {
  for (let share = 1; share > 1e-3; share /= 2) {
    const next = moved(values, free, move, share);
    if (norm(residualsOf(next)) < norm(rest)) {
      return next;
    }
  }
  return null;
}

/** Derivatives of every residual by the free numbers: a row a residual. */
function derivatives(
  values: readonly number[],
  free: readonly number[],
  residualsOf: Residuals,
): number[][] {
  const columns = free.map((place) => {
    const at = (offset: number) => {
      const moved = [...values];
      moved[place] = (moved[place] ?? 0) + offset;
      return residualsOf(moved);
    };
    const [after, before] = [at(DELTA), at(-DELTA)];
    return after.map((value, row) => (value - (before[row] ?? 0)) / (2 * DELTA));
  });
  const rows = columns[0]?.length ?? 0;
  return Array.from({ length: rows }, (_, row) => columns.map((column) => column[row] ?? 0));
}

/** The shortest step that takes the residuals away to first order, with damping. */
function shortest(
  jacobian: readonly number[][],
  rest: readonly number[],
  share: number,
): number[] | null {
  const gram = jacobian.map((row) => jacobian.map((other) => product(row, other)));
  const trace = gram.reduce((sum, row, at) => sum + (row[at] ?? 0), 0);
  const damping = (share * trace) / gram.length;
  for (const [at, row] of gram.entries()) {
    row[at] = (row[at] ?? 0) + damping;
  }
  const weights =
    trace > 0
      ? solved(
          gram,
          rest.map((value) => -value),
        )
      : null;
  return (
    weights &&
    (jacobian[0] ?? []).map((_, column) =>
      jacobian.reduce((sum, row, at) => sum + (row[column] ?? 0) * (weights[at] ?? 0), 0),
    )
  );
}

/** Solves a symmetric positive system by the Cholesky decomposition; null where it is not positive. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] | null {
  const size = right.length;
  const lower = matrix.map(() => new Float64Array(size));
  const entry = (row: number, column: number): number => lower[row]?.[column] ?? 0;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row]?.[column] ?? 0;
      for (let at = 0; at < column; at++) {
        sum -= entry(row, at) * entry(column, at);
      }
      const value = row === column ? Math.sqrt(sum) : sum / entry(column, column);
      if (!Number.isFinite(value) || (row === column && value === 0)) {
        return null;
      }
      (lower[row] ?? [])[column] = value;
    }
  }
  const found = [...right];
  for (let row = 0; row < size; row++) {
    for (let at = 0; at < row; at++) {
      found[row] = (found[row] ?? 0) - entry(row, at) * (found[at] ?? 0);
    }
    found[row] = (found[row] ?? 0) / entry(row, row);
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let at = row + 1; at < size; at++) {
      found[row] = (found[row] ?? 0) - entry(at, row) * (found[at] ?? 0);
    }
    found[row] = (found[row] ?? 0) / entry(row, row);
  }
  return found;
}

function product(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
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
