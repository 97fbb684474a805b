//! How well a solid explains what is seen.

use std::borrow::Cow;

use cadseq_model::{EXIT_FLOOR, EXIT_REACH, Maps};
use cadseq_program::Program;
use cadseq_render::{SurfaceBuffer, exits, surfaces, surfaces::edge};
use cadseq_solid::{Mesh, Part};
use glam::DVec3;

use super::placed::Placed;
use super::relief::{EXIT_DEVIATIONS, exit_unit};

/// Normals that differ by this angle, in degrees, agree to 1/e.
const NORMAL_DEG: f64 = 25.0;

/// What agreement of outlines alone counts, where the normals do not agree.
const OUTLINE_SHARE: f64 = 0.35;

/// What edges count, beside surfaces.
const EDGE_SHARE: f64 = 0.35;

/// How much less surfaces count at edges.
const BLUR: f64 = 0.85;

/// Edges this far apart, in pixels, agree to 1/e.
const EDGE_PX: f32 = 1.8;

/// A distance, of those that agree to 1/e, from which on edges do not agree at all.
const FAR_OFF: f32 = 4.0;

/// Least error of the logarithm of an exit.
const MIN_EXIT_DOUBT: f32 = 0.15;

/// Solids whose agreement differs by less are taken for one.
const ALIKE: f64 = 0.002;

/// Chord tolerance of meshes that are judged, in model units.
const CHORD: f64 = 0.03;

/// The mesh by which a program is judged; `None` where it does not build.
pub(crate) fn mesh_of(program: &Program) -> Option<Mesh> {
    Part::build(program).ok()?.solid.mesh(CHORD).ok()
}

/// How well a solid explains a picture, each from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Agreement {
    /// Over the pixels that either shows, how well mask and normals agree.
    pub surfaces: f64,
    /// How many of the solid's edges are near edges that are seen.
    pub precision: f64,
    /// How many of the edges that are seen are near the solid's.
    pub recall: f64,
    /// How well what is hidden is what is to be expected.
    pub expected: f64,
}

impl Agreement {
    /// Whether two solids look and are hidden so alike that they are likely one.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        (self.surfaces - other.surfaces).abs() < ALIKE
            && (self.precision - other.precision).abs() < ALIKE
            && (self.recall - other.recall).abs() < ALIKE
            && (self.expected - other.expected).abs() < ALIKE
    }

    /// With what is seen.
    pub(super) fn seen(&self) -> f64 {
        let edges = 2.0 * self.precision * self.recall / (self.precision + self.recall).max(1e-9);
        (1.0 - EDGE_SHARE) * self.surfaces + EDGE_SHARE * edges
    }
}

/// What is seen, prepared to compare many solids with it.
pub(crate) struct Judge<'a> {
    /// The maps.
    pub maps: Cow<'a, Maps>,
    /// Whether the picture is clean, so that edges bound regions without gaps.
    pub is_clean: bool,
    /// Whether an edge passes through each pixel.
    has_edge: Vec<bool>,
    /// How near an edge is to each pixel, from 0 to 1.
    pub nearness: Vec<f32>,
    /// Edges this far apart, in pixels, agree to 1/e.
    edge_px: f32,
    /// The same at half the size.
    coarse: Option<Box<Judge<'static>>>,
}

impl<'a> Judge<'a> {
    /// Prepares maps.
    pub(crate) fn new(maps: &'a Maps, is_clean: bool) -> Self {
        let coarse = Judge::of(Cow::Owned(maps.halved()), EDGE_PX / 2.0);
        Self {
            is_clean,
            coarse: Some(Box::new(coarse)),
            ..Self::of(Cow::Borrowed(maps), EDGE_PX)
        }
    }

