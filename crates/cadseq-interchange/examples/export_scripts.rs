//! Writes programs as scripts and drawings, for `tests/conformance/scripts.py` to run:
//! `export_scripts PROGRAMS OUTPUT`, each a folder. `OUTPUT/expected.csv` has a line a program: its
//! name and its volume in cubic centimetres.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use cadseq_interchange::write;

#[path = "../tests/built/mod.rs"]
mod built;

fn main() -> Result<(), Box<dyn Error>> {
    let folders: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [programs, output] = folders.as_slice() else {
        return Err("usage: export_scripts PROGRAMS OUTPUT".into());
    };
    fs::create_dir_all(output)?;
    let mut expected = String::from("name,volume\n");
    for part in built::read_folder(programs) {
        export(&part, output)?;
        let volume = part.volume.ok_or("a part has no volume")?;
        writeln!(expected, "{},{volume}", part.name)?;
    }
    fs::write(output.join("expected.csv"), expected)?;
    Ok(())
}

fn export(part: &built::Built, output: &Path) -> Result<(), Box<dyn Error>> {
    let design = part.design();
    let write = |suffix: &str, text: String| {
        fs::write(output.join(format!("{}.{suffix}", part.name)), text)
    };
    write("cadquery.py", write::cadquery::write(&design))?;
    write("build123d.py", write::build123d::write(&design))?;
    write("FCMacro", write::freecad::write(&design))?;
    write("scad", write::openscad::write(&design))?;
    write("fusion.py", write::fusion::write(&design))?;
    match write::gallery::write(&design) {
        Ok(text) => write("gallery.py", text)?,
        Err(refusal) => write("gallery.refused", refusal.to_string())?,
    }
    for sketch in 0..design.sketches.len() {
        write(
            &format!("{sketch}.svg"),
            write::svg::write(&design, sketch)?,
        )?;
        write(
            &format!("{sketch}.dxf"),
            write::dxf::write(&design, sketch)?,
        )?;
    }
    Ok(())
}
