//! Regions with a short outline.

/// Rounds of the primal-dual iteration.
const ROUNDS: usize = 150;

/// The region of a map of `width` x `height` places that gathers the most of `pull` (positive is in, negative out) less
/// `price` for each unit of its outline's length, as values from 0 to 1 to be cut at one half; outside the map is out.
///
/// The convex relaxation by total variation has the same minimum (Chan, Esedoglu and Nikolova 2006); the iteration is
/// Chambolle and Pock's (2011).
pub(super) fn smoothest(pull: &[f32], width: usize, height: usize, price: f32) -> Vec<f32> {
    const STEP: f32 = 0.35;
    // A border of one place that is out.
    let (columns, rows) = (width + 2, height + 2);
    let mut force = vec![-1.0; columns * rows];
    for y in 0..height {
        for x in 0..width {
            force[(y + 1) * columns + x + 1] = pull[y * width + x];
        }
    }
    let mut region: Vec<f32> = force
        .iter()
        .map(|&f| f32::from(u8::from(f > 0.0)))
        .collect();
    let mut ahead = region.clone();
    // What flows to the right and down, in rows of their own, so that whole rows are computed at once.
    let [mut right, mut down] = [0, 1].map(|_| vec![0.0_f32; columns * rows]);
    let per_price = price.recip();
    for _ in 0..ROUNDS {
        for y in 0..rows - 1 {
            let (here, below) = ahead[y * columns..][..2 * columns].split_at(columns);
            let right = &mut right[y * columns..][..columns - 1];
            let down = &mut down[y * columns..][..columns - 1];
            for x in 0..columns - 1 {
                let flow = [
                    right[x] + STEP * (here[x + 1] - here[x]),
                    down[x] + STEP * (below[x] - here[x]),
                ];
                let length = (flow[0] * flow[0] + flow[1] * flow[1]).sqrt() * per_price;
                let kept = length.max(1.0).recip();
                right[x] = flow[0] * kept;
                down[x] = flow[1] * kept;
            }
        }
        // Nothing flows out of the border, whose places stay out.
        for y in 1..rows - 1 {
            let row = y * columns;
            let places = row + 1..row + columns - 1;
            let region = &mut region[places.clone()];
            let ahead = &mut ahead[places.clone()];
            let force = &force[places.clone()];
            let (right, from_left) = (&right[places.clone()], &right[row..]);
            let (down, from_above) = (&down[places.clone()], &down[row + 1 - columns..]);
            for x in 0..width {
                let divergence = right[x] - from_left[x] + down[x] - from_above[x];
                let next = (region[x] + STEP * (divergence + force[x])).clamp(0.0, 1.0);
                ahead[x] = 2.0 * next - region[x];
                region[x] = next;
            }
        }
    }
    (0..height)
        .flat_map(|y| region[(y + 1) * columns + 1..][..width].to_vec())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_is_filled_and_a_speck_is_left_out() {
        let (width, height) = (30, 20);
        let mut pull = vec![-1.0; width * height];
        for y in 4..16 {
            for x in 4..26 {
                pull[y * width + x] = if (12..15).contains(&x) { 0.0 } else { 1.0 };
            }
        }
        pull[2 * width + 28] = 1.0;
        let region = smoothest(&pull, width, height, 0.6);
        assert!(region[10 * width + 13] > 0.5, "the gap between two halves");
        assert!(region[2 * width + 28] < 0.5, "one place alone");
        assert!(region[10 * width + 2] < 0.5 && region[10 * width + 8] > 0.5);
    }
}
