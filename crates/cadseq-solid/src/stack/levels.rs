//! The heights of a stack, ascending and further apart than the tolerance.

use super::section::Section;

/// All heights of some lists, the first list's first: a height within `tolerance` of one that is
/// there already is that one.
pub(crate) fn united_heights<'a>(
    lists: impl Iterator<Item = &'a [f64]>,
    tolerance: f64,
) -> Vec<f64> {
    let mut heights: Vec<f64> = Vec::new();
    for &height in lists.flatten() {
        let place = heights.partition_point(|other| *other < height);
        let neighbours = &heights[place.saturating_sub(1)..heights.len().min(place + 1)];
        let is_new = |other: &f64| (other - height).abs() > tolerance;
        if neighbours.iter().all(is_new) {
            heights.insert(place, height);
        }
    }
    heights
}

/// For each height of a list the index of the nearest one in `heights`, which is not empty.
pub(crate) fn level_map(list: &[f64], heights: &[f64]) -> Vec<usize> {
    list.iter()
        .map(|height| nearest(*height, heights))
        .collect()
}

fn nearest(height: f64, heights: &[f64]) -> usize {
    let above = heights
        .partition_point(|other| *other < height)
        .min(heights.len() - 1);
    let below = above.saturating_sub(1);
    if (heights[below] - height).abs() <= (heights[above] - height).abs() {
        below
    } else {
        above
    }
}

/// Takes out the heights at which nothing changes.
pub(crate) fn dissolve_levels(heights: &mut Vec<f64>, section: &mut Section) {
    let mut is_used = vec![false; heights.len()];
    for level in section.cells.iter().flat_map(|cell| cell.column.levels()) {
        is_used[level] = true;
    }
    let mut count = 0;
    let mut level_map = Vec::with_capacity(heights.len());
    for used in &is_used {
        level_map.push(count);
        count += usize::from(*used);
    }
    if count == heights.len() {
        return;
    }
    let mut marks = is_used.iter();
    heights.retain(|_| marks.next() == Some(&true));
    for cell in &mut section.cells {
        cell.column = cell.column.mapped(&level_map);
        for cap in &mut cell.caps {
            cap.level = level_map[cap.level];
        }
    }
    for wall in section.edges.iter_mut().flat_map(|edge| &mut edge.walls) {
        wall.span.low = level_map[wall.span.low];
        wall.span.high = level_map[wall.span.high];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_list_decides() {
        let lists: [&[f64]; 2] = [&[0.0, 5.0], &[-2.0, 0.3, 4.8, 7.0]];
        let heights = united_heights(lists.into_iter(), 0.5);
        assert_eq!(heights, [-2.0, 0.0, 5.0, 7.0]);
        assert_eq!(level_map(lists[0], &heights), [1, 2]);
        assert_eq!(level_map(lists[1], &heights), [0, 1, 2, 3]);
        assert_eq!(level_map(&[9.0, 1.0, -9.0], &heights), [3, 1, 0]);
    }
}
