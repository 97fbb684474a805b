//! STEP, application protocol 214: the exact solid, with true planes and cylinders.
//!
//! Coordinates are model units and the file declares centimetres, so a reader that works in
//! millimetres shows a model unit as 10 mm. Flat faces are `PLANE`s, curved ones
//! `CYLINDRICAL_SURFACE`s; the side of a full circle is one face with a seam. Each lump is a solid of
//! its own, with its cavities as voids. Every [`Brep`] can be written: nothing is decided by a
//! tolerance here.
//!
//! A part of one body is a product with its name. A part of several is an assembly of that name, with a
//! product for each body in its place, as Open CASCADE, Fusion 360 and Onshape write and read them:
//! readers of shapes get one compound, readers of products a tree with names.

mod boundary;
mod part21;
mod product;

use glam::DVec3;
use part21::{Entities, Id, list};
use product::Products;

use super::{Label, body_labels};
use crate::Brep;

/// The text of a STEP file of the part of this name with these bodies, in centimetres, Z up.
pub fn write<'a>(part: &Label, bodies: impl IntoIterator<Item = &'a Brep>) -> String {
    let mut entities = Entities::new();
    let solids = bodies.into_iter();
    let solids: Vec<Vec<Id>> = solids
        .map(|body| boundary::add_solids(&mut entities, body))
        .collect();
    let origin = entities.placement(DVec3::ZERO, DVec3::Z, DVec3::X);
    let context = add_context(&mut entities);
    let mut products = Products::new(&mut entities);
    let labels = body_labels(part, solids.len());
    let bodies = labels.iter().zip(solids).map(|(label, solids)| {
        let items = list(std::iter::once(origin).chain(solids));
        let shape = format!("ADVANCED_BREP_SHAPE_REPRESENTATION('',{items},{context})");
        products.add(&mut entities, label, &shape)
    });
    let bodies: Vec<_> = bodies.collect();
    if bodies.len() > 1 {
        let shape = format!("SHAPE_REPRESENTATION('',({origin}),{context})");
        let assembly = products.add(&mut entities, part, &shape);
        for (label, body) in labels.iter().zip(bodies) {
            products.place(&mut entities, (label, body), assembly, origin);
        }
    }
    entities.into_file(part)
}

/// Units and accuracy.
fn add_context(entities: &mut Entities) -> Id {
    let length = entities.add(format_args!(
        "(LENGTH_UNIT()NAMED_UNIT(*)SI_UNIT(.CENTI.,.METRE.))"
    ));
    let angle = entities.add(format_args!(
        "(NAMED_UNIT(*)PLANE_ANGLE_UNIT()SI_UNIT($,.RADIAN.))"
    ));
    let solid_angle = entities.add(format_args!(
        "(NAMED_UNIT(*)SI_UNIT($,.STERADIAN.)SOLID_ANGLE_UNIT())"
    ));
    let accuracy = entities.add(format_args!(
        "UNCERTAINTY_MEASURE_WITH_UNIT(LENGTH_MEASURE(1.E-8),{length},\
         'distance_accuracy_value','confusion accuracy')"
    ));
    entities.add(format_args!(
        "(GEOMETRIC_REPRESENTATION_CONTEXT(3)GLOBAL_UNCERTAINTY_ASSIGNED_CONTEXT(({accuracy}))\
         GLOBAL_UNIT_ASSIGNED_CONTEXT(({length},{angle},{solid_angle}))\
         REPRESENTATION_CONTEXT('',''))"
    ))
}
