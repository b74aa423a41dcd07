"""What commands change is written down in one place, and ``python -m ingest audit`` reads and checks it."""

from __future__ import annotations

import getpass
import io
import json
import re
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from ingest.accounts.file import open_accounts
from ingest.accounts.passwords import Passwords
from ingest.audit_lines import AUDIT_FOLDER
from ingest.audit_reading import read_lines, verify_log
from ingest.store import open_library
from tests.commands import Printed, write
from tests.fakes import a_disk_that_takes_files_up_to
from tests.people import CHEAP, OTHER, RIGHT
from tests.test_ingest_command import DIRECTIVE, NOTICE, NOTICE_ID

Told = tuple[str, str, tuple[str, ...], str]
USER = "nguoi-dung"
DIRECTIVE_ID = "05-CT/TU@2018-02-05"


@pytest.fixture(autouse=True)
def user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: USER)
    monkeypatch.setattr("ingest.accounts.passwords._make_hasher", lambda: CHEAP)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A library that holds a directive; nothing is in its log."""
    from ingest.adding import ReadHere, add_files

    with open_library(tmp_path / "var") as library:
        file = write(tmp_path / "chi-thi.txt", DIRECTIVE.format(year=2018))
        assert [one.added and one.added.document_id for one in add_files(library, [file], ReadHere())] == [DIRECTIVE_ID]
    return tmp_path / "var"


def told(home: Path) -> list[Told]:
    """Stage, act, on what, what else; by the user of the machine, through the door of commands."""
    entries = [line.entry for line in read_lines(home) if line.entry]
    assert {(one.who, one.door) for one in entries} <= {(USER, "command")}
    return [(one.stage, one.act, one.on, one.said) for one in entries]


ACTS: list[tuple[list[str], list[Told]]] = [
    (["remove", "05-CT/TU"], [("done", "remove", (DIRECTIVE_ID,), "remove")]),
    (
        ["correct", "05-CT/TU", "--signer", "Lê Văn A"],
        [("done", "correct", (DIRECTIVE_ID,), "correct signer")],
    ),
    (
        ["correct", "05-CT/TU", "--number", "06-CT/TU"],
        [("done", "correct", (DIRECTIVE_ID, "06-CT/TU@2018-02-05"), "correct number")],
    ),
    (["review", "05-CT/TU"], [("done", "correct", (DIRECTIVE_ID,), "review")]),
    (["review", "05-CT/TU", "--undo"], [("done", "correct", (DIRECTIVE_ID,), "review undo")]),
    (["collection", "create", "Dân vận"], [("done", "collection", ("Dân vận",), "collection create")]),
    (["remove", "9-XX/TW"], [("failed", "remove", ("9-XX/TW",), "remove NotHeldError")]),
]


@pytest.mark.parametrize(("words", "lines"), [pytest.param(words, lines, id=" ".join(words)) for words, lines in ACTS])
def test_what_a_command_changes_is_written_before_and_after(
    home: Path, command: Callable[..., Printed], words: list[str], lines: list[Told]
) -> None:
    command(*words)
    begun, *rest = told(home)
    assert begun[0] == "begun"
    assert begun[1] == lines[0][1]
    assert begun[2][:1] == (words[2] if words[0] == "collection" else words[1],)
    assert rest == lines
    assert verify_log(home) == []


@pytest.mark.parametrize(
    "words",
    [
        *(["list"], ["show", "05-CT/TU"], ["versions", "05-CT/TU"], ["verify"], ["doctor"], ["review"], ["audit"]),
        *(["collection", "list"], ["account", "list"], ["audit", "--verify"]),
    ],
    ids=" ".join,
)
def test_who_only_looks_leaves_no_line(home: Path, command: Callable[..., Printed], words: list[str]) -> None:
    command(*words)
    assert told(home) == []
    assert not (home / AUDIT_FOLDER).exists()


def test_what_was_added_is_written_with_its_ids(home: Path, command: Callable[..., Printed], tmp_path: Path) -> None:
    folder = tmp_path / "vào"
    folder.mkdir()
    shutil.copy(NOTICE, folder)
    write(folder / "hỏng.pdf", b"%PDF-1.4 khong phai")
    assert command("add", folder)[0] == 4
    assert told(home) == [
        ("begun", "add", (str(folder),), "add"),
        ("done", "add", (NOTICE_ID,), "add"),
        ("failed", "add", (str(folder),), "add"),
    ]
    command("add", NOTICE)  # held already: nothing is changed
    assert told(home)[3:] == [("begun", "add", (str(NOTICE),), "add"), ("done", "add", (str(NOTICE),), "add")]


def test_a_document_that_comes_back_and_a_collection_are_written(home: Path, command: Callable[..., Printed]) -> None:
    for words in (
        ["remove", "05-CT/TU"],
        ["restore", DIRECTIVE_ID],
        ["collection", "create", "A"],
        ["collection", "add", "A", "05-CT/TU"],
        ["collection", "rename", "A", "B"],
        ["reread", "05-CT/TU"],
    ):
        assert command(*words)[0] == 0
    assert [one[1:] for one in told(home) if one[0] == "done"] == [
        ("remove", (DIRECTIVE_ID,), "remove"),
        ("restore", (DIRECTIVE_ID,), "restore"),
        ("collection", ("A",), "collection create"),
        ("collection", ("A", "05-CT/TU"), "collection add"),
        ("collection", ("A", "B"), "collection rename"),
        ("correct", ("05-CT/TU",), "reread"),
    ]


def test_a_back_up_is_written_and_the_way_back_makes_nothing_up(
    home: Path, command: Callable[..., Printed], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, new = tmp_path / "a.zip", tmp_path / "moi"
    assert command("backup", file)[0] == 0
    assert told(home)[1] == ("done", "backup", (str(file),), "backup")
    new.mkdir()
    monkeypatch.setenv("VANKIEN_HOME", str(new))
    assert command("restore", file, "--to", new)[0] == 0
    assert told(new) == [("done", "restore", (str(file), str(new)), "restore")]


def test_accounts_are_written_and_no_password_is(
    home: Path, command: Callable[..., Printed], monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(*words: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{OTHER}\n".encode()), encoding="utf-8"))
        assert command("account", *words)[0] == 0

    run("add", "lan", "--role", "administrator", "--password-stdin")
    run("group", "lan", "--add", "Văn phòng")
    run("password", "lan", "--password-stdin")
    run("group")
    assert [one for one in told(home) if one[0] == "done"] == [
        ("done", "account", ("lan",), "account add administrator"),
        ("done", "account", ("lan",), "account group +Văn phòng"),
        ("done", "account", ("lan",), "account password"),
    ]
    assert all(OTHER.encode() not in one.read_bytes() for one in home.rglob("*") if one.is_file())


def add_administrator(home: Path) -> None:
    with open_accounts(home, passwords=Passwords(CHEAP)) as accounts:
        accounts.add("lan", "Lan", "administrator", password=RIGHT)


@pytest.mark.parametrize("in_force", [True, False], ids=["accounts", "no-accounts"])
def test_a_log_that_cannot_be_written_stops_the_command_only_where_there_are_accounts(
    home: Path, command: Callable[..., Printed], in_force: bool
) -> None:
    if in_force:
        add_administrator(home)
    (home / AUDIT_FOLDER).write_text("không phải thư mục", "utf-8")
    code, out, complaint = command("remove", "05-CT/TU")
    assert complaint.count("Không ghi được sổ theo dõi") == 1
    assert (code, out.startswith("Đã bỏ")) == ((3, False) if in_force else (0, True))
    with open_library(home) as library:
        assert len(library.documents()) == (1 if in_force else 0)


def test_on_a_full_disk_nothing_is_removed_unseen(home: Path, command: Callable[..., Printed]) -> None:
    add_administrator(home)
    with a_disk_that_takes_files_up_to(10):
        assert command("remove", "05-CT/TU")[0] == 3
    with open_library(home) as library:
        assert len(library.documents()) == 1


def test_a_user_without_a_name_is_told_by_his_number(
    home: Path, command: Callable[..., Printed], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> str:
        raise KeyError("getpwuid(): uid not found: 4711")

    monkeypatch.setattr(getpass, "getuser", fail)
    monkeypatch.setattr("os.getuid", lambda: 4711)
    command("remove", "05-CT/TU")
    assert {line.entry.who for line in read_lines(home) if line.entry} == {"4711"}


# --- reading it ---------------------------------------------------------------------------------------------


def test_the_log_is_read_in_words(home: Path, command: Callable[..., Printed]) -> None:
    command("remove", "05-CT/TU")
    first, second, last = command("audit")[1].splitlines()
    when = r"\d\d/\d\d?/\d{4} \d\d:\d\d"
    assert re.fullmatch(rf"{when}  {USER} \(lệnh\)  bắt đầu bỏ văn bản: 05-CT/TU \[remove\]", first)
    assert re.fullmatch(rf"{when}  {USER} \(lệnh\)  bỏ văn bản: {re.escape(DIRECTIVE_ID)} \[remove\]", second)
    assert last == "2 mục. Kiểm tra sổ có bị sửa không: python -m ingest audit --verify"


def test_the_log_is_read_by_programs(home: Path, command: Callable[..., Printed]) -> None:
    command("remove", "05-CT/TU")
    _, done = (json.loads(line) for line in command("audit", "--json")[1].splitlines())
    assert {key: done[key] for key in ("number", "who", "door", "act", "stage", "on", "line")} == {
        "number": 2,
        "who": USER,
        "door": "command",
        "act": "remove",
        "stage": "done",
        "on": [DIRECTIVE_ID],
        "line": 2,
    }


def log_of_two_months(home: Path) -> None:
    from ingest.audit_lines import Entry, hash_line, write_line
    from tests.test_audit import At

    (home / AUDIT_FOLDER).mkdir()
    before = "0" * 64
    for number, month in enumerate((10, 11), 1):
        at = At(2026, month, 15, tzinfo=At.told.tzinfo)
        line = write_line(Entry(number, at, "lan", "page", "add", "done", (f"{month}",), "", before))
        before = hash_line(line)
        (home / AUDIT_FOLDER / f"audit-2026-{month}.jsonl").write_bytes(line + b"\n")


@pytest.mark.parametrize(
    ("month", "shown"), [("2026-11", ["11"]), ("11/2026", ["11"]), ("10/2026", ["10"]), ("2026-09", [])]
)
def test_one_month_is_read(home: Path, command: Callable[..., Printed], month: str, shown: Sequence[str]) -> None:
    log_of_two_months(home)
    code, out, _ = command("audit", "--month", month, "--json")
    assert (code, [json.loads(line)["on"] for line in out.splitlines()]) == (0, [[one] for one in shown])
    assert command("audit", "--month", month)[1].endswith(("--verify\n", "python -m ingest audit\n"))


@pytest.mark.parametrize("month", ["11", "2026-13", "13/2026", "thang 11", "2026-00"])
def test_what_is_no_month_is_answered_with_an_example(command: Callable[..., Printed], month: str) -> None:
    code, _, complaint = command("audit", "--month", month)
    assert (code, complaint) == (2, f"“{month}” không phải tháng. Hãy ghi như 2026-11 hoặc 11/2026.\n")


def test_an_empty_log_says_when_it_begins(command: Callable[..., Printed], tmp_path: Path) -> None:
    assert command("audit") == (0, "Sổ theo dõi chưa có gì. Sổ ghi từ lần thêm, sửa, bỏ văn bản đầu tiên.\n", "")
    assert command("audit", "--verify")[0] == 0
    assert not (tmp_path / "var").exists()


def test_the_check_names_what_was_changed_and_tells_a_crash_apart(home: Path, command: Callable[..., Printed]) -> None:
    command("remove", "05-CT/TU")
    assert command("audit", "--verify") == (0, "Sổ theo dõi nguyên vẹn: 2 mục, nối nhau từng dòng.\n", "")
    log = next((home / AUDIT_FOLDER).glob("audit-*.jsonl"))
    with log.open("ab") as stream:
        stream.write(b'{"n":3,"at"')
    code, out, _ = command("audit", "--verify")
    assert (code, out.splitlines()[0]) == (
        0,
        f"lưu ý  {log.name}, dòng 3: viết dở, do máy tắt hoặc đầy ổ đĩa lúc đang ghi; không phải bị sửa",
    )
    log.write_bytes(log.read_bytes().replace(USER.encode(), b"ai-khac", 1))
    code, out, _ = command("audit", "--verify")
    assert code == 1
    assert f"SAI    {log.name}, dòng 1: đã bị sửa\n" in out
    kinds = [json.loads(line)["kind"] for line in command("audit", "--verify", "--json")[1].splitlines()]
    assert kinds == ["changed", "broken-off"]
