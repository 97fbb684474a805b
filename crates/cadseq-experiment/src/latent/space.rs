//! The latent space of an experiment whose stages are trained.

use std::path::Path;

use burn::tensor::{Tensor, TensorData};
use cadseq_dataset::Split;
use cadseq_model::{Device, Tea};
use cadseq_program::{
    CanonicalOptions, EncodeError, FeatureMatrix, MatrixConfig, Program, canonical, encode,
};
use cadseq_reconstruct::find::find;
use cadseq_render::Picture;
use cadseq_train::two_stage::stage1::latent_means;
use cadseq_train::two_stage::{LatentScale, Stage1Settings, Stage2Config};

use super::{Decoded, Known, LatentError};
use crate::application::{Application, open_tea};
use crate::pictures::encoder_input;
use crate::stages::Stage;
use crate::{Experiment, Method};

/// Programs or latents that go through the network together.
const CHUNK: usize = 256;

/// A trained stage 1, with stage 2 where pictures are encoded.
#[derive(Debug)]
pub struct LatentSpace {
    config: Stage2Config,
    stages: [Stage; 2],
    tea: Tea,
    device: Device,
}

impl LatentSpace {
    /// Opens the space of an experiment that was run in the folder `runs`, at least to the end of
    /// stage 1.
    ///
    /// # Errors
    /// [`LatentError::NoLatent`], [`LatentError::Untrained`], or weights that cannot be read.
    pub fn open(
        experiment: &Experiment,
        runs: &Path,
        device: &Device,
    ) -> Result<Self, LatentError> {
        let Method::TwoStage(config) = experiment.method()? else {
            return Err(LatentError::NoLatent);
        };
        let stages = [
            Stage::first(runs, &config.stage1),
            Stage::second(runs, &config),
        ];
        check_trained(&stages[0])?;
        Ok(Self {
            tea: open_tea(&config.stage1.settings, &stages[0].folder, device)?,
            config,
            stages,
            device: device.clone(),
        })
    }

    /// Settings of stage 1: length of the latent, TEA or TEVAE.
    pub fn settings(&self) -> &Stage1Settings {
        &self.config.stage1.settings
    }

    /// The latent of a program, the mean for a TEVAE. Where the networks learnt canonical programs,
    /// the canonical member of its class is encoded.
    ///
    /// # Errors
    /// [`LatentError::Program`].
    pub fn encode(&self, program: &Program) -> Result<Vec<f32>, LatentError> {
        let matrix = self.matrix(program)?;
        Ok(latent_means(&self.tea, &[matrix], &self.device).concat())
    }

    fn matrix(&self, program: &Program) -> Result<FeatureMatrix, EncodeError> {
        let paper = MatrixConfig::paper();
        let matrix = encode(program, &paper)?;
        if !self.config.stage1.data.canonical {
            return Ok(matrix);
        }
        let member = canonical(program, &CanonicalOptions::default());
        Ok(encode(&member, &paper).unwrap_or(matrix))
    }

    /// Refuses what [`LatentSpace::encode_picture`] would refuse, before other work is done.
    ///
    /// # Errors
    /// [`LatentError::Picture`], or [`LatentError::Untrained`] where stage 2 is not.
    pub fn check_picture(&self, picture: &Picture) -> Result<(), LatentError> {
        find(picture)?;
        check_trained(&self.stages[1])
    }

    /// The latent of a picture, by stage 2; `known` has the scale that it was trained with.
    ///
    /// # Errors
    /// As [`LatentSpace::check_picture`], or weights that cannot be read.
    pub fn encode_picture(
        &self,
        picture: &Picture,
        known: &Known,
    ) -> Result<Vec<f32>, LatentError> {
        self.check_picture(picture)?;
        let [stage1, stage2] = &self.stages;
        let scale = LatentScale::of(&known.latents);
        let (config, device) = (&self.config, &self.device);
        let application = Application::open(config, &stage1.folder, &stage2.folder, scale, device)?;
        let (size, crop) = (config.settings.picture_size, config.settings.crop);
        let latent = application.latents(&[encoder_input(picture, size, crop)]);
        Ok(latent.into_data().iter::<f32>().collect())
    }

    /// The programs of some latents, each of [`Stage1Settings::latent`] values.
    pub fn decode(&self, latents: &[Vec<f32>]) -> Vec<Decoded> {
        let chunk = |rows: &[Vec<f32>]| {
            let data = TensorData::new(rows.concat(), [rows.len(), self.settings().latent]);
            let latent = Tensor::from_data(data, &self.device);
            self.tea.matrices(&latent, &MatrixConfig::paper())
        };
        let matrices = latents.chunks(CHUNK).flat_map(chunk);
        matrices.map(|matrix| Decoded::of_matrix(&matrix)).collect()
    }

    /// Draws and encodes the training share; `progress` hears how many of how many are encoded.
    pub fn known(&self, progress: impl Fn(usize, usize)) -> Known {
        let data = &self.config.stage1.data;
        let share = data.programs(Split::Train, usize::MAX);
        let mut latents = Vec::with_capacity(share.targets.len());
        for chunk in share.targets.chunks(CHUNK) {
            latents.extend(latent_means(&self.tea, chunk, &self.device));
            progress(latents.len(), share.targets.len());
        }
        Known {
            indices: share.indices,
            programs: share.programs,
            latents,
        }
    }
}

fn check_trained(stage: &Stage) -> Result<(), LatentError> {
    let (done, steps) = (stage.done(), stage.steps);
    if done >= steps {
        return Ok(());
    }
    Err(LatentError::Untrained {
        stage: stage.name,
        done,
        steps,
    })
}
