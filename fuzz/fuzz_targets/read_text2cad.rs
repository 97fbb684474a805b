//! Any bytes as a design in Text2CAD's minimal JSON; see [`cadseq_fuzz::read_and_write`].

#![no_main]

use cadseq_fuzz::read_and_write;
use cadseq_interchange::Format;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| read_and_write(Format::Text2Cad, bytes));
