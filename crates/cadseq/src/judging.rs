//! What all evaluations of pictures share: groups of pictures, the table of a report, medians, and which were the worst.

use std::fmt::{self, Display, Formatter};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use cadseq_render::LookKind;
use serde::Serialize;

/// A value over several pictures.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(crate) struct Spread {
    /// NaN (JSON null) where nothing was measured.
    pub(crate) median: f64,
    /// Nine in ten are not above.
    pub(crate) percentile_90: f64,
    pub(crate) mean: f64,
    /// How many were measured.
    pub(crate) measured: usize,
    /// Of how many.
    pub(crate) total: usize,
}

impl Spread {
    /// Of these values, where `total` might have had one.
    pub(crate) fn of(values: impl Iterator<Item = f64>, total: usize) -> Self {
        let mut values: Vec<f64> = values.collect();
        values.sort_by(f64::total_cmp);
        let count = values.len();
        let at = |place: usize| values.get(place).copied().unwrap_or(f64::NAN);
        Self {
            median: f64::midpoint(at(count.saturating_sub(1) / 2), at(count / 2)),
            percentile_90: at((count * 9).div_ceil(10).saturating_sub(1)),
            mean: values.iter().sum::<f64>() / count as f64,
            measured: count,
            total,
        }
    }
}

/// All pictures, then those of each look that any of them has.
pub(crate) fn by_look<T>(
    judged: &[T],
    look: impl Fn(&T) -> Option<&'static str>,
) -> Vec<(&'static str, Vec<&T>)> {
    let mut groups = vec![("all", judged.iter().collect())];
    for name in LookKind::ALL.map(LookKind::name) {
        let of_look: Vec<&T> = judged
            .iter()
            .filter(|one| look(one) == Some(name))
            .collect();
        if !of_look.is_empty() {
            groups.push((name, of_look));
        }
    }
    groups
}

/// A table of groups in columns and figures in lines.
pub(crate) struct Table {
    /// Widths of the names of figures and of columns, in characters.
    pub(crate) widths: [usize; 2],
    /// Names of the groups.
    pub(crate) heads: Vec<&'static str>,
    /// Each figure's name with its value in every group.
    pub(crate) lines: Vec<(String, Vec<String>)>,
}

impl Display for Table {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let [name_width, column_width] = self.widths;
        write!(f, "{:name_width$}", "")?;
        for head in &self.heads {
            write!(f, "{head:>column_width$}")?;
        }
        for (name, cells) in &self.lines {
            write!(f, "\n{name:name_width$}")?;
            for cell in cells {
                write!(f, "{cell:>column_width$}")?;
            }
        }
        Ok(())
    }
}

/// Indices of the least values, the least first.
pub(crate) fn worst(values: impl Iterator<Item = Option<f64>>, count: usize) -> Vec<u64> {
    let known = values
        .zip(0..)
        .filter_map(|(value, index)| Some((value?, index)));
    let mut ranked: Vec<(f64, u64)> = known.collect();
    ranked.sort_by(|a, b| a.0.total_cmp(&b.0));
    ranked
        .into_iter()
        .take(count)
        .map(|(_, index)| index)
        .collect()
}

/// Makes the folder for pictures.
///
/// # Errors
/// Where it cannot be made.
pub(crate) fn make_folder(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)
        .with_context(|| format!("the folder {} cannot be made", folder.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles() {
        let spread = Spread::of((1..=10).rev().map(f64::from), 12);
        assert_eq!(
            (spread.median, spread.percentile_90, spread.mean),
            (5.5, 9.0, 5.5)
        );
        assert_eq!((spread.measured, spread.total), (10, 12));
        assert_eq!(Spread::of([3.0].into_iter(), 1).percentile_90, 3.0);
    }

    #[test]
    fn the_worst_come_first_and_the_unmeasured_not_at_all() {
        let values = [Some(0.9), None, Some(0.0), Some(0.5)];
        assert_eq!(worst(values.into_iter(), 2), [2, 3]);
        assert_eq!(worst(values.into_iter(), 9), [2, 3, 0]);
    }
}
