"""The files of an output folder: one a shard, whole or not there."""

from __future__ import annotations

import io
import json
import os
import tarfile
import uuid
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Callable, Iterator

if TYPE_CHECKING:
    import pyarrow as pa

    from ._engine import Form, Work

_EXTENSIONS = {"webdataset": "tar", "parquet": "parquet"}


def name(prefix: str, shard: int, form: Form) -> str:
    """The file of a shard."""
    return f"{prefix}-{shard:06}.{_EXTENSIONS[form]}"


def done(path: Path) -> pa.Table:
    """What a task says of its file."""
    import pyarrow as pa

    return pa.table({"path": [str(path)]})


def claim(folder: Path, work: Work, form: Form) -> None:
    """Writes what the folder holds into it, or refuses one that holds something else."""
    if form not in _EXTENSIONS:
        raise ValueError(f"form = {form!r} is none of {', '.join(_EXTENSIONS)}")
    folder.mkdir(parents=True, exist_ok=True)
    run = {"work": repr(work), "form": form, "version": version("cadseq")}
    path, wanted = folder / "run.json", f"{json.dumps(run)}\n"
    if not path.exists():
        replace(path, lambda file: file.write(wanted.encode()))
    elif path.read_text(encoding="utf-8") != wanted:
        raise ValueError(f"{path} describes another run; choose another folder, or remove this one")


def write(path: Path, rows: pa.Table, form: Form) -> None:
    """Writes the rows of a shard."""
    if form == "parquet":
        import pyarrow.parquet as parquet

        replace(path, lambda file: parquet.write_table(rows, file))
    else:
        replace(path, lambda file: _write_tar(file, rows))


def replace(path: Path, content: Callable[[BinaryIO], object]) -> None:
    """Writes a file beside its name, then renames it, and removes what killed tasks left of it."""
    beside = path.with_name(f"{path.name}.{uuid.uuid4().hex}.partial")
    with open(beside, "wb") as file:
        content(file)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    for left in path.parent.glob(f"{path.name}.*.partial"):
        left.unlink(missing_ok=True)


def _write_tar(file: BinaryIO, rows: pa.Table) -> None:
    with tarfile.open(fileobj=file, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for row in rows.to_pylist():
            for member, content in _members(row):
                # Without time, owner or anything else of the machine.
                header = tarfile.TarInfo(member)
                header.size = len(content)
                archive.addfile(header, io.BytesIO(content))


def _members(row: dict[str, Any]) -> Iterator[tuple[str, bytes]]:
    """A row as the files of a WebDataset's sample: program, picture or solid, and the rest as JSON."""
    rest = {column: value for column, value in row.items() if value is not None}
    key = rest["key"]
    if (program := rest.pop("program", None)) is not None:
        yield f"{key}.cad", program.encode()
    picture, solid = rest.pop("picture", None), rest.pop("file", None)
    yield f"{key}.json", json.dumps(rest).encode()
    if picture is not None:
        yield f"{key}.png", picture
    if solid is not None:
        yield f"{key}.{rest['format']}", solid
