//! Contact sheets: solids in the style `paper` side by side.

use cadseq_reconstruct::find::find;
use cadseq_render::{Picture, Style, View, Window, draw};
use cadseq_solid::{Mesh, Solid};
use glam::DVec2;
use rayon::prelude::*;

/// Width and height of a cell in pixels.
const CELL_PX: usize = 176;
/// Between the cells and around them, in pixels.
const GAP_PX: usize = 4;
/// Grey value of the gaps.
const GAP_LUMA: f32 = 0.8;
/// Grey values of a cell without a solid, and of the cross in it.
const EMPTY_LUMA: [f32; 2] = [0.95, 0.7];
/// Half the width of the cross in pixels.
const CROSS_PX: usize = 1;
/// Chord tolerance of the drawn solids in model units, below a pixel.
const CHORD_TOLERANCE: f64 = 0.01;
/// What is left free around a solid, as a share of its longer side.
const MARGIN: f64 = 0.08;
/// Height of the paper's picture, whose frame bounds what is shown.
const FRAME_PX: usize = 512;

/// What a cell shows.
#[derive(Debug, Clone, Copy)]
pub enum Cell<'a> {
    /// A solid.
    Solid(&'a Solid),
    /// A picture of one, by the paper's camera.
    Picture(&'a Picture),
    /// A cross, where there is no solid.
    Empty,
}

/// How much of the view is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Framing {
    /// Every cell is filled by its own solid.
    Own,
    /// All cells show the same part of the view, so that sizes compare.
    Common,
}

