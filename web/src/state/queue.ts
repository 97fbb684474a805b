/** Several files at once: they are read one after the other, and each becomes a part that is kept. */

import { isAbort } from "../server/client";
import { inWords, isUnanswered } from "./failures";
import type { Keeper } from "./keeper";
import type { QueuedFile } from "./state";
import { newId, type Version } from "./version";
import type { Workbench } from "./workbench";

const PICTURE_NAMES = /\.(png|jpe?g|gif|webp|bmp|tiff?|heic|heif)$/i;

/** Whether a file is a picture, and not a program. */
export function isPicture(file: File): boolean {
  return file.type.startsWith("image/") || PICTURE_NAMES.test(file.name);
}

/** Where the parts go. */
export type PartKeeper = Pick<Keeper, "add">;

export class Queue {
  private keeper: PartKeeper | null = null;
  private reading: AbortController | null = null;

  constructor(private readonly workbench: Workbench) {
    // What waits is in no library yet: a page that is left by mistake would lose it.
    globalThis.addEventListener?.("beforeunload", (event) => {
      if (this.waiting.length > 0) {
        event.preventDefault();
      }
    });
  }

  /** Keeps what is read from now on. */
  keepWith(keeper: PartKeeper | null): void {
    this.keeper = keeper;
  }

  /** Lines files up, and puts the open part away for the list in which they come. */
  add(files: readonly File[]): void {
    const { workbench } = this;
    if (this.keeper === null) {
      workbench.tell("This browser keeps no parts: give one picture after the other.");
      return;
    }
    if (workbench.store.state.history !== null) {
      workbench.close();
    }
    const added = files.map((file) => ({
      id: newId(),
      file,
      address: URL.createObjectURL(file),
      isReading: false,
      refusal: null,
    }));
    this.change([...this.files, ...added]);
    workbench.tell(`${files.length} files are read one after the other.`);
    void this.run();
  }

  /** Takes a file out; one that is being read is given up. */
  remove(id: string): void {
    const file = this.files.find((one) => one.id === id);
    if (file !== undefined) {
      this.leave(file);
      if (file.isReading) {
        this.reading?.abort();
      }
    }
  }

  /** Takes out a picture that was refused, to crop and turn it. */
  prepare(id: string): void {
    const file = this.files.find((one) => one.id === id);
    if (file !== undefined) {
      this.remove(id);
      this.workbench.pictures.prepare(file.file, file.file.name);
    }
  }

  private get files(): readonly QueuedFile[] {
    return this.workbench.store.state.queue;
  }

  private get waiting(): readonly QueuedFile[] {
    return this.files.filter(({ refusal }) => refusal === null);
  }

  /** Reads until nothing waits, or no server answers. */
  private async run(): Promise<void> {
    while (this.reading === null) {
      const [next] = this.waiting;
      if (next === undefined) {
        return;
      }
      this.reading = new AbortController();
      const goesOn = await this.read(next, this.reading.signal);
      this.reading = null;
      if (!goesOn) {
        return;
      }
    }
  }

  /** Reads a file; says whether there is a server for the next one. */
  private async read(queued: QueuedFile, signal: AbortSignal): Promise<boolean> {
    const { id, file } = queued;
    this.update(id, { isReading: true });
    try {
      const part = await this.partOf(queued, signal);
      // Its first reading is its picture until it is opened.
      const thumbnail = part.picture?.picture.candidates[0]?.thumbnail ?? "";
      await this.keeper?.add(part, thumbnail);
      this.leave(queued);
      this.workbench.tell(`${file.name} is read; ${words(this.waiting.length)}.`);
    } catch (error) {
      if (!isAbort(error) && isUnanswered(error)) {
        this.update(id, { isReading: false });
        this.workbench.failures.add("picture", error, () => void this.run());
        return false;
      }
      const said = error instanceof Error ? error.message : String(error);
      this.update(id, { isReading: false, refusal: inWords(said) });
    }
    return true;
  }

  private async partOf({ file, address }: QueuedFile, signal: AbortSignal): Promise<Version> {
    const { workbench } = this;
    const read = isPicture(file)
      ? workbench.pictures.read(file, file.name, address, signal)
      : workbench.readFile(file);
    return (await read).part;
  }

  private leave({ id, address }: QueuedFile): void {
    URL.revokeObjectURL(address);
    this.change(this.files.filter((one) => one.id !== id));
  }

  private update(id: string, change: Partial<QueuedFile>): void {
    this.change(this.files.map((one) => (one.id === id ? { ...one, ...change } : one)));
  }

  private change(queue: readonly QueuedFile[]): void {
    this.workbench.store.update({ queue });
  }
}

function words(waiting: number): string {
  return waiting === 0 ? "none waits" : `${waiting} more ${waiting === 1 ? "waits" : "wait"}`;
}
