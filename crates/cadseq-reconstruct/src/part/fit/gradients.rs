//! Where a picture itself shows the edge that a mark is to lie on.

use cadseq_model::Maps;
use cadseq_render::degrade::blur;
use cadseq_render::{ColorPicture, Picture};
use glam::DVec2;

use super::evidence::{Between, find, highest, middle};
use super::marks::Mark;
use crate::camera::Crop;
use crate::part::relief::edge_score;

/// Most pixels along each side of a crop.
const MAX_SIZE: usize = 448;

/// How far a fit looks for the maps' edges, in their pixels, and how far from those for the picture's.
const REACHES: [f64; 6] = [2.0, 2.0, 1.6, 1.4, 1.2, 1.0];
const NEAR: f64 = 1.0;

/// Deviation of the blur of the squared gradients, in pixels.
const BLUR_PX: f32 = 1.0;

/// What a place counts where the maps have no edge.
const WITHOUT_EDGE: f64 = 0.15;

/// Least contrast of an edge, as a change of brightness for each pixel.
const MIN_CONTRAST: f64 = 0.006;

/// How much less an edge at the end of the reach counts.
const FAR_LOSS: f64 = 0.6;

/// Steps to either side of the highest place over which its middle is taken.
const RIDGE: i32 = 5;

/// A crop of the picture with the squares of its gradients, blurred so that a drawn line has one ridge, as a step has.
pub(in crate::part) struct Gradients<'a> {
    maps: &'a Maps,
    /// Pixels along each side.
    pub size: usize,
    /// Sums over the colours of the products of slopes: along x twice, x and y, y twice.
    products: [Picture; 3],
    /// How likely the maps have an edge there, from 0 to 1.
    edges: Vec<f32>,
}

impl<'a> Gradients<'a> {
    /// Of the crop that maps show.
    pub(in crate::part) fn new(picture: &ColorPicture, crop: Crop, maps: &'a Maps) -> Self {
        let size = (crop.side.round() as usize).clamp(maps.size, MAX_SIZE.max(maps.size));
        let pixels = picture.crop(crop.left, crop.top, crop.side, size);
        let mut products: [Picture; 3] = std::array::from_fn(|_| Picture::filled(size, size, 0.0));
        for plane in &pixels.planes {
            for y in 1..size - 1 {
                for x in 1..size - 1 {
                    let dx = (plane.at(x + 1, y) - plane.at(x - 1, y)) / 2.0;
                    let dy = (plane.at(x, y + 1) - plane.at(x, y - 1)) / 2.0;
                    let at = y * size + x;
                    products[0].luma[at] += dx * dx / 3.0;
                    products[1].luma[at] += dx * dy / 3.0;
                    products[2].luma[at] += dy * dy / 3.0;
                }
            }
        }
        let edges = Picture {
            width: maps.size,
            height: maps.size,
            luma: (0..maps.mask.len())
                .map(|pixel| edge_score(maps, pixel))
                .collect(),
        };
        Self {
            maps,
            size,
            products: products.map(|map| blur(&map, BLUR_PX)),
            edges: edges.resized(size, size).luma,
        }
    }

    /// How far a fit looks for edges, step by step.
    pub(in crate::part) fn reaches(&self) -> [f64; 6] {
        REACHES.map(|reach| reach * self.pixel())
    }

    /// A pixel of the maps, in pixels.
    pub(in crate::part) fn pixel(&self) -> f64 {
        self.size as f64 / self.maps.size as f64
    }

    /// How strong an edge of any direction is at a pixel, where the maps have one.
    pub(in crate::part) fn contrast(&self, pixel: usize) -> f64 {
        let [xx, yy] = [0, 2].map(|index| f64::from(self.products[index].luma[pixel]));
        (xx + yy).max(0.0).sqrt() * f64::from(self.edges[pixel].max(0.0))
    }

    /// How strong an edge square to `across` is at a place.
    fn strength(&self, at: DVec2, across: DVec2) -> f64 {
        let at = Between::new(self.size, at);
        let [xx, xy, yy] = [0, 1, 2].map(|index| at.of(&self.products[index].luma));
        let squared =
            across.x * across.x * xx + 2.0 * across.x * across.y * xy + across.y * across.y * yy;
        let likely = WITHOUT_EDGE + at.of(&self.edges);
        squared.max(0.0).sqrt() * likely
    }

    /// How far across a mark the picture has its edge, in pixels, and how much it is to be trusted, from 0 to 1.
    pub(super) fn find(&self, mark: &Mark, reach: f64) -> Option<(f64, f64)> {
        let pixel = self.pixel();
        let coarse = Mark {
            pixel: mark.pixel / pixel,
            ..*mark
        };
        let (known, trust) = find(self.maps, &coarse, reach / pixel)?;
        let (known, reach) = (known * pixel, NEAR * pixel);
        let strength =
            |offset: f64| self.strength(mark.pixel + mark.across * (known + offset), mark.across);
        let (_, peak) = highest(strength, reach, FAR_LOSS)?;
        if strength(peak) < MIN_CONTRAST {
            return Some((known, 0.5 * trust));
        }
        let squared = |offset: f64| strength(offset) * strength(offset);
        Some((known + middle(squared, peak, RIDGE), trust))
    }
}
