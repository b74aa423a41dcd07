"""Answers are told in English in whole sentences; questions, names, places and quotes stay Vietnamese."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.answer import Answer
from index.ask import answer_question
from index.describe_documents import CATALOGUED, NARROW, group_listed, say_facts
from index.describe_relations import name_with_place, say_doubt, say_found, say_outcome, say_standing_of, say_stated
from index.doubts import name_node
from index.naming.conditions import Condition
from index.query import Scope
from index.search import Searcher, open_searcher
from index.settings import Settings
from ingest.errors import QuestionError
from ingest.language import speaking, tr
from tests.fakes import FAKE_MODEL, FakeEncoder, add_text, build
from tests.standing_papers import PAPERS
from tests.test_graph import CHANGE, NEW, OLD, PLAN
from tests.test_listing import DOCUMENTS

RULES = "Quyết định số 611-QĐ/TU"


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    home: Path = tmp_path_factory.mktemp("english")
    for number, text in enumerate((*PAPERS, OLD, NEW, CHANGE, PLAN, *DOCUMENTS)):
        add_text(home, text, f"{number}.txt")
    build(home, FakeEncoder())
    return open_searcher(Settings(home, FAKE_MODEL), FakeEncoder())


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with speaking("en"):
        yield


@pytest.mark.parametrize(
    ("question", "introduction"),
    [
        pytest.param("KH 19 huyện ủy còn hiệu lực không", "Standing of Kế hoạch số 19-KH/HU, 28/02/2018", id="force"),
        pytest.param(
            "Quy định 802 viện dẫn những văn bản nào?", "Quy định số 802-QĐ/TW, 05/4/2015 cites 2 documents", id="cites"
        ),
        pytest.param(
            "Những văn bản nào thay thế Quy định 102-QĐ/TW?",
            "1 document replaces Quy định số 102-QĐ/TW, 15/11/2017",
            id="one-replaces",
        ),
        pytest.param(
            "Văn bản nào căn cứ vào Nghị quyết 18-NQ/TW ngày 25/10/2017?",
            "2 documents rest on Nghị quyết số 18-NQ/TW, 25/10/2017",
            id="two-rest-on",
        ),
        pytest.param(
            "Quy định 801-QĐ/TW bị bãi bỏ bởi văn bản nào?",
            "Neither the library nor the catalogue shows any document that repeals Quy định số 801-QĐ/TW, 03/02/2010",
            id="none-repeals",
        ),
        pytest.param(
            "Chỉ thị 15-CT/TU thay thế văn bản nào?",
            "Neither the library nor the catalogue shows that Chỉ thị số 15-CT/TU, 02/3/2016 replaces any document",
            id="replaces-none",
        ),
        pytest.param(
            "văn bản ban hành trước 2016",
            "Documents issued before 2016: the library holds 2, newest first; 1 more, of which it is not known whether "
            "it is one, comes last",
            id="list",
        ),
        pytest.param(
            "nghị quyết của Bộ Chính trị ban hành năm 2010",
            "The library holds no nghị quyết by Bộ Chính trị issued in 2010",
            id="empty-list",
        ),
        pytest.param(
            "Văn bản này viện dẫn những văn bản nào?",
            "The question does not say which document. Open one below and ask again, or put its sign into the question",
            id="which",
        ),
        pytest.param(
            "so sánh Quy định 102-QĐ/TW và Quy định 69-QĐ/TW",
            "The texts needed to compare clause by clause are not all held. Below, side by side, is what the library "
            "has of each document; add the files that are missing and ask again.",
            id="compared",
        ),
        pytest.param("phở bò", "The library holds no answer", id="declined"),
    ],
)
def test_the_line_above_an_answer_is_english(searcher: Searcher, question: str, introduction: str) -> None:
    assert answer_question(searcher, question).introduction == introduction


@pytest.mark.parametrize(
    ("question", "note"),
    [
        pytest.param(
            "Điều 3 Nghị định 999/2020/NĐ-CP quy định gì?",
            "The text of Nghị định số 999/2020/NĐ-CP is not held, so Điều 3 cannot be quoted. Add its file: python -m "
            "ingest add FILE",
            id="place-not-held",
        ),
        pytest.param(
            "Quyết định 35 năm 2015 nói gì",
            "The text of Quy định (Quyết định) số 35 of 2015 is not held. Add its file: python -m ingest add FILE",
            id="not-held",
        ),
        pytest.param(
            "Điều 40 Quyết định 833-QĐ/TU",
            "There is no Điều 40 in Quyết định số 833-QĐ/TU về công tác giám sát. Look at the articles and sections of "
            "the document: python -m ingest show 833-QĐ/TU@2024-05-05",
            id="no-such-place",
        ),
        pytest.param(
            "Điều 1 Quyết định 611-QĐ/TU ngày 20/3/2018",
            f"{RULES} ban hành Quy chế giám sát has 2 places that are Điều 1: Điều 1 Quyết định; Điều 1 Quy chế. To "
            f"see one alone, say which, for example: Điều 1 Quy chế kèm theo {RULES}",
            id="several-places",
        ),
        pytest.param(
            "Quy định 611 nói gì về giám sát",
            f"The question says Quy định 611; its true type is {RULES}.",
            id="another-type",
        ),
    ],
)
def test_what_is_not_held_is_told_in_english(searcher: Searcher, question: str, note: str) -> None:
    assert note in answer_question(searcher, question).notes


def test_a_place_that_nothing_was_done_to_is_told_in_english(searcher: Searcher) -> None:
    (found,) = answer_question(searcher, f"khoản 1 Điều 3 {RULES} ngày 20/3/2018 đã bị sửa chưa").relations
    assert found.note == "No document was found that amends, replaces or repeals khoản 1 Điều 3 by itself"
    assert name_with_place(found) == f"khoản 1 Điều 3 {RULES}, 20/3/2018"


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("nam:2018", "issued in 2018"),
        ("nam:2015-2018", "issued from 2015 to 2018"),
        ("thang:2018-10", "issued in 10/2018"),
        ("ngay:2018-10-22", "issued on 22/10/2018"),
        ("truoc:2020", "issued before 2020"),
        ("sau:2020-03", "issued after 3/2020"),
        ("tu:2020-05-01", "issued since 01/5/2020"),
        ("den:2020", "issued up to the end of 2020"),
        ("loai:Nghị quyết", "type: Nghị quyết"),
        ("coquan:Bộ Chính trị", "by Bộ Chính trị"),
        ("hieuluc:con", "in force"),
    ],
)
def test_a_condition_is_said_in_the_language_of_the_reader_whoever_read_it(key: str, words: str) -> None:
    with speaking("vi"):
        condition = Condition(key)
        assert condition.words != words
    assert condition.words == words


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("", "There is no question."),
        ("?!", "The question is nothing but marks."),
        ("a" * 9999, "The question has 9.999 "),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused_in_english(searcher: Searcher, question: str, said: str) -> None:
    with pytest.raises(QuestionError, match=re.escape(said)):
        answer_question(searcher, question)


_VIETNAMESE = re.compile(r"[à-ỹđÀ-ỸĐ]")
_PLACE = re.compile(r"(?:(?:[Kk]hoản|[Đđ]iểm|[Mm]ục|[Đđ]oạn|Điều) \w+ ?)+(?:Quy chế|Quyết định)?|phần mở đầu")
_SIGN = re.compile(r"\d+(?:/\d+)?[-/][A-ZĐ]+(?:[-/][A-ZĐ]+)?")
_QUOTED = re.compile("“[^”]*”")
QUESTIONS = (
    "KH 19 huyện ủy còn hiệu lực không",
    "QĐ 611 của Tỉnh ủy Lam Sơn đã bị thay thế chưa",
    "khoản 2 Điều 3 QĐ 611 của Tỉnh ủy Lam Sơn đã bị sửa chưa",
    "điều khoản nào của Quyết định 611-QĐ/TU bị sửa đổi?",
    "Quy định 802 viện dẫn những văn bản nào?",
    "Những văn bản nào thay thế Quy định 102-QĐ/TW?",
    "Văn bản nào căn cứ vào Nghị quyết 18-NQ/TW?",
    "Văn bản này viện dẫn những văn bản nào?",
    "văn bản ban hành trước 2020",
    "nghị quyết và chỉ thị còn hiệu lực",
    "văn bản nói về kiểm tra, giám sát ban hành từ 2016 đến 2018",
    "Điều 99 Quy định 102-QĐ/TW nói gì?",
    "thư viện còn thiếu văn bản nào?",
    "so sánh Quy định 102-QĐ/TW và Quy định 69-QĐ/TW",
    "so sánh Quyết định 611-QĐ/TU với Quyết định 833-QĐ/TU",
    "Ai ban hành Quy chế giám sát?",
    "kiểm tra, giám sát ban hành năm 1950",
)


def gather(answer: Answer) -> Iterator[str]:
    """All that is told, but for names and quotes by themselves."""
    yield answer.introduction
    yield from answer.notes
    yield from (one.words for one in answer.conditions)
    yield from (way.words for way in answer.ways)
    yield from (note for side in answer.sides for note in side.notes)
    yield from (caution for quote in answer.quotes for caution in quote.cautions)
    for relations in answer.relations:
        yield from (say_found(relations), relations.note, say_standing_of(relations.subject, relations))
        for party in relations.parties:
            yield from (tr(say_outcome(party)), say_stated(party), say_doubt(party))
            yield from (say_standing_of(node, relations) for node in party.nodes)
    if answer.listing:
        for group in group_listed(answer.listing):
            yield group.heading
            yield from (say_facts(one).rpartition(" · ")[0] for one in group.first)


def list_names(answer: Answer) -> list[str]:
    """What documents, types and bodies the answer names, the longest first."""
    nodes = [one.subject for one in answer.relations]
    nodes += [node for one in answer.relations for party in one.parties for node in party.nodes]
    listed = (*answer.listing.documents, *answer.listing.catalogued) if answer.listing else ()
    names = {one.name for one in nodes} | {name_node(one) for one in nodes} | {one.title or "" for one in nodes}
    names |= {one.metadata.name for one in listed} | {one.name for one in answer.sides}
    names |= {one.key.partition(":")[2] for one in answer.conditions}
    names |= {one.metadata.label.partition(one.metadata.number or "?")[2].strip() for one in answer.quotes}
    types = {"Quyết định", "Quy định", "Quy chế", "Nghị quyết", "Nghị định", "Kế hoạch", "Chỉ thị", "Hướng dẫn"}
    names |= types | {one.lower() for one in types} | {"số", "ngày", "khóa"}
    return sorted(names - {""}, key=len, reverse=True)


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("day", [None, datetime.date(2019, 1, 1)], ids=["today", "as-of"])
def test_nothing_but_names_is_vietnamese_in_an_answer(
    searcher: Searcher, question: str, day: datetime.date | None
) -> None:
    answer = answer_question(searcher, question, scope=Scope(as_of=day))
    names = list_names(answer)
    for said in gather(answer):
        left = _QUOTED.sub("", said)
        for name in names:
            left = left.replace(name, "")
        assert not _VIETNAMESE.search(_PLACE.sub("", _SIGN.sub("", left))), said


def test_headings_of_lists_are_english() -> None:
    assert tr(CATALOGUED) == "In the catalogue, the text is not held"
    assert tr(NARROW) == "Add a condition: year, type or issuer"
