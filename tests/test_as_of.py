"""The library as it stood on a day: acts of later documents do not count, what they tell of earlier days does."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.as_of import counts
from index.ask import answer_question
from index.changes import Changes
from index.describe import answer_to_json, say
from index.describe_trees import find_trees, say_trees
from index.describe_validity import say_badge
from index.graph import Graph, Node
from index.query import Scope
from index.related import find_related, related_to_json, say_related
from index.relation_files import export_related
from index.search import Searcher, open_searcher
from index.settings import Settings
from index.surroundings import survey
from ingest.store import Library, open_library
from tests.fakes import FAKE_MODEL, FakeEncoder, add_text, build
from tests.test_graph import IDS, OLD, PLAN, write

FIRST = IDS[0]
UNDATED, DATED, TELLER = "817-QĐ/TW", "815-QĐ/TW", "820-QĐ/TW"
ENDING = "Quy định số 801-QĐ/TW, ngày 03/02/2010 được thay thế bởi Quy định số {}."
RESTING = write(
    "819-QĐ/TW", "01 tháng 3 năm 2014", "- Căn cứ Quy định số 801-QĐ/TW, ngày 03/02/2010,\n\nĐiều 1. Một.\n"
)


def tell(words: str) -> str:
    return write(TELLER, "09 tháng 9 năm 2020", f"Điều 1. Phạm vi\n\nNội dung.\n\nĐiều 2. Ghi chú\n\n{words}\n")


TELLING = tell(ENDING.format(f"{DATED}, ngày 05/4/2012 kể từ ngày 01/7/2012"))
TELLING_NO_DAY = tell(ENDING.format(UNDATED))
ACTING = tell("Quy định này thay thế Quy định số 801-QĐ/TW, ngày 03/02/2010.")
MARK = "(theo Quy định 820-QĐ/TW, ban hành sau ngày đang xét)"
REPLACED = "Quy định 801-QĐ/TW đã được thay thế bởi {}"


def day(year: int) -> datetime.date:
    return datetime.date(year, 1, 1)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path) as opened:
        yield opened


def put(home: Path, *texts: str) -> None:
    for number, text in enumerate(texts):
        add_text(home, text, f"{number}.txt")


@pytest.mark.parametrize(
    ("acting", "teller", "said", "expected"),
    [
        pytest.param(2012, None, None, True, id="by-the-catalogue"),
        pytest.param(2012, 2012, None, True, id="by-its-own-words"),
        pytest.param(2012, 2020, None, True, id="told-later"),
        pytest.param(2020, 2020, None, False, id="a-later-act"),
        pytest.param(2020, 2020, 2012, False, id="a-later-act-that-reaches-back"),
        pytest.param(2020, None, None, False, id="a-later-act-by-the-catalogue"),
        pytest.param(None, 2012, None, True, id="of-unknown-day-told-by-then"),
        pytest.param(None, 2020, None, False, id="of-unknown-day-told-later"),
        pytest.param(None, 2020, 2012, True, id="from-a-day-told-later"),
        pytest.param(None, None, None, True, id="of-unknown-day-by-the-catalogue"),
    ],
)
def test_what_counts_on_a_day(acting: int | None, teller: int | None, said: int | None, expected: bool) -> None:
    def node(year: int | None) -> Node:
        return Node("x", "x", None, None, None, day(year) if year else None, "held")

    since = day(said) if said else None
    assert counts(node(acting), node(teller) if teller else None, since, day(2015)) is expected
    assert counts(node(acting), node(teller) if teller else None, since, None)


@pytest.mark.parametrize(
    ("text", "as_of", "said"),
    [
        pytest.param(TELLING, None, REPLACED.format("815-QĐ/TW từ 01/7/2012. "), id="today"),
        pytest.param(TELLING, 2021, REPLACED.format("815-QĐ/TW từ 01/7/2012. "), id="told-by-then"),
        pytest.param(TELLING, 2015, REPLACED.format(f"815-QĐ/TW từ 01/7/2012 {MARK}. "), id="told-later"),
        pytest.param(TELLING, 2012, "Chưa rõ hiệu lực.", id="not-yet-so"),
        pytest.param(TELLING_NO_DAY, 2021, REPLACED.format("817-QĐ/TW. "), id="no-day-told-by-then"),
        pytest.param(TELLING_NO_DAY, 2015, "Chưa rõ hiệu lực.", id="no-day-told-later"),
        pytest.param(ACTING, 2021, REPLACED.format("820-QĐ/TW từ 09/9/2020. "), id="its-own-act"),
        pytest.param(ACTING, 2015, "Chưa rõ hiệu lực.", id="an-act-of-later"),
    ],
)
def test_badges_and_the_filter_follow_what_counts(
    tmp_path: Path, library: Library, text: str, as_of: int | None, said: str
) -> None:
    put(tmp_path, OLD, text)
    asked = day(as_of) if as_of else None
    changes = Changes()
    standing = changes.find(library, [FIRST], asked)[FIRST]
    replaced = said.startswith("Quy định 801-QĐ/TW đã được thay thế")
    assert say_badge("Quy định 801-QĐ/TW", standing).startswith(said)
    assert (FIRST in changes.find_ended(library, asked)) is replaced
    (related,) = find_related(library, FIRST, as_of=asked)
    assert related.standing == standing
    assert any(side.edge.kind == "replaces" for side in related.sides) is replaced
    drawn = survey(Graph(library), FIRST, as_of=asked)
    assert drawn.standings[FIRST] == standing
    assert {edge.kind for edge in drawn.edges} == {side.edge.kind for side in related.sides}


def test_related_says_who_told_it_later(tmp_path: Path, library: Library) -> None:
    put(tmp_path, OLD, TELLING)
    then = find_related(library, FIRST, as_of=day(2015))
    later = f"” (theo Quy định số {TELLER} ngày 09/9/2020, ban hành sau ngày đang xét)"
    assert later in say_related(then)
    (form,) = related_to_json(then)["documents"]
    assert [one["told_later"] for one in form["relations"]] == [True]
    assert [one["told_later"] for one in form["changes"]] == [True]
    assert "ban hành sau ngày đang xét" not in say_related(find_related(library, FIRST))


@pytest.fixture
def searcher(tmp_path: Path) -> Searcher:
    put(tmp_path, OLD, TELLING)
    build(tmp_path, FakeEncoder())
    return open_searcher(Settings(tmp_path, FAKE_MODEL), FakeEncoder())


@pytest.mark.parametrize(
    ("as_of", "found", "marked"),
    [
        pytest.param(None, 1, False, id="today"),
        pytest.param(2021, 1, False, id="told-by-then"),
        pytest.param(2015, 1, True, id="told-later"),
        pytest.param(2012, 0, False, id="not-issued"),
    ],
)
def test_an_answer_of_relations_follows_the_same_rule(
    searcher: Searcher, as_of: int | None, found: int, marked: bool
) -> None:
    scope = Scope(as_of=day(as_of)) if as_of else Scope()
    answer = answer_question(searcher, "Văn bản nào thay thế Quy định 801-QĐ/TW?", scope=scope)
    (relations,) = answer.relations
    assert len(relations.parties) == found
    assert (f"{TELLER}@2020-09-09, ban hành sau ngày đang xét" in say(answer)) is marked
    places = [one for told in answer_to_json(answer)["relations"] for one in told["documents"]]
    assert [one["told_later"] for told in places for one in told["places"]] == [marked] * found


def test_what_a_document_of_later_does_is_no_answer(searcher: Searcher) -> None:
    scope = Scope(as_of=day(2015))
    answer = answer_question(searcher, "Quy định 820-QĐ/TW viện dẫn văn bản nào?", scope=scope)
    assert not answer.answered
    assert "Quy định 820-QĐ/TW: chưa ban hành vào ngày 01/01/2015." in say(answer)


def test_trees_files_and_documents_further_away_keep_to_the_day(tmp_path: Path, library: Library) -> None:
    put(tmp_path, OLD, RESTING, PLAN.replace("802", "819"))
    sign, after, before = "819-QĐ/TW", day(2020), day(2013)
    assert "801-QĐ/TW" in say_trees(find_trees(library, sign, "basis", after))
    assert "801-QĐ/TW" not in say_trees(find_trees(library, sign, "basis", before))
    assert len(find_related(library, "801-QĐ/TW", 3, after)) == 3
    assert len(find_related(library, "801-QĐ/TW", 3, day(2015))) == 2
    assert len(find_related(library, "801-QĐ/TW", 3, before)) == 1
    file = tmp_path / "quan-he.csv"
    assert [export_related(library, "801-QĐ/TW", 3, file, one) for one in (after, day(2015), before)] == [2, 1, 0]
    assert json.dumps(related_to_json(find_related(library, "801-QĐ/TW", 3, before)))
