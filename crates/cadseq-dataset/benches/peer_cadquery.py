#!/usr/bin/env python3
"""Samples a second of a Python pipeline on the shapes of one of our shards.

For each program of the shard: build the exact solid with CadQuery (OpenCASCADE), tessellate it,
draw 512 x 512 pixels off screen with VTK through the paper's camera, encode PNG, append to a tar
file. The silhouettes are compared with the pictures in the shard, so that both sides are known to
draw the same thing.

    cargo run --release -p cadseq-dataset --example synthesize -- /tmp/ds without-rules 1 1100
    python3 -m venv /tmp/peer && /tmp/peer/bin/pip install cadquery pillow
    /tmp/peer/bin/python peer_cadquery.py /tmp/ds/without-rules-000000.tar --limit 200 --processes 2
"""

import argparse
import io
import math
import multiprocessing
import re
import tarfile
import time

import cadquery as cq
import numpy as np
from PIL import Image
import vtkmodules.vtkRenderingOpenGL2  # noqa: F401  (registers the OpenGL factories)
from vtkmodules.util.numpy_support import numpy_to_vtk, numpy_to_vtkIdTypeArray, vtk_to_numpy
from vtkmodules.vtkCommonCore import vtkObject, vtkPoints, vtkUnsignedCharArray
from vtkmodules.vtkCommonDataModel import vtkCellArray, vtkPolyData
from vtkmodules.vtkFiltersCore import vtkPolyDataNormals
from vtkmodules.vtkRenderingCore import (
    vtkActor,
    vtkLight,
    vtkPolyDataMapper,
    vtkRenderer,
    vtkRenderWindow,
)

SIZE = 512
TOLERANCE = 0.005
PLANES = {
    "XY": cq.Plane((0, 0, 0), xDir=(1, 0, 0), normal=(0, 0, 1)),
    "XZ": cq.Plane((0, 0, 0), xDir=(1, 0, 0), normal=(0, 1, 0)),
    "YZ": cq.Plane((0, 0, 0), xDir=(0, 0, -1), normal=(1, 0, 0)),
}


def build(text):
    """The CadQuery solid of a program."""
    work = None
    for name, arguments in re.findall(r"add_(\w+)\(([^)]*)\)", text):
        values = [value.strip() for value in arguments.split(",")]
        if name == "sketch":
            work = cq.Workplane(PLANES[values[0]]).moveTo(0, 0)
            continue
        if name == "extrude":
            if not circle:
                work = work.wire()
            return work.extrude(float(values[1]))
        numbers = [float(value) for value in values]
        circle = name == "circle"
        if name == "line":
            work = work.lineTo(*numbers[2:])
        elif name == "arc":
            work = work.threePointArc(*arc_points(*numbers))
        elif circle:
            work = work.center(*numbers[:2]).circle(numbers[2])
    raise ValueError("the program has no extrude")


def arc_points(x, y, cx, cy, sweep_deg):
    """Middle and end of an arc."""

    def turned(angle):
        c, s = math.cos(angle), math.sin(angle)
        return cx + c * (x - cx) - s * (y - cy), cy + s * (x - cx) + c * (y - cy)

    sweep = math.radians(sweep_deg)
    return turned(sweep / 2), turned(sweep)


class Painter:
    """An off-screen VTK window with the paper's camera."""

    def __init__(self):
        vtkObject.GlobalWarningDisplayOff()
        self.mapper = vtkPolyDataMapper()
        actor = vtkActor()
        actor.SetMapper(self.mapper)
        actor.GetProperty().SetColor(0.7, 0.7, 0.7)
        actor.GetProperty().SetAmbient(0.5)
        actor.GetProperty().SetDiffuse(0.5)
        self.renderer = vtkRenderer()
        self.renderer.SetBackground(1, 1, 1)
        self.renderer.AddActor(actor)
        light = vtkLight()
        light.SetLightTypeToSceneLight()
        light.SetPositional(False)
        light.SetPosition(0.30, 0.52, 0.80)
        light.SetFocalPoint(0, 0, 0)
        self.renderer.AddLight(light)
        camera = self.renderer.GetActiveCamera()
        camera.SetPosition(20, 20, 20)
        camera.SetFocalPoint(0, 0, 0)
        camera.SetViewUp(0, 0, 1)
        camera.SetViewAngle(60)
        camera.SetClippingRange(1, 100)
        self.window = vtkRenderWindow()
        self.window.SetOffScreenRendering(1)
        self.window.SetMultiSamples(8)
        self.window.SetSize(SIZE, SIZE)
        self.window.AddRenderer(self.renderer)

    def paint(self, solid):
        """Grey pixels of a CadQuery solid."""
        vertices, triangles = solid.val().tessellate(TOLERANCE)
        points = vtkPoints()
        points.SetData(numpy_to_vtk(np.array([v.toTuple() for v in vertices]), deep=1))
        cells = np.hstack([np.full((len(triangles), 1), 3), np.array(triangles)]).astype(np.int64)
        polygons = vtkCellArray()
        polygons.SetCells(len(triangles), numpy_to_vtkIdTypeArray(cells.ravel(), deep=1))
        mesh = vtkPolyData()
        mesh.SetPoints(points)
        mesh.SetPolys(polygons)
        normals = vtkPolyDataNormals()
        normals.SetInputData(mesh)
        normals.SetFeatureAngle(30)
        self.mapper.SetInputConnection(normals.GetOutputPort())
        self.window.Render()
        pixels = vtkUnsignedCharArray()
        self.window.GetPixelData(0, 0, SIZE - 1, SIZE - 1, 1, pixels, 0)
        return vtk_to_numpy(pixels).reshape(SIZE, SIZE, 3)[::-1, :, 0]


