"""From when a change holds: the day a sentence states, or the day on which the document takes effect."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ingest.patterns.effect import (
    ADOPTED_ON,
    DAY_FIRST,
    DAYS_AFTER,
    FROM_ADOPTION,
    FROM_SIGNING,
    HOLDS_ALONE,
    OF_THIS,
    PARTS_HOLD,
    PARTS_LEFT_OUT,
    SINCE,
    SINCE_EVENT,
    TAKES_EFFECT,
)
from ingest.patterns.relations import QUOTED_BLOCK
from ingest.record.dates import read_date


@dataclass(frozen=True, slots=True)
class Effect:
    """What words say of the day from which something holds.

    Attributes:
        day: ``None`` where they say nothing, or nothing that gives a day.
        tied: Whether they tie it to something whose day they do not give: another document, the Official Gazette.
    """

    day: date | None = None
    tied: bool = False


_LOOK_BEHIND = 60
UNSAID = Effect()
_TIED = Effect(tied=True)


def find_days(text: str, start: int, end: int) -> list[tuple[int, Effect]]:
    """Where it is said since when in ``text[start:end]``, and what is said there; in order."""
    return sorted(_find_days(text, start, end), key=lambda one: one[0])


def _find_days(text: str, start: int, end: int) -> Iterator[tuple[int, Effect]]:
    for match in SINCE.regex.finditer(text, start, end):
        if day := read_date(match):
            yield match.start(), Effect(day)
    for match in SINCE_EVENT.regex.finditer(text, start, end):
        yield match.start(), _TIED


def find_effect_words(text: str) -> tuple[int, int] | None:
    """Where a *text* says from when it holds: first character and one past the last of the words.

    What it quotes as the new words of another is that one's, and what it says of some provisions is theirs.
    """
    quoted = _find_quoted(text)
    said = (match.span() for one in (TAKES_EFFECT, HOLDS_ALONE, DAY_FIRST) for match in one.regex.finditer(text))
    return next((span for span in said if not (_lies_in(quoted, span[0]) or _is_of_parts(text, span[0]))), None)


def find_part_effects(text: str, issued: date | None) -> Iterator[tuple[str, Effect]]:
    """What a *text* issued on that day says of some of its provisions: the words for these, from when they hold."""
    quoted = _find_quoted(text)
    for pattern in (PARTS_HOLD, PARTS_LEFT_OUT):
        for match in pattern.regex.finditer(text):
            if not _lies_in(quoted, match.start("parts")):
                yield (
                    match["parts"],
                    _read_when(match["when"], issued, None) if "when" in match.re.groupindex else _TIED,
                )


def _find_quoted(text: str) -> list[tuple[int, int]]:
    return [match.span("inside") for match in QUOTED_BLOCK.regex.finditer(text)]


def _lies_in(spans: list[tuple[int, int]], position: int) -> bool:
    return any(start <= position < end for start, end in spans)


def _is_of_parts(text: str, start: int) -> bool:
    """Whether "Nghị định này" at *start* only says whose the provisions before it are; a heading alone is none."""
    before = text[max(0, start - _LOOK_BEHIND) : start]
    match = OF_THIS.regex.search(before)
    heading = match and "\n" in match[0] and not before[: match.start()].rpartition("\n")[2].strip()
    return match is not None and not heading


def read_effect(words: str, issued: date | None) -> Effect:
    """From when a text *issued* on that day holds, by the *words* of it that :func:`find_effect_words` found."""
    match = TAKES_EFFECT.regex.search(words) or HOLDS_ALONE.regex.search(words)
    if match:
        adopted = ADOPTED_ON.regex.search(match[0])
        return _read_when(match["when"], issued, read_date(adopted) if adopted else None)
    first = DAY_FIRST.regex.search(words)
    return Effect(read_date(first)) if first else UNSAID


def _read_when(words: str, issued: date | None, adopted: date | None) -> Effect:
    """By the *words* that say when: of a text *issued* and *adopted* on those days, as far as it says them."""
    if stated := SINCE.regex.match(words):
        return Effect(read_date(stated))
    if FROM_SIGNING.regex.search(words):
        return Effect(issued)
    if FROM_ADOPTION.regex.search(words):
        return Effect(adopted) if adopted else _TIED
    later = DAYS_AFTER.regex.search(words)
    if later is None or (later["adoption"] and adopted is None):
        return _TIED
    first = adopted if later["adoption"] else issued
    return Effect(first + timedelta(days=int(later["days"])) if first else None)
