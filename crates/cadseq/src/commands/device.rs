//! Where networks are trained.

use std::fs;

use anyhow::Result;
use cadseq_model::Device;
use clap::{Args, ValueEnum};

#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct DeviceArguments {
    /// Where to compute.
    #[arg(long, value_enum, default_value_t = DeviceName::Cpu)]
    device: DeviceName,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum DeviceName {
    /// The processor.
    Cpu,
    /// The graphics card, through Vulkan.
    Gpu,
}

impl DeviceArguments {
    /// The machine in words.
    pub(crate) fn hardware(self) -> String {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
        let model = info
            .lines()
            .find_map(|line| line.strip_prefix("model name")?.split_once(": "))
            .map_or(std::env::consts::ARCH, |(_, name)| name);
        match self.device {
            DeviceName::Cpu => format!("{cores} cores, {model}"),
            DeviceName::Gpu => format!("graphics card through Vulkan; {cores} cores, {model}"),
        }
    }

    /// The device.
    ///
    /// # Errors
    /// Where this program was built without it.
    #[cfg(feature = "gpu")]
    #[expect(
        clippy::default_trait_access,
        clippy::unnecessary_wraps,
        reason = "the type's name belongs to the tensor library; without the feature it can fail"
    )]
    pub(crate) fn open(self) -> Result<Device> {
        Ok(match self.device {
            DeviceName::Cpu => Device::flex(),
            DeviceName::Gpu => Device::vulkan(Default::default()),
        })
    }

    /// The device.
    ///
    /// # Errors
    /// Where this program was built without it.
    #[cfg(not(feature = "gpu"))]
    pub(crate) fn open(self) -> Result<Device> {
        match self.device {
            DeviceName::Cpu => Ok(Device::flex()),
            DeviceName::Gpu => anyhow::bail!(
                "--device gpu: this program was built for the processor only; build it with \
                 `cargo build --release --features gpu`, or use --device cpu"
            ),
        }
    }
}
