//! The paper's training (sections 4.3 and 5.2): stage 1 learns a latent space of programs, stage
//! 2 an encoder of pictures into it.

pub mod accuracy;
pub mod data;
pub mod loss;
pub mod redraw;
pub mod stage1;
pub mod stage2;

pub use accuracy::ProgramAccuracy;
pub use data::{DataConfig, ProgramSet, Rules, Shuffled};
pub use stage1::{Stage1Config, Stage1Settings, Stage1Task, Stage1Validation};
pub use stage2::{
    LatentScale, PictureSet, Stage2Config, Stage2Settings, Stage2Task, Stage2Validation,
};
