//! Finding the object: what cannot be reached from the border through the background.

use cadseq_render::{Picture, View, Window, degrade::blur};
use glam::DVec2;

use crate::ReconstructError;

/// Smallest side of a picture that is looked at, in pixels.
pub const MIN_SIDE: usize = 32;

/// The longer side of pictures is brought down to this; more pixels add time, not accuracy.
const WORKING_SIDE: usize = 1024;

/// Least difference from the background that counts, in grey values of [0, 1].
const LEAST_CONTRAST: f32 = 0.02;

/// Most difference from the background that can still be its noise, in the same values: three times
/// the strongest noise of training. What spreads further is something drawn there.
const MOST_CONTRAST: f32 = 0.1;

/// Parts smaller than this share of the largest one are specks.
const SPECK_SHARE: f64 = 0.01;

/// Smallest share of the picture that an object fills: 5 x 5 pixels of 512 x 512.
const LEAST_AREA_SHARE: f64 = 1e-4;

/// Least share of the border that must look like the background.
const LEAST_PLAIN_BORDER: f64 = 0.5;

/// Free space around the object in the network's crop, as a share of its longer side; the middle
/// of what training showed.
const CROP_MARGIN: f64 = 0.13;

/// A picture with its object found.
#[derive(Debug, Clone)]
pub struct Scene {
    /// The working picture.
    pub picture: Picture,
    /// The paper's camera in pixels of the working picture.
    pub view: View,
    /// 1 where the object is, 0 elsewhere.
    pub mask: Picture,
    /// Grey value of the background.
    pub background: f32,
    /// Standard deviation of the background's grey values.
    pub noise: f32,
    /// The object's box in working pixels.
    pub low: DVec2,
    /// See [`Scene::low`].
    pub high: DVec2,
}

impl Scene {
    /// The square window around the object that the network looks through.
    pub fn window(&self) -> Window {
        let low = self.view.view_plane_from_pixel(self.low);
        let high = self.view.view_plane_from_pixel(self.high);
        Window::around(low, high, CROP_MARGIN)
    }

    /// The working picture through a square window, the background where it ends.
    pub fn crop(&self, window: Window, size: usize) -> Picture {
        let low = self.view.pixel_from_view_plane(window.low());
        let side = 2.0 * window.half_height / self.view.units_per_pixel();
        let mut crop = self.picture.crop(low.x, low.y, side, size);
        let step = side / size as f64;
        for row in 0..size {
            for column in 0..size {
                let x = low.x + (column as f64 + 0.5) * step;
                let y = low.y + (row as f64 + 0.5) * step;
                let inside = (0.0..self.picture.width as f64).contains(&x)
                    && (0.0..self.picture.height as f64).contains(&y);
                if !inside {
                    crop.luma[row * size + column] = self.background;
                }
            }
        }
        crop
    }
}

/// Finds the object on its plain background.
///
/// # Errors
/// [`ReconstructError::TooSmall`], [`ReconstructError::NoObject`],
/// [`ReconstructError::BusyBackground`].
pub fn find(picture: &Picture) -> Result<Scene, ReconstructError> {
    if picture.width.min(picture.height) < MIN_SIDE {
        return Err(ReconstructError::TooSmall {
            width: picture.width,
            height: picture.height,
        });
    }
    let picture = working(picture);
    let (width, height) = (picture.width, picture.height);
    let border = border_values(&picture);
    let background = median(border.clone());
    let deviation = median(
        border
            .iter()
            .map(|value| (value - background).abs())
            .collect(),
    );
    let noise = deviation * 1.4826;
    let smooth = blur(&picture, if noise > 0.004 { 1.0 } else { 0.4 });
    let contrast = (noise * 3.0).max(LEAST_CONTRAST);
    let plain = border
        .iter()
        .filter(|&&value| (value - background).abs() < contrast.min(MOST_CONTRAST) * 2.0)
        .count();
    if (plain as f64) < LEAST_PLAIN_BORDER * border.len() as f64 {
        return Err(ReconstructError::BusyBackground);
    }
    let empty: Vec<bool> = smooth
        .luma
        .iter()
        .map(|value| (value - background).abs() < contrast)
        .collect();
    let outside = reachable_from_border(&empty, width, height);
    let (mask, low, high, area) = largest_parts(&outside, width, height);
    if (area as f64) < LEAST_AREA_SHARE * (width * height) as f64 {
        return Err(ReconstructError::NoObject);
    }
    let view = View::paper_sized(width, height);
    Ok(Scene {
        picture,
        view,
        mask,
        background,
        noise,
        low,
        high,
    })
}

