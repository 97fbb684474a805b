/** The real server, started as a person starts it. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const REPOSITORY = fileURLToPath(new URL("../../..", import.meta.url));

/** The program under test: `CADSEQ`, or the release build of this repository. */
export function program(): string {
  const target = process.env.CARGO_TARGET_DIR ?? `${REPOSITORY}/target`;
  return process.env.CADSEQ ?? `${target}/release/cadseq`;
}

export class Server {
  private constructor(
    private readonly child: ChildProcess,
    readonly address: string,
  ) {}

  /** Starts a server; port 0 takes any free one. */
  static async start(port = 0): Promise<Server> {
    const child = spawn(program(), ["serve", "--port", String(port), "--log", "off"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    // A test that fails half-way leaves no server behind, and nobody waits for one.
    process.once("exit", () => child.kill("SIGKILL"));
    child.unref();
    const gone = once(child, "exit").then(([code]) => {
      throw new Error(`cadseq serve ended with ${code} before it printed its address`);
    });
    const address = await Promise.race([firstLine(child), gone]);
    return new Server(child, address.trim().replace(/\/$/, ""));
  }

  get port(): number {
    return Number(new URL(this.address).port);
  }

  /** Stops it at once, as a crash does. */
  async kill(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const gone = once(this.child, "exit");
      this.child.kill("SIGKILL");
      await gone;
    }
  }
}

async function firstLine(child: ChildProcess): Promise<string> {
  let text = "";
  if (child.stdout !== null) {
    for await (const part of child.stdout) {
      text += String(part);
      if (text.includes("\n")) {
        break;
      }
    }
  }
  return text.split("\n")[0] ?? "";
}
