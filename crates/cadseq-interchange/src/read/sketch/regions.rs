//! Which profiles of a sketch the profiles of a file are.

use std::collections::{BTreeMap, BTreeSet};

use cadseq_program::Curve;
use cadseq_solid::arrangement::HalfEdge;
use cadseq_solid::sketch::Sketch;

use super::SNAP;
use super::fault::SketchFault;

/// How much areas may differ beside what snapping moves, in parts of their size.
const ROUNDING: f64 = 1e-9;

/// A profile of a file by what bounds it.
#[derive(Debug, Default)]
pub(super) struct Region {
    /// Area of the outline without the holes.
    pub(super) area: f64,
    /// Curves of its loops, by index, which have it on their left; or, where the flag is set, on
    /// their right.
    pub(super) sides: Vec<(usize, bool)>,
}

/// The numbers of the regions, taken together, among the profiles of a sketch of these curves;
/// ascending.
///
/// # Errors
/// Curves that make no sketch, and regions that are not the profiles beside their curves.
pub(super) fn numbers(curves: &[Curve], regions: &[Region]) -> Result<Vec<usize>, SketchFault> {
    let sketch = Sketch::new(curves, SNAP)?;
    let beside = Beside::new(&sketch);
    let cells: BTreeSet<usize> = regions.iter().filter_map(|it| beside.cell(it)).collect();
    let mut numbers = Vec::with_capacity(cells.len());
    for number in 0..sketch.profile_count() {
        if sketch
            .cells(&[number])?
            .iter()
            .all(|cell| cells.contains(cell))
        {
            numbers.push(number);
        }
    }
    let areas = cells.iter().map(|&cell| sketch.arrangement().area(cell));
    let found: f64 = areas.sum();
    let named: f64 = regions.iter().map(|region| region.area).sum();
    let length: f64 = curves.iter().map(length).sum();
    let is_same = (named - found).abs() <= SNAP * length + ROUNDING * named;
    if is_same && numbers.len() == cells.len() {
        Ok(numbers)
    } else {
        Err(SketchFault::Regions { named, found })
    }
}

/// For either side of each curve the cells there, each with the length along which it is there.
struct Beside {
    cells: BTreeMap<(usize, bool), Vec<(usize, f64)>>,
}

impl Beside {
    fn new(sketch: &Sketch) -> Self {
        let mut cells: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (index, edge) in sketch.arrangement().edges.iter().enumerate() {
            let half_edge = HalfEdge {
                edge: index,
                reversed: false,
            };
            let length = sketch.arrangement().segment(half_edge).length();
            for stroke in &edge.strokes {
                let curve = sketch.strokes()[stroke.stroke].tag as usize;
                for (is_right, cell) in [(false, edge.left), (true, edge.right)] {
                    let side = (curve, is_right != stroke.reversed);
                    cells.entry(side).or_default().push((cell, length));
                }
            }
        }
        Self { cells }
    }

    /// The cell that is beside most of the region's boundary: near points where curves touch, they
    /// run along each other within the tolerance, and others are beside them.
    fn cell(&self, region: &Region) -> Option<usize> {
        let mut lengths: BTreeMap<usize, f64> = BTreeMap::new();
        for side in &region.sides {
            for &(cell, length) in self.cells.get(side).into_iter().flatten() {
                *lengths.entry(cell).or_default() += length;
            }
        }
        let longest = lengths.into_iter().max_by(|a, b| a.1.total_cmp(&b.1));
        longest.map(|(cell, _)| cell)
    }
}

fn length(curve: &Curve) -> f64 {
    match curve {
        Curve::Line(line) => line.start.distance(line.end),
        Curve::Arc(arc) => arc.length(),
        Curve::Circle(circle) => std::f64::consts::TAU * circle.radius,
    }
}

#[cfg(test)]
mod tests {
    use cadseq_program::{Circle, Line};
    use glam::DVec2;

    use super::*;

    fn lines(corners: &[[f64; 2]]) -> Vec<Curve> {
        let ends = corners.iter().cycle().skip(1);
        let line = |(&start, &end): (&[f64; 2], &[f64; 2])| {
            Curve::Line(Line {
                start: start.into(),
                end: end.into(),
            })
        };
        corners.iter().zip(ends).map(line).collect()
    }

    fn region(area: f64, sides: &[(usize, bool)]) -> Region {
        let sides = sides.to_vec();
        Region { area, sides }
    }

    /// Two squares side by side, the second with a hole; drawn with their common side once.
    fn squares() -> Vec<Curve> {
        let mut curves = lines(&[[0.0, 0.0], [2.0, 0.0], [2.0, 2.0], [0.0, 2.0]]);
        curves.extend(lines(&[[2.0, 0.0], [4.0, 0.0], [4.0, 2.0], [2.0, 2.0]]));
        curves.pop();
        let center = DVec2::new(3.0, 1.0);
        curves.push(Curve::Circle(Circle {
            center,
            radius: 0.5,
        }));
        curves
    }

    const DISC: f64 = std::f64::consts::PI / 4.0;

    #[test]
    fn numbers_are_those_of_the_cells_beside_the_curves() {
        let curves = squares();
        let left = || region(4.0, &[(0, false), (1, false), (2, false), (3, false)]);
        let right_sides = [(4, false), (5, false), (6, false), (1, true), (7, true)];
        let right = || region(4.0 - DISC, &right_sides);
        let disc = || region(DISC, &[(7, false)]);
        let check = |regions: &[Region], expected: &[usize]| {
            let found = numbers(&curves, regions);
            assert_eq!(found.as_deref(), Ok(expected));
        };
        check(&[left()], &[0]);
        check(&[right()], &[1]);
        check(&[disc()], &[2]);
        check(&[disc(), left()], &[0, 2]);
        check(&[right(), disc(), left()], &[0, 1, 2]);
    }

    /// A disc in a corner, which touches two sides, so that circle and sides run along each other
    /// within the tolerance; the circle cuts off a small piece in the corner.
    #[test]
    fn curves_that_touch_keep_their_sides() {
        let mut curves = lines(&[[0.0, 0.0], [2.0, 0.0], [2.0, 2.0], [0.0, 2.0]]);
        let (center, radius) = (DVec2::ONE * 0.5, 0.5);
        curves.push(Curve::Circle(Circle { center, radius }));
        let corner_area = 0.25 * (1.0 - std::f64::consts::FRAC_PI_4);
        let sides: Vec<_> = (0..4)
            .map(|curve| (curve, false))
            .chain([(4, true)])
            .collect();
        let plate = region(4.0 - DISC - corner_area, &sides);
        assert_eq!(numbers(&curves, &[plate]), Ok(vec![1]));
        let disc = region(DISC, &[(4, false)]);
        assert_eq!(numbers(&curves, &[disc]), Ok(vec![2]));
    }

    #[test]
    fn regions_that_are_no_profiles_are_refused() {
        let curves = squares();
        let check = |regions: &[Region]| {
            let error = numbers(&curves, regions).expect_err("no profiles");
            assert!(matches!(error, SketchFault::Regions { .. }), "{error}");
        };
        check(&[region(4.0, &[(4, false)])]);
        check(&[region(4.0, &[(0, true)])]);
        check(&[region(4.0, &[])]);
        assert!(numbers(&[], &[]).is_err());
    }
}
