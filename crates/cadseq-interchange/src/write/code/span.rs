//! How a script says how far an extrusion goes.

use cadseq_solid::build::Extrusion;

use crate::LengthUnit;

/// From where to where, as parameters of the script.
pub(in crate::write) enum Span {
    /// From the sketch's plane to a signed height.
    OneSide {
        /// The height.
        depth: String,
    },
    /// To both sides alike.
    Symmetric {
        /// Twice the way to either side.
        length: String,
    },
    /// Between two heights.
    Between {
        /// Where it starts.
        start: String,
        /// Where it ends.
        end: String,
    },
}

impl Span {
    /// The span of extrusion number `number`, from 1.
    pub(in crate::write) fn new(number: usize, extrusion: &Extrusion) -> Self {
        let name = |what: &str| format!("extrude_{number}_{what}");
        if extrusion.start == 0.0 {
            Self::OneSide {
                depth: name("depth"),
            }
        } else if extrusion.start == -extrusion.end {
            Self::Symmetric {
                length: name("length"),
            }
        } else {
            Self::Between {
                start: name("start"),
                end: name("end"),
            }
        }
    }

    /// Its parameters with their values.
    pub(in crate::write) fn parameters(
        &self,
        extrusion: &Extrusion,
        unit: LengthUnit,
    ) -> Vec<(String, String)> {
        let valued = |name: &String, value: f64| (name.clone(), unit.length(value));
        match self {
            Self::OneSide { depth } => vec![valued(depth, extrusion.end)],
            Self::Symmetric { length } => vec![valued(length, extrusion.end - extrusion.start)],
            Self::Between { start, end } => {
                vec![valued(start, extrusion.start), valued(end, extrusion.end)]
            }
        }
    }

    /// Where it starts, and how far it goes from there.
    pub(in crate::write) fn start_and_length(&self) -> (String, String) {
        match self {
            Self::OneSide { depth } => (String::from("0"), depth.clone()),
            Self::Symmetric { length } => (format!("-{length} / 2"), length.clone()),
            Self::Between { start, end } => (start.clone(), format!("{end} - {start}")),
        }
    }

    /// The parameter that says where it ends, with its sign.
    pub(in crate::write) fn end_parameter(&self) -> (f64, String) {
        match self {
            Self::OneSide { depth } => (1.0, depth.clone()),
            Self::Symmetric { length } => (1.0, format!("{length} / 2")),
            Self::Between { end, .. } => (1.0, end.clone()),
        }
    }

    /// The parameter that says where it starts, with its sign; none where that is the sketch's
    /// plane.
    pub(in crate::write) fn start_parameter(&self) -> Option<(f64, String)> {
        match self {
            Self::OneSide { .. } => None,
            Self::Symmetric { length } => Some((-1.0, format!("{length} / 2"))),
            Self::Between { start, .. } => Some((1.0, start.clone())),
        }
    }
}
