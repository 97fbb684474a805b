/** Parts as they are kept, and back: a program is kept as its text, a picture by its name. */

import type { History } from "../program/history";
import { readPart } from "../program/read";
import type { SavedPicture, SavedVersion, SavedWork } from "./library";
import type { Picture, Version } from "./version";

/** Characters of past, and of future, that are kept with a part. */
const MAX_HISTORY = 500_000;

/** A part with as much of its past and future as is kept. */
export function savedWork({ past, present, future }: History<Version>): SavedWork {
  const back = within(MAX_HISTORY, [...past].reverse()).reverse();
  return {
    id: present.part,
    past: back.map(savedVersion),
    present: savedVersion(present),
    future: within(MAX_HISTORY, future).map(savedVersion),
  };
}

/** The first versions that have at most so many characters together. */
function within(characters: number, versions: readonly Version[]): Version[] {
  let left = characters;
  return versions.filter(({ text, read }) => {
    left -= text.length + (read === null || read.text === text ? 0 : read.text.length);
    return left >= 0;
  });
}

function savedVersion({ part, name, text, read, picture }: Version): SavedVersion {
  const readText = read === null || read.text === text ? null : read.text;
  const use = picture && { id: picture.picture.id, taken: picture.taken, scale: picture.scale };
  return { part, name, text, readText, picture: use };
}

export function savedPicture({ address: _, ...picture }: Picture): SavedPicture {
  return picture;
}

function opened(version: SavedVersion, pictures: ReadonlyMap<string, Picture>): Version {
  const { part, name, text } = version;
  const read = readPart(version.readText ?? text);
  const picture = version.picture && pictures.get(version.picture.id);
  if (!version.picture || !picture) {
    return { part, name, text, read, picture: null };
  }
  const { taken, scale } = version.picture;
  return { part, name, text, read, picture: { picture, taken, scale } };
}

/** A kept part with its pictures; one that is not there any more is left out. */
export function openedWork(
  { past, present, future }: SavedWork,
  pictures: ReadonlyMap<string, Picture>,
): History<Version> {
  const open = (version: SavedVersion): Version => opened(version, pictures);
  return { past: past.map(open), present: open(present), future: future.map(open), gesture: null };
}
