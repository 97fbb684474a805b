//! Volume that two prisms share, and their intersection over union.
//!
//! Both solids are cut into slabs at every coordinate where the picture of their cross sections
//! changes. Within a slab each cross section is a list of intervals between known lines and arcs, so
//! nothing has to be classified near a contact and no input can fail.
//!
//! - Same plane: the area that the outlines share is a sum of trapezoids and circle segments, in
//!   closed form, times the heights that both have.
//! - Crossed planes: with c the direction that both planes hold, the shared volume is the integral
//!   over c of the product of two cross section lengths: the outline of each solid clipped to the
//!   heights of the other. The integrand is smooth in a slab but for square roots at its ends;
//!   adaptive Gauss quadrature, after a substitution that removes those, gives it to about twelve
//!   digits.

mod crossed;
mod planar;
mod quadrature;
mod slab;

use crate::Prism;

/// How an intersection volume was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OverlapMethod {
    /// The boxes around the solids share no volume.
    Disjoint,
    /// In closed form (solids on the same plane).
    ClosedForm,
    /// By quadrature of the exact cross sections, to about twelve digits (crossed planes).
    Quadrature,
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
}

impl Overlap {
    /// Intersection over union, in [0, 1].
    pub fn iou(&self) -> f64 {
        (self.intersection / self.union).clamp(0.0, 1.0)
    }
}

/// Intersection and union of two solids.
pub fn overlap(a: &Prism, b: &Prism) -> Overlap {
    let (intersection, method) = intersection(a, b);
    let (volume_a, volume_b) = (a.volume(), b.volume());
    let intersection = intersection.clamp(0.0, volume_a.min(volume_b));
    Overlap {
        intersection,
        union: volume_a + volume_b - intersection,
        method,
    }
}

/// Intersection over union of two solids, in [0, 1]; 1 for equal solids.
pub fn iou(a: &Prism, b: &Prism) -> f64 {
    overlap(a, b).iou()
}

fn intersection(a: &Prism, b: &Prism) -> (f64, OverlapMethod) {
    if !a.bounds().overlaps(&b.bounds()) {
        return (0.0, OverlapMethod::Disjoint);
    }
    if a.plane() == b.plane() {
        let ((a_low, a_high), (b_low, b_high)) = (a.heights(), b.heights());
        let height = a_high.min(b_high) - a_low.max(b_low);
        let area = planar::shared_area(a.outline(), b.outline());
        return (area * height, OverlapMethod::ClosedForm);
    }
    (crossed::shared_volume(a, b), OverlapMethod::Quadrature)
}
