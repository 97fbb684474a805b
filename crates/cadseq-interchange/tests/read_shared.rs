//! Designs by people import, build, and are as large as their makers' tools say.

mod shared;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use cadseq_interchange::{Format, Imported, ReadOptions, read};
use cadseq_program::{Curve, Operation, Program};
use cadseq_solid::{Measures, Part};
use glam::DVec3;

fn import(path: &Path) -> Result<Imported, String> {
    let bytes = fs::read(path).expect("a file");
    let format = Format::to_read("json", &bytes).expect("a known format");
    read(format, &bytes, &ReadOptions::default()).map_err(|error| error.to_string())
}

fn measures(id: &str, program: &Program) -> Measures {
    let part = Part::build(program).unwrap_or_else(|error| panic!("{id}: {error}"));
    let measures = part.solid.measures().expect("measures");
    measures.unwrap_or_else(|| panic!("{id}: nothing is left"))
}

/// Volume and box of each design by `expected.csv`, by identifier.
fn expected() -> BTreeMap<String, (f64, [DVec3; 2])> {
    let Some(path) = shared::files("deepcad", "csv").pop() else {
        return BTreeMap::new();
    };
    let text = fs::read_to_string(path).expect("a text");
    let row = |line: &str| {
        let (id, numbers) = line.split_once(',').expect("columns");
        let numbers = numbers
            .split(',')
            .map(|number| number.parse().expect("a number"));
        let [_, volume, x0, y0, z0, x1, y1, z1] = numbers
            .collect::<Vec<f64>>()
            .try_into()
            .expect("nine columns");
        let bounds = [DVec3::new(x0, y0, z0), DVec3::new(x1, y1, z1)];
        (id.to_owned(), (volume, bounds))
    };
    text.lines().skip(1).map(row).collect()
}

/// The designs are in metres, and so are their volumes and boxes.
const UNITS_A_METRE: f64 = 100.0;

/// A design whose recorded volume is that without its third extrude, a hole that the file cuts
/// through the part.
const RECORDED_WITHOUT_ITS_HOLE: &str = "00523882";

#[test]
fn designs_of_deepcad_have_the_expected_boxes_and_volumes() {
    let expected = expected();
    let (mut checked, mut wrong) = (0, Vec::new());
    for path in shared::files("deepcad", "json") {
        let id = shared::stem(&path);
        let program = import(&path)
            .unwrap_or_else(|error| panic!("{id}: {error}"))
            .program;
        let found = measures(&id, &program);
        let (volume, corners) = expected[&id];
        let volume = volume * UNITS_A_METRE.powi(3);
        let [min, max] = corners.map(|corner| corner * UNITS_A_METRE);
        let is_round = |operation: &Operation| {
            matches!(operation.curve(), Some(Curve::Arc(_) | Curve::Circle(_)))
        };
        let tolerance = if program.operations().iter().any(is_round) {
            0.03
        } else {
            1e-4
        };
        let (low, high) = (found.bounds.min, found.bounds.max);
        let volume_error = (found.volume - volume).abs() / volume;
        let box_error = low.distance(min).max(high.distance(max)) / (max - min).length();
        let is_wrong = volume_error.max(box_error) > tolerance;
        if is_wrong != (id == RECORDED_WITHOUT_ITS_HOLE) {
            wrong.push(format!(
                "{id}: volume {} not {volume}, box {low} to {high} not {min} to {max}",
                found.volume
            ));
        }
        checked += 1;
    }
    assert_eq!(wrong, [""; 0]);
    assert_eq!(checked, expected.len());
}

#[test]
fn designs_of_the_gallery_have_their_volumes() {
    let mut checked = 0;
    for path in shared::files("fusion360_gallery", "json") {
        let imported = import(&path);
        let id = shared::stem(&path);
        let volume = match id.as_str() {
            "SingleSketchExtrude" => 12.5,
            "Hexagon" => 20.648,
            "Couch" => 25.86,
            _ => {
                let error = imported.expect_err("no reference plane");
                let place = "entities.2e22d546-79c4-11ea-b17a-acde48001122.reference_plane: ";
                assert!(error.starts_with(place), "{error}");
                continue;
            }
        };
        let found = measures(&id, &imported.expect("a program").program).volume;
        assert!((found - volume).abs() < 1e-5, "{id}: {found}");
        checked += 1;
    }
    assert!(checked == 0 || checked == 3);
}
