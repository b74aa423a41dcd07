"""`make audit`: what differs from the pins is named, and so is what could not be checked."""

from __future__ import annotations

from importlib.metadata import PathDistribution
from pathlib import Path

import pytest

import bench.audit
from bench.audit import Check, main
from bench.installed import find_changed_files, find_installed, find_strays, find_unhashed
from bench.pins import ALL, CUDA, Pin, read_pins

FINE = Check("mọi thứ", (), "")


def make_package(folder: Path, name: str, version: str) -> PathDistribution:
    place = folder / f"{name}-{version}.dist-info"
    place.mkdir()
    (place / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", "utf-8")
    (folder / f"{name}.py").write_text("x = 1\n", "utf-8")
    held = "sha256=nia_NpkRxFwkPGhBR7I_yeHc_PJX0pmhxjIBam_NM_Q"
    (place / "RECORD").write_text(f"{name}.py,{held},6\n{place.name}/RECORD,,\n", "utf-8")
    return PathDistribution(place)


def test_nothing_is_installed_here_but_what_is_pinned() -> None:
    assert list(find_strays(read_pins(ALL), read_pins(CUDA), find_installed())) == []


def test_a_stray_another_version_and_a_lack_are_each_named(tmp_path: Path) -> None:
    pins = {"a": Pin("a", "1"), "b": Pin("b", "2"), "c": Pin("c", "1", 'sys_platform == "nowhere"')}
    found = [make_package(tmp_path, "a", "1.1"), make_package(tmp_path, "d", "4"), make_package(tmp_path, "pip", "23")]

    assert list(find_strays(pins, {"e": Pin("e", "1")}, found)) == [
        "a 1.1: được ghim là 1",
        "d 4: đã cài mà không được ghim",
        "b: được ghim mà chưa cài",
    ]


def test_a_pin_without_a_hash_is_named() -> None:
    assert list(find_unhashed([Pin("a", "1"), Pin("b", "2", hashes=frozenset({"0" * 64}))])) == [
        "a==1: không có mã băm"
    ]


def test_a_file_that_was_changed_or_taken_away_after_the_installation_is_named(tmp_path: Path) -> None:
    package = make_package(tmp_path, "a", "1")
    assert list(find_changed_files([package])) == []

    (tmp_path / "a.py").write_text("x = 2\n", "utf-8")
    assert list(find_changed_files([package])) == ["a: a.py đã bị đổi"]

    (tmp_path / "a.py").unlink()
    assert list(find_changed_files([package])) == ["a: a.py không đọc được"]


def run_over(monkeypatch: pytest.MonkeyPatch, *checks: Check) -> int:
    monkeypatch.setattr(bench.audit, "examine", lambda: iter(checks))
    return main([])


def test_all_is_well_ends_with_zero_and_what_cannot_be_known_offline(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_over(monkeypatch, FINE) == 0
    told = capsys.readouterr().out
    assert told.startswith("Đạt: mọi thứ.\n")
    assert "không kiểm tra được lỗ hổng đã công bố khi không có mạng" in told
    assert told.splitlines()[-1].startswith("Bước tiếp theo:")


def test_one_fault_ends_with_one_and_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = tuple(f"gói {number}" for number in range(30))
    assert run_over(monkeypatch, FINE, Check("các gói", lines, "Hãy cài lại.")) == 1
    told = capsys.readouterr().out
    assert "Có 30 chỗ sai: các gói.\n  gói 0\n" in told
    assert "… và 10 chỗ khác\n  Hãy cài lại." in told
    assert told.splitlines()[-1] == "Bước tiếp theo: sửa 1 mục sai ở trên, rồi gõ lại make audit."
