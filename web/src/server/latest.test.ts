import { expect, it } from "vitest";
import { Latest } from "./latest";

function pause(millis: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, millis));
}

it("does one at a time, and the last of those that waited", async () => {
  const done: number[] = [];
  let running = 0;
  const latest = new Latest<number>(async (request) => {
    running += 1;
    expect(running).toBe(1);
    await pause(10);
    running -= 1;
    done.push(request);
  }, 1000);
  for (const request of [1, 2, 3, 4]) {
    latest.ask(request);
  }
  await pause(60);
  expect(done).toEqual([1, 4]);
});

it("gives up what takes too long once another waits", async () => {
  const ends: string[] = [];
  const latest = new Latest<string>(async (request, signal) => {
    const isSlow = request === "slow";
    await new Promise<void>((resume) => {
      signal.addEventListener("abort", () => resume());
      setTimeout(resume, isSlow ? 5000 : 1);
    });
    ends.push(`${request} ${signal.aborted ? "given up" : "done"}`);
  }, 20);
  latest.ask("slow");
  latest.ask("next");
  await pause(80);
  expect(ends).toEqual(["slow given up", "next done"]);
});
