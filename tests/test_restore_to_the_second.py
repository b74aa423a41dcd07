"""A back-up that was made while another process adds is of one moment: all that was acknowledged before it is there."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ingest.desk.file import open_desk
from ingest.safekeeping import backup
from ingest.safekeeping.backup import back_up
from ingest.safekeeping.health import examine_library
from ingest.safekeeping.restore import restore
from ingest.store import open_library
from tests.kept_safe import say_nothing

ROOT = Path(__file__).parent.parent
ADDING = """
import sys
from pathlib import Path
from ingest.desk.file import open_desk
from ingest.store import open_library
from tests.test_store import directive, put
with open_library(Path(sys.argv[1])) as library, open_desk(Path(sys.argv[1])) as desk:
    library.collections.create("Mới")
    for number in range(100, 1000):
        added = put(library, directive(number=f"{number}-CT/TU", body=f"1. Việc {number} của Tỉnh ủy.\\n" * 50))
        print(added.document_id, flush=True)
        library.collections.add("Mới", [added.document_id])
        library.corrections.correct(added.document_id, {"signer": f"Người {number}"})
        desk.basket.add("tôi", added.document_id, (0, 3), "TỈN", "")
        if number % 5 == 0:
            library.remove(added.document_id)
"""


@contextmanager
def adding(home: Path, said: Path) -> Iterator[None]:
    """Another process that adds without end; what it acknowledged stands in *said*."""
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    with said.open("w", encoding="utf-8") as stream:
        process = subprocess.Popen(
            [sys.executable, "-c", ADDING, str(home)], stdout=stream, env={**os.environ, "PYTHONPATH": path}
        )
        try:
            yield
            assert process.poll() is None, "it was to add all the while"
        finally:
            process.kill()
            process.wait()


def read_said(said: Path) -> list[str]:
    return [line for line in said.read_text("utf-8").splitlines(keepends=True) if line.endswith("\n")]


def wait_for(said: Path, count: int) -> None:
    give_up = time.monotonic() + 60
    while len(read_said(said)) < count:
        assert time.monotonic() < give_up
        time.sleep(0.05)


def test_what_is_restored_is_one_moment_of_a_library_that_grows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "_PAGES", 4)  # many steps, so that much is written between the first and the last
    home, said, taken = tmp_path / "var", tmp_path / "said", []
    with adding(home, said):
        wait_for(said, 3)
        for place in range(4):
            before = read_said(said)
            back_up(home, tmp_path / f"{place}.zip", lambda *_: time.sleep(0.001))
            after = read_said(said)
            assert len(after) > len(before)
            taken.append((before, after))
            wait_for(said, len(after) + 3)
    every = [line.strip() for line in read_said(said)]
    for place, (before, after) in enumerate(taken):
        folder = tmp_path / f"moi-{place}"
        restore(tmp_path / f"{place}.zip", folder, say_nothing)
        _check_one_moment(folder, every, len(before), len(after))


def _check_one_moment(folder: Path, every: list[str], before: int, after: int) -> None:
    assert [one for one in examine_library(folder, say_nothing) if one.missing] == []
    with open_library(folder) as library, open_desk(folder) as desk:
        held = {one.seq: one.id for one in (*library.documents(), *library.versions.removed())}
        ids = [held[seq] for seq in sorted(held)]
        assert before <= len(ids) <= after + 1
        assert ids == (every + ids[-1:])[: len(ids)]  # the first so many, none left out
        done = ids[:-1]  # all that was done of those before the last is there, too
        signed = {one[0] for one in library._select("SELECT d.id FROM corrections c JOIN documents d USING (family)")}
        assert signed >= set(done)
        laid = library._select("SELECT d.id FROM collection_members m JOIN documents d ON d.family = m.family")
        assert {one[0] for one in laid} >= set(done)
        gone = {one.id for one in library.versions.removed()}
        assert {one for one in done if one[2] in "05"} == gone - {ids[-1]}
        assert {one.document for one in desk.basket.list_of("tôi")} <= set(ids)  # and nothing that came after
