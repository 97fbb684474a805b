//! Rolled sections: one profile, swept.

use glam::DVec2;

use crate::parts::{
    draft::Draft,
    drawing::Drawing,
    loops::{point, polygon, rounded, rounded_rectangle},
};
use crate::random::Random;

/// Two legs, perhaps of two thicknesses, perhaps with a rounded inner corner.
pub(crate) fn l(random: &mut Random) -> Draft {
    let (wide, tall) = (
        random.log_between([0.3, 1.0]),
        random.log_between([0.3, 1.0]),
    );
    let thin = wide.min(tall) * random.log_between([0.06, 0.6]);
    let other = if random.chance(0.7) {
        thin
    } else {
        thin * random.between(0.6, 1.3)
    };
    let corners = [
        point(0.0, 0.0),
        point(wide, 0.0),
        point(wide, thin),
        point(other, thin),
        point(other, tall),
        point(0.0, tall),
    ];
    let inner = fillet(thin, random);
    let outer = if inner > 0.0 && random.chance(0.4) {
        inner + thin
    } else {
        0.0
    };
    let radii = [outer, 0.0, 0.0, inner, 0.0, 0.0];
    swept(&corners, &radii, random)
}

/// A channel.
pub(crate) fn u(random: &mut Random) -> Draft {
    let (wide, tall) = (
        random.log_between([0.4, 1.2]),
        random.log_between([0.2, 1.0]),
    );
    let wall = wide * random.log_between([0.04, 0.4]);
    let floor = (wall * random.log_between([0.5, 2.0])).min(0.8 * tall);
    let half = wide / 2.0;
    let other = if random.chance(0.2) {
        tall * random.between(0.4, 0.95)
    } else {
        tall
    }
    .max(1.1 * floor);
    let corners = [
        point(-half, 0.0),
        point(half, 0.0),
        point(half, tall),
        point(half - wall, tall),
        point(half - wall, floor),
        point(wall - half, floor),
        point(wall - half, other),
        point(-half, other),
    ];
    let inner = fillet(wall, random);
    let outer = if inner > 0.0 && random.chance(0.5) {
        inner + wall
    } else {
        0.0
    };
    let radii = [outer, outer, 0.0, 0.0, inner, inner, 0.0, 0.0];
    swept(&corners, &radii, random)
}

/// A flange with a web in its middle, or off it.
pub(crate) fn t(random: &mut Random) -> Draft {
    let (wide, tall) = (
        random.log_between([0.4, 1.0]),
        random.log_between([0.3, 1.2]),
    );
    let thin = tall * random.log_between([0.06, 0.5]);
    let web = wide * random.log_between([0.06, 0.5]);
    let room = (wide - web) / 2.0;
    let shift = if random.chance(0.2) {
        room * random.between(-0.8, 0.8)
    } else {
        0.0
    };
    let (left, right) = (shift - web / 2.0, shift + web / 2.0);
    let half = wide / 2.0;
    let corners = [
        point(-half, 0.0),
        point(half, 0.0),
        point(half, thin),
        point(right, thin),
        point(right, tall),
        point(left, tall),
        point(left, thin),
        point(-half, thin),
    ];
    let inner = fillet(thin.min(room / 2.0), random);
    let radii = [0.0, 0.0, 0.0, inner, 0.0, 0.0, inner, 0.0];
    swept(&corners, &radii, random)
}

/// Two flanges to opposite sides of a web.
pub(crate) fn z(random: &mut Random) -> Draft {
    let (web, lower) = (
        random.log_between([0.3, 1.0]),
        random.log_between([0.2, 0.7]),
    );
    let upper = if random.chance(0.6) {
        lower
    } else {
        lower * random.between(0.5, 1.5)
    };
    let thin = web.min(lower).min(upper) * random.log_between([0.08, 0.45]);
    let half = thin / 2.0;
    let corners = [
        point(-half, 0.0),
        point(lower, 0.0),
        point(lower, thin),
        point(half, thin),
        point(half, web),
        point(-upper, web),
        point(-upper, web - thin),
        point(-half, web - thin),
    ];
    let inner = fillet(thin, random).min((web - 2.0 * thin).max(0.0) * 0.9);
    let outer = if inner > 0.0 && random.chance(0.5) {
        inner + thin
    } else {
        0.0
    };
    let radii = [outer, 0.0, 0.0, inner, outer, 0.0, 0.0, inner];
    swept(&corners, &radii, random)
}

/// Two flanges on one web, as in an I beam; with wide flanges an H.
pub(crate) fn i(random: &mut Random) -> Draft {
    let (wide, tall) = (random.log_between([0.3, 1.2]), 1.0);
    let thin = tall * random.log_between([0.04, 0.3]);
    let web = wide * random.log_between([0.05, 0.5]);
    let (half, narrow) = (wide / 2.0, web / 2.0);
    let right = [
        point(half, 0.0),
        point(half, thin),
        point(narrow, thin),
        point(narrow, tall - thin),
        point(half, tall - thin),
        point(half, tall),
    ];
    let left = right.iter().rev().map(|corner| point(-corner.x, corner.y));
    let corners: Vec<DVec2> = right.into_iter().chain(left).collect();
    let inner = fillet(thin, random)
        .min((half - narrow) * 0.9)
        .min((tall - 2.0 * thin) * 0.45);
    let radii = [
        0.0, 0.0, inner, inner, 0.0, 0.0, 0.0, 0.0, inner, inner, 0.0, 0.0,
    ];
    swept(&corners, &radii, random)
}

/// A hollow section, rectangular or with rounded corners.
pub(crate) fn hollow(random: &mut Random) -> Draft {
    let size = DVec2::new(1.0, random.log_between([0.3, 1.0]));
    let wall = size.y * random.log_between([0.04, 0.35]);
    let outer = if random.chance(0.5) {
        0.0
    } else {
        size.y * random.log_between([0.05, 0.45])
    };
    let inner = rounded_rectangle(DVec2::ZERO, size - 2.0 * wall, (outer - wall).max(0.0));
    let drawing = Drawing::of(rounded_rectangle(DVec2::ZERO, size, outer)).hole(inner);
    Draft::base(drawing, 0.0, random.log_between([0.05, 8.0]))
}

fn fillet(thickness: f64, random: &mut Random) -> f64 {
    if random.chance(0.5) {
        0.0
    } else {
        thickness * random.log_between([0.2, 1.5])
    }
}

/// A profile with roundings, swept between a slice and a long bar.
fn swept(corners: &[DVec2], radii: &[f64], random: &mut Random) -> Draft {
    let drawing = if radii.iter().all(|&radius| radius == 0.0) {
        Drawing::of(polygon(corners))
    } else {
        let both = corners.iter().copied().zip(radii.iter().copied());
        Drawing::of(rounded(&both.collect::<Vec<_>>()))
    };
    Draft::base(drawing, 0.0, random.log_between([0.05, 8.0]))
}
