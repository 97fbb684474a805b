//! What holds for the files of every program.

use std::collections::BTreeSet;

use cadseq_interchange::Format;
use cadseq_interchange::write::{self, WriteError};
use proptest::prelude::*;

use crate::built::{Built, build, parts};
use crate::{files, random};

/// Whether it is a script, in Python or OpenSCAD, and no drawing.
fn is_script(suffix: &str) -> bool {
    suffix.ends_with("py") || suffix == "FCMacro" || suffix == "scad"
}

/// The code of a script without comments, which start with `mark`, and without strings.
fn code(text: &str, mark: &str) -> String {
    let mut code = String::new();
    let text = text.replace("\"\"\"", "\"").replace(mark, "#");
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        match character {
            '#' => {
                characters.by_ref().find(|c| *c == '\n');
                code.push('\n');
            }
            '"' => skip_string(&mut characters),
            _ => code.push(character),
        }
    }
    code
}

fn skip_string(characters: &mut std::str::Chars<'_>) {
    while let Some(character) = characters.next() {
        match character {
            '\\' => drop(characters.next()),
            '"' => return,
            _ => {}
        }
    }
}

fn script_code(suffix: &str, text: &str) -> String {
    code(text, if suffix == "scad" { "//" } else { "#" })
}

fn assert_balanced(suffix: &str, code: &str) {
    let mut open = Vec::new();
    for character in code.chars() {
        match character {
            '(' | '[' | '{' => open.push(character),
            ')' => assert_eq!(open.pop(), Some('('), "{suffix}:\n{code}"),
            ']' => assert_eq!(open.pop(), Some('['), "{suffix}:\n{code}"),
            '}' => assert_eq!(open.pop(), Some('{'), "{suffix}:\n{code}"),
            _ => {}
        }
    }
    assert_eq!(open, [], "{suffix}:\n{code}");
}

/// Words of a script, in order.
fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c: char| !c.is_alphanumeric() && c != '_')
}

/// Words such as `sketch_1_x2` and `extrude_1_depth`.
fn is_parameter(word: &str) -> bool {
    let parts: Vec<&str> = word.split('_').collect();
    parts.len() > 2 && matches!(parts[0], "sketch" | "extrude") && parts[1].parse::<u32>().is_ok()
}

/// Every parameter is defined once, above, and used.
fn assert_parameters(suffix: &str, code: &str) {
    let mut defined = BTreeSet::new();
    let mut used = BTreeSet::new();
    for line in code.lines() {
        match line.split_once(" = ") {
            Some((name, _)) if is_parameter(name) => {
                assert!(defined.insert(name), "{suffix}: {name} is defined twice");
            }
            _ => used.extend(words(line).filter(|word| is_parameter(word))),
        }
        assert!(used.is_subset(&defined), "{suffix}: {line} comes too early");
    }
    assert_eq!(defined, used, "{suffix}: unused\n{code}");
}

fn assert_numbers(suffix: &str, text: &str) {
    let tokens = text.split(|c: char| c.is_whitespace() || "(),[]{}=\"".contains(c));
    for token in tokens {
        assert!(token != "-0" && token != "-0.0", "{suffix}: {token}");
        let lower = token.to_ascii_lowercase();
        assert!(
            lower != "nan" && lower != "inf" && lower != "-inf",
            "{suffix}: {token}"
        );
    }
}

/// Each extrude is made once and joins the result once.
fn assert_extrudes(part: &Built, suffix: &str, code: &str) {
    for number in 1..=part.part.features.len() {
        let made = match suffix {
            "scad" => code.matches(&format!("module extrude_{number}()")).count(),
            "cadquery.py" => code.matches(&format!("extrude_{number} = (")).count(),
            "build123d.py" => code
                .matches(&format!("extrude_{number} = extrude("))
                .count(),
            "FCMacro" => code
                .matches(&format!("extrude_{number} = face_{number}.extrude("))
                .count(),
            _ => 1,
        };
        assert_eq!(made, 1, "{suffix}: extrude {number}\n{code}");
    }
    let calls = match suffix {
        "fusion.py" => code.matches("extrudes.add(").count(),
        _ => part.part.features.len(),
    };
    assert_eq!(calls, part.part.features.len(), "{suffix}");
}

fn check(part: &Built) {
    for (suffix, text) in files(part) {
        assert_numbers(&suffix, &text);
        assert!(
            text.lines().all(|line| line.len() == line.trim_end().len()),
            "{suffix}"
        );
        if is_script(&suffix) {
            let code = script_code(&suffix, &text);
            assert_balanced(&suffix, &code);
            assert_parameters(&suffix, &code);
            assert_extrudes(part, &suffix, &code);
        }
    }
}

