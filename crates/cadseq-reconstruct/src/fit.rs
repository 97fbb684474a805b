//! Fitting a shape to edges: marks on its visible edges look along their normals for the picture's
//! edge, and a damped Gauss-Newton step moves the parameters (after Harris & Stennett's RAPID 1990
//! and Drummond & Cipolla 2002).

use cadseq_render::View;
use glam::DVec2;

use crate::edges::EdgeField;
use crate::linear::{Matrix, Vector, solve};
use crate::shape::{MAX_PARAMETERS, Shape};
use crate::wire::{Mark, marks};

/// Step for numeric derivatives by the parameters, in model units (or of a bulge).
const DERIVATIVE_STEP: f64 = 1e-4;

/// Damping, relative to the diagonal of the normal matrix.
const DAMPING: f64 = 1e-5;

/// What a fit reached.
#[derive(Debug, Clone, Copy)]
pub struct FitReport {
    /// Mean of the marks' robust distances to their edges, in pixels; a mark without an edge counts
    /// as `reach`.
    pub residual_px: f64,
    /// Share of the marks that have an edge within two pixels.
    pub support: f64,
    /// Standard deviation of each parameter, were each mark off by one pixel on its own.
    pub deviations: Vector,
}

/// Moves `shape` towards the edges of `field` in steps that look `reaches` pixels far, one after
/// the other.
pub fn fit(shape: Shape, view: &View, field: &impl EdgeField, reaches: &[f64]) -> Shape {
    reaches.iter().fold(shape, |shape, &reach| {
        let system = System::new(&shape, view, field, reach);
        system.step(&shape).unwrap_or(shape)
    })
}

/// Measures a shape against the edges of `field` within `reach` pixels.
pub fn measure(shape: &Shape, view: &View, field: &impl EdgeField, reach: f64) -> FitReport {
    System::new(shape, view, field, reach).report()
}

/// The normal equations of one step.
struct System {
    count: usize,
    normal: Matrix,
    right: Vector,
    marks: usize,
    distance: f64,
    supported: usize,
}

impl System {
    fn new(shape: &Shape, view: &View, field: &impl EdgeField, reach: f64) -> Self {
        let (values, count) = shape.parameters();
        let moved: Vec<Shape> = (0..count)
            .map(|index| {
                let mut values = values;
                values[index] += DERIVATIVE_STEP;
                shape.with_parameters(&values)
            })
            .collect();
        let mut system = Self {
            count,
            normal: [[0.0; MAX_PARAMETERS]; MAX_PARAMETERS],
            right: [0.0; MAX_PARAMETERS],
            marks: 0,
            distance: 0.0,
            supported: 0,
        };
        for mark in marks(shape, view) {
            system.marks += 1;
            let Some(found) = field.find(&mark, reach) else {
                system.distance += reach;
                continue;
            };
            system.distance += found.offset.abs();
            system.supported += usize::from(found.offset.abs() < 2.0);
            let scale = 0.5 * reach;
            let robust = 1.0 / (1.0 + (found.offset / scale).powi(2));
            let gradient = derivative(&mark, &moved, view);
            system.add(&gradient, found.offset, found.weight * robust);
        }
        system
    }

    fn add(&mut self, gradient: &Vector, offset: f64, weight: f64) {
        for row in 0..self.count {
            self.right[row] += weight * gradient[row] * offset;
            for column in 0..=row {
                self.normal[row][column] += weight * gradient[row] * gradient[column];
            }
        }
    }

    /// The shape after one damped step; `None` if the marks do not hold it.
    fn step(&self, shape: &Shape) -> Option<Shape> {
        let solution = solve(&self.damped(), &self.right, self.count)?;
        let (mut values, _) = shape.parameters();
        let longest = solution[..self.count]
            .iter()
            .fold(0.0f64, |most, step| most.max(step.abs()));
        let brake = (3.0 / longest.max(1e-12)).min(1.0);
        for (value, step) in values.iter_mut().zip(solution) {
            *value += step * brake;
        }
        Some(shape.with_parameters(&values))
    }

    fn damped(&self) -> Matrix {
        let mut damped = self.normal;
        for (index, row) in damped.iter_mut().enumerate().take(self.count) {
            row[index] = row[index] * (1.0 + DAMPING) + 1e-6;
        }
        damped
    }

    fn report(&self) -> FitReport {
        let marks = self.marks.max(1) as f64;
        let mut deviations = [f64::INFINITY; MAX_PARAMETERS];
        for index in 0..self.count {
            let mut unit = [0.0; MAX_PARAMETERS];
            unit[index] = 1.0;
            if let Some(column) = solve(&self.damped(), &unit, self.count) {
                deviations[index] = column[index].max(0.0).sqrt();
            }
        }
        FitReport {
            residual_px: self.distance / marks,
            support: self.supported as f64 / marks,
            deviations,
        }
    }
}

/// How a mark's distance along its normal changes with each parameter, in pixels a unit.
fn derivative(mark: &Mark, moved: &[Shape], view: &View) -> Vector {
    let mut gradient = [0.0; MAX_PARAMETERS];
    for (value, shape) in gradient.iter_mut().zip(moved) {
        let world = shape.world(mark.curve, mark.t, mark.fall);
        let pixel: DVec2 = view.project(world).unwrap_or(mark.pixel);
        *value = (pixel - mark.pixel).dot(mark.inward) / DERIVATIVE_STEP;
    }
    gradient
}
