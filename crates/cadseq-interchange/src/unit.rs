//! Units of length. The language's own unit, the model unit, is the centimetre.

use thiserror::Error;

/// Below this size a plain decimal has more zeros than an exponent has characters.
const SMALLEST_PLAIN: i32 = -6;
/// From this power of ten on likewise.
const LARGEST_PLAIN: i32 = 16;

/// Steps in a model unit to which computed positions (the middle of an arc, its centre) are
/// rounded: a hundred thousandth of what the tools take as one point. Given numbers are never
/// rounded.
const DERIVED_STEPS: f64 = 1e10;

/// Centimetres of an inch; exact.
const CENTIMETRES_PER_INCH: f64 = 2.54;

/// The unit of a file's lengths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LengthUnit {
    /// What DeepCAD's JSON has, as Onshape does.
    Metre,
    /// The model unit itself, as Fusion 360 has it.
    Centimetre,
    /// What CadQuery, build123d, FreeCAD, OpenSCAD, SVG and DXF are used with.
    Millimetre,
    /// 25.4 millimetres.
    Inch,
}

/// A unit that is not there.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("unknown unit {name:?}; the units are m, cm, mm and in")]
pub struct UnitError {
    /// Its name.
    pub name: String,
}

/// How a length becomes one in model units.
#[derive(Debug, Clone, Copy)]
enum Conversion {
    /// Its decimal point moves to the right by so many places.
    Places(i32),
    /// It is multiplied.
    Factor(f64),
}

impl LengthUnit {
    /// All units.
    pub const ALL: [Self; 4] = [Self::Metre, Self::Centimetre, Self::Millimetre, Self::Inch];

    /// The abbreviation by which a person asks for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Metre => "m",
            Self::Centimetre => "cm",
            Self::Millimetre => "mm",
            Self::Inch => "in",
        }
    }

    /// The unit in words.
    pub const fn plural(self) -> &'static str {
        match self {
            Self::Metre => "metres",
            Self::Centimetre => "centimetres",
            Self::Millimetre => "millimetres",
            Self::Inch => "inches",
        }
    }

    /// The unit with this abbreviation.
    ///
    /// # Errors
    /// [`UnitError`] where there is none.
    pub fn from_name(name: &str) -> Result<Self, UnitError> {
        let found = Self::ALL.into_iter().find(|unit| unit.name() == name);
        found.ok_or_else(|| UnitError {
            name: name.to_owned(),
        })
    }

    const fn conversion(self) -> Conversion {
        match self {
            Self::Metre => Conversion::Places(2),
            Self::Centimetre => Conversion::Places(0),
            Self::Millimetre => Conversion::Places(-1),
            Self::Inch => Conversion::Factor(CENTIMETRES_PER_INCH),
        }
    }

    /// A length in this unit, in model units. Its decimal point is shifted, so 0.07 m are 7 cm although
    /// no product of binary numbers says so.
    pub fn to_model(self, length: f64) -> f64 {
        match self.conversion() {
            Conversion::Places(places) => shifted(length, places),
            Conversion::Factor(factor) => length * factor,
        }
    }

    /// A length in model units, in this unit.
    pub(crate) fn of_model(self, length: f64) -> f64 {
        match self.conversion() {
            Conversion::Places(places) => shifted(length, -places),
            Conversion::Factor(factor) => length / factor,
        }
    }

    /// A length in model units as the shortest decimal in this unit.
    pub(crate) fn length(self, length: f64) -> String {
        match self.conversion() {
            Conversion::Places(places) => decimal(length, -places),
            Conversion::Factor(factor) => decimal(length / factor, 0),
        }
    }

    /// A length in model units that was computed, rounded to 1e-10 of them.
    pub(crate) fn derived(self, length: f64) -> String {
        self.length(rounded(length, DERIVED_STEPS))
    }
}

pub(crate) fn rounded(value: f64, steps: f64) -> f64 {
    (value * steps).round() / steps
}

/// The number nearest to the shortest decimal of a number with its point moved to the right.
fn shifted(value: f64, places: i32) -> f64 {
    if places == 0 || !value.is_finite() {
        return value;
    }
    let decimal = decimal(value, places);
    decimal.parse().expect("a decimal is a number")
}

/// The shortest decimal of a finite number, its point shifted to the right by `shift` places.
pub(crate) fn decimal(value: f64, shift: i32) -> String {
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
    }

    #[test]
    fn units_are_known_by_their_abbreviations() {
        for unit in LengthUnit::ALL {
            assert_eq!(LengthUnit::from_name(unit.name()), Ok(unit));
        }
        let error = LengthUnit::from_name("ft")
            .expect_err("unknown")
            .to_string();
        assert_eq!(error, "unknown unit \"ft\"; the units are m, cm, mm and in");
    }

    #[test]
    fn lengths_become_centimetres() {
        let check = |unit: LengthUnit, length: f64, expected: f64| {
            assert_eq!(unit.to_model(length), expected, "{length} {unit:?}");
        };
        check(LengthUnit::Metre, 0.07, 7.0);
        check(LengthUnit::Metre, -0.000_29, -0.029);
        check(LengthUnit::Centimetre, 0.07, 0.07);
        check(LengthUnit::Millimetre, 11.3, 1.13);
        check(LengthUnit::Inch, 2.0, 5.08);
        assert!(LengthUnit::Metre.to_model(f64::MAX).is_infinite());
        assert!(LengthUnit::Metre.to_model(f64::NAN).is_nan());
    }

    proptest! {
        #[test]
        fn lengths_come_back(
            value in prop_oneof![-1e5..1e5f64, -1e-3..1e-3f64],
            unit in prop::sample::select(LengthUnit::ALL.to_vec()),
        ) {
            let again = unit.to_model(unit.of_model(value));
            prop_assert!((again - value).abs() <= 4.0 * f64::EPSILON * value.abs());
            let short = (value * 1e6).round() / 1e6;
            if unit != LengthUnit::Inch {
                prop_assert_eq!(unit.to_model(unit.of_model(short)), short);
            }
        }
    }
}
