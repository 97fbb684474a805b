import { beforeEach, describe, expect, it } from "vitest";
import type { Program } from "../program/operation";
import { withOperation } from "../program/operation";
import { printProgram } from "../program/text";
import type { Build, Reconstruction } from "../server/answers";
import { Client, type Source, Unreachable } from "../server/client";
import { Store } from "./state";
import { Workbench } from "./workbench";

/** A disc of a depth. */
function disc(depth: number): Program {
  return {
    schema: "cadseq-program/1",
    operations: [
      { op: "add_sketch", plane: "XY" },
      { op: "add_circle", center: [0, 0], radius: 1 },
      { op: "add_extrude", profiles: [0], extent: { one_side: depth }, operation: "new" },
    ],
  };
}

/** A server that takes discs, and answers when the test says so. */
class Answering extends Client {
  isThere = true;
  readonly pictures: ((found: Reconstruction) => void)[] = [];

  constructor() {
    super(null);
  }

  override async build(source: Source): Promise<Build> {
    await Promise.resolve();
    if (!this.isThere) {
      throw new Unreachable();
    }
    const program = "program" in source ? source.program : disc(depthOf(source.text));
    return {
      text: printProgram(program),
      program,
      measures: null,
      bodies: 1,
      notes: [],
      millis: 1,
      reused_operations: 0,
      sketches: [],
      mesh: { positions: [], triangles: [], triangle_faces: [], faces: [], edges: [] },
    };
  }

  override reconstruct(_picture: Blob, signal: AbortSignal): Promise<Reconstruction> {
    return new Promise((answer, refuse) => {
      this.pictures.push(answer);
      signal.addEventListener("abort", () => refuse(new DOMException("given up", "AbortError")));
    });
  }
}

function depthOf(text: string): number {
  return Number(/add_extrude\(0, ([^,]+)/.exec(text)?.[1]);
}

function found(depth: number): Reconstruction {
  return {
    confidence: 0.5,
    millis: { total: 1 },
    camera: {
      position: [20, 20, 20],
      target: [0, 0, 0],
      up: [0, 0, 1],
      vertical_fov_deg: 60,
      width: 512,
      height: 512,
    },
    candidates: [depth, depth + 1].map((one) => ({
      text: printProgram(disc(one)),
      score: 0.5,
      assumptions: [],
      differs: null,
      thumbnail: "",
    })),
  };
}

function pause(millis = 5): Promise<void> {
  return new Promise((resume) => setTimeout(resume, millis));
}

let client: Answering;
let workbench: Workbench;

/** The depth of the open program and that of the solid on show. */
function depths(): [number, number] {
  const { history, build } = workbench.store.state;
  const depth = (program: Program | undefined) => depthOf(program ? printProgram(program) : "");
  return [depth(history?.present), depth(build?.program)];
}

beforeEach(() => {
  client = new Answering();
  workbench = new Workbench(new Store(), client);
});

describe("edits", () => {
  it("are built, and undone as one gesture", async () => {
    workbench.open(printProgram(disc(1)), "disc");
    await pause();
    for (const depth of [2, 3, 4]) {
      workbench.edit(disc(depth), "drag");
    }
    await pause();
    expect(depths()).toEqual([4, 4]);
    workbench.undo();
    await pause();
    expect(depths()).toEqual([1, 1]);
  });

  it("of an old program do not show over one that was opened", async () => {
    workbench.open(printProgram(disc(1)), "disc");
    await pause();
    workbench.open(printProgram(disc(7)), "other");
    workbench.edit(disc(2), "drag");
    await pause(20);
    const [program, solid] = depths();
    expect(solid).toBe(program);
  });

  it("overtake what was typed before", async () => {
    workbench.open(printProgram(disc(1)), "disc");
    await pause();
    workbench.type(printProgram(disc(5)));
    await pause(50);
    workbench.edit(disc(2), null);
    await pause(300);
    expect(depths()).toEqual([2, 2]);
  });

  it("are kept while no server answers, and built again when it does", async () => {
    workbench.open(printProgram(disc(1)), "disc");
    await pause();
    client.isThere = false;
    const { history } = workbench.store.state;
    const next = withOperation(history?.present ?? disc(0), 1, {
      op: "add_circle",
      center: [0, 0],
      radius: 3,
    });
    workbench.edit(next, null);
    await pause();
    expect(workbench.store.state.problem?.canRetry).toBe(true);
    expect(workbench.store.state.text).toContain("add_circle(0, 0, 3)");
    client.isThere = true;
    workbench.failures.retry();
    await pause();
    expect(workbench.store.state.problem).toBeNull();
    expect(workbench.store.state.build?.program).toEqual(next);
  });
});

describe("pictures", () => {
  it("open their best candidate, and another one on demand", async () => {
    void workbench.pictures.take(new Blob(["1"]), "one.png");
    client.pictures[0]?.(found(3));
    await pause();
    expect(depths()).toEqual([3, 3]);
    workbench.pictures.choose(1);
    await pause();
    expect(depths()).toEqual([4, 4]);
    expect(workbench.store.state.picture?.reading?.taken).toBe(1);
  });

  it("that come while another one is read take its place", async () => {
    void workbench.pictures.take(new Blob(["1"]), "one.png");
    void workbench.pictures.take(new Blob(["2"]), "two.png");
    await pause();
    expect(workbench.store.state.picture?.name).toBe("two.png");
    client.pictures[1]?.(found(8));
    await pause();
    expect(depths()).toEqual([8, 8]);
    expect(workbench.store.state.problem).toBeNull();
  });

  it("that are given up leave the one before", async () => {
    void workbench.pictures.take(new Blob(["1"]), "one.png");
    client.pictures[0]?.(found(3));
    await pause();
    void workbench.pictures.take(new Blob(["2"]), "two.png");
    workbench.pictures.stop();
    await pause();
    expect(workbench.store.state.picture?.name).toBe("one.png");
    expect(depths()).toEqual([3, 3]);
  });

  it("do not come back after all is put away", async () => {
    void workbench.pictures.take(new Blob(["1"]), "one.png");
    workbench.close();
    await pause();
    expect(workbench.store.state.picture).toBeNull();
    expect(workbench.store.state.history).toBeNull();
  });
});
