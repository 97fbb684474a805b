//! Solids in the text form of Autodesk's kernel (`.smt`), turned into the text of a STEP file, which the kernel here
//! reads and checks.
//!
//! The file is a list of records, each a name and fields up to a `#`; `$n` points to the record with this number, from
//! 0. Bodies hold lumps, these shells, these faces with a surface and loops of coedges, these edges between vertices on
//! a curve: the records of ACIS's text files. Planes, circular cylinders, lines and circles are taken, the others named
//! and refused; the first line of numbers says how many millimetres a unit has.

use std::fmt::Write as _;

use thiserror::Error;

/// Why a file gave no solid.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SmtError {
    /// The text is of another form.
    #[error("it is not a text file of Autodesk's kernel: {0}")]
    Form(&'static str),
    /// A record that points nowhere or in circles, or lacks a field.
    #[error("record {record} ({name}) is not complete")]
    Record {
        /// Its number, from 0.
        record: usize,
        /// Its name.
        name: String,
    },
    /// Geometry that solids here do not have.
    #[error(
        "record {record}: {what} is not supported; planes, circular cylinders, lines and circles are"
    )]
    Unsupported {
        /// Its number, from 0.
        record: usize,
        /// What it is.
        what: &'static str,
    },
}

/// What ends the list of records.
const END: &str = "End-of-ASM-data";

/// Fields of a record before those of its kind: attributes, a number, history.
const COMMON: usize = 3;

/// Most records of a file: a bound on time.
const MAX_RECORDS: usize = 1_000_000;

/// The text of a STEP file with all solids, in their order.
///
/// # Errors
/// See [`SmtError`].
pub(super) fn to_step(text: &str) -> Result<String, SmtError> {
    let file = File::parse(text)?;
    let mut step = Step::new(file.millimetres);
    for body in file.named("body") {
        if let Some(transform) = file.optional(body, 2)? {
            file.check_in_place(transform)?;
        }
        for lump in file.chain(file.pointer(body, 0)?, 0)? {
            let shells = file.chain(file.pointer(lump, 1)?, 0)?;
            let [shell] = shells[..] else {
                let what = "a solid with closed cavities, or with none at all,";
                return Err(SmtError::Unsupported { record: lump, what });
            };
            step.solid(&file, shell)?;
        }
    }
    Ok(step.finish())
}

/// The records of a file.
struct File<'a> {
    millimetres: f64,
    records: Vec<Vec<&'a str>>,
}

impl<'a> File<'a> {
    fn parse(text: &'a str) -> Result<Self, SmtError> {
        let mut lines = text.splitn(4, '\n');
        let units = lines.nth(2).and_then(|line| line.split_whitespace().next());
        let units = units.and_then(|unit| unit.parse().ok());
        let millimetres = units.filter(|unit: &f64| unit.is_finite() && *unit > 0.0);
        let millimetres = millimetres.ok_or(SmtError::Form("its third line names no unit"))?;
        let records = lines.next().ok_or(SmtError::Form("it has no records"))?;
        let end = records.find(END);
        let end = end.ok_or(SmtError::Form("it does not come to an end"))?;
        let records = records[..end].split('#').take(MAX_RECORDS);
        let records = records.map(|record| record.split_whitespace().collect());
        Ok(Self {
            millimetres,
            records: records.collect(),
        })
    }

    /// The records of this name.
    fn named(&self, name: &str) -> Vec<usize> {
        let is_named = |&record: &usize| self.name(record) == name;
        (0..self.records.len()).filter(is_named).collect()
    }

