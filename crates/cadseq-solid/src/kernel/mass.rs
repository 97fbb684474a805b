//! Volume, area and centre of mass in one walk along the edges of the faces.
//!
//! The divergence theorem makes integrals over faces of those over the solid, `V = 1/3 ∮ P·n dA` and
//! `∫ P dV = 1/4 ∮ P (P·n) dA`. In the parameters of a plane or a cylinder, Green's theorem makes integrals
//! along their edges of them, `∬ f du dv = ∮ G dv` with `∂G/∂u = f`. `G` is written out here, so that every
//! place of an edge is asked for once; the kernel's own `mass_properties` integrates it by quadrature, for each
//! number anew, and the moments of inertia too.

use std::f64::consts::FRAC_PI_2;

use arris::geom::integrate::gauss_legendre;
use arris::geom::region2::Piece;
use arris::geom::{Curve2, Surface};
use arris::math::{Frame, Vec3};
use arris::topo::entity::Face as FaceEntity;
use arris::topo::{NotFound, Orientation};
use glam::DVec3;

use super::KernelBody;
use super::vectors::{kernel_vector, vector};

/// Sums over the boundary of a solid.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Mass {
    pub(super) volume: f64,
    pub(super) area: f64,
    /// The integral of the place over the solid, from the reference point.
    moment: DVec3,
}

impl Mass {
    /// The centre of mass from the reference point.
    pub(super) fn centroid(&self) -> DVec3 {
        self.moment / self.volume
    }
}

impl KernelBody {
    /// The sums about a point near the solid: gaps of the kernel's tolerance count the less the nearer it
    /// is. `None` where a face is neither plane nor cylindrical.
    pub(super) fn mass(&self, reference: DVec3) -> Result<Option<Mass>, NotFound> {
        let nodes = gauss_legendre();
        let mut all = Mass::default();
        for face in self.model.faces(self.body)? {
            let entity = self.model.face(face.id)?;
            let Some(sums) = self.sums(entity, kernel_vector(reference), &nodes)? else {
                return Ok(None);
            };
            let sign = match face.orientation {
                Orientation::Forward => 1.0,
                Orientation::Reversed => -1.0,
            };
            all.area += sums.area;
            all.volume += sign * sums.volume;
            all.moment += sign * sums.moment;
        }
        // Divided last, for whole numbers to stay whole.
        all.volume /= 3.0;
        all.moment /= 4.0;
        Ok(Some(all))
    }

    /// What a face adds where its surface's normal points outward: to the volume three times as much, to the moment four times.
    fn sums(
        &self,
        face: &FaceEntity,
        reference: Vec3,
        nodes: &[(f64, f64)],
    ) -> Result<Option<Mass>, NotFound> {
        let mut pieces = Vec::new();
        for edges in face.loops() {
            pieces.extend(self.model.loop_pieces(edges)?);
        }
        Ok(match self.model.surface(face.surface())? {
            Surface::Plane { frame } => Some(plane(frame, reference, &pieces, nodes)),
            Surface::Cylinder { frame, radius } => {
                Some(cylinder(frame, *radius, reference, &pieces, nodes))
            }
            _ => None,
        })
    }
}

