//! A boundary representation as a body of the kernel.

use std::f64::consts::TAU;
use std::sync::Arc;

use arris::check::{Level, check};
use arris::geom::{Curve, Curve2, Surface as KernelSurface, pcurve_on};
use arris::math::{Frame, Interval, Meter, Precision, UnitVec3, Vec2};
use arris::topo::builder::{
    Assembly, Builder, EdgeKey, EdgeSpec, FaceSpec, UseSpec, VertexKey, VertexSpec,
};
use arris::topo::entity::{BodyKind, EdgeGeometry};
use arris::topo::{Model, Orientation};

use super::vectors::{kernel_point, kernel_vector};
use super::{KernelBody, KernelError};
use crate::brep::{BrepEdge, BrepFace, EdgeCurve};
use crate::construction::Construction;
use crate::{Brep, Stack, Surface};

/// What the kernel tells apart: ten nanometres. It reads curves as polygons to this distance, so that
/// its time grows as it shrinks: with its own 1e-7 a Boolean takes about twice as long.
pub(super) const PRECISION: Precision = Precision {
    default_tolerance: 1e-6,
    ..Precision::DEFAULT
};

impl KernelBody {
    /// The solid of a stack.
    ///
    /// # Errors
    /// Where the kernel's checker finds a fault, which a [`Brep`] made by this crate should not have.
    pub fn from_stack(stack: &Stack) -> Result<Self, KernelError> {
        let brep = &stack.brep();
        let mut model = Model::new(PRECISION).expect("consistent");
        let edges = brep
            .edges
            .iter()
            .map(|edge| CarriedEdge::new(brep, edge))
            .collect::<Result<Vec<_>, _>>()?;
        let assembly = assembly(&mut model, brep, &edges)?;
        let tolerance = model.precision().default_tolerance;
        let (builder, slots) = Builder::assemble(&model, tolerance, assembly)
            .map_err(|error| KernelError::assembly(&error))?;
        let built = builder
            .finish(&mut model, BodyKind::Solid)
            .map_err(|error| KernelError::assembly(&error))?;
        let report = check(&model, built.body, Level::Fast);
        if !report.is_ok() {
            return Err(KernelError::assembly(&report));
        }
        let slots = slots.faces.iter().flatten();
        let faces = brep.shells().flatten().map(|&face| &brep.faces[face]);
        let origins = slots
            .zip(faces)
            .map(|(slot, face)| (built.faces[slot], face.origins.clone()))
            .collect();
        Ok(Self {
            model,
            body: built.body,
            origins,
            construction: Construction::Stack(Arc::new(stack.clone())),
            is_grown: false,
        })
    }
}

/// An edge with its curve in the kernel.
struct CarriedEdge {
    curve: Curve,
    range: Interval,
    start: usize,
    end: usize,
}

impl CarriedEdge {
    fn new(brep: &Brep, edge: &BrepEdge) -> Result<Self, KernelError> {
        let (start, end) = (brep.vertices[edge.start], brep.vertices[edge.end]);
        let (curve, length) = match edge.curve {
            EdgeCurve::Line => (
                Curve::Line {
                    origin: kernel_point(start),
                    direction: UnitVec3::new_normalize(kernel_vector(end - start)),
                },
                start.distance(end),
            ),
            EdgeCurve::Circle {
                center,
                axis,
                radius,
            } => {
                let frame = frame(center, axis, start - center)?;
                let local = frame.to_local(kernel_point(end));
                let turn = libm::atan2(local.y, local.x).rem_euclid(TAU);
                let full = edge.start == edge.end;
                (
                    Curve::Circle { frame, radius },
                    if full { TAU } else { turn },
                )
            }
        };
        let range = Interval::new(0.0, length).map_err(|error| KernelError::assembly(&error))?;
        Ok(Self {
            curve,
            range,
            start: edge.start,
            end: edge.end,
        })
    }

    /// The curve parameters at which a walk along the edge begins and ends.
    fn ends(&self, reversed: bool) -> (f64, f64) {
        if reversed {
            (self.range.hi(), self.range.lo())
        } else {
            (self.range.lo(), self.range.hi())
        }
    }
}

fn frame(origin: glam::DVec3, z: glam::DVec3, x: glam::DVec3) -> Result<Frame, KernelError> {
    Frame::new(kernel_point(origin), kernel_vector(z), kernel_vector(x))
        .map_err(|error| KernelError::assembly(&error))
}

