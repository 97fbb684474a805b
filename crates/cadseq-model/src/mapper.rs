//! The mapper: a U-Net (Ronneberger et al. 2015) of residual blocks from a crop to its [`Maps`].
//!
//! It is asked only for what a picture holds by itself, so it can be used on crops of any side that is a
//! multiple of [`MapperConfig::STRIDE`]: the whole picture to find the part, the part to see
//! it well, a window of it to see small holes.

use burn::config::Config;
use burn::module::Module;
use burn::nn::PaddingConfig2d;
use burn::nn::conv::{Conv2d, Conv2dConfig};
use burn::tensor::activation::{relu, sigmoid};
use burn::tensor::{Device, Tensor, TensorData};

use crate::convolution::convolve;
use crate::layers::{ConvNorm, ResidualBlock};
use crate::maps::{EdgeClass, Maps};
use crate::shuffle::{pixel_shuffle, pixel_unshuffle};

/// Channels of the last hidden layer, which sees the features and the pixels beside each other.
const FINE_WIDTH: usize = 40;

/// Where the mapper's scores of each kind stand among its channels.
pub mod channel {
    use crate::maps::EdgeClass;

    /// The mask's.
    pub const MASK: usize = 0;
    /// The first of three for the normal.
    pub const NORMAL: usize = 1;
    /// The normal's doubt.
    pub const NORMAL_DOUBT: usize = 4;
    /// The depth.
    pub const DEPTH: usize = 5;
    /// The depth's doubt.
    pub const DEPTH_DOUBT: usize = 6;
    /// The first of [`EdgeClass::COUNT`].
    pub const EDGES: usize = 7;
    /// The first of two for the exits.
    pub const EXITS: usize = EDGES + EdgeClass::COUNT;
    /// The first of two for the doubts of the exits.
    pub const EXIT_DOUBTS: usize = EXITS + 2;
    /// All of them.
    pub const COUNT: usize = EXIT_DOUBTS + 2;
}

/// Mean of the pixels' values in training, about; subtracted so that inputs are centred.
const MEAN_PIXEL: f64 = 0.5;

/// What is added to the square of a normal's length before it is divided by it.
pub const NORMAL_EPSILON: f64 = 1e-6;

/// What is added to an exit before its logarithm is taken.
pub const EXIT_FLOOR: f32 = 0.01;

/// The longest exit that training tells from longer ones.
pub const EXIT_REACH: f32 = 4.0;

/// Widths of the mapper.
#[derive(Config, Debug)]
pub struct MapperConfig {
    /// Channels on grids of 1/2, 1/4, 1/8, 1/16 and 1/32 of the crop.
    #[config(default = "[24, 48, 96, 160, 256]")]
    pub widths: [usize; 5],
}

/// See the module's words.
#[derive(Module, Debug)]
pub struct Mapper {
    stem: ConvNorm,
    down: [Vec<ResidualBlock>; 5],
    up: Vec<ConvNorm>,
    merge: Vec<ResidualBlock>,
    fine: ConvNorm,
    head: Conv2d,
}

/// Scores and numbers for each pixel of a batch of crops.
#[derive(Debug)]
pub struct MapperOutput {
    /// `[batch, 1, size, size]`, scores before the sigmoid.
    pub mask: Tensor<4>,
    /// `[batch, 3, size, size]`, unit vectors.
    pub normals: Tensor<4>,
    /// `[batch, 1, size, size]`, logarithm of the expected length of the normal's error.
    pub normal_doubts: Tensor<4>,
    /// `[batch, 1, size, size]`, up to a number for each crop.
    pub depths: Tensor<4>,
    /// `[batch, 1, size, size]`, logarithm of the expected error of the depth.
    pub depth_doubts: Tensor<4>,
    /// `[batch, 2, size, size]`, logarithms of the exits and [`EXIT_FLOOR`] together.
    pub exits: Tensor<4>,
    /// `[batch, 2, size, size]`, logarithms of the expected errors of these.
    pub exit_doubts: Tensor<4>,
    /// `[batch, EdgeClass::COUNT, size, size]`, scores before the sigmoid.
    pub edges: Tensor<4>,
}

