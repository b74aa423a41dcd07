"""The log of acts: one line for each, in order, of several processes at once, and never the words of a question."""

from __future__ import annotations

import datetime
import json
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest import audit
from ingest.audit import Record, recorded, write_act
from ingest.audit_lines import AUDIT_FOLDER, LAST, find_end, hash_line
from ingest.audit_reading import read_lines, verify_log
from ingest.describe_audit import say_entry
from ingest.errors import AuditError
from ingest.owner import audits_questions
from tests.fakes import a_disk_that_takes_files_up_to
from tests.people import RIGHT, open_cheaply

ROOT = Path(__file__).parent.parent


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "library.sqlite").touch()
    return tmp_path


@pytest.fixture
def with_accounts(home: Path) -> Path:
    with open_cheaply(home) as accounts:
        accounts.add("lan", "Lan", "administrator", password=RIGHT)
    return home


def read(home: Path) -> list[dict[str, object]]:
    """Every line as any program would read it."""
    files = sorted((home / AUDIT_FOLDER).glob("audit-*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]


def write(home: Path, *names: str) -> None:
    for name in names:
        write_act(home, "add", who="lan", door="page", on=[name])


class At(datetime.datetime):
    """A clock that says what it is told."""

    told = datetime.datetime(2026, 11, 27, 8, 30, tzinfo=datetime.UTC)

    @classmethod
    def now(cls, tz: datetime.tzinfo | None = None) -> At:
        return cls.fromtimestamp(cls.told.timestamp(), tz)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[At]]:
    before = At.told
    monkeypatch.setattr("ingest.audit.datetime.datetime", At)
    yield At
    At.told = before


def test_a_line_says_who_did_what_when_on_what_by_which_door(home: Path, clock: type[At]) -> None:
    write_act(home, "remove", who="lan", door="page", on=["05-CT/TU@2018-02-05"], said="trùng")
    (line,) = read(home)
    assert line == {
        "n": 1,
        "at": "2026-11-27T08:30:00+00:00",
        "who": "lan",
        "door": "page",
        "act": "remove",
        "stage": "done",
        "on": ["05-CT/TU@2018-02-05"],
        "said": "trùng",
        "before": "0" * 64,
    }


def test_each_line_holds_the_hash_of_the_one_before_through_the_months(home: Path, clock: type[At]) -> None:
    for month in (10, 11, 12):
        clock.told = datetime.datetime(2026, month, 15, tzinfo=datetime.UTC)
        write(home, "a", "b")
    files = sorted((home / AUDIT_FOLDER).glob("audit-*.jsonl"))
    assert [one.name for one in files] == ["audit-2026-10.jsonl", "audit-2026-11.jsonl", "audit-2026-12.jsonl"]
    raw = [line for file in files for line in file.read_bytes().splitlines()]
    assert [json.loads(line)["before"] for line in raw] == ["0" * 64, *map(hash_line, raw[:-1])]
    assert [line["n"] for line in read(home)] == [1, 2, 3, 4, 5, 6]
    assert verify_log(home) == []


def test_a_clock_set_back_changes_no_order(home: Path, clock: type[At]) -> None:
    write(home, "a")
    clock.told = datetime.datetime(2026, 9, 1, tzinfo=datetime.UTC)
    write(home, "b")
    assert [(line["on"], line["at"]) for line in read(home)] == [
        (["a"], "2026-11-27T08:30:00+00:00"),
        (["b"], "2026-09-01T00:00:00+00:00"),
    ]
    assert verify_log(home) == []


def test_the_log_is_its_owners_alone(home: Path) -> None:
    write(home, "a")
    folder = home / AUDIT_FOLDER
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(one.stat().st_mode) for one in folder.iterdir()} == {0o600}


def test_what_is_done_on_many_stands_in_several_lines(home: Path) -> None:
    ids = [f"{number}-NQ/TW@2018-01-01" for number in range(250)]
    write_act(home, "add", who="lan", door="page", on=ids)
    assert [len(line["on"]) for line in read(home)] == [100, 100, 50]  # type: ignore[arg-type]
    assert [one for line in read(home) for one in line["on"]] == ids  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "words", ["a\nb", '"}\n{"n":9}', "\ud800", "x" * 5000, "\u2028", "\x1b[2J", "Ủy ban"], ids=ascii
)
def test_whatever_the_words_there_is_one_line_and_it_is_shown_on_one(home: Path, words: str) -> None:
    write_act(home, "account", who=words, door="command", on=[words], said=words)
    write(home, "b")
    assert len((next((home / AUDIT_FOLDER).glob("audit-*.jsonl"))).read_bytes().split(b"\n")) == 3
    first, _ = read_lines(home)
    assert first.entry is not None
    assert say_entry(first.entry).isprintable()
    assert verify_log(home) == []


