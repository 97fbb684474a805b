//! TEA and TEVAE: autoencoders of feature matrices (stage 1 of the paper, section 4.3; after
//! `DeepCAD`, Wu et al. 2021).
//!
//! A transformer encoder reads the rows of a matrix and averages them into a latent vector; a
//! decoder that is not autoregressive turns a latent vector into a state for each row, from which heads read
//! the type and the parameters. TEVAE has a Gaussian latent; TEA a plain one.

mod fourier;
mod tokens;

use burn::config::Config;
use burn::module::{Initializer, Module, Param};
use burn::nn::transformer::{TransformerEncoderConfig, TransformerEncoderLayer};
use burn::nn::{Embedding, EmbeddingConfig, LayerNorm, LayerNormConfig, Linear, LinearConfig};
use burn::tensor::{Device, Int, Tensor};
use cadseq_program::{FeatureMatrix, MatrixConfig};

pub use tokens::TokenBatch;

/// Sizes of a TEA or TEVAE.
#[derive(Config, Debug)]
pub struct TeaConfig {
    /// Rows of the matrix.
    pub rows: usize,
    /// How many values each variable of the matrix has, in the order of its columns.
    pub cardinalities: Vec<usize>,
    /// Length of the latent vector.
    #[config(default = 256)]
    pub latent: usize,
    /// Whether the latent is Gaussian: TEVAE rather than TEA.
    #[config(default = false)]
    pub variational: bool,
    /// Length of the state of a row.
    #[config(default = 256)]
    pub d_model: usize,
    /// Attention heads.
    #[config(default = 8)]
    pub heads: usize,
    /// Layers of the encoder, and of the decoder.
    #[config(default = 4)]
    pub layers: usize,
    /// Width of the feed-forward networks.
    #[config(default = 512)]
    pub feed_forward: usize,
    /// Dropout of the layers.
    #[config(default = 0.1)]
    pub dropout: f64,
}

/// A transformer autoencoder of feature matrices.
#[derive(Module, Debug)]
pub struct Tea {
    /// A table for each variable; its last row stands for an unused slot.
    embeddings: Vec<Embedding>,
    /// `[1, rows, d_model]`.
    positions: Param<Tensor<3>>,
    encoder: Vec<TransformerEncoderLayer>,
    encoder_norm: LayerNorm,
    /// To the latent mean.
    mean: Linear,
    /// To the logarithm of the latent variance.
    log_variance: Option<Linear>,
    /// `[1, rows, d_model]`.
    queries: Param<Tensor<3>>,
    /// The latent vector on its way into each layer of the decoder.
    inlets: Vec<Linear>,
    decoder: Vec<TransformerEncoderLayer>,
    decoder_norm: LayerNorm,
    /// Scores of the values of each variable, the last one of "unused".
    heads: Vec<Linear>,
}

/// The latent of some programs.
#[derive(Debug, Clone)]
pub struct Latent {
    /// `[batch, latent]`; the latent vector itself without a variance.
    pub mean: Tensor<2>,
    /// `[batch, latent]`, natural logarithm of the variance; TEVAE only.
    pub log_variance: Option<Tensor<2>>,
}

impl TeaConfig {
    /// The paper's sizes for matrices of this shape.
    pub fn of(matrix: &MatrixConfig) -> Self {
        let cardinalities = matrix.variables().iter().map(|v| v.cardinality());
        Self::new(matrix.rows(), cardinalities.collect())
    }

    /// A network with fresh weights.
    pub fn init(&self, device: &Device) -> Tea {
        let d_model = self.d_model;
        let layers =
            TransformerEncoderConfig::new(d_model, self.feed_forward, self.heads, self.layers)
                .with_dropout(self.dropout)
                .with_norm_first(true);
        let stack = || {
            (0..self.layers)
                .map(|_| TransformerEncoderLayer::new(&layers, device))
                .collect()
        };
        let per_row = || {
            let normal = Initializer::Normal {
                mean: 0.0,
                std: 1.0,
            };
            normal.init([1, self.rows, d_model], device)
        };
        let norm = || LayerNormConfig::new(d_model).init(device);
        let to_latent = || LinearConfig::new(d_model, self.latent).init(device);
        Tea {
            embeddings: self.each(|values| embedding(values, d_model, device)),
            positions: per_row(),
            encoder: stack(),
            encoder_norm: norm(),
            mean: to_latent(),
            log_variance: self.variational.then(to_latent),
            queries: per_row(),
            inlets: (0..self.layers)
                .map(|_| LinearConfig::new(self.latent, d_model).init(device))
                .collect(),
            decoder: stack(),
            decoder_norm: norm(),
            heads: self.each(|values| head(values, d_model, device)),
        }
    }

