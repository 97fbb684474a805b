//! The sketches of a design: curves that are drawn one after the other, and the profiles that they enclose.

mod profile;

use cadseq_program::{Arc, Circle, Curve, Frame, Line, SketchPlane};
use cadseq_solid::outline::DEFAULT_TOLERANCE;
use cadseq_solid::sketch::{Sketch as Profiles, SketchError};
use glam::{DAffine3, DVec2, DVec3};
use uuid::Uuid;

pub(crate) use profile::{Profile, ProfileRecord};

use crate::GymError;
use crate::command::TransformRequest;
use crate::error::shown;
use crate::record::Point;

/// How far off its sketch's plane a point may lie, in cm: a micrometre, the last digit that people write.
const FLAT: f64 = 1e-4;

/// What identifiers of sketches begin from: the same commands give the same identifiers.
const NAMESPACE: Uuid = Uuid::from_u128(0x6b1d_35c5_8f1e_4d3a_9d0c_3a51_5e7a_60c1);

/// A sketch of a design.
#[derive(Debug, Clone)]
pub(crate) struct Sketch {
    /// What the commands call it.
    pub(crate) name: String,
    /// Its identifier.
    pub(crate) id: Uuid,
    /// Where it lies, as programs say it.
    pub(crate) plane: SketchPlane,
    /// Where it lies.
    pub(crate) frame: Frame,
    /// Its curves, in sketch coordinates.
    pub(crate) curves: Vec<Curve>,
    /// The identifier of each curve.
    curve_ids: Vec<String>,
    /// The latest point, once there is one.
    pen: Option<Pen>,
    /// How many curves have been named.
    named: usize,
}

/// Where the next line of a sequence of points begins.
#[derive(Debug, Clone)]
struct Pen {
    first: Point,
    last: Point,
    lines: usize,
    transform: Option<TransformRequest>,
}

impl Sketch {
    /// An empty sketch with this number, from 1.
    pub(crate) fn new(number: usize, plane: SketchPlane, frame: Frame) -> Self {
        let name = format!("Sketch{number}");
        Self {
            id: Uuid::new_v5(&NAMESPACE, name.as_bytes()),
            name,
            plane,
            frame,
            curves: Vec::new(),
            curve_ids: Vec::new(),
            pen: None,
            named: 0,
        }
    }

    /// Takes a point: the first one starts, each other one ends a line, whose identifier is returned.
    ///
    /// # Errors
    /// Points off the plane, and lines that cannot be drawn.
    pub(crate) fn add_point(
        &mut self,
        point: Point,
        transform: Option<TransformRequest>,
    ) -> Result<Option<String>, GymError> {
        let Some(pen) = &self.pen else {
            self.pen = Some(Pen {
                first: point,
                last: point,
                lines: 0,
                transform: None,
            });
            return Ok(None);
        };
        self.add_line(pen.last, point, transform).map(Some)
    }

    /// Draws the line from the last point to the first.
    ///
    /// # Errors
    /// Where there are fewer than two lines, and lines that cannot be drawn.
    pub(crate) fn close(&mut self) -> Result<String, GymError> {
        let pen = self.pen.clone().filter(|pen| pen.lines >= 2);
        let pen = pen.ok_or(GymError::TooFewPoints)?;
        self.add_line(pen.last, pen.first, pen.transform)
    }

    /// Draws a line; says its identifier.
    ///
    /// # Errors
    /// Points off the plane, and lines that cannot be drawn.
    pub(crate) fn add_line(
        &mut self,
        start: Point,
        end: Point,
        transform: Option<TransformRequest>,
    ) -> Result<String, GymError> {
        let to_sketch = self.to_sketch(transform.as_ref())?;
        let line = Line {
            start: flat(to_sketch.transform_point3(start.position()))?,
            end: flat(to_sketch.transform_point3(end.position()))?,
        };
        let id = self.draw(Curve::Line(line), None)?;
        self.move_pen(start, end, transform);
        Ok(id)
    }

