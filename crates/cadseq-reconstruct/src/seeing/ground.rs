//! A plain ground: one colour or a smooth gradient, as renderings and screenshots have. What differs from it is known to the pixel,
//! better than any network tells it.

use cadseq_model::Maps;
use cadseq_render::ColorPicture;

use super::objects::PixelBox;
use crate::camera::Crop;
use crate::connected::{SIDES_AND_CORNERS, flood, opened, regions};
use crate::linear::solve_in_place;

/// Places along the longer side at which the ground is sampled, and the least number of samples.
const SAMPLES: usize = 160;
const MIN_SAMPLES: usize = 400;

/// Mask from which on a cell may show an object, and how many cells around it neither are samples.
const SHOWN: f32 = 0.3;
const APART: usize = 3;

/// Terms of each channel's polynomial: 1, x, y, xx, xy, yy.
const TERMS: usize = 6;

/// Rounds of fitting without outliers.
const ROUNDS: usize = 4;

/// The ground's own noise that still is plain, in values of [0, 1].
const MAX_NOISE: f64 = 2.0 / 255.0;

/// How far from the ground a colour must be to differ: of its noise, and at least.
const NOISES: f64 = 3.0;
const MIN_DIFFERENCE: f64 = 1.6 / 255.0;

/// Least share of the samples that are like a plain ground.
const PLAIN: f64 = 0.98;

/// Mean mask of a region from which on the network is sure of it: in fresh drawings of white faces on white paper it says .93 and
/// more of these, of holes that it filled less.
const SURE: f64 = 0.85;

/// Mean mask of a region that differs from the ground, from which on it is taken for the part: below, it mostly is a shadow.
const POSSIBLE: f64 = 0.3;

/// Share of the part's cells, away from lines, that differ from the ground in a picture that is no drawing.
const SHADED: f64 = 0.1;

/// Mean of every channel of a ground from which on it is as light as paper.
const LIGHT: f64 = 0.75;

/// Half the side of the square of cells that fits into what is more than a line.
const LINE: usize = 2;

/// Most samples of a cell along each side.
const FINE: usize = 4;

/// Cells along the longer side of a picture, in which what is connected with an object is followed.
const CELLS: usize = 640;

/// Least share of what is connected with an object that lies within its box.
const OWN: f64 = 0.5;

/// A plain ground of a picture.
#[derive(Debug, Clone)]
pub(super) struct Ground<'a> {
    picture: &'a ColorPicture,
    /// Of each channel.
    polynomials: [[f64; TERMS]; 3],
    /// Least difference of a channel that is none of the ground's noise.
    tolerance: f64,
}

impl<'a> Ground<'a> {
    /// The ground of a picture around the objects that maps of a crop with all of it show; `None` where it is not plain.
    pub(super) fn found(picture: &'a ColorPicture, maps: &Maps, crop: Crop) -> Option<Self> {
        let free = free(maps);
        let (width, height) = (picture.width(), picture.height());
        let step = width.max(height).div_ceil(SAMPLES);
        let samples: Vec<[usize; 2]> = (0..height)
            .step_by(step)
            .flat_map(|y| (0..width).step_by(step).map(move |x| [x, y]))
            .filter(|&at| cell(at, crop, maps.size).is_some_and(|cell| free[cell]))
            .collect();
        if samples.len() < MIN_SAMPLES {
            return None;
        }
        let mut ground = Self {
            picture,
            polynomials: [[0.0; TERMS]; 3],
            tolerance: f64::INFINITY,
        };
        for _ in 0..ROUNDS {
            let like: Vec<[usize; 2]> = samples
                .iter()
                .copied()
                .filter(|&[x, y]| !ground.differs(x, y))
                .collect();
            ground.fit(&like)?;
            let mut differences: Vec<f64> =
                like.iter().map(|&[x, y]| ground.difference(x, y)).collect();
            differences.sort_by(f64::total_cmp);
            let noise = differences[differences.len() / 2];
            if noise > MAX_NOISE {
                return None;
            }
            ground.tolerance = (NOISES * noise).max(MIN_DIFFERENCE);
        }
        let like = samples.iter().filter(|&&[x, y]| !ground.differs(x, y));
        (like.count() as f64 > PLAIN * samples.len() as f64).then_some(ground)
    }

