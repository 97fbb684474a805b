/** The page's types of answers hold what the server's document says: a field that is not there does not compile. */

import type * as page from "./answers";
import type * as document from "./openapi";

/** A type of the page that is at least as exact as that of the document, with the same fields. */
type Agree<Page extends Document, Document> =
  Exclude<keyof Page, keyof Document> extends never
    ? Exclude<keyof Document, keyof Page> extends never
      ? true
      : never
    : never;

/** Every answer that the page reads. */
export const AGREEMENT: readonly [
  Agree<page.Build, document.BuildAnswer>,
  Agree<page.Measures, document.MeasuresRecord>,
  Agree<page.Mesh, document.MeshRecord>,
  Agree<page.Face, document.FaceRecord>,
  Agree<page.PlacedSketch, document.SketchRecord>,
  Agree<page.Frame, document.FrameRecord>,
  Agree<page.Reconstruction, document.ReconstructAnswer>,
  Agree<page.PictureCamera, document.CameraRecord>,
  Agree<page.Candidate, document.CandidateRecord>,
  Agree<page.Millis, document.MillisRecord>,
  Agree<page.Seen, document.SeeAnswer>,
  Agree<page.SeenLayer, document.LayerRecord>,
  Agree<page.PixelBox, document.BoxRecord>,
  Agree<page.Format, document.FormatRecord>,
  Agree<page.Example, document.ExampleRecord>,
  Agree<page.Imported, document.ImportAnswer>,
  Agree<page.FaultBody, document.Fault>,
] = [
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
  true,
];
