//! What is seen, as a picture for people.

use cadseq_model::Maps;
use cadseq_render::{ColorPicture, Picture};
use glam::{DVec2, Vec3};

use super::Sight;
use super::layers::Layer;
use crate::camera::{CameraGuess, Crop};

/// Side of a panel in pixels.
const PANEL: usize = 512;

/// Space between panels in pixels.
const GAP: usize = 8;

/// Length of an axis that is square to the view, in shares of the crop's side.
const AXIS_LENGTH: f64 = 0.3;

/// Colours of the part's axes X, Y, Z.
const AXIS_COLORS: [[f32; 3]; 3] = [[0.9, 0.1, 0.1], [0.1, 0.65, 0.1], [0.1, 0.25, 0.95]];

/// Where the part's axes point in the crop, as steps right and down from its middle, in shares of the
/// crop's side.
pub type AxisDirections = [DVec2; 3];

/// Where the axes of a guess point, in a crop of a picture of `size` (width, height) pixels.
pub fn axis_directions(guess: &CameraGuess, crop: Crop, size: [usize; 2]) -> AxisDirections {
    let [width, height] = size.map(|side| side as f64);
    // Per pixel, as a tangent; 0 is a parallel projection.
    let tangent = guess
        .vertical_fov_deg
        .map_or(0.0, |fov| 2.0 * libm::tan(fov.to_radians() / 2.0) / height);
    let middle = DVec2::new(crop.left - width / 2.0, crop.top - height / 2.0) + crop.side / 2.0;
    let middle = middle * tangent;
    let axes = guess.camera_from_part;
    [axes.x_axis, axes.y_axis, axes.z_axis]
        .map(|axis| (axis.truncate() - middle * axis.z) * AXIS_LENGTH)
}

/// Four panels of the crop side by side, 2 x 2: the picture with the mask's outline and the axes, the
/// normals, the depth (near is light), the edges.
pub fn sheet(picture: &ColorPicture, sight: &Sight, axes: Option<AxisDirections>) -> ColorPicture {
    let crop = sight.crop;
    let maps = &sight.maps;
    let mut seen = picture.crop(crop.left, crop.top, crop.side, PANEL);
    outline(&mut seen, maps);
    if let Some(axes) = axes {
        draw_axes(&mut seen, maps, axes);
    }
    let panels = [
        seen,
        panel(maps, Layer::Normals),
        panel(maps, Layer::Depth),
        panel(maps, Layer::Edges),
    ];
    let side = 2 * PANEL + GAP;
    let mut sheet = ColorPicture::filled(side, side, [1.0; 3]);
    for (index, panel) in panels.iter().enumerate() {
        let [left, top] = [index % 2, index / 2].map(|place| place * (PANEL + GAP));
        sheet.paste(panel, left, top);
    }
    sheet
}

/// A layer over white, whose pixels have the colour of the map's pixel that they lie in.
fn panel(maps: &Maps, layer: Layer) -> ColorPicture {
    let mut panel = ColorPicture::filled(PANEL, PANEL, [1.0; 3]);
    let place = |position: usize| position * maps.size / PANEL;
    for row in 0..PANEL {
        for column in 0..PANEL {
            let (color, opacity) = layer.tint(maps, place(row) * maps.size + place(column));
            let over_white = color.clamp(Vec3::ZERO, Vec3::ONE) * opacity + (1.0 - opacity);
            paint(&mut panel, column, row, over_white.to_array());
        }
    }
    panel
}

fn paint(picture: &mut ColorPicture, x: usize, y: usize, color: [f32; 3]) {
    for (plane, value) in picture.planes.iter_mut().zip(color) {
        let Picture { width, luma, .. } = plane;
        luma[y * *width + x] = value;
    }
}

/// Draws the mask's border in red.
fn outline(seen: &mut ColorPicture, maps: &Maps) {
    let mask = Picture {
        width: maps.size,
        height: maps.size,
        luma: maps.mask.clone(),
    };
    let scale = maps.size as f64 / PANEL as f64;
    let inside =
        |x: usize, y: usize| mask.sample((x as f64 + 0.5) * scale, (y as f64 + 0.5) * scale) > 0.5;
    for y in 1..PANEL {
        for x in 1..PANEL {
            let here = inside(x, y);
            if here != inside(x - 1, y) || here != inside(x, y - 1) {
                paint(seen, x, y, [0.95, 0.1, 0.1]);
            }
        }
    }
}

/// Draws the axes from the middle of the part.
fn draw_axes(seen: &mut ColorPicture, maps: &Maps, axes: AxisDirections) {
    let mut sum = DVec2::ZERO;
    let mut count = 0.0;
    for pixel in (0..maps.mask.len()).filter(|&pixel| maps.mask[pixel] > 0.5) {
        sum += DVec2::new((pixel % maps.size) as f64, (pixel / maps.size) as f64);
        count += 1.0;
    }
    let middle = sum / f64::max(count, 1.0) * (PANEL as f64 / maps.size as f64);
    for (axis, color) in axes.into_iter().zip(AXIS_COLORS) {
        for step in 0..=1000 {
            let point = middle + axis * (PANEL as f64 * f64::from(step) / 1000.0);
            for offset in [[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]] {
                let [x, y] = (point + DVec2::from(offset)).to_array();
                if (0.0..PANEL as f64).contains(&x) && (0.0..PANEL as f64).contains(&y) {
                    paint(seen, x as usize, y as usize, color);
                }
            }
        }
    }
}
