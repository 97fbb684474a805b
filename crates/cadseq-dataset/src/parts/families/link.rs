//! Links: two eyes and what connects them.

use cadseq_program::BooleanOperation;
use glam::DVec2;

use crate::parts::{
    draft::{Axis, Draft},
    drawing::Drawing,
    loops::{arc, circle, hull, line, rectangle, span},
};
use crate::random::Random;

pub(crate) fn link(random: &mut Random) -> Draft {
    let large = random.log_between([0.08, 0.3]);
    let small = large * random.between(0.5, 1.0);
    let centers = [DVec2::ZERO, DVec2::X * random.between(0.9, 1.3)];
    let thickness = random.log_between([0.04, 0.3]);
    let bores = [large, small].map(|radius| radius * random.between(0.3, 0.8));
    let holes = [0, 1].map(|index| circle(centers[index], bores[index]));
    let body = hull(centers, [large, small]);
    if random.chance(0.5) {
        return Draft::base(Drawing::of(body).holes(holes), 0.0, thickness);
    }
    let top = thickness * random.between(1.2, 2.5);
    let bosses = [0, 1].map(|index| circle(centers[index], [large, small][index]));
    let web = hull(
        centers,
        [large, small].map(|radius| radius * random.between(0.5, 0.95)),
    );
    let bosses = Drawing::all(bosses).expect("there are two");
    let holes = Drawing::all(holes).expect("there are two");
    Draft::base(Drawing::of(web), 0.0, thickness)
        .join(bosses, 0.0, top)
        .cut(holes, 0.0, top)
}

/// An eye at the end of a flat shank.
pub(crate) fn rod_end(random: &mut Random) -> Draft {
    let (eye, wide) = (
        random.log_between([0.15, 0.4]),
        random.log_between([0.05, 0.4]),
    );
    let half_shank = eye * random.between(0.25, 0.8);
    let length = eye + random.log_between([0.2, 1.2]);
    let shank = rectangle(
        DVec2::X * length / 2.0,
        DVec2::new(length, 2.0 * half_shank),
    );
    let [low, high] = [0.5 - random.between(0.15, 0.5), 0.5].map(|share| wide * share);
    let bore = Drawing::of(circle(DVec2::ZERO, eye * random.between(0.3, 0.8)));
    Draft::base(Drawing::of(circle(DVec2::ZERO, eye)), 0.0, wide)
        .join(Drawing::of(shank), low, wide - low.min(high))
        .cut(bore, 0.0, wide)
}

/// An eye at the end of a round shank.
pub(crate) fn round_rod_end(random: &mut Random) -> Draft {
    let (eye, wide) = (
        random.log_between([0.2, 0.4]),
        random.log_between([0.15, 0.4]),
    );
    let shank_radius = wide / 2.0 * random.between(0.4, 0.85);
    let bore = eye * random.between(0.3, 0.7);
    let ring = Drawing::of(circle(DVec2::ZERO, eye)).hole(circle(DVec2::ZERO, bore));
    let end = eye + random.log_between([0.3, 1.2]);
    let shank = Drawing::of(circle(DVec2::Y * wide / 2.0, shank_radius));
    Draft::base(ring, 0.0, wide).with(
        Axis::U,
        shank,
        [bore.midpoint(eye), end],
        BooleanOperation::Join,
    )
}

/// A fork: two cheeks with a pin hole, and the bridge between them.
pub(crate) fn clevis(random: &mut Random) -> Draft {
    let (cheek, gap) = (
        random.log_between([0.04, 0.25]),
        random.log_between([0.1, 0.6]),
    );
    let radius = random.log_between([0.1, 0.35]);
    let length = radius + random.log_between([0.15, 0.9]);
    let bridge = length * random.between(0.12, 0.4);
    let at = |x: f64, y: f64| DVec2::new(x, y);
    let outline = vec![
        line(at(-length, -radius), at(0.0, -radius)),
        arc(at(0.0, -radius), DVec2::ZERO, 180.0),
        line(at(0.0, radius), at(-length, radius)),
        line(at(-length, radius), at(-length, -radius)),
    ];
    let pin = circle(DVec2::ZERO, radius * random.between(0.25, 0.75));
    let plate = Drawing::of(outline).hole(pin);
    let top = 2.0 * cheek + gap;
    let back = span(at(-length, -radius), at(bridge - length, radius));
    let draft = Draft::base(plate.clone(), 0.0, cheek)
        .join(Drawing::of(back), cheek, top - cheek)
        .join(plate, top - cheek, top);
    if random.chance(0.4) {
        let stem = radius * random.between(0.3, 0.8);
        let end = -length - random.log_between([0.1, 0.8]);
        let stem = Drawing::of(span(at(end, -stem), at(-length, stem)));
        let inset = top * random.between(0.0, 0.35);
        return draft.join(stem, inset, top - inset);
    }
    draft
}

/// A cam: the hull of a round base and a nose, with a bore.
pub(crate) fn cam(random: &mut Random) -> Draft {
    let (base, nose) = (0.5, random.between(0.1, 0.4));
    let lift = (base - nose) + random.between(0.1, 0.6);
    let bore = circle(DVec2::ZERO, base * random.between(0.2, 0.7));
    let outline = hull([DVec2::ZERO, DVec2::X * lift], [base, nose]);
    let thickness = random.log_between([0.06, 0.8]);
    let draft = Draft::base(Drawing::of(outline).hole(bore), 0.0, thickness);
    if random.chance(0.3) {
        let hub =
            Drawing::of(circle(DVec2::ZERO, 0.95 * base)).hole(circle(DVec2::ZERO, 0.75 * base));
        return draft.join(hub, thickness, thickness + random.log_between([0.05, 0.5]));
    }
    draft
}
