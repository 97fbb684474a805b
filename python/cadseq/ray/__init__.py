"""The work of `cadseq synth`, `reconstruct`, `evaluate` and `convert` over a Ray cluster.

>>> import ray, cadseq, cadseq.ray
>>> ray.init()                                                       # doctest: +SKIP
>>> data = cadseq.DataSet("with", seed=1, samples=22_000)
>>> cadseq.ray.synthesize(data, "shared/with")                       # doctest: +SKIP
>>> answers = cadseq.ray.reconstruct("shared/pictures", "answers")   # doctest: +SKIP

Ray Data does the scheduling and shows the progress; a task is one shard, which is one file of the output, and is started
again elsewhere when its node or process dies. Each function returns a Ray dataset. Without an output folder it is lazy, and is written by what Ray Data has for it; with
one, the work is done at once, and the dataset reads the files. The folder must be one that all nodes see.
A file is written beside its name and renamed when it is whole, so a task that is retried on another node gives nothing
twice, and a run that was stopped goes on where it was when it is called again.

Needs `pip install 'cadseq[ray]'`; importing this module does not.
"""

from ._convert import convert
from ._engine import Tasks
from ._evaluate import Figures, evaluate, figures
from ._reconstruct import reconstruct
from ._synthesize import synthesize

__all__ = [
    "Figures",
    "Tasks",
    "convert",
    "evaluate",
    "figures",
    "reconstruct",
    "synthesize",
]
