/** An arrow on the far face of the chosen extrude, which a drag moves in or out. */

import { type Ray, Raycaster, Vector3 } from "three";
import { drawing, setAttributes } from "../dom/element";
import { farFace, withFarFace } from "../drawing/depth";
import { inWorld } from "../drawing/frames";
import { onStep, stepOf } from "../drawing/snap";
import { lengthText } from "../program/length";
import type { Position } from "../program/operation";
import type { State } from "../state/state";
import type { Workbench } from "../state/workbench";
import type { Mode } from "./mode";
import type { Paper } from "./paper";
import type { Places } from "./places";
import { aim, type CanvasPoint, seenAt } from "./sight";
import type { Stage } from "./stage";

const LENGTH_PX = 46;
const REACH_PX = 14;

/** From the tip to the label. */
const LABEL_PX = 14;

/** What decides whether there is an arrow. */
const CHOICE = ["selected", "tool", "sketching", "unit"] as const;

/** The arrow as it lies in the world: on a line along the sketch's normal. */
interface Lying {
  readonly paper: Paper;
  readonly foot: Position;
  readonly normal: Position;
  readonly height: number;
}

export class DepthArrow implements Mode {
  readonly isOn = false;
  readonly element = drawing("svg", { class: "ink", "aria-hidden": "true" });
  private readonly shaft = drawing("path", { class: "depth-arrow" });
  private readonly label = drawing("text", { class: "ink-word" });
  private found: Lying | null = null;
  private isOld = false;
  private grabbed: number | null = null;
  private ends: readonly [CanvasPoint, CanvasPoint] | null = null;

  constructor(
    private readonly workbench: Workbench,
    private readonly stage: Stage,
    private readonly places: Places,
  ) {
    this.element.append(this.shaft, this.label);
    workbench.store.listen((state, before) => {
      const isOther = CHOICE.some((key) => state[key] !== before[key]);
      this.isOld ||= isOther || state.program !== before.program || state.build !== before.build;
      if (isOther) {
        stage.redraw();
      }
    });
  }

  press(at: CanvasPoint): boolean {
    const { ends, lying } = this;
    if (ends === null || lying === null || awayFrom(ends, at) > REACH_PX) {
      return false;
    }
    this.grabbed = lying.height - this.heightAt(at, lying);
    this.element.classList.add("dragged");
    return true;
  }

  drag(at: CanvasPoint): void {
    const { lying, grabbed } = this;
    const { program, selected } = this.workbench.store.state;
    if (lying === null || grabbed === null || program === null || selected === null) {
      return;
    }
    const step = stepOf(lying.paper.unitsPerPixel([0, 0]));
    const height = onStep(this.heightAt(at, lying) + grabbed, step);
    const next = height === lying.height ? null : withFarFace(program, selected, height);
    if (next !== null) {
      this.workbench.edit(next, `depth ${selected}`);
    }
  }

  drop(): void {
    this.grabbed = null;
    this.element.classList.remove("dragged");
    this.workbench.settle();
  }

  hover(): void {}

  click(): void {}

  draw(): void {
    const { lying } = this;
    this.ends = lying && this.placed(lying);
    this.element.toggleAttribute("hidden", this.ends === null);
    if (lying === null || this.ends === null) {
      return;
    }
    const [from, to] = this.ends;
    const [x, y] = [(to.x - from.x) / LENGTH_PX, (to.y - from.y) / LENGTH_PX];
    const head = `M${to.x} ${to.y}l${-13 * x - 7 * y} ${-13 * y + 7 * x}l${14 * y} ${-14 * x}z`;
    this.shaft.setAttribute("d", `M${from.x} ${from.y}L${to.x} ${to.y}${head}`);
    // Right of the tip, or past it where the shaft would be there or the tools on the left: never on the arrow.
    const isLeft = x < -0.3;
    setAttributes(this.label, {
      x: to.x + (isLeft ? 0 : LABEL_PX),
      y: to.y + (isLeft ? (y < 0 ? -LABEL_PX : 2 * LABEL_PX) : LABEL_PX * y),
      "text-anchor": isLeft ? "middle" : "start",
    });
    this.label.textContent = lengthText(lying.height, this.workbench.store.state.unit);
  }

  /** Where the arrow lies; it is found anew for what is drawn, not for every edit. */
  private get lying(): Lying | null {
    if (this.isOld) {
      this.isOld = false;
      this.found = this.find(this.workbench.store.state);
    }
    return this.found;
  }

  private find({ program, selected, tool, sketching, build }: State): Lying | null {
    const isFree = tool === null && sketching === null && selected !== null;
    const face = isFree && program !== null ? farFace(program, selected) : null;
    const frame = build?.sketches.find(({ operation }) => operation === face?.sketch)?.frame;
    return face === null || frame === undefined
      ? null
      : {
          paper: this.places.paper(frame),
          foot: inWorld(face.middle, frame),
          normal: frame.normal,
          height: face.height,
        };
  }

  /** From the far face outwards on the canvas; null where the eye looks along it. */
  private placed({ foot, normal, height }: Lying): [CanvasPoint, CanvasPoint] | null {
    const sign = height < 0 ? -1 : 1;
    const tip = new Vector3(...foot).addScaledVector(new Vector3(...normal), height);
    const next = tip
      .clone()
      .addScaledVector(new Vector3(...normal), sign * 0.05 * this.stage.radius);
    const { camera, canvas } = this.stage;
    const [from, to] = [seenAt(tip, camera, canvas), seenAt(next, camera, canvas)];
    const [x, y] = [to.x - from.x, to.y - from.y];
    const length = Math.hypot(x, y);
    return length < 1.5
      ? null
      : [from, { x: from.x + (x / length) * LENGTH_PX, y: from.y + (y / length) * LENGTH_PX }];
  }

  /** The height on the arrow's line that is nearest to the pointer's ray. */
  private heightAt(at: CanvasPoint, { foot, normal }: Lying): number {
    const caster = new Raycaster();
    aim(caster, at, this.stage.camera, this.stage.canvas);
    return heightNearest(caster.ray, new Vector3(...foot), new Vector3(...normal));
  }
}

function heightNearest({ origin, direction }: Ray, foot: Vector3, normal: Vector3): number {
  const between = origin.clone().sub(foot);
  const along = direction.dot(normal);
  const spread = 1 - along * along;
  return (between.dot(normal) - along * between.dot(direction)) / spread;
}

function awayFrom([from, to]: readonly [CanvasPoint, CanvasPoint], { x, y }: CanvasPoint): number {
  const [ux, uy] = [to.x - from.x, to.y - from.y];
  const share = ((x - from.x) * ux + (y - from.y) * uy) / (ux * ux + uy * uy);
  const inside = Math.min(1.2, Math.max(0, share));
  return Math.hypot(x - from.x - ux * inside, y - from.y - uy * inside);
}