    /// The same at half the size, which takes a quarter of the time and is good enough to leave out what is much worse than the rest.
    pub(super) fn coarse(&self) -> &Judge<'_> {
        self.coarse.as_deref().unwrap_or(self)
    }

    fn of(maps: Cow<'a, Maps>, edge_px: f32) -> Self {
        let has_edge: Vec<bool> = (0..maps.mask.len())
            .map(|pixel| maps.edges.iter().any(|map| map[pixel] > 0.5))
            .collect();
        let nearness = nearness(&has_edge, maps.size, edge_px);
        Self {
            maps,
            is_clean: false,
            has_edge,
            nearness,
            edge_px,
            coarse: None,
        }
    }

    /// The agreement of a mesh seen by a camera with what is seen, from 0 to 1.
    pub(crate) fn agreement_with_seen(&self, mesh: &Mesh, placed: &Placed) -> f64 {
        self.agreement(mesh, placed).seen()
    }

    /// The agreement of a mesh seen by a camera.
    pub(super) fn agreement(&self, mesh: &Mesh, placed: &Placed) -> Agreement {
        let seen = surfaces(mesh, &placed.view, 1);
        let [precision, recall] = self.edges(&seen);
        Agreement {
            surfaces: self.surfaces(&seen, placed),
            precision,
            recall,
            expected: self.expected(mesh, &seen, placed),
        }
    }

    /// Over the pixels that both show, how near the depths behind the surface are to the expected ones.
    fn expected(&self, mesh: &Mesh, seen: &SurfaceBuffer, placed: &Placed) -> f64 {
        let maps = &self.maps;
        let exits = exits(mesh, &placed.view, 1);
        let unit = exit_unit(placed, maps.size);
        let (mut sum, mut count) = (0.0, 0.0);
        for pixel in (0..maps.mask.len()).filter(|&pixel| seen.is_part(pixel)) {
            let unit = unit(pixel) as f32;
            let weight = maps.mask[pixel] * (1.0 - BLUR as f32 * self.nearness[pixel]);
            for (which, exits) in [&exits.first, &exits.last].into_iter().enumerate() {
                let length = ((exits[pixel] - seen.depth[pixel]) / unit).clamp(0.0, EXIT_REACH);
                let expected = maps.exits[which][pixel];
                let doubt = maps.exit_doubts[which][pixel].max(MIN_EXIT_DOUBT) * EXIT_DEVIATIONS;
                let off = libm::logf((length + EXIT_FLOOR) / (expected + EXIT_FLOOR)) / doubt;
                sum += f64::from(weight / (1.0 + 0.5 * off * off));
                count += f64::from(weight);
            }
        }
        if count > 0.0 { sum / count } else { 0.0 }
    }

    /// See [`Agreement::surfaces`].
    fn surfaces(&self, seen: &SurfaceBuffer, placed: &Placed) -> f64 {
        let maps = &self.maps;
        let to_picture = placed.view.camera.camera_from_world * placed.part_from_crop;
        // The square of the angle, nearly.
        let unit = 2.0 * (1.0 - libm::cos(NORMAL_DEG.to_radians()));
        let (mut sum, mut count) = (0.0, 0.0);
        for pixel in 0..maps.mask.len() {
            let shown = f64::from(maps.mask[pixel]);
            let has_part = seen.is_part(pixel);
            if !has_part && shown < 0.05 {
                continue;
            }
            // Near edges, maps are blurred.
            let weight = 1.0 - BLUR * f64::from(self.nearness[pixel]);
            count += weight * shown.max(f64::from(u8::from(has_part)));
            if !has_part {
                continue;
            }
            let network = to_picture * DVec3::from_array(maps.normals[pixel].map(f64::from));
            let cosine = network.dot(seen.normal[pixel].as_dvec3()).clamp(-1.0, 1.0);
            let normals = libm::exp(-2.0 * (1.0 - cosine) / unit);
            sum += weight * shown * (OUTLINE_SHARE + (1.0 - OUTLINE_SHARE) * normals);
        }
        if count > 0.0 { sum / count } else { 0.0 }
    }

    /// See [`Agreement::precision`] and [`Agreement::recall`].
    fn edges(&self, seen: &SurfaceBuffer) -> [f64; 2] {
        let drawn = drawn(seen);
        let near = nearness(&drawn, self.maps.size, self.edge_px);
        [
            mean_where(&self.nearness, &drawn),
            mean_where(&near, &self.has_edge),
        ]
    }
}

/// Whether each pixel shows an edge of the solid.
pub(super) fn drawn(seen: &SurfaceBuffer) -> Vec<bool> {
    (0..seen.face.len())
        .map(|pixel| seen.is_part(pixel) && seen.edges[pixel] & edge::VISIBLE != 0)
        .collect()
}

fn mean_where(values: &[f32], wanted: &[bool]) -> f64 {
    let (mut sum, mut count) = (0.0, 0.0);
    for (&value, _) in values.iter().zip(wanted).filter(|(_, wanted)| **wanted) {
        sum += f64::from(value);
        count += 1.0;
    }
    if count > 0.0 { sum / count } else { 0.0 }
}

/// How near the nearest of some pixels is to each, from 0 to 1: a distance transform in two passes.
pub(super) fn nearness(of: &[bool], size: usize, edge_px: f32) -> Vec<f32> {
    const FAR: f32 = 100.0;
    const STRAIGHT: f32 = 1.0;
    const DIAGONAL: f32 = std::f32::consts::SQRT_2;
    let mut distance: Vec<f32> = of.iter().map(|&of| if of { 0.0 } else { FAR }).collect();
    for y in 0..size {
        for x in 0..size {
            let at = y * size + x;
            let mut best = distance[at];
            if x > 0 {
                best = best.min(distance[at - 1] + STRAIGHT);
            }
            if y > 0 {
                best = best.min(distance[at - size] + STRAIGHT);
                if x > 0 {
                    best = best.min(distance[at - size - 1] + DIAGONAL);
                }
                if x + 1 < size {
                    best = best.min(distance[at - size + 1] + DIAGONAL);
                }
            }
            distance[at] = best;
        }
    }
    for y in (0..size).rev() {
        for x in (0..size).rev() {
            let at = y * size + x;
            let mut best = distance[at];
            if x + 1 < size {
                best = best.min(distance[at + 1] + STRAIGHT);
            }
            if y + 1 < size {
                best = best.min(distance[at + size] + STRAIGHT);
                if x + 1 < size {
                    best = best.min(distance[at + size + 1] + DIAGONAL);
                }
                if x > 0 {
                    best = best.min(distance[at + size - 1] + DIAGONAL);
                }
            }
            distance[at] = best;
        }
    }
    distance.into_iter().map(|d| near(d / edge_px)).collect()
}

/// How near something is at a distance, from 0 to 1.
fn near(distance: f32) -> f32 {
    if distance < FAR_OFF {
        libm::expf(-distance * distance)
    } else {
        0.0
    }
}
