//! The parts as a person would work them out from a drawing: volumes by formulas, tunnels by counting.
//!
//! Nothing here uses the program or the solid. What has no elementary formula, such as two cylinders
//! that cross, is an integral over one variable.

#![expect(clippy::disallowed_methods, reason = "compared within a tolerance")]

use std::f64::consts::PI;

/// What is known of a part without building it.
pub(super) struct Drawing {
    /// Its file in `examples/parts`.
    pub(super) name: &'static str,
    /// Its volume in cubic centimetres.
    pub(super) volume: fn() -> f64,
    /// How many tunnels go through it: the handles of its surface.
    pub(super) tunnels: i64,
}

pub(super) const DRAWINGS: [Drawing; 12] = [
    Drawing {
        name: "boss-on-plate",
        volume: boss_on_plate,
        tunnels: 1 + 4 + 1,
    },
    Drawing {
        name: "enclosure",
        volume: enclosure,
        tunnels: 5 + 2,
    },
    Drawing {
        name: "flange",
        volume: flange,
        tunnels: 1 + 8,
    },
    Drawing {
        name: "gear-disc",
        volume: gear_disc,
        tunnels: 6 + 1,
    },
    Drawing {
        name: "hexagon-nut",
        volume: || {
            0.9_f64.powi(2) * 12_f64.sqrt() * 1.02 - disc(0.51) * 1.02 + ring(0.83, 0.51) * 0.06
        },
        tunnels: 1,
    },
    Drawing {
        name: "hinge-leaf",
        volume: hinge_leaf,
        tunnels: 3 + 5,
    },
    Drawing {
        name: "l-bracket",
        volume: l_bracket,
        tunnels: 4 + 2,
    },
    Drawing {
        name: "slotted-plate",
        volume: slotted_plate,
        tunnels: 2 + 2 + 1,
    },
    Drawing {
        name: "stepped-shaft",
        volume: stepped_shaft,
        tunnels: 1,
    },
    Drawing {
        name: "t-slot",
        volume: t_slot,
        tunnels: 1,
    },
    Drawing {
        name: "u-channel",
        volume: || (8.0 * 4.5 - 6.8 * 3.9) * 20.0 - 3.0 * disc(0.55) * 0.6 - 4.0 * disc(0.4) * 0.6,
        tunnels: 3 + 2 * 2,
    },
    Drawing {
        name: "washer",
        volume: || ring(1.2, 0.65) * 0.25,
        tunnels: 1,
    },
];

fn boss_on_plate() -> f64 {
    let plate = 10.0 * 7.0 - disc(1.0) - 4.0 * disc(0.35);
    // A rib's height falls from 2.5 at 1.5 from the axis to 0 at 4.5; it begins at the boss.
    let rib = integral(-0.3, 0.3, |y| {
        2.5 / 6.0 * (4.5 - half_chord(2.0, y)).powi(2)
    });
    let oil = integral_over_disc(0.3, |x| half_chord(2.0, x) - half_chord(1.0, x));
    plate + ring(2.0, 1.0) * 3.0 + 2.0 * rib - oil
}

fn enclosure() -> f64 {
    let outside = rounded(12.0, 8.0, 0.6) * 4.0;
    let inside = rounded(11.4, 7.4, 0.3) * 3.7;
    let posts = 4.0 * (disc(0.45) * 3.2 - disc(0.15) * 2.5);
    let openings = 5.0 * 0.3 * 2.0 + slot(1.8, 0.5) + disc(0.6);
    outside - inside + posts - 0.3 * openings
}

fn flange() -> f64 {
    let bolts = 8.0 * disc(0.9) * 2.0;
    disc(10.0) * 2.0 + disc(5.25) * 3.0 + disc(6.9) * 0.3 - disc(4.125) * 5.3 - bolts
}

fn gear_disc() -> f64 {
    let keyway = 0.95 * 0.4 - integral(-0.2, 0.2, |x| half_chord(0.7, x));
    let disc_with_gaps = disc(5.0) - 12.0 * lens(5.0, 0.65) - 6.0 * disc(0.8);
    disc_with_gaps + disc(1.6) * 0.8 - (disc(0.7) + keyway) * 1.8
}

