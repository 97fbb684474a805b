//! Volume that two solids share, and their intersection over union.
//!
//! Solids are Booleans of prisms and stacks (the module `construction`), so no boundary has to be
//! cut: what is asked for is the volume of one larger Boolean, the intersection. Space is cut into slabs at every coordinate where the picture of its cross sections changes. Within a slab
//! a cross section is made of rectangles between known lines and arcs; whether one is full follows
//! from the cells and floors of the parts. Nothing is classified near a contact, nothing is snapped,
//! and no input can fail.
//!
//! - Parallel axes: the area is summed along a direction of the sections. Each rectangle has two
//!   constant sides and two that are lines or arcs, so its integral is in closed form.
//! - Two axes at right angles: along the direction at right angles to both, a rectangle's sides are
//!   lines or arcs in one section and in the other. The integrand is smooth in a slab but for square
//!   roots at its ends; adaptive Gauss quadrature, after a substitution that removes those, gives
//!   it to about twelve digits.
//! - Three axes at right angles: along one of them, with areas of cross sections in closed form. The
//!   places where three surfaces meet in a point are found by halving; about eleven digits.
//! - Other angles: a Boolean of boundaries in the exact kernel.

mod axes;
mod breaks;
mod contact;
mod error;
mod expression;
mod grid;
mod kernel;
mod line;
mod part;
mod piece;
mod quadrature;
mod scene;
mod section;
mod slab;
mod solid;

use crate::Prism;
use crate::SetOperation::Intersect;
pub(crate) use contact::{share_a_face, volume_of};
pub use error::OverlapError;
use expression::Expression;
use part::Source;
use quadrature::Integral;
use scene::Scene;

/// How an intersection volume was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OverlapMethod {
    /// The boxes around the solids share no volume.
    Disjoint,
    /// In closed form (parallel axes).
    ClosedForm,
    /// By quadrature of exact cross sections (axes at right angles).
    Quadrature,
    /// By a Boolean of the exact kernel (any other axes).
    Kernel,
}

/// What two solids have in common.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Overlap {
    /// Volume of the intersection, in cubic units.
    pub intersection: f64,
    /// Volume of the union, in cubic units.
    pub union: f64,
    /// How the intersection was found.
    pub method: OverlapMethod,
    /// How far intersection and union may be off, in cubic units, rounding included; an estimate. It
    /// is about the solids as they are: stacks hold what was asked for to their tolerance.
    pub error: f64,
}

/// Share of the larger solid that rounding may cost, with a margin: what was seen is 1e-14.
const ROUNDING: f64 = 1e-12;

impl Overlap {
    /// Intersection over union, in [0, 1]. Two empty solids are equal, which counts as 1.
    pub fn iou(&self) -> f64 {
        if self.union > 0.0 {
            (self.intersection / self.union).clamp(0.0, 1.0)
        } else {
            1.0
        }
    }

    fn new([a, b]: [Integral; 2], shared: Integral, method: OverlapMethod) -> Self {
        let smaller = a.value.min(b.value);
        let intersection = shared.value.clamp(0.0, smaller);
        let rounding = ROUNDING * a.value.max(b.value);
        Self {
            intersection,
            union: a.value + b.value - intersection,
            method,
            error: a.error + b.error + shared.error + rounding,
        }
    }

    fn disjoint(volumes: [Integral; 2]) -> Self {
        Self::new(volumes, Integral::default(), OverlapMethod::Disjoint)
    }
}

/// Intersection and union of two prisms.
pub fn overlap(a: &Prism, b: &Prism) -> Overlap {
    let volumes = [a, b].map(|prism| Integral::exact(prism.volume()));
    if !a.bounds().overlaps(&b.bounds()) {
        return Overlap::disjoint(volumes);
    }
    let both = Expression::boolean(Intersect, Expression::Part(0), Expression::Part(1));
    let scene = Scene::new(&[Source::Prism(a), Source::Prism(b)], both);
    let scene = scene.expect("normals of origin planes are parallel or at right angles");
    Overlap::new(volumes, scene.volume(), scene.method())
}

/// Intersection over union of two prisms, in [0, 1]; 1 for equal ones.
pub fn iou(a: &Prism, b: &Prism) -> f64 {
    overlap(a, b).iou()
}
