"""A stand-in for LibreOffice: a program in the path that takes its words and behaves as it does, or as it may."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.word_files import docx, paragraph

SAID = "Điều 1. LibreOffice đọc được."
_PROGRAM = """#!{python}
import os, pathlib, subprocess, sys, time
words = sys.argv[1:]
home = pathlib.Path({home!r})
given = pathlib.Path(words[-1])
def note(name, content):
    try:
        (home / name).write_bytes(content)
    except OSError:  # it was started by a reader, which may write nowhere but in a folder of its own
        pass
note("asked", repr([words, given.read_bytes()[:8]]).encode())
profile = next(word for word in words if word.startswith("-env:UserInstallation=file://")).partition("file://")[2]
note("profile", (pathlib.Path(profile) / "user" / "registrymodifications.xcu").read_bytes())
if {behaviour!r} == "hangs":
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    pidfile = next(word for word in words if word.startswith("--pidfile=")).partition("=")[2]
    pathlib.Path(pidfile).write_text(str(child.pid))
    note("child", str(child.pid).encode())
    child.wait()
if {behaviour!r} == "fails":
    sys.exit(1)
made = pathlib.Path(words[words.index("--outdir") + 1])
made.mkdir()
(made / (given.stem + ".docx")).write_bytes((home / "made.docx").read_bytes())
"""


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Installs the stand-in, and no other; the folder where it writes what it was asked."""
    if sys.platform == "win32":
        pytest.skip("the stand-in is a script that its first line starts")

    def install(behaviour: str = "opens", text: str = SAID, at: Path | None = None) -> Path:
        home = at or tmp_path / "office"
        home.mkdir(exist_ok=True)
        (home / "made.docx").write_bytes(docx(paragraph(text)))
        program = home / "soffice"
        program.write_text(_PROGRAM.format(python=sys.executable, home=str(home), behaviour=behaviour), "utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("VANKIEN_OFFICE", str(program))
        return home

    return install
