"""Which documents one cites, and which cite it, are answered by a list: all of them, each with its sentence."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from index.ask import answer_question
from index.describe import answer_to_json, say
from index.query import Scope
from index.relations import Relations
from index.search import Searcher, open_searcher
from index.settings import Settings
from ingest.store import open_library
from tests.fakes import FAKE_MODEL, FakeEncoder, add_text, build
from tests.test_graph import CHANGE, IDS, NEW, OLD, PLAN


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    home = tmp_path_factory.mktemp("relations")
    for number, text in enumerate((OLD, NEW, CHANGE, PLAN)):
        add_text(home, text, f"{number}.txt")
    build(home, FakeEncoder())
    return open_searcher(Settings(home, FAKE_MODEL), FakeEncoder())


def test_what_was_issued_after_the_day_is_left_out(searcher: Searcher) -> None:
    scope = Scope(as_of=datetime.date(2019, 5, 1))
    (found,) = answer_question(searcher, "Quy định 102 bị thay thế bởi văn bản nào?", scope=scope).relations
    assert found.parties == ()
    assert found.standings[found.subject.id].status == "in_force"


def test_each_document_of_the_answer_says_whether_it_stands(searcher: Searcher) -> None:
    answer = answer_question(searcher, "Những văn bản nào thay thế Quy định 102-QĐ/TW?")
    said = say(answer)
    assert "Quy định 102-QĐ/TW đã được thay thế bởi 69-QĐ/TW từ 06/7/2022." in said
    assert "    Quy định 69-QĐ/TW có thể đã được thay thế bởi 212-QĐ/TW từ 17/8/2026" in said
    (told,) = answer_to_json(answer)["relations"]
    (other,) = told["documents"]
    assert (told["validity"]["standing"], told["validity"]["sure"]) == ("replaced", True)
    assert (other["validity"]["standing"], other["validity"]["sure"]) == ("replaced", False)


def ask(searcher: Searcher, question: str, opened: str | None = None) -> Relations:
    (found,) = answer_question(searcher, question, opened=opened).relations
    return found


def ids(found: Relations) -> list[str]:
    return [party.nodes[0].id for party in found.parties]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param("Quy định 802 viện dẫn những văn bản nào?", ["700-QĐ/TW", IDS[0]], id="cites"),
        pytest.param("Quy định 802 căn cứ vào những văn bản nào?", ["700-QĐ/TW@2009-07-25"], id="rests-on"),
        pytest.param("quy dinh 802 thay the van ban nao", [IDS[0]], id="replaces"),
        pytest.param("Những văn bản nào viện dẫn Quy định 802?", [IDS[3], IDS[2]], id="cited-by-newest-first"),
        pytest.param("Quy định 801 bị thay thế bởi văn bản nào?", [IDS[1]], id="replaced-by"),
        pytest.param("Những văn bản nào viện dẫn Điều 5 Quy định 802?", [IDS[2]], id="by-its-clause"),
        pytest.param("Điều 2 Quy định 802 viện dẫn những văn bản nào?", [IDS[0]], id="in-its-clause"),
        pytest.param("Những văn bản nào viện dẫn Quy định 700-QĐ/TW?", [IDS[1]], id="of-what-nobody-knows"),
        pytest.param("Kế hoạch nào viện dẫn Quy định 802?", None, id="a-plan-is-no-noun-for-documents"),
        pytest.param("Những văn bản nào thay thế Quy định 102-QĐ/TW?", ["69-QĐ/TW@2022-07-06"], id="by-the-catalogue"),
    ],
)
def test_all_that_stand_in_the_relation_are_listed(
    searcher: Searcher, question: str, expected: list[str] | None
) -> None:
    if expected is None:
        assert answer_question(searcher, question).relations == ()
    else:
        assert ids(ask(searcher, question)) == expected


def test_every_sentence_is_a_slice_around_the_words_that_name(searcher: Searcher) -> None:
    questions = ("Quy định 802 viện dẫn những văn bản nào?", "Những văn bản nào viện dẫn Quy định 802?")
    said = [one for question in questions for party in ask(searcher, question).parties for one in party.said]
    assert len(said) == 4
    with open_library(searcher.settings.home) as library:
        for one in said:
            text = library.get(one.document).text
            assert text[one.sentence_start : one.sentence_start + len(one.sentence)] == one.sentence
            assert one.sentence_start <= one.start < one.end <= one.sentence_start + len(one.sentence)
            assert "-QĐ/TW" in text[one.start : one.end]


def test_a_clause_that_is_cited_is_named_and_opened_where_the_document_has_it(searcher: Searcher) -> None:
    repeals = next(party for party in ask(searcher, "văn bản nào viện dẫn QĐ 802?").parties if party.said[0].clauses)
    (said,) = repeals.said
    assert (said.clauses, said.opens, said.kinds) == (("dieu-5.khoan-2",), None, ("repeals",))
    assert "về khoản 2 Điều 5" in say(answer_question(searcher, "văn bản nào viện dẫn QĐ 802?"))


def test_this_document_is_the_one_that_is_open(searcher: Searcher) -> None:
    found = ask(searcher, "Văn bản này viện dẫn những văn bản nào?", IDS[3])
    assert (found.subject.id, ids(found)) == (IDS[3], [IDS[1]])
    assert "văn bản mở gần đây nhất" in found.note


def test_without_one_open_it_is_asked_which(searcher: Searcher) -> None:
    answer = answer_question(searcher, "Văn bản này viện dẫn những văn bản nào?")
    assert (answer.answered, answer.relations) == (False, ())
    assert answer.listing is not None
    assert {one.id for one in answer.listing.documents} == set(IDS)
    assert {one.id: one.standing.status for one in answer.listing.documents}[IDS[0]] == "replaced"
    assert "Câu hỏi chưa nói rõ văn bản nào" in say(answer)


def test_where_it_is_the_only_one_it_is_meant(tmp_path: Path) -> None:
    add_text(tmp_path, NEW)
    build(tmp_path, FakeEncoder())
    alone = open_searcher(Settings(tmp_path, FAKE_MODEL), FakeEncoder())
    assert ask(alone, "Văn bản này thay thế những văn bản nào?").subject.id == IDS[1]


def test_a_question_of_what_a_law_says_is_none_of_what_it_rests_on(searcher: Searcher) -> None:
    answer = answer_question(searcher, "Luật Đất đai quy định việc thu hồi đất căn cứ vào văn bản nào?")
    assert (answer.relations, answer.listing) == ((), None)


def test_where_there_is_none_it_is_said_with_the_next_step(searcher: Searcher) -> None:
    answer = answer_question(searcher, "Những văn bản nào bãi bỏ Quy định 801?")
    assert not answer.answered
    said = say(answer)
    assert "chưa cho thấy văn bản nào bãi bỏ Quy định số 801-QĐ/TW ngày 03/02/2010" in said
    assert "python -m ingest add TỆP" in said


def test_the_list_has_its_stable_form(searcher: Searcher) -> None:
    form = answer_to_json(answer_question(searcher, "Những văn bản nào thay thế Quy định 801?"))
    assert form["answered"]
    assert (form["quotes"], form["listing"]) == ([], None)
    (found,) = form["relations"]
    assert (found["document"], found["direction"], found["kinds"], found["count"]) == (IDS[0], "in", ["replaces"], 1)
    (other,) = found["documents"]
    assert (other["document"], other["held"], other["candidates"], other["sure"]) == (IDS[1], "held", [], True)
    (place,) = other["places"]
    assert (place["document"], place["address"], place["kinds"]) == (IDS[1], "dieu-2", ["replaces"])
    assert place["text"] == "Quy định này thay thế Quy định số 801-QĐ/TW, ngày 03/02/2010."
