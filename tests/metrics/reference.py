"""The metrics of feature matrices a second time, in plain Python, and the fixture that holds both to it.

Written from the definitions (Image2CADSeq, equations 1 to 9; docs of `cadseq-metrics`), not from the Rust code.
`python3 reference.py` draws 200 pairs of a true and a predicted matrix from a fixed seed, measures them in
every way, and writes `pairs.json`; `crates/cadseq-metrics/tests/reference.rs` compares.

A program is its matrix's rows up to and with the first EOP (all rows where there is none), on request its
first n. A missing prediction is the empty program.
"""

import json
import math
import random
from itertools import pairwise
from pathlib import Path

import numpy as np
from scipy.optimize import linear_sum_assignment

SEED = 20260
TYPE, PLANE, X, Y, ALPHA, R, D = range(7)
SKETCH, LINE, ARC, CIRCLE, EXTRUDE, SOP, EOP = range(7)
ROWS, COLUMNS, UNUSED, ZERO, SCALE, CAMERA = 10, 7, -1, 128, 10.0, 20.0
USED = {SKETCH: [PLANE], LINE: [X, Y], ARC: [X, Y, ALPHA], CIRCLE: [X, Y, R], EXTRUDE: [D]}
NAMES = {SKETCH: "add_sketch", LINE: "add_line", ARC: "add_arc", CIRCLE: "add_circle", EXTRUDE: "add_extrude"}
SYMBOLS = {PLANE: "I", X: "x", Y: "y", ALPHA: "alpha", R: "r", D: "d"}
SETTINGS = [(None, 3), (None, 0), (None, 255), (1, 3), (2, 3), (3, 3), (4, 20), (5, 1), (6, 3)]
SAMPLED_TOLERANCES = [0, 1, 3, 10, 50, 128, 254, 255]

# ---- the metrics: each gives (numerator, denominator) of one pair ----


def program(matrix, n=None):
    if matrix is None:
        return []
    rows = [list(row) for row in matrix]
    types = [row[TYPE] for row in rows]
    end = types.index(EOP) + 1 if EOP in types else len(rows)
    return rows[:end][:n]


def types_of(rows):
    return [row[TYPE] for row in rows]


def used_count(rows):
    return sum(len(USED.get(row[TYPE], [])) for row in rows)


def is_right(true_row, row, column, eta):
    """Conditions c2 and c3 of equation 5; the plane is a name, without tolerance."""
    limit = 0 if column == PLANE else eta
    return 0 <= row[column] <= 255 and abs(true_row[column] - row[column]) <= limit


def right_count(true_row, row, eta):
    return sum(is_right(true_row, row, column, eta) for column in USED.get(true_row[TYPE], []))


def acp(p, q, eta):
    same = types_of(p) == types_of(q)
    right = same and all(right_count(a, b, eta) == len(USED.get(a[TYPE], [])) for a, b in zip(p, q))
    return (int(right), 1)


def asot(p, q, eta):
    return (int(types_of(p) == types_of(q)), 1)


def edsot(p, q, eta):
    """Equation 3."""
    a, b = types_of(p), types_of(q)
    m = np.zeros((len(a) + 1, len(b) + 1), dtype=int)
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            if min(i, j) == 0:
                m[i, j] = max(i, j)
            else:
                m[i, j] = min(m[i - 1, j] + 1, m[i, j - 1] + 1, m[i - 1, j - 1] + (a[i - 1] != b[j - 1]))
    return (int(m[-1, -1]), 1)


def aot(p, q, eta):
    return (sum(a == b for a, b in zip(types_of(p), types_of(q))), len(p))


def ap1(p, q, eta):
    return (sum(right_count(a, b, eta) for a, b in zip(p, q) if a[TYPE] == b[TYPE]), used_count(p))


