"""A document that was added again in other words is compared with the version that is kept of it."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

from index.__main__ import main
from ingest.console import run
from ingest.store import open_library
from tests.fakes import add_text
from tests.old_and_new import CORRECTED, NEW, NEW_ID, OLD, OLD_ID


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VANKIEN_HOME", str(tmp_path / "var"))
    for text, name in ((OLD, "cu.txt"), (CORRECTED, "sua.txt"), (NEW, "moi.txt")):
        add_text(tmp_path / "var", text, name)
    return tmp_path / "var"


def test_the_library_gives_the_text_of_every_version(home: Path) -> None:
    with open_library(home) as library:
        used, first = library.get(OLD_ID), library.get_version(OLD_ID, 1)
        assert library.get_version(OLD_ID, 2) == used
    assert "thời hạn mười ngày" in first.text
    assert "thời hạn ba mươi ngày" in used.text
    assert first.id != used.id
    assert [one.address for one in first.walk()] == [one.address for one in used.walk()]


def test_the_version_in_use_is_compared_with_an_earlier_one(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(main, ["compare", "102-QĐ/TW", "--version", "1"]) == 0
    out, _ = capsys.readouterr()
    old, new = out.splitlines()[:2]
    assert "Bản 1: cu.txt" in old
    assert "Bản đang dùng." in new
    assert all("được thay thế bởi 69-QĐ/TW" in line for line in (old, new))
    assert "thời hạn [-mười-]{+ba mươi+} ngày" in out
    assert "1 sửa" in out


def test_a_document_given_twice_is_told_how_its_versions_are_compared(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(main, ["compare", OLD_ID, OLD_ID]) == 2
    assert f"python -m index compare {OLD_ID} --version 1" in capsys.readouterr().err


def test_programs_are_told_which_version_it_is(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(main, ["compare", OLD_ID, "--version", "1", "--json"])
    form = json.loads(capsys.readouterr().out)
    assert (form["old"]["version"], form["new"]["version"]) == (1, None)
    run(main, ["compare", OLD_ID, NEW_ID, "--json"])
    form = json.loads(capsys.readouterr().out)
    assert (form["old"]["version"], form["new"]["version"]) == (None, None)


def test_the_word_file_says_which_version_is_which(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "so-sanh.docx"
    run(main, ["compare", OLD_ID, "--version", "1", "--docx", str(file)])
    head = [paragraph.text for paragraph in docx.Document(str(file)).paragraphs]
    assert any("Bản 1: cu.txt" in line for line in head)
    assert any("Bản đang dùng." in line for line in head)
