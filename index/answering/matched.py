"""Words of a passage that the question has too: what a hit shows for its place in the list."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product

from index.query import Query
from index.segment import syllables
from index.tokens import Token
from ingest.spelling import fold, unify_spelling

Spans = tuple[tuple[int, int], ...]
"""Half-open, in order, never touching."""

SYLLABLE = re.compile("(?:[^\\W_][\u0300-\u036f]*)+")  # vi: a pattern
WITHIN_A_WORD = re.compile(r"[\s\-–/&]+")
_WITHIN_A_SIGN = re.compile(r"[\-–/]")
_MOST_TYPED_WITH_MARKS = 0.5
Form = tuple[bool, str]


def find_matched(query: Query, text: str) -> Spans:
    """Spans of *text* that carry content of *query*, in any of its wordings.

    A syllable typed with its marks matches the same syllable, a bare one every syllable that looks so without its
    marks. Of a wording of several syllables at least two must stand side by side: "công" alone is no "công tác". A
    word of one syllable that the question joins to its neighbours must stand beside one of them ("năm 2018", "số
    tiền"), and only where nothing better matches it counts alone. Neighbours that match are one span.
    """
    asked = _collect(query)
    places = [match.span() for match in SYLLABLE.finditer(text)]
    forms = [find_forms(text[start:end]) for start, end in places]
    joined = {i for i, form in enumerate(forms) if not asked.joined.isdisjoint(form)}
    found = {i for i, form in enumerate(forms) if not asked.alone.isdisjoint(form)}
    near = [i for i, (a, b) in enumerate(pairwise(places)) if WITHIN_A_WORD.fullmatch(text, a[1], b[0])]
    found |= {i + k for i in near if not asked.words.isdisjoint(product(*forms[i : i + 2])) for k in (0, 1)}
    beside = (i for i in near if not asked.beside.isdisjoint(product(*forms[i : i + 2])))
    found |= {i + k for i in beside if {i, i + 1} <= found | joined for k in (0, 1)}
    found -= _find_other_signs(text, places, found)
    return _join(text, [places[i] for i in sorted(found or joined)])


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is looked for.

    Attributes:
        alone: Words of one syllable that stand by themselves in the question.
        joined: Those that have a neighbour there.
        words: Each two neighbours within the longer words.
        beside: Each of *joined* with its neighbours.
    """

    alone: frozenset[Form]
    joined: frozenset[Form]
    words: frozenset[tuple[Form, Form]]
    beside: frozenset[tuple[Form, Form]]


@lru_cache(maxsize=16)
def _collect(query: Query) -> _Asked:
    wordings = [wording for unit in query.units for wording in unit.alternatives]
    content = {token for wording in wordings for token in wording}
    single = {wording[0] for wording in wordings if len(wording) == 1}
    beside = [
        (a, b)
        for wording in query.wordings
        for a, b in pairwise(wording)
        if {a, b} <= content and not single.isdisjoint((a, b))
    ]
    joined = single.intersection(token for pair in beside for token in pair)
    return _Asked(
        frozenset(_say(token, query) for token in single - joined),
        frozenset(_say(token, query) for token in joined),
        frozenset((_form(a), _form(b)) for wording in wordings for a, b in pairwise(wording)),
        frozenset((_form(a), _form(b)) for a, b in beside),
    )


def _form(token: Token) -> Form:
    return token.marked, token.text


def _say(token: Token, query: Query) -> Form:
    """What a syllable that is to match without a neighbour was understood as: else "nam" would be "nắm", too."""
    if token.marked:
        return _form(token)
    said = {one for one in syllables(query.understood) if fold(one) == token.text}
    if len(said) == 1 and (said != {token.text} or query.marked_share >= _MOST_TYPED_WITH_MARKS):
        return True, said.pop()
    return _form(token)


@lru_cache(maxsize=16_384)  # all that Vietnamese has, in a few manners of writing
def find_forms(syllable: str) -> tuple[Form, Form]:
    """What a syllable of a text can be asked for by, in one spelling: itself, and itself without its marks."""
    said = unify_spelling(syllable.lower())
    return (True, said), (False, fold(said))


def _find_other_signs(text: str, places: Sequence[tuple[int, int]], found: Set[int]) -> set[int]:
    """Syllables of signs and dates whose number was not found: "QĐ/TW" of "217-QĐ/TW" is no part of "102-QĐ/TW"."""
    others: set[int] = set()
    for i, (start, end) in enumerate(places):
        linked = i > 0 and _WITHIN_A_SIGN.fullmatch(text, places[i - 1][1], start) is not None
        if (i - 1 in others) if linked else (text[start:end].isdecimal() and i not in found):
            others.add(i)
    return others


def _join(text: str, places: Sequence[tuple[int, int]]) -> Spans:
    """The places, those that only a space parts taken together."""
    joined: list[tuple[int, int]] = []
    for place in places:
        if joined and WITHIN_A_WORD.fullmatch(text, joined[-1][1], place[0]):
            joined[-1] = joined[-1][0], place[1]
        else:
            joined.append(place)
    return tuple(joined)
