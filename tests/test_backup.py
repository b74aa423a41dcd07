"""A back-up into one file while the library is in use, and the library that comes back out of it."""

from __future__ import annotations

import datetime
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ingest.desk.file import open_desk
from ingest.errors import LibraryError
from ingest.safekeeping import backup
from ingest.safekeeping.backup import back_up, name_backup
from ingest.safekeeping.restore import restore
from ingest.store import open_library
from tests.commands import Printed
from tests.fakes import a_disk_that_takes_files_up_to
from tests.kept_safe import say_nothing
from tests.test_store import DIRECTIVE_ID, held_ids
from tests.test_store_in_trouble import put as put_notice


def test_what_comes_back_is_the_library_as_it_was(full_home: Path, other_disk: Path) -> None:
    made = back_up(full_home, other_disk / "thư viện.zip", say_nothing)
    assert (Path(made.file), made.documents) == (other_disk / "thư viện.zip", 1)
    assert [one.name for one in other_disk.iterdir()] == ["thư viện.zip"]
    restore(Path(made.file), other_disk / "moi", say_nothing)

    with open_library(full_home) as old, open_library(other_disk / "moi") as new:
        assert (new.id, new.generation, held_ids(new)) == (old.id, old.generation, held_ids(old))
        assert new.get(DIRECTIVE_ID) == old.get(DIRECTIVE_ID)
        assert list(new.passages()) == list(old.passages())
        assert new.versions.read_original(DIRECTIVE_ID) == old.versions.read_original(DIRECTIVE_ID)
        assert new.corrections.list_of(DIRECTIVE_ID) == old.corrections.list_of(DIRECTIVE_ID)
        assert new.collections.name_all() == {DIRECTIVE_ID: ("Dân vận",)}
        assert [one.id for one in new.versions.removed()] == ["06-CT/TU@2018-02-05"]
        assert new.embeddings.find("mô hình", ["băm"]) == {"băm": b"\x00\x01"}  # nothing is embedded again
        assert new.last_backup.find() == old.last_backup.find() == made
    with open_desk(other_disk / "moi") as desk:
        assert [one.question for one in desk.history.list_of("tôi")] == ["Kiểm tra?"]
    for name in ("settings.toml", "viet-tat.tsv"):
        assert (other_disk / "moi" / name).read_bytes() == (full_home / name).read_bytes()


def test_a_back_up_is_of_one_moment_whatever_is_added_meanwhile(
    full_home: Path, other_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "_PAGES", 16)
    with open_library(full_home) as library:
        for number in range(20):
            put_notice(library, f"việc {number}", sentences=400)
        before = held_ids(library)
        added: list[str] = []

        def add_one(step: str, done: int, total: int) -> None:
            if step == "Đang chép dữ liệu" and done < total and len(added) < 3:
                added.append(put_notice(library, f"mới {len(added)}", sentences=400))

        made = back_up(full_home, other_disk / "a.zip", add_one)
        assert len(added) == 3
        assert made.documents == len(before)
    restore(other_disk / "a.zip", other_disk / "moi", say_nothing)
    with open_library(other_disk / "moi") as restored:
        assert held_ids(restored) == before


def test_how_far_it_is_is_told(full_home: Path, other_disk: Path) -> None:
    told: list[tuple[str, int, int]] = []
    back_up(full_home, other_disk / "a.zip", lambda *step: told.append(step))
    restore(other_disk / "a.zip", other_disk / "moi", lambda *step: told.append(step))
    assert list(dict.fromkeys(step for step, *_ in told)) == [
        "Đang chép dữ liệu",
        "Đang nén",
        "Đang kiểm tra lại bản sao lưu",
        "Đang chép ra",
        "Đang kiểm tra lại thư viện",
    ]
    assert all(0 <= done <= total for _, done, total in told)


def test_a_folder_gets_a_file_named_by_the_minute_and_a_name_its_ending(full_home: Path, other_disk: Path) -> None:
    assert name_backup(datetime.datetime(2026, 1, 2, 3, 4)) == "vankien-2026-01-02-0304.zip"
    assert Path(back_up(full_home, other_disk, say_nothing).file).parent == other_disk
    assert Path(back_up(full_home, other_disk / "bản một", say_nothing).file).name == "bản một.zip"


# --- what cannot be -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "words"),
    [
        pytest.param("usb/có rồi.zip", "Đã có tệp .*không bị ghi đè", id="name-is-taken"),
        pytest.param("var/a.zip", "nằm ngay trong thư mục của thư viện.*ổ đĩa khác", id="inside-the-library"),
        pytest.param("var", "nằm ngay trong thư mục của thư viện", id="the-library-itself"),
        pytest.param("usb/sau/a.zip", "Không có thư mục .*chọn thư mục khác", id="no-such-folder"),
        pytest.param("usb/có rồi.zip/a.zip", "Không có thư mục", id="below-a-file"),
        pytest.param("usb/" + "dài" * 100, "tên hoặc đường dẫn quá dài.*chọn thư mục khác", id="too-long"),
    ],
)
def test_a_place_that_will_not_do_is_said_and_left_alone(
    full_home: Path, other_disk: Path, target: str, words: str
) -> None:
    (other_disk / "có rồi.zip").write_bytes(b"cua toi")
    with pytest.raises(LibraryError, match=words):
        back_up(full_home, other_disk.parent / target, say_nothing)
    assert [(one.name, one.read_bytes()) for one in other_disk.iterdir()] == [("có rồi.zip", b"cua toi")]
    with open_library(full_home) as library:
        assert library.last_backup.find() is None


