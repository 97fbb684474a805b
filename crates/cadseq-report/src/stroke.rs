//! How a line looks: colour, dashes and marker, so that no line is told from another by colour
//! alone.

/// A shape on a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Marker {
    Circle,
    Square,
    Triangle,
    Diamond,
    Cross,
    TriangleDown,
}

/// Lengths of dash, gap, dash, ... in pixels; empty draws through.
pub(crate) type Dash = &'static [f64];

/// A look of a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Stroke {
    /// sRGB bytes.
    pub(crate) color: [u8; 3],
    pub(crate) dash: Dash,
    pub(crate) marker: Option<Marker>,
    pub(crate) width_px: f64,
}

pub(crate) const SOLID: Dash = &[];
pub(crate) const DASHED: Dash = &[7.0, 4.0];
pub(crate) const DOTTED: Dash = &[2.0, 3.0];
pub(crate) const DASH_DOT: Dash = &[8.0, 3.0, 2.0, 3.0];

/// Colours that readers of every colour vision tell apart on white (Okabe and Ito, 2008), without
/// the yellow, which is too light for lines.
const RUN_COLORS: [[u8; 3]; 7] = [
    [0, 114, 178],
    [213, 94, 0],
    [0, 158, 115],
    [204, 121, 167],
    [230, 159, 0],
    [86, 180, 233],
    [60, 60, 60],
];
const RUN_DASHES: [Dash; 4] = [SOLID, DASHED, DASH_DOT, DOTTED];
const MARKERS: [Marker; 6] = [
    Marker::Circle,
    Marker::Square,
    Marker::Triangle,
    Marker::Diamond,
    Marker::Cross,
    Marker::TriangleDown,
];

impl Stroke {
    /// The look of the run with this index. It repeats after 84 runs.
    pub(crate) const fn of_run(index: usize) -> Self {
        Self {
            color: RUN_COLORS[index % RUN_COLORS.len()],
            dash: RUN_DASHES[index % RUN_DASHES.len()],
            marker: Some(MARKERS[index % MARKERS.len()]),
            width_px: 2.0,
        }
    }

    /// The look of random guessing, sketch planes included or not.
    pub(crate) const fn random(with_plane: bool) -> Self {
        Self {
            color: if with_plane {
                [160, 60, 60]
            } else {
                [110, 110, 110]
            },
            dash: DOTTED,
            marker: None,
            width_px: 1.5,
        }
    }

    /// The look of the truth: what a perfect prediction scores.
    pub(crate) const fn truth() -> Self {
        Self {
            color: [20, 20, 20],
            dash: SOLID,
            marker: None,
            width_px: 0.8,
        }
    }

    /// The colour as CSS writes it.
    pub(crate) fn css_color(&self) -> String {
        let [red, green, blue] = self.color;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }
}

/// Cuts a polyline into its dashes.
pub(crate) fn dashes(points: &[(f64, f64)], dash: Dash) -> Vec<Vec<(f64, f64)>> {
    let mut pieces = vec![points.first().copied().into_iter().collect::<Vec<_>>()];
    let (mut step, mut left) = (0, dash.first().copied().unwrap_or(f64::INFINITY));
    for pair in points.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        let mut length = libm::hypot(to.0 - from.0, to.1 - from.1);
        while length > left {
            let share = left / length;
            from = (
                from.0 + (to.0 - from.0) * share,
                from.1 + (to.1 - from.1) * share,
            );
            length -= left;
            if step % 2 == 0 {
                extend(&mut pieces, from);
                pieces.push(Vec::new());
            } else {
                extend(&mut pieces, from);
            }
            step += 1;
            left = dash[step % dash.len()];
        }
        left -= length;
        if step % 2 == 0 {
            extend(&mut pieces, to);
        }
    }
    pieces.retain(|piece| piece.len() > 1);
    pieces
}

fn extend(pieces: &mut [Vec<(f64, f64)>], point: (f64, f64)) {
    if let Some(last) = pieces.last_mut() {
        last.push(point);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_runs_differ_without_colour_too() {
        for a in 0..4 {
            for b in 0..a {
                let (a, b) = (Stroke::of_run(a), Stroke::of_run(b));
                assert!(a.color != b.color && a.dash != b.dash && a.marker != b.marker);
            }
        }
    }

    #[test]
    fn looks_repeat_late() {
        for index in 1..84 {
            assert_ne!(Stroke::of_run(index), Stroke::of_run(0), "{index}");
        }
    }

    #[test]
    fn dashes_go_round_corners() {
        let points = [(0.0, 0.0), (5.0, 0.0), (5.0, 10.0)];
        let pieces = dashes(&points, &[4.0, 2.0]);
        assert_eq!(
            pieces,
            [
                vec![(0.0, 0.0), (4.0, 0.0)],
                vec![(5.0, 1.0), (5.0, 5.0)],
                vec![(5.0, 7.0), (5.0, 10.0)],
            ]
        );
        assert_eq!(dashes(&points, SOLID), [points.to_vec()]);
        assert!(dashes(&[], DASHED).is_empty());
    }
}
