//! Writes the solids of random programs in every format, for checks by outside tools.
//!
//! `cargo run --release -p cadseq-solid --example export_random -- FOLDER [COUNT] [SEED]`
//!
//! The folder gets `NUMBER.step`, `.stl`, `.obj`, `.glb` and `.3mf` for each solid, `solids.csv` with our
//! measures and `pairs.csv` with our intersection volumes of neighbouring solids.
#![allow(clippy::print_stdout, reason = "a command-line example")]

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use cadseq_program::{Circle, Curve, Plane, Program};
use cadseq_solid::export::Label;
use cadseq_solid::{ExportFormat, Part, Prism, overlap};
use glam::DVec2;

/// Greatest distance in model units between a mesh and its solid.
const CHORD_TOLERANCE: f64 = 0.01;
/// Bits of the shape's number: which of the three curves are arcs; 8 is the circle.
const SHAPES: u64 = 9;

/// The `SplitMix64` generator: enough for samples, the same on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, count: u64) -> u64 {
        ((self.next() >> 32) * count) >> 32
    }

    /// A quantized value in [-1, 1).
    fn value(&mut self) -> f64 {
        self.below(256) as f64 / 128.0 - 1.0
    }

    fn point(&mut self) -> DVec2 {
        DVec2::new(self.value(), self.value()) * 10.0
    }
}

fn curves(random: &mut Random, shape: u64) -> Option<Vec<Curve>> {
    if shape == 8 {
        let (center, radius) = (random.point(), (random.below(256) + 1) as f64 / 25.6);
        return Some(vec![Curve::Circle(Circle { center, radius })]);
    }
    let corners = [DVec2::ZERO, random.point(), random.point()];
    (0..3)
        .map(|i| {
            let sweep = ((shape >> i) & 1 == 1).then(|| random.value() * 180.0);
            Curve::from_end(corners[i], corners[(i + 1) % 3], sweep)
        })
        .collect()
}

/// The next program of this shape that is a solid, with it, and how many were not.
fn solid(random: &mut Random, shape: u64) -> (Program, Prism, usize) {
    let mut refused = 0;
    loop {
        let plane = Plane::ALL[random.below(3) as usize];
        let depth = random.value() * 10.0;
        let program = curves(random, shape).and_then(|c| Program::prism(plane, c, depth).ok());
        let prism = program.as_ref().map(Prism::from_program);
        match (program, prism) {
            (Some(program), Some(Ok(prism))) => return (program, prism, refused),
            _ => refused += 1,
        }
    }
}

fn row(index: usize, shape: u64, prism: &Prism) -> String {
    let m = prism.measures();
    let c = m.center_of_mass;
    let (low, high) = (m.bounds.min, m.bounds.max);
    format!(
        "{index},{shape},{},{:?},{:?},{:?},{:?},{:?},{:?},{:?},{:?},{:?},{:?},{:?},{}",
        prism.plane(),
        m.volume,
        m.surface_area,
        c.x,
        c.y,
        c.z,
        low.x,
        low.y,
        low.z,
        high.x,
        high.y,
        high.z,
        prism.faces().len()
    )
}

fn write_files(folder: &Path, index: usize, program: &Program) -> Result<(), Box<dyn Error>> {
    let solid = Part::build(program)?.solid;
    let label = Label::new(&format!("{index:04}"));
    for format in ExportFormat::ALL {
        let path = folder.join(format!("{index:04}.{}", format.extension()));
        std::fs::write(path, format.write(&solid, &label, CHORD_TOLERANCE.into())?)?;
    }
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("name a folder to write to")?);
    let count: usize = arguments.next().map_or(Ok(500), |text| text.parse())?;
    let seed: u64 = arguments.next().map_or(Ok(1), |text| text.parse())?;
    std::fs::create_dir_all(&folder)?;
    let mut random = Random(seed);
    let mut refused = 0;
    let mut prisms = Vec::with_capacity(count);
    let mut solids =
        String::from("index,shape,plane,volume,area,cx,cy,cz,x0,y0,z0,x1,y1,z1,faces\n");
    for index in 0..count {
        let shape = index as u64 % SHAPES;
        let (program, prism, misses) = solid(&mut random, shape);
        refused += misses;
        writeln!(solids, "{}", row(index, shape, &prism))?;
        write_files(&folder, index, &program)?;
        prisms.push(prism);
    }
    let mut pairs = String::from("first,second,intersection,method\n");
    for first in 0..count {
        let second = (first + 1) % count;
        let found = overlap(&prisms[first], &prisms[second]);
        writeln!(
            pairs,
            "{first},{second},{:?},{:?}",
            found.intersection, found.method
        )?;
    }
    std::fs::write(folder.join("solids.csv"), solids)?;
    std::fs::write(folder.join("pairs.csv"), pairs)?;
    println!("{count} solids, {refused} random programs were none");
    Ok(())
}
