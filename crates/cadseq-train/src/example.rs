//! One training example: a crop of a fresh picture and what the locator should say about it.

use cadseq_dataset::{Distribution, sample};
use cadseq_model::{INPUT_SIZE, LocatorInput};
use cadseq_render::{Picture, View, Window, degrade, rasterize, style};
use glam::{DVec2, DVec3};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::appearance::{random_camera, random_degradation, random_style};
use crate::target::Target;

/// Samples along each side of a pixel of the crop.
const SUPERSAMPLING: usize = 3;

/// Longest distance between a curve and the mesh, in model units: a tenth of a pixel of the paper's
/// picture.
const CHORD_TOLERANCE: f64 = 0.008;

/// A crop with its targets.
#[derive(Debug, Clone)]
pub struct Example {
    /// What the network sees.
    pub input: LocatorInput,
    /// What it should say.
    pub target: Target,
}

impl Example {
    /// The example with this index; the same bytes for the same seed on every machine.
    pub fn new(distribution: &Distribution, seed: u64, index: u64) -> Self {
        let sample = sample(distribution, seed, index);
        let mut rng = ChaCha8Rng::seed_from_u64(seed ^ index.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let mesh = sample.prism.mesh(CHORD_TOLERANCE);
        let frame = View {
            camera: random_camera(&mut rng),
            ..View::paper(INPUT_SIZE)
        };
        let window = random_window(&frame, &mesh.positions, &mut rng);
        let view = frame.through(window, INPUT_SIZE);
        let look = random_style(&mut rng, SUPERSAMPLING);
        let buffer = rasterize(&mesh, &view, SUPERSAMPLING, |_, _, normal| {
            look.luma(normal)
        });
        let mut picture = style::resolve(&buffer, &view, &look);
        blank_outside(&mut picture, &view, &frame, look.background);
        let picture = degrade(&picture, &random_degradation(&mut rng), &mut rng);
        let center = window.center.to_array();
        Self {
            target: Target::new(&sample.prism, &mesh, &buffer, &view),
            input: LocatorInput {
                luma: picture.luma,
                center,
                half_side: window.half_height,
            },
        }
    }
}

/// A window around the object as a finder might have set it: a margin, a little off.
fn random_window(frame: &View, points: &[DVec3], rng: &mut impl Rng) -> Window {
    let all = Window {
        center: DVec2::ZERO,
        half_height: frame.window.half_height,
    };
    let Some((low, high)) = frame.bounds(points) else {
        return all;
    };
    let window = Window::around(low, high, 0.06 + 0.18 * rng.random::<f64>());
    let shift = DVec2::new(rng.random::<f64>() - 0.5, rng.random::<f64>() - 0.5) * 0.08;
    Window {
        center: window.center + shift * window.half_height,
        ..window
    }
}

/// Pixels of the crop that the whole picture does not have get the background's value.
fn blank_outside(picture: &mut Picture, view: &View, frame: &View, background: f32) {
    let half = frame.window.half_height;
    let reach = view.window.center.abs().max_element() + view.window.half_height;
    if reach <= half {
        return;
    }
    for row in 0..picture.height {
        for column in 0..picture.width {
            let pixel = DVec2::new(column as f64 + 0.5, row as f64 + 0.5);
            if view.view_plane_from_pixel(pixel).abs().max_element() > half {
                picture.luma[row * picture.width + column] = background;
            }
        }
    }
}
