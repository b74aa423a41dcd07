"""The files that pin packages: a version, where it is wanted, the hash of every build of it that is known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from ingest.errors import AppError

ROOT = Path(__file__).parent.parent
ALL = ROOT / "constraints.txt"
"""Everything that Vankien runs and is tested with; alone enough on Windows and macOS."""
CPU = ROOT / "deploy" / "torch-cpu.txt"
"""The builds of torch for Linux that need no graphics card; indexes give them a version of their own."""
CUDA = ROOT / "deploy" / "torch-cuda.txt"
"""The builds of torch for Linux that are made for graphics cards, and all that they bring along."""
_HASH = re.compile(r"\s--hash=sha256:([0-9a-f]{64})(?=\s|$)")


class PinError(AppError):
    """A file of pins cannot be read; its sentence says which line, and what to write."""

    exit_code = 3


@dataclass(frozen=True, slots=True)
class Pin:
    """One package at one version.

    Attributes:
        name: As its authors write it.
        version: Public, or with the local part that an index gave a build of its own: ``"2.13.0+cpu"``.
        marker: Where it is wanted: ``'sys_platform == "win32"'``; empty means everywhere.
        hashes: SHA-256 of every file of that version, 64 hexadecimal digits each.
    """

    name: str
    version: str
    marker: str = ""
    hashes: frozenset[str] = frozenset()

    @property
    def key(self) -> str:
        """The name as indexes compare it."""
        return canonicalize_name(self.name)

    @property
    def requirement(self) -> str:
        """The pin without its hashes, on one line."""
        return f"{self.name}=={self.version}" + (f" ; {self.marker}" if self.marker else "")

    def is_met_by(self, version: str) -> bool:
        """Whether *version* is the one; of a public one every build is."""
        found, wanted = Version(version), Version(self.version)
        return found == wanted or (wanted.local is None and found.public == wanted.public)

    def with_hashes(self, hashes: Iterable[str]) -> Pin:
        """The same pin with other hashes."""
        return replace(self, hashes=frozenset(hashes))


def parse_pin(line: str) -> Pin:
    """Read one pin, its continued lines joined.

    Raises:
        PinError: If it is not exactly one version of one package.
    """
    bare = _HASH.sub("", line).strip()
    try:
        asked = Requirement(bare)
        (only,) = asked.specifier
    except (InvalidRequirement, ValueError):
        raise PinError(f"Không hiểu dòng “{bare}”. Hãy viết tên==phiên bản, rồi gõ: make hashes") from None
    if only.operator != "==" or "*" in only.version or asked.extras or asked.url:
        raise PinError(f"Dòng “{bare}” không chỉ đúng một phiên bản. Hãy viết tên==phiên bản, rồi gõ: make hashes")
    return Pin(asked.name, only.version, str(asked.marker or ""), frozenset(_HASH.findall(line)))


def parse_pins(text: str) -> dict[str, Pin]:
    """Every pin of a file of pins, by its key.

    Raises:
        PinError: If a line is no pin, or a package is pinned twice.
    """
    joined = re.sub(r"\\\n", " ", text)
    pins: dict[str, Pin] = {}
    for line in joined.splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            pin = parse_pin(line)
            if pin.key in pins:
                raise PinError(f"Gói {pin.name} được ghim hai lần. Hãy bỏ một dòng, rồi gõ: make hashes")
            pins[pin.key] = pin
    return pins


def read_pins(*files: Path) -> dict[str, Pin]:
    """The pins of *files* together; of a package that several pin, the first is taken."""
    pins: dict[str, Pin] = {}
    for file in files:
        pins = parse_pins(file.read_text("utf-8")) | pins
    return pins


def write_pins(file: Path, pins: Iterable[Pin]) -> None:
    """Put *pins* in place of those that *file* holds; its opening comment stays."""
    opening = []
    for line in file.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            break
        opening.append(line)
    lines = [
        " \\\n    ".join([pin.requirement, *(f"--hash=sha256:{one}" for one in sorted(pin.hashes))]) for pin in pins
    ]
    file.write_text("\n".join([*opening, *lines]) + "\n", "utf-8")
