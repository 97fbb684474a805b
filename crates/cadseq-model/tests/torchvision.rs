//! Torchvision's ResNet-18 and ours are one function; `torchvision/reference.py` made the files.

use std::path::{Path, PathBuf};

use burn::optim::GradientsParams;
use burn::tensor::Tensor;
use cadseq_model::{Device, ResNet, ResNetConfig};

const PICTURE: [usize; 3] = [3, 64, 96];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/torchvision")
}

fn network(width: usize, device: &Device) -> ResNet {
    ResNetConfig::new(5).with_width(width).init(device)
}

/// The pictures of `reference.py`.
fn pictures(device: &Device) -> Tensor<4> {
    let size = PICTURE.iter().product::<usize>() as u64;
    let values: Vec<f32> = (0..2 * size)
        .map(|i| {
            let noise = ((i * i * 31 + i * 17) % 1009) as f32 / 1009.0 - 0.5;
            noise * if i < size { 1.0 } else { 5.0 }
        })
        .collect();
    let [channels, height, width] = PICTURE;
    Tensor::<1>::from_floats(values.as_slice(), device).reshape([2, channels, height, width])
}

/// Torchvision's features in `mode`, both pictures.
fn expected(folder: &Path, mode: &str) -> Vec<f32> {
    let text = std::fs::read_to_string(folder.join("features.txt")).expect("reference.py ran");
    text.lines()
        .filter_map(|line| line.strip_prefix(mode))
        .flat_map(|line| {
            line.split_whitespace()
                .map(|value| value.parse().expect("a number"))
        })
        .collect()
}

fn check(folder: &Path, file: &str, width: usize) {
    let device = Device::flex();
    for (mode, device) in [("eval", device.clone()), ("train", device.autodiff())] {
        let network = network(width, &device);
        let network = network.load_torchvision(&folder.join(file)).expect(file);
        let features = network.features(pictures(&device)).into_data();
        let features = features.as_slice::<f32>().expect("f32").to_vec();
        let expected = expected(folder, mode);
        assert_eq!(features.len(), expected.len());
        let differences = features.iter().zip(&expected).map(|(a, b)| (a - b).abs());
        let worst = differences.fold(0.0, f32::max);
        assert!(worst < 1e-4, "{file}, {mode}: {worst}");
    }
}

#[test]
fn both_formats_give_torchvision_s_features() {
    check(&folder(), "resnet18-width2.pth", 2);
    check(&folder(), "resnet18-width2.safetensors", 2);
}

#[test]
fn loaded_weights_are_trained() {
    let device = Device::flex().autodiff();
    let fresh = network(2, &device);
    let file = folder().join("resnet18-width2.pth");
    let loaded = fresh.clone().load_torchvision(&file).expect("it fits");
    let gradients = |network: &ResNet| {
        let loss = network.forward(pictures(&device)).sum();
        GradientsParams::from_grads(loss.backward(), network).len()
    };
    // 20 convolutions, 20 normalizations of two parameters each, the last layer's two.
    assert_eq!((gradients(&fresh), gradients(&loaded)), (62, 62));
}

/// The real width, from files that are too large to be kept here.
#[test]
#[ignore = "needs a folder made by reference.py"]
fn the_real_width_gives_torchvision_s_features() {
    let folder = PathBuf::from(std::env::var_os("CADSEQ_TORCHVISION").expect("a folder"));
    check(&folder, "resnet18-width64.pth", 64);
    check(&folder, "resnet18-width64.safetensors", 64);
}

#[test]
fn the_last_layer_keeps_its_weights() {
    let device = Device::flex();
    let fresh = network(2, &device);
    let loaded = fresh
        .clone()
        .load_torchvision(&folder().join("resnet18-width2.pth"))
        .expect("torchvision's weights");
    let weight = |network: &ResNet| network.head().weight.val().into_data();
    assert_eq!(weight(&fresh), weight(&loaded));
}

fn refusal(width: usize, file: &Path) -> String {
    let network = network(width, &Device::flex());
    network
        .load_torchvision(file)
        .expect_err("no such network")
        .to_string()
}

#[test]
fn what_is_no_such_network_is_refused_in_words() {
    let other_width = refusal(4, &folder().join("resnet18-width2.pth"));
    assert!(other_width.contains("resnet18-width2.pth"), "{other_width}");
    assert!(other_width.contains("width 64 only"), "{other_width}");
    let absent = refusal(2, Path::new("absent.pth"));
    assert!(absent.contains("absent.pth: cannot be read"), "{absent}");
    let text = refusal(2, &folder().join("features.txt"));
    assert!(text.contains("cannot be read as weights"), "{text}");
}
