"""Results and settings as dataclasses: they pickle, compare and print, and hold numpy arrays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Sequence, Tuple

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from ._cadseq import Program

Point = Tuple[float, float, float]


@dataclass(frozen=True)
class Camera:
    """A pinhole camera in the world, in model units; the paper's where nothing is said."""

    position: Point = (20.0, 20.0, 20.0)
    """Centre of projection."""
    target: Point = (0.0, 0.0, 0.0)
    """What is in the middle of the picture."""
    up: Point = (0.0, 0.0, 1.0)
    """What points up in the picture; not parallel to `target - position`."""
    vertical_fov_deg: float = 60.0
    """Angle from the lower to the upper border of the picture."""
    roll_deg: float = 0.0
    """Turn about the viewing direction."""


@dataclass(frozen=True)
class Face:
    """A face of the exact solid."""

    surface: str
    """`plane` or `cylinder`."""
    origins: list[str]
    """What made it, in the words of the language: `start(0)`, `end(0)`, `side(0, 3)`."""


@dataclass(frozen=True, eq=False)
class Mesh:
    """A watertight triangle mesh in the world, in model units."""

    vertices: npt.NDArray[np.float64]
    """Corner positions, (n, 3)."""
    triangles: npt.NDArray[np.uint32]
    """Corner indices, (m, 3), counter-clockwise seen from outside."""
    face_ids: npt.NDArray[np.uint32]
    """For each triangle the index of its face, (m,)."""
    faces: list[Face]
    """The faces of the exact solid."""
    edges: list[npt.NDArray[np.uint32]]
    """Corner indices along each edge of the exact solid; a closed edge ends where it starts."""


@dataclass(frozen=True)
class Format:
    """A file format."""

    name: str
    """What `format` arguments take."""
    title: str
    """What a person calls it."""
    extensions: list[str]
    """File extensions without their dot, the usual one first."""
    is_read: bool
    """Whether programs are read from it."""
    is_written: bool
    """Whether programs, or their solids, are written in it."""


@dataclass(frozen=True)
class Imported:
    """A program from a file."""

    program: Program
    """The program."""
    notes: list[str]
    """What was left out, and why: one sentence each. Empty unless the reading was lenient."""
    format: str
    """Name of the format that the file has."""


@dataclass(frozen=True)
class MatrixConfig:
    """The shape of a feature matrix: which variables, one a column, and how many rows."""

    variables: Sequence[str] = ("t", "I", "x", "y", "alpha", "r", "d")
    """Symbols of the variables; only `[I]`, `O` and `s` may be left out."""
    rows: int = 10
    """Rows, SOP and EOP included."""
    scale: int = 10
    """Model units of a normalized unit, where `s` is left out."""

    @classmethod
    def paper(cls) -> MatrixConfig:
        """The paper's setting: 10 rows of `[t, I, x, y, alpha, r, d]`, scale 10."""
        return cls()

    @classmethod
    def wide(cls, rows: int) -> MatrixConfig:
        """All ten variables in `rows` rows."""
        return cls(variables=("t", "I", "x", "y", "alpha", "r", "[I]", "d", "O", "s"), rows=rows)


@dataclass(frozen=True, eq=False)
class Sample:
    """A program that was drawn from a distribution."""

    program: Program
    """The program."""
    matrix: npt.NDArray[np.int16]
    """Its feature matrix in the paper's setting, (10, 7)."""
    sequence: str
    """Its curves, a letter each: `C`, or three of `L` and `A`."""
    template: str
    """Its template shape, `TS1` to `TS5`."""
    rejections: dict[str, int]
    """How often each cause made a draw before it be repeated."""


@dataclass(frozen=True, eq=False)
class View:
    """A camera with the picture that it takes, as camera files have it (`cadseq reconstruct --camera`)."""

    projection: str
    """`perspective` or `orthographic`."""
    position: npt.NDArray[np.float64]
    """Centre of projection in model units, (3,); of a parallel projection any point in front of the part
    that the picture's middle shows."""
    camera_from_world: npt.NDArray[np.float64]
    """Rotation: rows are the picture's right, down and the viewing direction, (3, 3)."""
    vertical_fov_deg: float | None
    """Angle from the upper to the lower border of a perspective picture."""
    half_height: float | None
    """Half the height of what a parallel projection shows, in model units."""
    size: tuple[int, int]
    """Height and width of the picture in pixels."""


@dataclass(frozen=True, eq=False)
class Record:
    """A sample of a data set, as its files have it."""

    key: str
    """What its files are called: its index in ten digits."""
    program: Program
    """The program."""
    label: dict[str, Any]
    """Index, split, template and sequence or family, redraws by cause, feature matrix (docs/data.md)."""
    picture: bytes
    """The picture as PNG."""
    view: View
    """What the picture shows."""


@dataclass(frozen=True)
class Candidate:
    """A program that may have made a picture."""

    program: Program
    """The program, its parameters rounded to 1e-4 units and degrees."""
    quantized: Program
    """The same on the 256 levels of the feature matrix; as fitted where it leaves their range."""
    score: float
    """How well its rendering explains the picture, from 0 to 1."""
    regularities: list[str]
    """What is exactly equal in it because the picture agrees, in words."""
    assumptions: list[str]
    """What is taken for granted because the picture does not show it, in words."""
    differs: str | None
    """How it differs from the first candidate, where the picture does not tell them apart."""


@dataclass(frozen=True)
class StageMillis:
    """Where the time of a reconstruction went, in milliseconds."""

    find: float
    """Finding the object."""
    network: float
    """The network."""
    fit: float
    """Proposals, fits and choice."""


