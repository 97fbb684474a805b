//! The last fit: rendering against picture, grey value by grey value (analysis by synthesis). The
//! light is unknown, so each face's grey values come from the picture itself; what is left drives a
//! damped Gauss-Newton step over all parameters.

use cadseq_program::Plane;
use cadseq_render::{NO_FACE, SampleBuffer, rasterize};
use cadseq_solid::{Mesh, Prism, Surface};

use crate::explain::{CHORD_TOLERANCE, Comparison, DIRECTIONS, SIZE, direction};
use crate::linear::{Matrix, Vector, solve};
use crate::shape::{MAX_PARAMETERS, Shape};

/// Samples along each side of a pixel.
const SUPERSAMPLING: usize = 3;

/// Step for numeric derivatives, in model units: about half a pixel of the paper's picture.
const STEP: f64 = 0.04;

/// Step for derivatives by a bulge.
const BULGE_STEP: f64 = 0.015;

/// Damping at the start, relative to the diagonal of the normal matrix.
const DAMPING: f64 = 1e-3;

/// A fit ends when a step lowers the cost by less than this share.
const LEAST_GAIN: f64 = 2e-3;

/// A shape and the sum of its squared differences from the picture.
#[derive(Debug, Clone, Copy)]
pub struct Rendered {
    /// The shape.
    pub shape: Shape,
    /// Sum over the pixels of the squared difference in grey.
    pub cost: f64,
}

/// Moves a shape so that its rendering meets the picture, in at most `steps` steps; `None` if the
/// shape is no solid.
pub fn refine(shape: Shape, comparison: &Comparison, steps: usize) -> Option<Rendered> {
    let mut best = Rendered {
        shape,
        cost: cost(&shape, comparison)?,
    };
    let mut damping = DAMPING;
    for _ in 0..steps {
        let Some(system) = System::new(&best.shape, comparison) else {
            break;
        };
        let mut improved = None;
        for _ in 0..4 {
            let moved = system.moved(&best.shape, damping);
            let next = moved.and_then(|shape| {
                Some(Rendered {
                    shape,
                    cost: cost(&shape, comparison)?,
                })
            });
            if let Some(next) = next.filter(|next| next.cost < best.cost) {
                improved = Some(next);
                damping = (damping * 0.3).max(1e-6);
                break;
            }
            damping = (damping * 10.0).min(1e3);
        }
        let Some(next) = improved else { break };
        let gain = 1.0 - next.cost / best.cost;
        best = next;
        if gain < LEAST_GAIN {
            break;
        }
    }
    Some(best)
}

/// Sum over the pixels of the squared difference in grey, with the grey values that suit the shape;
/// `None` if it is no solid.
pub fn cost(shape: &Shape, comparison: &Comparison) -> Option<f64> {
    let drawing = Drawing::new(shape, comparison)?;
    let shades = Shades::fitted(&drawing, comparison);
    let luma = drawing.luma(&shades, comparison);
    Some(
        luma.iter()
            .zip(&comparison.luma)
            .map(|(a, &b)| (a - f64::from(b)).powi(2))
            .sum(),
    )
}

/// The visible faces of a shape.
struct Drawing {
    buffer: SampleBuffer,
    bent: Vec<bool>,
}

impl Drawing {
    fn new(shape: &Shape, comparison: &Comparison) -> Option<Self> {
        let (_, prism): (_, Prism) = shape.program()?;
        let mesh: Mesh = prism.mesh(CHORD_TOLERANCE);
        let plane: Plane = prism.plane();
        let (x, y) = (plane.x_axis(), plane.y_axis());
        let buffer = rasterize(&mesh, &comparison.view, SUPERSAMPLING, |_, _, normal| {
            direction(normal, x, y)
        });
        let bent = mesh
            .faces
            .iter()
            .map(|face| matches!(face.surface, Surface::Cylinder { .. }))
            .collect();
        Some(Self { buffer, bent })
    }

    /// Calls `visit(pixel, face, direction)` for every sample that sees a face.
    fn samples(&self, mut visit: impl FnMut(usize, usize, f32)) {
        let buffer = &self.buffer;
        for row in 0..buffer.height {
            let pixel_row = (buffer.top + row / SUPERSAMPLING) * SIZE + buffer.left;
            for column in 0..buffer.width {
                let index = row * buffer.width + column;
                let face = buffer.face[index];
                if face != NO_FACE {
                    visit(
                        pixel_row + column / SUPERSAMPLING,
                        face as usize,
                        buffer.shade[index],
                    );
                }
            }
        }
    }

    /// The rendering in these shades.
    fn luma(&self, shades: &Shades, comparison: &Comparison) -> Vec<f64> {
        let share = 1.0 / (SUPERSAMPLING * SUPERSAMPLING) as f64;
        let mut luma = vec![comparison.background; SIZE * SIZE];
        self.samples(|pixel, face, direction| {
            let shade = shades.at(face, direction, self.bent.get(face) == Some(&true));
            luma[pixel] += (shade - comparison.background) * share;
        });
        luma
    }
}

