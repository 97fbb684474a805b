//! Pixels that are connected.

/// Where the neighbours of a pixel lie, right and down: over its sides, or over sides and corners.
pub(crate) const SIDES: &[[isize; 2]] = &[[-1, 0], [1, 0], [0, -1], [0, 1]];
pub(crate) const SIDES_AND_CORNERS: &[[isize; 2]] = &[
    [-1, -1],
    [0, -1],
    [1, -1],
    [-1, 0],
    [1, 0],
    [-1, 1],
    [0, 1],
    [1, 1],
];

/// The neighbours of a pixel in a picture of `columns` x `rows`.
pub(crate) fn neighbours(
    pixel: usize,
    [columns, rows]: [usize; 2],
    places: &[[isize; 2]],
) -> impl Iterator<Item = usize> {
    let (x, y) = (pixel % columns, pixel / columns);
    places.iter().filter_map(move |&[right, down]| {
        let x = x.checked_add_signed(right).filter(|&x| x < columns)?;
        let y = y.checked_add_signed(down).filter(|&y| y < rows)?;
        Some(y * columns + x)
    })
}

/// The pixels that are connected with `start`, itself first. `takes` says whether a pixel belongs to them, yes only once.
pub(crate) fn flood(
    start: usize,
    size: [usize; 2],
    places: &[[isize; 2]],
    mut takes: impl FnMut(usize) -> bool,
) -> Vec<usize> {
    let mut pixels = vec![start];
    let mut next = 0;
    while let Some(&pixel) = pixels.get(next) {
        next += 1;
        pixels.extend(neighbours(pixel, size, places).filter(|&neighbour| takes(neighbour)));
    }
    pixels
}

/// Those of some pixels of a square that `is_in` holds for, as regions connected over sides.
pub(crate) fn regions(
    size: usize,
    pixels: &[usize],
    is_in: impl Fn(usize) -> bool,
) -> Vec<Vec<usize>> {
    let mut open = vec![false; size * size];
    for &pixel in pixels {
        open[pixel] = is_in(pixel);
    }
    let mut takes = |pixel: usize| std::mem::take(&mut open[pixel]);
    let mut regions = Vec::new();
    for &start in pixels {
        if takes(start) {
            regions.push(flood(start, [size, size], SIDES, &mut takes));
        }
    }
    regions
}

/// The pixels of a square that squares of `2 * reach + 1` pixels cover, all of which are in: what is thinner is left out.
pub(crate) fn opened(is_in: &[bool], size: usize, reach: usize) -> Vec<bool> {
    let around = |pixel: usize| {
        let (x, y) = (pixel % size, pixel / size);
        let [left, top] = [x, y].map(|at| at.saturating_sub(reach));
        let [right, bottom] = [x, y].map(|at| (at + reach).min(size - 1));
        (top..=bottom).flat_map(move |y| (left..=right).map(move |x| y * size + x))
    };
    let mut opened = vec![false; is_in.len()];
    for pixel in (0..is_in.len()).filter(|&pixel| is_in[pixel]) {
        if around(pixel).all(|other| is_in[other]) {
            around(pixel).for_each(|other| opened[other] = true);
        }
    }
    opened
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_connect_only_where_they_are_asked_for() {
        // Two pixels of 3 x 2 that touch in a corner, and one apart.
        let shown = [0, 4, 2];
        assert_eq!(regions(3, &shown, |_| true).len(), 3);
        let mut open = [true, false, false, false, true, false];
        open[0] = false;
        let takes = |pixel: usize| std::mem::take(&mut open[pixel]);
        assert_eq!(flood(0, [3, 2], SIDES_AND_CORNERS, takes), [0, 4]);
    }

    #[test]
    fn pixels_at_the_border_have_fewer_neighbours() {
        let of = |pixel, places| neighbours(pixel, [3, 2], places).collect::<Vec<_>>();
        assert_eq!(of(0, SIDES), [1, 3]);
        assert_eq!(of(4, SIDES), [3, 5, 1]);
        assert_eq!(of(5, SIDES_AND_CORNERS), [1, 2, 4]);
    }
}
