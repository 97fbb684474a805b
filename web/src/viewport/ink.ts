/** What is drawn over the solid while a person makes something: paper, curves, what a click would do. */

import { drawing } from "../dom/element";
import type { SnapName } from "../drawing/snap";
import { stepOf } from "../drawing/snap";
import { polyline } from "../program/arc";
import type { Curve, Plane, Point } from "../program/operation";
import type { Profile } from "../program/profiles";
import type { Paper } from "./paper";
import type { Square } from "./places";

/** Lines of the grid to either side of its middle. */
const GRID_REACH = 40;

/** What there is to draw. */
export interface Sheetful {
  readonly paper: Paper;
  /** The point around which the grid is drawn; none without a grid. */
  readonly middle?: Point;
  readonly curves?: readonly Curve[];
  readonly chosen?: readonly Curve[];
  readonly profiles?: readonly Profile[];
  /** What a click would add. */
  readonly preview?: readonly Curve[];
  readonly handles?: readonly Point[];
  readonly cursor?: { readonly point: Point; readonly name: SnapName } | undefined;
  /** Points with which the cursor is in line. */
  readonly aligned?: readonly Point[];
}

export class Ink {
  readonly element: SVGSVGElement;
  private readonly paths = {
    grid: drawing("path", { class: "ink-grid" }),
    axes: drawing("path", { class: "ink-axes" }),
    profiles: drawing("path", { class: "ink-profiles" }),
    curves: drawing("path", { class: "ink-curves" }),
    chosen: drawing("path", { class: "ink-chosen" }),
    aligned: drawing("path", { class: "ink-aligned" }),
    preview: drawing("path", { class: "ink-preview" }),
    handles: drawing("path", { class: "ink-handles" }),
  };
  private readonly squares = drawing("g", { class: "ink-squares" });
  private readonly cursor = drawing("circle", { class: "ink-cursor", r: 5 });
  private readonly word = drawing("text", { class: "ink-word" });

  constructor() {
    this.element = drawing(
      "svg",
      { class: "ink", "aria-hidden": "true" },
      this.squares,
      ...Object.values(this.paths),
      this.cursor,
      this.word,
    );
    this.clear();
  }

  clear(): void {
    for (const path of Object.values(this.paths)) {
      path.removeAttribute("d");
    }
    this.squares.replaceChildren();
    this.cursor.toggleAttribute("hidden", true);
    this.word.textContent = "";
  }

  /** Draws the origin planes, of which one may be under the pointer. */
  drawSquares(squares: readonly Square[], under: Plane | null): void {
    const made = squares.flatMap(({ plane, corners }) => {
      const points = corners.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
      const [corner] = corners.toSorted((one, other) => one.y - other.y);
      const name = drawing("text", { x: corner?.x ?? 0, y: (corner?.y ?? 0) + 16 }, plane);
      const isUnder = plane === under;
      return [drawing("polygon", { points, class: isUnder ? "under" : null }), name];
    });
    this.squares.replaceChildren(...made);
  }

  draw(sheet: Sheetful): void {
    const { paper, middle, profiles = [], handles = [], cursor } = sheet;
    const { paths } = this;
    const curves = (all: readonly Curve[] = []): string =>
      all.map((curve) => paper.path(polyline(curve))).join("");
    paths.grid.setAttribute("d", middle ? gridPath(paper, middle) : "");
    paths.axes.setAttribute("d", middle ? axesPath(paper, middle) : "");
    paths.profiles.setAttribute(
      "d",
      profiles.map((profile) => profilePath(paper, profile)).join(""),
    );
    paths.curves.setAttribute("d", curves(sheet.curves));
    paths.chosen.setAttribute("d", curves(sheet.chosen));
    paths.preview.setAttribute("d", curves(sheet.preview));
    paths.handles.setAttribute("d", handles.map((point) => squareAt(paper, point)).join(""));
    const aligned = cursor === undefined ? [] : (sheet.aligned ?? []);
    paths.aligned.setAttribute(
      "d",
      aligned.map((point) => paper.path([point, cursor?.point ?? point])).join(""),
    );
    this.cursor.toggleAttribute("hidden", cursor === undefined);
    this.word.textContent = "";
    if (cursor !== undefined) {
      const { x, y } = paper.place(cursor.point);
      this.cursor.setAttribute("cx", String(x));
      this.cursor.setAttribute("cy", String(y));
      this.cursor.dataset.kind = cursor.name;
      this.word.setAttribute("x", String(x + 10));
      this.word.setAttribute("y", String(y - 8));
      this.word.textContent = ["grid", "free", "aligned"].includes(cursor.name) ? "" : cursor.name;
    }
  }
}

function gridPath(paper: Paper, middle: Point): string {
  // Twice as far apart as points that are taken.
  const step = stepOf(2 * paper.unitsPerPixel(middle));
  const [x, y] = middle.map((value) => Math.round(value / step) * step) as [number, number];
  const reach = GRID_REACH * step;
  const lines = Array.from({ length: 2 * GRID_REACH + 1 }, (_, at) => (at - GRID_REACH) * step);
  return lines
    .map(
      (along) =>
        paper.path([
          [x + along, y - reach],
          [x + along, y + reach],
        ]) +
        paper.path([
          [x - reach, y + along],
          [x + reach, y + along],
        ]),
    )
    .join("");
}

function axesPath(paper: Paper, middle: Point): string {
  const reach = 200 * stepOf(paper.unitsPerPixel(middle));
  return (
    paper.path([
      [-reach, 0],
      [reach, 0],
    ]) +
    paper.path([
      [0, -reach],
      [0, reach],
    ])
  );
}

function profilePath(paper: Paper, { outer, holes }: Profile): string {
  return [outer, ...holes].map(({ points }) => `${paper.path(points)}Z`).join("");
}

function squareAt(paper: Paper, point: Point): string {
  const { x, y } = paper.place(point);
  return `M${x - 3.5} ${y - 3.5}h7v7h-7z`;
}
