"""Digests in words and in JSON, beside an answer and where there is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.answer import NOT_FOUND
from index.describe import CITING, ONLY_DIGESTED, answer_to_json, say
from index.digests.find import DigestHit
from index.validity import UNKNOWN, Standing
from ingest.catalog import read_catalog
from ingest.describe_record import DIGEST_LABEL
from tests.fakes import REPLACED, REPLACED_WORDS
from tests.test_describe_index import ANSWER, DECLINED, WORDS


def test_a_digest_is_said_under_the_quotes_with_its_label_and_notes_above_them() -> None:
    record = next(one for one in read_catalog() if one.digest)
    digest = DigestHit(record, "Nội dung", "Lời tóm lược.", 0.75)
    lines = say(replace(ANSWER, digests=(digest,), notes=("Chưa có văn bản ấy.",))).splitlines()
    assert lines[1] == "Chưa có văn bản ấy."
    label = lines.index(f"    {DIGEST_LABEL}:")
    assert label > lines.index(f"    {WORDS}")
    assert lines[label + 1] == "    Nội dung: Lời tóm lược."
    assert record.number in lines[label + 2]


@pytest.mark.parametrize(
    ("standing", "told"),
    [pytest.param(REPLACED, 1, id="replaced"), pytest.param(UNKNOWN, 0, id="nothing-known")],
)
def test_a_digest_tells_once_whether_its_document_is_in_force(standing: Standing, told: int) -> None:
    record = next(one for one in read_catalog() if one.number == "102-QĐ/TW")
    digests = tuple(DigestHit(record, one.heading, one.text, 0.75, standing=standing) for one in record.digest[:2])
    answer = replace(ANSWER, digests=digests)
    said = say(answer)
    assert said.count(REPLACED_WORDS) == told
    assert ("nguyên văn trong thư viện)\n    Chưa rõ hiệu lực." in said) == (standing is UNKNOWN)
    assert said.count(DIGEST_LABEL) == 1
    forms = answer_to_json(answer)["digests"]
    assert [(one["standing"], one["status"]) for one in forms] == [
        (standing.status, REPLACED_WORDS if told else None)
    ] * 2


@pytest.mark.parametrize(
    ("named", "first"),
    [
        pytest.param(True, ONLY_DIGESTED, id="named"),
        pytest.param(False, f"{NOT_FOUND}. Hãy hỏi bằng từ khác, hoặc thêm văn bản vào thư viện.", id="alike"),
    ],
)
def test_where_nothing_answers_the_digest_of_what_was_named_is_said_first(named: bool, first: str) -> None:
    digest = DigestHit(next(one for one in read_catalog() if one.digest), "Nội dung", "Lời tóm lược.", 0.75, named)
    lines = say(replace(DECLINED, digests=(digest,))).splitlines()
    assert lines[1] == first
    assert lines.count(f"    {DIGEST_LABEL}:") == 1
    assert any(line.startswith(NOT_FOUND) for line in lines) is not named  # something was said
    assert (f"{CITING}:" in lines) is named


@pytest.mark.parametrize(
    ("number", "name"),
    [
        pytest.param("18-NQ/TW", "Nghị quyết số 18-NQ/TW ngày 25/10/2017 (chưa", id="another-bears-its-sign"),
        pytest.param("217-QĐ/TW", "Quyết định số 217-QĐ/TW (chưa", id="its-own"),
    ],
)
def test_a_digest_shows_its_day_where_others_bear_its_sign(number: str, name: str) -> None:
    record = next(one for one in read_catalog() if one.number == number and one.digest)
    assert name in say(replace(ANSWER, digests=(DigestHit(record, "Nội dung", "Lời tóm lược.", 0.75),)))
