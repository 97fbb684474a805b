//! One operand after the other, over each cell and each edge of their common arrangement.

use super::SetOperation;
use super::boolean::Operand;
use super::classify::{Place, Source};
use super::column::Column;
use super::section::{Cap, SectionCell, SectionEdge, Wall};
use crate::FaceOrigin;
use crate::arrangement::{Arrangement, Edge};
use crate::origin::unite;

/// The cells of the arrangement with the columns and caps of the result.
pub(crate) fn folded_cells(
    arrangement: &Arrangement,
    operands: &[Operand<'_>],
    places: &[Vec<Place>],
) -> Vec<SectionCell> {
    let pairs = arrangement.cells.iter().zip(places);
    let cell = |(cell, places): (&crate::arrangement::Cell, &Vec<Place>)| {
        let (column, caps) = folded_cell(operands, places);
        SectionCell {
            loops: cell.boundaries.clone(),
            column,
            caps,
        }
    };
    pairs.map(cell).collect()
}

/// The edges of the arrangement with the walls of the result.
pub(crate) fn folded_edges(
    arrangement: &Arrangement,
    operands: &[Operand<'_>],
    places: &[Vec<Place>],
    sources: &[Source],
) -> Vec<SectionEdge> {
    let edge = |edge: &Edge| SectionEdge {
        start: edge.start,
        end: edge.end,
        bend: edge.bend,
        left: edge.left,
        right: edge.right,
        walls: folded_walls(edge, operands, places, sources),
    };
    arrangement.edges.iter().map(edge).collect()
}

/// The operands that change something where a cell, or one of two, lies in them: all of those, and
/// all that are intersected with. With each its cells there, 0 where outside.
fn steps<'a, 'b, const N: usize>(
    operands: &'a [Operand<'b>],
    places: [&'a [Place]; N],
) -> impl Iterator<Item = (&'a Operand<'b>, usize, [usize; N])> {
    let mut places = places.map(|places| places.iter().peekable());
    operands
        .iter()
        .enumerate()
        .filter_map(move |(number, operand)| {
            let cells = places.each_mut().map(|places| {
                let here = places.next_if(|place| place.operand == number);
                here.map_or(0, |place| place.cell)
            });
            let counts =
                operand.operation == SetOperation::Intersect || cells.iter().any(|c| *c != 0);
            counts.then_some((operand, number, cells))
        })
}

fn folded_cell(operands: &[Operand<'_>], places: &[Place]) -> (Column, Vec<Cap>) {
    let (mut column, mut caps) = (Column::default(), Vec::new());
    for (operand, _, [cell]) in steps(operands, [places]) {
        column = column.combined(&operand.columns[cell], operand.operation);
        caps = next_caps(&column, &caps, operand, cell);
    }
    (column, caps)
}

/// Caps at the levels of a column, with the origins that caps before and caps of the operand have
/// there.
fn next_caps(column: &Column, before: &[Cap], operand: &Operand<'_>, cell: usize) -> Vec<Cap> {
    let mut caps: Vec<Cap> = column.levels().map(Cap::bare).collect();
    let own = &operand.section.cells[cell].caps;
    let own = own
        .iter()
        .map(|cap| (operand.levels[cap.level], &cap.origins));
    for (level, origins) in before
        .iter()
        .map(|cap| (cap.level, &cap.origins))
        .chain(own)
    {
        if let Ok(place) = caps.binary_search_by_key(&level, |cap| cap.level) {
            unite(&mut caps[place].origins, origins);
        }
    }
    caps
}

fn folded_walls(
    edge: &Edge,
    operands: &[Operand<'_>],
    places: &[Vec<Place>],
    sources: &[Source],
) -> Vec<Wall> {
    let sides = [edge.left, edge.right].map(|cell| places[cell].as_slice());
    let mut columns = [Column::default(), Column::default()];
    let mut walls = Vec::new();
    for (operand, number, cells) in steps(operands, sides) {
        for (column, cell) in columns.iter_mut().zip(cells) {
            *column = column.combined(&operand.columns[cell], operand.operation);
        }
        let mut next = bare_walls(&columns[0], &columns[1]);
        for wall in &walls {
            add_origins(&mut next, wall);
        }
        for wall in own_walls(edge, sources, number, operand) {
            add_origins(&mut next, &wall);
        }
        walls = next;
    }
    fill_origins(&mut walls, edge, sources, operands);
    walls
}

/// What is boundary between two columns, without origins.
pub(crate) fn bare_walls(left: &Column, right: &Column) -> Vec<Wall> {
    let differences = left.differences(right).into_iter();
    let wall = |(span, material_left)| Wall {
        span,
        material_left,
        origins: Vec::new(),
    };
    differences.map(wall).collect()
}

/// The walls that an operand has along an edge, at the levels of the result.
fn own_walls(
    edge: &Edge,
    sources: &[Source],
    number: usize,
    operand: &Operand<'_>,
) -> impl Iterator<Item = Wall> {
    let own = edge.strokes.iter().map(|stroke| sources[stroke.stroke]);
    let own = own.filter(move |source| source.operand == number);
    own.flat_map(|source| &operand.section.edges[source.edge].walls)
        .map(|wall| Wall {
            span: operand.span(wall.span),
            ..wall.clone()
        })
}

fn add_origins(walls: &mut [Wall], source: &Wall) {
    for wall in walls
        .iter_mut()
        .filter(|wall| wall.span.overlaps(source.span))
    {
        unite(&mut wall.origins, &source.origins);
    }
}

/// Where edges were snapped onto each other, the walls of either may have moved: then a wall is of
/// all that stand over the edge.
fn fill_origins(walls: &mut [Wall], edge: &Edge, sources: &[Source], operands: &[Operand<'_>]) {
    if walls.iter().all(|wall| !wall.origins.is_empty()) {
        return;
    }
    let mut all: Vec<FaceOrigin> = Vec::new();
    for stroke in &edge.strokes {
        let source = sources[stroke.stroke];
        for wall in &operands[source.operand].section.edges[source.edge].walls {
            unite(&mut all, &wall.origins);
        }
    }
    for wall in walls.iter_mut().filter(|wall| wall.origins.is_empty()) {
        wall.origins.clone_from(&all);
    }
}