def ap2(p, q, eta):
    right = 0
    for kind in USED:
        true_rows = [row for row in p if row[TYPE] == kind]
        rows = [row for row in q if row[TYPE] == kind]
        if true_rows and rows:
            gain = np.array([[right_count(a, b, eta) for b in rows] for a in true_rows])
            right += int(gain[linear_sum_assignment(gain, maximize=True)].sum())
    return (right, used_count(p))


def counts(rows):
    return np.array([types_of(rows).count(kind) for kind in range(7)], dtype=float)


def msot_tc(p, q, eta):
    a, b = counts(p), counts(q)
    return (float(a @ b / (a @ a + b @ b - a @ b)), 1)


def msot_cs(p, q, eta):
    a, b = counts(p), counts(q)
    lengths = np.linalg.norm(a) * np.linalg.norm(b)
    return (float(a @ b / lengths) if lengths > 0 else 0.0, 1)


METRICS = {
    "acp": acp, "asot": asot, "edsot": edsot, "aot": aot,
    "ap1": ap1, "ap2": ap2, "msot-tc": msot_tc, "msot-cs": msot_cs,
}


def score(name, truth, prediction, n, eta):
    return METRICS[name](program(truth, n), program(prediction, n), eta)


# ---- over all pairs: raw, up to equivalence, class guesser ----


def share(pair):
    return pair[0] / pair[1] if pair[1] else 0.0


def measure(scores, valid):
    """Sum of the numerators over the sum of the denominators, and its standard error (linearized)."""
    numerators, denominators = (np.array(column, dtype=float) for column in zip(*scores))
    if denominators.sum() == 0:
        return {"value": None, "spread": None, "valid": valid, "total": len(scores)}
    value = numerators.sum() / denominators.sum()
    residuals = numerators - value * denominators
    error = math.sqrt(len(scores)) * math.sqrt((residuals**2).sum() / (len(scores) - 1)) / denominators.sum()
    return {"value": value, "spread": error, "valid": valid, "total": len(scores)}


def best(name, scores):
    return (min if name == "edsot" else max)(scores, key=share)


def average(scores):
    return tuple(sum(column) / len(scores) for column in zip(*scores))


def accuracy(name, cases, n, eta):
    valid = sum(prediction is not None for _, prediction in cases)

    def one(truth, prediction):
        return score(name, truth, prediction, n, eta)

    raw = [one(members[0], prediction) for members, prediction in cases]
    equivalent = [best(name, [one(member, prediction) for member in members]) for members, prediction in cases]
    class_guesser = [average([one(members[0], guess) for guess in members]) for members, _ in cases]
    return {
        "raw": measure(raw, valid),
        "up_to_equivalence": measure(equivalent, valid),
        "class_guesser": measure(class_guesser, len(cases)),
    }


# ---- one parameter of one operation against the tolerance ----


def area(curve):
    """Trapezoidal rule over the tolerances 0..255, in levels."""
    return sum((a + b) / 2 for a, b in pairwise(curve))


def parameter_scores(truth, prediction, kind, column):
    """(right at each tolerance, how often used, how often compared) of one pair."""
    p, q = program(truth), program(prediction)
    at = [j for j, row in enumerate(p) if row[TYPE] == kind]
    met = [j for j in at if j < len(q) and q[j][TYPE] == kind]
    right = [sum(is_right(p[j], q[j], column, eta) for j in met) for eta in range(256)]
    return np.array(right, dtype=float), len(at), len(met)


def ap1_area(truth, prediction):
    scores = [score("ap1", truth, prediction, None, eta) for eta in range(256)]
    return area([right for right, _ in scores]) / scores[0][1]


def parameter_curve(scores):
    right = sum(pair[0] for pair in scores)
    used = sum(pair[1] for pair in scores)
    curve = right / used
    by_pair = measure([(area(pair[0]) / 255, pair[1]) for pair in scores], len(scores))
    assert abs(by_pair["value"] - area(curve) / 255) < 1e-12
    return {
        "used": used,
        "valid": sum(pair[2] for pair in scores),
        "accuracy": [curve[eta] for eta in SAMPLED_TOLERANCES],
        "area": area(curve) / 255,
        "area_spread": by_pair["spread"],
    }


