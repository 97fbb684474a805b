//! What a part's reference text says.

use std::collections::BTreeMap;
use std::fmt;

use cadseq_solid::{Measures, Mesh, Part};

/// Measures, counts and notes of a part.
pub(super) struct Facts {
    pub(super) measures: Measures,
    pub(super) bodies: usize,
    /// Corners minus edges plus triangles of the mesh, which is closed.
    pub(super) euler: i64,
    faces: usize,
    notes: Vec<String>,
}

impl Facts {
    pub(super) fn of(part: &Part, mesh: &Mesh) -> Self {
        let measures = part.solid.measures().expect("measures");
        Self {
            measures: measures.expect("a body"),
            bodies: part.solid.bodies().len(),
            euler: euler(mesh),
            faces: mesh.faces.len(),
            notes: part.notes.iter().map(ToString::to_string).collect(),
        }
    }
}

/// The Euler number of a mesh that must be closed and oriented.
fn euler(mesh: &Mesh) -> i64 {
    let mut balance: BTreeMap<(u32, u32), i64> = BTreeMap::new();
    for &[a, b, c] in &mesh.triangles {
        for (from, to) in [(a, b), (b, c), (c, a)] {
            let turn = if from < to { 1 } else { -1 };
            *balance.entry((from.min(to), from.max(to))).or_default() += turn;
        }
    }
    assert!(balance.values().all(|&turns| turns == 0), "an open mesh");
    let edges = 3 * mesh.triangles.len() / 2;
    assert_eq!(balance.len(), edges, "an edge of more than two triangles");
    mesh.positions.len() as i64 - edges as i64 + mesh.triangles.len() as i64
}

impl fmt::Display for Facts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Measures {
            volume,
            surface_area,
            bounds,
            ..
        } = self.measures;
        // Adding 0 makes a minus zero a plain one.
        let [low, high] = [bounds.min, bounds.max].map(|corner| (corner * 1e6).round() / 1e6 + 0.0);
        writeln!(f, "volume       {volume:.6}")?;
        writeln!(f, "surface area {surface_area:.6}")?;
        writeln!(f, "box          {low} to {high}")?;
        writeln!(f, "bodies       {}", self.bodies)?;
        writeln!(f, "faces        {}", self.faces)?;
        writeln!(f, "Euler number {}", self.euler)?;
        for note in &self.notes {
            writeln!(f, "note         {note}")?;
        }
        Ok(())
    }
}
