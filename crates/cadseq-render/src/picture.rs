//! A picture as numbers.

/// A grey picture: sRGB-encoded luma, in [0, 1] but for noise, rows from the top.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// Width in pixels.
    pub width: usize,
    /// Height in pixels.
    pub height: usize,
    /// `height * width` values, row by row.
    pub luma: Vec<f32>,
}

/// A value of [0, 1], cut off outside, in 8 bits.
pub(crate) fn byte(value: f32) -> u8 {
    (value.clamp(0.0, 1.0) * 255.0 + 0.5) as u8
}

impl Picture {
    /// A picture of one value.
    pub fn filled(width: usize, height: usize, value: f32) -> Self {
        Self {
            width,
            height,
            luma: vec![value; width * height],
        }
    }

    /// The value of a pixel.
    pub fn at(&self, x: usize, y: usize) -> f32 {
        self.luma[y * self.width + x]
    }

    /// Bilinear value at a pixel position (pixel centres at .5), clamped to the border.
    pub fn sample(&self, x: f64, y: f64) -> f32 {
        let (x, y) = ((x - 0.5) as f32, (y - 0.5) as f32);
        let x = x.clamp(0.0, (self.width - 1) as f32);
        let y = y.clamp(0.0, (self.height - 1) as f32);
        let (x0, y0) = (x as usize, y as usize);
        let (x1, y1) = ((x0 + 1).min(self.width - 1), (y0 + 1).min(self.height - 1));
        let (fx, fy) = (x - x0 as f32, y - y0 as f32);
        let top = self.at(x0, y0) * (1.0 - fx) + self.at(x1, y0) * fx;
        let bottom = self.at(x0, y1) * (1.0 - fx) + self.at(x1, y1) * fx;
        top * (1.0 - fy) + bottom * fy
    }

    /// The square `[left, left + side) x [top, top + side)` (pixels, may reach outside, where the
    /// border repeats) resampled to `size` x `size`: the mean over each target pixel's footprint.
    pub fn crop(&self, left: f64, top: f64, side: f64, size: usize) -> Self {
        let step = side / size as f64;
        self.footprint_means([left, top], [step, step], size, size)
    }

    /// The picture at another size: the mean over each target pixel's footprint.
    pub fn resized(&self, width: usize, height: usize) -> Self {
        let step = [
            self.width as f64 / width as f64,
            self.height as f64 / height as f64,
        ];
        self.footprint_means([0.0, 0.0], step, width, height)
    }

    /// A picture whose pixels are the means over footprints of `step` source pixels, side by side
    /// from `origin` on.
    fn footprint_means(
        &self,
        origin: [f64; 2],
        step: [f64; 2],
        width: usize,
        height: usize,
    ) -> Self {
        let taps = (step[0].max(step[1]).ceil() as usize).clamp(1, 16);
        let at = |axis: usize, index: usize, tap: usize| {
            origin[axis] + (index as f64 + (tap as f64 + 0.5) / taps as f64) * step[axis]
        };
        let mut luma = Vec::with_capacity(width * height);
        for row in 0..height {
            for column in 0..width {
                let mut sum = 0.0;
                for j in 0..taps {
                    let y = at(1, row, j);
                    for i in 0..taps {
                        sum += self.sample(at(0, column, i), y);
                    }
                }
                luma.push(sum / (taps * taps) as f32);
            }
        }
        Self {
            width,
            height,
            luma,
        }
    }

    /// Puts another picture over this one, its corner at a pixel; it must fit.
    pub fn paste(&mut self, other: &Self, left: usize, top: usize) {
        for (row, values) in other.luma.chunks(other.width.max(1)).enumerate() {
            let start = (top + row) * self.width + left;
            self.luma[start..start + other.width].copy_from_slice(values);
        }
    }

    /// 8-bit grey, row by row.
    pub fn to_grey8(&self) -> Vec<u8> {
        self.luma.iter().map(|&value| byte(value)).collect()
    }

    /// Mean squared difference of two pictures of one size.
    pub fn mean_squared_difference(&self, other: &Self) -> f64 {
        let sum: f64 = self
            .luma
            .iter()
            .zip(&other.luma)
            .map(|(a, b)| f64::from(a - b).powi(2))
            .sum();
        sum / self.luma.len() as f64
    }
}
