/** Pictures and the programs that they may show. */

import { readText } from "../program/read";
import { rewritten } from "../program/rewrite";
import { scaled } from "../program/scale";
import type { CameraName, Client } from "../server/client";
import { isAbort, Refusal } from "../server/client";
import { trustComment } from "./confidence";
import { type Failures, inWords } from "./failures";
import type { Attempt, Store } from "./state";
import { newId, newPart, type PictureUse, type Version, withText } from "./version";

/** The status of a picture in which no part is found: all others are not about what it shows. */
const UNREADABLE = 422;

export class Pictures {
  private reading: AbortController | null = null;

  constructor(
    private readonly store: Store,
    private readonly client: Client,
    private readonly failures: Failures,
    private readonly go: (version: Version) => void,
  ) {}

  /** Shows a picture that can be cropped and turned before it is read. */
  prepare(content: Blob, name: string): void {
    this.begin(content, name, false);
  }

  /**
   * Reads a picture, by a camera if that is known; the best candidate is opened. One that is refused stays on
   * the page.
   */
  async take(content: Blob, name: string, camera: CameraName | null = null): Promise<void> {
    const { address } = this.begin(content, name, true);
    const reading = new AbortController();
    this.reading = reading;
    this.store.update({ problem: null, news: "Reading the picture." });
    try {
      const { signal } = reading;
      const { part, millis } = await this.read(content, name, address, signal, camera);
      const count = part.picture?.picture.candidates.length ?? 0;
      const news = `Read in ${Math.round(millis)} milliseconds; ${count} candidates.`;
      this.store.update({ attempt: null, news });
      this.go(part);
    } catch (error) {
      if (this.reading === reading && !isAbort(error)) {
        this.refuse(error, () => void this.take(content, name, camera));
      }
    }
  }

  /** The part that a picture shows, without opening it. */
  async read(
    content: Blob,
    name: string,
    address: string,
    signal: AbortSignal,
    known: CameraName | null = null,
  ): Promise<{ readonly part: Version; readonly millis: number }> {
    const { confidence, camera, candidates, millis } = await this.client.reconstruct(
      content,
      signal,
      known,
    );
    const picture = { id: newId(), name, content, address, confidence, camera, candidates };
    const use = { picture, taken: 0, scale: 1 };
    return { part: newPart(textOf(use), nameWithoutKind(name), use), millis: millis.total };
  }

  /** Reads one of the examples. */
  async takeExample(address: string, name: string): Promise<void> {
    try {
      await this.take(await this.client.picture(address), `${name}.png`);
    } catch (error) {
      this.failures.add("picture", error, () => void this.takeExample(address, name));
    }
  }

  /** Gives up the picture that is being read, or was refused. */
  stop(): void {
    this.reading?.abort();
    this.reading = null;
    const { attempt } = this.store.state;
    if (attempt !== null) {
      URL.revokeObjectURL(attempt.address);
      this.store.update({ attempt: null });
    }
  }

  /** Opens one of the programs that the picture may show, as large as the known length says. */
  choose(number: number): void {
    const { history, picture } = this.store.state;
    if (history !== null && picture !== null && picture.picture.candidates[number] !== undefined) {
      const use = { ...picture, taken: number };
      this.go(withText({ ...history.present, picture: use, read: null }, textOf(use)));
    }
  }

  private begin(content: Blob, name: string, isReading: boolean): Attempt {
    this.stop();
    const address = URL.createObjectURL(content);
    const attempt = { name, content, address, isReading, refusal: null };
    this.store.update({ attempt });
    return attempt;
  }

  private refuse(error: unknown, again: () => void): void {
    const { attempt } = this.store.state;
    if (attempt === null || !(error instanceof Refusal) || error.status !== UNREADABLE) {
      this.stop();
      this.failures.add("picture", error, again);
      return;
    }
    const refusal = inWords(error.message);
    this.store.update({ attempt: { ...attempt, isReading: false, refusal }, news: "" });
  }
}

/** The name of a file as the name of a part. */
export function nameWithoutKind(fileName: string): string {
  return fileName.replace(/\.[^.]*$/, "") || "part";
}

/** The text of the candidate that was taken. */
function textOf({ picture, taken, scale }: PictureUse): string {
  const text = picture.candidates[taken]?.text ?? "";
  const read = scale === 1 ? null : readText(text);
  const sized = read === null ? text : rewritten(read, scaled(read.program, scale)).text;
  return trustComment(picture.name, picture.confidence) + sized;
}
