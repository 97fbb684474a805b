"""Reconstruction of the examples, from whatever holds a picture."""

from __future__ import annotations

import multiprocessing
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from conftest import EXAMPLES, ROOT

import cadseq

FILLET = EXAMPLES / "fillet.png"


@pytest.fixture(scope="module")
def reconstructor() -> cadseq.Reconstructor:
    return cadseq.Reconstructor()


def test_the_fillet(reconstructor: cadseq.Reconstructor) -> None:
    answer = reconstructor.reconstruct(FILLET)
    assert 0 < answer.confidence <= 1 and answer.millis.network > 0
    best = answer.candidates[0]
    truth = cadseq.Program.read(EXAMPLES / "fillet.cad")
    assert cadseq.iou(best.program, truth) > 0.99
    assert cadseq.iou(best.quantized, truth) > 0.97
    assert best.quantized.quantized() == best.quantized
    scores = [candidate.score for candidate in answer.candidates]
    assert len(scores) <= 3 and scores[0] > 0.5
    assert len(reconstructor.reconstruct(FILLET, candidates=1).candidates) == 1


def test_a_known_camera(reconstructor: cadseq.Reconstructor) -> None:
    answer = reconstructor.reconstruct(FILLET, camera="paper", seconds=30)
    assert answer.candidates[0].assumptions == []
    general = reconstructor.reconstruct(FILLET, camera="isometric")
    assert all(isinstance(text, str) for text in general.candidates[0].assumptions)


def test_any_form_of_a_picture(reconstructor: cadseq.Reconstructor) -> None:
    grey = np.rint(cadseq.read_picture(FILLET) * 255).astype(np.uint8)
    color = np.repeat(grey[:, :, None], 3, axis=2)
    opaque = np.concatenate([color, np.full_like(grey[:, :, None], 255)], axis=2)
    of_file = reconstructor.reconstruct(FILLET).candidates
    for file in [str(FILLET), FILLET.read_bytes()]:
        assert reconstructor.reconstruct(file).candidates == of_file
    # Decoding rounds in the last bit, so that the numbers agree to about that.
    for picture in [grey, grey / 255, (grey / 255).astype(np.float32), color, opaque]:
        best = reconstructor.reconstruct(picture).candidates[0]
        assert cadseq.iou(best.program, of_file[0].program) > 0.9999


def test_fresh_pictures_without_a_file(reconstructor: cadseq.Reconstructor) -> None:
    for index in (0, 3, 4):
        truth = cadseq.sample("with", 99, index).program
        found = reconstructor.reconstruct(cadseq.render(truth)).candidates
        assert max(cadseq.iou(one.program, truth) for one in found) > 0.98


def test_refusals(reconstructor: cadseq.Reconstructor, tmp_path: Path) -> None:
    with pytest.raises(cadseq.ReconstructError, match="one plain white area"):
        reconstructor.reconstruct(np.ones((128, 128), dtype=np.float32))
    with pytest.raises(cadseq.ReconstructError, match="at least 32 x 32"):
        reconstructor.reconstruct(np.ones((8, 8)))
    with pytest.raises(cadseq.PictureError, match="the shape"):
        reconstructor.reconstruct(np.ones(5))
    with pytest.raises(FileNotFoundError):
        reconstructor.reconstruct("nowhere.png")
    with pytest.raises(cadseq.CadseqError, match="asks for nothing"):
        reconstructor.reconstruct(FILLET, candidates=0)
    with pytest.raises(cadseq.ReconstructError, match="no object 9"):
        reconstructor.reconstruct(FILLET, object=8)
    with pytest.raises(cadseq.CadseqError, match="not known"):
        reconstructor.reconstruct(FILLET, camera="fisheye")  # type: ignore[arg-type]
    with pytest.raises(cadseq.CadseqError, match="a number above 0"):
        reconstructor.reconstruct(FILLET, seconds=0)
    (tmp_path / "own.safetensors").write_bytes(b"no weights")
    with pytest.raises(cadseq.CadseqError):
        cadseq.Reconstructor(tmp_path / "own.safetensors")


def test_weights_of_ones_own(reconstructor: cadseq.Reconstructor) -> None:
    own = cadseq.Reconstructor(ROOT / "weights" / "locator" / "locator.safetensors")
    assert own.reconstruct(FILLET).candidates == reconstructor.reconstruct(FILLET).candidates


def test_threads_share_a_reconstructor(reconstructor: cadseq.Reconstructor) -> None:
    paths = sorted(EXAMPLES.glob("*.png"))
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(reconstructor.reconstruct, paths))
    for path, answer in zip(paths, together):
        assert answer.candidates == reconstructor.reconstruct(path).candidates


def fillet() -> str:
    return str(cadseq.Reconstructor().reconstruct(FILLET).candidates[0].program)


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="no fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_forked_workers_have_threads_of_their_own() -> None:
    """As a data loader's workers, forked off a process that has reconstructed already."""
    expected = fillet()
    with multiprocessing.get_context("fork").Pool(1) as pool:
        assert pool.apply_async(fillet).get(timeout=120) == expected


def test_the_interpreter_goes_on_meanwhile() -> None:
    """Another thread runs while a large picture is drawn: it could not if the lock were held."""
    part = cadseq.Program.read(EXAMPLES / "rotor.cad").build()
    span: list[float] = []

    def draw() -> None:
        span.append(time.perf_counter())
        cadseq.render(part, size=3000)
        span.append(time.perf_counter())

    thread = threading.Thread(target=draw)
    thread.start()
    ticks = []
    while thread.is_alive():
        ticks.append(time.perf_counter())
        time.sleep(0.001)
    start, end = span
    within = [tick for tick in ticks if start + (end - start) / 4 < tick < end - (end - start) / 4]
    assert len(within) >= 3
