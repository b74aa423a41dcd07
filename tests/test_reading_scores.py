"""The measure of reading: what counts as right, wrong, missing and invented."""

from __future__ import annotations

from typing import Any

import pytest

from bench.reading_scores import (
    Letters,
    count_headings,
    score_cites,
    score_facts,
    score_headings,
    score_letters,
    score_title,
    sign_key,
)
from ingest.documents import read_document

TEXT = """CHÍNH PHỦ
Số: 29/1998/NĐ-CP
Hà Nội, ngày 11 tháng 5 năm 1998

NGHỊ ĐỊNH
về thực hiện dân chủ ở xã

Căn cứ Nghị quyết số 45/1998/NQ-UBTVQH10;

Chương I
QUY ĐỊNH CHUNG

Điều 1. Một.

Điều 2. Hai, theo Quyết định số 217/QĐ-TW.
"""


def gold(**changes: Any) -> dict[str, Any]:
    label: dict[str, Any] = {
        "number": "29/1998/NĐ-CP",
        "kind": "nghị định",
        "date": "1998-05-11",
        "signer": None,
        "issuer": "Chính phủ",
        "title": "Về thực hiện dân chủ ở xã",
        "articles": [2, 0],
        "chapters": 1,
        "cites": ["45/1998/NQ-UBTVQH10", "217-QĐ/TW"],
        "cite_variants": {},
        "alt": {},
    }
    return label | changes


@pytest.mark.parametrize(
    ("truth", "text", "expected"),
    [
        pytest.param("Nghị quyết", "Nghị  quyết", Letters(2, 2, 2), id="right"),
        pytest.param("Nghị quyết", "Nghi quyết", Letters(2, 2, 1), id="an-accent-lost"),
        pytest.param("Nghị quyết", "quyết", Letters(2, 1, 1), id="a-word-lost"),
        pytest.param("nghị quyết", "NGHỊ QUYẾT", Letters(2, 2, 2), id="capitals"),
        pytest.param("Nghị quyết", "Nghịquyết", Letters(2, 2, 2), id="joined"),
        pytest.param("đảng bộ", "dảng bộ", Letters(3, 3, 2), id="barred"),
        pytest.param("Nghị", "Nghi\u0323", Letters(1, 1, 1), id="decomposed"),
    ],
)
def test_accented_letters_are_aligned_on_their_bases(truth: str, text: str, expected: Letters) -> None:
    assert score_letters(truth, text) == expected


@pytest.mark.parametrize(
    ("changes", "field", "verdict"),
    [
        ({}, "number", "right"),
        ({"number": "29/1998/NĐ-TTg"}, "number", "wrong"),
        ({"number": None}, "number", "invented"),
        ({"number": None, "alt": {"number": ["29/1998/NĐ-CP"]}}, "number", "absent"),
        ({}, "signer", "absent"),
        ({"signer": "Phan Văn Khải"}, "signer", "missing"),
        ({"signer": "Phan Văn Khải", "alt": {"signer": [None]}}, "signer", "right"),
    ],
)
def test_a_fact_is_judged_by_its_label_and_the_others_accepted(
    changes: dict[str, Any], field: str, verdict: str
) -> None:
    facts = {fact.field: fact.verdict for fact in score_facts(gold(**changes), read_document(TEXT, "x.txt"))}

    assert facts[field] == verdict


def test_headings_titles_and_cites_are_counted() -> None:
    document = read_document(TEXT, "x.txt")

    assert score_headings(gold(), document)
    assert not score_headings(gold(articles=[3, 0]), document)
    assert score_title(gold(), document) == 1
    assert score_title(gold(title=None), document) is None
    assert score_cites(gold(), document) == ({"45-1998-NQ-UBTVQH10", "217-QĐ-TW"}, set(), set())
    assert score_cites(gold(cites=["05-CT/TW"]), document)[2] == {"05-CT-TW"}


@pytest.mark.parametrize("sign", ["90TC/TCT", "90 TC/TCT", "90-TC/TCT", "90 TC - TCT", "90tc/tct"])
def test_a_sign_is_known_however_it_is_joined(sign: str) -> None:
    assert sign_key(sign) == "90-TC-TCT"


def test_signs_that_differ_in_a_letter_or_a_year_are_two() -> None:
    signs = [
        "05-CT/TW",
        "05-CT/TU",
        "30/1998/NĐ-CP",
        "30/1999/NĐ-CP",
        "30a/2008/NQ-CP",
        "30/2008/NQ-CP",
        "15HD/ĐTN",
        "15HĐ/ĐTN",
    ]
    assert len({sign_key(sign) for sign in signs}) == len(signs)


def test_a_part_under_a_letter_is_no_roman_section_at_the_top() -> None:
    document = read_document("BÁO CÁO\nvề một việc\n\nA. MỘT\nI. Hai\nLàm.\nII. Ba\nLàm.\n", "tep.txt")
    assert "A.I" in {node.address for node in document.walk()}
    assert count_headings(document)[2] == 0
