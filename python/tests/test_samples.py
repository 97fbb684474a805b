"""Samples: functions of distribution, seed and index that give programs with solids."""

from __future__ import annotations

import pickle

import numpy as np
import pytest
from conftest import ROOT

import cadseq

RULES = ROOT / "crates" / "cadseq-dataset" / "src" / "rules" / "rules.toml"


@pytest.mark.parametrize("rules", ["with", "without", "mixed"])
def test_samples_are_programs_with_solids(rules: str) -> None:
    samples = [cadseq.sample(rules, 7, index) for index in range(11)]
    assert sorted(sample.sequence for sample in samples) == sorted(
        ["C", "C", "C", "LLL", "AAA", "LAA", "ALA", "AAL", "LLA", "LAL", "ALL"]
    )
    for sample in samples:
        assert sample.program.build().volume > 0
        assert sample.matrix.shape == (10, 7) and sample.matrix.dtype == np.int16
        assert (sample.program.matrix() == sample.matrix).all()
        assert sample.template in {"TS1", "TS2", "TS3", "TS4", "TS5"}
        assert all(count > 0 for count in sample.rejections.values())


def test_samples_depend_on_distribution_seed_and_index_alone() -> None:
    def draw(*arguments: object) -> str:
        return str(cadseq.sample(*arguments).program)

    assert draw("with", 1, 3) == draw("with", 1, 3) == draw(cadseq.Distribution("with"), 1, 3)
    others = [draw("without", 1, 3), draw("with", 2, 3), draw("with", 1, 14)]
    assert draw("with", 1, 3) not in others


def test_rules_of_ones_own() -> None:
    own = cadseq.Distribution.from_rules(RULES.read_text())
    built_in = cadseq.Distribution("with")
    for distribution in (own, built_in):
        copy = pickle.loads(pickle.dumps(distribution))
        assert copy.name == distribution.name == "with-rules"
        assert copy.sample(5, 8).program == built_in.sample(5, 8).program
    with pytest.raises(cadseq.CadseqError):
        cadseq.Distribution.from_rules("[[limit]]\nwhat = 1")
    with pytest.raises(cadseq.CadseqError, match='rules = "some" is none of with, without, mixed'):
        cadseq.sample("some", 1, 1)
