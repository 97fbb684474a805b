"""Checks the files of `cadseq-solid`'s example `export_programs` with Open CASCADE.

    cargo run --release -p cadseq-solid --example export_programs -- FOLDER 1000
    python3 -m venv VENV && VENV/bin/pip install cadquery-ocp
    VENV/bin/python tests/conformance/programs_occt.py FOLDER

Open CASCADE makes each program's solid by itself, from frames, loops, heights and Booleans, and
reads our STEP file. The three volumes must agree to 1e-5, and the STEP file must be valid. Where Open
CASCADE's own Booleans lose a solid, the volume is found a second time with a fuzzy tolerance, then by
sampling; such programs are listed. Refusals are counted by cause. The exit status is 1 where a volume
or a file is wrong, or where more is refused than the project allows itself (2 % of the programs on
the grid, 0.1 % of the others).
"""

import json
import random
import re
import sys
import time
from collections import Counter

from OCP.BRepAlgoAPI import BRepAlgoAPI_Common, BRepAlgoAPI_Cut, BRepAlgoAPI_Fuse
from OCP.BRepBuilderAPI import BRepBuilderAPI_MakeEdge, BRepBuilderAPI_MakeFace, BRepBuilderAPI_MakeWire
from OCP.BRepCheck import BRepCheck_Analyzer
from OCP.BRepGProp import BRepGProp
from OCP.BRepPrimAPI import BRepPrimAPI_MakePrism
from OCP.GC import GC_MakeArcOfCircle
from OCP.gp import gp_Ax2, gp_Circ, gp_Dir, gp_Pln, gp_Pnt, gp_Vec
from OCP.GProp import GProp_GProps
from OCP.IFSelect import IFSelect_RetDone
from OCP.STEPControl import STEPControl_Reader
from OCP.TopAbs import TopAbs_SOLID
from OCP.TopExp import TopExp_Explorer
from OCP.TopTools import TopTools_ListOfShape

RELATIVE = 1e-5
SAMPLES = 200_000


def volume_of(shape):
    properties = GProp_GProps()
    call = getattr(BRepGProp, "VolumeProperties", None) or BRepGProp.VolumeProperties_s
    call(shape, properties, 1e-9, False, False)
    return properties.Mass()


def count_of(shape, kind):
    explorer = TopExp_Explorer(shape, kind)
    count = 0
    while explorer.More():
        count += 1
        explorer.Next()
    return count


class Sketch:
    """A feature's frame: sketch coordinates and height to the world."""

    def __init__(self, feature):
        self.origin, self.x, self.normal = feature["origin"], feature["x_axis"], feature["normal"]
        n, x = self.normal, self.x
        self.y = [n[1] * x[2] - n[2] * x[1], n[2] * x[0] - n[0] * x[2], n[0] * x[1] - n[1] * x[0]]

    def world(self, point, height):
        return [
            self.origin[i] + self.x[i] * point[0] + self.y[i] * point[1] + self.normal[i] * height
            for i in range(3)
        ]

    def edge(self, curve, height):
        def at(name):
            return gp_Pnt(*self.world(curve[name], height))

        if "radius" in curve:
            axes = gp_Ax2(at("center"), gp_Dir(*self.normal), gp_Dir(*self.x))
            return BRepBuilderAPI_MakeEdge(gp_Circ(axes, curve["radius"])).Edge()
        if "middle" in curve:
            return BRepBuilderAPI_MakeEdge(GC_MakeArcOfCircle(at("start"), at("middle"), at("end")).Value()).Edge()
        return BRepBuilderAPI_MakeEdge(at("start"), at("end")).Edge()

    def wire(self, curves, height):
        maker = BRepBuilderAPI_MakeWire()
        for curve in curves:
            maker.Add(self.edge(curve, height))
        return maker.Wire()


