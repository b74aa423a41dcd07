"""A clock that is set back, as one whose battery is empty: order and counting go by arrival, and nothing is lost."""

from __future__ import annotations

import datetime
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.desk.file import open_desk
from ingest.documents import read_document
from ingest.store import inserting, open_library
from tests.test_store import DIRECTIVE_ID, directive
from tests.trouble import Machine, prepare

_BODY = "1. Công tác kiểm tra, giám sát ở huyện 5.\n\n2. Thực hiện Nghị quyết số 18-NQ/TW, ngày 25/10/2017.\n"
SetClock = Callable[[int], None]


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    """Sets the clock of the program to the first of January of a year."""
    own = inserting.now

    def set_to(year: int) -> None:
        moment = datetime.datetime(year, 1, 1, 7, 30)

        class Clock(datetime.datetime):
            @classmethod
            def now(cls, tz: datetime.tzinfo | None = None) -> Clock:
                return cls(*moment.timetuple()[:6], tzinfo=tz)

        for module in [one for name, one in sys.modules.items() if name.startswith(("ingest.", "index."))]:
            if getattr(module, "now", None) is own or hasattr(getattr(module, "now", None), "of_test"):
                told = lambda: moment.replace(tzinfo=datetime.UTC).isoformat()  # noqa: E731
                told.of_test = True  # type: ignore[attr-defined]
                monkeypatch.setattr(module, "now", told)
        monkeypatch.setattr(datetime, "datetime", Clock)
        monkeypatch.setattr(time, "localtime", lambda *_: moment.timetuple())
        monkeypatch.setattr(time, "time", moment.timestamp)

    return set_to


def test_versions_keep_the_order_in_which_they_came(machine: Machine, set_clock: SetClock) -> None:
    prepare(machine, "bỏ")
    set_clock(1999)
    for more in ("\n3. Bổ sung.\n", "\n3. Bổ sung.\n\n4. Nữa.\n"):
        raw = directive(body=_BODY + more)
        with open_library(machine.place.home) as library:
            added = library.add(read_document(raw, "5.txt"), raw.encode())
        assert added.status == "replaced"
        set_clock(1980)
    with open_library(machine.place.home) as library:
        versions = library.versions.list_of(DIRECTIVE_ID)
        assert [(one.number, one.in_use) for one in versions] == [(1, False), (2, False), (3, True)]
        assert [one.added_at[:4] for one in versions[1:]] == ["1999", "1980"]
        assert library.get(DIRECTIVE_ID).text.endswith("4. Nữa.")
    machine.assert_whole()


def test_what_is_removed_under_a_clock_set_back_looks_no_older_than_what_was_added_before(
    machine: Machine, set_clock: SetClock
) -> None:
    prepare(machine, "bỏ")
    set_clock(1980)
    assert machine.ingest("remove", DIRECTIVE_ID)[0] == 0
    with open_library(machine.place.home) as library:
        removed = {one.id: one for one in library.versions.removed()}[DIRECTIVE_ID]
        assert removed.removed_at is not None
        assert removed.removed_at >= removed.added_at
    assert DIRECTIVE_ID in machine.ingest("list", "--removed")[1]
    machine.assert_whole()
    assert machine.ingest("restore", DIRECTIVE_ID)[0] == 0
    machine.assert_whole()


def test_an_index_built_before_the_old_one_by_the_clock_takes_its_place(machine: Machine, set_clock: SetClock) -> None:
    act = prepare(machine, "lập chỉ mục lại")
    set_clock(1980)
    code, out, _ = machine.act(act)
    assert (code, out.startswith("Đã lập chỉ mục")) == (0, True)
    assert machine.index("search", "dân vận đợt 21")[2] == ""  # nothing is told to be missing in it
    machine.assert_whole()


@pytest.mark.parametrize("year", [1970, 1980, 2107, 2200])
def test_a_back_up_is_made_and_brought_back_in_any_year(machine: Machine, set_clock: SetClock, year: int) -> None:
    act = prepare(machine, "sao lưu")
    set_clock(year)
    code, _, err = machine.act(act)
    assert (code, err) == (0, "")
    made = machine.place.disk / "a.zip"
    assert zipfile.ZipFile(made).testzip() is None
    assert machine.ingest("restore", made, "--to", machine.place.restored)[0] == 0
    machine.assert_whole()


def test_two_back_ups_of_one_minute_are_two_and_the_first_is_not_written_over(
    machine: Machine, set_clock: SetClock
) -> None:
    prepare(machine, "sao lưu")
    set_clock(1999)
    assert machine.ingest("backup", machine.place.disk)[0] == 0
    (first,) = machine.place.disk.glob("*.zip")
    whole = first.read_bytes()
    set_clock(1999)
    code, _, err = machine.ingest("backup", machine.place.disk)
    assert code == 3
    assert f"Đã có tệp {first}. Hãy đặt tên khác; tệp cũ không bị ghi đè." in err
    assert first.read_bytes() == whole
    assert machine.ingest("backup", Path(machine.place.disk) / "khác.zip")[0] == 0


def test_the_history_of_questions_keeps_its_order(machine: Machine, set_clock: SetClock) -> None:
    prepare(machine, "bàn làm việc")
    with open_desk(machine.place.home) as desk:
        for number, year in enumerate((2010, 1999, 1980)):
            set_clock(year)
            desk.history.add("tôi", f"Câu {number}?", answered=True)
        assert [one.question for one in desk.history.list_of("tôi")][:3] == ["Câu 2?", "Câu 1?", "Câu 0?"]
