//! Size and place of a kernel body.

use arris::geom::{Curve, CurveKind};
use arris::math::{Aabb, Control, Interval};
use arris::ops::measure::mass_properties;
use glam::DVec3;

use super::vectors::point;
use super::{KernelBody, KernelError};
use crate::{Bounds3, Measures};

impl KernelBody {
    /// Volume, area, box and centre of mass of the boundary; all exact to rounding.
    ///
    /// # Errors
    /// Where the kernel cannot integrate a face.
    pub fn measures(&self) -> Result<Measures, KernelError> {
        let failed = |error: &dyn std::fmt::Display| KernelError::query("measure", &error);
        let bounds = self.around_edges(exact_bounds)?;
        let reference = bounds.center();
        let (volume, surface_area, center_of_mass) =
            match self.mass(reference).map_err(|e| failed(&e))? {
                Some(mass) if mass.volume > 0.0 => {
                    (mass.volume, mass.area, reference + mass.centroid())
                }
                Some(_) => return Err(failed(&"its faces enclose no volume")),
                None => {
                    let mass = mass_properties(&self.model, self.body, &Control::NONE)
                        .map_err(|error| failed(&error))?;
                    (mass.volume, mass.area, point(mass.centroid))
                }
            };
        Ok(Measures {
            volume,
            surface_area,
            bounds,
            center_of_mass,
        })
    }

    /// A box around the solid, quick to find: splines may not fill it.
    pub(crate) fn bounds(&self) -> Result<Bounds3, KernelError> {
        self.around_edges(Curve::bounds)
    }

    /// The box around the edges, each of which has its own. It is the box around the solid: where a cylinder
    /// reaches farthest it does so along a whole ruling, and a ruling ends on edges.
    fn around_edges(
        &self,
        bounds: impl Fn(&Curve, Interval) -> Option<Aabb>,
    ) -> Result<Bounds3, KernelError> {
        let failed = |error: &dyn std::fmt::Display| KernelError::query("measure", &error);
        let mut around: Option<Aabb> = None;
        for edge in self.model.edges(self.body).map_err(|e| failed(&e))? {
            let edge = self.model.edge(edge.id).map_err(|e| failed(&e))?;
            let Some((curve, range)) = edge.curve() else {
                continue;
            };
            let curve = self.model.curve(curve).map_err(|e| failed(&e))?;
            around = match (around, bounds(curve, range)) {
                (Some(a), Some(b)) => Some(a.union(b)),
                (a, b) => a.or(b),
            };
        }
        let around = around.ok_or_else(|| failed(&"it has no edge"))?;
        Ok(Bounds3 {
            min: DVec3::from_array(around.min),
            max: DVec3::from_array(around.max),
        })
    }
}

/// The box of a curve to [`BOX_TOLERANCE`]. The kernel bounds a spline by its control points, which lie beside it:
/// pieces of it are halved until theirs lie within the box of the points found so far.
fn exact_bounds(curve: &Curve, range: Interval) -> Option<Aabb> {
    if curve.kind() != CurveKind::Nurbs {
        return curve.bounds(range);
    }
    let point = |t: f64| Aabb::of_point(curve.point(t));
    let mut found = point(range.lo()).union(point(range.hi()));
    let (mut pieces, mut halvings) = (vec![range], 0);
    while let Some(piece) = pieces.pop() {
        let hull = curve.bounds(piece)?;
        if is_within(&hull, &found) {
            continue;
        }
        let middle = piece.midpoint();
        if halvings == MAX_HALVINGS || !(piece.lo() < middle && middle < piece.hi()) {
            found = found.union(hull);
            continue;
        }
        halvings += 1;
        found = found.union(point(middle));
        for (low, high) in [(piece.lo(), middle), (middle, piece.hi())] {
            pieces.push(Interval::new(low, high).ok()?);
        }
    }
    Some(found)
}

/// How far a spline may reach out of its box, in units.
const BOX_TOLERANCE: f64 = 1e-9;

/// Halvings of a spline's pieces, of which about a hundred are needed. Pieces that are left keep their control points'
/// box, which is too large rather than too small.
const MAX_HALVINGS: u32 = 10_000;

fn is_within(hull: &Aabb, around: &Aabb) -> bool {
    (0..3).all(|axis| {
        hull.min[axis] >= around.min[axis] - BOX_TOLERANCE
            && hull.max[axis] <= around.max[axis] + BOX_TOLERANCE
    })
}