def prism(feature):
    sketch = Sketch(feature)
    start, depth = feature["start"], feature["end"] - feature["start"]
    vector = gp_Vec(*[component * depth for component in sketch.normal])
    plane = gp_Pln(gp_Pnt(*sketch.world([0, 0], start)), gp_Dir(*sketch.normal))

    def swept(curves):
        face = BRepBuilderAPI_MakeFace(plane, sketch.wire(curves, start), True).Face()
        return BRepPrimAPI_MakePrism(face, vector).Shape()

    solid = swept(feature["loops"][0])
    for hole in feature["loops"][1:]:
        solid = boolean(BRepAlgoAPI_Cut, solid, swept(hole), 0.0)
    return solid


def boolean(kind, a, b, fuzzy):
    operation = kind()
    arguments, tools = TopTools_ListOfShape(), TopTools_ListOfShape()
    arguments.Append(a)
    tools.Append(b)
    operation.SetArguments(arguments)
    operation.SetTools(tools)
    if fuzzy:
        operation.SetFuzzyValue(fuzzy)
    operation.Build()
    return operation.Shape()


def touches(a, b, joined):
    """Whether a union hangs together better than its parts: it has fewer solids."""
    return count_of(joined, TopAbs_SOLID) < count_of(a, TopAbs_SOLID) + count_of(b, TopAbs_SOLID)


def program_volume(features, fuzzy):
    """Sum over bodies; a join takes in every body that it touches, as in cadseq."""
    bodies = []
    for feature in features:
        tool, kind = prism(feature), feature["boolean"]
        if kind == "new":
            bodies.append(tool)
        elif kind == "join":
            apart = []
            for body in bodies:
                joined = boolean(BRepAlgoAPI_Fuse, body, tool, fuzzy)
                if touches(body, tool, joined):
                    tool = joined
                else:
                    apart.append(body)
            bodies = [*apart, tool]
        else:
            call = BRepAlgoAPI_Cut if kind == "cut" else BRepAlgoAPI_Common
            bodies = [boolean(call, body, tool, fuzzy) for body in bodies]
            bodies = [body for body in bodies if count_of(body, TopAbs_SOLID)]
    return sum(volume_of(body) for body in bodies)


def inside_prism(feature, point):
    """Whether a world point is in a feature, by winding and height: no kernel takes part."""
    sketch = Sketch(feature)
    offset = [point[i] - sketch.origin[i] for i in range(3)]
    x, y, height = (sum(a * b for a, b in zip(offset, axis)) for axis in (sketch.x, sketch.y, sketch.normal))
    low, high = sorted((feature["start"], feature["end"]))
    if not low < height < high:
        return False
    crossings = sum(crossings_of(curve, x, y) for curves in feature["loops"] for curve in curves)
    return crossings % 2 == 1


def circle_through(a, b, c):
    ax, ay, bx, by, cx, cy = *a, *b, *c
    d = 2 * (ax * (by - cy) + bx * (cy - ay) + cx * (ay - by))
    a2, b2, c2 = ax * ax + ay * ay, bx * bx + by * by, cx * cx + cy * cy
    ux = (a2 * (by - cy) + b2 * (cy - ay) + c2 * (ay - by)) / d
    uy = (a2 * (cx - bx) + b2 * (ax - cx) + c2 * (bx - ax)) / d
    return ux, uy, ((ax - ux) ** 2 + (ay - uy) ** 2) ** 0.5


def crossings_of(curve, x, y):
    """How often a ray to +x from (x, y) crosses a curve."""
    if "radius" in curve or "middle" in curve:
        if "radius" in curve:
            (cx, cy), radius = curve["center"], curve["radius"]
        else:
            cx, cy, radius = circle_through(curve["start"], curve["middle"], curve["end"])
        if abs(y - cy) >= radius:
            return 0
        half = (radius**2 - (y - cy) ** 2) ** 0.5
        found = [cx - half, cx + half]
        if "middle" in curve:
            (sx, sy), (mx, my), (ex, ey) = curve["start"], curve["middle"], curve["end"]

            def side(px, py):
                return (ex - sx) * (py - sy) - (ey - sy) * (px - sx)

            found = [px for px in found if side(px, y) * side(mx, my) > 0]
        return sum(px > x for px in found)
    (x0, y0), (x1, y1) = curve["start"], curve["end"]
    if (y0 > y) == (y1 > y):
        return 0
    return int(x0 + (y - y0) / (y1 - y0) * (x1 - x0) > x)