fn hinge_leaf() -> f64 {
    // The leaf between the heights 0.2 and 0.5, from a cylinder about the pin to 5.
    let leaf = |radius: f64| 5.0 * 0.3 - integral(0.2, 0.5, |z| half_chord(radius, z));
    let knuckles = (ring(0.5, 0.25) + leaf(0.5)) * 3.6;
    knuckles + leaf(0.55) * 2.4 - 5.0 * disc(0.22) * 0.3
}

fn l_bracket() -> f64 {
    let fillet = (1.0 - PI / 4.0) * 0.5_f64.powi(2);
    (8.0 * 0.8 + 5.2 * 0.8 + fillet) * 5.0 - 6.0 * disc(0.45) * 0.8
}

fn slotted_plate() -> f64 {
    // The curved slots reach 3/5 of their radius to either side.
    let curved = 0.6_f64.asin() * (5.0_f64.powi(2) - 4.0_f64.powi(2)) + disc(0.5);
    let holes = 2.0 * slot(4.0, 0.4) + 2.0 * curved + disc(1.2);
    (rounded(14.0, 8.0, 1.0) - holes) * 0.8
}

fn stepped_shaft() -> f64 {
    let turned = disc(1.5) * 4.0 + disc(2.0) * 11.0 + disc(2.5) * 1.5 + disc(1.25) * 3.0;
    let depth = |y: f64| half_chord(2.0, y) - 1.5;
    let keyway = 3.0 * integral(-0.5, 0.5, depth) + integral_over_disc(0.5, depth);
    let pin = integral_over_disc(0.25, |y| 2.0 * half_chord(1.25, y));
    turned - keyway - pin
}

fn t_slot() -> f64 {
    // Between the lips, the pocket, its tapered floor.
    let groove = 0.8 * 0.45 + 1.8 * 0.25 + 1.8_f64.midpoint(1.0) * 0.4;
    let section = 4.0 * 4.0 - 4.0 * groove - disc(0.34);
    section * 10.0 - ring(0.6, 0.34) * 1.0
}

fn disc(radius: f64) -> f64 {
    PI * radius * radius
}

fn ring(outer: f64, inner: f64) -> f64 {
    disc(outer) - disc(inner)
}

/// A rectangle with round corners.
fn rounded(width: f64, height: f64, radius: f64) -> f64 {
    width * height - (4.0 - PI) * radius * radius
}

/// A slot with round ends, `length` between their middles.
fn slot(length: f64, radius: f64) -> f64 {
    length * 2.0 * radius + disc(radius)
}

/// Half the chord of a circle at a distance from its middle.
fn half_chord(radius: f64, distance: f64) -> f64 {
    (radius * radius - distance * distance).sqrt()
}

/// The overlap of a disc with a small one whose middle lies on its rim.
fn lens(large: f64, small: f64) -> f64 {
    let cosine = small / (2.0 * large);
    let kite = 0.5 * small * (4.0 * large * large - small * small).sqrt();
    small * small * cosine.acos() + large * large * (1.0 - 2.0 * cosine * cosine).acos() - kite
}

/// The integral of a function by Simpson's rule over t with x = middle + half sin t, which makes a
/// square root that ends in the interval's end smooth.
fn integral(low: f64, high: f64, f: impl Fn(f64) -> f64) -> f64 {
    let (middle, half) = (low.midpoint(high), (high - low) / 2.0);
    simpson(-PI / 2.0, PI / 2.0, |t| {
        f(middle + half * t.sin()) * half * t.cos()
    })
}

/// The integral over a disc of a function of one coordinate.
fn integral_over_disc(radius: f64, f: impl Fn(f64) -> f64) -> f64 {
    integral(-radius, radius, |x| 2.0 * half_chord(radius, x) * f(x))
}

fn simpson(low: f64, high: f64, f: impl Fn(f64) -> f64) -> f64 {
    const STEPS: u32 = 2000;
    let step = (high - low) / f64::from(2 * STEPS);
    let at = |index: u32| f(low + step * f64::from(index));
    let inner: f64 = (1..STEPS)
        .map(|i| 2.0 * at(2 * i) + 4.0 * at(2 * i + 1))
        .sum();
    (at(0) + 4.0 * at(1) + inner + at(2 * STEPS)) * step / 3.0
}
