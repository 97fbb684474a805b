//! What stands over one cell of the section: intervals of height.

use super::SetOperation;

/// An interval between two levels (indices of the stack's heights), `low < high`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) low: usize,
    pub(crate) high: usize,
}

impl Span {
    /// Whether the two share more than a level.
    pub(crate) fn overlaps(self, other: Self) -> bool {
        self.low < other.high && other.low < self.high
    }
}

/// The full parts over a cell: spans in ascending order that do not touch each other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Column {
    spans: Vec<Span>,
}

impl Column {
    /// One span.
    pub(crate) fn of(low: usize, high: usize) -> Self {
        Self {
            spans: vec![Span { low, high }],
        }
    }

    /// Spans in ascending order that do not touch.
    pub(crate) const fn new(spans: Vec<Span>) -> Self {
        Self { spans }
    }

    pub(crate) fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// The levels where full and empty change, in ascending order: a lower end, an upper end, ...
    pub(crate) fn levels(&self) -> impl Iterator<Item = usize> {
        self.spans.iter().flat_map(|span| [span.low, span.high])
    }

    /// The index of the span that contains `part`.
    pub(crate) fn span_around(&self, part: Span) -> Option<usize> {
        let holds = |span: &Span| span.low <= part.low && part.high <= span.high;
        self.spans.iter().position(holds)
    }

    /// Whether the slab that ends at `level` is full.
    pub(crate) fn is_full_below(&self, level: usize) -> bool {
        self.spans.iter().any(|s| s.low < level && level <= s.high)
    }

    /// The column at other levels. `level_map` rises or falls; spans that it makes empty vanish, and
    /// gaps that it closes are filled.
    pub(crate) fn mapped(&self, level_map: &[usize]) -> Self {
        let mut ends: Vec<(usize, usize)> = self
            .spans
            .iter()
            .map(|span| (level_map[span.low], level_map[span.high]))
            .map(|(a, b)| (a.min(b), a.max(b)))
            .collect();
        ends.sort_unstable();
        let mut spans: Vec<Span> = Vec::with_capacity(ends.len());
        for (low, high) in ends.into_iter().filter(|(low, high)| low < high) {
            match spans.last_mut() {
                Some(last) if last.high >= low => last.high = last.high.max(high),
                _ => spans.push(Span { low, high }),
            }
        }
        Self { spans }
    }

    /// The Boolean of two columns.
    pub(crate) fn combined(&self, other: &Self, operation: SetOperation) -> Self {
        let full = |a: bool, b: bool| match operation {
            SetOperation::Join => a || b,
            SetOperation::Cut => a && !b,
            SetOperation::Intersect => a && b,
        };
        let mut spans = Vec::new();
        for (low, high, [a, b]) in slabs(self, other) {
            if full(a, b) {
                extend(&mut spans, Span { low, high });
            }
        }
        Self { spans }
    }

    /// The spans where exactly one of two columns is full, and whether that is this one.
    pub(crate) fn differences(&self, other: &Self) -> Vec<(Span, bool)> {
        let mut found: Vec<(Span, bool)> = Vec::new();
        for (low, high, [a, b]) in slabs(self, other) {
            if a == b {
                continue;
            }
            match found.last_mut() {
                Some((last, mine)) if last.high == low && *mine == a => last.high = high,
                _ => found.push((Span { low, high }, a)),
            }
        }
        found
    }
}

fn extend(spans: &mut Vec<Span>, span: Span) {
    match spans.last_mut() {
        Some(last) if last.high == span.low => last.high = span.high,
        _ => spans.push(span),
    }
}

/// The slabs between neighbouring levels of two columns, and whether each column is full there.
fn slabs<'a>(
    a: &'a Column,
    b: &'a Column,
) -> impl Iterator<Item = (usize, usize, [bool; 2])> + use<'a> {
    let (a_ends, b_ends): (Vec<usize>, Vec<usize>) = (a.levels().collect(), b.levels().collect());
    let (mut i, mut j) = (0, 0);
    let mut next_level = move || {
        let level = match (a_ends.get(i), b_ends.get(j)) {
            (None, None) => return None,
            (Some(&p), Some(&q)) => p.min(q),
            (Some(&p), None) | (None, Some(&p)) => p,
        };
        i += usize::from(a_ends.get(i) == Some(&level));
        j += usize::from(b_ends.get(j) == Some(&level));
        // An odd number of ends passed: inside a span.
        Some((level, [i % 2 == 1, j % 2 == 1]))
    };
    let mut current = next_level();
    std::iter::from_fn(move || {
        let (low, full) = current?;
        current = next_level();
        let (high, _) = current?;
        Some((low, high, full))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(ends: &[usize]) -> Column {
        let spans = ends.chunks(2).map(|pair| Span {
            low: pair[0],
            high: pair[1],
        });
        Column {
            spans: spans.collect(),
        }
    }

    fn check(a: &[usize], b: &[usize], operation: SetOperation, expected: &[usize]) {
        let found = column(a).combined(&column(b), operation);
        assert_eq!(found, column(expected), "{a:?} {operation:?} {b:?}");
    }

    #[test]
    fn booleans_of_intervals() {
        use SetOperation::{Cut, Intersect, Join};
        check(&[0, 2], &[2, 4], Join, &[0, 4]);
        check(&[0, 1, 3, 4], &[1, 3], Join, &[0, 4]);
        check(&[0, 5], &[1, 2, 3, 9], Cut, &[0, 1, 2, 3]);
        check(&[0, 5], &[0, 5], Cut, &[]);
        check(&[0, 2, 4, 6], &[1, 5], Intersect, &[1, 2, 4, 5]);
        check(&[0, 2], &[2, 4], Intersect, &[]);
        check(&[], &[1, 2], Join, &[1, 2]);
    }

    #[test]
    fn differences_name_their_side() {
        let found = column(&[0, 5]).differences(&column(&[3, 8]));
        let span = |low, high| Span { low, high };
        assert_eq!(found, [(span(0, 3), true), (span(5, 8), false)]);
        let flipped = column(&[0, 3]).differences(&column(&[3, 5]));
        assert_eq!(flipped, [(span(0, 3), true), (span(3, 5), false)]);
        // What changes on both sides at once is one wall.
        let through = column(&[0, 8]).differences(&column(&[2, 3]));
        assert_eq!(through.len(), 2);
        let whole = column(&[0, 3, 4, 8]).differences(&column(&[4, 8]));
        assert_eq!(whole, [(span(0, 3), true)]);
    }

    #[test]
    fn levels_move() {
        let turned = column(&[0, 1, 2, 3]).mapped(&[9, 7, 5, 4]);
        assert_eq!(turned, column(&[4, 5, 7, 9]));
        let snapped = column(&[0, 1, 2, 3]).mapped(&[0, 0, 1, 4]);
        assert_eq!(snapped, column(&[1, 4]));
        let joined = column(&[0, 1, 2, 3]).mapped(&[0, 1, 1, 4]);
        assert_eq!(joined, column(&[0, 4]));
        assert!(turned.is_full_below(5) && !turned.is_full_below(4) && !turned.is_full_below(7));
        assert_eq!(turned.span_around(Span { low: 7, high: 8 }), Some(1));
    }
}
