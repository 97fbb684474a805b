"""Files from format to format, a task a batch."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Iterator

from .._cadseq import formats, import_file
from . import _columns, _items
from ._engine import Form, Shard, Tasks
from ._items import Items

if TYPE_CHECKING:
    import pyarrow as pa
    from ray.data import Dataset


def convert(
    designs: Items,
    to: str,
    output: str | os.PathLike[str] | None = None,
    *,
    form: Form = "webdataset",
    batch: int = 100,
    lenient: bool = False,
    tasks: Tasks = Tasks(),
) -> Dataset:
    """Converts files over the cluster, a task a batch of `batch` files.

    `designs` is a folder, a list of paths that all nodes see, or a Ray dataset with the columns `bytes` and `path`, as
    for `reconstruct`; `to` is the name of a format that is written (`cadseq.formats()`). A row is a file: key, program
    (text), matrix, volume, surface_area and bounds in model units, source (its path), file (the bytes in the new
    format; in a WebDataset tar KEY.FORMAT), format, notes, and error: why there is none. A folder of another run is a
    `ValueError`.
    """
    written = sorted(known.name for known in formats() if known.is_written)
    if to not in written:
        raise ValueError(f"to = {to!r} is none of {', '.join(written)}")
    work = _Designs(to, lenient)
    if _items.is_dataset(designs):
        return _items.lazily(work, designs, output, tasks)
    read = {extension for known in formats() if known.is_read for extension in known.extensions}
    paths = _items.paths(designs, frozenset(read))
    return _items.run(work, paths, batch, output, form, tasks)


@dataclass(frozen=True)
class _Designs:
    """Designs in another format."""

    to: str
    lenient: bool

    @property
    def name(self) -> str:
        return "converted"

    def schema(self) -> pa.Schema:
        import pyarrow as pa

        return _columns.schema(
            ("source", pa.string()),
            ("file", pa.binary()),
            ("format", pa.string()),
            ("notes", pa.list_(pa.string())),
            ("error", pa.string()),
        )

    def rows(self, shard: Shard) -> Iterator[dict[str, Any]]:
        return _items.rows(self, shard)

    def row(self, content: str | bytes) -> dict[str, Any]:
        """A design in the new format."""
        imported = import_file(content, lenient=self.lenient)
        part = imported.program.build()
        return {
            **_columns.measures(part),
            "program": str(imported.program),
            "matrix": _columns.matrix(imported.program),
            "file": part.to_bytes(self.to),
            "format": self.to,
            "notes": [*imported.notes, *part.notes],
        }
