"""Data sets: their settings, records, shards and card."""

from __future__ import annotations

import pickle
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
from conftest import ROOT

import cadseq

RULES = ROOT / "crates" / "cadseq-dataset" / "src" / "rules" / "rules.toml"


def test_a_data_set_is_its_settings() -> None:
    data = cadseq.DataSet("mixed", seed=4, samples=25, samples_per_shard=10, size=32)
    assert (data.name, data.shards, len(data)) == ("mixed", 3, 25)
    assert (data.seed, data.samples, data.samples_per_shard, data.size) == (4, 25, 10, 32)
    assert data.indices(2) == range(20, 25) and data.shard_name(2) == "mixed-000002.tar"
    own = cadseq.DataSet(cadseq.Distribution.from_rules(RULES.read_text()), samples=3)
    for one in [data, own]:
        names = {"DataSet": cadseq.DataSet, "Distribution": cadseq.Distribution}
        for copy in [pickle.loads(pickle.dumps(one)), eval(repr(one), names)]:
            assert repr(copy) == repr(one) and copy.record(2).label == one.record(2).label


def test_records_are_samples_with_pictures_and_views() -> None:
    data = cadseq.DataSet("without", seed=7, samples=9, size=48)
    sample, record = cadseq.sample("without", 7, 5), data.record(5)
    assert record.program == sample.program and record.key == "0000000005"
    assert record.label["index"] == 5 and record.label["matrix"] == sample.matrix.tolist()
    assert cadseq.read_picture(record.picture).shape == record.view.size == (48, 48)
    assert record.view.position.tolist() == [20, 20, 20]
    part = cadseq.DataSet("parts", samples=3, size=48).record(1)
    assert part.label["family"] and part.view.projection == "perspective"
    assert part.view.half_height is None and part.view.position.min() > 0
    for wrong in [9, 10**6]:
        with pytest.raises(IndexError, match="numbered from 0 to 8"):
            data.record(wrong)


def test_shards_and_card(tmp_path: Path) -> None:
    data = cadseq.DataSet("with", samples=25, samples_per_shard=10, size=16)
    data.begin(tmp_path)
    for shard in (2, 0, 0):
        data.write_shard(tmp_path, shard)
    card = data.finish(tmp_path)
    assert card["complete"] is False and card["samples"] == 15
    data.write_shard(tmp_path, 1)
    assert data.finish(tmp_path)["complete"] is True
    with tarfile.open(tmp_path / data.shard_name(2)) as archive:
        assert len(archive.getnames()) == 15 and archive.getnames()[0] == "0000000020.cad"
    with pytest.raises(cadseq.CadseqError, match="another data set"):
        cadseq.DataSet("with", samples=26, samples_per_shard=10, size=16).begin(tmp_path)
    with pytest.raises(IndexError, match="there is no shard 3"):
        data.write_shard(tmp_path, 3)
    with pytest.raises(FileNotFoundError):
        data.write_shard(tmp_path / "nowhere", 0)
    with pytest.raises(cadseq.CadseqError, match="at least 1"):
        cadseq.DataSet(samples=0)


def test_without_ray_it_says_what_to_install() -> None:
    program = "\n".join(
        [
            "import sys",
            "import cadseq, cadseq.ray",
            "assert not any(name.split('.')[0] in ('ray', 'pyarrow') for name in sys.modules)",
            "sys.modules['ray'] = sys.modules['ray.data'] = None",
            "try:",
            "    cadseq.ray.synthesize(cadseq.DataSet())",
            "except ImportError as error:",
            "    print(error)",
        ]
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "cadseq.ray needs Ray Data: pip install 'cadseq[ray]'"
