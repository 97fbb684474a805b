//! Parts by their caps: faces along an axis that face the camera, with their outlines straight from the picture, each with what is
//! below it.
//!
//! Thin plates, which are less than a cell of the carved box, have their outlines from here; so have stepped parts, whose caps go down to
//! one height together, and prisms, one end of which is seen and which are as long as their silhouette. Faces are what labels say, and
//! regions of the picture that edges bound: those have sharper outlines, and need no normals but a mean one.

use cadseq_model::Maps;
use cadseq_program::Plane;
use cadseq_render::Picture;
use glam::{DVec2, DVec3};

use super::THIN;
use super::boxes::{Planes, axes_of};
use super::judge::Judge;
use super::outline::Loop;
use super::placed::Placed;
use super::relief::{Relief, center, edge_score, pixel_at};
use super::residual::{SIGMA_PX, cut_onto, onto_plane};
use super::sketches::{Level, SlabLoop, Stacked, levelled};
use crate::connected::{SIDES, neighbours, regions};
use crate::contour::{contours, signed_area};

/// Least share of the part's pixels that a cap has, alone and beside others.
const LARGE: f64 = 0.05;
const SMALL: f64 = 0.01;

/// Least pixels of a hole in a cap.
const MIN_HOLE: f64 = 9.0;

/// Score from which on an edge bounds a region.
const BOUND: f32 = 0.3;

/// How far a region that edges bound reaches onto them, in pixels.
const ONTO_EDGES_PX: usize = 4;

/// Share of common pixels from which on such a region is a face that labels say already.
const SAME: f64 = 0.85;

/// The outlines of regions that edges bound are also drawn as if they were off by this much, in pixels: they have no steps of labels.
const FINE_SIGMA_PX: f64 = 0.35;

/// Least cosine between the mean normal of such a region and an axis (25 degrees).
const ALONG: f64 = 0.906;

/// How many lower planes a cap is tried down to.
const DEPTHS: usize = 3;

/// A step along what a cap sweeps, and how far that goes, in model units.
const SWEEP_STEP: f64 = 0.04;
const MAX_SWEEP: f64 = 14.0;

/// Pixels of a cap that are swept, and the shares of them that may leave the silhouette.
const SWEPT: usize = 400;
const LEAVING: [f64; 2] = [0.03, 0.1];

/// A face along a plane's normal.
struct Face<'a> {
    plane: Plane,
    pixels: &'a [usize],
    height: f64,
    /// How far it can be swept downwards within the silhouette.
    swept: [f64; 2],
}

/// A face with its outline.
struct Cap<'a> {
    face: &'a Face<'a>,
    loops: Vec<SlabLoop>,
}

/// Each large cap down to planes below it, as long as the silhouette, and as a sheet; and all caps of an axis down to the lowest plane.
pub(super) fn stacks(
    relief: &Relief,
    planes: &Planes,
    placed: &Placed,
    judge: &Judge,
) -> Vec<Stacked> {
    let shown = relief.shown.iter().filter(|&&shown| shown).count() as f64;
    // In photographs they leak through gaps, or are cut by what is no edge.
    let bounded = if judge.is_clean {
        let turned = |pixel| nearest_axis(pixel, placed, &judge.maps);
        let mut all = bounded(relief, &judge.maps, |_| 0);
        for region in bounded(relief, &judge.maps, turned) {
            if !all.contains(&region) {
                all.push(region);
            }
        }
        all
    } else {
        Vec::new()
    };
    let mut stacks = Vec::new();
    for plane in Plane::ALL {
        let [_, _, (axis, is_back)] = axes_of(plane);
        let heights = planes[axis].iter();
        let heights: Vec<f64> = heights
            .map(|&value| if is_back { -value } else { value })
            .collect();
        let faces = of_size(relief.faces(axis), SMALL * shown);
        let masks: Vec<Vec<bool>> = faces
            .iter()
            .map(|face| painted(relief.size, face))
            .collect();
        let is_face = |one: &[usize]| {
            let mut faces = faces.iter().zip(&masks);
            faces.any(|(face, mask)| is_mostly(one, face, mask))
        };
        let along = bounded.iter();
        let along = along.filter(|one| is_along(one, axis, relief) && !is_face(one));
        let regions = of_size(along.cloned().collect(), LARGE * shown);
        let [faces, regions] = [&faces, &regions].map(|all| -> Vec<Face> {
            let all = all.iter();
            all.map(|pixels| Face::new(pixels, plane, relief, placed))
                .collect()
        });
        let [bounded, fine] =
            [SIGMA_PX, FINE_SIGMA_PX].map(|sigma_px| caps(&regions, relief.size, placed, sigma_px));
        let faces = caps(&faces, relief.size, placed, SIGMA_PX);
        let large = faces
            .iter()
            .filter(|cap| cap.face.pixels.len() as f64 > LARGE * shown);
        let alone = large
            .chain(&bounded)
            .chain(&fine)
            .flat_map(|cap| cap.alone(&heights));
        for stacked in alone.chain(together(&faces, &heights)) {
            if !stacks.contains(&stacked) {
                stacks.push(stacked);
            }
        }
    }
    stacks
}

/// All caps of an axis down to the lowest plane, where more than one is above it.
fn together(caps: &[Cap], heights: &[f64]) -> Option<Stacked> {
    let lowest = heights.iter().copied().reduce(f64::min)?;
    let above = caps.iter().filter(|cap| cap.face.height > lowest + THIN);
    let levels: Vec<Level> = above.map(|cap| cap.down_to(lowest)).collect();
    (levels.len() > 1).then_some(Stacked { levels })
}

