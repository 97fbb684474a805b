"""Work on files: a batch of them a task, and a row for each, whatever is wrong with it."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Iterator, Protocol, Sequence, Union

from . import _columns, _engine
from ._engine import Form, Shard, Tasks

if TYPE_CHECKING:
    import pyarrow as pa
    from ray.data import Dataset
    from typing_extensions import TypeAlias, TypeIs

Items: TypeAlias = "Union[str, os.PathLike[str], Sequence[Union[str, os.PathLike[str]]], Dataset]"

# Extensions of the pictures of a folder.
PICTURES = frozenset(["png", "jpg", "jpeg", "heic", "gif", "webp", "bmp", "tif", "tiff"])


class ItemWork(_engine.Work, Protocol):
    """What is done with one file."""

    def row(self, content: str | bytes) -> dict[str, Any]:
        """The row of a file, from its path or its bytes, but for `key` and `source`."""


def is_dataset(items: Items) -> TypeIs[Dataset]:
    """Whether the items are a Ray dataset."""
    return hasattr(items, "map_batches")


def paths(items: Any, extensions: frozenset[str]) -> list[str]:
    """The files of a list, or of a folder those with these extensions, by name."""
    if not isinstance(items, (str, os.PathLike)):
        found = [os.path.abspath(item) for item in items]
    else:
        files = sorted(Path(items).absolute().iterdir())
        found = [str(file) for file in files if file.suffix[1:].lower() in extensions]
    if not found:
        raise ValueError(f"there is no file to read in {items}")
    return found


def check_batch(batch: int) -> None:
    """Refuses a batch of nothing."""
    if batch < 1:
        raise ValueError(f"batch = {batch} is not a number of files from 1")


def run(
    work: ItemWork,
    files: list[str],
    batch: int,
    output: str | os.PathLike[str] | None,
    form: Form,
    tasks: Tasks,
) -> Dataset:
    """Work on these files."""
    check_batch(batch)
    digest = hashlib.sha256("\n".join(files).encode()).hexdigest()
    named = _OfFiles(work, len(files), batch, digest)
    return _engine.run(named, _engine.batched(files, batch), output, form, tasks)


@dataclass(frozen=True)
class _OfFiles:
    """Work with the files it is done on, which tell one run from another."""

    work: ItemWork
    files: int
    batch: int
    digest: str

    @property
    def name(self) -> str:
        return self.work.name

    def schema(self) -> pa.Schema:
        return self.work.schema()

    def rows(self, shard: Shard) -> Iterator[dict[str, Any]]:
        return self.work.rows(shard)


def rows(work: ItemWork, shard: Shard) -> Iterator[dict[str, Any]]:
    """A row for each file."""
    for index, path in enumerate(shard.items, shard.first):
        yield _row(work, _columns.key(index), path, path)


def _row(work: ItemWork, key: str, source: str, content: str | bytes) -> dict[str, Any]:
    try:
        found = work.row(content)
    except _columns.ITEM_FAULTS as error:
        found = {"error": str(error)}
    return {"key": key, "source": source, **found}


def lazily(
    work: ItemWork,
    dataset: Dataset,
    output: str | os.PathLike[str] | None,
    tasks: Tasks,
) -> Dataset:
    """Work on the rows of a dataset, of which `bytes` is a file and `path` its key."""
    if output is not None:
        raise ValueError(
            "of a dataset no files are written; use its write_parquet or write_webdataset"
        )
    return _engine.over(dataset, _block, {"work": work}, tasks)


def _block(files: pa.Table, *, work: ItemWork, threads: int) -> pa.Table:
    import pyarrow as pa

    _engine.limit_threads(threads)
    found = [_row(work, row["path"], row["path"], row["bytes"]) for row in files.to_pylist()]
    return pa.Table.from_pylist(found, schema=work.schema())
