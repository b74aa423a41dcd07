"""Documents and provisions that a question names: "Điều 3 QĐ 102", "quy định 102", "khoản 2 điều 5"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from index.naming.place_patterns import AND, GOES_BY_NAME, LINK
from index.naming.places import MOST_PLACES, NamedPlace, find_places
from index.naming.signs import Reference, Target, find_documents
from index.naming.titles import choose_by_title
from index.naming.typed import Typed, read_typed

__all__ = ["Target", "find_references", "find_rest", "find_targets"]


def find_targets(text: str) -> tuple[Target, ...]:
    """The first :data:`MOST_PLACES` targets named in *text*, in its order, none twice."""
    named = (target for mention in find_references(read_typed(text)) for target in mention.targets)
    return tuple(islice(dict.fromkeys(named), MOST_PLACES))


@lru_cache(maxsize=16)
def find_references(typed: Typed) -> tuple[Reference, ...]:
    """Documents and places named, in order: a place with its document is one mention; kept, as several ask for them."""
    documents = [choose_by_title(typed, mention) for mention in find_documents(typed)]
    free = [p for p in find_places(typed) if all(p.end <= d.start or p.start >= d.end for d in documents)]
    placed: dict[Reference, list[NamedPlace]] = {}
    alone: list[Reference] = []
    for place in free:
        owner = _find_owner(typed, place, free, documents)
        if owner:
            placed.setdefault(owner, []).append(place)
        else:
            alone.append(Reference((Target(None, place=place.address),), place.start, place.end))
    found = [*alone, *(_put_places(mention, placed.get(mention, ())) for mention in documents)]
    return tuple(sorted(found, key=lambda mention: mention.start))


def _put_places(mention: Reference, places: Sequence[NamedPlace]) -> Reference:
    if not places:
        return mention
    targets = tuple(
        replace(target, place=f"{target.called}.{place.address}" if target.called else place.address)
        for target in mention.targets
        for place in places
    )
    return Reference(targets, min(mention.start, places[0].start), max(mention.end, places[-1].end))


def _find_owner(
    typed: Typed, place: NamedPlace, places: Sequence[NamedPlace], documents: Sequence[Reference]
) -> Reference | None:
    """The document a place is of: the one that follows it at once, or precedes it, else the only one; none where one
    without a sign follows it at once.
    """
    after = next((d for d in documents if d.start >= place.end), None)
    if after and _is_joined(typed, place.end, after.start, places):
        return after
    named = GOES_BY_NAME.regex.search(typed.bare, place.end)
    if named and _is_joined(typed, place.end, named.start(), places):
        return None
    before = next((d for d in reversed(documents) if d.end <= place.start), None)
    if before and _is_joined(typed, before.end, place.start, places):
        return before
    return documents[0] if len(documents) == 1 else None


def _is_joined(typed: Typed, start: int, end: int, places: Sequence[NamedPlace]) -> bool:
    """Whether only links, and other places, stand between."""
    gaps, at = [], start
    for other in places:
        if start <= other.start and other.end <= end:
            gaps.append(typed.bare[at : other.start])
            at = max(at, other.end)
    gaps.append(typed.bare[at:end])
    return all(LINK.regex.search(gap) or AND.regex.search(gap) for gap in gaps)


def find_rest(typed: Typed) -> str:
    """The words of a question that name no target."""
    words, end = [], 0
    for mention in find_references(typed):
        words.append(typed.text[end : mention.start])
        end = max(end, mention.end)
    return " ".join([*words, typed.text[end:]])
