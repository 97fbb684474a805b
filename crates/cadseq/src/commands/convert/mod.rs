//! `cadseq convert`: programs of one tool become files of others.

mod batch;
mod job;
mod list;
mod plan;

use std::path::PathBuf;

use anyhow::Result;
use cadseq_interchange::{Format, LengthUnit, ReadOptions};
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::build::WritingArguments;
use crate::exit_code::ExitCode;
use crate::files::Reading;
use job::Settings;

/// Converts programs: text, JSON, Fusion 360 Gallery, DeepCAD and Text2CAD in; programs, solids, scripts
/// and drawings out.
///
/// The first file is read and the others are written; with -o all files are read, and written there:
/// many of them into a folder. Extensions say the formats, where --from and --to do not. `-` is
/// standard input or output. A file that fails is reported, and the rest goes on.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  cadseq convert part.json part.cad part.step\n  cadseq convert design.json --from deepcad --to cadquery > part.py\n  cadseq convert designs/*.json -o parts/ --to step,text\n  cadseq convert part.cad sketch.svg --sketch 1\n  cadseq convert part.cad -o part.json --to deepcad\n  cadseq convert design.json part.step --unit mm\n  cadseq convert --list"
)]
pub(crate) struct Arguments {
    /// File to read, then files to write; with -o, files to read.
    #[arg(required_unless_present = "list", value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Files to write, or a folder.
    #[arg(short, long, num_args = 1.., value_name = "FILE|DIR")]
    output: Vec<PathBuf>,
    /// Formats to write, where the extension does not say; `--list` names them.
    #[arg(long, value_delimiter = ',', value_parser = formats(Format::is_written), hide_possible_values = true, value_name = "NAME")]
    to: Vec<Format>,
    /// Format to read, where extension and content do not say.
    #[arg(long, value_parser = formats(Format::is_read), value_name = "NAME")]
    from: Option<Format>,
    /// Unit of the lengths that are read, where it is not that of their format: metres of DeepCAD's
    /// JSON, centimetres of the Gallery's; of what has no unit (vectors, Text2CAD) what 1 becomes,
    /// 1 cm otherwise.
    #[arg(long, value_parser = units(), value_name = "m|cm|mm|in", hide_possible_values = true)]
    unit: Option<LengthUnit>,
    /// Keeps what is before the first thing that cannot be read, with a note.
    #[arg(long)]
    lenient: bool,
    #[command(flatten)]
    writing: WritingArguments,
    /// Lists the formats instead.
    #[arg(long, conflicts_with_all = ["files", "output", "to", "from", "unit", "name", "lenient"])]
    list: bool,
    /// Prints one JSON object a file instead, or the list as one.
    #[arg(long)]
    json: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode> {
    if arguments.list {
        list::print(arguments.json)?;
        return Ok(ExitCode::Success);
    }
    let settings = Settings {
        reading: Reading {
            format: arguments.from,
            options: ReadOptions {
                lenient: arguments.lenient,
                unit: arguments.unit,
            },
        },
        writing: arguments.writing.options(),
        name: arguments.writing.name.clone(),
    };
    let jobs = plan::jobs(arguments)?;
    match jobs.as_slice() {
        [job] => batch::one(job, &settings, arguments.json),
        jobs => batch::many(jobs, &settings, arguments.json),
    }
}

/// Takes the abbreviations of units.
fn units() -> impl TypedValueParser<Value = LengthUnit> {
    let names = LengthUnit::ALL.map(LengthUnit::name);
    PossibleValuesParser::new(names).try_map(|name| LengthUnit::from_name(&name))
}

/// Takes the names of some formats.
fn formats(is_meant: fn(Format) -> bool) -> impl TypedValueParser<Value = Format> {
    let names = Format::ALL.into_iter().filter(move |&one| is_meant(one));
    PossibleValuesParser::new(names.map(Format::name)).try_map(|name| Format::from_name(&name))
}
