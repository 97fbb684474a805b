//! Pictures with the programs that they show.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use cadseq_dataset::shard::PICTURE_CHORD_TOLERANCE;
use cadseq_dataset::{Distribution, sample};
use cadseq_program::Program;
use cadseq_render::{Picture, Style, View, decode_picture, draw, encode_png};
use cadseq_solid::Prism;

use crate::files::{Reading, pictures_in, read_picture, stem};

/// Where the pictures come from. They are made or read one at a time: thousands do not fit memory.
#[derive(Debug)]
pub(crate) enum Source {
    /// Drawn from a seed.
    Drawn {
        /// What from.
        distribution: Distribution,
        /// The seed.
        seed: u64,
        /// How many.
        count: u64,
        /// Width and height of the pictures in pixels.
        size: usize,
    },
    /// Files.
    Folder {
        /// Where.
        folder: PathBuf,
        /// Pictures with their programs.
        pairs: Vec<(PathBuf, Program)>,
    },
}

/// A picture with what it shows.
#[derive(Debug)]
pub(crate) struct Item {
    /// Its number.
    pub(crate) index: u64,
    /// Name of the picture.
    pub(crate) name: String,
    /// What it shows.
    pub(crate) truth: Program,
    /// The picture; a broken file is a failed reconstruction, told in the report.
    pub(crate) picture: Result<Picture>,
}

impl Source {
    /// The pictures of a folder, each with the program of the same name beside it.
    ///
    /// # Errors
    /// Where a picture has no usable program or there is none at all.
    pub(crate) fn folder(folder: &Path) -> Result<Self> {
        let pairs = pictures_in(folder)?
            .into_iter()
            .map(pair)
            .collect::<Result<_>>()?;
        Ok(Self::Folder {
            folder: folder.to_owned(),
            pairs,
        })
    }

    /// How many pictures.
    pub(crate) fn len(&self) -> u64 {
        match self {
            Self::Drawn { count, .. } => *count,
            Self::Folder { pairs, .. } => pairs.len() as u64,
        }
    }

    /// The picture with this index.
    pub(crate) fn item(&self, index: u64) -> Item {
        match self {
            Self::Drawn {
                distribution,
                seed,
                size,
                ..
            } => {
                let sample = sample(distribution, *seed, index);
                Item {
                    index,
                    name: format!("{index:06}"),
                    picture: photographed(&sample.prism, *size),
                    truth: sample.program,
                }
            }
            Self::Folder { pairs, .. } => {
                let (path, truth) = &pairs[index as usize];
                Item {
                    index,
                    name: stem(path),
                    truth: truth.clone(),
                    picture: read_picture(path),
                }
            }
        }
    }

    /// The source in words.
    pub(crate) fn describe(&self) -> String {
        match self {
            Self::Drawn {
                distribution,
                seed,
                count,
                size,
            } => format!(
                "{count} fresh programs {}, seed {seed}, {size} x {size} pixels",
                distribution.name()
            ),
            Self::Folder { folder, pairs } => {
                format!("{} pictures of {}", pairs.len(), folder.display())
            }
        }
    }
}

fn pair(picture: PathBuf) -> Result<(PathBuf, Program)> {
    let beside = picture.with_extension("cad");
    let truth = Reading::default()
        .workpiece(&beside)
        .with_context(|| format!("{} needs its program beside it", picture.display()))?;
    Ok((picture, truth.program))
}

/// The solid in the style `paper`, as a reader of the PNG file gets it.
fn photographed(prism: &Prism, size: usize) -> Result<Picture> {
    let mesh = prism.mesh(PICTURE_CHORD_TOLERANCE);
    let picture = draw(&mesh, &View::paper(size), &Style::paper());
    Ok(decode_picture(&encode_png(&picture))?)
}