def png_of(pixels):
    """The pixels as PNG, compressed for speed."""
    file = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(pixels)).save(file, "png", compress_level=1)
    return file.getvalue()


def read_shard(path, limit):
    """Key, program text and picture of each sample."""
    files = {}
    with tarfile.open(path) as archive:
        for member in archive:
            files[member.name] = archive.extractfile(member).read()
    keys = sorted(name[:-4] for name in files if name.endswith(".cad"))[:limit]
    return [(key, files[key + ".cad"].decode(), files[key + ".png"]) for key in keys]


def overlap(pixels, png):
    """Intersection over union of the silhouettes of both pictures."""
    ours = np.asarray(Image.open(io.BytesIO(png)).convert("L")) < 250
    theirs = pixels < 250
    union = np.logical_or(ours, theirs).sum()
    return np.logical_and(ours, theirs).sum() / union if union else 1.0


def work(job):
    """Seconds per stage, the silhouettes' overlaps, and failures over some samples."""
    samples, archive_path = job
    painter = Painter()
    painter.paint(cq.Workplane().box(1, 1, 1))  # starts OpenGL, which is not what is measured
    seconds = {"solid": 0.0, "picture": 0.0, "png and tar": 0.0}
    overlaps, failures = [], []
    with tarfile.open(archive_path, "w") as archive:
        for key, text, reference in samples:
            start = time.perf_counter()
            try:
                solid = build(text)
                if not solid.val().isValid():
                    raise ValueError("the solid is not valid")
            except Exception as error:  # OpenCASCADE raises many kinds; each is reported
                failures.append(f"{key}: {error}")
                continue
            built = time.perf_counter()
            pixels = painter.paint(solid)
            painted = time.perf_counter()
            for name, data in ((key + ".cad", text.encode()), (key + ".png", png_of(pixels))):
                info = tarfile.TarInfo(name)
                info.size = len(data)
                archive.addfile(info, io.BytesIO(data))
            packed = time.perf_counter()
            seconds["solid"] += built - start
            seconds["picture"] += painted - built
            seconds["png and tar"] += packed - painted
            overlaps.append((overlap(pixels, reference), key))
    return seconds, overlaps, failures


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shard")
    parser.add_argument("--limit", type=int, default=200)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--out", default="/tmp/peer_cadquery")
    options = parser.parse_args()
    samples = read_shard(options.shard, options.limit)
    count = options.processes
    jobs = [(samples[i::count], f"{options.out}-{i}.tar") for i in range(count)]
    with multiprocessing.get_context("spawn").Pool(count) as pool:
        results = pool.map(work, jobs, chunksize=1)
    busy = [sum(seconds.values()) for seconds, _, _ in results]
    stages = {name: sum(r[0][name] for r in results) / len(samples) for name in results[0][0]}
    overlaps = sorted(pair for _, pairs, _ in results for pair in pairs)
    values = [value for value, _ in overlaps]
    print(f"{len(samples)} samples, {count} processes: {len(samples) / max(busy):.1f} a second")
    print("milliseconds a sample:", {name: round(1000 * s, 2) for name, s in stages.items()})
    print(f"silhouette overlap: mean {np.mean(values):.4f}, median {np.median(values):.4f}")
    print("lowest:", [(round(float(value), 3), key) for value, key in overlaps[:5]])
    for _, _, failures in results:
        for failure in failures:
            print("failed:", failure)


if __name__ == "__main__":
    main()
