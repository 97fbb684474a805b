//! How much two solids overlap where neither place, size nor orientation count (SPEC 9): each is moved to its centre of
//! mass, scaled by the root of its principal moments over its volume, and turned to its principal axes (the protocol of
//! the CAD-Coder-100 benchmark). What is left open by that, turns that map the axes onto axes, is tried.

use glam::{DMat3, DVec2, DVec3};

use crate::Mesh;

/// Rays along each side of the box in which volumes are measured.
const RAYS: usize = 128;

/// Where in its cell a ray passes: off the middle, so that none passes along a face of a symmetric solid.
const OFFSET: DVec2 = DVec2::new(0.481_23, 0.517_31);

/// Two moments that differ by less than this share of the largest leave the turn about the third axis open.
const EQUAL_MOMENTS: f64 = 0.01;

/// Turns about such an axis, in degrees.
const TURN_DEG: f64 = 15.0;

/// From this overlap on, no other turn is tried.
const SAME: f64 = 0.995;

/// Overlaps of two solids in a common pose.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AlignedOverlap {
    /// The best of the four turns that keep each axis.
    pub iou: f64,
    /// The best of all turns: those that permute the axes too, and turns about an axis where the truth has two equal moments.
    pub pose_iou: f64,
}

/// The overlap of `other` with `truth`, in poses of their own, to about 0.005; `None` where one of them has no volume.
pub fn aligned_overlap(truth: &Mesh, other: &Mesh) -> Option<AlignedOverlap> {
    let (truth, other) = (Posed::of(truth)?, Posed::of(other)?);
    let half = truth.extent.max(other.extent);
    let wanted = truth.columns(DMat3::IDENTITY, half);
    let iou = |turn: DMat3| overlap(&wanted, &other.columns(turn, half));
    let [flips, more] = turns(truth.moments);
    let best = |turns: Vec<DMat3>| turns.into_iter().map(iou).fold(0.0, f64::max);
    let iou = best(flips);
    let pose_iou = if iou < SAME { best(more).max(iou) } else { iou };
    Some(AlignedOverlap { iou, pose_iou })
}

/// A solid in its own pose.
struct Posed<'a> {
    mesh: &'a Mesh,
    positions: Vec<DVec3>,
    /// Principal moments, the smallest first.
    moments: [f64; 3],
    /// The farthest corner's distance from the centre of mass.
    extent: f64,
}

impl<'a> Posed<'a> {
    fn of(mesh: &'a Mesh) -> Option<Self> {
        let middle = mesh.bounds().center();
        let corners = || {
            let triangles = mesh.triangles.iter();
            triangles.map(|triangle| triangle.map(|corner| mesh.positions[corner as usize]))
        };
        let (mut volume, mut moment) = (0.0, DVec3::ZERO);
        for [a, b, c] in corners().map(|corners| corners.map(|corner| corner - middle)) {
            let part = a.dot(b.cross(c)) / 6.0;
            volume += part;
            moment += part * (a + b + c) / 4.0;
        }
        let size = (mesh.bounds().max - mesh.bounds().min).max_element();
        if size <= 0.0 || volume.is_nan() || volume <= 1e-9 * size * size * size {
            return None;
        }
        let center = middle + moment / volume;
        let mut second = DMat3::ZERO;
        for corners in corners().map(|corners| corners.map(|corner| corner - center)) {
            let [a, b, c] = corners;
            let part = a.dot(b.cross(c)) / 120.0;
            let sum = a + b + c;
            for at in [a, b, c, sum] {
                second += outer(at) * part;
            }
        }
        let trace = second.x_axis.x + second.y_axis.y + second.z_axis.z;
        let (moments, axes) = principal(DMat3::from_diagonal(DVec3::splat(trace)) - second);
        let scale = (moments.iter().map(|moment| moment.abs()).sum::<f64>() / volume).sqrt();
        let to_axes = axes.transpose() * (1.0 / scale);
        let positions: Vec<DVec3> = mesh
            .positions
            .iter()
            .map(|&at| to_axes * (at - center))
            .collect();
        let extent = positions.iter().map(|at| at.length()).fold(0.0, f64::max);
        Some(Self {
            mesh,
            positions,
            moments,
            extent,
        })
    }

