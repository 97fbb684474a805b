/** The server's HTTP interface. Every failure is a `Refusal` or an `Unreachable`. */

import type { Build, Example, FaultBody, Format, Imported, Reconstruction, Seen } from "./answers";

/** The server understood, and says why not. */
export class Refusal extends Error {
  constructor(
    readonly fault: FaultBody,
    readonly status: number,
  ) {
    super(sentence(fault.message));
  }
}

/** No answer came. */
export class Unreachable extends Error {
  constructor() {
    super(
      "The cadseq server does not answer. Start it again with “cadseq serve”; your work is kept.",
    );
  }
}

/** `POST /api/convert`. */
export interface ConvertRequest {
  readonly text: string;
  /** Name of a format. */
  readonly to: string;
  readonly name: string;
  /** Which sketch a drawing shows. */
  readonly sketch: number;
  /** How far triangles may leave the exact solid, in model units. */
  readonly tolerance?: number;
}

/** A camera that has a name. */
export type CameraName = "isometric" | "paper";

/** Talks to the server that the page came from. */
export class Client {
  constructor(private readonly token: string | null) {}

  async build(source: { readonly text: string }, signal: AbortSignal): Promise<Build> {
    return (await this.send("/api/build", json(source, signal))).json();
  }

  /** The parts that a picture may show; without a camera it is looked for. */
  async reconstruct(
    picture: Blob,
    signal: AbortSignal,
    camera: CameraName | null,
  ): Promise<Reconstruction> {
    const request = { ...ofPicture(picture), signal };
    const known = camera === null ? "" : `&camera=${camera}`;
    return (await this.send(`/api/reconstruct?candidates=4${known}`, request)).json();
  }

  /** What the server sees in a picture, of a part that its border cuts off too. */
  async see(picture: Blob): Promise<Seen> {
    return (await this.send("/api/see?accept_cut_off=true", ofPicture(picture))).json();
  }

  /** The text as a file of a format; a drawing shows one of its sketches. */
  async convert(request: ConvertRequest): Promise<Blob> {
    return (await this.send("/api/convert", json(request))).blob();
  }

  async import(file: Blob, name: string): Promise<Imported> {
    const headers = { "Content-Type": "application/octet-stream" };
    const request = { method: "POST", body: file, headers };
    return (await this.send(`/api/import?name=${encodeURIComponent(name)}`, request)).json();
  }

  async formats(): Promise<readonly Format[]> {
    return (await this.send("/api/formats", {})).json();
  }

  async examples(): Promise<readonly Example[]> {
    return (await this.send("/api/examples", {})).json();
  }

  /** The picture of an example. */
  async picture(address: string): Promise<Blob> {
    return (await this.send(address, {})).blob();
  }

  private async send(address: string, request: RequestInit): Promise<Response> {
    const headers = new Headers(request.headers);
    if (this.token !== null) {
      headers.set("Authorization", `Bearer ${this.token}`);
    }
    const response = await fetch(address, { ...request, headers }).catch((error: unknown) => {
      throw isAbort(error) ? error : new Unreachable();
    });
    if (!response.ok) {
      throw new Refusal(await faultOf(response), response.status);
    }
    return response;
  }
}

/** Whether a request ended because the page gave it up. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}

function ofPicture(picture: Blob): RequestInit {
  const headers = { "Content-Type": picture.type || "application/octet-stream" };
  return { method: "POST", body: picture, headers };
}

function json(body: object, signal?: AbortSignal): RequestInit {
  const headers = { "Content-Type": "application/json" };
  const request = { method: "POST", body: JSON.stringify(body), headers };
  return signal === undefined ? request : { ...request, signal };
}

async function faultOf(response: Response): Promise<FaultBody> {
  const body: unknown = await response.json().catch(() => null);
  if (isErrorBody(body)) {
    return body.error;
  }
  return { message: `The server answered with status ${response.status}; try again.` };
}

function isErrorBody(body: unknown): body is { error: FaultBody } {
  const error = (body as { error?: { message?: unknown } } | null)?.error;
  return typeof error?.message === "string";
}

/** With a capital letter and a full stop: the server's messages are made for command lines too. */
function sentence(message: string): string {
  const text = message.charAt(0).toUpperCase() + message.slice(1);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
