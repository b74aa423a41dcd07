"""What the page of searching calls facets, their values, and how many there are, in the language that is spoken."""

from __future__ import annotations

from collections.abc import Mapping

from index.searching import names
from index.searching.facets import DOCUMENT, NOT_SAID, Choice
from ingest.language import tr


def name_facet(key: str) -> str:
    """What a facet is called."""
    return tr(names.FACET_NAMES[key])


def name_value(choice: Choice, documents: Mapping[str, str]) -> str:
    """What a value is called; a document by its name in *documents*, id -> name."""
    key, value = choice
    if key == DOCUMENT:
        return documents.get(value, tr(names.NO_VALUE))
    ours = value == NOT_SAID or choice in names.VALUE_NAMES
    return tr(names.name_value(choice)) if ours else value


def say_number(count: int) -> str:
    """A count in the office's form: ``1.234``."""
    return f"{count:,}".replace(",", ".")
