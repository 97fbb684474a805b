//! What a person may say beside the picture: a length, the camera, the object, the time.

mod command_line;

use command_line::{Workplace, example};

fn cylinder() -> String {
    example("cylinder.png").to_str().expect("a path").to_owned()
}

/// The last number of the last line that starts so, as far as brackets go.
fn depth(text: &str) -> f64 {
    let extrude = text
        .lines()
        .find(|line| line.starts_with("add_extrude"))
        .expect("an extrude");
    let depth = extrude.split(", ").nth(1).expect("a depth");
    depth.parse().expect("a number")
}

#[test]
fn a_known_length_gives_the_size() {
    let place = Workplace::new();
    let picture = cylinder();
    let of = |what: &str, length: &str| {
        place.succeed(&["reconstruct", &picture, "--length", what, length])
    };
    assert!((depth(&of("height", "40mm")) - 4.0).abs() < 1e-9);
    assert!((depth(&of("height", "2in")) - 5.08).abs() < 1e-9);
    let [once, twice] = ["20mm", "40mm"].map(|length| depth(&of("256,256 300,256", length)));
    assert!((twice - 2.0 * once).abs() < 1e-3, "{once} {twice}");
    for (what, length, reason) in [
        ("2,2 256,256", "4mm", "does not show the part"),
        ("256,256 256,256", "4mm", "the same place"),
        ("radius", "4mm", "width (along X)"),
        ("height", "4", "a number with a unit"),
    ] {
        place.refuse(
            &["reconstruct", &picture, "--length", what, length],
            &[reason],
        );
    }
}

#[test]
fn a_known_camera_is_not_looked_for() {
    let place = Workplace::new();
    let picture = cylinder();
    place.write(
        "camera.json",
        r#"{"projection": "perspective", "position": [20, 20, 20], "vertical_fov_deg": 60,
            "camera_from_world": [[-0.70710678, 0.70710678, 0], [0.40824829, 0.40824829, -0.81649658],
                                  [-0.57735027, -0.57735027, -0.57735027]]}"#,
    );
    let seen = place.json(&["see", &picture, "--camera", "camera.json", "--json"]);
    let cameras = seen["cameras"].as_array().expect("cameras");
    assert_eq!(cameras.len(), 1);
    let fov = cameras[0]["vertical_fov_deg"].as_f64().expect("an angle");
    assert!((fov - 60.0).abs() < 1e-6, "{seen}");
    let text = place.succeed(&[
        "reconstruct",
        &picture,
        "--camera",
        "camera.json",
        "--seconds",
        "30",
    ]);
    assert!(text.contains("add_circle"), "{text}");
    place.refuse(
        &["reconstruct", &picture, "--camera", "nowhere.json"],
        &["nowhere.json"],
    );
    place.write("camera.json", "{}");
    place.refuse(
        &["reconstruct", &picture, "--camera", "camera.json"],
        &["not a camera file"],
    );
}

#[test]
fn another_object_and_no_time_are_refused() {
    let place = Workplace::new();
    let picture = cylinder();
    place.refuse(
        &["reconstruct", &picture, "--object", "7"],
        &["there is no object 7"],
    );
    let output = place.run(&["reconstruct", &picture, "--seconds", "0"]);
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(
        !output.status.success() && error.contains("above 0"),
        "{error}"
    );
}
