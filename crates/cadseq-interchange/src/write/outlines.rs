//! The closed outlines among a sketch's curves, for drawings that hold them as one thing each.
//!
//! An outline is a chain of lines and arcs that closes and that no other curve meets at its joints. What
//! does not belong to one stays a curve by itself, so every curve is drawn exactly once.

use cadseq_program::Curve;
use cadseq_solid::arrangement::Vertices;
use cadseq_solid::outline::DEFAULT_TOLERANCE;
use glam::DVec2;

/// What is drawn.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Drawn {
    /// A curve by itself.
    Curve(Curve),
    /// A closed outline; each link ends where the next one starts, to the tolerance of sketches.
    Outline(Vec<Link>),
}

/// A line or an arc of an outline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Link {
    curve: Curve,
    /// Whether the outline runs through it from its end to its start.
    reversed: bool,
}

impl Link {
    /// Where it starts, and whether that was computed.
    pub(super) fn start(&self) -> (DVec2, bool) {
        match (&self.curve, self.reversed) {
            (Curve::Line(line), false) => (line.start, false),
            (Curve::Line(line), true) => (line.end, false),
            (Curve::Arc(arc), false) => (arc.start, false),
            (Curve::Arc(_) | Curve::Circle(_), _) => (self.curve.point_at(1.0), true),
        }
    }

    /// The tangent of a quarter of its sweep, positive counter-clockwise; 0 for a line.
    pub(super) fn bulge(&self) -> f64 {
        let Curve::Arc(arc) = &self.curve else {
            return 0.0;
        };
        let bulge = libm::tan(0.25 * arc.sweep_deg.to_radians());
        if self.reversed { -bulge } else { bulge }
    }
}

/// The curves in their order; an outline comes in the place of its first one.
pub(super) fn outlines(curves: &[Curve]) -> Vec<Drawn> {
    let joints = Joints::of(curves);
    let mut drawn = Vec::new();
    let mut is_done = vec![false; curves.len()];
    for (first, curve) in curves.iter().enumerate() {
        if is_done[first] {
            continue;
        }
        let (chain, is_closed) = joints.chain(first);
        if !is_closed {
            drawn.push(Drawn::Curve(*curve));
            continue;
        }
        let link = |&(index, reversed): &(usize, bool)| Link {
            curve: curves[index],
            reversed,
        };
        let links: Vec<Link> = chain.iter().map(link).collect();
        if encloses_nothing(&links) {
            drawn.push(Drawn::Curve(*curve));
            continue;
        }
        for (index, _) in chain {
            is_done[index] = true;
        }
        drawn.push(Drawn::Outline(links));
    }
    drawn
}

/// Whether an outline runs back as it came: one line or arc that is drawn twice.
fn encloses_nothing(links: &[Link]) -> bool {
    matches!(links, [there, back] if (there.bulge() + back.bulge()).abs() < 1e-9)
}

/// Where curves meet.
struct Joints {
    /// For each curve the joints at its start and end; `None` where these are one.
    ends: Vec<Option<[usize; 2]>>,
    /// For each joint the curves that end there.
    curves: Vec<Vec<usize>>,
}

impl Joints {
    fn of(curves: &[Curve]) -> Self {
        let mut vertices = Vertices::new(DEFAULT_TOLERANCE);
        let mut ends = Vec::with_capacity(curves.len());
        let mut at: Vec<Vec<usize>> = Vec::new();
        for (index, curve) in curves.iter().enumerate() {
            let joints = [0.0, 1.0].map(|along| vertices.snap(curve.point_at(along)));
            let is_open = !matches!(curve, Curve::Circle(_)) && joints[0] != joints[1];
            ends.push(is_open.then_some(joints));
            let most = joints[0].max(joints[1]);
            at.resize_with(at.len().max(most + 1), Vec::new);
            if is_open {
                for joint in joints {
                    at[joint].push(index);
                }
            }
        }
        Self { ends, curves: at }
    }

    /// The curves from this one on, each with whether it runs backwards, up to where not just one other
    /// goes on; and whether they come back to where they began.
    fn chain(&self, first: usize) -> (Vec<(usize, bool)>, bool) {
        let mut chain = Vec::new();
        let Some([_, mut joint]) = self.ends[first] else {
            return (chain, false);
        };
        let mut curve = first;
        chain.push((first, false));
        loop {
            let [a, b] = self.curves[joint][..] else {
                return (chain, false);
            };
            curve = if a == curve { b } else { a };
            if curve == first {
                return (chain, true);
            }
            let ends = self.ends[curve].expect("a curve at a joint is open");
            let reversed = ends[1] == joint;
            joint = ends[usize::from(!reversed)];
            chain.push((curve, reversed));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::f64::consts::PI;

    use cadseq_program::Program;

    use super::*;

    /// How many links each outline has; 0 stands for a curve by itself.
    fn check(curves: &str, expected: &[usize]) -> Vec<Drawn> {
        let text = format!("add_sketch(XY)\n{curves}\nadd_extrude(0, 1, new)");
        let program: Program = text.parse().expect("a program");
        let curves = program
            .operations()
            .iter()
            .filter_map(cadseq_program::Operation::curve);
        let drawn = outlines(&curves.collect::<Vec<_>>());
        let links = |one: &Drawn| match one {
            Drawn::Curve(_) => 0,
            Drawn::Outline(links) => links.len(),
        };
        assert_eq!(drawn.iter().map(links).collect::<Vec<_>>(), expected);
        drawn
    }

    const SQUARE: &str =
        "add_line(0, 0, 2, 0)\nadd_line(2, 2, 2, 0)\nadd_line(2, 2, 0, 2)\nadd_line(0, 2, 0, 0)";

    #[test]
    fn loops_are_outlines_whatever_way_their_curves_run() {
        let drawn = check(SQUARE, &[4]);
        let Drawn::Outline(links) = &drawn[0] else {
            panic!("an outline");
        };
        let corners: Vec<_> = links.iter().map(|link| link.start().0.to_array()).collect();
        assert_eq!(corners, [[0.0, 0.0], [2.0, 0.0], [2.0, 2.0], [0.0, 2.0]]);
    }

    #[test]
    fn what_is_no_outline_stays_as_it_is() {
        check("add_circle(0, 0, 1)", &[0]);
        check("add_arc(1, 0, 0, 0, 360)", &[0]);
        check(&format!("{SQUARE}\nadd_line(1, 0, 1, 2)"), &[4, 0]);
        check(&format!("{SQUARE}\nadd_line(0, 0, 2, 2)"), &[0; 5]);
        check(&format!("add_line(5, 5, 6, 6)\n{SQUARE}"), &[0, 4]);
        check("add_line(0, 0, 1, 0)\nadd_line(1, 0, 0, 0)", &[0, 0]);
    }

    #[test]
    fn arcs_have_bulges() {
        let drawn = check("add_line(-1, 0, 1, 0)\nadd_arc(1, 0, 0, 0, 180)", &[2]);
        let Drawn::Outline(links) = &drawn[0] else {
            panic!("an outline");
        };
        assert!((links[1].bulge() - libm::tan(PI / 4.0)).abs() < 1e-12);
        let drawn = check("add_line(-1, 0, 1, 0)\nadd_arc(-1, 0, 0, 0, -180)", &[2]);
        let Drawn::Outline(links) = &drawn[0] else {
            panic!("an outline");
        };
        assert!((links[1].bulge() - 1.0).abs() < 1e-12, "it runs backwards");
    }
}
