"""The work over a Ray cluster, on a real one of three nodes. Skipped where the extra `ray` is not installed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tarfile
import threading
import time
from pathlib import Path
from typing import Any, Callable, Iterator

import pytest
from conftest import EXAMPLES

import cadseq
from cadseq import metrics

ray = pytest.importorskip("ray", reason="the extra is not installed: pip install 'cadseq[ray]'")
pytest.importorskip("ray.data", reason="the extra is not installed: pip install 'cadseq[ray]'")

import cadseq.ray  # noqa: E402 (needs Ray)

# The workers have no tests to import.
ray.cloudpickle.register_pickle_by_value(sys.modules[__name__])

# What Ray itself warns about is not ours.
pytestmark = pytest.mark.filterwarnings("default")

NODE = {"num_cpus": 1, "object_store_memory": 100 << 20}


class Nodes:
    """A cluster of a head and two more nodes, each with raylet, store and workers of its own."""

    def __init__(self) -> None:
        from ray.cluster_utils import Cluster

        self.cluster = Cluster(
            initialize_head=True, head_node_args={**NODE, "include_dashboard": False}
        )
        self.others = [self.cluster.add_node(**NODE) for _ in range(2)]
        ray.init(address=self.cluster.address, logging_level="ERROR", log_to_driver=False)
        self.cluster.wait_for_nodes()

    def kill_one(self, is_time: Callable[[str], bool]) -> None:
        """Kills a node as soon as it `is_time` for it, by its id."""
        victim = self.others[-1]
        deadline = time.monotonic() + 120
        while not is_time(victim.node_id):
            if time.monotonic() > deadline:
                return
            time.sleep(0.01)
        self.cluster.remove_node(self.others.pop(), allow_graceful=False)

    def alive(self) -> int:
        return sum(node["Alive"] for node in ray.nodes())

    def close(self) -> None:
        ray.shutdown()
        self.cluster.shutdown()


class Watched:
    """A data set that notes which node begins which shard; a node that is to be killed does not get on with its own."""

    def __init__(self, data: cadseq.DataSet, notes: Path) -> None:
        self.data, self.notes = data, notes
        self.name, self.shards = data.name, data.shards
        self.begin, self.finish = data.begin, data.finish
        self.record, self.shard_name = data.record, data.shard_name

    def __repr__(self) -> str:
        return repr(self.data)

    def write_shard(self, folder: Path, shard: int) -> None:
        self.note(shard)
        self.data.write_shard(folder, shard)

    def indices(self, shard: int) -> range:
        self.note(shard)
        return self.data.indices(shard)

    def note(self, shard: int) -> None:
        node = ray.get_runtime_context().get_node_id()
        is_held = (self.notes / f"hold-{node}").exists()
        (self.notes / f"{shard:06}-{node}-{time.monotonic_ns()}-{is_held}").touch()
        # In the first case until the node is killed, else so long that others get a turn.
        time.sleep(120 if is_held else 0.2)

    def hold(self, node: str) -> bool:
        """Holds the next shard that the node begins; whether it did."""
        (self.notes / f"hold-{node}").touch()
        return any(path.name.endswith("-True") for path in self.notes.iterdir())

    def begun(self) -> list[int]:
        """The shards that were begun, as often as they were."""
        return sorted(int(path.name[:6]) for path in self.notes.glob("0*"))


@pytest.fixture(scope="module")
def shared() -> Iterator[Nodes]:
    """The cluster of the tests in which no node is killed."""
    nodes = Nodes()
    yield nodes
    nodes.close()


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def on_one_machine(data: cadseq.DataSet, folder: Path) -> dict[str, bytes]:
    """The files of a data set by the command, or where it is not there by one thread of this process."""
    if "CADSEQ" in os.environ:
        numbers = {
            "--count": data.samples,
            "--seed": data.seed,
            "--size": data.size,
            "--samples-per-shard": data.samples_per_shard,
        }
        options = [str(word) for pair in numbers.items() for word in pair]
        rules = data.name.removesuffix("-rules")
        command = [os.environ["CADSEQ"], "synth", "-o", str(folder), "--rules", rules, *options]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    else:
        data.begin(folder)
        for shard in range(data.shards):
            data.write_shard(folder, shard)
        data.finish(folder)
    return bytes_of(folder)


def keys_of(folder: Path) -> list[str]:
    """The keys of all tar files, once for each program."""
    found = []
    for path in sorted(folder.glob("*.tar")):
        with tarfile.open(path) as archive:
            names = archive.getnames()
        found += [name.split(".")[0] for name in names if name.endswith(".cad")]
    return found


@pytest.mark.parametrize(
    ("form", "extension", "key"),
    [("webdataset", "tar", "__key__"), ("parquet", "parquet", "key")],
)
def test_a_node_killed_in_the_middle_loses_and_doubles_nothing(
    tmp_path: Path, form: Any, extension: str, key: str
) -> None:
    data = cadseq.DataSet("with", seed=5, samples=3300, samples_per_shard=165, size=256)
    folder, notes = tmp_path / form, tmp_path / "notes"
    notes.mkdir()
    watched = Watched(data, notes)

    def there() -> list[int]:
        return sorted(int(path.stem[-6:]) for path in folder.glob(f"*.{extension}"))

    def is_in_the_middle(node: str) -> bool:
        return len(there()) >= 4 and watched.hold(node)

    nodes = Nodes()
    try:
        killer = threading.Thread(target=nodes.kill_one, args=[is_in_the_middle])
        killer.start()
        made = cadseq.ray.synthesize(watched, folder, form=form)  # type: ignore[arg-type]
        killer.join()
        assert nodes.alive() == 2
        found = sorted(row[key] for row in made.select_columns([key]).take_all())
    finally:
        nodes.close()
    # Some shard was begun a second time, and all are there once.
    assert len(watched.begun()) > data.shards
    assert there() == list(range(20)) and not [*folder.glob("*.partial")]
    assert found == [f"{index:010}" for index in range(3300)]
    if form == "webdataset":
        assert bytes_of(folder) == on_one_machine(data, tmp_path / "one")
        assert keys_of(folder) == found


@pytest.mark.parametrize("rules", ["without", "parts"])
def test_the_bytes_are_those_of_one_machine(shared: Nodes, tmp_path: Path, rules: Any) -> None:
    data = cadseq.DataSet(rules, seed=9, samples=50, samples_per_shard=11, size=64)
    cadseq.ray.synthesize(data, tmp_path / "ray")
    found = bytes_of(tmp_path / "ray")
    assert found == on_one_machine(data, tmp_path / "one") and len(found) >= 7


def test_a_stopped_run_goes_on_and_another_one_is_refused(shared: Nodes, tmp_path: Path) -> None:
    data = cadseq.DataSet("with", samples=40, samples_per_shard=10, size=32)
    for form, lost in [
        ("webdataset", "with-rules-000002.tar"),
        ("parquet", "with-rules-000002.parquet"),
    ]:
        folder = tmp_path / form
        cadseq.ray.synthesize(data, folder, form=form)
        whole, times = (
            bytes_of(folder),
            {path: path.stat().st_mtime_ns for path in folder.iterdir()},
        )
        (folder / lost).unlink()
        cadseq.ray.synthesize(data, folder, form=form)
        assert bytes_of(folder) == whole
        kept = folder / lost.replace("2.", "1.")
        assert kept.stat().st_mtime_ns == times[kept]
        other = cadseq.DataSet("with", samples=40, samples_per_shard=10, size=33)
        with pytest.raises(ValueError, match="describes another"):
            cadseq.ray.synthesize(other, folder, form=form)


def test_samples_as_a_dataset(shared: Nodes) -> None:
    data = cadseq.DataSet("with", seed=3, samples=22, samples_per_shard=11, size=48)
    rows = sorted(cadseq.ray.synthesize(data).take_all(), key=lambda row: row["key"])
    assert [row["key"] for row in rows] == [f"{index:010}" for index in range(22)]
    for index, row in enumerate(rows):
        sample = cadseq.sample("with", 3, index)
        assert cadseq.Program.parse(row["program"]) == sample.program
        assert [list(line) for line in row["matrix"]] == sample.matrix.tolist()
        assert row["volume"] == pytest.approx(sample.program.build().volume)
        assert row["camera"]["vertical_fov_deg"] == pytest.approx(60)
        assert cadseq.read_picture(row["picture"]).shape == (48, 48)
        assert (row["template"], row["sequence"], row["family"]) == (
            sample.template,
            sample.sequence,
            None,
        )


def folder_of_pictures(folder: Path) -> Path:
    """Two examples with their programs, and a picture that is none."""
    folder.mkdir()
    for name in ["fillet", "half-disc"]:
        for extension in ["png", "cad"]:
            shutil.copy(EXAMPLES / f"{name}.{extension}", folder)
    (folder / "broken.png").write_bytes(b"no picture")
    (folder / "broken.cad").write_bytes((EXAMPLES / "cylinder.cad").read_bytes())
    return folder


def test_pictures_become_programs(shared: Nodes, tmp_path: Path) -> None:
    folder = folder_of_pictures(tmp_path / "pictures")
    made = cadseq.ray.reconstruct(folder, tmp_path / "found", batch=2, fit=False)
    assert sorted(os.listdir(tmp_path / "found")) == [
        "reconstructed-000000.parquet",
        "reconstructed-000001.parquet",
        "run.json",
    ]
    broken, fillet, disc = sorted(made.take_all(), key=lambda row: row["key"])
    assert broken["program"] is None and "PNG" in broken["error"]
    assert Path(broken["source"]).name == "broken.png"
    alone = cadseq.Reconstructor().reconstruct(EXAMPLES / "fillet.png", fit=False)
    best = alone.candidates[0]
    assert fillet["program"] == str(best.program) and fillet["error"] is None
    assert fillet["confidence"] == alone.confidence and fillet["score"] == best.score
    assert [list(row) for row in fillet["matrix"]] == best.quantized.matrix().tolist()
    assert fillet["camera"]["projection"] == alone.view.projection == "perspective"
    assert fillet["volume"] == pytest.approx(best.program.build().volume) and fillet["millis"] > 0
    assert disc["key"] == "0000000002"


def test_pictures_of_any_store(shared: Nodes, tmp_path: Path) -> None:
    """A Ray dataset comes in, and Ray Data writes what comes out."""
    pictures = ray.data.read_binary_files([str(EXAMPLES / "fillet.png")], include_paths=True)
    answers = cadseq.ray.reconstruct(pictures, fit=False)
    answers.write_parquet(str(tmp_path / "answers"))
    (row,) = ray.data.read_parquet(str(tmp_path / "answers")).take_all()
    assert (
        row["source"].endswith("fillet.png")
        and cadseq.Program.parse(row["program"]).build().volume > 0
    )
    with pytest.raises(ValueError, match="write_parquet"):
        cadseq.ray.reconstruct(pictures, tmp_path / "no")


def test_figures_are_those_of_one_machine(shared: Nodes, tmp_path: Path) -> None:
    data = cadseq.DataSet("with", seed=2026, samples=6, size=256)
    judged = cadseq.ray.evaluate(data, tmp_path / "judged", batch=2, fit=False)
    reconstructor = cadseq.Reconstructor()
    truths = [data.record(index).program for index in range(6)]
    predictions = [
        reconstructor.reconstruct(data.record(index).picture, candidates=2, fit=False)
        .candidates[0]
        .program
        for index in range(6)
    ]
    found = cadseq.ray.figures(judged)
    solids = metrics.solids(truths, predictions)
    for name in ["parsing_rate", "iou_over_all", "iou_over_parsed"]:
        ours, theirs = getattr(found, name), getattr(solids, name)
        assert (ours.valid, ours.total) == (theirs.valid, theirs.total) == (6, 6)
        assert (ours.value, ours.spread) == pytest.approx((theirs.value, theirs.spread))
    by_symbol = metrics.accuracy(truths, predictions)
    # Rows come in any order, in which sums round differently.
    for symbol, accuracy in found.accuracy.items():
        assert accuracy.raw.value == pytest.approx(by_symbol[symbol].raw.value)
        assert accuracy.raw.spread == pytest.approx(by_symbol[symbol].raw.spread)


def test_a_folder_is_evaluated_and_what_is_broken_counts(shared: Nodes, tmp_path: Path) -> None:
    folder = folder_of_pictures(tmp_path / "pictures")
    found = cadseq.ray.figures(cadseq.ray.evaluate(folder, fit=False))
    assert (found.parsing_rate.valid, found.parsing_rate.total) == (2, 3)
    assert found.iou_over_all.value == pytest.approx(found.iou_over_parsed.value * 2 / 3)
    with pytest.raises(ValueError, match="random parts"):
        cadseq.ray.evaluate(cadseq.DataSet("parts"))


def test_designs_are_converted_into_archives(shared: Nodes, tmp_path: Path) -> None:
    designs = [EXAMPLES / "fillet.cad", tmp_path / "missing.cad", EXAMPLES / "rotor.cad"]
    cadseq.ray.convert(designs, "step", tmp_path / "step", batch=2)
    members: dict[str, bytes] = {}
    for path in sorted((tmp_path / "step").glob("converted-*.tar")):
        with tarfile.open(path) as archive:
            members |= {one.name: archive.extractfile(one).read() for one in archive}  # type: ignore[union-attr]
    assert sorted(members) == [
        *[f"0000000000.{extension}" for extension in ["cad", "json", "step"]],
        "0000000001.json",
        *[f"0000000002.{extension}" for extension in ["cad", "json", "step"]],
    ]
    part = cadseq.Program.read(EXAMPLES / "rotor.cad").build()
    assert members["0000000002.step"] == part.to_bytes("step")
    assert json.loads(members["0000000002.json"])["volume"] == part.volume
    assert "missing.cad" in json.loads(members["0000000001.json"])["error"]
    with pytest.raises(ValueError, match="'abc' is none of"):
        cadseq.ray.convert(designs, "abc")
