//! Writes programs as scripts and drawings, for `tests/conformance/scripts.py` to run:
//! `export_scripts PROGRAMS OUTPUT`, each a folder. `OUTPUT/expected.csv` has a line for each
//! program that makes a solid: its name and its volume in cubic centimetres.
#![allow(clippy::print_stdout, reason = "a command-line example")]

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use cadseq_interchange::write::{self, Design};
use cadseq_program::Program;
use cadseq_solid::Part;

fn main() -> Result<(), Box<dyn Error>> {
    let folders: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [programs, output] = folders.as_slice() else {
        return Err("usage: export_scripts PROGRAMS OUTPUT".into());
    };
    fs::create_dir_all(output)?;
    let mut expected = String::from("name,volume\n");
    for path in program_files(programs)? {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let program: Program = fs::read_to_string(&path)?.parse()?;
        let part = match Part::build(&program) {
            Ok(part) => part,
            Err(refusal) => {
                println!("{name}: {refusal}");
                continue;
            }
        };
        export(&Design::new(&name, &program, &part), output)?;
        match part.solid.measures()? {
            Some(measures) => writeln!(expected, "{name},{}", measures.volume)?,
            None => println!("{name}: nothing is left"),
        }
    }
    fs::write(output.join("expected.csv"), expected)?;
    Ok(())
}

fn program_files(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let entries = fs::read_dir(folder)?;
    let mut paths = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "cad"));
    paths.sort();
    Ok(paths)
}

fn export(design: &Design<'_>, output: &Path) -> Result<(), Box<dyn Error>> {
    let write = |suffix: &str, text: String| {
        fs::write(output.join(format!("{}.{suffix}", design.name)), text)
    };
    write("cadquery.py", write::cadquery::write(design))?;
    write("build123d.py", write::build123d::write(design))?;
    write("FCMacro", write::freecad::write(design))?;
    write("scad", write::openscad::write(design))?;
    write("fusion.py", write::fusion::write(design))?;
    match write::gallery::write(design) {
        Ok(text) => write("gallery.py", text)?,
        Err(refusal) => write("gallery.refused", refusal.to_string())?,
    }
    for sketch in 0..design.part.sketches.len() {
        write(&format!("{sketch}.svg"), write::svg::write(design, sketch)?)?;
        write(&format!("{sketch}.dxf"), write::dxf::write(design, sketch)?)?;
    }
    Ok(())
}
