"""The lines of the log of acts: how one is written and read, and where the log ends.

A line is JSON and holds the SHA-256 of the line before it, in whatever file that stands, and its own number. There is
a file for each month; beside them ``last`` has number and hash of the last line, so that a line missing at the end is
missed. What a crash left of a line stays where it is: the line after it holds its hash, too.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

Act = Literal[
    "add",
    "correct",
    "remove",
    "restore",
    "purge",
    "export",
    "backup",
    "import",
    "fetch",
    "collection",
    "restrict",
    "log-in",
    "log-in-refused",
    "log-out",
    "account",
    "ask",
]
Door = Literal["page", "command"]
Stage = Literal["begun", "done", "failed"]
AUDIT_FOLDER = "audit"
LAST, LOCK = "last", "lock"
NOTHING_BEFORE = "0" * 64
_FILE = re.compile(r"audit-\d{4,}-\d{2}\.jsonl")
_BLOCK = 65536


@dataclass(frozen=True, slots=True)
class Entry:
    """One line.

    Attributes:
        number: From 1 on through all months.
        at: UTC.
        who: The account's name, or that of the user of the machine.
        on: Ids of documents, names of collections, of accounts, of files.
        said: What else there is to say, in words of the program: which field, which role.
        before: SHA-256 of the line before.
    """

    number: int
    at: datetime.datetime
    who: str
    door: Door
    act: Act
    stage: Stage
    on: tuple[str, ...]
    said: str
    before: str


@dataclass(frozen=True, slots=True)
class End:
    """Where the log ends.

    Attributes:
        file: The newest; ``None`` where there is none.
        number: Of the last whole line; 0 where there is none.
        hash: Of the last line, whole or not.
        broken: Whether the last line was broken off.
    """

    file: Path | None
    number: int
    hash: str
    broken: bool


def write_line(entry: Entry) -> bytes:
    """*entry* as it stands in the log, without the end of the line."""
    told = {
        "n": entry.number,
        "at": entry.at.isoformat(timespec="seconds"),
        "who": entry.who,
        "door": entry.door,
        "act": entry.act,
        "stage": entry.stage,
        "on": list(entry.on),
        "said": entry.said,
        "before": entry.before,
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")


def parse_line(line: bytes) -> Entry:
    """The entry that *line* is.

    Raises:
        ValueError: If it is none.
    """
    try:
        told = json.loads(line)
        for key, known in (("door", Door), ("act", Act), ("stage", Stage)):
            if told[key] not in get_args(known):
                raise ValueError(f"{key}: {told[key]!r}")
        return Entry(
            int(told["n"]),
            datetime.datetime.fromisoformat(told["at"]),
            str(told["who"]),
            told["door"],
            told["act"],
            told["stage"],
            tuple(map(str, told["on"])),
            str(told["said"]),
            str(told["before"]),
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"no entry: {error}") from error


def find_entry(line: bytes) -> Entry | None:
    """As :func:`parse_line`; ``None`` of what is no entry."""
    try:
        return parse_line(line)
    except ValueError:
        return None


def hash_line(line: bytes) -> str:
    """As the line after it holds it."""
    return hashlib.sha256(line).hexdigest()


def name_file(day: datetime.date) -> str:
    """The file of the month of *day*."""
    return f"audit-{day:%Y-%m}.jsonl"


def list_files(folder: Path) -> list[Path]:
    """The files of the log, the oldest first; none where there is no folder."""
    return sorted(one for one in folder.glob("audit-*.jsonl") if _FILE.fullmatch(one.name))


def find_end(folder: Path) -> End:
    """Where the log in *folder* ends."""
    files = list_files(folder)
    newest, end_hash, broken = files[-1] if files else None, NOTHING_BEFORE, False
    for file in reversed(files):
        for whole, line in _walk_back(file):
            if end_hash == NOTHING_BEFORE:
                end_hash, broken = hash_line(line), not whole and file == newest
            if entry := find_entry(line) if whole else None:
                return End(newest, entry.number, end_hash, broken)
    return End(newest, 0, end_hash, broken)


def write_last(number: int, line_hash: str) -> bytes:
    """What stands in ``last``; always as long."""
    return f"{number:020} {line_hash}\n".encode()


def read_last(folder: Path) -> tuple[int, str] | None:
    """Number and hash of the last line, by the file beside the log; ``None`` where it does not say."""
    try:
        number, line_hash = (folder / LAST).read_text("ascii").split()
        return int(number), line_hash
    except (OSError, ValueError):
        return None


def _walk_back(file: Path) -> Iterator[tuple[bool, bytes]]:
    """The lines of *file* from its end, each with whether it was ended; empty ones are none."""
    with file.open("rb") as stream:
        start, rest, ended = stream.seek(0, 2), b"", False
        while start:
            block = min(_BLOCK, start)
            start -= block
            stream.seek(start)
            first, *lines = (stream.read(block) + rest).split(b"\n")
            for line in reversed(lines):
                if line:
                    yield ended, line
                ended = True
            rest = first
        if rest:
            yield ended, rest
