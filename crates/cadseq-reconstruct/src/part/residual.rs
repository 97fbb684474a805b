//! What a hypothesis does not explain on one of its faces, as features on that face: holes, pockets, bosses.

use cadseq_program::Plane;
use cadseq_render::{Picture, SurfaceBuffer};
use cadseq_solid::Surface;
use glam::DVec2;

use super::Hypothesis;
use super::outline::{Loop, cut};
use super::placed::Placed;
use super::relief::center;
use super::sketches::{Level, SlabLoop, Stacked};
use crate::connected::regions;
use crate::contour::{contours, signed_area};

/// Pixels of a region that may be a feature, at least; and its share of its face, at most.
const MIN_PIXELS: usize = 7;
const MAX_SHARE: f64 = 0.7;

/// Most features that are tried at once.
const MAX_FEATURES: usize = 36;

/// How far the points of a region's outline lie from the truth, in pixels.
pub(super) const SIGMA_PX: f64 = 0.7;

/// How far a through hole reaches beyond the part, in model units.
pub(super) const BEYOND: f64 = 0.5;

/// How far the relief must be off the face to show something else, in model units.
const OTHER_HEIGHT: f64 = 0.35;

/// Heights nearer than this are one, in model units.
const SAME_HEIGHT: f64 = 1e-6;

/// Shorter side of a round outline's box, as a share of the longer, at least.
const ROUND_BOX: f64 = 0.6;

/// Least height of a boss and depth of a pocket, in model units.
const MIN_RISE: f64 = 0.15;

/// The stack with one more feature, for every feature that may be there, the largest first; `seen` is what its camera shows.
pub(super) fn features(current: &Hypothesis, seen: &SurfaceBuffer) -> Vec<Stacked> {
    let size = current.relief.size;
    let mut found: Vec<(usize, Stacked)> = Vec::new();
    for face in 0..current.mesh.faces.len() {
        let Some(face) = Face::new(current, seen, face, size) else {
            continue;
        };
        for region in face.unexplained() {
            let is_likely = region.len() >= MIN_PIXELS
                && region.len() as f64 <= MAX_SHARE * face.pixels.len() as f64;
            if is_likely {
                let features = face.features(&region);
                found.extend(features.into_iter().map(|one| (region.len(), one)));
            }
        }
    }
    found.sort_by_key(|(pixels, _)| std::cmp::Reverse(*pixels));
    found.truncate(MAX_FEATURES);
    found.into_iter().map(|(_, stacked)| stacked).collect()
}

/// A stack with one more level: joins before cuts.
pub(super) fn with(stacked: &Stacked, level: Level) -> Stacked {
    let mut stacked = stacked.clone();
    let cuts = stacked.levels.iter().position(|level| level.is_cut);
    let place = match cuts {
        Some(cuts) if !level.is_cut => cuts,
        _ => stacked.levels.len(),
    };
    stacked.levels.insert(place, level);
    stacked
}

/// A visible face of a hypothesis along one of the part's axes.
struct Face<'a> {
    current: &'a Hypothesis,
    size: usize,
    axis: usize,
    plane: Plane,
    pixels: Vec<usize>,
    /// The face's height over the plane, and that of the relief where it shows the face.
    height: f64,
    relief_height: f64,
}

impl<'a> Face<'a> {
    fn new(
        current: &'a Hypothesis,
        seen: &SurfaceBuffer,
        face: usize,
        size: usize,
    ) -> Option<Self> {
        let Surface::Plane { .. } = current.mesh.faces[face].surface else {
            return None;
        };
        let pixels: Vec<usize> = (0..size * size)
            .filter(|&pixel| seen.face[pixel] == face as u32)
            .collect();
        let first = *pixels.first()?;
        let part_from_camera = current.placed.view.camera.camera_from_world.transpose();
        let normal = part_from_camera * seen.normal[first].as_dvec3();
        let axis = (0..3).find(|&axis| normal[axis] > 0.999)?;
        let plane = Plane::ALL
            .into_iter()
            .find(|plane| plane.normal()[axis] > 0.5)?;
        let depth = f64::from(seen.depth[first]);
        let point = current.placed.point(center(first, size), depth);
        let mut face = Self {
            current,
            size,
            axis,
            plane,
            pixels,
            height: plane.to_sketch(point).1,
            relief_height: 0.0,
        };
        let shows_face = |&pixel: &usize| face.agrees(pixel);
        let agreeing: Vec<usize> = face.pixels.iter().copied().filter(shows_face).collect();
        face.relief_height = face.median_height(&agreeing)?;
        Some(face)
    }

    /// Whether the picture shows a face of this direction at a pixel.
    fn agrees(&self, pixel: usize) -> bool {
        self.current.relief.shown[pixel] && self.current.relief.axes[pixel] == Some(self.axis)
    }

    /// The middle height of the relief over pixels.
    fn median_height(&self, pixels: &[usize]) -> Option<f64> {
        let points = &self.current.relief.points;
        let mut heights: Vec<f64> = pixels
            .iter()
            .map(|&pixel| points[pixel][self.axis])
            .collect();
        heights.sort_by(f64::total_cmp);
        heights.get(heights.len() / 2).copied()
    }

