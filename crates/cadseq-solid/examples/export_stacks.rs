//! Writes random parts of several extrudes as STEP files, for checks by outside tools.
//!
//! `cargo run --release -p cadseq-solid --example export_stacks -- FOLDER [COUNT]`
//!
//! The folder gets `NUMBER.step` for each part that is not empty, and `stacks.csv` with our measures
//! and counts. Parts with even numbers lie on a grid, so that faces coincide.
#![allow(clippy::print_stdout, reason = "a command-line example")]
#![allow(dead_code, reason = "the tests use more of the parts")]

#[path = "../tests/parts/mod.rs"]
mod parts;

use std::error::Error;
use std::fmt::Write as _;
use std::path::PathBuf;

use cadseq_solid::{Stack, export::step};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

fn row(index: usize, stack: &Stack) -> Option<String> {
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
    Some(format!(
        "{index},{},{}",
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
        "index,volume,area,cx,cy,cz,x0,y0,z0,x1,y1,z1,faces,edges,vertices,lumps,shells\n",
    );
    for index in 0..count {
        let tree = parts::random::part(index % 2 == 0).new_tree(&mut runner);
        let part = tree.map_err(|reason| reason.to_string())?.current();
        let stack = parts::random::build(&part);
        if let Some(row) = row(index, &stack) {
            writeln!(table, "{row}")?;
            std::fs::write(
                folder.join(format!("{index:04}.step")),
                step::write([&stack.brep()]),
            )?;
            std::fs::write(folder.join(format!("{index:04}.txt")), format!("{part:#?}"))?;
        }
    }
    std::fs::write(folder.join("stacks.csv"), table)?;
    println!("{count} parts");
    Ok(())
}
