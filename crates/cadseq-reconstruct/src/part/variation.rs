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
    let mut dual = vec![[0.0_f32; 2]; columns * rows];
    for _ in 0..ROUNDS {
        for y in 0..rows - 1 {
            for x in 0..columns - 1 {
                let at = y * columns + x;
                let mut flow = dual[at];
                flow[0] += STEP * (ahead[at + 1] - ahead[at]);
                flow[1] += STEP * (ahead[at + columns] - ahead[at]);
                let length = (flow[0] * flow[0] + flow[1] * flow[1]).sqrt() / price;
                let shrink = length.max(1.0);
                dual[at] = [flow[0] / shrink, flow[1] / shrink];
            }
        }
        for y in 0..rows {
            for x in 0..columns {
                let at = y * columns + x;
                let mut divergence = dual[at][0] + dual[at][1];
                if x > 0 {
                    divergence -= dual[at - 1][0];
                }
                if y > 0 {
                    divergence -= dual[at - columns][1];
                }
                let next = (region[at] + STEP * (divergence + force[at])).clamp(0.0, 1.0);
                ahead[at] = 2.0 * next - region[at];
                region[at] = next;
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
