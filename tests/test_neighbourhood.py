"""The graph of a large library: what is looked up at once is what reading everything gives, and circles are bounded."""

from __future__ import annotations

import datetime
import random
import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from index.graph import Edge, Graph
from index.validity import find_standing
from ingest.catalog import read_catalog
from ingest.citing.bare import may_be_short_for
from ingest.mentions import Citation, CitedAs
from ingest.models import EFFECT, Document, Finding, Metadata
from ingest.patterns.citations import SHORT_NAME
from ingest.relating.relation import KINDS, TextRelation
from ingest.store import Library, open_library
from ingest.store.cited import find_cited_records, find_possible_records, fitting_dates, is_sure
from ingest.store.meaning import Candidate
from tests.test_cited import put
from tests.test_graph import CHANGE, IDS, NEW, OLD, PLAN

GOLDEN = Path(__file__).parent / "golden" / "library-v7.sqlite"
"""The documents of the tests of the graph; made once, by the last version that wrote schema 7."""
FIRST, LATER = datetime.date(2010, 1, 1), datetime.date(2019, 1, 1)
Statement = tuple[str, CitedAs | None, CitedAs | None]
"""Kind, the document acted on, the acting one; ``None`` is the document that says so."""


def make(record: Metadata, statements: Sequence[Statement], begins: datetime.date | None = None) -> Document:
    """A document that says *statements*, one a line, and from when it holds."""
    text, citations, relations = f"{record.number} {record.title} {record.date}\n", [], []
    for kind, *ends in statements:
        first, starts = len(text), []
        for end in ends:
            starts.append(len(text) if end else None)
            if end:
                words = end.number or end.name or ""
                citations.append(
                    Citation(
                        len(text), len(text) + len(words), words, end.type, end.number, end.name, end.term, end.date
                    )
                )
                text += f"{words} "
        relations.append(TextRelation(kind, starts[0], first, len(text), None, None, 0.95, starts[1]))
        text += "\n"
    key = f"{record.number}@{record.date}" if record.date else f"{record.number or record.title}"
    first, text = len(text), f"{text}Văn bản này có hiệu lực từ ngày {begins:%d/%m/%Y}" if begins else text
    findings = (Finding(EFFECT, first, len(text), 0.9),) if begins else ()
    return Document(key, text, record, (), tuple(citations), findings=findings, relations=tuple(relations))


def keep(library: Library, document: Document) -> str:
    return library.add(document, document.id.encode()).document_id


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "var") as opened:
        yield opened


# --- against reading everything ------------------------------------------------------------------------------

SIGNS = ("5-QĐ/TW", "05-QĐ/TW", "18-NQ/TW", "12-NQ/TW", "102-QĐ/TW", "15-KH/TU", "7/2013/QĐ-UBND", "51-QĐ/TW")
TITLES = ("Luật Đất đai", "Luật Báo chí")
NAMES = (
    *("Quy định 5", "Quyết định 05", "Quyết định 5 năm 2012", "Nghị quyết 18", "Quy định 102 của Bộ Chính trị"),
    *(
        "Nghị quyết Trung ương 6 khóa XII",
        "Nghị quyết Trung ương 4",
        "Luật Đất đai",
        "Luật Đất đai 2013",
        "Luật Báo chí",
        "Kế hoạch 15",
    ),
)
TYPES = ("Quy định", "Quyết định", "Nghị quyết", "Kế hoạch", "Luật", None)


def draw_cited(chance: random.Random) -> CitedAs:
    day = chance.choice((None, None, None, datetime.date(2013, 11, 29), datetime.date(2017, 10, 25)))
    if chance.random() < 0.5:
        return CitedAs(chance.choice(TYPES), chance.choice(SIGNS), None, chance.choice((None, None, "XII")), day)
    return CitedAs(chance.choice(TYPES[:5]), None, chance.choice(NAMES), None, day)


def fill(library: Library, chance: random.Random) -> None:
    """A few documents that share signs, titles and days, state anything of each other, and are in part removed."""
    for _ in range(chance.randint(2, 8)):
        named = chance.random() < 0.7
        days = (None, datetime.date(2013, 11, 29), datetime.date(2017, 10, 25), datetime.date(2020, 2, 2))
        number = chance.choice(SIGNS) if named else None
        title = chance.choice(TITLES) if not named or chance.random() < 0.2 else f"Về việc {chance.random()}"
        record = Metadata(type=chance.choice(TYPES), number=number, title=title, date=chance.choice(days))
        statements: list[Statement] = []
        for _ in range(chance.randint(0, 5)):
            ends = chance.choice(((draw_cited(chance), None), (None, draw_cited(chance)), (draw_cited(chance),) * 2))
            cited, subject = ends if ends[0] != ends[1] else (draw_cited(chance), draw_cited(chance))
            statements.append((chance.choice(KINDS), cited, subject))
        begins = (None, FIRST, LATER, datetime.date(2099, 1, 1))[len(statements) % 4]
        key = keep(library, make(record, statements, begins))
        if chance.random() < 0.15:
            library.remove(key)


