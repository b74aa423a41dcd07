"""``python -m ingest doctor``: what this machine can read, what is missing, how to get it."""

from __future__ import annotations

import importlib.util
import json
import shutil
from collections import namedtuple
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest import doctor
from ingest.adding import ReadHere
from ingest.cleaning import CLEANING_VERSION
from ingest.doctor import Finding, examine
from ingest.errors import HinderedError
from ingest.readers.apart import ReaderPool
from ingest.readers.confined.confine import Confined
from ingest.readers.printed import ocr
from ingest.readers.printed.ocr import Tesseract
from ingest.rereading import reread
from ingest.store import open_library
from tests.commands import Printed
from tests.test_store_in_trouble import put

Usage = namedtuple("Usage", "total used free")
SCANS = "Đọc bản quét, ảnh (Tesseract)"


@pytest.fixture(autouse=True)
def whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that has everything, whatever the real one has."""
    monkeypatch.delenv("VANKIEN_OFFICE")
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(2**40, 0, 2**39))
    monkeypatch.setattr(ocr, "find_tesseract", lambda: Tesseract("5.3.0", ("eng", "vie")))


def find(home: Path, what: str) -> Finding:
    (found,) = (one for one in examine(home) if one.what == what)
    return found


def test_a_machine_that_has_everything_needs_nothing(tmp_path: Path, command: Callable[..., Printed]) -> None:
    assert not any(one.missing for one in examine(tmp_path))
    code, out, err = command("doctor")
    assert (code, err) == (0, "")
    assert "được     Đọc PDF " in out
    assert out.endswith("\nĐủ những gì cần thiết. Bước tiếp theo: python -m ingest add THƯ_MỤC\n")
    assert list(tmp_path.iterdir()) == []


def test_what_is_missing_is_said_with_how_to_get_it(
    tmp_path: Path, command: Callable[..., Printed], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(ocr, "find_tesseract", lambda: None)
    code, out, _ = command("doctor")
    assert code == 1
    assert f"THIẾU    {SCANS}" in out
    assert "sudo apt-get install tesseract-ocr tesseract-ocr-vie" in out
    assert "lưu ý    LibreOffice (không bắt buộc)" in out
    assert "\nCòn thiếu 1 thứ cần thiết. Hãy làm theo chỉ dẫn ở các dòng THIẾU" in out
    lines = [json.loads(line) for line in command("doctor", "--json")[1].splitlines()]
    assert [one["what"] for one in lines if one["missing"]] == [SCANS]


def test_documents_read_by_former_rules_are_counted_until_they_are_read_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    what = "Văn bản đã lưu"
    assert not [one for one in examine(tmp_path) if one.what == what]
    with open_library(tmp_path) as library:
        put(library, "tep")
        monkeypatch.setattr("ingest.store.library.CLEANING_VERSION", CLEANING_VERSION + 1)
        monkeypatch.setattr("ingest.store.versions.CLEANING_VERSION", CLEANING_VERSION + 1)
        found = find(tmp_path, what)
        assert (found.missing, found.state) == (False, "1 văn bản đọc bằng quy tắc cũ")
        assert found.advice.endswith("python -m ingest reread")
        assert not any(one.changed for one in reread(library, [one.id for one in library.documents()], ReadHere()))
    assert find(tmp_path, what).state == "đều đọc bằng quy tắc hiện nay"


def test_tesseract_without_vietnamese_is_not_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "find_tesseract", lambda: Tesseract("5.3.0", ("eng",)))
    found = find(tmp_path, SCANS)
    assert (found.missing, found.state) == (True, "Tesseract 5.3.0 chưa có tiếng Việt (vie)")


def test_a_library_of_python_that_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "pypdfium2" else there(name))
    found = find(tmp_path, "Đọc PDF")
    assert (found.missing, found.state) == (True, "thiếu pypdfium2")


@pytest.mark.parametrize(
    ("free", "missing", "advised"),
    [
        pytest.param(2**29, True, True, id="too-little"),
        pytest.param(2**31, False, True, id="little"),
        pytest.param(2**35, False, False, id="enough"),
    ],
)
def test_space_is_needed_for_the_files_themselves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, missing: bool, advised: bool
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(2**40, 0, free))
    found = find(tmp_path / "chua" / "co", "Chỗ trống trên ổ đĩa")
    assert (found.missing, bool(found.advice)) == (missing, advised)


def test_every_module_that_is_looked_for_is_a_package_of_ours() -> None:
    assert all(importlib.util.find_spec(name) for _, names in doctor._LIBRARIES for name in names)


@pytest.mark.parametrize(
    ("kept", "noted"),
    [
        pytest.param(Confined(network=True, files=True, shares=True), [], id="all"),
        pytest.param(Confined(shares=True), ["Bộ đọc với mạng", "Bộ đọc với tệp khác"], id="shares-alone"),
        pytest.param(Confined(), ["Giới hạn của bộ đọc", "Bộ đọc với mạng", "Bộ đọc với tệp khác"], id="nothing"),
    ],
)
def test_what_this_system_does_not_keep_from_a_reader_is_noted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: Confined, noted: list[str]
) -> None:
    monkeypatch.setattr(ReaderPool, "find_confined", lambda _: kept)
    found = [one for one in examine(tmp_path) if "ộ đọc" in one.what]
    assert [one.what for one in found if one.advice] == noted
    assert not any(one.missing for one in found)


def test_a_reader_that_does_not_start_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: ReaderPool) -> Confined:
        raise HinderedError(Path("a"), "bộ đọc không làm việc được: ổ đĩa đã đầy", "Hãy xem lại chỗ chứa tệp tạm.")

    monkeypatch.setattr(ReaderPool, "find_confined", refuse)
    assert find(tmp_path, "Bộ đọc").missing
