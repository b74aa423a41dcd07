"""An export is of one moment, whatever others do meanwhile."""

from __future__ import annotations

from pathlib import Path

from ingest.safekeeping.leaving import export
from ingest.safekeeping.returning import bring_in
from ingest.store import open_library
from tests.kept_safe import say_nothing
from tests.test_leaving import dump
from tests.test_store import DIRECTIVE_ID, directive, put


def test_what_others_add_and_change_meanwhile_is_not_half_in_it(full_home: Path, other_disk: Path) -> None:
    before = dump(full_home)

    def write(step: str, done: int, total: int) -> None:
        if (step, done) == ("Đang xuất văn bản", 1):
            with open_library(full_home) as library:
                put(library, directive(number="77-CT/TU"))
                library.collections.create("Mới")
                library.corrections.correct(DIRECTIVE_ID, {"signer": "Trần Văn B"})

    export(full_home, other_disk / "xuat", write)
    assert dump(full_home) != before
    bring_in(other_disk / "xuat", other_disk / "moi", say_nothing)
    assert dump(other_disk / "moi") == before
