"""What a library holds, and what is wrong with it after a kill: read as any program would, nothing is mended."""

from __future__ import annotations

import hashlib
import re
import sqlite3
import time
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from index.local_index import current_build, read_manifest
from index.search import open_searcher
from index.settings import Settings
from ingest.errors import AppError
from ingest.safekeeping.archive import copy_stream, read_contents
from ingest.safekeeping.health import examine_library
from ingest.store import open_library
from ingest.store.connection import LIBRARY_FILE
from tests.fakes import FAKE_MODEL, FakeEncoder

State = frozenset[tuple[object, ...]]
QUESTION = "công tác kiểm tra, giám sát"
_OF_ITS_OWN = re.compile(r"build-[0-9a-f]{12}|\.?vankien-.*(?<!restoring)(?<!lock)(?<!part)")
_OF_PYTHON = re.compile(r"[a-z0-9_]{8}")
_PATIENCE_S = 30.0  # a reader on a busy machine has first to start, and then to see that nobody asks
_OURS = {
    "audit",
    "library.sqlite",
    "desk.sqlite",
    "accounts.sqlite",
    "settings.toml",
    "viet-tat.tsv",
    "index",
    "set-aside",
}


class Place:
    """Where one act happens.

    Attributes:
        home: The library.
        files: What is added.
        disk: Where back-ups go.
        restored: Where a back-up is brought back to.
        scratch: For temporary files.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.home, self.files, self.disk = root / "home", root / "files", root / "disk"
        self.restored, self.scratch = root / "restored", root / "scratch"


def read_state(place: Place) -> State:
    """Every document with its versions and files, every line of the desk, every back-up, all by their hashes."""
    return frozenset(
        [
            *_read_library(place.home),
            *_read_desk(place.home),
            *_read_files(place),
            *_read_index(place.home),
            *_read_accounts(place.home),
            *(("restored", *one) for read in _BROUGHT_BACK for one in read(place.restored)),
        ]
    )


def _read_library(home: Path) -> Iterator[tuple[object, ...]]:
    if not (home / LIBRARY_FILE).exists():
        return
    with open_library(home) as library:
        originals: dict[int, list[str]] = {}
        query = "SELECT d.family, o.name, o.content FROM originals o JOIN documents d ON d.seq = o.document"
        for row in library._select(query):
            originals.setdefault(row["family"], []).append(
                f"{row['name']} {hashlib.sha256(row['content']).hexdigest()}"
            )
        families: dict[int, list[tuple[object, ...]]] = {}
        for row in library._select("SELECT * FROM documents ORDER BY family, version"):
            words = hashlib.sha256(row["text"].encode()).hexdigest()
            record = tuple(row[name] for name in ("type", "number", "title", "date", "signer", "source"))
            told = row["version"], words, row["superseded_at"] is None, row["removed_at"] is None, record
            families.setdefault(row["family"], []).append(told)
        names = {
            row["family"]: row["id"]
            for row in library._select("SELECT family, id FROM documents WHERE superseded_at IS NULL")
        }
        for family, versions in families.items():
            yield "document", names.get(family), tuple(versions), tuple(sorted(originals.get(family, ())))


def _read_desk(home: Path) -> Iterator[tuple[object, ...]]:
    file = home / "desk.sqlite"
    if file.exists():
        with closing(sqlite3.connect(file)) as desk:
            for row in desk.execute("SELECT owner, question, answered FROM askings"):
                yield "asked", *row


def _read_accounts(home: Path) -> Iterator[tuple[object, ...]]:
    """Who has one, and who is logged in."""
    file = home / "accounts.sqlite"
    if file.exists():
        with closing(sqlite3.connect(file)) as accounts:
            query = "SELECT name, role, email, count(token) FROM people LEFT JOIN sessions ON person = id GROUP BY id"
            for row in accounts.execute(query):
                yield "account", *row


def _read_files(place: Place) -> Iterator[tuple[object, ...]]:
    yield from (("back-up", file.name) for file in place.disk.glob("*.zip"))
    for file in (place.home / "set-aside").glob("*.txt"):
        yield "set aside", file.name, file.read_bytes()


def _read_index(home: Path) -> Iterator[tuple[object, ...]]:
    """Of which state of the library the index is that serves."""
    if (home / "index" / "CURRENT").exists():
        yield "index", read_manifest(home / "index").generation


_BROUGHT_BACK = (_read_library, _read_desk, _read_accounts)


# --- what is wrong -------------------------------------------------------------------------------------------


def find_unclean(place: Place) -> Iterator[str]:
    """What ``verify`` finds; the bytes of whatever has the name of a back-up; a version of no program."""
    for home in (place.home, place.restored):
        if (home / LIBRARY_FILE).exists():
            yield from (f"{one.what}: {one.state}" for one in examine_library(home, lambda *_: None) if one.missing)
    for file in place.disk.glob("*.zip"):
        yield from _find_damage(file)


def _find_damage(file: Path) -> Iterator[str]:
    try:
        with zipfile.ZipFile(file) as archive:
            contents = read_contents(archive, file)
            for name, told in contents.files.items():
                with archive.open(name) as stream:
                    if copy_stream(stream, None, lambda _: None) != told:
                        yield f"{file.name}: {name} is not as it was packed"
    except (AppError, OSError, zipfile.BadZipFile) as error:
        yield f"{file.name}: {error}"


def find_silence(place: Place) -> Iterator[str]:
    """Why the index in place does not serve: every passage of it that is in use must be found, verbatim."""
    settings = Settings(place.home, FAKE_MODEL)
    if not (settings.index_folder / "CURRENT").exists():
        return
    try:
        searcher = open_searcher(settings, FakeEncoder())
        known = set(read_manifest(settings.index_folder).passages)
        with open_library(place.home) as library:
            in_use = known & {number for number, _ in library.passages()}
            hits = searcher.search(QUESTION, limit=10_000)
            found = {hit.passage_id for hit in hits}
            texts = {hit.passage.document_id: library.get(hit.passage.document_id).text for hit in hits}
    except AppError as error:
        yield str(error)
        return
    if missing := in_use - found:
        yield f"passages not found: {sorted(missing)[:5]}"
    for hit in hits:
        if texts[hit.passage.document_id][hit.passage.start : hit.passage.end] != hit.passage.text:
            yield f"not verbatim: {hit.passage_id}"


def find_leftovers(place: Place) -> list[str]:
    """What a killed process left behind that nobody reads; readers are given a while to end and sweep."""
    until = time.monotonic() + _PATIENCE_S
    while (scratch := _list_scratch(place)) and time.monotonic() < until:
        time.sleep(0.05)
    left = [*scratch, *(one.name for one in _list_strange(place.home, _OURS))]
    left += [one.name for one in place.disk.iterdir() if one.suffix != ".zip"]
    if place.restored.is_dir():
        left += [one.name for one in _list_strange(place.restored, _OURS)]
    left += [one.name for one in (place.home / "set-aside").glob("*") if one.suffix not in (".txt", ".html")]
    return left + _list_builds(place.home / "index")


def _list_scratch(place: Place) -> list[str]:
    """Without the file by which Python itself tries whether the folder can be written, where it was killed at that."""
    return [one.name for one in place.scratch.iterdir() if not _OF_PYTHON.fullmatch(one.name)]


def find_growing(leftovers: list[str]) -> list[str]:
    """Those of *leftovers* that bear names of their own, so that more may come beside them."""
    return [name for name in leftovers if _OF_ITS_OWN.fullmatch(name)]


def _list_strange(folder: Path, known: set[str]) -> list[Path]:
    held = {*known, *(f"{name}-{part}" for name in known for part in ("wal", "shm", "journal"))}
    return [one for one in folder.iterdir() if one.name not in held]


def _list_builds(folder: Path) -> list[str]:
    if not folder.is_dir():
        return []
    serving = current_build(folder).name if (folder / "CURRENT").exists() else ""
    return [one.name for one in folder.iterdir() if one.name not in ("CURRENT", "build.lock", serving)]
