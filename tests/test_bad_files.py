"""Bad files: each is one clear line with a next step, whatever it does; nothing of it is kept, and the rest goes on."""

from __future__ import annotations

import os
import re
import socket
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.adding import Outcome, add_files, find_files
from ingest.documents import read_document
from ingest.errors import ReadingError
from ingest.readers import Reading, limits, read_content, read_file
from ingest.readers.apart import Contained, ReaderPool
from ingest.safekeeping.health import examine_library
from ingest.store import open_library
from tests.bad_files import LINES, make_docx, make_xlsx, repack, valid_files
from tests.worse_files import FILES, LAUGHS

KINDS = ("txt", "utf-16", "old-fonts", "html", "mhtml", "xlsx", "xls", "docx", "rtf", "pdf")
PACKED = ("xlsx", "docx")
MAIN_PARTS = {"docx": "word/document.xml", "xlsx": "xl/worksheets/sheet1.xml"}
thorough = settings(max_examples=60)


def read_or_refuse(content: bytes, name: str = "a.bin") -> Reading | ReadingError:
    """What reading gives; any other error fails the test."""
    try:
        return read_content(content, Path(name))
    except ReadingError as error:
        refused = error
    assert "Hãy " in refused.advice or "hãy " in refused.advice
    assert "\n" not in str(refused)
    return refused


