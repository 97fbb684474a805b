//! Marks that look like writing from afar.

use glam::Vec2;

use super::noise::{hash, split, unit};

/// Whether there is ink at a place of a page whose lines are one unit apart.
///
/// Words of random length, letters of random strokes on a grid of 3 x 5; some lines end early, some
/// are missing.
pub(crate) fn is_ink(at: Vec2, seed: u32) -> bool {
    let (line, down) = split(at.y);
    if !(0.25..0.8).contains(&down) {
        return false;
    }
    let (letter, across) = split(at.x * 2.6);
    let length = 3 + (hash(line, 0, seed) % 24) as i32;
    if letter.rem_euclid(32) > length || hash(line, 1, seed).is_multiple_of(7) {
        return false;
    }
    if unit(letter, line, seed ^ 0x4D) < 0.17 || across > 0.75 {
        return false;
    }
    let column = (across * 4.0) as u32;
    let row = ((down - 0.25) * 9.0) as u32;
    let strokes = hash(letter, line, seed ^ 0x1092);
    // A letter has an upright more often than not.
    let upright = column == (strokes >> 20) % 3 && strokes & 3 != 0;
    upright || strokes >> (column * 5 + row).min(19) & 1 == 1
}
