"""Digests stand beside the texts: embedded once, ours in every word, never quoted, gone where the text is held."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from index.ask import answer_question
from index.build import needs_build
from index.describe import say
from index.digests.find import DigestHit, find_digests, find_named_records
from index.digests.vectors import find_lacking
from index.encode import Encoder, model_fingerprint
from index.naming.conditions import Condition
from index.naming.targets import Target
from index.query import Scope
from index.search import Searcher, open_searcher
from index.settings import Settings
from ingest.catalog import read_catalog
from ingest.describe_record import DIGEST_LABEL
from ingest.store import open_library
from tests.fakes import FAKE_MODEL, FakeEncoder, NotingEncoder, add_text, build

ROOT = Path(__file__).parent.parent
RULE = "102-QĐ/TW@2017-11-15"
CITING = "KẾ HOẠCH\nvề một việc\n\n1. Thực hiện Quy định số 102-QĐ/TW.\n\n2. Tăng cường kiểm tra cơ sở.\n"
FULL_TEXT = (
    "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 102-QĐ/TW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 15 tháng 11 năm 2017\n"
    "\nQUY ĐỊNH\nvề xử lý kỷ luật\n\nĐiều 1. Phạm vi\n\n1. Đảng viên vi phạm bị xử lý kỷ luật.\n"
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A library of one document that cites the rule, indexed."""
    add_text(tmp_path, CITING, "ke-hoach.txt")
    build(tmp_path, FakeEncoder())
    return tmp_path


def open_fake(home: Path) -> Searcher:
    return open_searcher(Settings(home, FAKE_MODEL), FakeEncoder())


def ask(searcher: Searcher, question: str, *targets: Target) -> tuple[DigestHit, ...]:
    query = searcher.understand(question)
    query = replace(query, targets=targets) if targets else query
    return find_digests(searcher, query)


# --- kept when the index is built ----------------------------------------------------------------------------


@pytest.mark.parametrize("held", [CITING, "KẾ HOẠCH\nvề một việc\n\n2. Tăng cường kiểm tra cơ sở.\n", ""])
def test_every_digest_is_embedded_once_and_counts_as_no_passage(tmp_path: Path, held: str) -> None:
    """Whatever the library holds: what nobody cites yet may be asked for too."""
    if held:
        add_text(tmp_path, held)
    encoder = NotingEncoder()
    report = build(tmp_path, encoder)
    passages = held.count(". ")
    assert (report.passages, report.embedded) == (passages, passages)
    ours = {paragraph.text for record in read_catalog() for paragraph in record.digest}
    assert ours <= {text.splitlines()[-1] for text in encoder.embedded}
    assert len(encoder.embedded) == passages + sum(len(record.digest) for record in read_catalog())
    again = NotingEncoder()
    build(tmp_path, again)
    assert again.embedded == []


