//! The edges of a shape that its picture shows: places that can be found again in the picture.

use cadseq_render::View;
use glam::DVec2;

use crate::shape::{Profile, Shape};

/// Distance between neighbouring marks along an edge, in pixels.
const SPACING_PX: f64 = 4.0;

/// Length without marks at both ends of an edge, in pixels.
const BARE_END_PX: f64 = 3.0;

/// Marks of one edge, at least and at most.
const MARKS: std::ops::RangeInclusive<usize> = 5..=48;

/// Points of each curve in the polygon that occlusion is tested against.
const POLYGON_STEPS: usize = 24;

/// Which edge a mark lies on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EdgeKind {
    /// The cap's outline, with the background behind it.
    CapOverBackground,
    /// The cap's outline, with a visible side behind it.
    CapOverSide,
    /// The far face's outline or a side's outermost line: the background is behind it.
    Outer,
    /// Between two visible sides.
    Crease,
}

/// A place on a visible edge of a shape, tied to the shape's parameters.
#[derive(Debug, Clone, Copy)]
pub struct Mark {
    /// Curve of the outline.
    pub curve: usize,
    /// Fraction along the curve.
    pub t: f64,
    /// Fraction of the way from the cap to the far face.
    pub fall: f64,
    /// The edge.
    pub kind: EdgeKind,
    /// Position in pixels.
    pub pixel: DVec2,
    /// Unit normal of the edge in the picture, towards the shape's inside (of the cap for its
    /// outline).
    pub inward: DVec2,
}

/// Marks on all visible edges of `shape`, none where an edge leaves the picture.
pub fn marks(shape: &Shape, view: &View) -> Vec<Mark> {
    let scene = Scene::new(shape, view);
    let mut marks = Vec::with_capacity(256);
    for curve in 0..shape.curve_count() {
        scene.rims(curve, &mut marks);
        scene.silhouettes(curve, &mut marks);
    }
    if matches!(shape.profile, Profile::Loop { .. }) {
        (0..3).for_each(|corner| scene.crease(corner, &mut marks));
    }
    marks
}

/// A shape with what visibility needs.
struct Scene<'a> {
    shape: &'a Shape,
    view: &'a View,
    /// The camera in the sketch frame: position over the plane and height.
    eye: DVec2,
    eye_height: f64,
    polygon: Vec<DVec2>,
    /// Inside of the shape in the picture, for orientation.
    cap: f64,
    far: f64,
}

impl<'a> Scene<'a> {
    fn new(shape: &'a Shape, view: &'a View) -> Self {
        let (eye, eye_height) = shape.plane.to_sketch(view.camera.position);
        let (cap, far) = shape.heights();
        Self {
            shape,
            view,
            eye,
            eye_height,
            polygon: shape.polygon(POLYGON_STEPS),
            cap,
            far,
        }
    }

    fn pixel(&self, curve: usize, t: f64, fall: f64) -> Option<DVec2> {
        let pixel = self.view.project(self.shape.world(curve, t, fall))?;
        let inside = (1.0..self.view.width as f64 - 1.0).contains(&pixel.x)
            && (1.0..self.view.height as f64 - 1.0).contains(&pixel.y);
        inside.then_some(pixel)
    }

    /// Outward normal of the outline (not normalized).
    fn outward(&self, curve: usize, t: f64) -> DVec2 {
        let (a, b) = ((t - 1e-3).max(0.0), (t + 1e-3).min(1.0));
        -(self.shape.point(curve, b) - self.shape.point(curve, a)).perp()
    }

    /// Whether the side at this place of the outline looks at the camera.
    fn faces_camera(&self, curve: usize, t: f64) -> bool {
        self.outward(curve, t)
            .dot(self.eye - self.shape.point(curve, t))
            > 0.0
    }

    /// Whether the shape itself hides a point of its surface: the sight line, seen along the
    /// extrusion, crosses the outline before it rises over the cap.
    fn hidden(&self, curve: usize, t: f64, fall: f64) -> bool {
        let point = self.shape.point(curve, t);
        let height = self.cap + (self.far - self.cap) * fall;
        let rise = (self.cap - height) / (self.eye_height - height);
        let exit = point + (self.eye - point) * rise;
        let start = point.lerp(exit, 0.02);
        crossings(&self.polygon, start, exit)
    }

    fn push(&self, curve: usize, t: f64, fall: f64, kind: EdgeKind, marks: &mut Vec<Mark>) {
        let vertical = matches!(kind, EdgeKind::Crease) || fall > 0.0 && fall < 1.0;
        let Some(pixel) = self.pixel(curve, t, fall) else {
            return;
        };
        let step = 1e-3;
        let (a, b) = if vertical {
            (
                self.pixel(curve, t, fall - step),
                self.pixel(curve, t, fall + step),
            )
        } else {
            (
                self.pixel(curve, (t - step).max(0.0), fall),
                self.pixel(curve, (t + step).min(1.0), fall),
            )
        };
        let (Some(a), Some(b)) = (a, b) else { return };
        let Some(normal) = (b - a).perp().try_normalize() else {
            return;
        };
        let inside = if vertical {
            self.outline_inside(curve, t, fall)
        } else {
            // The cap lies to the left of its outline; the far outline has the sides above it.
            let inward =
                self.shape.point(curve, t) - self.outward(curve, t).normalize_or_zero() * 0.05;
            let height = if fall == 0.0 { self.cap } else { self.far };
            let towards = if fall == 0.0 {
                self.shape.plane.to_world(inward, height)
            } else {
                self.shape.world(curve, t, fall - 0.05)
            };
            self.view.project(towards)
        };
        let Some(inside) = inside else { return };
        let inward = if normal.dot(inside - pixel) < 0.0 {
            -normal
        } else {
            normal
        };
        marks.push(Mark {
            curve,
            t,
            fall,
            kind,
            pixel,
            inward,
        });
    }

