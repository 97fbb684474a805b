/** The files that wait to be read, in a database of their own: a page that ends loses none of them. */

import { answer, ended } from "./library";

export interface WaitingFile {
  readonly id: string;
  /** Files of a lower place are read first. */
  readonly place: number;
  readonly file: File;
  readonly refusal: string | null;
}

const FILES = "files";

export class WaitingFiles {
  private constructor(private readonly database: IDBDatabase) {}

  /** @throws Where the browser keeps nothing. */
  static async open(): Promise<WaitingFiles> {
    const request = indexedDB.open("cadseq-queue", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(FILES, { keyPath: "id" });
    };
    return new WaitingFiles(await answer(request));
  }

  /** All that wait, in order, those of other tabs too. */
  async list(): Promise<WaitingFile[]> {
    const store = this.database.transaction(FILES, "readonly").objectStore(FILES);
    const files: WaitingFile[] = await answer(store.getAll());
    return files.sort((one, other) => one.place - other.place);
  }

  /** Keeps files, all or none. */
  keep(files: readonly WaitingFile[]): Promise<void> {
    return this.change((store) => {
      for (const file of files) {
        store.put(file);
      }
    });
  }

  remove(id: string): Promise<void> {
    return this.change((store) => store.delete(id));
  }

  private change(act: (store: IDBObjectStore) => void): Promise<void> {
    const transaction = this.database.transaction(FILES, "readwrite");
    act(transaction.objectStore(FILES));
    return ended(transaction);
  }
}
