//! Products with their names and shapes, and products in an assembly (ISO 10303-41 and -44).

use super::part21::{Entities, Id, string};
use crate::export::Label;

/// What all products of a file share.
pub(super) struct Products {
    discipline: Id,
    stage: Id,
    /// How many places of products in assemblies there are.
    places: usize,
}

/// A product: its definition, and its shape.
#[derive(Debug, Clone, Copy)]
pub(super) struct Product {
    definition: Id,
    shape: Id,
}

impl Products {
    pub(super) fn new(entities: &mut Entities) -> Self {
        let application = entities.add(format_args!(
            "APPLICATION_CONTEXT('core data for automotive mechanical design processes')"
        ));
        entities.add(format_args!(
            "APPLICATION_PROTOCOL_DEFINITION('international standard','automotive_design',2000,\
             {application})"
        ));
        Self {
            discipline: entities.add(format_args!(
                "PRODUCT_CONTEXT('',{application},'mechanical')"
            )),
            stage: entities.add(format_args!(
                "PRODUCT_DEFINITION_CONTEXT('part definition',{application},'design')"
            )),
            places: 0,
        }
    }

    /// Adds a product with a shape representation.
    pub(super) fn add(&self, entities: &mut Entities, label: &Label, shape: &str) -> Product {
        let Self {
            discipline, stage, ..
        } = self;
        let shape = entities.add(format_args!("{shape}"));
        let name = string(label.as_str());
        let product = entities.add(format_args!("PRODUCT({name},{name},'',({discipline}))"));
        entities.add(format_args!(
            "PRODUCT_RELATED_PRODUCT_CATEGORY('part',$,({product}))"
        ));
        let formation = entities.add(format_args!(
            "PRODUCT_DEFINITION_FORMATION('','',{product})"
        ));
        let definition = entities.add(format_args!(
            "PRODUCT_DEFINITION('design','',{formation},{stage})"
        ));
        let whole = entities.add(format_args!("PRODUCT_DEFINITION_SHAPE('','',{definition})"));
        entities.add(format_args!(
            "SHAPE_DEFINITION_REPRESENTATION({whole},{shape})"
        ));
        Product { definition, shape }
    }

    /// Puts a product into an assembly, where its own coordinates say.
    pub(super) fn place(
        &mut self,
        entities: &mut Entities,
        (label, part): (&Label, Product),
        assembly: Product,
        origin: Id,
    ) {
        self.places += 1;
        let (number, name) = (self.places, string(label.as_str()));
        let usage = entities.add(format_args!(
            "NEXT_ASSEMBLY_USAGE_OCCURRENCE('{number}',{name},'',{},{},$)",
            assembly.definition, part.definition
        ));
        let placed = entities.add(format_args!(
            "PRODUCT_DEFINITION_SHAPE('Placement','Placement of an item',{usage})"
        ));
        let transformation = entities.add(format_args!(
            "ITEM_DEFINED_TRANSFORMATION('','',{origin},{origin})"
        ));
        let relation = entities.add(format_args!(
            "(REPRESENTATION_RELATIONSHIP('','',{},{})\
             REPRESENTATION_RELATIONSHIP_WITH_TRANSFORMATION({transformation})\
             SHAPE_REPRESENTATION_RELATIONSHIP())",
            part.shape, assembly.shape
        ));
        entities.add(format_args!(
            "CONTEXT_DEPENDENT_SHAPE_REPRESENTATION({relation},{placed})"
        ));
    }
}
