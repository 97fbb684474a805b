use std::path::Path;

use cadseq_experiment::{ConfigError, DirectConfig, Experiment, Method};

use crate::miniature::TEXT;

/// The miniature with one piece of its text replaced.
fn changed(from: &str, to: &str) -> Result<Experiment, ConfigError> {
    assert!(TEXT.contains(from), "{from}");
    Experiment::parse(&TEXT.replacen(from, to, 1))
}

/// The miniature without the sections from this header on, and with `more`.
fn cut(header: &str, more: &str) -> Result<Experiment, ConfigError> {
    let (kept, _) = TEXT.split_once(header).expect("a section");
    Experiment::parse(&format!("{kept}{more}"))
}

#[test]
fn the_method_is_what_the_sections_say() {
    let two_stage = Experiment::parse(TEXT).expect("an experiment");
    let Ok(Method::TwoStage(config)) = two_stage.method() else {
        panic!("two stages");
    };
    assert_eq!(config.stage1.data, two_stage.data);
    assert_eq!(
        (config.stage1.settings.latent, config.settings.width),
        (16, 4)
    );

    let direct = cut(
        "[stage1]",
        "[direct]\nfit = true\nweights = \"own.safetensors\"\n",
    );
    let expected = DirectConfig {
        fit: true,
        weights: Some("own.safetensors".into()),
    };
    let direct = direct.and_then(|direct| direct.method());
    assert_eq!(direct, Ok(Method::Direct(expected)));

    let both = format!("{TEXT}\n[direct]\nfit = true\n");
    assert_eq!(Experiment::parse(&both), Err(ConfigError::Method));
    assert_eq!(cut("[stage1]", ""), Err(ConfigError::Method));
    assert_eq!(cut("[stage2]", ""), Err(ConfigError::Method));
}

#[test]
fn what_is_left_out_is_the_papers() {
    let plain = changed("[test]\npicture_size = 64\n", "").expect("an experiment");
    assert_eq!(
        (plain.test.limit, plain.test.picture_size),
        (usize::MAX, 512)
    );
}

#[test]
fn unknown_and_missing_fields_are_named() {
    let check = |from: &str, to: &str, expected: &str| {
        let error = changed(from, to).expect_err("refused");
        assert!(matches!(error, ConfigError::Toml(_)), "{error}");
        assert!(error.to_string().contains(expected), "{error}");
    };
    check(
        "scale = ",
        "size = \"large\"\nscale = ",
        "unknown field `size`",
    );
    check(
        "latent = 16",
        "latent = 16\nlayers = 4",
        "unknown field `layers`",
    );
    check(
        "crop = true",
        "crop = true\nwidht = 4",
        "unknown field `widht`",
    );
    check("picture_size = 64", "pixels = 64", "unknown field `pixels`");
    check("latent = 16", "", "missing field `latent`");
    check(
        "rules = \"with\"",
        "rules = \"some\"",
        "unknown variant `some`",
    );
    check("programs = 110", "programs = \"many\"", "invalid type");
}

#[test]
fn numbers_out_of_range_are_named() {
    let check = |from: &str, to: &str, expected: &str| match changed(from, to) {
        Err(ConfigError::Range { field, .. }) => assert_eq!(field, expected),
        other => panic!("{to}: {other:?}"),
    };
    check("programs = 110", "programs = 9", "data.programs");
    check(
        "picture_size = 64",
        "picture_size = 4096",
        "test.picture_size",
    );
    check("latent = 16", "latent = 0", "stage1.latent");
    check("dropout = 0.1", "dropout = 1.0", "stage1.dropout");
    check("kl_weight = 0.001", "kl_weight = -1.0", "stage1.kl_weight");
    check("epochs = 1", "epochs = 0", "stage1.epochs");
    check(
        "learning_rate = 0.001",
        "learning_rate = 0.0",
        "stage1.learning_rate",
    );
    check(
        "learning_rate = 0.001",
        "learning_rate = nan",
        "stage1.learning_rate",
    );
    check(
        "picture_size = 32",
        "picture_size = 16",
        "stage2.picture_size",
    );
    check("width = 4", "width = 0", "stage2.width");
    let error = changed("width = 4", "width = 1000").expect_err("refused");
    let text = "stage2.width = 1000 is out of range; it is 1 to 512";
    assert_eq!(error.to_string(), text);
}

#[test]
fn a_file_names_its_experiment() {
    let check = |file: &str, expected: &str| {
        assert_eq!(Experiment::name(Path::new(file)), expected, "{file}");
    };
    check("experiments/cpu/case3.toml", "cpu-case3");
    check("/deep/down/paper/case 1.toml", "paper-case-1");
    check("alone.toml", "alone");
}
