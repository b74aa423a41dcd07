"""Whether documents stand is told in English in whole sentences; names and places stay as they are printed."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from itertools import product

import pytest

from index.changes import Statement
from index.circle import Edge, Node
from index.describe_changes import say_clause, say_source, say_statement
from index.describe_validity import (
    say_as_of,
    say_badge,
    say_force,
    say_named_badge,
    say_standing,
    say_unseen,
    warn_of_place,
)
from index.relation_words import say_status
from index.validity import UNNAMED, Change, Guided, Standing, Status
from ingest.language import speaking

NAME = "Quy định 102-QĐ/TW"
DAY, CHECKED, AS_OF = datetime.date(2022, 7, 6), datetime.date(2026, 11, 23), datetime.date(2026, 1, 2)
ACTING = Node("69-QĐ/TW@2022-07-06", "Quy định số 69-QĐ/TW", "69-QĐ/TW", "Quy định", None, DAY, "held")
OTHER = Node("212-QĐ/TW@2026-08-17", "Quy định số 212-QĐ/TW", "212-QĐ/TW", "Quy định", None, DAY, "known")
TELLING = Node("70-BC/TW@2023-01-01", "Báo cáo số 70-BC/TW", "70-BC/TW", "Báo cáo", None, DAY, "held")
NOBODY = Node("", UNNAMED, None, None, None, None, "unknown")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with speaking("en"):
        yield


def done(
    kind: str,
    *,
    by: Node = ACTING,
    clause: str | None = None,
    sure: bool = True,
    coming: bool = False,
    told_by: Node | None = None,
    told_later: bool = False,
) -> Change:
    said_in = told_by.id if told_by else None
    edge = Edge(by.id, "102-QĐ/TW@2017-11-15", kind, said_in, clause=clause, sure=sure, whole=clause is None)
    return Change(edge, by, DAY, told_by, told_later, coming)


REPLACED, DOUBTED = done("replaces"), done("replaces", sure=False)
AMENDED = (done("amends", clause="dieu-5.khoan-2"), done("supplements", clause="dieu-6"))
IN_PART = (*AMENDED, done("repeals", clause="dieu-7"))
COMING = (done("replaces", coming=True),)


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        pytest.param(
            Standing("replaced", (REPLACED,), DAY),
            f"{NAME} has been replaced by 69-QĐ/TW with effect from 06/7/2022. Look up what replaced it before you "
            "apply it.",
            id="replaced",
        ),
        pytest.param(
            Standing("replaced", (DOUBTED,), DAY, sure=False),
            f"{NAME} may have been replaced by 69-QĐ/TW with effect from 06/7/2022 (source not verified). Look up what "
            "replaced it before you apply it.",
            id="unsure",
        ),
        pytest.param(
            Standing("amended", IN_PART, DAY),
            f"{NAME} has been amended, supplemented and repealed in part by 69-QĐ/TW with effect from 06/7/2022 "
            "(khoản 2 Điều 5, Điều 6, Điều 7). Read it together with what amends it.",
            id="in-part",
        ),
        pytest.param(
            Standing("in_force", coming=COMING, stands=True),
            f"{NAME} is in force and will be replaced by 69-QĐ/TW with effect from 06/7/2022. Until that day check it "
            "before you apply it; from that day on look up what replaces it.",
            id="to-come",
        ),
        pytest.param(
            Standing("repealed", (done("repeals", by=NOBODY),), DAY),
            f"{NAME} has lapsed with effect from 06/7/2022, by which document is not known, according to Vankien's "
            "catalogue. Look up what is in force now before you apply it.",
            id="lapsed",
        ),
        pytest.param(
            Standing("amended", (done("amends", by=NOBODY),), DAY),
            f"{NAME} has been amended by a document whose sign is not known with effect from 06/7/2022. Read it "
            "together with what amends it.",
            id="amended-by-nobody-knows-what",
        ),
        pytest.param(
            Standing("replaced", (done("replaces", told_by=TELLING, told_later=True),), DAY, as_of=AS_OF),
            f"{NAME} has been replaced by 69-QĐ/TW with effect from 06/7/2022 (according to Báo cáo 70-BC/TW, issued "
            "after the day in question). Look up what replaced it before you apply it.",
            id="told-later",
        ),
        pytest.param(
            Standing("replaced", (REPLACED, done("repeals", by=OTHER)), DAY, checked=CHECKED, disputed=True),
            f"Sources differ on whether {NAME} is in force: has been replaced by 69-QĐ/TW with effect from 06/7/2022, "
            "according to Vankien's catalogue; has been repealed by 212-QĐ/TW with effect from 06/7/2022, according to "
            "Vankien's catalogue; nothing that replaces or repeals it had been found by 23/11/2026, according to "
            "Vankien's catalogue. Compare the sources before you apply it.",
            id="disputed",
        ),
        pytest.param(
            Standing("in_force", since=DAY, checked=CHECKED, stands=True),
            "In force; in effect from 06/7/2022, nothing that replaces or repeals it had been found by 23/11/2026.",
            id="in-force",
        ),
        pytest.param(
            Standing("in_force", as_of=AS_OF, stands=True),
            "In force on 02/01/2026, according to Vankien's catalogue.",
            id="in-force-on-a-day",
        ),
        pytest.param(Standing("unissued", as_of=AS_OF), "Not issued on 02/01/2026.", id="not-issued"),
        pytest.param(
            Standing("pending", begins=DAY), "Not yet in force, takes effect on 06/7/2022.", id="not-yet-in-force"
        ),
        pytest.param(Standing("unknown"), "Standing unknown.", id="unknown"),
        pytest.param(
            Standing("unknown", guided=Guided(ACTING, "guides", "repealed")),
            "Standing unknown, as the document that it guides, Quy định 69-QĐ/TW, has been repealed.",
            id="serves-what-ended",
        ),
        pytest.param(
            Standing("replaced", (REPLACED,), DAY, enclosing=OTHER),
            f"{NAME} issued with Quy định 212-QĐ/TW has been replaced by 69-QĐ/TW with effect from 06/7/2022. Look up "
            "what replaced it before you apply it.",
            id="goes-with-what-was-replaced",
        ),
        pytest.param(
            Standing("unknown", enclosing=OTHER),
            "Standing unknown, going by Quy định 212-QĐ/TW, with which it was issued.",
            id="goes-with-what-is-unknown",
        ),
        pytest.param(
            Standing("unknown", begins=DAY, as_of=AS_OF),
            "Standing on 02/01/2026 unknown; in effect from 06/7/2022 by its own words; the library holds nothing up "
            "to that day that replaces or repeals it.",
            id="begun",
        ),
    ],
)
def test_a_badge_is_whole_english_sentences(standing: Standing, said: str) -> None:
    assert say_badge(NAME, standing) == said


def test_documents_beyond_those_told_are_counted() -> None:
    acting = [Node(f"{n}", f"Quy định số {n}-QĐ/TW", f"{n}-QĐ/TW", "Quy định", None, DAY, "held") for n in range(4, 9)]
    changes = tuple(done("amends", by=one) for one in acting)
    assert say_standing(NAME, Standing("amended", changes)).endswith("; and by 2 other documents")
    assert say_standing(NAME, Standing("amended", changes[:4])).endswith("; and by 1 other document")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param(
            lambda: say_statement(Statement(AMENDED[0], "", None)),
            "Khoản 2 Điều 5 has been amended by 69-QĐ/TW with effect from 06/7/2022",
            id="statement",
        ),
        pytest.param(
            lambda: say_clause([Statement(AMENDED[0], "", "dieu-1")]),
            "This clause has been amended by Quy định 69-QĐ/TW with effect from 06/7/2022",
            id="clause",
        ),
        pytest.param(
            lambda: say_source(Statement(done("amends", told_by=TELLING), "", "dieu-1")),
            "according to Điều 1 Báo cáo 70-BC/TW",
            id="source",
        ),
        pytest.param(
            lambda: warn_of_place("dieu-5.khoan-2", AMENDED[:1]),
            "Khoản 2 Điều 5 has been amended by 69-QĐ/TW with effect from 06/7/2022. Read it together with what amends "
            "it.",
            id="place",
        ),
        pytest.param(
            lambda: say_force(NAME, Standing("unknown")),
            f"{NAME}: standing unknown. Ask the office that issued it before you apply it.",
            id="asked-for",
        ),
        pytest.param(
            lambda: say_status(Standing("in_force", coming=COMING, stands=True)),
            "In force, will be replaced from 06/7/2022",
            id="short",
        ),
        pytest.param(
            lambda: say_as_of(AS_OF),
            "As of 02/01/2026: documents issued after that day do not count; what later documents tell of that day is "
            "marked.",
            id="as-of",
        ),
    ],
)
def test_what_was_done_is_whole_english_sentences(said: Callable[[], str], expected: str) -> None:
    assert said() == expected


_NAMES = re.compile(r"Quy định|Báo cáo|\d+-(?:QĐ|BC)/TW|(?:[Kk]hoản|Điều) \d+")
_VIETNAMESE = re.compile(r"[à-ỹđÀ-ỸĐ]")
STATUSES: tuple[Status, ...] = ("in_force", "replaced", "repealed", "amended", "unknown", "unissued", "pending")


@pytest.mark.parametrize("status", STATUSES)
def test_nothing_but_names_is_vietnamese_in_any_standing(status: Status) -> None:
    changes = ((), (REPLACED,), (DOUBTED,), IN_PART, (done("repeals", by=NOBODY, told_by=TELLING, told_later=True),))
    days = (None, DAY)
    for told, coming, as_of, begins in product(changes, ((), COMING), days, days):
        for disputed in {False, bool(told)}:
            one = Standing(
                status, told, DAY, not disputed, begins, disputed, as_of, status == "in_force", None, coming, begins
            )
            words = (say_badge(NAME, one), say_named_badge(NAME, one), say_force(NAME, one), say_unseen(DAY))
            said = " ".join((*words, say_status(one)))
            assert not _VIETNAMESE.search(_NAMES.sub("", said)), said
