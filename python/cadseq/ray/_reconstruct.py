"""Programs of pictures, a task a batch."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Iterator

from .._cadseq import Reconstructor
from . import _columns, _items
from ._engine import Form, Shard, Tasks
from ._items import Items

if TYPE_CHECKING:
    import pyarrow as pa
    from ray.data import Dataset


@lru_cache(maxsize=1)
def reconstructor() -> Reconstructor:
    """The network of this process."""
    return Reconstructor()


def reconstruct(
    pictures: Items,
    output: str | os.PathLike[str] | None = None,
    *,
    form: Form = "parquet",
    batch: int = 16,
    candidates: int = 3,
    fit: bool = True,
    tasks: Tasks = Tasks(),
) -> Dataset:
    """Reconstructs pictures over the cluster, a task a batch of `batch` pictures.

    `pictures` is a folder, a list of paths that all nodes see, or a Ray dataset with the columns `bytes` and `path`
    (`ray.data.read_binary_files(..., include_paths=True)`, from any store; without `output`, and with its own blocks
    as batches). A row is a picture: key, program (text; null where there is none), matrix of the program on the 256
    levels, camera, volume, surface_area and bounds in model units, source (its path), confidence, score, alternatives
    (further programs), millis, and error: why there is no program. A folder of another run is a `ValueError`.
    """
    work = _Pictures(candidates, fit)
    if _items.is_dataset(pictures):
        return _items.lazily(work, pictures, output, tasks)
    paths = _items.paths(pictures, _items.PICTURES)
    return _items.run(work, paths, batch, output, form, tasks)


@dataclass(frozen=True)
class _Pictures:
    """The programs of pictures."""

    candidates: int
    fit: bool

    @property
    def name(self) -> str:
        return "reconstructed"

    def schema(self) -> pa.Schema:
        import pyarrow as pa

        numbers = [(name, pa.float64()) for name in ["confidence", "score", "millis"]]
        return _columns.schema(
            ("source", pa.string()),
            *numbers,
            ("alternatives", pa.list_(pa.string())),
            ("error", pa.string()),
        )

    def rows(self, shard: Shard) -> Iterator[dict[str, Any]]:
        return _items.rows(self, shard)

    def row(self, content: str | bytes) -> dict[str, Any]:
        """What is found in a picture."""
        answer = reconstructor().reconstruct(content, candidates=self.candidates, fit=self.fit)
        best, *others = answer.candidates
        millis = answer.millis
        return {
            **_columns.measures(best.program.build()),
            "program": str(best.program),
            "matrix": _columns.matrix(best.quantized),
            "camera": _columns.camera(answer.view),
            "confidence": answer.confidence,
            "score": best.score,
            "millis": millis.find + millis.network + millis.fit,
            "alternatives": _columns.texts(other.program for other in others),
        }
