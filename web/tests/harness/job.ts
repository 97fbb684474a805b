/** One page at a time, which must end without faults. */

import { afterEach, beforeEach, expect } from "vitest";
import { type Visit, visit } from "./browser";
import type { Stage } from "./stage";

/** A visit for each test of a file. */
export function job(on: Stage): { visited: Visit } {
  // Tests read it only after `beforeEach` has filled it.
  const job = {} as { visited: Visit };
  beforeEach(async () => {
    job.visited = await visit(on.browser, on.server.address);
  });
  afterEach(async () => {
    await job.visited.context.close();
    expect(job.visited.faults).toEqual([]);
  });
  return job;
}
