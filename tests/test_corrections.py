"""What a person corrects in a record stands over what was read, through every reading that follows."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ingest import documents
from ingest.adding import ReadHere
from ingest.corrections import CORRECTABLE, read_correction
from ingest.documents import read_document
from ingest.errors import ReadingError, UsageError
from ingest.models import Document, Finding, Metadata
from ingest.readers import Reading
from ingest.rereading import Reread, reread
from ingest.review import find_doubts
from ingest.store import Library, Origin, open_library
from tests.commands import Printed
from tests.test_store import DIRECTIVE_ID, directive, held_ids

BODY = "1. Các cấp ủy tăng cường kiểm tra ở huyện.\n2. Thực hiện ở xã.\n"
NEW_ID = "07-CT/TU@2018-02-05"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "var") as opened:
        put(opened)
        yield opened


def put(library: Library, body: str = BODY) -> str:
    raw = directive(body=body)
    return library.add(read_document(raw, "tep.txt"), raw.encode(), Origin("", "x/tep.txt")).document_id


def reading_finds(monkeypatch: pytest.MonkeyPatch, change: Callable[[Document], Document]) -> None:
    """As if rules had changed since the file was read."""

    def read(given: Reading | str, file: Path | str) -> Document:
        return change(read_document(given, file))

    monkeypatch.setattr(documents, "read_document", read)


def again(library: Library) -> list[Reread]:
    return list(reread(library, held_ids(library), ReadHere()))


# --- what is typed ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        pytest.param("number", " 05 – ct/tw ", "05-CT/TW", id="sign"),
        pytest.param("number", "123/HĐANN", "123/HĐANN", id="sign-of-no-usual-form"),
        pytest.param("date", "15/5/2016", datetime.date(2016, 5, 15), id="day"),
        pytest.param("event_date", "2016-05-15", datetime.date(2016, 5, 15), id="day-as-programs-write-it"),
        pytest.param("recipients", "Các huyện ủy; ; Như trên", ("Các huyện ủy", "Như trên"), id="recipients"),
        pytest.param("secrecy", "tối mật", "Tối mật", id="secrecy"),
        pytest.param("title", " Về  dân\nvận ", "Về dân vận", id="spaces"),
        pytest.param("signer", "", None, id="none"),
        pytest.param("recipients", " ", (), id="no-recipients"),
    ],
)
def test_values_are_read_as_an_office_writes_them(field: str, typed: str, value: object) -> None:
    assert read_correction(field, typed) == value


@pytest.mark.parametrize(
    ("field", "typed", "complaint"),
    [
        pytest.param("date", "31/02/2016", "“31/02/2016” không phải ngày. Hãy ghi như 15/5/2016.", id="no-day"),
        pytest.param("date", "tháng 5", "không phải ngày. Hãy ghi như", id="no-date"),
        pytest.param("urgency", "gấp", "Hãy chọn một trong: Khẩn, Thượng khẩn, Hỏa tốc.", id="no-mark"),
    ],
)
def test_what_cannot_be_a_value_is_said(field: str, typed: str, complaint: str) -> None:
    with pytest.raises(UsageError, match=complaint):
        read_correction(field, typed)


def test_every_field_of_a_record_but_its_file_can_be_corrected() -> None:
    assert set(CORRECTABLE) == set(Metadata.__slots__) - {"source"}


# --- in the library -----------------------------------------------------------------------------------------


def test_a_correction_is_the_record_and_can_be_undone(library: Library) -> None:
    before = library.get(DIRECTIVE_ID)
    library.corrections.correct(DIRECTIVE_ID, {"title": "Về việc khác", "place": None, "recipients": ("Các ban",)})
    metadata = library.get(DIRECTIVE_ID).metadata
    assert (metadata.title, metadata.place, metadata.recipients) == ("Về việc khác", None, ("Các ban",))
    assert [(one.field, one.value, one.read) for one in library.corrections.list_of(DIRECTIVE_ID)] == [
        ("place", None, "Phan Thiết"),
        ("recipients", ("Các ban",), ()),
        ("title", "Về việc khác", "Về công tác dân vận"),
    ]
    library.corrections.correct(DIRECTIVE_ID, {}, ["title", "place", "recipients"])
    assert library.get(DIRECTIVE_ID) == before
    assert library.corrections.list_of(DIRECTIVE_ID) == []


def test_what_a_person_corrected_is_in_no_doubt() -> None:
    document = read_document(directive(body=BODY), "tep.txt")
    unsure = replace(document, findings=(Finding("number", 0, 3, 0.5), Finding("date", 0, 3, 0.6)))

    assert find_doubts(unsure) == ("nên kiểm tra số, ký hiệu, ngày ban hành",)
    assert find_doubts(unsure, {"number"}) == ("nên kiểm tra ngày ban hành",)
    assert find_doubts(unsure, {"number", "date"}) == ()


def test_the_id_follows_number_and_date_and_the_former_one_still_finds_it(library: Library) -> None:
    assert library.corrections.correct(DIRECTIVE_ID, {"number": "07-CT/TU"}) == NEW_ID
    assert [library.find_id(given) for given in (NEW_ID, DIRECTIVE_ID, "07-ct/tu")] == [NEW_ID] * 3
    assert {passage.document_id for _, passage in library.passages()} == {NEW_ID}
    assert library.corrections.correct(NEW_ID, {}, ["number"]) == DIRECTIVE_ID
    assert library.find_id(NEW_ID) == DIRECTIVE_ID


def test_a_number_that_another_document_bears_stands_beside_it(library: Library) -> None:
    raw = directive(number="07-CT/TU", body="1. Kết nạp đảng viên mới.\n")
    other = library.add(read_document(raw, "x.txt"), raw.encode()).document_id
    corrected = library.corrections.correct(DIRECTIVE_ID, {"number": "07-CT/TU"})
    assert corrected.startswith(f"{other}~")
    assert library.find_id(DIRECTIVE_ID) == corrected
    assert library.corrections.correct(corrected, {"title": "Về việc khác"}) == corrected


def test_a_newer_file_that_still_says_the_former_number_is_a_version_of_it(library: Library) -> None:
    library.corrections.correct(DIRECTIVE_ID, {"number": "07-CT/TU", "signer": "Lê Văn A"})
    assert put(library, BODY + "3. Báo cáo.\n") == NEW_ID
    document = library.get(NEW_ID)
    assert ("Báo cáo" in document.text, document.metadata.signer) == (True, "Lê Văn A")
    library.versions.restore(NEW_ID, 1)
    assert library.get(NEW_ID).metadata.number == "07-CT/TU"
    assert held_ids(library) == [NEW_ID]


# --- read anew ----------------------------------------------------------------------------------------------


def test_reading_anew_what_has_not_changed_changes_nothing(library: Library) -> None:
    library.corrections.correct(DIRECTIVE_ID, {"title": "Về việc khác"})
    generation = library.generation
    assert again(library) == [Reread(DIRECTIVE_ID, DIRECTIVE_ID)]
    assert (library.generation, len(library.versions.list_of(DIRECTIVE_ID))) == (generation, 1)


def test_new_rules_make_a_new_version_and_the_correction_stays(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.corrections.correct(DIRECTIVE_ID, {"title": "Về việc khác"})
    before = library.get(DIRECTIVE_ID)
    found = {"title": "Về dân vận", "signer": "Lê Văn A"}
    reading_finds(monkeypatch, lambda read: replace(read, metadata=replace(read.metadata, **found)))  # type: ignore[arg-type]

    assert again(library) == [Reread(DIRECTIVE_ID, DIRECTIVE_ID, changed=True)]
    metadata = library.get(DIRECTIVE_ID).metadata
    assert (metadata.title, metadata.signer, metadata.source) == ("Về việc khác", "Lê Văn A", "tep.txt")
    (correction,) = library.corrections.list_of(DIRECTIVE_ID)
    assert correction.read == "Về dân vận"
    assert [(one.in_use, one.reread) for one in library.versions.list_of(DIRECTIVE_ID)] == [
        (False, False),
        (True, True),
    ]
    assert again(library) == [Reread(DIRECTIVE_ID, DIRECTIVE_ID)]
    library.versions.restore(DIRECTIVE_ID, 1)
    assert library.get(DIRECTIVE_ID) == before


def test_a_number_that_new_rules_find_is_the_id_and_the_former_one_still_finds_it(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading_finds(monkeypatch, lambda read: replace(read, metadata=replace(read.metadata, number="07-CT/TU")))
    assert again(library) == [Reread(NEW_ID, DIRECTIVE_ID, changed=True)]
    assert (held_ids(library), library.find_id(DIRECTIVE_ID)) == ([NEW_ID], NEW_ID)


def test_passages_and_mentions_are_renewed(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    text = directive(body=BODY + "3. Thực hiện Nghị quyết số 18-NQ/TW.\n")
    reading_finds(monkeypatch, lambda _: read_document(text, "tep.txt"))
    again(library)
    assert [one.number for one in library.get(DIRECTIVE_ID).citations] == ["18-NQ/TW"]
    assert any("18-NQ/TW" in passage.text for _, passage in library.passages())


def test_a_file_that_is_no_longer_read_leaves_its_document_as_it_was(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(given: Reading | str, file: Path | str) -> Document:
        raise ReadingError(file, "hỏng", "Hãy thêm lại.")

    monkeypatch.setattr(documents, "read_document", refuse)
    (one,) = again(library)
    assert str(one.error) == "Không đọc được x/tep.txt: hỏng. Hãy thêm lại."
    assert held_ids(library) == [DIRECTIVE_ID]


# --- the commands -------------------------------------------------------------------------------------------


def test_correct_says_the_new_value_and_the_new_id(library: Library, command: Callable[..., Printed]) -> None:
    assert command("correct", "05-CT/TU", "--number", "7-CT/TU", "--date", "06/02/2018") == (
        0,
        "Số, ký hiệu: 7-CT/TU\nNgày ban hành: 06/02/2018\n"
        f"Mã mới: 7-CT/TU@2018-02-06; mã cũ {DIRECTIVE_ID} vẫn mở được văn bản này.\n"
        "Bước tiếp theo: python -m index build\n",
        "",
    )
    assert command("correct", DIRECTIVE_ID, "--undo", "number", "--undo", "date")[1].endswith(
        f"Mã mới: {DIRECTIVE_ID}; mã cũ 7-CT/TU@2018-02-06 vẫn mở được văn bản này.\n"
        "Bước tiếp theo: python -m index build\n"
    )
    assert library.find_id("7-CT/TU@2018-02-06") == DIRECTIVE_ID


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        pytest.param((), "Chưa nói sửa gì. Ví dụ: python -m ingest correct", id="nothing"),
        pytest.param(("--title", "x", "--undo", "title"), "--title vừa sửa vừa bỏ sửa. Hãy chọn một.", id="both"),
        pytest.param(("--date", "x"), "“x” không phải ngày.", id="no-day"),
    ],
)
def test_correct_says_what_is_wrong(
    library: Library, command: Callable[..., Printed], words: tuple[str, ...], complaint: str
) -> None:
    code, out, err = command("correct", DIRECTIVE_ID, *words)
    assert (code, out) == (2, "")
    assert err.startswith(complaint)


def test_reread_of_all_says_how_many_changed(library: Library, command: Callable[..., Printed]) -> None:
    assert command("reread") == (0, "Đã đọc lại 1 văn bản: 0 thay đổi, 0 không đọc được.\n", "")


def test_reread_says_what_is_marked_secret_though_nothing_changed(
    tmp_path: Path, command: Callable[..., Printed]
) -> None:
    with open_library(tmp_path / "var") as library:
        raw = "MẬT\n" + directive(body=BODY)
        secret = library.add(read_document(raw, "tep.txt"), raw.encode(), Origin("", "x/tep.txt")).document_id
    assert command("reread", secret)[1] == (
        f"{secret}: văn bản có dấu Mật: nếu máy này không được phép lưu, "
        f"hãy bỏ bằng: python -m ingest remove {secret}\n"
        "Đã đọc lại 1 văn bản: 0 thay đổi, 0 không đọc được.\n"
    )


def test_versions_and_restore_say_which_is_in_use(library: Library, command: Callable[..., Printed]) -> None:
    put(library, BODY + "3. Báo cáo.\n")
    code, out, _ = command("versions", "05-CT/TU")
    assert code == 0
    assert [line.partition(":")[0] for line in out.splitlines()] == [
        DIRECTIVE_ID,
        "  Bản 1",
        "  Bản 2 (đang dùng)",
        "Muốn dùng lại bản 1",
    ]
    assert command("restore", "05-CT/TU", "--version", "1")[1] == (
        f"Đang dùng: Chỉ thị số 05-CT/TU về công tác dân vận ({DIRECTIVE_ID}), bản 1. "
        "Bước tiếp theo: python -m index build\n"
    )
    assert command("versions", "05-CT/TU", "--json")[1].count('"in_use": true') == 1


def test_what_was_removed_is_listed_and_restored(library: Library, command: Callable[..., Printed]) -> None:
    assert command("list", "--removed")[1] == "Chưa bỏ văn bản nào.\n"
    command("remove", DIRECTIVE_ID)
    out = command("list", "--removed")[1]
    assert out.startswith(f"{DIRECTIVE_ID}\n")
    assert out.endswith("1 văn bản đã bỏ. Khôi phục bằng: python -m ingest restore MÃ\n")
    assert command("restore", "05-CT/TU")[0] == 0
    assert held_ids(library) == [DIRECTIVE_ID]
