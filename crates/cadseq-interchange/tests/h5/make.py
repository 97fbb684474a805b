"""Writes the HDF5 files of this folder.

    python3 -m venv VENV && VENV/bin/pip install h5py==3.16.0
    VENV/bin/python make.py

The program is a plate with a half-round end and a hole, as DeepCAD's code saves it: the data set `vec` of
(rows, 17) 64-bit integers. The other files hold the same in other ways, or something else.
"""

import os

import h5py
import numpy as np

FOLDER = os.path.dirname(os.path.abspath(__file__))
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
    [3],
]
PLATE = np.array([row + [-1] * (17 - len(row)) for row in ROWS], dtype=np.int64)


def save(file, data, name="vec", libver=None, **options):
    with h5py.File(os.path.join(FOLDER, file), "w", libver=libver) as h5:
        h5.create_dataset(name, data=data, **options)


def main():
    save("plain.h5", PLATE)
    save("latest.h5", PLATE, libver="latest")
    save("packed.h5", PLATE, chunks=(3, 17), compression="gzip", shuffle=True, fletcher32=True)
    save("growing.h5", PLATE, maxshape=(None, 17))
    save("big-endian.h5", PLATE.astype(">i8"))
    save("short.h5", PLATE.astype("<i2"))
    save("float.h5", PLATE.astype("<f4"))
    save("predicted.h5", PLATE, name="out_vec")
    save("halves.h5", PLATE / 2)
    save("columns.h5", PLATE[:, :16])
    save("flat.h5", PLATE.ravel())
    save("text.h5", "add_sketch(XY)")
    save("complex.h5", PLATE.astype("<c8"))
    save("lzf.h5", PLATE, chunks=(3, 17), compression="lzf")
    save("foreign.h5", PLATE, name="points\n")
    with h5py.File(os.path.join(FOLDER, "group.h5"), "w") as h5:
        h5.create_group("vec")
    with h5py.File(os.path.join(FOLDER, "huge.h5"), "w") as h5:
        h5.create_dataset("vec", shape=(2**40, 17), dtype="i4", chunks=(1024, 17))
    with h5py.File(os.path.join(FOLDER, "bomb.h5"), "w") as h5:
        h5.create_dataset("vec", shape=(10, 17), maxshape=(None, 17), dtype="i4", chunks=(2**20, 17))


main()
