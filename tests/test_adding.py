"""Files and folders into the library: each file has its outcome, and a bad one stops nothing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from ingest.adding import Outcome, add_files, find_files
from ingest.errors import LibraryError, ReadingError
from ingest.readers import read_content, read_file
from ingest.readers.apart import ReaderPool
from ingest.store import Library, open_library
from tests.processes import unprivileged

ADVICE_UTF8 = "Hãy mở tệp bằng trình soạn thảo, chọn lưu với mã UTF-8 rồi thêm lại."
ADVICE_UNPACK = "Hãy giải nén rồi thêm thư mục vừa giải nén."
ADVICE_TEXT = "Hãy lưu nội dung thành văn bản .txt (UTF-8) rồi thêm lại."
ADVICE_EMPTY = "Hãy kiểm tra lại tệp gốc."

BAD_FILES = [
    pytest.param(b"", "tệp rỗng", ADVICE_EMPTY, id="empty"),
    pytest.param(b" \r\n\t\n", "tệp rỗng", ADVICE_EMPTY, id="blank"),
    pytest.param(b"\xef\xbb\xbf", "tệp không có chữ nào", ADVICE_EMPTY, id="only-a-byte-order-mark"),
    pytest.param("… --- ***\n".encode(), "tệp không có chữ nào", ADVICE_EMPTY, id="only-punctuation"),
    pytest.param(b"\x00\x01\x02\x03binary", "tệp không phải văn bản", ADVICE_TEXT, id="not-text"),
    pytest.param(b"Caf\xe9 cr\xe8me", "tệp không phải UTF-8 (byte thứ 4)", ADVICE_UTF8, id="not-vietnamese"),
    pytest.param("Thông báo về".encode()[:-1], "tệp không phải UTF-8 (byte thứ 14)", ADVICE_UTF8, id="cut-in-a-letter"),
    pytest.param(b"7z\xbc\xaf\x27\x1c\x00\x04", "chưa đọc được loại tệp 7z", ADVICE_UNPACK, id="archive"),
]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "var") as opened:
        yield opened


def add(library: Library, *paths: Path) -> list[Outcome]:
    return list(add_files(library, find_files(paths)))


def write(file: Path, content: bytes = "THÔNG BÁO\nvề một việc\n\nNội dung.".encode()) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


@pytest.mark.parametrize(("content", "why", "advice"), BAD_FILES)
def test_a_file_without_text_is_an_outcome_with_a_next_step(
    library: Library, tmp_path: Path, content: bytes, why: str, advice: str
) -> None:
    file = write(tmp_path / "xau.txt", content)
    (outcome,) = add(library, file)

    assert outcome.added is None
    assert str(outcome.error) == f"Không đọc được {file}: {why}. {advice}"
    assert library.documents() == []


def test_a_bad_file_does_not_stop_the_others(library: Library, tmp_path: Path) -> None:
    files = [write(tmp_path / "1.txt"), write(tmp_path / "2.txt", b""), write(tmp_path / "3.txt", b"Caf\xe9")]
    (tmp_path / "trong").mkdir()
    last = write(tmp_path / "9.txt", "Ghi chép khác.".encode())

    outcomes = add(library, *files, tmp_path / "khong-co.txt", tmp_path / "trong", last)
    assert [outcome.added is not None for outcome in outcomes] == [True, False, False, False, False, True]
    assert len(library.documents()) == 2


@pytest.mark.parametrize(
    ("make", "why"),
    [
        pytest.param(Path.absolute, "không có tệp này", id="missing"),
        pytest.param(lambda path: path.mkdir(), "thư mục không có tệp nào để đọc", id="empty-folder"),
        pytest.param(lambda path: write(path / ".an"), "thư mục không có tệp nào để đọc", id="only-hidden-files"),
        pytest.param(
            lambda path: (path / "a" / "b").mkdir(parents=True), "thư mục không có tệp nào", id="only-folders"
        ),
        pytest.param(lambda path: path.symlink_to("khong-co"), "không có tệp này", id="broken-link"),
    ],
)
def test_a_path_with_nothing_to_read_says_so(
    library: Library, tmp_path: Path, make: Callable[[Path], object], why: str
) -> None:
    path = tmp_path / "cho-nay"
    make(path)
    (outcome,) = add(library, path)
    assert str(outcome.error).startswith(f"Không đọc được {path}: {why}")


def test_a_folder_is_walked_in_order_and_each_file_read_once(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/c.txt", ".git/config", "a/.an.txt", "~$tam.txt", "a/Thumbs.db", "desktop.ini"):
        write(tmp_path / name)

    found = find_files([tmp_path / "b.txt", tmp_path, tmp_path / "a"])
    assert [str(file.relative_to(tmp_path)) for file in found] == ["b.txt", "a/c.txt", "a/z.txt"]


def errors(outcomes: list[Outcome]) -> dict[str, str]:
    """Why each that was not read was not, by name."""
    return {outcome.file.name: outcome.error.why for outcome in outcomes if outcome.error}


def test_nothing_in_a_folder_is_left_out_in_silence(library: Library, tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "vao", write(tmp_path / "khac" / "x.txt", b"Ngo\xc3\xa0i.").parent
    write(folder / "1.txt")
    (folder / "hong").symlink_to("khong-co")
    (folder / "sang.txt").symlink_to(elsewhere / "x.txt")
    (folder / "thu-muc").symlink_to(elsewhere)
    (folder / "vong").symlink_to(folder)  # what it leads to is read already
    (folder / "rong").mkdir()

    outcomes = add(library, folder)
    followed = "đây là liên kết tới thư mục khác, chưa đọc bên trong"
    assert errors(outcomes) == {"hong": "không có tệp này", "thu-muc": followed}
    assert [outcome.file.name for outcome in outcomes if outcome.added] == ["1.txt", "sang.txt"]
    (error,) = (str(outcome.error) for outcome in outcomes if outcome.file.name == "thu-muc")
    assert error.endswith(f"Hãy thêm thẳng thư mục đó: python -m ingest add {elsewhere}")


def test_a_link_to_a_folder_named_by_itself_is_walked(library: Library, tmp_path: Path) -> None:
    write(tmp_path / "that" / "1.txt")
    (tmp_path / "lien-ket").symlink_to(tmp_path / "that")
    (outcome,) = add(library, tmp_path / "lien-ket")
    assert (outcome.error, outcome.file) == (None, tmp_path / "lien-ket" / "1.txt")


def test_what_is_no_file_is_passed_over_and_not_waited_for(tmp_path: Path) -> None:
    write(tmp_path / "vao" / "1.txt")
    os.mkfifo(tmp_path / "vao" / "ong")
    assert [file.name for file in find_files([tmp_path / "vao"])] == ["1.txt"]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="rights as POSIX has them")
@pytest.mark.parametrize("mode", [pytest.param(0, id="not-listed"), pytest.param(0o444, id="listed-but-not-entered")])
def test_a_folder_that_may_not_be_opened_is_said(tmp_path: Path, mode: int) -> None:
    with TemporaryDirectory() as place:  # below a folder that everybody may enter
        Path(place).chmod(0o755)
        write(Path(place) / "1.txt")
        shut = write(Path(place) / "kin" / "2.txt").parent
        shut.chmod(mode)
        with open_library(tmp_path) as library, unprivileged():
            found = find_files([Path(place)])
            outcomes = [outcome for file in found if file != Path(place) / "1.txt" for outcome in add(library, file)]
            named = add(library, shut / "2.txt")
        shut.chmod(0o755)
    assert [str(why)[:15] for why in errors(outcomes).values()] in (["không mở được t"], ["không có quyền "])
    assert errors(named) == {"2.txt": "không có quyền đọc"}


@pytest.mark.parametrize(
    ("path", "why"),
    [
        pytest.param("a" * 300, "tên hoặc đường dẫn quá dài. Hãy kiểm tra lại đường dẫn.", id="long-name"),
        pytest.param("1.txt/x", "một phần của đường dẫn không phải thư mục. Hãy kiểm tra lại", id="below-a-file"),
        pytest.param("vong", "liên kết chỉ vòng quanh. Hãy kiểm tra lại đường dẫn.", id="link-to-itself"),
    ],
)
def test_a_path_that_cannot_be_is_an_outcome(library: Library, tmp_path: Path, path: str, why: str) -> None:
    write(tmp_path / "1.txt")
    (tmp_path / "vong").symlink_to("vong")
    (outcome,) = add(library, tmp_path / path)
    assert why in str(outcome.error)


def test_a_hidden_file_named_by_itself_is_read(library: Library, tmp_path: Path) -> None:
    (outcome,) = add(library, write(tmp_path / ".an.txt"))
    assert outcome.error is None


@pytest.mark.parametrize("name", ["Thông báo số 1 (bản cuối).txt", "khong-co-duoi", "a\nb.txt", "-rf", "%s.txt"])
def test_any_file_name_will_do(library: Library, tmp_path: Path, name: str) -> None:
    (outcome,) = add(library, write(tmp_path / name))
    assert outcome.added is not None
    assert library.get(outcome.added.document_id).metadata.source == name


def test_the_kind_of_a_file_is_told_by_its_content_not_its_name(library: Library, tmp_path: Path) -> None:
    (outcome,) = add(library, write(tmp_path / "van-ban.pdf"))
    assert outcome.added is not None


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert read_content(b"\xef\xbb\xbf" + "Thông báo".encode(), Path("x.txt")).text == "Thông báo"


def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    file = write(tmp_path / "mat.txt")
    file.chmod(0)
    with unprivileged(), pytest.raises(ReadingError, match=r"không có quyền đọc. Hãy xin quyền đọc tệp rồi thêm lại."):
        read_file(file)


def test_a_file_the_system_cannot_read_says_so() -> None:
    memory = Path("/proc/self/mem")
    if not memory.exists():
        pytest.skip("needs a file whose reading fails: Linux has one")
    with pytest.raises(ReadingError, match=r"ổ đĩa đọc hoặc ghi bị lỗi\. Hãy sao chép tệp rồi thêm lại\."):
        read_file(memory)


def test_what_was_added_before_the_library_failed_stays(library: Library, tmp_path: Path) -> None:
    files = [write(tmp_path / "1.txt"), write(tmp_path / "2.txt", ("Dài dòng. " * 100_000).encode())]
    library._db.execute("PRAGMA max_page_count = 60")

    outcomes = add_files(library, files)
    assert next(outcomes).error is None
    with pytest.raises(LibraryError, match="ổ đĩa đã đầy"):
        next(outcomes)
    assert len(library.documents()) == 1


def test_markup_in_a_file_is_kept_as_written(library: Library, tmp_path: Path) -> None:
    raw = "<script>alert('x')</script>\n\n**đậm** [a](javascript:b) <img src=x onerror=y>\n\n&lt;b&gt;"
    (outcome,) = add(library, write(tmp_path / "x.txt", raw.encode()))
    assert outcome.added is not None
    assert library.get(outcome.added.document_id).text == raw


def test_a_copy_of_a_file_is_told_the_same_however_many_read_at_once(library: Library, tmp_path: Path) -> None:
    for name in "abc":
        write(tmp_path / "vao" / f"{name}.txt")
    with ReaderPool(2) as pool:
        outcomes = list(add_files(library, find_files([tmp_path / "vao"]), pool))
    assert [one.added.status for one in outcomes if one.added] == ["added", "unchanged", "unchanged"]
