"""What only serves a document that has ended is not known to stand, says why, and comes after what may stand."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.answering.listing import list_documents
from index.changes import Changes
from index.describe_validity import say_badge, standing_to_json
from index.naming.conditions import STILL_IN_FORCE
from index.query import Scope
from index.related import find_related
from index.search import open_searcher
from index.settings import Settings
from ingest.store import Library, open_library
from tests.fakes import FAKE_MODEL, FakeEncoder, add_text, build
from tests.test_graph import CHANGE, IDS, NEW, OLD, write

FIRST, SECOND = IDS[:2]
ARTICLE = "Điều 1. Phạm vi\n\n1. Xử lý kỷ luật đảng viên vi phạm {}.\n"
TITLE = "thực hiện Quy định số {}"


BEFORE, LATER = "01 tháng 8 năm 2012", "01 tháng 8 năm 2016"


def guide(number: str, day: str, *signs: str) -> str:
    title = TITLE.format(" và Quy định số ".join(signs))
    return write(number, day, ARTICLE.format("theo từng bước"), "HƯỚNG DẪN", title)


OLD_ONE, NEW_ONE = "801-QĐ/TW, ngày 03/02/2010", "802-QĐ/TW, ngày 05/4/2015"
TEXTS = (
    *(OLD, NEW, CHANGE),
    guide("11-HD/UBKTTW", BEFORE, OLD_ONE),
    guide("12-HD/UBKTTW", LATER, NEW_ONE),
    guide("13-HD/UBKTTW", LATER, OLD_ONE, NEW_ONE),
    write("14-KH/TU", BEFORE, ARTICLE.format("ở tỉnh"), "KẾ HOẠCH", TITLE.format(OLD_ONE)),
    write("15-CT/TW", LATER, f"Qua thực hiện Quy định số {OLD_ONE}, yêu cầu:\n\n1. Làm tốt hơn.\n", "CHỈ THỊ"),
    write("16-KH/TU", BEFORE, f"1. Thực hiện Quy định số {OLD_ONE}.\n\n2. Làm việc khác.\n", "KẾ HOẠCH"),
)
OUTDATED, PLANNED = "11-HD/UBKTTW@2012-08-01", "14-KH/TU@2012-08-01"
CURRENT, BOTH, BACK = "12-HD/UBKTTW@2016-08-01", "13-HD/UBKTTW@2016-08-01", "15-CT/TW@2016-08-01"
BESIDES = "16-KH/TU@2012-08-01"
QUESTION = "xử lý kỷ luật đảng viên vi phạm"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("guided")
    for number, text in enumerate(TEXTS):
        add_text(folder, text, f"{number}.txt")
    build(folder, FakeEncoder())
    return folder


@pytest.fixture
def library(home: Path) -> Iterator[Library]:
    with open_library(home) as opened:
        yield opened


@pytest.mark.parametrize(
    ("document_id", "year", "said"),
    [
        pytest.param(
            OUTDATED,
            None,
            "Chưa rõ hiệu lực: văn bản được hướng dẫn, Quy định 801-QĐ/TW, đã được thay thế.",
            id="guides-what-was-replaced",
        ),
        pytest.param(
            PLANNED,
            None,
            "Chưa rõ hiệu lực: văn bản được thực hiện, Quy định 801-QĐ/TW, đã được thay thế.",
            id="carries-it-out",
        ),
        pytest.param(CURRENT, None, "Chưa rõ hiệu lực.", id="guides-what-was-only-amended"),
        pytest.param(BOTH, None, "Chưa rõ hiệu lực.", id="guides-another-beside-it"),
        pytest.param(BACK, None, "Chưa rõ hiệu lực.", id="looks-back-on-it"),
        pytest.param(BESIDES, None, "Chưa rõ hiệu lực.", id="carries-it-out-among-others"),
        pytest.param(
            "04-HD/UBKTTW@2018-03-22",
            None,
            "Chưa rõ hiệu lực: văn bản được hướng dẫn, Quy định 102-QĐ/TW, đã được thay thế.",
            id="by-the-catalogue",
        ),
        pytest.param(
            "04-HD/UBKTTW@2018-03-22",
            2019,
            "Chưa rõ hiệu lực: đến 23/11/2026 chưa thấy văn bản thay thế, bãi bỏ.",
            id="as-of-a-day-before",
        ),
    ],
)
def test_what_serves_what_has_ended_says_so(library: Library, document_id: str, year: int | None, said: str) -> None:
    as_of = datetime.date(year, 1, 1) if year else None
    standing = Changes().find(library, [document_id], as_of)[document_id]
    assert say_badge("?", standing) == said
    assert (standing.status, standing.in_force) == ("unknown", None)
    (related,) = find_related(library, document_id, as_of=as_of)
    assert related.standing == standing


def test_the_stable_form_names_what_it_serves(library: Library) -> None:
    known = Changes().find(library, [OUTDATED, CURRENT])
    assert [standing_to_json("?", known[key])["serves_ended"] for key in (OUTDATED, CURRENT)] == [FIRST, None]


def test_the_filter_keeps_it_and_puts_it_after_what_may_stand(home: Path, library: Library) -> None:
    assert Changes().find_outdated(library) == {OUTDATED, PLANNED}
    searcher = open_searcher(Settings(home, FAKE_MODEL), FakeEncoder())

    def order(scope: Scope) -> list[str]:
        hits = searcher.search(searcher.understand(QUESTION, scope=scope), 50)
        return list(dict.fromkeys(hit.passage.document_id for hit in hits))

    everything, kept = order(Scope()), order(Scope(in_force=True))
    assert everything.index(OUTDATED) < everything.index(CURRENT)
    assert set(kept) == set(everything) - {FIRST}
    assert set(kept[-2:]) == {OUTDATED, PLANNED}
    assert [one for one in kept if one not in (OUTDATED, PLANNED)] == [
        one for one in everything if one not in (FIRST, OUTDATED, PLANNED)
    ]


def test_the_list_of_documents_in_force_has_it_last_and_says_why(library: Library) -> None:
    listing = list_documents(library, Changes(), [STILL_IN_FORCE])
    assert {one.id for one in listing.documents[-2:]} == {OUTDATED, PLANNED}
    assert all("Quy định 801-QĐ/TW, đã được thay thế" in say_badge("?", one.standing) for one in listing.documents[-2:])
