//! What a program makes: no body, one, or several.

use std::sync::Arc;

use crate::export::{Label, body_labels};
use crate::kernel::KernelError;
use crate::{Body, Bounds3, Brep, Measures, Mesh, MeshTolerance};

/// The bodies of a program. Bodies may touch and share space, as in other CAD programs: only `join`,
/// `cut` and `intersect` let them meet.
#[derive(Debug, Clone, Default)]
pub struct Solid {
    bodies: Vec<Arc<Body>>,
}

impl Solid {
    /// A solid of these bodies.
    pub fn new(bodies: Vec<Arc<Body>>) -> Self {
        Self { bodies }
    }

    /// The bodies, oldest first.
    pub fn bodies(&self) -> &[Arc<Body>] {
        &self.bodies
    }

    /// Whether there is no body.
    pub fn is_empty(&self) -> bool {
        self.bodies.is_empty()
    }

    /// How many connected pieces the bodies have together.
    ///
    /// # Errors
    /// Where the kernel cannot find the boundary of a body.
    pub fn piece_count(&self) -> Result<usize, KernelError> {
        self.bodies.iter().map(|body| body.piece_count()).sum()
    }

    /// The connected pieces of the bodies, body after body: what files have as bodies.
    ///
    /// # Errors
    /// As [`Solid::piece_count`].
    pub fn pieces(&self) -> Result<Vec<Body>, KernelError> {
        let pieces = self.bodies.iter().map(|body| body.pieces());
        Ok(pieces.collect::<Result<Vec<_>, _>>()?.concat())
    }

    /// Sums over the bodies; `None` where there is none. Space that two bodies share counts twice.
    ///
    /// # Errors
    /// Where a body cannot be measured.
    pub fn measures(&self) -> Result<Option<Measures>, KernelError> {
        let mut sum: Option<Measures> = None;
        for body in &self.bodies {
            let one = body.measures()?;
            sum = Some(sum.map_or(one, |sum| united(&sum, &one)));
        }
        Ok(sum)
    }

    /// The smallest box around all bodies; `None` where there is none.
    ///
    /// # Errors
    /// Where the kernel cannot read the edges of a body.
    pub fn bounds(&self) -> Result<Option<Bounds3>, KernelError> {
        let mut all: Option<Bounds3> = None;
        for body in &self.bodies {
            let one = body.bounds()?;
            all = Some(all.map_or(one, |all| all.union(one)));
        }
        Ok(all)
    }

    /// The text of a STEP file of the part of this name with all connected pieces, a product each, in centimetres.
    ///
    /// # Errors
    /// Where the kernel cannot write a body.
    pub fn step(&self, part: &Label) -> Result<String, KernelError> {
        let pieces = self.pieces()?;
        let stacks: Option<Vec<Brep>> = pieces
            .iter()
            .map(|piece| match piece {
                Body::Stack(stack) => Some(stack.brep()),
                Body::Kernel(_) => None,
            })
            .collect();
        if let Some(stacks) = stacks {
            return Ok(crate::export::step::write(part, &stacks));
        }
        let labels = body_labels(part, pieces.len());
        let bodies = labels
            .iter()
            .zip(&pieces)
            .map(|(label, piece)| Ok((label.as_str(), piece.to_kernel()?)));
        crate::kernel::step::write(part.as_str(), &bodies.collect::<Result<Vec<_>, _>>()?)
    }

    /// A mesh of all bodies; faces are numbered through, body after body. A number is a distance in model
    /// units.
    ///
    /// # Errors
    /// Where a body cannot be meshed.
    pub fn mesh(&self, tolerance: impl Into<MeshTolerance>) -> Result<Mesh, KernelError> {
        let tolerance = tolerance.into();
        let mut all = Mesh::default();
        for body in &self.bodies {
            all.append(body.mesh(tolerance)?);
        }
        Ok(all)
    }
}

fn united(a: &Measures, b: &Measures) -> Measures {
    let volume = a.volume + b.volume;
    Measures {
        volume,
        surface_area: a.surface_area + b.surface_area,
        bounds: a.bounds.union(b.bounds),
        center_of_mass: (a.center_of_mass * a.volume + b.center_of_mass * b.volume) / volume,
    }
}
