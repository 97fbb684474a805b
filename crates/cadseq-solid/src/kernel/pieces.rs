//! The connected pieces of a kernel body.

use arris::check::lumps;
use arris::topo::entity::Body as ShellBody;
use arris::topo::{Body, Shell};

use super::{KernelBody, KernelError};
use crate::construction::Construction;

impl KernelBody {
    /// How many connected pieces the body has.
    ///
    /// # Errors
    /// Where the kernel cannot tell which shells are voids of which.
    pub(crate) fn piece_count(&self) -> Result<usize, KernelError> {
        Ok(self.shells_of_pieces()?.len())
    }

    /// The connected pieces, each with its voids. Of one of several only the boundary is known.
    ///
    /// # Errors
    /// As [`KernelBody::piece_count`].
    pub(crate) fn pieces(&self) -> Result<Vec<Self>, KernelError> {
        let pieces = self.shells_of_pieces()?;
        if pieces.len() == 1 {
            return Ok(vec![self.clone()]);
        }
        Ok(pieces
            .into_iter()
            .map(|shells| self.piece(shells))
            .collect())
    }

    fn piece(&self, shells: Vec<Shell>) -> Self {
        let mut model = self.model.clone();
        let body = Body::forward(model.raw().add_body(ShellBody::solid(shells)));
        Self {
            model,
            body,
            origins: self.origins.clone(),
            construction: Construction::Boundary,
            is_grown: false,
        }
    }

    fn shells_of_pieces(&self) -> Result<Vec<Vec<Shell>>, KernelError> {
        let failed = |error: &dyn std::fmt::Display| KernelError::query("take apart", &error);
        let shells = self.model.shells(self.body).map_err(|e| failed(&e))?;
        if shells.len() == 1 {
            return Ok(vec![shells]);
        }
        let lumps = lumps(&self.model, self.body).map_err(|e| failed(&e))?;
        let shells = lumps
            .into_iter()
            .map(|lump| std::iter::once(lump.outer).chain(lump.voids).collect());
        Ok(shells.collect())
    }
}