#[test]
fn parts_of_a_day() {
    parts().iter().for_each(check);
}

#[test]
fn volumes_are_those_worked_out_by_hand() {
    for built in parts() {
        let measures = built.part.solid.measures().expect("measured");
        let volume = measures.expect("a body").volume;
        let expected = built.volume.expect("a volume");
        assert!(
            (volume - expected).abs() < 1e-12 * expected,
            "{}: {volume}",
            built.name
        );
        assert!(built.part.notes.is_empty(), "{}", built.name);
    }
}

#[test]
fn scripts_know_where_nothing_is_left() {
    let text = "add_sketch(XY)\nadd_circle(0, 0, 1)\nadd_extrude(0, 1, new)\n\
                add_sketch(XY)\nadd_circle(0, 0, 2)\nadd_extrude(0, 1, cut)\n\
                add_sketch(XY)\nadd_circle(0, 0, 3)\nadd_extrude(0, 1, join)\n";
    let built = build("nothing", text);
    let script = write::cadquery::write(&built.design());
    assert!(script.contains("bodies = left([body.cut(extrude_2) for body in bodies])"));
    assert!(script.contains("bodies = join(bodies, extrude_3)"));
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 200, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn random_parts(part in random::part()) {
        check(&part);
        prop_assert_eq!(files(&part), files(&part));
    }

    #[test]
    fn names_say_nothing(name in "\\PC*|.*") {
        let part = build("plain", "add_sketch(XY)\nadd_circle(0, 0, 1)\nadd_extrude(0, 1, new)");
        let named = Built { name, ..build("", PLAIN) };
        for ((suffix, plain), (_, found)) in files(&part).into_iter().zip(files(&named)) {
            prop_assert_eq!(plain.lines().count(), found.lines().count(), "{}", suffix);
            if is_script(&suffix) {
                prop_assert_eq!(script_code(&suffix, &plain), script_code(&suffix, &found));
            }
        }
    }
}

const PLAIN: &str = "add_sketch(XY)\nadd_circle(0, 0, 1)\nadd_extrude(0, 1, new)";

#[test]
fn names_end_no_place() {
    let hostile = "coding: utf-7\"\n'''\"\"\" */ --> ]]> </title><script>\\";
    let part = Built {
        name: hostile.to_owned(),
        ..build("", PLAIN)
    };
    for (suffix, text) in files(&part) {
        let mut lines = text.lines();
        if is_script(&suffix) {
            // Python looks for an encoding in the first two lines.
            assert!(!lines.next().expect("a line").contains("coding"));
            assert!(!lines.next().expect("a line").contains("coding"));
            assert!(
                lines
                    .next()
                    .expect("a line")
                    .contains("coding: utf-7\" '''")
            );
        }
        assert!(
            !text.contains("<script>") || !suffix.ends_with("svg"),
            "{suffix}"
        );
    }
}

#[test]
fn what_the_gallery_lacks_is_named() {
    let check = |name: &str, place: &str, lacking: &str| {
        let part = crate::built::part(name);
        let error = write::gallery::write(&part.design()).expect_err(name);
        let text = error.to_string();
        assert!(
            text.starts_with(&format!("{place}: Fusion 360 Gym script has no {lacking}")),
            "{text}"
        );
    };
    check("tilted", "sketch 1", "sketch planes but");
    check("offset_ring", "extrude 1", "extrude that starts off");
    let two = "add_sketch(XY)\nadd_circle(0, 0, 9)\nadd_extrude(0, 2, new)\n\
               add_sketch(XY)\nadd_circle(4, 0, 1)\nadd_circle(-4, 0, 1)\n";
    let check = |text: &str, lacking: &str| {
        let part = build("two", &(two.to_owned() + text));
        let error = write::gallery::write(&part.design()).expect_err(text);
        assert!(error.to_string().contains(lacking), "{error}");
    };
    check(
        "add_extrude([0, 1], 1, intersect)",
        "intersection with several regions",
    );
    check(
        "add_extrude(0, 1, intersect, symmetric)",
        "extrude to both sides",
    );
    check("add_extrude(0, 1, new, symmetric)", "extrude to both sides");
}

#[test]
fn sketches_that_are_not_there_are_named() {
    let part = build("plain", PLAIN);
    let error = write::svg::write(&part.design(), 3).expect_err("no sketch");
    assert_eq!(error, WriteError::NoSketch { index: 3, count: 1 });
    assert!(error.to_string().contains("there is no sketch 3"));
    assert!(Format::Svg.is_written());
}