def parameter_curves(cases):
    # Up to equivalence: the member whose AP1, over all tolerances, is best.
    nearest = [max(members, key=lambda member: ap1_area(member, prediction)) for members, prediction in cases]

    def curves(kind, column):
        def scores(pairs):
            return [parameter_scores(truth, prediction, kind, column) for truth, prediction in pairs]

        raw = scores([(members[0], prediction) for members, prediction in cases])
        equivalent = scores([(truth, prediction) for truth, (_, prediction) in zip(nearest, cases)])
        guesses = [scores([(members[0], guess) for guess in members]) for members, _ in cases]
        # A guess is never missing, so all uses count as valid.
        class_guesser = [(sum(s[0] for s in g) / len(g), g[0][1], g[0][1]) for g in guesses]
        return {
            "operation": NAMES[kind],
            "parameter": SYMBOLS[column],
            "raw": parameter_curve(raw),
            "up_to_equivalence": parameter_curve(equivalent),
            "class_guesser": parameter_curve(class_guesser),
        }

    return [curves(kind, column) for kind, columns in USED.items() for column in columns]


# ---- random guessing, by counting ----


def baselines():
    levels = np.arange(256)
    gaps = np.abs(levels[:, None] - levels[None, :])
    plain = [int((gaps <= eta).sum()) / 65536 for eta in range(256)]
    assert all(abs(value - (256 + 511 * eta - eta**2) / 65536) < 1e-15 for eta, value in enumerate(plain))
    return {"random_ap1": plain, "random_ap1_with_plane": [11 / 91 / 3 + value * 80 / 91 for value in plain]}


# ---- equivalence classes of the template shapes ----


def signed_level(value):
    return int(min(max(math.floor((value + 1) / 2 * 256 + 0.5), 0), 255))


def radius_level(value):
    return int(min(max(math.floor(value * 256 + 0.5) - 1, 0), 255))


def signed(level):
    return level / 128 - 1


def reversed_loop(truth):
    """The loop run the other way round: the ends become the starts, the sweeps change sign."""
    rows = program(truth)
    curves = rows[2:-2]
    starts = [(ZERO, ZERO)] + [(row[X], row[Y]) for row in curves[:-1]]
    turned = []
    for row, (x, y) in reversed(list(zip(curves, starts))):
        sweep = signed_level(-signed(row[ALPHA])) if row[TYPE] == ARC else UNUSED
        turned.append(operation(row[TYPE], x=x, y=y, alpha=sweep))
    return padded(rows[:2] + turned + rows[-2:])


def circle_twin(truth):
    """The circle's prism scaled about the camera until its far face lies on the sketch plane, if in range."""
    rows = program(truth)
    plane, (x, y, r, d) = rows[1][PLANE], (*rows[2][X:ALPHA], rows[2][R], rows[3][D])
    eye = [(CAMERA, CAMERA), (CAMERA, -CAMERA), (-CAMERA, CAMERA)][plane]
    depth = SCALE * signed(d)
    k = CAMERA / (CAMERA - depth)
    center = [c + k * (SCALE * signed(level) - c) for c, level in zip(eye, (x, y))]
    values = [value / SCALE for value in (*center, k * SCALE * (r + 1) / 256, -k * depth)]
    if any(abs(value) > 1 for value in values):
        return None
    x, y, r, d = values
    circle = operation(CIRCLE, x=signed_level(x), y=signed_level(y), r=radius_level(r))
    return padded([rows[0], rows[1], circle, operation(EXTRUDE, d=signed_level(d)), rows[4]])


def members_of(truth):
    is_circle = truth[2][TYPE] == CIRCLE
    other = circle_twin(truth) if is_circle else reversed_loop(truth)
    return [truth] if other is None or other == truth else [truth, other]


