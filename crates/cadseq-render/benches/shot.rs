//! Times of random shots of a plate with holes, by the kind of their look, and of surfaces alone.

use std::hint::black_box;

use cadseq_program::Program;
use cadseq_render::{LookKind, Shot, shoot, surfaces};
use cadseq_solid::{Mesh, Part};
use criterion::Criterion;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

/// Chord tolerance of the mesh, in model units.
const TOLERANCE: f64 = 0.02;

const PLATE: &str = "add_sketch(XY)
add_line(0, 0, 6, 0)
add_line(6, 0, 6, 4)
add_line(6, 4, 0, 4)
add_line(0, 4, 0, 0)
add_circle(1, 1, 0.5)
add_circle(5, 1, 0.5)
add_circle(5, 3, 0.5)
add_circle(1, 3, 0.5)
add_extrude(0, 1, new)
add_sketch(end(0))
add_circle(3, 2, 1.2)
add_extrude(0, 2, join)
";

fn mesh() -> Mesh {
    let program: Program = PLATE.parse().expect("a program");
    let part = Part::build(&program).expect("a solid");
    part.solid.mesh(TOLERANCE).expect("a mesh")
}

fn benchmarks(criterion: &mut Criterion) {
    let part = mesh();
    let clutter = [part.clone()];
    for size in [128, 256] {
        for kind in LookKind::ALL {
            let mut rng = ChaCha8Rng::seed_from_u64(7);
            let name = format!("shot, {size} px, {}", kind.name());
            criterion.bench_function(&name, |bencher| {
                bencher.iter(|| {
                    let shot = Shot::random_of(kind, black_box(&part), size, &mut rng);
                    shoot(&part, &clutter, &shot, 2, &mut rng)
                });
            });
        }
        let mut rng = ChaCha8Rng::seed_from_u64(7);
        criterion.bench_function(&format!("surfaces, {size} px"), |bencher| {
            bencher.iter(|| {
                let shot = Shot::random_of(LookKind::Paper, black_box(&part), size, &mut rng);
                surfaces(&part, &shot.view, 2)
            });
        });
    }
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    benchmarks(&mut criterion);
    criterion.final_summary();
}
