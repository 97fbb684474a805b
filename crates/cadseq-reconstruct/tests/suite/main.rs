//! Pictures of known solids are reconstructed; pictures of none are refused.

mod cancelling;
mod parts;
mod refusals;
mod sequences;
mod shown;
mod sizes;
mod styles;
