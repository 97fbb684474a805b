//! Writes designs as scripts, drawings and STEP files, for `tests/conformance/scripts.py` to run:
//! `export_scripts DESIGNS OUTPUT`, each a folder; designs are programs (`.cad`) or the JSON files of
//! other tools. `OUTPUT/expected.csv` has a line for each that makes a solid: its name, its volume
//! in cubic centimetres and the two corners of its box.
#![allow(clippy::print_stdout, reason = "a command-line example")]

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use cadseq_interchange::write::{self, Design};
use cadseq_interchange::{Format, ReadOptions, read};
use cadseq_program::Program;
use cadseq_solid::Part;
use cadseq_solid::export::Label;

fn main() -> Result<(), Box<dyn Error>> {
    let folders: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [designs, output] = folders.as_slice() else {
        return Err("usage: export_scripts DESIGNS OUTPUT".into());
    };
    fs::create_dir_all(output)?;
    let mut expected = String::from("name,volume,x0,y0,z0,x1,y1,z1\n");
    for path in design_files(designs)? {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        match built(&path) {
            Ok((program, part)) => {
                export(&Design::new(&name, &program, &part), output)?;
                expected.push_str(&row(&name, &part, output)?);
            }
            Err(refusal) => println!("{name}: {refusal}"),
        }
    }
    fs::write(output.join("expected.csv"), expected)?;
    Ok(())
}

fn design_files(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let entries = fs::read_dir(folder)?;
    let mut paths = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()?;
    paths.retain(|path| {
        let extension = path.extension();
        extension.is_some_and(|extension| extension == "cad" || extension == "json")
    });
    paths.sort();
    Ok(paths)
}

fn built(path: &Path) -> Result<(Program, Part), Box<dyn Error>> {
    let bytes = fs::read(path)?;
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    let format = Format::to_read(&extension, &bytes)?;
    let program = read(format, &bytes, &ReadOptions::default())?.program;
    let part = Part::build(&program)?;
    Ok((program, part))
}

/// The design's line of `expected.csv`, and its STEP file; nothing where nothing is left of it.
fn row(name: &str, part: &Part, output: &Path) -> Result<String, Box<dyn Error>> {
    let Some(measures) = part.solid.measures()? else {
        println!("{name}: nothing is left");
        return Ok(String::new());
    };
    let step = part.solid.step(&Label::new(name))?;
    fs::write(output.join(format!("{name}.step")), step)?;
    let [low, high] = [measures.bounds.min, measures.bounds.max].map(|corner| corner.to_array());
    let numbers = [[measures.volume].as_slice(), &low, &high].concat();
    let numbers: Vec<String> = numbers.iter().map(f64::to_string).collect();
    Ok(format!("{name},{}\n", numbers.join(",")))
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
