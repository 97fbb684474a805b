/** What of an operation is chosen from a few: a sketch's plane; an extrude's kind, extent, profiles. */

import { element } from "../dom/element";
import { describePlane } from "../program/describe";
import {
  type AddExtrude,
  BODY_OPERATIONS,
  type Extent,
  type Operation,
  ORIGIN_PLANES,
  type Program,
  withOperation,
} from "../program/operation";
import { sketchNumberOf } from "../program/sketch";
import type { Build } from "../server/answers";
import type { Workbench } from "../state/workbench";

const EXTENTS = { one_side: "One side", symmetric: "Symmetric", two_sides: "Two sides" } as const;
type ExtentName = keyof typeof EXTENTS;

/** Controls for the choices of an operation. */
export function choices(
  workbench: Workbench,
  program: Program,
  index: number,
  build: Build | null,
): HTMLElement[] {
  const operation = program.operations[index];
  const set = (next: Operation): void => {
    workbench.edit(withOperation(program, index, next), null);
  };
  switch (operation?.op) {
    case "add_sketch": {
      const { plane } = operation;
      const planes = Object.fromEntries(ORIGIN_PLANES.map((name) => [name, name]));
      const own = typeof plane === "string" ? {} : { own: describePlane(plane) };
      const value = typeof plane === "string" ? plane : "own";
      return [
        choice("Plane", { ...planes, ...own }, value, (name) => {
          const chosen = ORIGIN_PLANES.find((one) => one === name);
          set(chosen === undefined ? operation : { ...operation, plane: chosen });
        }),
      ];
    }
    case "add_extrude":
      return extrude(operation, profilesOf(program, index, build), set);
    default:
      return [];
  }
}

function extrude(
  operation: AddExtrude,
  profileCount: number,
  set: (next: Operation) => void,
): HTMLElement[] {
  const kinds = { new: "New body", join: "Join", cut: "Cut", intersect: "Intersect" };
  const kind = choice("Result", kinds, operation.operation, (name) => {
    const chosen = BODY_OPERATIONS.find((one) => one === name) ?? operation.operation;
    set({ ...operation, operation: chosen });
  });
  const extent = choice("Extent", EXTENTS, extentName(operation.extent), (name) => {
    set({ ...operation, extent: extentOf(name, operation.extent) });
  });
  const most = Math.max(profileCount, ...operation.profiles.map((profile) => profile + 1));
  return most > 1 ? [kind, extent, profiles(operation, most, set)] : [kind, extent];
}

function profiles(
  operation: AddExtrude,
  count: number,
  set: (next: Operation) => void,
): HTMLElement {
  const boxes = Array.from({ length: count }, (_, profile) => {
    const box = element("input", { type: "checkbox", value: profile });
    box.checked = operation.profiles.includes(profile);
    return box;
  });
  const labels = boxes.map((box, profile) => element("label", {}, box, String(profile)));
  const group = element(
    "fieldset",
    { class: "profiles" },
    element("legend", {}, "Profiles"),
    ...labels,
  );
  group.addEventListener("change", () => {
    const chosen = boxes.flatMap((box, profile) => (box.checked ? [profile] : []));
    // An extrude has at least one profile: the last one cannot be taken away.
    set({ ...operation, profiles: chosen.length > 0 ? chosen : operation.profiles });
    for (const [profile, box] of boxes.entries()) {
      box.checked = chosen.length > 0 ? box.checked : operation.profiles.includes(profile);
    }
  });
  return group;
}

function profilesOf(program: Program, index: number, build: Build | null): number {
  return build?.sketches[sketchNumberOf(program, index)]?.profiles ?? 1;
}

function extentName(extent: Extent): ExtentName {
  return "one_side" in extent ? "one_side" : "symmetric" in extent ? "symmetric" : "two_sides";
}

/** Another extent of the same length. */
function extentOf(name: string, extent: Extent): Extent {
  const length =
    "one_side" in extent
      ? extent.one_side
      : "symmetric" in extent
        ? extent.symmetric
        : extent.two_sides.forward + extent.two_sides.backward;
  switch (name) {
    case "symmetric":
      return { symmetric: length };
    case "two_sides":
      return { two_sides: { forward: length / 2, backward: length / 2 } };
    default:
      return { one_side: length };
  }
}

function choice(
  label: string,
  options: Readonly<Record<string, string>>,
  value: string,
  choose: (name: string) => void,
): HTMLElement {
  const made = Object.entries(options).map(([name, title]) =>
    element("option", { value: name }, title),
  );
  const select = element("select", {}, ...made);
  select.value = value;
  select.addEventListener("change", () => choose(select.value));
  return element("label", { class: "choice" }, element("span", {}, label), select);
}
