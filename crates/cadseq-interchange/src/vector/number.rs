//! How binary files store the numbers of a table.

use super::fault::VectorFault;
use super::table::whole;
use super::{COLUMNS, Row};

/// What the bytes of a number mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NumberClass {
    Signed,
    Unsigned,
    Float,
}

/// How a file stores a number: a class, a size and an order of bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct NumberType {
    class: NumberClass,
    /// In bytes.
    pub(super) size: usize,
    is_big_endian: bool,
}

impl NumberType {
    /// `None` where no plain number is stored so.
    pub(super) fn new(class: NumberClass, size: usize, is_big_endian: bool) -> Option<Self> {
        let sizes: &[usize] = match class {
            NumberClass::Signed | NumberClass::Unsigned => &[1, 2, 4, 8],
            NumberClass::Float => &[4, 8],
        };
        sizes.contains(&size).then_some(Self {
            class,
            size,
            is_big_endian,
        })
    }

    /// The rows of numbers that follow each other.
    ///
    /// # Errors
    /// [`VectorFault::Number`] where one is not whole.
    pub(super) fn rows(self, data: &[u8]) -> Result<Vec<Row>, VectorFault> {
        let numbers = data.chunks_exact(self.size).map(|bytes| self.number(bytes));
        let numbers: Vec<i32> = numbers
            .map(|number| {
                let token = number.to_string();
                whole(number).ok_or(VectorFault::Number { token })
            })
            .collect::<Result<_, _>>()?;
        Ok(numbers.as_chunks::<COLUMNS>().0.to_vec())
    }

    /// The number in `size` bytes.
    fn number(self, bytes: &[u8]) -> f64 {
        let mut widened = [0; 8];
        widened[..self.size].copy_from_slice(bytes);
        if self.is_big_endian {
            widened[..self.size].reverse();
        }
        let bits = u64::from_le_bytes(widened);
        match (self.class, self.size) {
            (NumberClass::Float, 4) => f64::from(f32::from_bits(bits as u32)),
            (NumberClass::Float, _) => f64::from_bits(bits),
            (NumberClass::Unsigned, _) => bits as f64,
            (NumberClass::Signed, size) => {
                let unused = 64 - 8 * size as u32;
                ((bits << unused) as i64 >> unused) as f64
            }
        }
    }
}
