//! What `evaluate --seeing` and `evaluate --parts` give.

mod command_line;

use command_line::{CYLINDER, Workplace};
use serde_json::json;

/// The paper's camera.
fn camera(program: Option<&str>) -> String {
    let half = 0.5_f64.sqrt();
    let (third, sixth) = ((1.0_f64 / 3.0).sqrt(), (1.0_f64 / 6.0).sqrt());
    let mut camera = json!({
        "projection": "perspective",
        "position": [20, 20, 20],
        "camera_from_world": [
            [-half, half, 0], [sixth, sixth, -2.0 * sixth], [-third, -third, -third],
        ],
        "vertical_fov_deg": 60,
    });
    if let Some(program) = program {
        camera["program"] = json!(program);
    }
    camera.to_string()
}

/// A folder with one picture of a cylinder by the paper's camera.
fn pictures(place: &Workplace) {
    std::fs::create_dir(place.path("pictures")).expect("a folder");
    place.write("cylinder.cad", CYLINDER);
    place.succeed(&["render", "cylinder.cad", "-o", "pictures/one.png"]);
    place.write("pictures/one.camera.json", camera(Some("../cylinder.cad")));
}

#[test]
fn true_masks_are_those_of_the_pictures() {
    let place = Workplace::new();
    pictures(&place);
    place.succeed(&[
        "evaluate",
        "--seeing",
        "--pictures",
        "pictures",
        "--masks",
        "masks",
    ]);
    let read = |name: &str| {
        image::load_from_memory(&place.read(name))
            .expect("a PNG")
            .to_luma8()
    };
    let (picture, mask) = (read("pictures/one.png"), read("masks/one.png"));
    assert_eq!(picture.dimensions(), mask.dimensions());
    let (mut both, mut either) = (0, 0);
    for (picture, mask) in picture.pixels().zip(mask.pixels()) {
        let (dark, part) = (picture.0[0] < 250, mask.0[0] > 127);
        both += u32::from(dark && part);
        either += u32::from(dark || part);
    }
    assert!(
        both > 5000 && f64::from(both) > 0.98 * f64::from(either),
        "{both} of {either}"
    );
}

#[test]
fn what_a_folder_lacks_is_named() {
    let place = Workplace::new();
    pictures(&place);
    let seeing = ["evaluate", "--seeing", "--pictures", "pictures"];
    let masks = [&seeing[..], &["--masks", "masks"]].concat();
    place.write("pictures/one.camera.json", camera(None));
    place.refuse(&masks, &["one.png needs its program", "one.cad"]);
    place.write(
        "pictures/one.camera.json",
        "{\"projection\": \"perspective\"}",
    );
    place.refuse(&masks, &["one.camera.json", "position"]);
    std::fs::remove_file(place.path("pictures/one.camera.json")).expect("removed");
    place.refuse(&masks, &["one.png needs its camera beside it"]);
    let both = place.run(&["evaluate", "--seeing", "--no-fit"]);
    assert_eq!(both.status.code(), Some(2), "contradicting options");
}

#[test]
fn seeing_is_measured_with_the_built_in_weights() {
    let place = Workplace::new();
    pictures(&place);
    let seeing = ["evaluate", "--seeing", "--pictures", "pictures"];
    let report = place.json(&[&seeing[..], &["--json", "--worst", "1", "worst"]].concat());
    let picture = &report["pictures"][0];
    assert_eq!(picture["truth"]["turned"], true);
    let overlap = picture["mask_iou"].as_f64().expect("a number");
    assert!(
        overlap > 0.9,
        "a plain rendering is an easy picture: {overlap}"
    );
    assert!(!place.read("worst/mask-01-one.png").is_empty());
    assert!(!place.read("worst/normals-01-one.png").is_empty());
    let figures = &report["groups"][0]["figures"];
    for figure in ["mask_iou", "depth_error", "turned_right"] {
        assert_eq!(figures[figure]["total"], 1, "{figure}");
    }

    let fresh = ["evaluate", "--seeing", "--count", "3", "--size", "160"];
    let text = place.succeed(&fresh);
    assert!(
        text.starts_with("3 fresh pictures of random parts, seed 2026, 160 x 160"),
        "{text}"
    );
    assert!(text.contains("mask IoU, mean"), "{text}");
}

#[test]
fn programs_of_parts_are_measured() {
    let place = Workplace::new();
    pictures(&place);
    let parts = ["evaluate", "--parts", "--pictures", "pictures"];
    place.refuse(&parts, &["one.png needs its program beside it", "one.cad"]);
    place.write("pictures/one.cad", CYLINDER);
    let report = place.json(&[&parts[..], &["--json", "--worst", "1", "worst"]].concat());
    let picture = &report["pictures"][0];
    let overlap = picture["pose_iou"].as_f64().expect("a number");
    assert!(overlap > 0.95, "the paper's shape by its camera: {overlap}");
    assert_eq!(picture["operations_right"], true);
    assert_eq!(picture["outline_iou"], json!(null), "no camera is known");
    assert_eq!(report["groups"][0]["right"]["value"], 1.0);
    for file in ["picture.png", "answer.png", "truth.png", "answer.cad"] {
        assert!(!place.read(&format!("worst/01-one-{file}")).is_empty());
    }
    let fresh = ["evaluate", "--parts", "--count", "2", "--size", "160"];
    let text = place.succeed(&[&fresh[..], &["--style", "viewer", "--known", "both"]].concat());
    let expected = "2 fresh pictures of random parts, style viewer, seed 2026, 160 x 160 pixels, with true maps and cameras";
    assert!(text.starts_with(expected), "{text}");
    assert!(text.contains("IoU, best pose"), "{text}");
    let style = place.run(&[&fresh[..], &["--style", "oil"]].concat());
    assert_eq!(style.status.code(), Some(2), "no such style");
}
