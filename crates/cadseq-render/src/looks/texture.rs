//! What flat grounds are made of: tables, walls, cloths, papers.

use glam::Vec2;
use rand::Rng;

use super::marks::is_ink;
use super::noise::{fractal, noise, split, unit};
use super::tone::{Color, decode, log_uniform, mix, random_color, random_ground_color};

/// The kind of pattern a ground has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pattern {
    Plain,
    Mottled,
    Wood,
    Planks,
    Weave,
    Lined,
    Squared,
    Printed,
    Mat,
    Tiles,
    Bricks,
    Marble,
    Speckle,
    Carpet,
    Brushed,
    Checker,
    Collage,
}

impl Pattern {
    const ALL: [Self; 17] = [
        Self::Plain,
        Self::Mottled,
        Self::Wood,
        Self::Planks,
        Self::Weave,
        Self::Lined,
        Self::Squared,
        Self::Printed,
        Self::Mat,
        Self::Tiles,
        Self::Bricks,
        Self::Marble,
        Self::Speckle,
        Self::Carpet,
        Self::Brushed,
        Self::Checker,
        Self::Collage,
    ];
}

/// A flat texture in linear light; its plane is measured in radii of the part.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Texture {
    pattern: Pattern,
    colors: [Color; 3],
    /// Repetitions per radius of the part.
    frequency: f32,
    /// Cosine and sine of the pattern's turn.
    turn: [f32; 2],
    offset: Vec2,
    /// How much of the pattern's contrast is there.
    contrast: f32,
    /// Slow change of brightness over the ground.
    gradient: Vec2,
    /// Fine grain over everything.
    grain: f32,
    seed: u32,
}

impl Texture {
    /// Any texture in any colours.
    pub(crate) fn random(rng: &mut impl Rng) -> Self {
        let pattern = if rng.random_bool(0.22) {
            Pattern::Plain
        } else {
            Pattern::ALL[rng.random_range(0..Pattern::ALL.len())]
        };
        Self::of(pattern, rng)
    }

    /// A texture of one kind.
    pub(crate) fn of(pattern: Pattern, rng: &mut impl Rng) -> Self {
        let angle = rng.random_range(0.0..std::f32::consts::TAU);
        let frequency = match pattern {
            Pattern::Weave | Pattern::Carpet => log_uniform(5.0, 30.0, rng),
            Pattern::Lined | Pattern::Squared | Pattern::Printed => log_uniform(1.5, 9.0, rng),
            Pattern::Speckle => log_uniform(4.0, 25.0, rng),
            Pattern::Wood | Pattern::Marble | Pattern::Brushed => log_uniform(0.4, 3.0, rng),
            _ => log_uniform(0.35, 3.5, rng),
        };
        let strong = matches!(
            pattern,
            Pattern::Mat | Pattern::Printed | Pattern::Collage | Pattern::Bricks
        );
        Self {
            pattern,
            colors: random_colors(pattern, rng),
            frequency,
            turn: [libm::cosf(angle), libm::sinf(angle)],
            offset: Vec2::new(rng.random_range(0.0..50.0), rng.random_range(0.0..50.0)),
            contrast: if strong || rng.random_bool(0.3) {
                1.0
            } else {
                rng.random_range(0.1..1.0)
            },
            gradient: Vec2::new(rng.random_range(-1.0..1.0), rng.random_range(-1.0..1.0))
                * rng.random_range(0.0..0.12),
            grain: if rng.random() {
                0.0
            } else {
                rng.random_range(0.0..0.12)
            },
            seed: rng.random(),
        }
    }

    /// The mean colour, for the light that it throws back.
    pub(crate) fn mean(&self) -> Color {
        self.colors[0]
    }

    /// The colour at a place, of which a sample sees `footprint` (both in radii): what is finer
    /// fades away.
    pub(crate) fn at(&self, place: Vec2, footprint: f32) -> Color {
        let [cosine, sine] = self.turn;
        let turned = Vec2::new(
            place.x * cosine - place.y * sine,
            place.x * sine + place.y * cosine,
        );
        let at = turned * self.frequency + self.offset;
        let sharp = (1.3 - 1.6 * footprint * self.frequency).clamp(0.0, 1.0);
        let color = mix(self.colors[0], self.pattern_at(at), self.contrast * sharp);
        let mut brightness = (1.0 + self.gradient.dot(place)).clamp(0.4, 1.6);
        if self.grain > 0.0 {
            let (x, y) = (split(at.x * 23.0).0, split(at.y * 23.0).0);
            brightness *= 1.0 + self.grain * sharp * (unit(x, y, self.seed) - 0.5);
        }
        color.map(|value| value * brightness)
    }

