//! The parameters of an extrude: profiles, depth, op, extent.

use super::error::{TextFault, shown};
use super::number::{coordinate, index};
use super::statement::{Fault, Token};
use crate::{BooleanOperation, Extent, Extrude};

/// The fourth parameter of an extrude that goes half its depth to either side.
pub(super) const SYMMETRIC: &str = "symmetric";

/// Reads the parameters of `add_extrude`; `None` where their number does not fit.
pub(super) fn read_extrude(parameters: &[Token<'_>]) -> Option<Result<Extrude, Fault>> {
    match *parameters {
        [depth] => Some(read(None, depth, None, None)),
        [profiles, depth] => Some(read(Some(profiles), depth, None, None)),
        [profiles, depth, op] => Some(read(Some(profiles), depth, Some(op), None)),
        [profiles, depth, op, extent] => Some(read(Some(profiles), depth, Some(op), Some(extent))),
        _ => None,
    }
}

fn read(
    profiles: Option<Token<'_>>,
    depth: Token<'_>,
    operation: Option<Token<'_>>,
    extent: Option<Token<'_>>,
) -> Result<Extrude, Fault> {
    Ok(Extrude {
        profiles: profiles.map_or(Ok(vec![0]), read_profiles)?,
        extent: read_extent(depth, extent)?,
        operation: operation.map_or(Ok(BooleanOperation::New), read_boolean)?,
    })
}

/// One index, or a list of them.
fn read_profiles(token: Token<'_>) -> Result<Vec<usize>, Fault> {
    match token.list() {
        Some(elements) => elements.map(|element| index("profile", element)).collect(),
        None => Ok(vec![index("profile", token)?]),
    }
}

fn read_boolean(token: Token<'_>) -> Result<BooleanOperation, Fault> {
    let named = |operation: &BooleanOperation| token.is(operation.name());
    let unknown = || TextFault::UnknownBoolean {
        token: shown(token.text),
    };
    BooleanOperation::ALL
        .into_iter()
        .find(named)
        .ok_or_else(|| (token.column, unknown()))
}

fn read_extent(depth: Token<'_>, extent: Option<Token<'_>>) -> Result<Extent, Fault> {
    let forward = coordinate("depth", depth)?;
    match extent {
        None => Ok(Extent::OneSide(forward)),
        Some(extent) if extent.is(SYMMETRIC) => Ok(Extent::Symmetric(forward)),
        Some(backward) if backward.text.parse::<f64>().is_ok() => {
            Ok(Extent::TwoSides(forward, coordinate("backward", backward)?))
        }
        Some(other) => {
            let token = shown(other.text);
            Err((other.column, TextFault::UnknownExtent { token }))
        }
    }
}
