//! Encoding and decoding: known matrices, faults, round trips, hostile entries.

use glam::DVec2;
use proptest::prelude::*;

use super::*;
use crate::{OperationKind, Program};

fn program(text: &str) -> Program {
    text.parse()
        .unwrap_or_else(|error| panic!("{text}: {error}"))
}

const CYLINDER: &str = "add_sketch(XZ)\nadd_circle(5, -2.5, 10)\nadd_extrude(0, -10, new)";
const TRIANGLE: &str = "add_sketch(XY)\nadd_line(0,0,5,0)\nadd_arc(5,0,2.5,2.5,90)\n\
                        add_line(5,5,0,0)\nadd_extrude(0, 5, new)";

#[test]
fn the_papers_cylinder() {
    let matrix = encode(&program(CYLINDER), &MatrixConfig::paper()).expect("fits");
    let rows: Vec<_> = (0..5).map(|row| matrix.row(row).to_vec()).collect();
    assert_eq!(rows[0], [5, -1, -1, -1, -1, -1, -1]);
    assert_eq!(rows[1], [0, 1, -1, -1, -1, -1, -1]);
    assert_eq!(rows[2], [3, -1, 192, 96, -1, 255, -1]);
    assert_eq!(rows[3], [4, -1, -1, -1, -1, -1, 0]);
    assert_eq!(rows[4], [6, -1, -1, -1, -1, -1, -1]);
    assert_eq!((matrix.program_rows(), matrix.rows()), (5, 10));
    assert_eq!(decode(&matrix), Ok(program(CYLINDER)));
    let wide = encode(&program(CYLINDER), &MatrixConfig::wide(8)).expect("fits");
    assert_eq!(wide.row(1), [0, 1, -1, -1, -1, -1, -1, -1, -1, 10]);
    assert_eq!(wide.row(3), [4, -1, -1, -1, -1, -1, 0, 0, 3, -1]);
    assert_eq!(decode(&wide), Ok(program(CYLINDER)));
}

#[test]
fn loops_close_exactly() {
    let decoded = quantized(&program(TRIANGLE), &MatrixConfig::paper()).expect("fits");
    let curves = decoded.as_single_extrude().expect("one sketch").curves;
    assert_eq!(curves[0].start(), DVec2::ZERO);
    assert_eq!(curves[1].start(), DVec2::new(5.0, 0.0));
    assert_eq!(
        (curves[2].start(), curves[2].end()),
        (DVec2::splat(5.0), DVec2::ZERO)
    );
    assert!(curves[1].end().distance(curves[2].start()) < 1e-12);
}

#[test]
fn what_does_not_fit_is_refused() {
    let paper = MatrixConfig::paper();
    let check = |text: &str, expected: &str| {
        let error = encode(&program(text), &paper).expect_err(expected);
        assert!(error.to_string().contains(expected), "{error}");
    };
    let extruded = |curves: &str| format!("add_sketch(XY)\n{curves}\nadd_extrude(1)");
    check(&extruded("add_line(1,0,2,0)"), "the origin");
    check(
        &extruded("add_line(0,0,2,0)\nadd_line(2,0.1,0,0)"),
        "continues at [2, 0]",
    );
    check(&extruded("add_line(0,0,10.1,0)"), "the end's x = 10.1");
    check(&extruded("add_arc(0,0,1,0,181)"), "angle = 181");
    check(&extruded("add_circle(0,-11,1)"), "cy = -11");
    check(&extruded("add_circle(0,0,11)"), "r = 11");
    check(&extruded("add_line(0,0,0.01,0)"), "would vanish");
    check(
        "add_sketch(XY)\nadd_circle(0,0,1)\nadd_extrude(0,0.01)",
        "would vanish",
    );
    check(
        "add_sketch(XY)\nadd_circle(0,0,1)\nadd_extrude(0,-10.2)",
        "depth = -10.2",
    );
    check(
        "add_sketch(XY)\nadd_circle(0,0,1)\nadd_extrude(1,2)",
        "profile 1",
    );
    check(
        "add_sketch(XY)\nadd_circle(0,0,1)\nadd_extrude(2)\nadd_extrude(0, -1, cut)",
        "cannot carry op cut",
    );
    check(&extruded(&"add_circle(0,0,1)\n".repeat(7)), "needs 11 rows");
    let first_cut = "add_sketch(XY)\nadd_circle(0,0,1)\nadd_extrude(0, 2, cut)";
    assert!(encode(&program(first_cut), &paper).is_ok());
}

