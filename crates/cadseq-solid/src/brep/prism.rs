//! The boundary of a prism: a face for each curve, whatever its neighbours are.

use std::f64::consts::TAU;

use glam::{DVec2, DVec3};

use super::{Brep, BrepCoedge, BrepEdge, BrepFace, EdgeCurve, Lump};
use crate::segment::{Bend, Segment};
use crate::{FaceOrigin, Outline, Prism, Surface};

impl From<&Prism> for Brep {
    /// Faces: start cap, end cap, then the sides counter-clockwise, as in [`Prism::faces`].
    fn from(prism: &Prism) -> Self {
        let segments = boundary_segments(prism.outline());
        let builder = Builder { prism, segments };
        Self {
            vertices: builder.vertices(),
            edges: builder.edges(),
            faces: builder.faces(),
            lumps: vec![Lump {
                outer: (0..builder.segments.len() + 2).collect(),
                voids: Vec::new(),
            }],
        }
    }
}

/// Over the corner i stand the vertices 2 i (low) and 2 i + 1, and the edges 3 i and 3 i + 1 along the
/// curve that leaves it, and 3 i + 2 upwards.
struct Builder<'a> {
    prism: &'a Prism,
    segments: Vec<Segment>,
}

/// The outline's segments; a circle is one arc of a full turn.
fn boundary_segments(outline: &Outline) -> Vec<Segment> {
    match outline {
        Outline::Circle {
            center,
            radius,
            source,
        } => {
            let corner = *center + DVec2::X * *radius;
            let bend = Some(Bend {
                center: *center,
                radius: *radius,
                sweep_rad: TAU,
            });
            vec![Segment {
                start: corner,
                end: corner,
                bend,
                source: *source,
            }]
        }
        Outline::Loop(segments) => segments.clone(),
    }
}

impl Builder<'_> {
    fn heights(&self) -> [f64; 2] {
        self.prism.heights().into()
    }

    fn vertices(&self) -> Vec<DVec3> {
        let at = |segment: &Segment| {
            self.heights()
                .map(|height| self.prism.plane().to_world(segment.start, height))
        };
        self.segments.iter().flat_map(at).collect()
    }

    fn edges(&self) -> Vec<BrepEdge> {
        let count = self.segments.len();
        let mut edges = Vec::with_capacity(3 * count);
        for (i, segment) in self.segments.iter().enumerate() {
            let next = (i + 1) % count;
            for (end, height) in self.heights().into_iter().enumerate() {
                edges.push(BrepEdge {
                    start: 2 * i + end,
                    end: 2 * next + end,
                    curve: self.curve(segment, height),
                });
            }
            edges.push(BrepEdge {
                start: 2 * i,
                end: 2 * i + 1,
                curve: EdgeCurve::Line,
            });
        }
        edges
    }

    fn curve(&self, segment: &Segment, height: f64) -> EdgeCurve {
        let plane = self.prism.plane();
        segment
            .bend
            .map_or(EdgeCurve::Line, |bend| EdgeCurve::Circle {
                center: plane.to_world(bend.center, height),
                axis: plane.normal() * bend.sweep_rad.signum(),
                radius: bend.radius,
            })
    }

    fn faces(&self) -> Vec<BrepFace> {
        let mut faces = self.caps();
        if self.prism.depth() < 0.0 {
            faces.swap(0, 1);
        }
        for (face, cap) in faces.iter_mut().enumerate() {
            cap.origins = vec![[FaceOrigin::start(0), FaceOrigin::end(0)][face]];
        }
        faces.extend((0..self.segments.len()).map(|side| self.side(side)));
        faces
    }

    /// The lower cap, seen from below, and the upper one.
    fn caps(&self) -> Vec<BrepFace> {
        let plane = self.prism.plane();
        let count = self.segments.len();
        let rims = |end: usize| {
            (0..count).map(move |i| BrepCoedge {
                edge: 3 * i + end,
                reversed: end == 0,
            })
        };
        let loops = [rims(0).rev().collect(), rims(1).collect::<Vec<_>>()];
        let sides = self.heights().into_iter().zip([-1.0, 1.0]).zip(loops);
        let cap = |((height, sign), coedges)| BrepFace {
            surface: Surface::Plane {
                point: plane.normal() * height,
                normal: plane.normal() * sign,
            },
            reference: plane.x_axis(),
            loops: vec![coedges],
            origins: Vec::new(),
        };
        sides.map(cap).collect()
    }

    fn side(&self, side: usize) -> BrepFace {
        let segment = &self.segments[side];
        let next = (side + 1) % self.segments.len();
        let coedge = |edge, reversed| BrepCoedge { edge, reversed };
        let coedges = vec![
            coedge(3 * side, false),
            coedge(3 * next + 2, false),
            coedge(3 * side + 1, true),
            coedge(3 * side + 2, true),
        ];
        let (surface, reference) = self.side_surface(segment);
        BrepFace {
            surface,
            reference: self.prism.plane().to_world(reference, 0.0),
            loops: vec![coedges],
            origins: vec![FaceOrigin::side(0, segment.source)],
        }
    }

    /// The surface over a segment and the direction on the plane in which it begins.
    fn side_surface(&self, segment: &Segment) -> (Surface, DVec2) {
        let plane = self.prism.plane();
        let low = self.heights()[0];
        let Some(bend) = segment.bend else {
            let along = (segment.end - segment.start).normalize_or_zero();
            let surface = Surface::Plane {
                point: plane.to_world(segment.start, low),
                normal: plane.to_world(-along.perp(), 0.0),
            };
            return (surface, along);
        };
        let convex = bend.sweep_rad > 0.0;
        let first = if convex { segment.start } else { segment.end };
        let surface = Surface::Cylinder {
            axis_point: plane.to_world(bend.center, low),
            axis: plane.normal(),
            radius: bend.radius,
            concave: !convex,
        };
        (surface, (first - bend.center).normalize_or(DVec2::X))
    }
}
