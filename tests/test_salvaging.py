"""``verify --salvage``: a file that SQLite cannot read through gives what can still be read, and says what is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from ingest.adding import ReadHere
from ingest.errors import LibraryError
from ingest.safekeeping.health import examine_library
from ingest.safekeeping.repairing import repair
from ingest.safekeeping.salvaging import salvage
from ingest.store import open_library
from tests.commands import Printed
from tests.kept_safe import say_nothing
from tests.test_repairing import PAPER
from tests.test_store import DIRECTIVE_ID, NOTICE, directive, held_ids, put

_PAGE = 4096


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of some papers with a correction and a collection; only to be copied."""
    folder = tmp_path_factory.mktemp("whole")
    with open_library(folder) as library:
        put(library, PAPER, "chi-thi.txt")
        put(library, NOTICE.read_text("utf-8"), "thong-bao.txt")
        for number in range(6, 12):
            put(library, directive(number=f"0{number}-CT/TU", body=f"{number}. Kết nạp đảng viên mới.\n" * number))
        library.corrections.correct(DIRECTIVE_ID, {"signer": "Lê Văn A"})
        library.collections.create("Dân vận", [DIRECTIVE_ID])
        library.remove(held_ids(library)[-1])
    return folder


def read_texts(home: Path) -> dict[str, str]:
    with closing(sqlite3.connect(home / "library.sqlite")) as db:
        return dict(db.execute("SELECT id, text FROM documents"))


def harm(whole: Path, home: Path, page: int) -> Path:
    """A copy of which one page was lost."""
    home.mkdir(parents=True)
    content = bytearray((whole / "library.sqlite").read_bytes())
    content[page * _PAGE : (page + 1) * _PAGE] = b"Z" * _PAGE
    (home / "library.sqlite").write_bytes(content)
    return home


def check_without(whole: Path, home: Path, page: int) -> bool | None:
    """Whether it took a salvage; every text is there or named, or the way back is said: then ``None``."""
    texts, saved = read_texts(whole), home.with_name(f"{page}-cuu")
    before = harm(whole, home, page).joinpath("library.sqlite").read_bytes()
    if not [one for one in examine_library(home, say_nothing) if one.missing]:  # a page of nothing
        assert read_texts(home) == texts
        return False
    try:
        lost = [one.words for one in repair(home, ReadHere(), say_nothing, lambda _: True) if not one.done]
        found = read_texts(home)
    except LibraryError:
        assert (home / "library.sqlite").read_bytes() == before
        try:
            lost = list(salvage(home, saved, ReadHere(), say_nothing).lost)
        except LibraryError as error:  # the page that says where the tables begin
            return None if "python -m ingest restore TỆP --to THƯ_MỤC" in str(error) else False
        assert (home / "library.sqlite").read_bytes() == before
        found = read_texts(saved)
    assert all(found.get(name) == text or name in " ".join(lost) for name, text in texts.items()), page
    return saved.exists()


@pytest.mark.parametrize(("step", "least"), [(9, 2), pytest.param(1, 10, marks=pytest.mark.slow, id="every-page")])
def test_whatever_page_is_lost_every_text_is_there_or_named(whole: Path, tmp_path: Path, step: int, least: int) -> None:
    pages = (whole / "library.sqlite").stat().st_size // _PAGE
    outcomes = [check_without(whole, tmp_path / str(page), page) for page in range(1, pages, step)]
    assert outcomes.count(True) >= least
    assert outcomes.count(None) <= 1, (pages, outcomes)


def test_what_a_person_said_is_saved_too(whole: Path, tmp_path: Path, command: Callable[..., Printed]) -> None:
    page = _find_page(whole, "documents_by_letters")
    home = harm(whole, tmp_path / "var", page)
    code, out, _ = command("verify")
    assert code == 1
    assert "python -m ingest verify --salvage THƯ_MỤC" in out
    code, out, err = command("verify", "--repair")
    assert (code, out) == (3, "")
    assert "hỏng đến mức không sửa tại chỗ được" in err
    code, out, _ = command("verify", "--salvage", tmp_path / "moi")
    assert (code, out.startswith("Đã cứu 8 văn bản và 8 tệp gốc vào")) == (0, True)
    with open_library(tmp_path / "moi") as library, open_library(whole) as before:
        assert library.get(DIRECTIVE_ID) == before.get(DIRECTIVE_ID)
        assert library.corrections.list_of(DIRECTIVE_ID) == before.corrections.list_of(DIRECTIVE_ID)
        assert library.collections.name_all() == before.collections.name_all()
        assert library.versions.removed() == before.versions.removed()
        assert (library.id, held_ids(library)) == (before.id, held_ids(before))
    assert [one for one in examine_library(tmp_path / "moi", say_nothing) if one.missing] == []
    assert not list(home.glob("*.part"))


def _find_page(whole: Path, name: str) -> int:
    with closing(sqlite3.connect(whole / "library.sqlite")) as db:
        (root,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,)).fetchone()
        return int(root) - 1


def test_a_file_of_something_else_leads_to_the_back_up(tmp_path: Path) -> None:
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "library.sqlite").write_bytes(b"Ghi chep" * 1000)
    with pytest.raises(LibraryError, match=r"Không đọc được gì.*python -m ingest restore TỆP --to THƯ_MỤC"):
        salvage(tmp_path / "var", tmp_path / "moi", ReadHere(), say_nothing)
    assert list((tmp_path / "moi").iterdir()) == []


def test_only_an_empty_folder_takes_it(whole: Path) -> None:
    with pytest.raises(LibraryError, match="không trống"):
        salvage(whole, whole, ReadHere(), say_nothing)
