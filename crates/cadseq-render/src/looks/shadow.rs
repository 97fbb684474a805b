//! Shadows: what bodies keep from the table and from themselves.

use glam::{DMat3, DVec2, DVec3, Vec2, Vec3};

use crate::scene::Scene;
use crate::surfaces::{Body, DepthBuffer, SamplePlane, fill_body};

/// Cells along each side of a shadow on the table.
const CELLS: usize = 112;
/// Cells along each side of the map of what the light sees.
const LIGHT_CELLS: usize = 160;
/// Shadows farther than this from the part, in radii, are cut off.
const FARTHEST: f32 = 5.0;

/// How much of a light is kept from each place of the table.
pub(crate) struct TableShadow {
    low: Vec2,
    cells_per_unit: f32,
    /// Shares in [0, 1], row by row.
    kept: Vec<f32>,
}

impl TableShadow {
    /// The shadow of bodies from a light of several points, each a direction to the light in the
    /// table's frame, blurred by `blur` cells.
    pub(crate) fn new<'a>(
        scene: &Scene,
        bodies: impl Iterator<Item = &'a Body>,
        lights: &[Vec3],
        blur: usize,
    ) -> Self {
        let bodies: Vec<(&Body, Vec<Vec3>)> = bodies
            .map(|body| {
                let points = body.points.iter();
                (
                    body,
                    points
                        .map(|point| scene.to_table(point.as_vec3()))
                        .collect(),
                )
            })
            .collect();
        let fall = |point: Vec3, light: Vec3| {
            point.truncate() - light.truncate() * (point.z.max(0.0) / light.z)
        };
        let (mut low, mut high) = (Vec2::INFINITY, Vec2::NEG_INFINITY);
        for &light in lights {
            for &point in bodies.iter().flat_map(|(_, points)| points) {
                let place = fall(point, light);
                (low, high) = (low.min(place), high.max(place));
            }
        }
        let low = low.clamp(Vec2::splat(-FARTHEST), Vec2::splat(FARTHEST));
        let high = high.clamp(Vec2::splat(-FARTHEST), Vec2::splat(FARTHEST));
        let margin = (blur + 2) as f32 * 2.0;
        let extent = (high - low).max_element().max(1e-3);
        let cells_per_unit = (CELLS as f32 - 2.0 * margin) / extent;
        let low = low - margin / cells_per_unit;
        let mut shadow = Self {
            low,
            cells_per_unit,
            kept: vec![0.0; CELLS * CELLS],
        };
        let weight = 1.0 / lights.len() as f32;
        let mut stamps = vec![0_u8; CELLS * CELLS];
        let mut placed = Vec::new();
        for (index, &light) in lights.iter().enumerate() {
            for (body, points) in &bodies {
                placed.clear();
                placed.extend(
                    points
                        .iter()
                        .map(|&p| (fall(p, light) - low) * cells_per_unit),
                );
                for triangle in &body.triangles {
                    let corners = triangle.map(|corner| placed[corner as usize]);
                    shadow.stamp(corners, weight, index as u8 + 1, &mut stamps);
                }
            }
        }
        if blur > 0 {
            blur_cells(&mut shadow.kept, blur);
            blur_cells(&mut shadow.kept, blur);
        }
        shadow
    }

    fn stamp(&mut self, [a, b, c]: [Vec2; 3], weight: f32, stamp: u8, stamps: &mut [u8]) {
        if (b - a).perp_dot(c - a) <= 0.0 {
            return;
        }
        let low = a.y.min(b.y).min(c.y).ceil().max(0.0) as usize;
        let high = (a.y.max(b.y).max(c.y).floor() + 1.0).clamp(0.0, CELLS as f32) as usize;
        for row in low..high {
            let y = row as f32;
            let (mut from, mut to) = (f32::INFINITY, f32::NEG_INFINITY);
            for (p, q) in [(a, b), (b, c), (c, a)] {
                if (p.y <= y) != (q.y <= y) {
                    let x = p.x + (q.x - p.x) * ((y - p.y) / (q.y - p.y));
                    (from, to) = (from.min(x), to.max(x));
                }
            }
            let first = from.ceil().max(0.0) as usize;
            let last = (to.floor() + 1.0).clamp(0.0, CELLS as f32) as usize;
            for column in first..last {
                let index = row * CELLS + column;
                if stamps[index] != stamp {
                    stamps[index] = stamp;
                    self.kept[index] += weight;
                }
            }
        }
    }

    /// The share of the light that does not reach a place of the table (in radii).
    pub(crate) fn at(&self, place: Vec2) -> f32 {
        let at = (place - self.low) * self.cells_per_unit;
        let limit = CELLS as f32 - 2.0;
        if at.x < 0.0 || at.y < 0.0 || at.x > limit || at.y > limit {
            return 0.0;
        }
        let (column, row) = (at.x as usize, at.y as usize);
        let (fx, fy) = (at.x - column as f32, at.y - row as f32);
        let index = row * CELLS + column;
        let top = self.kept[index] * (1.0 - fx) + self.kept[index + 1] * fx;
        let below = index + CELLS;
        let bottom = self.kept[below] * (1.0 - fx) + self.kept[below + 1] * fx;
        top * (1.0 - fy) + bottom * fy
    }
}

