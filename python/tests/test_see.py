"""What is seen of the examples, as arrays."""

from __future__ import annotations

import numpy as np
import pytest
from conftest import EXAMPLES

import cadseq

FILLET = EXAMPLES / "fillet.png"


@pytest.fixture(scope="module")
def seer() -> cadseq.Seer:
    return cadseq.Seer()


def test_the_fillet(seer: cadseq.Seer) -> None:
    sight = seer.see(FILLET)
    maps = sight.maps
    size = maps.mask.shape[0]
    assert maps.normals.shape == (size, size, 3)
    assert set(maps.edges) == {"outline", "step-near", "step-far", "convex", "concave", "rim"}
    assert maps.exits.shape == maps.exit_doubts.shape == (2, size, size)
    assert (maps.exits >= 0).all()
    part = maps.mask > 0.5
    assert 0.1 < part.mean() < 0.9
    assert np.allclose(np.linalg.norm(maps.normals, axis=2), 1, atol=1e-3)
    # What is seen faces the camera.
    assert np.mean(maps.normals[part][:, 2] < 0) > 0.95
    best = sight.cameras[0]
    assert np.allclose(best.camera_from_part @ best.camera_from_part.T, np.eye(3), atol=1e-9)
    assert len(sight.objects) >= 1 and 0.5 < sight.certainty <= 1


def test_any_form_of_a_picture(seer: cadseq.Seer) -> None:
    of_file = seer.see(FILLET.read_bytes()).maps
    grey = np.rint(cadseq.read_picture(FILLET) * 255).astype(np.uint8)
    color = np.repeat(grey[:, :, None], 3, axis=2)
    for picture in [grey, color, grey / 255]:
        assert np.abs(seer.see(picture).maps.mask - of_file.mask).max() < 0.05


def test_refusals(seer: cadseq.Seer) -> None:
    with pytest.raises(cadseq.SeeError, match="plain white"):
        seer.see(np.ones((128, 128), dtype=np.float32))
    with pytest.raises(cadseq.SeeError, match="there is no object 100"):
        seer.see(FILLET, object=99)
    with pytest.raises(cadseq.CadseqError, match="vertical_fov_deg"):
        seer.see(FILLET, vertical_fov_deg=0)
