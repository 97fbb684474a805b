"""Volumes of extruded features by straight lines: a judge that has no kernel.

A line crosses a prism's end planes and the lines and circles that its sides are swept from; between
two crossings it is inside a feature or outside of it all the way. So the length of a line in a body is
exact, and the volume is an integral of lengths over the lines' plane: by a lattice with random shifts,
whose spread says how good the mean is. Bodies follow the program's rules: a join takes in every body
that it overlaps or that a line leaves where it enters the other.
"""

import numpy as np

DIRECTION = np.array([0.3827, 0.5551, 0.7385])
"""Of the lines; along no plane that a program on a grid makes."""
LINES = 40_000
SHIFTS = 6
NO_LENGTH = 1e-9


class Prism:
    """A feature, for many points and lines at once."""

    def __init__(self, feature):
        x, normal = np.array(feature["x_axis"]), np.array(feature["normal"])
        self.origin = np.array(feature["origin"])
        self.axes = np.array([x, np.cross(normal, x), normal])
        self.low, self.high = sorted((feature["start"], feature["end"]))
        self.boolean = feature["boolean"]
        curves = [curve for loop in feature["loops"] for curve in loop]
        self.lines = [(c["start"], c["end"]) for c in curves if "radius" not in c and "middle" not in c]
        self.circles = [(*c["center"], c["radius"], None) for c in curves if "radius" in c]
        self.circles += [(*circle_through(c["start"], c["middle"], c["end"]), c) for c in curves if "middle" in c]

    def corners(self):
        """Points whose hull holds the prism."""
        flat = [point for line in self.lines for point in line]
        for x, y, r, _ in self.circles:
            flat += [(x + i * r, y + j * r) for i in (-1, 1) for j in (-1, 1)]
        sketch = np.array([(*point, height) for point in flat for height in (self.low, self.high)])
        return self.origin + sketch @ self.axes

    def crossings(self, starts, direction):
        """Where lines cross the planes and whole cylinders of the prism's faces; too many do no harm."""
        at, along = (starts - self.origin) @ self.axes.T, self.axes @ direction
        found = [(height - at[:, 2]) / along[2] for height in (self.low, self.high) if along[2]]
        for (x0, y0), (x1, y1) in self.lines:
            nx, ny = y1 - y0, x0 - x1
            speed = nx * along[0] + ny * along[1]
            if speed:
                found.append((nx * (x0 - at[:, 0]) + ny * (y0 - at[:, 1])) / speed)
        for x, y, r, _ in self.circles:
            dx, dy = at[:, 0] - x, at[:, 1] - y
            a = along[0] ** 2 + along[1] ** 2
            b = dx * along[0] + dy * along[1]
            root = np.sqrt(np.maximum(b * b - a * (dx * dx + dy * dy - r * r), 0.0))
            found += [(-b - root) / a, (-b + root) / a]
        return found

    def holds(self, points):
        """Which points are inside, by the parity of crossings of a ray to +x."""
        x, y, height = ((points - self.origin) @ self.axes.T).T
        odd = np.zeros(len(points), dtype=bool)
        for (x0, y0), (x1, y1) in self.lines:
            if y0 != y1:
                odd ^= ((y0 > y) != (y1 > y)) & (x0 + (y - y0) / (y1 - y0) * (x1 - x0) > x)
        for cx, cy, r, arc in self.circles:
            square = r * r - (y - cy) ** 2
            half = np.sqrt(np.maximum(square, 0.0))
            for px in (cx - half, cx + half):
                crossed = (square > 0) & (px > x)
                odd ^= crossed & on_arc(arc, px, y) if arc else crossed
        return odd & (self.low < height) & (height < self.high)


def circle_through(a, b, c):
    ax, ay, bx, by, cx, cy = *a, *b, *c
    d = 2 * (ax * (by - cy) + bx * (cy - ay) + cx * (ay - by))
    a2, b2, c2 = ax * ax + ay * ay, bx * bx + by * by, cx * cx + cy * cy
    ux = (a2 * (by - cy) + b2 * (cy - ay) + c2 * (ay - by)) / d
    uy = (a2 * (cx - bx) + b2 * (ax - cx) + c2 * (bx - ax)) / d
    return ux, uy, ((ax - ux) ** 2 + (ay - uy) ** 2) ** 0.5


def on_arc(arc, x, y):
    """Whether points of the arc's circle are on the side of its chord where its middle is."""
    (sx, sy), (mx, my), (ex, ey) = arc["start"], arc["middle"], arc["end"]

    def side(px, py):
        return (ex - sx) * (py - sy) - (ey - sy) * (px - sx)

    return side(x, y) * side(mx, my) > 0




def touch(a, b, lengths):
    """Whether a line is in both at once, or in one right after the other."""
    before_a = before_b = np.zeros(len(lengths), dtype=bool)
    for k in range(lengths.shape[1]):
        there = lengths[:, k] > NO_LENGTH
        now_a, now_b = a[:, k] & there, b[:, k] & there
        if np.any((now_a & (now_b | before_b)) | (now_b & before_a)):
            return True
        before_a, before_b = np.where(there, now_a, before_a), np.where(there, now_b, before_b)
    return False


def lengths_inside(prisms, starts, direction):
    """For each line its length in all bodies, counted once for each body."""
    crossings = [t for prism in prisms for t in prism.crossings(starts, direction)]
    crossings = np.sort(np.stack(crossings, axis=1), axis=1)
    lengths = np.diff(crossings, axis=1)
    middles = (crossings[:, 1:] + crossings[:, :-1]) / 2
    bodies = []
    for prism in prisms:
        columns = [prism.holds(starts + t[:, None] * direction) for t in middles.T]
        tool = np.stack(columns, axis=1)
        if prism.boolean == "new":
            bodies.append(tool)
        elif prism.boolean == "join":
            apart = bodies
            while touched := [body for body in apart if touch(body, tool, lengths)]:
                tool = np.logical_or.reduce([tool, *touched])
                apart = [body for body in apart if not any(body is other for other in touched)]
            bodies = [*apart, tool]
        elif prism.boolean == "cut":
            bodies = [body & ~tool for body in bodies]
        else:
            bodies = [body & tool for body in bodies]
    return sum((body * lengths).sum(axis=1) for body in bodies)


def line_volume(features, seed):
    """The volume of a program's bodies and the standard error of this value."""
    prisms = [Prism(feature) for feature in features]
    direction = DIRECTION / np.linalg.norm(DIRECTION)
    across = np.linalg.svd(direction[None])[2][1:]
    corners = np.concatenate([prism.corners() for prism in prisms]) @ across.T
    low, size = corners.min(axis=0), np.ptp(corners, axis=0)
    steps = np.arange(LINES)
    lattice = np.stack([steps / LINES, steps * 0.6180339887498949], axis=1)
    generator = np.random.default_rng(seed)
    volumes = []
    for _ in range(SHIFTS):
        places = low + size * ((lattice + generator.random(2)) % 1.0)
        volumes.append(np.prod(size) * lengths_inside(prisms, places @ across, direction).mean())
    return np.mean(volumes), np.std(volumes, ddof=1) / SHIFTS**0.5
