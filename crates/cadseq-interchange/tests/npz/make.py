"""Writes the archives of `read_npz.rs` with numpy: `python3 make.py` in this folder."""

import numpy

ROWS = [
    [4],
    [0, 192, 128],
    [0, 192, 160],
    [0, 128, 160],
    [1, 128, 128, 128, 1],
    [4],
    [2, 160, 144, -1, -1, 8],
    [5, -1, -1, -1, -1, -1, 128, 128, 128, 128, 128, 128, 95, 160, 128, 0, 0],
    [3],
]
vec = numpy.array([row + [-1] * (17 - len(row)) for row in ROWS])

numpy.savez("stored.npz", vec=vec)
numpy.savez_compressed("packed.npz", vec=vec)
numpy.savez_compressed("predicted.npz", label=numpy.arange(3), out_vec=vec.astype(numpy.float32))
numpy.savez("unnamed.npz", vec.astype(numpy.int32))
numpy.savez("several.npz", vec, vec)
numpy.savez_compressed("bomb.npz", vec=numpy.zeros((100_000, 17), dtype=numpy.int64))
