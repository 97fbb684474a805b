/** Lengths as a person reads and types them: millimetres, where the program has centimetres. */

/** Millimetres in one model unit. */
export const MM_PER_UNIT = 10;

const UNITS: Readonly<Record<string, number>> = {
  "": 1,
  mm: 1,
  cm: 10,
  m: 1000,
  in: 25.4,
  '"': 25.4,
  deg: 1,
  "°": 1,
};

/** A number with at most `digits` decimals, without trailing zeros. */
export function decimal(value: number, digits = 3): string {
  const text = value.toFixed(digits);
  const short = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  return short === "-0" ? "0" : short;
}

/** A length of the program in millimetres, with the unit. */
export function millimetres(units: number): string {
  return `${decimal(units * MM_PER_UNIT, 2)} mm`;
}

/** Reads a number with an optional unit: `12`, `1.2 cm`, `-0.5in`; null where it is none. */
export function readNumber(text: string): number | null {
  const match = /^([+-]?(?:\d+[.,]?\d*|[.,]\d+)(?:e[+-]?\d+)?)\s*([a-z"°]*)$/i.exec(text.trim());
  const factor = UNITS[match?.[2]?.toLowerCase() ?? ""];
  const value = Number(match?.[1]?.replace(",", "."));
  return match === null || factor === undefined || !Number.isFinite(value) ? null : value * factor;
}

/**
 * A length for the program, to the ten-thousandth of a unit that the program's text keeps: a
 * micrometre.
 */
export function unitsFromMillimetres(mm: number): number {
  return tidy(mm / MM_PER_UNIT);
}

/** Rounds what a pointer or slider says to 1e-4. */
export function tidy(value: number): number {
  return Math.round(value * 1e4) / 1e4 + 0;
}
