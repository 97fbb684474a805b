//! Scripts and drawings: what they say, word for word (`golden`) and in general (`properties`).
//! `tests/conformance/scripts.py` runs them in the tools that they are for.

mod built;
mod deepcad;
mod golden;
mod gym;
mod named;
mod properties;
mod random;
mod vectors;

use cadseq_interchange::write;

use built::Built;

/// Every script and drawing of a part: what it is called, and its text.
fn files(part: &Built) -> Vec<(String, String)> {
    let design = part.design();
    let mut files = vec![
        (String::from("cadquery.py"), write::cadquery::write(&design)),
        (
            String::from("build123d.py"),
            write::build123d::write(&design),
        ),
        (String::from("FCMacro"), write::freecad::write(&design)),
        (String::from("scad"), write::openscad::write(&design)),
        (String::from("fusion.py"), write::fusion::write(&design)),
    ];
    if let Ok(text) = write::gallery::write(&design) {
        files.push((String::from("gallery.py"), text));
    }
    for sketch in 0..part.part.sketches.len() {
        let svg = write::svg::write(&design, sketch).expect("a sketch");
        let dxf = write::dxf::write(&design, sketch).expect("a sketch");
        files.push((format!("{sketch}.svg"), svg));
        files.push((format!("{sketch}.dxf"), dxf));
    }
    files
}
