//! A crop with its true maps in four integers a pixel, which is what waits in memory and travels to
//! the device.

use burn::tensor::{Device, Int, Tensor, TensorData};
use cadseq_model::{EXIT_FLOOR, EXIT_REACH, EdgeClass, Maps};
use glam::Vec3;

/// Depths are kept between plus and minus this.
const DEPTH_REACH: f32 = 4.0;

/// Colours, normals and the rest of one crop of `size` x `size` pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packed {
    /// Pixels along each side.
    pub size: usize,
    /// Red, green, blue: 8 bits each from the lowest.
    colors: Vec<i32>,
    /// Right, down, away: 10 bits each from the lowest.
    normals: Vec<i32>,
    /// Depth: 16 bits; mask: 8; edges: a bit each.
    rest: Vec<i32>,
    /// Logarithms of the first and the last exit: 15 bits each from the lowest.
    exits: Vec<i32>,
}

/// A batch on a device.
#[derive(Debug, Clone)]
pub struct MapBatch {
    /// `[batch, 3, size, size]`, sRGB in [0, 1].
    pub crops: Tensor<4>,
    /// `[batch, 1, size, size]`, share of the pixel.
    pub mask: Tensor<4>,
    /// `[batch, 3, size, size]`, unit vectors up to rounding; anything outside the part.
    pub normals: Tensor<4>,
    /// `[batch, 1, size, size]`.
    pub depths: Tensor<4>,
    /// `[batch, 2, size, size]`, logarithms of the exits and [`EXIT_FLOOR`] together.
    pub exits: Tensor<4>,
    /// `[batch, EdgeClass::COUNT, size, size]`, 0 or 1.
    pub edges: Tensor<4>,
}

impl Packed {
    /// Packs the `colors` (sRGB in [0, 1], cut off outside) of a crop with its true maps.
    pub fn new(colors: &[[f32; 3]], maps: &Maps) -> Self {
        let byte = |value: f32| (value.clamp(0.0, 1.0) * 255.0 + 0.5) as i32;
        let ten = |value: f32| ((value.clamp(-1.0, 1.0) + 1.0) * 511.5 + 0.5) as i32;
        let rest = |pixel: usize| {
            let share = (maps.depths[pixel] / DEPTH_REACH).clamp(-1.0, 1.0);
            let depth = ((share + 1.0) * 32767.5 + 0.5) as i32;
            let edges = (0..EdgeClass::COUNT)
                .map(|class| i32::from(maps.edges[class][pixel] > 0.5) << (24 + class))
                .sum::<i32>();
            depth | byte(maps.mask[pixel]) << 16 | edges
        };
        Self {
            size: maps.size,
            colors: colors
                .iter()
                .map(|&[r, g, b]| byte(r) | byte(g) << 8 | byte(b) << 16)
                .collect(),
            normals: maps
                .normals
                .iter()
                .map(|&[x, y, z]| ten(x) | ten(y) << 10 | ten(z) << 20)
                .collect(),
            rest: (0..maps.mask.len()).map(rest).collect(),
            exits: (0..maps.mask.len())
                .map(|pixel| {
                    let [first, last] = [0, 1].map(|which| exit_bits(maps.exits[which][pixel]));
                    first | last << 15
                })
                .collect(),
        }
    }

    /// Red, green and blue planes, as the mapper takes them.
    pub fn planes(&self) -> Vec<f32> {
        [0, 8, 16]
            .into_iter()
            .flat_map(|shift| self.colors.iter().map(move |color| bits(*color, shift, 8)))
            .collect()
    }

