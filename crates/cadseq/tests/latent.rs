//! Sampling, walking and searching the latent space of an experiment of a few steps.

mod command_line;

use command_line::{CYLINDER, Workplace};

/// Its 88 training programs in batches of 16 are six steps of each stage.
const EXPERIMENT: &str = include_str!("../../../experiments/miniature.toml");

const DIRECT: &str = "title = \"Direct\"\nscale = \"test\"\n[data]\nrules = \"with\"\n\
                      programs = 110\nseed = 1\ncanonical = false\n[direct]\nfit = false\n";

/// Eleven rows with its marks; the paper's matrix has ten.
const LONG: &str = "add_sketch(XY)\nadd_line(0, 0, 1, 0)\nadd_line(1, 0, 2, 0)\nadd_line(2, 0, 3, 0)\n\
                    add_line(3, 0, 4, 0)\nadd_line(4, 0, 4, 4)\nadd_line(4, 4, 0, 4)\n\
                    add_line(0, 4, 0, 0)\nadd_extrude(5)\n";

fn workplace() -> Workplace {
    let place = Workplace::new();
    place.write("mini.toml", EXPERIMENT);
    place.write("direct.toml", DIRECT);
    place.write("part.cad", CYLINDER);
    place.write("long.cad", LONG);
    place
}

#[test]
fn what_cannot_be_used_is_refused() {
    let place = workplace();
    let tea = EXPERIMENT.replace("variational = true", "variational = false");
    place.write("tea.toml", tea);
    let run_first = "stage 1 has 0 of 6 training steps done; run it first with: cadseq experiment \
                     run mini.toml";
    let latent = |arguments: &[&str], expected: &[&str]| {
        place.refuse(&[&["latent"], arguments].concat(), expected);
    };
    latent(
        &["sample", "mini.toml"],
        &["mini.toml: in runs,", run_first],
    );
    let elsewhere = format!("{run_first} --runs there");
    latent(
        &["nearest", "mini.toml", "part.cad", "--runs", "there"],
        &[&elsewhere],
    );
    latent(
        &["interpolate", "mini.toml", "part.cad", "part.cad"],
        &[run_first],
    );
    latent(
        &["sample", "direct.toml"],
        &["direct.toml", "no latent space", "[stage1]"],
    );
    latent(&["sample", "none.toml"], &["none.toml"]);
    latent(&["sample", "part.cad"], &["part.cad is no experiment"]);
    let unit = ["sample", "tea.toml", "--prior", "unit"];
    latent(&unit, &["--prior unit", "use --prior fitted"]);
    latent(
        &["sample", "mini.toml", "-o", "part.cad"],
        &["part.cad is a file", "name a folder"],
    );
    latent(
        &["sample", "mini.toml", "-o", "."],
        &[
            ". holds ",
            "which no answer put there; choose another folder",
        ],
    );
}

#[test]
fn a_trained_space_is_sampled_walked_and_searched() {
    let place = workplace();
    place.succeed(&["experiment", "run", "mini.toml"]);
    samples(&place);
    walks(&place);
    searches(&place);
}

