//! Which cell of a section a point lies in.

use glam::DVec2;

use super::section::Section;
use crate::segment::{Bounds2, Segment};

/// The edges of a section, sorted into bands of y.
pub(crate) struct Locator<'a> {
    section: &'a Section,
    bounds: Bounds2,
    band_height: f64,
    /// For each band the edges that reach into it.
    bands: Vec<Vec<(usize, Segment)>>,
}

impl<'a> Locator<'a> {
    pub(crate) fn new(section: &'a Section) -> Self {
        let segments: Vec<Segment> = (0..section.edges.len())
            .map(|e| section.segment(e))
            .collect();
        let boxes: Vec<Bounds2> = segments.iter().map(Segment::bounds).collect();
        let nothing = Bounds2 {
            min: DVec2::INFINITY,
            max: DVec2::NEG_INFINITY,
        };
        let bounds = section.bounds().unwrap_or(nothing);
        let count = (segments.len() as f64).sqrt().ceil() as usize;
        let mut locator = Self {
            section,
            bounds,
            band_height: (bounds.max.y - bounds.min.y) / count.max(1) as f64,
            bands: vec![Vec::new(); count],
        };
        for (edge, (segment, bounds)) in segments.into_iter().zip(&boxes).enumerate() {
            for band in locator.band(bounds.min.y)..=locator.band(bounds.max.y) {
                locator.bands[band].push((edge, segment));
            }
        }
        locator
    }

    fn band(&self, y: f64) -> usize {
        let rank = (y - self.bounds.min.y) / self.band_height;
        (rank.max(0.0) as usize).min(self.bands.len() - 1)
    }

    /// The cell whose boundary a ray to the right crosses an odd number of times; 0, the unbounded
    /// one, if there is none.
    pub(crate) fn cell_at(&self, point: DVec2) -> usize {
        let outside = point.cmplt(self.bounds.min).any() || point.cmpgt(self.bounds.max).any();
        if outside {
            return 0;
        }
        let mut crossed = Vec::new();
        for (edge, segment) in &self.bands[self.band(point.y)] {
            let spans = segment.spans().filter(|span| span.crosses(point.y));
            for _ in spans.filter(|span| span.x_at(point.y) > point.x) {
                let edge = &self.section.edges[*edge];
                crossed.extend([edge.left, edge.right]);
            }
        }
        crossed.sort_unstable();
        let odd = crossed
            .chunk_by(|a, b| a == b)
            .find(|chunk| chunk[0] != 0 && chunk.len() % 2 == 1);
        odd.map_or(0, |chunk| chunk[0])
    }
}
