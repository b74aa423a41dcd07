import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

FILE = Path(__file__).parent.parent / "data" / "glossary" / "en-vi.tsv"
ENGLISH = re.compile(r"[a-z]+(?:[-' ][a-z]+|' [a-z]+)*")
VIETNAMESE = re.compile("[a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ ]+", re.IGNORECASE)
NEW_STYLE_TONES = re.compile(r"o[àáảãạ]\b|o[èéẻẽẹ]\b|(?<!q)u[ỳýỷỹỵ]\b", re.IGNORECASE)
WRITTEN_WITHOUT_ACCENTS = {"an ninh", "ban", "chung chung", "internet", "kinh doanh", "tham gia", "thanh tra"}


def read_entries() -> list[tuple[list[str], list[str]]]:
    entries = []
    for line in FILE.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            english, vietnamese = line.split("\t")
            entries.append((english.split("|"), vietnamese.split("|")))
    return entries


def repeated(items: list[str]) -> list[str]:
    return [item for item, times in Counter(items).items() if times > 1]


def test_holds_enough_entries_to_ask_about_party_work() -> None:
    assert len(read_entries()) >= 150


def test_is_composed_unicode() -> None:
    assert unicodedata.is_normalized("NFC", FILE.read_text("utf-8"))


def test_english_forms_are_lower_case_words() -> None:
    assert [form for forms, _ in read_entries() for form in forms if not ENGLISH.fullmatch(form)] == []


def test_no_english_form_stands_twice() -> None:
    assert repeated([form for forms, _ in read_entries() for form in forms]) == []


def test_no_two_entries_give_the_same_vietnamese() -> None:
    assert repeated(["|".join(sorted(terms)) for _, terms in read_entries()]) == []


def test_no_vietnamese_term_stands_twice_in_an_entry() -> None:
    assert [terms for _, terms in read_entries() if repeated(terms)] == []


def test_vietnamese_terms_are_made_of_vietnamese_letters() -> None:
    odd = [t for _, terms in read_entries() for t in terms if not VIETNAMESE.fullmatch(t) or t != " ".join(t.split())]
    assert odd == []


def test_vietnamese_terms_keep_their_accents() -> None:
    assert {term for _, terms in read_entries() for term in terms if term.isascii()} == WRITTEN_WITHOUT_ACCENTS


def test_tone_marks_stand_where_party_documents_put_them() -> None:
    assert [term for _, terms in read_entries() for term in terms if NEW_STYLE_TONES.search(term)] == []


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        pytest.param("conclusion", "kết luận", id="document"),
        pytest.param("politburo", "Bộ Chính trị", id="body"),
        pytest.param("inspection", "kiểm tra", id="work"),
        pytest.param("grassroots", "cơ sở", id="place"),
        pytest.param("government mass mobilization", "dân vận chính quyền", id="american-spelling"),
        pytest.param("government mass mobilisation", "dân vận chính quyền", id="british-spelling"),
    ],
)
def test_gives_the_usual_term_first(english: str, vietnamese: str) -> None:
    assert [terms[0] for forms, terms in read_entries() if english in forms] == [vietnamese]


@pytest.mark.parametrize("word", ["cook", "weather", "football", "what", "why", "who", "when"])
def test_leaves_out_words_that_are_not_of_the_work(word: str) -> None:
    assert word not in [form for forms, _ in read_entries() for form in forms]