    fn name(&self, record: usize) -> &'a str {
        let fields = self.records.get(record);
        fields
            .and_then(|fields| fields.first())
            .copied()
            .unwrap_or_default()
    }

    fn incomplete(&self, record: usize) -> SmtError {
        let name = crate::error::shown(self.name(record));
        SmtError::Record { record, name }
    }

    /// A field of the record's kind.
    fn field(&self, record: usize, field: usize) -> Result<&'a str, SmtError> {
        let fields = self.records.get(record);
        let field = fields.and_then(|fields| fields.get(1 + COMMON + field));
        field.copied().ok_or_else(|| self.incomplete(record))
    }

    /// What a field points to; `None` where it points nowhere.
    fn optional(&self, record: usize, field: usize) -> Result<Option<usize>, SmtError> {
        match self.field(record, field)?.strip_prefix('$') {
            Some("-1") => Ok(None),
            Some(number) => {
                let number = number.parse().ok();
                let number = number.filter(|&number: &usize| number < self.records.len());
                number.map(Some).ok_or_else(|| self.incomplete(record))
            }
            None => Err(self.incomplete(record)),
        }
    }

    fn pointer(&self, record: usize, field: usize) -> Result<usize, SmtError> {
        self.optional(record, field)?
            .ok_or_else(|| self.incomplete(record))
    }

    fn numbers<const N: usize>(&self, record: usize, from: usize) -> Result<[f64; N], SmtError> {
        let mut numbers = [0.0; N];
        for (index, number) in numbers.iter_mut().enumerate() {
            let parsed = self.field(record, from + index)?.parse().ok();
            let parsed = parsed.filter(|number: &f64| number.is_finite());
            *number = parsed.ok_or_else(|| self.incomplete(record))?;
        }
        Ok(numbers)
    }

    /// A record and those that follow it by this field, up to the last one or back to the first.
    fn chain(&self, first: usize, next: usize) -> Result<Vec<usize>, SmtError> {
        let mut chain = vec![first];
        let mut record = first;
        while let Some(after) = self.optional(record, next)? {
            if after == first {
                break;
            }
            if chain.len() > self.records.len() {
                return Err(self.incomplete(first));
            }
            chain.push(after);
            record = after;
        }
        Ok(chain)
    }

    /// Refuses transforms that move a body: files of bodies by themselves have none.
    fn check_in_place(&self, transform: usize) -> Result<(), SmtError> {
        const NUMBERS: [f64; 13] = [
            1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0,
        ];
        // Transforms have no history, so their numbers begin one field earlier.
        let fields = self.records[transform].get(COMMON..).unwrap_or_default();
        let numbers = fields.iter().map_while(|it| it.parse::<f64>().ok());
        if numbers.take(NUMBERS.len()).eq(NUMBERS) {
            return Ok(());
        }
        Err(SmtError::Unsupported {
            record: transform,
            what: "a body that is moved by a transform",
        })
    }

    fn is_reversed(&self, record: usize, field: usize) -> Result<bool, SmtError> {
        match self.field(record, field)? {
            "forward" | "0" => Ok(false),
            "reversed" | "1" => Ok(true),
            _ => Err(self.incomplete(record)),
        }
    }
}

/// A STEP file in the making.
struct Step {
    text: String,
    next: usize,
    /// The entity of each record that has one, by its number.
    known: std::collections::BTreeMap<usize, usize>,
    solids: Vec<usize>,
    millimetres: f64,
}

impl Step {
    fn new(millimetres: f64) -> Self {
        Self {
            text: String::from(
                "ISO-10303-21;\nHEADER;\nFILE_DESCRIPTION((''),'2;1');\n\
                 FILE_NAME('','',(''),(''),'','','');\n\
                 FILE_SCHEMA(('AUTOMOTIVE_DESIGN { 1 0 10303 214 3 1 1 }'));\nENDSEC;\nDATA;\n",
            ),
            next: 1,
            known: std::collections::BTreeMap::new(),
            solids: Vec::new(),
            millimetres,
        }
    }

    fn add(&mut self, entity: &str) -> usize {
        let number = self.next;
        self.next += 1;
        writeln!(self.text, "#{number}={entity};").expect("a string takes all");
        number
    }

