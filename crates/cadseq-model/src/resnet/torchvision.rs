//! Weights of torchvision's ResNet-18 for a [`ResNet`], from a file that the user has.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use burn::store::{
    ApplyResult, KeyRemapper, ModuleSnapshot, PyTorchToBurnAdapter, PytorchStore, SafetensorsStore,
};
use thiserror::Error;

use crate::ResNet;

/// Torchvision's names (regular expressions) and ours, applied one after the other.
const NAMES: [(&str, &str); 12] = [
    (r"^conv1\.", "stem.conv."),
    (r"^bn1\.", "stem.norm."),
    (r"^layer1\.", "stages.0."),
    (r"^layer2\.", "stages.1."),
    (r"^layer3\.", "stages.2."),
    (r"^layer4\.", "stages.3."),
    (r"\.conv1\.", ".first.conv."),
    (r"\.bn1\.", ".first.norm."),
    (r"\.conv2\.", ".second.conv."),
    (r"\.bn2\.", ".second.norm."),
    (r"\.downsample\.0\.", ".shortcut.conv."),
    (r"\.downsample\.1\.", ".shortcut.norm."),
];

/// Everything but the last layer, whose outputs are another task's.
const PRETRAINED: &str = r"^(stem|stages)\.";

/// Why a file gave no weights.
#[derive(Debug, Error)]
pub enum TorchvisionError {
    /// There is no such file, or it is none of the two formats.
    #[error(
        "{path}: cannot be read as weights ({reason}); \
         give torchvision's resnet18-*.pth or a .safetensors file with the same names"
    )]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The reader's words.
        reason: String,
    },
    /// The file holds another network.
    #[error(
        "{path}: holds no ResNet-18 of this width ({reason}); \
         torchvision's fits the width 64 only"
    )]
    OtherNetwork {
        /// The file.
        path: PathBuf,
        /// A layer that is not there or has another shape.
        reason: String,
    },
}

impl ResNet {
    /// The same network with the weights and running statistics of a file of torchvision's
    /// `resnet18`, `.safetensors` or else `.pth`. The last layer keeps its weights.
    ///
    /// Such weights expect pictures in the three channels R, G, B from 0 to 1 of which the means
    /// 0.485, 0.456, 0.406 were subtracted and which were divided by 0.229, 0.224, 0.225.
    ///
    /// # Errors
    /// [`TorchvisionError`].
    // The only reader of files in this crate: PyTorch's format is read in place, not from bytes.
    pub fn load_torchvision(mut self, path: &Path) -> Result<Self, TorchvisionError> {
        let result = if path.extension() == Some(OsStr::new("safetensors")) {
            let mut store = SafetensorsStore::from_file(path)
                .with_from_adapter(PyTorchToBurnAdapter)
                .remap(names())
                .map_indices_contiguous(false)
                .with_regex(PRETRAINED)
                .validate(false)
                .allow_partial(true);
            self.load_from(&mut store).map_err(|e| e.to_string())
        } else {
            let mut store = PytorchStore::from_file(path)
                .remap(names())
                .map_indices_contiguous(false)
                .with_regex(PRETRAINED)
                .validate(false)
                .allow_partial(true);
            self.load_from(&mut store).map_err(|e| e.to_string())
        };
        let result = result.map_err(|reason| TorchvisionError::Unreadable {
            path: path.to_owned(),
            reason,
        })?;
        match misfit(&result) {
            None => Ok(self),
            Some(reason) => Err(TorchvisionError::OtherNetwork {
                path: path.to_owned(),
                reason,
            }),
        }
    }
}

fn names() -> KeyRemapper {
    KeyRemapper::from_patterns(NAMES.to_vec()).expect("the patterns above are regular expressions")
}

/// The first thing that the file should have had and did not.
fn misfit(result: &ApplyResult) -> Option<String> {
    let error = result.errors.first().map(ToString::to_string);
    error.or_else(|| {
        let mut missing = result.missing.iter().map(|(name, _)| name);
        let name = missing.find(|name| !name.starts_with("head."))?;
        Some(format!("{name} is missing"))
    })
}
