//! What the locator should say about a crop: labels of cells, places, the sequence.

use cadseq_model::{Label, MAP_SIZE, PLACES, Place, Sequence};
use cadseq_program::Circle;
use cadseq_render::{NO_FACE, SampleBuffer, View};
use cadseq_solid::outline::Segment;
use cadseq_solid::{FacePart, Mesh, Outline, Prism};
use glam::DVec2;

/// Standard deviation of a place's target, in cells of the output maps.
const PLACE_SIGMA_CELLS: f64 = 1.0;

/// Targets of one crop.
#[derive(Debug, Clone)]
pub struct Target {
    /// Shares `[Label::COUNT, MAP_SIZE, MAP_SIZE]` of each label in each cell.
    pub labels: Vec<f32>,
    /// Position of each place as fractions of the crop's side (right, down), by [`Place::index`].
    pub places: [DVec2; PLACES],
    /// The outline's sequence.
    pub sequence: Sequence,
}

impl Target {
    /// Targets of a prism seen through `view`, whose samples are in `buffer`.
    pub fn new(prism: &Prism, mesh: &Mesh, buffer: &SampleBuffer, view: &View) -> Self {
        let (sequence, points) = places_in_sketch(prism.outline());
        let (low, high) = prism.heights();
        let project = |point: DVec2, height: f64| {
            let world = prism.plane().to_world(point, height);
            view.project(world)
                .map_or(DVec2::splat(-1.0), |pixel| pixel / view.width as f64)
        };
        let mut places = [DVec2::ZERO; PLACES];
        for (place, point) in places.iter_mut().zip(points) {
            *place = project(point, high);
        }
        let far = Place::Far.index();
        places[far] = project(points[Place::Corner(0).index()], low);
        Self {
            labels: label_shares(prism, mesh, buffer, view),
            places,
            sequence,
        }
    }

    /// Target probabilities of a place's map: a Gaussian, or nothing for a place outside the crop.
    pub fn append_place_map(&self, place: usize, values: &mut Vec<f32>) {
        let cells = MAP_SIZE * MAP_SIZE;
        let center = self.places[place] * MAP_SIZE as f64 - 0.5;
        let last = (MAP_SIZE - 1) as f64;
        let inside = center.min_element() > -0.5 && center.max_element() < last + 0.5;
        let start = values.len();
        values.resize(start + cells, 0.0);
        if !inside {
            return;
        }
        let map = &mut values[start..];
        let near = |middle: f64| {
            let middle = middle.round().clamp(0.0, last) as usize;
            middle.saturating_sub(4)..(middle + 5).min(MAP_SIZE)
        };
        let mut total = 0.0;
        for row in near(center.y) {
            for column in near(center.x) {
                let offset = DVec2::new(column as f64, row as f64) - center;
                let exponent = -0.5 * offset.length_squared() / PLACE_SIGMA_CELLS.powi(2);
                let weight = libm::exp(exponent) as f32;
                map[row * MAP_SIZE + column] = weight;
                total += weight;
            }
        }
        for weight in map {
            *weight /= total;
        }
    }
}

/// The sequence and the sketch positions of all places but the last, see [`Place`].
fn places_in_sketch(outline: &Outline) -> (Sequence, [DVec2; PLACES]) {
    let mut points = [DVec2::ZERO; PLACES];
    match outline {
        Outline::Circle { center, radius, .. } => {
            let circle = Circle {
                center: *center,
                radius: *radius,
            };
            points[0] = circle.center;
            for (step, point) in points[1..6].iter_mut().enumerate() {
                *point = circle.point_at_angle((72.0 * step as f64).to_radians());
            }
            (Sequence::Circle, points)
        }
        Outline::Loop(segments) => {
            let mut arcs = [false; 3];
            for (index, segment) in from_origin(segments).iter().enumerate().take(3) {
                points[Place::Corner(index).index()] = segment.start;
                points[Place::Middle(index).index()] = segment.point_at(0.5);
                arcs[index] = segment.bend.is_some();
            }
            (Sequence::Loop(arcs), points)
        }
    }
}

/// The curves of a counter-clockwise loop, turned so that the first starts nearest to the origin.
fn from_origin(segments: &[Segment]) -> Vec<Segment> {
    let distance = |index: &usize| segments[*index].start.length_squared();
    let first = (0..segments.len())
        .min_by(|a, b| distance(a).total_cmp(&distance(b)))
        .unwrap_or(0);
    segments[first..]
        .iter()
        .chain(&segments[..first])
        .copied()
        .collect()
}

/// The share of every label among the samples of each cell.
fn label_shares(prism: &Prism, mesh: &Mesh, buffer: &SampleBuffer, view: &View) -> Vec<f32> {
    let cells = MAP_SIZE * MAP_SIZE;
    let per_cell = view.width / MAP_SIZE * buffer.supersampling;
    let share = 1.0 / (per_cell * per_cell) as f32;
    let cap = Label::Cap(prism.plane()).index();
    let label_of_face: Vec<usize> = mesh
        .faces
        .iter()
        .map(|face| match face.origins[0].part {
            FacePart::Start | FacePart::End => cap,
            FacePart::Side { .. } => Label::Side.index(),
        })
        .collect();
    let mut labels = vec![0.0; Label::COUNT * cells];
    labels[..cells].fill(1.0);
    for row in 0..buffer.height {
        let cell_row = (buffer.top * buffer.supersampling + row) / per_cell;
        for column in 0..buffer.width {
            let face = buffer.face[row * buffer.width + column];
            if face != NO_FACE {
                let cell_column = (buffer.left * buffer.supersampling + column) / per_cell;
                let cell = cell_row * MAP_SIZE + cell_column;
                labels[label_of_face[face as usize] * cells + cell] += share;
                labels[cell] -= share;
            }
        }
    }
    labels
}
