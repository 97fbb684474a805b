"""Checks the files of `cadseq-solid`'s example `export_random` with outside tools.

    cargo run --release -p cadseq-solid --example export_random -- FOLDER 500
    python3 -m venv VENV && VENV/bin/pip install cadquery-ocp trimesh lxml networkx lib3mf
    VENV/bin/python tests/conformance/solid_occt.py FOLDER

For every solid: Open CASCADE reads the STEP file as one valid solid with the planes and cylinders that
were written, and volume, area, centre and box are ours (millimetres there, centimetres here);
trimesh finds STL, OBJ, GLB and 3MF closed, with our volume in their units, and lib3mf takes 3MF. For neighbouring pairs: the
volume of Open CASCADE's Boolean intersection is ours. The exit status is 1 where anything failed.
With npm's `gltf-validator` installed in the folder named by GLTF_VALIDATOR, GLB files are validated too.
"""

import csv
import math
import os
import subprocess
import sys
from collections import Counter

import lib3mf
import trimesh
from OCP.Bnd import Bnd_Box
from OCP.BRepAdaptor import BRepAdaptor_Surface
from OCP.BRepAlgoAPI import BRepAlgoAPI_Common
from OCP.BRepBndLib import BRepBndLib
from OCP.BRepCheck import BRepCheck_Analyzer
from OCP.BRepGProp import BRepGProp
from OCP.GeomAbs import GeomAbs_Cylinder, GeomAbs_Plane
from OCP.GProp import GProp_GProps
from OCP.IFSelect import IFSelect_RetDone
from OCP.STEPControl import STEPControl_Reader
from OCP.TopAbs import TopAbs_FACE, TopAbs_SOLID
from OCP.TopExp import TopExp_Explorer
from OCP.TopoDS import TopoDS

RELATIVE = 1e-6
CHORD_TOLERANCE = 0.01  # of the example; a mesh loses at most this layer of its surface

failures = []
worst = Counter()


def check(condition, name, text):
    if not condition:
        failures.append((name, text))


def near(name, kind, found, expected, scale, limit=RELATIVE):
    error = abs(found - expected) / scale
    worst[kind] = max(worst[kind], error)
    check(error <= limit, name, f"{kind}: {found!r} instead of {expected!r}")


def explore(shape, kind):
    explorer = TopExp_Explorer(shape, kind)
    found = []
    while explorer.More():
        found.append(explorer.Current())
        explorer.Next()
    return found


def static(owner, name):
    """A static method under either of the bindings' spellings."""
    return getattr(owner, name, None) or getattr(owner, name + "_s")


def volume_of(shape):
    """Mass properties; adaptive, since the default rule is coarse on trimmed cylinders."""
    properties = GProp_GProps()
    static(BRepGProp, "VolumeProperties")(shape, properties, 1e-10, False, False)
    return properties


def read_step(name, path):
    reader = STEPControl_Reader()
    check(reader.ReadFile(path) == IFSelect_RetDone, name, "STEP: not read")
    reader.TransferRoots()
    shape = reader.OneShape()
    check(len(explore(shape, TopAbs_SOLID)) == 1, name, "STEP: not one solid")
    check(BRepCheck_Analyzer(shape).IsValid(), name, "STEP: not valid")
    return shape


def check_step(name, shape, row):
    volume = float(row["volume"])
    properties = volume_of(shape)
    near(name, "STEP volume", properties.Mass() / 1000, volume, volume)
    area = GProp_GProps()
    static(BRepGProp, "SurfaceProperties")(shape, area)
    near(name, "STEP area", area.Mass() / 100, float(row["area"]), float(row["area"]))
    center = properties.CentreOfMass()
    for found, key in zip((center.X(), center.Y(), center.Z()), ("cx", "cy", "cz")):
        near(name, "STEP centre", found / 10, float(row[key]), 10)
    box = Bnd_Box()
    static(BRepBndLib, "AddOptimal")(shape, box, False, False)
    low, high = box.CornerMin(), box.CornerMax()
    corners = (low.X(), low.Y(), low.Z(), high.X(), high.Y(), high.Z())
    for found, key in zip(corners, ("x0", "y0", "z0", "x1", "y1", "z1")):
        near(name, "STEP box", found / 10, float(row[key]), 10, 1e-5)
    faces = explore(shape, TopAbs_FACE)
    check(len(faces) == int(row["faces"]), name, f"STEP: {len(faces)} faces")
    to_face = getattr(TopoDS, "Face_s", None) or TopoDS.Face
    kinds = Counter(BRepAdaptor_Surface(to_face(face)).GetType() for face in faces)
    shape_number = int(row["shape"])
    arcs = 1 if shape_number == 8 else shape_number.bit_count()
    # An arc of sweep 0 cannot be drawn, so every arc of the shape is a cylinder.
    check(kinds[GeomAbs_Cylinder] == arcs, name, f"STEP: {kinds[GeomAbs_Cylinder]} cylinders, not {arcs}")
    check(kinds[GeomAbs_Plane] == len(faces) - arcs, name, "STEP: planes")


