"""The record of papers of both traditions, in the forms in which offices typed them for thirty years."""

from __future__ import annotations

import pytest

from ingest.documents import read_document
from tests.record_cases_party import CASES as PARTY
from tests.record_cases_party import Case
from tests.record_cases_state import CASES as STATE


@pytest.mark.parametrize("case", [pytest.param(case, id=case[0]) for case in (*PARTY, *STATE)])
def test_the_record_says_what_the_head_prints(case: Case) -> None:
    _, raw, wanted = case
    record = read_document(raw, "tep.txt").metadata
    read = {field: getattr(record, field) for field in wanted}

    assert {field: str(value) if value else None for field, value in read.items()} == wanted
