//! Binary glTF 2.0, a mesh for each body.
//!
//! glTF measures in metres with Y up. The vertices keep model units (centimetres) with Z up, and the
//! node of the part scales by 0.01 and turns Z to Y, so the numbers stay readable and every
//! viewer shows the true size. A single body's mesh hangs on that node; several have nodes of their own
//! below it.

use glam::Vec3;
use serde_json::{Value, json};

use super::facets::{Facets, split_faces};
use super::{Label, NamedMesh};

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
/// Bytes of a vector, and of an index.
const VECTOR_BYTES: usize = 12;
const INDEX_BYTES: usize = 4;
/// The buffer views of all bodies together.
const POSITIONS: usize = 0;
const NORMALS: usize = 1;
const INDICES: usize = 2;

/// The bytes of a `.glb` file.
pub fn write(part: &Label, bodies: &[NamedMesh]) -> Vec<u8> {
    let labels: Vec<&Label> = bodies.iter().map(|body| &body.label).collect();
    let facets: Vec<Facets> = bodies.iter().map(|body| split_faces(&body.mesh)).collect();
    let binary = binary_chunk(&facets);
    let document = document(part, &labels, &facets, binary.len());
    let mut text = document.to_string().into_bytes();
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

/// Positions of all bodies, then normals, then indices.
fn binary_chunk(bodies: &[Facets]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let positions = bodies.iter().flat_map(|body| &body.positions);
    let normals = bodies.iter().flat_map(|body| &body.normals);
    for vector in positions.chain(normals) {
        for value in vector.as_vec3().to_array() {
            bytes.extend_from_slice(&value.to_le_bytes());
        }
    }
    for corner in bodies
        .iter()
        .flat_map(|body| body.faces.iter().flatten().flatten())
    {
        bytes.extend_from_slice(&corner.to_le_bytes());
    }
    bytes
}

fn document(part: &Label, labels: &[&Label], bodies: &[Facets], byte_length: usize) -> Value {
    let vectors = VECTOR_BYTES
        * bodies
            .iter()
            .map(|body| body.positions.len())
            .sum::<usize>();
    let indices = INDEX_BYTES * bodies.iter().map(index_count).sum::<usize>();
    let names = labels.iter().enumerate();
    let mesh = |(body, label): (usize, &&Label)| {
        json!({
            "name": label.as_str(),
            "primitives": [{
                "attributes": { "POSITION": 3 * body, "NORMAL": 3 * body + 1 },
                "indices": 3 * body + 2,
                "material": 0,
            }],
        })
    };
    json!({
        "asset": { "version": "2.0", "generator": "cadseq" },
        "scene": 0,
        "scenes": [{ "name": part.as_str(), "nodes": [0] }],
        "nodes": nodes(part, labels),
        "meshes": names.map(mesh).collect::<Vec<_>>(),
        "materials": [{ "pbrMetallicRoughness": {
            "baseColorFactor": [0.6, 0.6, 0.6, 1.0],
            "metallicFactor": 0.0,
            "roughnessFactor": 0.6,
        } }],
        "accessors": accessors(bodies),
        "bufferViews": [
            { "buffer": 0, "byteOffset": 0, "byteLength": vectors, "byteStride": VECTOR_BYTES,
              "target": ARRAY_BUFFER },
            { "buffer": 0, "byteOffset": vectors, "byteLength": vectors,
              "byteStride": VECTOR_BYTES, "target": ARRAY_BUFFER },
            { "buffer": 0, "byteOffset": 2 * vectors, "byteLength": indices,
              "target": ELEMENT_ARRAY_BUFFER },
        ],
        "buffers": [{ "byteLength": byte_length }],
    })
}

/// The part's node first.
fn nodes(part: &Label, labels: &[&Label]) -> Vec<Value> {
    let mut root = json!({
        "name": part.as_str(),
        "rotation": Y_UP_FROM_Z_UP,
        "scale": [METRES_PER_UNIT, METRES_PER_UNIT, METRES_PER_UNIT],
    });
    if labels.len() == 1 {
        root["mesh"] = json!(0);
        return vec![root];
    }
    root["children"] = (1..=labels.len()).collect();
    let body = |(mesh, label): (usize, &&Label)| json!({ "name": label.as_str(), "mesh": mesh });
    let bodies = labels.iter().enumerate().map(body);
    std::iter::once(root).chain(bodies).collect()
}

/// For each body its positions, normals and indices.
fn accessors(bodies: &[Facets]) -> Vec<Value> {
    let (mut vectors, mut indices) = (0, 0);
    let mut accessors = Vec::with_capacity(3 * bodies.len());
    for body in bodies {
        let (corners, count) = (body.positions.len(), index_count(body));
        let stored = || body.positions.iter().map(glam::DVec3::as_vec3);
        let [low, high] = [Vec3::min, Vec3::max]
            .map(|extreme| stored().reduce(extreme).unwrap_or_default().to_array());
        accessors.extend([
            json!({ "bufferView": POSITIONS, "byteOffset": vectors, "componentType": FLOAT,
                    "count": corners, "type": "VEC3", "min": low, "max": high }),
            json!({ "bufferView": NORMALS, "byteOffset": vectors, "componentType": FLOAT,
                    "count": corners, "type": "VEC3" }),
            json!({ "bufferView": INDICES, "byteOffset": indices, "componentType": UNSIGNED_INT,
                    "count": count, "type": "SCALAR" }),
        ]);
        vectors += VECTOR_BYTES * corners;
        indices += INDEX_BYTES * count;
    }
    accessors
}

fn index_count(body: &Facets) -> usize {
    3 * body.faces.iter().map(Vec::len).sum::<usize>()
}
