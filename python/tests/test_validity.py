"""Whether a program builds: the list of tests/validity, which the commands are held to as well."""

from __future__ import annotations

import json
from typing import Any

import pytest
from conftest import ROOT, box

import cadseq
from cadseq import metrics

PROGRAMS = json.loads((ROOT / "tests" / "validity" / "programs.json").read_text())


def build(text: str) -> cadseq.Part | None:
    try:
        return cadseq.Program.parse(text).build()
    except cadseq.CadseqError:
        return None


@pytest.mark.parametrize("known", PROGRAMS, ids=lambda known: known["name"])
def test_what_builds(known: dict[str, Any]) -> None:
    part = build(known["program"])
    assert (part is not None) == known["builds"]
    if part is not None:
        assert part.volume == pytest.approx(known["volume"], abs=1e-4)
        assert part.bodies == known["bodies"]


def test_metrics_say_the_same_of_predictions() -> None:
    truth = box(4, 4, 4)
    for known in PROGRAMS:
        try:
            prediction = cadseq.Program.parse(known["program"])
        except cadseq.CadseqError:
            prediction = None
        found = metrics.solids([truth], [prediction])
        assert found.parsing_rate.valid == int(known["builds"]), known["name"]
        pictures = metrics.pictures([truth], [prediction])
        assert pictures.mse_over_parsed.total == int(known["builds"]), known["name"]
