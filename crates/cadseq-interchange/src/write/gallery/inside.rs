//! Points inside a region.

use cadseq_solid::{Outline, Region};
use glam::DVec2;

use crate::write::code::outlines;

/// Lines across a region on which points inside are looked for.
const SCAN_LINES: u32 = 15;
/// Points on each stretch of such a line that lies inside.
const POINTS: u32 = 7;

/// How far the polygons that stand for a region leave it, in its own size.
const CHORD: f64 = 1e-4;

/// A region as polygons, its holes among them.
pub(super) struct Polygons(Vec<Vec<DVec2>>);

impl Polygons {
    pub(super) fn new(region: &Region) -> Self {
        let bounds = region.outer.bounds();
        let chord = CHORD * (bounds.max - bounds.min).length();
        Self(
            outlines(region)
                .map(|outline| outline.polyline(chord))
                .collect(),
        )
    }

    /// Whether a point lies inside.
    pub(super) fn hold(&self, point: DVec2) -> bool {
        let crossings = self.crossings(point.y);
        let to_the_left = crossings.filter(|x| *x < point.x);
        to_the_left.count() % 2 == 1
    }

    /// Where the sides cross a horizontal line; an even number of times.
    fn crossings(&self, y: f64) -> impl Iterator<Item = f64> {
        let sides = self.0.iter().flat_map(|polygon| {
            let ends = polygon.iter().cycle().skip(1);
            polygon.iter().zip(ends)
        });
        let crossing = sides.filter(move |(a, b)| (a.y <= y) != (b.y <= y));
        crossing.map(move |(a, b)| a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y))
    }
}

/// Points all over the inside of a region, those farthest from its boundary first.
pub(super) fn candidates(region: &Region) -> Vec<DVec2> {
    let bounds = region.outer.bounds();
    let height = bounds.max.y - bounds.min.y;
    let polygons = Polygons::new(region);
    let mut points = Vec::new();
    for y in fractions(SCAN_LINES).map(|share| bounds.min.y + height * share) {
        let mut crossings: Vec<f64> = polygons.crossings(y).collect();
        crossings.sort_by(f64::total_cmp);
        for stretch in crossings.chunks_exact(2) {
            let xs = fractions(POINTS).map(|share| stretch[0] + (stretch[1] - stretch[0]) * share);
            points.extend(xs.map(|x| DVec2::new(x, y)));
        }
    }
    let mut ranked: Vec<_> = points
        .into_iter()
        .map(|p| (distance(region, p), p))
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    ranked.into_iter().map(|(_, point)| point).collect()
}

/// Fractions between 0 and 1 that divide it evenly.
fn fractions(count: u32) -> impl Iterator<Item = f64> {
    (1..=count).map(move |k| f64::from(k) / f64::from(count + 1))
}

/// Distance to the boundary.
fn distance(region: &Region, point: DVec2) -> f64 {
    let distances = outlines(region).flat_map(|outline| match outline {
        Outline::Circle { center, radius, .. } => vec![(center.distance(point) - radius).abs()],
        Outline::Loop(segments) => segments.iter().map(|s| s.distance_to(point)).collect(),
    });
    distances.fold(f64::INFINITY, f64::min)
}

#[cfg(test)]
mod tests {
    use cadseq_program::{Circle, Curve, Line};
    use cadseq_solid::outline::DEFAULT_TOLERANCE;

    use super::*;

    fn plate_with_hole() -> Region {
        let corners = [(0.0, 0.0), (8.0, 0.0), (8.0, 4.0), (0.0, 4.0)].map(DVec2::from);
        let side = |k: usize| Line {
            start: corners[k],
            end: corners[(k + 1) % 4],
        };
        let outer: Vec<Curve> = (0..4).map(|k| Curve::Line(side(k))).collect();
        let hole = Circle {
            center: DVec2::new(4.0, 2.0),
            radius: 1.5,
        };
        let outline = |curves: &[Curve]| Outline::new(curves, DEFAULT_TOLERANCE).expect("closed");
        Region {
            outer: outline(&outer),
            holes: vec![outline(&[Curve::Circle(hole)])],
        }
    }

    #[test]
    fn points_inside_keep_away_from_the_boundary() {
        let region = plate_with_hole();
        let polygons = Polygons::new(&region);
        let points = candidates(&region);
        assert!(points.iter().all(|point| polygons.hold(*point)));
        assert!(distance(&region, points[0]) > 1.0, "{}", points[0]);
        assert!(points.is_sorted_by(|a, b| distance(&region, *a) >= distance(&region, *b)));
    }

    #[test]
    fn sides_are_told_apart() {
        let polygons = Polygons::new(&plate_with_hole());
        let check = |x: f64, y: f64, inside: bool| {
            assert_eq!(polygons.hold(DVec2::new(x, y)), inside, "({x}, {y})");
        };
        check(1.0, 1.0, true);
        check(4.0, 2.0, false);
        check(9.0, 2.0, false);
        check(7.99, 2.0, true);
        check(5.51, 2.0, true);
        check(5.49, 2.0, false);
    }
}
