//! Points of which none is nearer to another than the tolerance: those of an arrangement, and where curves meet.

use std::collections::HashMap;

use glam::DVec2;

/// No further point in the same square.
const LAST: usize = usize::MAX;

/// Points in squares of a grid, so that near ones are found at once.
#[derive(Debug)]
pub struct Vertices {
    tolerance: f64,
    points: Vec<DVec2>,
    /// The point that entered each square last.
    newest: HashMap<(i64, i64), usize>,
    /// For each point, the one that entered its square before it.
    older: Vec<usize>,
}

impl Vertices {
    /// No points; two within `tolerance` (model units, above zero) will be one.
    pub fn new(tolerance: f64) -> Self {
        Self {
            tolerance,
            points: Vec::new(),
            newest: HashMap::new(),
            older: Vec::new(),
        }
    }

    pub(super) fn at(&self, vertex: usize) -> DVec2 {
        self.points[vertex]
    }

    pub(super) fn into_points(self) -> Vec<DVec2> {
        self.points
    }

    /// The vertex nearest to `point` within the tolerance, or a new one there.
    pub fn snap(&mut self, point: DVec2) -> usize {
        if let Some(vertex) = self.nearest(point) {
            return vertex;
        }
        let vertex = self.points.len();
        self.points.push(point);
        let square = (self.square(point.x), self.square(point.y));
        self.older
            .push(self.newest.insert(square, vertex).unwrap_or(LAST));
        vertex
    }

    fn nearest(&self, point: DVec2) -> Option<usize> {
        let (low, high) = (point - self.tolerance, point + self.tolerance);
        let mut best = (self.tolerance, LAST);
        for column in self.square(low.x)..=self.square(high.x) {
            for row in self.square(low.y)..=self.square(high.y) {
                let mut vertex = self.newest.get(&(column, row)).copied().unwrap_or(LAST);
                while vertex != LAST {
                    let candidate = (self.points[vertex].distance(point), vertex);
                    if candidate < best {
                        best = candidate;
                    }
                    vertex = self.older[vertex];
                }
            }
        }
        (best.1 != LAST).then_some(best.1)
    }

    fn square(&self, coordinate: f64) -> i64 {
        (coordinate / (4.0 * self.tolerance)).floor() as i64
    }
}