@pytest.mark.parametrize(
    ("settings", "held"),
    [
        pytest.param("", "", id="by-default"),
        pytest.param('audit_questions = "off"', "", id="off"),
        pytest.param('audit_questions = "on"', "Ai bị kỷ luật?", id="on"),
        pytest.param('audit_questions = "maybe"', "", id="neither"),
        pytest.param("audit_questions = ", "", id="no-toml"),
    ],
)
def test_the_words_of_a_question_are_held_only_where_the_owner_says_so(home: Path, settings: str, held: str) -> None:
    (home / "settings.toml").write_text(settings, "utf-8")
    write_act(home, "ask", who="hoa", door="page", on=["a@2018-01-01"], said="Ai bị kỷ luật?")
    (line,) = read(home)
    assert (line["said"], line["on"]) == (held, ["a@2018-01-01"])
    if held == "" and settings.endswith('"off"'):
        assert audits_questions(home) is False


# 200 lines at the same time as another process writes as many.
WRITING = """
import sys
from pathlib import Path
from ingest.audit import write_act

for number in range(200):
    write_act(Path(sys.argv[1]), "add", who=sys.argv[2], door="command", on=[f"{sys.argv[2]}-{number}"])
"""


def test_two_processes_at_once_write_every_line_whole_and_in_one_chain(home: Path) -> None:
    command = [sys.executable, "-c", WRITING, str(home)]
    both = [subprocess.Popen([*command, who], cwd=ROOT, stderr=subprocess.PIPE, text=True) for who in ("lan", "minh")]
    assert [process.communicate()[1] for process in both] == ["", ""]
    lines = read(home)
    assert [line["n"] for line in lines] == list(range(1, 401))
    for who in ("lan", "minh"):
        assert [line["on"] for line in lines if line["who"] == who] == [[f"{who}-{number}"] for number in range(200)]
    assert verify_log(home) == []


# --- where it cannot be written -----------------------------------------------------------------------------


def record(home: Path, done: list[str], warned: list[str]) -> None:
    with recorded(home, "remove", who="lan", door="page", on=["a"], warn=warned.append) as made:
        done.append("bỏ")
        made.note("a@2018-01-01")


def test_an_act_is_written_before_it_is_done_and_after(home: Path) -> None:
    def look(made: Record) -> None:
        assert [(line["stage"], line["on"]) for line in read(home)] == [("begun", ["a"])]
        made.note("a@2018-01-01")

    with recorded(home, "remove", who="lan", door="page", on=["a"], warn=pytest.fail) as made:
        look(made)
    assert [(line["stage"], line["on"]) for line in read(home)] == [("begun", ["a"]), ("done", ["a@2018-01-01"])]


def test_an_act_that_failed_is_written_as_failed_with_what_was_done_of_it(home: Path) -> None:
    def stumble() -> None:
        with recorded(home, "add", who="lan", door="page", on=["thư mục"], warn=pytest.fail) as made:
            made.note("a@2018-01-01")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        stumble()
    assert [(line["stage"], line["on"], line["said"]) for line in read(home)] == [
        ("begun", ["thư mục"], ""),
        ("done", ["a@2018-01-01"], "ZeroDivisionError"),
        ("failed", ["thư mục"], "ZeroDivisionError"),
    ]


def test_where_there_are_accounts_an_act_that_cannot_be_written_down_is_not_done(with_accounts: Path) -> None:
    done: list[str] = []
    with (
        a_disk_that_takes_files_up_to(10),
        pytest.raises(AuditError, match=r"Không ghi được sổ theo dõi .*audit: .*Hãy giải phóng chỗ trống"),
    ):
        record(with_accounts, done, [])
    assert done == []
    record(with_accounts, done, [])
    assert [one.kind for one in verify_log(with_accounts)] == ["broken-off"]
    assert [line.entry.stage for line in read_lines(with_accounts) if line.entry] == ["begun", "done"]


def test_where_there_are_none_the_owner_is_warned_once_and_goes_on(home: Path) -> None:
    done: list[str] = []
    warned: list[str] = []
    with a_disk_that_takes_files_up_to(10):
        record(home, done, warned)
    assert done == ["bỏ"]
    assert len(warned) == 1
    assert "Không ghi được sổ theo dõi" in warned[0]


def test_what_is_done_is_not_undone_when_the_second_line_cannot_be_written(with_accounts: Path) -> None:
    warned: list[str] = []
    with recorded(with_accounts, "remove", who="lan", door="page", on=["a"], warn=warned.append):
        file = next((with_accounts / AUDIT_FOLDER).glob("audit-*.jsonl"))
        file.rename(file.with_suffix(".đi"))
        file.mkdir()  # nobody can write into it, not even root
    assert len(warned) == 1


def test_where_no_library_is_none_is_made_up_for_the_logs_sake(tmp_path: Path) -> None:
    record(tmp_path / "lạ", [], [])
    assert not (tmp_path / "lạ").exists()


def test_who_cannot_lock_the_log_is_told(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(home, "a")
    monkeypatch.setattr(audit, "_LOCK_SECONDS", 0.1)
    with audit.locked(home / AUDIT_FOLDER), pytest.raises(AuditError, match="tiến trình khác đang giữ sổ"):
        write(home, "b")


def test_the_note_of_the_end_names_the_last_line(home: Path) -> None:
    write(home, "a", "b")
    number, line_hash = (home / AUDIT_FOLDER / LAST).read_text("ascii").split()
    end = find_end(home / AUDIT_FOLDER)
    assert (int(number), line_hash) == (end.number, end.hash) == (2, end.hash)
