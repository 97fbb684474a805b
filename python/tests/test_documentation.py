"""Every example of README.md and docs/python.md runs as it is written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import ROOT

BLOCK = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)
EXAMPLES = [
    pytest.param(block, id=f"{page}-{number}")
    for page in ["README.md", "docs/python.md"]
    for number, block in enumerate(BLOCK.findall((ROOT / page).read_text(encoding="utf-8")))
]


def test_there_are_examples() -> None:
    assert len(EXAMPLES) == 10


@pytest.mark.parametrize("code", EXAMPLES)
def test_example(
    code: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """In a folder of its own, which has the repository's examples."""
    (tmp_path / "examples").symlink_to(ROOT / "examples", target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "example", "exec"), {"__name__": "__main__"})
    assert capsys.readouterr().out.strip()
