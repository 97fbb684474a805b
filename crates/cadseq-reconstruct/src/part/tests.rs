//! Programs from exact maps, without a network.

use std::sync::Arc;

use cadseq_model::{EdgeClass, Maps};
use cadseq_program::{Plane, Program};
use cadseq_render::{
    Camera, ColorPicture, Picture, Projection, SurfaceBuffer, exits, surfaces, surfaces::edge,
};
use cadseq_solid::{Mesh, Part};
use glam::{DMat3, DVec2, DVec3, Vec3};

use super::fit::{Evidence, Gradients};
use super::numbers::Numbers;
use super::outline::Loop;
use super::sketches::{Level, SlabLoop, Stacked};
use super::{
    Hypothesis, Judge, Placed, Source, alternatives, bodies, boxes, cameras, caps, fit, propose,
    relief, simplify, sized, turned,
};
use crate::Candidate;
use crate::camera::{CameraGuess, CameraModel, Crop, Framing, axis_error_deg};
use crate::cancel::Limits;

const SIZE: usize = 128;

fn framing() -> Framing {
    Framing {
        crop: Crop::around([256.0, 256.0], 512.0),
        width: 512,
        height: 512,
    }
}

/// A camera that looks from above, in perspective.
fn guess() -> CameraGuess {
    let eye = DVec3::new(20.0, 13.0, 15.0);
    CameraGuess {
        camera_from_part: Camera::look_at(eye, DVec3::ZERO, DVec3::Z, 0.1).camera_from_world,
        projection: Projection::Perspective,
        vertical_fov_deg: Some(28.0),
        sigma_rotation_deg: 0.5,
        sigma_log_focal: 0.05,
        free_axis: None,
        cost: 0.0,
        model: CameraModel::Perspective,
    }
}

fn volume(mesh: &Mesh) -> f64 {
    let positions = &mesh.positions;
    let volume = |corners: &[u32; 3]| {
        let [a, b, c] = corners.map(|corner| positions[corner as usize]);
        a.dot(b.cross(c)) / 6.0
    };
    mesh.triangles.iter().map(volume).sum()
}

fn mesh_of(program: &Program) -> Mesh {
    let part = Part::build(program).expect("builds");
    part.solid.mesh(0.01).expect("meshes")
}

/// What a network without errors would say of a mesh.
fn exact_maps(mesh: &Mesh, placed: &Placed) -> Maps {
    let seen = surfaces(mesh, &placed.view, 1);
    let crop_from_camera: DMat3 =
        placed.part_from_crop.transpose() * placed.view.camera.camera_from_world.transpose();
    let pixels = 0..SIZE * SIZE;
    let half_width = 5.0;
    let flag = |class: EdgeClass| match class {
        EdgeClass::Outline => edge::OUTLINE,
        EdgeClass::StepNear => edge::STEP_NEAR,
        EdgeClass::StepFar => edge::STEP_FAR,
        EdgeClass::Convex => edge::CONVEX,
        EdgeClass::Concave => edge::CONCAVE,
        EdgeClass::Rim => edge::RIM,
    };
    let exits = exits(mesh, &placed.view, 1);
    let behind = |exits: &[f32]| {
        let length = |pixel: usize| (exits[pixel] - seen.depth[pixel]).max(0.0) / half_width;
        let pixels = pixels.clone();
        pixels
            .map(|pixel| {
                if seen.is_part(pixel) {
                    length(pixel)
                } else {
                    0.0
                }
            })
            .collect()
    };
    Maps {
        mask: seen.coverage(),
        normals: pixels
            .clone()
            .map(|pixel| {
                let normal = crop_from_camera * seen.normal[pixel].as_dvec3();
                normal.as_vec3().to_array()
            })
            .collect(),
        depths: pixels
            .clone()
            .map(|pixel| depth(&seen, pixel, placed.depth) / half_width)
            .collect(),
        exits: [behind(&exits.first), behind(&exits.last)],
        edges: EdgeClass::ALL.map(|class| {
            let bits = seen.edges.iter().map(|bits| bits & flag(class) != 0);
            bits.map(|is_edge| f32::from(u8::from(is_edge))).collect()
        }),
        ..Maps::blank(SIZE)
    }
}

