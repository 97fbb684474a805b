//! The normals of the maps, gathered by direction, and where they suggest axes.

use cadseq_model::Maps;
use glam::DVec3;

/// Cells along each side of the square that the half sphere of directions is unfolded to: about 9
/// degrees each.
const CELLS: usize = 16;
/// Pixels that are less probably on the part do not count.
const MIN_MASK: f32 = 0.5;
/// Width of the kernel that finds modes, in radians (8 degrees).
const MODE_SIGMA_RAD: f64 = 0.14;
/// Modes closer than this cosine (14 degrees) are one.
const SAME_MODE_COSINE: f64 = 0.97;
/// Most modes, and the least share of the normals (under the kernel) that makes one.
const MAX_MODES: usize = 6;
const MIN_MODE_SHARE: f64 = 0.04;

/// Normals of about one direction.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Direction {
    /// Their mean, a unit vector in the crop camera's frame.
    pub normal: DVec3,
    /// Their share of all normals, by trust.
    pub share: f64,
    /// The mean doubt of the single normals, in radians.
    pub doubt_rad: f64,
}

/// All normals of a crop, gathered by direction.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Directions {
    /// The directions that occur; their shares sum to 1.
    pub all: Vec<Direction>,
}

impl Directions {
    /// Gathers the normals of the part's pixels, each weighted by its probability of being on the
    /// part and by the trust in it.
    pub fn of(maps: &Maps) -> Self {
        let mut cells = vec![(DVec3::ZERO, 0.0, 0.0); CELLS * CELLS];
        for (index, normal) in maps.normals.iter().enumerate() {
            let normal = DVec3::from(normal.map(f64::from)).normalize_or_zero();
            if maps.mask[index] < MIN_MASK || normal == DVec3::ZERO {
                continue;
            }
            let doubt_deg = f64::from(maps.normal_doubts_deg[index]);
            let weight = f64::from(maps.mask[index]) / (1.0 + (doubt_deg / 10.0).powi(2));
            let cell = &mut cells[cell_of(normal)];
            cell.0 += normal * weight;
            cell.1 += weight;
            cell.2 += doubt_deg.to_radians() * weight;
        }
        let total: f64 = cells.iter().map(|cell| cell.1).sum();
        let all = cells
            .iter()
            .filter(|cell| cell.1 > 1e-4 * total)
            .map(|&(sum, weight, doubt)| Direction {
                normal: sum.normalize_or(DVec3::NEG_Z),
                share: weight / total,
                doubt_rad: doubt / weight,
            })
            .collect();
        Self { all }
    }

    /// Candidates for axes: the modes of the normals, and what is square to two of them.
    pub(super) fn axis_candidates(&self) -> Vec<DVec3> {
        let mut axes = self.modes();
        let modes = axes.clone();
        for (index, one) in modes.iter().enumerate() {
            for other in &modes[index + 1..] {
                let square = one.cross(*other);
                // Of modes within 20 degrees, the cross product points anywhere.
                if square.length() > 0.34 {
                    push_distinct(&mut axes, square.normalize());
                }
            }
        }
        axes
    }

    /// The directions where the normals gather, most gathered first, by mean shift.
    fn modes(&self) -> Vec<DVec3> {
        let mut order: Vec<(f64, DVec3)> = self
            .all
            .iter()
            .map(|direction| (self.density(direction.normal), direction.normal))
            .collect();
        order.sort_by(|a, b| b.0.total_cmp(&a.0));
        let mut modes = Vec::new();
        for (_, start) in order {
            if modes.len() == MAX_MODES {
                break;
            }
            if is_distinct(&modes, start) {
                let mode = self.shifted(start);
                if self.density(mode) > MIN_MODE_SHARE {
                    push_distinct(&mut modes, mode);
                }
            }
        }
        modes
    }

    /// The share of normals about a direction, under the kernel.
    fn density(&self, at: DVec3) -> f64 {
        self.all
            .iter()
            .map(|d| d.share * kernel(d.normal, at))
            .sum()
    }

    /// Where mean shift leads from a direction.
    fn shifted(&self, mut at: DVec3) -> DVec3 {
        for _ in 0..10 {
            let sum: DVec3 = self
                .all
                .iter()
                .map(|d| d.normal * (d.share * kernel(d.normal, at)))
                .sum();
            let next = sum.normalize_or(at);
            let moved = next.distance(at);
            at = next;
            if moved < 1e-4 {
                break;
            }
        }
        at
    }
}

/// The cell of a unit normal: the octahedron, unfolded to a square.
fn cell_of(normal: DVec3) -> usize {
    let on_octahedron = normal / (normal.x.abs() + normal.y.abs() + normal.z.abs());
    let (mut u, mut v) = (on_octahedron.x, on_octahedron.y);
    if normal.z > 0.0 {
        (u, v) = ((1.0 - v.abs()) * u.signum(), (1.0 - u.abs()) * v.signum());
    }
    let cell = |value: f64| ((value.midpoint(1.0) * CELLS as f64) as usize).min(CELLS - 1);
    cell(v) * CELLS + cell(u)
}

/// The kernel of mean shift.
fn kernel(normal: DVec3, at: DVec3) -> f64 {
    libm::exp(-0.5 * normal.distance_squared(at) / (MODE_SIGMA_RAD * MODE_SIGMA_RAD))
}

/// Whether no axis has about this direction, either way.
fn is_distinct(axes: &[DVec3], axis: DVec3) -> bool {
    axes.iter()
        .all(|other| other.dot(axis).abs() < SAME_MODE_COSINE)
}

/// Adds an axis unless it is there.
fn push_distinct(axes: &mut Vec<DVec3>, axis: DVec3) {
    if is_distinct(axes, axis) {
        axes.push(axis);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modes_of_a_box_are_its_normals() {
        let faces = [
            DVec3::new(0.0, 0.0, -1.0),
            DVec3::new(0.8, 0.0, -0.6),
            DVec3::new(0.0, -1.0, 0.0),
        ];
        let size = 30;
        let mut maps = Maps {
            mask: vec![1.0; size * size],
            normal_doubts_deg: vec![5.0; size * size],
            ..Maps::blank(size)
        };
        for (index, normal) in maps.normals.iter_mut().enumerate() {
            // A pattern of errors of up to 5 degrees.
            let wobble = DVec3::new(
                (index % 7) as f64 - 3.0,
                (index % 5) as f64 - 2.0,
                (index % 3) as f64 - 1.0,
            ) * 0.025;
            *normal = (faces[index % 3] + wobble).normalize().as_vec3().to_array();
        }
        let directions = Directions::of(&maps);
        let shares: f64 = directions.all.iter().map(|d| d.share).sum();
        assert!((shares - 1.0).abs() < 0.01);
        let modes = directions.modes();
        assert_eq!(modes.len(), 3, "{modes:?}");
        for face in faces {
            assert!(
                modes.iter().any(|mode| mode.dot(face) > 0.9995),
                "{modes:?}"
            );
        }
    }
}
