//! Numbers as text: the shortest decimal that reads back as the same number, in the unit of the
//! file.

/// Below this size a plain decimal has more zeros than an exponent has characters.
const SMALLEST_PLAIN: i32 = -6;
/// From this power of ten on likewise.
const LARGEST_PLAIN: i32 = 16;

/// Steps in a model unit to which computed positions (the middle of an arc, its centre) are
/// rounded: a hundred thousandth of what the tools below take as one point. Given numbers are
/// never rounded.
const DERIVED_STEPS: f64 = 1e10;
/// Likewise in a degree; finer, since an angle moves the end of an arc by its radius.
const ANGLE_STEPS: f64 = 1e12;

/// The unit of a file's lengths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LengthUnit {
    /// The model unit itself.
    Centimetre,
    /// What CadQuery, build123d, FreeCAD, OpenSCAD, SVG and DXF are used with.
    Millimetre,
}

impl LengthUnit {
    /// The unit in words.
    pub(super) const fn plural(self) -> &'static str {
        match self {
            Self::Centimetre => "centimetres",
            Self::Millimetre => "millimetres",
        }
    }

    /// A length in model units. Its decimal point is shifted, so 1.13 cm are 11.3 mm although no
    /// product of binary numbers says so.
    pub(super) fn length(self, length: f64) -> String {
        match self {
            Self::Centimetre => decimal(length, 0),
            Self::Millimetre => decimal(length, 1),
        }
    }

    /// A length in model units that was computed, rounded to 1e-10 of them.
    pub(super) fn derived(self, length: f64) -> String {
        self.length(rounded(length, DERIVED_STEPS))
    }
}

/// A number without a unit.
pub(super) fn number(value: f64) -> String {
    decimal(value, 0)
}

/// An angle in degrees that was computed, rounded to 1e-12 of them.
pub(super) fn angle(angle_deg: f64) -> String {
    number(rounded(angle_deg, ANGLE_STEPS))
}

fn rounded(value: f64, steps: f64) -> f64 {
    (value * steps).round() / steps
}

/// The shortest decimal of a finite number, its point shifted to the right by `shift` places.
fn decimal(value: f64, shift: i32) -> String {
    if value == 0.0 {
        return String::from("0");
    }
    let scientific = format!("{:e}", value.abs());
    let (mantissa, exponent) = scientific
        .split_once('e')
        .expect("the exponential form has an exponent");
    let exponent = exponent
        .parse::<i32>()
        .expect("the exponent of a finite number is small")
        + shift;
    let digits = mantissa.replace('.', "");
    let sign = if value < 0.0 { "-" } else { "" };
    format!("{sign}{}", placed(&digits, exponent))
}

/// The number `d.ddd` times a power of ten.
fn placed(digits: &str, exponent: i32) -> String {
    if !(SMALLEST_PLAIN..LARGEST_PLAIN).contains(&exponent) {
        let (first, rest) = digits.split_at(1);
        let point = if rest.is_empty() { "" } else { "." };
        return format!("{first}{point}{rest}e{exponent}");
    }
    let whole = usize::try_from(exponent + 1).unwrap_or(0);
    if whole == 0 {
        let zeros = "0".repeat(exponent.unsigned_abs() as usize - 1);
        format!("0.{zeros}{digits}")
    } else if whole >= digits.len() {
        format!("{digits}{}", "0".repeat(whole - digits.len()))
    } else {
        format!("{}.{}", &digits[..whole], &digits[whole..])
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn decimals_are_short() {
        let check = |value: f64, centimetres: &str, millimetres: &str| {
            assert_eq!(LengthUnit::Centimetre.length(value), centimetres);
            assert_eq!(LengthUnit::Millimetre.length(value), millimetres);
        };
        check(0.0, "0", "0");
        check(-0.0, "0", "0");
        check(1.13, "1.13", "11.3");
        check(-40.0, "-40", "-400");
        check(0.05, "0.05", "0.5");
        check(123.456, "123.456", "1234.56");
        check(1e-6, "0.000001", "0.00001");
        check(-2.5e-7, "-2.5e-7", "-0.0000025");
        check(1e15, "1000000000000000", "1e16");
        check(3e-300, "3e-300", "3e-299");
    }

    #[test]
    fn computed_numbers_are_rounded() {
        assert_eq!(LengthUnit::Millimetre.derived(0.1 + 0.2), "3");
        assert_eq!(LengthUnit::Centimetre.derived(-1e-17), "0");
        assert_eq!(angle(45.000_000_000_000_1), "45");
    }

    proptest! {
        #[test]
        fn numbers_read_back(value in prop_oneof![
            proptest::num::f64::NORMAL | proptest::num::f64::SUBNORMAL, -100.0..100.0,
        ]) {
            prop_assert_eq!(number(value).parse::<f64>(), Ok(value));
            let tenfold = LengthUnit::Millimetre.length(value).parse::<f64>().expect("a number");
            if tenfold.is_finite() && value.abs() > 1e-300 {
                prop_assert!((tenfold / value - 10.0).abs() < 1e-14);
            }
        }
    }
}
