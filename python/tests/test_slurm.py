"""The job files of examples/cluster on a real Slurm, its daemons on loopback.

Skipped where the daemons are not installed (Debian: slurmctld, slurmd, slurm-client), where this is not their
user, root, or where CADSEQ does not name the command.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from pathlib import Path
from typing import Iterator

import pytest
from conftest import EXAMPLES, ROOT

DAEMONS = ["slurmctld", "slurmd", "sbatch", "munged"]
SEARCHED = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin"])

pytestmark = [
    pytest.mark.skipif("CADSEQ" not in os.environ, reason="CADSEQ does not name the command"),
    pytest.mark.skipif(
        os.name == "nt"
        or os.getuid() != 0
        or not all(shutil.which(name, path=SEARCHED) for name in DAEMONS),
        reason="there is no Slurm, or no right to start it",
    ),
]

CONFIGURATION = """
ClusterName=loopback
SlurmctldHost={host}(127.0.0.1)
SlurmUser=root
SlurmctldPort={controller}
SlurmdPort={node}
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket
CryptoType=crypto/munge
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
ReturnToService=2
NodeName={host} NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes={host} Default=YES State=UP
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Slurm:
    """A controller and a node of two cores."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "state").mkdir()
        (folder / "spool").mkdir()
        (folder / "munge.key").write_bytes(os.urandom(128))
        (folder / "munge.key").chmod(0o400)
        values = {
            "host": socket.gethostname().split(".")[0],
            "folder": folder,
            "controller": free_port(),
            "node": free_port(),
        }
        configuration = folder / "slurm.conf"
        configuration.write_text(CONFIGURATION.format(**values))
        path = f"{Path(os.environ['CADSEQ']).resolve().parent}{os.pathsep}{SEARCHED}"
        self.environment = {**os.environ, "SLURM_CONF": str(configuration), "PATH": path}
        self.daemons = [
            self.start("munged", "--foreground", "--force", f"--socket={folder}/munge.socket",
                       f"--key-file={folder}/munge.key", f"--pid-file={folder}/munged.pid",
                       f"--log-file={folder}/munged.log", f"--seed-file={folder}/munged.seed")
        ]  # fmt: skip
        time.sleep(1)
        self.daemons += [self.start("slurmctld", "-D", "-i"), self.start("slurmd", "-D")]

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        program = shutil.which(command[0], path=SEARCHED)
        log = open(self.folder / f"{command[0]}.out", "wb")
        with log:
            return subprocess.Popen(
                [str(program), *command[1:]], env=self.environment, stdout=log, stderr=log
            )

    def array(self, workdir: Path, script: Path, tasks: str, *arguments: object) -> None:
        """Runs a job file as an array of these tasks, a core each, and waits for its end."""
        options = [
            f"--array={tasks}",
            "--cpus-per-task=1",
            "--mem=0",
            "--wait",
            "--output=task-%a.log",
        ]
        command = ["sbatch", *options, str(script), *map(str, arguments)]
        done = subprocess.run(
            command, cwd=workdir, env=self.environment, capture_output=True, text=True, timeout=300
        )
        logs = "".join(path.read_text() for path in sorted(workdir.glob("task-*.log")))
        assert done.returncode == 0, done.stdout + done.stderr + logs

    def close(self) -> None:
        for daemon in reversed(self.daemons):
            daemon.terminate()
            daemon.wait(timeout=30)


@pytest.fixture(scope="module")
def slurm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Slurm]:
    cluster = Slurm(tmp_path_factory.mktemp("slurm"))
    yield cluster
    cluster.close()


def job(folder: Path, name: str, **replaced: str) -> Path:
    """A job file of the examples, made smaller."""
    text = (ROOT / "examples" / "cluster" / name).read_text()
    for old, new in replaced.items():
        assert old in text
        text = text.replace(old, new)
    (folder / name).write_text(text)
    return folder / name


def test_an_array_makes_the_data_set_of_one_run(slurm: Slurm, tmp_path: Path) -> None:
    small = "--count 55 --samples-per-shard 11 --size 64"
    script = job(tmp_path, "slurm_synth.sh", **{"--count 1000000": small})
    slurm.array(tmp_path, script, "0-2")
    whole = [os.environ["CADSEQ"], "synth", "-o", "whole", "--rules", "with", *small.split()]
    subprocess.run(whole, cwd=tmp_path, check=True, capture_output=True)
    files = {path.name: path.read_bytes() for path in (tmp_path / "data" / "with").iterdir()}
    assert files == {path.name: path.read_bytes() for path in (tmp_path / "whole").iterdir()}
    assert len(files) == 7


def test_an_array_reconstructs_every_picture_once(slurm: Slurm, tmp_path: Path) -> None:
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    for name in ["cylinder", "fillet", "half-disc"]:
        shutil.copy(EXAMPLES / f"{name}.png", pictures)
    (pictures / "broken.png").write_bytes(b"no picture")
    slurm.array(tmp_path, job(tmp_path, "slurm_reconstruct.sh"), "1-2", pictures, "parts")
    lines = [
        json.loads(line)
        for path in sorted((tmp_path / "parts").glob("task-*.jsonl"))
        for line in path.read_text().splitlines()
    ]
    names = [Path(line["picture"]).stem for line in lines]
    assert names == ["broken", "cylinder", "fillet", "half-disc"]
    assert [("program" in line) for line in lines] == [False, True, True, True]
    assert (tmp_path / "parts" / "fillet.step").read_bytes().startswith(b"ISO-10303-21;")


def test_an_array_evaluates_every_program_once(slurm: Slurm, tmp_path: Path) -> None:
    script = job(
        tmp_path, "slurm_evaluate.sh", **{"--count 20000": "--count 7 --size 128 --no-fit"}
    )
    slurm.array(tmp_path, script, "1-3")
    reports = [json.loads(path.read_text()) for path in sorted((tmp_path / "reports").iterdir())]
    totals = [report["results"][0]["accuracies"]["acp"]["raw"]["total"] for report in reports]
    assert totals == [2, 2, 3] and "share 3/3 of them" in reports[2]["source"]
