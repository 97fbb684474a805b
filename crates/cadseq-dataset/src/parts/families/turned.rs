//! Parts of a lathe: cylinders, rings, stepped shafts.

use cadseq_program::BooleanOperation;
use glam::DVec2;

use crate::parts::{
    draft::{Axis, Draft},
    drawing::Drawing,
    loops::{circle, double_flatted, flatted, rectangle},
    proportions::height,
};
use crate::random::Random;

pub(crate) fn cylinder(random: &mut Random) -> Draft {
    let height = random.log_between([0.02, 12.0]);
    Draft::base(Drawing::of(circle(DVec2::ZERO, 0.5)), 0.0, height)
}

/// A tube or washer; sometimes the bore is off the middle or has a shoulder.
pub(crate) fn ring(random: &mut Random) -> Draft {
    let free = 0.5 * random.log_between([0.025, 0.9]);
    let (bore, height) = (0.5 - free, height(random));
    let shift = if random.chance(0.15) {
        DVec2::X * (free * random.between(0.2, 0.8))
    } else {
        DVec2::ZERO
    };
    let drawing = Drawing::of(circle(DVec2::ZERO, 0.5)).hole(circle(shift, bore));
    let draft = Draft::base(drawing, 0.0, height);
    if shift == DVec2::ZERO && random.chance(0.3) {
        let wider = bore + free * random.between(0.2, 0.8);
        let floor = height * random.between(0.1, 0.9);
        let counterbore = Drawing::of(circle(DVec2::ZERO, wider)).hole(circle(DVec2::ZERO, bore));
        return draft.cut(counterbore, floor, height);
    }
    draft
}

/// Two to five cylinders on one axis; perhaps a bore, a groove, or flats at the end.
pub(crate) fn stepped(random: &mut Random) -> Draft {
    let steps = random.whole(2, 5);
    let mut radius = random.log_between([0.1, 0.5]);
    let mut top = random.log_between([0.05, 0.5]);
    let mut draft = Draft::base(Drawing::of(circle(DVec2::ZERO, radius)), 0.0, top);
    let mut smallest = radius;
    let mut last = [0.0, top];
    for _ in 1..steps {
        radius *= if random.chance(0.35) {
            random.between(1.1, 2.0)
        } else {
            random.between(0.4, 0.92)
        };
        smallest = smallest.min(radius);
        last = [top, top + random.log_between([0.04, 0.5])];
        top = last[1];
        draft = draft.join(Drawing::of(circle(DVec2::ZERO, radius)), last[0], top);
    }
    match random.below(5) {
        0 => draft.cut(
            Drawing::of(circle(DVec2::ZERO, smallest * random.between(0.2, 0.85))),
            0.0,
            top,
        ),
        1 => draft.cut(
            flat(radius, random),
            random.between(last[0], last[0].midpoint(top)),
            top,
        ),
        2 => {
            let [from, to] = [0.3, 0.6].map(|share| last[0] + (top - last[0]) * share);
            let inner = radius * random.between(0.6, 0.95);
            let groove =
                Drawing::of(circle(DVec2::ZERO, 1.2 * radius)).hole(circle(DVec2::ZERO, inner));
            draft.cut(groove, from, to)
        }
        _ => draft,
    }
}

/// A spool or pulley: two rims and a groove between them, often with a bore.
pub(crate) fn spool(random: &mut Random) -> Draft {
    let rims = [
        random.log_between([0.03, 0.3]),
        random.log_between([0.03, 0.3]),
    ];
    let groove = random.log_between([0.05, 0.8]);
    let inner = 0.5 * random.between(0.3, 0.92);
    let other = if random.chance(0.7) {
        0.5
    } else {
        0.5 * random.between(0.95, 1.2).max(inner)
    };
    let top = rims[0] + groove + rims[1];
    let disc = |radius| Drawing::of(circle(DVec2::ZERO, radius));
    let draft = Draft::base(disc(0.5), 0.0, rims[0])
        .join(disc(inner), rims[0], rims[0] + groove)
        .join(disc(other), rims[0] + groove, top);
    if random.chance(0.75) {
        return draft.cut(disc(inner * random.between(0.15, 0.85)), 0.0, top);
    }
    draft
}

/// A collar or hub with a keyway in its bore.
pub(crate) fn keyed(random: &mut Random) -> Draft {
    let bore = 0.5 * random.between(0.25, 0.75);
    let key = bore * random.between(0.15, 0.5);
    let reach = (bore + key * random.between(0.4, 1.0)).min(bore + 0.7 * (0.5 - bore));
    let height = height(random);
    let draft = Draft::base(
        Drawing::of(circle(DVec2::ZERO, 0.5)).hole(circle(DVec2::ZERO, bore)),
        0.0,
        height,
    );
    let way = rectangle(DVec2::X * reach / 2.0, DVec2::new(reach, key));
    draft.cut(Drawing::of(way), 0.0, height)
}

/// A shaft or pin with a hole across it.
pub(crate) fn cross_drilled(random: &mut Random) -> Draft {
    let (radius, length) = (0.5, random.log_between([0.8, 5.0]));
    let hole = radius * random.between(0.15, 0.6);
    let place = length * random.between(0.25, 0.75);
    let draft = Draft::base(Drawing::of(circle(DVec2::ZERO, radius)), 0.0, length);
    if place - hole < 0.05 || place + hole > length - 0.05 {
        return draft;
    }
    let across = Drawing::of(circle(DVec2::Y * place, hole));
    draft.with(
        Axis::V,
        across,
        [-1.2 * radius, 1.2 * radius],
        BooleanOperation::Cut,
    )
}

/// What makes one flat or two at the end of a shaft.
fn flat(radius: f64, random: &mut Random) -> Drawing {
    let kept = radius * random.between(0.5, 0.9);
    let inner = if random.chance(0.5) {
        flatted(DVec2::ZERO, radius, kept)
    } else {
        double_flatted(DVec2::ZERO, radius, kept)
    };
    let outside = circle(DVec2::ZERO, 1.3 * radius);
    Drawing::of(outside).hole(inner)
}
