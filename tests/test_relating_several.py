"""Several verbs before one article: each is said of its own clause, in the larger unit that the last one names."""

from __future__ import annotations

import pytest

from tests.relating_papers import closing, make_paper, tell, titled

THREE = ["amends {}khoan-1", "supplements {}khoan-1a", "repeals {}khoan-3"]
OF_5 = [one.format("5-QĐ/TU dieu-5.") for one in THREE]
RULE = "Điều 5 Quy định số 5-QĐ/TU"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param(f"Sửa đổi khoản 1, bổ sung khoản 1a vào sau khoản 1, bãi bỏ khoản 3 {RULE}.", OF_5, id="three"),
        pytest.param(f"Sửa đổi khoản 1, bổ sung khoản 1a và bãi bỏ khoản 3 {RULE}.", OF_5, id="without-its-place"),
        pytest.param(
            f"Sửa đổi khoản 1 và khoản 2; bổ sung khoản 2a; bãi bỏ khoản 3, khoản 4 {RULE}.",
            [
                "amends 5-QĐ/TU dieu-5.khoan-1",
                "amends 5-QĐ/TU dieu-5.khoan-2",
                "supplements 5-QĐ/TU dieu-5.khoan-2a",
                "repeals 5-QĐ/TU dieu-5.khoan-3",
                "repeals 5-QĐ/TU dieu-5.khoan-4",
            ],
            id="lists",
        ),
        pytest.param(
            "Sửa đổi khoản 1 Điều 5; bổ sung khoản 1a vào sau khoản 1 Điều 6; bãi bỏ Điều 7 Quy định số 5-QĐ/TU.",
            ["amends 5-QĐ/TU dieu-5.khoan-1", "supplements 5-QĐ/TU dieu-6.khoan-1a", "repeals 5-QĐ/TU dieu-7"],
            id="each-with-its-own-article",
        ),
        pytest.param(
            f"Sửa đổi Điều 3, bổ sung khoản 1a, bãi bỏ khoản 3 {RULE}.",
            ["amends 5-QĐ/TU dieu-3", "supplements 5-QĐ/TU dieu-5.khoan-1a", "repeals 5-QĐ/TU dieu-5.khoan-3"],
            id="a-whole-article-first",
        ),
        pytest.param(
            "Sửa đổi khoản 1, bổ sung khoản 1a, bãi bỏ khoản 3 Điều 5 Quy chế kèm theo Quyết định số 5-QĐ/TU.",
            [one.format("5-QĐ/TU quy-che.dieu-5.") for one in THREE],
            id="of-an-enclosed-text",
        ),
        pytest.param(
            f"Thay thế Quyết định số 6-QĐ/TU, bổ sung khoản 1a, bãi bỏ khoản 3 {RULE}.",
            ["replaces 6-QĐ/TU", *OF_5[1:]],
            id="another-document-first",
        ),
        pytest.param(
            f"Sửa đổi khoản 1 Quyết định số 6-QĐ/TU, bãi bỏ khoản 3 {RULE}.",
            ["amends 6-QĐ/TU khoan-1", OF_5[2]],
            id="a-clause-of-another-document",
        ),
        pytest.param(
            f"Nghiên cứu sửa đổi khoản 1, bổ sung khoản 1a, bãi bỏ khoản 3 {RULE}.", [], id="only-looked-into"
        ),
    ],
)
def test_each_verb_is_said_of_its_clause(sentence: str, told: list[str]) -> None:
    assert tell(closing(sentence)) == told


def test_a_title_says_them_all() -> None:
    assert tell(titled(f"sửa đổi khoản 1, bổ sung khoản 1a, bãi bỏ khoản 3 {RULE}")) == OF_5


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param("Sửa đổi khoản 1, bổ sung khoản 1a, bãi bỏ khoản 3 Điều 5.", OF_5, id="article-last"),
        pytest.param("Tại Điều 5, sửa đổi khoản 1, bổ sung khoản 1a, bãi bỏ khoản 3.", OF_5, id="article-first"),
        pytest.param("Sửa đổi khoản 1 Điều 5, các cơ quan bãi bỏ khoản 3.", OF_5[:1], id="others-do-the-second"),
        pytest.param("Bãi bỏ khoản 3 Điều 5.", OF_5[2:], id="one"),
    ],
)
def test_where_the_document_stands_above_it_is_so_too(line: str, told: list[str]) -> None:
    body = f"Điều 1. Sửa đổi một số điều của Quy định số 5-QĐ/TU như sau:\n1. {line}\nĐiều 2. Thi hành."
    assert tell(make_paper("về quy định", body, "QUYẾT ĐỊNH")) == ["amends 5-QĐ/TU in part", *told]
