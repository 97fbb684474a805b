"""Names, bodies and volumes of exported files, as other tools read them.

    cargo build --release -p cadseq
    python3 -m venv VENV && VENV/bin/pip install cadquery trimesh networkx lxml ezdxf
    VENV/bin/python tests/conformance/named_bodies.py target/release/cadseq

Parts of one and of several bodies, some of which touch, with names that need escapes in some format, are written
as STEP, OBJ, GLB, 3MF and STL. Open CASCADE (through its document reader, which knows products) and trimesh must
find the names, the bodies and the volumes; ezdxf the unit and the closed outlines of the DXF. The exit status is 1
where anything failed.
"""

import math
import os
import subprocess
import sys
import tempfile

import cadquery as cq
import ezdxf
import trimesh
from OCP.IFSelect import IFSelect_RetDone
from OCP.STEPCAFControl import STEPCAFControl_Reader
from OCP.TCollection import TCollection_ExtendedString
from OCP.TDF import TDF_Label, TDF_LabelSequence
from OCP.TDataStd import TDataStd_Name
from OCP.TDocStd import TDocStd_Document
from OCP.XCAFDoc import XCAFDoc_DocumentTool, XCAFDoc_ShapeTool

ROD = "add_sketch(XY)\nadd_circle(0, 0, 1)\nadd_extrude(0, 2, new)\n"
# A second rod that touches the first along a line, a third one apart.
RODS = "add_sketch(XY)\nadd_circle(0, 0, 1)\nadd_circle(2, 0, 1)\nadd_circle(9, 0, 1)\n" \
       "add_extrude(0, 2, new)\nadd_extrude(1, 3, new)\nadd_extrude(2, 1, new)\n"
# A hole across the first two: the exact kernel holds them.
CROSS = "add_sketch(YZ)\nadd_circle(0, 1, 0.3)\nadd_extrude(0, 6, cut, symmetric)\n"
# Blocks that share a face.
BLOCKS = "add_sketch(XY)\nadd_line(0, 0, 2, 0)\nadd_line(2, 0, 2, 1)\nadd_line(2, 1, 0, 1)\nadd_line(0, 1, 0, 0)\n" \
         "add_extrude(0, 1, new)\nadd_sketch(end(0))\nadd_line(0, 0, 2, 0)\nadd_line(2, 0, 2, 1)\nadd_line(2, 1, 0, 1)\n" \
         "add_line(0, 1, 0, 0)\nadd_extrude(0, 2, new)\n"
PARTS = {"rod": ROD, "drilled": ROD + CROSS, "rods": RODS, "drilled rods": RODS + CROSS, "blocks": BLOCKS}
NAMES = ["plate", "Fuß 'A' \\ 1/2", "板金 🔩 <b> & \"c\"", "x" * 300]

failures = []


def check(condition, *what):
    if not condition:
        failures.append(what)


def expected_names(name, count):
    return [name] if count == 1 else [f"{name}-{number}" for number in range(1, count + 1)]


def label_name(label):
    name = TDataStd_Name()
    return name.Get().ToExtString() if label.FindAttribute(TDataStd_Name.GetID_s(), name) else None


def components(label):
    """The name of a shape, its volume in cm3, and those of its components."""
    parts = TDF_LabelSequence()
    XCAFDoc_ShapeTool.GetComponents_s(label, parts)
    below = []
    for index in range(1, parts.Length() + 1):
        below += components(referred_by(parts.Value(index)))
    volume = cq.Shape.cast(XCAFDoc_ShapeTool.GetShape_s(label)).Volume() / 1000
    return below if below else [(label_name(label), volume)]


def referred_by(label):
    """The product that a component is a copy of."""
    referred = TDF_Label()
    return referred if XCAFDoc_ShapeTool.GetReferredShape_s(label, referred) else label


def step_products(path):
    """The name of the only free shape, and names and volumes of its bodies."""
    reader = STEPCAFControl_Reader()
    reader.SetNameMode(True)
    check(reader.ReadFile(path) == IFSelect_RetDone, path, "STEP is not read")
    document = TDocStd_Document(TCollection_ExtendedString("XmlXCAF"))
    reader.Transfer(document)
    free = TDF_LabelSequence()
    XCAFDoc_DocumentTool.ShapeTool_s(document.Main()).GetFreeShapes(free)
    check(free.Length() == 1, path, f"{free.Length()} roots")
    return label_name(free.Value(1)), components(free.Value(1))


