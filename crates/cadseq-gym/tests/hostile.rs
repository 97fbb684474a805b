//! Whatever comes in, an answer goes out: commands with data of any form, and bytes that are no commands.

mod client;

use cadseq_gym::{Content, Gym, Limits};
use client::Client;
use proptest::prelude::*;
use serde_json::{Value, json};

const COMMANDS: [&str; 25] = [
    "ping",
    "refresh",
    "clear",
    "detach",
    "reconstruct",
    "reconstruct_sketch",
    "reconstruct_profile",
    "reconstruct_curve",
    "reconstruct_curves",
    "add_sketch",
    "add_point",
    "add_line",
    "add_arc",
    "add_circle",
    "close_profile",
    "add_extrude",
    "mesh",
    "brep",
    "sketches",
    "screenshot",
    "graph",
    "set_target",
    "revert_to_target",
    "add_extrude_by_target_face",
    "add_extrudes_by_target_face",
];

/// Keys that commands and files have.
const KEYS: [&str; 26] = [
    "sketch_plane",
    "sketch_name",
    "pt",
    "pt1",
    "pt2",
    "x",
    "y",
    "z",
    "angle",
    "radius",
    "transform",
    "profile_id",
    "distance",
    "operation",
    "file",
    "format",
    "sequence",
    "labels",
    "width",
    "height",
    "sketch_data",
    "curves",
    "points",
    "profiles",
    "timeline",
    "entities",
];

const WORDS: [&str; 14] = [
    "XY",
    "Sketch1",
    "world",
    "a.step",
    "a.stl",
    ".png",
    "PerFace",
    "PerExtrude",
    "NewBodyFeatureOperation",
    "CutFeatureOperation",
    "ISO-10303-21;",
    "\u{202e}..\\/",
    "",
    "1",
];

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        Just(0.0),
        Just(1.0),
        Just(-1e-9),
        Just(1e308),
        Just(360.0),
        -10.0..10.0
    ]
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        number().prop_map(Value::from),
        (0_u64..20).prop_map(Value::from),
        prop::sample::select(&WORDS[..]).prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 6, |inner| {
        let key = prop::sample::select(&KEYS[..]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((key, inner), 0..8).prop_map(|fields| {
                let fields = fields
                    .into_iter()
                    .map(|(key, value)| (key.to_owned(), value));
                Value::Object(fields.collect())
            }),
        ]
    })
}

/// A command that may well succeed.
fn likely() -> impl Strategy<Value = Value> {
    let point = || (number(), number()).prop_map(|(x, y)| json!({"x": x, "y": y, "z": 0.0}));
    let plane = prop_oneof![
        prop::sample::select(&["XY", "XZ", "YZ"][..]).prop_map(Value::from),
        (0_u64..12).prop_map(Value::from),
        point(),
    ];
    let name = || prop::sample::select(&["Sketch1", "Sketch2", "Sketch3"][..]);
    prop_oneof![
        plane.prop_map(|plane| json!({"command": "add_sketch", "data": {"sketch_plane": plane}})),
        (name(), point()).prop_map(
            |(name, pt)| json!({"command": "add_point", "data": {"sketch_name": name, "pt": pt}})
        ),
        (name(), point(), point()).prop_map(|(name, a, b)| {
            json!({"command": "add_line", "data": {"sketch_name": name, "pt1": a, "pt2": b}})
        }),
        (name(), point(), number()).prop_map(|(name, pt, radius)| {
            json!({"command": "add_circle", "data": {"sketch_name": name, "pt": pt, "radius": radius}})
        }),
        (name(), point(), point(), number()).prop_map(|(name, a, b, angle)| {
            json!({
                "command": "add_arc",
                "data": {"sketch_name": name, "pt1": a, "pt2": b, "angle": angle},
            })
        }),
        name().prop_map(|name| json!({"command": "close_profile", "data": {"sketch_name": name}})),
        Just(json!({"command": "graph", "data": {"format": "PerFace", "sequence": false, "labels": true}})),
    ]
}

