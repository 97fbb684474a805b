//! The outline of a region in a probability map (marching squares, Lorensen & Cline 1987 in two
//! dimensions).

use std::collections::BTreeMap;

use cadseq_render::Picture;
use glam::DVec2;

/// The longest of the [`contours`]; empty where there is none.
pub fn longest_contour(map: &Picture, level: f32) -> Vec<DVec2> {
    let length = |points: &Vec<DVec2>| -> f64 {
        let steps = points.windows(2);
        steps.map(|pair| pair[0].distance(pair[1])).sum()
    };
    contours(map, level)
        .into_iter()
        .map(|points| (length(&points), points))
        .reduce(|longest, next| if next.0 > longest.0 { next } else { longest })
        .map_or(Vec::new(), |(_, points)| points)
}

/// The closed lines along which `map` crosses `level`, in pixel coordinates of the map (centres at .5). The
/// map counts as below the level outside its border.
pub fn contours(map: &Picture, level: f32) -> Vec<Vec<DVec2>> {
    let mut unused: BTreeMap<Edge, Edge> = segments(map, level);
    let mut lines = Vec::new();
    while let Some((&first, _)) = unused.iter().next() {
        let mut points = Vec::new();
        let mut edge = first;
        while let Some(following) = unused.remove(&edge) {
            points.push(crossing(map, level, edge));
            edge = following;
        }
        lines.push(points);
    }
    lines
}

/// `count` points at equal distances along a closed line.
pub fn resampled(points: &[DVec2], count: usize) -> Vec<DVec2> {
    let steps = || points.iter().zip(points.iter().cycle().skip(1));
    let total: f64 = steps().map(|(a, b)| a.distance(*b)).sum();
    let spacing = total / count as f64;
    let (mut result, mut wanted, mut walked) = (Vec::with_capacity(count), 0.0, 0.0);
    for (a, b) in steps() {
        let length = a.distance(*b);
        while wanted <= walked + length && result.len() < count {
            let t = if length > 0.0 {
                (wanted - walked) / length
            } else {
                0.0
            };
            result.push(a.lerp(*b, t));
            wanted += spacing;
        }
        walked += length;
    }
    result
}

/// The area inside a closed line, positive counter-clockwise.
pub fn signed_area(points: &[DVec2]) -> f64 {
    let count = points.len();
    let doubled = (0..count).map(|at| points[at].perp_dot(points[(at + 1) % count]));
    doubled.sum::<f64>() / 2.0
}

/// An edge between two neighbouring samples: the left or upper one (in a frame one wider on each
/// side) and whether the other lies below it.
type Edge = (usize, usize, bool);

fn value(map: &Picture, x: usize, y: usize) -> f32 {
    let inside = (1..=map.width).contains(&x) && (1..=map.height).contains(&y);
    if inside { map.at(x - 1, y - 1) } else { 0.0 }
}

fn crossing(map: &Picture, level: f32, (x, y, down): Edge) -> DVec2 {
    let a = value(map, x, y);
    let b = if down {
        value(map, x, y + 1)
    } else {
        value(map, x + 1, y)
    };
    let t = f64::from((level - a) / (b - a)).clamp(0.0, 1.0);
    let at = DVec2::new(x as f64 - 0.5, y as f64 - 0.5);
    at + if down { DVec2::Y } else { DVec2::X } * t
}

/// For every edge that the contour crosses, the edge that it crosses next; the region is kept on
/// one side, so that lines close.
fn segments(map: &Picture, level: f32) -> BTreeMap<Edge, Edge> {
    let mut next = BTreeMap::new();
    for y in 0..=map.height {
        for x in 0..=map.width {
            let corners = [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)];
            let inside = corners.map(|(x, y)| value(map, x, y) > level);
            // Edges of the square in the order of its corners: top, right, bottom, left.
            let edges = [
                (x, y, false),
                (x + 1, y, true),
                (x, y + 1, false),
                (x, y, true),
            ];
            let enters = |k: usize| inside[k] && !inside[(k + 1) % 4];
            let leaves = |k: usize| !inside[k] && inside[(k + 1) % 4];
            for k in (0..4).filter(|&k| leaves(k)) {
                let to = (1..4)
                    .map(|step| (k + step) % 4)
                    .find(|&other| enters(other));
                if let Some(to) = to {
                    next.insert(edges[k], edges[to]);
                }
            }
        }
    }
    next
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn disc_has_a_round_contour() {
        let mut map = Picture::filled(40, 40, 0.0);
        for y in 0..40 {
            for x in 0..40 {
                let distance =
                    DVec2::new(x as f64 + 0.5, y as f64 + 0.5).distance(DVec2::new(20.0, 18.0));
                map.luma[y * 40 + x] = (10.5 - distance as f32).clamp(0.0, 1.0);
            }
        }
        let contour = resampled(&longest_contour(&map, 0.5), 64);
        assert_eq!(contour.len(), 64);
        for point in contour {
            assert!(
                (point.distance(DVec2::new(20.0, 18.0)) - 10.0).abs() < 0.2,
                "{point}"
            );
        }
    }

    #[test]
    fn empty_map_has_none() {
        assert!(longest_contour(&Picture::filled(8, 8, 0.0), 0.5).is_empty());
    }
}
