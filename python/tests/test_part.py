"""Parts: measures against closed forms, meshes against measures, files."""

from __future__ import annotations

import math
import pickle
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from conftest import EXAMPLES, box

import cadseq

PLATE_VOLUME = 8 * 5 * 1 + math.pi * 1.5**2 * 3 - math.pi * 0.25**2 * 5


def test_measures_of_a_cylinder(cylinder: cadseq.Program) -> None:
    part = cylinder.build()
    assert part.volume == pytest.approx(250 * math.pi, rel=1e-12)
    assert part.surface_area == pytest.approx(150 * math.pi, rel=1e-12)
    assert part.bodies == 1 and part.notes == [] and part.program == cylinder
    assert part.bounds is not None and part.center_of_mass is not None
    assert part.bounds.dtype == part.center_of_mass.dtype == np.float64
    np.testing.assert_allclose(part.bounds, [[-5, -5, 0], [5, 5, 10]], atol=1e-12)
    np.testing.assert_allclose(part.center_of_mass, [0, 0, 5], atol=1e-12)


def test_measures_of_joins_and_cuts(plate: cadseq.Program) -> None:
    part = plate.build()
    assert part.volume == pytest.approx(PLATE_VOLUME, rel=1e-9)
    np.testing.assert_allclose(part.bounds, [[0, 0, 0], [8, 5, 4]], atol=1e-9)
    copy = pickle.loads(pickle.dumps(part))
    assert copy.program == plate and copy.volume == part.volume


def test_a_solid_of_which_nothing_is_left(cylinder: cadseq.Program) -> None:
    part = cadseq.Program.parse(str(cylinder) + "add_extrude(0, 10, cut)").build()
    assert (part.volume, part.bodies, part.bounds, part.center_of_mass) == (0, 0, None, None)
    assert any("nothing is left" in note for note in part.notes)
    assert part.mesh().vertices.shape == part.mesh().triangles.shape == (0, 3)
    with pytest.raises(cadseq.WriteError):
        part.to_bytes("stl")


def test_faults_name_their_operation() -> None:
    program = cadseq.Program.parse("add_sketch(XY)\nadd_circle(0, 0, 1)\nadd_extrude(3, 1, new)")
    with pytest.raises(cadseq.BuildError, match="profile 3 does not exist") as caught:
        program.build()
    assert caught.value.operation == 2


def test_meshes_are_closed_and_near_the_solid(plate: cadseq.Program) -> None:
    part = plate.build()
    mesh = part.mesh(tolerance=0.001)
    assert mesh.vertices.shape[1] == mesh.triangles.shape[1] == 3
    assert (mesh.vertices.dtype, mesh.triangles.dtype, mesh.face_ids.dtype) == (
        np.float64,
        np.uint32,
        np.uint32,
    )
    assert mesh.face_ids.shape == mesh.triangles.shape[:1]
    sides = mesh.triangles[:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2)
    count = Counter(map(tuple, sides.tolist()))
    assert all(count[(b, a)] == times for (a, b), times in count.items())
    a, b, c = mesh.vertices[mesh.triangles].transpose(1, 0, 2)
    assert np.einsum("ij,ij->", a, np.cross(b, c)) / 6 == pytest.approx(part.volume, rel=1e-3)
    assert len(part.mesh(0.1).triangles) < len(mesh.triangles)


def test_faces_know_what_made_them(cylinder: cadseq.Program) -> None:
    mesh = cylinder.build().mesh()
    origins = {face.origins[0]: face.surface for face in mesh.faces}
    assert origins == {"start(0)": "plane", "end(0)": "plane", "side(0, 0)": "cylinder"}
    assert set(mesh.face_ids.tolist()) == set(range(len(mesh.faces)))
    for edge in mesh.edges:
        assert edge.dtype == np.uint32
        np.testing.assert_allclose(np.hypot(*mesh.vertices[edge, :2].T), 5, rtol=1e-12)


@pytest.mark.parametrize("tolerance", [0.0, -1.0, math.nan, math.inf])
def test_tolerances_are_distances(cylinder: cadseq.Program, tolerance: float) -> None:
    with pytest.raises(cadseq.CadseqError, match="no distance above 0"):
        cylinder.build().mesh(tolerance)


def test_files(cylinder: cadseq.Program, tmp_path: Path) -> None:
    part = cylinder.build()
    part.write(tmp_path / "part.step")
    assert (tmp_path / "part.step").read_bytes() == part.to_bytes("step")
    assert part.to_bytes("step").startswith(b"ISO-10303-21;")
    part.write(str(tmp_path / "part.py"), name="my drum")
    assert "my drum" in (tmp_path / "part.py").read_text()
    assert b"PRODUCT('bracket'" in part.to_bytes("step", name="bracket")
    part.write(tmp_path / "drum.step")
    assert b"PRODUCT('drum'" in (tmp_path / "drum.step").read_bytes()
    sizes = [
        len(part.to_bytes("stl", **options))
        for options in ({"angle_deg": 20}, {}, {"angle_deg": 2})
    ]
    assert sizes == sorted(sizes) and sizes[0] < sizes[2]
    with pytest.raises(ValueError, match="angle_deg = 90"):
        part.to_bytes("stl", angle_deg=90)
    part.write(tmp_path / "mesh", "stl", tolerance=0.1)
    assert (tmp_path / "mesh").stat().st_size == 84 + 50 * len(part.mesh(0.1).triangles)
    assert part.to_bytes("text").decode() == str(cylinder)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "drum.step",
        "mesh",
        "part.py",
        "part.step",
    ]


def test_files_that_cannot_be_written(cylinder: cadseq.Program, tmp_path: Path) -> None:
    part = cylinder.build()
    with pytest.raises(cadseq.CadseqError, match="is written as .dwg"):
        part.write(tmp_path / "part.dwg")
    with pytest.raises(cadseq.WriteError, match="only read"):
        part.to_bytes("fusion-gallery")
    with pytest.raises(cadseq.WriteError, match="there is no sketch 1"):
        part.to_bytes("svg", sketch=1)
    with pytest.raises(FileNotFoundError):
        part.write(tmp_path / "nowhere" / "part.step")
    assert list(tmp_path.iterdir()) == []


def test_overlap_of_known_solids(cylinder: cadseq.Program) -> None:
    half = cadseq.Program.parse(str(cylinder).replace("10", "5"))
    assert cadseq.iou(cylinder, cylinder.build()) == 1
    assert cadseq.iou(cylinder, half) == pytest.approx(0.5, rel=1e-12)
    assert cadseq.iou(box(2, 1, 1), box(2, 1, 1, x=1)) == pytest.approx(1 / 3, rel=1e-12)
    assert cadseq.iou(box(2, 1, 1), box(2, 1, 1, x=2)) == 0
    inscribed = math.pi / 4
    disc = cadseq.Program.parse("add_sketch(XY)\nadd_circle(1, 1, 1)\nadd_extrude(0, 1, new)")
    assert cadseq.iou(box(2, 2, 1), disc) == pytest.approx(inscribed, rel=1e-12)


def test_overlap_of_joins_and_cuts(plate: cadseq.Program) -> None:
    """The bare plate against the one with boss and bore: shared and united volumes in closed form."""
    bore = math.pi * 0.25**2 * 5
    shared, united = 40 - bore, 40 + math.pi * 1.5**2 * 3
    assert cadseq.iou(plate, box(8, 5, 1)) == pytest.approx(shared / united, rel=1e-8)


def test_examples_build() -> None:
    for path in sorted(EXAMPLES.glob("*.cad")):
        assert cadseq.Program.read(path).build().volume > 0