/// The profiles of an answer, if it has any.
fn profile(body: &Value) -> Option<(Value, String)> {
    let profiles = body["data"]["profiles"].as_object()?;
    let profile = profiles.keys().next()?.clone();
    Some((body["data"]["sketch_name"].clone(), profile))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_data_has_an_answer(commands in prop::collection::vec((0..COMMANDS.len(), value()), 1..12)) {
        let mut client = Client::new();
        client.ask(&json!({"command": "add_sketch", "data": {"sketch_plane": "XY"}}));
        for (index, data) in commands {
            let (status, body) = client.ask(&json!({"command": COMMANDS[index], "data": data}));
            prop_assert!(matches!(status, 200 | 500), "{} {}", status, body);
        }
    }

    #[test]
    fn any_bytes_have_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..200), text in ".{0,80}") {
        let mut gym = Gym::new(Limits::default());
        for body in [bytes.as_slice(), text.as_bytes(), format!("{{\"command\":{text}}}").as_bytes()] {
            let answer = gym.answer(body, &|| false);
            prop_assert!(matches!(answer.content, Content::Json(_)));
        }
    }

    #[test]
    fn designs_grow_or_stay(commands in prop::collection::vec(likely(), 1..24), distance in number()) {
        let mut client = Client::new();
        for command in commands {
            let (_, body) = client.ask(&command);
            let Some((sketch, profile)) = profile(&body) else {
                continue;
            };
            let data = json!({
                "sketch_name": sketch, "profile_id": profile, "distance": distance,
                "operation": "JoinFeatureOperation",
            });
            let (status, body) = client.ask(&json!({"command": "add_extrude", "data": data}));
            if status == 200 {
                let nodes = body["data"]["graph"]["nodes"].as_array().map_or(0, Vec::len);
                prop_assert!(nodes >= 3, "{}", body);
            }
        }
    }
}

#[test]
fn a_cancelled_command_changes_nothing() {
    let mut gym = Gym::new(Limits::default());
    let mut ask = |command: Value, is_cancelled: bool| {
        let answer = gym.answer(command.to_string().as_bytes(), &|| is_cancelled);
        let Content::Json(bytes) = answer.content else {
            panic!("a file");
        };
        (
            answer.status,
            serde_json::from_slice::<Value>(&bytes).expect("JSON"),
        )
    };
    ask(
        json!({"command": "add_sketch", "data": {"sketch_plane": "XY"}}),
        false,
    );
    let circle = json!({"sketch_name": "Sketch1", "pt": {"x": 0, "y": 0}, "radius": 1});
    let (_, body) = ask(json!({"command": "add_circle", "data": circle}), false);
    let (sketch, profile) = profile(&body).expect("a profile");
    let extrude = json!({"command": "add_extrude", "data": {
        "sketch_name": sketch, "profile_id": profile, "distance": 1.0,
        "operation": "NewBodyFeatureOperation",
    }});
    let (status, body) = ask(extrude.clone(), true);
    assert_eq!(status, 500);
    assert!(
        body["message"]
            .as_str()
            .is_some_and(|it| it.contains("longer than it may")),
        "{body}"
    );
    assert_eq!(ask(extrude, false).0, 200);
}

#[test]
fn more_than_the_limits_is_refused() {
    let limits = Limits {
        sketches: 1,
        curves: 1,
        ..Limits::default()
    };
    let mut gym = Gym::new(limits);
    let mut status = |command: Value| gym.answer(command.to_string().as_bytes(), &|| false).status;
    let sketch = json!({"command": "add_sketch", "data": {"sketch_plane": "XY"}});
    assert_eq!((status(sketch.clone()), status(sketch)), (200, 500));
    let circle = json!({"sketch_name": "Sketch1", "pt": {"x": 0, "y": 0}, "radius": 1});
    let circle = json!({"command": "add_circle", "data": circle});
    assert_eq!((status(circle.clone()), status(circle)), (200, 500));
}
