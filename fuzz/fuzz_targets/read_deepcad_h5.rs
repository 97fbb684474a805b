//! Any bytes as DeepCAD's vectors in HDF5; see [`cadseq_fuzz::read_and_write`].

#![no_main]

use cadseq_fuzz::read_and_write;
use cadseq_interchange::Format;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| read_and_write(Format::DeepCadH5, bytes));
