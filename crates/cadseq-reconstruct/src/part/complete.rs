//! What is hidden, by symmetry: a turned part goes on around its axis, a mirrored one beyond its middle, where what is seen
//! of both sides agrees (SPEC 8).

use glam::{DMat2, DVec2};

use super::carve::{Carved, Cell};
use super::relief::Relief;

/// Share of the pairs of known cells that may contradict a symmetry.
const CONFLICT: f64 = 0.04;

/// Share of the solid cells that are seen whose counterparts must be known too.
const EVIDENCE: f64 = 0.12;

/// Share of a ring's known cells that decides what its hidden ones are.
const MAJORITY: f64 = 0.8;

/// How far from the middle of the box an axis or a mirror may lie, in cells.
const SHIFTS: [f64; 5] = [0.0, -1.0, 1.0, -2.0, 2.0];

/// Least share of the part's pixels that show walls about an axis before a turned part is thought of.
const WALL_SHARE: f64 = 0.04;

/// How far a wall's unit normal may rise over the plane.
const MAX_RISE: f64 = 0.05;

/// A carved box with hidden cells as symmetries have them; `None` without any symmetry.
pub(super) fn completed(carved: &Carved, relief: &Relief) -> Option<Carved> {
    let mut completed = turned(carved, relief);
    for axis in 0..3 {
        let mirrored = mirrored(completed.as_ref().unwrap_or(carved), axis);
        completed = mirrored.or(completed);
    }
    completed
}

/// Whether a cell is solid, where the picture says so.
fn known(cell: Cell) -> Option<bool> {
    match cell {
        Cell::Solid => Some(true),
        Cell::Empty => Some(false),
        Cell::BelowCap | Cell::Hidden | Cell::Outside => None,
    }
}

/// The box with hidden cells as `is_solid` has them, where it says anything.
fn filled(carved: &Carved, is_solid: impl Fn(usize) -> Option<bool>) -> Carved {
    let mut filled = carved.clone();
    for (index, cell) in filled.cells.iter_mut().enumerate() {
        if known(*cell).is_none() {
            *cell = match is_solid(index) {
                Some(true) => Cell::Solid,
                Some(false) => Cell::Empty,
                None => *cell,
            };
        }
    }
    filled
}

/// Cells at which something solid is seen, and their neighbours: surfaces are known to about a cell.
fn near_solid(carved: &Carved) -> Vec<bool> {
    let [width, depth, _] = carved.counts;
    let mut near: Vec<bool> = carved.cells.iter().map(|&c| c == Cell::Solid).collect();
    for (axis, stride) in [1, width, width * depth].into_iter().enumerate() {
        let before = near.clone();
        for index in 0..near.len() {
            let at = place(carved, index)[axis];
            near[index] |= at > 0 && before[index - stride]
                || at + 1 < carved.counts[axis] && before[index + stride];
        }
    }
    near
}

/// How many pairs of known cells agree, and how many do not.
#[derive(Debug, Clone, Copy, Default)]
struct Pairs {
    agree: f64,
    differ: f64,
}

impl Pairs {
    /// How much a symmetry that leaves so many is contradicted; `None` where it is, or where little speaks for it.
    fn conflict(self, solid: f64) -> Option<f64> {
        let share = self.differ / (self.agree + self.differ).max(1.0);
        (share < CONFLICT && self.agree > EVIDENCE * solid).then_some(share)
    }
}

/// The first and the one after the last cell along an axis that is seen to be solid.
fn reach(carved: &Carved, axis: usize) -> Option<[usize; 2]> {
    let places = || solids(carved).map(|index| place(carved, index)[axis]);
    Some([places().min()?, places().max()? + 1])
}

/// The cells that are seen to be solid.
fn solids(carved: &Carved) -> impl Iterator<Item = usize> {
    let cells = carved.cells.iter().enumerate();
    cells
        .filter(|&(_, &cell)| cell == Cell::Solid)
        .map(|(index, _)| index)
}

fn place(carved: &Carved, index: usize) -> [usize; 3] {
    let [width, depth, _] = carved.counts;
    [
        index % width,
        index / width % depth,
        index / (width * depth),
    ]
}

/// The box mirrored along an axis, where that is not contradicted.
fn mirrored(carved: &Carved, axis: usize) -> Option<Carved> {
    let [low, high] = reach(carved, axis)?;
    let stride = match axis {
        0 => 1,
        1 => carved.counts[0],
        _ => carved.counts[0] * carved.counts[1],
    };
    let solid = solids(carved).count() as f64;
    let counterpart = |index: usize, sum: usize| {
        let at = place(carved, index)[axis];
        let other = sum.checked_sub(at)?;
        (other < carved.counts[axis]).then(|| index + other * stride - at * stride)
    };
    let sums = SHIFTS.map(|shift| ((low + high - 1) as f64 + shift).max(0.0) as usize);
    let near = near_solid(carved);
    let conflict = |sum: usize| {
        let mut pairs = Pairs::default();
        for index in solids(carved) {
            let Some(other) = counterpart(index, sum) else {
                continue;
            };
            if near[other] {
                pairs.agree += 1.0;
            } else if carved.cells[other] == Cell::Empty {
                pairs.differ += 1.0;
            }
        }
        pairs.conflict(solid)
    };
    let (_, sum) = sums
        .into_iter()
        .filter_map(|sum| Some((conflict(sum)?, sum)))
        .min_by(|a, b| a.0.total_cmp(&b.0))?;
    Some(filled(carved, |index| {
        known(carved.cells[counterpart(index, sum)?])
    }))
}

