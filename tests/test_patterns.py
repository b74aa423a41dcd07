"""Each pattern is found where it says, and not where it says not."""

import pytest

from ingest import (
    body_patterns,
    citation_patterns,
    cut_patterns,
    head_patterns,
    heading_patterns,
    law_patterns,
    numbering_patterns,
    page_patterns,
    patterns,
    print_patterns,
    provision_patterns,
    signature_patterns,
)
from ingest.patterns import Pattern

MODULES = (
    patterns,
    print_patterns,
    body_patterns,
    head_patterns,
    heading_patterns,
    page_patterns,
    numbering_patterns,
    citation_patterns,
    law_patterns,
    provision_patterns,
    cut_patterns,
    signature_patterns,
)
PATTERNS = {name: pattern for module in MODULES for name, pattern in module.catalogue().items()}


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
    assert all(pattern.found_in for pattern in PATTERNS.values())
