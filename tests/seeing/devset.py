#!/usr/bin/env python3
"""Turns the development pictures into folders for `cadseq evaluate --seeing --pictures FOLDER`.

    python3 tests/seeing/devset.py DEVSET INTERCHANGE BINARY OUT      # numpy; a minute

DEVSET has the pictures (photo, parts, designs), INTERCHANGE the designs in DeepCAD's JSON, BINARY is cadseq.
OUT gets photo, parts, designs-iso, designs-viewer and designs-plain: each picture NAME.png or .jpg with its
camera NAME.camera.json and its program NAME.cad (of designs, one for all three folders in OUT/designs-cad).

The cameras, in the program's coordinates and units:

photo    K and world_to_cam_opencv (right, down, forward) after object_to_world; one unit there is 10 of the program's
parts    at (20, 20, 20), looking at the origin, Z up, 8.3 degrees; one unit is 10 of the program's. The construction is
         written as a program: a sketch's x and y are (X, Y), (X, Z) and (Y, Z) on XY, XZ and YZ, depths go along +Z, +Y and
         +X (volumes and boxes of all ten are those that OCCT finds in ID.step, to 1e-9)
designs  VTK's: position, focal point, up; the view angle is vertical, the parallel scale half the picture's height;
         in a frame where the part's box is centred and its longest side is 1

Then the true masks that BINARY draws (`--masks`) are held to the pictures, and the script fails where one overlaps
by less than 0.98: photographs to DEVSET's ID_mask.png, isometric and plain pictures and parts to what is not the
background (pixels that differ from the corner of the picture by more than a step of 4 in any colour). The pixels at
the border of what is shown, which the part covers only in part, are left out.
"""
import json
import os
import shutil
import subprocess
import struct
import sys
import zlib

import numpy as np

UNIT = 10.0  # of the program's, in photo and parts
PARTS_FOV_DEG = 8.3
LEAST_OVERLAP = 0.98
BACKGROUND_STEP = 4


# --- cameras -----------------------------------------------------------------------------------------------------


def looking(position, target, up):
    """Rows right, down, forward."""
    position, target, up = (np.asarray(v, float) for v in (position, target, up))
    forward = (target - position) / np.linalg.norm(target - position)
    right = np.cross(forward, up)
    right /= np.linalg.norm(right)
    return np.array([right, np.cross(forward, right), forward])


def camera(position, rows, fov_deg=None, half_height=None, program=None):
    entry = {"projection": "perspective" if fov_deg else "orthographic"}
    entry["position"] = [float(v) for v in position]
    entry["camera_from_world"] = [[float(v) for v in row] for row in rows]
    optional = {"vertical_fov_deg": fov_deg, "half_height": half_height, "program": program}
    entry.update({key: value for key, value in optional.items() if value is not None})
    return entry


def write_entry(folder, name, picture, entry):
    shutil.copyfile(picture, os.path.join(folder, name + os.path.splitext(picture)[1]))
    with open(os.path.join(folder, name + ".camera.json"), "w") as f:
        json.dump(entry, f, indent=1)


def made(*parts):
    folder = os.path.join(*parts)
    os.makedirs(folder, exist_ok=True)
    return folder


# --- the three sets ----------------------------------------------------------------------------------------------


def photos(devset, out):
    source, folder = os.path.join(devset, "photo"), made(out, "photo")
    for name in stems(source, ".jpg"):
        with open(os.path.join(source, name + "_camera.json")) as f:
            known = json.load(f)
        k = np.array(known["K"])
        assert k[0, 0] == k[1, 1] and k[0, 2] * 2 == known["width"] and k[1, 2] * 2 == known["height"], name
        camera_from_object = np.array(known["world_to_cam_opencv"]) @ np.array(known["object_to_world"])
        rows, shift = camera_from_object[:3, :3], camera_from_object[:3, 3]
        fov_deg = 2 * np.degrees(np.arctan(known["height"] / 2 / k[1, 1]))
        entry = camera(-rows.T @ shift * UNIT, rows, fov_deg=float(fov_deg))
        write_entry(folder, name, os.path.join(source, name + ".jpg"), entry)
        shutil.copyfile(os.path.join(source, name + ".cad"), os.path.join(folder, name + ".cad"))


