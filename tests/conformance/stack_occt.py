"""Checks the files of `cadseq-solid`'s example `export_stacks` with Open CASCADE.

    cargo run --release -p cadseq-solid --example export_stacks -- FOLDER 1000
    python3 -m venv VENV && VENV/bin/pip install cadquery-ocp
    VENV/bin/python tests/conformance/stack_occt.py FOLDER

Every STEP file must be read as valid solids, as many as our lumps, with our numbers of shells, faces,
edges and vertices, and our volume, area, centre and box (millimetres there, centimetres here). Where a
solid touches itself Open CASCADE may make one vertex of two, so there vertices and edges do not count.
Parts of coordinates that nearly coincide may differ by the tolerance. The exit status is 1 where
anything failed.
"""

import csv
import sys
from collections import Counter

from OCP.Bnd import Bnd_Box
from OCP.BRepBndLib import BRepBndLib
from OCP.BRepCheck import BRepCheck_Analyzer
from OCP.BRepGProp import BRepGProp
from OCP.GProp import GProp_GProps
from OCP.IFSelect import IFSelect_RetDone
from OCP.STEPControl import STEPControl_Reader
from OCP.TopAbs import TopAbs_EDGE, TopAbs_FACE, TopAbs_SHELL, TopAbs_SOLID, TopAbs_VERTEX
from OCP.TopExp import TopExp
from OCP.TopTools import TopTools_IndexedMapOfShape

KINDS = {
    "faces": TopAbs_FACE,
    "edges": TopAbs_EDGE,
    "vertices": TopAbs_VERTEX,
    "lumps": TopAbs_SOLID,
    "shells": TopAbs_SHELL,
}

failures = []
worst = Counter()


def static(owner, name):
    """A static method under either of the bindings' spellings."""
    return getattr(owner, name, None) or getattr(owner, name + "_s")


def near(name, kind, found, expected, scale, limit):
    error = abs(found - expected) / scale
    worst[kind] = max(worst[kind], error)
    if error > limit:
        failures.append((name, f"{kind}: {found!r} instead of {expected!r}"))


def count(shape, kind):
    found = TopTools_IndexedMapOfShape()
    static(TopExp, "MapShapes")(shape, kind, found)
    return found.Extent()


def read(name, path):
    reader = STEPControl_Reader()
    if reader.ReadFile(path) != IFSelect_RetDone:
        failures.append((name, "not read"))
        return None
    reader.TransferRoots()
    return reader.OneShape()


def check(name, shape, row):
    if not BRepCheck_Analyzer(shape).IsValid():
        failures.append((name, "not valid"))
    for key, kind in KINDS.items():
        found = count(shape, kind)
        if row["touches"] == "1" and key in ("edges", "vertices"):
            continue
        if found != int(row[key]):
            failures.append((name, f"{found} {key} instead of {row[key]}"))
    value = {key: float(number) for key, number in row.items() if key != "spread"}
    layer = 4e-5 * value["area"]
    exact = row["spread"] != "Jittered"
    volume_limit, area_limit = (1e-9, 1e-9) if exact else (layer / value["volume"], 1e-3)
    volume = GProp_GProps()
    static(BRepGProp, "VolumeProperties")(shape, volume, 1e-12, False, False)
    near(name, "volume", volume.Mass() / 1000, value["volume"], value["volume"], volume_limit)
    area = GProp_GProps()
    static(BRepGProp, "SurfaceProperties")(shape, area, 1e-12, False)
    near(name, "area", area.Mass() / 100, value["area"], value["area"], area_limit)
    center = volume.CentreOfMass()
    for found, key in zip((center.X(), center.Y(), center.Z()), ("cx", "cy", "cz")):
        near(name, "centre", found / 10, value[key], 10, volume_limit)
    box = Bnd_Box()
    static(BRepBndLib, "AddOptimal")(shape, box, False, False)
    low, high = box.CornerMin(), box.CornerMax()
    corners = (low.X(), low.Y(), low.Z(), high.X(), high.Y(), high.Z())
    for found, key in zip(corners, ("x0", "y0", "z0", "x1", "y1", "z1")):
        near(name, "box", found / 10, value[key], 10, 1e-5)


def main():
    folder = sys.argv[1]
    rows = list(csv.DictReader(open(f"{folder}/stacks.csv")))
    for row in rows:
        name = f"{int(row['index']):04}"
        shape = read(name, f"{folder}/{name}.step")
        if shape is not None:
            check(name, shape, row)
    for kind, error in sorted(worst.items()):
        print(f"{kind}: worst relative error {error:.2e}")
    bad = len({name for name, _ in failures})
    print(f"{len(rows)} parts, {bad} with failures")
    for name, text in failures[:60]:
        print(f"  {name}: {text}")
    sys.exit(1 if failures or not rows else 0)


main()
