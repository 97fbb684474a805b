//! A design of two sketches and two extrudes in the records of Fusion 360: a plate with a half-round
//! end and a hole, and a tilted pin on it.

use serde_json::{Value, json};

/// A point or vector.
pub(crate) fn point(x: f64, y: f64, z: f64) -> Value {
    json!({"type": "Point3D", "x": x, "y": y, "z": z})
}

pub(crate) fn line(start: [f64; 2], end: [f64; 2]) -> Value {
    json!({
        "type": "Line3D",
        "start_point": point(start[0], start[1], 0.0),
        "end_point": point(end[0], end[1], 0.0),
        "curve": "drawn by hand",
    })
}

pub(crate) fn circle(center: [f64; 2], radius: f64) -> Value {
    json!({"type": "Circle3D", "center_point": point(center[0], center[1], 0.0), "radius": radius})
}

/// The half circle from (0, 2) over (-1, 1) to the origin, with its ends exchanged as some tools do.
pub(crate) fn half_circle() -> Value {
    json!({
        "type": "Arc3D",
        "center_point": point(0.0, 1.0, 0.0),
        "start_point": point(0.0, 0.0, 0.0),
        "end_point": point(0.0, 2.0, 0.0),
        "normal": point(0.0, 0.0, 1.0),
        "radius": 1.0,
        "reference_vector": point(0.0, 1.0, 0.0),
        "start_angle": 0.0,
        "end_angle": std::f64::consts::PI,
    })
}

fn transform(origin: &Value, x: &Value, y: &Value, z: &Value) -> Value {
    json!({"origin": origin, "x_axis": x, "y_axis": y, "z_axis": z})
}

pub(crate) fn distance(value: f64) -> Value {
    json!({
        "type": "DistanceExtentDefinition",
        "distance": {"value": value},
        "taper_angle": {"value": 0.0},
    })
}

/// The design; DeepCAD's, which has a `sequence`, and the Gallery's, which has a `timeline`.
pub(crate) fn design(steps: &str) -> Value {
    let plate = json!({
        "type": "Sketch",
        "name": "Plate",
        "reference_plane": {"type": "ConstructionPlane", "name": "XY"},
        "transform": transform(
            &point(0.0, 0.0, 0.0),
            &point(1.0, 0.0, 0.0),
            &point(0.0, 1.0, 0.0),
            &point(0.0, 0.0, 1.0),
        ),
        "profiles": {
            "face": {"loops": [
                {"is_outer": false, "profile_curves": [circle([3.0, 1.0], 0.5)]},
                {"is_outer": true, "profile_curves": [
                    line([0.0, 0.0], [4.0, 0.0]),
                    half_circle(),
                    line([4.0, 2.0], [0.0, 2.0]),
                    line([4.0, 2.0], [4.0, 0.0]),
                ]},
            ]},
            "hole": {"loops": [{"profile_curves": [circle([3.0, 1.0], 0.5)]}]},
        },
    });
    let pin = json!({
        "type": "Sketch",
        "name": "Pin",
        "reference_plane": {"type": "BRepFace"},
        "transform": transform(
            &point(1.0, 1.0, 0.5),
            &point(1.0, 0.0, 0.0),
            &point(0.0, 0.8, -0.6),
            &point(0.0, 0.6, 0.8),
        ),
        "profiles": {"round": {"loops": [{"profile_curves": [circle([0.0, 0.0], 0.25)]}]}},
    });
    let extrude = |sketch: &str, profile: &str, depth: f64, operation: &str| {
        json!({
            "type": "ExtrudeFeature",
            "profiles": [{"sketch": sketch, "profile": profile}],
            "operation": operation,
            "start_extent": {"type": "ProfilePlaneStartDefinition"},
            "extent_type": "OneSideFeatureExtentType",
            "extent_one": distance(depth),
            "extent_two": distance(0.0),
        })
    };
    json!({
        steps: [{"entity": "s0"}, {"entity": "e0"}, {"entity": "s1"}, {"entity": "e1"}],
        "entities": {
            "s0": plate,
            "e0": extrude("s0", "face", 0.5, "NewBodyFeatureOperation"),
            "s1": pin,
            "e1": extrude("s1", "round", 2.0, "JoinFeatureOperation"),
        },
    })
}
