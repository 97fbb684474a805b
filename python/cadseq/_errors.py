"""What goes wrong, as exceptions: the library's own sentences, with the place where it is known.

Each says what is wrong and what helps. All are `ValueError`s. A file that cannot be read or written
is an `OSError`, as everywhere in Python.
"""

from __future__ import annotations


class CadseqError(ValueError):
    """Whatever cadseq refuses."""


class ReadError(CadseqError):
    """A file that is no program."""

    place: str | None
    """Where in the file, such as `entities.F1.extent_one.distance` or `row 3`."""

    def __init__(self, message: str, *, place: str | None = None) -> None:
        super().__init__(message)
        self.place = place


class TextError(ReadError):
    """A text that is no program."""

    line: int | None
    """Line of the fault, from 1."""
    column: int | None
    """Column of the fault, from 1, in characters."""

    def __init__(self, message: str, *, line: int | None = None, column: int | None = None) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


class BuildError(CadseqError):
    """A program that makes no solid, or a solid that cannot be measured or meshed."""

    operation: int | None
    """Index of the operation at fault, from 0."""

    def __init__(self, message: str, *, operation: int | None = None) -> None:
        super().__init__(message)
        self.operation = operation


class MatrixError(CadseqError):
    """A program that no feature matrix carries, or a matrix that is no program."""


class WriteError(CadseqError):
    """A format that cannot say what the program does."""


class PictureError(CadseqError):
    """A file or an array that is no picture."""


class ReconstructError(CadseqError):
    """A picture that gives no program."""


class SeeError(CadseqError):
    """A picture in which no part is seen, or not all of it."""
