"""A text without a sign of its own, a Quy chế or the like, leads to the document that issued it, held or catalogued."""

from __future__ import annotations

import datetime

import pytest

from index.ask import answer_question
from index.describe import answer_to_json, say
from index.naming.issuing import find_issued_text, fits_title, read_issued_name
from index.query import Scope
from index.relations import Relations
from index.search import Searcher, open_searcher
from index.settings import Settings
from tests.fakes import FAKE_MODEL, FakeEncoder, add_text, build
from tests.test_graph import OLD, write

RULES = "Quy chế phối hợp giữa các cơ quan tham mưu"
DECISION = write(
    "1127-QĐ/TU",
    "14 tháng 9 năm 2021",
    f"Điều 1. Ban hành kèm theo Quyết định này {RULES} của Tỉnh ủy.\n\nĐiều 2. Thi hành từ ngày ký.\n",
    "QUYẾT ĐỊNH",
    f"ban hành {RULES} của Tỉnh ủy",
)
OFFICES = [
    write(
        f"{number}-QĐ/HU",
        f"0{number} tháng 5 năm 201{number}",
        "Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.\n",
        "QUYẾT ĐỊNH",
        f"ban hành Quy chế làm việc của Huyện ủy {number}",
    )
    for number in (3, 4)
]
TITLE = "Về việc ban hành Quy chế giám sát và phản biện xã hội của Mặt trận Tổ quốc Việt Nam"


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Quy chế giám sát và phản biện xã hội do văn bản nào ban hành?", "Quy chế giám sát và phản biện xã hội"),
        ("văn bản nào ban hành Quy chế giám sát và phản biện xã hội?", "Quy chế giám sát và phản biện xã hội"),
        ("Quy chế làm việc được ban hành kèm theo quyết định nào", "Quy chế làm việc"),
        ("Quyết định số mấy ban hành Quy định góp ý xây dựng Đảng?", "Quy định góp ý xây dựng Đảng"),
        ("quy che lam viec do quyet dinh nao ban hanh", "Quy che lam viec"),
        ("Cho hỏi Nội quy cơ quan kèm theo văn bản nào?", "Nội quy cơ quan"),
        ("văn bản nào ban hành năm 2018?", None),
        ("Quy chế này do văn bản nào ban hành?", None),
        ("văn bản nào ban hành Quy chế?", None),
        ("Quy chế giám sát do ai ban hành?", None),
        ("văn bản nào quy định về giám sát?", None),
        ("Quy chế giám sát quy định những gì?", None),
        ("Những văn bản nào được ban hành để thực hiện Nghị quyết 18?", None),
    ],
)
def test_a_question_names_the_text_whose_issuer_is_asked(question: str, name: str | None) -> None:
    found = find_issued_text(question)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("asked", "rank"),
    [
        pytest.param("Quy chế giám sát và phản biện xã hội", 0, id="begins-so"),
        pytest.param("quy che giam sat, phan bien xa hoi", 0, id="without-marks-and-small-words"),
        pytest.param("Quy chế phản biện xã hội của Mặt trận", 1, id="words-in-their-order"),
        pytest.param("Quy chế phản biện, giám sát", None, id="another-order"),
        pytest.param("Quy định giám sát và phản biện xã hội", None, id="another-type"),
        pytest.param("Quy chế giám sát của chi bộ", None, id="another-text"),
    ],
)
def test_a_title_fits_as_far_as_it_says_the_name(asked: str, rank: int | None) -> None:
    text = find_issued_text(f"{asked} do văn bản nào ban hành?")
    assert text
    assert fits_title(text, TITLE) == rank
    assert fits_title(text, "Về xử lý kỷ luật đảng viên vi phạm") is None


def test_the_name_of_what_is_issued_is_read_from_the_title() -> None:
    assert read_issued_name(TITLE) == "Quy chế giám sát và phản biện xã hội của Mặt trận Tổ quốc Việt Nam"
    assert read_issued_name("Về xử lý kỷ luật") == ""


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    home = tmp_path_factory.mktemp("issuing")
    for number, text in enumerate((OLD, DECISION, *OFFICES)):
        add_text(home, text, f"{number}.txt")
    build(home, FakeEncoder())
    return open_searcher(Settings(home, FAKE_MODEL), FakeEncoder())


def ask(searcher: Searcher, question: str, scope: Scope = Scope()) -> Relations:  # noqa: B008 - a frozen value
    (found,) = answer_question(searcher, question, scope=scope).relations
    return found


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        ("Quy chế giám sát và phản biện xã hội do văn bản nào ban hành?", ["217-QĐ/TW@2013-12-12"]),
        ("quyết định nào ban hành Quy định góp ý xây dựng Đảng?", ["218-QĐ/TW@2013-12-12"]),
        (f"{RULES} ban hành kèm theo văn bản nào?", ["1127-QĐ/TU@2021-09-14"]),
        ("văn bản nào ban hành Quy chế làm việc?", ["4-QĐ/HU@2014-05-04", "3-QĐ/HU@2013-05-03"]),
    ],
)
def test_the_issuer_is_found_among_held_and_catalogued(searcher: Searcher, question: str, ids: list[str]) -> None:
    found = ask(searcher, question)
    assert [party.nodes[0].id for party in found.parties] == ids
    assert (found.direction, found.kinds) == ("in", ("promulgates",))


def test_a_catalogued_issuer_is_told_with_its_standing_and_how_to_open_it(searcher: Searcher) -> None:
    answer = answer_question(searcher, "Quy chế giám sát và phản biện xã hội do văn bản nào ban hành?")
    said = say(answer)
    assert answer.answered
    assert "1 văn bản ban hành Quy chế giám sát và phản biện xã hội của Mặt trận Tổ quốc Việt Nam" in said
    assert "- Quyết định số 217-QĐ/TW ngày 12/12/2013" in said
    assert "Quyết định 217-QĐ/TW: còn hiệu lực: có hiệu lực từ 12/12/2013" in said
    assert 'python -m ingest show "217-QĐ/TW@2013-12-12"' in said
    assert "Theo danh mục của Vankien: ban hành\n" in said


def test_a_held_issuer_is_told_with_its_own_article_word_for_word(searcher: Searcher) -> None:
    answer = answer_question(searcher, f"{RULES} do văn bản nào ban hành?")
    (told,) = answer_to_json(answer)["relations"]
    (place,) = told["documents"][0]["places"]
    assert (place["address"], place["kinds"]) == ("dieu-1", ["promulgates"])
    assert place["text"] == f"Điều 1. Ban hành kèm theo Quyết định này {RULES} của Tỉnh ủy."
    with searcher.reading() as library:
        assert library.read_slice(place["document"], place["start"], place["end"]) == place["text"]


def test_what_was_issued_after_the_day_is_left_out(searcher: Searcher) -> None:
    scope = Scope(as_of=datetime.date(2014, 1, 1))
    found = ask(searcher, "văn bản nào ban hành Quy chế làm việc?", scope)
    assert [party.nodes[0].id for party in found.parties] == ["3-QĐ/HU@2013-05-03"]


def test_of_what_nobody_knows_the_library_is_searched_as_ever(searcher: Searcher) -> None:
    assert answer_question(searcher, "văn bản nào ban hành Quy chế quản lý xe công?").relations == ()