    /// Where rays along the first axis enter and leave the solid turned by `turn`: for each ray, heights with 1 or -1.
    fn columns(&self, turn: DMat3, half: f64) -> Vec<Vec<(f64, i8)>> {
        let positions: Vec<DVec3> = self.positions.iter().map(|&at| turn * at).collect();
        let mut columns = vec![Vec::new(); RAYS * RAYS];
        let cell = 2.0 * half / RAYS as f64;
        let cells = |at: DVec3| (DVec2::new(at.y, at.z) + half) / cell - OFFSET;
        for &corners in &self.mesh.triangles {
            let [a, b, c] = corners.map(|corner| positions[corner as usize]);
            let [p, q, r] = [a, b, c].map(cells);
            let area = (q - p).perp_dot(r - p);
            if area == 0.0 {
                continue;
            }
            let range = |axis: usize| {
                let low = p[axis].min(q[axis]).min(r[axis]).ceil().max(0.0);
                let high = p[axis].max(q[axis]).max(r[axis]).floor();
                low as usize..((high + 1.0).max(0.0) as usize).min(RAYS)
            };
            for y in range(1) {
                for x in range(0) {
                    let at = DVec2::new(x as f64, y as f64);
                    let is_left = |from: usize, to: usize| {
                        is_left_of(
                            [p, q, r][from],
                            [p, q, r][to],
                            corners[from] < corners[to],
                            at,
                        )
                    };
                    let sides = [is_left(0, 1), is_left(1, 2), is_left(2, 0)];
                    if sides != [area > 0.0; 3] {
                        continue;
                    }
                    let [v, w] = [(at - p).perp_dot(r - p), (q - p).perp_dot(at - p)];
                    let height = a.x + (v * (b.x - a.x) + w * (c.x - a.x)) / area;
                    let sign = if area > 0.0 { -1 } else { 1 };
                    columns[y * RAYS + x].push((height, sign));
                }
            }
        }
        for column in &mut columns {
            column.sort_by(|a, b| a.0.total_cmp(&b.0));
        }
        columns
    }
}

/// Whether a point is left of the line from one corner to another; two triangles that share an edge agree.
fn is_left_of(from: DVec2, to: DVec2, is_forward: bool, at: DVec2) -> bool {
    if is_forward {
        (to - from).perp_dot(at - from) > 0.0
    } else {
        (from - to).perp_dot(at - to) <= 0.0
    }
}

/// The overlap of two solids given by the same rays.
fn overlap(one: &[Vec<(f64, i8)>], other: &[Vec<(f64, i8)>]) -> f64 {
    let (mut both, mut either) = (0.0, 0.0);
    for (one, other) in one.iter().zip(other) {
        let mut rest = [one.as_slice(), other.as_slice()];
        let mut inside = [0_i32; 2];
        let mut from = f64::NEG_INFINITY;
        loop {
            let next = |rest: &[(f64, i8)]| rest.first().map_or(f64::INFINITY, |event| event.0);
            let which = usize::from(next(rest[1]) < next(rest[0]));
            let Some((&(at, sign), more)) = rest[which].split_first() else {
                break;
            };
            match inside.map(|depth| depth > 0) {
                [true, true] => {
                    both += at - from;
                    either += at - from;
                }
                [false, false] => {}
                _ => either += at - from,
            }
            inside[which] += i32::from(sign);
            rest[which] = more;
            from = at;
        }
    }
    if either > 0.0 { both / either } else { 0.0 }
}

/// The turns that keep each axis, and all others worth trying for a solid with these moments.
fn turns(moments: [f64; 3]) -> [Vec<DMat3>; 2] {
    let keeps_axes = |turn: &DMat3| turn.x_axis.x != 0.0 && turn.y_axis.y != 0.0;
    let (flips, mut more): (Vec<DMat3>, Vec<DMat3>) = cube_turns().partition(keeps_axes);
    for [i, j] in [[0, 1], [1, 2]] {
        if (moments[i] - moments[j]).abs() < EQUAL_MOMENTS * moments[2] {
            let over = DMat3::from_diagonal(2.0 * DVec3::AXES[i] - DVec3::ONE);
            for step in 1..12 {
                let angle = (TURN_DEG * f64::from(step)).to_radians();
                let turn = turn_in_plane(i, j, libm::sincos(angle));
                more.extend([turn, turn * over]);
            }
        }
    }
    [flips, more]
}

/// The 24 rotations that map the coordinate axes onto themselves.
pub fn cube_turns() -> impl Iterator<Item = DMat3> {
    (0..24).map(|index| {
        let (axis, other, signs) = (index / 8, index / 4 % 2, index % 4);
        let sign = |bit: usize| if signs >> bit & 1 == 0 { 1.0 } else { -1.0 };
        let x = DVec3::AXES[axis] * sign(0);
        let y = DVec3::AXES[(axis + 1 + other) % 3] * sign(1);
        DMat3::from_cols(x, y, x.cross(y))
    })
}

/// The rotation by an angle, given by sine and cosine, from axis `i` to axis `j`.
fn turn_in_plane(i: usize, j: usize, (sin, cos): (f64, f64)) -> DMat3 {
    let mut turn = DMat3::IDENTITY;
    turn.col_mut(i)[i] = cos;
    turn.col_mut(j)[j] = cos;
    turn.col_mut(i)[j] = sin;
    turn.col_mut(j)[i] = -sin;
    turn
}

