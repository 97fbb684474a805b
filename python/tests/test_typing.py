"""The stubs say what is there, and every public name has a docstring."""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import cadseq


def test_stubs_are_the_package(tmp_path: Path) -> None:
    """As a user has it: the installed package, from elsewhere."""
    command = [sys.executable, "-m", "mypy.stubtest", "cadseq"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_types_hold_strictly(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mypy", "--strict", "-p", "cadseq"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("module", [cadseq, cadseq.metrics], ids=["cadseq", "metrics"])
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
