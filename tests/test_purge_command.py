"""``python -m ingest purge``: who is asked, what is due, and clocks that are wrong."""

from __future__ import annotations

import datetime
import io
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from ingest.days import describe_day
from ingest.safekeeping.backup import back_up
from ingest.safekeeping.tombstones import count_due
from ingest.store import open_library
from tests.commands import Printed
from tests.kept_safe import say_nothing
from tests.test_store import DIRECTIVE_ID, directive, put

OTHER = "06-CT/TU@2018-02-05"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "var"
    with open_library(folder) as library:
        put(library, directive())
        put(library, directive(number="06-CT/TU", body="1. Kết nạp đảng viên mới.\n"))
        library.remove(OTHER)
    return folder


def age(home: Path, days: float) -> None:
    """As though all had been done so many days earlier."""
    with closing(sqlite3.connect(home / "library.sqlite")) as db:
        for column in ("added_at", "removed_at"):
            moved = f"strftime('%Y-%m-%dT%H:%M:%S+00:00', {column}, '{-days:+} days')"
            db.execute(f"UPDATE documents SET {column} = {moved} WHERE {column} IS NOT NULL")
        db.commit()


def held(home: Path) -> tuple[int, int]:
    """Documents in use, and removed."""
    with open_library(home) as library:
        return len(library.documents()), len(library.versions.removed())


@pytest.mark.parametrize("days", [0, 1, 29.9])
def test_before_its_days_are_over_nothing_is_purged(home: Path, command: Callable[..., Printed], days: float) -> None:
    age(home, days)
    code, out, _ = command("purge", "--yes")
    assert code == 0
    assert out.startswith(
        "Không có văn bản nào đã bỏ quá 30 ngày; không có gì thay đổi.\n1 văn bản đã bỏ còn trong hạn"
    )
    code, out, err = command("purge", OTHER, "--yes")
    assert (code, out) == (2, "")
    assert f"Muốn xóa hẳn ngay: python -m ingest purge {OTHER} --now" in err
    assert held(home) == (1, 1)


def test_when_they_are_over_it_is_told_and_purged(home: Path, command: Callable[..., Printed], tmp_path: Path) -> None:
    back_up(home, tmp_path / "a.zip", say_nothing)
    age(home, 30.1)
    assert "1 văn bản đã bỏ quá 30 ngày; muốn xóa hẳn: python -m ingest purge" in command("list", "--removed")[1]
    assert "Muốn xóa hẳn: python -m ingest purge" in command("verify")[1]
    code, out, err = command("purge", "--yes")
    assert code == 0
    assert OTHER in err
    assert out.startswith("Đã xóa hẳn 1 văn bản.\nBản sao lưu và bản xuất đã làm trước đây không bị động đến")
    assert str(tmp_path / "a.zip") in out
    assert held(home) == (1, 0)
    assert command("verify")[0] == 0


def test_one_may_go_at_once(home: Path, command: Callable[..., Printed]) -> None:
    assert command("purge", "06-CT/TU", "--now", "--yes")[0] == 0
    assert held(home) == (1, 0)
    code, _, err = command("restore", OTHER)
    assert (code, "Thư viện không có văn bản" in err) == (5, True)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        pytest.param([DIRECTIVE_ID, "--now", "--yes"], "đang được dùng. Hãy bỏ trước", id="in-use"),
        pytest.param(["--now", "--yes"], "--now cần mã", id="which"),
        pytest.param(["xx", "--now", "--yes"], "Thư viện không có văn bản “xx”", id="unknown"),
        pytest.param([OTHER, "--now"], "Hãy thêm --yes nếu đã chắc chắn", id="nobody-to-ask"),
    ],
)
def test_what_it_will_not_do_is_said(
    home: Path, command: Callable[..., Printed], words: list[str], complaint: str
) -> None:
    code, out, err = command("purge", *words)
    assert (code in (2, 5), out) == (True, "")
    assert complaint in err
    assert held(home) == (1, 1)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("typed", "left"), [("xóa\n", (1, 0)), ("XÓA\n", (1, 0)), ("có\n", (1, 1)), ("", (1, 1))])
def test_a_person_is_asked_and_told_what_day_the_machine_believes_it_is(
    home: Path, command: Callable[..., Printed], monkeypatch: pytest.MonkeyPatch, typed: str, left: tuple[int, int]
) -> None:
    age(home, 31)
    monkeypatch.setattr("sys.stdin", Terminal(typed))
    _, _, err = command("purge")
    assert f"Theo đồng hồ máy này, hôm nay là {describe_day(datetime.datetime.now().date())}. Xóa hẳn 1 văn bản" in err
    assert held(home) == left


def test_where_nothing_was_added_nothing_is_made_up(tmp_path: Path, command: Callable[..., Printed]) -> None:
    assert command("purge")[0] == 0
    assert list(tmp_path.iterdir()) == []


# --- clocks -------------------------------------------------------------------------------------------------


def test_what_is_removed_under_a_clock_that_was_set_back_is_not_older_for_it(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as back, open_library(home) as library:
        back.setattr("ingest.store.access.now", lambda: "2020-01-01T00:00:00+00:00")
        library.remove(DIRECTIVE_ID)
        (removed,) = (one for one in library.versions.removed() if one.id == DIRECTIVE_ID)
        assert (removed.removed_at or "") > "2026"
        assert count_due(library) == 0


def test_a_tombstone_is_never_older_than_the_text_under_it(home: Path) -> None:
    with closing(sqlite3.connect(home / "library.sqlite")) as db:
        db.execute("UPDATE documents SET removed_at = '2020-01-01T00:00:00+00:00' WHERE removed_at IS NOT NULL")
        db.commit()
    with open_library(home) as library:
        assert count_due(library) == 0


def test_a_day_of_removal_that_is_yet_to_come_purges_nothing_and_brings_nothing_back(
    home: Path, command: Callable[..., Printed]
) -> None:
    age(home, -4000)
    code, out, _ = command("purge", "--yes")
    assert (code, held(home)) == (0, (1, 1))
    assert "đồng hồ máy từng sai. Xóa hẳn từng văn bản bằng: … purge MÃ --now" in out
    assert command("purge", OTHER, "--now", "--yes")[0] == 0
    assert held(home) == (1, 0)
