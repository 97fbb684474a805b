//! Volume, area and centre of mass in one walk over the faces.
//!
//! The kernel's own `mass_properties` also integrates the moments of inertia and asks the surface anew for
//! each number. Here, what is integrated over a plane or a cylinder is written out in its parameters: with
//! the divergence theorem, `V = 1/3 ∮ P·n dA` and `∫ P dV = 1/4 ∮ P (P·n) dA`. The quadrature is the kernel's.

use arris::geom::Surface;
use arris::geom::integrate::{region_integral, surface_grid};
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
        let mut all = Mass::default();
        for face in self.model.faces(self.body)? {
            let entity = self.model.face(face.id)?;
            let Some(sums) = self.sums(entity, kernel_vector(reference))? else {
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
        Ok(Some(all))
    }

    /// What a face adds where its surface's normal points outward.
    fn sums(&self, face: &FaceEntity, reference: Vec3) -> Result<Option<Mass>, NotFound> {
        let surface = self.model.surface(face.surface())?;
        let loops = face.loops().iter().map(|l| self.model.loop_pieces(l));
        let loops = loops.collect::<Result<Vec<_>, _>>()?;
        let grid = surface_grid(surface);
        let over_face = |f: &dyn Fn(f64, f64) -> f64| -> f64 {
            loops
                .iter()
                .map(|pieces| region_integral(pieces, &grid, f))
                .sum()
        };
        Ok(match surface {
            Surface::Plane { frame } => Some(plane(frame, reference, over_face)),
            Surface::Cylinder { frame, radius } => {
                Some(cylinder(frame, *radius, reference, over_face))
            }
            _ => None,
        })
    }
}

fn plane(
    frame: &Frame,
    reference: Vec3,
    over_face: impl Fn(&dyn Fn(f64, f64) -> f64) -> f64,
) -> Mass {
    let origin = frame.origin().coords - reference;
    let area = over_face(&|_, _| 1.0);
    let place = area * origin
        + over_face(&|u, _| u) * frame.x().into_inner()
        + over_face(&|_, v| v) * frame.y().into_inner();
    let height = origin.dot(&frame.z());
    Mass {
        volume: height * area / 3.0,
        area,
        moment: vector(height / 4.0 * place),
    }
}

fn cylinder(
    frame: &Frame,
    radius: f64,
    reference: Vec3,
    over_face: impl Fn(&dyn Fn(f64, f64) -> f64) -> f64,
) -> Mass {
    let origin = frame.origin().coords - reference;
    let [x, y, z] = [frame.x(), frame.y(), frame.z()].map(arris::math::UnitVec3::into_inner);
    let normal = |u: f64| {
        let (sine, cosine) = libm::sincos(u);
        cosine * x + sine * y
    };
    // P·n, times the area element.
    let flux = |u: f64| radius * (origin.dot(&normal(u)) + radius);
    let moment = [0, 1, 2]
        .map(|axis| over_face(&|u, v| flux(u) * (origin + radius * normal(u) + v * z)[axis]) / 4.0);
    Mass {
        volume: over_face(&|u, _| flux(u)) / 3.0,
        area: over_face(&|_, _| radius),
        moment: DVec3::from_array(moment),
    }
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