    fn pattern_at(&self, at: Vec2) -> Color {
        let [base, second, third] = self.colors;
        let seed = self.seed;
        match self.pattern {
            Pattern::Plain => base,
            Pattern::Mottled => mix(base, second, contrasted(fractal(at, 3, seed), 1.6)),
            Pattern::Wood => self.wood(at, 0),
            Pattern::Planks => self.planks(at),
            Pattern::Weave => self.weave(at),
            Pattern::Lined => {
                let ruled = split(at.y).1 < 0.08;
                if split(at.x * 0.07).1 < 0.006 {
                    third
                } else if ruled {
                    second
                } else {
                    base
                }
            }
            Pattern::Squared => {
                let ruled = split(at.x).1 < 0.08 || split(at.y).1 < 0.08;
                if ruled { second } else { base }
            }
            Pattern::Printed => {
                if is_ink(at * 1.5, seed) {
                    second
                } else {
                    base
                }
            }
            Pattern::Mat => self.mat(at),
            Pattern::Tiles => self.tiles(at, 0.0),
            Pattern::Bricks => {
                let (row, _) = split(at.y);
                self.tiles(Vec2::new(at.x * 0.5 + 0.5 * (row & 1) as f32, at.y), 0.35)
            }
            Pattern::Marble => {
                let bend = fractal(at, 4, seed);
                let vein = 1.0 - (2.0 * split(at.x * 0.7 + bend * 3.0).1 - 1.0).abs();
                mix(
                    mix(base, third, 0.4 * bend),
                    second,
                    vein * vein * vein * vein,
                )
            }
            Pattern::Speckle => self.speckle(at),
            Pattern::Carpet => {
                let curl = noise(at, seed) * noise(at * 2.7, seed ^ 5);
                mix(second, base, contrasted(curl * 1.6, 1.2))
            }
            Pattern::Brushed => {
                let scratch = noise(Vec2::new(at.x * 1.5, at.y * 40.0), seed);
                mix(base, second, 0.6 * scratch)
            }
            Pattern::Checker => {
                let odd = (split(at.x).0 ^ split(at.y).0) & 1 == 1;
                if odd { second } else { base }
            }
            Pattern::Collage => self.collage(at),
        }
    }

    fn wood(&self, at: Vec2, plank: u32) -> Color {
        let seed = self.seed.wrapping_add(plank);
        let wave = noise(Vec2::new(at.x * 0.6, at.y * 2.0), seed);
        let ring = split(at.y * 3.0 + 2.5 * wave).1;
        let ring = ring * ring;
        let fibre = noise(Vec2::new(at.x * 3.0, at.y * 45.0), seed ^ 9);
        let color = mix(self.colors[0], self.colors[1], 0.75 * ring + 0.25 * fibre);
        color.map(|value| value * (0.9 + 0.2 * unit(plank as i32, 1, self.seed)))
    }

    fn planks(&self, at: Vec2) -> Color {
        let (row, across) = split(at.y);
        let shift = unit(row, 3, self.seed) * 4.0;
        let (column, along) = split(at.x * 0.25 + shift);
        if across < 0.025 || along < 0.008 {
            return self.colors[2];
        }
        self.wood(at, (row * 31 + column) as u32 & 0xFFFF)
    }

    fn weave(&self, at: Vec2) -> Color {
        let ((x, fx), (y, fy)) = (split(at.x), split(at.y));
        let over = (x ^ y) & 1 == 0;
        let across = if over { fx } else { fy } - 0.5;
        let round = 1.0 - 3.2 * across * across;
        let thread = if over { self.colors[0] } else { self.colors[1] };
        let worn = 0.85 + 0.3 * unit(if over { y } else { x }, 7, self.seed);
        thread.map(|value| value * round * worn)
    }

    fn mat(&self, at: Vec2) -> Color {
        let ((x, fx), (y, fy)) = (split(at.x), split(at.y));
        let bold = |whole: i32, rest: f32| rest < if whole % 5 == 0 { 0.06 } else { 0.025 };
        if bold(x, fx) || bold(y, fy) {
            return self.colors[1];
        }
        let ticks = fy < 0.12 && split(fx * 5.0).1 < 0.08;
        if ticks || is_ink(at * 9.0, self.seed) && fx < 0.25 && fy > 0.06 && fy < 0.2 {
            self.colors[1]
        } else {
            self.colors[0]
        }
    }

    fn tiles(&self, at: Vec2, rough: f32) -> Color {
        let ((x, fx), (y, fy)) = (split(at.x), split(at.y));
        if fx < 0.05 || fy < 0.06 {
            return self.colors[2];
        }
        let own = unit(x, y, self.seed);
        let worn = 1.0 + rough * (fractal(at * 4.0, 2, self.seed) - 0.5);
        mix(self.colors[0], self.colors[1], own).map(|value| value * worn)
    }

    fn speckle(&self, at: Vec2) -> Color {
        let ((x, fx), (y, fy)) = (split(at.x), split(at.y));
        let chance = unit(x, y, self.seed);
        let middle = Vec2::new(
            0.3 + 0.4 * unit(x, y, self.seed ^ 1),
            0.3 + 0.4 * unit(x, y, self.seed ^ 2),
        );
        let radius = 0.45 * unit(x, y, self.seed ^ 3);
        if chance > 0.6 || middle.distance_squared(Vec2::new(fx, fy)) > radius * radius {
            self.colors[0]
        } else if chance < 0.3 {
            self.colors[1]
        } else {
            self.colors[2]
        }
    }