    fn each<T>(&self, make: impl Fn(usize) -> T) -> Vec<T> {
        self.cardinalities
            .iter()
            .map(|&values| make(values))
            .collect()
    }
}

/// A table for `values` values and "unused". The values of a size start on a smooth curve
/// ([`fourier`]), so that what is learnt of one level holds for its neighbours.
fn embedding(values: usize, d_model: usize, device: &Device) -> Embedding {
    let mut embedding = EmbeddingConfig::new(values + 1, d_model).init(device);
    if values >= fourier::MIN_VALUES {
        let table = fourier::features(values, d_model, device);
        let unused = Tensor::zeros([1, d_model], device);
        embedding.weight = Param::from_tensor(Tensor::cat(vec![table, unused], 0));
    }
    embedding
}

/// Scores of `values` values and "unused", which start on such a curve, too.
fn head(values: usize, d_model: usize, device: &Device) -> Linear {
    let mut head = LinearConfig::new(d_model, values + 1).init(device);
    if values >= fourier::MIN_VALUES {
        let scale = 2.0 / (d_model as f64).sqrt();
        let table = fourier::features(values, d_model, device) * scale;
        let unused = Tensor::zeros([1, d_model], device);
        let weight = Tensor::cat(vec![table, unused], 0).transpose();
        head.weight = Param::from_tensor(weight);
    }
    head
}

impl Tea {
    /// The latent of some programs.
    pub fn encode(&self, tokens: &TokenBatch, device: &Device) -> Latent {
        let [batch, rows] = [tokens.programs(), tokens.rows()];
        let d_model = self.positions.dims()[2];
        let mut x = self
            .positions
            .val()
            .narrow(1, 0, rows)
            .expand([batch, rows, d_model]);
        for (column, embedding) in self.embeddings.iter().enumerate() {
            x = x + embedding.forward(tokens.column(column, device));
        }
        let padding = tokens.padding(device);
        for layer in &self.encoder {
            x = layer.forward(x, Some(padding.clone()), None);
        }
        let pooled = (self.encoder_norm.forward(x) * tokens.mean_weights(device))
            .sum_dim(1)
            .reshape([batch, d_model]);
        Latent {
            mean: self.mean.forward(pooled.clone()),
            log_variance: self
                .log_variance
                .as_ref()
                .map(|linear| linear.forward(pooled)),
        }
    }

    /// Latent vectors `[batch, latent]` to the states of all rows, `[batch * rows, d_model]`.
    pub fn decode(&self, latent: &Tensor<2>) -> Tensor<2> {
        let [batch, _] = latent.dims();
        let [_, rows, d_model] = self.queries.dims();
        let mut x = self.queries.val().expand([batch, rows, d_model]);
        for (inlet, layer) in self.inlets.iter().zip(&self.decoder) {
            let latent = inlet.forward(latent.clone()).reshape([batch, 1, d_model]);
            x = layer.forward(x + latent, None, None);
        }
        self.decoder_norm
            .forward(x)
            .reshape([batch * rows, d_model])
    }

    /// Scores of the values of the variable in `column`, the last one of "unused":
    /// `[n, d_model]` to `[n, values + 1]`.
    pub fn scores(&self, states: Tensor<2>, column: usize) -> Tensor<2> {
        self.heads[column].forward(states)
    }

    /// The matrices of latent vectors: the likeliest value of every slot, used or not, so that
    /// [`FeatureMatrix::masked`] comes before decoding.
    pub fn matrices(&self, latent: &Tensor<2>, config: &MatrixConfig) -> Vec<FeatureMatrix> {
        let [batch, _] = latent.dims();
        let (rows, columns) = (config.rows(), config.columns());
        let states = self.decode(latent);
        let mut entries = vec![0; batch * rows * columns];
        for (column, variable) in config.variables().iter().enumerate() {
            let scores = self.scores(states.clone(), column);
            let known = scores.narrow(1, 0, variable.cardinality());
            let best: Tensor<2, Int> = known.argmax(1);
            for (row, value) in best.into_data().iter::<i64>().enumerate() {
                entries[row * columns + column] = value as i16;
            }
        }
        entries
            .chunks_exact(rows * columns)
            .map(|entries| {
                FeatureMatrix::new(*config, entries.to_vec()).expect("one entry for each slot")
            })
            .collect()
    }
}

#[cfg(test)]
mod tests;
