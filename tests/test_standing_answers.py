"""Whether documents and their provisions stand is answered when it is asked, and said beside what is quoted."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from index.answer import Answer
from index.ask import answer_question
from index.describe import answer_to_json, say
from index.query import Scope
from index.related import find_related, say_related
from index.replying.paragraphs import put_in_force_first
from index.search import Searcher, open_searcher
from index.settings import Settings
from ingest.store import open_library
from tests.fakes import FAKE_MODEL, FakeEncoder, add_text, build
from tests.standing_papers import IDS, PAPERS

RULES, AMENDING, NEW, NAMESAKE, REPEALING, PLAN = IDS


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("standing")
    held = [add_text(home, text, f"{number}.txt") for number, text in enumerate(PAPERS)]
    assert tuple(held) == IDS
    build(home, FakeEncoder())
    return home


@pytest.fixture(scope="module")
def searcher(home: Path) -> Searcher:
    return open_searcher(Settings(home, FAKE_MODEL), FakeEncoder())


def subjects(answer: Answer) -> list[str]:
    return [one.subject.id for one in answer.relations]


def others(answer: Answer) -> list[str]:
    return [party.nodes[0].id for one in answer.relations for party in one.parties]


@pytest.mark.parametrize(
    ("question", "asked", "acting"),
    [
        pytest.param("KH 19 huyện ủy còn hiệu lực không", [PLAN], [REPEALING], id="body-named"),
        pytest.param("qd 611 cua tinh uy lam son con hieu luc khong", [RULES], [NEW, AMENDING], id="issuer-named"),
        pytest.param("QĐ 611 của Tỉnh ủy Thạch Hà đã bị thay thế chưa", [NAMESAKE], [], id="its-namesake"),
        pytest.param("đ/c cho hỏi QĐ 611 về giám sát đã bị thay thế chưa", [RULES], [NEW, AMENDING], id="title-said"),
        pytest.param("khoản 2 Điều 3 QĐ 611 đã bị sửa chưa", [RULES], [NEW, AMENDING], id="clause"),
        pytest.param("Quyết định 22-QĐ/HU còn hiệu lực không", ["22-QĐ/HU@2015-09-03"], [REPEALING], id="only-cited"),
    ],
)
def test_what_changed_or_ended_what_is_asked_of_is_told(
    searcher: Searcher, question: str, asked: list[str], acting: list[str]
) -> None:
    answer = answer_question(searcher, question)
    assert (subjects(answer), others(answer)) == (asked, acting)
    assert "Không tìm thấy căn cứ" not in say(answer)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param(
            "khoản 2 Điều 3 QĐ 611 đã bị sửa chưa",
            "Khoản 2 Điều 3 Quy chế đã được sửa đổi bởi 722-QĐ/TU từ 01/10/2021.",
            id="it",
        ),
        pytest.param(
            "khoan 2 dieu 4 qd 611 con ap dung ko",
            "Khoản 2 Điều 4 Quy chế đã bị bãi bỏ bởi 722-QĐ/TU từ 01/10/2021.",
            id="bare",
        ),
        pytest.param(
            "khoản 1 Điều 4 QĐ 611 đã sửa đổi chưa",
            "Chưa thấy văn bản nào sửa đổi, thay thế hoặc bãi bỏ riêng khoản 1 Điều 4.",
            id="unchanged",
        ),
    ],
)
def test_of_a_clause_it_is_told_what_was_done_to_that(searcher: Searcher, question: str, told: str) -> None:
    lines = say(answer_question(searcher, question)).splitlines()
    assert told in lines
    assert "Quyết định 611-QĐ/TU đã được thay thế bởi 833-QĐ/TU từ 01/6/2024." in " ".join(lines)


def test_the_provisions_that_were_changed_are_listed(searcher: Searcher) -> None:
    answer = answer_question(searcher, "QĐ 611 ngày 20/3/2018 được sửa đổi ở những điều nào?")
    (found,) = answer.relations
    assert found.note == (
        "Khoản 2 Điều 3 Quy chế đã được sửa đổi bởi 722-QĐ/TU từ 01/10/2021; "
        "Khoản 2 Điều 4 Quy chế đã bị bãi bỏ bởi 722-QĐ/TU từ 01/10/2021"
    )
    assert [said.clauses for party in found.parties for said in party.said] == [
        ("quy-che.dieu-3.khoan-2",),
        ("quy-che.dieu-4.khoan-2",),
    ]


def test_of_an_issuer_that_has_none_of_the_sign_it_is_said_and_those_of_others_are_named(searcher: Searcher) -> None:
    answer = answer_question(searcher, "quyết định 611 của Tỉnh ủy Bình Định còn hiệu lực không")
    assert answer.relations == ()
    assert answer.notes[0].startswith(
        "Thư viện chưa có nguyên văn Quy định (Quyết định) số 611-QĐ/TU của Tỉnh ủy Bình Định; trong thư viện có "
        "Quyết định số 611-QĐ/TU ngày 02/7/2019"
    )


def test_of_this_document_the_one_that_is_open_is_meant_and_without_one_it_is_asked_which(searcher: Searcher) -> None:
    answer = answer_question(searcher, "văn bản này còn hiệu lực không", opened=PLAN)
    assert (subjects(answer), others(answer)) == ([PLAN], [REPEALING])
    which = answer_question(searcher, "văn bản này còn hiệu lực không")
    assert which.listing
    assert {one.id for one in which.listing.documents} == set(IDS)


def test_each_of_several_documents_is_named_before_what_is_said_of_it(searcher: Searcher) -> None:
    lines = say(answer_question(searcher, "Quyết định 611 bị sửa đổi bởi những văn bản nào")).splitlines()
    told = [line for line in lines if "611-QĐ/TU ngày" in line and not line.startswith(" ")]
    assert [line.rpartition("ngày ")[2].partition(",")[0].rstrip(":") for line in told] == ["20/3/2018", "02/7/2019"]


@pytest.mark.parametrize(
    ("question", "day", "told"),
    [
        pytest.param("năm 2020 QĐ 611 của Tỉnh ủy Lam Sơn còn hiệu lực không", "31/12/2020", [], id="before"),
        pytest.param(
            "QĐ 611 ngày 20/3/2018 năm 2024 còn hiệu lực không", "31/12/2024", ["Đầu kỳ", "Cuối kỳ"], id="changed"
        ),
        pytest.param("ngày 01/7/2024 QĐ 611 về giám sát còn hiệu lực không", "01/7/2024", [], id="day"),
        pytest.param(
            "năm 2019 quy định 102 còn hiệu lực không", "31/12/2019", ["còn hiệu lực vào ngày"], id="catalogued"
        ),
        pytest.param(
            "quy định 102 năm 2019 còn hiệu lực không", "31/12/2019", ["còn hiệu lực vào ngày"], id="year-behind"
        ),
    ],
)
def test_the_time_in_the_question_is_the_time_of_the_answer(
    searcher: Searcher, question: str, day: str, told: list[str]
) -> None:
    said = say(answer_question(searcher, question))
    assert f"Xét theo ngày {day}:" in said
    assert [words for words in ("Đầu kỳ", "Cuối kỳ", "còn hiệu lực vào ngày") if words in said] == told


def test_the_day_chosen_beside_the_question_leads(searcher: Searcher) -> None:
    scope = Scope(as_of=datetime.date(2021, 5, 1))
    answer = answer_question(searcher, "năm 2024 QĐ 611 về giám sát còn hiệu lực không", scope=scope)
    assert answer.as_of == scope.as_of


def test_a_quote_of_a_provision_that_was_amended_says_so(searcher: Searcher) -> None:
    answer = answer_question(searcher, "khoản 2 Điều 3 Quy chế kèm theo Quyết định 611 quy định gì")
    quote = next(one for one in answer.quotes if one.address == "quy-che.dieu-3.khoan-2")
    line = "Khoản 2 Điều 3 Quy chế đã được sửa đổi bởi 722-QĐ/TU từ 01/10/2021. Hãy đọc kèm văn bản sửa đổi."
    assert line in quote.cautions
    others = [one for one in answer.quotes if one.address == "quy-che.dieu-3.khoan-1"]
    assert not any(line in one.cautions for one in others)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        pytest.param("Kế hoạch giám sát trình Ban Thường vụ trước ngày nào hằng năm?", NEW, id="in-force"),
        pytest.param("Quyết định 611 về giám sát: kế hoạch trình trước ngày nào?", RULES, id="the-one-that-is-named"),
    ],
)
def test_what_is_in_force_comes_before_what_has_ended(searcher: Searcher, question: str, first: str) -> None:
    query = searcher.understand(question)
    hits = [hit for hit in searcher.search(query, 20) if "trước ngày" in hit.passage.text]
    old_first = sorted(hits, key=lambda hit: hit.passage.document_id != RULES)
    ordered = put_in_force_first(searcher, query, old_first)
    assert [hit.passage.document_id for hit in old_first] == [
        RULES,
        *(hit.passage.document_id for hit in old_first[1:]),
    ]
    assert ordered[0].passage.document_id != RULES if first == NEW else ordered == old_first


def test_of_what_is_in_force_the_provision_that_was_changed_comes_last(searcher: Searcher) -> None:
    query = replace(searcher.understand("kế hoạch giám sát, trả lời góp ý"), as_of=datetime.date(2022, 1, 1))
    hits = [hit for hit in searcher.find(query, 30, ()).hits if hit.passage.document_id == RULES]
    places = ("quy-che.dieu-3.khoan-2", "quy-che.dieu-4.khoan-1")
    changed_first = sorted((hit for hit in hits if hit.passage.address in places), key=lambda hit: hit.passage.address)
    assert [hit.passage.address for hit in put_in_force_first(searcher, query, changed_first)] == list(places[::-1])


def test_who_cites_one_of_two_of_a_sign_is_counted_as_unsure_and_both_are_named(searcher: Searcher) -> None:
    answer = answer_question(searcher, "NQ 18 về đất đai có văn bản nào viện dẫn không")
    assert others(answer) == [NEW]
    said = say(answer)
    assert "trong đó 1 văn bản chưa rõ có dẫn đúng văn bản này" in said
    assert "(chưa rõ dẫn văn bản này hay Nghị quyết số 18-NQ/TW ngày 25/10/2017)" in said
    older = answer_question(searcher, "Những văn bản nào viện dẫn Nghị quyết 18-NQ/TW ngày 25/10/2017?")
    assert others(older) == [RULES, PLAN, NEW]
    (told,) = answer_to_json(older)["relations"]
    assert [[node["number"] for node in one["may_mean"]] for one in told["documents"]] == [[], [], ["18-NQ/TW"]]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param("quyết định 611 của tỉnh ủy Thạch Hà thay thế văn bản nào", ["118-QĐ/TU@2016-03-09"], id="issuer"),
        pytest.param("kế hoạch 19 huyện ủy thực hiện nghị quyết nào", ["18-NQ/TW@2017-10-25"], id="body"),
        pytest.param("nơi nào triển khai Nghị quyết 18-NQ/TW ngày 25/10/2017", [PLAN], id="who"),
        pytest.param("KH 19-KH/HU bị bãi bỏ bởi văn bản nào, từ ngày nào", [REPEALING], id="and-when"),
    ],
)
def test_relations_are_answered_however_they_are_asked(searcher: Searcher, question: str, expected: list[str]) -> None:
    assert others(answer_question(searcher, question)) == expected


def test_who_does_it_is_looked_for_in_the_texts_where_no_document_does(searcher: Searcher) -> None:
    assert answer_question(searcher, "ai thực hiện Quyết định 833-QĐ/TU").relations == ()


def test_documents_that_are_held_are_compared_elsewhere_and_the_way_is_told(searcher: Searcher) -> None:
    answer = answer_question(searcher, "quyết định 611 khác gì quyết định 833")
    assert [way.documents for way in answer.ways] == [(RULES, NEW)]  # of one issuer, the older first
    assert f'python -m index compare "{RULES}" "{NEW}"' in say(answer)


def test_what_is_cited_and_not_held_is_counted_and_the_way_is_told(searcher: Searcher) -> None:
    answer = answer_question(searcher, "văn bản nào được dẫn mà thư viện chưa có")
    assert (
        answer.introduction.endswith("Quyết định số 22-QĐ/HU ngày 03/9/2015")
        or "văn bản được dẫn" in answer.introduction
    )
    assert say(answer).endswith("python -m ingest list --missing")


def test_an_item_of_a_list_is_shown_with_the_line_that_says_what_is_done(home: Path, searcher: Searcher) -> None:
    said = say(answer_question(searcher, "Quyết định 22-QĐ/HU bị bãi bỏ bởi văn bản nào"))
    assert "Bãi bỏ các văn bản sau đây:" in said
    with open_library(home) as library:
        related = say_related(find_related(library, "22-QĐ/HU"))
    assert "Bãi bỏ các văn bản sau đây:" in related