    /// The true maps, up to rounding.
    pub fn maps(&self) -> Maps {
        let pixels = self.rest.len();
        let mask: Vec<f32> = self.rest.iter().map(|rest| bits(*rest, 16, 8)).collect();
        let normal = |packed: &i32| {
            let rounded = [0, 10, 20].map(|shift| bits(*packed, shift, 10) * 2.0 - 1.0);
            Vec3::from(rounded).normalize_or_zero().to_array()
        };
        let depth = |rest: &i32| (bits(*rest, 0, 16) * 2.0 - 1.0) * DEPTH_REACH;
        Maps {
            size: self.size,
            normals: self.normals.iter().map(normal).collect(),
            normal_doubts_deg: vec![0.0; pixels],
            depths: self.rest.iter().map(depth).collect(),
            depth_doubts: vec![0.0; pixels],
            exits: [0, 15].map(|shift| {
                let exit = |packed: &i32| {
                    let logarithm = log_exit(bits(*packed, shift, 15));
                    (libm::expf(logarithm) - EXIT_FLOOR).max(0.0)
                };
                self.exits.iter().map(exit).collect()
            }),
            exit_doubts: std::array::from_fn(|_| vec![0.0; pixels]),
            edges: std::array::from_fn(|class| {
                let bit = |rest: &i32| bits(*rest, 24 + class, 1);
                self.rest.iter().map(bit).collect()
            }),
            mask,
        }
    }
}

/// Logarithms of the least and the greatest exit, each with the floor.
fn log_exits() -> [f32; 2] {
    [EXIT_FLOOR, EXIT_REACH + EXIT_FLOOR].map(libm::logf)
}

/// The share of the range of logarithms, in 15 bits.
fn exit_bits(exit: f32) -> i32 {
    let [low, high] = log_exits();
    let share = (libm::logf(exit + EXIT_FLOOR) - low) / (high - low);
    (share.clamp(0.0, 1.0) * 32767.0 + 0.5) as i32
}

fn log_exit(share: f32) -> f32 {
    let [low, high] = log_exits();
    low + share * (high - low)
}

/// `count` bits from `shift` on, as a share of their largest value.
fn bits(packed: i32, shift: usize, count: usize) -> f32 {
    let largest = (1 << count) - 1;
    (packed >> shift & largest) as f32 / largest as f32
}

/// Crops of one size as tensors.
///
/// # Panics
/// If there is none, or their sizes differ.
pub fn map_batch(examples: &[Packed], device: &Device) -> MapBatch {
    let size = examples.first().expect("a batch has examples").size;
    let ints = |of: fn(&Packed) -> &Vec<i32>| -> Tensor<3, Int> {
        let values: Vec<i32> = examples.iter().flat_map(of).copied().collect();
        Tensor::from_data(
            TensorData::new(values, [examples.len(), size, size]),
            device,
        )
    };
    let field = |ints: &Tensor<3, Int>, shift: usize, count: usize| -> Tensor<4> {
        let largest = (1_i32 << count) - 1;
        ints.clone()
            .bitwise_right_shift_scalar(shift as i32)
            .bitwise_and_scalar(largest)
            .float()
            .div_scalar(f64::from(largest))
            .unsqueeze_dim(1)
    };
    let fields = |ints: &Tensor<3, Int>, shifts: &[usize], count: usize| {
        let fields = shifts.iter().map(|&shift| field(ints, shift, count));
        Tensor::cat(fields.collect(), 1)
    };
    let rest = ints(|packed| &packed.rest);
    let [low, high] = log_exits();
    let edge_bits: Vec<usize> = (24..24 + EdgeClass::COUNT).collect();
    MapBatch {
        crops: fields(&ints(|packed| &packed.colors), &[0, 8, 16], 8),
        mask: field(&rest, 16, 8),
        normals: fields(&ints(|packed| &packed.normals), &[0, 10, 20], 10) * 2.0 - 1.0,
        exits: fields(&ints(|packed| &packed.exits), &[0, 15], 15) * f64::from(high - low)
            + f64::from(low),
        depths: (field(&rest, 0, 16) * 2.0 - 1.0) * f64::from(DEPTH_REACH),
        edges: fields(&rest, &edge_bits, 1),
    }
}
