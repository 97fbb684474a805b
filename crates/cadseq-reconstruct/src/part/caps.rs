//! Parts by their caps: faces along an axis that face the camera, with their outlines straight from the picture, each with what is
//! below it.
//!
//! Thin plates, which are less than a cell of the carved box, have their outlines from here; so have stepped parts, whose caps go down to
//! one height together.

use cadseq_program::Plane;
use cadseq_render::Picture;
use glam::DVec2;

use super::THIN;
use super::boxes::{Planes, axes_of};
use super::outline::Loop;
use super::placed::Placed;
use super::relief::Relief;
use super::residual::{cut_onto, onto_plane};
use super::sketches::{Level, SlabLoop, Stacked, levelled};
use crate::contour::{contours, signed_area};

/// Least share of the part's pixels that a cap has, alone and beside others.
const LARGE: f64 = 0.12;
const SMALL: f64 = 0.01;

/// Least pixels of a hole in a cap.
const MIN_HOLE: f64 = 9.0;

/// How many lower planes a cap is tried down to.
const DEPTHS: usize = 3;

/// A face along a plane's normal.
struct Cap {
    pixels: usize,
    height: f64,
    loops: Vec<SlabLoop>,
}

/// Each large cap down to planes below it, and all caps of an axis down to the lowest one.
pub(super) fn stacks(relief: &Relief, planes: &Planes, placed: &Placed) -> Vec<Stacked> {
    let shown = relief.shown.iter().filter(|&&shown| shown).count() as f64;
    let mut stacks = Vec::new();
    for plane in Plane::ALL {
        let [_, _, (axis, is_back)] = axes_of(plane);
        let height_of = |value: f64| if is_back { -value } else { value };
        let caps = caps(relief, placed, plane, axis, (SMALL * shown) as usize);
        for cap in caps.iter().filter(|cap| cap.pixels as f64 > LARGE * shown) {
            let mut depths: Vec<f64> = planes[axis]
                .iter()
                .map(|&value| cap.height - height_of(value))
                .filter(|&depth| depth > THIN)
                .collect();
            depths.sort_by(f64::total_cmp);
            depths.truncate(DEPTHS);
            depths.push(THIN);
            stacks.extend(depths.into_iter().map(|depth| Stacked {
                levels: vec![cap.down_to(plane, cap.height - depth)],
            }));
        }
        let heights = planes[axis].iter().map(|&value| height_of(value));
        let Some(lowest) = heights.reduce(f64::min) else {
            continue;
        };
        let above: Vec<&Cap> = caps
            .iter()
            .filter(|cap| cap.height > lowest + THIN)
            .collect();
        if above.len() > 1 {
            stacks.push(Stacked {
                levels: above.iter().map(|cap| cap.down_to(plane, lowest)).collect(),
            });
        }
    }
    stacks
}

impl Cap {
    fn down_to(&self, plane: Plane, lowest: f64) -> Level {
        Level {
            plane,
            is_cut: false,
            heights: [lowest, self.height],
            loops: self.loops.clone(),
        }
    }
}

/// The caps of an axis, the largest first.
fn caps(
    relief: &Relief,
    placed: &Placed,
    plane: Plane,
    axis: usize,
    min_pixels: usize,
) -> Vec<Cap> {
    let mut caps: Vec<Cap> = relief
        .faces(axis)
        .into_iter()
        .filter(|face| face.len() > min_pixels)
        .filter_map(|face| {
            let mut heights: Vec<f64> = face
                .iter()
                .map(|&pixel| plane.to_sketch(relief.points[pixel]).1)
                .collect();
            heights.sort_by(f64::total_cmp);
            let height = heights[heights.len() / 2];
            let loops = loops(relief.size, &face, |pixel| {
                onto_plane(placed, plane, height, pixel)
            });
            (!loops.is_empty()).then_some(Cap {
                pixels: face.len(),
                height,
                loops,
            })
        })
        .collect();
    caps.sort_by_key(|cap| std::cmp::Reverse(cap.pixels));
    caps
}

/// The outline of pixels and of the holes in them.
fn loops(size: usize, pixels: &[usize], onto: impl Fn(DVec2) -> DVec2) -> Vec<SlabLoop> {
    let mut map = Picture::filled(size, size, 0.0);
    for &pixel in pixels {
        map.luma[pixel] = 1.0;
    }
    let mut lines: Vec<(f64, Vec<DVec2>)> = contours(&map, 0.5)
        .into_iter()
        .map(|line| (signed_area(&line).abs(), line))
        .filter(|(area, _)| *area > MIN_HOLE)
        .collect();
    lines.sort_by(|a, b| b.0.total_cmp(&a.0));
    let outlines = lines.iter().filter_map(|(_, line)| {
        let outline: Loop = cut_onto(line, &onto)?;
        Some(levelled(outline))
    });
    outlines
        .enumerate()
        .map(|(index, outline)| SlabLoop {
            outline,
            is_filled: index == 0,
        })
        .collect()
}
