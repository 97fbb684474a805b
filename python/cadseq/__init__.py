"""CAD programs from pictures: parse, build, mesh, compare, render, measure, reconstruct.

>>> import cadseq
>>> program = cadseq.Program.parse("add_sketch(XY)\\nadd_circle(0, 0, 5)\\nadd_extrude(0, 10, new)")
>>> round(program.build().volume, 6)
785.398163

Lengths are in model units, 1 unit = 1 cm; angles in degrees; Z points up.
"""

from . import metrics
from ._cadseq import (
    DataSet,
    Distribution,
    Part,
    Program,
    Reconstructor,
    Seer,
    encode_png,
    equivalent,
    formats,
    import_file,
    iou,
    read_picture,
    render,
    sample,
)
from ._errors import (
    BuildError,
    CadseqError,
    MatrixError,
    PictureError,
    ReadError,
    ReconstructError,
    SeeError,
    TextError,
    WriteError,
)
from ._values import (
    Camera,
    CameraGuess,
    Candidate,
    Face,
    Format,
    Imported,
    Maps,
    MatrixConfig,
    Mesh,
    Reconstruction,
    Record,
    Sample,
    Sight,
    StageMillis,
    View,
)

__all__ = [
    "BuildError",
    "CadseqError",
    "Camera",
    "CameraGuess",
    "Candidate",
    "DataSet",
    "Distribution",
    "Face",
    "Format",
    "Imported",
    "Maps",
    "MatrixConfig",
    "MatrixError",
    "Mesh",
    "Part",
    "PictureError",
    "Program",
    "ReadError",
    "Reconstruction",
    "ReconstructError",
    "Reconstructor",
    "Record",
    "Sample",
    "SeeError",
    "Seer",
    "Sight",
    "StageMillis",
    "TextError",
    "View",
    "WriteError",
    "encode_png",
    "equivalent",
    "formats",
    "import_file",
    "iou",
    "metrics",
    "read_picture",
    "render",
    "sample",
]
