//! A polygon with holes as triangles.
//!
//! Every point of the polygon is used, also on straight stretches, and triangles meet the sides one by
//! one, so that what stands over the sides fits without gaps.

use std::ops::Range;

use glam::DVec2;
use spade::{ConstrainedDelaunayTriangulation, Point2, Triangulation as _, mitigate_underflow};

use crate::triangulate::triangulate;

type Delaunay = ConstrainedDelaunayTriangulation<Point2<f64>>;

/// Delaunay triangles of the points `loops` of a polygon: first the outer loop, counter-clockwise,
/// then holes, clockwise; they may touch at common points. `None` where they cross.
pub(crate) fn triangulate_region(
    points: &[DVec2],
    loops: &[Range<usize>],
) -> Option<Vec<[u32; 3]>> {
    let (places, positions) = distinct(points);
    let sides = sides(loops);
    let pairs: Vec<[usize; 2]> = sides
        .iter()
        .map(|side| side.map(|point| places[point]))
        .collect();
    let (count, mut crosses) = (positions.len(), false);
    let mesh = Delaunay::try_bulk_load_cdt(positions, pairs.clone(), |_| crosses = true).ok()?;
    if crosses || mesh.num_vertices() != count {
        return None;
    }
    let points_of_edges = sectors(&mesh, &sides, &pairs)?;
    let mut triangles = Vec::with_capacity(points.len() + 2 * loops.len());
    for face in mesh.inner_faces() {
        let corners = face
            .adjacent_edges()
            .map(|edge| points_of_edges[edge.fix().index()]);
        if let [Some(a), Some(b), Some(c)] = corners {
            triangles.push([a, b, c]);
        }
    }
    (triangles.len() + 4 == points.len() + 2 * loops.len()).then_some(triangles)
}

/// For each point its place among the different ones, and those.
fn distinct(points: &[DVec2]) -> (Vec<usize>, Vec<Point2<f64>>) {
    let order = |a: &usize, b: &usize| {
        let (a, b) = (points[*a], points[*b]);
        a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y))
    };
    let mut sorted: Vec<usize> = (0..points.len()).collect();
    sorted.sort_by(order);
    let mut first_with = vec![0; points.len()];
    for same in sorted.chunk_by(|a, b| points[*a] == points[*b]) {
        let first = same.iter().copied().min().unwrap_or_default();
        for &point in same {
            first_with[point] = first;
        }
    }
    let mut places = vec![0; points.len()];
    let mut positions = Vec::with_capacity(points.len());
    for (point, &first) in first_with.iter().enumerate() {
        places[point] = if first == point {
            let DVec2 { x, y } = points[point];
            positions.push(mitigate_underflow(Point2::new(x, y)));
            positions.len() - 1
        } else {
            places[first]
        };
    }
    (places, positions)
}

/// The sides of the polygon as pairs of points.
fn sides(loops: &[Range<usize>]) -> Vec<[usize; 2]> {
    let side = |range: &Range<usize>, point: usize| {
        let next = if point + 1 < range.end {
            point + 1
        } else {
            range.start
        };
        [point, next]
    };
    loops
        .iter()
        .flat_map(|range| range.clone().map(move |point| side(range, point)))
        .collect()
}

/// For each directed edge of the triangulation that starts inside the polygon the point where it
/// starts: at a place where the polygon touches itself there are several. `None` where a side is no
/// edge.
fn sectors(
    mesh: &Delaunay,
    sides: &[[usize; 2]],
    pairs: &[[usize; 2]],
) -> Option<Vec<Option<u32>>> {
    let mut points = vec![None; mesh.num_directed_edges()];
    for (side, pair) in sides.iter().zip(pairs) {
        let [from, to] = pair.map(spade::handles::FixedVertexHandle::from_index);
        let mut edge = mesh.get_edge_from_neighbors(from, to)?;
        if !edge.is_constraint_edge() {
            return None;
        }
        loop {
            points[edge.fix().index()] = Some(side[0] as u32);
            edge = edge.ccw();
            if edge.is_constraint_edge() {
                break;
            }
        }
    }
    Some(points)
}

/// Triangles of a polygon whose loops cross: as many, and as closed, but some of them overlap.
pub(crate) fn triangulate_bridged(points: &[DVec2], loops: &[Range<usize>]) -> Vec<[u32; 3]> {
    let mut ring: Vec<usize> = loops.first().cloned().unwrap_or_default().collect();
    for hole in loops.iter().skip(1) {
        let pairs = ring.iter().enumerate().flat_map(|(place, &a)| {
            hole.clone()
                .map(move |b| (points[a].distance_squared(points[b]), place, b))
        });
        let Some((_, place, from)) = pairs.min_by(|a, b| a.0.total_cmp(&b.0)) else {
            continue;
        };
        let around = (from..hole.end)
            .chain(hole.start..=from)
            .chain([ring[place]]);
        let bridge: Vec<usize> = around.collect();
        let after = place + 1;
        ring.splice(after..after, bridge);
    }
    let corners: Vec<DVec2> = ring.iter().map(|point| points[*point]).collect();
    let triangles = triangulate(&corners).triangles.into_iter();
    triangles
        .map(|triangle| triangle.map(|corner| ring[corner as usize] as u32))
        .collect()
}
