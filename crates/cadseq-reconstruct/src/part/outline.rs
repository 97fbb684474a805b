//! A closed outline as few lines and arcs, or as a circle.
//!
//! Every stretch of the outline has a best line and a best circle in closed form, from sums over its points;
//! dynamic programming over the stretches finds the cut with the least total of misfit and price.

use glam::DVec2;

/// What the next line and arc cost, in squared deviations of a point.
const LINE_PRICE: f64 = 24.0;
const ARC_PRICE: f64 = 36.0;

/// Most points of an outline.
const MAX_POINTS: usize = 144;

/// Root mean square deviation below which a loop is a circle, in deviations of a point.
const CIRCLE_MISFIT: f64 = 1.5;

/// Fewest points of an arc.
const MIN_ARC: usize = 5;

/// Points of each curve of a loop, where points stand for it.
const CURVE_POINTS: usize = 24;

/// Largest sweep of an arc that is not a circle, in degrees.
const MAX_SWEEP_DEG: f64 = 300.0;

/// A closed line.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Loop {
    /// A full circle.
    Circle {
        /// Its centre.
        center: DVec2,
        /// Its radius.
        radius: f64,
    },
    /// Corners, and for each the bulge of the curve to the next: `tan(sweep / 4)`, positive counter-clockwise, 0 for
    /// a line.
    Chain {
        /// The corners.
        corners: Vec<DVec2>,
        /// The bulges.
        bulges: Vec<f64>,
    },
}

impl Loop {
    /// The rectangle along the axes between two corners.
    pub(super) fn rectangle(low: DVec2, high: DVec2) -> Self {
        Self::Chain {
            corners: vec![
                low,
                DVec2::new(high.x, low.y),
                high,
                DVec2::new(low.x, high.y),
            ],
            bulges: vec![0.0; 4],
        }
    }

    /// How many curves it has.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Circle { .. } => 1,
            Self::Chain { corners, .. } => corners.len(),
        }
    }

    /// How many of its straight lines run along neither axis.
    pub(super) fn slanted_lines(&self) -> usize {
        let Self::Chain { corners, bulges } = self else {
            return 0;
        };
        let is_slanted = |at: usize| {
            let (from, to) = (corners[at], corners[(at + 1) % corners.len()]);
            bulges[at] == 0.0 && from.x != to.x && from.y != to.y
        };
        (0..corners.len()).filter(|&at| is_slanted(at)).count()
    }

    /// Points along all curves.
    pub(super) fn points(&self) -> Vec<DVec2> {
        let share = |step: usize| step as f64 / CURVE_POINTS as f64;
        (0..self.len())
            .flat_map(|curve| (0..CURVE_POINTS).map(move |step| self.point(curve, share(step))))
            .collect()
    }

    /// The point a share `t` along a curve; a circle starts to the right of its centre.
    pub(super) fn point(&self, curve: usize, t: f64) -> DVec2 {
        match self {
            Self::Circle { center, radius } => {
                let angle = t * std::f64::consts::TAU;
                *center + DVec2::new(libm::cos(angle), libm::sin(angle)) * *radius
            }
            Self::Chain { corners, bulges } => {
                let (from, to) = (corners[curve], corners[(curve + 1) % corners.len()]);
                match arc(from, to, bulges[curve]) {
                    None => from.lerp(to, t),
                    Some((center, sweep)) => {
                        let angle = sweep * t;
                        let turn = DVec2::new(libm::cos(angle), libm::sin(angle));
                        center + turn.rotate(from - center)
                    }
                }
            }
        }
    }

    /// The share along a curve that is nearest to a point, and how near.
    pub(super) fn nearest(&self, curve: usize, point: DVec2) -> (f64, f64) {
        let turn = |from: DVec2, to: DVec2| libm::atan2(from.perp_dot(to), from.dot(to));
        match self {
            Self::Circle { center, radius } => {
                let offset = point - *center;
                let share = turn(DVec2::X, offset) / std::f64::consts::TAU;
                (share.rem_euclid(1.0), (offset.length() - radius).abs())
            }
            Self::Chain { corners, bulges } => {
                let (from, to) = (corners[curve], corners[(curve + 1) % corners.len()]);
                let t = match arc(from, to, bulges[curve]) {
                    None => {
                        let chord = to - from;
                        (point - from).dot(chord) / chord.length_squared().max(1e-12)
                    }
                    Some((center, sweep)) => {
                        let mut angle = turn(from - center, point - center);
                        // Of the two ways round, the one nearer to the arc's middle.
                        let middle = sweep / 2.0;
                        if angle - middle > std::f64::consts::PI {
                            angle -= std::f64::consts::TAU;
                        } else if middle - angle > std::f64::consts::PI {
                            angle += std::f64::consts::TAU;
                        }
                        angle / sweep
                    }
                };
                let t = t.clamp(0.0, 1.0);
                (t, self.point(curve, t).distance(point))
            }
        }
    }
}

