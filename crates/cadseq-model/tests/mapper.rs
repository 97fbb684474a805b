//! Maps of a mapper that has learnt nothing.

use cadseq_model::{Device, EdgeClass, MapperConfig, Maps};

const SIZE: usize = 64;

/// Numbers from 0 to 1, the same every time.
fn planes() -> Vec<f32> {
    let mut state = 7_u32;
    let mut draw = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state as f32 / u32::MAX as f32
    };
    (0..3 * SIZE * SIZE).map(|_| draw()).collect()
}

fn mirrored<T: Copy>(rows: &[T]) -> Vec<T> {
    let rows = rows.chunks(SIZE);
    rows.flat_map(|row| row.iter().rev().copied()).collect()
}

#[test]
fn the_maps_of_a_mirror_image_are_the_mirrored_maps() {
    let device = Device::flex();
    let mapper = MapperConfig::new().init(&device).folded();
    let maps = mapper.predict(planes(), SIZE, &device);
    let other = mapper.predict(mirrored(&planes()), SIZE, &device);
    let near = |one: &[f32], other: &[f32]| {
        let mut pairs = one.iter().zip(other);
        pairs.all(|(a, b)| (a - b).abs() < 1e-4)
    };
    assert!(near(&mirrored(&maps.mask), &other.mask));
    let rim = EdgeClass::Rim.index();
    assert!(near(&mirrored(&maps.edges[rim]), &other.edges[rim]));
    let turned: Vec<f32> = mirrored(&maps.normals)
        .into_iter()
        .flat_map(|[x, y, z]| [-x, y, z])
        .collect();
    assert!(near(&turned, other.normals.as_flattened()));
    let spread = maps.mask.iter().copied().fold(0.0, f32::max);
    assert!(spread > maps.mask.iter().copied().fold(1.0, f32::min) + 1e-3);
}

#[test]
fn maps_at_half_the_size_have_means_and_the_strongest_edges() {
    let mut maps = Maps::blank(4);
    maps.mask[0] = 1.0;
    maps.mask[1] = 1.0;
    maps.edges[0][15] = 0.7;
    maps.normals[2] = [0.0, 0.0, -1.0];
    maps.normals[3] = [0.0, -1.0, 0.0];
    let half = maps.halved();
    assert_eq!(half.size, 2);
    assert_eq!(half.mask, [0.5, 0.0, 0.0, 0.0]);
    assert_eq!(half.edges[0], [0.0, 0.0, 0.0, 0.7]);
    let [x, y, z] = half.normals[1];
    assert!(x == 0.0 && (y - z).abs() < 1e-6 && (y * y + z * z - 1.0).abs() < 1e-6);
}
