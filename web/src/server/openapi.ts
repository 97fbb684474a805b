/** Written by `npm run types` from docs/schema/openapi.json. Not to be changed by hand. */

export interface BoxRecord {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface BuildAnswer {
  readonly text: string;
  readonly program: object;
  readonly measures?: null | MeasuresRecord;
  readonly bodies: number;
  readonly notes: readonly string[];
  readonly millis: number;
  readonly reused_operations: number;
  readonly sketches: readonly SketchRecord[];
  readonly mesh: MeshRecord;
}

export interface BuildRequest {
  readonly text?: string | null;
  readonly program?: object | null;
  readonly tolerance?: number | null;
}

export interface CameraRecord {
  readonly position: readonly number[];
  readonly target: readonly number[];
  readonly up: readonly number[];
  readonly vertical_fov_deg: number;
  readonly width: number;
  readonly height: number;
}

export interface CandidateRecord {
  readonly text: string;
  readonly score: number;
  readonly assumptions: readonly string[];
  readonly differs?: string | null;
  readonly thumbnail: string;
}

export interface ConvertRequest {
  readonly text?: string | null;
  readonly program?: object | null;
  readonly to: string;
  readonly name?: string;
  readonly tolerance?: number | null;
  readonly sketch?: number;
}

export interface ErrorBody {
  readonly error: Fault;
}

export interface ExampleRecord {
  readonly name: string;
  readonly title: string;
  readonly picture: string;
  readonly text: string;
}

export interface FaceRecord {
  readonly surface: SurfaceName;
  readonly origins: readonly string[];
}

export interface Fault {
  readonly message: string;
  readonly line?: number | null;
  readonly column?: number | null;
  readonly operation?: number | null;
}

export interface FormatRecord {
  readonly name: string;
  readonly title: string;
  readonly extension: string;
  readonly media_type: string;
  readonly kind: string;
}

export interface FrameRecord {
  readonly origin: readonly number[];
  readonly x_axis: readonly number[];
  readonly y_axis: readonly number[];
  readonly normal: readonly number[];
}

export interface Health {
  readonly status: string;
  readonly version: string;
}

export interface ImportAnswer {
  readonly text: string;
  readonly notes: readonly string[];
}

export interface LayerRecord {
  readonly name: string;
  readonly picture: string;
  readonly legend: readonly LegendRecord[];
}

export interface LegendRecord {
  readonly name: string;
  readonly color: string;
}

export interface MeasuresRecord {
  readonly volume: number;
  readonly surface_area: number;
  readonly box: readonly (readonly number[])[];
  readonly center_of_mass: readonly number[];
}

export interface MeshRecord {
  readonly positions: readonly number[];
  readonly triangles: readonly number[];
  readonly triangle_faces: readonly number[];
  readonly faces: readonly FaceRecord[];
  readonly edges: readonly (readonly number[])[];
}

export interface MillisRecord {
  readonly find: number;
  readonly network: number;
  readonly fit: number;
  readonly total: number;
}

export interface ReconstructAnswer {
  readonly confidence: number;
  readonly millis: MillisRecord;
  readonly camera: CameraRecord;
  readonly candidates: readonly CandidateRecord[];
}

export interface RenderRequest {
  readonly text?: string | null;
  readonly program?: object | null;
  readonly style?: string;
  readonly size?: number;
}

export interface SeeAnswer {
  readonly width_px: number;
  readonly height_px: number;
  readonly objects: readonly BoxRecord[];
  readonly part: BoxRecord;
  readonly certainty: number;
  readonly square: BoxRecord;
  readonly layers: readonly LayerRecord[];
}

export interface SketchRecord {
  readonly operation: number;
  readonly frame: FrameRecord;
  readonly profiles: number;
}

export type SurfaceName = "plane" | "cylinder";
