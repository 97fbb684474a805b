//! The light that comes from behind the part: table, wall, sheet.

use glam::{Vec2, Vec3};

use super::{Backdrop, PhotoLook};
use crate::SurfaceBuffer;
use crate::looks::shadow::TableShadow;
use crate::looks::tone::{Color, mix, product, scaled};
use crate::scene::Scene;

/// Directions to the points of a spread light, in units of its spread.
const DISC: [(f32, f32); 7] = [
    (0.0, 0.0),
    (0.9, 0.1),
    (-0.55, 0.72),
    (-0.35, -0.84),
    (0.42, 0.55),
    (-0.5, -0.1),
    (0.3, -0.5),
];

/// The table with the shadows on it.
pub(super) struct Ground<'a> {
    look: &'a PhotoLook,
    scene: &'a Scene,
    key_shadow: Option<TableShadow>,
    other_shadow: Option<TableShadow>,
    contact: Option<TableShadow>,
    wall: Option<Wall>,
    /// Light on the table: from the key light, and from everywhere else.
    key: Color,
    around: Color,
}

struct Wall {
    point: Vec3,
    normal: Vec3,
    along: Vec3,
}

impl<'a> Ground<'a> {
    pub(super) fn new(look: &'a PhotoLook, scene: &'a Scene) -> Self {
        let on_table = !matches!(look.backdrop, Backdrop::Screen { .. });
        let lights = spread(look.key.toward, look.key.spread);
        let shadow_of = |body| TableShadow::new(scene, body, &lights, look.shadow_blur);
        let up = look.key.toward.z.max(0.0);
        let fill = scaled(look.fill.color, look.fill.toward.z.max(0.0));
        let key_shadow = on_table.then(|| shadow_of(std::slice::from_ref(&scene.part).iter()));
        let with_others = on_table && !scene.others.is_empty();
        Self {
            look,
            scene,
            key_shadow,
            other_shadow: with_others.then(|| shadow_of(scene.others.iter())),
            contact: (on_table && look.contact > 0.0).then(|| {
                let bodies = std::slice::from_ref(&scene.part).iter();
                TableShadow::new(scene, bodies, &spread(Vec3::Z, 0.6), 5)
            }),
            wall: Wall::new(look, scene),
            key: scaled(look.key.color, up),
            around: std::array::from_fn(|c| look.sky[c] + fill[c]),
        }
    }

    /// The light from a sample's ray that meets nothing else.
    pub(super) fn light(&self, buffer: &SurfaceBuffer, column: usize, row: usize) -> Color {
        let place = Vec2::new(column as f32, row as f32);
        let size = Vec2::new(buffer.width as f32, buffer.height as f32);
        let in_picture = place / size - 0.5;
        match &self.look.backdrop {
            Backdrop::Screen { behind, .. } => {
                let lit: Color = std::array::from_fn(|c| self.key[c] * 0.7 + self.around[c]);
                product(behind.at(in_picture * 4.0, 4.0 / size.x), lit)
            }
            Backdrop::Sheet { ground, gradient } => {
                let on_table = self.scene.on_table(&buffer.plane, place.x, place.y);
                let lit = on_table.map_or_else(|| self.lit(0.0, 0.0), |(at, _)| self.shaded(at));
                let color = ground.at(in_picture * 3.0, 3.0 / size.x);
                scaled(product(color, lit), 1.0 + gradient * in_picture.y)
            }
            Backdrop::Table { ground, wall, .. } => {
                let (_, ray) = buffer.plane.ray(place.x, place.y);
                let on_table = self.scene.on_table(&buffer.plane, place.x, place.y);
                let table_depth = on_table.map_or(f32::INFINITY, |(_, depth)| depth);
                if let (Some(plane), Some((_, _, texture))) = (&self.wall, wall) {
                    let depth = plane.depth(ray);
                    if depth > 0.0 && depth < table_depth {
                        return self.on_wall(plane, texture, ray * depth, buffer);
                    }
                }
                let near = on_table.filter(|(at, _)| at.length_squared() < 1e5);
                let Some((at, depth)) = near else {
                    return self.room(in_picture);
                };
                let slant = -ray.dot(self.scene.axes[2]) / ray.length();
                let footprint = buffer.plane.sample_size(depth) / self.scene.radius;
                product(ground.at(at, footprint / slant.max(0.02)), self.shaded(at))
            }
        }
    }

