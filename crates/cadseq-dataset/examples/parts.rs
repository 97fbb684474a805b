//! Looks at the distribution `parts`: how long each family takes, a sheet of pictures, and how its counts
//! and proportions compare with those of the designs in a folder (any format that is read).
//!
//! ```text
//! cargo run --release -p cadseq-dataset --example parts -- times [SAMPLES]
//! cargo run --release -p cadseq-dataset --example parts -- sheet FILE.png [FAMILY]
//! cargo run --release -p cadseq-dataset --example parts -- compare FOLDER [SAMPLES]
//! ```
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "an example for the terminal"
)]

use std::{fs, path::Path, time::Instant};

use cadseq_dataset::parts::{
    FAMILIES, Family, PartStatistics, SHEET_SAMPLES, contact_sheet, part_sample, part_sample_of,
};
use cadseq_interchange::{Format, ReadOptions, read};
use cadseq_render::encode_png;
use cadseq_solid::Part;

/// Chord tolerance of the meshes, of parts whose longest side is 10 units.
const CHORD_TOLERANCE: f64 = 0.02;
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["times"] => times(200),
        ["times", samples] => times(samples.parse()?),
        ["sheet", file] => {
            let sheet = contact_sheet((0..SHEET_SAMPLES).map(|index| part_sample(1, index).part));
            fs::write(file, encode_png(&sheet))?;
        }
        ["sheet", file, name] => {
            let family = FAMILIES.iter().find(|family| family.name == *name);
            let family: &Family = family.ok_or("there is no such family")?;
            let sheet = contact_sheet(
                (0..SHEET_SAMPLES).map(|index| part_sample_of(family, 1, index).part),
            );
            fs::write(file, encode_png(&sheet))?;
        }
        ["compare", folder] => compare(Path::new(folder), 4000)?,
        ["compare", folder, samples] => compare(Path::new(folder), samples.parse()?)?,
        _ => {
            return Err(
                "usage: parts times [SAMPLES] | sheet FILE.png [FAMILY] | compare FOLDER [SAMPLES]"
                    .into(),
            );
        }
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

/// Quantiles of the designs in a folder beside those of the distribution.
fn compare(folder: &Path, samples: u64) -> Result<(), Box<dyn std::error::Error>> {
    let mut paths: Vec<_> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    paths.sort();
    let designs: Vec<_> = paths.iter().filter_map(|path| design(path)).collect();
    let parts: Vec<_> = (0..samples)
        .filter_map(|index| {
            let sample = part_sample(2, index);
            PartStatistics::of(&sample.program, &sample.part)
        })
        .collect();
    let title = format!("{} designs | {} parts", designs.len(), parts.len());
    println!("| 5, 50 and 95 % | {title} |\n|---|---|---|");
    let row = |name: &str, of: &dyn Fn(&PartStatistics) -> f64| {
        let [designs, parts] = [&designs, &parts].map(|all| quantiles(all, of));
        println!("| {name} | {designs} | {parts} |");
    };
    row("operations", &|one| one.operations as f64);
    row("sketches", &|one| one.sketches as f64);
    row("extrudes", &|one| one.extrudes as f64);
    row("curves per sketch", &|one| one.curves_per_sketch);
    row("holes and cuts", &|one| one.holes as f64);
    row("middle over longest side", &|one| one.middle_side);
    row("shortest over longest side", &|one| one.shortest_side);
    row("material in the box", &|one| one.fill);
    let share = |name: &str, of: &dyn Fn(&PartStatistics) -> bool| {
        let [designs, parts] = [&designs, &parts].map(|all| {
            let count = all.iter().filter(|one| of(one)).count();
            format!("{:.0} %", 100.0 * count as f64 / all.len().max(1) as f64)
        });
        println!("| {name} | {designs} | {parts} |");
    };
    share("with arcs or circles", &|one| one.is_round);
    share("sketches not all parallel", &|one| one.has_several_axes);
    share("several bodies", &|one| one.bodies > 1);
    share("one extrude", &|one| one.extrudes == 1);
    share("more than four extrudes", &|one| one.extrudes > 4);
    Ok(())
}

fn quantiles(all: &[PartStatistics], of: &dyn Fn(&PartStatistics) -> f64) -> String {
    let mut values: Vec<f64> = all.iter().map(of).collect();
    values.sort_by(f64::total_cmp);
    let at = |share: f64| values.get((share * (values.len() - 1) as f64).round() as usize);
    [0.05, 0.5, 0.95]
        .map(|share| at(share).map_or_else(String::new, |value| format!("{value:.3}")))
        .map(|text| text.trim_end_matches('0').trim_end_matches('.').to_owned())
        .join(", ")
}

/// The statistics of a file; `None`, with a line on standard error, where it is no part.
fn design(path: &Path) -> Option<PartStatistics> {
    let bytes = fs::read(path).ok()?;
    let extension = path.extension()?.to_string_lossy().into_owned();
    let format = Format::to_read(&extension, &bytes).ok()?;
    let outcome = read(format, &bytes, &ReadOptions::default())
        .map_err(|error| error.to_string())
        .and_then(|imported| {
            let part = Part::build(&imported.program).map_err(|error| error.to_string())?;
            PartStatistics::of(&imported.program, &part).ok_or("it is empty".to_owned())
        });
    outcome
        .inspect_err(|error| eprintln!("{}: {error}", path.display()))
        .ok()
}