def test_where_there_is_no_library_none_is_made_up(tmp_path: Path, other_disk: Path) -> None:
    with pytest.raises(LibraryError, match="Chưa có thư viện"):
        back_up(tmp_path / "lạ", other_disk / "a.zip", say_nothing)
    assert not (tmp_path / "lạ").exists()


def test_a_folder_that_may_not_be_written_is_said(full_home: Path, tmp_path: Path) -> None:
    shut = Path("/proc/self/task")  # nobody may make a file here, not even root
    with pytest.raises(LibraryError, match=r"Không sao lưu được vào .*Thư viện không bị thay đổi"):
        back_up(full_home, shut / "a.zip", say_nothing)


@pytest.mark.parametrize("room", [40_000, 200_000])
def test_a_full_disk_leaves_nothing_behind_and_the_library_as_it_was(
    full_home: Path, other_disk: Path, room: int
) -> None:
    with open_library(full_home) as library:
        put_notice(library, "dài", sentences=3000)
    with a_disk_that_takes_files_up_to(room), pytest.raises(LibraryError, match=r"Hãy giải phóng chỗ trống"):
        back_up(full_home, other_disk / "a.zip", say_nothing)
    assert list(other_disk.iterdir()) == []
    with open_library(full_home) as library:
        assert (len(held_ids(library)), library.last_backup.find()) == (2, None)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "nhỏ"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(folder)]
    root = os.geteuid() == 0 and shutil.which("mount") is not None
    if not root or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("a small disk can be mounted by root alone")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_too_small_for_it_is_said_both_ways(full_home: Path, other_disk: Path, small_disk: Path) -> None:
    with open_library(full_home) as library:
        put_notice(library, "dài", sentences=3000)
    with pytest.raises(LibraryError, match="ổ đĩa đã đầy"):
        back_up(full_home, small_disk / "a.zip", say_nothing)
    assert list(small_disk.iterdir()) == []
    back_up(full_home, other_disk / "a.zip", say_nothing)
    with pytest.raises(LibraryError, match=r"còn .* KB, cần .*Hãy giải phóng chỗ trống"):
        restore(other_disk / "a.zip", small_disk / "moi", say_nothing)
    assert list(small_disk.iterdir()) == []


def test_a_damaged_library_gives_no_back_up_that_looks_whole(full_home: Path, other_disk: Path) -> None:
    file = full_home / "library.sqlite"
    whole = file.read_bytes()
    file.write_bytes(whole[:-8192] + b"Z" * 8192)
    with pytest.raises(LibraryError):
        back_up(full_home, other_disk / "a.zip", say_nothing)
    assert list(other_disk.iterdir()) == []


def test_the_home_of_somebody_unknown_is_no_folder(full_home: Path) -> None:
    with pytest.raises(LibraryError, match=r"Không có thư mục ~khong-ai-ca/a.*chọn thư mục khác"):
        back_up(full_home, Path("~khong-ai-ca/a"), say_nothing)


def test_a_damaged_desk_is_named_and_leads_to_the_check(full_home: Path, other_disk: Path) -> None:
    (full_home / "desk.sqlite").write_bytes(b"x" * 5000)
    with pytest.raises(LibraryError, match=r"desk\.sqlite có chỗ hỏng.*python -m ingest verify"):
        back_up(full_home, other_disk / "a.zip", say_nothing)
    assert list(other_disk.iterdir()) == []


# --- commands -----------------------------------------------------------------------------------------------


def test_the_commands_say_what_was_done_and_what_comes_next(
    full_home: Path, other_disk: Path, command: Callable[..., Printed]
) -> None:
    code, out, _ = command("backup", other_disk / "a.zip")
    assert (code, out.startswith(f"Đã sao lưu và đối chiếu: {other_disk / 'a.zip'} (1 văn bản, ")) == (0, True)
    code, out, _ = command("restore", other_disk / "a.zip", "--to", other_disk / "moi")
    assert (code, out.startswith(f"Đã khôi phục 1 văn bản vào {other_disk / 'moi'}. Để dùng: ")) == (0, True)
    code, _, complaint = command("backup", other_disk / "a.zip")
    assert (code, complaint) == (3, f"Đã có tệp {other_disk / 'a.zip'}. Hãy đặt tên khác; tệp cũ không bị ghi đè.\n")
    with pytest.raises(SystemExit, match="2"):
        command("restore", "05-CT/TU", "--to", other_disk / "x", "--version", "1")


def test_restore_still_brings_a_removed_document_back(full_home: Path, command: Callable[..., Printed]) -> None:
    assert command("restore", "06-CT/TU")[1].startswith("Đang dùng: Chỉ thị số 06-CT/TU")
    with open_library(full_home) as library:
        assert len(held_ids(library)) == 2
