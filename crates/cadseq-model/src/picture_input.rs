//! What the encoder of pictures sees: three channels, as torchvision's networks expect them.

use burn::tensor::{Device, Tensor, TensorData};

/// A square grey picture.
#[derive(Debug, Clone, PartialEq)]
pub struct PictureInput {
    /// Side in pixels.
    pub size: usize,
    /// `size`^2 grey values, sRGB from 0 to 255, row by row.
    pub luma: Vec<u8>,
    /// Where a crop lies in the camera's view; `None` for a whole picture.
    pub crop: Option<Crop>,
}

/// Where a crop lies.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Crop {
    /// View-plane coordinates (`x / z`, right and down) of its middle.
    pub center: [f64; 2],
    /// Half its side in view-plane units.
    pub half_side: f64,
}

/// Mean and deviation of the three colours of `ImageNet`, which torchvision's weights expect.
const CHANNELS: [(f32, f32); 3] = [(0.485, 0.229), (0.456, 0.224), (0.406, 0.225)];

/// Scale of the view-plane coordinates, so that the paper's field of view spans about +-1.
const DIRECTION_SCALE: f64 = 1.75;

/// Pictures of one size as a tensor `[batch, 3, size, size]`. A whole picture has its grey in all
/// three channels; a crop has it in the first, and the viewing directions of its pixels, the view-plane
/// coordinates, in the other two.
///
/// # Panics
/// If a picture has not `size`^2 values, or the sizes differ.
pub fn batch_pictures<'a>(
    pictures: impl IntoIterator<Item = &'a PictureInput>,
    device: &Device,
) -> Tensor<4> {
    let (mut values, mut batch, mut size) = (Vec::new(), 0, 0);
    for picture in pictures {
        if batch == 0 {
            size = picture.size;
        }
        assert_eq!(picture.size, size, "pictures of different sizes");
        assert_eq!(
            picture.luma.len(),
            size * size,
            "a picture of the wrong size"
        );
        append(picture, &mut values);
        batch += 1;
    }
    Tensor::from_data(TensorData::new(values, [batch, 3, size, size]), device)
}

fn append(picture: &PictureInput, values: &mut Vec<f32>) {
    let mut channel = |(mean, deviation): (f32, f32)| {
        let grey = |&luma: &u8| (f32::from(luma) / 255.0 - mean) / deviation;
        values.extend(picture.luma.iter().map(grey));
    };
    let Some(crop) = picture.crop else {
        CHANNELS.into_iter().for_each(channel);
        return;
    };
    channel(CHANNELS[0]);
    let size = picture.size;
    let coordinate = |axis: usize, index: usize| {
        let fraction = (index as f64 + 0.5) / size as f64;
        ((crop.center[axis] + (2.0 * fraction - 1.0) * crop.half_side) * DIRECTION_SCALE) as f32
    };
    let cells = || (0..size).flat_map(|row| (0..size).map(move |column| [column, row]));
    values.extend(cells().map(|cell| coordinate(0, cell[0])));
    values.extend(cells().map(|cell| coordinate(1, cell[1])));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crop_says_where_it_lies() {
        let whole = PictureInput {
            size: 2,
            luma: vec![255, 0, 0, 0],
            crop: None,
        };
        let crop = Crop {
            center: [0.4, 0.0],
            half_side: 0.2,
        };
        let part = PictureInput {
            crop: Some(crop),
            ..whole.clone()
        };
        let values = batch_pictures([&whole, &part], &Device::default()).into_data();
        let values: Vec<f32> = values.iter::<f32>().collect();
        assert!((values[0] - (1.0 - 0.485) / 0.229).abs() < 1e-6);
        assert!((values[4] - (1.0 - 0.456) / 0.224).abs() < 1e-6);
        let expected = [0.3, 0.5, 0.3, 0.5, -0.1, -0.1, 0.1, 0.1].map(|v: f32| v * 1.75);
        for (value, expected) in values[16..].iter().zip(expected) {
            assert!((value - expected).abs() < 1e-6, "{values:?}");
        }
    }
}