# ---- drawing pairs ----


def operation(kind, plane=UNUSED, x=UNUSED, y=UNUSED, alpha=UNUSED, r=UNUSED, d=UNUSED):
    return [kind, plane, x, y, alpha, r, d]


def padded(rows):
    return [list(row) for row in rows] + [operation(EOP) for _ in range(ROWS - len(rows))]


def interior_angles(points):
    for i in range(3):
        a, b, c = (np.array(points[(i + j) % 3], dtype=float) for j in (2, 0, 1))
        u, v = a - b, c - b
        lengths = np.linalg.norm(u) * np.linalg.norm(v)
        yield math.acos(min(1.0, max(-1.0, u @ v / lengths))) if lengths > 0 else 0.0


def draw_curves(rng, kinds):
    if kinds == "C":
        x, y, r = rng.randrange(256), rng.randrange(256), rng.randrange(256)
        return [operation(CIRCLE, x=x, y=y, r=r)]
    while True:
        points = [(ZERO, ZERO)] + [(rng.randrange(256), rng.randrange(256)) for _ in range(2)]
        sweeps = [rng.choice([-1, 1]) * rng.randint(1, 60) if kind == "A" else 0 for kind in kinds]
        # An arc stays within half its sweep of its chord, so arcs this flat never meet.
        half = [abs(sweep) / 128 * math.pi / 2 for sweep in sweeps]
        if all(half[i - 1] + half[i] < angle for i, angle in enumerate(interior_angles(points))):
            break
    ends = points[1:] + points[:1]
    return [
        operation(ARC, x=x, y=y, alpha=ZERO + sweep) if sweep else operation(LINE, x=x, y=y)
        for (x, y), sweep in zip(ends, sweeps)
    ]


def draw_truth(rng):
    kinds = rng.choice(["C", "C", "C", "LLL", "AAA", "LAA", "ALA", "AAL", "LLA", "LAL", "ALL"])
    depth = rng.choice([level for level in range(256) if level != ZERO])
    sketch, extrude = operation(SKETCH, plane=rng.randrange(3)), operation(EXTRUDE, d=depth)
    return padded([operation(SOP), sketch, *draw_curves(rng, kinds), extrude, operation(EOP)])


def random_row(rng):
    return [rng.randrange(5), rng.randrange(3), *(rng.randrange(256) for _ in range(5))]


def perturbed(rng, matrix, reach):
    rows = [list(row) for row in matrix]
    for row in rows:
        for column in USED.get(row[TYPE], []):
            if column == PLANE:
                row[column] = rng.randrange(3) if rng.random() < 0.2 else row[column]
            else:
                row[column] = min(max(row[column] + rng.randint(-reach, reach), 0), 255)
    return rows


def other_types(rng, matrix):
    rows = perturbed(rng, matrix, 2)
    for j in rng.sample(range(len(program(matrix))), rng.randint(1, 2)):
        rows[j] = [rng.randrange(7), *random_row(rng)[1:]]
    return rows


def other_length(rng, matrix):
    rows = perturbed(rng, program(matrix), 2)
    if rng.random() < 0.5:
        rows.insert(rng.randrange(1, len(rows)), random_row(rng))
    else:
        del rows[rng.randrange(len(rows))]
    return padded(rows)[:ROWS]


def swapped(rng, matrix):
    rows = [list(row) for row in matrix]
    last = len(program(matrix)) - 1
    i, j = rng.randrange(1, last), rng.randrange(1, last)
    rows[i], rows[j] = rows[j], rows[i]
    return perturbed(rng, rows, 1)


def without_end(rng, matrix):
    rows = perturbed(rng, program(matrix)[:-1], 3)
    return rows + [random_row(rng) for _ in range(ROWS - len(rows))]


def with_noise_in_unused(rng, matrix):
    rows = perturbed(rng, matrix, 3)
    for row in rows:
        for column in set(range(1, COLUMNS)) - set(USED.get(row[TYPE], [])):
            row[column] = rng.randint(-1, 255)
    return rows