def test_a_digest_that_was_rewritten_calls_for_a_build(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(home, FAKE_MODEL)
    assert not needs_build(settings)
    digested = [record for record in read_catalog() if record.digest]
    first, *others = digested
    rewritten = (replace(first, digest=(replace(first.digest[0], text="Viết lại."), *first.digest[1:])), *others)
    monkeypatch.setattr("index.digests.vectors.read_catalog", lambda: rewritten)
    with open_library(home) as library:
        (lacking,) = find_lacking(library, model_fingerprint(FAKE_MODEL))
    assert lacking.endswith("Viết lại.")
    assert needs_build(settings)
    encoder = NotingEncoder()
    build(home, encoder)
    assert encoder.embedded == [lacking]


# --- found ---------------------------------------------------------------------------------------------------


def test_a_digest_answers_where_no_text_does_and_is_no_answer(notice_settings: Settings, encoder: Encoder) -> None:
    searcher = open_searcher(notice_settings, encoder)
    answer = answer_question(searcher, "thời hiệu khiển trách, cảnh cáo, cách chức?")
    assert (answer.answered, answer.quotes) == (False, ())
    assert [(hit.record.id, hit.heading) for hit in answer.digests] == [(RULE, "Yêu cầu")]


def test_what_nothing_tells_of_brings_no_digest(home: Path) -> None:
    assert ask(open_fake(home), "cách nấu phở bò ngon") == ()


@pytest.mark.parametrize(
    ("target", "named"),
    [
        pytest.param(Target("102", "QĐ", "TW"), True, id="sign"),
        pytest.param(Target("102", "QĐ"), True, id="ordinal-and-kind"),
        pytest.param(Target("0102", "QyĐ"), True, id="another-code-of-the-kind"),
        pytest.param(Target("102", "QĐ", year=2017), True, id="year"),
        pytest.param(Target("102", "QĐ", year=2020), False, id="another-year"),
        pytest.param(Target("102", "QĐ", date=date(2017, 11, 15)), True, id="day"),
        pytest.param(Target("102", "QĐ", date=date(2017, 11, 16)), False, id="another-day"),
        pytest.param(Target("102", "QĐ", "TU"), False, id="another-body"),
        pytest.param(Target("102", "NQ"), False, id="another-kind"),
        pytest.param(Target("103", "QĐ"), False, id="another-ordinal"),
        pytest.param(Target(None, place="dieu-3"), False, id="place-alone"),
    ],
)
def test_a_document_that_is_named_comes_with_its_digest(home: Path, target: Target, named: bool) -> None:
    searcher = open_fake(home)
    query = replace(searcher.understand("cách nấu phở"), targets=(target,))
    hits = find_digests(searcher, query)
    assert [(hit.record.id, hit.named) for hit in hits] == ([(RULE, True)] * 3 if named else [])


def test_a_note_says_the_name_and_not_the_number_that_is_not_certain(home: Path) -> None:
    (note,) = answer_question(open_fake(home), "Nghị quyết Trung ương 4 khóa XI nói gì?").notes
    assert "chưa có nguyên văn Nghị quyết Trung ương 4 khóa XI" in note
    assert "12-NQ/TW" not in note


def test_a_note_tells_two_of_one_sign_by_their_days_and_says_which_is_not_verified(home: Path) -> None:
    (note,) = answer_question(open_fake(home), "Nghị quyết 18 nói gì?").notes
    assert "18-NQ/TW ngày 25/10/2017 hoặc Nghị quyết số 18-NQ/TW ngày 16/6/2022 (chưa kiểm chứng)." in note


def test_a_note_on_an_article_asks_whether_it_is_of_the_text_that_is_enclosed(home: Path) -> None:
    searcher = open_fake(home)
    (note,) = answer_question(searcher, "Điều 1 Quyết định 217 quy định gì?").notes
    assert "ban hành kèm một Quy chế đánh số điều riêng: hãy hỏi rõ Điều 1 của Quyết định hay của Quy chế." in note
    for other in ("Điều 1 Quy định 102 quy định gì?", "Quyết định 217 quy định gì?"):
        assert "hãy hỏi rõ" not in answer_question(searcher, other).notes[0]


def test_of_two_named_documents_both_come_before_what_is_only_alike(home: Path) -> None:
    hits = ask(open_fake(home), "kỷ luật đảng viên vi phạm", Target("217", "QĐ"), Target("218", "QĐ"))
    assert {hit.record.number for hit in hits} == {"217-QĐ/TW", "218-QĐ/TW"}
    assert [hit.record.number for hit in hits] == sorted(hit.record.number for hit in hits)
    assert len(hits) == 3


def test_beside_the_digest_of_what_is_named_stands_only_what_cites_it(home: Path) -> None:
    add_text(home, "THÔNG TƯ\nvề thuế\n\n1. Thông tư này còn hiệu lực.\n", "thong-tu.txt")
    build(home, FakeEncoder())
    for question, nearest in (
        ("Quy định 102 nói gì?", ["1. Thực hiện Quy định số 102-QĐ/TW."]),
        ("Quyết định 217 nói gì?", []),
    ):
        answer = answer_question(open_fake(home), question)
        assert answer.digests[0].named
        assert [quote.text for quote in answer.nearest or answer.quotes] == nearest


def test_a_conference_names_its_resolutions(home: Path) -> None:
    query = open_fake(home).understand("Nghị quyết Trung ương 4 khóa XI và khóa XII nói gì?")
    assert {record.term for record in find_named_records(query)} == {"XI", "XII"}


def test_a_digest_gives_way_to_the_full_text_and_returns_when_that_is_removed(home: Path) -> None:
    question, target = "xử lý kỷ luật đảng viên vi phạm", Target("102", "QĐ", "TW")
    assert RULE in {hit.record.id for hit in ask(open_fake(home), question)}
    held = add_text(home, FULL_TEXT, "quy-dinh.txt")
    build(home, FakeEncoder())
    searcher = open_fake(home)
    for targets in ((), (target,)):
        assert RULE not in {hit.record.id for hit in ask(searcher, question, *targets)}
    answer = answer_question(searcher, question)
    first = (answer.quotes or answer.nearest)[0]  # the fake's vectors say little on whether it answers
    assert first.document == held
    assert RULE not in {hit.record.id for hit in answer.digests}
    with open_library(home) as library:
        library.remove(held)
    assert ask(open_fake(home), question, target)[0].record.id == RULE


def test_digests_are_said_after_the_quotes_and_under_their_label(notice_settings: Settings, encoder: Encoder) -> None:
    searcher = open_searcher(notice_settings, encoder)
    answer = answer_question(searcher, "Xử lý kỷ luật đảng viên vi phạm theo quy định nào?")
    assert answer.answered
    assert [hit.record.id for hit in answer.digests[:2]] == ["69-QĐ/TW@2022-07-06", RULE]
    said = say(answer)
    assert said.index(answer.quotes[-1].text) < said.index(f"{DIGEST_LABEL}:") < said.index(answer.digests[0].text)


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        pytest.param("18", {"18-NQ/TW", "18-CT/TW"}, id="a-number-and-no-more"),
        pytest.param("văn bản số 5?", {"05-CT/TW"}, id="a-number-said-in-words"),
        pytest.param("218", {"218-QĐ/TW"}, id="a-number-that-others-mention"),
        pytest.param("102-QĐ/TW", {"102-QĐ/TW"}, id="a-sign-and-no-more"),
        pytest.param("văn bản nào thay thế quy định 102", {"102-QĐ/TW"}, id="named-and-its-force"),
        pytest.param("thay thế quy định 15", set(), id="another-document"),
        pytest.param("Nghị định 34 về xử lý kỷ luật đảng viên", set(), id="another-document-of-the-subject"),
        pytest.param("khoản 2 điều 5 về kỷ luật đảng viên", set(), id="a-place-of-no-document"),
        pytest.param("who signed the notice?", set(), id="who-signed"),
        pytest.param("Ai ký thông báo?", set(), id="one-syllable"),
        pytest.param("văn bản ban hành", set(), id="words-of-every-document"),
        pytest.param("số, ngày ban hành", set(), id="number-and-day"),
        pytest.param("văn bản nào còn hiệu lực?", set(), id="force-of-nothing"),
        pytest.param("đại hội đảng bộ", set(), id="what-only-the-paragraph-on-force-says"),
        pytest.param("thuế thu nhập cá nhân", set(), id="unrelated"),
        pytest.param("văn bản ban hành sau 2030", set(), id="after-all-of-them"),
        pytest.param("nghị quyết năm 2016", {"04-NQ/TW"}, id="type-and-year"),
        pytest.param("quyết định năm 2013", {"217-QĐ/TW", "218-QĐ/TW"}, id="two-that-fit"),
        pytest.param("nghị quyết của Chính phủ về giám sát", set(), id="another-issuer"),
        pytest.param("văn bản sau 2030 về giám sát và phản biện xã hội", set(), id="subject-of-another-time"),
        pytest.param("văn bản sau 2020 về giám sát và phản biện xã hội", {"18-CT/TW"}, id="subject-of-a-later-time"),
        pytest.param("văn bản năm 2013 về giám sát và phản biện xã hội", {"217-QĐ/TW"}, id="subject-of-its-time"),
    ],
)
def test_a_digest_comes_where_it_makes_sense(
    notice_settings: Settings, encoder: Encoder, question: str, shown: set[str]
) -> None:
    hits = ask(open_searcher(notice_settings, encoder), question)
    assert {hit.record.number for hit in hits} == shown


