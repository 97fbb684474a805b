"""A data set, and the programs of a folder of pictures, over a Ray cluster.

    pip install 'cadseq[ray]'
    python ray_pictures.py /shared/pictures /shared/out

Run it on the cluster's head (`ray job submit`), or anywhere to use the cores of one machine. Both folders must be seen
by all nodes. When it is stopped, the same command goes on.
"""

import sys

import ray

import cadseq
import cadseq.ray


def main(pictures: str, output: str) -> None:
    ray.init()
    data = cadseq.DataSet("with", seed=1, samples=22_000)
    cadseq.ray.synthesize(data, f"{output}/with")
    answers = cadseq.ray.reconstruct(pictures, f"{output}/answers", batch=16)
    for row in answers.sort("confidence", descending=True).take(10):
        print(row["source"], row["confidence"], row["volume"], row["error"] or row["program"])
    judged = cadseq.ray.evaluate(
        cadseq.DataSet("with", seed=2026, samples=200), f"{output}/judged"
    )
    print(cadseq.ray.figures(judged).iou_over_all)


if __name__ == "__main__":
    main(*sys.argv[1:])
