//! Everyday parts of one to eleven extrudes, each in two sizes: a truth and a guess.

use cadseq_program::{OperationKind, Program};

/// A part twice.
#[derive(Debug)]
pub(crate) struct Pair {
    pub(crate) name: &'static str,
    pub(crate) programs: [Program; 2],
}

impl Pair {
    fn new(name: &'static str, text: impl Fn(f64) -> String) -> Self {
        let program = |size: f64| text(size).parse().expect("a program");
        Self {
            name,
            programs: [program(1.0), program(1.07)],
        }
    }

    pub(crate) fn extrudes(&self) -> usize {
        let kinds = self.programs[0].kinds();
        kinds
            .filter(|kind| *kind == OperationKind::AddExtrude)
            .count()
    }
}

/// All parts, fewest extrudes first.
pub(crate) fn pairs() -> Vec<Pair> {
    vec![
        Pair::new("cylinder", |s| circle("XY", [3.0, 2.0], 2.5 * s, "4, new")),
        Pair::new("slotted plate", slot),
        Pair::new("plate, hole", |s| {
            plate(s) + &circle("XY", [2.0 * s, 1.5], 0.8, "3, cut")
        }),
        Pair::new("plate, cross hole", |s| plate(s) + &cross_hole(2.0, s)),
        Pair::new("plate, boss, hole", bossed),
        Pair::new("bracket", bracket),
        Pair::new("flange", flange),
        Pair::new("bracket, two holes more", |s| {
            let holes = [1.5, 6.5].map(|x| circle("XY", [x, 3.5 * s], 0.5, "2, cut"));
            bracket(s) + &holes.concat()
        }),
        Pair::new("plate, ten cross holes", |s| {
            let holes = (0..10).map(|i| cross_hole(0.7 + 0.73 * f64::from(i), s));
            plate(s) + &holes.collect::<String>()
        }),
    ]
}

fn rectangle(plane: &str, [x, y]: [f64; 2], [z, w]: [f64; 2], extrude: &str) -> String {
    format!(
        "add_sketch({plane})\nadd_line({x}, {y}, {z}, {y})\nadd_line({z}, {y}, {z}, {w})\n\
         add_line({z}, {w}, {x}, {w})\nadd_line({x}, {w}, {x}, {y})\nadd_extrude(0, {extrude})\n"
    )
}

fn circle(plane: &str, [x, y]: [f64; 2], radius: f64, extrude: &str) -> String {
    format!("add_sketch({plane})\nadd_circle({x}, {y}, {radius})\nadd_extrude(0, {extrude})\n")
}

fn slot(s: f64) -> String {
    let (length, width) = (6.0 * s, 4.0);
    let middle = 0.5 * width;
    format!(
        "add_sketch(XY)\nadd_line(0, 0, {length}, 0)\n\
         add_arc({length}, 0, {length}, {middle}, 180)\nadd_line({length}, {width}, 0, {width})\n\
         add_arc(0, {width}, 0, {middle}, 180)\nadd_extrude(0, 1.5, new)\n"
    )
}

fn plate(s: f64) -> String {
    rectangle("XY", [0.0, 0.0], [8.0 * s, 5.0], "2, new")
}

/// A hole through the plate along y, at half its height; sketch y of XZ runs downwards.
fn cross_hole(x: f64, s: f64) -> String {
    circle("XZ", [x, -1.0], 0.3 * s, "6, cut, 1")
}

fn bossed(s: f64) -> String {
    let boss = circle("XY", [4.0, 2.5], 1.8 * s, "4, join");
    plate(s) + &boss + &circle("XY", [4.0, 2.5], 1.0, "5, cut")
}

/// A plate, a wall that stands on it, and a hole through the wall.
fn bracket(s: f64) -> String {
    let wall = rectangle("XZ", [0.0, -6.0 * s], [8.0 * s, -2.0], "1, join");
    plate(s) + &wall + &circle("XZ", [4.0, -4.2], 1.0 * s, "2, cut, 1")
}

/// A disc with a hub, a bore and two of its bolt holes.
fn flange(s: f64) -> String {
    let disc = circle("XY", [0.0, 0.0], 6.0 * s, "1.5, new");
    let hub = circle("XY", [0.0, 0.0], 2.5, "5, join");
    let bore = circle("XY", [0.0, 0.0], 1.5 * s, "6, cut, 1");
    let bolts = [-4.2, 4.2].map(|x| circle("XY", [x, 0.0], 0.6, "2, cut, 1"));
    disc + &hub + &bore + &bolts.concat()
}
