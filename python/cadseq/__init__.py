"""CAD programs from pictures: parse, build, mesh, compare, render, measure, reconstruct.

>>> import cadseq
>>> program = cadseq.Program.parse("add_sketch(XY)\\nadd_circle(0, 0, 5)\\nadd_extrude(0, 10, new)")
>>> round(program.build().volume, 6)
785.398163

Lengths are in model units, 1 unit = 1 cm; angles in degrees; Z points up.
"""

from . import metrics
from ._cadseq import (
    Distribution,
    Part,
    Program,
    Reconstructor,
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
    TextError,
    WriteError,
)
from ._values import (
    Camera,
    Candidate,
    Face,
    Format,
    Imported,
    MatrixConfig,
    Mesh,
    Reconstruction,
    Sample,
    StageMillis,
)

__all__ = [
    "BuildError",
    "CadseqError",
    "Camera",
    "Candidate",
    "Distribution",
    "Face",
    "Format",
    "Imported",
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
    "Sample",
    "StageMillis",
    "TextError",
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
