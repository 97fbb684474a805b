"""Shards as tasks of Ray Data: which there are, how they run, what comes back."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable, Iterator, Literal, Protocol, Sequence

from . import _files

if TYPE_CHECKING:
    import pyarrow as pa
    from ray.data import Dataset

Form = Literal["webdataset", "parquet"]


@dataclass(frozen=True)
class Tasks:
    """What the tasks take of the cluster."""

    cpus: int = 1
    """Cores of a task, which are its threads."""
    memory: int | None = None
    """Memory of a task in bytes; Ray starts no more tasks on a node than fit."""
    at_once: int | None = None
    """Most tasks at the same time; without, as many as there are cores for."""


@dataclass(frozen=True)
class Shard:
    """The work of one task."""

    id: int
    """Its number, from 0."""
    first: int = 0
    """Number of its first item in the whole."""
    items: list[str] = field(default_factory=list)
    """Its items, where they are not known from its number."""


class Work(Protocol):
    """What is done with a shard; it is sent to the tasks, so it is small."""

    @property
    def name(self) -> str:
        """What the files begin with."""

    def schema(self) -> pa.Schema:
        """Names and types of the columns."""

    def rows(self, shard: Shard) -> Iterator[dict[str, Any]]:
        """The rows of a shard."""


def ray_data() -> Any:
    """The module `ray.data`, or what to install."""
    try:
        import ray.data
    except ImportError as error:
        raise ImportError("cadseq.ray needs Ray Data: pip install 'cadseq[ray]'") from error
    return ray.data


def numbered(count: int) -> Dataset:
    """Shards that are known by their number."""
    shards: Dataset = ray_data().range(count, override_num_blocks=count)
    return shards


def batched(items: Sequence[str], size: int) -> Dataset:
    """Shards of `size` items each but the last."""
    firsts = range(0, len(items), size)
    rows = [
        {"id": number, "first": first, "items": items[first : first + size]}
        for number, first in enumerate(firsts)
    ]
    shards: Dataset = ray_data().from_items(rows, override_num_blocks=len(rows))
    return shards


def table(work: Work, shard: Shard) -> pa.Table:
    """The rows of a shard as a table."""
    import pyarrow as pa

    return pa.Table.from_pylist(list(work.rows(shard)), schema=work.schema())


def each(shards: Dataset, function: Callable[[Shard], pa.Table], tasks: Tasks) -> Dataset:
    """One task for each shard."""
    return over(shards, _shards, {"function": function}, tasks)


def over(dataset: Dataset, function: Any, arguments: dict[str, Any], tasks: Tasks) -> Dataset:
    """Ray Data's `map_batches` by tasks, over whole blocks."""
    return dataset.map_batches(
        function,
        fn_kwargs={**arguments, "threads": tasks.cpus},
        batch_size=None,
        batch_format="pyarrow",
        num_cpus=tasks.cpus,
        memory=tasks.memory,
        concurrency=tasks.at_once,
    )


def limit_threads(threads: int) -> None:
    """Gives this process as many threads as its task has cores, before the first of them starts."""
    os.environ.setdefault("RAYON_NUM_THREADS", str(threads))


def _shards(
    rows: pa.Table, *, function: Callable[[Shard], pa.Table], threads: int
) -> Iterator[pa.Table]:
    limit_threads(threads)
    for row in rows.to_pylist():
        yield function(Shard(**row))


def run(
    work: Work,
    shards: Dataset,
    output: str | os.PathLike[str] | None,
    form: Form,
    tasks: Tasks,
) -> Dataset:
    """The rows of all shards; through the files of `output` where there is one."""
    if output is None:
        return each(shards, _Table(work), tasks)
    folder = Path(output).absolute()
    _files.claim(folder, work, form)
    return finish(each(shards, _File(work, folder, form), tasks), form)


def finish(files: Dataset, form: Form) -> Dataset:
    """Does the work, of which each row names a file, and reads the files."""
    paths = sorted(row["path"] for row in files.take_all())
    data = ray_data()
    rows: Dataset
    if form == "parquet":
        rows = data.read_parquet(paths)
    else:
        rows = data.read_webdataset(paths, decoder=None)
    return rows


@dataclass(frozen=True)
class _Table:
    """A shard becomes its rows."""

    work: Work

    def __call__(self, shard: Shard) -> pa.Table:
        return table(self.work, shard)


@dataclass(frozen=True)
class _File:
    """A shard becomes a file, unless it is there."""

    work: Work
    folder: Path
    form: Form

    def __call__(self, shard: Shard) -> pa.Table:
        path = self.folder / _files.name(self.work.name, shard.id, self.form)
        if not path.exists():
            _files.write(path, table(self.work, shard), self.form)
        return _files.done(path)