def spoil(content: bytes, at: int, kind: int, with_what: bytes) -> bytes:
    """*content* with something put over it, put into it, or taken out of it."""
    at %= len(content) + 1
    match kind:
        case 0:
            return content[:at] + with_what + content[at + len(with_what) :]
        case 1:
            return content[:at] + with_what + content[at:]
        case 2:
            return content[:at] + content[at + len(with_what) * 9 :]
    return content[:at] + content[at // 2 :]


spoiling = st.tuples(st.integers(0, 1 << 16), st.integers(0, 3), st.binary(min_size=1, max_size=8))


@pytest.mark.parametrize("kind", KINDS)
def test_a_valid_file_is_read_under_any_name(kind: str) -> None:
    content = valid_files()[kind]
    for name in ("a.txt", "a.doc", "a.pdf", "a", "a.xlsx", "a.html"):
        assert read_content(content, Path(name)) == read_content(content, Path("a.bin"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_cut_off_at_any_tenth_is_read_or_refused_in_a_line(kind: str) -> None:
    content = valid_files()[kind]
    for tenth in range(10):
        result = read_or_refuse(content[: len(content) * tenth // 10])
        assert kind not in PACKED or tenth == 0 or isinstance(result, ReadingError)


@pytest.mark.parametrize("kind", KINDS)
@thorough
@given(spoiled=st.lists(spoiling, min_size=1, max_size=4))
def test_a_spoiled_file_is_read_or_refused_in_a_line(kind: str, spoiled: list[tuple[int, int, bytes]]) -> None:
    content = valid_files()[kind]
    for at, how, with_what in spoiled:
        content = spoil(content, at, how, with_what)
    read_or_refuse(content)


@pytest.mark.parametrize("kind", PACKED)
@thorough
@given(spoiled=st.lists(spoiling, min_size=1, max_size=3), chosen=st.integers(0, 20))
def test_a_packed_file_with_a_spoiled_part_is_too(
    kind: str, spoiled: list[tuple[int, int, bytes]], chosen: int
) -> None:
    names: list[str] = []

    def change(name: str, part: bytes) -> bytes:
        names.append(name)
        if len(names) - 1 != chosen and not (chosen > 12 and name == MAIN_PARTS[kind]):
            return part
        for at, how, with_what in spoiled:
            part = spoil(part, at, how, with_what)
        return part

    read_or_refuse(repack(valid_files()[kind], change))


@thorough
@given(content=st.binary(max_size=400), start=st.sampled_from([b"", b"%PDF-1.4 obj", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html>", b"{\\rtf1", b"\xff\xfe", b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n"]))  # fmt: skip  # noqa: E501
def test_any_bytes_are_read_or_refused_in_a_line(content: bytes, start: bytes) -> None:
    read_or_refuse(start + content)


@pytest.mark.parametrize("kind", PACKED)
def test_entities_are_neither_fetched_nor_multiplied(kind: str, tmp_path: Path) -> None:
    secret = tmp_path / "mat.txt"
    secret.write_text("bí mật", "utf-8")
    outside = f'<!DOCTYPE l [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'.encode()
    for opening, used in ((LAUGHS, b"&j;"), (outside, b"&x;")):

        def change(name: str, part: bytes, opening: bytes = opening, used: bytes = used) -> bytes:
            if name != MAIN_PARTS[kind]:
                return part
            head, mark, rest = part.partition(b"?>")
            return (head + mark + opening + rest if mark else opening + part).replace("Phạm vi".encode(), used)

        began = time.monotonic()
        result = read_or_refuse(repack({"docx": make_docx, "xlsx": make_xlsx}[kind](), change))
        assert time.monotonic() - began < 5
        assert isinstance(result, ReadingError) or ("bí mật" not in result.text and len(result.text) < 1000)


@pytest.mark.parametrize("kind", [pytest.param("document", id="docm"), pytest.param("template", id="dotm")])
def test_macros_are_no_text_and_are_not_run(kind: str) -> None:
    def change(name: str, part: bytes) -> bytes:
        macro = f"application/vnd.ms-word.{kind}.macroEnabled{'Template' * (kind == 'template')}.main+xml".encode()
        plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
        return part.replace(plain, macro) if name == "[Content_Types].xml" else part

    assert read_content(repack(make_docx(), change), Path("a.docm")).text.startswith(LINES[0])


@pytest.mark.parametrize("megabytes", [1, pytest.param(10, marks=pytest.mark.slow)])
def test_a_line_of_megabytes_is_read_through(megabytes: int) -> None:
    line = "Cấp ủy các cấp tăng cường kiểm tra, giám sát ở cơ sở theo Quy định 102-QĐ/TW; "
    content = (line * (megabytes * 1_000_000 // len(line.encode()))).encode()
    began = time.monotonic()
    document = read_document(read_content(content, Path("a.txt")), "a.txt")
    assert len(document.text) > 700_000 * megabytes
    assert time.monotonic() - began < 60 + 12 * megabytes


@pytest.mark.parametrize(
    "sign", [pytest.param(sign, id=f"{ord(sign):04X}") for sign in "\u202e\u2067\u200f\u200b\u200d\ufeff\u2060"]
)
def test_signs_that_nobody_sees_change_no_text(sign: str) -> None:
    text = f"Điều 1. Quy{sign} định {sign}201{sign}-QĐ/TW"
    assert read_document(text, "a.txt").text == "Điều 1. Quy định 201-QĐ/TW"


def test_a_folder_of_bad_files_gives_a_line_for_each_and_the_good_ones(tmp_path: Path) -> None:
    bad = {
        "1-rong.txt": b"",
        "2-cat.docx": make_docx()[:3000],
        "3-lon.txt": None,
        "4-nen.7z": b"7z\xbc\xaf\x27\x1c\x00",
        "5-la.txt": "Москва, проверка".encode("cp1251"),
    }
    for name, content in bad.items():
        if content is None:
            with (tmp_path / name).open("wb") as opened:
                opened.truncate(limits.LARGEST_FILE + 1)
        else:
            (tmp_path / name).write_bytes(content)
    for kind in KINDS:
        (tmp_path / f"tot.{kind}").write_bytes(valid_files()[kind])
    files = sorted(tmp_path.iterdir())
    files.append(tmp_path / "mat-roi.txt")
    with ReaderPool(2) as pool:
        found = dict(pool.read_each(files))
    assert {file.name for file, result in found.items() if isinstance(result, ReadingError)} == {*bad, "mat-roi.txt"}
    assert sum(isinstance(result, Contained) for result in found.values()) == len(KINDS)


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    with file.open("wb") as opened:
        opened.truncate(limits.LARGEST_FILE + 1)
    with pytest.raises(ReadingError, match="tệp lớn hơn 200 MB"):
        read_file(file)


# --- each in a folder with good ones, into a library -----------------------------------------------------------


@pytest.fixture(scope="module")
def pool() -> Iterator[ReaderPool]:
    with ReaderPool(1, longest=60) as opened:
        yield opened


def take_in(tmp_path: Path, pool: ReaderPool, paths: list[Path] | None = None) -> dict[str, Outcome]:
    """What became of what lies in ``vao``, two good files beside it, after *paths* or the folder itself was added.

    The good ones are taken, the library is whole, and all that in less than a minute.
    """
    for name in ("0-tot.txt", "z-tot.txt"):
        (tmp_path / "vao" / name).write_text(f"THÔNG BÁO\nvề việc {name}\n\nNội dung.", "utf-8")
    began = time.monotonic()
    with open_library(tmp_path / "var") as library:
        outcomes = list(add_files(library, find_files(paths or [tmp_path / "vao"]), pool))
    assert time.monotonic() - began < 60
    good = [one for one in outcomes if one.file.name.endswith("-tot.txt")]
    assert [one.added and one.added.status for one in good] == ["added", "added"]
    assert [one for one in examine_library(tmp_path / "var", lambda *_: None) if one.missing] == []
    return {one.name: one for one in outcomes if one not in good}


def check_told(outcome: Outcome) -> None:
    """It says what, where and what next, in a line."""
    assert outcome.added is None
    assert outcome.error is not None
    assert "\n" not in str(outcome.error)
    assert outcome.file.name in str(outcome.error)
    assert re.search(r"\b[Hh]ãy |Loại tệp này không chứa văn bản|Cài: ", outcome.error.advice), outcome.error.advice


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_means_harm_is_told_and_harms_nothing(tmp_path: Path, pool: ReaderPool, name: str) -> None:
    file, content = FILES[name]
    (tmp_path / "vao").mkdir()
    (tmp_path / "vao" / file).write_bytes(content)
    outcomes = take_in(tmp_path, pool)
    assert outcomes
    for one in outcomes.values():
        check_told(one)


def make_sparse(file: Path) -> None:
    with file.open("wb") as opened:
        opened.truncate(10 * 1024**3)


def make_socket(file: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(file))


def make_linked_pipe(file: Path) -> None:
    os.mkfifo(f"{file}-ong")
    file.symlink_to(f"{file}-ong")


NO_FILES: dict[str, Callable[[Path], object]] = {
    "ten-gigabytes-of-nothing": make_sparse,
    "a-pipe": os.mkfifo,
    "a-socket": make_socket,
    "an-endless-device": lambda file: file.symlink_to("/dev/zero"),
    "a-terminal": lambda file: file.symlink_to("/dev/tty"),
    "a-link-to-itself": lambda file: file.symlink_to(file),
    "a-link-to-nothing": lambda file: file.symlink_to("khong-co"),
    "a-link-to-a-pipe": make_linked_pipe,
    "a-folder-called-a-file": Path.mkdir,
}


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX")
@pytest.mark.parametrize("name", NO_FILES)
def test_what_is_no_file_is_told_when_it_is_named_and_never_waited_for(
    tmp_path: Path, pool: ReaderPool, name: str
) -> None:
    (tmp_path / "vao").mkdir()
    odd = tmp_path / "vao" / "la.docx"
    NO_FILES[name](odd)
    named = take_in(tmp_path, pool, [odd, tmp_path / "vao" / "0-tot.txt", tmp_path / "vao" / "z-tot.txt"])
    check_told(named["la.docx"])


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX")
def test_a_folder_of_pipes_devices_and_links_in_a_circle_is_walked_to_its_end(tmp_path: Path, pool: ReaderPool) -> None:
    for name, make in NO_FILES.items():
        (tmp_path / "vao" / name).mkdir(parents=True)
        make(tmp_path / "vao" / name / "la.docx")
    (tmp_path / "vao" / "vong").symlink_to(tmp_path / "vao")
    for one in take_in(tmp_path, pool).values():
        check_told(one)
