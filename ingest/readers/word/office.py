"""LibreOffice, where it is installed: turns what our own readers cannot open into DOCX.

It runs inside the reader's process group and memory limit, without a screen, with a profile of its own that allows no
macro, no link and no network, all in a folder that is removed with it.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

HOW_TO_GET = (
    "Cài: trên Debian, Ubuntu: sudo apt-get install libreoffice-writer-nogui; "
    "trên Windows: bộ cài LibreOffice ở www.libreoffice.org."
)
VARIABLE = "VANKIEN_OFFICE"
LONGEST_CONVERSION = 120
"""Seconds that LibreOffice may take for one file."""

_PROGRAMS = ("soffice", "libreoffice")
_PLACES = (  # where installers put it and tell nobody
    "{ProgramFiles}/LibreOffice/program/soffice.com",
    "{ProgramFiles(x86)}/LibreOffice/program/soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_TARGET = "docx:MS Word 2007 XML"
_SETTINGS = {
    "Common/Security/Scripting": {
        "DisableMacrosExecution": "true",
        "MacroSecurityLevel": "3",
        "BlockUntrustedRefererLinks": "true",
    },
    "Writer/Content/Update": {"Link": "0"},
}
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">{}</oor:items>'
)
_ITEM = '<item oor:path="/org.openoffice.Office.{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'


def find_office() -> str | None:
    """The program: ``VANKIEN_OFFICE``, where that is set, else as it is installed; ``None`` where there is none.

    An empty ``VANKIEN_OFFICE`` does without it.
    """
    if (chosen := os.environ.get(VARIABLE)) is not None:
        return shutil.which(chosen)
    known = (shutil.which(name) for name in _PROGRAMS)
    return next((found for found in (*known, *_installed()) if found), None)


def convert_to_docx(content: bytes, ending: str) -> bytes | None:
    """The DOCX that LibreOffice makes of *content*; ``None`` where it is not installed, fails or takes too long.

    Args:
        ending: Of a file of that kind, without the dot, which tells it which filters to try.
    """
    office = find_office()
    if office is None:
        return None
    with tempfile.TemporaryDirectory(prefix="vankien-office-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        source, profile = folder / f"source.{ending}", folder / "profile"
        source.write_bytes(content)
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_write_settings(), encoding="utf-8")
        words = ("--headless", "--norestore", "--nologo", f"--pidfile={folder / 'pid'}")
        target = ("--convert-to", _TARGET, "--outdir", str(folder / "made"), str(source))
        _run([office, f"-env:UserInstallation={profile.as_uri()}", *words, *target], folder)
        try:
            return (folder / "made" / "source.docx").read_bytes()
        except OSError:
            return None


def _run(command: list[str], folder: Path) -> None:
    """Run *command* and wait for its end; what it prints is nobody's."""
    silent = subprocess.DEVNULL
    with (
        suppress(OSError),
        subprocess.Popen(  # noqa: S603 - the program that was found
            command, stdin=silent, stdout=silent, stderr=silent, cwd=folder
        ) as office,
    ):
        try:
            office.wait(LONGEST_CONVERSION)
        except subprocess.TimeoutExpired:
            office.kill()
            with suppress(OSError, ValueError):  # the program that was started is only the doorman of the real one
                os.kill(int((folder / "pid").read_text(encoding="ascii")), getattr(signal, "SIGKILL", signal.SIGTERM))


def _installed() -> Iterator[str]:
    for place in _PLACES:
        with suppress(KeyError):
            if Path(found := place.format_map(os.environ)).is_file():
                yield found


def _write_settings() -> str:
    items = (_ITEM.format(path, name, value) for path, held in _SETTINGS.items() for name, value in held.items())
    return _PROFILE.format("".join(items))
