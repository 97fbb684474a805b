//! One sample as files.

use cadseq_render::{Style, View, draw, encode_png};
use serde::{Deserialize, Serialize};

use crate::{Distribution, Rejections, Sample, Sequence, Split, Template, sample};

/// How far a drawn side may leave the exact one, in model units: less than half a pixel of the
/// nearest part that the paper's camera can see at 512 x 512 pixels.
pub const PICTURE_CHORD_TOLERANCE: f64 = 0.005;

/// What `KEY.json` says of a sample.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Label {
    /// Position in the data set.
    pub index: u64,
    /// Template shape.
    pub template: Template,
    /// Kinds of its curves.
    pub sequence: Sequence,
    /// Share of the data set.
    pub split: Split,
    /// Redraws before it, by cause.
    pub rejections: Rejections,
    /// Feature matrix in the paper's setting, row by row: t, I, x, y, alpha, r, d.
    pub matrix: Vec<Vec<i16>>,
}

/// The files of one sample.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    /// Their common name: the index in ten digits.
    pub key: String,
    /// Program text.
    pub cad: String,
    /// Label as JSON.
    pub json: Vec<u8>,
    /// Picture as PNG.
    pub png: Vec<u8>,
}

impl Label {
    /// The label of a sample.
    pub fn of(sample: &Sample, seed: u64, index: u64) -> Self {
        let matrix = &sample.matrix;
        Self {
            index,
            template: sample.template(),
            sequence: sample.sequence,
            split: Split::of(seed, index),
            rejections: sample.rejections.clone(),
            matrix: (0..matrix.rows())
                .map(|row| matrix.row(row).to_vec())
                .collect(),
        }
    }
}

impl Record {
    /// Draws the sample `index` and makes its files, the picture `picture_size` pixels wide.
    pub fn draw(distribution: &Distribution, seed: u64, index: u64, picture_size: usize) -> Self {
        let sample = sample(distribution, seed, index);
        let mesh = sample.prism.mesh(PICTURE_CHORD_TOLERANCE);
        let picture = draw(&mesh, &View::paper(picture_size), &Style::paper());
        let label = Label::of(&sample, seed, index);
        Self {
            key: format!("{index:010}"),
            cad: sample.program.to_string(),
            json: serde_json::to_vec(&label).expect("labels have text keys and finite numbers"),
            png: encode_png(&picture),
        }
    }

    /// Name and bytes of each file, in the order of the archive.
    pub fn files(&self) -> [(String, &[u8]); 3] {
        let name = |ending| format!("{}.{ending}", self.key);
        [
            (name("cad"), self.cad.as_bytes()),
            (name("json"), self.json.as_slice()),
            (name("png"), self.png.as_slice()),
        ]
    }
}
