//! One sample as files.

use cadseq_program::{FeatureMatrix, MatrixConfig, encode};
use cadseq_render::{Picture, Style, View, draw, encode_png};
use serde::{Deserialize, Serialize};

use super::{Source, SynthError};
use crate::{
    Distribution, PartSample, Rejections, Sample, Sequence, Split, Template, part_sample,
    parts::portrait, sample,
};

/// How far a drawn side may leave the exact one, in model units: less than half a pixel of the
/// nearest part that the paper's camera can see at 512 x 512 pixels.
pub const PICTURE_CHORD_TOLERANCE: f64 = 0.005;

/// Rows of the feature matrix of a part: what its programs need at most, marks included.
const PART_ROWS: usize = 128;

/// What `KEY.json` says of a sample.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Label {
    /// Position in the data set.
    pub index: u64,
    /// What kind of shape it is.
    #[serde(flatten)]
    pub kind: Kind,
    /// Share of the data set.
    pub split: Split,
    /// Redraws before it, by cause.
    pub rejections: Rejections,
    /// Feature matrix row by row: of a template in the paper's setting, t, I, x, y, alpha, r, d; of a
    /// part all ten variables in the 128 rows of [`MatrixConfig::wide`], absent where that cannot carry the
    /// program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matrix: Option<Vec<Vec<i16>>>,
}

/// What a sample is called within its distribution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Kind {
    /// One of the paper's templates.
    Template {
        /// Template shape.
        template: Template,
        /// Kinds of its curves.
        sequence: Sequence,
    },
    /// A part.
    Part {
        /// Its family.
        family: String,
    },
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
    /// What the picture shows of the solid; in no file.
    pub view: View,
}

impl Label {
    /// The label of a template's sample.
    pub fn of(sample: &Sample, seed: u64, index: u64) -> Self {
        Self {
            index,
            kind: Kind::Template {
                template: sample.template(),
                sequence: sample.sequence,
            },
            split: Split::of(seed, index),
            rejections: sample.rejections.clone(),
            matrix: Some(rows(&sample.matrix)),
        }
    }

    /// The label of a part.
    pub fn of_part(sample: &PartSample, seed: u64, index: u64) -> Self {
        let matrix = encode(&sample.program, &MatrixConfig::wide(PART_ROWS));
        Self {
            index,
            kind: Kind::Part {
                family: sample.family.to_owned(),
            },
            split: Split::of(seed, index),
            rejections: sample.rejections.clone(),
            matrix: matrix.ok().map(|matrix| rows(&matrix)),
        }
    }
}

fn rows(matrix: &FeatureMatrix) -> Vec<Vec<i16>> {
    (0..matrix.rows())
        .map(|row| matrix.row(row).to_vec())
        .collect()
}

impl Record {
    /// Draws the sample `index` and makes its files, the picture `picture_size` pixels wide. The paper's
    /// camera sees templates; parts fill their picture.
    ///
    /// # Errors
    /// Where a part has no mesh.
    pub fn draw(
        source: &Source,
        seed: u64,
        index: u64,
        picture_size: usize,
    ) -> Result<Self, SynthError> {
        match source {
            Source::Templates(distribution) => {
                Ok(Self::draw_template(distribution, seed, index, picture_size))
            }
            Source::Parts => Self::draw_part(seed, index, picture_size),
        }
    }

    fn draw_template(
        distribution: &Distribution,
        seed: u64,
        index: u64,
        picture_size: usize,
    ) -> Self {
        let sample = sample(distribution, seed, index);
        let mesh = sample.prism.mesh(PICTURE_CHORD_TOLERANCE);
        let view = View::paper(picture_size);
        let picture = draw(&mesh, &view, &Style::paper());
        let label = Label::of(&sample, seed, index);
        Self::new(&label, sample.program.to_string(), &picture, view)
    }

    fn draw_part(seed: u64, index: u64, picture_size: usize) -> Result<Self, SynthError> {
        let sample = part_sample(seed, index);
        let portrait = portrait(&sample.part, picture_size);
        let (picture, view) = portrait.ok_or(SynthError::NotDrawn { index })?;
        let (label, cad) = (
            Label::of_part(&sample, seed, index),
            sample.program.to_string(),
        );
        Ok(Self::new(&label, cad, &picture, view))
    }

    fn new(label: &Label, cad: String, picture: &Picture, view: View) -> Self {
        Self {
            key: format!("{:010}", label.index),
            cad,
            json: serde_json::to_vec(label).expect("labels have text keys and finite numbers"),
            png: encode_png(picture),
            view,
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