/// Centre and signed sweep (radians) of an arc; `None` for a line.
pub(super) fn arc(from: DVec2, to: DVec2, bulge: f64) -> Option<(DVec2, f64)> {
    if bulge.abs() < 1e-6 {
        return None;
    }
    let chord = to - from;
    // Half the chord over the tangent of half the sweep, to the left of the chord.
    let rise = (1.0 - bulge * bulge) / (4.0 * bulge);
    Some((
        from.midpoint(to) + chord.perp() * rise,
        4.0 * libm::atan(bulge),
    ))
}

/// What a stretch of the outline is.
#[derive(Debug, Clone, Copy)]
enum Piece {
    Line { middle: DVec2, along: DVec2 },
    Arc { center: DVec2, radius: f64 },
}

/// Sums over points from the first on.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    count: f64,
    x: f64,
    y: f64,
    xx: f64,
    xy: f64,
    yy: f64,
    xz: f64,
    yz: f64,
    z: f64,
    zz: f64,
}

impl Sums {
    fn of(point: DVec2) -> Self {
        let DVec2 { x, y } = point;
        let z = x * x + y * y;
        Self {
            count: 1.0,
            x,
            y,
            xx: x * x,
            xy: x * y,
            yy: y * y,
            xz: x * z,
            yz: y * z,
            z,
            zz: z * z,
        }
    }

    fn plus(self, other: Self, sign: f64) -> Self {
        Self {
            count: self.count + sign * other.count,
            x: self.x + sign * other.x,
            y: self.y + sign * other.y,
            xx: self.xx + sign * other.xx,
            xy: self.xy + sign * other.xy,
            yy: self.yy + sign * other.yy,
            xz: self.xz + sign * other.xz,
            yz: self.yz + sign * other.yz,
            z: self.z + sign * other.z,
            zz: self.zz + sign * other.zz,
        }
    }

    /// The line nearest to the points, and the sum of their squared distances.
    fn line(&self) -> (f64, Piece) {
        let n = self.count;
        let middle = DVec2::new(self.x, self.y) / n;
        let (xx, xy, yy) = (
            self.xx - n * middle.x * middle.x,
            self.xy - n * middle.x * middle.y,
            self.yy - n * middle.y * middle.y,
        );
        let spread = ((xx - yy) * (xx - yy) / 4.0 + xy * xy).sqrt();
        let error = (xx.midpoint(yy) - spread).max(0.0);
        let along = DVec2::new(xy, (yy - xx) / 2.0 + spread);
        let along = if along.length() > 1e-12 {
            along.normalize()
        } else {
            DVec2::X
        };
        (error, Piece::Line { middle, along })
    }

    /// The circle nearest to the points (Kasa 1976: least squares of `|p|^2 - 2 c.p - k`), and about the sum of
    /// their squared distances.
    fn circle(&self) -> Option<(f64, DVec2, f64)> {
        let n = self.count;
        let (mx, my, mz) = (self.x / n, self.y / n, self.z / n);
        let (xx, xy, yy) = (
            self.xx - n * mx * mx,
            self.xy - n * mx * my,
            self.yy - n * my * my,
        );
        let (xz, yz) = (self.xz - n * mx * mz, self.yz - n * my * mz);
        let determinant = xx * yy - xy * xy;
        if determinant <= 1e-9 * (xx + yy) * (xx + yy) {
            return None;
        }
        let center = DVec2::new(xz * yy - yz * xy, yz * xx - xz * xy) / (2.0 * determinant);
        let constant = mz - 2.0 * center.dot(DVec2::new(mx, my));
        let square = constant + center.length_squared();
        if square <= 0.0 {
            return None;
        }
        let radius = square.sqrt();
        let zz = self.zz - n * mz * mz;
        let rest = zz - 2.0 * center.x * xz - 2.0 * center.y * yz;
        Some((rest.max(0.0) / (4.0 * square), center, radius))
    }
}

