"""A watched folder: what is new or changed is given once it is whole, and the folder may go and come back."""

from __future__ import annotations

import logging
import os
import signal
import threading
import time
from pathlib import Path

from ingest.watching import FolderWatch, watch_folder
from tests.test_ingest_process import ingest


def write(file: Path, text: str = "Một ghi chép.") -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_a_file_is_given_once_it_has_been_still(tmp_path: Path) -> None:
    watch, file = FolderWatch(tmp_path, settled=2), write(tmp_path / "sau" / "a.txt", "M")
    assert (watch.look(0), watch.unsettled) == ([], True)
    write(file, "Một ghi")
    assert watch.look(2) == []
    write(file, "Một ghi chép.")
    assert watch.look(4) == []
    assert watch.look(5.9) == []
    assert (watch.look(6), watch.unsettled) == ([file], False)
    assert watch.look(99) == []


def test_a_changed_file_is_given_again_and_one_that_went_is_not(tmp_path: Path) -> None:
    watch, file = FolderWatch(tmp_path, settled=1), write(tmp_path / "a.txt")
    assert [watch.look(0), watch.look(1)] == [[], [file]]
    write(file, "Khác hẳn.")
    assert [watch.look(2), watch.look(3)] == [[], [file]]
    write(tmp_path / "b.txt")
    assert watch.look(4) == []
    (tmp_path / "b.txt").unlink()
    assert (watch.look(9), watch.unsettled) == ([], False)


def test_hidden_files_and_those_an_office_program_holds_open_are_left_out(tmp_path: Path) -> None:
    watch = FolderWatch(tmp_path, settled=0)
    write(tmp_path / "~$a.docx")
    write(tmp_path / ".a.txt.swp")
    assert watch.look(0) == []


def test_a_folder_that_goes_and_comes_back_gives_what_is_new_in_it(tmp_path: Path) -> None:
    folder, away = tmp_path / "o", tmp_path / "di"
    watch, file = FolderWatch(folder, settled=0), write(folder / "a.txt")
    assert watch.look(0) == [file]
    folder.rename(away)
    assert (watch.look(1), watch.there) == ([], False)
    other = write(away / "b.txt")
    away.rename(folder)
    assert (watch.look(2), watch.there) == ([folder / other.name], True)


def test_watching_says_when_the_folder_goes_and_comes_back(tmp_path: Path) -> None:
    folder, away, said = tmp_path / "o", tmp_path / "di", list[str]()
    write(folder / "a.txt")
    given = watch_folder(folder, said.append, settled=0.05)
    assert next(given) == [folder / "a.txt"]

    def go_and_come_back() -> None:
        folder.rename(away)
        while not said:
            time.sleep(0.01)
        write(away / "b.txt")
        away.rename(folder)

    mover = threading.Thread(target=go_and_come_back)
    mover.start()
    assert next(given) == [folder / "b.txt"]
    mover.join()
    given.close()
    assert said == [
        f"Không còn thấy thư mục {folder}; sẽ theo dõi tiếp khi thư mục trở lại.",
        f"Thư mục {folder} đã trở lại.",
    ]


def test_who_watches_hears_nothing_of_the_program_that_gives_the_notices(tmp_path: Path) -> None:
    given = watch_folder(write(tmp_path / "o" / "a.txt").parent, list[str]().append, settled=0.05)
    next(given)
    given.close()
    assert not logging.getLogger("watchdog.observers.inotify").isEnabledFor(logging.ERROR)


def test_the_command_adds_what_comes_and_ends_politely(tmp_path: Path) -> None:
    folder = tmp_path / "vao"
    write(folder / "a.txt")
    with ingest(tmp_path / "var", "watch", str(folder)) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == f"Đang theo dõi {folder}. Muốn dừng, nhấn Ctrl+C.\n"
        assert "  a.txt: đã thêm (van-ban~" in process.stdout.readline()
        assert "Bước tiếp theo: python -m index build" in process.stdout.readline()
        write(folder / "b.txt", "")
        os.utime(write(folder / "c.txt", "Một ghi chép khác."), (0, 0))
        lines = sorted(process.stdout.readline()[21:] for _ in range(2))
        assert lines[0] == "b.txt: không đọc được: tệp rỗng. Hãy kiểm tra lại tệp gốc.\n"
        assert lines[1].startswith("c.txt: đã thêm (van-ban~")
        process.stdout.readline()
        write(folder / "d.txt", (folder / "a.txt").read_text("utf-8"))
        assert "  d.txt: đã có, không đổi (van-ban~" in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        rest, err = process.communicate()
    assert rest.endswith("Đã dừng theo dõi; những gì đã báo thêm vẫn được giữ.\n")
    assert (process.returncode, err) == (0, "")


def test_a_folder_that_is_not_there_is_a_wrong_usage(tmp_path: Path) -> None:
    with ingest(tmp_path / "var", "watch", str(tmp_path / "khong")) as process:
        err = process.communicate()[1]
    assert (process.returncode, err) == (2, f"Không có thư mục {tmp_path / 'khong'}. Hãy kiểm tra lại đường dẫn.\n")
