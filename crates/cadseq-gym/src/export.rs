//! Files of the design: meshes, STEP, drawings of the sketches, a screenshot. Lengths are in centimetres.

use std::path::Path;

use cadseq_interchange::write::dxf;
use cadseq_program::Curve;
use cadseq_render::{Standpoint, StyleName, View, draw, encode_png, line_drawing};
use cadseq_solid::export::archive::archive;
use cadseq_solid::export::{Label, MILLIMETRES_PER_UNIT, named_meshes, obj, stl};
use cadseq_solid::{Bounds3, MeshTolerance, Solid};
use glam::{DVec2, DVec3};

use crate::boundary::check;
use crate::error::shown;
use crate::sketch::Sketch;
use crate::{GymError, Limits};

/// What the part is called in files.
const NAME: &str = "Reconstruction";

/// Width and height of a sketch's picture, in pixels.
const SKETCH_PIXELS: usize = 512;

/// Degrees of an arc between the points of its picture.
const STEP_DEG: f64 = 2.0;

/// The bytes of a mesh file.
///
/// # Errors
/// Other extensions than `.obj` and `.stl`, and where there is no body.
pub(crate) fn mesh(solid: &Solid, file: &str, limits: &Limits) -> Result<Vec<u8>, GymError> {
    let extension = extension(file);
    if !matches!(extension, "obj" | "stl") {
        return Err(unknown(file, ".obj or .stl"));
    }
    let bounds = solid.bounds()?.ok_or(GymError::NoBody)?;
    let label = Label::new(NAME);
    let mut meshes = named_meshes(solid, &label, MeshTolerance::of_file(bounds.diagonal()))?;
    let triangles = meshes.iter().map(|it| it.mesh.triangles.len()).sum();
    check("triangles", triangles, limits.triangles)?;
    // The writers' files are in millimetres.
    for position in meshes.iter_mut().flat_map(|it| &mut it.mesh.positions) {
        *position /= MILLIMETRES_PER_UNIT;
    }
    Ok(match extension {
        "stl" => stl::write(&label, &meshes),
        _ => obj::write(&meshes).into_bytes(),
    })
}

/// The text of a STEP file.
///
/// # Errors
/// Other extensions than `.step`, and where there is no body.
pub(crate) fn brep(solid: &Solid, file: &str) -> Result<Vec<u8>, GymError> {
    match extension(file) {
        "step" if solid.is_empty() => Err(GymError::NoBody),
        "step" => Ok(solid.step(&Label::new(NAME))?.into_bytes()),
        "smt" => Err(GymError::Autodesk { format: ".smt" }),
        "f3d" => Err(GymError::Autodesk { format: ".f3d" }),
        _ => Err(unknown(file, ".step")),
    }
}

/// An archive with a file for each sketch.
///
/// # Errors
/// Other formats than `.png` and `.dxf`.
pub(crate) fn sketches(sketches: &[Sketch], format: &str) -> Result<Vec<u8>, GymError> {
    let content: fn(&Sketch) -> Vec<u8> = match format {
        ".png" => |sketch| {
            let lines: Vec<_> = sketch.curves.iter().map(polyline).collect();
            encode_png(&line_drawing(&lines, SKETCH_PIXELS))
        },
        ".dxf" => |sketch| dxf::of_curves(&sketch.name, &sketch.curves).into_bytes(),
        _ => return Err(unknown(format, ".png or .dxf")),
    };
    let files = sketches
        .iter()
        .map(|sketch| (format!("{}{format}", sketch.name), content(sketch)));
    Ok(archived(&files.collect::<Vec<_>>()))
}

/// An archive of files with their names.
pub(crate) fn archived(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let files = files.iter();
    let files: Vec<(&str, &[u8])> = files
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    archive(&files)
}

/// A PNG of the solid, from the corner of +X, +Y and +Z, in which `around` fills the picture; white where there is
/// nothing.
///
/// # Errors
/// Another extension than `.png`, and sizes beyond the limit.
pub(crate) fn screenshot(
    solid: &Solid,
    around: Option<Bounds3>,
    (file, width, height): (&str, u32, u32),
    limits: &Limits,
) -> Result<Vec<u8>, GymError> {
    if extension(file) != "png" {
        return Err(unknown(file, ".png"));
    }
    let larger = width.max(height) as usize;
    check("pixels a side", larger, limits.pixels as usize)?;
    if width.min(height) == 0 {
        let reason = String::from("width and height must be above 0");
        return Err(GymError::Data { reason });
    }
    let around = around.unwrap_or(Bounds3 {
        min: DVec3::NEG_ONE,
        max: DVec3::ONE,
    });
    let mut view: View = Standpoint::Iso.view(&around, larger);
    view.width = width as usize;
    view.height = height as usize;
    view.window.half_height *= (f64::from(height) / f64::from(width)).max(1.0);
    let tolerance = view.units_per_pixel() * view.camera.position.distance(around.center()) / 8.0;
    let mesh = solid.mesh(tolerance)?;
    let picture = draw(&mesh, &view, &StyleName::ShadedEdges.style());
    Ok(encode_png(&picture))
}

/// The name of a file without its extension, where it may become the beginning of other names.
///
/// # Errors
/// Names with anything but letters, digits, dots, dashes and underscores: clients unpack archives where such files
/// shall lie.
pub(crate) fn stem(file: &str) -> Result<&str, GymError> {
    if extension(file) != "json" {
        return Err(unknown(file, ".json"));
    }
    let stem = &file[..file.len() - ".json".len()];
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "._- ".contains(c);
    let is_fine = !stem.is_empty() && !stem.starts_with('.') && stem.len() <= 200;
    (is_fine && stem.chars().all(is_plain))
        .then_some(stem)
        .ok_or_else(|| GymError::FileName { name: shown(file) })
}

/// What a file's name ends with, without the dot.
pub(crate) fn extension(file: &str) -> &str {
    let extension = Path::new(file).extension();
    extension.and_then(|it| it.to_str()).unwrap_or_default()
}

pub(crate) fn unknown(file: &str, formats: &'static str) -> GymError {
    let file = shown(file);
    GymError::Extension { file, formats }
}

/// Points along a curve.
fn polyline(curve: &Curve) -> Vec<DVec2> {
    let steps = (curve.sweep_deg().abs() / STEP_DEG).ceil().max(1.0) as u32;
    let point = |step: u32| curve.point_at(f64::from(step) / f64::from(steps));
    (0..=steps).map(point).collect()
}
