"""Runs the scripts of `cadseq-interchange`'s example `export_scripts` in the tools that they are for.

    cargo run --release -p cadseq-interchange --example export_scripts -- DESIGNS FOLDER
    python3 -m venv VENV && VENV/bin/pip install cadquery build123d trimesh ezdxf
    apt-get install freecad-python3 openscad librsvg2-bin
    VENV/bin/python tests/conformance/scripts.py FOLDER

Every script is run as it is, and the volume of what it makes is compared with `FOLDER/expected.csv`:
CadQuery, build123d and FreeCAD to 1e-6 of it. STEP files must be valid for Open CASCADE, with that volume
and our box to 1e-6 of its size. Fusion 360 cannot be run here: its scripts and those
for the Gym run on `fusion_stub.py`, to 1e-6 too, but of the bodies' union, since Fusion decides by itself
which bodies a join takes. OpenSCAD knows no bodies either, and its arcs are polygons of 128 corners:
5e-3 of the union. DXF files are audited by ezdxf and SVG
files rendered by rsvg-convert. Tools that are not installed are named and skipped. The exit status
is 1 where anything failed.
"""

import ast
import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections import Counter

import cadquery as cq
import ezdxf
import trimesh
from OCP.Bnd import Bnd_Box
from OCP.BRepBndLib import BRepBndLib
from OCP.BRepCheck import BRepCheck_Analyzer
from OCP.BRepGProp import BRepGProp
from OCP.GProp import GProp_GProps

import fusion_stub

EXACT = 1e-6
POLYGONS = 5e-3
FREECAD_DRIVER = """
import json, sys, traceback
import FreeCAD
found = {}
for path in json.load(open(%r)):
    try:
        scope = {"__name__": "__main__"}
        exec(compile(open(path).read(), path, "exec"), scope)
        shown = FreeCAD.ActiveDocument.getObject(scope["result_object"].Name).Shape
        found[path] = {"brep": shown.exportBrepToString(), "valid": shown.isValid()}
        FreeCAD.closeDocument(FreeCAD.ActiveDocument.Name)
    except Exception:
        found[path] = {"error": traceback.format_exc()}
json.dump(found, open(%r, "w"))
"""

failures = []
refused = []
worst = Counter()
runs = Counter()


def volume_of(shape):
    """By adaptive quadrature, since the default rule is coarse on trimmed cylinders."""
    properties = GProp_GProps()
    BRepGProp.VolumeProperties_s(shape.wrapped, properties, 1e-10, False, False)
    return properties.Mass()


def compare(tool, name, volume, expected, limit):
    error = abs(volume - expected) / expected
    worst[tool] = max(worst[tool], error)
    runs[tool] += 1
    if not error <= limit:
        failures.append((tool, name, f"volume {volume!r} instead of {expected!r}"))


def attempt(tool, name, measure, expected, limit):
    try:
        compare(tool, name, measure(), expected, limit)
    except Exception:
        failures.append((tool, name, traceback.format_exc(limit=-3)))


def run(path, **names):
    """Runs a script; gives the names that it leaves behind."""
    with open(path) as script:
        text = script.read()
    ast.parse(text)
    scope = {"__name__": "__main__", **names}
    exec(compile(text, path, "exec"), scope)
    return scope


def cadquery_volume(path, united):
    """Leaves the volume of the bodies' union in the list `united`."""
    shown = []
    result = run(path, show_object=lambda shape, name: shown.append(shape))["result"]
    if shown != [result]:
        raise ValueError("the result is not shown")
    united.append(united_volume(result.vals()) / 1000)
    return valid_volume(result.vals())


def build123d_volume(path):
    return valid_volume([run(path)["part"]])


def valid_volume(shapes):
    if not all(BRepCheck_Analyzer(shape.wrapped).IsValid() for shape in shapes):
        raise ValueError("the shape is not valid")
    return sum(map(volume_of, shapes)) / 1000


def fusion_volume(path):
    fusion_stub.install()
    run(path)["run"]({})
    return united_volume(fusion_stub.bodies())


def gallery_volume(path):
    fusion_stub.install()
    run(path)
    return united_volume(fusion_stub.bodies())


def united_volume(shapes):
    """The volume of the union of all solids."""
    solids = [solid for shape in shapes for solid in shape.Solids()]
    return volume_of(solids[0].fuse(*solids[1:]) if solids[1:] else solids[0])


