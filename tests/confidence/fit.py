#!/usr/bin/env python3
"""Fits the confidence of answers for any part, and says how well it is calibrated.

    cadseq evaluate --parts --count 90 --seed 901 --json > one.json
    cadseq evaluate --parts --count 90 --seed 902 --json > other.json
    python3 tests/confidence/fit.py one.json other.json          # numpy; a second

The confidence is the probability that the first candidate overlaps with the truth by more than 0.9 (SPEC 8): a logistic
regression on the clues of the answer, with a ridge. It prints the coefficients of all files together, as
`crates/cadseq-reconstruct/src/confidence.rs` has them, and how many answers of each confidence are right where each file
is held back in turn.
"""
import json
import sys

import numpy as np

CLUES = ["surfaces", "edge_precision", "edge_recall", "hidden", "misfit", "picture_recall", "normal_doubt_deg"]
RIGHT = 0.9
RIDGE = 0.03
STEPS = 100
EDGES = [0, 0.1, 0.2, 0.35, 0.5, 0.7, 0.85, 1.0]


def read(path):
    """Clues and rightness of the first candidates; unanswered pictures have none."""
    with open(path) as file:
        pictures = json.load(file)["pictures"]
    firsts = [picture["candidates"][0] for picture in pictures if picture["candidates"]]
    firsts = [first for first in firsts if first["clues"]]
    clues = np.array([[first["clues"][name] for name in CLUES] for first in firsts])
    return clues, np.array([first["pose_iou"] > RIGHT for first in firsts], float)


def fit(clues, right):
    """Coefficients on standardized clues, and the intercept, by Newton's method."""
    design = np.hstack([clues, np.ones((len(clues), 1))])
    ridge = RIDGE * len(clues) * np.diag([1.0] * clues.shape[1] + [0.0])
    weights = np.zeros(design.shape[1])
    for _ in range(STEPS):
        probability = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (right - probability) - ridge @ weights
        curvature = design.T @ (design * (probability * (1 - probability))[:, None]) + ridge
        weights += np.linalg.solve(curvature, slope)
    return weights


def coefficients(clues, right):
    """Slopes on the clues as they are, and the intercept."""
    mean, deviation = clues.mean(0), clues.std(0) + 1e-9
    weights = fit((clues - mean) / deviation, right)
    slopes = weights[:-1] / deviation
    return slopes, weights[-1] - (slopes * mean).sum()


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    files = [read(path) for path in sys.argv[1:]]
    joined = lambda chosen: (np.concatenate(part) for part in zip(*chosen))
    slopes, intercept = coefficients(*joined(files))
    print(f"const INTERCEPT: f64 = {intercept:.3f};")
    for name, slope in zip(CLUES, slopes):
        print(f"    {slope:+.3f} * clues.{name}")
    held_back = []
    for index, (clues, _) in enumerate(files):
        slopes, intercept = coefficients(*joined(files[:index] + files[index + 1 :]))
        held_back.append(1 / (1 + np.exp(-(clues @ slopes + intercept))))
    probability, right = np.concatenate(held_back), np.concatenate([right for _, right in files])
    print(f"held back in turn: {len(right)} answers, {right.mean():.3f} right, {probability.mean():.3f} expected; "
          f"Brier {((probability - right) ** 2).mean():.3f}, of the mean alone {right.var():.3f}")
    for low, high in zip(EDGES, EDGES[1:]):
        chosen = (probability >= low) & (probability < high)
        if chosen.any():
            print(f"  {low:.2f} to {high:.2f}: {chosen.sum()} answers, {right[chosen].mean():.2f} right, "
                  f"{probability[chosen].mean():.2f} expected")


if __name__ == "__main__":
    main()
