/** The page's types of answers hold what the server's document says: a field that is not there does not compile. */

import type * as page from "./answers";
import type * as document from "./openapi";

/** Whether a type of the page, which is at least as exact as that of the document, has the same fields. */
type Agrees<Page extends Document, Document> =
  Exclude<keyof Page, keyof Document> extends never
    ? Exclude<keyof Document, keyof Page> extends never
      ? true
      : false
    : false;

type All<Checks extends readonly true[]> = Checks;

/** Every answer that the page reads. */
export type Agreement = All<
  [
    Agrees<page.Build, document.BuildAnswer>,
    Agrees<page.Measures, document.MeasuresRecord>,
    Agrees<page.Mesh, document.MeshRecord>,
    Agrees<page.Face, document.FaceRecord>,
    Agrees<page.PlacedSketch, document.SketchRecord>,
    Agrees<page.Frame, document.FrameRecord>,
    Agrees<page.Reconstruction, document.ReconstructAnswer>,
    Agrees<page.PictureCamera, document.CameraRecord>,
    Agrees<page.Candidate, document.CandidateRecord>,
    Agrees<page.Millis, document.MillisRecord>,
    Agrees<page.Seen, document.SeeAnswer>,
    Agrees<page.SeenLayer, document.LayerRecord>,
    Agrees<page.PixelBox, document.BoxRecord>,
    Agrees<page.Format, document.FormatRecord>,
    Agrees<page.Example, document.ExampleRecord>,
    Agrees<page.Imported, document.ImportAnswer>,
    Agrees<page.FaultBody, document.Fault>,
  ]
>;
