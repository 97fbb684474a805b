#!/usr/bin/env python3
"""The tasks of `main.rs` in Open CASCADE, through its own classes.

Reads lines "task seconds program program", separated by tabs, does the task for about so many
seconds and prints the processor time of one call and what it found: the volume, or the intersection
over union. Programs are read before the clock starts. Solids are left as the Booleans make them:
faces that lie on one plane are not merged, as most scripts do and as cadseq always does.

    python3 -m venv /tmp/peer && /tmp/peer/bin/pip install cadquery-ocp
    CADSEQ_OCP=/tmp/peer/bin/python cargo bench -p cadseq-solid --bench parts
"""

import math
import os
import re
import sys
import tempfile
import time

from OCP.BRepAlgoAPI import BRepAlgoAPI_Common, BRepAlgoAPI_Cut, BRepAlgoAPI_Fuse
from OCP.BRepBuilderAPI import (
    BRepBuilderAPI_MakeEdge,
    BRepBuilderAPI_MakeFace,
    BRepBuilderAPI_MakeWire,
)
from OCP.BRepGProp import BRepGProp
from OCP.BRepPrimAPI import BRepPrimAPI_MakePrism
from OCP.GC import GC_MakeArcOfCircle
from OCP.GProp import GProp_GProps
from OCP.Message import Message, Message_Gravity
from OCP.STEPControl import STEPControl_StepModelType, STEPControl_Writer
from OCP.gp import gp_Ax2, gp_Circ, gp_Dir, gp_Pnt, gp_Vec

# Directions of sketch x, sketch y and the normal.
PLANES = {
    "XY": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "XZ": ((1, 0, 0), (0, 0, -1), (0, 1, 0)),
    "YZ": ((0, 0, -1), (0, 1, 0), (1, 0, 0)),
}
BOOLEANS = {
    "join": BRepAlgoAPI_Fuse,
    "cut": BRepAlgoAPI_Cut,
    "intersect": BRepAlgoAPI_Common,
}


def parse(text):
    """The operations of a program: a name and its arguments, numbers as numbers."""

    def value(word):
        try:
            return float(word)
        except ValueError:
            return word

    found = re.findall(r"add_(\w+)\(([^)]*)\)", text)
    return [(name, [value(word.strip()) for word in words.split(",")]) for name, words in found]


def build(operations):
    """The shape of a program."""
    shape = None
    for name, values in operations:
        if name == "sketch":
            x_axis, y_axis, normal = PLANES[values[0]]
            edges = []
        elif name == "extrude":
            tool = extruded(edges, normal, values)
            shape = tool if shape is None else BOOLEANS[values[2]](shape, tool).Shape()
        else:
            edges.append((name, values, x_axis, y_axis, normal))
    return shape


def extruded(edges, normal, values):
    """A prism from the height -backward to the height forward."""
    forward = values[1]
    backward = values[3] if len(values) > 3 else 0.0
    lift = [-backward * n for n in normal]
    wire = BRepBuilderAPI_MakeWire()
    for edge in edges:
        wire.Add(made(*edge, lift))
    face = BRepBuilderAPI_MakeFace(wire.Wire()).Face()
    way = gp_Vec(*((forward + backward) * n for n in normal))
    return BRepPrimAPI_MakePrism(face, way).Shape()


def made(name, values, x_axis, y_axis, normal, lift):
    """An edge in the world."""

    def point(x, y):
        return gp_Pnt(*(x * a + y * b + c for a, b, c in zip(x_axis, y_axis, lift)))

    if name == "line":
        return BRepBuilderAPI_MakeEdge(point(*values[:2]), point(*values[2:])).Edge()
    if name == "circle":
        axes = gp_Ax2(point(*values[:2]), gp_Dir(*normal))
        return BRepBuilderAPI_MakeEdge(gp_Circ(axes, values[2])).Edge()
    x, y, cx, cy, sweep = values

    def turned(angle):
        c, s = math.cos(angle), math.sin(angle)
        return point(cx + c * (x - cx) - s * (y - cy), cy + s * (x - cx) + c * (y - cy))

    sweep = math.radians(sweep)
    arc = GC_MakeArcOfCircle(point(x, y), turned(sweep / 2), turned(sweep))
    return BRepBuilderAPI_MakeEdge(arc.Value()).Edge()


def volume(shape):
    properties = GProp_GProps()
    BRepGProp.VolumeProperties_s(shape, properties)
    return properties.Mass()


def iou(a, b):
    shared = volume(BRepAlgoAPI_Common(a, b).Shape())
    return shared / (volume(a) + volume(b) - shared)


def step(operations, path):
    """Writes a file to a folder in memory."""
    writer = STEPControl_Writer()
    writer.Transfer(build(operations), STEPControl_StepModelType.STEPControl_AsIs)
    writer.Write(path)


def timed(call, seconds):
    """Processor time of one call, over calls for about so many seconds."""
    call()
    count, start = 0, time.process_time()
    while True:
        call()
        count += 1
        passed = time.process_time() - start
        if passed > seconds:
            return passed / count


def main():
    for printer in Message.DefaultMessenger_s().Printers():
        printer.SetTraceLevel(Message_Gravity.Message_Fail)
    memory = "/dev/shm" if os.path.isdir("/dev/shm") else None
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        path = os.path.join(folder, "part.step")
        for line in sys.stdin:
            task, seconds, *texts = line.rstrip("\n").split("\t")
            a, b = (parse(text) for text in texts)
            shapes = build(a), build(b)
            calls = {
                "build": lambda: build(a),
                "iou": lambda: iou(*shapes),
                "step": lambda: step(a, path),
            }
            value = iou(*shapes) if task == "iou" else volume(shapes[0])
            print(timed(calls[task], float(seconds)), value, flush=True)


if __name__ == "__main__":
    main()
