import { beforeEach, describe, expect, it } from "vitest";
import type { Program } from "../program/operation";
import { withOperation } from "../program/operation";
import { readText } from "../program/read";
import { printProgram } from "../program/text";
import type { Build, Reconstruction } from "../server/answers";
import { Client, Refusal, Unreachable } from "../server/client";
import { Store } from "./state";
import { cameraOf } from "./version";
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
  readonly built: string[] = [];
  readonly pictures: ((found: Reconstruction) => void)[] = [];

  constructor() {
    super(null);
  }

  override async build({ text }: { readonly text: string }): Promise<Build> {
    await Promise.resolve();
    if (!this.isThere) {
      throw new Unreachable();
    }
    const depth = depthOf(text);
    if (!Number.isFinite(depth) || depth === 0 || text.includes("two")) {
      throw new Refusal({ message: "no such disc", line: 3, operation: 2 }, 422);
    }
    this.built.push(text);
    return {
      text: printProgram(disc(depth)),
      program: readText(text)?.program ?? disc(depth),
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
    confidence: 0.7,
    millis: { find: 0, network: 0, fit: 1, total: 1 },
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
  const { program, build } = workbench.store.state;
  const depth = (program: Program | null | undefined) =>
    depthOf(program ? printProgram(program) : "");
  return [depth(program), depth(build?.program)];
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

  it("leave comments and layout, and what is being written", async () => {
    workbench.open(`# a disc\n${printProgram(disc(1))}`, "disc");
    await pause();
    workbench.type(`# a disc\n${printProgram(disc(1))}add_sketch(`);
    workbench.edit(disc(2), "drag");
    await pause(20);
    expect(workbench.store.state.text).toBe(`# a disc\n${printProgram(disc(2))}add_sketch(`);
    expect(depths()).toEqual([2, 2]);
    workbench.undo();
    expect(workbench.store.state.text).toBe(`# a disc\n${printProgram(disc(1))}add_sketch(`);
  });

  it("are kept while no server answers, and built again when it does", async () => {
    workbench.open(printProgram(disc(1)), "disc");
    await pause();
    client.isThere = false;
    const next = withOperation(workbench.store.state.program ?? disc(0), 1, {
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

describe("a program that makes no solid", () => {
  it("is opened all the same, and can be mended by its numbers", async () => {
    workbench.open(printProgram(disc(0)), "flat");
    await pause();
    const { problem, build, program } = workbench.store.state;
    expect(problem).toMatchObject({ line: 3, operation: 2 });
    expect(build).toBeNull();
    expect(program?.operations.length).toBe(3);
    workbench.edit(disc(4), null);
    await pause();
    expect(workbench.store.state.problem).toBeNull();
    expect(depths()).toEqual([4, 4]);
  });

  it("leaves the last solid while a slider is dragged there", async () => {
    workbench.open(printProgram(disc(3)), "disc");
    await pause();
    for (const depth of [2, 1, 0]) {
      workbench.edit(disc(depth), "drag");
      await pause();
    }
    expect(workbench.store.state.problem?.operation).toBe(2);
    expect(depths()).toEqual([0, 1]);
    expect(await workbench.solid()).toBe(printProgram(disc(1)));
  });

  it("does not keep the solid of the part before it", async () => {
    workbench.open(printProgram(disc(1)), "disc");
    await pause();
    workbench.open("add_sketch(", "broken");
    await pause();
    expect(workbench.store.state.build).toBeNull();
    workbench.undo();
    await pause();
    expect(workbench.store.state.name).toBe("disc");
    expect(depths()).toEqual([1, 1]);
  });

  it("leaves files the solid on show", async () => {
    workbench.open(printProgram(disc(1)), "disc");
    await pause();
    workbench.edit(disc(2), null);
    expect(await workbench.solid()).toBe(printProgram(disc(2)));
    workbench.type("add_sketch(XY)\nadd_circle(0, 0, two)\n");
    expect(await workbench.solid()).toBe(printProgram(disc(2)));
    expect(workbench.store.state.problem?.message).toBe("No such disc.");
  });
});

describe("pictures", () => {
  it("go with their program, and come back with it", async () => {
    void workbench.pictures.take(new Blob(["1"]), "one.png");
    client.pictures[0]?.(found(3));
    await pause();
    workbench.open(printProgram(disc(9)), "other");
    expect(workbench.store.state.picture).toBeNull();
    workbench.undo();
    expect(workbench.store.state.name).toBe("one");
    expect(workbench.store.state.picture?.picture.name).toBe("one.png");
    workbench.undo();
    await pause();
    expect(depths()).toEqual([3, 3]);
  });

  it("have their camera scaled with the part, and their other candidates too", async () => {
    void workbench.pictures.take(new Blob(["1"]), "one.png");
    client.pictures[0]?.(found(3));
    await pause();
    workbench.scale(2);
    await pause();
    const { picture } = workbench.store.state;
    expect(picture && cameraOf(picture).position).toEqual([40, 40, 40]);
    expect(depths()).toEqual([6, 6]);
    workbench.pictures.choose(1);
    await pause();
    expect(depths()).toEqual([8, 8]);
  });

  it("that are refused stay on the page with the reason", async () => {
    client.reconstruct = () => Promise.reject(new Refusal({ message: "nothing is seen" }, 422));
    await workbench.pictures.take(new Blob(["1"]), "one.png");
    expect(workbench.store.state.attempt).toMatchObject({
      name: "one.png",
      refusal: "Nothing is seen.",
    });
    workbench.pictures.stop();
    expect(workbench.store.state.attempt).toBeNull();
  });

  it("open their best candidate, and another one on demand", async () => {
    void workbench.pictures.take(new Blob(["1"]), "one.png");
    client.pictures[0]?.(found(3));
    await pause();
    expect(depths()).toEqual([3, 3]);
    workbench.pictures.choose(1);
    await pause();
    expect(depths()).toEqual([4, 4]);
    expect(workbench.store.state.picture?.taken).toBe(1);
  });

  it("that come while another one is read take its place", async () => {
    void workbench.pictures.take(new Blob(["1"]), "one.png");
    void workbench.pictures.take(new Blob(["2"]), "two.png");
    await pause();
    expect(workbench.store.state.attempt?.name).toBe("two.png");
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
    expect(workbench.store.state.picture?.picture.name).toBe("one.png");
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
