# Types of the extension module; its words are its docstrings.

import os
from collections.abc import Iterable
from typing import Any, Literal, final

import numpy as np
import numpy.typing as npt
from typing_extensions import TypeAlias

from ._values import (
    Accuracy,
    Camera,
    Curves,
    Format,
    Imported,
    MatrixConfig,
    Mesh,
    ParameterCurves,
    PictureSummary,
    Reconstruction,
    Record,
    Sample,
    Sight,
    SolidSummary,
)

__all__ = [
    "DataSet",
    "Distribution",
    "Part",
    "Program",
    "Reconstructor",
    "Seer",
    "accuracy",
    "by_tolerance",
    "encode_png",
    "equivalent",
    "formats",
    "import_file",
    "iou",
    "parameter_curve",
    "pictures",
    "random_ap1",
    "random_ap1_with_plane",
    "read_picture",
    "render",
    "sample",
    "score",
    "solids",
]

_Same = Literal["picture", "solid"]
_Rules = Literal["with", "without", "mixed"]
_Style = Literal["paper", "line", "shaded-edges"]
_Metric = Literal["ACP", "ASOT", "EDSOT", "AOT", "AP1", "AP2", "MSOT-TC", "MSOT-CS"]
_Path = str | os.PathLike[str]
_Answer: TypeAlias = Program | npt.ArrayLike

@final
class Program:
    @classmethod
    def parse(cls, text: str) -> Program: ...
    @classmethod
    def read(cls, path: _Path, *, format: str | None = None) -> Program: ...
    @classmethod
    def from_json(cls, json: str) -> Program: ...
    @classmethod
    def from_operations(cls, operations: list[dict[str, Any]]) -> Program: ...
    @classmethod
    def from_matrix(
        cls,
        array: npt.ArrayLike,
        *,
        config: MatrixConfig | None = None,
        mask_unused: bool = False,
    ) -> Program: ...
    def to_json(self) -> str: ...
    @property
    def operations(self) -> list[dict[str, Any]]: ...
    def matrix(self, *, config: MatrixConfig | None = None) -> npt.NDArray[np.int16]: ...
    def quantized(self, *, config: MatrixConfig | None = None) -> Program: ...
    def canonical(self, *, same: _Same = "picture") -> Program: ...
    def equivalents(self, *, same: _Same = "picture") -> list[Program]: ...
    def build(self) -> Part: ...
    def __len__(self) -> int: ...
    def __hash__(self) -> int: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __ne__(self, other: object, /) -> bool: ...
    def __reduce__(self) -> tuple[Any, tuple[str]]: ...

@final
class Part:
    @property
    def program(self) -> Program: ...
    @property
    def volume(self) -> float: ...
    @property
    def surface_area(self) -> float: ...
    @property
    def bounds(self) -> npt.NDArray[np.float64] | None: ...
    @property
    def center_of_mass(self) -> npt.NDArray[np.float64] | None: ...
    @property
    def bodies(self) -> int: ...
    @property
    def notes(self) -> list[str]: ...
    def mesh(self, tolerance: float = 0.005) -> Mesh: ...
    def to_bytes(
        self,
        format: str,
        *,
        name: str = "part",
        tolerance: float | None = None,
        angle_deg: float | None = None,
        sketch: int = 0,
    ) -> bytes: ...
    def write(
        self,
        path: _Path,
        format: str | None = None,
        *,
        name: str | None = None,
        tolerance: float | None = None,
        angle_deg: float | None = None,
        sketch: int = 0,
    ) -> None: ...
    def __reduce__(self) -> tuple[Any, tuple[Program]]: ...

@final
class Distribution:
    def __new__(cls, name: _Rules) -> Distribution: ...
    @classmethod
    def from_rules(cls, toml: str) -> Distribution: ...
    @property
    def name(self) -> str: ...
    def sample(self, seed: int, index: int) -> Sample: ...
    def __reduce__(self) -> tuple[Any, tuple[str]]: ...

