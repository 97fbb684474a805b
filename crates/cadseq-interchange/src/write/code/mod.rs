//! What scripts of all tools have in common: parameters, numbers, places, comments.

mod lines;
mod notation;
mod placement;
mod sheet;
mod span;
mod words;

pub(super) use lines::Lines;
pub(super) use notation::{Notation, outlines};
pub(super) use placement::{Placement, tuple};
pub(super) use sheet::Sheet;
pub(super) use span::Span;
pub(super) use words::{extrude_title, header, sketch_title};

use super::design::Bodies;

/// Starts a Python script: the header, the lines of its imports (empty ones are gaps), the
/// parameters.
pub(super) fn python_start(title: &str, name: &str, imports: &[&str], sheet: &Sheet) -> Lines {
    let mut lines = Lines::new();
    for line in header(title, sheet.unit, name) {
        lines.add(format!("# {line}"));
    }
    lines.gap();
    for import in imports {
        match *import {
            "" => lines.gap(),
            import => lines.add(import),
        }
    }
    lines.gap();
    lines.add("# Parameters");
    for (name, value) in &sheet.parameters {
        lines.add(format!("{name} = {value}"));
    }
    lines
}

/// Adds the functions by which bodies are joined, and left out where they are gone, as far as the
/// script needs them.
pub(super) fn add_functions(lines: &mut Lines, bodies: Bodies, [join, left]: [&str; 2]) {
    let Bodies::Several { joins, meets } = bodies else {
        return;
    };
    if joins {
        lines.add(join);
    }
    if meets {
        lines.add(left);
    }
}
