/** What the server answers, as docs/serving.md says. Lengths are in model units of 1 cm, Z up. */

import type { Position, Program } from "../program/operation";

/** Size and place of a solid. */
export interface Measures {
  readonly volume: number;
  readonly surface_area: number;
  readonly box: readonly [Position, Position];
  readonly center_of_mass: Position;
}

/** A face of the exact solid, with what made it in the words of the language. */
export interface Face {
  readonly surface: "plane" | "cylinder";
  readonly origins: readonly string[];
}

/** Triangles with the exact faces and edges that they draw. */
export interface Mesh {
  readonly positions: readonly number[];
  readonly triangles: readonly number[];
  readonly triangle_faces: readonly number[];
  readonly faces: readonly Face[];
  readonly edges: readonly (readonly number[])[];
}

/** Where a sketch lies: a right-handed frame of unit vectors. */
export interface Frame {
  readonly origin: Position;
  readonly x_axis: Position;
  readonly y_axis: Position;
  readonly normal: Position;
}

/** A sketch in the world. */
export interface PlacedSketch {
  readonly operation: number;
  readonly frame: Frame;
  readonly profiles: number;
}

/** `POST /api/build`. */
export interface Build {
  readonly text: string;
  readonly program: Program;
  readonly measures: Measures | null;
  readonly bodies: number;
  readonly notes: readonly string[];
  readonly millis: number;
  readonly reused_operations: number;
  readonly sketches: readonly PlacedSketch[];
  readonly mesh: Mesh;
}

/** The pinhole camera of a picture. */
export interface PictureCamera {
  readonly position: Position;
  readonly target: Position;
  readonly up: Position;
  readonly vertical_fov_deg: number;
  readonly width: number;
  readonly height: number;
}

/** A program that may have made a picture. */
export interface Candidate {
  readonly text: string;
  readonly score: number;
  /** What is taken for granted because the picture does not show it. */
  readonly assumptions: readonly string[];
  /** How it differs from the first, where the picture does not tell them apart. */
  readonly differs: string | null;
  /** A `data:` address. */
  readonly thumbnail: string;
}

/** Where the time of a reading went, in milliseconds. */
export interface Millis {
  readonly find: number;
  readonly network: number;
  readonly fit: number;
  readonly total: number;
}

/** `POST /api/reconstruct`. */
export interface Reconstruction {
  readonly confidence: number;
  readonly millis: Millis;
  readonly camera: PictureCamera;
  readonly candidates: readonly Candidate[];
}

/** A box in pixels of a picture. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A map of what is seen, as colours; transparent where it shows nothing. */
export interface SeenLayer {
  readonly name: "mask" | "normals" | "depth" | "edges";
  /** A `data:` address. */
  readonly picture: string;
  /** What its colours mean, where each has a meaning of its own. */
  readonly legend: readonly { readonly name: string; readonly color: string }[];
}

/** `POST /api/see`. */
export interface Seen {
  readonly width_px: number;
  readonly height_px: number;
  readonly objects: readonly PixelBox[];
  readonly part: PixelBox;
  readonly certainty: number;
  /** Where the layers lie: a square, which may reach beyond the picture. */
  readonly square: PixelBox;
  readonly layers: readonly SeenLayer[];
}

/** A format that programs are written in. */
export interface Format {
  readonly name: string;
  readonly title: string;
  readonly extension: string;
  readonly media_type: string;
  readonly kind: "solid" | "script" | "drawing" | "program";
}

/** A part to start from. */
export interface Example {
  readonly name: string;
  readonly title: string;
  readonly picture: string;
  readonly text: string;
}

/** `POST /api/import`. */
export interface Imported {
  readonly text: string;
  readonly notes: readonly string[];
}

/** What is wrong with a request, for a person. */
export interface FaultBody {
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
  readonly operation?: number;
}
