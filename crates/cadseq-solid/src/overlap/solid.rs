//! Solids of any number of bodies as expressions of parts.

use super::expression::Expression;
use super::part::Source;
use super::quadrature::Integral;
use super::scene::Scene;
use super::{Overlap, OverlapError, OverlapMethod, kernel};
use crate::SetOperation::{Intersect, Join};
use crate::construction::Construction;
use crate::{Body, Bounds3, Solid};

impl Solid {
    /// Intersection and union of two solids, each taken as one set of points: space that two bodies
    /// of one solid share counts once.
    ///
    /// # Errors
    /// Only where axes are neither parallel nor at right angles, or a solid was read from a file, and the kernel
    /// refuses the bodies.
    pub fn overlap(&self, other: &Self) -> Result<Overlap, OverlapError> {
        let volumes = [self.volume()?, other.volume()?];
        if !share_a_box(self, other)? {
            return Ok(Overlap::disjoint(volumes));
        }
        if !is_constructed(self) || !is_constructed(other) {
            let shared = kernel::shared_volume(self, other)?;
            return Ok(Overlap::new(volumes, shared, OverlapMethod::Kernel));
        }
        let mut sources = Vec::new();
        let operands = [self, other].map(|solid| united(solid.bodies(), &mut sources));
        let [Some(a), Some(b)] = operands else {
            return Ok(Overlap::disjoint(volumes));
        };
        if let Some(scene) = Scene::new(&sources, Expression::boolean(Intersect, a, b)) {
            return Ok(Overlap::new(volumes, scene.volume(), scene.method()));
        }
        let shared = kernel::shared_volume(self, other)?;
        Ok(Overlap::new(volumes, shared, OverlapMethod::Kernel))
    }

    /// Volume of the points that lie in any body.
    fn volume(&self) -> Result<Integral, OverlapError> {
        if let [body] = self.bodies()
            && let Body::Stack(stack) = &**body
        {
            return Ok(Integral::exact(stack.volume()));
        }
        if !is_constructed(self) {
            return kernel::volume(self);
        }
        let mut sources = Vec::new();
        let Some(expression) = united(self.bodies(), &mut sources) else {
            return Ok(Integral::default());
        };
        match Scene::new(&sources, expression) {
            Some(scene) => Ok(scene.volume()),
            None => Ok(kernel::volume(self)?),
        }
    }
}

/// The union of bodies, whose parts are added to `sources`; `None` where there is no body, or one of which only
/// the boundary is known.
fn united<'a>(
    bodies: impl IntoIterator<Item = &'a std::sync::Arc<Body>>,
    sources: &mut Vec<Source<'a>>,
) -> Option<Expression> {
    let each = bodies.into_iter().map(|body| match &**body {
        Body::Stack(stack) => Some(part(Source::Stack(stack), sources)),
        Body::Kernel(body) => made(body.construction(), sources),
    });
    let each = each.collect::<Option<Vec<_>>>()?.into_iter();
    each.reduce(|all, one| Expression::boolean(Join, all, one))
}

/// Whether it is known of every body how it was made.
fn is_constructed(solid: &Solid) -> bool {
    solid.bodies().iter().all(|body| match &**body {
        Body::Stack(_) => true,
        Body::Kernel(body) => body.construction().is_known(),
    })
}

/// A construction, whose stacks are added to `sources`; `None` where only a boundary is known.
pub(super) fn made<'a>(
    construction: &'a Construction,
    sources: &mut Vec<Source<'a>>,
) -> Option<Expression> {
    match construction {
        Construction::Stack(stack) => Some(part(Source::Stack(stack), sources)),
        Construction::Boolean(boolean) => {
            let body = made(&boolean.body, sources)?;
            let tool = made(&boolean.tool, sources)?;
            Some(Expression::boolean(boolean.operation, body, tool))
        }
        Construction::Boundary => None,
    }
}

fn part<'a>(source: Source<'a>, sources: &mut Vec<Source<'a>>) -> Expression {
    sources.push(source);
    Expression::Part(sources.len() - 1)
}

/// Whether the box of a body of one solid shares a volume with that of a body of the other.
fn share_a_box(a: &Solid, b: &Solid) -> Result<bool, OverlapError> {
    let boxes = |solid: &Solid| -> Result<Vec<Bounds3>, OverlapError> {
        let bounds = solid.bodies().iter().map(|body| Ok(body.bounds()?));
        bounds.collect()
    };
    let (a, b) = (boxes(a)?, boxes(b)?);
    Ok(a.iter()
        .any(|one| b.iter().any(|other| one.overlaps(other))))
}
