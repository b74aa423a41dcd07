"""Mentions of what was named before: "khoản 2 Điều 3 của Quy định nêu trên"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.citing.around import read_type
from ingest.mentions import Citation
from ingest.patterns.citations import ANY_DOCUMENT, AS_ABOVE, NOUN_ALONE, SEVERAL, TYPE_AT_END

_FARTHEST = 3_000
"""Characters back to the document that is meant."""
_FARTHEST_NEAR = 400
"""The same where it is spoken of as "đó"."""
_LONGEST_TYPE = 45
_LOOK_BEHIND = 16


def find_spoken_of(text: str, named: Sequence[Citation]) -> Iterator[Citation]:
    """Each as the last of the *named* documents before it that is of its type; "các văn bản nêu trên" is none."""
    ends = [one.end for one in named]
    for match in AS_ABOVE.regex.finditer(text):
        kind = TYPE_AT_END.regex.search(text, max(0, match.start() - _LONGEST_TYPE), match.start())
        if kind is None or SEVERAL.regex.search(text, max(0, kind.start() - _LOOK_BEHIND), kind.start()):
            continue
        said = kind["type"]
        if not (said[0].isupper() or NOUN_ALONE.regex.search(said) or ANY_DOCUMENT.regex.search(said)):
            continue  # "các nội dung theo quy định nêu trên" are rules, not a document
        before = named[: bisect_right(ends, kind.start())]
        meant = next((one for one in reversed(before) if _is_called(one, said)), None)
        if meant and kind.start() - meant.end <= (_FARTHEST_NEAR if match["near"] else _FARTHEST):
            span = kind.start(), match.end()
            yield replace(meant, start=span[0], end=span[1], text=text[slice(*span)], type=read_type(said))


def _is_called(citation: Citation, said: str) -> bool:
    return citation.type == read_type(said) or (bool(citation.number) and bool(ANY_DOCUMENT.regex.search(said)))
