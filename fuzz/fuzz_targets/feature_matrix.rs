//! Any integers as a feature matrix: decoded or refused, never a panic; what decodes encodes again
//! and decodes to the same program. The first byte picks the configuration, the others are the
//! entries, small ones more often than large.

#![no_main]

use cadseq_program::{FeatureMatrix, MatrixConfig, UNUSED, Variable, decode, encode};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((&choice, bytes)) = bytes.split_first() else {
        return;
    };
    let config = if choice % 2 == 0 {
        MatrixConfig::paper()
    } else {
        MatrixConfig::wide(usize::from(choice / 2))
    };
    let mut entries: Vec<i16> = bytes.iter().map(|&byte| i16::from(byte)).collect();
    entries.resize(config.rows() * config.columns(), UNUSED);
    let matrix = FeatureMatrix::new(config, entries).expect("the right shape");
    check(&matrix);
    check(&matrix.masked());
});

fn check(matrix: &FeatureMatrix) {
    let Ok(program) = decode(matrix) else { return };
    let scale = i16::from(matrix.config().scale());
    let says_other_scale = (0..matrix.rows())
        .filter_map(|row| matrix.get(row, Variable::Scale))
        .any(|entry| entry != UNUSED && entry != scale);
    if !says_other_scale {
        let again = encode(&program, matrix.config()).expect("what decodes encodes");
        assert_eq!(decode(&again), Ok(program));
    }
}