fn depth(seen: &SurfaceBuffer, pixel: usize, origin: f64) -> f32 {
    if seen.is_part(pixel) {
        seen.depth[pixel] - origin as f32
    } else {
        0.0
    }
}

/// A picture of a mesh, each place as bright as its normal has it.
fn picture_of(mesh: &Mesh, placed: &Placed) -> ColorPicture {
    let seen = surfaces(mesh, &placed.whole(&framing()), 1);
    let light = Vec3::new(0.5, 0.3, -0.8);
    let mut picture = Picture::filled(512, 512, 0.05);
    for (pixel, luma) in picture.luma.iter_mut().enumerate() {
        if seen.is_part(pixel) {
            *luma = 0.3 + 0.6 * seen.normal[pixel].dot(light).max(0.0);
        }
    }
    ColorPicture::from_grey(&picture)
}

/// The volume and the sorted box of the best hypothesis for a program's picture, each as a ratio to the truth.
fn recovered(text: &str) -> (f64, DVec3) {
    let truth = mesh_of(&text.parse().expect("a program"));
    let placed = Placed::new(&guess(), &framing(), SIZE);
    let maps = exact_maps(&truth, &placed);
    let picture = picture_of(&truth, &placed);
    let found = propose(
        &Judge::new(&maps, true),
        &[guess()],
        &framing(),
        &picture,
        Limits::new(&|| false, None),
    )
    .expect("goes on");
    let best = found.first().expect("a hypothesis");
    let (candidate, _) = best.finished(&framing()).expect("builds");
    let mesh = mesh_of(&candidate.program);
    let size = |mesh: &Mesh| mesh.bounds().max - mesh.bounds().min;
    let scale = size(&mesh).max_element() / size(&truth).max_element();
    (
        volume(&mesh) / volume(&truth) / (scale * scale * scale),
        size(&mesh) / size(&truth) / scale,
    )
}

#[test]
fn a_bracket_is_found() {
    let (volume, size) = recovered(
        "add_sketch(XZ)\nadd_line(-2, 2, 2.5, 2)\nadd_line(2.5, 2, 2.5, 1)\nadd_line(2.5, 1, -1, 1)\n\
         add_line(-1, 1, -1, -2)\nadd_line(-1, -2, -2, -2)\nadd_line(-2, -2, -2, 2)\nadd_extrude(0, 2, new, 2)",
    );
    assert!((volume - 1.0).abs() < 0.05, "{volume}");
    assert!(size.abs_diff_eq(DVec3::ONE, 0.05), "{size}");
}

#[test]
fn a_boss_on_a_plate_is_found() {
    let (volume, size) = recovered(
        "add_sketch(XY)\nadd_line(-3, -2, 3, -2)\nadd_line(3, -2, 3, 2)\nadd_line(3, 2, -3, 2)\n\
         add_line(-3, 2, -3, -2)\nadd_extrude(0, 1, new)\n\
         add_sketch(XY)\nadd_circle(0, 0, 1.2)\nadd_extrude(0, 2.5, join)",
    );
    assert!((volume - 1.0).abs() < 0.08, "{volume}");
    assert!(size.abs_diff_eq(DVec3::ONE, 0.05), "{size}");
}

/// A block with one round side, moved by `shift`.
fn block(shift: f64) -> Stacked {
    let corners = [(-2.0, -1.5), (2.0, -1.5), (2.0, 1.5), (-2.0, 1.5)];
    Stacked {
        levels: vec![Level {
            plane: Plane::XY,
            is_cut: false,
            heights: [-0.8 - shift, 0.9 + shift],
            loops: vec![SlabLoop {
                outline: Loop::Chain {
                    corners: corners
                        .map(|(x, y)| DVec2::new(x + shift, y - shift))
                        .to_vec(),
                    bulges: vec![0.0, 0.4, 0.0, 0.0],
                },
                is_filled: true,
            }],
        }],
    }
}

