//! The patches of pictures under a moving kernel as the columns of a matrix (im2col), and back.

use std::ops::Range;

/// `memory` with `size` numbers: those of its last use if they were as many, else zeros.
pub(super) fn sized(memory: &mut Vec<f32>, size: usize) -> &mut [f32] {
    if memory.len() != size {
        memory.clear();
        memory.resize(size, 0.0);
    }
    memory
}

/// A square kernel of odd size that moves over pictures with `kernel / 2` zeros around them.
///
/// The matrix has a row for each channel and place in the kernel, and a column for each picture
/// and position of the kernel.
#[derive(Debug, Clone, Copy)]
pub(super) struct Patches {
    pub(super) channels: usize,
    /// Height and width of a picture.
    pub(super) input: [usize; 2],
    pub(super) kernel: usize,
    stride: usize,
    /// Positions of the kernel, vertically and horizontally.
    pub(super) output: [usize; 2],
}

impl Patches {
    pub(super) fn new(channels: usize, input: [usize; 2], kernel: usize, stride: usize) -> Self {
        Self {
            channels,
            input,
            kernel,
            stride,
            output: input.map(|size| (size + 2 * (kernel / 2) - kernel) / stride + 1),
        }
    }

    /// Rows of the matrix.
    pub(super) fn rows(&self) -> usize {
        self.channels * self.kernel * self.kernel
    }

    /// Positions of the kernel on a picture.
    pub(super) fn positions(&self) -> usize {
        self.output[0] * self.output[1]
    }

    /// Numbers of a picture.
    pub(super) fn picture_size(&self) -> usize {
        self.channels * self.input[0] * self.input[1]
    }

    /// The matrix of `pictures`, in `memory` (which belongs to one such kernel) if they are not the matrix already.
    pub(super) fn columns<'a>(&self, pictures: &'a [f32], memory: &'a mut Vec<f32>) -> &'a [f32] {
        if self.kernel == 1 && self.stride == 1 && pictures.len() == self.picture_size() {
            return pictures;
        }
        let count = pictures.len() / self.picture_size();
        let matrix = sized(memory, self.rows() * count * self.positions());
        self.unfold(pictures, matrix);
        matrix
    }

    /// Fills the matrix of `pictures`, which comes in as zeros or as the matrix of as many others.
    fn unfold(&self, pictures: &[f32], matrix: &mut [f32]) {
        let width = matrix.len() / self.rows();
        for (index, picture) in pictures.chunks_exact(self.picture_size()).enumerate() {
            for (row, line) in matrix.chunks_exact_mut(width).enumerate() {
                let (channel, place) = self.place(row);
                let channel = &picture[self.channel(channel)];
                let seen = &mut line[index * self.positions()..][..self.positions()];
                if self.stride == 1 {
                    let (from, to) = self.shifted(place);
                    seen[to].copy_from_slice(&channel[from]);
                    self.clear_outside(place, seen);
                } else {
                    self.each_line(place, |from, to| {
                        let from = channel[from].iter().step_by(self.stride);
                        seen[to]
                            .iter_mut()
                            .zip(from)
                            .for_each(|(to, from)| *to = *from);
                    });
                }
            }
        }
    }

    /// Adds each number of the matrix to the place of `pictures` that it was seen at; what was seen
    /// outside of them is cleared.
    pub(super) fn fold(&self, matrix: &mut [f32], pictures: &mut [f32]) {
        let width = matrix.len() / self.rows();
        for (index, picture) in pictures.chunks_exact_mut(self.picture_size()).enumerate() {
            for (row, line) in matrix.chunks_exact_mut(width).enumerate() {
                let (channel, place) = self.place(row);
                let channel = &mut picture[self.channel(channel)];
                let seen = &mut line[index * self.positions()..][..self.positions()];
                let add = |to: &mut f32, from: &f32| *to += from;
                if self.stride == 1 {
                    self.clear_outside(place, seen);
                    let (to, from) = self.shifted(place);
                    let pairs = channel[to].iter_mut().zip(&seen[from]);
                    pairs.for_each(|(to, from)| add(to, from));
                } else {
                    self.each_line(place, |to, from| {
                        let to = channel[to].iter_mut().step_by(self.stride);
                        to.zip(&seen[from]).for_each(|(to, from)| add(to, from));
                    });
                }
            }
        }
    }

    /// Channel, and line and column in the kernel, of a row of the matrix.
    fn place(&self, row: usize) -> (usize, [usize; 2]) {
        let area = self.kernel * self.kernel;
        let place = row % area;
        (row / area, [place / self.kernel, place % self.kernel])
    }

    fn channel(&self, index: usize) -> Range<usize> {
        let size = self.input[0] * self.input[1];
        index * size..(index + 1) * size
    }

    /// Positions along an axis at which the `place` in the kernel is not outside of the picture.
    fn inside(&self, axis: usize, place: usize) -> Range<usize> {
        let pad = self.kernel / 2;
        let end = (self.input[axis] + pad).saturating_sub(place);
        let end = end.div_ceil(self.stride).min(self.output[axis]);
        pad.saturating_sub(place).div_ceil(self.stride).min(end)..end
    }

    /// With stride 1 a place sees the channel itself, moved: the numbers of the channel that it sees and
    /// where they stand among those seen, each one range. What one line's end sees in the next line
    /// has to be cleared.
    fn shifted(&self, [line, column]: [usize; 2]) -> (Range<usize>, Range<usize>) {
        let width = self.input[1];
        let (seen, centre) = (line * width + column, (self.kernel / 2) * (width + 1));
        let size = self.positions();
        let [ahead, behind] = [seen.saturating_sub(centre), centre.saturating_sub(seen)];
        let [ahead, behind] = [ahead.min(size), behind.min(size)];
        (ahead..size - behind, behind..size - ahead)
    }

    /// Zeros in the columns where a place is beside the picture.
    fn clear_outside(&self, [_, column]: [usize; 2], seen: &mut [f32]) {
        let inside = self.inside(1, column);
        if inside.len() == self.output[1] {
            return;
        }
        for line in seen.chunks_exact_mut(self.output[1]) {
            line[..inside.start].fill(0.0);
            line[inside.end..].fill(0.0);
        }
    }

    /// For each line of positions: where the channel's numbers begin, every `stride`-th of which is
    /// seen, and the range of those seen.
    fn each_line(
        &self,
        [line, column]: [usize; 2],
        mut f: impl FnMut(std::ops::RangeFrom<usize>, Range<usize>),
    ) {
        let pad = self.kernel / 2;
        let columns = self.inside(1, column);
        if columns.is_empty() {
            return;
        }
        for y in self.inside(0, line) {
            let start = (y * self.stride + line - pad) * self.input[1];
            let start = start + columns.start * self.stride + column - pad;
            let row = y * self.output[1];
            f(start.., row + columns.start..row + columns.end);
        }
    }
}