def check_bodies(what, found, names, volumes, tolerance):
    check([name for name, _ in found] == names, what, "names", [name for name, _ in found], names)
    for (_, volume), expected in zip(found, volumes):
        check(abs(volume - expected) <= tolerance * expected, what, "volume", volume, expected)


def check_step(what, path, name, names):
    root, found = step_products(path)
    check(root == name, what, "root", root, name)
    check([one for one, _ in found] == names, what, [one for one, _ in found], names)
    shape = cq.importers.importStep(path)
    check(len(shape.solids().vals()) == len(names), what, "CadQuery's solids")
    check(shape.val().isValid(), what, "not valid")
    total = sum(volume for _, volume in found)
    check(abs(shape.val().Volume() / 1000 - total) < 1e-6 * total, what, "CadQuery's first value is not all")
    return [volume for _, volume in found]


def scene_bodies(path, scale):
    options = {"split_objects": True} if path.endswith("obj") else {}
    scene = trimesh.load_scene(path, **options)
    found = []
    for node in scene.graph.nodes_geometry:
        transform, geometry = scene.graph[node]
        mesh = scene.geometry[geometry].copy()
        mesh.apply_transform(transform)
        mesh.merge_vertices(merge_tex=True, merge_norm=True)
        check(mesh.is_watertight, path, "not watertight")
        found.append((geometry, mesh.volume / scale**3))
    return sorted(found, key=lambda body: body[0])


def check_part(cadseq, folder, part, name):
    source = f"{folder}/source.cad"
    open(source, "w").write(PARTS[part])
    paths = [f"{folder}/out.{extension}" for extension in ("step", "obj", "glb", "3mf", "stl")]
    subprocess.run([cadseq, "build", source, "--name", name, "-o", *paths], check=True, capture_output=True)
    shown = name[:200]
    count = {"rod": 1, "drilled": 1, "rods": 3, "drilled rods": 3, "blocks": 2}[part]
    names = expected_names(shown, count)
    volumes = check_step((part, name, "step"), paths[0], shown, names)
    word = "".join("_" if c.isspace() or c in "#\\" else c for c in shown)
    lines = open(paths[1], encoding="utf-8").read().splitlines()
    objects = [line[2:] for line in lines if line.startswith("o ")]
    check(objects == expected_names(word, count), part, name, "OBJ", objects)
    for path, scale in ((paths[1], 10), (paths[2], 0.01), (paths[3], 10)):
        named = objects if path == paths[1] else names
        check_bodies((part, name, path[-4:]), scene_bodies(path, scale), named, volumes, 5e-3)
    whole = trimesh.load_mesh(paths[4])
    check(abs(whole.volume / 1000 - sum(volumes)) < 5e-3 * sum(volumes), part, name, "STL", whole.volume)


def check_dxf(cadseq, folder):
    source, path = f"{folder}/source.cad", f"{folder}/out.dxf"
    open(source, "w").write("add_sketch(XY)\nadd_line(0, 0, 6, 0)\nadd_arc(6, 0, 6, 2, 180)\nadd_line(6, 4, 0, 4)\n"
                            "add_arc(0, 4, 0, 2, 180)\nadd_circle(3, 2, 1)\nadd_extrude(0, 1, new)\n")
    subprocess.run([cadseq, "build", source, "-o", path], check=True, capture_output=True)
    document = ezdxf.readfile(path)
    audit = document.audit()
    check(not audit.has_errors and not audit.has_fixes, "DXF", [str(one.message) for one in audit.errors + audit.fixes])
    check(document.units == ezdxf.units.MM, "DXF", "unit", document.units)
    kinds = [entity.dxftype() for entity in document.modelspace()]
    check(kinds == ["LWPOLYLINE", "CIRCLE"], "DXF", kinds)
    outline, circle = document.modelspace()
    check(outline.closed and abs(circle.dxf.radius - 10) < 1e-12, "DXF", "outline, circle")
    path = ezdxf.path.make_path(outline)
    area = abs(ezdxf.math.area(path.flattening(1e-3)))
    expected = 60 * 40 + math.pi * 20**2
    check(abs(area - expected) < 1e-4 * expected, "DXF", "area", area, expected)


def main():
    cadseq = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        for part in PARTS:
            for name in NAMES:
                check_part(cadseq, folder, part, name)
        check_dxf(cadseq, folder)
    print(f"{len(PARTS) * len(NAMES)} parts, {len(failures)} failures")
    for failure in failures[:40]:
        print("  ", *failure)
    sys.exit(1 if failures else 0)


main()
