//! The families of parts, a line each. A file holds one family or the few that are one concept.

mod block;
mod boss;
mod flange;
mod link;
mod plate;
mod section;
mod turned;

use super::draft::Draft;
use crate::random::Random;

/// A kind of part.
#[derive(Debug, Clone, Copy)]
pub struct Family {
    /// Its name, which no other family has.
    pub name: &'static str,
    /// How often it is drawn, over the sum of all weights.
    pub weight: u32,
    /// Draws one of about unit size, in its own axes.
    pub(crate) draw: fn(&mut Random) -> Draft,
}

/// All families.
pub const FAMILIES: &[Family] = &[
    family("box", 20, block::plain),
    family("block-with-holes", 50, block::with_holes),
    family("plate-with-holes", 60, plate::with_holes),
    family("cylinder", 20, turned::cylinder),
    family("ring", 30, turned::ring),
    family("stepped-shaft", 40, turned::stepped),
    family("flange", 50, flange::flange),
    family("l-section", 40, section::l),
    family("u-section", 40, section::u),
    family("t-section", 30, section::t),
    family("link", 40, link::link),
    family("boss-on-plate", 50, boss::boss),
];

const fn family(name: &'static str, weight: u32, draw: fn(&mut Random) -> Draft) -> Family {
    Family { name, weight, draw }
}
