"""English words -> terms: the form as typed first, then without endings; the longest term wins."""

from __future__ import annotations

import pytest

from index.wording.glossary import GLOSSARY_FILE, Term, cut_words, find_terms, is_known


def translate(text: str) -> list[str]:
    """The usual translation of each term of *text*; a word that is no term as itself, in brackets."""
    return [term.vietnamese[0] if term.vietnamese else f"[{term.english}]" for term in find_terms(cut_words(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Grassroots Inspection", ["grassroots", "inspection"], id="small-letters"),
        pytest.param("the plan of a province, an office", ["plan", "of", "province", "office"], id="articles-go"),
        pytest.param("the people's committee", ["people's", "committee"], id="apostrophe"),
        pytest.param("the people’s committee", ["people's", "committee"], id="curly-apostrophe"),
        pytest.param("farmers' union", ["farmers'", "union"], id="apostrophe-at-the-end"),
        pytest.param("'inspection' first", ["inspection", "first"], id="quotation-marks"),
        pytest.param("grass-roots socio-economic", ["grass", "roots", "socio", "economic"], id="hyphens-part"),
        pytest.param("?!", [], id="no-word"),
    ],
)
def test_english_is_cut_into_words(text: str, expected: list[str]) -> None:
    assert cut_words(text) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("plan", ["kế hoạch"], id="base-form"),
        pytest.param("plans", ["kế hoạch"], id="plural"),
        pytest.param("planning", ["quy hoạch"], id="exact-form-before-the-stripped-one"),
        pytest.param("policies", ["chính sách"], id="ies"),
        pytest.param("inspected", ["kiểm tra"], id="past"),
        pytest.param("inspecting", ["kiểm tra"], id="ing"),
        pytest.param("party cells meetings", ["sinh hoạt chi bộ"], id="plurals-inside-a-phrase"),
        pytest.param("grassroots party organisations", ["tổ chức cơ sở đảng"], id="a-word-that-ends-in-s-anyway"),
        pytest.param("the People's Committee", ["Ủy ban nhân dân"], id="apostrophe"),
        pytest.param("the people’s committee", ["Ủy ban nhân dân"], id="curly-apostrophe"),
        pytest.param("the peoples committee", ["Ủy ban nhân dân"], id="apostrophe-left-out"),
        pytest.param("peasants' associations", ["Hội Nông dân"], id="apostrophe-and-plural"),
        pytest.param("the secretary's plan", ["bí thư", "kế hoạch"], id="possessive-of-a-term"),
        pytest.param("responsibility of the head", ["trách nhiệm của người đứng đầu"], id="article-inside-a-term"),
        pytest.param("grass-roots democracy", ["dân chủ ở cơ sở"], id="hyphen-inside-a-term"),
        pytest.param("grassroots inspection", ["cơ sở", "kiểm tra"], id="two-terms"),
        pytest.param("cook the conclusion", ["[cook]", "kết luận"], id="a-word-that-is-no-term"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_terms_are_found_as_people_type_them(typed: str, expected: list[str]) -> None:
    assert translate(typed) == expected


def test_the_longest_term_wins() -> None:
    assert translate("committee") != translate("provincial party committee") == ["tỉnh ủy"]


def test_a_term_says_which_words_it_took() -> None:
    row = cut_words("how strong are grassroots party organisations")
    assert list(find_terms(row))[-1] == Term(3, 6, "grassroots party organisations", ("tổ chức cơ sở đảng",))


def test_terms_and_the_words_between_them_make_up_the_row() -> None:
    row = cut_words("Did the Standing Board of the Provincial Party Committee review cadre planning in 2017?")
    terms = list(find_terms(row))
    assert [word for term in terms for word in term.english.split()] == row
    assert [term.start for term in terms[1:]] == [term.end for term in terms[:-1]]


def test_every_form_in_the_file_is_found_when_it_is_typed() -> None:
    lines = [line for line in GLOSSARY_FILE.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    pairs = [
        (form, line.partition("\t")[2].split("|")) for line in lines for form in line.partition("\t")[0].split("|")
    ]
    missed = [form for form, terms in pairs if [list(t.vietnamese) for t in find_terms(cut_words(form))] != [terms]]
    assert len(pairs) > 2000
    assert missed == []


@pytest.mark.parametrize(
    ("word", "known"),
    [
        pytest.param("inspection", True, id="a-term"),
        pytest.param("inspections", True, id="its-plural"),
        pytest.param("pho", False, id="no-term"),
        pytest.param("standing", False, id="only-inside-terms"),
    ],
)
def test_a_word_is_known_if_it_is_a_term_by_itself(word: str, known: bool) -> None:
    assert is_known(word) is known
