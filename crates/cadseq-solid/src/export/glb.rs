//! Binary glTF 2.0.
//!
//! glTF measures in metres with Y up. The vertices keep model units (centimetres) with Z up, and the
//! node that holds the mesh scales by 0.01 and turns Z to Y, so the numbers stay readable and every
//! viewer shows the true size.

use serde_json::{Value, json};

use super::facets::{Facets, split_faces};
use crate::Mesh;

const METRES_PER_UNIT: f64 = 0.01;
/// Quarter turn about x: (x, y, z) to (x, z, -y). The quaternion (-sin 45, 0, 0, cos 45 degrees).
const Y_UP_FROM_Z_UP: [f64; 4] = [
    -std::f64::consts::FRAC_1_SQRT_2,
    0.0,
    0.0,
    std::f64::consts::FRAC_1_SQRT_2,
];

const FLOAT: u32 = 5126;
const UNSIGNED_INT: u32 = 5125;
const ARRAY_BUFFER: u32 = 34962;
const ELEMENT_ARRAY_BUFFER: u32 = 34963;

/// The bytes of a `.glb` file.
pub fn write(mesh: &Mesh) -> Vec<u8> {
    let facets = split_faces(mesh);
    let binary = binary_chunk(&facets);
    let mut text = document(&facets, binary.len()).to_string().into_bytes();
    // Chunks end on four bytes: JSON padded with spaces; the binary part is whole floats.
    text.resize(text.len().next_multiple_of(4), b' ');
    let total = 12 + 8 + text.len() + 8 + binary.len();
    let mut bytes = Vec::with_capacity(total);
    bytes.extend_from_slice(b"glTF");
    bytes.extend_from_slice(&2_u32.to_le_bytes());
    bytes.extend_from_slice(&(total as u32).to_le_bytes());
    for (kind, chunk) in [(b"JSON", &text), (b"BIN\0", &binary)] {
        bytes.extend_from_slice(&(chunk.len() as u32).to_le_bytes());
        bytes.extend_from_slice(kind);
        bytes.extend_from_slice(chunk);
    }
    bytes
}

/// Positions, normals, indices.
fn binary_chunk(facets: &Facets) -> Vec<u8> {
    let mut bytes = Vec::new();
    for vector in facets.positions.iter().chain(&facets.normals) {
        for value in vector.as_vec3().to_array() {
            bytes.extend_from_slice(&value.to_le_bytes());
        }
    }
    for corner in facets.faces.iter().flatten().flatten() {
        bytes.extend_from_slice(&corner.to_le_bytes());
    }
    bytes
}

fn document(facets: &Facets, byte_length: usize) -> Value {
    let corners = facets.positions.len();
    let indices = 3 * facets.faces.iter().map(Vec::len).sum::<usize>();
    let stored = facets.positions.iter().map(glam::DVec3::as_vec3);
    let low = stored
        .clone()
        .reduce(glam::Vec3::min)
        .unwrap_or_default()
        .to_array();
    let high = stored
        .reduce(glam::Vec3::max)
        .unwrap_or_default()
        .to_array();
    let vectors = 12 * corners;
    json!({
        "asset": { "version": "2.0", "generator": "cadseq" },
        "scene": 0,
        "scenes": [{ "nodes": [0] }],
        "nodes": [{
            "name": "solid",
            "mesh": 0,
            "rotation": Y_UP_FROM_Z_UP,
            "scale": [METRES_PER_UNIT, METRES_PER_UNIT, METRES_PER_UNIT],
        }],
        "meshes": [{ "primitives": [{
            "attributes": { "POSITION": 0, "NORMAL": 1 },
            "indices": 2,
            "material": 0,
        }] }],
        "materials": [{ "pbrMetallicRoughness": {
            "baseColorFactor": [0.6, 0.6, 0.6, 1.0],
            "metallicFactor": 0.0,
            "roughnessFactor": 0.6,
        } }],
        "accessors": [
            { "bufferView": 0, "componentType": FLOAT, "count": corners, "type": "VEC3",
              "min": low, "max": high },
            { "bufferView": 1, "componentType": FLOAT, "count": corners, "type": "VEC3" },
            { "bufferView": 2, "componentType": UNSIGNED_INT, "count": indices, "type": "SCALAR" },
        ],
        "bufferViews": [
            { "buffer": 0, "byteOffset": 0, "byteLength": vectors, "target": ARRAY_BUFFER },
            { "buffer": 0, "byteOffset": vectors, "byteLength": vectors, "target": ARRAY_BUFFER },
            { "buffer": 0, "byteOffset": 2 * vectors, "byteLength": 4 * indices,
              "target": ELEMENT_ARRAY_BUFFER },
        ],
        "buffers": [{ "byteLength": byte_length }],
    })
}