    /// Lets the ground decide what of a crop shows the part, where the network is not sure: what looks like the ground is taken out of the
    /// mask, what does not is taken in. In shaded pictures, holes are taken out however sure it is; in drawings, and on light grounds, a face
    /// may be as light as what is around it.
    pub(super) fn decide(&self, maps: &mut Maps, crop: Crop) {
        let size = maps.size;
        let shares: Vec<f32> = (0..size * size)
            .map(|cell| self.object_share([cell % size, cell / size], crop, size))
            .collect();
        let is_object: Vec<bool> = shares.iter().map(|&share| share >= 0.5).collect();
        let (shown, other): (Vec<usize>, Vec<usize>) =
            (0..size * size).partition(|&cell| maps.mask[cell] > 0.5);
        for &cell in &other {
            maps.mask[cell] = maps.mask[cell].min(shares[cell]);
        }
        let solid = opened(&is_object, size, LINE);
        let solid_shown = shown.iter().filter(|&&cell| solid[cell]).count();
        let is_shaded = solid_shown as f64 > SHADED * shown.len() as f64 && !self.is_light();
        for region in regions(size, &shown, |cell| !is_object[cell]) {
            if is_shaded || mean(&maps.mask, &region) < SURE {
                for &cell in &region {
                    maps.mask[cell] = maps.mask[cell].min(shares[cell]);
                }
            }
        }
        let beside: Vec<bool> = (0..size * size)
            .map(|cell| is_object[cell] && maps.mask[cell] <= 0.5)
            .collect();
        let beside = opened(&beside, size, LINE);
        for region in regions(size, &other, |cell| beside[cell]) {
            if mean(&maps.mask, &region) > POSSIBLE {
                for &cell in &region {
                    maps.mask[cell] = maps.mask[cell].max(shares[cell]);
                }
            }
        }
    }

    /// Whether the ground is as light as paper, so that faces that are drawn or lit may be as light.
    fn is_light(&self) -> bool {
        self.polynomials
            .iter()
            .all(|polynomial| polynomial[0] > LIGHT)
    }

    /// The box of an object with everything that is connected with it, where the first look at a crop with the whole picture has
    /// found most of that.
    pub(super) fn connected(&self, object: PixelBox, maps: &Maps, crop: Crop) -> PixelBox {
        let (width, height) = (self.picture.width(), self.picture.height());
        let step = width.max(height).div_ceil(CELLS);
        let [columns, rows] = [width, height].map(|side| side.div_ceil(step));
        let shows = |index: usize| {
            let [left, top] = [index % columns * step, index / columns * step];
            (top..(top + step).min(height))
                .any(|y| (left..(left + step).min(width)).any(|x| self.differs(x, y)))
        };
        let within = |index: usize| {
            let [x, y] = [index % columns, index / columns].map(|at| (at * step + step / 2) as f64);
            (object.left..object.right).contains(&x) && (object.top..object.bottom).contains(&y)
        };
        let seeds = (0..columns * rows).filter(|&index| {
            let at = [index % columns * step, index / columns * step];
            within(index) && cell(at, crop, maps.size).is_some_and(|cell| maps.mask[cell] > 0.5)
        });
        let mut is_new = vec![true; columns * rows];
        let mut takes = |index: usize| std::mem::take(&mut is_new[index]) && shows(index);
        let mut found: Vec<usize> = Vec::new();
        for seed in seeds {
            if takes(seed) {
                let size = [columns, rows];
                found.extend(flood(seed, size, SIDES_AND_CORNERS, &mut takes));
            }
        }
        let own = found.iter().filter(|&&index| within(index)).count();
        let mut grown = object;
        for &index in &found {
            let (x, y) = (index % columns, index / columns);
            if x == 0 || y == 0 || x + 1 == columns || y + 1 == rows {
                return object;
            }
            let [left, top, right, bottom] = [x, y, x + 1, y + 1].map(|at| (at * step) as f64);
            grown = grown.united(&PixelBox {
                left,
                top,
                right,
                bottom,
            });
        }
        if own as f64 > OWN * found.len() as f64 {
            grown
        } else {
            object
        }
    }

