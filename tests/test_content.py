"""Which words of a question carry its content, and which only ask, link, or are said out of politeness."""

from __future__ import annotations

import pytest

from index.query import Query, understand
from tests.fakes import FakeVocabulary

HELD = FakeVocabulary(
    "Công tác kiểm tra, giám sát cơ sở; tổ chức đảng, cơ quan, cán bộ.",
    "Quy định số 102-QĐ/TW về xử lý kỷ luật đảng viên vi phạm năm 2017.",
)


def read(typed: str) -> Query:
    return understand(typed, HELD)


def content(typed: str) -> list[str]:
    """The runs of the first wordings; a token that must match with its marks wears a star."""
    units = [unit.alternatives[0] for unit in read(typed).units]
    return [" ".join(token.text + "*" * token.marked for token in unit) for unit in units]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("Kết luận nói gì về kiểm tra, giám sát?", ["kiểm* tra", "giám* sát*"], id="a-kind-that-is-asked"),
        pytest.param("quy định này yêu cầu gì ở cán bộ", ["cán* bộ*"], id="this-kind-is-asked"),
        pytest.param("quy dinh noi gi ve can bo", ["can bo"], id="a-kind-without-marks"),
        pytest.param("cán bộ thì quy định nói gì", ["cán* bộ*", "quy định*"], id="a-kind-after-other-content"),
        pytest.param("Quy định về cán bộ", ["quy định*", "cán* bộ*"], id="a-kind-that-nothing-is-asked-of"),
        pytest.param("kiểm tra ở cơ sở như thế nào?", ["kiểm* tra", "cơ* sở*"], id="links-and-question-words"),
        pytest.param("về xử lý", ["xử* lý*"], id="a-marked-link-beside-its-neighbour-in-the-library"),
        pytest.param("Có chuyện vi phạm không?", ["vi phạm*"], id="yes-or-no"),
        pytest.param("năm 2017 xử lý", ["năm*", "2017*", "xử* lý*"], id="a-number-matches-as-typed"),
        pytest.param("102-QĐ/TW", ["102*", "qđ*", "tw"], id="a-sign"),
        pytest.param(
            "Huyện ủy Châu Phú định kiểm tra", ["huyện*", "ủy*", "châu*", "phú*", "định*", "kiểm* tra"], id="a-name"
        ),
        pytest.param("Cơ sở Đảng", ["cơ* sở*", "đảng*"], id="the-first-word-is-no-name"),
        pytest.param(
            "việc Kỷ luật Đảng viên", ["việc*", "kỷ* luật*", "đảng* viên*"], id="words-of-the-library-in-capitals"
        ),
        pytest.param("cấp uỷ, khoá", ["cấp*", "ủy*", "khóa*"], id="old-style-tone-marks"),
        pytest.param("Ðảng", ["đảng*"], id="eth-for-dyet"),
        pytest.param("Xử lý đảng viên vi pham", ["xử* lý*", "đảng* viên*", "vi pham"], id="partly-marked"),
        pytest.param("kiem tra giam sat o co so", ["kiem tra", "giam sat", "co so"], id="without-marks"),
        pytest.param("kiem tra co khong", ["kiem tra"], id="the-same-syllable-as-a-question-word"),
        pytest.param("can bo la ai", ["can bo"], id="a-bare-link-that-makes-a-word-of-the-library"),
        pytest.param("can bo can lam gi", ["can bo"], id="the-same-bare-link-that-makes-none"),
        pytest.param("thế nào là gì?", [], id="only-question-words"),
        pytest.param("Chỉ thị số 05", ["chỉ* thị*", "số*", "05*"], id="a-stop-that-is-half-a-word"),
        pytest.param("cán bộ từ chức", ["cán* bộ*", "từ* chức*"], id="another-half"),
        pytest.param("to chuc dang", ["to chuc", "dang"], id="a-bare-stop-that-makes-a-word-with-the-one-before"),
    ],
)
def test_content_is_kept_and_what_only_asks_or_links_is_left_out(typed: str, expected: list[str]) -> None:
    assert content(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("kiem tra giam sat o co so", ["kiem tra giam sat", "co so"], id="a-stop"),
        pytest.param("can bo la ai", ["can bo"], id="a-bare-link-that-makes-a-word-of-the-library"),
        pytest.param("can nang cao", ["nang cao"], id="a-bare-link-that-makes-none"),
        pytest.param("to chuc dang", ["to chuc dang"], id="a-bare-stop-that-makes-a-word-with-the-one-before"),
        pytest.param("qđ của bct", ["qđ*", "bct"], id="abbreviations-stay"),
    ],
)
def test_content_of_a_question_that_is_to_be_taken_as_typed(typed: str, expected: list[str]) -> None:
    units = [unit.alternatives[0] for unit in understand(typed, HELD, literal=True).units]
    assert [" ".join(token.text + "*" * token.marked for token in unit) for unit in units] == expected


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("Dạ cho hỏi năng lực ạ?", id="politely"),
        pytest.param("Xin vui lòng cho biết năng lực", id="very-politely"),
        pytest.param("làm ơn nói giúp tôi năng lực với ạ", id="asking-a-favour"),
        pytest.param("năng lực ko?", id="in-haste"),
    ],
)
def test_what_only_asks_politely_is_no_content(typed: str) -> None:
    content = [" ".join(token.text for token in unit.alternatives[0]) for unit in read(typed).units]
    assert content in (["năng lực"], ["nói", "năng lực"])


@pytest.mark.parametrize(
    ("typed", "meaning"),
    [
        pytest.param("Kết luận nói gì về kiểm tra?", "về kiểm tra?", id="what-is-asked-of"),
        pytest.param("Kết luận nói gì?", "Kết luận nói gì?", id="nothing-else"),
        pytest.param("Kiểm tra theo kết luận nào?", "Kiểm tra theo kết luận nào?", id="not-at-the-beginning"),
    ],
)
def test_the_kind_that_is_asked_is_neither_looked_up_nor_compared_in_meaning(typed: str, meaning: str) -> None:
    query = read(typed)
    assert query.meanings[0] == meaning
    looked_up = [token.text for token in query.wordings[0]]
    assert ("kết" in looked_up) == ("ết luận" in meaning)
