//! Parts by their caps: faces along an axis that face the camera, with their outlines straight from the picture, each with what is
//! below it.
//!
//! Thin plates, which are less than a cell of the carved box, have their outlines from here; so have stepped parts, whose caps go down to
//! one height together.

use cadseq_model::Maps;
use cadseq_program::Plane;
use cadseq_render::Picture;
use glam::{DVec2, DVec3};

use super::THIN;
use super::boxes::{Planes, axes_of};
use super::outline::Loop;
use super::placed::Placed;
use super::relief::{Relief, center, edge_score, pixel_at};
use super::residual::{SIGMA_PX, cut_onto, onto_plane, regions};
use super::sketches::{Level, SlabLoop, Stacked, levelled};
use crate::contour::{contours, signed_area};

/// Least share of the part's pixels that a cap has, alone and beside others.
const LARGE: f64 = 0.05;
const SMALL: f64 = 0.01;

/// Least pixels of a hole in a cap.
const MIN_HOLE: f64 = 9.0;

/// Score from which on an edge bounds a region.
const BOUND: f32 = 0.3;

/// How far a region that edges bound reaches onto them, in pixels.
const ONTO_EDGES_PX: usize = 2;

/// How far points of its outline deviate, in pixels.
const EDGE_SIGMA_PX: f64 = 0.35;

/// Least cosine between the mean normal of such a region and an axis (25 degrees).
const ALONG: f64 = 0.906;

/// How many lower planes a cap is tried down to.
const DEPTHS: usize = 3;

/// A step along what a cap sweeps, and how far that goes, in model units.
const SWEEP_STEP: f64 = 0.04;
const MAX_SWEEP: f64 = 14.0;

/// Pixels of a cap that are swept, and the share of them that may leave the silhouette.
const SWEPT: usize = 400;
const LEAVING: f64 = 0.03;

/// A face along a plane's normal.
struct Cap {
    pixels: usize,
    height: f64,
    /// How far it can be swept downwards within the silhouette.
    swept: f64,
    loops: Vec<SlabLoop>,
}