    /// A point of the picture on the shape's side of a vertical edge.
    fn outline_inside(&self, curve: usize, t: f64, fall: f64) -> Option<DVec2> {
        let inward = self.shape.point(curve, t) - self.outward(curve, t).normalize_or_zero() * 0.05;
        self.view.project(
            self.shape
                .plane
                .to_world(inward, self.cap + (self.far - self.cap) * fall),
        )
    }

    /// Fractions along an edge through these points at which it gets marks. Its ends get none: other
    /// edges are near there.
    fn fractions(points: &[DVec2]) -> impl Iterator<Item = f64> + use<> {
        let length: f64 = points
            .windows(2)
            .map(|pair| pair[0].distance(pair[1]))
            .sum();
        let bare = (BARE_END_PX / length.max(1e-9)).min(0.2);
        let count = ((length / SPACING_PX) as usize).clamp(*MARKS.start(), *MARKS.end());
        (0..count).map(move |index| bare + (1.0 - 2.0 * bare) * (index as f64 + 0.5) / count as f64)
    }

    /// Marks of a curve on the cap and, where its side is visible, on the far face.
    fn rims(&self, curve: usize, marks: &mut Vec<Mark>) {
        for fall in [0.0, 1.0] {
            let steps = (0..=8).map(|step| f64::from(step) / 8.0);
            let points: Vec<DVec2> = steps
                .filter_map(|t| self.view.project(self.shape.world(curve, t, fall)))
                .collect();
            for t in Self::fractions(&points) {
                let side_visible = self.faces_camera(curve, t);
                let kind = match (fall == 0.0, side_visible) {
                    (true, true) => EdgeKind::CapOverSide,
                    (true, false) => EdgeKind::CapOverBackground,
                    (false, true) => EdgeKind::Outer,
                    (false, false) => continue,
                };
                if fall == 1.0 && self.hidden(curve, t, fall) {
                    continue;
                }
                self.push(curve, t, fall, kind, marks);
            }
        }
    }

    /// Vertical marks where a bent side turns away from the camera.
    fn silhouettes(&self, curve: usize, marks: &mut Vec<Mark>) {
        let facing = |t: f64| {
            self.outward(curve, t)
                .dot(self.eye - self.shape.point(curve, t))
        };
        let steps = 32;
        for step in 0..steps {
            let (mut low, mut high) = (
                f64::from(step) / f64::from(steps),
                f64::from(step + 1) / f64::from(steps),
            );
            if step == 0 {
                low = 2e-3;
            }
            if step + 1 == steps {
                high = 1.0 - 2e-3;
            }
            if (facing(low) > 0.0) == (facing(high) > 0.0) {
                continue;
            }
            for _ in 0..12 {
                let middle = 0.5 * (low + high);
                if (facing(middle) > 0.0) == (facing(low) > 0.0) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            self.vertical(curve, 0.5 * (low + high), EdgeKind::Outer, marks);
        }
    }

    /// Vertical marks at the corner where curve `corner` starts.
    fn crease(&self, corner: usize, marks: &mut Vec<Mark>) {
        let before = self.faces_camera((corner + 2) % 3, 1.0);
        let after = self.faces_camera(corner, 0.0);
        let kind = match (before, after) {
            (false, false) => return,
            (true, true) => EdgeKind::Crease,
            _ => EdgeKind::Outer,
        };
        // The sight line starts beside the corner, on the side that looks at the camera.
        let curve = if after { corner } else { (corner + 2) % 3 };
        let t = if after { 0.0 } else { 1.0 };
        self.vertical(curve, t, kind, marks);
    }

    fn vertical(&self, curve: usize, t: f64, kind: EdgeKind, marks: &mut Vec<Mark>) {
        let ends = [0.0, 1.0].map(|fall| self.view.project(self.shape.world(curve, t, fall)));
        let ends: Vec<DVec2> = ends.into_iter().flatten().collect();
        for fall in Self::fractions(&ends) {
            if !self.hidden(curve, t, fall) {
                self.push(curve, t, fall, kind, marks);
            }
        }
    }
}

/// Whether the segment `a b` crosses the closed polygon.
fn crossings(polygon: &[DVec2], a: DVec2, b: DVec2) -> bool {
    let direction = b - a;
    polygon.iter().enumerate().any(|(index, &p)| {
        let q = polygon[(index + 1) % polygon.len()];
        let side_p = direction.perp_dot(p - a);
        let side_q = direction.perp_dot(q - a);
        if (side_p > 0.0) == (side_q > 0.0) {
            return false;
        }
        let edge = q - p;
        (edge.perp_dot(a - p) > 0.0) != (edge.perp_dot(b - p) > 0.0)
    })
}
