//! Prisms with a characteristic outline: combs, slots, dovetails, wedges, stairs.

use glam::DVec2;

use crate::parts::{
    draft::Draft,
    drawing::Drawing,
    loops::{arc, circle, line, point, polygon, ring_sector},
    proportions::hole_radius,
};
use crate::random::Random;

/// A back with two to ten teeth or fins.
pub(crate) fn comb(random: &mut Random) -> Draft {
    let teeth = random.whole(2, 10);
    let pitch = 1.0 / f64::from(teeth);
    let tooth = pitch * random.between(0.2, 0.8);
    let back = random.log_between([0.04, 0.3]);
    let tip = back + random.log_between([0.1, 1.0]);
    let step = (1.0 - tooth) / f64::from(teeth - 1);
    let mut points = vec![point(0.0, 0.0), point(1.0, 0.0)];
    for index in (0..teeth).rev() {
        let left = step * f64::from(index);
        let right = if index + 1 == teeth {
            1.0
        } else {
            left + tooth
        };
        points.extend([
            point(right, back),
            point(right, tip),
            point(left, tip),
            point(left, back),
        ]);
    }
    // The outer teeth stand flush with the back's ends.
    points.remove(2);
    points.pop();
    prism(&points, random.log_between([0.05, 1.5]))
}

/// A block with a T-shaped groove.
pub(crate) fn t_slot(random: &mut Random) -> Draft {
    let tall = random.log_between([0.3, 1.0]);
    let wide = 0.5 * random.between(0.4, 0.85);
    let narrow = wide * random.between(0.3, 0.8);
    let [floor, ledge] =
        [random.between(0.15, 0.5), random.between(0.6, 0.9)].map(|share| tall * share);
    let right = [
        point(0.5, 0.0),
        point(0.5, tall),
        point(narrow, tall),
        point(narrow, ledge),
        point(wide, ledge),
        point(wide, floor),
    ];
    prism(&mirrored(&right), random.log_between([0.2, 2.5]))
}

/// A dovetail, as groove or as tongue.
pub(crate) fn dovetail(random: &mut Random) -> Draft {
    let tall = random.log_between([0.25, 0.8]);
    let neck = 0.5 * random.between(0.25, 0.6);
    let foot = (neck + random.between(0.05, 0.25)).min(0.46);
    let level = tall * random.between(0.25, 0.7);
    let right = if random.chance(0.5) {
        vec![
            point(0.5, 0.0),
            point(0.5, tall),
            point(neck, tall),
            point(foot, level),
        ]
    } else {
        vec![
            point(0.5, 0.0),
            point(0.5, level),
            point(neck, level),
            point(foot, tall),
        ]
    };
    prism(&mirrored(&right), random.log_between([0.2, 2.5]))
}

/// A ramp, sharp or blunt.
pub(crate) fn wedge(random: &mut Random) -> Draft {
    let tall = random.log_between([0.15, 1.5]);
    let blunt = if random.chance(0.5) {
        0.0
    } else {
        tall * random.between(0.05, 0.7)
    };
    let shelf = if random.chance(0.6) {
        0.0
    } else {
        random.between(0.1, 0.6)
    };
    let mut points = vec![point(0.0, 0.0), point(1.0, 0.0)];
    if blunt > 0.0 {
        points.push(point(1.0, blunt));
    }
    if shelf > 0.0 {
        points.push(point(shelf, tall));
    }
    points.push(point(0.0, tall));
    prism(&points, random.log_between([0.1, 2.0]))
}

/// Two to six steps, equal or not.
pub(crate) fn stairs(random: &mut Random) -> Draft {
    let steps = random.whole(2, 6);
    let is_equal = random.chance(0.6);
    let (mut x, mut y) = (0.0, 0.0);
    let mut treads = vec![];
    for _ in 0..steps {
        let [run, rise] = if is_equal {
            [1.0, 1.0]
        } else {
            [
                random.log_between([0.3, 2.0]),
                random.log_between([0.3, 2.0]),
            ]
        };
        treads.push((x, y + rise));
        (x, y) = (x + run, y + rise);
    }
    let (wide, tall) = (x, y);
    let aspect = random.log_between([0.3, 1.5]);
    let at = |x: f64, y: f64| point(1.0 - x / wide, aspect * y / tall);
    let mut points = vec![at(wide, 0.0), at(0.0, 0.0)];
    let ends = treads.iter().skip(1).map(|&(x, _)| x).chain([wide]);
    for (&(start, level), end) in treads.iter().zip(ends) {
        points.extend([at(start, level), at(end, level)]);
    }
    prism(&points, random.log_between([0.1, 2.0]))
}