@pytest.mark.parametrize("seed", range(60))
def test_a_circle_is_what_reading_everything_gives(library: Library, seed: int) -> None:
    fill(library, random.Random(seed))
    whole = Graph(library).read_all()
    told: dict[str, set[Edge]] = {node.id: set() for node in whole.nodes}
    for edge in whole.edges:
        told[edge.source].add(edge)
        told[edge.target].add(edge)
    graph = Graph(library)
    for node in whole.nodes:
        if node.held == "known":  # the catalogue tells more of its own than the whole graph, which is of what is held
            assert told[node.id] <= set(graph.around(node.id).edges)
            continue
        near = graph.around(node.id)
        assert (set(near.edges), near.left_out) == (told[node.id], 0)


@pytest.mark.parametrize("seed", range(60))
def test_candidates_are_those_that_bear_what_is_said(library: Library, seed: int) -> None:
    chance = random.Random(seed)
    fill(library, chance)
    asked = {draw_cited(chance) for _ in range(12)}
    found = library.citing.find_all_candidates(asked)
    assert found == {cited: find_slowly(library, cited) for cited in asked}
    assert all(library.citing.find_candidates(cited) == candidates for cited, candidates in found.items())


def find_slowly(library: Library, cited: CitedAs) -> tuple[Candidate, ...]:
    """By looking at every held document, as the rules are told."""
    held = [(one.id, one.metadata) for one in library.documents()]

    def of_number(said: CitedAs) -> list[tuple[str, Metadata]]:
        own = [(key, record) for key, record in held if record.number == said.number]
        dates = fitting_dates(said, [str(record.date) if record.date else None for _, record in own])
        return [(key, record) for key, record in own if (str(record.date) if record.date else None) in dates]

    def is_titled(record: Metadata) -> bool:
        title, year = re.findall(r"^(.+?)(?: (\d{4}))?$", cited.name or " ")[0]
        day = str(cited.date) if cited.date else year
        return record.title == title and (not record.date or str(record.date).startswith(day))

    short = None if cited.number else SHORT_NAME.regex.fullmatch(cited.name or "")
    numbered = [one for one in held if short and may_be_short_for(short, cited, one[1])]
    surely = find_cited_records(cited)
    records = surely or find_possible_records(cited)
    named = of_number(cited) if cited.number else [*(one for one in held if is_titled(one[1])), *numbered]
    copies = {record.id: of_number(CitedAs(number=record.number, date=record.date)) for record in records}
    bearing = dict([*named, *(one for own in copies.values() for one in own)])
    known = [
        Candidate(one.id, one.date, one.title, False, one.issuer, bool(surely) and is_sure(cited, one))
        for one in records
        if not copies[one.id]
    ]
    return (
        *(Candidate(key, one.date, one.title or "", True, one.issuer or "") for key, one in bearing.items()),
        *known,
    )


# --- bounds --------------------------------------------------------------------------------------------------

HUB = Metadata(type="Quy định", number="1-QĐ/TW", title="Về việc gốc", date=FIRST)
TO_HUB = CitedAs("Quy định", "1-QĐ/TW")


def put_hub(library: Library, count: int, kind: Callable[[int], str] = lambda _: "refers_to") -> list[str]:
    """A document and *count* that cite it, one a day; ids, that of the cited one first."""
    keys = [keep(library, make(HUB, []))]
    for i in range(1, count + 1):
        day = FIRST + datetime.timedelta(days=i)
        record = Metadata(type="Quy định", number=f"{i + 1}-QĐ/TW", title=f"Về việc {i}", date=day)
        keys.append(keep(library, make(record, [(kind(i), TO_HUB, None)])))
    return keys


def test_there_is_room_for_so_many_and_the_rest_is_counted(library: Library) -> None:
    keys = put_hub(library, 9)
    around = Graph(library).around(keys[0], limit=4)
    assert ([node.id for node in around.nodes], around.left_out) == ([*reversed(keys[-3:]), keys[0]], 6)
    assert {(edge.source, edge.target) for edge in around.edges} == {(key, keys[0]) for key in keys[-3:]}
    assert Graph(library).around(keys[0], limit=10).left_out == 0
    everything = Graph(library).around(keys[0], limit=None)
    assert (len(everything.nodes), everything.left_out) == (10, 0)


def test_what_changes_a_document_is_never_crowded_out(library: Library) -> None:
    keys = put_hub(library, 9, lambda i: {1: "replaces", 2: "based_on"}.get(i, "refers_to"))
    around = Graph(library).around(keys[0], limit=3)
    assert {node.id for node in around.nodes} == {keys[0], keys[1], keys[2]}
    assert find_standing(keys[0], around).status == "replaced"