const PLATE_AND_BOSS: &str = "add_sketch(XY)\nadd_line(0,0,5,0)\nadd_line(5,0,5,5)\n\
    add_line(5,5,0,0)\nadd_circle(2.5,1.25,0.625)\nadd_extrude(1, 5, new)\n\
    add_extrude(0, -2.5, join)\nadd_sketch(YZ)\nadd_line(0,0,2.5,0)\nadd_arc(2.5,0,1.25,0,180)\n\
    add_extrude(0, 10, cut)\nadd_sketch(XZ)\nadd_circle(0,0,10)\nadd_extrude(255, -5, intersect)";

#[test]
fn several_sketches_start_at_their_own_origin() {
    let program = program(&PLATE_AND_BOSS.replace("10, cut", "9.921875, cut"));
    let config = MatrixConfig::wide(16);
    let matrix = encode(&program, &config).expect("fits");
    let row = |row: usize| matrix.row(row).to_vec();
    assert_eq!(row(6), [4, -1, -1, -1, -1, -1, 1, 192, 3, -1]);
    assert_eq!(row(7), [4, -1, -1, -1, -1, -1, 0, 96, 0, -1]);
    assert_eq!(row(8), [0, 2, -1, -1, -1, -1, -1, -1, -1, 10]);
    assert_eq!(row(9), [1, -1, 160, 128, -1, -1, -1, -1, -1, -1]);
    assert_eq!(row(10), [2, -1, 128, 128, 255, -1, -1, -1, -1, -1]);
    assert_eq!(row(11), [4, -1, -1, -1, -1, -1, 0, 255, 1, -1]);
    assert_eq!(row(12), [0, 1, -1, -1, -1, -1, -1, -1, -1, 10]);
    assert_eq!(row(14), [4, -1, -1, -1, -1, -1, 255, 64, 2, -1]);
    let decoded = decode(&matrix).expect("a program");
    let kinds = |program: &Program| program.kinds().collect::<Vec<_>>();
    assert_eq!(kinds(&decoded), kinds(&program));
    let curve = decoded.operations()[8]
        .curve()
        .expect("the second sketch's line");
    assert_eq!((curve.start(), curve.end()), (DVec2::ZERO, DVec2::X * 2.5));
    assert_eq!(encode(&decoded, &config), Ok(matrix));
    let error = encode(&program, &MatrixConfig::wide(15)).expect_err("too long");
    assert!(error.to_string().contains("needs 16 rows"), "{error}");
}

#[test]
fn what_no_setting_carries_is_refused() {
    let check = |plane: &str, extrude: &str, index: usize, expected: &str| {
        let text = format!(
            "add_sketch(XY)\nadd_line(0,0,5,0)\nadd_extrude(5)\nadd_sketch({plane})\n\
             add_circle(0,0,1)\nadd_extrude({extrude})"
        );
        let error = encode(&program(&text), &MatrixConfig::wide(20)).expect_err(expected);
        let expected = format!("operation {}: {expected}", index + 1);
        assert!(error.to_string().contains(&expected), "{error}");
    };
    let plane = "the matrix carries sketches on XY, XZ and YZ";
    for face in ["face(0,0,5)", "start(0)", "end(0)", "side(0,0)"] {
        check(face, "5", 3, plane);
    }
    check("plane(0,0,0,0,0,1)", "5", 3, plane);
    let extent = "the matrix carries one-sided extrudes";
    check("XY", "0, 5, join, symmetric", 5, extent);
    check("XY", "0, 5, join, 0", 5, extent);
    check(
        "XY",
        "[0, 1], 5, join",
        5,
        "the matrix carries one profile an extrude, not 2",
    );
    check(
        "XY",
        "256, 5, join",
        5,
        "the matrix cannot carry profile 256",
    );
}

#[test]
fn faulty_matrices_are_refused() {
    let good = encode(&program(TRIANGLE), &MatrixConfig::paper()).expect("fits");
    let check = |row, variable, entry, expected: &str| {
        let mut matrix = good.clone();
        matrix.set(row, variable, entry);
        let error = decode(&matrix).expect_err(expected);
        assert!(error.to_string().contains(expected), "{error}");
    };
    check(0, Variable::Type, 0, "first row must be SOP");
    check(1, Variable::Type, 5, "row 1 has type 5");
    check(9, Variable::Type, 1, "row 9 has type 1");
    check(2, Variable::Type, 9, "row 2 has type 9");
    check(1, Variable::Plane, 3, "I = 3 is not one of its 3");
    check(2, Variable::X, 256, "x = 256");
    check(2, Variable::X, -1, "x = -1");
    check(2, Variable::Sweep, 3, "does not use alpha");
    check(7, Variable::Depth, 3, "does not use d");
    check(2, Variable::X, 128, "ends where it starts");
    check(5, Variable::Depth, 128, "depth of 0");
    let mut straight = good.clone();
    straight.set(3, Variable::Sweep, 128);
    let kinds: Vec<_> = decode(&straight).expect("a line").kinds().collect();
    assert_eq!(kinds[2], OperationKind::AddLine);
    let unfinished = FeatureMatrix::blank(MatrixConfig::paper());
    assert_eq!(decode(&unfinished), Err(DecodeError::Start { found: 6 }));
    assert!(FeatureMatrix::new(MatrixConfig::paper(), vec![0; 69]).is_err());
}

