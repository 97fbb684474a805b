//! The common coordinates of solids whose axes are parallel or at right angles.

use cadseq_program::Frame;
use glam::DVec3;

/// Greatest sine, or cosine, of an angle that counts as none, or as a right one. Over the extent of a
/// part it displaces a face by less than the rounding of what is asked for.
const ANGULAR_TOLERANCE: f64 = 1e-12;

/// Three directions at right angles: p, q and u. Sums run along u.
#[derive(Debug, Clone, Copy)]
pub(super) struct Axes(pub(super) [DVec3; 3]);

/// Numbers of the coordinates in [`Axes`].
pub(super) const P: usize = 0;
/// See [`P`].
pub(super) const Q: usize = 1;
/// See [`P`].
pub(super) const U: usize = 2;

impl Axes {
    /// Coordinates in which every frame's normal is p, q or, where all three occur, u; `None` where
    /// there are none.
    pub(super) fn of(mut frames: impl Iterator<Item = Frame>) -> Option<Self> {
        let first = frames.next()?;
        let mut normals = vec![first.normal()];
        for frame in frames {
            let normal = frame.normal();
            if normals.iter().all(|known| !is_parallel(*known, normal)) {
                normals.push(normal);
            }
        }
        match *normals {
            [p] => Some(Self([p, first.y_axis(), first.x_axis()])),
            [p, q] => is_right(p, q).then(|| Self([p, q, p.cross(q)])),
            [p, q, u] => {
                let all = is_right(p, q) && is_right(q, u) && is_right(u, p);
                all.then_some(Self([p, q, u]))
            }
            _ => None,
        }
    }

    /// The coordinate along which a frame's heights run, and whether they run upwards.
    pub(super) fn along(&self, frame: &Frame) -> (usize, bool) {
        let [p, q, u] = self.0.map(|axis| axis.dot(frame.normal()));
        let largest = if p.abs() > q.abs().max(u.abs()) {
            (P, p)
        } else if q.abs() > u.abs() {
            (Q, q)
        } else {
            (U, u)
        };
        (largest.0, largest.1 > 0.0)
    }
}

fn is_parallel(a: DVec3, b: DVec3) -> bool {
    a.cross(b).length() <= ANGULAR_TOLERANCE
}

fn is_right(a: DVec3, b: DVec3) -> bool {
    a.dot(b).abs() <= ANGULAR_TOLERANCE
}