def test_the_nearest_are_taken_before_the_further(library: Library) -> None:
    keys = put_hub(library, 5)
    last = Metadata(type="Quy định", number="90-QĐ/TW", title="Về việc cuối", date=FIRST + datetime.timedelta(days=90))
    end = keep(library, make(last, [("refers_to", CitedAs("Quy định", "6-QĐ/TW"), None)]))
    around = Graph(library).around(end, 3, limit=4)
    assert {node.id for node in around.nodes} == {end, keys[5], keys[0], keys[4]}
    assert around.left_out == 3
    assert {node.id for node in Graph(library).around(end, 2, limit=3).nodes} == {end, keys[5], keys[0]}


def test_many_that_mean_another_of_the_same_sign_take_no_room(
    library: Library,
) -> None:
    both = [keep(library, make(replace(HUB, title=f"Về việc {day}", date=day), [])) for day in (FIRST, LATER)]
    for i in range(9):
        meant = LATER if i == 0 else FIRST
        record = Metadata(type="Quy định", number=f"{i + 2}-QĐ/TW", title=f"Về {i}", date=LATER.replace(day=i + 2))
        keep(library, make(record, [("refers_to", TO_HUB._replace(date=meant), None)]))
    around = Graph(library).around(both[1], limit=3)
    assert ({node.number for node in around.nodes}, around.left_out) == ({"1-QĐ/TW", "2-QĐ/TW"}, 0)
    assert len(Graph(library).around(both[0], limit=3).nodes) == 3


# --- steps ---------------------------------------------------------------------------------------------------


def trace(library: Library, act: Callable[[], object]) -> list[str]:
    """The statements that the library is asked while *act* runs."""
    asked: list[str] = []
    library._db.set_trace_callback(asked.append)
    act()
    library._db.set_trace_callback(None)
    return asked


@pytest.mark.parametrize("hops", [1, 2, 3])
def test_more_neighbours_are_no_more_questions(tmp_path: Path, hops: int) -> None:
    counts = []
    for neighbours in (5, 60):
        with open_library(tmp_path / str(neighbours)) as library:
            keys = put_hub(library, neighbours)
            counts.append(len(trace(library, lambda: Graph(library).around(keys[0], hops))))  # noqa: B023 - at once
    assert counts[0] == counts[1]
    assert counts[0] <= 12 * hops


def test_no_question_of_a_circle_looks_at_every_document_or_past_a_text(library: Library) -> None:
    keys = put_hub(library, 5)
    asked = trace(library, lambda: Graph(library).around(keys[0], 2))
    plans = [row[3] for one in asked for row in library._db.execute(f"EXPLAIN QUERY PLAN {one}")]
    in_use = [plan for plan in plans if "documents_in_use" in plan]
    assert in_use
    assert all("COVERING" in plan for plan in in_use)
    scans = [plan for plan in plans if plan.startswith("SCAN")]
    assert [plan for plan in scans if "VIRTUAL TABLE" not in plan and plan not in ("SCAN named", "SCAN n")] == []


def test_who_cites_a_document_is_found_in_as_many_questions_however_many_do(tmp_path: Path) -> None:
    counts = []
    for neighbours in (5, 60):
        with open_library(tmp_path / str(neighbours)) as library:
            keys = put_hub(library, neighbours)
            assert [one.document_id for one in library.cited_by(keys[0])] == keys[1:]
            counts.append(len(trace(library, lambda: library.cited_by(keys[0]))))  # noqa: B023 - at once
    assert counts[0] == counts[1]


# --- older libraries -----------------------------------------------------------------------------------------


def test_relations_of_a_library_of_schema_7_are_found_by_their_ends(tmp_path: Path) -> None:
    assert int.from_bytes(GOLDEN.read_bytes()[60:64], "big") == 7
    (tmp_path / "old").mkdir()
    shutil.copy(GOLDEN, tmp_path / "old" / "library.sqlite")
    with open_library(tmp_path / "old") as old, open_library(tmp_path / "new") as new:
        assert [put(new, raw) for raw in (OLD, NEW, CHANGE, PLAN)] == [one.id for one in old.documents()] == list(IDS)
        for key in IDS:
            was, now = Graph(old).around(key), Graph(new).around(key)
            assert was.nodes == now.nodes
            assert [_ends(one) for one in was.edges] == [_ends(one) for one in now.edges]
        ends = "SELECT * FROM relation_ends ORDER BY named, acting, kind, document, position"
        assert [tuple(row) for row in old._db.execute(ends)] == [tuple(row) for row in new._db.execute(ends)]
        old.remove(IDS[2])
        assert "repeals" not in {edge.kind for edge in Graph(old).around(IDS[1]).edges}


def _ends(edge: Edge) -> Edge:
    """Without its day, which is read otherwise now."""
    return edge._replace(since=None)


def test_the_catalogue_has_what_these_tests_draw_on() -> None:
    assert {"18-NQ/TW", "12-NQ/TW", "102-QĐ/TW"} <= {record.number for record in read_catalog()}