/// Mean over boxes of `2 reach + 1` cells, rows then columns; zero outside.
fn blur_cells(cells: &mut [f32], reach: usize) {
    let weight = 1.0 / (2 * reach + 1) as f32;
    let mut line = [0.0; CELLS];
    for (start, step) in (0..CELLS)
        .map(|row| (row * CELLS, 1))
        .chain((0..CELLS).map(|column| (column, CELLS)))
    {
        for (index, value) in line.iter_mut().enumerate() {
            *value = cells[start + index * step];
        }
        let mut sum: f32 = line[..reach].iter().sum();
        for index in 0..CELLS {
            if index + reach < CELLS {
                sum += line[index + reach];
            }
            if index > reach {
                sum -= line[index - reach - 1];
            }
            cells[start + index * step] = sum.max(0.0) * weight;
        }
    }
}

/// What the key light sees of the part and the things around it.
pub(crate) struct LightMap {
    axes: [Vec3; 3],
    plane: SamplePlane,
    seen: DepthBuffer,
    /// Allowed depth error, per unit of slope.
    bias: f32,
}

impl LightMap {
    /// `toward` is the unit direction to the light, in camera coordinates.
    pub(crate) fn new(scene: &Scene, toward: Vec3) -> Self {
        let away = -toward.as_dvec3();
        let right = away.any_orthonormal_vector();
        let down = away.cross(right);
        let light_from_camera = DMat3::from_cols(right, down, away).transpose();
        let middle = light_from_camera * scene.middle.as_dvec3();
        let reach = f64::from(scene.radius) * 1.05;
        let step = 2.0 * reach / LIGHT_CELLS as f64;
        let plane = SamplePlane::parallel(DVec2::new(middle.x - reach, middle.y - reach), step);
        let mut seen = DepthBuffer::new(LIGHT_CELLS, LIGHT_CELLS);
        let bodies = std::iter::once(&scene.part).chain(&scene.others);
        for body in bodies {
            let turned = body.moved(light_from_camera, 1.0, DVec3::ZERO);
            fill_body(&mut seen, &plane, &turned, 0);
        }
        Self {
            axes: [right, down, away].map(|axis| axis.as_vec3()),
            plane,
            seen,
            bias: step as f32,
        }
    }

    /// The share of the light that reaches a point of the part (camera coordinates); `facing` is
    /// the cosine between its normal and the light.
    pub(crate) fn reaches(&self, point: Vec3, facing: f32) -> f32 {
        let [x, y, z] = self.axes.map(|axis| axis.dot(point));
        let at = (Vec2::new(x, y) - self.plane.origin) / self.plane.step;
        let limit = LIGHT_CELLS as f32 - 2.0;
        if at.x < 0.0 || at.y < 0.0 || at.x > limit || at.y > limit {
            return 1.0;
        }
        let slope = (1.0 - facing * facing).max(0.0).sqrt() / facing.max(0.08);
        let closeness = -z + self.bias * (1.0 + 1.6 * slope);
        let (column, row) = (at.x as usize, at.y as usize);
        let index = row * LIGHT_CELLS + column;
        let lit = |index: usize| f32::from(u8::from(self.seen.closeness[index] <= closeness));
        let (fx, fy) = (at.x - column as f32, at.y - row as f32);
        let top = lit(index) * (1.0 - fx) + lit(index + 1) * fx;
        let below = index + LIGHT_CELLS;
        let bottom = lit(below) * (1.0 - fx) + lit(below + 1) * fx;
        top * (1.0 - fy) + bottom * fy
    }
}
