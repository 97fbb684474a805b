//! A sheet of random shots of the parts in a folder of programs, to look at.
//!
//! `cargo run --release -p cadseq-render --example contact_sheet -- examples/parts sheet.png [seed [kind [size]]]`
//!
//! Kinds: `photo`, `viewer`, `drawing`, `paper`, or any other word for all. With `maps` as a sixth
//! argument the sheet shows normals and edges instead.

use std::path::Path;
use std::{env, error, fs};

use cadseq_program::Program;
use cadseq_render::surfaces::edge;
use cadseq_render::{ColorPicture, LookKind, Shot, SurfaceBuffer, encode_png_rgb, shoot};
use cadseq_solid::{Mesh, Part};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

const COLUMNS: usize = 8;
const ROWS: usize = 6;
/// Chord tolerance of the meshes, in model units.
const TOLERANCE: f64 = 0.02;

fn main() -> Result<(), Box<dyn error::Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let argument = |index: usize| arguments.get(index).map(String::as_str);
    let (Some(folder), Some(out)) = (argument(0), argument(1)) else {
        return Err("a folder of programs and a file to write, please".into());
    };
    let seed: u64 = argument(2).unwrap_or("1").parse()?;
    let kind = LookKind::ALL
        .into_iter()
        .find(|kind| argument(3) == Some(kind.name()));
    let size: usize = argument(4).unwrap_or("160").parse()?;
    let with_maps = argument(5) == Some("maps");
    let meshes = meshes(Path::new(folder))?;
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let mut sheet = ColorPicture::filled(COLUMNS * size, ROWS * size, [1.0; 3]);
    for index in 0..COLUMNS * ROWS {
        let part = &meshes[rng.random_range(0..meshes.len())];
        let kind = kind.unwrap_or_else(|| LookKind::random(&mut rng));
        let shot = Shot::random_of(kind, part, size, &mut rng);
        let (picture, surfaces) = shoot(part, &meshes, &shot, 2, &mut rng);
        let shown = if with_maps { maps(&surfaces) } else { picture };
        sheet.paste(&shown, index % COLUMNS * size, index / COLUMNS * size);
    }
    fs::write(
        out,
        encode_png_rgb(&sheet.to_rgb8(), sheet.width(), sheet.height()),
    )?;
    Ok(())
}

fn meshes(folder: &Path) -> Result<Vec<Mesh>, Box<dyn error::Error>> {
    let mut paths: Vec<_> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "cad"));
    paths.sort();
    let mut meshes = Vec::new();
    for path in paths {
        let program: Program = fs::read_to_string(&path)?.parse()?;
        meshes.push(Part::build(&program)?.solid.mesh(TOLERANCE)?);
    }
    Ok(meshes)
}

/// Normals as colours, with the edges over them.
fn maps(surfaces: &SurfaceBuffer) -> ColorPicture {
    let factor = surfaces.supersampling;
    let (width, height) = (surfaces.width / factor, surfaces.height / factor);
    let mut picture = ColorPicture::filled(width, height, [0.2; 3]);
    for y in 0..height {
        for x in 0..width {
            let samples = (0..factor * factor)
                .map(|k| (y * factor + k / factor) * surfaces.width + x * factor + k % factor);
            let flags = samples
                .clone()
                .fold(0, |all, index| all | surfaces.edges[index]);
            let index = samples.into_iter().next().unwrap_or(0);
            let normal = surfaces.normal[index];
            let mut color = [0.2; 3];
            if surfaces.is_part(index) {
                color = (normal * 0.25 + 0.6).to_array();
            }
            for (flag, over) in [
                (edge::SMOOTH, [0.8, 0.8, 0.8]),
                (edge::STEP_FAR, [0.0, 0.3, 0.3]),
                (edge::STEP_NEAR, [0.0, 1.0, 1.0]),
                (edge::CONVEX, [1.0, 1.0, 0.0]),
                (edge::CONCAVE, [0.0, 0.0, 1.0]),
                (edge::OUTLINE, [1.0, 1.0, 1.0]),
                (edge::RIM, [1.0, 0.0, 0.0]),
            ] {
                if flags & flag != 0 {
                    color = over;
                }
            }
            for (plane, value) in picture.planes.iter_mut().zip(color) {
                plane.luma[y * width + x] = value;
            }
        }
    }
    picture
}
