//! Times of building, meshing, exporting and comparing solids.

use std::hint::black_box;

use cadseq_program::{Circle, Curve, Plane, Program};
use cadseq_solid::export::Label;
use cadseq_solid::{ExportFormat, Part, Prism, overlap};
use criterion::Criterion;
use glam::DVec2;

fn bent_triangle(plane: Plane, sweep_deg: f64) -> Program {
    let corners = [DVec2::ZERO, DVec2::new(7.0, -1.0), DVec2::new(2.0, 6.0)];
    let curves = (0..3).filter_map(|i| {
        Curve::from_end(
            corners[i],
            corners[(i + 1) % 3],
            (sweep_deg != 0.0).then_some(sweep_deg),
        )
    });
    Program::prism(plane, curves, 4.0).expect("well-formed")
}

fn cylinder(plane: Plane) -> Program {
    let circle = Curve::Circle(Circle {
        center: DVec2::new(3.0, 2.0),
        radius: 2.5,
    });
    Program::prism(plane, [circle], 4.0).expect("well-formed")
}

fn benchmarks(criterion: &mut Criterion) {
    let shapes = [
        ("lines", bent_triangle(Plane::XY, 0.0)),
        ("outward arcs", bent_triangle(Plane::XY, 60.0)),
        ("inward arcs", bent_triangle(Plane::XY, -40.0)),
        ("cylinder", cylinder(Plane::XY)),
    ];
    for (name, program) in &shapes {
        criterion.bench_function(&format!("program to mesh, {name}"), |bencher| {
            bencher.iter(|| Prism::from_program(black_box(program)).map(|prism| prism.mesh(0.01)));
        });
        criterion.bench_function(&format!("program to mesh as a part, {name}"), |bencher| {
            bencher.iter(|| Part::build(black_box(program)).map(|part| part.solid.mesh(0.01)));
        });
        let prism = Prism::from_program(program).expect("a solid");
        let solid = Part::build(program).expect("a solid").solid;
        for format in ExportFormat::ALL {
            criterion.bench_function(&format!("{}, {name}", format.extension()), |bencher| {
                bencher.iter(|| format.write(black_box(&solid), &Label::default(), 0.01.into()));
            });
        }
        for (relation, plane) in [("same plane", Plane::XY), ("crossed planes", Plane::XZ)] {
            let other = Prism::from_program(&cylinder(plane)).expect("a solid");
            criterion.bench_function(&format!("overlap, {relation}, {name}"), |bencher| {
                bencher.iter(|| overlap(black_box(&prism), black_box(&other)));
            });
        }
    }
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    benchmarks(&mut criterion);
    criterion.final_summary();
}
