/** What the server sees in pictures; a picture is asked about once. */

import type { Seen } from "../server/answers";
import type { Client } from "../server/client";

export class Seeing {
  private readonly known = new WeakMap<Blob, Promise<Seen>>();

  constructor(private readonly client: Client) {}

  of(content: Blob): Promise<Seen> {
    const known = this.known.get(content);
    if (known !== undefined) {
      return known;
    }
    const asked = this.client.see(content);
    this.known.set(content, asked);
    // What failed is asked again.
    asked.catch(() => this.known.delete(content));
    return asked;
  }
}
