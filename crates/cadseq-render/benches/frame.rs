//! Times of a frame in each style and of the codec, at the paper's size.

use std::hint::black_box;

use cadseq_program::{Circle, Curve, Plane, Program};
use cadseq_render::{StyleName, View, decode_picture, draw, encode_png};
use cadseq_solid::{Mesh, Prism};
use criterion::Criterion;
use glam::DVec2;

/// Longest distance between a curve and the mesh: a tenth of a pixel.
const CHORD_TOLERANCE: f64 = 0.008;

fn mesh(curves: impl IntoIterator<Item = Curve>, depth: f64) -> Mesh {
    let program = Program::prism(Plane::XY, curves, depth).expect("well-formed");
    Prism::from_program(&program)
        .expect("a solid")
        .mesh(CHORD_TOLERANCE)
}

fn bent_triangle(sweep_deg: Option<f64>) -> Mesh {
    let corners = [DVec2::ZERO, DVec2::new(8.0, -1.0), DVec2::new(2.0, 7.0)];
    mesh(
        (0..3).filter_map(|i| Curve::from_end(corners[i], corners[(i + 1) % 3], sweep_deg)),
        5.0,
    )
}

fn cylinder(radius: f64) -> Mesh {
    let center = DVec2::new(2.0, -1.0);
    mesh([Curve::Circle(Circle { center, radius })], 5.0)
}

fn benchmarks(criterion: &mut Criterion) {
    let view = View::paper(512);
    let shapes = [
        ("triangular prism", bent_triangle(None)),
        ("outward arcs", bent_triangle(Some(90.0))),
        ("inward arcs", bent_triangle(Some(-40.0))),
        ("small cylinder", cylinder(1.0)),
        ("large cylinder", cylinder(8.0)),
    ];
    for style in StyleName::ALL {
        for (shape, mesh) in &shapes {
            let name = format!("512 x 512 {}, {shape}", style.name());
            criterion.bench_function(&name, |bencher| {
                bencher.iter(|| draw(black_box(mesh), &view, &style.style()));
            });
        }
    }
    let picture = draw(&shapes[4].1, &view, &StyleName::Paper.style());
    let bytes = encode_png(&picture);
    criterion.bench_function("encode PNG, 512 x 512", |bencher| {
        bencher.iter(|| encode_png(black_box(&picture)));
    });
    criterion.bench_function("decode PNG, 512 x 512", |bencher| {
        bencher.iter(|| decode_picture(black_box(&bytes)));
    });
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    benchmarks(&mut criterion);
    criterion.final_summary();
}
