"""A library with something of everything in it, and another disk to put its back-up on."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.desk.file import open_desk
from ingest.store import open_library
from tests.test_store import DIRECTIVE_ID, directive, put


def say_nothing(*_: object) -> None:
    pass


@pytest.fixture
def full_home(tmp_path: Path) -> Path:
    """A library with a correction, a collection, a removed document, a desk, settings and own abbreviations."""
    folder = tmp_path / "var"
    with open_library(folder) as library:
        put(library, directive())
        put(library, directive(number="06-CT/TU", body="1. Kết nạp đảng viên mới.\n"))
        library.corrections.correct(DIRECTIVE_ID, {"signer": "Lê Văn A"})
        library.collections.create("Dân vận")
        library.collections.add("Dân vận", [DIRECTIVE_ID])
        library.remove("06-CT/TU@2018-02-05")
        library.embeddings.keep("mô hình", [("băm", b"\x00\x01")])
    with open_desk(folder) as desk:
        desk.history.add("tôi", "Kiểm tra?", answered=True)
    (folder / "settings.toml").write_text('network = "off"\n', "utf-8")
    (folder / "viet-tat.tsv").write_text("BTC\tBan Tổ chức\n", "utf-8")
    return folder


@pytest.fixture
def other_disk(tmp_path: Path) -> Path:
    """Another disk, as it were."""
    folder = tmp_path / "usb"
    folder.mkdir()
    return folder
