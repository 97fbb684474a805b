"""Data sets, a task a shard."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Iterator

from .._cadseq import DataSet
from . import _columns, _engine, _files
from ._engine import Form, Shard, Tasks

if TYPE_CHECKING:
    import pyarrow as pa
    from ray.data import Dataset


def synthesize(
    data: DataSet,
    output: str | os.PathLike[str] | None = None,
    *,
    form: Form = "webdataset",
    tasks: Tasks = Tasks(),
) -> Dataset:
    """Makes a data set over the cluster, a task a shard.

    With `output` and form="webdataset" the folder gets the files of `cadseq synth`, byte for byte, with its card; with
    form="parquet" the same samples in Parquet. A row is a sample: key, program (text), matrix, camera, volume,
    surface_area and bounds in model units, picture (PNG), split, template and sequence or family. A folder of another
    data set is a `ValueError`.
    """
    shards = _engine.numbered(data.shards)
    if output is None or form != "webdataset":
        return _engine.run(_Samples(data), shards, output, form, tasks)
    folder = Path(output).absolute()
    data.begin(folder)
    made = _engine.finish(_engine.each(shards, _Archive(data, folder), tasks), form)
    data.finish(folder)
    return made


@dataclass(frozen=True)
class _Archive:
    """A shard becomes its tar file, unless it is there."""

    data: DataSet
    folder: Path

    def __call__(self, shard: Shard) -> pa.Table:
        self.data.write_shard(self.folder, shard.id)
        return _files.done(self.folder / self.data.shard_name(shard.id))


@dataclass(frozen=True)
class _Samples:
    """The samples of a shard."""

    data: DataSet

    @property
    def name(self) -> str:
        return self.data.name

    def schema(self) -> pa.Schema:
        import pyarrow as pa

        words = [(name, pa.string()) for name in ["split", "template", "sequence", "family"]]
        return _columns.schema(("picture", pa.binary()), *words)

    def rows(self, shard: Shard) -> Iterator[dict[str, Any]]:
        for index in self.data.indices(shard.id):
            record = self.data.record(index)
            yield {
                **record.label,
                **_columns.measures(record.program.build()),
                "key": record.key,
                "program": str(record.program),
                "camera": _columns.camera(record.view),
                "picture": record.picture,
            }
