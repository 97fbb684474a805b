//! Sketches of design files, drawn anew: `reconstruct_sketch`, `_profile`, `_curve` and `_curves`.

use std::collections::BTreeMap;

use cadseq_program::{Arc, Circle, Curve, Line};
use glam::{DAffine3, DMat3, DVec2, DVec3};
use serde::Deserialize;
use serde_json::Map;
use serde_json::value::{RawValue, Value};

use crate::GymError;
use crate::command::{PlaneRequest, part};
use crate::error::shown;
use crate::record::{Point, Transform, Vector};
use crate::sketch::flat;

/// Longest identifier of a curve that is kept, in bytes.
const MAX_ID: usize = 200;

/// What of a sketch is to be drawn, and where.
#[derive(Debug, Deserialize)]
pub(crate) struct Reconstruction<'a> {
    /// The sketch as a design file has it.
    #[serde(borrow)]
    pub(crate) sketch_data: &'a RawValue,
    /// The sketch to draw into.
    pub(crate) sketch_name: Option<String>,
    /// Where to put a new sketch; where the file says otherwise.
    pub(crate) sketch_plane: Option<PlaneRequest>,
    pub(crate) profile_id: Option<String>,
    pub(crate) curve_id: Option<String>,
    scale: Option<Vector>,
    translate: Option<Vector>,
    rotate: Option<Vector>,
}

/// A sketch of a design file, as far as it is read.
#[derive(Debug, Deserialize)]
pub(crate) struct SketchData {
    /// Where it lies in the world.
    pub(crate) transform: Option<Transform>,
    #[serde(default)]
    points: BTreeMap<String, Point>,
    /// In the file's order.
    #[serde(default)]
    curves: Map<String, Value>,
    #[serde(default)]
    profiles: BTreeMap<String, ProfileData>,
}

#[derive(Debug, Deserialize)]
struct ProfileData {
    loops: Vec<LoopData>,
}

#[derive(Debug, Deserialize)]
struct LoopData {
    profile_curves: Vec<Value>,
}

/// A curve of the sketch, whose points have identifiers.
#[derive(Debug, Deserialize)]
#[serde(tag = "type")]
enum SketchCurve {
    #[serde(rename = "SketchLine")]
    Line {
        start_point: String,
        end_point: String,
    },
    #[serde(rename = "SketchArc")]
    Arc {
        start_point: String,
        center_point: String,
        start_angle: f64,
        end_angle: f64,
    },
    #[serde(rename = "SketchCircle")]
    Circle { center_point: String, radius: f64 },
}

/// A curve of a profile, cut to it.
#[derive(Debug, Deserialize)]
#[serde(tag = "type")]
enum ProfileCurve {
    Line3D {
        start_point: Point,
        end_point: Point,
    },
    Arc3D {
        start_point: Point,
        center_point: Point,
        start_angle: f64,
        end_angle: f64,
        normal: Option<Vector>,
        reference_vector: Option<Vector>,
    },
    Circle3D {
        center_point: Point,
        radius: f64,
    },
}

/// A curve with the identifier that the file gives it.
pub(crate) type NamedCurve = (Curve, String);

impl Reconstruction<'_> {
    /// The sketch of the file.
    ///
    /// # Errors
    /// Data of another form.
    pub(crate) fn sketch(&self) -> Result<SketchData, GymError> {
        part(self.sketch_data)
    }

    /// Scales, then turns, then moves; as the Gym does it, angles in degrees about x and y count clockwise.
    pub(crate) fn transform(&self) -> DAffine3 {
        let vector = |given: Option<Vector>, otherwise| given.map_or(otherwise, Vector::components);
        let scale = vector(self.scale, DVec3::ONE);
        let angles = vector(self.rotate, DVec3::ZERO) * (std::f64::consts::PI / 180.0);
        let turn = |axis: DVec3, angle: f64| DMat3::from_axis_angle(axis, angle);
        let rotation =
            turn(DVec3::X, -angles.x) * turn(DVec3::Y, -angles.y) * turn(DVec3::Z, angles.z);
        DAffine3 {
            matrix3: rotation * DMat3::from_diagonal(scale),
            translation: vector(self.translate, DVec3::ZERO),
        }
    }
}

impl SketchData {
    /// All curves but construction lines.
    ///
    /// # Errors
    /// Curves of other kinds, points that are not there or not in the plane.
    pub(crate) fn curves(&self, transform: &DAffine3) -> Result<Vec<NamedCurve>, GymError> {
        let curves = self.curves.keys().map(|id| self.curve(id, transform));
        Ok(curves
            .collect::<Result<Vec<_>, _>>()?
            .into_iter()
            .flatten()
            .collect())
    }

