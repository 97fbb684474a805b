//! What the locator sees: a square crop of the picture and where in the camera's view it lies.

use burn::tensor::{Device, Tensor, TensorData};

/// Side of the crop in pixels.
pub const INPUT_SIZE: usize = 128;

/// Side of a cell: the crop enters the network as cells of 4 x 4 pixels, one channel a pixel.
const CELL: usize = 4;

/// Side of the grid of cells.
pub const INPUT_GRID: usize = INPUT_SIZE / CELL;

/// Channels of a cell: its pixels and the two view-plane coordinates of its middle.
pub const INPUT_CHANNELS: usize = CELL * CELL + 2;

/// Scale of the view-plane coordinates, so that the paper's field of view spans about +-1.
const DIRECTION_SCALE: f32 = 1.75;

/// One crop.
#[derive(Debug, Clone, PartialEq)]
pub struct LocatorInput {
    /// `INPUT_SIZE`^2 grey values, sRGB in [0, 1], row by row.
    pub luma: Vec<f32>,
    /// View-plane coordinates (`x / z`, right and down) of the crop's middle.
    pub center: [f64; 2],
    /// Half the crop's side in view-plane units.
    pub half_side: f64,
}

/// Crops as a tensor `[batch, INPUT_CHANNELS, INPUT_GRID, INPUT_GRID]`.
///
/// # Panics
/// If a crop has not `INPUT_SIZE`^2 values.
pub fn batch_input(inputs: &[LocatorInput], device: &Device) -> Tensor<4> {
    let mut values = Vec::with_capacity(inputs.len() * INPUT_CHANNELS * INPUT_GRID * INPUT_GRID);
    for input in inputs {
        assert_eq!(
            input.luma.len(),
            INPUT_SIZE * INPUT_SIZE,
            "a crop of the wrong size"
        );
        append_pixels(input, &mut values);
        append_directions(input, &mut values);
    }
    let shape = [inputs.len(), INPUT_CHANNELS, INPUT_GRID, INPUT_GRID];
    Tensor::from_data(TensorData::new(values, shape), device)
}

fn append_pixels(input: &LocatorInput, values: &mut Vec<f32>) {
    for j in 0..CELL {
        for i in 0..CELL {
            for row in 0..INPUT_GRID {
                for column in 0..INPUT_GRID {
                    let luma = input.luma[(row * CELL + j) * INPUT_SIZE + column * CELL + i];
                    values.push((luma - 0.7) * 3.0);
                }
            }
        }
    }
}

fn append_directions(input: &LocatorInput, values: &mut Vec<f32>) {
    let coordinate = |middle: f64, index: usize| {
        let fraction = (index as f64 + 0.5) / INPUT_GRID as f64;
        (middle + (2.0 * fraction - 1.0) * input.half_side) as f32 * DIRECTION_SCALE
    };
    for _ in 0..INPUT_GRID {
        values.extend((0..INPUT_GRID).map(|column| coordinate(input.center[0], column)));
    }
    for row in 0..INPUT_GRID {
        values.extend(std::iter::repeat_n(
            coordinate(input.center[1], row),
            INPUT_GRID,
        ));
    }
}
