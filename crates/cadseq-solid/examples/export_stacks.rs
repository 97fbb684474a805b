//! Writes random parts of several extrudes as STEP files, for checks by outside tools.
//!
//! `cargo run --release -p cadseq-solid --example export_stacks -- FOLDER [COUNT]`
//!
//! The folder gets `NUMBER.step` for each part that is not empty, and `stacks.csv` with our measures
//! and counts. Every third part lies on a grid, so that faces coincide, and every third near one.
#![allow(clippy::print_stdout, reason = "a command-line example")]
#![allow(dead_code, reason = "the tests use more of the parts")]

#[path = "../tests/parts/mod.rs"]
mod parts;

use std::error::Error;
use std::fmt::Write as _;
use std::path::PathBuf;

use cadseq_solid::export::{Label, step};
use cadseq_solid::{Brep, Stack};
use glam::DVec3;
use parts::random::Spread;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

/// Whether two vertices stand at one place.
fn touches_itself(brep: &Brep) -> bool {
    let near = |a: &DVec3, b: &DVec3| a.distance(*b) < 4.0 * parts::TOLERANCE;
    let mut vertices = brep.vertices.iter().enumerate();
    vertices.any(|(i, a)| brep.vertices[i + 1..].iter().any(|b| near(a, b)))
}

fn row(index: usize, spread: Spread, stack: &Stack) -> Option<String> {
    let m = stack.measures()?;
    let brep = stack.brep();
    let counts = [
        brep.faces.len(),
        brep.edges.len(),
        brep.vertices.len(),
        brep.lumps.len(),
        brep.shells().count(),
    ];
    let (c, low, high) = (m.center_of_mass, m.bounds.min, m.bounds.max);
    let numbers = [
        m.volume,
        m.surface_area,
        c.x,
        c.y,
        c.z,
        low.x,
        low.y,
        low.z,
        high.x,
        high.y,
        high.z,
    ];
    let numbers: Vec<String> = numbers.iter().map(|number| format!("{number:?}")).collect();
    let counts: Vec<String> = counts.iter().map(ToString::to_string).collect();
    let touches = u8::from(touches_itself(&brep));
    Some(format!(
        "{index},{spread:?},{touches},{},{}",
        numbers.join(","),
        counts.join(",")
    ))
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("name a folder to write to")?);
    let count: usize = arguments.next().map_or(Ok(500), |text| text.parse())?;
    std::fs::create_dir_all(&folder)?;
    let mut runner = TestRunner::deterministic();
    let mut table = String::from(
        "index,spread,touches,volume,area,cx,cy,cz,x0,y0,z0,x1,y1,z1,faces,edges,vertices,lumps,shells\n",
    );
    for index in 0..count {
        let spread = [Spread::Grid, Spread::Anywhere, Spread::Jittered][index % 3];
        let tree = parts::random::part(spread).new_tree(&mut runner);
        let part = tree.map_err(|reason| reason.to_string())?.current();
        let stack = parts::random::build(&part);
        if let Some(row) = row(index, spread, &stack) {
            writeln!(table, "{row}")?;
            std::fs::write(
                folder.join(format!("{index:04}.step")),
                step::write(&Label::default(), [&stack.brep()]),
            )?;
            std::fs::write(folder.join(format!("{index:04}.txt")), format!("{part:#?}"))?;
        }
    }
    std::fs::write(folder.join("stacks.csv"), table)?;
    println!("{count} parts");
    Ok(())
}
