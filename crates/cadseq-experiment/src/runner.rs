//! Runs an experiment: data, both stages, predictions.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use cadseq_dataset::Split;
use cadseq_evaluation::{Outcome, Prediction, Provenance, StageTime};
use cadseq_model::{Device, PictureInput, Tea};
use cadseq_program::{FeatureMatrix, Program};
use cadseq_train::task::{self, Progress, Task};
use cadseq_train::two_stage::stage1::latent_means;
use cadseq_train::two_stage::{
    LatentScale, PictureSet, ProgramSet, Stage1Config, Stage1Task, Stage1Validation, Stage2Config,
    Stage2Task,
};
use rayon::prelude::*;
use serde::Serialize;

use crate::application::{Application, open_tea};
use crate::pictures::{encoder_input, paper_picture};
use crate::stages::{self, Stage};
use crate::{DirectConfig, Experiment, ExperimentError, Method, cache, direct};

/// Pictures of the validation share that are looked at while stage 2 trains.
const VALIDATION_PICTURES: usize = 550;

/// Who watches a run.
pub trait Observer: Sync {
    /// A part of the run begins; `total` of something are to be done.
    fn begin(&self, part: &str, total: u64);
    /// So many are done, with a word on how it goes.
    fn progress(&self, done: u64, note: &str);
    /// A result worth keeping on the screen.
    fn result(&self, line: &str);
}

/// Where and how a run happens.
pub struct Runner<'a> {
    /// The folder of all runs; stages that experiments share are in its `stages`.
    pub runs: &'a Path,
    /// Where to compute.
    pub device: &'a Device,
    /// Set from outside to stop at the next step, with a checkpoint.
    pub stop: &'a AtomicBool,
    /// Who watches.
    pub observer: &'a dyn Observer,
}

/// What identifies a run to its readers.
#[derive(Debug, Clone)]
pub struct Identity {
    /// Short name, see [`Experiment::name`].
    pub name: String,
    /// The command.
    pub command: String,
    /// The program's commit.
    pub commit: String,
    /// The processor or graphics card.
    pub hardware: String,
}

