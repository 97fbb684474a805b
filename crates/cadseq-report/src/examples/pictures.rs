//! What a person looks at: the truth's picture, the prediction's, and the truth's edges over it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use cadseq_evaluation::Judged;
use cadseq_program::Program;
use cadseq_render::{Picture, Style, View, Window, draw, encode_png, overlay};
use cadseq_solid::{Mesh, Part};

/// Width and height of a picture in pixels.
pub(crate) const PICTURE_PX: usize = 176;
/// Chord tolerance of the drawn solids in model units, below a pixel.
const CHORD_TOLERANCE: f64 = 0.01;
/// What is left free around the solids, as a share of their longer side.
const MARGIN: f64 = 0.08;
/// Height of the paper's picture, whose frame bounds the crop.
const FRAME_PX: usize = 512;

/// Pictures of one program as `data:` addresses, all through the window around truth and
/// prediction.
#[derive(Debug, Clone)]
pub(crate) struct Pictures {
    /// The truth in the style `paper`.
    pub(crate) input: Option<String>,
    /// The prediction in the same style, or why there is none.
    pub(crate) prediction: Result<String, String>,
    /// The truth's edges over the prediction; over white where there is none.
    pub(crate) overlay: Option<String>,
}

impl Pictures {
    /// Draws all three.
    pub(crate) fn of(judged: &Judged) -> Self {
        let truth_mesh = mesh(&judged.truth).ok();
        let predicted_mesh = predicted(judged);
        let view = view(truth_mesh.iter().chain(predicted_mesh.as_ref().ok()));
        let render = |mesh: &Mesh| draw(mesh, &view, &Style::paper());
        let prediction = predicted_mesh.as_ref().map(render);
        let white = Picture::filled(view.width, view.height, 1.0);
        let under = prediction.as_ref().unwrap_or(&white);
        Self {
            input: truth_mesh
                .as_ref()
                .map(|mesh| address(&encode_png(&render(mesh)))),
            overlay: truth_mesh
                .as_ref()
                .map(|mesh| address(&overlay(under, mesh, &view))),
            prediction: match &prediction {
                Ok(picture) => Ok(address(&encode_png(picture))),
                Err(reason) => Err((*reason).clone()),
            },
        }
    }
}

/// The predicted solid, or why there is none.
fn predicted(judged: &Judged) -> Result<Mesh, String> {
    let program = judged
        .prediction
        .as_ref()
        .ok_or("no program was predicted")?;
    mesh(program).map_err(|reason| format!("no solid: {reason}"))
}

fn mesh(program: &Program) -> Result<Mesh, String> {
    let part = Part::build(program).map_err(|error| error.to_string())?;
    let mesh = part.solid.mesh(CHORD_TOLERANCE);
    mesh.map_err(|error| error.to_string())
}

/// The paper's camera through the window around what its picture shows of the meshes.
fn view<'m>(meshes: impl Iterator<Item = &'m Mesh>) -> View {
    let frame = View::paper(FRAME_PX);
    let points: Vec<_> = meshes
        .flat_map(|mesh| mesh.positions.iter().copied())
        .collect();
    let window = match frame.bounds(&points) {
        Some((low, high)) => Window::around(low, high, MARGIN),
        None => frame.window,
    };
    frame.through(window, PICTURE_PX)
}

fn address(png: &[u8]) -> String {
    format!("data:image/png;base64,{}", STANDARD.encode(png))
}

#[cfg(test)]
mod tests {
    use super::*;
    use cadseq_evaluation::Grade;

    const TRUTH: &str = "add_sketch(XY)\nadd_circle(0, 0, 4)\nadd_extrude(5)";

    fn pictures(prediction: Option<&str>) -> Pictures {
        Pictures::of(&Judged {
            index: 7,
            truth: TRUTH.parse().expect("a program"),
            prediction: prediction.map(|text| text.parse().expect("a program")),
            iou: None,
            mse: None,
            exact: false,
            grade: Grade::Inadequate,
        })
    }

    #[test]
    fn equal_programs_have_equal_pictures() {
        let same = pictures(Some(TRUTH));
        assert_eq!(same.input.as_ref(), same.prediction.as_ref().ok());
        assert!(same.overlay.is_some_and(|overlay| overlay.len() > 1000));
        let other = pictures(Some(&TRUTH.replace("(5)", "(-5)")));
        assert_ne!(other.input.as_ref(), other.prediction.as_ref().ok());
    }

    #[test]
    fn what_is_no_solid_says_why() {
        let none = pictures(None);
        assert_eq!(none.prediction, Err("no program was predicted".to_owned()));
        assert!(none.input.is_some() && none.overlay.is_some());
        let open = "add_sketch(XY)\nadd_line(0, 0, 4, 0)\nadd_line(4, 0, 4, 4)\nadd_extrude(5)";
        let reason = pictures(Some(open)).prediction.expect_err("an open loop");
        assert!(reason.starts_with("no solid: "), "{reason}");
    }
}
