"""The index is built anew by the program's own command, with what was embedded before."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.notice import make_library
from index.encode import DEFAULT_MODEL, Encoder
from ingest.safekeeping.purging import purge
from ingest.safekeeping.rebuilding import find_current, rebuild_index
from ingest.safekeeping.tombstones import find_tombstones
from ingest.store import open_library
from tests.kept_safe import say_nothing
from tests.test_store import directive, put


def test_a_purge_has_the_index_built_anew_in_a_process_of_its_own(tmp_path: Path, encoder: Encoder) -> None:
    settings = make_library(tmp_path, DEFAULT_MODEL, encoder)
    before = find_current(settings.home)
    with open_library(settings.home) as library:
        added = put(library, directive(number="77-CT/TU"))
        library.remove(added.document_id)
        tombstones = find_tombstones(library)
    assert rebuild_index(settings.home)
    assert find_current(settings.home) not in (None, before)
    assert purge(settings.home, tombstones, say_nothing).index == "untouched"


def test_a_build_that_fails_is_known_to_have_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VANKIEN_MODEL", str(tmp_path / "khong-co"))
    with open_library(tmp_path / "var") as library:
        put(library, directive())
    assert not rebuild_index(tmp_path / "var")