/// Cuts a closed outline whose points deviate by `sigma`.
pub(super) fn cut(points: &[DVec2], sigma: f64) -> Loop {
    let length: f64 = (0..points.len())
        .map(|at| points[at].distance(points[(at + 1) % points.len()]))
        .sum();
    let count = ((length / sigma) as usize).clamp(12, MAX_POINTS);
    let points = crate::contour::resampled(points, count);
    let middle = points.iter().sum::<DVec2>() / count as f64;
    // Points far apart are not independent evidence of a piece more than points close together.
    let weight = (length / sigma / count as f64).max(1.0);
    let centered: Vec<DVec2> = points
        .iter()
        .map(|&point| (point - middle) / sigma)
        .collect();
    let all = centered.iter().fold(Sums::default(), |sums, &point| {
        sums.plus(Sums::of(point), 1.0)
    });
    if let Some((error, center, radius)) = all.circle()
        && (error / all.count).sqrt() < CIRCLE_MISFIT
        && radius > 1.0
    {
        {
            let exact = Loop::Circle {
                center: middle + center * sigma,
                radius: radius * sigma,
            };
            // Small polygons look round: pieces must be much better to win.
            let chain = cut_open(&centered, weight);
            if chain.is_none_or(|(cost, _)| cost + ARC_PRICE > error * weight) {
                return exact;
            }
        }
    }
    match cut_open(&centered, weight) {
        Some((_, pieces)) => joined(&centered, &pieces, middle, sigma),
        None => Loop::Chain {
            corners: points,
            bulges: vec![0.0; count],
        },
    }
}

/// Stretches as (first point, piece).
type Pieces = Vec<(usize, Piece)>;

/// The best cut of a closed outline into at least two pieces.
fn cut_open(points: &[DVec2], weight: f64) -> Option<(f64, Pieces)> {
    // From any start first; then from a corner of that cut.
    let first = cut_from(points, 0, weight)?;
    let start = first.1.get(first.1.len() / 2)?.0;
    let second = cut_from(points, start, weight)?;
    let third = cut_from(points, second.1.get(second.1.len() / 2)?.0, weight)?;
    Some(if third.0 < second.0 { third } else { second })
}

fn cut_from(points: &[DVec2], start: usize, weight: f64) -> Option<(f64, Pieces)> {
    let count = points.len();
    let mut sums = vec![Sums::default()];
    for step in 0..=count {
        let last = sums[step];
        sums.push(last.plus(Sums::of(points[(start + step) % count]), 1.0));
    }
    let mut best: Vec<(f64, usize, Option<Piece>)> = vec![(f64::INFINITY, 0, None); count + 1];
    best[0].0 = 0.0;
    for to in 1..=count {
        for from in 0..to {
            if to - from >= count || best[from].0 >= best[to].0 {
                continue;
            }
            // The points strictly between the ends say most; ends are rounded corners.
            let (a, b) = if to - from > 4 {
                (from + 1, to)
            } else {
                (from, to + 1)
            };
            let stretch = sums[b].plus(sums[a], -1.0);
            let (error, line) = stretch.line();
            let mut offer = |cost: f64, piece: Piece| {
                if best[from].0 + cost < best[to].0 {
                    best[to] = (best[from].0 + cost, from, Some(piece));
                }
            };
            offer(error * weight + LINE_PRICE, line);
            let is_bent = to - from >= MIN_ARC && error * weight > ARC_PRICE - LINE_PRICE;
            if let Some((error, center, radius)) = stretch.circle().filter(|_| is_bent) {
                {
                    let length = (to - from) as f64 * (points[0].distance(points[1]));
                    if length / radius < MAX_SWEEP_DEG.to_radians() {
                        offer(error * weight + ARC_PRICE, Piece::Arc { center, radius });
                    }
                }
            }
        }
    }
    let mut pieces = Vec::new();
    let mut to = count;
    while to > 0 {
        let (_, from, piece) = best[to];
        pieces.push(((start + from) % count, piece?));
        to = from;
    }
    pieces.reverse();
    (pieces.len() >= 2).then_some((best[count].0, pieces))
}

/// Lets pieces meet in corners.
fn joined(points: &[DVec2], pieces: &Pieces, middle: DVec2, sigma: f64) -> Loop {
    let count = pieces.len();
    let mut corners = Vec::new();
    for at in 0..count {
        let before = pieces[(at + count - 1) % count].1;
        let (first, after) = pieces[at];
        corners.push(meeting(before, after, points[first]));
    }
    let bulges = (0..count)
        .map(|at| match pieces[at].1 {
            Piece::Line { .. } => 0.0,
            Piece::Arc { center, .. } => {
                let (from, to) = (corners[at], corners[(at + 1) % count]);
                let length = points.len();
                let next = pieces[(at + 1) % count].0;
                let inner = (next + length - pieces[at].0) % length;
                let through = points[(pieces[at].0 + inner / 2) % length];
                bulge(from, to, center, through)
            }
        })
        .collect();
    Loop::Chain {
        corners: corners
            .iter()
            .map(|&corner| middle + corner * sigma)
            .collect(),
        bulges,
    }
}

/// `tan(sweep / 4)` of the arc between two points through the side on which a third lies.
fn bulge(from: DVec2, to: DVec2, center: DVec2, through: DVec2) -> f64 {
    let chord = to - from;
    let length = chord.length().max(1e-9);
    let radius = from.distance(center).midpoint(to.distance(center));
    let side = chord.perp_dot(through - from).signum();
    // Height of the centre over the chord, to the side of the arc.
    let rise = chord.perp_dot(center - from) / length * side;
    let sagitta = radius + rise;
    // Counter-clockwise arcs lie to the right of their chord.
    -side * sagitta / (length / 2.0)
}

