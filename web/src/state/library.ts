/**
 * The parts that the browser keeps, in IndexedDB: what a list shows of each, what a part is with its past,
 * and the pictures that parts were read from.
 */

import type { Candidate, PictureCamera } from "../server/answers";

/** What the list of parts shows. */
export interface PartEntry {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly changed: number;
  /** A `data:` address of a picture of the solid; empty where there was none yet. */
  readonly thumbnail: string;
}

/** A version as it is kept: a program is its text, a picture its name in the store of pictures. */
export interface SavedVersion {
  readonly part: string;
  readonly name: string;
  readonly text: string;
  /** The latest text that is a program, where it is another one. */
  readonly readText: string | null;
  readonly picture: { readonly id: string; readonly taken: number; readonly scale: number } | null;
}

/** A part with its past and future. */
export interface SavedWork {
  readonly id: string;
  readonly past: readonly SavedVersion[];
  readonly present: SavedVersion;
  readonly future: readonly SavedVersion[];
}

export interface SavedPicture {
  readonly id: string;
  readonly name: string;
  readonly content: Blob;
  readonly confidence: number;
  readonly camera: PictureCamera;
  readonly candidates: readonly Candidate[];
}

const PARTS = "parts";
const WORK = "work";
const PICTURES = "pictures";

export class Library {
  private constructor(private readonly database: IDBDatabase) {}

  /** @throws Where the browser keeps nothing. */
  static async open(): Promise<Library> {
    const request = indexedDB.open("cadseq", 1);
    request.onupgradeneeded = () => {
      for (const name of [PARTS, WORK, PICTURES]) {
        request.result.createObjectStore(name, { keyPath: "id" });
      }
    };
    return new Library(await answer(request));
  }

  /** All parts, the latest first. */
  async list(): Promise<PartEntry[]> {
    const entries: PartEntry[] = await answer(this.store(PARTS).getAll());
    return entries.sort((one, other) => other.changed - one.changed);
  }

  async load(id: string): Promise<SavedWork | undefined> {
    return answer(this.store(WORK).get(id));
  }

  async picture(id: string): Promise<SavedPicture | undefined> {
    return answer(this.store(PICTURES).get(id));
  }

  /** Keeps a part. All is on its way when this returns, so that a page that ends loses nothing. */
  keep(entry: PartEntry, work: SavedWork, pictures: readonly SavedPicture[]): Promise<void> {
    const transaction = this.database.transaction([PARTS, WORK, PICTURES], "readwrite");
    transaction.objectStore(PARTS).put(entry);
    transaction.objectStore(WORK).put(work);
    for (const picture of pictures) {
      transaction.objectStore(PICTURES).put(picture);
    }
    return ended(transaction);
  }

  /** Forgets a part, and the pictures that no other one uses. */
  async remove(id: string): Promise<void> {
    const all: SavedWork[] = await answer(this.store(WORK).getAll());
    const [gone, others] = [
      all.filter((work) => work.id === id),
      all.filter((work) => work.id !== id),
    ];
    const used = new Set(others.flatMap(picturesOf));
    const transaction = this.database.transaction([PARTS, WORK, PICTURES], "readwrite");
    transaction.objectStore(PARTS).delete(id);
    transaction.objectStore(WORK).delete(id);
    for (const picture of gone.flatMap(picturesOf).filter((picture) => !used.has(picture))) {
      transaction.objectStore(PICTURES).delete(picture);
    }
    await ended(transaction);
  }

  private store(name: string): IDBObjectStore {
    return this.database.transaction(name, "readonly").objectStore(name);
  }
}

/** Every version of a part. */
function versionsOf({ past, present, future }: SavedWork): SavedVersion[] {
  return [...past, present, ...future];
}

/** The pictures that a part's versions use. */
export function picturesOf(work: SavedWork): string[] {
  return [...new Set(versionsOf(work).flatMap(({ picture }) => (picture ? [picture.id] : [])))];
}

/** What a request gives. */
export function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Comes back once all of a transaction is kept. */
export function ended(transaction: IDBTransaction): Promise<void> {
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  transaction.commit();
  return done;
}
