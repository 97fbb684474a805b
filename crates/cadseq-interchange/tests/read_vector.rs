//! DeepCAD's vectors: rows become programs, faults are named with row and column.

mod plate;

use cadseq_interchange::read::deepcad_vector;
use cadseq_interchange::vector::{COLUMNS, Row, VectorLayout, Vectors};
use cadseq_interchange::{Imported, ReadOptions};
use cadseq_program::{Curve, Operation, Program};

const STRICT: ReadOptions = ReadOptions::STRICT;
const LENIENT: ReadOptions = ReadOptions::LENIENT;

const LOOP: &[i32] = &[4];
const END: &[i32] = &[3];

/// Rows with -1 in the columns after those given.
fn rows(rows: &[&[i32]]) -> Vec<Row> {
    let padded = |start: &&[i32]| {
        let mut row = [-1; COLUMNS];
        row[..start.len()].copy_from_slice(start);
        row
    };
    rows.iter().map(padded).collect()
}

fn line(x: i32, y: i32) -> Vec<i32> {
    vec![0, x, y]
}

/// An extrude of a sketch of size 95 / 128, so that a level is 1 / 128, in the plane of the world's
/// x and y at the origin.
fn extrude(e1: i32, e2: i32, operation: i32, extent: i32) -> Vec<i32> {
    let mut row = vec![5, -1, -1, -1, -1, -1, 128, 128, 128, 128, 128, 128, 95];
    row.extend([e1, e2, operation, extent]);
    row
}

fn read(rows: &[&[i32]], options: ReadOptions) -> Result<Imported, String> {
    let rows = self::rows(rows);
    let text = Vectors { rows }.to_bytes(VectorLayout::Csv);
    deepcad_vector::read(&text, &options).map_err(|error| error.to_string())
}

fn program(rows: &[&[i32]]) -> Program {
    read(rows, STRICT).expect("a program").program
}

/// A plate with a half-round end and a hole, 32 levels thick.
fn plate() -> Vec<Vec<i32>> {
    vec![
        LOOP.to_vec(),
        line(192, 128),
        line(192, 160),
        line(128, 160),
        vec![1, 128, 128, 128, 1],
        LOOP.to_vec(),
        vec![2, 160, 144, -1, -1, 8],
        extrude(160, 128, 0, 0),
        END.to_vec(),
        END.to_vec(),
    ]
}

fn slices(rows: &[Vec<i32>]) -> Vec<&[i32]> {
    rows.iter().map(Vec::as_slice).collect()
}

#[test]
fn rows_are_a_program() {
    let text = program(&slices(&plate())).to_string();
    assert_eq!(text, plate::PROGRAM);
}

#[test]
fn all_files_give_the_same_program() {
    let rows = rows(&slices(&plate()));
    let expected = program(&slices(&plate()));
    let vectors = Vectors { rows };
    let files = [
        vectors.to_bytes(VectorLayout::Npy),
        vectors.to_bytes(VectorLayout::Csv),
        vectors.to_bytes(VectorLayout::Json),
    ];
    for file in files {
        let imported = deepcad_vector::read(&file, &STRICT).expect("a program");
        assert_eq!(imported.program, expected);
    }
}

#[test]
fn loops_run_either_way_and_arcs_turn_as_they_say() {
    let clockwise = program(&[
        LOOP,
        &line(128, 192),
        &[1, 192, 128, 64, 0],
        &line(128, 128),
        &extrude(160, 128, 0, 0),
    ]);
    let curves: Vec<Curve> = clockwise
        .operations()
        .iter()
        .filter_map(Operation::curve)
        .collect();
    let Curve::Arc(arc) = curves[1] else {
        panic!("the arc comes second: {curves:?}");
    };
    // Drawn counter-clockwise: from (0.5, 0) about the origin to (0, 0.5).
    assert_eq!(arc.sweep_deg, 90.0);
    assert!(arc.center.length() < 1e-12, "{arc:?}");
}

#[test]
fn extents_and_operations() {
    let check = |levels: [i32; 4], expected: &str| {
        let [e1, e2, operation, extent] = levels;
        let circle = [2, 128, 128, -1, -1, 64];
        let program = program(&[LOOP, &circle, &extrude(e1, e2, operation, extent)]);
        assert_eq!(program.operations()[2].to_string(), expected);
    };
    check([192, 128, 0, 0], "add_extrude(0, 0.5, new)");
    check([64, 128, 1, 0], "add_extrude(0, -0.5, join)");
    check([192, 128, 2, 1], "add_extrude(0, 1, cut, symmetric)");
    check([192, 160, 3, 2], "add_extrude(0, 0.5, intersect, 0.25)");
    // DeepCAD joins the sweeps to both sides, also where both go the same way.
    check([192, 96, 0, 2], "add_extrude(0, 0.5, new, 0)");
    check([64, 96, 0, 2], "add_extrude(0, 0.25, new, 0.5)");
}