    /// Light on a place of the table.
    fn shaded(&self, at: Vec2) -> Color {
        let part = self.key_shadow.as_ref().map_or(0.0, |shadow| shadow.at(at));
        let other = self
            .other_shadow
            .as_ref()
            .map_or(0.0, |shadow| shadow.at(at));
        let contact = self.contact.as_ref().map_or(0.0, |shadow| shadow.at(at));
        self.lit(part.max(other), contact * self.look.contact)
    }

    fn lit(&self, key_lost: f32, around_lost: f32) -> Color {
        std::array::from_fn(|c| {
            self.key[c] * (1.0 - key_lost) + self.around[c] * (1.0 - around_lost)
        })
    }

    fn on_wall(
        &self,
        wall: &Wall,
        texture: &crate::looks::texture::Texture,
        point: Vec3,
        buffer: &SurfaceBuffer,
    ) -> Color {
        let from = (point - wall.point) / self.scene.radius;
        let at = Vec2::new(from.dot(wall.along), from.dot(self.scene.axes[2]));
        let footprint = buffer.plane.sample_size(point.z) / self.scene.radius;
        let key = self
            .scene
            .direction(self.look.key.toward)
            .dot(wall.normal)
            .max(0.0);
        let lit: Color =
            std::array::from_fn(|c| self.look.key.color[c] * key + 0.8 * self.around[c]);
        // The corner to the table is a little darker.
        let corner = (at.y * 1.5 + 0.55).clamp(0.55, 1.0);
        scaled(product(texture.at(at, footprint), lit), corner)
    }

    /// A room out of focus above the table's end.
    fn room(&self, at: Vec2) -> Color {
        let soft = crate::looks::noise::fractal(at * 3.0, 2, self.look.lens.seed);
        let tint = mix(self.around, self.key, soft);
        scaled(tint, 0.2 + 0.9 * soft)
    }

    /// How much of the sky a low point of the part loses to the table.
    pub(super) fn near_table(&self, point: Vec3) -> f32 {
        if matches!(self.look.backdrop, Backdrop::Screen { .. }) {
            return 0.0;
        }
        let height = self.scene.to_table(point).z.max(0.0) * 4.0;
        0.5 * self.look.contact / (1.0 + height * height)
    }
}

impl Wall {
    fn new(look: &PhotoLook, scene: &Scene) -> Option<Self> {
        let Backdrop::Table {
            wall: Some((distance, turn, _)),
            ..
        } = look.backdrop
        else {
            return None;
        };
        let up = scene.axes[2];
        let away = scene.middle.normalize_or(Vec3::Z);
        let level = (away - up * away.dot(up)).normalize_or(scene.axes[0]);
        let side = up.cross(level);
        let normal = -(level + side * turn).normalize();
        Some(Self {
            point: scene.rest - normal * (distance * scene.radius),
            normal,
            along: up.cross(normal),
        })
    }

    /// Depth at which a ray from the camera meets the wall; negative if it does not.
    fn depth(&self, ray: Vec3) -> f32 {
        let toward = ray.dot(self.normal);
        if toward > -1e-6 {
            -1.0
        } else {
            self.point.dot(self.normal) / toward
        }
    }
}

/// Directions over a disc around a direction in the table's frame; none near the horizon.
fn spread(toward: Vec3, spread: f32) -> Vec<Vec3> {
    if spread == 0.0 {
        return vec![toward];
    }
    let side = toward.any_orthonormal_vector();
    let across = toward.cross(side);
    DISC.iter()
        .map(|&(x, y)| {
            let mut light = toward + (side * x + across * y) * spread;
            light.z = light.z.max(0.2 * light.length());
            light.normalize()
        })
        .collect()
}
