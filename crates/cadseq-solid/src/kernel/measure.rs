//! Size and place of a kernel body.

use arris::math::{Aabb, Control};
use arris::ops::measure::mass_properties;
use glam::DVec3;

use super::vectors::point;
use super::{KernelBody, KernelError};
use crate::{Bounds3, Measures};

impl KernelBody {
    /// Volume, area, box and centre of mass; all exact to rounding.
    ///
    /// # Errors
    /// Where the kernel cannot integrate a face.
    pub fn measures(&self) -> Result<Measures, KernelError> {
        let mass = mass_properties(&self.model, self.body, &Control::NONE)
            .map_err(|error| KernelError::query("measure", &error))?;
        Ok(Measures {
            volume: mass.volume,
            surface_area: mass.area,
            bounds: self.bounds()?,
            center_of_mass: point(mass.centroid),
        })
    }

    /// The box around the edges. It is the box around the solid: where a cylinder reaches farthest
    /// it does so along a whole ruling, and a ruling ends on edges.
    pub(crate) fn bounds(&self) -> Result<Bounds3, KernelError> {
        let failed = |error: &dyn std::fmt::Display| KernelError::query("measure", &error);
        let mut around: Option<Aabb> = None;
        for edge in self.model.edges(self.body).map_err(|e| failed(&e))? {
            let edge = self.model.edge(edge.id).map_err(|e| failed(&e))?;
            let Some((curve, range)) = edge.curve() else {
                continue;
            };
            let curve = self.model.curve(curve).map_err(|e| failed(&e))?;
            around = match (around, curve.bounds(range)) {
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
