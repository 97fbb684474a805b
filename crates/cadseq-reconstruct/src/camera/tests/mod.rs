//! Cameras of known scenes are found again, without any network.

mod derivatives;
mod recovery;
pub(crate) mod scene;