/// Grey values: one for each flat face, one for each class of direction of the bent ones.
struct Shades {
    flat: Vec<f64>,
    bent: [f64; DIRECTIONS],
}

impl Shades {
    /// The means of the picture's grey values over what a drawing shows. Pixels on edges belong to
    /// several faces; they count for those that cover them whole.
    fn fitted(drawing: &Drawing, comparison: &Comparison) -> Self {
        let whole = SUPERSAMPLING * SUPERSAMPLING;
        let mut cover = vec![(usize::MAX, 0usize); SIZE * SIZE];
        drawing.samples(|pixel, face, _| {
            let (owner, count) = &mut cover[pixel];
            if *owner == usize::MAX || *owner == face {
                (*owner, *count) = (face, *count + 1);
            }
        });
        let mut flat = vec![(1e-9, 1e-9 * comparison.background); drawing.bent.len()];
        let mut bent = [(1e-9, 1e-9 * comparison.background); DIRECTIONS];
        drawing.samples(|pixel, face, direction| {
            // A pixel that is not covered whole still counts a little, for faces without any.
            let weight = if cover[pixel] == (face, whole) {
                1.0
            } else {
                1e-3
            };
            let luma = f64::from(comparison.luma[pixel]);
            let tally = if drawing.bent[face] {
                &mut bent[direction as usize % DIRECTIONS]
            } else {
                &mut flat[face]
            };
            *tally = (tally.0 + weight, tally.1 + weight * luma);
        });
        let mean = |(weight, sum): &(f64, f64)| sum / weight;
        Self {
            flat: flat.iter().map(mean).collect(),
            bent: filled(&bent),
        }
    }

    fn at(&self, face: usize, direction: f32, bent: bool) -> f64 {
        if !bent {
            return self.flat[face];
        }
        // Between the middles of two classes.
        let position = f64::from(direction) - 0.5 + DIRECTIONS as f64;
        let (class, fraction) = (position as usize, position.fract());
        self.bent[class % DIRECTIONS] * (1.0 - fraction)
            + self.bent[(class + 1) % DIRECTIONS] * fraction
    }
}

/// The classes' means; a class that was not seen takes the value of the nearest one that was.
fn filled(tallies: &[(f64, f64); DIRECTIONS]) -> [f64; DIRECTIONS] {
    let seen =
        |class: usize| (tallies[class].0 > 1e-6).then(|| tallies[class].1 / tallies[class].0);
    std::array::from_fn(|class| {
        (0..DIRECTIONS)
            .find_map(|step| {
                seen((class + step) % DIRECTIONS)
                    .or_else(|| seen((class + DIRECTIONS - step) % DIRECTIONS))
            })
            .unwrap_or(0.0)
    })
}

/// The normal equations around a shape.
struct System {
    count: usize,
    normal: Matrix,
    right: Vector,
}

impl System {
    fn new(shape: &Shape, comparison: &Comparison) -> Option<Self> {
        let drawing = Drawing::new(shape, comparison)?;
        let shades = Shades::fitted(&drawing, comparison);
        let here = drawing.luma(&shades, comparison);
        let (values, count) = shape.parameters();
        let mut slopes = Vec::with_capacity(count);
        for index in 0..count {
            let step = if index < 5 { STEP } else { BULGE_STEP };
            let mut values = values;
            values[index] += step;
            let there = Drawing::new(&shape.with_parameters(&values), comparison)?
                .luma(&shades, comparison);
            slopes.push(
                there
                    .iter()
                    .zip(&here)
                    .map(|(there, here)| (there - here) / step)
                    .collect::<Vec<_>>(),
            );
        }
        let mut system = Self {
            count,
            normal: [[0.0; MAX_PARAMETERS]; MAX_PARAMETERS],
            right: [0.0; MAX_PARAMETERS],
        };
        for row in 0..count {
            for column in 0..=row {
                system.normal[row][column] = slopes[row]
                    .iter()
                    .zip(&slopes[column])
                    .map(|(a, b)| a * b)
                    .sum();
            }
            system.right[row] = slopes[row]
                .iter()
                .zip(here.iter().zip(&comparison.luma))
                .map(|(slope, (here, &wanted))| slope * (f64::from(wanted) - here))
                .sum();
        }
        Some(system)
    }

    fn moved(&self, shape: &Shape, damping: f64) -> Option<Shape> {
        let mut normal = self.normal;
        for (index, row) in normal.iter_mut().enumerate().take(self.count) {
            row[index] = row[index] * (1.0 + damping) + 1e-9;
        }
        let step = solve(&normal, &self.right, self.count)?;
        let (mut values, _) = shape.parameters();
        for (value, step) in values.iter_mut().zip(step) {
            *value += step.clamp(-1.0, 1.0);
        }
        Some(shape.with_parameters(&values))
    }
}