#[test]
fn planes_turn_and_move() {
    let circle = [2, 128, 128, -1, -1, 64];
    let mut row = extrude(192, 128, 0, 0);
    row[6..12].copy_from_slice(&[192, 128, 0, 128, 160, 96]);
    let program = program(&[LOOP, &circle, &row]);
    // theta = 90 degrees, phi = 0: the normal is +X, the reference -Z; gamma turns it by 180.
    let expected = "add_sketch(plane(0, 0.25, -0.25, 1, 0, 0, 0, 0, 1))";
    assert_eq!(program.operations()[0].to_string(), expected);
}

#[test]
fn what_has_no_length_is_left_out() {
    let mut rows = plate();
    rows.insert(2, line(192, 128));
    rows.insert(2, vec![1, 192, 128, 64, 1]);
    assert_eq!(program(&slices(&rows)), program(&slices(&plate())));
}

#[test]
fn faults_are_named_with_row_and_column() {
    let check = |change: &dyn Fn(&mut Vec<Vec<i32>>), expected: &str| {
        let mut rows = plate();
        change(&mut rows);
        let error = read(&slices(&rows), STRICT).expect_err(expected);
        assert!(error.starts_with(expected), "{error}");
    };
    check(
        &|it| it[0][0] = 7,
        "row 0, column command: there is no command 7",
    );
    check(
        &|it| it[1][1] = 256,
        "row 1, column x: 256 is out of range; it must be 0 to 255",
    );
    check(&|it| it[1][2] = -1, "row 1, column y: -1 is out of range");
    check(&|it| it[4][3] = 0, "row 4: the arc's sweep is 0");
    check(
        &|it| it[4][4] = 2,
        "row 4, column f: 2 is out of range; it must be 0 to 1",
    );
    check(&|it| it[6][5] = 0, "row 5: the loop encloses no area");
    check(
        &|it| it[7][12] = 0,
        "row 7, column s: the sketch has size 0",
    );
    check(
        &|it| it[7][15] = 4,
        "row 7, column b: 4 is out of range; it must be 0 to 3",
    );
    check(&|it| it[7][16] = 3, "row 7, column u: 3 is out of range");
    check(
        &|it| drop(it.remove(0)),
        "row 0: a curve needs the start of a loop",
    );
    check(&|it| drop(it.remove(6)), "row 5: there is no curve");
    check(&|it| it[6][0] = 0, "row 5: there is no curve");
    check(
        &|it| it[3] = vec![2, 9, 9, -1, -1, 9],
        "row 3: a full circle closes by itself",
    );
    check(
        &|it| drop(it.remove(7)),
        "row 7: the loops before it are never extruded",
    );
    check(
        &|it| it.truncate(7),
        "row 7: the loops before it are never extruded",
    );
    check(
        &|it| it.push(LOOP.to_vec()),
        "row 10: the program has ended before",
    );
    check(&|it| it.truncate(0), "row 0: nothing is extruded");
    let nothing = "row 7: operation 7: the extrude starts and ends";
    check(&|it| it[7] = extrude(128, 128, 0, 2), nothing);
}

#[test]
fn lenient_keeps_the_extrudes_before() {
    let mut rows = plate();
    rows.truncate(8);
    rows.extend([LOOP.to_vec(), vec![9]]);
    let imported = read(&slices(&rows), LENIENT).expect("the plate");
    assert_eq!(imported.program, program(&slices(&plate())));
    assert!(
        imported.notes[0].contains("row 9, column command"),
        "{:?}",
        imported.notes
    );
}

#[test]
fn other_tables_are_refused() {
    let check = |file: &[u8], expected: &str| {
        let error = deepcad_vector::read(file, &STRICT).expect_err(expected);
        assert!(error.to_string().contains(expected), "{error}");
    };
    check(b"", "row 0: nothing is extruded");
    check(b"\n1,2,3\n", "line 2: the row has 3 numbers");
    check(b"4,-1,x", "line 1: x is no integer");
    check(b"[[4, -1]]", "[0]: invalid length 2");
    check(b"[[4, -1", "line 1 column 7");
    check(b"\x93NUMPY\x01\x00", "cut off");
    check(b"\xff\xfe", "no UTF-8");
    let long = "4 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1 -1\n".repeat(30_000);
    check(long.as_bytes(), "at most 20000 are read");
}
