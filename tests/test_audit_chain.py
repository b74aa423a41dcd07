"""Whoever changes the log is found out, line by line; a crash is told apart from that, and the log goes on after it."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.audit import write_act
from ingest.audit_lines import AUDIT_FOLDER, LAST, find_end, hash_line
from ingest.audit_reading import Fault, read_lines, verify_log
from ingest.describe_audit import say_fault

ROOT = Path(__file__).parent.parent


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """The file of a log of six lines, with its library's folder two above."""
    return make_log(tmp_path)


def make_log(home: Path) -> Path:
    for name in "abcdef":
        write_act(home, "add", who="lan", door="page", on=[name])
    return next((home / AUDIT_FOLDER).glob("audit-*.jsonl"))


def home_of(log: Path) -> Path:
    return log.parent.parent


def rewrite(log: Path, change: Callable[[list[bytes]], list[bytes]]) -> None:
    log.write_bytes(b"\n".join([*change(log.read_bytes().splitlines()), b""]))


def find_faults(log: Path) -> list[tuple[str, int]]:
    return [(one.kind, one.line) for one in verify_log(home_of(log))]


def forge(line: bytes, **values: object) -> bytes:
    return json.dumps({**json.loads(line), **values}, ensure_ascii=False, separators=(",", ":")).encode()


@pytest.mark.parametrize("place", range(6))
def test_a_changed_line_is_named(log: Path, place: int) -> None:
    rewrite(log, lambda lines: [*lines[:place], lines[place].replace(b'"lan"', b'"hoa"'), *lines[place + 1 :]])
    assert find_faults(log) == [("changed", place + 1)]


@pytest.mark.parametrize("place", range(6))
def test_a_line_made_unreadable_is_named(log: Path, place: int) -> None:
    rewrite(log, lambda lines: [*lines[:place], b"hong" + lines[place], *lines[place + 1 :]])
    assert ("changed", place + 1) in find_faults(log) or ("removed", place + 1) in find_faults(log)
    assert {line for _, line in find_faults(log)} == {place + 1}


@pytest.mark.parametrize(
    ("place", "many"), [pytest.param(place, many, id=f"{many}-at-{place}") for place in range(5) for many in (1, 2)]
)
def test_a_line_that_was_taken_out_is_named_by_its_number(log: Path, place: int, many: int) -> None:
    rewrite(log, lambda lines: [*lines[:place], *lines[place + many :]])
    (fault,) = verify_log(home_of(log))
    assert (fault.kind, fault.first, fault.last) == ("removed", place + 1, min(place + many, 6))


def test_lines_taken_from_the_end_are_missed(log: Path) -> None:
    rewrite(log, lambda lines: lines[:4])
    assert verify_log(home_of(log)) == [Fault("removed", log.name, 4, 5, 6)]
    assert say_fault(verify_log(home_of(log))[0]) == f"{log.name}, dòng 4: thiếu các mục từ số 5 đến số 6"


def test_a_log_taken_away_whole_is_missed(log: Path) -> None:
    log.unlink()
    assert verify_log(home_of(log)) == [Fault("removed", "", 0, 1, 6)]


def test_a_month_taken_away_is_missed(log: Path) -> None:
    lines = log.read_bytes().splitlines(keepends=True)
    (log.parent / "audit-2001-01.jsonl").write_bytes(b"".join(lines[:2]))
    (log.parent / "audit-2001-02.jsonl").write_bytes(b"".join(lines[2:4]))
    log.write_bytes(b"".join(lines[4:]))
    assert verify_log(home_of(log)) == []
    (log.parent / "audit-2001-02.jsonl").unlink()
    assert verify_log(home_of(log)) == [Fault("removed", log.name, 1, 3, 4)]


@pytest.mark.parametrize("place", range(1, 6))
@pytest.mark.parametrize(
    "forged",
    [
        pytest.param(lambda before: forge(before, on=["z"], before=hash_line(before)), id="fitting-what-is-before"),
        pytest.param(lambda before: before, id="the-line-before-again"),
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda _: b"khong phai", id="nothing-of-ours"),
    ],
)
def test_a_line_put_in_is_named(log: Path, place: int, forged: Callable[[bytes], bytes]) -> None:
    rewrite(log, lambda lines: [*lines[:place], forged(lines[place - 1]), *lines[place:]])
    faults = find_faults(log)
    assert faults
    assert {line for _, line in faults} <= {place, place + 1}
    assert {("inserted", place), ("inserted", place + 1)} & set(faults)  # of two that are the same either may be it