/// Columns of different heights side by side: outlines of right angles only, symmetric or not.
pub(crate) fn skyline(random: &mut Random) -> Draft {
    let columns = random.whole(2, 5);
    let is_symmetric = random.chance(0.5);
    let has_underside = random.chance(0.3);
    let mut bands: Vec<[f64; 3]> = (0..columns)
        .map(|_| {
            let low = if has_underside {
                random.between(0.0, 0.3)
            } else {
                0.0
            };
            [
                random.log_between([0.1, 1.0]),
                low,
                random.between(0.35, 1.0),
            ]
        })
        .collect();
    if is_symmetric {
        let copies: Vec<_> = bands.iter().rev().skip(1).copied().collect();
        bands.extend(copies);
    }
    let (mut lower, mut upper) = (vec![], vec![]);
    let mut x = 0.0;
    for [width, low, high] in bands {
        for (chain, level) in [(&mut lower, low), (&mut upper, high)] {
            if chain.last().is_some_and(|last: &DVec2| last.y == level) {
                chain.pop();
            } else {
                chain.push(point(x, level));
            }
            chain.push(point(x + width, level));
        }
        x += width;
    }
    lower.extend(upper.into_iter().rev());
    let aspect = DVec2::new(1.0 / x, random.log_between([0.2, 1.5]));
    let points: Vec<DVec2> = lower.into_iter().map(|corner| corner * aspect).collect();
    prism(&points, random.log_between([0.03, 4.0]))
}

/// A cross, of four equal arms or not.
pub(crate) fn cross(random: &mut Random) -> Draft {
    let (long, wide) = (
        0.5 * random.log_between([0.4, 1.0]),
        0.5 * random.log_between([0.1, 0.6]),
    );
    let tall = (0.5 * random.log_between([0.1, 0.6])).min(0.9 * long);
    let right = [
        point(wide, -long),
        point(wide, -tall),
        point(0.5, -tall),
        point(0.5, tall),
        point(wide, tall),
        point(wide, long),
    ];
    let wide = wide.min(0.45);
    let right = right.map(|corner| {
        if corner.x < 0.5 {
            point(wide, corner.y)
        } else {
            corner
        }
    });
    let outline = Drawing::of(polygon(&mirrored(&right)));
    let outline = if random.chance(0.4) {
        outline.hole(circle(DVec2::ZERO, hole_radius(wide.min(tall), random)))
    } else {
        outline
    };
    Draft::base(outline, 0.0, random.log_between([0.04, 1.0]))
}

/// A slice of a disc or of a ring: quarter and half rounds, segments, open clips.
pub(crate) fn sector(random: &mut Random) -> Draft {
    let angle_deg = match random.below(4) {
        0 => 90.0,
        1 => 180.0,
        2 => random.between(20.0, 180.0),
        _ => random.between(180.0, 340.0),
    };
    let radius = 0.5;
    let outline = if random.chance(0.35) && angle_deg <= 180.0 {
        let end = crate::parts::loops::polar(DVec2::ZERO, radius, f64::to_radians(angle_deg));
        let start = point(radius, 0.0);
        let round = arc(start, DVec2::ZERO, angle_deg);
        if angle_deg == 180.0 {
            vec![round, line(point(-radius, 0.0), start)]
        } else {
            vec![line(DVec2::ZERO, start), round, line(end, DVec2::ZERO)]
        }
    } else {
        let inner = radius * random.between(0.2, 0.92);
        ring_sector(
            DVec2::ZERO,
            [inner, radius],
            [0.0, f64::to_radians(angle_deg)],
        )
    };
    Draft::base(Drawing::of(outline), 0.0, random.log_between([0.03, 1.5]))
}

/// The right half of a symmetric outline, from below to above, and its mirror image.
fn mirrored(right: &[DVec2]) -> Vec<DVec2> {
    let left = right.iter().rev().map(|corner| point(-corner.x, corner.y));
    right.iter().copied().chain(left).collect()
}

/// An outline, swept.
fn prism(points: &[DVec2], length: f64) -> Draft {
    Draft::base(Drawing::of(polygon(points)), 0.0, length)
}
