//! Flanges: a disc with a bolt circle, a hub, a bore.

use glam::DVec2;

use crate::parts::{
    draft::Draft,
    drawing::Drawing,
    loops::{around, circle},
};
use crate::random::Random;

pub(crate) fn flange(random: &mut Random) -> Draft {
    let thickness = random.log_between([0.03, 0.3]);
    let hub = 0.5 * random.between(0.25, 0.6);
    let bore = hub * random.between(0.2, 0.9);
    let count = random.whole(3, 12);
    let free = 0.5 - hub;
    let bolt_circle = hub + free * random.between(0.45, 0.55);
    let apart = bolt_circle * std::f64::consts::PI / f64::from(count);
    let hole = (0.4 * free).min(0.8 * apart) * random.between(0.25, 0.95);
    let bolts = around(DVec2::ZERO, bolt_circle, count, random.between(0.0, 1.0));
    let disc = Drawing::of(circle(DVec2::ZERO, 0.5))
        .holes(bolts.into_iter().map(|center| circle(center, hole)));
    let has_bore = random.chance(0.85);
    if random.chance(0.25) {
        let disc = if has_bore {
            disc.hole(circle(DVec2::ZERO, bore))
        } else {
            disc
        };
        return Draft::base(disc, 0.0, thickness);
    }
    let top = thickness + random.log_between([0.03, 0.8]);
    let draft = Draft::base(disc, 0.0, thickness);
    let draft = draft.join(Drawing::of(circle(DVec2::ZERO, hub)), thickness, top);
    if !has_bore {
        return draft;
    }
    let floor = if random.chance(0.2) {
        thickness * 0.5
    } else {
        0.0
    };
    draft.cut(Drawing::of(circle(DVec2::ZERO, bore)), floor, top)
}