/// The box with what is seen turned all around an axis along its height, where that is not contradicted.
fn turned(carved: &Carved, relief: &Relief) -> Option<Carved> {
    let solid = solids(carved).count() as f64;
    let (_, rings) = centers(carved, relief)
        .into_iter()
        .map(|center| Rings::of(carved, center))
        .filter_map(|rings| Some((rings.conflict(carved, solid)?, rings)))
        .min_by(|a, b| a.0.total_cmp(&b.0))?;
    Some(filled(carved, |index| {
        rings.majority(rings.ring(place(carved, index)))
    }))
}

/// A line over a plane, in cells.
struct Line {
    point: DVec2,
    /// Its unit normal.
    across: DVec2,
}

/// Where an axis may meet the box, in cells: where the normals of walls about it meet, and near the box's middle.
fn centers(carved: &Carved, relief: &Relief) -> Vec<DVec2> {
    let shown = relief.shown.iter().filter(|&&shown| shown).count() as f64;
    // Through the wall's points along their normals.
    let lines: Vec<Line> = (0..relief.points.len())
        .filter(|&pixel| relief.shown[pixel] && relief.axes[pixel].is_none())
        .filter_map(|pixel| line(carved, relief, pixel))
        .collect();
    if (lines.len() as f64) < WALL_SHARE * shown {
        return Vec::new();
    }
    let Some(mut center) = meeting(&lines, None) else {
        return Vec::new();
    };
    for _ in 0..8 {
        match meeting(&lines, Some(center)) {
            Some(better) => center = better,
            None => break,
        }
    }
    let middle = |axis: usize| Some(reach(carved, axis)?.iter().sum::<usize>() as f64 / 2.0);
    let mut centers = vec![center];
    if let (Some(x), Some(y)) = (middle(0), middle(1)) {
        for dx in SHIFTS {
            for dy in SHIFTS {
                centers.push(DVec2::new(x + dx / 2.0, y + dy / 2.0));
            }
        }
    }
    centers
}

/// The line along a wall's normal; `None` where the surface is not square to the plane.
fn line(carved: &Carved, relief: &Relief, pixel: usize) -> Option<Line> {
    let (along, rise) = carved.plane.to_sketch(relief.normals[pixel]);
    if rise.abs() > MAX_RISE {
        return None;
    }
    let (point, _) = carved.plane.to_sketch(relief.points[pixel]);
    Some(Line {
        point: (point - carved.low.truncate()) / carved.cell,
        across: along.normalize_or_zero().perp(),
    })
}

/// The point nearest to lines (least squares, those that miss `near` by much counting less).
fn meeting(lines: &[Line], near: Option<DVec2>) -> Option<DVec2> {
    let (mut matrix, mut right) = (DMat2::ZERO, DVec2::ZERO);
    for &Line { point, across } in lines {
        let weight = near.map_or(1.0, |near| {
            let miss = across.dot(near - point);
            1.0 / (1.0 + miss * miss)
        });
        let weighted = across * weight;
        matrix += DMat2::from_cols(weighted * across.x, weighted * across.y);
        right += weighted * across.dot(point);
    }
    let trace = matrix.x_axis.x + matrix.y_axis.y;
    // Lines of one direction meet nowhere.
    (matrix.determinant() > 1e-3 * trace * trace).then(|| matrix.inverse() * right)
}

/// Known cells by their distance from an axis and their height.
struct Rings {
    center: DVec2,
    layers: usize,
    /// Solid and empty cells of each ring.
    counts: Vec<[f64; 2]>,
}

impl Rings {
    fn of(carved: &Carved, center: DVec2) -> Self {
        let [width, depth, layers] = carved.counts;
        let rings = width + depth + center.abs().element_sum() as usize + 3;
        let mut all = Self {
            center,
            layers,
            counts: vec![[0.0; 2]; rings * layers],
        };
        for place in 0..width * depth {
            let ring = all.ring([place % width, place / width, 0]);
            let column = carved.cells[place..].iter().step_by(width * depth);
            for (counts, &cell) in all.counts[ring..].iter_mut().zip(column) {
                if let Some(is_solid) = known(cell) {
                    counts[usize::from(!is_solid)] += 1.0;
                }
            }
        }
        all
    }

    fn ring(&self, [x, y, height]: [usize; 3]) -> usize {
        let offset = DVec2::new(x as f64 + 0.5, y as f64 + 0.5) - self.center;
        offset.length() as usize * self.layers + height
    }

