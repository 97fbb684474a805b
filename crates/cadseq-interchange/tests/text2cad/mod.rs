//! A design in Text2CAD's minimal JSON: an upright plate with a half-round end and a hole, and a boss that
//! goes through it.

use serde_json::{Value, json};

pub(crate) fn line(start: [f64; 2], end: [f64; 2]) -> Value {
    json!({"Start Point": start, "End Point": end})
}

pub(crate) fn circle(center: [f64; 2], radius: f64) -> Value {
    json!({"Center": center, "Radius": radius})
}

pub(crate) fn plate() -> Value {
    let upright = json!({
        "Euler Angles": [0.0, 0.0, -90.0],
        "Translation Vector": [0.1, 0.2, 0.0],
    });
    let extrusion = |towards: f64, opposite: f64, size: f64, operation: &str| {
        json!({
            "extrude_depth_towards_normal": towards,
            "extrude_depth_opposite_normal": opposite,
            "sketch_scale": size,
            "operation": operation,
        })
    };
    json!({
        "final_name": "plate",
        "parts": {
            "part_1": {
                "coordinate_system": upright,
                "sketch": {"face_1": {
                    "loop_1": {
                        "line_1": line([0.0, 0.0], [0.6, 0.0]),
                        "arc_1": {
                            "Start Point": [0.6, 0.0],
                            "Mid Point": [0.75, 0.15],
                            "End Point": [0.6, 0.3],
                        },
                        "line_2": line([0.6, 0.3], [0.0, 0.3]),
                        "line_3": line([0.0, 0.3], [0.0, 0.0]),
                    },
                    "loop_2": {"circle_1": circle([0.2, 0.15], 0.05)},
                }},
                "extrusion": extrusion(0.1, 0.0, 0.75, "NewBodyFeatureOperation"),
                "description": {"shape": "", "length": 0.75},
            },
            "part_2": {
                "coordinate_system": upright,
                "sketch": {"face_1": {"loop_1": {"circle_1": circle([0.5, 0.15], 0.1)}}},
                "extrusion": extrusion(0.2, 0.05, 0.2, "JoinFeatureOperation"),
            },
        },
    })
}
