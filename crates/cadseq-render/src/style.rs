//! Styles: how visible faces become grey values.

use cadseq_solid::Mesh;
use glam::DVec3;

use crate::{NO_FACE, Picture, SampleBuffer, View, rasterize};

/// The styles a person can ask for by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StyleName {
    /// Plain grey material on white, one key light: the paper's pictures.
    Paper,
    /// Black lines on white.
    Line,
    /// Shaded faces with dark edges.
    ShadedEdges,
}

impl StyleName {
    /// All named styles.
    pub const ALL: [Self; 3] = [Self::Paper, Self::Line, Self::ShadedEdges];

    /// The name on a command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Line => "line",
            Self::ShadedEdges => "shaded-edges",
        }
    }

    /// The values behind the name.
    pub fn style(self) -> Style {
        let paper = Style::paper();
        let edges = Some(EdgeLines {
            width_px: 1.6,
            luma: 0.1,
        });
        match self {
            Self::Paper => paper,
            Self::Line => Style {
                ambient: 1.0,
                key: 0.0,
                albedo: 1.0,
                edges,
                ..paper
            },
            Self::ShadedEdges => Style {
                ambient: 0.55,
                edges,
                ..paper
            },
        }
    }
}

/// Lines drawn where two faces meet and around the solid.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EdgeLines {
    /// Line width in pixels.
    pub width_px: f32,
    /// Grey value of the lines, sRGB in [0, 1].
    pub luma: f32,
}

/// Everything that turns a mesh and a view into grey values.
#[derive(Debug, Clone, PartialEq)]
pub struct Style {
    /// Unit direction from the solid to the key light, in the world.
    pub light: DVec3,
    /// Linear light that reaches every face.
    pub ambient: f32,
    /// Linear light of the key light at normal incidence.
    pub key: f32,
    /// Linear reflectance of the material.
    pub albedo: f32,
    /// Grey value of the background, sRGB in [0, 1].
    pub background: f32,
    /// Lines over the faces, if any.
    pub edges: Option<EdgeLines>,
    /// Samples along each side of a pixel.
    pub supersampling: usize,
}

impl Style {
    /// The style `paper`: every origin direction gets its own grey.
    pub fn paper() -> Self {
        Self {
            light: DVec3::new(0.30, 0.52, 0.80).normalize(),
            ambient: 0.30,
            key: 0.75,
            albedo: 0.62,
            background: 1.0,
            edges: None,
            supersampling: 4,
        }
    }

    /// Grey value (sRGB in [0, 1]) of a surface with this unit normal: Lambert's law.
    pub fn luma(&self, normal: DVec3) -> f32 {
        let direct = self.key * self.light.dot(normal).max(0.0) as f32;
        srgb_from_linear(self.albedo * (self.ambient + direct))
    }
}

/// The sRGB transfer function of a linear value, clamped to [0, 1].
pub fn srgb_from_linear(linear: f32) -> f32 {
    let linear = linear.clamp(0.0, 1.0);
    if linear <= 0.003_130_8 {
        linear * 12.92
    } else {
        1.055 * libm::powf(linear, 1.0 / 2.4) - 0.055
    }
}

/// Draws `mesh` through `view`. Grey values are averaged as sRGB, as most programs' antialiasing does.
pub fn draw(mesh: &Mesh, view: &View, style: &Style) -> Picture {
    let buffer = rasterize(mesh, view, style.supersampling, |_, _, normal| {
        style.luma(normal)
    });
    resolve(&buffer, view, style)
}

/// Averages the samples of a buffer into a picture.
pub fn resolve(buffer: &SampleBuffer, view: &View, style: &Style) -> Picture {
    let mut picture = Picture::filled(view.width, view.height, style.background);
    let lines = style.edges.map(|edges| {
        let width = edges.width_px * buffer.supersampling as f32;
        (line_mask(buffer, width), edges.luma)
    });
    let factor = buffer.supersampling;
    let share = 1.0 / (factor * factor) as f32;
    for row in 0..buffer.height / factor {
        for column in 0..buffer.width / factor {
            let mut sum = 0.0;
            for j in 0..factor {
                let start = (row * factor + j) * buffer.width + column * factor;
                for index in start..start + factor {
                    sum += match &lines {
                        Some((mask, luma)) if mask[index] => *luma,
                        _ if buffer.face[index] == NO_FACE => style.background,
                        _ => buffer.shade[index],
                    };
                }
            }
            picture.luma[(buffer.top + row) * view.width + buffer.left + column] = sum * share;
        }
    }
    picture
}

/// Samples within half of `width` samples of a change of face.
///
/// Lines end at the buffer, which is no larger than the solid: where the outline touches its border
/// only the inner half of a line is drawn.
fn line_mask(buffer: &SampleBuffer, width: f32) -> Vec<bool> {
    let (columns, rows) = (buffer.width, buffer.height);
    let mut mask = vec![false; columns * rows];
    let reach = (width / 2.0).ceil() as isize;
    let disc: Vec<(isize, isize)> = (-reach..=reach)
        .flat_map(|j| (-reach..=reach).map(move |i| (i, j)))
        .filter(|&(i, j)| ((i * i + j * j) as f32) <= (width / 2.0).powi(2))
        .collect();
    for row in 0..rows {
        for column in 0..columns {
            let face = buffer.face[row * columns + column];
            let outside = if face == NO_FACE { face } else { NO_FACE };
            let right = if column + 1 < columns {
                buffer.face[row * columns + column + 1]
            } else {
                outside
            };
            let below = if row + 1 < rows {
                buffer.face[(row + 1) * columns + column]
            } else {
                outside
            };
            let first = face != NO_FACE && (column == 0 || row == 0);
            if face == right && face == below && !first {
                continue;
            }
            for &(i, j) in &disc {
                let (x, y) = (column as isize + i, row as isize + j);
                if (0..columns as isize).contains(&x) && (0..rows as isize).contains(&y) {
                    mask[y as usize * columns + x as usize] = true;
                }
            }
        }
    }
    mask
}
