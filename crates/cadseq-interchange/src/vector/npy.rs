//! Arrays of NumPy: NPY format 1 to 3, two dimensions, integers or whole floating-point numbers.

use super::fault::VectorFault;
use super::number::{NumberClass, NumberType};
use super::{COLUMNS, Row};

/// What an NPY file starts with.
pub(crate) const MAGIC: &[u8] = b"\x93NUMPY";

/// Data starts at a multiple of this.
const ALIGNMENT: usize = 64;

/// The rows of an array of the shape (rows, 17), at most `limit` of them.
pub(super) fn read(bytes: &[u8], limit: usize) -> Result<Vec<Row>, VectorFault> {
    let (header, data) = split(bytes).ok_or_else(|| fault("its header is cut off"))?;
    if entry(header, "fortran_order") != Some("False") {
        return Err(fault("save it in C order, with numpy.ascontiguousarray"));
    }
    let count = rows(entry(header, "shape").unwrap_or_default())?;
    if count > limit {
        return Err(VectorFault::TooManyRows { count, limit });
    }
    let number = number_type(entry(header, "descr").unwrap_or_default())
        .ok_or_else(|| fault("its type is no plain number; save it with astype(int)"))?;
    if data.len() != count * COLUMNS * number.size {
        return Err(fault("its data are not as long as its shape says"));
    }
    number.rows(data)
}

/// The file of an array of 64-bit integers.
pub(super) fn write(rows: &[Row]) -> Vec<u8> {
    let count = rows.len();
    let entries =
        format!("{{'descr': '<i8', 'fortran_order': False, 'shape': ({count}, {COLUMNS}), }}");
    let before = MAGIC.len() + 4;
    let length = (before + entries.len() + 1).next_multiple_of(ALIGNMENT) - before;
    let mut bytes = MAGIC.to_vec();
    bytes.extend([1, 0]);
    bytes.extend((length as u16).to_le_bytes());
    bytes.extend(format!("{entries:<width$}\n", width = length - 1).bytes());
    let numbers = rows.iter().flatten();
    bytes.extend(numbers.flat_map(|&number| i64::from(number).to_le_bytes()));
    bytes
}

fn fault(reason: &'static str) -> VectorFault {
    VectorFault::Npy { reason }
}

/// The header's text and the data.
fn split(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let (&[major, _], rest) = bytes.strip_prefix(MAGIC)?.split_first_chunk()?;
    let (length, rest) = if major == 1 {
        let (length, rest) = rest.split_first_chunk()?;
        (usize::from(u16::from_le_bytes(*length)), rest)
    } else {
        let (length, rest) = rest.split_first_chunk()?;
        (usize::try_from(u32::from_le_bytes(*length)).ok()?, rest)
    };
    let (header, data) = rest.split_at_checked(length)?;
    Some((std::str::from_utf8(header).ok()?, data))
}

/// What the header, a dictionary as Python prints it, says for a key: up to the comma or the
/// closing parenthesis.
fn entry<'a>(header: &'a str, key: &str) -> Option<&'a str> {
    let (_, after) = header.split_once(&format!("'{key}':"))?;
    let after = after.trim_start();
    let end = if after.starts_with('(') {
        after.find(')')?
    } else {
        after.find([',', '}'])?
    };
    Some(after[..end].trim())
}

/// How many rows the text of a shape says.
fn rows(shape: &str) -> Result<usize, VectorFault> {
    let sizes = shape.trim_start_matches('(').split(',').map(str::trim);
    let sizes: Vec<Option<usize>> = sizes
        .filter(|size| !size.is_empty())
        .map(|size| size.parse().ok())
        .collect();
    match sizes.as_slice() {
        [Some(count), Some(COLUMNS)] => Ok(*count),
        [Some(_), Some(found)] => Err(VectorFault::Columns { found: *found }),
        _ => Err(fault("its shape must be (rows, 17)")),
    }
}

/// How an array of a type such as `'<i8'` stores a number.
fn number_type(text: &str) -> Option<NumberType> {
    let mut characters = text.trim_matches(['\'', '"']).chars();
    let (order, class) = (characters.next()?, characters.next()?);
    let size = characters.as_str().parse().ok()?;
    let class = match class {
        'i' => NumberClass::Signed,
        'u' => NumberClass::Unsigned,
        'f' => NumberClass::Float,
        _ => return None,
    };
    if !"<>|=".contains(order) {
        return None;
    }
    NumberType::new(class, size, order == '>')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(header: &str, data: &[u8]) -> Vec<u8> {
        let mut bytes = [MAGIC, &[1, 0], &(header.len() as u16).to_le_bytes()].concat();
        bytes.extend(header.bytes());
        bytes.extend(data);
        bytes
    }

    #[test]
    fn arrays_are_read_as_they_are_written() {
        let mut rows = vec![[-1; COLUMNS]; 3];
        rows[1][3] = 255;
        let bytes = write(&rows);
        assert_eq!(bytes.len(), 128 + 8 * 3 * COLUMNS);
        assert_eq!(bytes[127], b'\n');
        assert_eq!(read(&bytes, 3), Ok(rows));
        let (count, limit) = (3, 2);
        let error = VectorFault::TooManyRows { count, limit };
        assert_eq!(read(&bytes, 2), Err(error));
    }

    #[test]
    fn all_plain_types_are_read() {
        let check = |kind: &str, number: &[u8], expected| {
            let header =
                format!("{{'descr': '{kind}', 'fortran_order': False, 'shape': (1, 17), }}\n");
            let rows = read(&file(&header, &number.repeat(COLUMNS)), 9);
            assert_eq!(rows, Ok(vec![[expected; COLUMNS]]), "{kind}");
        };
        check("|i1", &[255], -1);
        check("|u1", &[255], 255);
        check("<i2", &(-1i16).to_le_bytes(), -1);
        check(">i4", &(-1i32).to_be_bytes(), -1);
        check("<i8", &(-1i64).to_le_bytes(), -1);
        check("<f4", &192.0f32.to_le_bytes(), 192);
        check(">f8", &(-1.0f64).to_be_bytes(), -1);
    }

    #[test]
    fn others_are_refused() {
        let check = |header: &str, data: &[u8], expected: &str| {
            let error = read(&file(header, data), 9)
                .expect_err(expected)
                .to_string();
            assert!(error.contains(expected), "{error}");
        };
        let header = |kind: &str, order: &str, shape: &str| {
            format!("{{'descr': {kind}, 'fortran_order': {order}, 'shape': {shape}, }}\n")
        };
        check("", &[], "C order");
        check(&header("'<i8'", "True", "(1, 17)"), &[], "C order");
        check(&header("'<i8'", "False", "(1, 16)"), &[], "16 numbers");
        check(&header("'<i8'", "False", "(2, 1, 17)"), &[], "(rows, 17)");
        check(&header("'<i8'", "False", "(99, 17)"), &[], "99 rows");
        check(&header("'<c8'", "False", "(1, 17)"), &[], "no plain number");
        check(
            &header("[('a', 1)]", "False", "(1, 17)"),
            &[],
            "no plain number",
        );
        check(&header("'<i8'", "False", "(1, 17)"), &[0; 9], "as long as");
        let halves = 0.5f64.to_le_bytes().repeat(COLUMNS);
        check(&header("'<f8'", "False", "(1, 17)"), &halves, "0.5 is no");
        assert!(read(MAGIC, 9).is_err());
        assert!(read(b"\x93NUMPY\x02\x00\xff\xff\xff\xff", 9).is_err());
    }
}