fn assembly(
    model: &mut Model,
    brep: &Brep,
    edges: &[CarriedEdge],
) -> Result<Assembly, KernelError> {
    let tolerance = model.precision().default_tolerance;
    let vertices = brep
        .vertices
        .iter()
        .map(|&vertex| VertexSpec::New {
            point: kernel_point(vertex),
            tolerance,
        })
        .collect();
    let specs = edges
        .iter()
        .map(|edge| EdgeSpec::New {
            geometry: EdgeGeometry::Curve {
                curve: model.add_curve(edge.curve.clone()),
                range: edge.range,
            },
            start: VertexKey::New(edge.start),
            end: VertexKey::New(edge.end),
            tolerance,
        })
        .collect();
    let shells = brep
        .shells()
        .map(|shell| {
            shell
                .iter()
                .map(|&face| face_spec(model, &brep.faces[face], edges))
                .collect::<Result<Vec<_>, _>>()
        })
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Assembly {
        vertices,
        edges: specs,
        shells,
    })
}

fn face_spec(
    model: &mut Model,
    face: &BrepFace,
    edges: &[CarriedEdge],
) -> Result<FaceSpec, KernelError> {
    let (surface, orientation) = match face.surface {
        Surface::Plane { point, normal } => (
            KernelSurface::Plane {
                frame: frame(point, normal, face.reference)?,
            },
            Orientation::Forward,
        ),
        Surface::Cylinder {
            axis_point,
            axis,
            radius,
            concave,
        } => (
            KernelSurface::Cylinder {
                frame: frame(axis_point, axis, face.reference)?,
                radius,
            },
            if concave {
                Orientation::Reversed
            } else {
                Orientation::Forward
            },
        ),
    };
    let tolerance = model.precision().tolerance();
    let mut loops = Vec::with_capacity(face.loops.len());
    for coedges in &face.loops {
        let mut pcurves = Vec::with_capacity(coedges.len());
        for coedge in coedges {
            let edge = &edges[coedge.edge];
            let mut meter = Meter::default();
            let pcurve = pcurve_on(&edge.curve, edge.range, &surface, tolerance, &mut meter)
                .map_err(|error| KernelError::assembly(&error))?;
            let (first, last) = edge.ends(coedge.reversed);
            pcurves.push(Walk {
                pcurve,
                first,
                last,
            });
        }
        if matches!(surface, KernelSurface::Cylinder { .. }) {
            unroll(&mut pcurves);
        }
        let uses = coedges.iter().zip(pcurves).map(|(coedge, walk)| UseSpec {
            edge: EdgeKey::New(coedge.edge),
            orientation: if coedge.reversed {
                Orientation::Reversed
            } else {
                Orientation::Forward
            },
            pcurve: model.add_curve2(walk.pcurve),
        });
        loops.push(uses.collect());
    }
    Ok(FaceSpec::New {
        surface: model.add_surface(surface),
        orientation,
        loops,
        tolerance: model.precision().default_tolerance,
    })
}

/// A use of an edge in a surface's parameters.
struct Walk {
    pcurve: Curve2,
    first: f64,
    last: f64,
}

impl Walk {
    fn middle_u(&self) -> f64 {
        self.pcurve.point(0.5 * (self.first + self.last)).x
    }

    fn turn(&mut self, turns: f64) {
        self.pcurve = self.pcurve.translated(Vec2::new(turns * TAU, 0.0));
    }
}

/// Moves the uses of a loop on a cylinder by whole turns so that each begins where the one before
/// ends. The face lies between the angles 0 and 2 pi, so a use that leaves the seam says on which
/// turn it is.
fn unroll(walks: &mut [Walk]) {
    /// Angle from the seam below which a use lies on it.
    const ON_SEAM: f64 = 1e-9;
    let on_seam = |walk: &Walk| {
        let u = walk.middle_u().rem_euclid(TAU);
        u.min(TAU - u) < ON_SEAM
    };
    let anchor = walks.iter().position(|walk| !on_seam(walk)).unwrap_or(0);
    let turns = -(walks[anchor].middle_u() / TAU).floor();
    walks[anchor].turn(turns);
    for step in 1..walks.len() {
        let before = &walks[(anchor + step - 1) % walks.len()];
        let end = before.pcurve.point(before.last).x;
        let walk = &mut walks[(anchor + step) % walks.len()];
        let start = walk.pcurve.point(walk.first).x;
        walk.turn(((end - start) / TAU).round());
    }
}
