//! The plane of a sketch: a name, a plane anywhere, or a face.

use glam::DVec3;

use super::error::{TextFault, shown};
use super::number::{coordinates, index};
use super::statement::{Fault, Statement, Token};
use crate::{FaceReference, Frame, FrameError, Plane, SketchPlane};

/// Reads the parameter of `add_sketch`.
pub(super) fn read_plane(token: Token<'_>) -> Result<SketchPlane, Fault> {
    if let Some(plane) = Plane::ALL.into_iter().find(|plane| token.is(plane.name())) {
        return Ok(plane.into());
    }
    let unknown = || TextFault::UnknownPlane {
        token: shown(token.text),
    };
    let call = token.call().ok_or_else(|| (token.column, unknown()))?;
    match call.name.text.to_ascii_lowercase().as_str() {
        "plane" => read_frame(&call).map(SketchPlane::Frame),
        "face" => read_point(&call).map(SketchPlane::Face),
        "start" => read_extrude(&call, "start(extrude)")
            .map(|extrude| SketchPlane::Face(FaceReference::Start { extrude })),
        "end" => read_extrude(&call, "end(extrude)")
            .map(|extrude| SketchPlane::Face(FaceReference::End { extrude })),
        "side" => read_side(&call).map(SketchPlane::Face),
        _ => Err((token.column, unknown())),
    }
}

fn read_frame(call: &Statement<'_>) -> Result<Frame, Fault> {
    let names = ["ox", "oy", "oz", "nx", "ny", "nz"];
    match *call.parameters.as_slice() {
        [ox, oy, oz, nx, ny, nz] => {
            let [ox, oy, oz, x, y, z] = coordinates(names, [ox, oy, oz, nx, ny, nz])?;
            Frame::upright(DVec3::new(ox, oy, oz), DVec3::new(x, y, z))
                .map_err(|fault| (call.parameters[3].column, fault.into()))
        }
        [ox, oy, oz, nx, ny, nz, xx, xy, xz] => {
            let [ox, oy, oz, x, y, z] = coordinates(names, [ox, oy, oz, nx, ny, nz])?;
            let x_axis = DVec3::from_array(coordinates(["xx", "xy", "xz"], [xx, xy, xz])?);
            Frame::new(DVec3::new(ox, oy, oz), DVec3::new(x, y, z), x_axis)
                .map_err(|fault| (frame_column(call, &fault), fault.into()))
        }
        _ => Err(arity(
            call,
            "plane(ox, oy, oz, nx, ny, nz), or with an x axis plane(ox, oy, oz, nx, ny, nz, xx, \
             xy, xz),",
        )),
    }
}

/// The column of the vector that is at fault.
fn frame_column(call: &Statement<'_>, fault: &FrameError) -> usize {
    let first = match fault {
        FrameError::Origin { .. } => 0,
        FrameError::Normal { .. } => 3,
        FrameError::XAxis { .. } | FrameError::NotPerpendicular { .. } => 6,
    };
    call.parameters[first].column
}

fn read_point(call: &Statement<'_>) -> Result<FaceReference, Fault> {
    let [x, y, z] = *call.parameters.as_slice() else {
        return Err(arity(call, "face(x, y, z)"));
    };
    let point = coordinates(["x", "y", "z"], [x, y, z])?;
    Ok(FaceReference::Point(DVec3::from_array(point)))
}

fn read_extrude(call: &Statement<'_>, signature: &'static str) -> Result<usize, Fault> {
    match *call.parameters.as_slice() {
        [extrude] => index("extrude", extrude),
        _ => Err(arity(call, signature)),
    }
}

fn read_side(call: &Statement<'_>) -> Result<FaceReference, Fault> {
    match *call.parameters.as_slice() {
        [sketch, curve] => Ok(FaceReference::Side {
            sketch: index("sketch", sketch)?,
            curve: index("curve", curve)?,
        }),
        _ => Err(arity(call, "side(sketch, curve)")),
    }
}

fn arity(call: &Statement<'_>, signature: &'static str) -> Fault {
    let given = call.parameters.len();
    (call.name.column, TextFault::Arity { signature, given })
}
