//! Intervals between the coordinates at which something changes.

/// The intervals between neighbouring breaks inside [low, high], narrowest ones left out: they hold
/// no volume that double precision could see.
pub(super) fn slabs(mut breaks: Vec<f64>, [low, high]: [f64; 2]) -> Vec<[f64; 2]> {
    breaks.retain(|place| *place > low && *place < high);
    if low < high {
        breaks.extend([low, high]);
    }
    breaks.sort_unstable_by(f64::total_cmp);
    let narrowest = 1e-14 * low.abs().max(high.abs());
    let pairs = breaks.windows(2).map(|pair| [pair[0], pair[1]]);
    pairs.filter(|[a, b]| b - a > narrowest).collect()
}