fn plane(frame: &Frame, reference: Vec3, pieces: &[Piece<'_>], nodes: &[(f64, f64)]) -> Mass {
    let [x, y, z] = axes(frame);
    // From a corner of the face: far from it, sums would be differences of large numbers.
    let corner = pieces.first().map(Piece::first).unwrap_or_default();
    let origin = frame.origin().coords - reference + corner.x * x + corner.y * y;
    // The integrals of 1, u and v.
    let [mut area, mut along_u, mut along_v] = [0.0; 3];
    walk(pieces, nodes, |u, v, dv| {
        let [u, v] = [u - corner.x, v - corner.y];
        area += u * dv;
        along_u += 0.5 * u * u * dv;
        along_v += u * v * dv;
    });
    let height = origin.dot(&z);
    Mass {
        volume: height * area,
        area,
        moment: vector(height * (area * origin + along_u * x + along_v * y)),
    }
}

fn cylinder(
    frame: &Frame,
    radius: f64,
    reference: Vec3,
    pieces: &[Piece<'_>],
    nodes: &[(f64, f64)],
) -> Mass {
    let [x, y, z] = axes(frame);
    let bottom = pieces.first().map(Piece::first).unwrap_or_default().y;
    let origin = frame.origin().coords - reference + bottom * z;
    // With the normal n = x cos u + y sin u, P·n is a cos u + b sin u + r.
    let [a, b] = [origin.dot(&x), origin.dot(&y)];
    // The integrals of 1, P·n, v P·n, and of P·n times the parts of n.
    let [mut area, mut flux, mut along_z, mut along_x, mut along_y] = [0.0; 5];
    walk(pieces, nodes, |u, v, dv| {
        let (sine, cosine) = libm::sincos(u);
        let outward = a * sine - b * cosine + radius * u;
        area += u * dv;
        flux += outward * dv;
        along_z += (v - bottom) * outward * dv;
        let product = sine * cosine;
        let square = 0.5 * sine * sine;
        along_x += (0.5 * a * (u + product) + b * square + radius * sine) * dv;
        along_y += (a * square + 0.5 * b * (u - product) - radius * cosine) * dv;
    });
    let normal = along_x * x + along_y * y;
    Mass {
        volume: radius * flux,
        area: radius * area,
        moment: vector(radius * (flux * origin + along_z * z + radius * normal)),
    }
}

fn axes(frame: &Frame) -> [Vec3; 3] {
    [frame.x(), frame.y(), frame.z()].map(arris::math::UnitVec3::into_inner)
}

/// The middle alone is exact along a line on which u stays, where sums are linear in v.
const MIDDLE: [(f64, f64); 1] = [(0.0, 2.0)];

/// Calls `add` with u, v and the step of v of places along the pieces, so that its sums are integrals over `v`.
fn walk(pieces: &[Piece<'_>], nodes: &[(f64, f64)], mut add: impl FnMut(f64, f64, f64)) {
    for piece in pieces {
        let nodes = match piece.curve {
            Curve2::Line { direction, .. } if direction.y == 0.0 => continue,
            Curve2::Line { direction, .. } if direction.x == 0.0 => &MIDDLE,
            _ => nodes,
        };
        let sign = if piece.reversed { -1.0 } else { 1.0 };
        for part in ends(piece).windows(2) {
            let [middle, half] = [0.5 * (part[0] + part[1]), 0.5 * (part[1] - part[0])];
            for &(node, weight) in nodes {
                let at = piece.curve.eval(middle + half * node);
                add(at.point.x, at.point.y, sign * weight * half * at.d1.y);
            }
        }
    }
}

/// Where parts of a piece end that are smooth and turn by a quarter at most.
fn ends(piece: &Piece<'_>) -> Vec<f64> {
    let (low, high) = (piece.range.lo(), piece.range.hi());
    let mut ends = vec![low];
    match piece.curve {
        Curve2::Line { .. } => {}
        Curve2::Circle { .. } | Curve2::Ellipse { .. } => {
            let parts = ((high - low) / FRAC_PI_2).ceil().max(1.0);
            ends.extend((1..parts as usize).map(|part| low + (high - low) * part as f64 / parts));
        }
        Curve2::Nurbs(_) => ends.extend(piece.interior_knots()),
    }
    ends.push(high);
    ends
}

#[cfg(test)]
mod tests {
    use arris::math::Control;
    use arris::ops::measure::mass_properties;
    use cadseq_program::Program;

    use super::*;
    use crate::kernel::vectors::point;
    use crate::{Body, Part};

    /// The sums of a program's one body, against the kernel's own.
    fn check(program: &str) {
        let program: Program = program.parse().expect("a program");
        let part = Part::build(&program).expect("a solid");
        let [body] = part.solid.bodies() else {
            panic!("one body");
        };
        let Body::Kernel(body) = &**body else {
            panic!("a body whose axes are not parallel");
        };
        let reference = DVec3::new(0.3, -0.2, 0.5);
        let mass = body
            .mass(reference)
            .expect("faces")
            .expect("known surfaces");
        let kernel = mass_properties(&body.model, body.body, &Control::NONE).expect("mass");
        let is_near = |ours: f64, theirs: f64| (ours - theirs).abs() < 1e-9 * theirs.abs().max(1.0);
        assert!(
            is_near(mass.volume, kernel.volume),
            "{} {}",
            mass.volume,
            kernel.volume
        );
        assert!(
            is_near(mass.area, kernel.area),
            "{} {}",
            mass.area,
            kernel.area
        );
        let off = (reference + mass.centroid()).distance(point(kernel.centroid));
        assert!(off < 1e-9, "the centres are {off:e} apart");
    }

    #[test]
    fn the_sums_are_those_of_the_kernel() {
        // A plate far from the origin, with a hole through its side.
        check(
            "add_sketch(XY)\nadd_line(90, 40, 96, 40)\nadd_line(96, 40, 96, 44)\n\
             add_line(96, 44, 90, 44)\nadd_line(90, 44, 90, 40)\nadd_extrude(0, 2)\n\
             add_sketch(plane(93, 42, 1, 0, 1, 0, 1, 0, 0))\nadd_circle(0, 0, 0.4)\n\
             add_extrude(0, 8, cut, symmetric)\n",
        );
        // A shaft with a hole across, whose rim is a spline, and one at a slant.
        check(
            "add_sketch(YZ)\nadd_circle(0, 0, 1.5)\nadd_extrude(0, 9)\n\
             add_sketch(XZ)\nadd_circle(2, 0, 0.4)\nadd_extrude(0, 4, cut, symmetric)\n\
             add_sketch(plane(5, 0, 0, 0.6, 0, 0.8, 0.8, 0, -0.6))\nadd_circle(0, 0, 0.5)\n\
             add_extrude(0, 6, cut, symmetric)\n",
        );
        // A pipe into a block, and a fillet.
        check(
            "add_sketch(XY)\nadd_line(-2, -2, 2, -2)\nadd_line(2, -2, 2, 1)\nadd_arc(2, 1, 1, 1, 90)\n\
             add_line(1, 2, -2, 2)\nadd_line(-2, 2, -2, -2)\nadd_extrude(0, 3)\n\
             add_sketch(YZ)\nadd_circle(0, 1.5, 0.7)\nadd_extrude(0, 5, join)\n",
        );
    }
}
