//! Profiles as answers have them.

use std::collections::BTreeMap;

use cadseq_solid::outline::{Bend, Segment};
use cadseq_solid::{Outline, Region};
use glam::{DVec2, DVec3};
use serde::Serialize;
use uuid::Uuid;

use crate::record::{Point3D, Vector3D};

/// A profile of a sketch.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Profile {
    /// Its identifier, made of those of its curves.
    pub(crate) id: String,
    /// Its record.
    pub(crate) record: ProfileRecord,
}

/// What an answer says of a profile, in sketch coordinates.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct ProfileRecord {
    loops: Vec<Loop>,
    properties: Properties,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Loop {
    is_outer: bool,
    profile_curves: Vec<ProfileCurve>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Properties {
    area: f64,
    centroid: Point3D,
    perimeter: f64,
}

/// A curve of a loop, with the identifier of the sketch's curve that it is a piece of.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct ProfileCurve {
    #[serde(flatten)]
    geometry: Geometry,
    curve: String,
}

/// Arcs run counter-clockwise from their reference vector, at angle 0.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type")]
enum Geometry {
    Line3D {
        start_point: Point3D,
        end_point: Point3D,
    },
    Arc3D {
        start_point: Point3D,
        end_point: Point3D,
        center_point: Point3D,
        radius: f64,
        normal: Vector3D,
        start_angle: f64,
        end_angle: f64,
        reference_vector: Vector3D,
    },
    Circle3D {
        center_point: Point3D,
        radius: f64,
        normal: Vector3D,
    },
}

/// The profiles of these regions, each with an identifier.
pub(super) fn named(sketch: Uuid, curve_ids: &[String], regions: Vec<Region>) -> Vec<Profile> {
    let mut seen: BTreeMap<Uuid, usize> = BTreeMap::new();
    let profile = |region: Region| {
        let id = identifier(sketch, curve_ids, &region);
        let count = seen.entry(id).or_default();
        *count += 1;
        // Two profiles may lie between the same curves.
        let id = match *count {
            1 => id,
            number => Uuid::new_v5(&id, number.to_string().as_bytes()),
        };
        Profile {
            id: id.to_string(),
            record: record(curve_ids, &region),
        }
    };
    regions.into_iter().map(profile).collect()
}

/// An identifier that stays while the profile's curves stay.
fn identifier(sketch: Uuid, curve_ids: &[String], region: &Region) -> Uuid {
    let sources = region.boundaries().flat_map(sources);
    let mut ids: Vec<&str> = sources.map(|source| curve_ids[source].as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    Uuid::new_v5(&sketch, ids.join("\n").as_bytes())
}

fn sources(outline: &Outline) -> Vec<usize> {
    match outline {
        Outline::Circle { source, .. } => vec![*source as usize],
        Outline::Loop(segments) => segments.iter().map(|it| it.source as usize).collect(),
    }
}

fn record(curve_ids: &[String], region: &Region) -> ProfileRecord {
    let loops = region.boundaries().enumerate();
    let loops = loops.map(|(index, outline)| Loop {
        is_outer: index == 0,
        profile_curves: profile_curves(curve_ids, outline),
    });
    ProfileRecord {
        loops: loops.collect(),
        properties: Properties {
            area: region.area(),
            centroid: point(region.centroid()),
            perimeter: region.perimeter(),
        },
    }
}

fn profile_curves(curve_ids: &[String], outline: &Outline) -> Vec<ProfileCurve> {
    let curve = |geometry, source: u32| ProfileCurve {
        geometry,
        curve: curve_ids[source as usize].clone(),
    };
    match outline {
        Outline::Circle {
            center,
            radius,
            source,
        } => {
            let circle = Geometry::Circle3D {
                center_point: point(*center),
                radius: *radius,
                normal: DVec3::Z.into(),
            };
            vec![curve(circle, *source)]
        }
        Outline::Loop(segments) => {
            let pieces = segments.iter();
            pieces
                .map(|segment| curve(piece(segment), segment.source))
                .collect()
        }
    }
}

fn piece(segment: &Segment) -> Geometry {
    let Some(bend) = segment.bend else {
        return Geometry::Line3D {
            start_point: point(segment.start),
            end_point: point(segment.end),
        };
    };
    arc(segment, &bend)
}

fn arc(segment: &Segment, bend: &Bend) -> Geometry {
    let (start, end) = if bend.sweep_rad < 0.0 {
        (segment.end, segment.start)
    } else {
        (segment.start, segment.end)
    };
    let reference = (start - bend.center).normalize_or(DVec2::X);
    Geometry::Arc3D {
        start_point: point(start),
        end_point: point(end),
        center_point: point(bend.center),
        radius: bend.radius,
        normal: DVec3::Z.into(),
        start_angle: 0.0,
        end_angle: bend.sweep_rad.abs(),
        reference_vector: reference.extend(0.0).into(),
    }
}

fn point(point: DVec2) -> Point3D {
    point.extend(0.0).into()
}
