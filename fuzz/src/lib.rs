//! What every fuzz target of an importer checks.

use cadseq_interchange::{Format, ReadOptions, read, write};
use cadseq_program::Program;

/// Any bytes as a file of the format: read or refused, never a panic, strictly and leniently; what
/// is read prints and reads back as text and as JSON.
pub fn read_and_write(format: Format, bytes: &[u8]) {
    for lenient in [false, true] {
        let options = ReadOptions {
            lenient,
            ..ReadOptions::default()
        };
        match read(format, bytes, &options) {
            Ok(imported) => {
                let program = imported.program;
                assert_eq!(program.to_string().parse::<Program>().as_ref(), Ok(&program));
                let json = write::json::write(&program);
                let again = read(Format::Json, json.as_bytes(), &ReadOptions::default());
                assert_eq!(again.map(|imported| imported.program), Ok(program));
            }
            Err(error) => assert!(error.to_string().len() < 4000),
        }
    }
}
