"""The command of the index, called in this process."""

from __future__ import annotations

import json
from typing import Any

import pytest

from index.__main__ import main
from ingest.console import run


class Door:
    """The command, called in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *words: str) -> tuple[int, str, str]:
        """Exit code, standard output, standard error."""
        code = run(main, words)
        told = self._capsys.readouterr()
        return code, told.out, told.err

    def rows(self, *words: str) -> list[dict[str, Any]]:
        """The JSON lines of a command that ends well."""
        code, out, _ = self(*words)
        assert code == 0
        return [json.loads(line) for line in out.splitlines()]