def out_of_range(rng, matrix):
    rows = [list(row) for row in matrix]
    for _ in range(rng.randint(1, 4)):
        rows[rng.randrange(len(program(matrix)))][rng.randrange(1, COLUMNS)] = rng.choice([-1, -7, 256, 300, 32767])
    return rows


def garbage(rng, _):
    return [[rng.randint(-2, 9), *(rng.randint(-20, 300) for _ in range(6))] for _ in range(ROWS)]


def same_class(rng, matrix):
    return perturbed(rng, rng.choice(members_of(matrix)), rng.choice([0, 2, 5]))


KINDS = [
    (20, lambda rng, matrix: matrix),
    (30, lambda rng, matrix: perturbed(rng, matrix, 4)),
    (15, lambda rng, matrix: perturbed(rng, matrix, 200)),
    (25, same_class),
    (20, other_types),
    (25, other_length),
    (15, swapped),
    (10, without_end),
    (10, with_noise_in_unused),
    (10, out_of_range),
    (14, garbage),
    (6, lambda rng, matrix: None),
]


def draw_pairs():
    rng = random.Random(SEED)
    for count, kind in KINDS:
        for _ in range(count):
            truth = draw_truth(rng)
            yield truth, kind(rng, truth)


# ---- the fixture ----


def tolerance_curves(cases):
    def curves(name):
        at = [accuracy(name, cases, None, eta) for eta in range(256)]
        return {way: [point[way]["value"] for point in at] for way in at[0]}

    return {name: curves(name) for name in ("acp", "ap1")}


def scored(truth, prediction):
    scores = [[list(score(name, truth, prediction, n, eta)) for name in METRICS] for n, eta in SETTINGS]
    return {"truth": truth, "prediction": prediction, "scores": scores}


def fixture():
    pairs = list(draw_pairs())
    cases = [(members_of(truth), prediction) for truth, prediction in pairs]
    settings = [{"first_rows": n, "tolerance_levels": eta} for n, eta in SETTINGS]
    overall = [{name: accuracy(name, cases, n, eta) for name in METRICS} for n, eta in SETTINGS]
    return {
        "seed": SEED,
        "metrics": list(METRICS),
        "settings": settings,
        "sampled_tolerances": SAMPLED_TOLERANCES,
        "overall": overall,
        "by_tolerance": tolerance_curves(cases),
        "parameters": parameter_curves(cases),
        "baselines": baselines(),
        "pairs": [scored(truth, prediction) for truth, prediction in pairs],
    }


def check_the_papers_examples():
    prism = [[kind] for kind in (SOP, SKETCH, LINE, LINE, LINE, EXTRUDE, EOP)]
    assert counts(prism).tolist() == [1, 3, 0, 0, 1, 1, 1]
    arcs = [operation(kind) for kind in (SOP, SKETCH, ARC, ARC, ARC, EXTRUDE, EOP)]
    mixed = [operation(kind) for kind in (SOP, SKETCH, LINE, ARC, ARC, EXTRUDE, EOP)]
    assert (asot(arcs, mixed, 3), edsot(arcs, mixed, 3), aot(arcs, mixed, 3)) == ((0, 1), (1, 1), (6, 7))


def main():
    check_the_papers_examples()
    made = fixture()
    pairs = made.pop("pairs")
    head = json.dumps(made, separators=(",", ":"))[:-1]
    lines = ",\n".join(json.dumps(pair, separators=(",", ":")) for pair in pairs)
    path = Path(__file__).with_name("pairs.json")
    path.write_text(f'{head},\n"pairs":[\n{lines}\n]}}\n')
    raw = made["overall"][0]
    print({name: {way: round(m["value"], 4) for way, m in ways.items()} for name, ways in raw.items()})


if __name__ == "__main__":
    main()
