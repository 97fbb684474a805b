"""The metrics against the independent reference of tests/metrics, through Python."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

import numpy as np
import pytest
from conftest import ROOT, box

import cadseq
from cadseq import metrics


@lru_cache(maxsize=None)
def reference() -> Any:
    return json.loads((ROOT / "tests" / "metrics" / "pairs.json").read_text())


def answers() -> tuple[list[Any], list[Any]]:
    pairs = reference()["pairs"]
    return [array(pair["truth"]) for pair in pairs], [array(pair["prediction"]) for pair in pairs]


def array(matrix: Any) -> Any:
    return None if matrix is None else np.array(matrix)


def check(measure: metrics.Measure, expected: dict[str, Any]) -> None:
    assert (measure.valid, measure.total) == (expected["valid"], expected["total"])
    for value, name in [(measure.value, "value"), (measure.spread, "spread")]:
        known = np.nan if expected[name] is None else expected[name]
        assert value == pytest.approx(known, abs=1e-12, nan_ok=True)


@pytest.mark.parametrize("index", range(9))
def test_every_metric_over_all_pairs(index: int) -> None:
    settings, expected = reference()["settings"][index], reference()["overall"][index]
    truths, predictions = answers()
    found = metrics.accuracy(
        truths,
        predictions,
        tolerance=settings["tolerance_levels"],
        first_rows=settings["first_rows"],
    )
    assert [symbol.lower() for symbol in found] == reference()["metrics"]
    for symbol, accuracy in found.items():
        known = expected[symbol.lower()]
        check(accuracy.raw, known["raw"])
        check(accuracy.up_to_equivalence, known["up_to_equivalence"])
        check(accuracy.class_guesser, known["class_guesser"])


def test_every_pair() -> None:
    settings = reference()["settings"]
    for truth, prediction, pair in zip(*answers(), reference()["pairs"]):
        for setting, scores in zip(settings, pair["scores"]):
            for metric, known in zip(reference()["metrics"], scores):
                found = metrics.score(
                    metric.upper(),
                    truth,
                    prediction,
                    tolerance=setting["tolerance_levels"],
                    first_rows=setting["first_rows"],
                )
                assert found == pytest.approx(known, abs=1e-12)


def test_every_tolerance() -> None:
    curves = metrics.by_tolerance(*answers())
    for symbol in ["ACP", "AP1"]:
        for way, known in reference()["by_tolerance"][symbol.lower()].items():
            found = getattr(curves[symbol], way)
            assert found.shape == (256,)
            np.testing.assert_allclose(found, known, atol=1e-12)


def test_every_parameter_with_its_area() -> None:
    at = reference()["sampled_tolerances"]
    truths, predictions = answers()
    for known in reference()["parameters"]:
        curves = metrics.parameter_curve(
            truths, predictions, known["operation"], known["parameter"]
        )
        for way in ["raw", "up_to_equivalence", "class_guesser"]:
            found, expected = getattr(curves, way), known[way]
            assert (found.used, found.valid) == (expected["used"], expected["valid"])
            np.testing.assert_allclose(found.accuracy[at], expected["accuracy"], atol=1e-12)
            assert found.area == pytest.approx(expected["area"], abs=1e-12)
            assert found.area_spread == pytest.approx(expected["area_spread"], abs=1e-12)


def test_random_guessing() -> None:
    known = reference()["baselines"]
    for tolerance in range(256):
        assert metrics.random_ap1(tolerance) == pytest.approx(known["random_ap1"][tolerance])
        with_plane = known["random_ap1_with_plane"][tolerance]
        assert metrics.random_ap1_with_plane(tolerance) == pytest.approx(with_plane)


def test_programs_count_as_their_matrices() -> None:
    truth = box(4, 4, 4)
    moved = box(4, 4, 4, x=1)
    found = metrics.accuracy([truth, truth, truth], [truth, moved, None])["ACP"]
    assert (found.raw.value, found.raw.valid, found.raw.total) == (pytest.approx(1 / 3), 1, 3)
    assert metrics.score("AP1", truth, truth.matrix()) == (10, 10)


def test_solids_and_pictures() -> None:
    truth, half = box(5, 5, 5), box(5, 5, 2.5)
    garbage = np.zeros((10, 7), dtype=int)
    predictions = [truth, half.matrix(), garbage, None]
    found = metrics.solids([truth] * 4, predictions)
    assert (found.parsing_rate.value, found.parsing_rate.valid) == (0.5, 2)
    assert found.iou_over_all.value == pytest.approx(1.5 / 4)
    assert found.iou_over_parsed.value == pytest.approx(0.75)
    assert found.iou_over_parsed.total == 2
    differences = metrics.pictures([truth] * 4, predictions)
    pictures = [cadseq.render(program).astype(float) for program in (truth, half)]
    by_half = np.square(pictures[0] - pictures[1]).mean()
    by_nothing = np.square(pictures[0] - 1).mean()
    assert differences.mse_over_parsed.value == pytest.approx(by_half / 2)
    assert differences.mse_over_all.value == pytest.approx((by_half + 2 * by_nothing) / 4)


def test_faulty_arguments() -> None:
    truth = box(4, 4, 4)
    with pytest.raises(cadseq.CadseqError, match="1 truths and 2 predictions"):
        metrics.accuracy([truth], [truth, truth])
    with pytest.raises(cadseq.CadseqError, match='metric = "ACC" is none of ACP, ASOT'):
        metrics.score("ACC", truth, truth)
    with pytest.raises(cadseq.MatrixError, match=r"shape \(3, 7\)"):
        metrics.accuracy([truth], [np.zeros((3, 7), dtype=int)])
    with pytest.raises(cadseq.CadseqError, match="operation = "):
        metrics.parameter_curve([truth], [truth], "add_spline", "x")
