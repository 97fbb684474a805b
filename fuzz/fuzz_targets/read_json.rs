//! Any bytes as the program's own JSON; see [`cadseq_fuzz::read_and_write`].

#![no_main]

use cadseq_fuzz::read_and_write;
use cadseq_interchange::Format;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| read_and_write(Format::Json, bytes));