@dataclass(frozen=True)
class Reconstruction:
    """The answer for one picture."""

    candidates: list[Candidate]
    """The best first; at least one."""
    confidence: float
    """How sure the first candidate is right, from 0 to 1."""
    view: View
    """The camera that was found, of the first candidate."""
    millis: StageMillis
    """Where the time went."""


@dataclass(frozen=True)
class Measure:
    """A mean, or a ratio of sums, over a population."""

    value: float
    """The mean or ratio; NaN for an empty population."""
    spread: float
    """Its standard error; NaN for fewer than two."""
    valid: int
    """How many of the population were there to be judged."""
    total: int
    """Size of the population."""


@dataclass(frozen=True)
class Accuracy:
    """One metric three ways."""

    raw: Measure
    """Against the truth itself, as the paper defines it."""
    up_to_equivalence: Measure
    """Against the best member of each truth's class."""
    class_guesser: Measure
    """Expected raw score of a predictor that knows each class but guesses the member."""


@dataclass(frozen=True, eq=False)
class Curves:
    """One metric at every tolerance, three ways."""

    raw: npt.NDArray[np.float64]
    """At tolerances of 0 to 255 levels, (256,)."""
    up_to_equivalence: npt.NDArray[np.float64]
    """The same against the best member of each truth's class."""
    class_guesser: npt.NDArray[np.float64]
    """The same of a predictor that guesses the member."""


@dataclass(frozen=True, eq=False)
class ParameterCurve:
    """How often one parameter of one operation is right, at every tolerance."""

    accuracy: npt.NDArray[np.float64]
    """At tolerances of 0 to 255 levels, (256,)."""
    used: int
    """How often the truths use the parameter."""
    valid: int
    """How often of these a prediction has the operation there."""
    area: float | None
    """Area under the curve over 255; `None` where it is never used."""
    area_spread: float | None
    """Standard error of the area; `None` for fewer than two programs."""


@dataclass(frozen=True)
class ParameterCurves:
    """The curve of a parameter three ways."""

    raw: ParameterCurve
    """Against the truth itself."""
    up_to_equivalence: ParameterCurve
    """Against the nearest member of each truth's class."""
    class_guesser: ParameterCurve
    """Of a predictor that guesses the member."""


@dataclass(frozen=True)
class SolidSummary:
    """Whether predictions build, and how much the solids overlap."""

    parsing_rate: Measure
    """Share of predictions that build into a solid."""
    iou_over_all: Measure
    """Mean intersection over union; a prediction that does not build has 0."""
    iou_over_parsed: Measure
    """Mean over those that build."""


@dataclass(frozen=True)
class PictureSummary:
    """How much the pictures of predicted solids differ: mean squared differences of sRGB in [0, 1]."""

    mse_over_all: Measure
    """Mean over all; a prediction that does not build has an empty picture."""
    mse_over_parsed: Measure
    """Mean over those that build."""


@dataclass(frozen=True, eq=False)
class Maps:
    """What a square crop of a picture shows, pixel by pixel, rows from the top."""

    mask: npt.NDArray[np.float32]
    """Probability that a pixel shows the part, (n, n)."""
    normals: npt.NDArray[np.float32]
    """Outward unit normals (right, down, away) in the frame of a camera that looks at the crop's
    middle, (n, n, 3)."""
    normal_doubts_deg: npt.NDArray[np.float32]
    """Expected angle between the normal and the true one, (n, n)."""
    depths: npt.NDArray[np.float32]
    """Depth less its mean over the part, in units of half the crop's width at that depth, (n, n)."""
    depth_doubts: npt.NDArray[np.float32]
    """Expected error of the depth, (n, n)."""
    exits: npt.NDArray[np.float32]
    """How far behind the visible surface the ray of a pixel first leaves the part, and leaves it for good, in the units of the
    depths, (2, n, n). Nothing of it is seen: it is what is to be expected."""
    exit_doubts: npt.NDArray[np.float32]
    """Expected errors of the logarithms of the exits, (2, n, n)."""
    edges: dict[str, npt.NDArray[np.float32]]
    """Probability of an edge of each class (`outline`, `step-near`, `step-far`, `convex`, `concave`,
    `rim`), (n, n) each."""


@dataclass(frozen=True, eq=False)
class CameraGuess:
    """A camera that explains what is seen: all but its position and the part's scale."""

    model: str
    """`perspective`, `orthographic`, `isometric` or `paper`."""
    is_perspective: bool
    """Whether the projection is perspective; otherwise it is parallel."""
    camera_from_part: npt.NDArray[np.float64]
    """Rotation: rows are the picture's right, down and the viewing direction, (3, 3)."""
    vertical_fov_deg: float | None
    """Angle from the upper to the lower border of the whole picture, of a perspective camera."""
    sigma_rotation_deg: float
    """Standard deviation of the rotation."""
    sigma_log_focal: float
    """Standard deviation of the logarithm of the focal length."""
    free_axis: int | None
    """For a turned part, the index of its axis, about which the rotation was chosen."""
    cost: float
    """Differences of this between guesses are differences of their log-probabilities."""


@dataclass(frozen=True, eq=False)
class Sight:
    """What is seen in a picture of one part."""

    objects: list[tuple[float, float, float, float]]
    """Left, top, right and bottom of every object in pixels, the largest and most central first."""
    box: tuple[float, float, float, float]
    """The same of the part that was looked at."""
    certainty: float
    """Mean probability of the part's pixels."""
    crop: tuple[float, float, float]
    """Left, top and side of the square that the maps cover, in pixels of the picture."""
    maps: Maps
    """Its maps."""
    cameras: list[CameraGuess]
    """Where the camera may have stood, the best guess first."""