/// The sides of a stack's box against the longest: size and place along the ray are free.
fn sides(stacked: &Stacked) -> DVec3 {
    let mesh = mesh_of(&stacked.program().expect("valid"));
    let size = mesh.bounds().max - mesh.bounds().min;
    size / size.max_element()
}

#[test]
fn a_disturbed_stack_finds_back_and_the_picture_makes_it_sharper() {
    let placed = Placed::new(&guess(), &framing(), SIZE);
    let truth = mesh_of(&block(0.0).program().expect("valid"));
    let wanted = sides(&block(0.0));
    let maps = exact_maps(&truth, &placed);
    let by_maps = Evidence::Maps(&maps);
    let (found, camera) = fit::fit(&block(0.15), &placed, by_maps, &fit::REACHES).expect("builds");
    assert!(sides(&found).abs_diff_eq(wanted, 0.02), "{found:?}");
    assert!(!sides(&block(0.15)).abs_diff_eq(wanted, 0.05));
    let gradients = Gradients::new(&picture_of(&truth, &placed), framing().crop, &maps);
    let by_picture = Evidence::Picture(&gradients);
    let camera = sized(&camera, gradients.size);
    let (sharp, _) = fit::fit(&found, &camera, by_picture, &gradients.reaches()).expect("builds");
    assert!(sides(&sharp).abs_diff_eq(wanted, 0.004), "{sharp:?}");
}

#[test]
fn a_needless_corner_goes() {
    let placed = Placed::new(&guess(), &framing(), SIZE);
    let truth = mesh_of(&block(0.0).program().expect("valid"));
    let maps = exact_maps(&truth, &placed);
    let mut needless = block(0.0);
    let Loop::Chain { corners, bulges } = &mut needless.levels[0].loops[0].outline else {
        panic!("a chain")
    };
    corners.insert(1, DVec2::new(0.3, -1.45));
    bulges.insert(1, 0.0);
    let judge = Judge::new(&maps, true);
    let [relief, _] = relief::reliefs(&maps, &placed);
    let start = Hypothesis::new(Source::Carved, Arc::new(relief), placed, needless, &judge)
        .expect("builds");
    let gradients = Gradients::new(&picture_of(&truth, &placed), framing().crop, &maps);
    let simple = simplify::simplified(start, &gradients, &judge, Limits::new(&|| false, None))
        .expect("goes on");
    assert_eq!(simple.stacked.levels[0].loops[0].outline.len(), 4);
    assert!(sides(&simple.stacked).abs_diff_eq(sides(&block(0.0)), 0.01));
}

#[test]
fn pieces_are_counted() {
    let two =
        "add_sketch(XY)\nadd_circle(0, 0, 1)\nadd_circle(5, 0, 1)\nadd_extrude([0, 1], 1, new)";
    assert_eq!(super::pieces(&mesh_of(&two.parse().expect("a program"))), 2);
    let one = "add_sketch(XY)\nadd_circle(0, 0, 1)\nadd_extrude(0, 1, new)";
    assert_eq!(super::pieces(&mesh_of(&one.parse().expect("a program"))), 1);
}

