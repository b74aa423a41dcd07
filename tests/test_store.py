"""The library keeps what it was given: once, whole, restorable, and readable by every later version.

``golden/library-v1.sqlite`` is a library as schema 1 wrote it. It was made once, when schema 1 landed, by

    python -m tests.test_store

and is never made again: a newer schema gets a file of its own beside it.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.cleaning import CLEANING_VERSION
from ingest.documents import read_document
from ingest.errors import AmbiguousError, NotHeldError
from ingest.models import Document
from ingest.passages import make_passages
from ingest.store import Added, Library, hash_content, library_folder, open_library

ROOT = Path(__file__).parent.parent
NOTICE = ROOT / "data" / "documents" / "thong-bao-2018-01-26.txt"
GOLDEN = ROOT / "tests" / "golden" / "library-v1.sqlite"

HEAD = (
    "TỈNH ỦY\n*\nSố {number}\nĐẢNG CỘNG SẢN VIỆT NAM\nPhan Thiết, ngày 05 tháng 02 năm {year}\n\n"
    "CHỈ THỊ\nvề công tác dân vận\n-----\n\n"
)
BODY = "1. Thực hiện Nghị quyết số 18-NQ/TW, ngày 25/10/2017.\n2. Tăng cường kiểm tra: (1) ở huyện; (2) ở xã.\n"
DIRECTIVE_ID = "05-CT/TU@2018-02-05"


def directive(number: str = "05-CT/TU", year: int = 2018, body: str = BODY) -> str:
    return HEAD.format(number=number, year=year) + body


def put(library: Library, raw: str, name: str = "tep.txt") -> Added:
    """Add *raw* as a file of that content."""
    content = raw.encode()
    return library.recognise(hash_content(content)) or library.add(read_document(raw, name), content)


def held_ids(library: Library) -> list[str]:
    return [held.id for held in library.documents()]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path) as opened:
        yield opened


# --- keeping ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(read_document(NOTICE.read_text("utf-8"), NOTICE), id="notice"),
        pytest.param(read_document(directive(), "chi-thi.txt"), id="directive"),
        pytest.param(read_document("<script>alert('x')</script> **đậm** 𝔘𝔫𝔦 한글", "x.txt"), id="odd-letters"),
        pytest.param(read_document("I. CHỈ CÓ ĐẦU MỤC", "x.txt"), id="one-line"),
    ],
)
def test_a_document_comes_back_as_it_was_given(library: Library, document: Document) -> None:
    library.add(document, b"tep goc")

    assert library.get(document.id) == document
    assert [passage for _, passage in library.passages()] == list(make_passages(document))


def test_adding_the_same_file_twice_changes_nothing(library: Library) -> None:
    assert put(library, directive()) == Added("added", DIRECTIVE_ID)
    before = (library.generation, library.documents(), list(library.passages()))

    assert put(library, directive()) == Added("unchanged", DIRECTIVE_ID)
    assert (library.generation, library.documents(), list(library.passages())) == before


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("\ufeff" + directive(), id="byte-order-mark"),
        pytest.param(directive().replace("\n", "\r\n"), id="other-line-ends"),
        pytest.param(directive().replace("Đ", "Ð").replace(" ", "\u00a0"), id="look-alike-letters"),
    ],
)
def test_the_same_text_in_another_file_is_not_kept_twice(library: Library, raw: str) -> None:
    put(library, directive())
    passages = list(library.passages())

    assert put(library, raw, "khac.txt") == Added("duplicate", DIRECTIVE_ID)
    assert (held_ids(library), list(library.passages())) == ([DIRECTIVE_ID], passages)
    assert library.recognise(hash_content(raw.encode())) == Added("unchanged", DIRECTIVE_ID)


def test_another_text_of_the_same_number_and_date_is_kept_beside(library: Library) -> None:
    put(library, directive())
    added = put(library, directive(body="1. Một văn bản khác.\n"))

    assert added.status == "beside"
    assert added.document_id.startswith(f"{DIRECTIVE_ID}~")
    assert held_ids(library) == [DIRECTIVE_ID, added.document_id]
    assert "18-NQ/TW" in library.get(DIRECTIVE_ID).text
    assert "Một văn bản khác." in library.get(added.document_id).text
    again = put(library, "\ufeff" + directive(body="1. Một văn bản khác.\n"))
    assert again == Added("duplicate", added.document_id)


def test_a_corrected_text_stands_beside_no_removed_one(library: Library) -> None:
    put(library, directive())
    library.remove(DIRECTIVE_ID)
    corrected = put(library, directive(body="1. Đã sửa.\n"))
    assert (corrected.status, held_ids(library)) == ("added", [corrected.document_id])
    assert put(library, directive(body="1. Sửa nữa.\n")).status == "beside"


def test_what_was_removed_is_out_of_use_until_its_file_is_added_again(library: Library) -> None:
    put(library, directive())
    passages = dict(library.passages())
    library.remove(DIRECTIVE_ID)

    assert (held_ids(library), list(library.passages()), library.find_passages(list(passages))) == ([], [], {})
    assert library.find_records([DIRECTIVE_ID]) == {}
    for gone, advice in ((library.get, "list"), (library.remove, "list"), (library.find_id, "restore")):
        with pytest.raises(NotHeldError, match=f"python -m ingest {advice}"):
            gone(DIRECTIVE_ID)
    assert put(library, directive()) == Added("restored", DIRECTIVE_ID)
    assert dict(library.passages()) == passages


def test_another_file_of_the_same_text_restores_it_too(library: Library) -> None:
    put(library, directive())
    library.remove(DIRECTIVE_ID)

    assert put(library, "\ufeff" + directive()) == Added("restored", DIRECTIVE_ID)
    assert held_ids(library) == [DIRECTIVE_ID]


def test_the_generation_grows_with_every_addition_and_removal_and_the_id_stays(library: Library) -> None:
    name, seen = library.id, [library.generation]
    for change in (lambda: put(library, directive()), lambda: library.remove(DIRECTIVE_ID)):
        change()
        seen.append(library.generation)

    assert seen == sorted(set(seen))
    assert library.id == name


def test_a_library_opened_again_is_the_same(tmp_path: Path) -> None:
    with open_library(tmp_path / "moi" / "sau") as library:
        put(library, directive())
        kept = (library.id, library.generation, library.documents(), list(library.passages()))
    with open_library(tmp_path / "moi" / "sau") as library:
        assert (library.id, library.generation, library.documents(), list(library.passages())) == kept
    assert [file.name for file in (tmp_path / "moi" / "sau").iterdir()] == ["library.sqlite"]


def test_each_text_carries_the_version_of_the_cleaning_that_made_it(library: Library) -> None:
    put(library, directive())
    stored = sqlite3.connect(library.folder / "library.sqlite")
    assert stored.execute("SELECT cleaning_version FROM documents").fetchall() == [(CLEANING_VERSION,)]
    stored.close()


def test_the_original_file_is_kept_byte_for_byte(library: Library) -> None:
    content = ("\ufeff" + directive()).replace("\n", "\r\n").encode()
    library.add(read_document(content.decode(), "goc.txt"), content)
    stored = sqlite3.connect(library.folder / "library.sqlite")
    assert stored.execute("SELECT name, content FROM originals").fetchall() == [("goc.txt", content)]
    stored.close()


# --- finding ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("given", [DIRECTIVE_ID, "05-CT/TU", "05-ct/tu", " 05 – CT/TU ", "05/CT-TU"])
def test_a_document_is_found_by_its_id_or_by_its_sign_however_written(library: Library, given: str) -> None:
    put(library, directive())
    assert library.find_id(given) == DIRECTIVE_ID


@pytest.mark.parametrize("given", ["05-CT/TW", "6-CT/TU", "", "chỉ thị", "' OR 1=1 --"])
def test_what_names_no_document_is_said_to_be_missing(library: Library, given: str) -> None:
    put(library, directive())
    with pytest.raises(NotHeldError, match="python -m ingest list"):
        library.find_id(given)


def test_a_sign_that_several_bear_names_them_all(library: Library) -> None:
    put(library, directive())
    put(library, directive(year=2023))

    with pytest.raises(AmbiguousError, match="Có 2 văn bản mang ký hiệu 05-ct/tu") as raised:
        library.find_id("05-ct/tu")
    assert raised.value.candidates == (DIRECTIVE_ID, "05-CT/TU@2023-02-05")
    assert library.find_id("05-CT/TU@2023-02-05") == "05-CT/TU@2023-02-05"


def test_passages_and_records_are_found_many_at_once(library: Library) -> None:
    put(library, directive(body="".join(f"{i}. Khoản số {i}.\n" for i in range(1, 700))))
    passages = dict(library.passages())

    assert len(passages) == 699
    assert list(passages) == sorted(passages)
    assert library.find_passages([*passages, 10**9, -1]) == passages
    assert list(library.find_records([DIRECTIVE_ID, *(f"khong-co-{i}" for i in range(700))])) == [DIRECTIVE_ID]


def test_vectors_are_kept_by_model_and_content_and_leave_the_generation(library: Library) -> None:
    before = library.generation
    library.embeddings.keep("e5", [("a", b"\x01"), ("b", b"\x02")])
    library.embeddings.keep("e5", [("a", b"\x03")])

    assert library.embeddings.find("e5", ["a", "b", "c"]) == {"a": b"\x01", "b": b"\x02"}
    assert library.embeddings.find("khac", ["a"]) == {}
    assert library.generation == before


# --- older libraries ----------------------------------------------------------------------------------------


def test_a_library_of_schema_1_is_opened_read_and_written(tmp_path: Path) -> None:
    assert int.from_bytes(GOLDEN.read_bytes()[60:64], "big") == 1
    shutil.copy(GOLDEN, tmp_path / "library.sqlite")

    with open_library(tmp_path) as library:
        assert held_ids(library) == ["thong-bao~d974c7b385", DIRECTIVE_ID]
        notice, held = library.get("thong-bao~d974c7b385"), library.get(DIRECTIVE_ID)
        assert (notice.metadata.signer, len(notice.metadata.recipients), len(notice.citations)) == (
            "Lê Tấn Lai",
            11,
            12,
        )
        assert [node.address for node in held.walk()] == ["tieu-de", "1", "2", "2.1", "2.2"]
        assert [(mention.text, mention.number) for mention in held.citations] == [
            ("Nghị quyết số 18-NQ/TW, ngày 25/10/2017", "18-NQ/TW")
        ]
        texts = {passage.document_id: library.get(passage.document_id).text for _, passage in library.passages()}
        assert all(texts[p.document_id][p.start : p.end] == p.text for _, p in library.passages())
        assert library.embeddings.find("mô hình", ["băm"]) == {"băm": b"\x00\x01"}
        assert put(library, directive()) == Added("unchanged", DIRECTIVE_ID)
        assert put(library, directive(number="06-CT/TU")) == Added("restored", "06-CT/TU@2018-02-05")
        assert put(library, directive(number="07-CT/TU")).status == "added"
    assert not list(GOLDEN.parent.glob("*.sqlite-*"))


def write_golden() -> None:
    """Two documents, one removed one, one vector; closing folds the log into the file."""
    with tempfile.TemporaryDirectory() as folder:
        with open_library(Path(folder)) as library:
            put(library, NOTICE.read_text("utf-8"), NOTICE.name)
            put(library, directive(), "chi-thi.txt")
            put(library, directive(number="06-CT/TU"), "bo.txt")
            library.remove("06-CT/TU@2018-02-05")
            library.embeddings.keep("mô hình", [("băm", b"\x00\x01")])
        shutil.copy(Path(folder) / "library.sqlite", GOLDEN)


def test_the_library_lies_where_the_setting_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VANKIEN_HOME", "~/thu-vien")
    assert library_folder() == Path.home() / "thu-vien"
    monkeypatch.delenv("VANKIEN_HOME")
    assert library_folder() == ROOT / "var"


if __name__ == "__main__":
    write_golden()
