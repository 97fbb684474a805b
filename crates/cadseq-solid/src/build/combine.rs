//! How an extruded body meets the bodies that are there.
//!
//! - `new`: it stays by itself.
//! - `join`: it becomes one body with every body that it touches in a face or shares space with;
//!   where it touches none it stays by itself.
//! - `cut`: every body loses what it shares with it.
//! - `intersect`: every body keeps only what it shares with it.

use std::sync::Arc;

use cadseq_program::BooleanOperation;

use super::{Note, PartFault};
use crate::body::Met;
use crate::kernel::{Adjustment, KernelError};
use crate::outline::DEFAULT_TOLERANCE;
use crate::{Body, Bounds3, SetOperation};

/// The bodies after tools met them, and what to know of it.
#[derive(Debug, Clone)]
pub(super) struct Combined {
    pub(super) bodies: Vec<Arc<Body>>,
    pub(super) notes: Vec<Note>,
}

/// Lets `tool`, made by the program's operation `operation`, meet `bodies`.
pub(super) fn combine(
    bodies: &[Arc<Body>],
    tool: &Arc<Body>,
    boolean: BooleanOperation,
    operation: usize,
) -> Result<Combined, PartFault> {
    let mut meeting = Meeting {
        operation,
        boolean,
        notes: Vec::new(),
        changed: false,
    };
    let bodies = match boolean {
        BooleanOperation::New => {
            meeting.changed = true;
            let mut all = bodies.to_vec();
            all.push(Arc::clone(tool));
            all
        }
        BooleanOperation::Join => meeting.join(bodies, tool)?,
        BooleanOperation::Cut => meeting.cut(bodies, tool)?,
        BooleanOperation::Intersect => meeting.intersect(bodies, tool)?,
    };
    if !meeting.changed {
        meeting.notes.push(Note::Idle { operation, boolean });
    }
    if bodies.is_empty() {
        meeting.notes.push(Note::Empty { operation });
    }
    Ok(Combined {
        bodies,
        notes: meeting.notes,
    })
}

struct Meeting {
    operation: usize,
    boolean: BooleanOperation,
    notes: Vec<Note>,
    changed: bool,
}

impl Meeting {
    fn join(
        &mut self,
        bodies: &[Arc<Body>],
        tool: &Arc<Body>,
    ) -> Result<Vec<Arc<Body>>, PartFault> {
        self.changed = true;
        let mut joined = Arc::clone(tool);
        let mut kept: Vec<Option<Arc<Body>>> = bodies.iter().cloned().map(Some).collect();
        let mut place = None;
        // A body may touch only what the tool has become by meeting another one.
        while let Some((index, union)) = self.first_touched(&kept, &joined)? {
            kept[index] = None;
            place = Some(place.map_or(index, |first: usize| first.min(index)));
            joined = Arc::new(union);
        }
        match place {
            Some(index) => kept[index] = Some(joined),
            None => kept.push(Some(joined)),
        }
        Ok(kept.into_iter().flatten().collect())
    }

    /// The first body that `tool` touches, and both as one.
    fn first_touched(
        &mut self,
        bodies: &[Option<Arc<Body>>],
        tool: &Body,
    ) -> Result<Option<(usize, Body)>, PartFault> {
        for (index, body) in bodies.iter().enumerate() {
            let Some(body) = body else { continue };
            if are_apart(body, tool)? {
                continue;
            }
            let joined = self.met(body, tool, SetOperation::Join)?;
            if let Some(union) = joined.body.filter(|_| joined.meet) {
                self.note(joined.adjustment);
                return Ok(Some((index, union)));
            }
        }
        Ok(None)
    }

    fn cut(&mut self, bodies: &[Arc<Body>], tool: &Body) -> Result<Vec<Arc<Body>>, PartFault> {
        let mut left = Vec::with_capacity(bodies.len());
        for body in bodies {
            if are_apart(body, tool)? {
                left.push(Arc::clone(body));
                continue;
            }
            let rest = self.met(body, tool, SetOperation::Cut)?;
            if rest.meet {
                self.changed = true;
                self.note(rest.adjustment);
                left.extend(rest.body.map(Arc::new));
            } else {
                left.push(Arc::clone(body));
            }
        }
        Ok(left)
    }

    fn intersect(
        &mut self,
        bodies: &[Arc<Body>],
        tool: &Body,
    ) -> Result<Vec<Arc<Body>>, PartFault> {
        self.changed = !bodies.is_empty();
        let mut left = Vec::with_capacity(bodies.len());
        for body in bodies {
            if are_apart(body, tool)? {
                continue;
            }
            let rest = self.met(body, tool, SetOperation::Intersect)?;
            self.note(rest.adjustment);
            left.extend(rest.body.map(Arc::new));
        }
        Ok(left)
    }

    fn met(&self, body: &Body, tool: &Body, operation: SetOperation) -> Result<Met, PartFault> {
        body.boolean(tool, operation)
            .map_err(|fault| PartFault::Boolean {
                operation: self.boolean.name(),
                fault,
            })
    }

    fn note(&mut self, adjustment: Option<Adjustment>) {
        let operation = self.operation;
        self.notes.extend(adjustment.map(|done| match done {
            Adjustment::Moved(by) => Note::Displaced { operation, by },
            Adjustment::Grown(by) => Note::Grown { operation, by },
        }));
    }
}

/// Whether the boxes around two bodies are apart by more than the tolerance.
pub(super) fn are_apart(a: &Body, b: &Body) -> Result<bool, KernelError> {
    let grown = |bounds: Bounds3| Bounds3 {
        min: bounds.min - DEFAULT_TOLERANCE,
        max: bounds.max + DEFAULT_TOLERANCE,
    };
    Ok(!grown(a.bounds()?).overlaps(&b.bounds()?))
}