impl Runner<'_> {
    /// Runs `experiment`, or goes on where it was stopped, and writes its outcome to the folder of
    /// its name. Returns the outcome.
    ///
    /// # Errors
    /// [`ExperimentError`]; [`ExperimentError::Stopped`] after a stop on request.
    pub fn run(
        &self,
        experiment: &Experiment,
        identity: &Identity,
    ) -> Result<Outcome, ExperimentError> {
        let test = share(experiment, Split::Test, experiment.test.limit)?;
        let (method, matrices, stages) = match experiment.method()? {
            Method::TwoStage(config) => self.two_stage(experiment, &config, &test)?,
            Method::Direct(config) => self.direct(experiment, &config, &test)?,
        };
        let provenance = Provenance {
            name: identity.name.clone(),
            title: experiment.title.clone(),
            method,
            scale: experiment.scale.clone(),
            command: identity.command.clone(),
            seed: experiment.data.seed,
            commit: identity.commit.clone(),
            hardware: identity.hardware.clone(),
            population: population(experiment, test.programs.len()),
            stages,
        };
        let outcome = Outcome {
            provenance,
            predictions: matrices,
        };
        outcome.write(&self.runs.join(&identity.name))?;
        Ok(outcome)
    }

    fn two_stage(
        &self,
        experiment: &Experiment,
        config: &Stage2Config,
        test: &ProgramSet,
    ) -> Result<Predicted, ExperimentError> {
        config.initial(self.device)?;
        let train = share(experiment, Split::Train, usize::MAX)?;
        let validation = share(experiment, Split::Validation, usize::MAX)?;
        let (stage1, mut first) = self.stage1(&config.stage1, &train, &validation)?;
        let tea = open_tea(&config.stage1.settings, &stage1, self.device)?;
        first.result = Some(self.stage1_result(&tea, &test.targets));
        let extra = match config.settings.extra_programs {
            0 => ProgramSet::default(),
            count => experiment.data.extra(count, &[&validation, test]),
        };
        let set = |programs: ProgramSet, share, limit| {
            let pictures = self.pictures(experiment, config, &programs, share, limit)?;
            let targets: Vec<_> = programs.targets.into_iter().take(pictures.len()).collect();
            Ok::<_, ExperimentError>(PictureSet {
                latents: latent_means(&tea, &targets, self.device),
                pictures,
                targets,
            })
        };
        let mut train = set(train, Split::Train.name(), usize::MAX)?;
        let scale = LatentScale::of(&train.latents);
        train.append(set(extra, "extra", usize::MAX)?);
        let validation = set(validation, Split::Validation.name(), VALIDATION_PICTURES)?;
        let stage2 = Stage::second(self.runs, config).folder;
        let task = Stage2Task::new(config.clone(), tea, scale.clone(), train, validation);
        let second = self.train("stage 2", &task, &stage2)?;
        let application = Application::open(config, &stage1, &stage2, scale, self.device)?;
        let pictures = self.pictures(experiment, config, test, Split::Test.name(), usize::MAX)?;
        let matrices = application.predict(&pictures);
        let predictions = test.indices.iter().zip(&test.programs).zip(matrices);
        let predictions = predictions
            .map(|((&index, truth), matrix)| Prediction::of_matrix(index, truth, Some(&matrix)));
        let name = if config.stage1.settings.variational {
            "TEVAE"
        } else {
            "TEA"
        };
        let settings = &config.settings;
        let extra = match settings.extra_programs {
            0 => String::new(),
            count => format!(", {count} more programs"),
        };
        let method = format!(
            "{name} + ResNet-18 ({} x {} pixels{}, width {}{extra})",
            settings.picture_size,
            settings.picture_size,
            if settings.crop { " cropped" } else { "" },
            settings.width
        );
        Ok((method, predictions.collect(), vec![first, second]))
    }

    /// Trains stage 1 if it is not trained yet.
    ///
    /// # Errors
    /// See [`Runner::run`].
    fn stage1(
        &self,
        config: &Stage1Config,
        train: &ProgramSet,
        validation: &ProgramSet,
    ) -> Result<(PathBuf, StageTime), ExperimentError> {
        let folder = Stage::first(self.runs, config).folder;
        let task = Stage1Task::new(config.clone(), train.clone(), validation.clone());
        let time = self.train("stage 1", &task, &folder)?;
        Ok((folder, time))
    }

    /// Stage 1 by itself on the test share, with the weights as they are on disk.
    fn stage1_result(&self, tea: &Tea, programs: &[FeatureMatrix]) -> String {
        let found = Stage1Validation::of(tea, programs, self.device);
        let words = format!(
            "ACP {:.4}, ASOT {:.4} at a tolerance of 0 on {} test programs; divergence {:.0} nats, \
             {} dimensions in use",
            found.accuracy.acp,
            found.accuracy.asot,
            found.accuracy.programs,
            found.divergence,
            found.active_dimensions
        );
        self.observer.result(&format!("stage 1: {words}"));
        words
    }

    fn train<T: Task>(
        &self,
        name: &str,
        task: &T,
        folder: &Path,
    ) -> Result<StageTime, ExperimentError> {
        let steps = task.schedule().steps;
        self.observer.begin(name, steps);
        let state = task::run(task, folder, self.device, self.stop, |progress| {
            self.observer
                .progress(progress.step, &format!("loss {:.4}", progress.loss));
            if progress.validation.is_some() {
                self.observer.result(&line(name, progress));
            }
        })?;
        if state.step < steps {
            return Err(ExperimentError::Stopped);
        }
        Ok(StageTime {
            name: format!("{name}: {steps} steps"),
            seconds: state.seconds,
            result: None,
        })
    }

    fn direct(
        &self,
        experiment: &Experiment,
        config: &DirectConfig,
        test: &ProgramSet,
    ) -> Result<Predicted, ExperimentError> {
        let reconstructor = direct::reconstructor(config)?;
        self.observer
            .begin("predictions", test.programs.len() as u64);
        let (start, done) = (Instant::now(), std::sync::atomic::AtomicU64::new(0));
        let predict = |(&index, truth)| {
            if self.stop.load(Ordering::Relaxed) {
                return Err(ExperimentError::Stopped);
            }
            let picture = paper_picture(truth, experiment.test.picture_size);
            let prediction = direct::predict(&reconstructor, config, index, truth, picture);
            let done = done.fetch_add(1, Ordering::Relaxed) + 1;
            self.observer.progress(done, "");
            Ok(prediction)
        };
        let pairs = test.indices.par_iter().zip(&test.programs);
        let predictions = pairs.map(predict).collect::<Result<Vec<_>, _>>()?;
        let time = StageTime {
            name: "predictions".to_owned(),
            seconds: start.elapsed().as_secs_f64(),
            result: None,
        };
        let method = if config.fit {
            "direct network + fitting"
        } else {
            "direct network"
        };
        Ok((method.to_owned(), predictions, vec![time]))
    }

    /// The encoder's pictures of a share, drawn unless a run has drawn them before.
    fn pictures(
        &self,
        experiment: &Experiment,
        config: &Stage2Config,
        programs: &ProgramSet,
        share: &str,
        limit: usize,
    ) -> Result<Vec<PictureInput>, ExperimentError> {
        let wanted = programs.programs.len().min(limit);
        if wanted == 0 {
            return Ok(Vec::new());
        }
        let (size, crop) = (config.settings.picture_size, config.settings.crop);
        let programs = &programs.programs[..wanted];
        let drawn = (
            &experiment.data.rules,
            experiment.data.programs,
            experiment.data.seed,
            (experiment.test.picture_size, size, crop),
            (share, wanted),
            fingerprint(programs),
        );
        let path = stages::folder(self.runs, "pictures", &drawn).with_extension("safetensors");
        let source = serde_json::to_string(&drawn).expect("settings are plain");
        let input = |program| {
            let picture = paper_picture(program, experiment.test.picture_size)
                .expect("programs of a data set have a solid");
            encoder_input(&picture, size, crop)
        };
        if let Some(pictures) = cache::read(&path, &source, |index| input(&programs[index])) {
            return Ok(pictures);
        }
        self.observer
            .begin(&format!("{share} pictures"), wanted as u64);
        let done = std::sync::atomic::AtomicU64::new(0);
        let draw = |program| {
            if self.stop.load(Ordering::Relaxed) {
                return Err(ExperimentError::Stopped);
            }
            let input = input(program);
            self.observer
                .progress(done.fetch_add(1, Ordering::Relaxed) + 1, "");
            Ok(input)
        };
        let pictures = programs
            .par_iter()
            .map(draw)
            .collect::<Result<Vec<_>, _>>()?;
        let io = |source| ExperimentError::Io {
            path: path.clone(),
            source,
        };
        fs::create_dir_all(self.runs.join("stages")).map_err(io)?;
        cache::write(&path, &source, &pictures).map_err(io)?;
        Ok(pictures)
    }
}

