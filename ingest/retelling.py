"""Words that were kept in Vietnamese, in the language that is spoken now.

Notes and refusals of files are stored, and handed from the readers' process to ours, as :func:`ingest.language.fill`
made them. Where they are shown, the words of the catalogue that they were made from are found again.
"""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Iterator
from functools import cache

from ingest.language import CATALOG, current_language, read_catalog, tr

KEPT = CATALOG / "kept.toml"
"""Of the catalogue: what is kept with its values filled in. Words of other files would fit what is not theirs."""


def retell(told: str) -> str:
    """*told* in the language that is spoken; what was not made from words of the catalogue stays as it is.

    Values are told anew, too, and so are the parts of a list where all of them are known.

    >>> from ingest.language import speaking
    >>> with speaking("en"):
    ...     retell("Trang 3, 5 và 8")
    'Pages 3, 5 and 8'
    """
    if current_language() == "vi":
        return told
    if told in read_catalog():
        return tr(told)
    return _retell_filled(told) or _retell_list(told) or told


def _retell_filled(told: str) -> str | None:
    for words, longest, pattern in _find_templates():
        if longest in told and (match := pattern.fullmatch(told)):
            return tr(words, **{name: retell(value) for name, value in match.groupdict().items()})
    return None


def _retell_list(told: str) -> str | None:
    """*told* as a list of words of the catalogue, which may hold commas themselves; ``None`` where it is none."""
    parts = told.split(", ")
    for end in range(len(parts) - 1, 0, -1):
        first, rest = ", ".join(parts[:end]), ", ".join(parts[end:])
        if first in read_catalog() and (known := tr(rest) if rest in read_catalog() else _retell_list(rest)):
            return f"{tr(first)}, {known}"
    return None


@cache
def _find_templates() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Words with values, the longest piece between these, and what fits them; those that say most come first."""
    found = []
    for words in tomllib.loads(KEPT.read_text(encoding="utf-8")):
        pieces = [literal for literal, *_ in string.Formatter().parse(words)]
        if "{" in words:
            found.append(
                (
                    len("".join(pieces)),
                    words,
                    max(pieces, key=len),
                    re.compile("".join(_make_pattern(words)), re.DOTALL),
                )
            )
    return tuple(one[1:] for one in sorted(found, key=lambda one: -one[0]))


def _make_pattern(words: str) -> Iterator[str]:
    named: set[str] = set()
    for literal, name, *_ in string.Formatter().parse(words):
        yield re.escape(literal)
        if name is not None:
            yield f"(?P={name})" if name in named else f"(?P<{name}>.*?)"
            named.add(name)
