"""The measure of relations: what is a hit, what is left open, what must be cited."""

from __future__ import annotations

from typing import Any

import pytest

from bench.relations import DATA, FLOOR, make_rows, read_cites, read_labels, score_document
from ingest.documents import read_document
from tests.relating_papers import closing

SENTENCE = (
    "Quy định này có hiệu lực từ ngày ký và thay thế Quy định số 181-QĐ/TW, ngày 30/3/2013. "
    "Bãi bỏ khoản 2 Điều 5 Quyết định số 15-QĐ/TU. Hồ sơ theo Nghị định số 29/1998/NĐ-CP."
)
REPLACED = {
    "kind": "replaces",
    "target": "181-QĐ/TW",
    "date": "2013-03-30",
    "clause": None,
    "whole": True,
    "since": "2017-11-15",
}
REPEALED = {
    "kind": "repeals",
    "target": "15-QĐ/TU",
    "date": None,
    "clause": "dieu-5.khoan-2",
    "whole": False,
    "since": None,
}
ALL_SIGNS = {"181-QĐ-TW", "15-QĐ-TU", "29-1998-NĐ-CP"}


def label(*relations: dict[str, Any], **open_ones: list[dict[str, Any]]) -> dict[str, Any]:
    return {"file": "giay.txt", "relations": list(relations), **open_ones}


def test_counts_what_is_read_as_labelled() -> None:
    scored = score_document(closing(SENTENCE), label(REPLACED, REPEALED), ALL_SIGNS)

    assert (len(scored.hits), scored.wrong, scored.missed) == (2, [], [])
    assert (scored.dated, scored.whole, scored.ends) == ((1, 1), 2, (1, 1))
    assert make_rows([scored])["judged"] == (1.0, 1.0, 1.0, 2)


@pytest.mark.parametrize(
    ("other", "wrong", "missed"),
    [
        pytest.param({"kind": "repeals"}, 1, 1, id="another-kind"),
        pytest.param({"target": "94-QĐ/TW"}, 1, 1, id="another-document"),
        pytest.param({"date": "2012-03-30"}, 1, 1, id="of-another-day"),
        pytest.param({"clause": "dieu-1"}, 1, 1, id="another-clause"),
        pytest.param({"date": None}, 0, 0, id="of-no-day"),
        pytest.param({"target": "181 - QĐ/TW"}, 0, 0, id="written-otherwise"),
    ],
)
def test_a_hit_agrees_in_kind_document_and_clause(other: dict[str, Any], wrong: int, missed: int) -> None:
    scored = score_document(closing(SENTENCE), label({**REPLACED, **other}, REPEALED), ALL_SIGNS)

    assert (len(scored.wrong), len(scored.missed)) == (wrong, missed)


def test_a_label_of_an_annex_without_its_path_is_hit_by_the_annex_alone() -> None:
    part = {"kind": "repeals", "target": "29/1998/NĐ-CP", "clause": None, "whole": False}
    by_line = {
        line: score_document(
            closing(f"Bãi bỏ {line} Nghị định số 29/1998/NĐ-CP."), label({**REPEALED, **part}), ALL_SIGNS
        )
        for line in ("Phụ lục II", "Điều 2")
    }

    assert [len(one.hits) for one in by_line.values()] == [1, 0]


@pytest.mark.parametrize("name", ["clauses", "optional"])
def test_what_is_left_open_is_neither_hit_nor_miss(name: str) -> None:
    scored = score_document(closing(SENTENCE), label(REPLACED, **{name: [REPEALED]}), ALL_SIGNS)

    assert (len(scored.hits), scored.wrong, scored.missed) == (1, [], [])


def test_an_end_that_the_text_does_not_cite_is_shown() -> None:
    scored = score_document(closing(SENTENCE), label(REPLACED, REPEALED), ALL_SIGNS - {"29-1998-NĐ-CP"})

    assert (scored.ends, scored.strange) == ((1, 0), ["29/1998/NĐ-CP"])


def test_relations_of_party_papers_are_read_as_well_as_promised_on_the_half_nobody_tunes_to() -> None:
    scored = [
        score_document(read_document((DATA / one["file"]).read_text("utf-8"), one["file"]), one, None)
        for one in read_labels(DATA / "party.jsonl")[1::2]
    ]
    _, _, f1, labelled = make_rows(scored)["judged"]

    assert labelled > 20
    assert f1 >= FLOOR


def test_where_nobody_says_what_a_text_cites_no_end_is_judged() -> None:
    scored = score_document(closing(SENTENCE), label(REPLACED, REPEALED), None)

    assert (len(scored.hits), scored.ends, scored.strange) == (2, (0, 0), [])


def test_variants_of_a_sign_and_the_own_sign_are_cited_too() -> None:
    gold = {
        "number": "102-QĐ/TW",
        "cites": ["5/1998/NĐ-CP"],
        "cite_variants": {"5/98/ND-CP": "5/1998/NĐ-CP"},
        "alt": {},
    }

    assert read_cites(gold, closing(SENTENCE)) == {"102-QĐ-TW", "5-1998-NĐ-CP", "5-98-ND-CP"}
