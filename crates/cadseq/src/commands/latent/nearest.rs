//! `cadseq latent nearest`: the known programs that are most like a program or a picture.

use std::path::PathBuf;

use anyhow::Result;
use cadseq_experiment::latent::sheet::{Cell, Framing};
use cadseq_experiment::latent::{Decoded, LatentSpace, Neighbour};
use cadseq_render::{CodecError, Picture};
use clap::Args;
use serde_json::json;

use super::entry::Entry;
use super::output::{Layout, OutputArguments};
use super::space::{SpaceArguments, known, read_encoded};
use crate::exit_code::ExitCode;
use crate::files::read_picture;

/// Cells a row of the contact sheet, the query among them.
const COLUMNS: usize = 6;

/// Finds the training programs whose latents are nearest to that of a program or a picture.
///
/// The contact sheet has the query first, then the programs, all in one scale.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cadseq latent nearest experiments/cpu/case3.toml part.cad\n  cadseq latent nearest experiments/cpu/case3.toml part.png --count 11 -o similar"
)]
pub(super) struct Arguments {
    #[command(flatten)]
    space: SpaceArguments,
    /// A program (.cad), or a picture of one part on a plain light ground.
    query: PathBuf,
    /// How many programs.
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..=1024))]
    count: u16,
    #[command(flatten)]
    output: OutputArguments,
}

/// What is looked for.
enum Query {
    Program(Decoded, Vec<f32>),
    Picture(Picture),
}

pub(super) fn run(arguments: &Arguments) -> Result<ExitCode> {
    arguments.output.check()?;
    let space = arguments.space.open()?;
    let query = query(arguments, &space)?;
    let known = known(&space);
    let latent = match &query {
        Query::Program(_, latent) => latent.clone(),
        Query::Picture(picture) => {
            let latent = space.encode_picture(picture, &known);
            latent.map_err(|error| arguments.space.explained(error, &arguments.query))?
        }
    };
    let found = known.nearest(&latent, usize::from(arguments.count));
    let entries: Vec<Entry> = found.iter().map(entry).collect();
    let shown = arguments.query.display();
    let (count, total) = (entries.len(), known.programs.len());
    let summary = format!("the {count} nearest of {total} known programs to {shown}");
    let record = json!({ "query": arguments.query, "known": total, "count": count });
    let layout = Layout {
        first: Some(query.cell()),
        columns: (count + 1).min(COLUMNS),
        framing: Framing::Common,
    };
    arguments
        .output
        .deliver(&summary, record, &entries, &layout)?;
    Ok(ExitCode::Success)
}

/// Reads the query; a picture also needs stage 2.
fn query(arguments: &Arguments, space: &LatentSpace) -> Result<Query> {
    let path = &arguments.query;
    let extension = path.extension().unwrap_or_default();
    if extension.eq_ignore_ascii_case("cad") {
        let (program, latent) = read_encoded(space, path)?;
        return Ok(Query::Program(Decoded::of_program(program), latent));
    }
    let picture = read_picture(path).map_err(as_query)?;
    let checked = space.check_picture(&picture);
    checked.map_err(|error| arguments.space.explained(error, path))?;
    Ok(Query::Picture(picture))
}

/// What is neither picture nor program may be a program by another name.
fn as_query(error: anyhow::Error) -> anyhow::Error {
    match error.downcast_ref::<CodecError>() {
        Some(CodecError::UnknownFormat) => error.context("the name of a program ends with .cad"),
        _ => error,
    }
}

fn entry(neighbour: &Neighbour<'_>) -> Entry {
    let Neighbour {
        index,
        distance,
        program,
    } = *neighbour;
    Entry {
        head: format!("program {index}, distance {distance:.4}"),
        detail: json!({ "index": index, "distance": distance }),
        decoded: Decoded::of_program(program.clone()),
    }
}

impl Query {
    fn cell(&self) -> Cell<'_> {
        match self {
            Self::Program(decoded, _) => decoded.solid().map_or(Cell::Empty, Cell::Solid),
            Self::Picture(picture) => Cell::Picture(picture),
        }
    }
}