    /// The curves that sketches here have.
    pub(crate) fn known_curves(&self, transform: &DAffine3) -> Vec<NamedCurve> {
        let curves = self.curves.keys().map(|id| self.curve(id, transform));
        curves.filter_map(|curve| curve.ok().flatten()).collect()
    }

    /// The curve with this identifier; `None` for a construction line.
    ///
    /// # Errors
    /// As [`SketchData::curves`].
    pub(crate) fn curve(
        &self,
        id: &str,
        transform: &DAffine3,
    ) -> Result<Option<NamedCurve>, GymError> {
        let record = self.curves.get(id).ok_or(GymError::NoCurve)?;
        if record["construction_geom"] == Value::Bool(true) {
            return Ok(None);
        }
        let point = |id: &str| {
            let point = self.points.get(id).ok_or_else(|| GymError::Data {
                reason: format!("there is no point {}", shown(id)),
            });
            flat(transform.transform_point3(point?.position()))
        };
        let curve = match known(record)? {
            SketchCurve::Line {
                start_point,
                end_point,
            } => Curve::Line(Line {
                start: point(&start_point)?,
                end: point(&end_point)?,
            }),
            SketchCurve::Arc {
                start_point,
                center_point,
                start_angle,
                end_angle,
            } => Curve::Arc(Arc {
                start: point(&start_point)?,
                center: point(&center_point)?,
                sweep_deg: (end_angle - start_angle).to_degrees(),
            }),
            SketchCurve::Circle {
                center_point,
                radius,
            } => Curve::Circle(Circle {
                center: point(&center_point)?,
                radius,
            }),
        };
        Ok(Some((curve, kept(id))))
    }

    /// The curves around the profile with this identifier, cut to it.
    ///
    /// # Errors
    /// Where there is no such profile, and as [`SketchData::curves`].
    pub(crate) fn profile(
        &self,
        id: &str,
        transform: &DAffine3,
    ) -> Result<Vec<NamedCurve>, GymError> {
        let profile = self.profiles.get(id).ok_or(GymError::NoProfile)?;
        let curves = profile.loops.iter().flat_map(|it| &it.profile_curves);
        let curves = curves.map(|record| {
            let id = record["curve"].as_str().unwrap_or_default();
            Ok((profile_curve(record, transform)?, kept(id)))
        });
        curves.collect()
    }
}

fn profile_curve(record: &Value, transform: &DAffine3) -> Result<Curve, GymError> {
    let point = |point: Point| flat(transform.transform_point3(point.position()));
    Ok(match known(record)? {
        ProfileCurve::Line3D {
            start_point,
            end_point,
        } => Curve::Line(Line {
            start: point(start_point)?,
            end: point(end_point)?,
        }),
        ProfileCurve::Arc3D {
            start_point,
            center_point,
            start_angle,
            end_angle,
            normal,
            reference_vector,
        } => {
            let sweep = (end_angle - start_angle).to_degrees();
            let clockwise = normal.is_some_and(|normal| normal.components().z < 0.0);
            let sign = if clockwise { -1.0 } else { 1.0 };
            let (start, center) = (start_point.position(), center_point.position());
            // The angles say the start; the point that is called so may be the end.
            let start = reference_vector.map_or(start, |reference| {
                let reference = reference.components().truncate().normalize_or(DVec2::X);
                let turned = DVec2::from_angle(sign * start_angle).rotate(reference);
                center + (turned * start.distance(center)).extend(0.0)
            });
            Curve::Arc(Arc {
                start: point(Point::new(start))?,
                center: point(center_point)?,
                sweep_deg: sign * sweep,
            })
        }
        ProfileCurve::Circle3D {
            center_point,
            radius,
        } => Curve::Circle(Circle {
            center: point(center_point)?,
            radius,
        }),
    })
}

/// A curve's record of a type that there is.
fn known<'a, T: Deserialize<'a>>(record: &'a Value) -> Result<T, GymError> {
    T::deserialize(record).map_err(|error| {
        let message = error.to_string();
        match record["type"].as_str() {
            Some(kind) if message.starts_with("unknown variant") => {
                GymError::CurveType { kind: shown(kind) }
            }
            _ => GymError::Data {
                reason: shown(&message),
            },
        }
    })
}

/// An identifier, as far as it is kept.
fn kept(id: &str) -> String {
    let mut end = id.len().min(MAX_ID);
    while !id.is_char_boundary(end) {
        end -= 1;
    }
    id[..end].to_owned()
}