#[test]
fn equal_coordinates_are_one_number() {
    let square = |side: f64| Loop::Chain {
        corners: [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]
            .map(|(x, y)| DVec2::new(x, y) * side)
            .to_vec(),
        bulges: vec![0.0; 4],
    };
    let level = |heights, side| Level {
        plane: Plane::XY,
        is_cut: false,
        heights,
        loops: vec![SlabLoop {
            outline: square(side),
            is_filled: true,
        }],
    };
    let stacked = Stacked {
        levels: vec![level([0.0, 1.0], 2.0), level([1.0, 3.0], 1.0)],
    };
    let numbers = Numbers::of(&stacked);
    // Heights 0, 1, 3; x and y 0, 2, 1.
    assert_eq!(numbers.values.len(), 9);
    assert_eq!(numbers.put(&stacked, &numbers.values), stacked);
    let mut values = numbers.values.clone();
    values[1] = 1.5;
    let moved = numbers.put(&stacked, &values);
    assert_eq!(moved.levels[0].heights, [0.0, 1.5]);
    assert_eq!(moved.levels[1].heights, [1.5, 3.0]);
}

/// A block with a round hole from a height, which its upper side does not show.
fn drilled_from_below(low: f64, high: f64) -> Stacked {
    let mut stacked = block(0.0);
    stacked.levels.push(Level {
        plane: Plane::XY,
        is_cut: true,
        heights: [low, high],
        loops: vec![SlabLoop {
            outline: Loop::Circle {
                center: DVec2::ZERO,
                radius: 0.7,
            },
            is_filled: true,
        }],
    });
    stacked
}

#[test]
fn what_looks_the_same_is_an_alternative() {
    let placed = Placed::new(&guess(), &framing(), SIZE);
    let others = |stacked: Stacked| {
        let truth = mesh_of(&stacked.program().expect("valid"));
        let maps = exact_maps(&truth, &placed);
        let judge = Judge::new(&maps, true);
        let [relief, _] = relief::reliefs(&maps, &placed);
        let one = Hypothesis::new(Source::Carved, Arc::new(relief), placed, stacked, &judge)
            .expect("builds");
        let others = alternatives::alternatives(&one, &judge);
        others
            .into_iter()
            .filter_map(|other| other.differs)
            .collect::<Vec<_>>()
    };
    // A narrow hole does not show where it ends; a shallow one does.
    let narrow = |depth: f64| {
        let mut stacked = drilled_from_below(0.9 - depth, 1.4);
        let Loop::Circle { radius, .. } = &mut stacked.levels[1].loops[0].outline else {
            panic!("a circle")
        };
        *radius = 0.3;
        stacked
    };
    let words = "the cut of extrude 2 ends inside instead of going through";
    assert_eq!(others(narrow(3.0)), [words]);
    let words = "the cut of extrude 2 goes through instead of ending inside";
    assert_eq!(others(narrow(1.4)), [words]);
    assert_eq!(others(narrow(0.2)), Vec::<String>::new());
}

#[test]
fn equal_circles_are_said() {
    let mut two = drilled_from_below(-2.0, 2.0);
    let mut other = two.levels[1].clone();
    if let Loop::Circle { center, .. } = &mut other.loops[0].outline {
        center.x = 1.2;
    }
    two.levels.push(other);
    let said = answered(two).regularities;
    assert_eq!(
        said,
        ["circles of one radius: loop 1 of sketch 2, loop 1 of sketch 3"]
    );
}

/// A stack as it is answered for its own picture.
fn answered(stacked: Stacked) -> Candidate {
    let placed = Placed::new(&guess(), &framing(), SIZE);
    let truth = mesh_of(&stacked.program().expect("valid"));
    let maps = exact_maps(&truth, &placed);
    let judge = Judge::new(&maps, true);
    let [relief, _] = relief::reliefs(&maps, &placed);
    let gradients = Gradients::new(&picture_of(&truth, &placed), framing().crop, &maps);
    let one =
        Hypothesis::new(Source::Carved, Arc::new(relief), placed, stacked, &judge).expect("builds");
    let known = one.with_what_is_known(&gradients, &judge);
    known.finished(&framing()).expect("builds").0
}

