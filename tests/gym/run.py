"""The public client of the Fusion 360 Gym against `cadseq gym`: its own tests, our scripts, programs a second.

    git clone https://github.com/AutodeskAILab/Fusion360GalleryDataset    # research only: keep it outside
    python3 -m venv VENV && VENV/bin/pip install requests numpy numpy-stl psutil
    VENV/bin/python tests/gym/run.py target/release/cadseq Fusion360GalleryDataset/tools

Port 8080 must be free: the client's tests ask there. Nothing of theirs is changed; the one file that is added is the
`test_config.json` that their README asks for, with a data set of their own test files.
"""

import json
import os
import pathlib
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
PARTS = HERE.parents[1] / "examples/parts"
PORT = 8080
DESIGNS = ["Couch", "Hexagon", "SingleSketchExtrude"]


def start(cadseq):
    """The server, once it answers."""
    server = subprocess.Popen([cadseq, "gym", "--port", str(PORT)], stdout=subprocess.PIPE, text=True)
    server.stdout.readline()
    return server


def data_set(tools, folder):
    """The files that the tests of randomized reconstruction want, made of the client's own test files."""
    designs = folder / "reconstruction"
    designs.mkdir(parents=True, exist_ok=True)
    for name in DESIGNS:
        (designs / f"{name}.json").write_bytes((tools / "testdata" / f"{name}.json").read_bytes())
    split = folder / "train_test.json"
    split.write_text(json.dumps({"train": DESIGNS, "test": []}))
    from fusion360gym_client import Fusion360GymClient

    client = Fusion360GymClient()
    for name, filtered in [("d7_distributions", False), ("d7_training_distributions", True)]:
        found = client.get_distributions_from_dataset(designs, filter=filtered, split_file=split)
        (folder / f"{name}.json").write_text(json.dumps(found))
    config = tools / "fusion360gym/test/test_config.json"
    config.write_text(json.dumps({"dataset_dir": str(designs)}))


def their_tests(tools):
    """Runs the client's tests."""
    command = [sys.executable, "-m", "unittest", "discover", "-s", ".", "-p", "test_*.py"]
    ran = subprocess.run(command, cwd=tools / "fusion360gym/test", capture_output=True, text=True)
    lines = ran.stderr.splitlines()
    for line in lines:
        if line.startswith(("FAIL: ", "ERROR: ")):
            print("  " + line)
    print("  " + ", ".join(line for line in lines if line.startswith(("Ran ", "FAILED", "OK"))))


def volume(path):
    """The volume within a mesh."""
    from stl import mesh

    return mesh.Mesh.from_file(str(path)).get_mass_properties()[0]


def our_scripts(cadseq, tools, folder):
    """Runs the script of each example through the client; compares volumes with `cadseq build`."""
    from fusion360gym_client import Fusion360GymClient

    client = Fusion360GymClient(f"http://127.0.0.1:{PORT}")
    environment = dict(os.environ, PYTHONPATH=str(tools / "fusion360gym/client"))
    for part in sorted(PARTS.glob("*.cad")):
        script, ours, theirs = [folder / f"{part.stem}{end}" for end in (".py", ".stl", "-gym.stl")]
        written = subprocess.run(
            [cadseq, "convert", str(part), str(script), "--to", "gallery-script"], capture_output=True, text=True
        )
        if written.returncode:
            print(f"  {part.stem}: no script: {written.stderr.strip().split(': ')[-1]}")
            continue
        subprocess.run([cadseq, "build", str(part), "-o", str(ours)], check=True, capture_output=True)
        subprocess.run([sys.executable, str(script)], check=True, env=environment)
        assert client.mesh(theirs).status_code == 200
        # Files of cadseq are in millimetres, those of the Gym in centimetres.
        expected, found = volume(ours) / 1000, volume(theirs)
        assert abs(found - expected) < 1e-6 * expected, (part.stem, expected, found)
        print(f"  {part.stem}: {found:.4f} cm3, as built")


def commands(client, square):
    """A box, a boss on it and a hole, command by command."""

    def extruded(plane, draw, distance, operation):
        sketch = client.add_sketch(plane).json()["data"]["sketch_name"]
        profiles = draw(sketch).json()["data"]["profiles"]
        answer = client.add_extrude(sketch, next(iter(profiles)), distance, operation)
        assert answer.status_code == 200, answer.text

    def lines(sketch):
        for start, end in zip(square, square[1:]):
            answer = client.add_line(sketch, dict(zip("xy", start)), dict(zip("xy", end)))
        return answer

    client.clear()
    extruded("XY", lines, 2.0, "NewBodyFeatureOperation")
    top = {"x": 5.0, "y": 5.0, "z": 2.0}
    extruded(top, lambda name: client.add_circle(name, dict(top), 2.0, transform="world"), 1.0, "JoinFeatureOperation")
    boss = {"x": 5.0, "y": 5.0, "z": 3.0}
    extruded(boss, lambda name: client.add_circle(name, dict(boss), 1.0, transform="world"), -3.0, "CutFeatureOperation")


def speed(tools):
    """Programs a second through the client."""
    from fusion360gym_client import Fusion360GymClient

    client = Fusion360GymClient(f"http://127.0.0.1:{PORT}")
    square = [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]

    def reconstruct():
        client.clear()
        assert client.reconstruct(tools / "testdata/Hexagon.json").status_code == 200

    for name, program, count in [
        ("12 commands, 3 of them extrudes with their graphs", lambda: commands(client, square), 50),
        ("a design file of 3 extrudes", reconstruct, 100),
        ("a command that does nothing", client.ping, 200),
    ]:
        times = []
        for _ in range(count):
            start = time.perf_counter()
            program()
            times.append(time.perf_counter() - start)
        times.sort()
        print(f"  {name}: {1 / times[count // 2]:.0f} a second (median of {count})")


def main():
    """Starts the server and runs all of it."""
    cadseq, tools = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    folder = pathlib.Path(sys.argv[3] if len(sys.argv) > 3 else "/tmp/cadseq-gym")
    folder.mkdir(parents=True, exist_ok=True)
    sys.path.insert(0, str(tools / "fusion360gym/client"))
    server = start(cadseq)
    try:
        data_set(tools, folder)
        print("tests of the client:")
        their_tests(tools)
        print("scripts of examples/parts:")
        our_scripts(cadseq, tools, folder)
        print("programs a second:")
        speed(tools)
    finally:
        server.terminate()


if __name__ == "__main__":
    main()
