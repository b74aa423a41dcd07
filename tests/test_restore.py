"""The likeliest reading of a row of words, by what the passages of a library say."""

from __future__ import annotations

import pytest

from index.wording.restore import Language, Option, find_likeliest
from index.wording.wordlist import is_real, is_real_pair, may_be_real
from tests.fakes import FakeVocabulary

HELD = FakeVocabulary("tổ chức cơ sở đảng", "tổ chức đảng", "đang tổ chức", "dạng bản vẽ", "cán bộ", "cân đối")


def restore(bare: str, held: FakeVocabulary = HELD) -> str:
    """*bare* with the spellings of each word to choose from."""
    language = Language(held)
    words = [
        [Option((word,), (word,), 5.0), *(Option((one,), (word,)) for one in language.spellings(word))]
        for word in bare.split()
    ]
    return " ".join(said for option in find_likeliest(words, language)[0] for said in option.said)


@pytest.mark.parametrize(
    ("bare", "said"),
    [
        pytest.param("to chuc dang", "tổ chức đảng", id="by-the-word-before"),
        pytest.param("dang to chuc", "đang tổ chức", id="by-the-word-after"),
        pytest.param("dang ban ve", "dạng bản vẽ", id="by-two-words-after"),
        pytest.param("can bo", "cán bộ", id="one-of-two-known"),
        pytest.param("can doi", "cân đối", id="the-other"),
        pytest.param("khoai xoong", "khoai xoong", id="unknown"),
        pytest.param("the nao", "thế nào", id="words-of-questions-are-known-anyway"),
        pytest.param("bi thay the boi van ban nao", "bị thay thế bởi văn bản nào", id="by-which-document"),
        pytest.param("van ban nao noi ve", "văn bản nào nói về", id="which-speak-of"),
        pytest.param("", "", id="empty"),
    ],
)
def test_the_neighbours_decide(bare: str, said: str) -> None:
    assert restore(bare) == said


def test_what_only_stands_in_one_phrase_is_unlikely_elsewhere() -> None:
    held = FakeVocabulary(*["cơ sở"] * 9, "kế hoạch có đủ", "văn bản có thể", "ai cũng có mặt", "không có sai")
    assert restore("mat co so", held).split()[1:] == ["cơ", "sở"]
    assert restore("sai co mat", held).split()[1] == "có"


def test_what_is_nearly_as_likely_is_kept_beside_the_likeliest() -> None:
    language = Language(FakeVocabulary("mèo con", "méo mó"))
    options = [[Option((one,), (one,)) for one in ("mèo", "méo")]]
    assert [row[0].said for row in find_likeliest(options, language)] == [("mèo",), ("méo",)]


def test_a_comma_parts_what_never_stands_together_otherwise() -> None:
    language = Language(FakeVocabulary(*["ứng dụng"] * 3, *["đúng hay sai"] * 3))
    words = [[Option((one,), (one,)) for one in row] for row in (["ứng"], ["dụng", "đúng"])]
    assert find_likeliest(words, language)[0][1].said == ("dụng",)
    assert find_likeliest([*words, [Option(("hay",), ("hay",))]], language, {1})[0][1].said == ("đúng",)


def test_an_option_may_be_several_syllables() -> None:
    language = Language(HELD)
    joined = [Option(("cánbộ",), ("cánbộ",)), Option(("cán", "bộ"), ("cán", "bộ"))]
    assert find_likeliest([joined], language)[0][0].said == ("cán", "bộ")


def test_of_equals_the_first_is_taken() -> None:
    language = Language(FakeVocabulary())
    assert find_likeliest([[Option(("zo",), ("zo",)), Option(("zu",), ("zu",))]], language)[0][0].said == ("zo",)


def test_the_words_of_the_language_are_known() -> None:
    assert is_real("chiếu")
    assert not is_real("kiễm")
    assert (is_real("kiem"), may_be_real("kiem"), may_be_real("kiễm")) == (False, True, False)
    assert is_real_pair("hộ", "chiếu")
    assert not is_real_pair("chiếu", "hộ")
