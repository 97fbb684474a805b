//! Links: two eyes and what connects them.

use glam::DVec2;

use crate::parts::{
    draft::Draft,
    drawing::Drawing,
    loops::{circle, hull},
};
use crate::random::Random;

pub(crate) fn link(random: &mut Random) -> Draft {
    let large = random.log_between(0.08, 0.3);
    let small = large * random.between(0.5, 1.0);
    let centers = [DVec2::ZERO, DVec2::X * random.between(0.9, 1.3)];
    let thickness = random.log_between(0.04, 0.3);
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
