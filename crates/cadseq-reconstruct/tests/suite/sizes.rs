//! The answer does not hang on chance, and little on the number of pixels.

use cadseq_program::{Plane, Program};
use cadseq_render::StyleName;

use crate::shown::{Loop, best_iou, cylinder, picture, reconstruct};

fn shapes() -> [Program; 3] {
    let sector = Loop {
        corners: [[7.0, 0.0], [0.0, 7.0]],
        sweeps_deg: [0.0, 90.0, 0.0],
    };
    let rotor = Loop {
        corners: [[7.5, 0.0], [3.75, 6.5]],
        sweeps_deg: [60.0, 60.0, 60.0],
    };
    [
        cylinder(Plane::XY, [1.5, -1.0], 4.0, 5.0),
        sector.program(Plane::YZ, 3.0),
        rotor.program(Plane::XZ, -4.0),
    ]
}

#[test]
fn same_picture_gives_the_same_answer() {
    for program in shapes() {
        let picture = picture(&program, StyleName::Paper, 512);
        let [first, second] = [(); 2].map(|()| reconstruct(&picture).expect("reconstructed"));
        assert_eq!(first.candidates, second.candidates);
        assert_eq!(first.confidence, second.confidence);
    }
}

#[test]
fn any_size_of_the_picture_will_do() {
    for program in shapes() {
        for size in [256, 512, 1024] {
            let answer = reconstruct(&picture(&program, StyleName::Paper, size));
            let best = best_iou(&program, &answer);
            assert!(best > 0.9, "{size} pixels: {best} for\n{program}");
        }
    }
}
