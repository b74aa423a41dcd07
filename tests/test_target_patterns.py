"""Each pattern over questions is found where it says, and not where it says not."""

from __future__ import annotations

import pytest

from index.naming import condition_patterns, offices, place_patterns, target_patterns
from ingest.patterns import Pattern

PATTERNS = {
    **target_patterns.catalogue(),
    **place_patterns.catalogue(),
    **condition_patterns.catalogue(),
    **offices.catalogue(),
}


@pytest.mark.parametrize(
    ("pattern", "text"),
    [pytest.param(p, text, id=f"{name}: {text}") for name, p in PATTERNS.items() for text in p.found_in],
)
def test_a_pattern_is_found_in_its_examples(pattern: Pattern, text: str) -> None:
    assert pattern.regex.search(text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [pytest.param(p, text, id=f"{name}: {text}") for name, p in PATTERNS.items() for text in p.not_in],
)
def test_a_pattern_is_not_found_where_it_must_not_be(pattern: Pattern, text: str) -> None:
    assert not pattern.regex.search(text)
