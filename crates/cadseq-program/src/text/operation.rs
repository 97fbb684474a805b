//! A statement as an operation: its name, its arity, its curves.

use glam::DVec2;

use super::error::{TextFault, shown};
use super::extrude::read_extrude;
use super::number::{coordinate, coordinates, number};
use super::plane::read_plane;
use super::statement::{Fault, Statement, Token};
use crate::{Arc, Circle, Line, MAX_CENTER, Operation, OperationKind};

/// What an error shows of an operation whose parameters do not fit.
const fn signature(kind: OperationKind) -> &'static str {
    match kind {
        OperationKind::AddSketch => "add_sketch(plane)",
        OperationKind::AddLine => "add_line(x0, y0, x1, y1)",
        OperationKind::AddArc => "add_arc(x0, y0, cx, cy, angle)",
        OperationKind::AddCircle => "add_circle(cx, cy, r)",
        OperationKind::AddExtrude => {
            "add_extrude(profile, depth, op), or with an extent add_extrude(profile, depth, op, \
             symmetric) or add_extrude(profile, forward, op, backward),"
        }
    }
}

/// Reads the parameters of a statement.
pub(super) fn read(statement: &Statement<'_>) -> Result<Operation, Fault> {
    let name = statement.name;
    let named = |kind: &OperationKind| kind.name() == name.text;
    let Some(kind) = OperationKind::ALL.into_iter().find(named) else {
        let token = shown(name.text);
        return Err((name.column, TextFault::UnknownOperation { token }));
    };
    read_parameters(kind, &statement.parameters).unwrap_or_else(|| {
        let fault = TextFault::Arity {
            signature: signature(kind),
            given: statement.parameters.len(),
        };
        Err((name.column, fault))
    })
}

/// `None` where the number of parameters does not fit.
fn read_parameters(
    kind: OperationKind,
    parameters: &[Token<'_>],
) -> Option<Result<Operation, Fault>> {
    match (kind, parameters) {
        (OperationKind::AddSketch, &[plane]) => Some(read_plane(plane).map(Operation::AddSketch)),
        (OperationKind::AddLine, &[x0, y0, x1, y1]) => {
            Some(read_line([x0, y0, x1, y1]).map(Operation::AddLine))
        }
        (OperationKind::AddArc, &[x0, y0, cx, cy, angle]) => {
            Some(read_arc([x0, y0, cx, cy], angle).map(Operation::AddArc))
        }
        (OperationKind::AddCircle, &[cx, cy, r]) => {
            Some(read_circle(cx, cy, r).map(Operation::AddCircle))
        }
        (OperationKind::AddExtrude, parameters) => {
            Some(read_extrude(parameters)?.map(Operation::AddExtrude))
        }
        _ => None,
    }
}

fn read_line(tokens: [Token<'_>; 4]) -> Result<Line, Fault> {
    let [x0, y0, x1, y1] = coordinates(["x0", "y0", "x1", "y1"], tokens)?;
    Ok(Line {
        start: DVec2::new(x0, y0),
        end: DVec2::new(x1, y1),
    })
}

fn read_arc([x0, y0, cx, cy]: [Token<'_>; 4], angle: Token<'_>) -> Result<Arc, Fault> {
    let start = coordinates(["x0", "y0"], [x0, y0])?;
    Ok(Arc {
        start: DVec2::from_array(start),
        center: DVec2::new(number("cx", cx, MAX_CENTER)?, number("cy", cy, MAX_CENTER)?),
        sweep_deg: number("angle", angle, 360.0)?,
    })
}

fn read_circle(cx: Token<'_>, cy: Token<'_>, r: Token<'_>) -> Result<Circle, Fault> {
    Ok(Circle {
        center: DVec2::from_array(coordinates(["cx", "cy"], [cx, cy])?),
        radius: read_radius(r)?,
    })
}

fn read_radius(token: Token<'_>) -> Result<f64, Fault> {
    let radius = coordinate("r", token)?;
    if radius > 0.0 {
        Ok(radius)
    } else {
        let token_shown = shown(token.text);
        Err((token.column, TextFault::Radius { token: token_shown }))
    }
}
