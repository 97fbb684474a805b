//! Kernel bodies as a STEP file.

use arris::io::step::{LengthUnit, Occurrence, ProductTree, WriteOptions, write_products_with};
use arris::math::{Control, Isometry};
use arris::topo::Model;

use super::{KernelBody, KernelError};
use crate::export::{Label, body_labels};

/// The text of a STEP file of the part of this name with all bodies, in centimetres; its products are
/// those of [`export::step`](crate::export::step).
///
/// # Errors
/// Where the kernel cannot write a body.
pub(crate) fn write(part: &Label, bodies: &[KernelBody]) -> Result<String, KernelError> {
    let mut model = Model::default();
    let mut all = Vec::with_capacity(bodies.len());
    for body in bodies {
        let (copy, _) = model
            .import(&body.model, body.body)
            .map_err(|error| KernelError::query("write", &error))?;
        all.push(copy);
    }
    let tree = ProductTree {
        roots: vec![root(part, bodies.len())],
        faces: Vec::new(),
    };
    let options = WriteOptions {
        length_unit: LengthUnit::Centimetre,
    };
    write_products_with(&model, &all, &tree, &options, &Control::NONE)
        .map_err(|error| KernelError::query("write", &error))
}

/// The product of the only body, or an assembly of several.
fn root(part: &Label, count: usize) -> Occurrence {
    let labels = body_labels(part, count);
    let bodies = labels.iter().enumerate();
    let mut products = bodies.map(|(index, label)| product(label, vec![index], Vec::new()));
    match count {
        1 => products.next().expect("one body has one label"),
        _ => product(part, Vec::new(), products.collect()),
    }
}

fn product(label: &Label, solids: Vec<usize>, children: Vec<Occurrence>) -> Occurrence {
    Occurrence {
        product: None,
        name: label.as_str().to_owned(),
        placement: Ok(Isometry::identity()),
        colour: None,
        solids,
        children,
    }
}
