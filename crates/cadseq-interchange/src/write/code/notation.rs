//! How a script writes the numbers of one sketch: by name where a number says one thing in several
//! places, in figures elsewhere.

use cadseq_program::Curve;
use cadseq_solid::{Outline, Region};
use glam::DVec2;

use crate::LengthUnit;

/// Most coordinates of an axis, and most radii, that get names: more of them help nobody to find
/// the one to edit.
const MAX_NAMES: usize = 8;

/// Names of the numbers of a sketch.
pub(in crate::write) struct Notation {
    unit: LengthUnit,
    xs: Vec<Named>,
    ys: Vec<Named>,
    radii: Vec<Named>,
}

/// A size above zero with its name.
struct Named {
    size: f64,
    name: String,
}

impl Notation {
    /// The notation of sketch number `sketch` (from 1) with these points and radii. A coordinate
    /// gets a name where it, or its opposite, is that of two points or more; 0 gets none. Every
    /// radius gets one.
    pub(in crate::write) fn new(
        sketch: usize,
        mut points: Vec<DVec2>,
        radii: &[f64],
        unit: LengthUnit,
    ) -> Self {
        points.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
        points.dedup();
        let axis = |letter: char, coordinate: fn(&DVec2) -> f64| {
            let sizes = repeated(points.iter().map(coordinate));
            let numbered = (1..).zip(sizes);
            let named = numbered.map(|(k, size)| Named {
                size,
                name: format!("sketch_{sketch}_{letter}{k}"),
            });
            few(named.collect())
        };
        Self {
            xs: axis('x', |point| point.x),
            ys: axis('y', |point| point.y),
            radii: named_radii(sketch, radii),
            unit,
        }
    }

    /// The notation of a sketch of which these regions are drawn.
    pub(in crate::write) fn of_regions<'a>(
        sketch: usize,
        regions: impl Iterator<Item = &'a Region>,
        unit: LengthUnit,
    ) -> Self {
        let (mut points, mut radii) = (Vec::new(), Vec::new());
        for outline in regions.flat_map(outlines) {
            match outline {
                Outline::Circle { center, radius, .. } => {
                    points.push(*center);
                    radii.push(*radius);
                }
                Outline::Loop(segments) => points.extend(segments.iter().map(|s| s.start)),
            }
        }
        Self::new(sketch, points, &radii, unit)
    }

    /// The notation of a sketch of which the curves are drawn. The points are what a script says
    /// of them: ends of lines, start and centre of arcs, centres of circles.
    pub(in crate::write) fn of_curves(sketch: usize, curves: &[Curve], unit: LengthUnit) -> Self {
        let (mut points, mut radii) = (Vec::new(), Vec::new());
        for curve in curves {
            match curve {
                Curve::Line(line) => points.extend([line.start, line.end]),
                Curve::Arc(arc) => points.extend([arc.start, arc.center]),
                Curve::Circle(circle) => {
                    points.push(circle.center);
                    radii.push(circle.radius);
                }
            }
        }
        Self::new(sketch, points, &radii, unit)
    }

    /// `x, y` of a given point.
    pub(in crate::write) fn point(&self, point: DVec2) -> String {
        let x = self.written(&self.xs, point.x);
        let y = self.written(&self.ys, point.y);
        format!("{x}, {y}")
    }

    /// `x, y` of a computed point.
    pub(in crate::write) fn derived(&self, point: DVec2) -> String {
        let [x, y] = point.to_array().map(|value| self.unit.derived(value));
        format!("{x}, {y}")
    }

    /// A radius.
    pub(in crate::write) fn radius(&self, radius: f64) -> String {
        self.written(&self.radii, radius)
    }

    /// The names with what they stand for.
    pub(in crate::write) fn parameters(&self) -> impl Iterator<Item = (&str, String)> {
        let all = [&self.xs, &self.ys, &self.radii].into_iter().flatten();
        all.map(|named| (named.name.as_str(), self.unit.length(named.size)))
    }

    fn written(&self, names: &[Named], value: f64) -> String {
        let named = names.iter().find(|named| named.size == value.abs());
        match named {
            Some(named) if value < 0.0 => format!("-{}", named.name),
            Some(named) => named.name.clone(),
            None => self.unit.length(value),
        }
    }
}

/// The outer outline and the holes.
pub(in crate::write) fn outlines(region: &Region) -> impl Iterator<Item = &Outline> {
    std::iter::once(&region.outer).chain(&region.holes)
}

/// The sizes that occur more than once, ascending.
fn repeated(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut sizes: Vec<f64> = values.map(f64::abs).filter(|&size| size > 0.0).collect();
    sizes.sort_by(f64::total_cmp);
    let runs = sizes.chunk_by(PartialEq::eq).filter(|run| run.len() > 1);
    runs.map(|run| run[0]).collect()
}

fn named_radii(sketch: usize, radii: &[f64]) -> Vec<Named> {
    let mut sizes = radii.to_vec();
    sizes.sort_by(f64::total_cmp);
    sizes.dedup();
    let name = |k: usize| match sizes.len() {
        1 => format!("sketch_{sketch}_radius"),
        _ => format!("sketch_{sketch}_radius_{k}"),
    };
    let named = (1..).zip(&sizes).map(|(k, &size)| Named {
        size,
        name: name(k),
    });
    few(named.collect())
}

/// The names, or none where there are too many.
fn few(names: Vec<Named>) -> Vec<Named> {
    if names.len() > MAX_NAMES {
        Vec::new()
    } else {
        names
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notation(points: &[(f64, f64)], radii: &[f64]) -> Notation {
        let points = points.iter().map(|&(x, y)| DVec2::new(x, y)).collect();
        Notation::new(2, points, radii, LengthUnit::Millimetre)
    }

    #[test]
    fn repeated_coordinates_have_names() {
        let corners = [(-4.0, 0.0), (4.0, 0.0), (4.0, 3.0), (1.0, 5.0), (-4.0, 3.0)];
        let notation = notation(&corners, &[0.5, 0.5]);
        let parameters: Vec<_> = notation.parameters().collect();
        let expected = [
            ("sketch_2_x1", "40"),
            ("sketch_2_y1", "30"),
            ("sketch_2_radius", "5"),
        ];
        let expected = expected.map(|(name, value)| (name, String::from(value)));
        assert_eq!(parameters, expected);
        let point = |x: f64, y: f64| notation.point(DVec2::new(x, y));
        assert_eq!(point(-4.0, 3.0), "-sketch_2_x1, sketch_2_y1");
        assert_eq!(point(1.0, 5.0), "10, 50");
        assert_eq!(notation.radius(0.5), "sketch_2_radius");
    }

    #[test]
    fn one_point_in_two_regions_repeats_nothing() {
        let notation = notation(&[(1.0, 2.0), (1.0, 2.0)], &[]);
        assert_eq!(notation.parameters().count(), 0);
    }

    #[test]
    fn many_coordinates_have_no_names() {
        let corners: Vec<_> = (1..=9)
            .flat_map(|k| [(f64::from(k), 0.0), (f64::from(k), 1.0)])
            .collect();
        let notation = notation(&corners, &[1.0, 2.0]);
        let names: Vec<_> = notation.parameters().map(|(name, _)| name).collect();
        let expected = ["sketch_2_y1", "sketch_2_radius_1", "sketch_2_radius_2"];
        assert_eq!(names, expected);
    }
}
