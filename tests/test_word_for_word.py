"""A paragraph copied into the question finds where it stands, whatever it cites."""

from __future__ import annotations

import numpy as np
import pytest

from index.answering.explain import explain
from index.finding.word_for_word import lead
from index.naming.targets import find_targets
from index.search import Searcher, open_searcher
from index.settings import Settings
from tests.fakes import FAKE_MODEL, FakeEncoder, add_text, build

LAW = (
    "LUẬT\nCư trú\n\nĐiều 1. Đăng ký\n\n1. Công dân đăng ký nơi ở.\n\n2. Chính phủ quy định chi tiết Điều này.\n\n"
    "Điều 2. Xử lý\n\n1. Người vi phạm quy định tại khoản 1 Điều 1 của Luật này thì bị xử phạt theo mức mà cơ quan có "
    "thẩm quyền đã công bố, trừ trường hợp quy định tại khoản 2 Điều này.\n\n"
    "2. Chính phủ quy định chi tiết Điều này.\n\n"
    "Điều 3. Hiệu lực\n\n1. Luật này có hiệu lực.\n\n3. Chính phủ quy định chi tiết Điều này.\n"
)
OTHER = "LUẬT\nNhà ở\n\nĐiều 1. Nhà\n\n1. Nhà ở được mua bán.\n\n2. Chính phủ quy định chi tiết điều này.\n"


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    home = tmp_path_factory.mktemp("library")
    add_text(home, LAW, "cu-tru.txt")
    add_text(home, OTHER, "nha-o.txt")
    build(home, FakeEncoder())
    return open_searcher(Settings(home, FAKE_MODEL), FakeEncoder())


def test_every_paragraph_finds_itself_first_though_it_names_other_places(searcher: Searcher) -> None:
    for hit in searcher.search("Luật", 100):
        first = searcher.search(hit.passage.text, 1)[0].passage
        assert first.text.lower() == hit.passage.text.lower()


def test_those_of_one_text_come_before_those_that_only_hold_its_words(searcher: Searcher) -> None:
    found = [hit.passage for hit in searcher.search("2. Chính phủ quy định chi tiết Điều này.", 4)]
    assert sorted(passage.address for passage in found[:3]) == ["dieu-1.khoan-2", "dieu-1.khoan-2", "dieu-2.khoan-2"]
    assert found[3].address != "dieu-2.khoan-2"


def test_they_lead_in_their_order_and_what_a_condition_leaves_out_stays_out() -> None:
    raised = lead(np.array([1.0, -np.inf, 3.0, 2.0, 5.0]), [1, 0, 3])
    assert np.argsort(-raised).tolist() == [3, 0, 4, 2, 1]
    assert raised[1] == -np.inf
    assert lead(raised, [1]) is raised


def test_the_raise_is_a_part_of_the_score(searcher: Searcher) -> None:
    query = searcher.understand("1. Nhà ở được mua bán.")
    hits = searcher.search(query, 5)
    assert hits[0].passage.text == query.typed
    for hit, parts in zip(hits, explain(searcher, query, hits), strict=True):
        assert sum(part.contribution for part in parts) == pytest.approx(hit.score)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        pytest.param("trừ trường hợp quy định tại khoản 2 Điều này", [], id="clause-of-this-article"),
        pytest.param("theo quy định tại Điều 33 và Điều 34 của Luật này", [], id="two-articles-of-this-law"),
        pytest.param("quy định tại điểm a và điểm b khoản 2 Điều 6 của Bộ luật này", [], id="points"),
        pytest.param("quy định tại các khoản 1, 2 và 3 Điều này", [], id="listed-clauses"),
        pytest.param("từ Điều 33 đến Điều 46 và từ Điều 59 đến Điều 64 của Luật này", [], id="ranges"),
        pytest.param("quy dinh tai khoan 2 dieu 5 cua quy che nay", [], id="without-accents"),
        pytest.param("quy định tại Điều 5 của Luật Cư trú", ["dieu-5"], id="of-another-law"),
        pytest.param("khoản 1 Điều 5 của Luật Cư trú và khoản 2 Điều này", ["dieu-5.khoan-1"], id="one-of-each"),
        pytest.param("quy định tại Điều 5, trong năm nay", ["dieu-5"], id="this-year"),
    ],
)
def test_a_long_sentence_names_no_place_of_its_own_document(text: str, places: list[str]) -> None:
    sentence = f"Người được giao nhiệm vụ phải báo cáo kết quả với cơ quan có thẩm quyền bằng văn bản {text}."
    assert [target.place for target in find_targets(sentence)] == places


def test_in_a_few_words_this_law_is_the_one_before_the_eyes() -> None:
    assert [target.place for target in find_targets("Điều 5 của Luật này quy định gì?")] == ["dieu-5"]
