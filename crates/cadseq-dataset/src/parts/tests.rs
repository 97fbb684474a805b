//! Every family gives parts, and the same ones each time.

use std::{collections::BTreeSet, f64::consts::PI};

use cadseq_program::{BooleanOperation, Operation, OperationKind, SketchPlane};
use cadseq_solid::{Mesh, Outline};
use glam::{DVec2, DVec3};

use super::{
    FAMILIES, Family, LONGEST_SIDE, PartSample,
    draft::{Axis, Draft},
    drawing::Drawing,
    loops::{Loop, circle, flatted, hull, regular, ring_sector, rounded_rectangle, slot},
    part_sample, part_sample_of,
};
use crate::Rejections;

/// Seeds that each family is tried with.
const TRIES: u64 = 40;

#[test]
fn names_are_unique_and_weights_positive() {
    let names: BTreeSet<_> = FAMILIES.iter().map(|family| family.name).collect();
    assert_eq!(names.len(), FAMILIES.len());
    assert!(FAMILIES.iter().all(|family| family.weight > 0));
}

#[test]
fn every_family_builds() {
    let faults: Vec<String> = FAMILIES.iter().flat_map(faults).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What is wrong with a family.
fn faults(family: &Family) -> Vec<String> {
    let mut faults = Vec::new();
    let mut rejected = Rejections::default();
    for index in 0..TRIES {
        let sample = part_sample_of(family, 1, index);
        rejected.add(&sample.rejections);
        let found = fault(&sample);
        faults.extend(found.map(|fault| format!("{} {index}: {fault}", family.name)));
    }
    if rejected.total() > TRIES / 4 {
        let causes: Vec<_> = rejected.iter().collect();
        faults.push(format!("{}: {causes:?}", family.name));
    }
    faults
}

fn fault(sample: &PartSample) -> Option<String> {
    let extrudes = sample.program.kinds();
    let extrudes = extrudes
        .filter(|&kind| kind == OperationKind::AddExtrude)
        .count();
    if !(1..=8).contains(&extrudes) {
        return Some(format!("{extrudes} extrudes"));
    }
    let measures = sample
        .part
        .solid
        .measures()
        .expect("measures")
        .expect("a volume");
    let side = (measures.bounds.max - measures.bounds.min).max_element();
    if (side - LONGEST_SIDE).abs() > 0.01 {
        return Some(format!("the longest side is {side}"));
    }
    let Ok(mesh) = sample.part.solid.mesh(0.02) else {
        return Some("no mesh".to_owned());
    };
    let volume = volume(&mesh);
    if (volume / measures.volume - 1.0).abs() > 0.05 {
        return Some(format!(
            "{volume} in the mesh, {} in the solid",
            measures.volume
        ));
    }
    let wanted = if sample.family == "two-bodies" { 2 } else { 1 };
    let pieces = pieces(&mesh);
    (pieces != wanted).then(|| format!("{pieces} pieces"))
}

/// Signed volume within the triangles.
fn volume(mesh: &Mesh) -> f64 {
    let corner = |index: u32| mesh.positions[index as usize];
    let sixfold = |&[a, b, c]: &[u32; 3]| corner(a).dot(corner(b).cross(corner(c)));
    mesh.triangles.iter().map(sixfold).sum::<f64>() / 6.0
}

/// Shells of a mesh that do not share a corner; a cavity would be one as well.
fn pieces(mesh: &Mesh) -> usize {
    let mut parent: Vec<usize> = (0..mesh.positions.len()).collect();
    let root = |parent: &[usize], mut corner: usize| {
        while parent[corner] != corner {
            corner = parent[corner];
        }
        corner
    };
    for &[a, b, c] in &mesh.triangles {
        for other in [b, c] {
            let (from, to) = (root(&parent, a as usize), root(&parent, other as usize));
            parent[from.max(to)] = from.min(to);
        }
    }
    let used = mesh
        .triangles
        .iter()
        .flatten()
        .map(|&corner| corner as usize);
    used.map(|corner| root(&parent, corner))
        .collect::<BTreeSet<_>>()
        .len()
}

#[test]
fn parts_lie_in_every_orientation_and_on_every_kind_of_plane() {
    let (mut longest, mut planes) = ([0; 3], [0; 3]);
    for index in 0..300 {
        let sample = part_sample(5, index);
        let measures = sample
            .part
            .solid
            .measures()
            .expect("measures")
            .expect("a volume");
        let sides = (measures.bounds.max - measures.bounds.min).to_array();
        let axis = (0..3)
            .find(|&axis| sides[axis] > LONGEST_SIDE - 0.01)
            .expect("a longest");
        longest[axis] += 1;
        for operation in sample.program.operations() {
            match operation {
                Operation::AddSketch(SketchPlane::Origin(_)) => planes[0] += 1,
                Operation::AddSketch(SketchPlane::Frame(_)) => planes[1] += 1,
                Operation::AddSketch(SketchPlane::Face(_)) => planes[2] += 1,
                _ => {}
            }
        }
    }
    assert!(longest.iter().all(|&count| count > 50), "{longest:?}");
    assert!(planes.iter().all(|&count| count > 50), "{planes:?}");
}

#[test]
fn the_longest_side_of_a_draft_knows_its_arcs() {
    let slot = Drawing::of(slot(DVec2::ZERO, DVec2::new(3.0, 4.0), 1.0));
    let draft = Draft::base(slot, 0.0, 2.0);
    assert!((draft.size() - DVec3::new(5.0, 6.0, 2.0)).length() < 1e-12);
    let arm = Drawing::of(circle(DVec2::new(1.0, 1.0), 0.5));
    let draft = draft.with(Axis::U, arm, [0.0, 10.0], BooleanOperation::Join);
    assert!((draft.size() - DVec3::new(11.0, 6.0, 2.0)).length() < 1e-12);
}

#[test]
fn loops_have_the_areas_of_the_formulas() {
    let check = |curves: Loop, expected: f64| {
        let outline = Outline::new(&curves, 1e-9).expect("a loop");
        assert!((outline.area() - expected).abs() < 1e-9, "{curves:?}");
    };
    check(slot(DVec2::ZERO, DVec2::X * 2.0, 0.5), 2.0 + PI / 4.0);
    check(
        rounded_rectangle(DVec2::ZERO, DVec2::new(4.0, 2.0), 0.5),
        8.0 - 1.0 + PI / 4.0,
    );
    check(hull([DVec2::ZERO, DVec2::X * 3.0], [1.0, 1.0]), 6.0 + PI);
    check(flatted(DVec2::ONE, 2.0, 0.0), 2.0 * PI);
    check(
        ring_sector(DVec2::ZERO, [1.0, 2.0], [0.5, 0.5 + PI / 2.0]),
        3.0 * PI / 4.0,
    );
    check(regular(DVec2::ZERO, 1.0, 4, 0.2), 2.0);
}

#[test]
fn seed_and_index_alone_decide() {
    for index in 0..60 {
        let text = |seed| part_sample(seed, index).program.to_string();
        assert_eq!(text(1), text(1));
        assert_ne!(text(1), text(2));
    }
}
