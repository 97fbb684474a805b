//! Draws parts of every family, tells how long they take, and makes a sheet of pictures.
//!
//! ```text
//! cargo run --release -p cadseq-dataset --example parts -- times [SAMPLES]
//! cargo run --release -p cadseq-dataset --example parts -- sheet FILE.png [FAMILY]
//! ```
#![allow(clippy::print_stdout, reason = "an example for the terminal")]

use std::time::Instant;

use cadseq_dataset::parts::{FAMILIES, Family, PartSample, part_sample, part_sample_of};
use cadseq_render::{Picture, Standpoint, StyleName, draw, encode_png};

/// Chord tolerance of the meshes, of parts whose longest side is 10 units.
const CHORD_TOLERANCE: f64 = 0.02;
/// Columns of a sheet.
const COLUMNS: usize = 8;
/// Rows of a sheet.
const ROWS: usize = 6;
/// Width and height of one picture in pixels.
const PICTURE: usize = 160;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["times"] => times(200),
        ["times", samples] => times(samples.parse()?),
        ["sheet", file] => sheet(file, |index| part_sample(1, index))?,
        ["sheet", file, name] => {
            let family = FAMILIES.iter().find(|family| family.name == *name);
            let family: &Family = family.ok_or("there is no such family")?;
            sheet(file, |index| part_sample_of(family, 1, index))?;
        }
        _ => return Err("usage: parts times [SAMPLES] | sheet FILE.png [FAMILY]".into()),
    }
    Ok(())
}

/// Milliseconds of one thread to draw, build and mesh, family by family.
fn times(samples: u64) {
    println!("| family | share | mean ms | 95 % ms | redraws | triangles |");
    println!("|---|---:|---:|---:|---:|---:|");
    let total: u32 = FAMILIES.iter().map(|family| family.weight).sum();
    let mut mean_of_all = 0.0;
    for family in FAMILIES {
        let share = f64::from(family.weight) / f64::from(total);
        let mut times_ms = Vec::new();
        let (mut redraws, mut triangles) = (0, 0);
        for index in 0..samples {
            let start = Instant::now();
            let sample = part_sample_of(family, 1, index);
            let mesh = sample.part.solid.mesh(CHORD_TOLERANCE);
            times_ms.push(start.elapsed().as_secs_f64() * 1e3);
            redraws += sample.rejections.total();
            triangles += mesh.map_or(0, |mesh| mesh.triangles.len());
        }
        times_ms.sort_by(f64::total_cmp);
        let mean_ms = times_ms.iter().sum::<f64>() / samples as f64;
        mean_of_all += share * mean_ms;
        println!(
            "| {} | {:.1} % | {mean_ms:.2} | {:.2} | {:.2} | {} |",
            family.name,
            100.0 * share,
            times_ms[(samples as usize * 95 / 100).min(times_ms.len() - 1)],
            redraws as f64 / samples as f64,
            triangles as u64 / samples,
        );
    }
    println!("| all | 100 % | {mean_of_all:.2} | | | |");
}

fn sheet(file: &str, sample: impl Fn(u64) -> PartSample) -> Result<(), Box<dyn std::error::Error>> {
    let (width, height) = (COLUMNS * PICTURE, ROWS * PICTURE);
    let mut sheet = Picture::filled(width, height, 1.0);
    for cell in 0..COLUMNS * ROWS {
        let PartSample { part, .. } = sample(cell as u64);
        let bounds = part.solid.measures()?.ok_or("an empty part")?.bounds;
        let mesh = part.solid.mesh(CHORD_TOLERANCE)?;
        let view = Standpoint::Iso.view(&bounds, PICTURE);
        let picture = draw(&mesh, &view, &StyleName::Paper.style());
        let (left, top) = (cell % COLUMNS * PICTURE, cell / COLUMNS * PICTURE);
        for row in 0..PICTURE {
            let start = (top + row) * width + left;
            sheet.luma[start..start + PICTURE]
                .copy_from_slice(&picture.luma[row * PICTURE..][..PICTURE]);
        }
    }
    std::fs::write(file, encode_png(&sheet))?;
    Ok(())
}
