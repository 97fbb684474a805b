"""The stubs say what is there, and every public name has a docstring."""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

import cadseq
import cadseq.ray

CONFIGURATION = str(ROOT / "python" / "pyproject.toml")


def test_stubs_are_the_package(tmp_path: Path) -> None:
    """As a user has it: the installed package, from elsewhere."""
    # What only type checkers import is not there at run time, which is no fault of a stub.
    (tmp_path / "allowed").write_text(r"cadseq\.ray\..*")
    options = ["--mypy-config-file", CONFIGURATION, "--allowlist", "allowed"]
    options += ["--ignore-unused-allowlist"]
    command = [sys.executable, "-m", "mypy.stubtest", *options, "cadseq"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_types_hold_strictly(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mypy", "--config-file", CONFIGURATION, "-p", "cadseq"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "module", [cadseq, cadseq.metrics, cadseq.ray], ids=["cadseq", "metrics", "ray"]
)
def test_public_names_are_documented(module: object) -> None:
    for name in module.__all__:
        value = getattr(module, name)
        assert inspect.getdoc(value), name
        if inspect.isclass(value):
            for member, attribute in vars(value).items():
                is_public = not member.startswith("_") and (
                    callable(attribute) or inspect.isdatadescriptor(attribute)
                )
                assert not is_public or inspect.getdoc(attribute), f"{name}.{member}"