    /// A ring is contradicted where something solid is seen in it, but not on most of it or of a ring beside it.
    fn conflict(&self, carved: &Carved, solid: f64) -> Option<f64> {
        let is_empty = |ring: usize| {
            let [solid, empty] = self.counts[ring];
            empty > 2.0 * solid
        };
        let mut pairs = Pairs::default();
        for index in solids(carved) {
            let [x, y, height] = place(carved, index);
            let ring = self.ring([x, y, height]);
            let inner = ring.checked_sub(self.layers).unwrap_or(ring);
            let beside = [inner, ring, ring + self.layers];
            let is_alone = beside.into_iter().all(|ring| {
                let low = if height > 0 { ring - 1 } else { ring };
                let high = if height + 1 < self.layers {
                    ring + 1
                } else {
                    ring
                };
                [low, ring, high].into_iter().all(is_empty)
            });
            if is_alone {
                pairs.differ += 1.0;
            } else {
                pairs.agree += 1.0;
            }
        }
        pairs.conflict(solid)
    }

    /// What most of a ring's known cells are.
    fn majority(&self, ring: usize) -> Option<bool> {
        let [solid, empty] = self.counts[ring];
        let known = solid + empty;
        if known == 0.0 {
            None
        } else if solid >= MAJORITY * known {
            Some(true)
        } else if empty >= MAJORITY * known {
            Some(false)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use cadseq_program::Plane;
    use glam::DVec3;

    use super::*;

    const SIDE: usize = 24;
    const LAYERS: usize = 8;

    /// A box of cells of side 1, each as `cell` says of its place.
    fn carved(cell: impl Fn([usize; 3]) -> Cell) -> Carved {
        let mut carved = Carved {
            plane: Plane::XY,
            low: DVec3::ZERO,
            cell: 1.0,
            counts: [SIDE, SIDE, LAYERS],
            cells: vec![Cell::Hidden; SIDE * SIDE * LAYERS],
        };
        for index in 0..carved.cells.len() {
            carved.cells[index] = cell(place(&carved, index));
        }
        carved
    }

    /// What shows nothing.
    fn blank() -> Relief {
        Relief {
            size: 0,
            shown: Vec::new(),
            normals: Vec::new(),
            axes: Vec::new(),
            depths: Vec::new(),
            points: Vec::new(),
            exits: Vec::new(),
        }
    }

    /// The front half of a wall of radius 8 about the middle.
    fn wall() -> Relief {
        let angles = (0..40).map(|step| f64::from(step) / 40.0 * std::f64::consts::PI);
        let normals: Vec<DVec3> = angles
            .map(|angle| DVec3::new(libm::cos(angle), -libm::sin(angle), 0.0))
            .collect();
        let middle = DVec3::new(12.0, 12.0, 4.0);
        Relief {
            size: 1,
            shown: vec![true; normals.len()],
            axes: vec![None; normals.len()],
            depths: vec![0.0; normals.len()],
            points: normals.iter().map(|normal| middle + normal * 8.0).collect(),
            exits: vec![[0.0; 2]; normals.len()],
            normals,
        }
    }

    #[test]
    fn what_is_hidden_of_a_mirrored_part_is_as_its_other_side() {
        // Two posts on a plate; the foot of the right one and what is beside it are hidden.
        let cell = |[x, y, height]: [usize; 3]| {
            let is_post = (2..6).contains(&x) || (18..22).contains(&x);
            let is_solid = (4..20).contains(&y) && (is_post || (2..22).contains(&x) && height < 2);
            match (x > 14 && y > 14, is_solid) {
                (true, _) => Cell::Hidden,
                (false, true) => Cell::Solid,
                (false, false) => Cell::Empty,
            }
        };
        let found = completed(&carved(cell), &blank()).expect("a mirror");
        let at = |x: usize, y: usize, height: usize| found.cells[(height * SIDE + y) * SIDE + x];
        assert_eq!(at(19, 17, 5), Cell::Solid);
        assert_eq!(at(16, 17, 5), Cell::Empty);
    }

    #[test]
    fn a_turned_part_goes_on_all_around() {
        let cell = |[x, y, _]: [usize; 3]| {
            let (dx, dy) = (x as f64 + 0.5 - 12.0, y as f64 + 0.5 - 12.0);
            let radius = libm::hypot(dx, dy);
            if dy > 0.0 && radius < 11.0 {
                Cell::Hidden
            } else if radius < 8.0 {
                Cell::Solid
            } else {
                Cell::Empty
            }
        };
        let found = completed(&carved(cell), &wall()).expect("an axis");
        let at = |x: usize, y: usize| found.cells[(4 * SIDE + y) * SIDE + x];
        assert_eq!(at(12, 17), Cell::Solid);
        assert_eq!(at(12, 21), Cell::Empty);
    }

    #[test]
    fn what_is_seen_to_differ_is_no_symmetry() {
        // A wedge: every layer is as wide as it is low, and nothing repeats.
        let cell = |[x, y, height]: [usize; 3]| {
            let is_solid = y > 3 && x + y + 3 * height < 24;
            if is_solid { Cell::Solid } else { Cell::Empty }
        };
        let found = completed(&carved(cell), &blank());
        assert!(found.is_none_or(|found| found.cells == carved(cell).cells));
    }
}