#[test]
fn masking_empties_what_is_not_used() {
    let good = encode(&program(TRIANGLE), &MatrixConfig::paper()).expect("fits");
    let mut noisy = good.clone();
    noisy.set(2, Variable::Sweep, 3);
    noisy.set(8, Variable::Type, 2);
    noisy.set(9, Variable::Depth, 7);
    assert_eq!(noisy.masked(), good);
}

/// Matrices of well-formed rows with any levels: the operations of one to three sketches.
fn well_formed(config: MatrixConfig) -> impl Strategy<Value = FeatureMatrix> {
    let sketch = prop::collection::vec((1..4i16, prop::array::uniform10(0..256i16)), 1..6);
    prop::collection::vec(sketch, 1..4).prop_map(move |sketches| {
        let mut matrix = FeatureMatrix::blank(config);
        matrix.set(0, Variable::Type, 5);
        let mut row = 1;
        for sketch in sketches {
            if row + sketch.len() + 2 >= config.rows() {
                break;
            }
            let entries = sketch[0].1;
            let types = std::iter::once(0)
                .chain(sketch.iter().map(|(kind, _)| *kind))
                .chain([4]);
            let rows = std::iter::once(entries)
                .chain(sketch.iter().map(|s| s.1))
                .chain([entries]);
            for (kind, entries) in types.zip(rows) {
                matrix.set(row, Variable::Type, kind);
                let used: Vec<_> = matrix.used(row).collect();
                for (variable, entry) in used.into_iter().zip(entries) {
                    matrix.set(row, variable, entry % variable.cardinality() as i16);
                }
                row += 1;
            }
        }
        matrix
    })
}

fn check_round_trip(matrix: &FeatureMatrix) -> Result<(), TestCaseError> {
    let Ok(program) = decode(matrix) else {
        return Ok(());
    };
    // A matrix may say another scale than its configuration; then other levels say the same.
    let said = (0..matrix.rows()).filter_map(|row| matrix.get(row, Variable::Scale));
    let scale = i16::from(matrix.config().scale());
    if said
        .into_iter()
        .any(|entry| entry != UNUSED && entry != scale)
    {
        return Ok(());
    }
    let again = encode(&program, matrix.config());
    prop_assert!(again.is_ok(), "{again:?}");
    let once = quantized(&program, matrix.config());
    prop_assert_eq!(&once, &Ok(program));
    let straight = (0..matrix.rows()).any(|row| matrix.get(row, Variable::Sweep) == Some(128));
    if !straight {
        prop_assert_eq!(&again, &Ok(matrix.clone()));
    }
    Ok(())
}

fn config() -> impl Strategy<Value = MatrixConfig> {
    prop_oneof![
        Just(MatrixConfig::paper()),
        (5..40usize).prop_map(MatrixConfig::wide)
    ]
}

proptest! {
    #[test]
    fn levels_survive_a_round_trip(matrix in config().prop_flat_map(well_formed)) {
        let mut matrix = matrix;
        for row in 0..matrix.rows() {
            if matrix.get(row, Variable::Scale).is_some_and(|entry| entry != UNUSED) {
                matrix.set(row, Variable::Scale, 10);
            }
        }
        check_round_trip(&matrix)?;
    }

    #[test]
    fn quantizing_twice_is_quantizing_once(
        x in -10.0..=10.0, y in -10.0..=10.0, r in 1e-3..=10.0, d in -10.0..=10.0,
        angle in -180.0..=180.0,
    ) {
        let texts = [
            format!("add_sketch(YZ)\nadd_circle({x},{y},{r})\nadd_extrude({d})"),
            format!("add_sketch(XY)\nadd_line(0,0,{x},0)\nadd_line({x},0,0,{y})\nadd_extrude({d})"),
            format!("add_sketch(XY)\nadd_arc(0,0,0,{},{angle})\nadd_extrude({d})", y / 2.0),
        ];
        for text in texts {
            let config = MatrixConfig::paper();
            if let Ok(once) = quantized(&program(&text), &config) {
                prop_assert_eq!(quantized(&once, &config), Ok(once));
            }
        }
    }

    #[test]
    fn hostile_entries_never_panic(
        config in config(),
        entries in prop::collection::vec(
            prop_oneof![-1..7i16, -1..256i16, any::<i16>()], 400),
    ) {
        let values = entries[..config.rows() * config.columns()].to_vec();
        let matrix = FeatureMatrix::new(config, values).expect("the right shape");
        check_round_trip(&matrix)?;
        check_round_trip(&matrix.masked())?;
    }
}
