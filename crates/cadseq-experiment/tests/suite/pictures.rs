use cadseq_experiment::pictures::{encoder_input, paper_picture};
use cadseq_program::Program;

#[test]
fn a_wide_picture_is_seen_as_its_middle_square() {
    let program: Program = "add_sketch(XY)\nadd_circle(0, 0, 4)\nadd_extrude(5)"
        .parse()
        .expect("a program");
    let square = paper_picture(&program, 64).expect("a solid");
    let mut wide = square.clone();
    wide.width += 20;
    wide.luma = square
        .luma
        .chunks(64)
        .flat_map(|row| [&[1.0; 10], row, &[1.0; 10]].concat())
        .collect();
    for crop in [false, true] {
        let (expected, seen) = (
            encoder_input(&square, 32, crop),
            encoder_input(&wide, 32, crop),
        );
        assert_eq!(seen.luma, expected.luma, "crop: {crop}");
        let places = [&expected, &seen].map(|input| input.crop.map(|crop| crop.half_side));
        assert_eq!(places[0], places[1]);
    }
}
