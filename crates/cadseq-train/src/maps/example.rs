//! Fresh crops with their true maps.

use std::ops::Range;

use cadseq_dataset::parts::part_sample;
use cadseq_model::Maps;
use cadseq_render::{ColorPicture, Shot, exits, shoot};
use cadseq_solid::Mesh;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::packed::Packed;
use super::target::true_maps;

/// Pictures of each part, which costs about as much to build as a small picture to draw.
const VIEWS: u64 = 2;

/// Samples along each side of a pixel.
const SUPERSAMPLING: usize = 2;

/// Longest distance between a curve and the mesh, in model units; parts are 10 long.
const CHORD_TOLERANCE: f64 = 0.02;

/// Share of the pictures that have another part lying beside theirs.
const CLUTTER_SHARE: f64 = 0.08;

/// Share of the crops that reach over the border of their picture.
const BORDER_SHARE: f64 = 0.2;

/// The examples with these indices, as crops of `size` x `size` pixels; the same bytes for the same
/// seed, index and size on every machine.
pub fn map_examples(seed: u64, indices: Range<u64>, size: usize) -> Vec<Packed> {
    let mut built: Option<(u64, Mesh)> = None;
    indices
        .map(|index| {
            let number = index / VIEWS;
            let mesh = match built.take() {
                Some((of, mesh)) if of == number => mesh,
                _ => mesh(seed, number),
            };
            let example = example(&mesh, seed, index, size);
            built = Some((number, mesh));
            example
        })
        .collect()
}

fn mesh(seed: u64, number: u64) -> Mesh {
    let sample = part_sample(seed, number);
    let mesh = sample.part.solid.mesh(CHORD_TOLERANCE);
    mesh.expect("a part that built can be meshed")
}

fn example(part: &Mesh, seed: u64, index: u64, size: usize) -> Packed {
    let mut rng = ChaCha8Rng::seed_from_u64(seed ^ index.wrapping_mul(0x9E37_79B9_7F4A_7C15));
    let clutter = if rng.random::<f64>() < CLUTTER_SHARE {
        // Parts of their own: another seed's.
        vec![mesh(seed.rotate_left(32) ^ 0xC1, index)]
    } else {
        Vec::new()
    };
    let shot = Shot::random(part, size, &mut rng);
    let (mut picture, surfaces) = shoot(part, &clutter, &shot, SUPERSAMPLING, &mut rng);
    let exits = exits(part, &shot.view, SUPERSAMPLING);
    let maps = true_maps(&surfaces, &exits, &shot.view);
    if rng.random::<f64>() < BORDER_SHARE {
        repeat_borders(&mut picture, &maps, &mut rng);
    }
    let colors: Vec<[f32; 3]> = (0..size * size)
        .map(|pixel| picture.at(pixel % size, pixel / size))
        .collect();
    Packed::new(&colors, &maps)
}

/// Moves the picture's borders to random places between the crop's border and the part; beyond them
/// their pixels repeat, as in a crop that reaches over the picture's border.
fn repeat_borders(picture: &mut ColorPicture, maps: &Maps, rng: &mut impl Rng) {
    let size = maps.size;
    let part = (0..maps.mask.len()).filter(|&pixel| maps.mask[pixel] > 0.0);
    let (mut low, mut high) = ([size, size], [0, 0]);
    for pixel in part {
        for (axis, place) in [pixel % size, pixel / size].into_iter().enumerate() {
            low[axis] = low[axis].min(place);
            high[axis] = high[axis].max(place);
        }
    }
    if low[0] > high[0] {
        return;
    }
    let mut between = |from: usize, to: usize, chance: f64| {
        if rng.random::<f64>() < chance && to > from {
            rng.random_range(from..to)
        } else {
            from
        }
    };
    let left = between(0, low[0], 0.4);
    let top = between(0, low[1], 0.4);
    let right = size - 1 - between(0, size - 1 - high[0], 0.4);
    let bottom = size - 1 - between(0, size - 1 - high[1], 0.4);
    for plane in &mut picture.planes {
        let source = plane.luma.clone();
        for row in 0..size {
            for column in 0..size {
                let from = row.clamp(top, bottom) * size + column.clamp(left, right);
                plane.luma[row * size + column] = source[from];
            }
        }
    }
}