    /// Flat things that overlap: discs, bars and sheets of many colours, some printed.
    fn collage(&self, at: Vec2) -> Color {
        let ((x, fx), (y, fy)) = (split(at.x * 0.7), split(at.y * 0.7));
        let mut color = self.colors[0];
        for (i, j) in [(0, 0), (-1, 0), (0, -1), (-1, -1)] {
            let (cell_x, cell_y) = (x + i, y + j);
            let random = |key: u32| unit(cell_x, cell_y, self.seed ^ key);
            let from = Vec2::new(fx - i as f32, fy - j as f32)
                - Vec2::new(0.5 + random(1), 0.5 + random(2));
            let (sine, cosine) = (random(3) * 2.0 - 1.0, random(4) + 0.2);
            let length = (sine * sine + cosine * cosine).sqrt();
            let turned = Vec2::new(
                from.x * cosine - from.y * sine,
                from.x * sine + from.y * cosine,
            ) / length;
            let size = Vec2::new(0.1 + 0.5 * random(5), 0.05 + 0.5 * random(6));
            let inside = if random(7) < 0.35 {
                turned.length_squared() < size.x * size.x
            } else {
                turned.abs().cmplt(size).all()
            };
            if !inside {
                continue;
            }
            color = [random(8), random(9), random(10)].map(|value| value * value);
            if random(11) < 0.4 && is_ink(turned * 14.0, self.seed) {
                color = color.map(|value| (value - 0.5).abs() * 0.3);
            }
        }
        color
    }
}

fn contrasted(value: f32, factor: f32) -> f32 {
    ((value - 0.5) * factor + 0.5).clamp(0.0, 1.0)
}

/// Colours that suit a pattern most of the time, else any.
fn random_colors(pattern: Pattern, rng: &mut impl Rng) -> [Color; 3] {
    let typical = match pattern {
        Pattern::Wood | Pattern::Planks => {
            let woods = [
                ([0.80, 0.62, 0.42], [0.62, 0.43, 0.26], [0.25, 0.16, 0.10]),
                ([0.50, 0.31, 0.19], [0.33, 0.19, 0.11], [0.12, 0.08, 0.05]),
                ([0.90, 0.80, 0.64], [0.80, 0.66, 0.47], [0.45, 0.35, 0.25]),
                ([0.62, 0.58, 0.52], [0.45, 0.41, 0.36], [0.2, 0.18, 0.16]),
                ([0.60, 0.30, 0.22], [0.45, 0.20, 0.14], [0.2, 0.1, 0.08]),
            ];
            Some(woods)
        }
        Pattern::Lined | Pattern::Squared | Pattern::Printed => Some([
            ([0.97, 0.97, 0.95], [0.55, 0.65, 0.80], [0.85, 0.4, 0.4]),
            ([0.95, 0.93, 0.86], [0.15, 0.15, 0.17], [0.7, 0.2, 0.2]),
            ([0.98, 0.98, 0.98], [0.30, 0.30, 0.32], [0.2, 0.3, 0.6]),
            ([0.93, 0.90, 0.70], [0.45, 0.50, 0.62], [0.8, 0.35, 0.35]),
            ([0.86, 0.93, 0.86], [0.35, 0.60, 0.45], [0.3, 0.3, 0.3]),
        ]),
        Pattern::Mat => Some([
            ([0.12, 0.33, 0.26], [0.85, 0.85, 0.70], [0.1, 0.1, 0.1]),
            ([0.15, 0.25, 0.45], [0.90, 0.90, 0.92], [0.1, 0.1, 0.1]),
            ([0.14, 0.14, 0.15], [0.75, 0.75, 0.75], [0.1, 0.1, 0.1]),
            ([0.55, 0.56, 0.58], [0.95, 0.95, 0.95], [0.1, 0.1, 0.1]),
            ([0.75, 0.35, 0.45], [0.97, 0.90, 0.90], [0.1, 0.1, 0.1]),
        ]),
        _ => None,
    };
    if let Some(typical) = typical {
        let (base, second, third) = typical[rng.random_range(0..typical.len())];
        let mut jittered = |color: Color| {
            color.map(|value| decode((value + rng.random_range(-0.08..0.08_f32)).clamp(0.02, 1.0)))
        };
        let colors = [base, second, third].map(&mut jittered);
        if rng.random_bool(0.8) {
            return colors;
        }
    }
    let base = random_ground_color(rng).map(decode);
    // A second colour near the first as often as a foreign one.
    let second = match rng.random::<f32>() {
        chance if chance < 0.5 => {
            let factor = rng.random_range(0.45..1.6);
            base.map(|value| (value * factor).min(1.0))
        }
        _ => random_color(rng).map(decode),
    };
    [base, second, random_color(rng).map(decode)]
}