    /// Draws an arc of a sweep in degrees; says its identifier.
    ///
    /// # Errors
    /// As [`Sketch::add_line`].
    pub(crate) fn add_arc(
        &mut self,
        start: Point,
        center: Point,
        sweep_deg: f64,
        transform: Option<TransformRequest>,
    ) -> Result<String, GymError> {
        let to_sketch = self.to_sketch(transform.as_ref())?;
        let arc = Arc {
            start: flat(to_sketch.transform_point3(start.position()))?,
            center: flat(to_sketch.transform_point3(center.position()))?,
            sweep_deg,
        };
        let id = self.draw(Curve::Arc(arc), None)?;
        let end = to_sketch.inverse().transform_point3(arc.end().extend(0.0));
        self.move_pen(start, Point::new(end), transform);
        Ok(id)
    }

    /// Draws a circle; says its identifier.
    ///
    /// # Errors
    /// As [`Sketch::add_line`].
    pub(crate) fn add_circle(
        &mut self,
        center: Point,
        radius: f64,
        transform: Option<&TransformRequest>,
    ) -> Result<String, GymError> {
        let to_sketch = self.to_sketch(transform)?;
        let center = flat(to_sketch.transform_point3(center.position()))?;
        self.draw(Curve::Circle(Circle { center, radius }), None)
    }

    /// Draws a curve in sketch coordinates, with an identifier of its own or a new one; says which.
    ///
    /// # Errors
    /// Curves that cannot be drawn; the sketch is as before then.
    pub(crate) fn draw(&mut self, curve: Curve, id: Option<String>) -> Result<String, GymError> {
        // By itself, a curve that can be drawn is at worst open.
        match Profiles::new(&[curve], DEFAULT_TOLERANCE) {
            Ok(_) | Err(SketchError::Open(_) | SketchError::NoArea) => {}
            Err(error) => return Err(error.into()),
        }
        self.named += 1;
        let id = id.unwrap_or_else(|| {
            let name = format!("curve {}", self.named);
            Uuid::new_v5(&self.id, name.as_bytes()).to_string()
        });
        self.curves.push(curve);
        self.curve_ids.push(id.clone());
        Ok(id)
    }

    /// The profiles, in their order.
    ///
    /// # Errors
    /// Curves that cannot be arranged.
    pub(crate) fn profiles(&self) -> Result<Vec<Profile>, GymError> {
        let profiles = match Profiles::new(&self.curves, DEFAULT_TOLERANCE) {
            Ok(profiles) => profiles,
            Err(SketchError::NoCurve | SketchError::Open(_) | SketchError::NoArea) => {
                return Ok(Vec::new());
            }
            Err(error) => return Err(error.into()),
        };
        let regions = (0..profiles.profile_count()).map(|number| profiles.profile(number));
        let regions = regions.collect::<Result<Vec<_>, _>>()?;
        Ok(profile::named(self.id, &self.curve_ids, regions))
    }

    /// The map to sketch coordinates, height last.
    fn to_sketch(&self, transform: Option<&TransformRequest>) -> Result<DAffine3, GymError> {
        let world_from_sketch = DAffine3 {
            matrix3: self.frame.world_from_sketch(),
            translation: self.frame.origin(),
        };
        match transform {
            None => Ok(DAffine3::IDENTITY),
            Some(TransformRequest::Name(name)) if name.eq_ignore_ascii_case("world") => {
                Ok(world_from_sketch.inverse())
            }
            Some(TransformRequest::Name(name)) => Err(GymError::NoTransform { name: shown(name) }),
            Some(TransformRequest::Matrix(matrix)) => {
                // Refuses axes that span no space, whose map has no inverse.
                matrix.frame()?;
                Ok(world_from_sketch.inverse() * matrix.world_from_sketch())
            }
        }
    }

    fn move_pen(&mut self, start: Point, end: Point, transform: Option<TransformRequest>) {
        let pen = self.pen.get_or_insert(Pen {
            first: start,
            last: end,
            lines: 0,
            transform: None,
        });
        pen.last = end;
        pen.lines += 1;
        pen.transform = transform;
    }
}

/// The sketch coordinates of a point in the sketch's plane.
///
/// # Errors
/// Points off the plane.
pub(crate) fn flat(point: DVec3) -> Result<DVec2, GymError> {
    if point.z.abs() > FLAT || !point.is_finite() {
        return Err(GymError::OffPlane { height: point.z });
    }
    Ok(point.truncate())
}
