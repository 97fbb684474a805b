//! A coloured picture, as three planes.

use crate::Picture;
use crate::picture::byte;

/// A coloured picture: sRGB-encoded red, green and blue, each as [`Picture`] of one size.
#[derive(Debug, Clone, PartialEq)]
pub struct ColorPicture {
    /// Red, green, blue.
    pub planes: [Picture; 3],
}

impl ColorPicture {
    /// A picture of one colour.
    pub fn filled(width: usize, height: usize, color: [f32; 3]) -> Self {
        Self {
            planes: color.map(|value| Picture::filled(width, height, value)),
        }
    }

    /// A coloured picture of grey ones.
    pub fn from_grey(picture: &Picture) -> Self {
        Self {
            planes: std::array::from_fn(|_| picture.clone()),
        }
    }

    /// Width in pixels.
    pub fn width(&self) -> usize {
        self.planes[0].width
    }

    /// Height in pixels.
    pub fn height(&self) -> usize {
        self.planes[0].height
    }

    /// The colour of a pixel.
    pub fn at(&self, x: usize, y: usize) -> [f32; 3] {
        self.planes.each_ref().map(|plane| plane.at(x, y))
    }

    /// See [`Picture::crop`].
    pub fn crop(&self, left: f64, top: f64, side: f64, size: usize) -> Self {
        Self {
            planes: self
                .planes
                .each_ref()
                .map(|plane| plane.crop(left, top, side, size)),
        }
    }

    /// Luma of Rec. 709 on the encoded values, as the `image` crate converts to grey.
    pub fn to_grey(&self) -> Picture {
        let [red, green, blue] = &self.planes;
        let luma = red
            .luma
            .iter()
            .zip(&green.luma)
            .zip(&blue.luma)
            .map(|((&r, &g), &b)| {
                // Grey stays what it is, to the last bit.
                if r == g && g == b {
                    r
                } else {
                    0.2126 * r + 0.7152 * g + 0.0722 * b
                }
            })
            .collect();
        Picture { luma, ..*red }
    }

    /// See [`Picture::paste`].
    pub fn paste(&mut self, other: &Self, left: usize, top: usize) {
        for (plane, from) in self.planes.iter_mut().zip(&other.planes) {
            plane.paste(from, left, top);
        }
    }

    /// 8-bit RGB, row by row, three bytes a pixel.
    pub fn to_rgb8(&self) -> Vec<u8> {
        (0..self.width() * self.height())
            .flat_map(|index| self.planes.each_ref().map(|plane| byte(plane.luma[index])))
            .collect()
    }
}
