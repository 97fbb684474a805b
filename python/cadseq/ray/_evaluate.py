"""How good reconstruction is, a task a batch."""

from __future__ import annotations

import os
from dataclasses import dataclass
from math import ceil, nan, sqrt
from pathlib import Path
from typing import TYPE_CHECKING, Any, Iterator

from .. import metrics
from .._cadseq import DataSet, Program, iou
from .._errors import CadseqError
from .._values import Accuracy, Measure
from . import _columns, _engine, _items
from ._engine import Form, Shard, Tasks
from ._reconstruct import _Pictures

if TYPE_CHECKING:
    import pyarrow as pa
    from ray.data import Dataset


@dataclass(frozen=True)
class Figures:
    """How near the programs come to the truths."""

    accuracy: dict[str, Accuracy]
    """The metrics of the paper by their symbols."""
    parsing_rate: Measure
    """Share of pictures that gave a program."""
    iou_over_all: Measure
    """Mean intersection over union; a picture without a program has 0."""
    iou_over_parsed: Measure
    """Mean over those with a program."""


def evaluate(
    pictures: DataSet | str | os.PathLike[str],
    output: str | os.PathLike[str] | None = None,
    *,
    form: Form = "parquet",
    batch: int = 16,
    candidates: int = 2,
    fit: bool = True,
    tasks: Tasks = Tasks(),
) -> Dataset:
    """Reconstructs pictures of known programs over the cluster, and compares.

    `pictures` is a `DataSet` of the templates, whose pictures are drawn where they are read, or a folder of
    NAME.png (.jpg, ...) with NAME.cad. A row is a picture, with the columns of `reconstruct`, and truth (its program)
    and iou (intersection over union with it; 0 where there is no program). `figures` sums them up. A true program that
    is missing or does not build is an error of the whole.
    """
    _items.check_batch(batch)
    work = _Pictures(candidates, fit)
    if not isinstance(pictures, DataSet):
        paths = _items.paths(pictures, _items.PICTURES)
        return _items.run(_Beside(work), paths, batch, output, form, tasks)
    if pictures.name == "parts":
        raise ValueError(
            "of random parts no camera is known, nor their size; evaluate a data set of templates"
        )
    shards = _engine.numbered(ceil(pictures.samples / batch))
    return _engine.run(_Fresh(work, pictures, batch), shards, output, form, tasks)


def figures(judged: Dataset, *, tolerance: int = 3) -> Figures:
    """Sums up the rows of `evaluate`; parameters are right within `tolerance` levels."""
    truths: list[Program] = []
    predictions: list[Program | None] = []
    overlaps: list[float] = []
    for row in judged.select_columns(["truth", "program", "iou"]).iter_rows():
        truths.append(Program.parse(row["truth"]))
        predictions.append(Program.parse(row["program"]) if row["program"] else None)
        overlaps.append(row["iou"])
    parsed = [overlap for overlap, found in zip(overlaps, predictions) if found is not None]
    total, valid = len(overlaps), len(parsed)
    return Figures(
        accuracy=metrics.accuracy(truths, predictions, tolerance=tolerance),
        parsing_rate=_mean([1.0] * valid + [0.0] * (total - valid), valid),
        iou_over_all=_mean(overlaps, valid),
        iou_over_parsed=_mean(parsed, valid),
    )


def _mean(values: list[float], valid: int) -> Measure:
    count = len(values)
    if count == 0:
        return Measure(nan, nan, valid, count)
    mean = sum(values) / count
    squares = sum((value - mean) ** 2 for value in values)
    spread = sqrt(squares / (count - 1) / count) if count > 1 else nan
    return Measure(mean, spread, valid, count)


def _schema(work: _Pictures) -> pa.Schema:
    import pyarrow as pa

    return (
        work.schema().append(pa.field("truth", pa.string())).append(pa.field("iou", pa.float64()))
    )


def _judged(work: _Pictures, truth: Program, content: str | bytes) -> dict[str, Any]:
    try:
        found = work.row(content)
    except _columns.ITEM_FAULTS as error:
        return {"error": str(error), "truth": str(truth), "iou": 0.0}
    return {**found, "truth": str(truth), "iou": iou(truth, Program.parse(found["program"]))}


@dataclass(frozen=True)
class _Fresh:
    """Pictures of a data set."""

    work: _Pictures
    data: DataSet
    batch: int

    @property
    def name(self) -> str:
        return "evaluated"

    def schema(self) -> pa.Schema:
        return _schema(self.work)

    def rows(self, shard: Shard) -> Iterator[dict[str, Any]]:
        first = shard.id * self.batch
        for index in range(first, min(first + self.batch, self.data.samples)):
            record = self.data.record(index)
            yield {"key": record.key, **_judged(self.work, record.program, record.picture)}


@dataclass(frozen=True)
class _Beside:
    """Pictures with their programs beside them."""

    work: _Pictures

    @property
    def name(self) -> str:
        return "evaluated"

    def schema(self) -> pa.Schema:
        return _schema(self.work)

    def rows(self, shard: Shard) -> Iterator[dict[str, Any]]:
        return _items.rows(self, shard)

    def row(self, content: str | bytes) -> dict[str, Any]:
        """A picture by its path."""
        return _judged(self.work, _truth(Path(os.fsdecode(content))), content)


def _truth(picture: Path) -> Program:
    try:
        return Program.read(picture.with_suffix(".cad"))
    except (OSError, CadseqError) as error:
        raise RuntimeError(f"{picture} needs its program beside it: {error}") from error
