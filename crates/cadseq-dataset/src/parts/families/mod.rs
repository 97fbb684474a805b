//! The families of parts, a line each. A file holds one family or the few that are one concept.

mod block;
mod boss;
mod bracket;
mod flange;
mod free;
mod housing;
mod link;
mod plate;
mod profile;
mod section;
mod tube;
mod turned;
mod wheel;

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
    family("box", 50, block::plain),
    family("block-with-holes", 50, block::with_holes),
    family("cross-drilled-block", 32, block::cross_drilled),
    family("block-with-arm", 32, block::with_arm),
    family("plate-with-holes", 50, plate::with_holes),
    family("slotted-plate", 40, plate::slotted),
    family("perforated-plate", 15, plate::perforated),
    family("notched-plate", 50, plate::notched),
    family("cylinder", 20, turned::cylinder),
    family("ring", 45, turned::ring),
    family("cup", 35, tube::cup),
    family("notched-ring", 25, tube::notched_ring),
    family("stepped-shaft", 40, turned::stepped),
    family("spool", 25, turned::spool),
    family("keyed-hub", 20, turned::keyed),
    family("cross-drilled-shaft", 4, turned::cross_drilled),
    family("flange", 40, flange::flange),
    family("l-section", 30, section::l),
    family("u-section", 30, section::u),
    family("t-section", 20, section::t),
    family("z-section", 15, section::z),
    family("i-section", 20, section::i),
    family("hollow-section", 20, section::hollow),
    family("walled-bracket", 50, bracket::walled),
    family("gusset-bracket", 30, bracket::gusset),
    family("angle-with-holes", 35, bracket::angle_with_holes),
    family("bearing-block", 25, bracket::bearing_block),
    family("plate-on-legs", 40, bracket::on_legs),
    family("hinge-leaf", 15, bracket::hinge),
    family("link", 40, link::link),
    family("rod-end", 20, link::rod_end),
    family("round-rod-end", 5, link::round_rod_end),
    family("clevis", 30, link::clevis),
    family("cam", 15, link::cam),
    family("boss-on-plate", 40, boss::boss),
    family("pins-on-plate", 25, boss::pins),
    family("tray", 40, housing::tray),
    family("pocketed-block", 40, housing::pocketed),
    family("enclosure", 30, housing::enclosure),
    family("frame", 40, housing::frame),
    family("comb", 20, profile::comb),
    family("t-slot", 15, profile::t_slot),
    family("dovetail", 15, profile::dovetail),
    family("skyline", 50, profile::skyline),
    family("wedge", 30, profile::wedge),
    family("stairs", 20, profile::stairs),
    family("cross", 15, profile::cross),
    family("sector", 20, profile::sector),
    family("nut", 20, wheel::nut),
    family("regular-polygon", 20, wheel::regular_polygon),
    family("gear", 12, wheel::gear),
    family("spoked-wheel", 25, wheel::spoked),
    family("knob", 10, wheel::knob),
    family("loop", 70, free::looped),
    family("boxes", 60, free::boxes),
    family("crossed-boxes", 32, free::crossed_boxes),
    family("two-bodies", 15, free::two_bodies),
    family("template", 60, free::template),
];

const fn family(name: &'static str, weight: u32, draw: fn(&mut Random) -> Draft) -> Family {
    Family { name, weight, draw }
}
