//! What stands around the entities of a DXF of release 2000: header, tables, blocks, objects (Autodesk's DXF
//! reference). Autodesk's own programs refuse a file that lacks any of these; others need only some.

use super::groups::Groups;

/// The layer of all entities.
pub(super) const LAYER: &str = "SKETCH";
/// The block that holds the entities.
pub(super) const MODEL_SPACE: u32 = 0x21;
/// Handles from here on are those of entities.
pub(super) const LAST_HANDLE: u32 = 0x30;

const PAPER_SPACE: u32 = 0x22;
const OWNER: u16 = 330;
const SUBCLASS: u16 = 100;
const HANDLE: u16 = 5;

/// A row of a table: its handle, the subclass of its kind and what follows.
type Record<'a> = (u32, &'a str, &'a [(u16, &'a str)]);

/// The file of these entities.
pub(super) fn around(title: &str, mut entities: Groups) -> String {
    let mut file = Groups::new(0);
    file.push(999, title);
    push_header(&mut file, entities.next_handle());
    push_section(&mut file, "CLASSES", |_| {});
    push_section(&mut file, "TABLES", push_tables);
    push_section(&mut file, "BLOCKS", |file| {
        push_block(file, "*Model_Space", [MODEL_SPACE, 0x23, 0x24]);
        push_block(file, "*Paper_Space", [PAPER_SPACE, 0x25, 0x26]);
    });
    push_section(&mut file, "ENTITIES", |file| file.append(&entities));
    push_section(&mut file, "OBJECTS", push_objects);
    file.push(0, "EOF");
    file.into_text()
}

fn push_section(file: &mut Groups, name: &str, push_content: impl FnOnce(&mut Groups)) {
    file.push_all(&[(0, "SECTION"), (2, name)]);
    push_content(file);
    file.push(0, "ENDSEC");
}

/// Release 2000; lengths are millimetres (4), and the drawing is metric.
fn push_header(file: &mut Groups, next_handle: u32) {
    push_section(file, "HEADER", |file| {
        file.push_all(&[(9, "$ACADVER"), (1, "AC1015")]);
        file.push_all(&[(9, "$DWGCODEPAGE"), (3, "ANSI_1252")]);
        file.push_all(&[(9, "$INSUNITS"), (70, "4")]);
        file.push_all(&[(9, "$MEASUREMENT"), (70, "1")]);
        file.push(9, "$HANDSEED");
        file.push_handle(HANDLE, next_handle);
    });
}

fn push_tables(file: &mut Groups) {
    let line = [(3, "Solid line"), (72, "65"), (73, "0"), (40, "0.0")];
    let layer = [(62, "7"), (6, "Continuous")];
    let lines: [Record<'_>; 3] = [
        (0x11, "ByBlock", &line),
        (0x12, "ByLayer", &line),
        (0x13, "Continuous", &line),
    ];
    let style: &[(u16, &str)] = &[
        (40, "0.0"),
        (41, "1.0"),
        (50, "0.0"),
        (71, "0"),
        (42, "2.5"),
        (3, "txt"),
        (4, ""),
    ];
    push_table(file, "VPORT", 0x1, "", &[]);
    push_table(file, "LTYPE", 0x2, "AcDbLinetypeTableRecord", &lines);
    let layers: [Record<'_>; 2] = [(0x14, "0", &layer), (0x15, LAYER, &layer)];
    push_table(file, "LAYER", 0x3, "AcDbLayerTableRecord", &layers);
    push_table(
        file,
        "STYLE",
        0x4,
        "AcDbTextStyleTableRecord",
        &[(0x16, "Standard", style)],
    );
    push_table(file, "VIEW", 0x5, "", &[]);
    push_table(file, "UCS", 0x6, "", &[]);
    push_table(
        file,
        "APPID",
        0x7,
        "AcDbRegAppTableRecord",
        &[(0x17, "ACAD", &[])],
    );
    push_table(
        file,
        "DIMSTYLE",
        0x8,
        "AcDbDimStyleTableRecord",
        &[(0x18, "Standard", &[])],
    );
    let blocks: [Record<'_>; 2] = [
        (MODEL_SPACE, "*Model_Space", &[]),
        (PAPER_SPACE, "*Paper_Space", &[]),
    ];
    push_table(file, "BLOCK_RECORD", 0x9, "AcDbBlockTableRecord", &blocks);
}

fn push_table(file: &mut Groups, name: &str, handle: u32, class: &str, records: &[Record<'_>]) {
    file.push_all(&[(0, "TABLE"), (2, name)]);
    file.push_handle(HANDLE, handle);
    file.push_all(&[(OWNER, "0"), (SUBCLASS, "AcDbSymbolTable")]);
    file.push(70, &records.len().to_string());
    let is_dimension = name == "DIMSTYLE";
    if is_dimension {
        file.push(SUBCLASS, "AcDbDimStyleTable");
    }
    for (own, record, rest) in records {
        file.push(0, name);
        file.push_handle(if is_dimension { 105 } else { HANDLE }, *own);
        file.push_handle(OWNER, handle);
        file.push_all(&[(SUBCLASS, "AcDbSymbolTableRecord"), (SUBCLASS, class)]);
        file.push(2, record);
        // Records of blocks have no flags.
        if name != "BLOCK_RECORD" {
            file.push(70, "0");
        }
        file.push_all(rest);
    }
    file.push(0, "ENDTAB");
}

/// A block of this name: its record, its begin, its end. The entities of the two spaces stand elsewhere.
fn push_block(file: &mut Groups, name: &str, [record, begin, end]: [u32; 3]) {
    for (kind, handle, class) in [
        ("BLOCK", begin, "AcDbBlockBegin"),
        ("ENDBLK", end, "AcDbBlockEnd"),
    ] {
        file.push(0, kind);
        file.push_handle(HANDLE, handle);
        file.push_handle(OWNER, record);
        file.push_all(&[(SUBCLASS, "AcDbEntity"), (8, "0"), (SUBCLASS, class)]);
        if handle == begin {
            file.push_all(&[(2, name), (70, "0"), (10, "0.0"), (20, "0.0"), (30, "0.0")]);
            file.push_all(&[(3, name), (1, "")]);
        }
    }
}

/// The root dictionary with the one that readers look for.
fn push_objects(file: &mut Groups) {
    let (root, groups) = (0x27, 0x28);
    for (handle, owner) in [(root, 0), (groups, root)] {
        file.push(0, "DICTIONARY");
        file.push_handle(HANDLE, handle);
        file.push_handle(OWNER, owner);
        file.push_all(&[(SUBCLASS, "AcDbDictionary"), (281, "1")]);
        if handle == root {
            file.push(3, "ACAD_GROUP");
            file.push_handle(350, groups);
        }
    }
}