def parts(devset, out):
    source, folder = os.path.join(devset, "parts"), made(out, "parts")
    position = np.full(3, 20.0)
    entry = camera(position * UNIT, looking(position, np.zeros(3), (0, 0, 1)), fov_deg=PARTS_FOV_DEG)
    for name in stems(source, ".png"):
        with open(os.path.join(source, name + ".json")) as f:
            text = program_of(json.load(f)["ops"])
        with open(os.path.join(folder, name + ".cad"), "w") as f:
            f.write(text)
        write_entry(folder, name, os.path.join(source, name + ".png"), entry)


def designs(devset, interchange, binary, out):
    source, programs = os.path.join(devset, "designs"), made(out, "designs-cad")
    folders = {look: made(out, "designs-" + look) for look in ("iso", "viewer", "plain")}
    for name in stems(source, ".step"):
        program = os.path.join(programs, name + ".cad")
        design = os.path.join(interchange, "deepcad", name + ".json")
        # The set was made with a metre for a unit; the scale of part and camera says nothing.
        run(binary, "convert", design, "-o", program, "--unit", "cm")
        bounds = json.loads(run(binary, "check", program, "--json"))["box"]
        low, high = np.array(bounds)
        middle, longest = (low + high) / 2, float((high - low).max())
        with open(os.path.join(source, name + ".json")) as f:
            known = json.load(f)
        for look, folder in folders.items():
            vtk = known[look]
            rows = looking(vtk["position"], vtk["focal_point"], vtk["up"])
            scale = vtk.get("parallel_scale")
            entry = camera(
                middle + longest * np.array(vtk["position"]),
                rows,
                fov_deg=vtk.get("view_angle_deg"),
                half_height=scale and scale * longest,
                program=os.path.join("..", "designs-cad", name + ".cad"),
            )
            write_entry(folder, name, os.path.join(source, f"{name}_{look}.png"), entry)


def stems(folder, ending):
    return sorted(name[: -len(ending)] for name in os.listdir(folder) if name.endswith(ending))


def run(*command):
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode:
        sys.exit(f"{' '.join(command)}: {result.stderr.strip()}")
    return result.stdout


# --- programs of parts -------------------------------------------------------------------------------------------

# Normal and direction of sketch x, so that sketch y is Y, Z and Z; and the sign of a depth along the normal.
FRAMES = {"XY": ("0, 0, 1", "1, 0, 0", 1), "XZ": ("0, -1, 0", "1, 0, 0", -1), "YZ": ("1, 0, 0", "0, 1, 0", 1)}


def program_of(operations):
    """The text of a construction, 10 times as large."""
    lines, loops, sign, at = [], 0, 1, None
    for operation in operations:
        kind = operation["op"]
        number = lambda key: operation[key] * UNIT
        if kind == "add_sketch":
            normal, x_axis, sign = FRAMES[operation["plane"]]
            lines.append(f"add_sketch(plane({listed(np.array(operation['origin']) * UNIT)}, {normal}, {x_axis}))")
            loops = 0
        elif kind == "start_loop":
            at, loops = np.array([number("x"), number("y")]), loops + 1
        elif kind == "add_circle":
            lines.append(f"add_circle({listed([number('cx'), number('cy'), number('r')])})")
            loops += 1
        elif kind == "add_line":
            end = np.array([number("end_x"), number("end_y")])
            lines.append(f"add_line({listed([*at, *end])})")
            at = end
        elif kind == "add_arc":
            end, sweep_deg = np.array([number("end_x"), number("end_y")]), operation["sweep_deg"]
            left = np.array([at[1] - end[1], end[0] - at[0]])
            center = (at + end) / 2 + left / 2 / np.tan(np.radians(sweep_deg) / 2)
            lines.append(f"add_arc({listed([*at, *center, sweep_deg])})")
            at = end
        elif kind == "add_extrude":
            profiles = "0" if loops == 1 else str(list(range(loops)))
            lines.append(f"add_extrude({profiles}, {listed([sign * number('depth')])}, {operation['boolean']})")
        else:
            sys.exit(f"{kind}: not known")
    return "\n".join(lines) + "\n"