impl<'a> Face<'a> {
    fn new(pixels: &'a [usize], plane: Plane, relief: &Relief, placed: &Placed) -> Self {
        let mut heights: Vec<f64> = pixels
            .iter()
            .map(|&pixel| plane.to_sketch(relief.points[pixel]).1)
            .collect();
        heights.sort_by(f64::total_cmp);
        let height = heights[heights.len() / 2];
        Self {
            plane,
            pixels,
            height,
            swept: swept(pixels, height, plane, relief, placed),
        }
    }
}

impl Cap<'_> {
    /// It alone, down to the next planes below it, as long as the silhouette, and as a sheet.
    fn alone(&self, heights: &[f64]) -> Vec<Stacked> {
        let depths = heights.iter().map(|height| self.face.height - height);
        let mut depths: Vec<f64> = depths.filter(|&depth| depth > THIN).collect();
        depths.sort_by(f64::total_cmp);
        depths.truncate(DEPTHS);
        depths.extend(self.face.swept);
        depths.push(THIN);
        let levels = depths
            .into_iter()
            .map(|depth| self.down_to(self.face.height - depth));
        levels
            .map(|level| Stacked {
                levels: vec![level],
            })
            .collect()
    }

    fn down_to(&self, lowest: f64) -> Level {
        Level {
            plane: self.face.plane,
            is_cut: false,
            heights: [lowest, self.face.height],
            loops: self.loops.clone(),
        }
    }
}

/// The faces of more than some pixels, the largest first.
fn of_size(mut faces: Vec<Vec<usize>>, min_pixels: f64) -> Vec<Vec<usize>> {
    faces.retain(|face| face.len() as f64 > min_pixels);
    faces.sort_by_key(|face| std::cmp::Reverse(face.len()));
    faces
}

/// The faces with their outlines, whose points are that far off, where they have one.
fn caps<'a>(faces: &'a [Face<'a>], size: usize, placed: &Placed, sigma_px: f64) -> Vec<Cap<'a>> {
    faces
        .iter()
        .filter_map(|face| {
            let loops = loops(size, face.pixels, sigma_px, |pixel| {
                onto_plane(placed, face.plane, face.height, pixel)
            });
            (!loops.is_empty()).then_some(Cap { face, loops })
        })
        .collect()
}

/// The axis that the normal of a pixel is turned to rather than to the others: edges have gaps, and labels are lost where faces are narrow.
fn nearest_axis(pixel: usize, placed: &Placed, maps: &Maps) -> usize {
    let normal = DVec3::from_array(maps.normals[pixel].map(f64::from));
    (placed.part_from_crop * normal).max_position()
}

/// The regions of the part that edges bound, and bounds between pixels of other classes of three, whatever their labels.
fn bounded(relief: &Relief, maps: &Maps, class: impl Fn(usize) -> usize) -> Vec<Vec<usize>> {
    let size = relief.size;
    let shown: Vec<usize> = (0..size * size)
        .filter(|&pixel| relief.shown[pixel])
        .collect();
    let of_class = |wanted: usize| {
        let is_in = |pixel| edge_score(maps, pixel) < BOUND && class(pixel) == wanted;
        regions(size, &shown, is_in)
    };
    let mut regions = [0, 1, 2].map(of_class).concat();
    let mut is_free = painted(size, &shown);
    for &pixel in regions.iter().flatten() {
        is_free[pixel] = false;
    }
    let mut first: Vec<usize> = vec![0; regions.len()];
    for _ in 0..ONTO_EDGES_PX {
        for (region, first) in regions.iter_mut().zip(&mut first) {
            let end = region.len();
            for index in *first..end {
                let free = neighbours(region[index], [size, size], SIDES);
                region.extend(free.filter(|&pixel| std::mem::take(&mut is_free[pixel])));
            }
            *first = end;
        }
    }
    regions
}

/// Whether two regions have more pixels in common than [`SAME`] of all of theirs; `is_of_other` is the second, [`painted`].
fn is_mostly(one: &[usize], other: &[usize], is_of_other: &[bool]) -> bool {
    let common = one.iter().filter(|&&pixel| is_of_other[pixel]).count();
    common as f64 > SAME * (one.len() + other.len() - common) as f64
}

/// For each pixel of a square, whether it is one of some.
fn painted(size: usize, pixels: &[usize]) -> Vec<bool> {
    let mut painted = vec![false; size * size];
    for &pixel in pixels {
        painted[pixel] = true;
    }
    painted
}

/// Whether the mean normal of a region is nearly an axis.
fn is_along(region: &[usize], axis: usize, relief: &Relief) -> bool {
    let sum: DVec3 = region.iter().map(|&pixel| relief.normals[pixel]).sum();
    sum.normalize_or_zero()[axis] > ALONG
}

/// How far a face at a height can be swept downwards before it leaves the silhouette: the length of a part of one extrude, one end
/// of which is seen.
fn swept(face: &[usize], height: f64, plane: Plane, relief: &Relief, placed: &Placed) -> [f64; 2] {
    let size = relief.size;
    let is_of_face = painted(size, face);
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
    LEAVING.map(|share| {
        let shortest = lengths.get((share * lengths.len() as f64) as usize);
        shortest.map_or(THIN, |&length| length.max(THIN))
    })
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
