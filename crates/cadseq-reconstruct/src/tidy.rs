//! A fitted program with numbers that a person reads.
//!
//! Fitting leaves sixteen digits where four mean something. Points, sweeps, radii and depths are
//! rounded and the curves rebuilt through the rounded points, so that loops stay closed; only an arc's
//! centre, which follows from the rest, keeps more digits.

use cadseq_program::{Arc, Circle, Curve, Extent, Extrude, Line, Operation, Program};
use cadseq_solid::Part;
use glam::DVec2;

/// Digits of what a person reads: 1e-4 units are a micrometre, far below what a picture shows.
const DIGITS: i32 = 4;
/// Digits of an arc's centre: an arc's end, which follows from it, must meet the next curve to
/// within the solid's tolerance of 1e-6 units.
const CENTER_DIGITS: i32 = 9;

/// The rounded program; `None` where it has no solid, so that the exact one must do.
pub fn tidy(program: &Program) -> Option<Program> {
    let operations = program.operations().iter().map(tidy_operation);
    let tidied = Program::new(operations.collect::<Option<_>>()?).ok()?;
    Part::build(&tidied).ok()?;
    Some(tidied)
}

fn tidy_operation(operation: &Operation) -> Option<Operation> {
    let short = |value| rounded(value, DIGITS);
    Some(match operation {
        Operation::AddSketch(plane) => Operation::AddSketch(*plane),
        Operation::AddLine(line) => tidy_curve(&Curve::Line(*line))?.into(),
        Operation::AddArc(arc) => tidy_curve(&Curve::Arc(*arc))?.into(),
        Operation::AddCircle(circle) => tidy_curve(&Curve::Circle(*circle))?.into(),
        Operation::AddExtrude(extrude) => Operation::AddExtrude(Extrude {
            extent: match extrude.extent {
                Extent::OneSide(depth) => Extent::OneSide(short(depth)),
                Extent::Symmetric(length) => Extent::Symmetric(short(length)),
                Extent::TwoSides(forward, backward) => {
                    Extent::TwoSides(short(forward), short(backward))
                }
            },
            ..extrude.clone()
        }),
    })
}

fn tidy_curve(curve: &Curve) -> Option<Curve> {
    match curve {
        Curve::Line(line) => {
            let (start, end) = (tidy_point(line.start, DIGITS), tidy_point(line.end, DIGITS));
            (start != end).then_some(Curve::Line(Line { start, end }))
        }
        Curve::Arc(arc) => {
            let (start, end) = (tidy_point(arc.start, DIGITS), tidy_point(arc.end(), DIGITS));
            let arc = Arc::from_end(start, end, rounded(arc.sweep_deg, DIGITS))?;
            Some(Curve::Arc(Arc {
                center: tidy_point(arc.center, CENTER_DIGITS),
                ..arc
            }))
        }
        Curve::Circle(circle) => {
            let radius = rounded(circle.radius, DIGITS);
            let center = tidy_point(circle.center, DIGITS);
            (radius > 0.0).then_some(Curve::Circle(Circle { center, radius }))
        }
    }
}

fn tidy_point(point: DVec2, digits: i32) -> DVec2 {
    DVec2::new(rounded(point.x, digits), rounded(point.y, digits))
}

fn rounded(value: f64, digits: i32) -> f64 {
    let scale = 10_f64.powi(digits);
    (value * scale).round() / scale
}

#[cfg(test)]
mod tests {
    use super::*;
    use cadseq_program::Plane;
    use cadseq_solid::Prism;

    #[test]
    fn rounded_loops_stay_closed() {
        let points = [
            DVec2::new(0.000_012_3, 0.0),
            DVec2::new(7.123_456_789, 1.234_567_891),
            DVec2::new(3.131_592_653, 6.273_185_307),
        ];
        let curves = [Some(33.333_333_3), Some(-0.01), None]
            .into_iter()
            .enumerate()
            .map(|(index, sweep)| {
                Curve::from_end(points[index], points[(index + 1) % 3], sweep).expect("a curve")
            });
        let exact = Program::prism(Plane::XZ, curves, 2.000_04).expect("a program");
        let tidied = tidy(&exact).expect("still a solid");
        let [volume, expected] = [&tidied, &exact]
            .map(|program| Prism::from_program(program).expect("a solid").volume());
        assert!((volume / expected - 1.0).abs() < 1e-4);
        assert!(
            tidied
                .to_string()
                .contains("add_line(3.1316, 6.2732, 0, 0)"),
            "{tidied}"
        );
    }
    #[test]
    fn every_operation_of_a_part_is_rounded() {
        let part: Program = "add_sketch(XY)\nadd_arc(1, 0, 1.23456789e-12, 0, 180.000001)\nadd_line(-1, 0, 1, 0)\n\
             add_extrude(0, 2.00001, new, 1.000004)\nadd_sketch(end(0))\nadd_circle(0, 0.4, 0.123456)\nadd_extrude(0, -1, cut)"
            .parse()
            .expect("a program");
        let tidied = tidy(&part).expect("still a solid").to_string();
        let short = "add_sketch(XY)\nadd_arc(1, 0, 0, 0, 180)\nadd_line(-1, 0, 1, 0)\nadd_extrude(0, 2, new, 1)\n\
             add_sketch(end(0))\nadd_circle(0, 0.4, 0.1235)\nadd_extrude(0, -1, cut)\n";
        assert_eq!(tidied, short);
    }
}
