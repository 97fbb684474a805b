//! A program as a request gives it, and what is made of it.

use cadseq_interchange::{ReadOptions, read};
use cadseq_program::Program;
use cadseq_solid::{Measures, Mesh, MeshTolerance, Part, PartError, PartFault};
use serde_json::value::RawValue;

use crate::app::Workshop;
use crate::error::{ApiError, Fault};
use crate::jobs::Ticket;
use crate::limits::Limits;

/// A program as text or JSON.
#[derive(Debug)]
pub(crate) enum Source {
    Text(String),
    Json(Box<RawValue>),
}

/// A program that was built.
pub(crate) struct Built<'a> {
    pub(crate) program: &'a Program,
    pub(crate) part: &'a Part,
    /// Its size and place, measured once: the kernel takes its time. `None` where nothing is left.
    pub(crate) measures: Option<Measures>,
    /// How many of its operations were kept from an earlier build.
    pub(crate) reused: usize,
}

impl Source {
    /// The one of the two that is there.
    ///
    /// # Errors
    /// Where both or none is.
    pub(crate) fn new(
        text: Option<String>,
        program: Option<Box<RawValue>>,
    ) -> Result<Self, ApiError> {
        match (text, program) {
            (Some(text), None) => Ok(Self::Text(text)),
            (None, Some(program)) => Ok(Self::Json(program)),
            _ => Err(ApiError::BadRequest(
                "give the program either as \"text\" or as \"program\"".to_owned(),
            )),
        }
    }

    /// Builds the program, and does something with it before anyone else can.
    ///
    /// # Errors
    /// Where there is no such program or no such solid, and those of `act`.
    pub(crate) fn build<T>(
        &self,
        shop: &Workshop,
        ticket: &Ticket,
        act: impl FnOnce(&Built<'_>) -> Result<T, ApiError>,
    ) -> Result<T, ApiError> {
        let program = self.program()?;
        check_length(&program, &shop.limits)?;
        let mut builder = shop.builders.take(&program);
        let reused = builder.reused(&program);
        let all = program.operations().len();
        shop.metrics.operations_reused.inc_by(reused as u64);
        shop.metrics.operations_built.inc_by((all - reused) as u64);
        let part = builder.build_unless(&|| ticket.is_over(), &program);
        let done = part.map_err(|error| self.fault(&error)).and_then(|part| {
            act(&Built {
                program: &program,
                part,
                measures: part.solid.measures()?,
                reused,
            })
        });
        shop.builders.give_back(builder);
        done
    }

    fn program(&self) -> Result<Program, ApiError> {
        let options = ReadOptions::default();
        let read = match self {
            Self::Text(text) => read::text::read(text.as_bytes(), &options),
            Self::Json(json) => read::json::read(json.get().as_bytes(), &options),
        };
        Ok(read?.program)
    }

    /// Why it has no solid, with the line where it is text.
    fn fault(&self, error: &PartError) -> ApiError {
        if error.fault == PartFault::Cancelled {
            return ApiError::Overtime;
        }
        let line = match self {
            Self::Text(text) => line_of(text, error.operation),
            Self::Json(_) => None,
        };
        ApiError::Unprocessable(Fault {
            line,
            operation: Some(error.operation),
            ..Fault::new(error.to_string())
        })
    }
}

impl Built<'_> {
    /// The tolerance of a mesh: that which was asked for, or that of files.
    ///
    /// # Errors
    /// As [`Built::checked_tolerance`].
    pub(crate) fn tolerance(&self, asked: Option<f64>) -> Result<MeshTolerance, ApiError> {
        let asked = self.checked_tolerance(asked)?;
        Ok(MeshTolerance::of_file_or(asked, None, self.diagonal()))
    }

    fn diagonal(&self) -> f64 {
        self.measures.map_or(0.0, |all| all.bounds.diagonal())
    }

    /// The finest distance that suits the part's size.
    pub(crate) fn finest_tolerance(&self) -> f64 {
        MeshTolerance::FINEST_SHARE * self.diagonal()
    }

    /// The tolerance that was asked for, if one was.
    ///
    /// # Errors
    /// Where it is finer than what suits the part's size.
    pub(crate) fn checked_tolerance(&self, asked: Option<f64>) -> Result<Option<f64>, ApiError> {
        let finest = self.finest_tolerance();
        match asked {
            None => Ok(None),
            Some(asked) if asked.is_finite() && asked > 0.0 && asked >= finest => Ok(Some(asked)),
            Some(asked) => Err(ApiError::unprocessable(&format!(
                "a tolerance of {asked} does not suit this part; give at least {finest:.1e}, a \
                 hundred-thousandth of its size"
            ))),
        }
    }

    /// The mesh.
    ///
    /// # Errors
    /// Where the kernel cannot mesh a body, and where there are too many triangles.
    pub(crate) fn mesh(&self, tolerance: MeshTolerance, limits: &Limits) -> Result<Mesh, ApiError> {
        let mesh = self.part.solid.mesh(tolerance)?;
        let (count, most) = (mesh.triangles.len(), limits.triangles);
        if count > most {
            return Err(ApiError::unprocessable(&format!(
                "the mesh has {count} triangles, above the limit of {most}; give a larger tolerance"
            )));
        }
        Ok(mesh)
    }
}

/// Refuses a program of more operations than one request may have.
pub(crate) fn check_length(program: &Program, limits: &Limits) -> Result<(), ApiError> {
    let (count, most) = (program.operations().len(), limits.operations);
    if count > most {
        return Err(ApiError::unprocessable(&format!(
            "the program has {count} operations; this server takes at most {most}"
        )));
    }
    Ok(())
}

/// The line of an operation, counted from 1.
fn line_of(text: &str, operation: usize) -> Option<usize> {
    let text = text.trim_start_matches('\u{feff}');
    let says_something = |line: &str| !line.split('#').next().unwrap_or("").trim().is_empty();
    let mut lines = text.lines().enumerate();
    let found = lines
        .by_ref()
        .filter(|(_, line)| says_something(line))
        .nth(operation);
    found.map(|(index, _)| index + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operations_have_their_lines() {
        let text = "# a part\n\nadd_sketch(XY)  # here\n  # there\nadd_circle(0, 0, 1)\n";
        assert_eq!(line_of(text, 0), Some(3));
        assert_eq!(line_of(text, 1), Some(5));
        assert_eq!(line_of(text, 2), None);
    }
}