@pytest.mark.parametrize(
    ("question", "heading"),
    [
        pytest.param("quyết định 217", "Nội dung", id="named"),
        pytest.param("Quyết định 217 còn hiệu lực không?", "Vị trí và hiệu lực", id="named-and-its-force"),
        pytest.param("quy định về xử lý kỷ luật đảng viên còn hiệu lực không", "Vị trí và hiệu lực", id="force"),
        pytest.param("giám sát và phản biện xã hội", "Nội dung", id="subject"),
    ],
)
def test_the_paragraph_on_force_comes_first_only_where_that_is_asked(
    notice_settings: Settings, encoder: Encoder, question: str, heading: str
) -> None:
    assert ask(open_searcher(notice_settings, encoder), question)[0].heading == heading


@pytest.mark.parametrize(
    ("question", "chosen", "shown"),
    [
        pytest.param("Quy định 102 và các văn bản khác, ban hành năm 2018", (), {"102-QĐ/TW"}, id="said"),
        pytest.param("Quy định 102 và các văn bản khác, ban hành năm 2018", ("nam:2018",), set(), id="chosen"),
    ],
)
def test_a_condition_that_is_chosen_excludes_even_what_is_named(
    home: Path, question: str, chosen: tuple[str, ...], shown: set[str]
) -> None:
    searcher = open_fake(home)
    query = searcher.understand(question, scope=Scope(unbound=True))
    query = replace(query, targets=(Target("102", "QĐ"),), conditions=(Condition("nam:2018"),))
    assert {hit.record.number for hit in find_digests(searcher, query, chosen)} == shown


@pytest.mark.parametrize(
    ("unbound", "chosen", "shown"),
    [
        pytest.param(False, (), {"18-CT/TW"}, id="said"),
        pytest.param(True, (), {"217-QĐ/TW", "18-CT/TW"}, id="taken-back"),
        pytest.param(True, ("sau:2020",), {"18-CT/TW"}, id="taken-back-and-chosen-again"),
    ],
)
def test_a_condition_that_was_taken_back_leaves_no_digest_out(
    notice_settings: Settings, encoder: Encoder, unbound: bool, chosen: tuple[str, ...], shown: set[str]
) -> None:
    searcher = open_searcher(notice_settings, encoder)
    asked = "văn bản sau 2020 về giám sát và phản biện xã hội"
    found = find_digests(searcher, searcher.understand(asked, scope=Scope(unbound=unbound)), chosen)
    assert {hit.record.number for hit in found} == shown