impl MapperConfig {
    /// What the side of a crop must be a multiple of.
    pub const STRIDE: usize = 32;

    /// A mapper with fresh weights.
    pub fn init(&self, device: &Device) -> Mapper {
        let [a, b, c, d, e] = self.widths;
        let block = |from, to, stride| ResidualBlock::new([from, to], stride, device);
        let raise = |from, to| ConvNorm::new([from, 4 * to], 1, 1, device);
        let padding = PaddingConfig2d::Explicit(1, 1, 1, 1);
        Mapper {
            stem: ConvNorm::new([12, a], 3, 1, device),
            down: [
                vec![block(a, a, 1)],
                vec![block(a, b, 2), block(b, b, 1)],
                vec![block(b, c, 2), block(c, c, 1)],
                vec![block(c, d, 2), block(d, d, 1)],
                vec![block(d, e, 2), block(e, e, 1), block(e, e, 1)],
            ],
            up: vec![raise(e, d), raise(d, c), raise(c, b), raise(b, a)],
            merge: vec![
                block(d, d, 1),
                block(c, c, 1),
                block(b, b, 1),
                block(a, a, 1),
            ],
            fine: ConvNorm::new([a + 12, FINE_WIDTH], 3, 1, device),
            head: Conv2dConfig::new([FINE_WIDTH, 4 * channel::COUNT], [3, 3])
                .with_padding(padding)
                .init(device),
        }
    }
}

impl Mapper {
    /// Crops `[batch, 3, size, size]`, sRGB in [0, 1], to what is seen.
    pub fn forward(&self, crops: Tensor<4>) -> MapperOutput {
        MapperOutput::new(&self.scores(crops))
    }

    /// Crops `[batch, 3, size, size]`, sRGB in [0, 1], to scores `[batch, channel::COUNT, size, size]`, the
    /// channels as [`channel`] says.
    pub fn scores(&self, crops: Tensor<4>) -> Tensor<4> {
        let pixels = pixel_unshuffle((crops - MEAN_PIXEL) * 2.0); // [b, 12, size / 2, size / 2]
        let mut x = self.stem.activated(pixels.clone());
        let mut skips = Vec::with_capacity(self.down.len());
        for blocks in &self.down {
            x = blocks.iter().fold(x, |x, block| block.forward(x));
            skips.push(x.clone());
        }
        let mut x = skips.pop().expect("five grids");
        for (up, merge) in self.up.iter().zip(&self.merge) {
            let skip = skips.pop().expect("one grid less each time");
            x = merge.forward(relu(pixel_shuffle(up.forward(x)) + skip));
        }
        let fine = self.fine.activated(Tensor::cat(vec![x, pixels], 1));
        let head = convolve(fine, self.head.weight.val(), 1);
        let bias = self.head.bias.as_ref().expect("the head has a bias").val();
        pixel_shuffle(head + bias.reshape([1, -1, 1, 1]))
    }

    /// Means of the scores of crops and of those of their mirror images, mirrored back.
    fn scores_both_ways(&self, crops: &Tensor<4>) -> Tensor<4> {
        let (scores, mirrored) = rayon::join(
            || self.scores(crops.clone()),
            || self.scores(crops.clone().flip([3])).flip([3]),
        );
        let [batch, _, size, _] = mirrored.dims();
        let right = channel::NORMAL..channel::NORMAL + 1;
        let rights = mirrored.clone().narrow(1, channel::NORMAL, 1);
        let mirrored = mirrored.slice_assign([0..batch, right, 0..size, 0..size], -rights);
        (scores + mirrored) / 2.0
    }

    /// Numbers that training sets, running statistics of the normalizations included.
    pub fn parameter_count(&self) -> usize {
        self.num_params()
    }

    /// The same mapper for inference: batch normalization folded into the convolutions.
    pub fn folded(self) -> Self {
        let fold = |blocks: Vec<ResidualBlock>| -> Vec<_> {
            blocks.into_iter().map(ResidualBlock::folded).collect()
        };
        Self {
            stem: self.stem.folded(),
            down: self.down.map(fold),
            up: self.up.into_iter().map(ConvNorm::folded).collect(),
            merge: fold(self.merge),
            fine: self.fine.folded(),
            head: self.head,
        }
    }

