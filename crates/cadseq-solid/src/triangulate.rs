//! Cuts a simple polygon into triangles by clipping ears.
//!
//! Every corner is used, also those on straight stretches, and n corners always give n - 2
//! triangles, so that a solid's caps fit its sides without gaps whatever the polygon looks like.

use glam::DVec2;

/// A polygon as triangles.
pub(crate) struct Triangulation {
    /// Corner indices, counter-clockwise.
    pub(crate) triangles: Vec<[u32; 3]>,
    /// Whether every triangle is a proper ear. It is not where the polygon meets itself.
    pub(crate) proper: bool,
}

/// Triangles of a simple counter-clockwise polygon.
pub(crate) fn triangulate(points: &[DVec2]) -> Triangulation {
    if is_strictly_convex(points) {
        let triangles = (2..points.len() as u32).map(|i| [0, i - 1, i]).collect();
        return Triangulation {
            triangles,
            proper: true,
        };
    }
    clip_ears(points)
}

fn turn(a: DVec2, b: DVec2, c: DVec2) -> f64 {
    (b - a).perp_dot(c - b)
}

fn is_strictly_convex(points: &[DVec2]) -> bool {
    let n = points.len();
    // Left turns only, and once around: more turns would change the sign of dx more than twice.
    let mut changes = 0;
    for i in 0..n {
        let (a, b, c) = (points[i], points[(i + 1) % n], points[(i + 2) % n]);
        if turn(a, b, c) <= 0.0 {
            return false;
        }
        changes += usize::from((b.x - a.x > 0.0) != (c.x - b.x > 0.0));
    }
    changes <= 2
}

fn clip_ears(points: &[DVec2]) -> Triangulation {
    let mut ring: Vec<u32> = (0..points.len() as u32).collect();
    let mut triangles = Vec::with_capacity(points.len().saturating_sub(2));
    let (mut at, mut proper) = (0, true);
    while ring.len() > 3 {
        let n = ring.len();
        let ear = (0..n)
            .map(|k| (at + k) % n)
            .find(|&i| is_ear(points, &ring, i));
        // Only a polygon that meets itself has no ear; then any corner keeps the count right.
        proper &= ear.is_some();
        let i = ear.unwrap_or_else(|| sharpest(points, &ring));
        triangles.push(corners(&ring, i));
        ring.remove(i);
        // Stepping on spreads the ears instead of fanning slivers around one corner.
        at = if i + 1 < ring.len() { i + 1 } else { 0 };
    }
    let last = [ring[0], ring[1], ring[2]];
    let [a, b, c] = last.map(|index| points[index as usize]);
    proper &= turn(a, b, c) > 0.0;
    triangles.push(last);
    Triangulation { triangles, proper }
}

fn corners(ring: &[u32], i: usize) -> [u32; 3] {
    let n = ring.len();
    [ring[(i + n - 1) % n], ring[i], ring[(i + 1) % n]]
}

/// Whether the corner is convex and no other corner lies in or on its triangle.
fn is_ear(points: &[DVec2], ring: &[u32], i: usize) -> bool {
    let ear = corners(ring, i);
    let [a, b, c] = ear.map(|index| points[index as usize]);
    if turn(a, b, c) <= 0.0 {
        return false;
    }
    let (low, high) = (a.min(b).min(c), a.max(b).max(c));
    ring.iter().all(|&index| {
        let p = points[index as usize];
        p.x < low.x
            || p.x > high.x
            || p.y < low.y
            || p.y > high.y
            || ear.contains(&index)
            || turn(a, b, p) < 0.0
            || turn(b, c, p) < 0.0
            || turn(c, a, p) < 0.0
    })
}

/// The corner with the largest triangle.
fn sharpest(points: &[DVec2], ring: &[u32]) -> usize {
    let area = |i: usize| {
        let [a, b, c] = corners(ring, i).map(|index| points[index as usize]);
        turn(a, b, c)
    };
    (0..ring.len())
        .max_by(|&i, &j| area(i).total_cmp(&area(j)))
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(points: &[[f64; 2]]) {
        let points: Vec<DVec2> = points.iter().map(|&p| p.into()).collect();
        let Triangulation { triangles, proper } = triangulate(&points);
        assert!(proper);
        assert_eq!(triangles.len(), points.len() - 2);
        let doubled = |a: DVec2, b: DVec2, c: DVec2| turn(a, b, c);
        let areas: Vec<f64> = triangles
            .iter()
            .map(|t| {
                doubled(
                    points[t[0] as usize],
                    points[t[1] as usize],
                    points[t[2] as usize],
                )
            })
            .collect();
        let expected: f64 = (0..points.len())
            .map(|i| points[i].perp_dot(points[(i + 1) % points.len()]))
            .sum();
        assert!(areas.iter().all(|&area| area > 0.0), "{areas:?}");
        assert!((areas.iter().sum::<f64>() - expected).abs() < 1e-12 * expected);
    }

    #[test]
    fn flat_and_reflex_corners() {
        check(&[[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]]);
        check(&[[0.0, 0.0], [1.0, 0.0], [2.0, 0.0], [0.0, 1.0]]);
        check(&[
            [0.0, 0.0],
            [1.0, 0.0],
            [2.0, 0.0],
            [1.0, 1.0],
            [0.0, 2.0],
            [0.0, 1.0],
        ]);
        check(&[[0.0, 0.0], [4.0, 0.0], [4.0, 4.0], [2.0, 0.5], [0.0, 4.0]]);
        check(&[
            [0.0, 0.0],
            [3.0, 0.0],
            [3.0, 3.0],
            [2.0, 3.0],
            [2.0, 1.0],
            [1.0, 1.0],
            [1.0, 3.0],
            [0.0, 3.0],
        ]);
    }
}