/// A number that changes with any program.
fn fingerprint(programs: &[Program]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    for program in programs {
        hasher.update(program.to_string().as_bytes());
    }
    hasher.finalize()
}

/// The programs of a share, at least one.
fn share(
    experiment: &Experiment,
    split: Split,
    limit: usize,
) -> Result<ProgramSet, ExperimentError> {
    let share = experiment.data.programs(split, limit);
    if share.programs.is_empty() {
        return Err(ExperimentError::Empty {
            programs: experiment.data.programs,
            share: split.name(),
        });
    }
    Ok(share)
}

/// The method in words, predictions, and times.
type Predicted = (String, Vec<Prediction>, Vec<StageTime>);

fn population(experiment: &Experiment, count: usize) -> String {
    let rules = match experiment.data.rules {
        cadseq_train::two_stage::Rules::With => "with",
        cadseq_train::two_stage::Rules::Without => "without",
    };
    let pixels = experiment.test.picture_size;
    format!(
        "{count} test programs of {} {rules} rules, {pixels} x {pixels} pixels",
        experiment.data.programs
    )
}

fn line<V: Serialize>(name: &str, progress: &Progress<V>) -> String {
    let metrics = serde_json::to_value(progress.validation.as_ref()).unwrap_or_default();
    let figures = metrics.as_object().into_iter().flatten();
    let figures: Vec<String> = figures
        .map(|(key, value)| match value.as_f64() {
            Some(number) if !value.is_u64() => format!("{key} {number:.4}"),
            _ => format!("{key} {value}"),
        })
        .collect();
    format!(
        "{name}, step {}: loss {:.4}; {}",
        progress.step,
        progress.loss,
        figures.join(", ")
    )
}