@given(data=st.data())
@settings(max_examples=60)
def test_no_byte_of_a_line_can_be_changed_unseen(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    log = make_log(tmp_path_factory.mktemp("log"))
    whole = log.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda one: one != whole[place]))
    log.write_bytes(whole[:place] + bytes([other]) + whole[place + 1 :])
    assert [one for one in verify_log(home_of(log)) if one.kind != "broken-off"]


@given(order=st.permutations(range(6)))
@settings(max_examples=40)
def test_lines_in_another_order_are_seen(order: list[int], tmp_path_factory: pytest.TempPathFactory) -> None:
    log = make_log(tmp_path_factory.mktemp("log"))
    rewrite(log, lambda lines: [lines[place] for place in order])
    assert bool(verify_log(home_of(log))) == (order != sorted(order))


def test_a_log_without_its_note_of_the_end_is_not_called_whole(log: Path) -> None:
    (log.parent / LAST).unlink()
    assert find_faults(log) == [("no-last", 6)]


# --- a crash ------------------------------------------------------------------------------------------------


def break_off(log: Path, left: int) -> None:
    """As a crash leaves it: the note of the end is of the line before."""
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join(lines[:-1]) + lines[-1][:left])
    (log.parent / LAST).write_bytes(b"%020d %s\n" % (5, hash_line(lines[-2].rstrip(b"\n")).encode()))


@pytest.mark.parametrize("left", [1, 20, 100])
def test_a_line_that_a_crash_broke_off_is_no_fault_and_the_log_goes_on_after_it(log: Path, left: int) -> None:
    break_off(log, left)
    assert find_faults(log) == [("broken-off", 6)]
    for name in "gh":
        write_act(home_of(log), "add", who="lan", door="page", on=[name])
    assert find_faults(log) == [("broken-off", 6)]
    assert [(line.entry.number, line.entry.on) for line in read_lines(home_of(log)) if line.entry][-3:] == [
        (5, ("e",)),
        (6, ("g",)),
        (7, ("h",)),
    ]


def test_a_last_line_that_was_whole_and_is_cut_is_no_crash(log: Path) -> None:
    log.write_bytes(log.read_bytes()[:-40])
    assert find_faults(log) == [("removed", 6)]


def test_a_whole_line_whose_note_was_not_written_any_more_is_no_fault(log: Path) -> None:
    lines = log.read_bytes().splitlines()
    (log.parent / LAST).write_bytes(b"%020d %s\n" % (5, hash_line(lines[-2]).encode()))
    assert find_faults(log) == []


def test_what_a_crash_left_is_not_to_be_taken_away_either(log: Path) -> None:
    break_off(log, 50)
    write_act(home_of(log), "add", who="lan", door="page", on=["g"])
    rewrite(log, lambda lines: [*lines[:5], *lines[6:]])
    assert find_faults(log) == [("changed", 5)]


def test_a_line_longer_than_is_read_at_once_is_found_from_the_end(tmp_path: Path) -> None:
    write_act(tmp_path, "add", who="lan", door="page", on=["x" * 290] * 100)
    log = next((tmp_path / AUDIT_FOLDER).glob("audit-*.jsonl"))
    for _ in range(5):
        log.write_bytes(log.read_bytes()[:-1] + b" " * 40_000 + b"\n")
    end = find_end(tmp_path / AUDIT_FOLDER)
    assert (end.number, end.hash, end.broken) == (1, hash_line(log.read_bytes()[:-1]), False)


# Writes without end, and tells of each line that is on disk.
WRITING = """
import sys
from pathlib import Path
from ingest.audit import write_act

for number in range(10**6):
    write_act(Path(sys.argv[1]), "add", who="lan", door="command", on=[str(number)] * 50)
    print(number, flush=True)
"""


def test_killed_at_any_moment_what_was_acknowledged_is_there_and_the_chain_goes_on(tmp_path: Path) -> None:
    chance, acknowledged = random.Random(7), 0
    for _ in range(6):
        with subprocess.Popen(
            [sys.executable, "-c", WRITING, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "0\n"
            time.sleep(chance.uniform(0, 0.15))
            os.kill(process.pid, signal.SIGKILL)
            acknowledged += 1 + process.stdout.read().count("\n")
        assert {one.kind for one in verify_log(tmp_path)} <= {"broken-off"}
    assert sum(1 for line in read_lines(tmp_path) if line.entry) >= acknowledged > 6