/// Each large cap down to planes below it, and all caps of an axis down to the lowest one.
pub(super) fn stacks(
    relief: &Relief,
    planes: &Planes,
    placed: &Placed,
    maps: &Maps,
) -> Vec<Stacked> {
    let shown = relief.shown.iter().filter(|&&shown| shown).count() as f64;
    let bounded = bounded(relief, maps);
    let mut stacks = Vec::new();
    for plane in Plane::ALL {
        let [_, _, (axis, is_back)] = axes_of(plane);
        let height_of = |value: f64| if is_back { -value } else { value };
        let of_labels: Vec<Vec<usize>> = faces_of(relief.faces(axis), SMALL * shown);
        let caps = caps(&of_labels, SIGMA_PX, relief, placed, plane);
        let of_edges = bounded
            .iter()
            .filter(|region| is_along(region, axis, relief));
        let of_edges = faces_of(of_edges.cloned().collect(), LARGE * shown);
        let of_edges = self::caps(&of_edges, EDGE_SIGMA_PX, relief, placed, plane);
        for cap in caps
            .iter()
            .chain(&of_edges)
            .filter(|cap| cap.pixels as f64 > LARGE * shown)
        {
            let mut depths: Vec<f64> = planes[axis]
                .iter()
                .map(|&value| cap.height - height_of(value))
                .filter(|&depth| depth > THIN)
                .collect();
            depths.sort_by(f64::total_cmp);
            depths.truncate(DEPTHS);
            depths.extend([cap.swept, THIN]);
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

/// The faces of more than some pixels, the largest first.
fn faces_of(mut faces: Vec<Vec<usize>>, min_pixels: f64) -> Vec<Vec<usize>> {
    faces.retain(|face| face.len() as f64 > min_pixels);
    faces.sort_by_key(|face| std::cmp::Reverse(face.len()));
    faces
}

/// The caps of faces along a plane's normal.
fn caps(
    faces: &[Vec<usize>],
    sigma_px: f64,
    relief: &Relief,
    placed: &Placed,
    plane: Plane,
) -> Vec<Cap> {
    faces
        .iter()
        .filter_map(|face| {
            let mut heights: Vec<f64> = face
                .iter()
                .map(|&pixel| plane.to_sketch(relief.points[pixel]).1)
                .collect();
            heights.sort_by(f64::total_cmp);
            let height = heights[heights.len() / 2];
            let loops = loops(relief.size, face, sigma_px, |pixel| {
                onto_plane(placed, plane, height, pixel)
            });
            (!loops.is_empty()).then_some(Cap {
                pixels: face.len(),
                height,
                swept: swept(face, height, plane, relief, placed),
                loops,
            })
        })
        .collect()
}

/// The regions of the part that edges bound, whatever their labels.
fn bounded(relief: &Relief, maps: &Maps) -> Vec<Vec<usize>> {
    let size = relief.size;
    let shown: Vec<usize> = (0..size * size)
        .filter(|&pixel| relief.shown[pixel])
        .collect();
    let mut regions = regions(size, &shown, |pixel| edge_score(maps, pixel) < BOUND);
    let mut is_free = vec![false; size * size];
    for &pixel in &shown {
        is_free[pixel] = edge_score(maps, pixel) >= BOUND;
    }
    let mut first: Vec<usize> = vec![0; regions.len()];
    for _ in 0..ONTO_EDGES_PX {
        for (region, first) in regions.iter_mut().zip(&mut first) {
            let end = region.len();
            for index in *first..end {
                let (x, y) = (region[index] % size, region[index] / size);
                for (x, y) in [
                    (x.wrapping_sub(1), y),
                    (x + 1, y),
                    (x, y.wrapping_sub(1)),
                    (x, y + 1),
                ] {
                    if x < size && y < size && std::mem::take(&mut is_free[y * size + x]) {
                        region.push(y * size + x);
                    }
                }
            }
            *first = end;
        }
    }
    regions
}

/// Whether the mean normal of a region is nearly an axis.
fn is_along(region: &[usize], axis: usize, relief: &Relief) -> bool {
    let sum: DVec3 = region.iter().map(|&pixel| relief.normals[pixel]).sum();
    sum.normalize_or_zero()[axis] > ALONG
}

/// How far a face at a height can be swept downwards before it leaves the silhouette: the length of a part of one extrude, one end
/// of which is seen.
fn swept(face: &[usize], height: f64, plane: Plane, relief: &Relief, placed: &Placed) -> f64 {
    let size = relief.size;
    let is_of_face = {
        let mut mask = vec![false; size * size];
        face.iter().for_each(|&pixel| mask[pixel] = true);
        mask
    };
    let is_inner = |&&pixel: &&usize| {
        let (x, y) = (pixel % size, pixel / size);
        (1..size - 1).contains(&x)
            && (1..size - 1).contains(&y)
            && (y - 1..=y + 1).all(|y| (x - 1..=x + 1).all(|x| is_of_face[y * size + x]))
    };
    let shows = |point: DVec3| {
        let pixel = placed.pixel(point);
        pixel.is_some_and(|at| relief.shown[pixel_at(at, size)])
    };
    let every = face.len() / SWEPT + 1;
    let mut lengths: Vec<f64> = face
        .iter()
        .filter(is_inner)
        .step_by(every)
        .map(|&pixel| {
            let at = onto_plane(placed, plane, height, center(pixel, size));
            (1..(MAX_SWEEP / SWEEP_STEP) as usize)
                .map(|step| step as f64 * SWEEP_STEP)
                .find(|&length| !shows(plane.to_world(at, height - length)))
                .unwrap_or(MAX_SWEEP)
        })
        .collect();
    lengths.sort_by(f64::total_cmp);
    let shortest = lengths.get((LEAVING * lengths.len() as f64) as usize);
    shortest.map_or(THIN, |&length| length.max(THIN))
}

/// The outline of pixels and of the holes in them.
fn loops(
    size: usize,
    pixels: &[usize],
    sigma_px: f64,
    onto: impl Fn(DVec2) -> DVec2,
) -> Vec<SlabLoop> {
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
        let outline: Loop = cut_onto(line, sigma_px, &onto)?;
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
