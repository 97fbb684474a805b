use cadseq_experiment::Experiment;
use cadseq_experiment::latent::{LatentError, LatentSpace, Prior};
use cadseq_experiment::pictures::paper_picture;
use cadseq_model::Device;
use cadseq_program::Program;
use cadseq_render::Picture;

use crate::miniature::{alone, experiment, run, run_until};

const BOX: &str = "add_sketch(XY)\nadd_line(0, 0, 4, 0)\nadd_line(4, 0, 4, 4)\nadd_line(4, 4, 0, 4)\n\
                   add_line(0, 4, 0, 0)\nadd_extrude(5)";

fn program(text: &str) -> Program {
    text.parse().expect("a program")
}

#[test]
fn programs_and_pictures_are_searched_among_those_it_learnt() {
    let _alone = alone();
    let runs = tempfile::tempdir().expect("a folder");
    let open = || LatentSpace::open(&experiment(), runs.path(), &Device::flex());
    let untrained = open().expect_err("not run");
    let text = "stage 1 has 0 of 6 training steps done";
    assert_eq!(untrained.to_string(), text);

    run_until(&experiment(), "mini", runs.path(), Some("stage 2")).expect_err("stopped");
    let space = open().expect("stage 1 is trained");
    let picture = paper_picture(&program(BOX), 64).expect("a solid");
    let untrained = space.check_picture(&picture).expect_err("no stage 2");
    let text = "stage 2 has 1 of 6 training steps done";
    assert_eq!(untrained.to_string(), text);

    run(&experiment(), "mini", runs.path());
    let known = space.known(|done, total| assert!(done <= total && total == 88));
    assert_eq!((known.programs.len(), known.latents.len()), (88, 88));
    for own in [0, 40, 87] {
        let text = known.programs[own].to_string();
        let latent = space.encode(&program(&text)).expect("encoded");
        let found = known.nearest(&latent, 3);
        assert_eq!(found[0].program, &known.programs[own]);
        assert!(found[0].distance < 1e-4, "{}", found[0].distance);
        assert!(found[1].distance >= found[0].distance && found.len() == 3);
    }
    let latent = space.encode_picture(&picture, &known).expect("encoded");
    assert_eq!(latent.len(), 16);
    assert_eq!(
        space.encode_picture(&picture, &known).expect("again"),
        latent
    );

    let blank = Picture::filled(64, 64, 1.0);
    let refused = space.encode_picture(&blank, &known).expect_err("no object");
    assert!(matches!(refused, LatentError::Picture(_)), "{refused}");
    let long = BOX.replace("add_extrude", "add_line(0, 0, 1, 0)\nadd_line(1, 0, 1, 1)\nadd_line(1, 1, 2, 2)\nadd_line(2, 2, 0, 0)\nadd_extrude");
    let refused = space.encode(&program(&long)).expect_err("too long");
    assert!(matches!(refused, LatentError::Program(_)), "{refused}");

    let draws: Vec<Vec<f32>> = (0..5).map(|i| Prior::Unit(16).draw(7, i, 1.0)).collect();
    let texts = |latents: &[Vec<f32>]| -> Vec<_> {
        let decoded = space.decode(latents);
        let text = |one: &cadseq_experiment::latent::Decoded| {
            (one.program().map(ToString::to_string), one.fault())
        };
        decoded.iter().map(text).collect()
    };
    assert_eq!(texts(&draws).len(), 5);
    assert_eq!(texts(&draws), texts(&draws));
}

#[test]
fn the_direct_network_has_no_latent_space() {
    let direct = Experiment {
        stage1: None,
        stage2: None,
        direct: Some(cadseq_experiment::DirectConfig {
            fit: true,
            weights: None,
        }),
        ..experiment()
    };
    let runs = tempfile::tempdir().expect("a folder");
    let refused = LatentSpace::open(&direct, runs.path(), &Device::flex());
    assert!(matches!(refused, Err(LatentError::NoLatent)));
}
