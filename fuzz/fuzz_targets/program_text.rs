//! Any bytes as the text of a program: read or refused, never a panic; what is read prints, reads
//! back as itself, and survives canonicalization and quantization.

#![no_main]

use cadseq_program::{CanonicalOptions, MatrixConfig, Program, canonical, equivalents, quantized};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let program: Program = match text.parse() {
        Ok(program) => program,
        Err(error) => {
            let _ = error.to_string();
            return;
        }
    };
    assert_eq!(
        program.to_string().parse::<Program>().as_ref(),
        Ok(&program)
    );
    let options = CanonicalOptions::default();
    let _ = canonical(&program, &options);
    if program.operations().len() < 64 {
        let _ = equivalents(&program, &options);
    }
    let config = MatrixConfig::wide(64);
    if let Ok(once) = quantized(&program, &config) {
        assert_eq!(quantized(&once, &config), Ok(once));
    }
});
