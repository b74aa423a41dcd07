"""ZIP archives: what is in them is read as from a folder, within limits, and nothing they say is believed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest import archives
from ingest.adding import Outcome, add_files
from ingest.archives import Member, is_archive, read_members
from ingest.errors import ReadingError
from ingest.store import Library, open_library

TEXT = "THÔNG BÁO\nvề việc {0}\n\nNội dung của {0}.".format


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "var") as opened:
        yield opened


def pack(members: dict[str | zipfile.ZipInfo, bytes | str], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", packing) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return into.getvalue()


def write(file: Path, content: bytes) -> Path:
    file.write_bytes(content)
    return file


def names(outcomes: list[Outcome]) -> dict[str, str]:
    return {one.name: one.error.why if one.error else one.added.status if one.added else "" for one in outcomes}


def read(file: Path) -> dict[str, str]:
    """Name -> the text, or why not."""
    return {
        str(one.file) if isinstance(one, ReadingError) else one.name: one.why
        if isinstance(one, ReadingError)
        else one.content.decode(errors="replace")
        for one in read_members(file)
    }


def test_files_in_an_archive_are_added_under_its_name(library: Library, tmp_path: Path) -> None:
    file = write(tmp_path / "hoso.zip", pack({"thư mục/tệp.txt": TEXT("một"), "b.txt": TEXT("hai"), "rỗng.txt": ""}))

    assert names(list(add_files(library, [file]))) == {
        "hoso.zip › thư mục/tệp.txt": "added",
        "hoso.zip › b.txt": "added",
        "hoso.zip › rỗng.txt": "tệp rỗng",
    }
    assert [held.metadata.source for held in library.documents()] == ["tệp.txt", "b.txt"]
    (original,) = library.versions.originals(library.documents()[0].id)
    assert original.origin.place == f"{file} › thư mục/tệp.txt"
    assert names(list(add_files(library, [file])))["hoso.zip › b.txt"] == "unchanged"


def test_an_office_file_is_no_archive_though_it_is_packed_as_one(tmp_path: Path) -> None:
    assert not is_archive(write(tmp_path / "a.docx", pack({"[Content_Types].xml": "", "word/document.xml": ""})))
    assert not is_archive(write(tmp_path / "a.odt", pack({"mimetype": "application/vnd.oasis.opendocument.text"})))
    assert not is_archive(write(tmp_path / "a.txt", b"PK la gi?"))
    assert is_archive(write(tmp_path / "a.docx", pack({"a.txt": "x"})))


def test_hidden_files_and_those_of_systems_are_left_out(tmp_path: Path) -> None:
    packed = pack(
        {
            "__MACOSX/._a.txt": "x",
            ".DS_Store": "x",
            "~$a.docx": "x",
            "a/.git/b": "x",
            "b/Thumbs.db": "x",
            "a.txt": "chữ",
        }
    )
    assert read(write(tmp_path / "a.zip", packed)) == {"a.txt": "chữ"}


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        pytest.param("Thư mục/tệp.txt".encode(), "Thư mục/tệp.txt", id="utf-8-unmarked"),
        pytest.param("Thư\u0323.txt".encode(), "Thự.txt", id="decomposed"),
        pytest.param("Công văn Đợt.txt".encode("cp1258", "ignore"), "Công văn Đt.txt", id="vietnamese-windows"),
        pytest.param(b"../../etc/passwd", "etc/passwd", id="climbing"),
        pytest.param(b"/etc/passwd", "etc/passwd", id="absolute"),
        pytest.param(b"C:\\Windows\\a.txt", "Windows/a.txt", id="drive"),
        pytest.param(b"\x1b[31m\xe2\x80\xaetxt.exe", "\ufffd[31m\ufffdtxt.exe", id="escape-and-reversal"),
        pytest.param(b"..", "tệp không tên", id="nothing-left"),
    ],
)
def test_names_are_shown_without_harm(tmp_path: Path, raw: bytes, shown: str) -> None:
    packed = pack({"x" * len(raw): "chữ"}).replace(b"x" * len(raw), raw)
    assert list(read(write(tmp_path / "a.zip", packed))) == [shown]
    assert [file.name for file in tmp_path.iterdir()] == ["a.zip"]


def test_archives_inside_an_archive_are_read_to_a_depth(tmp_path: Path) -> None:
    deepest = pack({"c.txt": "ba"})
    inner = pack({"b.txt": "hai", "sau.zip": deepest})
    file = write(tmp_path / "a.zip", pack({"trong.zip": inner, "a.txt": "một"}))

    assert read(file) == {
        "trong.zip › b.txt": "hai",
        f"{file} › trong.zip › sau.zip": "tệp nén lồng trong nhau quá 2 lớp",
        "a.txt": "một",
    }


def test_a_bomb_is_stopped_and_the_rest_goes_on(tmp_path: Path) -> None:
    file = write(tmp_path / "a.zip", pack({"bom.txt": b"0" * 30_000_000, "a.txt": "chữ"}))
    assert read(file) == {
        f"{file} › bom.txt": "tệp nở ra hơn 200 lần, giống tệp nén gây hại",
        "a.txt": "chữ",
    }


def test_one_archive_unpacks_no_more_than_its_allowance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def allow(self: archives._Allowance, file: Path) -> None:
        self.file, self.unpacked, self.members = file, 30, 3

    monkeypatch.setattr(archives._Allowance, "__init__", allow)
    file = write(tmp_path / "a.zip", pack({f"{i}.txt": "mười chữ" for i in range(4)}))
    assert [isinstance(one, Member) for one in read_members(file)] == [True, True, False, False]
    small = write(tmp_path / "b.zip", pack({f"{i}.txt": "x" for i in range(5)}))
    assert [str(one.why) for one in read_members(small) if isinstance(one, ReadingError)] == [
        "tệp nén có hơn 50000 tệp"
    ]


def test_a_member_with_a_password_is_named(tmp_path: Path) -> None:
    packed = bytearray(pack({"a.txt": "chữ", "b.txt": "hai"}))
    packed[6] |= 1  # the first file's own head
    packed[packed.index(b"PK\x01\x02") + 8] |= 1  # and in the list
    file = write(tmp_path / "a.zip", bytes(packed))

    first, second = read_members(file)
    assert str(first) == (
        f"Không đọc được {file} › a.txt: tệp nén có mật khẩu. Hãy giải nén bằng mật khẩu rồi thêm thư mục vừa giải nén."
    )
    assert isinstance(second, Member)


def test_a_damaged_member_costs_itself_alone(tmp_path: Path) -> None:
    packed = bytearray(pack({"a.txt": "chữ " * 100, "b.txt": "hai"}, zipfile.ZIP_STORED))
    packed[packed.index("chữ ".encode()) + 3] ^= 0xFF
    file = write(tmp_path / "a.zip", bytes(packed))
    assert read(file) == {f"{file} › a.txt": "tệp trong tệp nén bị hỏng", "b.txt": "hai"}


def test_an_archive_cut_anywhere_is_one_line_and_no_traceback(library: Library, tmp_path: Path) -> None:
    packed = pack({f"{i}.txt": TEXT(str(i)) for i in range(5)})
    for tenth in range(1, 10):
        file = write(tmp_path / "cat.zip", packed[: len(packed) * tenth // 10])
        (outcome,) = add_files(library, [file])
        assert outcome.error is not None
    assert library.documents() == []


def test_the_time_of_a_member_is_that_of_the_archive_or_unknown(tmp_path: Path) -> None:
    dated, odd = zipfile.ZipInfo("a.txt", (2018, 2, 5, 8, 30, 0)), zipfile.ZipInfo("b.txt")
    packed = bytearray(pack({dated: "một", odd: "hai"}))
    at = packed.rindex(b"PK\x01\x02") + 12
    packed[at : at + 4] = b"\xff\xff\xff\xff"
    one, other = read_members(write(tmp_path / "a.zip", bytes(packed)))
    assert isinstance(one, Member)
    assert isinstance(other, Member)
    assert one.modified is not None
    assert f"{one.modified:%Y-%m-%d %H:%M}" == "2018-02-05 08:30"
    assert other.modified is None
