//! What the locator says about one picture, as plain numbers.

use cadseq_program::Plane;

/// Side of the output maps, in cells over the same crop as the input.
pub const MAP_SIZE: usize = 64;

/// What a cell of the picture shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// Nothing of the solid.
    Background,
    /// A side swept by a curve.
    Side,
    /// The end face that looks at the camera, parallel to this plane.
    Cap(Plane),
}

impl Label {
    /// How many labels there are.
    pub const COUNT: usize = 5;

    /// Index of the label's map.
    pub const fn index(self) -> usize {
        match self {
            Self::Background => 0,
            Self::Side => 1,
            Self::Cap(plane) => 2 + plane.index(),
        }
    }
}

/// A place that the locator points at. The *cap* is the end face that looks at the camera; outlines
/// run counter-clockwise seen from the camera and start at the sketch's origin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Of a loop, corner 0, 1 or 2 on the cap. Of a circle: 0 is the cap's centre, 1 and 2 are the
    /// points of its rim at 0 and 72 degrees.
    Corner(usize),
    /// Of a loop, the middle of curve 0, 1 or 2 on the cap. Of a circle: the points of the cap's
    /// rim at 144, 216 and 288 degrees.
    Middle(usize),
    /// The counterpart of corner 0 on the far end face.
    Far,
}

/// How many places there are.
pub const PLACES: usize = 7;

impl Place {
    /// Index of the place's map.
    pub const fn index(self) -> usize {
        match self {
            Self::Corner(corner) => corner,
            Self::Middle(curve) => 3 + curve,
            Self::Far => 6,
        }
    }
}

/// The kinds of an outline's curves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sequence {
    /// A full circle.
    Circle,
    /// Three curves from the origin, each an arc (`true`) or a line.
    Loop([bool; 3]),
}

impl Sequence {
    /// How many sequences there are.
    pub const COUNT: usize = 9;

    /// Index of the sequence's score: loops by their arcs as binary digits, then the circle.
    pub fn index(self) -> usize {
        match self {
            Self::Circle => 8,
            Self::Loop(arcs) => arcs
                .iter()
                .enumerate()
                .map(|(bit, &arc)| usize::from(arc) << bit)
                .sum(),
        }
    }

    /// The inverse of [`Sequence::index`].
    ///
    /// # Panics
    /// If `index` is not below [`Sequence::COUNT`].
    pub fn from_index(index: usize) -> Self {
        assert!(index < Self::COUNT, "no sequence has the index {index}");
        if index == 8 {
            Self::Circle
        } else {
            Self::Loop([0, 1, 2].map(|bit| index >> bit & 1 == 1))
        }
    }
}

/// The locator's answer for one crop.
#[derive(Debug, Clone, PartialEq)]
pub struct LocatorPrediction {
    /// Probabilities `[Label::COUNT, MAP_SIZE, MAP_SIZE]`.
    pub labels: Vec<f32>,
    /// Probabilities `[PLACES, MAP_SIZE, MAP_SIZE]`; each map adds up to 1.
    pub places: Vec<f32>,
    /// Probabilities of the sequences.
    pub sequences: [f32; Sequence::COUNT],
}

impl LocatorPrediction {
    /// The probability map of a label.
    pub fn label(&self, label: Label) -> &[f32] {
        &self.labels[label.index() * MAP_SIZE * MAP_SIZE..][..MAP_SIZE * MAP_SIZE]
    }

    /// The probability map of a place.
    pub fn place(&self, place: Place) -> &[f32] {
        &self.places[place.index() * MAP_SIZE * MAP_SIZE..][..MAP_SIZE * MAP_SIZE]
    }

    /// The likeliest position of a place as fractions of the crop's side (right, down), and its
    /// probability mass: the mean over the cells around the largest value.
    pub fn position(&self, place: Place) -> ([f64; 2], f32) {
        let map = self.place(place);
        let peak = (0..map.len())
            .max_by(|&a, &b| map[a].total_cmp(&map[b]))
            .unwrap_or(0);
        let (row, column) = (peak / MAP_SIZE, peak % MAP_SIZE);
        let near = |index: usize| index.saturating_sub(2)..(index + 3).min(MAP_SIZE);
        let (mut mass, mut sum) = (0.0, [0.0; 2]);
        for j in near(row) {
            for i in near(column) {
                let weight = f64::from(map[j * MAP_SIZE + i]);
                mass += weight;
                sum[0] += weight * (i as f64 + 0.5);
                sum[1] += weight * (j as f64 + 0.5);
            }
        }
        let scale = 1.0 / (mass.max(1e-12) * MAP_SIZE as f64);
        (sum.map(|value| value * scale), mass as f32)
    }

    /// Probabilities of the planes, from the labels of the cap's cells.
    pub fn planes(&self) -> [f64; 3] {
        let mass = Plane::ALL.map(|plane| {
            self.label(Label::Cap(plane))
                .iter()
                .map(|&p| f64::from(p))
                .sum()
        });
        let total = mass.iter().sum::<f64>().max(1e-12);
        mass.map(|value: f64| value / total)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sequences_have_an_index_each() {
        for index in 0..Sequence::COUNT {
            assert_eq!(Sequence::from_index(index).index(), index);
        }
    }
}
