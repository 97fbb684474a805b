"""Feature matrices against docs/matrix.md, and what numpy may hold instead."""

from __future__ import annotations

import numpy as np
import pytest
from conftest import EXAMPLES, ROOT

import cadseq


def documented() -> list[list[int]]:
    """The example of docs/matrix.md; a dot is an unused slot."""
    lines = (ROOT / "docs" / "matrix.md").read_text().splitlines()
    first = lines.index("feature matrix (paper setting, s = 10):") + 2
    rows = lines[first : lines.index("```", first)]
    return [[-1 if word == "." else int(word) for word in row.split()] for row in rows]


def test_the_documented_matrix() -> None:
    matrix = cadseq.Program.read(EXAMPLES / "rotor.cad").matrix()
    assert matrix.shape == (10, 7) and matrix.dtype == np.int16
    rows = documented()
    assert matrix[: len(rows)].tolist() == rows
    assert matrix[len(rows) :].tolist() == [[6, -1, -1, -1, -1, -1, -1]] * (10 - len(rows))


def test_matrices_read_back() -> None:
    for path in EXAMPLES.glob("*.cad"):
        program = cadseq.Program.read(path)
        quantized = program.quantized()
        for dtype in [np.int16, np.int64, np.uint8]:
            matrix = program.matrix()
            if dtype == np.uint8:
                matrix = np.where(matrix < 0, 0, matrix)
            read = cadseq.Program.from_matrix(matrix.astype(dtype), mask_unused=True)
            assert read == quantized
        assert quantized.quantized() == quantized
        assert cadseq.Program.from_matrix(program.matrix().tolist()) == quantized


def test_the_wide_setting_has_more_programs() -> None:
    text = "add_sketch(XY)\nadd_circle(0, 0, 5)\nadd_extrude(0, 5, new)\nadd_extrude(0, -5, cut)\n"
    program = cadseq.Program.parse(text)
    with pytest.raises(cadseq.MatrixError, match="op"):
        program.matrix()
    config = cadseq.MatrixConfig.wide(rows=16)
    matrix = program.matrix(config=config)
    assert matrix.shape == (16, 10)
    assert cadseq.Program.from_matrix(matrix) == program
    assert cadseq.Program.from_matrix(matrix, config=config) == program
    own = cadseq.MatrixConfig(variables=("t", "I", "x", "y", "alpha", "r", "d", "O"), rows=8)
    assert cadseq.Program.from_matrix(program.matrix(config=own), config=own) == program


@pytest.mark.parametrize(
    "change, words",
    [
        (lambda matrix: matrix[0], "two axes"),
        (lambda matrix: matrix[:, :5], r"\(10, 5\)"),
        (lambda matrix: matrix.astype(np.float32), "float32"),
        (lambda matrix: matrix.astype(np.int64) + 100_000, "no level"),
        (lambda matrix: np.where(matrix == 1, 9, matrix), "row"),
    ],
)
def test_arrays_that_are_no_matrix(change: object, words: str) -> None:
    matrix = cadseq.Program.read(EXAMPLES / "fillet.cad").matrix()
    matrix[2, 0] = 1
    with pytest.raises(cadseq.MatrixError, match=words):
        cadseq.Program.from_matrix(change(matrix))


def test_settings_that_are_none() -> None:
    program = cadseq.Program.read(EXAMPLES / "fillet.cad")
    with pytest.raises(cadseq.MatrixError, match="the variable x is missing"):
        program.matrix(config=cadseq.MatrixConfig(variables=("t", "I")))
    with pytest.raises(cadseq.CadseqError, match='variable = "q"'):
        program.matrix(config=cadseq.MatrixConfig(variables=("q",)))
