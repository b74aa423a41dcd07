"""Directives are found by their digests however they are asked for, on a machine that holds nothing too."""

from __future__ import annotations

import pytest

from index.ask import answer_question
from index.build import build_index
from index.describe import say
from index.digests.find import find_digests
from index.encode import Encoder
from index.search import Searcher, open_searcher
from index.settings import Settings
from ingest.describe_record import DIGEST_LABEL


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Searcher:
    """An empty library, its index built with the bundled model."""
    settings = Settings(tmp_path_factory.mktemp("bare"))
    build_index(settings, lambda *_: None, encoder)
    return open_searcher(settings, encoder)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        pytest.param("Nghị quyết 18-NQ/TW nói gì?", "18-NQ/TW", id="18-by-sign"),
        pytest.param("nghị quyết trung ương 6 khóa XII", "18-NQ/TW", id="18-by-name"),
        pytest.param("làm thế nào để bộ máy tinh gọn?", "18-NQ/TW", id="18-by-question"),
        pytest.param("sap xep to chuc bo may", "18-NQ/TW", id="18-without-accents"),
        pytest.param("streamlining the apparatus of the political system", "18-NQ/TW", id="18-in-english"),
        pytest.param("102-QĐ/TW", "102-QĐ/TW", id="102-by-sign"),
        pytest.param("quy định 102 nói gì", "102-QĐ/TW", id="102-by-name"),
        pytest.param("thời hiệu khiển trách, cảnh cáo?", "102-QĐ/TW", id="102-by-question"),
        pytest.param("quy dinh 102 ve ky luat dang vien", "102-QĐ/TW", id="102-without-accents"),
        pytest.param("Regulation 102 on discipline of party members", "102-QĐ/TW", id="102-in-english"),
        pytest.param("217-QD/TW", "217-QĐ/TW", id="217-by-sign"),
        pytest.param("Quyết định 217", "217-QĐ/TW", id="217-by-name"),
        pytest.param("ai được giám sát và phản biện xã hội?", "217-QĐ/TW", id="217-by-question"),
        pytest.param("giam sat va phan bien xa hoi", "217-QĐ/TW", id="217-without-accents"),
        pytest.param("social supervision and criticism by the Fatherland Front", "217-QĐ/TW", id="217-in-english"),
        pytest.param("218/QĐ-TW", "218-QĐ/TW", id="218-by-sign"),
        pytest.param("Quy định 218", "218-QĐ/TW", id="218-by-wrong-name"),
        pytest.param("nhân dân góp ý xây dựng Đảng thế nào?", "218-QĐ/TW", id="218-by-question"),
        pytest.param("nhan dan gop y xay dung dang", "218-QĐ/TW", id="218-without-accents"),
        pytest.param("people giving feedback to build the Party", "218-QĐ/TW", id="218-in-english"),
    ],
)
def test_on_an_empty_library_the_directives_are_found_however_they_are_asked_for(
    bare: Searcher, question: str, first: str
) -> None:
    answer = answer_question(bare, question)
    assert (answer.answered, answer.quotes) == (False, ())
    assert answer.digests[0].record.number == first
    assert f"{DIGEST_LABEL}:" in say(answer)


@pytest.mark.parametrize(
    ("question", "number", "told"),
    [
        pytest.param("quy định 102 còn hiệu lực không", "102-QĐ/TW", "replaced", id="replaced"),
        pytest.param("is decision 217 still in force", "217-QĐ/TW", "in_force", id="in-english"),
        pytest.param("Nghị quyết 18-NQ/TW còn hiệu lực không?", "18-NQ/TW", "unknown", id="unknown"),
    ],
)
def test_whether_what_is_only_catalogued_stands_is_answered_before_its_digest(
    bare: Searcher, question: str, number: str, told: str
) -> None:
    answer = answer_question(bare, question)
    standings = [found.standings[found.subject.id].status for found in answer.relations]
    assert (told in standings, answer.answered) == (True, told != "unknown")
    assert {digest.record.number for digest in answer.digests} == {number}
    said = say(answer)
    assert said.index("Hiệu lực của") < said.index(f"{DIGEST_LABEL}:")


@pytest.mark.parametrize(
    ("question", "order"),
    [
        pytest.param(
            "kỷ luật đảng viên", ["69-QĐ/TW", "102-QĐ/TW", "181-QĐ/TW"], id="what-stands-then-what-it-replaced"
        ),
        pytest.param("giám sát và phản biện xã hội", ["217-QĐ/TW", "18-CT/TW"], id="itself-then-what-goes-on-with-it"),
        pytest.param("học tập và làm theo Bác", ["05-CT/TW", "01-KL/TW"], id="a-conclusion-leans-on-its-directive"),
        pytest.param("hoc tap theo tam guong Bac Ho", ["05-CT/TW", "03-CT/TW", "06-CT/TW"], id="directives-in-a-row"),
    ],
)
def test_of_digests_that_answer_alike_the_one_to_read_first_comes_first(
    notice_settings: Settings, encoder: Encoder, question: str, order: list[str]
) -> None:
    searcher = open_searcher(notice_settings, encoder)
    hits = find_digests(searcher, searcher.understand(question))
    assert list(dict.fromkeys(hit.record.number for hit in hits)) == order


@pytest.mark.parametrize(
    ("question", "first"),
    [
        pytest.param("sắp xếp bộ máy tinh gọn", "18-NQ/TW", id="apparatus"),
        pytest.param("giám sát và phản biện xã hội của Mặt trận", "217-QĐ/TW", id="supervision"),
        pytest.param("nhân dân góp ý xây dựng chính quyền", "218-QĐ/TW", id="contributions"),
        pytest.param("hoc tap va lam theo tam guong Bac Ho", "05-CT/TW", id="without-accents"),
        pytest.param("disciplining party members who commit violations", "69-QĐ/TW", id="english"),
    ],
)
def test_the_digest_of_the_document_that_is_meant_comes_first(
    notice_settings: Settings, encoder: Encoder, question: str, first: str
) -> None:
    searcher = open_searcher(notice_settings, encoder)
    hits = find_digests(searcher, searcher.understand(question))
    assert hits[0].record.number == first
    assert len(hits) <= 3
