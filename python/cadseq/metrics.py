"""How good predicted programs are (paper, equations 1 to 9).

`truths` are `Program`s or feature matrices, `predictions` the same or `None`, which is wrong and
counted. Every value comes with its population and its spread; accuracies come raw, up to
equivalence, and with that of a guesser that knows the class.
"""

from ._cadseq import (
    accuracy,
    by_tolerance,
    parameter_curve,
    pictures,
    random_ap1,
    random_ap1_with_plane,
    score,
    solids,
)
from ._values import (
    Accuracy,
    Curves,
    Measure,
    ParameterCurve,
    ParameterCurves,
    PictureSummary,
    SolidSummary,
)

__all__ = [
    "Accuracy",
    "Curves",
    "Measure",
    "ParameterCurve",
    "ParameterCurves",
    "PictureSummary",
    "SolidSummary",
    "accuracy",
    "by_tolerance",
    "parameter_curve",
    "pictures",
    "random_ap1",
    "random_ap1_with_plane",
    "score",
    "solids",
]
