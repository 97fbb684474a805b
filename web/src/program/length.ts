/** Lengths as a person reads them: millimetres or inches, where the program has centimetres. */

/** Millimetres in one model unit. */
export const MM_PER_UNIT = 10;

/** A number with at most `digits` decimals, without trailing zeros. */
export function decimal(value: number, digits = 3): string {
  const text = value.toFixed(digits);
  const short = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  return short === "-0" ? "0" : short;
}

/** Units in which lengths are shown, and typed where none is said. */
export type LengthUnit = "mm" | "in";

/** Millimetres in one of each. */
export const MILLIMETRES: Readonly<Record<LengthUnit, number>> = { mm: 1, in: 25.4 };

/** A length of the program as a number of a unit; an inch has a decimal more. */
export function lengthIn(units: number, unit: LengthUnit, digits = 2): string {
  const value = (units * MM_PER_UNIT) / MILLIMETRES[unit];
  return decimal(value, unit === "mm" ? digits : digits + 1);
}

/** A length of the program, with the unit. */
export function lengthText(units: number, unit: LengthUnit, digits = 2): string {
  return `${lengthIn(units, unit, digits)} ${unit}`;
}

/** Rounds what a pointer or slider says to 1e-4. */
export function tidy(value: number): number {
  return Math.round(value * 1e4) / 1e4 + 0;
}
