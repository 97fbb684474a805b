//! The trained application: picture to latent to program (paper, section 4.3).

use std::fs;
use std::path::{Path, PathBuf};

use burn::module::Module;
use burn::tensor::Tensor;
use cadseq_model::{
    Device, PictureInput, ResNet, Tea, WeightsError, batch_pictures, from_safetensors,
};
use cadseq_program::{FeatureMatrix, MatrixConfig};
use cadseq_train::two_stage::{LatentScale, Stage1Settings, Stage2Config};

use crate::ExperimentError;

/// Pictures that go through the network together.
const CHUNK: usize = 64;

/// The encoder of pictures with the decoder of stage 1.
#[derive(Debug)]
pub struct Application {
    encoder: ResNet,
    scale: LatentScale,
    tea: Tea,
    device: Device,
}

impl Application {
    /// From the weights of both stages.
    ///
    /// # Errors
    /// Where a file is missing or holds no weights of these settings.
    pub fn open(
        config: &Stage2Config,
        stage1: &Path,
        stage2: &Path,
        scale: LatentScale,
        device: &Device,
    ) -> Result<Self, ExperimentError> {
        let file = stage2.join("encoder.safetensors");
        let encoder = weights(&file, config.network(device))?.folded();
        Ok(Self {
            encoder,
            scale,
            tea: open_tea(&config.stage1.settings, stage1, device)?,
            device: device.clone(),
        })
    }

    /// The latent vectors of pictures, `[batch, latent]`.
    pub fn latents(&self, pictures: &[PictureInput]) -> Tensor<2> {
        let scaled = self.encoder.forward(batch_pictures(pictures, &self.device));
        self.scale.unscaled(scaled)
    }

    /// The matrices of pictures: raw, so that [`FeatureMatrix::masked`] comes before decoding.
    pub fn predict(&self, pictures: &[PictureInput]) -> Vec<FeatureMatrix> {
        let chunk = |pictures| {
            self.tea
                .matrices(&self.latents(pictures), &MatrixConfig::paper())
        };
        pictures.chunks(CHUNK).flat_map(chunk).collect()
    }
}

/// The trained stage 1 of a folder, without dropout.
///
/// # Errors
/// Where the file is missing or holds no weights of these settings.
pub fn open_tea(
    settings: &Stage1Settings,
    folder: &Path,
    device: &Device,
) -> Result<Tea, ExperimentError> {
    let still = Stage1Settings {
        dropout: 0.0,
        ..settings.clone()
    };
    weights(&folder.join("tea.safetensors"), still.network(device))
}

fn weights<M: Module>(file: &Path, network: M) -> Result<M, ExperimentError> {
    let io = |source| ExperimentError::Io {
        path: PathBuf::from(file),
        source,
    };
    let bytes = fs::read(file).map_err(io)?;
    from_safetensors(&bytes, network).map_err(|error: WeightsError| ExperimentError::Weights {
        path: PathBuf::from(file),
        reason: error.to_string(),
    })
}
