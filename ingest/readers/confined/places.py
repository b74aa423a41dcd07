"""The folders that reading needs: Python with its packages, Tesseract, LibreOffice, fonts. Never the library."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import ingest
from ingest.readers.word.office import find_office

_ROOT = Path(ingest.__file__).parent.parent
_OURS = ("ingest", "data")
_OF_THE_SYSTEM = (
    *("/usr", "/bin", "/lib", "/lib32", "/lib64", "/opt", "/nix/store", "/snap", "/proc", "/sys/devices/system/cpu"),
    *("/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/ld.so.preload", "/etc/alternatives"),
    *("/etc/fonts", "/etc/libreoffice", "/etc/localtime", "/etc/timezone", "/etc/locale.alias", "/etc/mime.types"),
    *("/etc/passwd", "/etc/group", "/etc/nsswitch.conf", "/etc/papersize", "/etc/paperspecs"),
    *("/var/cache/fontconfig", "/var/lib/libreoffice", "/var/lib/dpkg/alternatives"),
    *("/dev/zero", "/dev/urandom", "/dev/random"),
)
_OF_A_PERSON = (".fonts", ".local/share/fonts", ".cache/fontconfig")


def find_places(home: Path) -> Iterator[Path]:
    """Files and folders that a reader may read and run, those below *home*, the library's, left out."""
    for place in {place.resolve() for place in _wanted() if place.exists()}:
        yield from _leave_out(home.resolve(), place)


def _wanted() -> Iterator[Path]:
    yield from (Path(place) for place in _OF_THE_SYSTEM)
    yield from (Path.home() / place for place in _OF_A_PERSON)
    yield from (_ROOT / name for name in _OURS)
    yield from (Path(place) for place in (sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix))
    yield from (Path(place) for place in sys.path if place and Path(place) != _ROOT)
    for program in (sys.executable, shutil.which("tesseract"), find_office()):
        if program:
            yield from (Path(program).parent, Path(program).resolve().parent)
    if languages := os.environ.get("TESSDATA_PREFIX"):
        yield Path(languages)


def _leave_out(home: Path, place: Path) -> Iterator[Path]:
    """*place*; where *home* lies in it, all that is beside the way to *home*."""
    if place == home or home in place.parents:
        return
    if place not in home.parents:
        yield place
        return
    for inner in place.iterdir():
        if not inner.is_symlink():
            yield from _leave_out(home, inner)
