//! Cutting a closed outline into three lines or arcs in the best way there is: all cuts are tried.

use glam::DVec2;

/// Arcs beyond half a circle are not in the language; a little more is left for noise.
const LARGEST_BULGE: f64 = 1.15;

/// Points of the outline by which a corner of another cut must be off.
const DIFFERENT: usize = 4;

/// The best line or arc for a stretch of the outline.
#[derive(Debug, Clone, Copy)]
struct Piece {
    /// Sum of the squared distances of the stretch's points.
    error: f64,
    /// `tan(sweep / 4)`, positive to the right of the chord.
    bulge: f64,
}

/// The errors of all stretches of a closed outline.
#[derive(Debug)]
pub struct Stretches {
    points: Vec<DVec2>,
    pieces: Vec<Piece>,
}

/// Three pieces.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cut {
    /// Index of the first corner among the outline's points.
    pub first: usize,
    /// Points at which the pieces start.
    pub corners: [DVec2; 3],
    /// Their bulges.
    pub bulges: [f64; 3],
}

impl Stretches {
    /// Fits a piece to every stretch of the closed outline `points`.
    pub fn new(points: Vec<DVec2>) -> Self {
        let count = points.len();
        let mut pieces = Vec::with_capacity(count * count);
        for from in 0..count {
            for to in 0..count {
                pieces.push(fit_piece(&points, from, to));
            }
        }
        Self { points, pieces }
    }

    fn piece(&self, from: usize, to: usize) -> Piece {
        self.pieces[from * self.points.len() + to]
    }

    /// The `count` best cuts into three pieces of which the first starts at one of the points
    /// `starts`, each different from the better ones by at least `DIFFERENT` points in one corner;
    /// the best first.
    pub fn best_cuts(&self, starts: impl Iterator<Item = usize>, count: usize) -> Vec<Cut> {
        let points = self.points.len();
        let mut all = Vec::new();
        for start in starts {
            for first in 1..points.saturating_sub(1) {
                let a = (start + first) % points;
                let error = self.piece(start, a).error;
                for second in first + 1..points {
                    let b = (start + second) % points;
                    let error = error + self.piece(a, b).error + self.piece(b, start).error;
                    if error.is_finite() {
                        all.push((error, [start, a, b]));
                    }
                }
            }
        }
        let apart = |a: usize, b: usize| a.abs_diff(b).min(points - a.abs_diff(b));
        let mut kept: Vec<(f64, [usize; 3])> = Vec::new();
        while kept.len() < count {
            let next = all
                .iter()
                .filter(|(_, corners)| {
                    kept.iter().all(|(_, other)| {
                        corners
                            .iter()
                            .zip(other)
                            .any(|(&a, &b)| apart(a, b) >= DIFFERENT)
                    })
                })
                .min_by(|a, b| a.0.total_cmp(&b.0));
            match next {
                Some(&cut) => kept.push(cut),
                None => break,
            }
        }
        kept.into_iter()
            .map(|(_, corners)| self.cut(corners))
            .collect()
    }

    fn cut(&self, corners: [usize; 3]) -> Cut {
        let [a, b, c] = corners;
        Cut {
            first: a,
            corners: corners.map(|corner| self.points[corner]),
            bulges: [
                self.piece(a, b).bulge,
                self.piece(b, c).bulge,
                self.piece(c, a).bulge,
            ],
        }
    }
}

/// Of the circles through both ends of a stretch, the one nearest to its points. In the chord's
/// frame (u along, w across, length L) they are `u^2 - u L + w^2 + k w = 0`, linear in k.
fn fit_piece(points: &[DVec2], from: usize, to: usize) -> Piece {
    let count = points.len();
    let chord = points[to] - points[from];
    let length = chord.length();
    if length < 1e-9 {
        return Piece {
            error: f64::INFINITY,
            bulge: 0.0,
        };
    }
    let along = chord / length;
    let (mut aa, mut aw, mut ww, mut sum) = (0.0, 0.0, 0.0, 0.0);
    let mut index = (from + 1) % count;
    while index != to {
        let offset = points[index] - points[from];
        let (u, w) = (along.dot(offset), along.perp_dot(offset));
        let a = u * u - u * length + w * w;
        aa += a * a;
        aw += a * w;
        ww += w * w;
        sum += w;
        index = (index + 1) % count;
    }
    if ww < 1e-12 {
        return Piece {
            error: ww,
            bulge: 0.0,
        };
    }
    let k = -aw / ww;
    // The circle leaves the chord's middle by the two roots of w^2 + k w = L^2 / 4; the points lie
    // on one side.
    let root = (k * k + length * length).sqrt();
    let sagitta = if sum > 0.0 {
        (root - k) / 2.0
    } else {
        -(root + k) / 2.0
    };
    let bulge = -sagitta / (length / 2.0);
    let error = (aa - aw * aw / ww).max(0.0) / (length * length + k * k);
    if bulge.abs() > LARGEST_BULGE {
        return Piece {
            error: f64::INFINITY,
            bulge,
        };
    }
    if error < ww {
        Piece { error, bulge }
    } else {
        Piece {
            error: ww,
            bulge: 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_disc_with_a_corner_is_cut_where_it_was_joined() {
        // Lines (0,0)-(4,0), (4,0)-(4,2), then an arc back of bulge b.
        let mut points: Vec<DVec2> = (0..40)
            .map(|i| DVec2::new(f64::from(i) * 0.1, 0.0))
            .collect();
        points.extend((0..20).map(|i| DVec2::new(4.0, f64::from(i) * 0.1)));
        let chord_start = DVec2::new(4.0, 2.0);
        let half = 2.0 * libm::atan(0.4);
        points.extend((0..40).map(|i| {
            let t = f64::from(i) / 40.0;
            let ratio = libm::sin(t * half) / libm::sin(half);
            chord_start + DVec2::from_angle(-(1.0 - t) * half).rotate(-chord_start) * ratio
        }));
        let cut = Stretches::new(points).best_cuts(std::iter::once(0), 1)[0];
        assert!(
            cut.corners[1].distance(DVec2::new(4.0, 0.0)) < 1e-9,
            "{cut:?}"
        );
        assert!(cut.corners[2].distance(chord_start) < 1e-9, "{cut:?}");
        assert!((cut.bulges[2] - 0.4).abs() < 0.02, "{cut:?}");
        assert!(
            cut.bulges[0].abs() < 1e-6 && cut.bulges[1].abs() < 1e-6,
            "{cut:?}"
        );
    }
}