def check_mesh(name, folder, extension, row, scale):
    mesh = trimesh.load(f"{folder}/{name}.{extension}", force="mesh")
    mesh.merge_vertices(merge_tex=True, merge_norm=True)
    check(mesh.is_watertight, name, f"{extension}: not watertight")
    check(mesh.is_winding_consistent, name, f"{extension}: winding")
    volume = float(row["volume"])
    near(name, f"{extension} volume", mesh.volume / scale**3, volume, float(row["area"]), CHORD_TOLERANCE)
    if extension == "glb":
        low, high = mesh.bounds
        # Y up: world z is the viewer's y.
        near(name, "glb height", (high[1] - low[1]) / scale, float(row["z1"]) - float(row["z0"]), 10, 2.01e-3)


def check_3mf(name, path):
    """The reference implementation reads it without a warning, as one manifold object in millimetres."""
    model = lib3mf.get_wrapper().CreateModel()
    reader = model.QueryReader("3mf")
    reader.SetStrictModeActive(True)
    reader.ReadFromFile(path)
    check(reader.GetWarningCount() == 0, name, "3mf: warnings")
    check(model.GetUnit() == lib3mf.ModelUnit.MilliMeter, name, "3mf: unit")
    objects = model.GetMeshObjects()
    check(objects.Count() == 1, name, "3mf: not one object")
    objects.MoveNext()
    check(objects.GetCurrentMeshObject().IsManifoldAndOriented(), name, "3mf: not manifold")


def main():
    folder = sys.argv[1]
    rows = list(csv.DictReader(open(f"{folder}/solids.csv")))
    shapes = []
    for row in rows:
        name = f"{int(row['index']):04}"
        shape = read_step(name, f"{folder}/{name}.step")
        shapes.append(shape)
        check_step(name, shape, row)
        for extension, scale in (("stl", 10), ("obj", 10), ("glb", 0.01), ("3mf", 10)):
            check_mesh(name, folder, extension, row, scale)
        check_3mf(name, f"{folder}/{name}.3mf")
    methods = Counter()
    for pair in csv.DictReader(open(f"{folder}/pairs.csv")):
        methods[pair["method"]] += 1
        first, second = int(pair["first"]), int(pair["second"])
        volume = volume_of(BRepAlgoAPI_Common(shapes[first], shapes[second]).Shape()).Mass() / 1000
        smaller = min(float(rows[first]["volume"]), float(rows[second]["volume"]))
        name = f"{first:04} with {second:04} ({pair['method']})"
        near(name, f"intersection {pair['method']}", volume, float(pair["intersection"]), smaller)
    validator = os.environ.get("GLTF_VALIDATOR")
    if validator:
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "validate_glb.cjs")
        result = subprocess.run(["node", script, folder], env=os.environ | {"NODE_PATH": validator + "/node_modules"})
        check(result.returncode == 0, "gltf-validator", "issues found")
    for kind, error in sorted(worst.items()):
        print(f"{kind}: worst relative error {error:.2e}")
    print(f"{len(rows)} solids, pairs {dict(methods)}, {len(failures)} failures")
    for name, text in failures[:40]:
        print(f"  {name}: {text}")
    sys.exit(1 if failures or not math.isfinite(sum(worst.values())) else 0)


main()
