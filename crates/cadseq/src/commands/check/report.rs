//! What is known of a program that builds.

use anyhow::Result;
use cadseq_program::{CanonicalOptions, FeatureMatrix, canonical};
use cadseq_solid::{Measures, Sketch};
use serde::Serialize;

use crate::commands::matrix_text::{Setting, matrix, rows, table};
use crate::files::Workpiece;

/// A valid program.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    file: String,
    valid: bool,
    /// How many bodies are left, each a connected piece.
    bodies: usize,
    /// Sums over the bodies; `None` where there is none.
    #[serde(flatten)]
    sizes: Sizes,
    /// What reading left out and building found.
    notes: Vec<String>,
    sketches: Vec<SketchReport>,
    extrudes: usize,
    /// Rows of the feature matrix; `None` where no setting carries the program.
    matrix: Option<Vec<Vec<i16>>>,
    /// The paper's setting where it carries the program, else the wide one.
    matrix_setting: Option<Setting>,
    matrix_error: Option<String>,
    canonical: String,
    is_canonical: bool,
    #[serde(skip)]
    table: Option<String>,
}

/// Sizes of the solid.
#[derive(Debug, Default, Serialize)]
struct Sizes {
    /// Cubic units.
    volume: f64,
    /// Square units.
    area: f64,
    #[serde(rename = "box")]
    bounds: Option<[[f64; 3]; 2]>,
    center_of_mass: Option<[f64; 3]>,
}

/// A sketch.
#[derive(Debug, Serialize)]
struct SketchReport {
    /// Index of its operation.
    operation: usize,
    curves: usize,
    /// How many regions the curves bound.
    profiles: usize,
    origin: [f64; 3],
    x_axis: [f64; 3],
    normal: [f64; 3],
}

impl Report {
    /// Measures a program.
    ///
    /// # Errors
    /// Where a body cannot be measured.
    pub(super) fn new(file: String, workpiece: &Workpiece) -> Result<Self> {
        let Workpiece { program, part, .. } = workpiece;
        let canonical = canonical(program, &CanonicalOptions::default());
        let matrix = matrix(program);
        let carried = matrix.as_ref().ok();
        Ok(Self {
            file,
            valid: true,
            bodies: part.solid.piece_count()?,
            sizes: part.solid.measures()?.map(Sizes::from).unwrap_or_default(),
            notes: workpiece.notes.clone(),
            sketches: part.sketches.iter().map(SketchReport::from).collect(),
            extrudes: part.features.len(),
            matrix: carried.map(rows),
            matrix_setting: carried.map(|matrix| Setting::from(matrix.config())),
            table: carried.map(titled_table),
            matrix_error: matrix.err(),
            is_canonical: canonical == *program,
            canonical: canonical.to_string(),
        })
    }

    /// The report for a person.
    pub(super) fn text(&self) -> String {
        let notes = self.notes.iter().map(|note| format!("note: {note}\n"));
        let sketches = self.sketches.iter().zip(0..);
        let sketches = sketches.map(|(sketch, number)| sketch.line(number));
        let matrix = match (&self.table, &self.matrix_error) {
            (Some(table), _) => table.clone(),
            (None, reason) => {
                let reason = reason.as_deref().unwrap_or("no setting carries it");
                format!("feature matrix: none, {reason}\n")
            }
        };
        let canonical = if self.is_canonical {
            "canonical form: this very program".to_owned()
        } else {
            format!("canonical form:\n{}", self.canonical.trim_end())
        };
        let head = [format!("{}: valid\n", self.file)];
        let sizes = [self.sizes.lines(self.bodies)];
        let tail = [matrix, canonical];
        let lines = head.into_iter().chain(sizes).chain(sketches);
        lines.chain(notes).chain(tail).collect()
    }
}

fn titled_table(matrix: &FeatureMatrix) -> String {
    let Setting { name, scale, .. } = Setting::from(matrix.config());
    format!(
        "feature matrix ({name} setting, s = {scale}):\n{}",
        table(matrix)
    )
}

impl From<Measures> for Sizes {
    fn from(measures: Measures) -> Self {
        let Measures {
            volume,
            surface_area,
            bounds,
            center_of_mass,
        } = measures;
        Self {
            volume,
            area: surface_area,
            bounds: Some([bounds.min.to_array(), bounds.max.to_array()]),
            center_of_mass: Some(center_of_mass.to_array()),
        }
    }
}

impl Sizes {
    fn lines(&self, bodies: usize) -> String {
        let point = |point: [f64; 3]| {
            let [x, y, z] = point.map(|value| (value * 1e4).round() / 1e4 + 0.0);
            format!("({x:.4}, {y:.4}, {z:.4})")
        };
        let (Some([low, high]), Some(center)) = (self.bounds, self.center_of_mass) else {
            return "nothing is left of the solid\n".to_owned();
        };
        format!(
            "bodies: {bodies}\nvolume: {:.6} cubic units (cm3)\narea: {:.6} square units (cm2)\n\
             box: {} to {}\ncentre of mass: {}\n",
            self.volume,
            self.area,
            point(low),
            point(high),
            point(center)
        )
    }
}

impl From<&Sketch> for SketchReport {
    fn from(sketch: &Sketch) -> Self {
        let frame = &sketch.frame;
        Self {
            operation: sketch.operation,
            curves: sketch.curves.len(),
            profiles: sketch.profiles.len(),
            origin: frame.origin().to_array(),
            x_axis: frame.x_axis().to_array(),
            normal: frame.normal().to_array(),
        }
    }
}

impl SketchReport {
    fn line(&self, number: usize) -> String {
        let plural = |count: usize, word: &str| {
            let ending = if count == 1 { "" } else { "s" };
            format!("{count} {word}{ending}")
        };
        format!(
            "sketch {number}: {}, {}\n",
            plural(self.curves, "curve"),
            plural(self.profiles, "profile")
        )
    }
}
