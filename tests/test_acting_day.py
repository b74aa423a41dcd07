"""What another paper acts on was there by the day of that paper; what is not held is named as texts agree."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.finding.holdings import Holdings
from index.finding.missing import name_document
from index.graph import Graph
from index.naming.signs import Target
from index.surroundings import survey
from ingest.missing import find_missing
from ingest.store import Library, open_library
from ingest.store.stock import read_stock
from tests.test_cited import put

OF_2017, OF_2022 = "18-NQ/TW@2017-10-25", "18-NQ/TW@2022-06-16"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "var") as opened:
        yield opened


def decision(body: str, number: str = "64-QĐ/HU", day: str = "18 tháng 7 năm 2024") -> str:
    head = f"HUYỆN ỦY HÒA AN\n*\nSố {number}\nĐẢNG CỘNG SẢN VIỆT NAM\nHòa An, ngày {day}\n"
    return f"{head}\nQUYẾT ĐỊNH\nvề một việc\n\nĐiều 1. {body}\n"


@pytest.mark.parametrize(
    ("body", "meant"),
    [
        pytest.param(
            "Bãi bỏ Kế hoạch số 19-KH/HU, ngày 28/02/2018 về thực hiện Nghị quyết số 18-NQ/TW.",
            {OF_2017},
            id="a-plan-of-2018",
        ),
        pytest.param(
            "Bãi bỏ Kế hoạch số 19-KH/HU, ngày 28/02/2023 về thực hiện Nghị quyết số 18-NQ/TW.",
            {OF_2017, OF_2022},
            id="a-plan-of-2023-leaves-it-open",
        ),
        pytest.param(
            "Bãi bỏ Kế hoạch số 19-KH/HU về thực hiện Nghị quyết số 18-NQ/TW.",
            {OF_2017, OF_2022},
            id="a-plan-of-no-day-leaves-it-open",
        ),
        pytest.param(
            "Bãi bỏ Kế hoạch số 19-KH/HU, ngày 28/02/2018 về thực hiện Nghị quyết số 18-NQ/TW, ngày 16/6/2022.",
            {OF_2022},
            id="what-is-said-stands-though-it-cannot-be",
        ),
    ],
)
def test_the_acting_paper_came_after_what_it_acts_on(library: Library, body: str, meant: set[str]) -> None:
    held = put(library, decision(body))
    edges = [edge for edge in Graph(library).around(held, 2).edges if edge.kind == "carries_out"]
    assert {edge.target for edge in edges if edge.source.startswith("19-KH/HU")} == meant
    told = {edge.target for edge in Graph(library).around(held).edges if edge.target.startswith("18-NQ/TW")}
    assert told == meant
    assert len(meant) == 1 or not any(edge.sure for edge in edges)


@pytest.mark.parametrize(("day", "several"), [("28/02/2018", False), ("28/02/2023", True)])
def test_a_mention_is_bounded_by_the_paper_that_acts_on_it(library: Library, day: str, several: bool) -> None:
    body = f"Bãi bỏ Kế hoạch số 19-KH/HU, ngày {day} về thực hiện Nghị quyết số 18-NQ/TW."
    held = put(library, decision(body))
    document = library.get(held)
    (meaning,) = (
        meaning for one, meaning in library.citing.find_meanings(document).items() if one.number == "18-NQ/TW"
    )
    assert meaning.ambiguous is several
    sure, unsure = library.cited_by(OF_2017), library.citing.find_unsure_mentions(OF_2017)
    assert ([one.document_id for one in sure], [one.document_id for one, _ in unsure]) == (
        ([], [held]) if several else ([held], [])
    )
    names = {one.record.id if one.record else "" for one in find_missing(library) if "18-NQ/TW" in one.name}
    assert names == ({""} if several else {OF_2017})


@pytest.mark.parametrize(
    ("bodies", "name", "day"),
    [
        pytest.param(
            ("Theo Luật Kế toán số 88/2015/QH13 ngày 20/11/2015.", "Theo Luật số 88/2015/QH13."),
            "Luật Kế toán số 88/2015/QH13",
            "2015-11-20",
            id="a-sign-with-its-year-is-borne-once",
        ),
        pytest.param(
            ("Theo 88/2015/NĐ-CP.", "Theo Nghị định số 88/2015/NĐ-CP ngày 20/11/2015."),
            "Nghị định số 88/2015/NĐ-CP",
            "2015-11-20",
            id="the-type-and-the-day-that-one-of-them-says",
        ),
    ],
)
def test_what_nobody_knows_is_one_document_named_as_texts_agree(
    library: Library, bodies: tuple[str, str], name: str, day: str
) -> None:
    for i, body in enumerate(bodies, 1):
        put(library, decision(body, f"{i}-QĐ/HU", f"{i + 10} tháng 7 năm 2024"))
    (unknown,) = (node for node in Graph(library).read_all().nodes if node.held == "unknown")
    assert (unknown.name, str(unknown.date)) == (name, day)
    assert [len(one.cited_by) for one in find_missing(library)] == [2]


def test_what_several_may_be_is_missing_with_each_of_them(library: Library) -> None:
    put(library, decision("Theo Nghị quyết số 18-NQ/TW."))
    (found,) = find_missing(library)
    assert (found.record, [one.id for one in found.candidates]) == (None, [OF_2017, OF_2022])


def test_lines_are_drawn_between_nearer_documents_alone(library: Library) -> None:
    first = put(library, decision("Theo Quy định số 9-QĐ/HU, ngày 02/3/2020.", "10-QĐ/HU", "11 tháng 7 năm 2020"))
    both = "Theo Quy định số 9-QĐ/HU, ngày 02/3/2020 và Quyết định số 10-QĐ/HU, ngày 11/7/2020."
    put(library, decision(both, "11-QĐ/HU", "12 tháng 7 năm 2021"))
    one_step, two_steps = (survey(Graph(library), "9-QĐ/HU@2020-03-02", hops) for hops in (1, 2))
    among = [[edge for edge in found.edges if edge.target == first] for found in (one_step, two_steps)]
    assert [len(found) for found in among] == [0, 1]


@pytest.mark.parametrize(
    ("bodies", "named"),
    [
        pytest.param(
            ("Bãi bỏ Quyết định số 22-QĐ/HU, ngày 03/9/2015.", "Theo Quyết định số 22-QĐ/HU."),
            "Quyết định số 22-QĐ/HU ngày 03/9/2015",
            id="type-and-day",
        ),
        pytest.param(
            ("Theo Quyết định số 22-QĐ/HU, ngày 03/9/2015.", "Theo Quy định số 22-QĐ/HU, ngày 03/9/2015."),
            "Quy định (Quyết định) số 22-QĐ/HU ngày 03/9/2015",
            id="types-differ",
        ),
        pytest.param(
            ("Theo Quyết định số 22-QĐ/HU, ngày 03/9/2015.", "Theo Quyết định số 22-QĐ/HU, ngày 04/9/2020."),
            "Quyết định số 22-QĐ/HU",
            id="days-differ",
        ),
    ],
)
def test_an_answer_calls_what_is_not_held_as_texts_agree(library: Library, bodies: tuple[str, str], named: str) -> None:
    for i, body in enumerate(bodies, 1):
        put(library, decision(body, f"{i}-QĐ/HU", f"{i + 10} tháng 7 năm 2024"))
    target = Target("22", "QĐ", "HU")
    assert name_document(target, Holdings(read_stock(library), ())) == named