    /// The share of a cell of a crop that does not show the ground; 1 outside the picture.
    fn object_share(&self, [column, row]: [usize; 2], crop: Crop, size: usize) -> f32 {
        let scale = crop.side / size as f64;
        let count = (scale.ceil() as usize).clamp(1, FINE);
        let at =
            |cell: usize, index: usize| (cell as f64 + (index as f64 + 0.5) / count as f64) * scale;
        let mut differ = 0;
        for index in 0..count * count {
            let x = crop.left + at(column, index % count);
            let y = crop.top + at(row, index / count);
            let is_inside = (0.0..self.picture.width() as f64).contains(&x)
                && (0.0..self.picture.height() as f64).contains(&y);
            differ += usize::from(!is_inside || self.differs(x as usize, y as usize));
        }
        differ as f32 / (count * count) as f32
    }

    /// Whether a pixel differs from the ground.
    fn differs(&self, x: usize, y: usize) -> bool {
        self.difference(x, y) > self.tolerance
    }

    /// The largest difference of a channel from the ground.
    fn difference(&self, x: usize, y: usize) -> f64 {
        let terms = self.terms(x, y);
        let color = self.picture.at(x, y);
        let differences = self
            .polynomials
            .iter()
            .zip(color)
            .map(|(polynomial, value)| {
                let ground: f64 = polynomial.iter().zip(terms).map(|(a, b)| a * b).sum();
                (f64::from(value) - ground).abs()
            });
        differences.fold(0.0, f64::max)
    }

    /// Least squares over the pixels; `None` where they do not determine the polynomials.
    fn fit(&mut self, pixels: &[[usize; 2]]) -> Option<()> {
        for (channel, plane) in self.picture.planes.iter().enumerate() {
            let mut rows = [[0.0; TERMS]; TERMS];
            let mut right = [0.0; TERMS];
            for &[x, y] in pixels {
                let terms = self.terms(x, y);
                for (row, term) in rows.iter_mut().zip(terms) {
                    row.iter_mut()
                        .zip(terms)
                        .for_each(|(entry, other)| *entry += term * other);
                }
                let value = f64::from(plane.at(x, y));
                right
                    .iter_mut()
                    .zip(terms)
                    .for_each(|(entry, term)| *entry += term * value);
            }
            solve_in_place(&mut rows, &mut right)?;
            self.polynomials[channel] = right;
        }
        Some(())
    }

    fn terms(&self, x: usize, y: usize) -> [f64; TERMS] {
        let across = |at: usize, side: usize| (at as f64 + 0.5) / side as f64 * 2.0 - 1.0;
        let (x, y) = (
            across(x, self.picture.width()),
            across(y, self.picture.height()),
        );
        [1.0, x, y, x * x, x * y, y * y]
    }
}

/// The cell of a crop that a pixel of the picture lies in.
fn cell([x, y]: [usize; 2], crop: Crop, size: usize) -> Option<usize> {
    let scale = size as f64 / crop.side;
    let column = (x as f64 + 0.5 - crop.left) * scale;
    let row = (y as f64 + 0.5 - crop.top) * scale;
    let inside = 0.0..size as f64;
    (inside.contains(&column) && inside.contains(&row))
        .then(|| row as usize * size + column as usize)
}

/// The mean of a map over some cells.
fn mean(map: &[f32], cells: &[usize]) -> f64 {
    let sum: f64 = cells.iter().map(|&cell| f64::from(map[cell])).sum();
    sum / cells.len().max(1) as f64
}

