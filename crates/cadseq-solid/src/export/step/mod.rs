//! STEP, application protocol 214: the exact solid, with true planes and cylinders.
//!
//! Coordinates are model units and the file declares centimetres, so a reader that works in
//! millimetres shows a model unit as 10 mm. Flat faces are `PLANE`s, curved ones
//! `CYLINDRICAL_SURFACE`s; the side of a full circle is one face with a seam. Each lump is a solid of
//! its own, with its cavities as voids. Every [`Brep`] can be written: nothing is decided by a
//! tolerance here.

mod boundary;
mod part21;

use glam::DVec3;
use part21::{Entities, Id, list};

use crate::Brep;

/// The text of a STEP file of one product with all lumps of some solids, in centimetres, Z up.
pub fn write<'a>(solids: impl IntoIterator<Item = &'a Brep>) -> String {
    let mut entities = Entities::new();
    let mut items = Vec::new();
    for solid in solids {
        items.extend(boundary::add_solids(&mut entities, solid));
    }
    let origin = entities.placement(DVec3::ZERO, DVec3::Z, DVec3::X);
    let context = add_context(&mut entities);
    items.insert(0, origin);
    let shape = entities.add(format_args!(
        "ADVANCED_BREP_SHAPE_REPRESENTATION('',{},{context})",
        list(items)
    ));
    add_product(&mut entities, shape);
    entities.into_file()
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

/// The product that has the shape.
fn add_product(entities: &mut Entities, shape: Id) {
    let application = entities.add(format_args!(
        "APPLICATION_CONTEXT('core data for automotive mechanical design processes')"
    ));
    entities.add(format_args!(
        "APPLICATION_PROTOCOL_DEFINITION('international standard','automotive_design',2000,\
         {application})"
    ));
    let discipline = entities.add(format_args!(
        "PRODUCT_CONTEXT('',{application},'mechanical')"
    ));
    let product = entities.add(format_args!("PRODUCT('solid','solid','',({discipline}))"));
    entities.add(format_args!(
        "PRODUCT_RELATED_PRODUCT_CATEGORY('part',$,({product}))"
    ));
    let formation = entities.add(format_args!(
        "PRODUCT_DEFINITION_FORMATION('','',{product})"
    ));
    let stage = entities.add(format_args!(
        "PRODUCT_DEFINITION_CONTEXT('part definition',{application},'design')"
    ));
    let definition = entities.add(format_args!(
        "PRODUCT_DEFINITION('design','',{formation},{stage})"
    ));
    let whole = entities.add(format_args!("PRODUCT_DEFINITION_SHAPE('','',{definition})"));
    entities.add(format_args!(
        "SHAPE_DEFINITION_REPRESENTATION({whole},{shape})"
    ));
}