#[test]
fn numbers_have_the_digits_that_are_known() {
    let candidate = answered(block(0.0));
    assert!(
        candidate.assumptions.is_empty(),
        "{:?}",
        candidate.assumptions
    );
    for number in candidate.numbers.iter().filter(|number| number.is_length) {
        assert!((0.001..0.1).contains(&number.deviation), "{number:?}");
    }
    let text = candidate.program.to_string();
    let numbers = text.split(|c: char| !(c.is_ascii_digit() || c == '.'));
    let digits = numbers.filter_map(|number| Some(number.split_once('.')?.1.len()));
    // Only an arc's centre, which follows from its ends, has more.
    let longest = text
        .lines()
        .filter(|line| !line.starts_with("add_arc"))
        .count();
    assert!(
        digits.filter(|&count| count > 3).count() <= 3 && longest > 3,
        "{text}"
    );
}

#[test]
fn what_nothing_shows_is_said() {
    let [hidden, through] = [(-0.8, 0.2), (-2.0, 2.0)].map(|(low, high)| {
        answered(drilled_from_below(low, high))
            .assumptions
            .join("; ")
    });
    assert!(hidden.contains("top of extrude 2"), "{hidden}");
    assert!(hidden.contains("radius of loop 1 of sketch 2"), "{hidden}");
    assert!(
        through.contains("the cut of extrude 2 goes through") && !through.contains("radius"),
        "{through}"
    );
}

/// The best agreement of what a source proposes for a program's exact maps.
fn proposed(text: &str, source: impl Fn(&Judge, &Placed) -> Vec<Stacked>) -> f64 {
    let truth = mesh_of(&text.parse().expect("a program"));
    let placed = Placed::new(&guess(), &framing(), SIZE);
    let maps = exact_maps(&truth, &placed);
    let judge = Judge::new(&maps, true);
    let seen = |stacked: &Stacked| {
        let mesh = super::mesh_of(&stacked.program().ok()?)?;
        Some(judge.agreement_with_seen(&mesh, &placed))
    };
    let all = source(&judge, &placed);
    all.iter().filter_map(seen).fold(0.0, f64::max)
}

/// What a source proposes for the first relief.
fn of_relief(
    source: impl Fn(&relief::Relief, &boxes::Planes, &Placed, &Judge) -> Vec<Stacked>,
) -> impl Fn(&Judge, &Placed) -> Vec<Stacked> {
    move |judge, placed| {
        let [relief, _] = relief::reliefs(&judge.maps, placed);
        source(&relief, &boxes::planes(&relief), placed, judge)
    }
}

#[test]
fn a_cup_is_proposed_as_circles() {
    let cup = "add_sketch(XY)\nadd_circle(0, 0, 3.2)\nadd_extrude(0, 3, new)\n\
        add_sketch(XY)\nadd_circle(0, 0, 2.8)\nadd_extrude(0, 3, cut, -0.5)";
    let found = proposed(cup, turned::stacks);
    assert!(found > 0.85, "{found}");
}

/// A plate on four legs.
fn table() -> String {
    let rectangle = |[x0, y0]: [f64; 2], [x1, y1]: [f64; 2]| {
        format!(
            "add_line({x0}, {y0}, {x1}, {y0})\nadd_line({x1}, {y0}, {x1}, {y1})\n\
             add_line({x1}, {y1}, {x0}, {y1})\nadd_line({x0}, {y1}, {x0}, {y0})\n"
        )
    };
    format!(
        "add_sketch(XY)\n{}add_extrude(0, 2, new, -1.8)\n\
         add_sketch(XY)\n{}{}{}{}add_extrude([0, 1, 2, 3], 1.8, join, 1.5)",
        rectangle([-3.0, -2.0], [3.0, 2.0]),
        rectangle([-3.0, -2.0], [-2.7, -1.7]),
        rectangle([2.7, -2.0], [3.0, -1.7]),
        rectangle([-3.0, 1.7], [-2.7, 2.0]),
        rectangle([2.7, 1.7], [3.0, 2.0]),
    )
}

