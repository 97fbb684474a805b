//! Solids from STEP files: what is written is read, and shares its volume with what it was.

use cadseq_solid::export::Label;
use cadseq_solid::{Part, Solid, StepReadError};

fn build(text: &str) -> Solid {
    let program = text.parse().expect("a program");
    Part::build(&program).expect("a part").solid
}

const PLATE: &str = "add_sketch(XY)
add_line(0, 0, 4, 0)\nadd_line(4, 0, 4, 3)\nadd_line(4, 3, 0, 3)\nadd_line(0, 3, 0, 0)
add_circle(1, 1, 0.5)
add_extrude(0, 1, new)";

const DRILLED: &str = "add_sketch(XY)
add_line(0, 0, 4, 0)\nadd_line(4, 0, 4, 3)\nadd_line(4, 3, 0, 3)\nadd_line(0, 3, 0, 0)
add_extrude(0, 2, new)
add_sketch(XZ)
add_circle(2, -1, 0.4)
add_extrude(0, 10, cut)";

#[test]
fn what_is_written_is_read() {
    for text in [PLATE, DRILLED] {
        let solid = build(text);
        let step = solid.step(&Label::new("plate")).expect("written");
        let again = Solid::from_step(&step).expect("read");
        let measures = |solid: &Solid| solid.measures().expect("measured").expect("a body");
        let (a, b) = (measures(&solid), measures(&again));
        assert!((a.volume - b.volume).abs() < 1e-6, "{a:?} {b:?}");
        assert!(a.bounds.min.distance(b.bounds.min) < 1e-6);
        let (there, back) = (solid.mesh(0.01), again.mesh(0.01));
        let faces = |mesh: Result<cadseq_solid::Mesh, _>| mesh.expect("a mesh").faces.len();
        assert_eq!(faces(there), faces(back));
        for overlap in [solid.overlap(&again), again.overlap(&solid)] {
            let iou = overlap.expect("an overlap").iou();
            assert!((iou - 1.0).abs() < 1e-4, "{iou}");
        }
    }
}

#[test]
fn parts_of_a_solid_that_was_read_are_shared() {
    let whole = build(PLATE);
    let half = build(&PLATE.replace("0, 1, new", "0, 0.5, new"));
    let step = whole.step(&Label::default()).expect("written");
    let read = Solid::from_step(&step).expect("read");
    let iou = half.overlap(&read).expect("an overlap").iou();
    assert!((iou - 0.5).abs() < 1e-4, "{iou}");
    let apart = build(&PLATE.replace("XY", "XZ"));
    let iou = apart.overlap(&read).expect("an overlap").iou();
    assert_eq!(iou, 0.0, "they touch");
}

#[test]
fn what_is_no_solid_is_refused() {
    let fault = |text: &str| Solid::from_step(text).expect_err("refused");
    assert!(matches!(fault("no step"), StepReadError::Text { .. }));
    let empty = "ISO-10303-21;\nHEADER;\nENDSEC;\nDATA;\nENDSEC;\nEND-ISO-10303-21;\n";
    let found = fault(empty);
    assert!(
        matches!(found, StepReadError::NoSolid | StepReadError::Text { .. }),
        "{found}"
    );
}
