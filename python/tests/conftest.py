"""Programs with known solids, and the repository around the package."""

from __future__ import annotations

from pathlib import Path

import pytest

import cadseq

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples" / "pictures"


def loop(points: list[tuple[float, float]]) -> list[str]:
    """Lines from point to point and back to the first."""
    ends = points[1:] + points[:1]
    return [f"add_line({x0}, {y0}, {x1}, {y1})" for (x0, y0), (x1, y1) in zip(points, ends)]


def box(width: float, depth: float, height: float, x: float = 0.0) -> cadseq.Program:
    """A box on XY whose lower left corner is at (x, 0)."""
    corners = [(x, 0.0), (x + width, 0.0), (x + width, depth), (x, depth)]
    lines = ["add_sketch(XY)", *loop(corners), f"add_extrude(0, {height}, new)"]
    return cadseq.Program.parse("\n".join(lines))


@pytest.fixture
def cylinder() -> cadseq.Program:
    """Radius 5, height 10, about Z."""
    return cadseq.Program.parse("add_sketch(XY)\nadd_circle(0, 0, 5)\nadd_extrude(0, 10, new)")


@pytest.fixture
def plate() -> cadseq.Program:
    """A plate of 8 x 5 x 1 with a boss of radius 1.5 and height 3, and a bore of radius 0.25 along Y."""
    lines = [
        "add_sketch(XY)",
        *loop([(0, 0), (8, 0), (8, 5), (0, 5)]),
        "add_extrude(0, 1, new)",
        "add_sketch(end(0))",
        "add_circle(4, 2.5, 1.5)",
        "add_extrude(0, 3, join)",
        "add_sketch(side(0, 0))",
        "add_circle(4, 0.5, 0.25)",
        "add_extrude(0, -5, cut)",
    ]
    return cadseq.Program.parse("\n".join(lines))
