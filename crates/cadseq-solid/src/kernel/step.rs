//! Kernel bodies as a STEP file.

use arris::io::step::{LengthUnit, Occurrence, ProductTree, WriteOptions, write_products_with};
use arris::math::{Control, Isometry};
use arris::topo::Model;

use super::{KernelBody, KernelError};

/// The text of a STEP file of the part of this name with all bodies by their names, in centimetres; its products are
/// those of [`export::step`](crate::export::step).
///
/// # Errors
/// Where the kernel cannot write a body.
pub(crate) fn write(part: &str, bodies: &[(&str, KernelBody)]) -> Result<String, KernelError> {
    let mut model = Model::default();
    let mut all = Vec::with_capacity(bodies.len());
    for (_, body) in bodies {
        let (copy, _) = model
            .import(&body.model, body.body)
            .map_err(|error| KernelError::query("write", &error))?;
        all.push(copy);
    }
    let tree = ProductTree {
        roots: vec![root(part, bodies)],
        faces: Vec::new(),
    };
    let options = WriteOptions {
        length_unit: LengthUnit::Centimetre,
    };
    write_products_with(&model, &all, &tree, &options, &Control::NONE)
        .map_err(|error| KernelError::query("write", &error))
}

/// The product of the only body, or an assembly of several.
fn root(part: &str, bodies: &[(&str, KernelBody)]) -> Occurrence {
    let names = bodies.iter().enumerate();
    let product_of =
        |(index, (name, _)): (usize, &(&str, _))| product(name, vec![index], Vec::new());
    let mut products: Vec<Occurrence> = names.map(product_of).collect();
    match products.len() {
        1 => products.remove(0),
        _ => product(part, Vec::new(), products),
    }
}

fn product(name: &str, solids: Vec<usize>, children: Vec<Occurrence>) -> Occurrence {
    Occurrence {
        product: None,
        name: name.to_owned(),
        placement: Ok(Isometry::identity()),
        colour: None,
        solids,
        children,
    }
}