    /// Looks at a crop of `size` x `size` pixels and at its mirror image, whose errors differ: `planes` holds its red, green and blue values, sRGB
    /// in [0, 1], each row by row.
    ///
    /// # Panics
    /// If `size` is no multiple of [`MapperConfig::STRIDE`] or `planes` has not `3 size^2` values.
    pub fn predict(&self, planes: Vec<f32>, size: usize, device: &Device) -> Maps {
        assert!(
            size.is_multiple_of(MapperConfig::STRIDE),
            "crops of {size} pixels"
        );
        let crops = Tensor::from_data(TensorData::new(planes, [1, 3, size, size]), device);
        let scores = self.scores_both_ways(&crops);
        MapperOutput::new(&scores)
            .into_maps()
            .pop()
            .expect("one crop has one set of maps")
    }
}

impl MapperOutput {
    /// What the mapper's `scores` say.
    pub fn new(scores: &Tensor<4>) -> Self {
        let part = |first: usize, count: usize| scores.clone().narrow(1, first, count);
        let normals = part(channel::NORMAL, 3);
        let length = (normals.clone().square().sum_dim(1) + NORMAL_EPSILON).sqrt();
        Self {
            mask: part(channel::MASK, 1),
            normals: normals / length,
            normal_doubts: part(channel::NORMAL_DOUBT, 1),
            depths: part(channel::DEPTH, 1),
            depth_doubts: part(channel::DEPTH_DOUBT, 1),
            exits: part(channel::EXITS, 2),
            exit_doubts: part(channel::EXIT_DOUBTS, 2),
            edges: part(channel::EDGES, EdgeClass::COUNT),
        }
    }

    /// The maps of each crop, as plain numbers.
    pub fn into_maps(self) -> Vec<Maps> {
        let [batch, _, size, _] = self.mask.dims();
        let pixels = size * size;
        let masks = values(sigmoid(self.mask));
        let normals = values(self.normals);
        let normal_doubts = values(self.normal_doubts.exp());
        let depths = values(self.depths);
        let depth_doubts = values(self.depth_doubts.exp());
        let exits = values(self.exits.exp());
        let exit_doubts = values(self.exit_doubts.exp());
        let edges = values(sigmoid(self.edges));
        (0..batch)
            .map(|index| {
                let plane = |of: &[f32], channel: usize| of[channel * pixels..][..pixels].to_vec();
                let normal = |pixel: usize| {
                    [0, 1, 2].map(|axis| normals[(index * 3 + axis) * pixels + pixel])
                };
                let mask = plane(&masks, index);
                Maps {
                    size,
                    normals: (0..pixels).map(normal).collect(),
                    normal_doubts_deg: plane(&normal_doubts, index)
                        .iter()
                        .map(|doubt| doubt.to_degrees().min(90.0))
                        .collect(),
                    depths: centred(plane(&depths, index), &mask),
                    depth_doubts: plane(&depth_doubts, index),
                    exits: [0, 1].map(|which| {
                        let exits = plane(&exits, index * 2 + which);
                        exits
                            .into_iter()
                            .map(|exit| (exit - EXIT_FLOOR).max(0.0))
                            .collect()
                    }),
                    exit_doubts: [0, 1].map(|which| plane(&exit_doubts, index * 2 + which)),
                    edges: std::array::from_fn(|class| {
                        plane(&edges, index * EdgeClass::COUNT + class)
                    }),
                    mask,
                }
            })
            .collect()
    }
}

fn values(tensor: Tensor<4>) -> Vec<f32> {
    tensor
        .into_data()
        .try_into_vec()
        .expect("the network computes in f32")
}

/// `depths` less their mean over the part.
fn centred(mut depths: Vec<f32>, mask: &[f32]) -> Vec<f32> {
    let weight: f64 = mask.iter().map(|&m| f64::from(m)).sum();
    let sum: f64 = depths.iter().zip(mask).map(|(d, m)| f64::from(d * m)).sum();
    let mean = (sum / weight.max(1e-6)) as f32;
    for depth in &mut depths {
        *depth -= mean;
    }
    depths
}