#[test]
fn thin_legs_are_proposed_as_boxes() {
    let found = proposed(
        &table(),
        of_relief(|relief, planes, placed, _| boxes::stacks(relief, planes, placed)),
    );
    assert!(found > 0.8, "{found}");
}

#[test]
fn legs_that_a_plate_does_not_cover_are_loops_of_one_extrude_beside_it() {
    let plate = Stacked::of_box([DVec3::new(-3.0, -2.0, 1.8), DVec3::new(3.0, 2.0, 2.0)]);
    let found = proposed(&table(), |judge, placed| {
        let [relief, _] = relief::reliefs(&judge.maps, placed);
        let plate = plate.clone();
        let plate = Hypothesis::new(Source::Boxes, Arc::new(relief), *placed, plate, judge);
        let plate = plate.expect("builds");
        let mut all = bodies::bodies(&plate, &plate.seen());
        all.retain(|one| one.levels.len() == 2 && one.levels[1].loops.len() == 4);
        all
    });
    assert!(found > 0.9, "{found}");
}

#[test]
fn a_rod_beside_a_block_is_round() {
    let block = Stacked::of_box([DVec3::new(-2.0, -2.0, -1.0), DVec3::new(2.0, 2.0, 1.0)]);
    let rod = "add_sketch(XY)\nadd_line(-2, -2, 2, -2)\nadd_line(2, -2, 2, 2)\nadd_line(2, 2, -2, 2)\nadd_line(-2, 2, -2, -2)\n\
        add_extrude(0, 1, new, 1)\nadd_sketch(XY)\nadd_circle(0, 0, 0.5)\nadd_extrude(0, 3, join)";
    let found = proposed(rod, |judge, placed| {
        let [relief, _] = relief::reliefs(&judge.maps, placed);
        let block = block.clone();
        let block = Hypothesis::new(Source::Boxes, Arc::new(relief), *placed, block, judge);
        let block = block.expect("builds");
        let mut all = bodies::bodies(&block, &block.seen());
        all.retain(|one| matches!(one.levels[1].loops[0].outline, Loop::Circle { .. }));
        all
    });
    assert!(found > 0.9, "{found}");
}

#[test]
fn what_a_fit_has_left_nothing_of_is_as_thick_as_a_sheet() {
    let [low, high] = [DVec3::new(-3.0, -2.0, 1.99), DVec3::new(3.0, 2.0, 2.0)];
    let mut stacked = Stacked::of_box([low, high]);
    let mut leg = stacked.levels[0].clone();
    leg.heights = [0.0, 1.99];
    stacked.levels.push(leg);
    let thick = stacked.thickened();
    assert_eq!(thick.levels[0].heights, [1.9, 2.0]);
    assert_eq!(thick.levels[1].heights, [0.0, 1.9]);
    assert_eq!(thick.clone().thickened(), thick);
}

#[test]
fn slanted_lines_are_counted() {
    let mut stacked = Stacked::of_box([DVec3::ZERO, DVec3::ONE]);
    assert_eq!(stacked.slanted_lines(), 0);
    if let Loop::Chain { corners, .. } = &mut stacked.levels[0].loops[0].outline {
        corners[1].x += 0.5;
    }
    assert_eq!(stacked.slanted_lines(), 1);
}

#[test]
fn a_bore_whose_floor_nothing_shows_goes_through() {
    // Seen from 32 degrees above: the floor of the tall one is hidden, that of the flat one is seen.
    for (half, is_through) in [(3.0, true), (0.8, false)] {
        let cup = format!(
            "add_sketch(XY)\nadd_circle(0, 0, 2)\nadd_extrude(0, {half}, new, {half})\n\
             add_sketch(XY)\nadd_circle(0, 0, 1.6)\nadd_extrude(0, {half}, cut, {})",
            half - 0.4
        );
        let mut best = (0.0, None);
        let truth = mesh_of(&cup.parse().expect("a program"));
        let placed = Placed::new(&guess(), &framing(), SIZE);
        let maps = exact_maps(&truth, &placed);
        let judge = Judge::new(&maps, true);
        for stacked in turned::stacks(&judge, &placed) {
            let mesh = super::mesh_of(&stacked.program().expect("a program")).expect("builds");
            let seen = judge.agreement_with_seen(&mesh, &placed);
            let has_bore = stacked.levels.iter().all(|level| level.loops.len() > 1);
            if seen > best.0 {
                best = (seen, Some(has_bore));
            }
        }
        assert_eq!(best.1, Some(is_through), "{half}");
    }
}