def freecad_volumes(paths):
    """All macros in one process; the shapes come back as BREP."""
    with tempfile.TemporaryDirectory() as folder:
        listed, driver, found = (os.path.join(folder, name) for name in ("paths.json", "driver.py", "found.json"))
        with open(listed, "w") as file:
            json.dump(paths, file)
        with open(driver, "w") as file:
            file.write(FREECAD_DRIVER % (listed, found))
        subprocess.run(["freecadcmd", driver], stdin=subprocess.DEVNULL, capture_output=True, check=True)
        with open(found) as file:
            return json.load(file)


def brep_volume(found):
    if "error" in found:
        raise RuntimeError(found["error"])
    with tempfile.NamedTemporaryFile("w", suffix=".brep") as file:
        file.write(found["brep"])
        file.flush()
        return valid_volume([cq.Shape.importBrep(file.name)])


def openscad_volume(path):
    with tempfile.TemporaryDirectory() as folder:
        stl = os.path.join(folder, "solid.stl")
        done = subprocess.run(["openscad", "-o", stl, path], capture_output=True, text=True)
        warnings = [line for line in done.stderr.splitlines() if "WARNING" in line and "2-manifold" not in line]
        if done.returncode != 0 or warnings:
            raise RuntimeError(done.stderr)
        return trimesh.load(stl).volume / 1000


def check_drawings(folder):
    for file in sorted(os.listdir(folder)):
        path = os.path.join(folder, file)
        if file.endswith(".dxf"):
            runs["DXF"] += 1
            document = ezdxf.readfile(path)
            if document.audit().has_errors or len(document.modelspace()) == 0:
                failures.append(("DXF", file, "errors, or nothing in it"))
        elif file.endswith(".svg") and shutil.which("rsvg-convert"):
            runs["SVG"] += 1
            done = subprocess.run(["rsvg-convert", path, "-o", path + ".png"], capture_output=True, text=True)
            if done.returncode != 0 or done.stderr:
                failures.append(("SVG", file, done.stderr))


def step_volume(path, expected):
    """The volume of a STEP file whose box is the expected one."""
    shapes = cq.importers.importStep(path).vals()
    box = Bnd_Box()
    for shape in shapes:
        BRepBndLib.AddOptimal_s(shape.wrapped, box, False, False)
    low, high = box.CornerMin(), box.CornerMax()
    found = [value / 10 for corner in (low, high) for value in (corner.X(), corner.Y(), corner.Z())]
    size = max(b - a for a, b in zip(expected, expected[3:]))
    if max(abs(a - b) for a, b in zip(found, expected)) > EXACT * size:
        raise ValueError(f"the box is {found} instead of {expected}")
    return valid_volume(shapes)


def check_part(folder, name, row, macro):
    path = f"{folder}/{name}"
    volume = float(row["volume"])
    box = [float(row[key]) for key in ("x0", "y0", "z0", "x1", "y1", "z1")]
    attempt("STEP", name, lambda: step_volume(f"{path}.step", box), volume, EXACT)
    united = []
    attempt("CadQuery", name, lambda: cadquery_volume(f"{path}.cadquery.py", united), volume, EXACT)
    attempt("build123d", name, lambda: build123d_volume(f"{path}.build123d.py"), volume, EXACT)
    if macro:
        attempt("FreeCAD", name, lambda: brep_volume(macro), volume, EXACT)
    if not united:
        return
    attempt("Fusion 360 stub", name, lambda: fusion_volume(f"{path}.fusion.py"), united[0], EXACT)
    if os.path.exists(f"{path}.gallery.py"):
        attempt("Gym stub", name, lambda: gallery_volume(f"{path}.gallery.py"), united[0], EXACT)
    else:
        refused.append(name)
    if shutil.which("openscad"):
        attempt("OpenSCAD", name, lambda: openscad_volume(f"{path}.scad"), united[0], POLYGONS)


def main():
    folder = sys.argv[1]
    with open(f"{folder}/expected.csv") as file:
        expected = {row["name"]: row for row in csv.DictReader(file)}
    macros = {}
    if shutil.which("freecadcmd"):
        macros = freecad_volumes([f"{folder}/{name}.FCMacro" for name in expected])
    for name, row in expected.items():
        check_part(folder, name, row, macros.get(f"{folder}/{name}.FCMacro"))
    check_drawings(folder)
    for tool, count in sorted(runs.items()):
        print(f"{tool}: {count} runs, worst relative error {worst[tool]:.1e}")
    missing = [tool for tool in ("freecadcmd", "openscad", "rsvg-convert") if not shutil.which(tool)]
    print(f"refused by the Gallery writer: {', '.join(refused) or 'none'}; not installed: {missing}")
    print(f"{len(failures)} failures")
    for failure in failures[:40]:
        print("  " + ": ".join(failure))
    sys.exit(1 if failures else 0)


main()
