"""Words of a passage that the question has too: what a hit shows for its place in the list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, product

from index.query import Query
from index.tokens import Token
from ingest.spelling import fold, unify_tone_marks

Spans = tuple[tuple[int, int], ...]
"""Half-open, in order, never touching."""

_SYLLABLE = re.compile("(?:[^\\W_][\u0300-\u036f]*)+")
_WITHIN_A_WORD = re.compile(r"[\s\-–/&]+")
_Form = tuple[bool, str]


def find_matched(query: Query, text: str) -> Spans:
    """Spans of *text* that carry content of *query*, in any of its wordings.

    A syllable typed with its marks matches the same syllable, a bare one every syllable that looks so without its
    marks. Of a wording of several syllables at least two must stand side by side: "công" alone is no "công tác".
    Neighbours that match are one span.
    """
    singles, doubles = _collect_forms(query)
    places = [match.span() for match in _SYLLABLE.finditer(text)]
    forms = [_forms(text[start:end]) for start, end in places]
    found = {i for i, form in enumerate(forms) if not singles.isdisjoint(form)}
    for i, (a, b) in enumerate(pairwise(forms)):
        if not doubles.isdisjoint(product(a, b)) and _is_within_a_word(text, places[i], places[i + 1]):
            found |= {i, i + 1}
    return _join(text, [places[i] for i in sorted(found)])


def _collect_forms(query: Query) -> tuple[set[_Form], set[tuple[_Form, _Form]]]:
    """Wordings of one syllable, and each two neighbours of the longer ones."""
    wordings = [wording for unit in query.units for wording in unit.alternatives]
    singles = {_form(wording[0]) for wording in wordings if len(wording) == 1}
    doubles = {(_form(a), _form(b)) for wording in wordings for a, b in pairwise(wording)}
    return singles, doubles


def _form(token: Token) -> _Form:
    return token.marked, token.text


def _forms(syllable: str) -> tuple[_Form, _Form]:
    """What a syllable of a text can be asked for by: itself, and itself without its marks."""
    return (True, unify_tone_marks(syllable.lower())), (False, fold(syllable))


def _is_within_a_word(text: str, first: tuple[int, int], second: tuple[int, int]) -> bool:
    return _WITHIN_A_WORD.fullmatch(text, first[1], second[0]) is not None


def _join(text: str, places: Sequence[tuple[int, int]]) -> Spans:
    """The places, those that only a space parts taken together."""
    joined: list[tuple[int, int]] = []
    for place in places:
        if joined and _is_within_a_word(text, joined[-1], place):
            joined[-1] = joined[-1][0], place[1]
        else:
            joined.append(place)
    return tuple(joined)
