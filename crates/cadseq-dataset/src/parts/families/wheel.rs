//! Round and regular things with something around their axis: nuts, gears, wheels, knobs.

use std::f64::consts::TAU;

use glam::DVec2;

use crate::parts::{
    draft::Draft,
    drawing::Drawing,
    loops::{Loop, around, circle, polar, polygon, regular, ring_sector, rounded},
};
use crate::random::Random;

/// A hexagon with a bore; sometimes on a round collar, or closed above.
pub(crate) fn nut(random: &mut Random) -> Draft {
    let bore = 0.5 * random.between(0.35, 0.75);
    let height = random.log_between([0.15, 1.2]);
    let hexagon = Drawing::of(regular(DVec2::ZERO, 0.5, 6, random.between(0.0, 0.5)));
    if random.chance(0.3) {
        let collar = height * random.between(0.1, 0.4);
        let disc = Drawing::of(circle(DVec2::ZERO, 0.5 * random.between(1.02, 1.6)));
        let floor = if random.chance(0.3) { collar } else { 0.0 };
        return Draft::base(disc, 0.0, collar)
            .join(hexagon, collar, collar + height)
            .cut(
                Drawing::of(circle(DVec2::ZERO, bore)),
                floor,
                collar + height,
            );
    }
    Draft::base(hexagon.hole(circle(DVec2::ZERO, bore)), 0.0, height)
}

/// A regular polygon with three to twelve sides, with a round or polygonal bore or none.
pub(crate) fn regular_polygon(random: &mut Random) -> Draft {
    let sides = random.whole(3, 12);
    let room = 0.5 * libm::cos(TAU / 2.0 / f64::from(sides));
    let drawing = Drawing::of(regular(DVec2::ZERO, 0.5, sides, random.between(0.0, 1.0)));
    let bore = room * random.between(0.1, 0.9);
    let drawing = match random.below(4) {
        0 => drawing,
        1 => drawing.hole(regular(DVec2::ZERO, bore, random.whole(3, 8), 0.3)),
        _ => drawing.hole(circle(DVec2::ZERO, bore)),
    };
    Draft::base(drawing, 0.0, random.log_between([0.04, 2.0]))
}

/// A disc with straight-sided teeth; often with a bore, sometimes with a hub.
pub(crate) fn gear(random: &mut Random) -> Draft {
    let teeth = random.whole(6, 24);
    let root = 0.5 * random.between(0.7, 0.93);
    let pitch_rad = TAU / f64::from(teeth);
    let [foot, tip] = [random.between(0.5, 0.75), random.between(0.2, 0.48)];
    let points: Vec<DVec2> = (0..teeth)
        .flat_map(|index| {
            let middle = pitch_rad * f64::from(index);
            let at =
                |radius, share: f64| polar(DVec2::ZERO, radius, middle + pitch_rad * share / 2.0);
            [at(root, -foot), at(0.5, -tip), at(0.5, tip), at(root, foot)]
        })
        .collect();
    let bore = root * random.between(0.1, 0.55);
    let thickness = random.log_between([0.05, 0.6]);
    let disc = Drawing::of(polygon(&points));
    if random.chance(0.3) {
        let hub = bore + (root - bore) * random.between(0.2, 0.7);
        let ring = Drawing::of(circle(DVec2::ZERO, hub)).hole(circle(DVec2::ZERO, bore));
        let disc = disc.hole(circle(DVec2::ZERO, bore));
        let top = thickness + random.log_between([0.05, 0.5]);
        return Draft::base(disc, 0.0, thickness).join(ring, thickness, top);
    }
    let disc = if random.chance(0.85) {
        disc.hole(circle(DVec2::ZERO, bore))
    } else {
        disc
    };
    Draft::base(disc, 0.0, thickness)
}

/// A rim, a hub and spokes between windows or holes.
pub(crate) fn spoked(random: &mut Random) -> Draft {
    let spokes = random.whole(3, 8);
    let rim = 0.5 * random.between(0.7, 0.93);
    let hub = 0.5 * random.between(0.15, 0.4);
    let pitch_rad = TAU / f64::from(spokes);
    let gap_rad = pitch_rad * random.between(0.4, 0.85);
    let windows: Vec<Loop> = if random.chance(0.65) {
        (0..spokes)
            .map(|index| {
                let from = pitch_rad * f64::from(index);
                ring_sector(DVec2::ZERO, [hub, rim], [from, from + gap_rad])
            })
            .collect()
    } else {
        let middle = hub.midpoint(rim);
        let radius = (0.45 * (rim - hub)).min(0.8 * middle * libm::sin(pitch_rad / 2.0));
        let centers = around(DVec2::ZERO, middle, spokes, 0.0);
        centers
            .into_iter()
            .map(|center| circle(center, radius))
            .collect()
    };
    let bore = circle(DVec2::ZERO, hub * random.between(0.2, 0.8));
    let web = random.log_between([0.03, 0.3]);
    let drawing = Drawing::of(circle(DVec2::ZERO, 0.5)).holes(windows);
    if random.chance(0.5) {
        return Draft::base(drawing.hole(bore), 0.0, web);
    }
    let top = web + random.log_between([0.03, 0.4]);
    let ring = |outer, inner| Drawing::of(circle(DVec2::ZERO, outer)).hole(inner);
    Draft::base(drawing.hole(bore.clone()), 0.0, web)
        .join(ring(0.5, circle(DVec2::ZERO, rim.midpoint(0.5))), web, top)
        .join(ring(0.9 * hub, bore), web, top)
}

/// A knob: a star with rounded corners.
pub(crate) fn knob(random: &mut Random) -> Draft {
    let lobes = random.whole(3, 9);
    let inner = 0.5 * random.between(0.55, 0.85);
    let outer = around(DVec2::ZERO, 0.5, lobes, 0.0);
    let between = around(DVec2::ZERO, inner, lobes, TAU / 2.0 / f64::from(lobes));
    let radius = 0.5 / f64::from(lobes) * random.between(0.2, 1.0);
    let corners: Vec<(DVec2, f64)> = outer
        .into_iter()
        .zip(between)
        .flat_map(|(tip, valley)| [(tip, radius), (valley, 1.5 * radius)])
        .collect();
    let height = random.log_between([0.08, 0.8]);
    let draft = Draft::base(Drawing::of(rounded(&corners)), 0.0, height);
    let bore = 0.6 * inner * random.between(0.2, 0.9);
    match random.below(4) {
        0 => draft,
        1 => {
            let neck = Drawing::of(circle(DVec2::ZERO, 0.8 * inner));
            let end = -random.log_between([0.05, 0.4]);
            draft.join(neck, end, 0.0).cut(
                Drawing::of(circle(DVec2::ZERO, bore)),
                end,
                height * 0.5,
            )
        }
        _ => draft.cut(
            Drawing::of(circle(DVec2::ZERO, bore)),
            height * random.between(0.0, 0.5),
            height,
        ),
    }
}