    fn point(&mut self, [x, y, z]: [f64; 3]) -> usize {
        let [x, y, z] = [x, y, z].map(|it| it * self.millimetres);
        self.add(&format!("CARTESIAN_POINT('',({x:?},{y:?},{z:?}))"))
    }

    fn direction(&mut self, [x, y, z]: [f64; 3]) -> usize {
        self.add(&format!("DIRECTION('',({x:?},{y:?},{z:?}))"))
    }

    fn placement(&mut self, origin: [f64; 3], axis: [f64; 3], x: [f64; 3]) -> usize {
        let (origin, axis, x) = (self.point(origin), self.direction(axis), self.direction(x));
        self.add(&format!("AXIS2_PLACEMENT_3D('',#{origin},#{axis},#{x})"))
    }

    fn solid(&mut self, file: &File<'_>, shell: usize) -> Result<(), SmtError> {
        let faces = file.chain(file.pointer(shell, 2)?, 0)?;
        let faces = faces.into_iter().map(|face| self.face(file, face));
        let faces = list(&faces.collect::<Result<Vec<_>, _>>()?);
        let shell = self.add(&format!("CLOSED_SHELL('',({faces}))"));
        let solid = self.add(&format!("MANIFOLD_SOLID_BREP('',#{shell})"));
        self.solids.push(solid);
        Ok(())
    }

    fn face(&mut self, file: &File<'_>, face: usize) -> Result<usize, SmtError> {
        let loops = file.chain(file.pointer(face, 1)?, 0)?;
        let mut bounds = Vec::with_capacity(loops.len());
        for record in loops {
            let coedges = file.chain(file.pointer(record, 1)?, 0)?.into_iter();
            let coedges = coedges.map(|coedge| self.coedge(file, coedge));
            let coedges = list(&coedges.collect::<Result<Vec<_>, _>>()?);
            let edges = self.add(&format!("EDGE_LOOP('',({coedges}))"));
            bounds.push(self.add(&format!("FACE_BOUND('',#{edges},.T.)")));
        }
        let (bounds, surface) = (list(&bounds), file.pointer(face, 4)?);
        let (surface, is_inward) = self.surface(file, surface)?;
        let sense = flag(file.is_reversed(face, 5)? == is_inward);
        Ok(self.add(&format!("ADVANCED_FACE('',({bounds}),#{surface},{sense})")))
    }

    fn coedge(&mut self, file: &File<'_>, coedge: usize) -> Result<usize, SmtError> {
        let edge = self.edge(file, file.pointer(coedge, 3)?)?;
        let sense = flag(!file.is_reversed(coedge, 4)?);
        Ok(self.add(&format!("ORIENTED_EDGE('',*,*,#{edge},{sense})")))
    }

    fn edge(&mut self, file: &File<'_>, edge: usize) -> Result<usize, SmtError> {
        if let Some(&known) = self.known.get(&edge) {
            return Ok(known);
        }
        let [start, end] = [file.pointer(edge, 0)?, file.pointer(edge, 2)?];
        let (start, end) = (self.vertex(file, start)?, self.vertex(file, end)?);
        let curve = self.curve(file, file.pointer(edge, 5)?)?;
        let sense = flag(!file.is_reversed(edge, 6)?);
        let entity = self.add(&format!("EDGE_CURVE('',#{start},#{end},#{curve},{sense})"));
        self.known.insert(edge, entity);
        Ok(entity)
    }

    fn vertex(&mut self, file: &File<'_>, vertex: usize) -> Result<usize, SmtError> {
        if let Some(&known) = self.known.get(&vertex) {
            return Ok(known);
        }
        let point = self.point(file.numbers(file.pointer(vertex, 2)?, 0)?);
        let entity = self.add(&format!("VERTEX_POINT('',#{point})"));
        self.known.insert(vertex, entity);
        Ok(entity)
    }

