//! Maps as colours that can lie over the picture: what each shows, and what its colours mean.

use cadseq_model::{EdgeClass, Maps};
use glam::Vec3;

/// A map as a person sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layer {
    /// Where the part is.
    Mask,
    /// How its surface is turned: right is red, up is green, towards the camera is blue.
    Normals,
    /// How deep it lies: near is light.
    Depth,
    /// Its edges, a colour a class.
    Edges,
}

/// Red, green and blue from 0 to 1, and the opacity.
pub(super) type Tint = (Vec3, f32);

const MASK_COLOR: [f32; 3] = [0.95, 0.1, 0.1];

impl Layer {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Mask, Self::Normals, Self::Depth, Self::Edges];

    /// Its name in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mask => "mask",
            Self::Normals => "normals",
            Self::Depth => "depth",
            Self::Edges => "edges",
        }
    }

    /// Its pixels, row by row: red, green, blue, opacity. What shows nothing is transparent.
    pub fn rgba8(self, maps: &Maps) -> Vec<u8> {
        let pixel = |at: usize| {
            let (color, opacity) = self.tint(maps, at);
            [color.x, color.y, color.z, opacity].map(byte)
        };
        (0..maps.mask.len()).flat_map(pixel).collect()
    }

    /// What its colours mean, where each has a meaning of its own: names of classes, red, green and blue.
    pub fn legend(self) -> Vec<(&'static str, [u8; 3])> {
        match self {
            Self::Edges => EdgeClass::ALL
                .map(|class| (class.name(), edge_color(class).map(byte)))
                .into(),
            Self::Mask | Self::Normals | Self::Depth => Vec::new(),
        }
    }

    /// What one pixel of it looks like.
    pub(super) fn tint(self, maps: &Maps, pixel: usize) -> Tint {
        match self {
            Self::Mask => (MASK_COLOR.into(), maps.mask[pixel]),
            Self::Normals => {
                let [x, y, z] = maps.normals[pixel];
                (Vec3::new(x, -y, -z) * 0.5 + 0.5, maps.mask[pixel])
            }
            Self::Depth => (
                Vec3::splat(0.5 - 0.3 * maps.depths[pixel]),
                maps.mask[pixel],
            ),
            Self::Edges => edge_tint(maps, pixel),
        }
    }
}

fn byte(value: f32) -> u8 {
    (value.clamp(0.0, 1.0) * 255.0).round() as u8
}

/// The colour in which the layer of edges shows a class.
const fn edge_color(class: EdgeClass) -> [f32; 3] {
    match class {
        EdgeClass::Outline => [0.10, 0.10, 0.10],
        EdgeClass::StepNear => [0.85, 0.10, 0.10],
        EdgeClass::StepFar => [1.00, 0.65, 0.60],
        EdgeClass::Convex => [0.10, 0.35, 0.90],
        EdgeClass::Concave => [0.95, 0.60, 0.05],
        EdgeClass::Rim => [0.10, 0.65, 0.25],
    }
}

fn edge_tint(maps: &Maps, pixel: usize) -> Tint {
    let score = |class: EdgeClass| maps.edges[class.index()][pixel];
    let strongest = EdgeClass::ALL
        .into_iter()
        .max_by(|&a, &b| score(a).total_cmp(&score(b)))
        .expect("there are classes");
    (edge_color(strongest).into(), score(strongest))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Maps of 2 x 2 pixels, the first of which shows a face towards the camera with a rim through it.
    fn maps() -> Maps {
        let mut maps = Maps::blank(2);
        maps.mask[0] = 1.0;
        maps.normals[0] = [0.0, 0.0, -1.0];
        maps.edges[EdgeClass::Rim.index()][0] = 1.0;
        maps
    }

    #[test]
    fn what_shows_nothing_is_transparent() {
        for layer in Layer::ALL {
            let pixels = layer.rgba8(&maps());
            let opacities: Vec<u8> = pixels.iter().skip(3).step_by(4).copied().collect();
            assert_eq!(opacities, [255, 0, 0, 0], "{}", layer.name());
        }
    }

    #[test]
    fn colours_say_what_is_seen() {
        let first = |layer: Layer| layer.rgba8(&maps())[..3].to_vec();
        assert_eq!(first(Layer::Normals), [128, 128, 255]);
        assert_eq!(first(Layer::Depth), [128, 128, 128]);
        let legend = Layer::Edges.legend();
        let rim = legend.iter().find(|(name, _)| *name == "rim");
        assert_eq!(first(Layer::Edges), rim.expect("a class of edges").1);
    }
}