@final
class DataSet:
    def __new__(
        cls,
        rules: _Rules | Literal["parts"] | Distribution = "with",
        *,
        seed: int = 1,
        samples: int = 22000,
        samples_per_shard: int = 1100,
        size: int = 512,
    ) -> DataSet: ...
    @property
    def name(self) -> str: ...
    @property
    def seed(self) -> int: ...
    @property
    def samples(self) -> int: ...
    @property
    def samples_per_shard(self) -> int: ...
    @property
    def size(self) -> int: ...
    @property
    def shards(self) -> int: ...
    def shard_name(self, shard: int) -> str: ...
    def indices(self, shard: int) -> range: ...
    def record(self, index: int) -> Record: ...
    def begin(self, folder: _Path) -> None: ...
    def write_shard(self, folder: _Path, shard: int) -> None: ...
    def finish(self, folder: _Path) -> dict[str, Any]: ...
    @classmethod
    def _restore(
        cls,
        rules: _Rules | Literal["parts"] | Distribution,
        seed: int,
        samples: int,
        samples_per_shard: int,
        size: int,
    ) -> DataSet: ...
    def __len__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, tuple[str | Distribution, int, int, int, int]]: ...

@final
class Reconstructor:
    def __new__(cls, weights: _Path | None = None) -> Reconstructor: ...
    def reconstruct(
        self,
        picture: _Path | bytes | npt.ArrayLike,
        *,
        candidates: int = 3,
        fit: bool = True,
        object: int = 0,
        vertical_fov_deg: float | None = None,
        camera: Literal["paper", "isometric"] | None = None,
        seconds: float | None = None,
    ) -> Reconstruction: ...

@final
class Seer:
    def __new__(cls, weights: _Path | None = None) -> Seer: ...
    def see(
        self,
        picture: _Path | bytes | npt.ArrayLike,
        *,
        object: int = 0,
        vertical_fov_deg: float | None = None,
        camera: Literal["paper", "isometric"] | None = None,
        accept_cut_off: bool = False,
    ) -> Sight: ...

def equivalent(
    a: Program, b: Program, *, tolerance: float = 1e-6, same: _Same = "picture"
) -> bool: ...
def formats() -> list[Format]: ...
def import_file(
    source: _Path | bytes,
    *,
    format: str | None = None,
    lenient: bool = False,
    unit: Literal["m", "cm", "mm", "in"] | None = None,
) -> Imported: ...
def iou(a: Part | Program, b: Part | Program) -> float: ...
def render(
    shape: Part | Program,
    *,
    size: int | tuple[int, int] = 512,
    style: _Style = "paper",
    camera: Camera | None = None,
) -> npt.NDArray[np.float32]: ...
def read_picture(source: _Path | bytes) -> npt.NDArray[np.float32]: ...
def encode_png(picture: npt.ArrayLike) -> bytes: ...
def sample(rules: _Rules | Distribution, seed: int, index: int) -> Sample: ...
def score(
    metric: _Metric,
    truth: _Answer,
    prediction: _Answer | None,
    *,
    tolerance: int = 3,
    first_rows: int | None = None,
    config: MatrixConfig | None = None,
) -> tuple[float, float]: ...
def accuracy(
    truths: Iterable[_Answer],
    predictions: Iterable[_Answer | None],
    *,
    tolerance: int = 3,
    first_rows: int | None = None,
    config: MatrixConfig | None = None,
    same: _Same = "picture",
) -> dict[str, Accuracy]: ...
def by_tolerance(
    truths: Iterable[_Answer],
    predictions: Iterable[_Answer | None],
    *,
    config: MatrixConfig | None = None,
    same: _Same = "picture",
) -> dict[str, Curves]: ...
def parameter_curve(
    truths: Iterable[_Answer],
    predictions: Iterable[_Answer | None],
    operation: str,
    parameter: str,
    *,
    config: MatrixConfig | None = None,
    same: _Same = "picture",
) -> ParameterCurves: ...
def solids(
    truths: Iterable[_Answer],
    predictions: Iterable[_Answer | None],
    *,
    config: MatrixConfig | None = None,
) -> SolidSummary: ...
def pictures(
    truths: Iterable[_Answer],
    predictions: Iterable[_Answer | None],
    *,
    config: MatrixConfig | None = None,
) -> PictureSummary: ...
def random_ap1(tolerance: int = 3) -> float: ...
def random_ap1_with_plane(tolerance: int = 3) -> float: ...
