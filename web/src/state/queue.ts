/**
 * Several files at once: they are read one after the other, and each becomes a part that is kept. Until then the
 * browser keeps the files, so that a page that is loaded again goes on with them.
 */

import { isAbort } from "../server/client";
import { Claims } from "./claims";
import { inWords, isUnanswered } from "./failures";
import type { Keeper } from "./keeper";
import type { QueuedFile } from "./state";
import { newId, type Version } from "./version";
import { type WaitingFile, WaitingFiles } from "./waiting_files";
import type { Workbench } from "./workbench";

const PICTURE_NAMES = /\.(png|jpe?g|gif|webp|bmp|tiff?|heic|heif)$/i;

/** Whether a file is a picture, and not a program. */
export function isPicture(file: File): boolean {
  return file.type.startsWith("image/") || PICTURE_NAMES.test(file.name);
}

/** As many files, and bytes, wait at once. */
const MAX_FILES = 60;
const MAX_BYTES = 500e6;

/** Where the parts go. */
export type PartKeeper = Pick<Keeper, "add">;

export class Queue {
  private keeper: PartKeeper | null = null;
  private kept: WaitingFiles | null = null;
  private readonly claims = new Claims("file");
  private reading: AbortController | null = null;

  constructor(private readonly workbench: Workbench) {}

  /** Keeps what is read from now on, and goes on with what no other tab reads. */
  async keepWith(keeper: PartKeeper | null): Promise<void> {
    this.keeper = keeper;
    if (keeper === null) {
      return;
    }
    this.kept = await WaitingFiles.open().catch(() => null);
    const mine = await this.mine();
    this.change([...this.files, ...mine.map(queuedFile)]);
    void this.run();
  }

  /** Claims what waits. It is listed again then: another tab may have read a file and closed meanwhile. */
  private async mine(): Promise<WaitingFile[]> {
    const listed = (await this.kept?.list()) ?? [];
    const isMine = await Promise.all(listed.map(({ id }) => this.claims.claim(id)));
    const ids = new Set(listed.filter((_, at) => isMine[at]).map(({ id }) => id));
    const left = (await this.kept?.list()) ?? [];
    return left.filter(({ id }) => ids.has(id));
  }

  /** Lines files up, and puts the open part away for the list in which they come. */
  add(files: readonly File[]): void {
    const { workbench } = this;
    if (this.keeper === null) {
      workbench.tell("This browser keeps no parts: give one picture after the other.");
      return;
    }
    if (!isWithinBounds([...this.files.map(({ file }) => file), ...files])) {
      workbench.tell(
        `At most ${MAX_FILES} files of ${MAX_BYTES / 1e6} MB together wait at once: give fewer.`,
      );
      return;
    }
    if (workbench.store.state.history !== null) {
      workbench.close();
    }
    const place = Math.max(-1, ...this.files.map((file) => file.place)) + 1;
    const added = files.map((file, at) => ({
      id: newId(),
      place: place + at,
      file,
      refusal: null,
    }));
    for (const { id } of added) {
      void this.claims.claim(id);
    }
    this.keep(added);
    this.change([...this.files, ...added.map(queuedFile)]);
    workbench.tell(`${files.length} files are read one after the other.`);
    void this.run();
  }

  private keep(files: readonly WaitingFile[]): void {
    this.kept?.keep(files).catch((error: unknown) => {
      this.workbench.failures.add("parts", error, () => this.keep(files));
    });
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
      // A page that ends before the file is away reads it again, into the same part.
      await this.keeper?.add({ ...part, part: id }, thumbnail);
      this.leave(queued);
      this.workbench.tell(`${file.name} is read; ${words(this.waiting.length)}.`);
    } catch (error) {
      if (!isAbort(error) && isUnanswered(error)) {
        this.update(id, { isReading: false });
        this.workbench.failures.add("picture", error, () => void this.run());
        return false;
      }
      const said = error instanceof Error ? error.message : String(error);
      const refusal = inWords(said);
      this.update(id, { isReading: false, refusal });
      if (this.files.some((one) => one.id === id)) {
        this.keep([{ id, place: queued.place, file, refusal }]);
      }
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
    void this.kept?.remove(id);
    this.change(this.files.filter((one) => one.id !== id));
  }

  private update(id: string, change: Partial<QueuedFile>): void {
    this.change(this.files.map((one) => (one.id === id ? { ...one, ...change } : one)));
  }

  private change(queue: readonly QueuedFile[]): void {
    this.workbench.store.update({ queue });
  }
}

function isWithinBounds(files: readonly File[]): boolean {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return files.length <= MAX_FILES && bytes <= MAX_BYTES;
}

function queuedFile(waiting: WaitingFile): QueuedFile {
  return { ...waiting, address: URL.createObjectURL(waiting.file), isReading: false };
}

function words(waiting: number): string {
  return waiting === 0 ? "none waits" : `${waiting} more ${waiting === 1 ? "waits" : "wait"}`;
}