def sampled_volume(features, seed):
    """Volume of the features' set, bodies taken as one, and its standard error."""
    generator = random.Random(seed)
    reach, hits = 16.0, 0
    for _ in range(SAMPLES):
        point = [generator.uniform(-reach, reach) for _ in range(3)]
        inside = False
        for feature in features:
            within = inside_prism(feature, point)
            kind = feature["boolean"]
            inside = {"new": inside or within, "join": inside or within, "cut": inside and not within,
                      "intersect": inside and within}[kind]
        hits += inside
    share = hits / SAMPLES
    box = (2 * reach) ** 3
    return box * share, box * (share * (1 - share) / SAMPLES) ** 0.5


def step_volume(path):
    reader = STEPControl_Reader()
    if reader.ReadFile(path) != IFSelect_RetDone:
        return None, False
    reader.TransferRoots()
    shape = reader.OneShape()
    return volume_of(shape) / 1000, BRepCheck_Analyzer(shape).IsValid()


def cause(error):
    return re.sub(r"[-+]?\d+(\.\d+)?(e-?\d+)?", "#", error)


def main():
    folder = sys.argv[1]
    records = json.load(open(f"{folder}/programs.json"))
    failures, second, refused = [], [], {True: Counter(), False: Counter()}
    total, worst, displaced = Counter(), Counter(), Counter()
    ours, theirs = Counter(), Counter()
    for record in records:
        name, snapped = f"{record['index']:04}", record["snapped"]
        total[snapped] += 1
        if "error" in record:
            refused[snapped][cause(record["error"])] += 1
            continue
        displaced[snapped] += any("moved" in note for note in record["notes"])
        volume, features = record["volume"], record["features"]
        scale = max(volume, 1.0)
        began = time.perf_counter()
        expected = program_volume(features, 0.0)
        theirs[record["extrudes"]] += time.perf_counter() - began
        ours[record["extrudes"]] += record["seconds"]
        error = abs(volume - expected) / scale
        if error > RELATIVE:
            expected = program_volume(features, 1e-5)
            fuzzy_error = abs(volume - expected) / scale
            if fuzzy_error > RELATIVE:
                sampled, spread = sampled_volume(features, record["index"])
                second.append(f"{name}: ours {volume:.6f}, Open CASCADE {error * scale:+.6f} and fuzzy "
                              f"{fuzzy_error * scale:+.6f} off, sampled {sampled:.2f} +- {spread:.2f}")
                if record["bodies"] == 1 and abs(volume - sampled) > 4 * spread + RELATIVE * scale:
                    failures.append(f"{name}: volume {volume}, sampled {sampled} +- {spread}")
            error = 0.0
        worst[snapped] = max(worst[snapped], error)
        if volume > 0:
            found, valid = step_volume(f"{folder}/{name}.step")
            if found is None or abs(found - volume) / scale > RELATIVE:
                failures.append(f"{name}: STEP has volume {found}, not {volume}")
            if not valid:
                failures.append(f"{name}: STEP is not valid")
    for snapped, label, limit in ((True, "on the grid", 0.02), (False, "off the grid", 0.001)):
        count = sum(refused[snapped].values())
        print(f"{label}: {total[snapped]} programs, {count} refused, {displaced[snapped]} with a tool moved, "
              f"worst relative error {worst[snapped]:.1e}")
        for text, number in refused[snapped].most_common():
            print(f"  {number} x {text}")
        if count > limit * total[snapped]:
            failures.append(f"{label}: {count} refusals")
    for extrudes in sorted(ours):
        print(f"{extrudes} extrudes: ours {ours[extrudes]:.2f} s, Open CASCADE {theirs[extrudes]:.2f} s, "
              f"{theirs[extrudes] / ours[extrudes]:.1f} times")
    print(f"{len(second)} programs where Open CASCADE's Booleans disagree, checked by sampling")
    for text in second[:40]:
        print(f"  {text}")
    print(f"{len(failures)} failures")
    for text in failures[:40]:
        print(f"  {text}")
    sys.exit(1 if failures else 0)


main()
