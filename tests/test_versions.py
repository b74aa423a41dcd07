"""Versions of one document: the newer file is in use, the older stays and can be brought back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.search import open_searcher
from index.settings import Settings
from ingest.documents import read_document
from ingest.errors import AmbiguousError, NotHeldError
from ingest.mentions import CitedAs
from ingest.models import Metadata, PageStart
from ingest.store import Added, Library, Origin, hash_content, open_library
from tests.fakes import FAKE_MODEL, FakeEncoder, build
from tests.test_store import DIRECTIVE_ID, GOLDEN, directive, held_ids

BODY = "1. Các cấp ủy tăng cường kiểm tra ở huyện.\n2. Thực hiện Nghị quyết số 18-NQ/TW, ngày 25/10/2017 ở xã.\n"
MORE = "3. Báo cáo kết quả trước ngày 30 hằng tháng.\n"
AMENDED = BODY.replace("2. ", "2. Báo cáo kết quả trước ngày 30 hằng tháng.\n3. ")
OTHER = "1. Kết nạp đảng viên mới ở chi bộ khối dân.\n2. Thu nộp đảng phí đúng kỳ, đủ số.\n"
OLD, NEW = "2018-02-05T08:00:00+00:00", "2019-03-01T08:00:00+00:00"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path) as opened:
        yield opened


def put(
    library: Library, body: str, modified: str | None = None, scanned: bool = False, number: str = "05-CT/TU"
) -> Added:
    raw = directive(number=number, body=body)
    document = read_document(raw, "tep.txt")
    if scanned:
        document = replace(document, pages=(PageStart(1, 0, 0.9),))
    return library.add(document, raw.encode() + (b" " if scanned else b""), Origin("PDF", "", modified))


def search(library: Library, typed: str) -> list[str]:
    """Texts of the passages found, whatever generation the index is of."""
    searcher = open_searcher(Settings(library.folder, FAKE_MODEL), FakeEncoder())
    return [hit.passage.text for hit in searcher.search(typed)]


def texts(library: Library) -> list[str]:
    return [library.get(held).text for held in held_ids(library)]


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [
        pytest.param(OLD, NEW, "replaced", id="newer"),
        pytest.param(NEW, OLD, "older", id="older"),
        pytest.param(NEW, NEW, "replaced", id="equal"),
        pytest.param(None, OLD, "replaced", id="first-unknown"),
        pytest.param(NEW, None, "replaced", id="second-unknown"),
    ],
)
def test_the_newer_file_is_in_use_and_both_are_kept(
    library: Library, first: str | None, second: str | None, status: str
) -> None:
    put(library, BODY, first)
    assert put(library, AMENDED, second) == Added(status, DIRECTIVE_ID)
    assert held_ids(library) == [DIRECTIVE_ID]
    assert [("Báo cáo" in text) for text in texts(library)] == [status == "replaced"]
    versions = library.versions.list_of(DIRECTIVE_ID)
    assert [(one.number, one.in_use) for one in versions] == [(1, status == "older"), (2, status == "replaced")]


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [
        pytest.param(False, True, "older", id="scan-of-a-text"),
        pytest.param(True, False, "replaced", id="text-of-a-scan"),
    ],
)
def test_a_scan_takes_the_place_of_no_text_however_new(
    library: Library, first: bool, second: bool, status: str
) -> None:
    put(library, BODY, NEW if first else OLD, scanned=first)
    assert put(library, AMENDED, OLD if first else NEW, scanned=second).status == status


def test_a_quite_different_text_of_the_same_number_and_day_stands_beside(library: Library) -> None:
    put(library, BODY)
    added = put(library, OTHER)
    assert (added.status, len(held_ids(library))) == ("beside", 2)
    assert put(library, OTHER + MORE) == Added("replaced", added.document_id)
    assert len(held_ids(library)) == 2


def test_two_branches_that_use_one_form_keep_a_document_each(library: Library) -> None:
    put(library, BODY)
    raw = directive(body=BODY + MORE).replace("TỈNH ỦY\n", "HUYỆN ỦY\n")
    assert library.add(read_document(raw, "x.txt"), raw.encode()).status == "beside"


@pytest.mark.parametrize("number", ["06-CT/TU", None])
def test_nearly_the_same_text_under_another_key_is_added_and_named(library: Library, number: str | None) -> None:
    long = BODY + "".join(f"{i}. Việc thứ {i} giao cho ban thứ {i + 7}.\n" for i in range(3, 150))
    put(library, long)
    raw = directive(number=number or "", body=long + MORE)
    added = library.add(read_document(raw, "x.txt"), raw.encode())
    assert added.status == "added"
    assert [(one.document_id, one.likeness >= 0.9) for one in added.near] == [(DIRECTIVE_ID, True)]
    assert put(library, OTHER, number="07-CT/TU").near == ()


def test_the_same_words_in_another_file_are_one_document_with_two_files(library: Library) -> None:
    put(library, BODY)
    raw = directive(body=BODY).replace("\n", "\r\n\r\n").replace(" ở xã", "  ở  xã")
    assert (
        library.add(read_document(raw, "ban.pdf"), raw.encode(), Origin("PDF", "x/ban.pdf", NEW)).status == "duplicate"
    )
    assert [(one.name, one.origin.kind, one.version) for one in library.versions.originals(DIRECTIVE_ID)] == [
        ("tep.txt", "PDF", 1),
        ("ban.pdf", "PDF", 1),
    ]
    assert [one.number for one in library.versions.list_of(DIRECTIVE_ID)] == [1]


def test_an_earlier_version_is_neither_searched_nor_cited_nor_meant(library: Library) -> None:
    put(library, BODY)
    build(library.folder, FakeEncoder())
    put(library, BODY.replace("18-NQ/TW", "19-NQ/TW") + MORE)

    assert not any("18-NQ/TW" in passage.text for _, passage in library.passages())
    assert library.cited_by("18-NQ/TW@2017-10-25") == []
    assert library.citing.find_meaning(CitedAs(number="05-CT/TU"), Metadata()).resolved == DIRECTIVE_ID
    stale = search(library, "thực hiện Nghị quyết ở xã")
    assert not any("18-NQ/TW" in text for text in stale)
    build(library.folder, FakeEncoder())
    found = search(library, "thực hiện Nghị quyết ở xã")
    assert any("19-NQ/TW" in text for text in found)
    assert not any("18-NQ/TW" in text for text in found)


def test_an_earlier_version_can_be_brought_back_and_back_again(library: Library) -> None:
    put(library, BODY)
    put(library, BODY + MORE)
    generation = library.generation
    library.versions.restore(DIRECTIVE_ID, 1)
    assert (held_ids(library), library.generation) == ([DIRECTIVE_ID], generation + 1)
    assert "Báo cáo" not in library.get(DIRECTIVE_ID).text
    library.versions.restore(DIRECTIVE_ID, 2)
    assert "Báo cáo" in library.get(DIRECTIVE_ID).text
    assert [(one.number, one.in_use) for one in library.versions.list_of(DIRECTIVE_ID)] == [(1, False), (2, True)]
    with pytest.raises(NotHeldError, match=r"không có bản 3. Xem các bản bằng: python -m ingest versions"):
        library.versions.restore(DIRECTIVE_ID, 3)


def test_a_removed_document_is_found_and_restored(library: Library) -> None:
    put(library, BODY)
    put(library, BODY + MORE)
    library.remove(DIRECTIVE_ID)
    assert (held_ids(library), [one.id for one in library.versions.removed()]) == ([], [DIRECTIVE_ID])
    assert library.versions.find_id("05-ct/tu") == DIRECTIVE_ID
    library.versions.restore(DIRECTIVE_ID)
    assert "Báo cáo" in library.get(DIRECTIVE_ID).text
    assert library.versions.removed() == []


def test_the_file_of_an_earlier_version_is_known_and_restores_a_removed_document_as_it_was(library: Library) -> None:
    put(library, BODY)
    put(library, BODY + MORE)
    old = directive(body=BODY).encode()
    earlier = Added("earlier", DIRECTIVE_ID, version=1)
    assert library.add(read_document(old.decode(), "x.txt"), old) == earlier
    assert library.recognise(hash_content(old)) == earlier
    assert library.recognise(hash_content(directive(body=BODY + MORE).encode())) == Added("unchanged", DIRECTIVE_ID)
    library.remove(DIRECTIVE_ID)
    assert library.add(read_document(old.decode(), "x.txt"), old).status == "restored"
    assert "Báo cáo" in library.get(DIRECTIVE_ID).text


def test_a_new_text_of_a_removed_document_is_added_and_the_removed_one_is_its_earlier_version(
    library: Library,
) -> None:
    put(library, BODY, NEW)
    library.remove(DIRECTIVE_ID)
    assert put(library, BODY + MORE, OLD) == Added("added", DIRECTIVE_ID)
    assert [(one.number, one.in_use) for one in library.versions.list_of(DIRECTIVE_ID)] == [(1, False), (2, True)]


def test_names_of_documents_out_of_use_are_as_clear_as_others(library: Library) -> None:
    for year in (2018, 2019):
        raw = directive(year=year, body=OTHER)
        library.remove(library.add(read_document(raw, "x.txt"), raw.encode()).document_id)
    with pytest.raises(AmbiguousError, match="Có 2 văn bản mang ký hiệu 05-CT/TU"):
        library.versions.find_id("05-CT/TU")
    with pytest.raises(NotHeldError, match="list --removed"):
        library.versions.find_id("99-CT/TU")


def test_notes_of_the_reading_and_places_of_files_are_kept(library: Library) -> None:
    document = replace(read_document(directive(body=BODY), "a.doc"), notes=("Tệp có hai cột.",))
    library.add(document, b"doc", Origin("DOC", "hoso.zip › a.doc", OLD))
    assert library.get(DIRECTIVE_ID).notes == ("Tệp có hai cột.",)
    (original,) = library.versions.originals(DIRECTIVE_ID)
    assert (original.origin, original.size) == (Origin("DOC", "hoso.zip › a.doc", OLD), 3)
    assert library.versions.read_original(DIRECTIVE_ID) == (b"doc", original)


def test_documents_of_an_older_library_have_one_version_and_know_their_words(tmp_path: Path) -> None:
    shutil.copy(GOLDEN, tmp_path / "library.sqlite")
    with open_library(tmp_path) as library:
        for held in [*library.documents(), *library.versions.removed()]:
            assert [one.number for one in library.versions.list_of(held.id)] == [1]
            assert len(library.versions.originals(held.id)) == 1
        content, original = library.versions.read_original(DIRECTIVE_ID)
        assert (original.name, content) == ("chi-thi.txt", directive().encode())
        raw = directive().replace("\n", "\n\n")
        assert library.add(read_document(raw, "x.txt"), raw.encode()).status == "duplicate"
        added = library.add(read_document(directive(number="08-CT/TU"), "x.txt"), b"x")
        assert [one.document_id for one in added.near] == [DIRECTIVE_ID]


LONG = BODY + "".join(f"{i}. Việc thứ {i} giao cho ban thứ {i + 7}, báo cáo ngày {i}.\n" for i in range(3, 40))


def cut(raw: str, share: float) -> str:
    return raw[: int(len(raw) * share)]


@pytest.mark.parametrize(
    "cut_copy",
    [
        pytest.param(cut(directive(body=LONG), 0.95), id="its-end-is-missing"),
        pytest.param(cut(directive(body=LONG), 0.6), id="cut-in-the-middle"),
        pytest.param(cut(directive(body=LONG), 0.3) + "\nB×n", id="with-a-frayed-end"),
        pytest.param(directive(body=BODY), id="without-most-of-its-body"),
        pytest.param(directive(body=""), id="its-head-and-signature-alone"),
    ],
)
def test_what_seems_cut_short_is_kept_and_not_used_until_a_person_says_so(library: Library, cut_copy: str) -> None:
    put(library, LONG, OLD)
    document = read_document(cut_copy, "tep.txt")
    document = replace(document, id=DIRECTIVE_ID)
    added = library.add(document, cut_copy.encode(), Origin("PDF", "", NEW))
    assert (added.status, added.document_id, added.version) == ("shorter", DIRECTIVE_ID, 2)
    assert [len(text) for text in texts(library)] == [len(read_document(directive(body=LONG), "x").text)]

    library.versions.restore(DIRECTIVE_ID, 2)
    assert texts(library) == [document.text]


def test_a_whole_text_takes_the_place_of_one_that_was_cut_short(library: Library) -> None:
    put(library, BODY, OLD)
    assert put(library, LONG, NEW) == Added("replaced", DIRECTIVE_ID)
    assert [len(one) for one in texts(library)] == [len(read_document(directive(body=LONG), "x").text)]


SIGNED = f"{directive(body=LONG)}\nNơi nhận:\n- Như trên,\n- Lưu.\n\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nNguyễn Văn An\n"
UNSIGNED = SIGNED.partition("39. ")[0] + "Bản này lưu hành nội bộ.\n"
CUT_AND_MISREAD = cut(SIGNED, 0.8).replace("Việc thứ 3", "Vieäc thöù 3")


@pytest.mark.parametrize("spoilt", [CUT_AND_MISREAD, UNSIGNED], ids=["cut-and-misread", "unsigned"])
@pytest.mark.parametrize("cut_first", [False, True])
@pytest.mark.parametrize("dates", [(OLD, NEW), (NEW, OLD)])
def test_of_a_cut_copy_and_a_whole_one_the_whole_one_is_in_use_whichever_came_first(
    library: Library, spoilt: str, cut_first: bool, dates: tuple[str, str]
) -> None:
    whole = SIGNED
    for raw, modified in zip((spoilt, whole) if cut_first else (whole, spoilt), dates, strict=True):
        document = replace(read_document(raw, "tep.txt"), id=DIRECTIVE_ID)
        added = library.add(document, raw.encode(), Origin("DOCX", "", modified))
    assert added.status == ("replaced" if cut_first else "shorter")
    assert texts(library) == [read_document(whole, "x").text]
    assert len(library.versions.list_of(DIRECTIVE_ID)) == 2


def test_a_part_of_a_held_document_without_its_day_is_named_as_near(library: Library) -> None:
    put(library, LONG)
    part = cut(directive(body=LONG), 0.5).replace("ngày 05 tháng 02 năm 2018", "")
    added = library.add(read_document(part, "phan.txt"), part.encode())
    assert added.status == "added"
    assert [(one.document_id, one.overlap >= 0.9) for one in added.near] == [(DIRECTIVE_ID, True)]


@pytest.mark.parametrize(
    "shorter",
    [
        pytest.param(LONG.replace("20. Việc thứ 20 giao cho ban thứ 27, báo cáo ngày 20.\n", ""), id="a-line-less"),
        pytest.param("".join(LONG.splitlines(keepends=True)[5:]), id="its-first-lines-struck-out"),
    ],
)
def test_a_text_that_was_edited_is_the_newer_version_though_it_is_shorter(library: Library, shorter: str) -> None:
    put(library, LONG, OLD)
    assert put(library, shorter, NEW).status == "replaced"
