//! The five template shapes and their eleven shares (paper, Table 5).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A template shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Template {
    /// A circle: the cylinder.
    TS1,
    /// Three lines: the triangular prism.
    TS2,
    /// Three arcs.
    TS3,
    /// One line and two arcs.
    TS4,
    /// Two lines and one arc.
    TS5,
}

/// The kinds of curves of a sketch in their order; `A` arc, `C` circle, `L` line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Sequence {
    /// Circle.
    C,
    /// Line, line, line.
    Lll,
    /// Arc, arc, arc.
    Aaa,
    /// Line, arc, arc.
    Laa,
    /// Arc, line, arc.
    Ala,
    /// Arc, arc, line.
    Aal,
    /// Line, line, arc.
    Lla,
    /// Line, arc, line.
    Lal,
    /// Arc, line, line.
    All,
}

/// Each sequence that stands once in a balanced round of samples; the cylinder stands three times,
/// so that it has as many programs as each family of three sequences (paper, section 5.1).
const ROUND: [Sequence; 11] = [
    Sequence::C,
    Sequence::C,
    Sequence::C,
    Sequence::Lll,
    Sequence::Aaa,
    Sequence::Laa,
    Sequence::Ala,
    Sequence::Aal,
    Sequence::Lla,
    Sequence::Lal,
    Sequence::All,
];

/// How many consecutive samples hold every sequence in its share.
pub const ROUND_LENGTH: u64 = ROUND.len() as u64;

impl Template {
    /// All templates.
    pub const ALL: [Self; 5] = [Self::TS1, Self::TS2, Self::TS3, Self::TS4, Self::TS5];

    /// Its curve sequences.
    pub const fn sequences(self) -> &'static [Sequence] {
        match self {
            Self::TS1 => &[Sequence::C],
            Self::TS2 => &[Sequence::Lll],
            Self::TS3 => &[Sequence::Aaa],
            Self::TS4 => &[Sequence::Laa, Sequence::Ala, Sequence::Aal],
            Self::TS5 => &[Sequence::Lla, Sequence::Lal, Sequence::All],
        }
    }

    /// Its name in the paper.
    pub const fn name(self) -> &'static str {
        match self {
            Self::TS1 => "TS1",
            Self::TS2 => "TS2",
            Self::TS3 => "TS3",
            Self::TS4 => "TS4",
            Self::TS5 => "TS5",
        }
    }
}

impl Sequence {
    /// All sequences, in the order of Table 5.
    pub const ALL: [Self; 9] = [
        Self::C,
        Self::Lll,
        Self::Aaa,
        Self::Laa,
        Self::Ala,
        Self::Aal,
        Self::Lla,
        Self::Lal,
        Self::All,
    ];

    /// The sequence of the sample `index`; eleven consecutive samples are balanced.
    pub const fn of(index: u64) -> Self {
        ROUND[(index % ROUND_LENGTH) as usize]
    }

    /// One letter a curve: `C`, `L` or `A`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::C => "C",
            Self::Lll => "LLL",
            Self::Aaa => "AAA",
            Self::Laa => "LAA",
            Self::Ala => "ALA",
            Self::Aal => "AAL",
            Self::Lla => "LLA",
            Self::Lal => "LAL",
            Self::All => "ALL",
        }
    }

    /// The template that it belongs to.
    pub const fn template(self) -> Template {
        match self {
            Self::C => Template::TS1,
            Self::Lll => Template::TS2,
            Self::Aaa => Template::TS3,
            Self::Laa | Self::Ala | Self::Aal => Template::TS4,
            Self::Lla | Self::Lal | Self::All => Template::TS5,
        }
    }

    /// For a loop of three curves, which of them are arcs; `None` for the circle.
    pub fn arcs(self) -> Option<[bool; 3]> {
        match self.name().as_bytes() {
            &[first, second, third] => Some([first, second, third].map(|letter| letter == b'A')),
            _ => None,
        }
    }
}

impl std::fmt::Display for Sequence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

/// How many programs of each sequence a data set holds.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TemplateCounts(pub BTreeMap<Sequence, u64>);

impl TemplateCounts {
    /// The paper's data set: 6,000 cylinders and 2,000 of each other sequence.
    pub fn paper() -> Self {
        Self::of_first(22_000)
    }

    /// The counts of the samples 0 to `total` - 1.
    pub fn of_first(total: u64) -> Self {
        let (rounds, rest) = (total / ROUND_LENGTH, total % ROUND_LENGTH);
        let mut counts = BTreeMap::new();
        for (position, sequence) in ROUND.into_iter().enumerate() {
            *counts.entry(sequence).or_insert(0) += rounds + u64::from((position as u64) < rest);
        }
        Self(counts)
    }

    /// The size of the data set.
    pub fn total(&self) -> u64 {
        self.0.values().sum()
    }

    /// The programs of one template.
    pub fn of(&self, template: Template) -> u64 {
        template
            .sequences()
            .iter()
            .filter_map(|sequence| self.0.get(sequence))
            .sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paper_counts_are_those_of_table_5() {
        let counts = TemplateCounts::paper();
        assert_eq!(counts.total(), 22_000);
        assert_eq!(
            Template::ALL.map(|t| counts.of(t)),
            [6_000, 2_000, 2_000, 6_000, 6_000]
        );
        for sequence in Sequence::ALL.into_iter().skip(1) {
            assert_eq!(counts.0[&sequence], 2_000, "{sequence}");
            assert!(sequence.template().sequences().contains(&sequence));
        }
    }

    #[test]
    fn counts_agree_with_the_mapping() {
        for total in [0, 1, 10, 11, 12, 100] {
            let mut counted = TemplateCounts::of_first(0);
            for index in 0..total {
                *counted.0.entry(Sequence::of(index)).or_default() += 1;
            }
            assert_eq!(counted, TemplateCounts::of_first(total));
        }
    }

    #[test]
    fn names_say_which_curves_are_arcs() {
        assert_eq!(Sequence::C.arcs(), None);
        assert_eq!(Sequence::Lal.arcs(), Some([false, true, false]));
    }
}
