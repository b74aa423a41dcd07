"""A disk that is full, or fills up in the middle: nothing is lost, the words say what to do, and then it is done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.trouble import ACTS, Machine, prepare

WRITING = [name for name in ACTS if name not in ("thêm, bộ đọc riêng", "tải về", "tải nhầm, để riêng")]


@pytest.mark.parametrize("name", WRITING)
def test_on_a_full_disk_nothing_is_lost_and_the_next_step_is_said(machine: Machine, name: str) -> None:
    act = prepare(machine, name)
    before = machine.state_of_copy()
    with machine.full():
        code, _, err = machine.act(act)
    assert (code, err.count("\n")) == (3, 1), err
    assert "đầy" in err or "còn 0" in err
    assert "Hãy giải phóng chỗ trống" in err or "Hãy kiểm tra chỗ trống" in err
    assert str(machine.place.root) in err
    assert machine.state() == before
    machine.assert_whole()
    assert machine.act(act)[0] == 0
    assert machine.state() != before or name.startswith("nâng")
    machine.assert_whole()


@pytest.mark.parametrize("left_kib", [8, 40, 64, 100, 160, 400])
@pytest.mark.parametrize("name", ["thêm", "lập chỉ mục lại", "sao lưu", "khôi phục từ sao lưu", "bàn làm việc"])
def test_wherever_the_disk_fills_up_what_was_acknowledged_stays(machine: Machine, name: str, left_kib: int) -> None:
    act = prepare(machine, name)
    before = machine.state()
    with machine.full(left_kib):
        code, out, err = machine.act(act)
    assert code in (0, 3)
    assert (code == 0) == (err == "" or "Hãy" not in err)
    after = machine.state()
    assert before <= after or name == "lập chỉ mục lại"
    if name == "thêm":
        told = {one["document"] for one in map(json.loads, out.splitlines())}
        assert told <= {one[1] for one in after if one[0] == "document"}
    machine.assert_whole()
    assert machine.act(act)[0] == (0 if code or name not in ("sao lưu", "khôi phục từ sao lưu") else 3)
    machine.assert_whole()


def test_a_full_disk_for_temporary_files_is_said_and_the_file_is_read_the_next_time(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ingest.readers.apart import open_readers

    act = prepare(machine, "thêm")
    monkeypatch.setattr("ingest.commands.taking.open_readers", open_readers)
    monkeypatch.setattr("tempfile.tempdir", str(machine.place.scratch / "không có"))
    code, out, err = machine.act(act)
    assert (code, err) == (4, "")
    told = [json.loads(line) for line in out.splitlines()]
    assert {one["status"] for one in told} == {"failed"}
    assert all("Hãy xem lại chỗ chứa tệp tạm" in one["advice"] for one in told)
    monkeypatch.setattr("tempfile.tempdir", str(machine.place.scratch))
    assert machine.act(act)[0] == 0


def test_a_report_that_cannot_be_written_takes_back_nothing(machine: Machine) -> None:
    prepare(machine, "thêm")
    report = Path("/proc/self/task/bang.txt")
    code, _, err = machine.ingest("add", machine.place.files, "--report", report)
    assert code == 2
    assert f"Không ghi được bảng vào {report}" in err
    assert "Hãy chọn tệp khác" in err
    assert sum(one[0] == "document" for one in machine.state()) == 4 + 6
