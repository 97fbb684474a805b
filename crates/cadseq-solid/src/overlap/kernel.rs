//! Solids on oblique planes: Booleans of boundaries.

use super::OverlapError;
use super::quadrature::Integral;
use crate::SetOperation::{Intersect, Join};
use crate::Solid;
use crate::kernel::{Adjustment, KernelBody, KernelError};

/// A Boolean of some bodies and how far its volume may be off.
struct Known {
    body: Option<KernelBody>,
    error: f64,
}

/// Volume of the points that lie in any body.
pub(super) fn volume(solid: &Solid) -> Result<Integral, OverlapError> {
    Ok(united(solid)?.volume()?)
}

/// Volume of the points that lie in a body of both.
pub(super) fn shared_volume(a: &Solid, b: &Solid) -> Result<Integral, OverlapError> {
    let (a, b) = (united(a)?, united(b)?);
    let error = a.error + b.error;
    let (Some(body), Some(tool)) = (a.body, b.body) else {
        return Ok(Integral::default());
    };
    let shared = body.boolean(&tool, Intersect)?;
    let error = error + moved_volume(&tool, shared.adjustment)?;
    let body = shared.body;
    Ok(Known { body, error }.volume()?)
}

fn united(solid: &Solid) -> Result<Known, KernelError> {
    let mut union = Known {
        body: None,
        error: 0.0,
    };
    for body in solid.bodies() {
        let body = body.to_kernel()?;
        union.body = match union.body {
            None => Some(body),
            Some(all) => {
                let joined = all.boolean(&body, Join)?;
                union.error += moved_volume(&body, joined.adjustment)?;
                joined.body
            }
        };
    }
    Ok(union)
}

/// What adjusting a tool may change: its surface sweeps no more.
fn moved_volume(tool: &KernelBody, adjustment: Option<Adjustment>) -> Result<f64, KernelError> {
    adjustment.map_or(Ok(0.0), |by| {
        Ok(by.distance() * tool.measures()?.surface_area)
    })
}

impl Known {
    fn volume(&self) -> Result<Integral, KernelError> {
        let value = match &self.body {
            Some(body) => body.measures()?.volume,
            None => 0.0,
        };
        let error = self.error;
        Ok(Integral { value, error })
    }
}