def listed(numbers):
    return ", ".join(repr(round(float(v), 9) + 0.0) for v in numbers)


# --- masks -------------------------------------------------------------------------------------------------------


def read_png(path):
    """Rows, columns, channels of an 8-bit PNG without interlacing or palette."""
    with open(path, "rb") as f:
        data = f.read()
    at, packed = 8, b""
    while at < len(data):
        (length,), kind = struct.unpack(">I", data[at : at + 4]), data[at + 4 : at + 8]
        body = data[at + 8 : at + 8 + length]
        if kind == b"IHDR":
            width, height, depth, color, _, _, interlaced = struct.unpack(">IIBBBBB", body)
            assert depth == 8 and not interlaced and color != 3, path
            channels = {0: 1, 2: 3, 4: 2, 6: 4}[color]
        elif kind == b"IDAT":
            packed += body
        at += length + 12
    raw = np.frombuffer(zlib.decompress(packed), np.uint8).reshape(height, 1 + width * channels)
    picture = np.zeros((height, width, channels), int)
    above = np.zeros((width, channels), int)
    for row in range(height):
        line = unfiltered(raw[row, 0], raw[row, 1:].astype(int).reshape(width, channels), above)
        picture[row] = above = line
    return picture


def unfiltered(method, line, above):
    if method == 0:
        return line
    if method == 1:
        return np.cumsum(line, axis=0) % 256
    if method == 2:
        return (line + above) % 256
    left = upper_left = np.zeros(line.shape[1], int)
    result = np.empty_like(line)
    for column in range(line.shape[0]):
        up = above[column]
        if method == 3:
            guess = (left + up) // 2
        else:
            distances = np.abs([up - upper_left, left - upper_left, left + up - 2 * upper_left])
            guess = np.choose(paeth(distances), [left, up, upper_left])
        left, upper_left = (line[column] + guess) % 256, up
        result[column] = left
    return result


def paeth(distances):
    """0, 1, 2: left, up, upper left; the nearest to left + up - upper left, the first of equals."""
    return np.argmin(distances, axis=0)


def foreground(path):
    picture = read_png(path)
    return (np.abs(picture - picture[0, 0]) > BACKGROUND_STEP).any(axis=2)


def overlap(mask, shown):
    """Intersection over union, without the pixels at the border of what is shown: those the part covers in part."""
    inner, outer = shown.copy(), shown.copy()
    for rows, columns in [(-1, 0), (1, 0), (0, -1), (0, 1)]:
        moved = np.roll(shown, (rows, columns), (0, 1))
        inner, outer = inner & moved, outer | moved
    certain = inner | ~outer
    return (mask & shown & certain).sum() / max(((mask | shown) & certain).sum(), 1)


def check_masks(devset, binary, out):
    """The least overlap of each folder; ends with an error where one is below `LEAST_OVERLAP`."""
    expected = {
        "photo": lambda name: read_png(os.path.join(devset, "photo", name + "_mask.png"))[:, :, 0] > 127,
        "parts": lambda name: foreground(os.path.join(out, "parts", name + ".png")),
        "designs-iso": lambda name: foreground(os.path.join(out, "designs-iso", name + ".png")),
        "designs-plain": lambda name: foreground(os.path.join(out, "designs-plain", name + ".png")),
    }
    bad = []
    for folder, truth in expected.items():
        masks = os.path.join(out, "masks", folder)
        run(binary, "evaluate", "--seeing", "--pictures", os.path.join(out, folder), "--masks", masks)
        found = {name: overlap(read_png(os.path.join(masks, name + ".png"))[:, :, 0] > 127, truth(name))
                 for name in stems(masks, ".png")}
        values = sorted(found.values())
        print(f"{folder}: {len(values)} masks, overlap {values[0]:.4f} at least, {np.median(values):.4f} in the middle")
        bad += [f"{folder}/{name} {value:.4f}" for name, value in found.items() if value < LEAST_OVERLAP]
    if bad:
        sys.exit("masks that do not agree: " + ", ".join(bad))


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    devset, interchange, binary, out = sys.argv[1:]
    photos(devset, out)
    parts(devset, out)
    designs(devset, interchange, binary, out)
    check_masks(devset, binary, out)


if __name__ == "__main__":
    main()
