/** What undo goes back and forth between: a part with its name, its text and its picture. */

import { unfinishedSketch } from "../program/features";
import type { History } from "../program/history";
import type { Program } from "../program/operation";
import { type ReadText, readPart, readText } from "../program/read";
import type { Candidate, PictureCamera } from "../server/answers";

/** A picture that was read, with the programs that it may show. */
export interface Picture {
  readonly id: string;
  readonly name: string;
  readonly content: Blob;
  /** An object address of the content. */
  readonly address: string;
  readonly confidence: number;
  readonly camera: PictureCamera;
  readonly candidates: readonly Candidate[];
}

/** A picture with what a person took of it. */
export interface PictureUse {
  readonly picture: Picture;
  /** Which candidate. */
  readonly taken: number;
  /** How much larger than read a known length has made everything. */
  readonly scale: number;
}

/** A part at one time. */
export interface Version {
  /** Which of the kept parts this is. */
  readonly part: string;
  readonly name: string;
  /** The text as typed so far. */
  readonly text: string;
  /** The latest text that is a program: this one, or the one that it is being changed from. */
  readonly read: ReadText | null;
  readonly picture: PictureUse | null;
}

/** A name for what is kept; `crypto.randomUUID` wants an address with TLS. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (value) => value.toString(36)).join(
    "",
  );
}

/** A part that begins with this text. */
export function newPart(text: string, name: string, picture: PictureUse | null = null): Version {
  return { part: newId(), name, text, read: readPart(text), picture };
}

/** The version with other text; while that is no program, steps and solid are those of the last one. */
export function withText(version: Version, text: string): Version {
  return { ...version, text, read: readText(text) ?? version.read };
}

/** Whether the text is ahead of the program. */
export function isUnfinished({ text, read }: Version): boolean {
  return read !== null && read.text !== text;
}

/**
 * The text whose solid is shown: the program up to the first sketch that makes nothing yet. Null where
 * that leaves nothing.
 */
export function solidText({ text, read }: Version): string | null {
  const sketch = read && unfinishedSketch(read.program);
  if (read === null || sketch === null) {
    return read?.statements.length === 0 ? null : (read?.text ?? text);
  }
  return sketch === 0 ? null : read.text.slice(0, read.statements[sketch]?.from);
}

export function programOf(version: Version | undefined): Program | null {
  return version?.read?.program ?? null;
}

/** The camera of the picture, where everything has its present size. */
export function cameraOf({ picture, scale }: PictureUse): PictureCamera {
  const [x, y, z] = picture.camera.position;
  const [tx, ty, tz] = picture.camera.target;
  return {
    ...picture.camera,
    position: [x * scale, y * scale, z * scale],
    target: [tx * scale, ty * scale, tz * scale],
  };
}

/** Every picture of a part's past, present and future, once. */
export function picturesIn({ past, present, future }: History<Version>): Picture[] {
  const all = [...past, present, ...future].flatMap(({ picture }) => picture?.picture ?? []);
  return [...new Map(all.map((picture) => [picture.id, picture])).values()];
}
