//! A statement as an operation: arity, names and numbers.

use glam::DVec2;

use super::error::{TextFault, shown};
use super::statement::{Fault, Statement, Token};
use crate::{
    Arc, BooleanOperation, Circle, Extrude, Line, MAX_CENTER, MAX_COORDINATE, Operation,
    OperationKind, Plane,
};

/// What an error shows of an operation whose parameters do not fit.
const fn signature(kind: OperationKind) -> &'static str {
    match kind {
        OperationKind::AddSketch => "add_sketch(plane)",
        OperationKind::AddLine => "add_line(x0, y0, x1, y1)",
        OperationKind::AddArc => "add_arc(x0, y0, cx, cy, angle)",
        OperationKind::AddCircle => "add_circle(cx, cy, r)",
        OperationKind::AddExtrude => "add_extrude(profile, depth, op)",
    }
}

/// Reads the parameters of a statement.
pub(super) fn read(statement: &Statement<'_>) -> Result<Operation, Fault> {
    let name = statement.name;
    let Some(kind) = OperationKind::ALL
        .into_iter()
        .find(|kind| kind.name() == name.text)
    else {
        return Err((
            name.column,
            TextFault::UnknownOperation {
                token: shown(name.text),
            },
        ));
    };
    match (kind, statement.parameters.as_slice()) {
        (OperationKind::AddSketch, [plane]) => Ok(Operation::AddSketch(read_plane(*plane)?)),
        (OperationKind::AddLine, [x0, y0, x1, y1]) => Ok(Operation::AddLine(Line {
            start: DVec2::new(coordinate("x0", *x0)?, coordinate("y0", *y0)?),
            end: DVec2::new(coordinate("x1", *x1)?, coordinate("y1", *y1)?),
        })),
        (OperationKind::AddArc, [x0, y0, cx, cy, angle]) => Ok(Operation::AddArc(Arc {
            start: DVec2::new(coordinate("x0", *x0)?, coordinate("y0", *y0)?),
            center: DVec2::new(
                number("cx", *cx, MAX_CENTER)?,
                number("cy", *cy, MAX_CENTER)?,
            ),
            sweep_deg: number("angle", *angle, 360.0)?,
        })),
        (OperationKind::AddCircle, [cx, cy, r]) => Ok(Operation::AddCircle(Circle {
            center: DVec2::new(coordinate("cx", *cx)?, coordinate("cy", *cy)?),
            radius: read_radius(*r)?,
        })),
        (OperationKind::AddExtrude, [depth]) => read_extrude(None, *depth, None),
        (OperationKind::AddExtrude, [profile, depth]) => read_extrude(Some(*profile), *depth, None),
        (OperationKind::AddExtrude, [profile, depth, op]) => {
            read_extrude(Some(*profile), *depth, Some(*op))
        }
        (kind, parameters) => Err((
            name.column,
            TextFault::Arity {
                signature: signature(kind),
                given: parameters.len(),
            },
        )),
    }
}

fn read_extrude(
    profile: Option<Token<'_>>,
    depth: Token<'_>,
    operation: Option<Token<'_>>,
) -> Result<Operation, Fault> {
    Ok(Operation::AddExtrude(Extrude {
        profile: profile.map_or(Ok(0), read_profile)?,
        depth: coordinate("depth", depth)?,
        operation: operation.map_or(Ok(BooleanOperation::New), read_boolean)?,
    }))
}

fn read_plane(token: Token<'_>) -> Result<Plane, Fault> {
    let named = |plane: &Plane| plane.name().eq_ignore_ascii_case(token.text);
    Plane::ALL.into_iter().find(named).ok_or_else(|| {
        let shown = shown(token.text);
        let is_face = token
            .text
            .get(..4)
            .is_some_and(|head| head.eq_ignore_ascii_case("face"));
        let fault = if is_face {
            TextFault::FacePlane { token: shown }
        } else {
            TextFault::UnknownPlane { token: shown }
        };
        (token.column, fault)
    })
}

fn read_boolean(token: Token<'_>) -> Result<BooleanOperation, Fault> {
    let named = |operation: &BooleanOperation| operation.name().eq_ignore_ascii_case(token.text);
    BooleanOperation::ALL
        .into_iter()
        .find(named)
        .ok_or_else(|| {
            (
                token.column,
                TextFault::UnknownBoolean {
                    token: shown(token.text),
                },
            )
        })
}

fn read_profile(token: Token<'_>) -> Result<usize, Fault> {
    token.text.parse().map_err(|_| {
        (
            token.column,
            TextFault::Profile {
                token: shown(token.text),
            },
        )
    })
}

fn read_radius(token: Token<'_>) -> Result<f64, Fault> {
    let radius = coordinate("r", token)?;
    if radius > 0.0 {
        Ok(radius)
    } else {
        Err((
            token.column,
            TextFault::Radius {
                token: shown(token.text),
            },
        ))
    }
}

fn coordinate(parameter: &'static str, token: Token<'_>) -> Result<f64, Fault> {
    number(parameter, token, MAX_COORDINATE)
}

/// A finite number of at most `limit` in size; `nan`, `inf` and overflowing exponents are refused.
fn number(parameter: &'static str, token: Token<'_>, limit: f64) -> Result<f64, Fault> {
    let token_shown = || shown(token.text);
    match token.text.parse::<f64>() {
        Ok(value) if value.abs() <= limit => Ok(value),
        Ok(value) if value.is_finite() => Err((
            token.column,
            TextFault::OutOfRange {
                parameter,
                token: token_shown(),
                low: -limit,
                high: limit,
            },
        )),
        _ => Err((
            token.column,
            TextFault::NotANumber {
                parameter,
                token: token_shown(),
            },
        )),
    }
}
