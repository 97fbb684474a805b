//! What is seen, as a picture for people.

use cadseq_model::{EdgeClass, Maps};
use cadseq_render::{ColorPicture, Picture};
use glam::{DVec2, Vec3};

use super::Sight;
use crate::camera::{CameraGuess, Crop};

/// Side of a panel in pixels.
const PANEL: usize = 512;

/// Space between panels in pixels.
const GAP: usize = 8;

/// Length of an axis that is square to the view, in shares of the crop's side.
const AXIS_LENGTH: f64 = 0.3;

/// Colours of the edge classes: outline, near and far side of a step, convex, concave, rim.
const EDGE_COLORS: [[f32; 3]; EdgeClass::COUNT] = [
    [0.10, 0.10, 0.10],
    [0.85, 0.10, 0.10],
    [1.00, 0.65, 0.60],
    [0.10, 0.35, 0.90],
    [0.95, 0.60, 0.05],
    [0.10, 0.65, 0.25],
];

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
        panel(maps, |pixel| normal_color(maps, pixel)),
        panel(maps, |pixel| depth_color(maps, pixel)),
        panel(maps, |pixel| edge_color(maps, pixel)),
    ];
    let side = 2 * PANEL + GAP;
    let mut sheet = ColorPicture::filled(side, side, [1.0; 3]);
    for (index, panel) in panels.iter().enumerate() {
        let [left, top] = [index % 2, index / 2].map(|place| place * (PANEL + GAP));
        sheet.paste(panel, left, top);
    }
    sheet
}

/// A panel whose pixels have the colour of the map's pixel that they lie in.
fn panel(maps: &Maps, color: impl Fn(usize) -> [f32; 3]) -> ColorPicture {
    let mut panel = ColorPicture::filled(PANEL, PANEL, [1.0; 3]);
    let place = |position: usize| position * maps.size / PANEL;
    for row in 0..PANEL {
        for column in 0..PANEL {
            paint(
                &mut panel,
                column,
                row,
                color(place(row) * maps.size + place(column)),
            );
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

/// Right is red, up is green, towards the camera is blue.
fn normal_color(maps: &Maps, pixel: usize) -> [f32; 3] {
    let [x, y, z] = maps.normals[pixel];
    over_white(Vec3::new(x, -y, -z) * 0.5 + 0.5, maps.mask[pixel])
}

fn depth_color(maps: &Maps, pixel: usize) -> [f32; 3] {
    over_white(
        Vec3::splat(0.5 - 0.3 * maps.depths[pixel]),
        maps.mask[pixel],
    )
}

fn edge_color(maps: &Maps, pixel: usize) -> [f32; 3] {
    let strongest = EdgeClass::ALL
        .into_iter()
        .max_by(|a, b| {
            let [a, b] = [a, b].map(|class| maps.edges[class.index()][pixel]);
            a.total_cmp(&b)
        })
        .expect("there are classes");
    let color = EDGE_COLORS[strongest.index()];
    over_white(Vec3::from(color), maps.edges[strongest.index()][pixel])
}

fn over_white(color: Vec3, share: f32) -> [f32; 3] {
    (color.clamp(Vec3::ZERO, Vec3::ONE) * share + (1.0 - share)).to_array()
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