#[test]
fn a_thin_plate_is_proposed_as_its_cap() {
    let plate = "add_sketch(XY)\nadd_line(-3, -2, 3, -2)\nadd_line(3, -2, 3.5, 1)\n\
        add_line(3.5, 1, 0, 2.5)\nadd_line(0, 2.5, -3, -2)\nadd_circle(1, 0, 0.8)\n\
        add_extrude(0, 0.1, new)";
    let found = proposed(plate, of_relief(caps::stacks));
    assert!(found > 0.85, "{found}");
}

#[test]
fn a_prism_is_proposed_as_one_end_as_long_as_its_silhouette() {
    // An arrow: no face along its axis but the end that is seen.
    let arrow = "add_sketch(XZ)\nadd_line(-3, -1, 0, -1)\nadd_line(0, -1, 0, -2)\nadd_line(0, -2, 3, 0.5)\n\
        add_line(3, 0.5, 0, 2)\nadd_line(0, 2, 0, 1)\nadd_line(0, 1, -3, 1)\nadd_line(-3, 1, -3, -1)\n\
        add_extrude(0, 2.2, new)";
    let found = proposed(arrow, of_relief(caps::stacks));
    assert!(found > 0.9, "{found}");
}

#[test]
fn ellipses_correct_the_axis_of_a_turned_part() {
    let stepped = "add_sketch(XY)\nadd_circle(0, 0, 3)\nadd_extrude(0, 1, new)\n\
        add_sketch(XY)\nadd_circle(0, 0, 2)\nadd_extrude(0, 2.5, join)";
    let truth = mesh_of(&stepped.parse().expect("a program"));
    let maps = exact_maps(&truth, &Placed::new(&guess(), &framing(), SIZE));
    let judge = Judge::new(&maps, true);
    let axis = |guess: &CameraGuess| guess.camera_from_part.z_axis;
    let hinge = axis(&guess()).cross(DVec3::Z).normalize();
    let off = CameraGuess {
        camera_from_part: DMat3::from_axis_angle(hinge, 0.25) * guess().camera_from_part,
        ..guess()
    };
    let other = CameraGuess {
        vertical_fov_deg: Some(60.0),
        ..off
    };
    let error = |guess: &CameraGuess| axis_error_deg(axis(guess), axis(&self::guess()));
    assert!(error(&off) > 14.0);
    let tried = cameras::tried(&[off, other], &framing(), &judge);
    assert!(error(&tried[0]) < 2.0, "{tried:?}");
    // What is known is not corrected, and what is right stays.
    let known = CameraGuess {
        sigma_rotation_deg: 0.0,
        ..off
    };
    assert_eq!(cameras::tried(&[known], &framing(), &judge), [known]);
    assert_eq!(cameras::tried(&[guess()], &framing(), &judge), [guess()]);
}

#[test]
fn every_source_has_its_share_of_what_is_fitted() {
    let all = [
        (Source::Carved, 0.9),
        (Source::Carved, 0.8),
        (Source::Carved, 0.8),
        (Source::Carved, 0.8),
        (Source::Caps, 0.7),
        (Source::Turned, 0.1),
    ];
    let chosen = super::of_each_source(all.to_vec(), 4, |&one| one);
    let count = |source| chosen.iter().filter(|one| one.0 == source).count();
    assert_eq!(
        [Source::Carved, Source::Caps, Source::Turned].map(count),
        [3, 1, 0]
    );
}