/// The cells that are apart from anything that the mask may show.
fn free(maps: &Maps) -> Vec<bool> {
    let size = maps.size;
    let mut free = vec![true; size * size];
    for shown in (0..size * size).filter(|&cell| maps.mask[cell] > SHOWN) {
        let (x, y) = (shown % size, shown / size);
        for y in y.saturating_sub(APART)..(y + APART + 1).min(size) {
            let row = y * size;
            free[row + x.saturating_sub(APART)..row + (x + APART + 1).min(size)].fill(false);
        }
    }
    free
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A gradient with a part: a plate with a hole and a thin rod to the right.
    fn picture() -> ColorPicture {
        picture_on(0.4)
    }

    /// The same on a ground that is so light at its darkest.
    fn picture_on(darkest: f32) -> ColorPicture {
        let mut picture = ColorPicture::filled(200, 160, [0.0; 3]);
        for (channel, plane) in picture.planes.iter_mut().enumerate() {
            for index in 0..200 * 160 {
                let (x, y) = (index % 200, index / 200);
                let is_hole = (60..80).contains(&x) && (60..80).contains(&y);
                let is_plate = (40..100).contains(&x) && (40..100).contains(&y) && !is_hole;
                let is_rod = (100..180).contains(&x) && y == 70;
                let ground = darkest + 0.3 * y as f32 / 160.0 + 0.05 * channel as f32;
                let value = if is_plate || is_rod { 0.3 } else { ground };
                plane.luma[index] = (value * 255.0).round() / 255.0;
            }
        }
        picture
    }

    /// A look at all of it that has seen the plate alone, without its hole.
    fn look() -> (Maps, Crop) {
        let size = 50;
        let is_plate =
            |cell: usize| (10..25).contains(&(cell % size)) && (15..30).contains(&(cell / size));
        let mask = (0..size * size).map(|cell| if is_plate(cell) { 0.9 } else { 0.1 });
        let crop = Crop {
            left: 0.0,
            top: -20.0,
            side: 200.0,
        };
        let maps = Maps {
            mask: mask.collect(),
            ..Maps::blank(size)
        };
        (maps, crop)
    }

    #[test]
    fn what_is_connected_over_a_thin_rod_belongs_to_the_object() {
        let picture = picture();
        let (maps, crop) = look();
        let ground = Ground::found(&picture, &maps, crop).expect("plain");
        let plate = PixelBox {
            left: 40.0,
            top: 40.0,
            right: 100.0,
            bottom: 100.0,
        };
        let whole = ground.connected(plate, &maps, crop);
        assert_eq!(
            whole,
            PixelBox {
                right: 180.0,
                ..plate
            }
        );
    }

    #[test]
    fn a_hole_that_shows_the_ground_is_taken_out() {
        let at = |x: usize, y: usize, crop| cell([x, y], crop, 50).expect("inside");
        // On paper, a face of the ground's colour, of which the network is sure, stays.
        for (darkest, sure_hole) in [(0.4, 0.0), (0.62, 0.9)] {
            let picture = picture_on(darkest);
            let (maps, crop) = look();
            let ground = Ground::found(&picture, &maps, crop).expect("plain");
            let mut unsure = maps.clone();
            unsure
                .mask
                .iter_mut()
                .for_each(|shown| *shown = shown.min(0.8));
            ground.decide(&mut unsure, crop);
            assert!(unsure.mask[at(70, 70, crop)] == 0.0 && unsure.mask[at(50, 70, crop)] == 0.8);
            let mut sure = maps;
            ground.decide(&mut sure, crop);
            assert_eq!(sure.mask[at(70, 70, crop)], sure_hole);
            assert_eq!(sure.mask[at(50, 70, crop)], 0.9);
        }
    }

    #[test]
    fn what_differs_from_the_ground_is_taken_in_where_the_network_is_not_sure() {
        let picture = picture();
        let (mut maps, crop) = look();
        let ground = Ground::found(&picture, &maps, crop).expect("plain");
        let at = |x: usize, y: usize| cell([x, y], crop, 50).expect("inside");
        for y in (80..100).step_by(4) {
            for x in (42..98).step_by(4) {
                maps.mask[at(x, y)] = 0.3;
            }
        }
        let mut decided = maps.clone();
        ground.decide(&mut decided, crop);
        assert_eq!(decided.mask[at(70, 90)], 1.0);
        // Of what it is sure that it is none of the part, as a shadow, it is believed.
        for value in &mut maps.mask {
            *value = if *value == 0.3 { 0.05 } else { *value };
        }
        ground.decide(&mut maps, crop);
        assert_eq!(maps.mask[at(70, 90)], 0.05);
    }

    #[test]
    fn noise_is_not_a_plain_ground() {
        let mut picture = picture();
        let (maps, crop) = look();
        for (index, value) in picture.planes[1].luma.iter_mut().enumerate() {
            *value += ((index * 7919) % 31) as f32 / 31.0 * 0.1;
        }
        assert!(Ground::found(&picture, &maps, crop).is_none());
    }
}