fn samples(place: &Workplace) {
    let sample = ["latent", "sample", "mini.toml", "--count", "5"];
    let with = |more: &[&'static str]| [&sample[..], more].concat();
    let text = place.succeed(&sample);
    assert!(text.contains(" of 5 samples are solids ("), "{text}");
    assert!(
        text.contains("TEVAE, the prior N(0, 1), temperature 1, seed 0\n"),
        "{text}"
    );
    assert!(
        text.starts_with("# ") && text.contains("\n\n# sample 5"),
        "{text}"
    );
    assert_eq!(place.succeed(&sample), text, "the same seed");
    assert_ne!(place.succeed(&with(&["--seed", "1"])), text);

    let record = place.json(&with(&[
        "--json",
        "--prior",
        "fitted",
        "--temperature",
        "0.5",
    ]));
    assert_eq!(
        (&record["prior"], &record["count"]),
        (&"fitted".into(), &5.into())
    );
    let programs = record["programs"].as_array().expect("programs");
    let solids = programs.iter().filter(|one| one["solid"] == true).count();
    assert_eq!((programs.len(), &record["solids"]), (5, &solids.into()));
    assert!(
        programs
            .iter()
            .all(|one| one["solid"] == one["fault"].is_null())
    );

    let folder = ["-o", "out/samples", "--step"];
    place.succeed(&with(&folder));
    let first = place.read("out/samples/sheet.png");
    let sheet = image::load_from_memory(&first).expect("a PNG");
    assert_eq!((sheet.width(), sheet.height()), (3 * 180 + 4, 2 * 180 + 4));
    place.write("out/samples/009.cad", "an older answer");
    place.succeed(&with(&folder));
    assert_eq!(place.read("out/samples/sheet.png"), first);
    assert!(!place.path("out/samples/009.cad").exists());
    place.write("out/samples/notes.txt", "mine");
    place.refuse(
        &with(&folder),
        &["out/samples holds notes.txt", "choose another folder"],
    );
}

fn walks(place: &Workplace) {
    place.write("other.cad", CYLINDER.replace("3.5", "2"));
    let walk = [
        "latent",
        "interpolate",
        "mini.toml",
        "part.cad",
        "other.cad",
    ];
    let record = place.json(&[&walk[..], &["--steps", "3", "--json", "-o", "walk"]].concat());
    let places: Vec<_> = (0..3)
        .map(|step| record["programs"][step]["at"].clone())
        .collect();
    assert_eq!(places, [0.0, 0.5, 1.0]);
    let sheet = image::load_from_memory(&place.read("walk/sheet.png")).expect("a PNG");
    assert_eq!((sheet.width(), sheet.height()), (3 * 180 + 4, 180 + 4));
    let text = place.succeed(&walk);
    assert!(
        text.contains("of 8 steps from part.cad to other.cad are solids\n"),
        "{text}"
    );
    assert!(text.contains("\n# step 8 of 8, at 1.000"), "{text}");
    let long = ["latent", "interpolate", "mini.toml", "part.cad", "long.cad"];
    place.refuse(
        &long,
        &["long.cad", "rows", "give a program that the paper's"],
    );
}

fn searches(place: &Workplace) {
    let nearest = |query: &'static str| ["latent", "nearest", "mini.toml", query];
    let to = |query, more: &[&'static str]| [&nearest(query)[..], more].concat();
    let record = place.json(&to("part.cad", &["--count", "3", "--json", "-o", "near"]));
    assert_eq!(
        (&record["known"], &record["count"]),
        (&88.into(), &3.into())
    );
    let found = &record["programs"][1];
    assert_eq!(found["files"], serde_json::json!(["near/002.cad"]));
    let text = String::from_utf8(place.read("near/002.cad")).expect("text");
    assert!(
        text.starts_with(&format!("# program {}, distance ", found["index"])),
        "{text}"
    );
    let own = found["program"].as_str().expect("a program");
    assert!(text.ends_with(own), "{text}");

    place.write("own.cad", own);
    let itself = place.json(&to("own.cad", &["--count", "1", "--json"]));
    assert_eq!(itself["programs"][0]["index"], found["index"]);
    let distance = itself["programs"][0]["distance"]
        .as_f64()
        .expect("a number");
    assert!(distance < 1e-4, "{distance}");

    place.succeed(&["render", "own.cad", "-o", "own.png", "--size", "64"]);
    let text = place.succeed(&to("own.png", &["-o", "similar"]));
    assert_eq!(text, "the 5 nearest of 88 known programs to own.png\n");
    assert!(place.path("similar/005.cad").exists() && place.path("similar/sheet.png").exists());

    place.write("broken.png", &place.read("own.png")[..100]);
    place.refuse(&nearest("broken.png"), &["broken.png", "damaged"]);
    place.write("part.txt", CYLINDER);
    place.refuse(&nearest("part.txt"), &["part.txt", "ends with .cad"]);
    place.refuse(
        &nearest("long.cad"),
        &["long.cad", "rows", "give a program"],
    );
    let blank = image::GrayImage::from_pixel(64, 64, image::Luma([255]));
    blank.save(place.path("blank.png")).expect("written");
    place.refuse(&nearest("blank.png"), &["blank.png", "no object found"]);
}
