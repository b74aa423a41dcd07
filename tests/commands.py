"""Commands of ``python -m ingest``, run in this process on a library of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.__main__ import main
from ingest.console import run

Printed = tuple[int, str, str]


@pytest.fixture
def command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Printed]:
    """Runs one command on a library of its own: exit code, what it printed, what it complained."""
    monkeypatch.setenv("VANKIEN_HOME", str(tmp_path / "var"))

    def invoke(*words: str | Path) -> Printed:
        code = run(main, [str(word) for word in words])
        out, err = capsys.readouterr()
        return code, out, err

    return invoke


def write(file: Path, content: str | bytes = "Một ghi chép.") -> Path:
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file
