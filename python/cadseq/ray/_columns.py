"""Columns that all tables share, and what stands in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterable

from .._errors import CadseqError, MatrixError

if TYPE_CHECKING:
    import pyarrow as pa

    from .._cadseq import Part, Program
    from .._values import View

# Faults of an item, which stand in its row. Whatever else goes wrong stops the run; it goes on when called again.
ITEM_FAULTS = (CadseqError, FileNotFoundError, IsADirectoryError, PermissionError)


def schema(*own: tuple[str, Any]) -> pa.Schema:
    """The common columns, then those of one kind of work."""
    import pyarrow as pa

    numbers = pa.list_(pa.float64())
    camera = [
        ("projection", pa.string()),
        ("position", numbers),
        ("camera_from_world", pa.list_(numbers)),
        ("vertical_fov_deg", pa.float64()),
        ("half_height", pa.float64()),
    ]
    common = [
        ("key", pa.string()),
        ("program", pa.string()),
        ("matrix", pa.list_(pa.list_(pa.int16()))),
        ("camera", pa.struct(camera)),
        ("volume", pa.float64()),
        ("surface_area", pa.float64()),
        ("bounds", pa.list_(numbers)),
    ]
    return pa.schema([*common, *own])


def key(index: int) -> str:
    """The name of an item in its files."""
    return f"{index:010}"


def camera(view: View) -> dict[str, Any]:
    """A camera as its file has it."""
    return {
        "projection": view.projection,
        "position": view.position.tolist(),
        "camera_from_world": view.camera_from_world.tolist(),
        "vertical_fov_deg": view.vertical_fov_deg,
        "half_height": view.half_height,
    }


def matrix(program: Program) -> list[list[int]] | None:
    """The feature matrix in the paper's setting; `None` where it cannot carry the program."""
    try:
        rows: list[list[int]] = program.matrix().tolist()
    except MatrixError:
        return None
    return rows


def measures(part: Part) -> dict[str, Any]:
    """Figures of a solid, in model units."""
    bounds = part.bounds
    return {
        "volume": part.volume,
        "surface_area": part.surface_area,
        "bounds": None if bounds is None else bounds.tolist(),
    }


def texts(programs: Iterable[Program]) -> list[str]:
    """Programs as texts."""
    return [str(program) for program in programs]