    fn curve(&mut self, file: &File<'_>, record: usize) -> Result<usize, SmtError> {
        match file.name(record) {
            "straight-curve" => {
                let point = self.point(file.numbers(record, 0)?);
                let along = self.direction(file.numbers(record, 3)?);
                let along = self.add(&format!("VECTOR('',#{along},1.)"));
                Ok(self.add(&format!("LINE('',#{point},#{along})")))
            }
            "ellipse-curve" => {
                let major = file.numbers(record, 6)?;
                let [ratio] = file.numbers(record, 9)?;
                if ratio != 1.0 {
                    let what = "an ellipse";
                    return Err(SmtError::Unsupported { record, what });
                }
                let (center, axis) = (file.numbers(record, 0)?, file.numbers(record, 3)?);
                let placement = self.placement(center, axis, major);
                let radius = length(major) * self.millimetres;
                Ok(self.add(&format!("CIRCLE('',#{placement},{radius:?})")))
            }
            _ => {
                let what = "a spline curve";
                Err(SmtError::Unsupported { record, what })
            }
        }
    }

    /// A surface, and whether its normals point to its axis, as those of STEP never do.
    fn surface(&mut self, file: &File<'_>, record: usize) -> Result<(usize, bool), SmtError> {
        let unsupported = |what| Err(SmtError::Unsupported { record, what });
        match file.name(record) {
            "plane-surface" => {
                let (point, normal) = (file.numbers(record, 0)?, file.numbers(record, 3)?);
                let placement = self.placement(point, normal, file.numbers(record, 6)?);
                Ok((self.add(&format!("PLANE('',#{placement})")), false))
            }
            "cone-surface" => {
                let major = file.numbers(record, 6)?;
                let ([ratio], [sine]) = (file.numbers(record, 9)?, file.numbers(record, 12)?);
                if ratio != 1.0 || sine != 0.0 {
                    return unsupported("a cone or an elliptical cylinder");
                }
                let [cosine] = file.numbers(record, 13)?;
                let (center, axis) = (file.numbers(record, 0)?, file.numbers(record, 3)?);
                let placement = self.placement(center, axis, major);
                let radius = length(major) * self.millimetres;
                let surface = format!("CYLINDRICAL_SURFACE('',#{placement},{radius:?})");
                Ok((self.add(&surface), cosine < 0.0))
            }
            "sphere-surface" => unsupported("a sphere"),
            "torus-surface" => unsupported("a torus"),
            _ => unsupported("a spline surface"),
        }
    }

    /// The file, its lengths in millimetres.
    fn finish(mut self) -> String {
        let length = self.add("(LENGTH_UNIT()NAMED_UNIT(*)SI_UNIT(.MILLI.,.METRE.))");
        let angle = self.add("(NAMED_UNIT(*)PLANE_ANGLE_UNIT()SI_UNIT($,.RADIAN.))");
        let solid = self.add("(NAMED_UNIT(*)SI_UNIT($,.STERADIAN.)SOLID_ANGLE_UNIT())");
        let context = self.add(&format!(
            "(GEOMETRIC_REPRESENTATION_CONTEXT(3)\
             GLOBAL_UNIT_ASSIGNED_CONTEXT((#{length},#{angle},#{solid}))REPRESENTATION_CONTEXT('',''))"
        ));
        let solids = list(&self.solids);
        self.add(&format!(
            "ADVANCED_BREP_SHAPE_REPRESENTATION('',({solids}),#{context})"
        ));
        self.text + "ENDSEC;\nEND-ISO-10303-21;\n"
    }
}

fn flag(value: bool) -> &'static str {
    if value { ".T." } else { ".F." }
}

fn list(entities: &[usize]) -> String {
    let each = entities.iter().map(|entity| format!("#{entity}"));
    each.collect::<Vec<_>>().join(",")
}

fn length(vector: [f64; 3]) -> f64 {
    vector.iter().map(|it| it * it).sum::<f64>().sqrt()
}
