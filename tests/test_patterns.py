"""Each pattern, over documents and over questions, is found where it says, and not where it says not."""

import pytest

import index.naming
import ingest.patterns
from ingest.patterns.pattern import Pattern
from tests.pattern_modules import patterns_below

PATTERNS = {**patterns_below(ingest.patterns), **patterns_below(index.naming)}


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


def test_every_pattern_has_an_example() -> None:
    assert PATTERNS
    assert all(pattern.found_in for pattern in PATTERNS.values())
