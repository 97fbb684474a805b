//! The axis of a turned part, by the symmetry of its mask.

use cadseq_program::Plane;
use glam::{DMat3, DVec2, DVec3, Mat3};

use super::super::judge::Judge;
use super::super::placed::Placed;
use super::super::relief::{center, pixel_at};
use super::super::sized;

/// Share of the mask that its mirror image must cover.
const MIRRORED: f64 = 0.9;

/// Least sine of the angle between the axis and the viewing direction.
const LEAST_TILT: f64 = 0.12;

/// How far from the mask's middle the axis is looked for, as a share of the picture; and in which steps, in pixels.
const SHIFT: f64 = 0.25;
const STEPS_PX: [f64; 2] = [1.0, 0.25];

/// Of how many of the mask's pixels one is looked at in coarse steps.
const SOME: usize = 5;

/// Mask from which on a pixel shows the part.
const SHOWN: f32 = 0.5;

/// The axis of a turned part.
#[derive(Debug, Clone, Copy)]
pub(super) struct Axis {
    /// The plane that it is square to.
    pub plane: Plane,
    /// Where it meets the plane.
    pub center: DVec2,
}

impl Axis {
    /// The axis square to a plane about which the mask is most symmetric; `None` where it is not, or where it is seen end on.
    pub(super) fn found(plane: Plane, judge: &Judge, placed: &Placed) -> Option<Self> {
        let placed = &sized(placed, judge.maps.size);
        let size = judge.maps.size;
        let shown: Vec<usize> = (0..size * size)
            .filter(|&pixel| judge.maps.mask[pixel] > SHOWN)
            .collect();
        let middle = shown
            .iter()
            .map(|&pixel| center(pixel, size))
            .sum::<DVec2>()
            / shown.len().max(1) as f64;
        let tilt = plane
            .normal()
            .cross(placed.ray(middle).normalize())
            .length();
        if shown.is_empty() || tilt < LEAST_TILT {
            return None;
        }
        let at = placed.point(middle, placed.depth);
        let along = placed.pixel(at + plane.normal() * 0.1)? - placed.pixel(at)?;
        let across = along.normalize_or(DVec2::Y).perp();
        let points = placed.points_at(placed.depth);
        let covered = |shift: f64, every: usize| {
            let mirror = mirror(middle + across * shift, plane, placed, points);
            let some = shown.iter().step_by(every);
            let count = some.len() as f64;
            let mirrored = some.filter(|&&pixel| {
                let image = mirror * center(pixel, size).extend(1.0).as_vec3();
                let at = image.truncate() / image.z;
                let is_inside =
                    image.z > 0.0 && at.min_element() >= 0.0 && at.max_element() < size as f32;
                is_inside && judge.maps.mask[pixel_at(at.as_dvec2(), size)] > SHOWN
            });
            mirrored.count() as f64 / count
        };
        let [coarse, fine] = STEPS_PX;
        let reach = SHIFT * size as f64;
        let (_, shift) = best_shift(0.0, reach, coarse, |shift| covered(shift, SOME));
        let (best, shift) = best_shift(shift, coarse, fine, |shift| covered(shift, 1));
        (best > MIRRORED).then(|| {
            let on_axis = placed.point(middle + across * shift, placed.depth);
            Self {
                plane,
                center: plane.to_sketch(on_axis).0,
            }
        })
    }

    /// The point at a radius, a direction (of length 1) and a height.
    pub(super) fn point(&self, radius: f64, direction: DVec2, height: f64) -> DVec3 {
        self.plane
            .to_world(self.center + direction * radius, height)
    }
}

/// The highest score, with its shift, of those within `reach` of a first one.
fn best_shift(first: f64, reach: f64, step: f64, score: impl Fn(f64) -> f64) -> (f64, f64) {
    let count = (reach / step) as i32;
    (-count..=count)
        .map(|index| first + f64::from(index) * step)
        .map(|shift| (score(shift), shift))
        .fold(
            (-1.0, first),
            |best, one| if one.0 > best.0 { one } else { best },
        )
}

/// The pixel where what a pixel shows would be seen if it were mirrored in the plane through the eye and an axis that `pixel` shows:
/// from (x, y, 1), in homogeneous coordinates. `points` as of [`Placed::points_at`].
fn mirror(pixel: DVec2, plane: Plane, placed: &Placed, points: DMat3) -> Mat3 {
    let normal = plane.normal().cross(placed.ray(pixel)).normalize();
    let through = points * pixel.extend(1.0);
    let reflection = DMat3::IDENTITY - outer(normal, normal * 2.0);
    let reflected = reflection * points + outer(normal * (2.0 * through.dot(normal)), DVec3::Z);
    let (matrix, offset) = placed.homogeneous();
    (matrix * reflected + outer(offset, DVec3::Z)).as_mat3()
}

/// The matrix whose product with a vector is `column` times the vector's product with `row`.
fn outer(column: DVec3, row: DVec3) -> DMat3 {
    DMat3::from_cols(column * row.x, column * row.y, column * row.z)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::part::placed::tests::cameras;

    #[test]
    fn points_on_both_sides_of_an_axis_are_mirror_images() {
        for placed in cameras() {
            let points = placed.points_at(placed.depth);
            for plane in Plane::ALL {
                // The axis is seen through this pixel, at the depth that all pixels are taken at.
                let pixel = DVec2::new(40.0, 52.0);
                let mirror = mirror(pixel, plane, &placed, points).as_dmat3();
                let normal = plane.normal().cross(placed.ray(pixel)).normalize();
                let on_axis = placed.point(pixel, placed.depth);
                for seen in [DVec2::new(31.5, 60.25), DVec2::new(55.0, 20.0)] {
                    let point = placed.point(seen, placed.depth);
                    let other = point - normal * (2.0 * (point - on_axis).dot(normal));
                    let wanted = placed.view.project(other).expect("before the camera");
                    let image = mirror * seen.extend(1.0);
                    assert!((image.truncate() / image.z).distance(wanted) < 1e-3);
                }
            }
        }
    }
}