/// The cells in rows of `columns` (at least 1), in reading order.
pub fn contact_sheet(cells: &[Cell<'_>], columns: usize, framing: Framing) -> Picture {
    let shown: Vec<Shown<'_>> = cells.par_iter().map(Shown::of).collect();
    let common = match framing {
        Framing::Own => None,
        Framing::Common => around_all(shown.iter().filter_map(Shown::window)),
    };
    let drawn: Vec<Picture> = shown.par_iter().map(|one| one.draw(common)).collect();
    tiled(&drawn, columns)
}

/// A cell with the window around what it shows.
enum Shown<'a> {
    Mesh(Mesh, Window),
    Picture(&'a Picture, View, Window),
    Empty,
}

impl<'a> Shown<'a> {
    fn of(cell: &Cell<'a>) -> Self {
        match *cell {
            Cell::Solid(solid) => {
                let Ok(mesh) = solid.mesh(CHORD_TOLERANCE) else {
                    return Self::Empty;
                };
                let frame = View::paper(FRAME_PX);
                let window = match frame.bounds(&mesh.positions) {
                    Some((low, high)) => Window::around(low, high, MARGIN),
                    None => frame.window,
                };
                Self::Mesh(mesh, window)
            }
            Cell::Picture(picture) => {
                let view = View::paper_sized(picture.width, picture.height);
                let window = find(picture).map_or(view.window, |scene| scene.window());
                Self::Picture(picture, view, window)
            }
            Cell::Empty => Self::Empty,
        }
    }

    fn window(&self) -> Option<Window> {
        match self {
            Self::Mesh(_, window) | Self::Picture(_, _, window) => Some(*window),
            Self::Empty => None,
        }
    }

    /// The cell through `common`, or through the window around what it shows.
    fn draw(&self, common: Option<Window>) -> Picture {
        match self {
            Self::Mesh(mesh, own) => {
                let view = View::paper(FRAME_PX).through(common.unwrap_or(*own), CELL_PX);
                draw(mesh, &view, &Style::paper())
            }
            Self::Picture(picture, view, own) => {
                let window = common.unwrap_or(*own);
                let low = view.pixel_from_view_plane(window.low());
                let side = 2.0 * window.half_height / view.units_per_pixel();
                picture.crop(low.x, low.y, side, CELL_PX)
            }
            Self::Empty => crossed(),
        }
    }
}

/// The smallest square window around all of them.
fn around_all(windows: impl Iterator<Item = Window>) -> Option<Window> {
    let bounds = windows.map(|window| (window.low(), window.center + window.half_height));
    let (low, high): (DVec2, DVec2) =
        bounds.reduce(|(low, high), (l, h)| (low.min(l), high.max(h)))?;
    Some(Window::around(low, high, 0.0))
}

fn crossed() -> Picture {
    let mut cell = Picture::filled(CELL_PX, CELL_PX, EMPTY_LUMA[0]);
    for y in 0..CELL_PX {
        for x in [y, CELL_PX - 1 - y] {
            let stroke = x.saturating_sub(CROSS_PX)..(x + CROSS_PX + 1).min(CELL_PX);
            cell.luma[y * CELL_PX..][stroke].fill(EMPTY_LUMA[1]);
        }
    }
    cell
}

fn tiled(cells: &[Picture], columns: usize) -> Picture {
    let columns = columns.clamp(1, cells.len().max(1));
    let pitch = CELL_PX + GAP_PX;
    let (width, height) = (
        columns * pitch + GAP_PX,
        cells.len().div_ceil(columns) * pitch + GAP_PX,
    );
    let mut sheet = Picture::filled(width, height, GAP_LUMA);
    for (index, cell) in cells.iter().enumerate() {
        let left = index % columns * pitch + GAP_PX;
        let top = index / columns * pitch + GAP_PX;
        sheet.paste(cell, left, top);
    }
    sheet
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pictures::paper_picture;
    use cadseq_program::Program;
    use cadseq_solid::Part;

    fn cylinder(radius: f64) -> Program {
        let text = format!("add_sketch(XY)\nadd_circle(0, 0, {radius})\nadd_extrude(0, {radius})");
        text.parse().expect("a program")
    }

    fn solid(radius: f64) -> Solid {
        Part::build(&cylinder(radius)).expect("a part").solid
    }

    /// The share of a cell, counted in reading order, that is no background.
    fn covered(sheet: &Picture, columns: usize, index: usize) -> f64 {
        let pitch = CELL_PX + GAP_PX;
        let (left, top) = (
            index % columns * pitch + GAP_PX,
            index / columns * pitch + GAP_PX,
        );
        let pixels = (0..CELL_PX).flat_map(|y| (0..CELL_PX).map(move |x| (x, y)));
        let dark = pixels.filter(|&(x, y)| sheet.at(left + x, top + y) < 0.9);
        dark.count() as f64 / (CELL_PX * CELL_PX) as f64
    }

    #[test]
    fn framing_decides_whether_sizes_compare() {
        let (large, small) = (solid(4.0), solid(2.0));
        let cells = [Cell::Solid(&large), Cell::Solid(&small), Cell::Empty];
        let own = contact_sheet(&cells, 2, Framing::Own);
        assert_eq!((own.width, own.height), (2 * 180 + 4, 2 * 180 + 4));
        let [a, b, cross] = [0, 1, 2].map(|index| covered(&own, 2, index));
        assert!(a > 0.5 && (a - b).abs() < 0.05, "{a}, {b}");
        assert!((0.01..0.1).contains(&cross), "{cross}");
        let common = contact_sheet(&cells, 3, Framing::Common);
        assert_eq!((common.width, common.height), (3 * 180 + 4, 180 + 4));
        let ratio = covered(&common, 3, 1) / covered(&common, 3, 0);
        assert!((0.15..0.3).contains(&ratio), "{ratio}");
    }

    #[test]
    fn a_picture_is_shown_as_its_solid_is() {
        let solid = solid(4.0);
        let picture = paper_picture(&cylinder(4.0), 256).expect("a solid");
        let cells = [Cell::Solid(&solid), Cell::Picture(&picture)];
        let sheet = contact_sheet(&cells, 2, Framing::Common);
        let [a, b] = [0, 1].map(|index| covered(&sheet, 2, index));
        assert!((a - b).abs() < 0.02, "{a}, {b}");
    }

    #[test]
    fn nothing_is_an_empty_sheet() {
        let sheet = contact_sheet(&[], 4, Framing::Common);
        assert_eq!((sheet.width, sheet.height), (184, 4));
    }
}
