//! What stands around a part on screens and sheets: panels, captions, axes, dimensions.

use glam::Vec2;
use rand::Rng;

use super::marks::is_ink;
use super::tone::{Color, from_hue, mix};
use crate::ColorPicture;

/// What is drawn on a ground; places are shares of the picture's side.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Annotations {
    panels: Vec<Panel>,
    strokes: Vec<Stroke>,
    captions: Vec<Caption>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Panel {
    low: Vec2,
    high: Vec2,
    color: Color,
    opacity: f32,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Stroke {
    from: Vec2,
    to: Vec2,
    /// In shares of the picture's side.
    width: f32,
    color: Color,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Caption {
    low: Vec2,
    high: Vec2,
    /// Height of a line.
    line: f32,
    color: Color,
    seed: u32,
}

impl Annotations {
    /// A program's panels, axes, captions and rulers, each sometimes.
    pub(crate) fn of_screen(rng: &mut impl Rng) -> Self {
        let mut all = Self::default();
        if rng.random_bool(0.22) {
            all.add_panels(rng);
        }
        if rng.random_bool(0.25) {
            all.add_axes(rng);
        }
        if rng.random_bool(0.15) {
            all.add_caption(rng);
        }
        if rng.random_bool(0.08) {
            all.add_dimensions(rng);
        }
        all
    }

    /// A sheet's frame, dimensions and captions, each sometimes.
    pub(crate) fn of_sheet(rng: &mut impl Rng) -> Self {
        let mut all = Self::default();
        if rng.random_bool(0.25) {
            all.add_dimensions(rng);
        }
        if rng.random_bool(0.2) {
            all.add_caption(rng);
        }
        if rng.random_bool(0.08) {
            let edge = rng.random_range(0.01..0.08);
            let corners = [
                Vec2::splat(edge),
                Vec2::new(1.0 - edge, edge),
                Vec2::splat(1.0 - edge),
                Vec2::new(edge, 1.0 - edge),
            ];
            for index in 0..4 {
                all.strokes.push(Stroke {
                    from: corners[index],
                    to: corners[(index + 1) % 4],
                    width: 0.008,
                    color: [0.1; 3],
                });
            }
        }
        all
    }

    fn add_panels(&mut self, rng: &mut impl Rng) {
        let grey = if rng.random_bool(0.6) {
            rng.random_range(0.8..1.0_f32)
        } else {
            rng.random_range(0.1..0.4)
        };
        let ink = [if grey > 0.5 { 0.15 } else { 0.85 }; 3];
        for _ in 0..rng.random_range(1..4) {
            let thick = rng.random_range(0.04..0.22);
            let (low, high) = match rng.random_range(0..4) {
                0 => (Vec2::ZERO, Vec2::new(1.0, thick)),
                1 => (Vec2::new(0.0, 1.0 - thick * 0.6), Vec2::ONE),
                2 => (Vec2::ZERO, Vec2::new(thick, 1.0)),
                _ => (Vec2::new(1.0 - thick, 0.0), Vec2::ONE),
            };
            self.panels.push(Panel {
                low,
                high,
                color: [grey; 3],
                opacity: 1.0,
            });
            self.captions.push(Caption {
                low: low + 0.01,
                high: high - 0.01,
                line: rng.random_range(0.025..0.06),
                color: ink,
                seed: rng.random(),
            });
            // Buttons along the panel.
            let step = rng.random_range(0.06..0.14);
            let side = step * 0.6;
            for index in 0..rng.random_range(0..9) {
                let along = index as f32 * step + 0.02;
                let corner = if high.x - low.x > high.y - low.y {
                    low + Vec2::new(along, 0.01)
                } else {
                    low + Vec2::new(0.01, along)
                };
                self.panels.push(Panel {
                    low: corner,
                    high: (corner + side).min(high),
                    color: from_hue(rng.random(), rng.random_range(0.0..0.9), rng.random()),
                    opacity: 0.9,
                });
            }
        }
    }

    /// Three coloured axes in a corner.
    fn add_axes(&mut self, rng: &mut impl Rng) {
        let at = Vec2::new(
            if rng.random() { 0.1 } else { 0.88 },
            if rng.random_bool(0.8) { 0.88 } else { 0.12 },
        );
        let length = rng.random_range(0.05..0.1);
        let colors = [[0.85, 0.15, 0.1], [0.1, 0.7, 0.15], [0.1, 0.25, 0.9]];
        let turn = rng.random_range(-0.4..0.4_f32);
        let ways = [
            Vec2::new(-0.85, 0.5 + turn),
            Vec2::new(0.85, 0.5 - turn),
            Vec2::NEG_Y,
        ];
        let width = rng.random_range(0.006..0.016);
        for (color, way) in colors.into_iter().zip(ways) {
            self.strokes.push(Stroke {
                from: at,
                to: at + way * length,
                width,
                color,
            });
        }
    }

    fn add_caption(&mut self, rng: &mut impl Rng) {
        let low = Vec2::new(rng.random_range(0.0..0.6), rng.random_range(0.0..0.95));
        let size = Vec2::new(rng.random_range(0.1..0.5), rng.random_range(0.04..0.16));
        let grey = if rng.random_bool(0.8) { 0.1 } else { 0.9 };
        self.captions.push(Caption {
            low,
            high: low + size,
            line: rng.random_range(0.03..0.09),
            color: [grey; 3],
            seed: rng.random(),
        });
    }

    /// Dimension lines with ends and a number, somewhere.
    fn add_dimensions(&mut self, rng: &mut impl Rng) {
        let color = match rng.random_range(0..3) {
            0 => [0.1, 0.1, 0.6],
            1 => [0.6, 0.1, 0.1],
            _ => [0.15; 3],
        };
        for _ in 0..rng.random_range(1..5) {
            let from = Vec2::new(rng.random_range(0.0..1.0), rng.random_range(0.0..1.0));
            let way = match rng.random_range(0..4) {
                0 => Vec2::X,
                1 => Vec2::Y,
                2 => Vec2::new(0.87, 0.5),
                _ => Vec2::new(0.87, -0.5),
            };
            let to = from + way * rng.random_range(0.15..0.6);
            let across = way.perp() * 0.03;
            let width = rng.random_range(0.003..0.009);
            for (from, to) in [
                (from, to),
                (from - across, from + across),
                (to - across, to + across),
            ] {
                self.strokes.push(Stroke {
                    from,
                    to,
                    width,
                    color,
                });
            }
            let middle = from.midpoint(to);
            self.captions.push(Caption {
                low: middle - Vec2::new(0.0, 0.06),
                high: middle + Vec2::new(0.12, 0.0),
                line: 0.06,
                color,
                seed: rng.random(),
            });
        }
    }

    /// Draws everything over a picture.
    pub(crate) fn draw(&self, picture: &mut ColorPicture) {
        let side = picture.width() as f32;
        for panel in &self.panels {
            fill(picture, panel.low * side, panel.high * side, |_| {
                Some((panel.color, panel.opacity))
            });
        }
        for caption in &self.captions {
            fill(picture, caption.low * side, caption.high * side, |at| {
                let place = (at / side - caption.low) / caption.line;
                is_ink(place, caption.seed).then_some((caption.color, 0.85))
            });
        }
        for stroke in &self.strokes {
            let (from, to) = (stroke.from * side, stroke.to * side);
            let width = (stroke.width * side).max(0.7);
            let along = to - from;
            let margin = Vec2::splat(width + 1.0);
            fill(
                picture,
                from.min(to) - margin,
                from.max(to) + margin,
                |at| {
                    let t =
                        ((at - from).dot(along) / along.length_squared().max(1e-6)).clamp(0.0, 1.0);
                    let share = (0.5 * width + 0.5 - at.distance(from + along * t)).clamp(0.0, 1.0);
                    (share > 0.0).then_some((stroke.color, share * width.min(1.0)))
                },
            );
        }
    }
}

/// Mixes a colour into the pixels of a box; positions are in pixels.
fn fill(
    picture: &mut ColorPicture,
    low: Vec2,
    high: Vec2,
    color: impl Fn(Vec2) -> Option<(Color, f32)>,
) {
    let (width, height) = (picture.width(), picture.height());
    let clamped = |value: f32, limit: usize| value.clamp(0.0, limit as f32) as usize;
    for y in clamped(low.y, height)..clamped(high.y.ceil(), height) {
        for x in clamped(low.x, width)..clamped(high.x.ceil(), width) {
            let Some((over, opacity)) = color(Vec2::new(x as f32 + 0.5, y as f32 + 0.5)) else {
                continue;
            };
            let index = y * width + x;
            let mixed = mix(picture.at(x, y), over, opacity);
            for (plane, value) in picture.planes.iter_mut().zip(mixed) {
                plane.luma[index] = value;
            }
        }
    }
}
