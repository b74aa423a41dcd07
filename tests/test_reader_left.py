"""A reader whose parent was killed takes its folder along, also where it sees that only when it wants to answer."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from ingest.fresh import start_module


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells of such an end otherwise")
def test_a_reader_that_nobody_listens_to_any_more_takes_its_folder_along(tmp_path: Path) -> None:
    shared = tmp_path / "tam"
    shared.mkdir()
    shared.chmod(0o1777)  # as the system's own is: a reader that root started is nobody's, and removes what is its own
    scratch = shared / "vankien-doc"
    scratch.mkdir()
    words = [str(scratch), str(tmp_path / "var")]
    reader = start_module("ingest.readers.reader_process", words, errors=subprocess.DEVNULL)
    assert reader.stdin is not None
    assert reader.stdout is not None
    reader.stdout.close()  # its input stays open: that it has ended is not what tells it
    content = "THÔNG BÁO\nvề kiểm tra\n\n1. Kiểm tra.\n".encode()
    asked = {"wanted": "pages", "file": "a.txt", "length": len(content)}
    reader.stdin.write(json.dumps(asked).encode() + b"\n" + content)
    reader.stdin.flush()
    reader.wait(60)
    reader.stdin.close()
    assert not scratch.exists()