fn outer(v: DVec3) -> DMat3 {
    DMat3::from_cols(v * v.x, v * v.y, v * v.z)
}

/// Principal values, the smallest first, with their axes as a proper rotation's columns: Jacobi's method.
fn principal(mut matrix: DMat3) -> ([f64; 3], DMat3) {
    let mut axes = DMat3::IDENTITY;
    for _ in 0..12 {
        for (i, j) in [(0, 1), (0, 2), (1, 2)] {
            let off = matrix.col(j)[i];
            if off == 0.0 {
                continue;
            }
            let theta = (matrix.col(j)[j] - matrix.col(i)[i]) / (2.0 * off);
            let tangent = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
            let cos = 1.0 / (tangent * tangent + 1.0).sqrt();
            let turn = turn_in_plane(i, j, (-tangent * cos, cos));
            matrix = turn.transpose() * matrix * turn;
            axes *= turn;
        }
    }
    let mut order = [0, 1, 2];
    order.sort_by(|&a, &b| matrix.col(a)[a].total_cmp(&matrix.col(b)[b]));
    let [x, y, z] = order.map(|axis| axes.col(axis));
    let axes = DMat3::from_cols(x, y, z);
    let axes = if axes.determinant() < 0.0 {
        DMat3::from_cols(x, y, -z)
    } else {
        axes
    };
    (order.map(|axis| matrix.col(axis)[axis]), axes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Part;

    fn mesh(text: &str) -> Mesh {
        let part = Part::build(&text.parse().expect("a program")).expect("builds");
        part.solid.mesh(0.01).expect("meshes")
    }

    const ANGLE: &str = "add_sketch(XY)\nadd_line(0, 0, 6, 0)\nadd_line(6, 0, 6, 1)\nadd_line(6, 1, 1, 1)\n\
                         add_line(1, 1, 1, 4)\nadd_line(1, 4, 0, 4)\nadd_line(0, 4, 0, 0)\nadd_extrude(0, 2, new)";

    #[test]
    fn place_size_and_orientation_do_not_count() {
        // The same angle, half as large, elsewhere, on another plane.
        let other = "add_sketch(XZ)\nadd_line(5, 5, 8, 5)\nadd_line(8, 5, 8, 5.5)\nadd_line(8, 5.5, 5.5, 5.5)\n\
                     add_line(5.5, 5.5, 5.5, 7)\nadd_line(5.5, 7, 5, 7)\nadd_line(5, 7, 5, 5)\nadd_extrude(0, 1, new)";
        let same = aligned_overlap(&mesh(ANGLE), &mesh(other)).expect("volumes");
        assert!(same.iou > 0.99 && same.pose_iou > 0.99, "{same:?}");
    }

    #[test]
    fn the_overlap_of_two_boxes_is_that_of_their_normalized_boxes() {
        let a_box = |x: f64, y: f64, z: f64| {
            mesh(&format!(
                "add_sketch(XY)\nadd_line(0, 0, {x}, 0)\nadd_line({x}, 0, {x}, {y})\n\
                 add_line({x}, {y}, 0, {y})\nadd_line(0, {y}, 0, 0)\nadd_extrude(0, {z}, new)"
            ))
        };
        let (one, other) = (DVec3::new(2.0, 4.0, 6.0), DVec3::new(2.0, 5.0, 6.0));
        // Moments of a box of volume 1 for each mass: sums of squares; the scale is their root.
        let scaled = |size: DVec3| size / (size.length_squared() / 6.0).sqrt();
        let (a, b) = (scaled(one), scaled(other));
        let both = a.min(b).element_product();
        let expected = both / (a.element_product() + b.element_product() - both);
        let found = aligned_overlap(&a_box(2.0, 4.0, 6.0), &a_box(2.0, 5.0, 6.0));
        let found = found.expect("volumes").iou;
        assert!((found - expected).abs() < 0.006, "{found} {expected}");
    }

    #[test]
    fn axes_in_another_order_are_found_by_pose_only() {
        // Nearly square: a little longer one way, or the other.
        let plate = |x: f64, y: f64| {
            mesh(&format!(
                "add_sketch(XY)\nadd_line(0, 0, {x}, 0)\nadd_line({x}, 0, {x}, {y})\n\
                 add_line({x}, {y}, 0, 0)\nadd_extrude(0, 1, new)"
            ))
        };
        let found = aligned_overlap(&plate(4.0, 4.2), &plate(4.2, 4.0)).expect("volumes");
        assert!(
            found.pose_iou >= found.iou && found.pose_iou > 0.9,
            "{found:?}"
        );
    }

    #[test]
    fn nothing_has_no_pose() {
        assert_eq!(aligned_overlap(&Mesh::default(), &mesh(ANGLE)), None);
    }
}