/// Where two pieces meet near a point.
fn meeting(before: Piece, after: Piece, near: DVec2) -> DVec2 {
    /// How far a meeting may lie from the outline's own corner, in deviations of a point.
    const FAR: f64 = 6.0;
    let candidates: Vec<DVec2> = match (before, after) {
        (
            Piece::Line {
                middle: p,
                along: u,
            },
            Piece::Line {
                middle: q,
                along: v,
            },
        ) => {
            let cross = u.perp_dot(v);
            if cross.abs() < 0.05 {
                Vec::new()
            } else {
                vec![p + u * ((q - p).perp_dot(v) / cross)]
            }
        }
        (Piece::Line { middle, along }, Piece::Arc { center, radius })
        | (Piece::Arc { center, radius }, Piece::Line { middle, along }) => {
            let foot = middle + along * along.dot(center - middle);
            let height = foot.distance(center);
            if height >= radius {
                vec![foot]
            } else {
                let half = (radius * radius - height * height).sqrt();
                vec![foot + along * half, foot - along * half]
            }
        }
        (
            Piece::Arc {
                center: a,
                radius: r,
            },
            Piece::Arc {
                center: b,
                radius: s,
            },
        ) => {
            let between = b - a;
            let distance = between.length();
            if distance < 1e-9 {
                Vec::new()
            } else {
                let along = (distance * distance + r * r - s * s) / (2.0 * distance);
                let half = (r * r - along * along).max(0.0).sqrt();
                let unit = between / distance;
                vec![
                    a + unit * along + unit.perp() * half,
                    a + unit * along - unit.perp() * half,
                ]
            }
        }
    };
    candidates
        .into_iter()
        .filter(|candidate| candidate.distance(near) < FAR)
        .min_by(|a, b| a.distance(near).total_cmp(&b.distance(near)))
        .unwrap_or(near)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn along(corners: &[DVec2], count: usize) -> Vec<DVec2> {
        let sides = (0..corners.len()).flat_map(|at| {
            let (from, to) = (corners[at], corners[(at + 1) % corners.len()]);
            (0..count).map(move |step| from.lerp(to, step as f64 / count as f64))
        });
        sides.collect()
    }

    #[test]
    fn an_l_has_six_corners() {
        let corners = [(0, 0), (40, 0), (40, 10), (10, 10), (10, 30), (0, 30)]
            .map(|(x, y)| DVec2::new(f64::from(x), f64::from(y)));
        let Loop::Chain {
            corners: found,
            bulges,
        } = cut(&along(&corners, 24), 0.6)
        else {
            panic!("a circle")
        };
        assert_eq!((found.len(), bulges), (6, vec![0.0; 6]));
        for corner in corners {
            assert!(
                found.iter().any(|other| other.distance(corner) < 0.5),
                "{corner}"
            );
        }
    }

    #[test]
    fn a_circle_is_one_and_a_slot_has_two_arcs() {
        let on_circle = |turn: f64| DVec2::from_angle(turn * std::f64::consts::TAU);
        let circle: Vec<DVec2> = (0..90)
            .map(|at| DVec2::new(3.0, 4.0) + on_circle(f64::from(at) / 90.0) * 9.0)
            .collect();
        let Loop::Circle { center, radius } = cut(&circle, 0.6) else {
            panic!("a chain")
        };
        assert!(center.distance(DVec2::new(3.0, 4.0)) < 0.02 && (radius - 9.0).abs() < 0.02);
        let mut slot: Vec<DVec2> = (0..30)
            .map(|at| DVec2::new(15.0, 0.0) + on_circle(f64::from(at) / 60.0 - 0.25) * 8.0)
            .collect();
        slot.extend((0..30).map(|at| DVec2::new(15.0 - f64::from(at), 8.0)));
        slot.extend(
            (0..30).map(|at| DVec2::new(-15.0, 0.0) + on_circle(f64::from(at) / 60.0 + 0.25) * 8.0),
        );
        slot.extend((0..30).map(|at| DVec2::new(f64::from(at) - 15.0, -8.0)));
        let Loop::Chain { bulges, .. } = cut(&slot, 0.6) else {
            panic!("a circle")
        };
        let arcs: Vec<f64> = bulges.into_iter().filter(|&bulge| bulge != 0.0).collect();
        assert_eq!(arcs.len(), 2, "{arcs:?}");
        assert!(
            arcs.iter().all(|&bulge| (bulge - 1.0).abs() < 0.15),
            "{arcs:?}"
        );
    }
}
