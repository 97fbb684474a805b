/** Edits of a program as edits of its version's text. */

import { kept } from "../program/constraints/kept";
import { constraintsOf } from "../program/names";
import type { Program } from "../program/operation";
import { carriedOver, rewritten } from "../program/rewrite";
import { isUnfinished, type Version } from "./version";

/**
 * The program after an edit with what its sketches keep; null where that does not allow it.
 *
 * @param sized The curve whose length or radius is set.
 */
export function keptEdit(
  { read }: Version,
  program: Program,
  sized: number | null,
): Program | null {
  return read === null
    ? program
    : kept(read.program, program, (sketch) => constraintsOf(read, sketch), sized);
}

/** The version with another program, in place in its text; null where the text has no place for it. */
export function edited(version: Version, program: Program): Version | null {
  const { text, read } = version;
  if (read === null || program === read.program) {
    return version;
  }
  const next = rewritten(read, program);
  const draft = isUnfinished(version) ? carriedOver(text, read, program) : next.text;
  return draft === null ? null : { ...version, text: draft, read: next };
}
