//! Parts from anywhere.
pub mod carve;
pub mod fit;
pub mod judge;
pub mod numbers;
pub mod outline;
pub mod placed;
pub mod relief;
pub mod sketches;
pub mod slabs;
pub mod variation;

use cadseq_model::Maps;
use cadseq_program::{Plane, Program};
use cadseq_solid::{Mesh, Part};

use self::placed::Placed;
use self::sketches::Stacked;
use crate::camera::{CameraGuess, Framing};

/// What a curve or an extrude costs, in agreement.
const PRICE: f64 = 0.002;

/// How many proposals are fitted.
const FITTED: usize = 2;

/// A program with a camera.
#[derive(Debug, Clone)]
pub struct Hypothesis {
    pub placed: Placed,
    pub relief: relief::Relief,
    pub stacked: Stacked,
    pub program: Program,
    pub mesh: Mesh,
    pub agreement: f64,
    pub value: f64,
}

impl Hypothesis {
    fn new(placed: Placed, relief: relief::Relief, stacked: Stacked, maps: &Maps) -> Option<Self> {
        let program = stacked.program().ok()?;
        let part = Part::build(&program).ok()?;
        let mesh = part.solid.mesh(0.03).ok()?;
        let agreement = judge::agreement(&mesh, maps, &placed);
        let t2 = std::time::Instant::now();
        let _ = t2;

        let value = agreement - PRICE * stacked.complexity() as f64;
        Some(Self {
            placed,
            relief,
            stacked,
            program,
            mesh,
            agreement,
            value,
        })
    }
}

/// Hypotheses, the best first.
pub fn propose(maps: &Maps, cameras: &[CameraGuess], framing: &Framing) -> Vec<Hypothesis> {
    let mut all = Vec::new();
    for guess in cameras.iter().take(2) {
        let placed = Placed::new(guess, framing, maps.size);
        let relief = relief::relief(maps, &placed);
        for plane in Plane::ALL {
            let carved = carve::carve(&relief, &placed, plane);
            let (slabs, _) = slabs::slabs(&carved);
            let stacked = sketches::stacked(&carved, &slabs, &relief);
            all.extend(Hypothesis::new(placed, relief.clone(), stacked, maps));
        }
    }
    all.sort_by(|a, b| b.value.total_cmp(&a.value));
    let fitted: Vec<Hypothesis> = all
        .iter()
        .take(FITTED)
        .filter_map(|hypothesis| {
            let fitted = fit::fit(&hypothesis.stacked, &hypothesis.placed, maps, true)?;
            Hypothesis::new(fitted.placed, hypothesis.relief.clone(), fitted.stacked, maps)
        })
        .collect();
    all.extend(fitted);
    all.sort_by(|a, b| b.value.total_cmp(&a.value));
    all
}