    /// Connected pixels of the face where the picture shows something else, or a face at another height.
    fn unexplained(&self) -> Vec<Vec<usize>> {
        let is_other = |pixel: usize| {
            let height = self.current.relief.points[pixel][self.axis];
            !self.agrees(pixel) || (height - self.relief_height).abs() > OTHER_HEIGHT
        };
        regions(self.size, &self.pixels, is_other)
    }

    /// What may be at a region: a hole through the level below the face or through the part, a pocket, a boss.
    fn features(&self, region: &[usize]) -> Vec<Stacked> {
        let Some(outline) = self.outline(region) else {
            return Vec::new();
        };
        let shown = &self.current.relief.shown;
        let shown: Vec<usize> = region
            .iter()
            .copied()
            .filter(|&pixel| shown[pixel])
            .collect();
        let rise = self
            .median_height(&shown)
            .map_or(0.0, |height| height - self.relief_height);
        let bounds = self.current.mesh.bounds();
        let height_of = |corner| self.plane.to_sketch(corner).1;
        let lowest = height_of(bounds.min).min(height_of(bounds.max));
        let top = self.height;
        let mut choices = vec![([lowest - BEYOND, top], true)];
        if rise < -MIN_RISE && top + rise > lowest + MIN_RISE {
            choices.push(([top + rise, top], true));
        }
        if rise > MIN_RISE {
            choices.push(([top, top + rise], false));
        }
        let outlines = [circle(&outline), Some(outline)]
            .into_iter()
            .rev()
            .flatten();
        outlines
            .flat_map(|outline| {
                let levels = choices.iter().map(|&(heights, is_cut)| {
                    let level = Level {
                        plane: self.plane,
                        is_cut,
                        heights,
                        loops: vec![SlabLoop {
                            outline: outline.clone(),
                            is_filled: true,
                        }],
                    };
                    with(&self.current.stacked, level)
                });
                let hole = self.hole_in_level(&outline);
                hole.into_iter().chain(levels).collect::<Vec<_>>()
            })
            .collect()
    }

    /// The outline of a region of pixels, laid onto the face's plane.
    fn outline(&self, region: &[usize]) -> Option<Loop> {
        let mut map = Picture::filled(self.size, self.size, 0.0);
        for &pixel in region {
            map.luma[pixel] = 1.0;
        }
        let longest = contours(&map, 0.5).into_iter().max_by_key(Vec::len)?;
        let placed = &self.current.placed;
        cut_onto(&longest, SIGMA_PX, |pixel| {
            onto_plane(placed, self.plane, self.height, pixel)
        })
    }

    /// A hole in the sketch of the level whose upper end the face is.
    fn hole_in_level(&self, outline: &Loop) -> Option<Stacked> {
        let mut stacked = self.current.stacked.clone();
        let level = stacked.levels.iter_mut().find(|level| {
            let is_top = (level.heights[1] - self.height).abs() < SAME_HEIGHT;
            level.plane == self.plane && !level.is_cut && is_top
        })?;
        level.loops.push(SlabLoop {
            outline: outline.clone(),
            is_filled: false,
        });
        Some(stacked)
    }
}

/// Where the ray of a pixel meets a height over a plane, in sketch coordinates.
pub(super) fn onto_plane(placed: &Placed, plane: Plane, height: f64, pixel: DVec2) -> DVec2 {
    let (eye, eye_height) = plane.to_sketch(placed.point(pixel, 0.0));
    let (along, fall) = plane.to_sketch(placed.ray(pixel));
    eye + along * ((height - eye_height) / fall)
}

/// The circle of a chain's middle and area, where its box is about square.
fn circle(outline: &Loop) -> Option<Loop> {
    if let Loop::Circle { .. } = outline {
        return None;
    }
    let points = outline.points();
    let low = points.iter().copied().reduce(DVec2::min)?;
    let high = points.iter().copied().reduce(DVec2::max)?;
    let size = high - low;
    let is_round = size.min_element() > ROUND_BOX * size.max_element();
    is_round.then(|| Loop::Circle {
        center: low.midpoint(high),
        radius: (signed_area(&points).abs() / std::f64::consts::PI).sqrt(),
    })
}

/// A line of pixels, which are that far off, as a loop of the plane onto which they are laid.
pub(super) fn cut_onto(
    line: &[DVec2],
    sigma_px: f64,
    onto: impl Fn(DVec2) -> DVec2,
) -> Option<Loop> {
    let mut laid: Vec<DVec2> = line.iter().map(|&point| onto(point)).collect();
    if laid.iter().any(|point| !point.is_finite()) {
        return None;
    }
    if signed_area(&laid) < 0.0 {
        laid.reverse();
    }
    // A pixel of the plane, by the areas.
    let pixel = (signed_area(&laid) / signed_area(line).abs().max(1e-9)).sqrt();
    (pixel > 1e-6).then(|| cut(&laid, sigma_px * pixel))
}