/// The picture with a longer side of at most [`WORKING_SIDE`].
fn working(picture: &Picture) -> Picture {
    let longer = picture.width.max(picture.height);
    if longer <= WORKING_SIDE {
        return picture.clone();
    }
    let scale = WORKING_SIDE as f64 / longer as f64;
    let size = |pixels: usize| ((pixels as f64 * scale).round() as usize).max(1);
    picture.resized(size(picture.width), size(picture.height))
}

fn border_values(picture: &Picture) -> Vec<f32> {
    let ring = (picture.width.min(picture.height) / 64).max(1);
    let mut values = Vec::new();
    for y in 0..picture.height {
        for x in 0..picture.width {
            let edge = x
                .min(y)
                .min(picture.width - 1 - x)
                .min(picture.height - 1 - y);
            if edge < ring {
                values.push(picture.at(x, y));
            }
        }
    }
    values
}

fn median(mut values: Vec<f32>) -> f32 {
    let middle = values.len() / 2;
    *values.select_nth_unstable_by(middle, f32::total_cmp).1
}

/// Pixels that are `empty` and connected to the border by such pixels.
fn reachable_from_border(empty: &[bool], width: usize, height: usize) -> Vec<bool> {
    let mut reached = vec![false; empty.len()];
    let mut stack: Vec<usize> = (0..width)
        .flat_map(|x| [x, (height - 1) * width + x])
        .chain((0..height).flat_map(|y| [y * width, y * width + width - 1]))
        .collect();
    while let Some(index) = stack.pop() {
        if reached[index] || !empty[index] {
            continue;
        }
        reached[index] = true;
        stack.extend(neighbours(index, width, height));
    }
    reached
}

fn neighbours(index: usize, width: usize, height: usize) -> impl Iterator<Item = usize> {
    let (x, y) = (index % width, index / width);
    [
        (x > 0).then(|| index.wrapping_sub(1)),
        (x + 1 < width).then_some(index + 1),
        (y > 0).then(|| index.wrapping_sub(width)),
        (y + 1 < height).then_some(index + width),
    ]
    .into_iter()
    .flatten()
}

/// The mask of the largest connected part and of all that are no specks beside it, their box, and
/// the largest part's area in pixels.
fn largest_parts(outside: &[bool], width: usize, height: usize) -> (Picture, DVec2, DVec2, usize) {
    let mut part = vec![usize::MAX; outside.len()];
    let mut areas = Vec::new();
    for start in 0..outside.len() {
        if outside[start] || part[start] != usize::MAX {
            continue;
        }
        let (number, mut area, mut stack) = (areas.len(), 0, vec![start]);
        while let Some(index) = stack.pop() {
            if outside[index] || part[index] != usize::MAX {
                continue;
            }
            part[index] = number;
            area += 1;
            stack.extend(neighbours(index, width, height));
        }
        areas.push(area);
    }
    let largest = areas.iter().copied().max().unwrap_or(0);
    let mut mask = Picture::filled(width, height, 0.0);
    let (mut low, mut high) = (DVec2::MAX, DVec2::MIN);
    for (index, &number) in part.iter().enumerate() {
        if number == usize::MAX || (areas[number] as f64) < SPECK_SHARE * largest as f64 {
            continue;
        }
        mask.luma[index] = 1.0;
        let corner = DVec2::new((index % width) as f64, (index / width) as f64);
        (low, high) = (low.min(corner), high.max(corner + 1.0));
    }
    (mask, low, high, largest)
}
