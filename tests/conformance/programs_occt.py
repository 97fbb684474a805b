"""Checks the files of `cadseq-solid`'s example `export_programs` with Open CASCADE.

    cargo run --release -p cadseq-solid --example export_programs -- FOLDER 1000
    python3 -m venv VENV && VENV/bin/pip install cadquery-ocp numpy
    VENV/bin/python tests/conformance/programs_occt.py FOLDER

Open CASCADE makes each program's solid by itself, from frames, loops, heights and Booleans, and
reads our STEP file. The three volumes must agree to 1e-5, and the STEP file must be valid. Where Open
CASCADE's own Booleans lose a solid, the volume is found a second time with a fuzzy tolerance, then
without any kernel along straight lines (`line_volume.py`), to about 1e-5 too; such programs are
listed. Refusals are counted by cause. The exit status is 1 where a volume or a file is wrong, or
where more is refused than the project allows itself (2 % of the programs on the grid, 0.1 % of the
others).
"""

import json
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

from line_volume import line_volume

RELATIVE = 1e-5


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


def step_volume(path):
    reader = STEPControl_Reader()
    if reader.ReadFile(path) != IFSelect_RetDone:
        return None, False
    reader.TransferRoots()
    shape = reader.OneShape()
    return volume_of(shape) / 1000, BRepCheck_Analyzer(shape).IsValid()


def cause(error):
    return re.sub(r"[-+]?\d+(\.\d+)?(e-?\d+)?", "#", error)


class Tally:
    """What is known of the programs on the grid, or of those off it."""

    def __init__(self):
        self.judged, self.refused, self.displaced, self.worst = Counter(), Counter(), 0, 0.0

    def report(self, label, limit):
        count, refused = self.judged.total() + self.refused.total(), self.refused.total()
        print(f"{label}: {count} programs, {refused} refused, {self.displaced} with a tool moved, "
              f"worst relative error {self.worst:.1e}; volumes judged by {dict(self.judged)}")
        for text, number in self.refused.most_common():
            print(f"  {number} x {text}")
        return [f"{label}: {refused} refusals"] if refused > limit * count else []


def judge(record, second):
    """The volume that another method finds, its uncertainty, and the method's name."""
    volume, features = record["volume"], record["features"]
    scale, off = max(volume, 1.0), []
    for name, fuzzy in (("Booleans", 0.0), ("fuzzy Booleans", 1e-5)):
        expected = program_volume(features, fuzzy)
        if abs(volume - expected) <= RELATIVE * scale:
            return expected, 0.0, name
        off.append(f"{expected - volume:+.6f}")
    expected, spread = line_volume(features, record["index"])
    second.append(f"{record['index']:04}: ours {volume:.6f}, Open CASCADE {' and fuzzy '.join(off)} off, "
                  f"lines {expected - volume:+.6f} +- {spread:.6f}")
    return expected, 4 * spread, "lines"


def check_step(path, name, volume):
    found, valid = step_volume(path)
    if found is None or abs(found - volume) > RELATIVE * max(volume, 1.0):
        yield f"{name}: STEP has volume {found}, not {volume}"
    if not valid:
        yield f"{name}: STEP is not valid"


def main():
    folder = sys.argv[1]
    with open(f"{folder}/programs.json") as file:
        records = json.load(file)
    failures, second, tallies = [], [], {True: Tally(), False: Tally()}
    ours, theirs = Counter(), Counter()
    for record in records:
        name, tally = f"{record['index']:04}", tallies[record["snapped"]]
        if "error" in record:
            tally.refused[cause(record["error"])] += 1
            continue
        tally.displaced += any("moved" in note for note in record["notes"])
        volume = record["volume"]
        scale = max(volume, 1.0)
        began = time.perf_counter()
        expected, uncertainty, method = judge(record, second)
        if method == "Booleans":
            theirs[record["extrudes"]] += time.perf_counter() - began
            ours[record["extrudes"]] += record["seconds"]
            tally.worst = max(tally.worst, abs(volume - expected) / scale)
        tally.judged[method] += 1
        if abs(volume - expected) > uncertainty + RELATIVE * scale:
            failures.append(f"{name}: volume {volume}, by {method} {expected} +- {uncertainty}")
        if volume > 0:
            failures.extend(check_step(f"{folder}/{name}.step", name, volume))
    failures.extend(tallies[True].report("on the grid", 0.02))
    failures.extend(tallies[False].report("off the grid", 0.001))
    for extrudes in sorted(ours):
        print(f"{extrudes} extrudes: ours {ours[extrudes]:.2f} s, Open CASCADE {theirs[extrudes]:.2f} s, "
              f"{theirs[extrudes] / ours[extrudes]:.1f} times")
    print(f"{len(second)} programs where Open CASCADE's Booleans disagree")
    for text in second:
        print(f"  {text}")
    print(f"{len(failures)} failures")
    for text in failures:
        print(f"  {text}")
    sys.exit(1 if failures else 0)


main()
