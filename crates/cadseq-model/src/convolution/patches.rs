//! The patches of pictures under a moving kernel as the columns of a matrix (im2col), and back.

use std::ops::{Range, RangeFrom};

/// A square kernel of odd size that moves over pictures with `kernel / 2` zeros around them.
///
/// The matrix has a row for each channel and place in the kernel, and a column for each picture
/// and position of the kernel, of which only some lines need be there.
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

    /// The matrix of `pictures` for these `lines` of positions, in `memory` if they are not the matrix already.
    pub(super) fn columns<'a>(
        &self,
        pictures: &'a [f32],
        lines: &Range<usize>,
        memory: &'a mut Vec<f32>,
    ) -> &'a [f32] {
        let count = pictures.len() / self.picture_size();
        let is_matrix = self.kernel == 1 && self.stride == 1;
        if is_matrix && count == 1 && lines.len() == self.output[0] {
            return pictures;
        }
        let matrix = sized(memory, self.rows() * count * lines.len() * self.output[1]);
        let width = matrix.len() / self.rows();
        for (index, picture) in pictures.chunks_exact(self.picture_size()).enumerate() {
            for (row, matrix) in matrix.chunks_exact_mut(width).enumerate() {
                let picture = &picture[self.channel(row)];
                let seen = &mut matrix[self.of_picture(index, lines)];
                if self.stride == 1 {
                    let (from, to) = self.shifted(row, lines);
                    seen[..to.start].fill(0.0);
                    seen[to.end..].fill(0.0);
                    seen[to].copy_from_slice(&picture[from]);
                    self.clear_outside(row, seen);
                } else {
                    seen.fill(0.0);
                    self.each_line(row, lines, |from, to| {
                        let from = picture[from].iter().step_by(self.stride);
                        let pairs = seen[to].iter_mut().zip(from);
                        pairs.for_each(|(to, from)| *to = *from);
                    });
                }
            }
        }
        matrix
    }

    /// Adds each number of the matrix for these `lines` to the place of `pictures` that it was seen at; what was
    /// seen outside of them is cleared.
    pub(super) fn fold(&self, matrix: &mut [f32], lines: &Range<usize>, pictures: &mut [f32]) {
        let width = matrix.len() / self.rows();
        for (index, picture) in pictures.chunks_exact_mut(self.picture_size()).enumerate() {
            for (row, matrix) in matrix.chunks_exact_mut(width).enumerate() {
                let picture = &mut picture[self.channel(row)];
                let seen = &mut matrix[self.of_picture(index, lines)];
                let add = |to: &mut f32, from: &f32| *to += from;
                if self.stride == 1 {
                    self.clear_outside(row, seen);
                    let (to, from) = self.shifted(row, lines);
                    let pairs = picture[to].iter_mut().zip(&seen[from]);
                    pairs.for_each(|(to, from)| add(to, from));
                } else {
                    self.each_line(row, lines, |to, from| {
                        let to = picture[to].iter_mut().step_by(self.stride);
                        to.zip(&seen[from]).for_each(|(to, from)| add(to, from));
                    });
                }
            }
        }
    }

    /// The numbers of the channel that a row of the matrix sees.
    fn channel(&self, row: usize) -> Range<usize> {
        let channel = row / (self.kernel * self.kernel);
        let size = self.input[0] * self.input[1];
        channel * size..(channel + 1) * size
    }

    /// The columns of one of the pictures.
    fn of_picture(&self, index: usize, lines: &Range<usize>) -> Range<usize> {
        let size = lines.len() * self.output[1];
        index * size..(index + 1) * size
    }

    /// Line and column in the kernel of a row of the matrix.
    fn place(&self, row: usize) -> [usize; 2] {
        let place = row % (self.kernel * self.kernel);
        [place / self.kernel, place % self.kernel]
    }

    /// With stride 1 a row sees the channel itself, moved: the numbers of the channel that it sees from these
    /// lines and where they stand among those seen, each one range. What one line's end sees in the next
    /// line has to be cleared.
    fn shifted(&self, row: usize, lines: &Range<usize>) -> (Range<usize>, Range<usize>) {
        let [height, width] = self.input;
        let [down, right] = self.place(row);
        let (seen, centre) = (down * width + right, (self.kernel / 2) * (width + 1));
        let (first, count) = (lines.start * width + seen, lines.len() * width);
        let before = centre.saturating_sub(first).min(count);
        let start = (first + before).saturating_sub(centre).min(height * width);
        let end = (first + count)
            .saturating_sub(centre)
            .clamp(start, height * width);
        (start..end, before..before + (end - start))
    }

    /// Zeros in the columns where a row's place in the kernel is beside the picture.
    fn clear_outside(&self, row: usize, seen: &mut [f32]) {
        let inside = self.inside(1, self.place(row)[1]);
        if inside.len() == self.output[1] {
            return;
        }
        for line in seen.chunks_exact_mut(self.output[1]) {
            line[..inside.start].fill(0.0);
            line[inside.end..].fill(0.0);
        }
    }

    /// For each of these lines of positions: where the channel's numbers begin, every `stride`-th of which is
    /// seen, and the range of those seen.
    fn each_line(
        &self,
        row: usize,
        lines: &Range<usize>,
        mut f: impl FnMut(RangeFrom<usize>, Range<usize>),
    ) {
        let pad = self.kernel / 2;
        let [down, right] = self.place(row);
        let columns = self.inside(1, right);
        if columns.is_empty() {
            return;
        }
        let inside = self.inside(0, down);
        for y in inside.start.max(lines.start)..inside.end.min(lines.end) {
            let start = (y * self.stride + down - pad) * self.input[1];
            let start = start + columns.start * self.stride + right - pad;
            let first = (y - lines.start) * self.output[1];
            f(start.., first + columns.start..first + columns.end);
        }
    }

    /// Positions along an axis at which the `place` in the kernel is not outside of the picture.
    fn inside(&self, axis: usize, place: usize) -> Range<usize> {
        let pad = self.kernel / 2;
        let end = (self.input[axis] + pad).saturating_sub(place);
        let end = end.div_ceil(self.stride).min(self.output[axis]);
        pad.saturating_sub(place).div_ceil(self.stride).min(end)..end
    }
}

/// The first `size` numbers of `memory`, whatever they are.
pub(super) fn sized(memory: &mut Vec<f32>, size: usize) -> &mut [f32] {
    if memory.len() < size {
        memory.resize(size, 0.0);
    }
    &mut memory[..size]
}
