import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Claims } from "./claims";

type Take = (lock: object | null) => Promise<void> | null;

const claims = new Claims("part");

/** Who holds what, in all tabs. */
const held = new Set<string>();

/** Locks as a browser gives them, to a page that is so busy that its patience is over when it may answer. */
async function request(name: string, options: LockOptions, take: Take): Promise<void> {
  if (options.signal !== undefined) {
    throw new DOMException("The page was busy.", "TimeoutError");
  }
  const isFree = !held.has(name);
  if (isFree) {
    held.add(name);
  }
  await take(isFree ? {} : null);
  if (isFree) {
    held.delete(name);
  }
}

beforeEach(() => vi.stubGlobal("navigator", { locks: { request } }));

afterEach(() => {
  claims.release();
  held.clear();
  vi.unstubAllGlobals();
});

describe("a page that was busy", () => {
  it("has the part that nobody else has, until it lets go", async () => {
    expect(await claims.claim("mine")).toBe(true);
    expect([...held]).toEqual(["cadseq part mine"]);
    expect(await claims.claim("mine")).toBe(true);
    claims.release();
    await vi.waitFor(() => expect(held.size).toBe(0));
  });

  it("leaves another tab the part that it has", async () => {
    held.add("cadseq part theirs");
    expect(await claims.claim("theirs")).toBe(false);
    expect([...held]).toEqual(["cadseq part theirs"]);
  });
});
