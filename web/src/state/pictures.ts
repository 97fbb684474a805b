/** Pictures and the programs that they may show. */

import type { Client } from "../server/client";
import type { Failures } from "./failures";
import type { Picture, Store } from "./state";

/** Opens a program by its text. */
type Open = (text: string, name: string) => void;

export class Pictures {
  private reading: AbortController | null = null;
  /** The latest picture that was read: one that cannot be read leaves it. */
  private read: Picture | null = null;

  constructor(
    private readonly store: Store,
    private readonly client: Client,
    private readonly failures: Failures,
    private readonly open: Open,
  ) {}

  /** Reads a picture; the best candidate is opened. */
  async take(picture: Blob, name: string): Promise<void> {
    this.stop();
    const reading = new AbortController();
    this.reading = reading;
    const address = URL.createObjectURL(picture);
    const news = "Reading the picture.";
    this.store.update({ picture: { address, name, reading: null }, problem: null, news });
    try {
      const found = await this.client.reconstruct(picture, reading.signal);
      const { confidence, camera, candidates } = found;
      const read = { address, name, reading: { confidence, camera, candidates, taken: -1 } };
      this.replace(read);
      this.store.update({
        picture: read,
        news: `Read in ${Math.round(found.millis.total)} milliseconds; ${candidates.length} candidates.`,
        name: name.replace(/\.[^.]*$/, "") || "part",
      });
      this.choose(0);
    } catch (error) {
      URL.revokeObjectURL(address);
      if (this.reading === reading) {
        this.store.update({ picture: this.read });
        this.failures.add("picture", error, () => void this.take(picture, name));
      }
    }
  }

  /** Reads one of the examples. */
  async takeExample(address: string, name: string): Promise<void> {
    try {
      await this.take(await this.client.picture(address), `${name}.png`);
    } catch (error) {
      this.failures.add("picture", error, () => void this.takeExample(address, name));
    }
  }

  /** Gives up the picture that is being read. */
  stop(): void {
    this.reading?.abort();
    this.reading = null;
    this.store.update({ picture: this.read });
  }

  /** Opens one of the programs that the picture may show. */
  choose(number: number): void {
    const { picture, name } = this.store.state;
    const candidate = picture?.reading?.candidates[number];
    if (picture?.reading && candidate !== undefined) {
      this.read = { ...picture, reading: { ...picture.reading, taken: number } };
      this.store.update({ picture: this.read });
      this.open(candidate.text, name);
    }
  }

  /** Puts the picture away. */
  clear(): void {
    this.replace(null);
    this.stop();
  }

  private replace(read: Picture | null): void {
    if (this.read !== null) {
      URL.revokeObjectURL(this.read.address);
    }
    this.read = read;
  }
}
