"""The verbs of a statement: what each does, and whether it is said as done, as suffered, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.patterns.amending import (
    BARE_PASSIVE,
    BARE_SUBJECT,
    CHANGING_PAPERS,
    CORRECTS,
    ENDED_SUBJECT,
    ENDS_WITH_IT,
    FOR_A_TIME,
    HELD_BACK,
    STOPS,
    UNTIL,
)
from ingest.patterns.relations import (
    EITHER_VERB,
    GUIDING_PAPERS,
    INTENDED,
    NEGATED,
    OPENS_BASIS,
    PASSIVE,
    PAST,
    REPORTED,
    SAME_VERB,
    VERB,
)
from ingest.patterns.telling import GUIDES_SOME
from ingest.relating.relation import AMENDS, BASED_ON, CARRIES_OUT, CHANGES, GUIDES, REPEALS, REPLACES, SUPPLEMENTS
from ingest.relating.statements import Place, Statement

_LAPSES = "lapses"
_SPOKEN_OF = {CARRIES_OUT: REPORTED, GUIDES: GUIDING_PAPERS}
_LOOK_BEHIND = 48
_LONGEST_SUBJECT = 160


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb, or several that do one thing after another to the same document: "sửa đổi, bổ sung".

    Attributes:
        kinds: What it does.
        passive: Whether the document it acts on stands before it.
        past: Whether it tells what happened before.
        done: Whether it is done at all: not "không thay thế", nor "nghiên cứu sửa đổi".
    """

    kinds: tuple[str, ...]
    start: int
    end: int
    passive: bool
    past: bool
    done: bool

    @property
    def changes(self) -> bool:
        """Whether it changes or ends what it acts on."""
        return self.kinds[0] in CHANGES


def find_verbs(text: str, statement: Statement) -> list[Verb]:
    """The verbs of *statement*, in order."""
    found: list[Verb] = []
    for verb in _find_single(text, statement):
        before = found[-1] if found else None
        between = text[before.end : verb.start] if before else ""
        if before and before.changes and verb.changes and not verb.passive and SAME_VERB.regex.search(between):
            more = (kind for kind in verb.kinds if kind not in before.kinds)
            found[-1] = replace(before, kinds=(*before.kinds, *more), end=verb.end)
        elif before and before.changes and verb.changes and EITHER_VERB.regex.search(between):
            found[-1] = replace(before, end=verb.end, done=False)
        elif before and _guides_it(before, verb) and GUIDES_SOME.regex.search(between):
            found[-1] = replace(before, end=verb.end)
        else:
            found.append(verb)
    return [replace(one, passive=one.passive or _is_said_of_before(text, statement, one)) for one in found]


def _guides_it(before: Verb, verb: Verb) -> bool:
    """Whether *verb* may tell of what is guided *before* it: "hướng dẫn một số việc thi hành"."""
    return before.kinds == (GUIDES,) and verb.kinds == (CARRIES_OUT,)


def _is_said_of_before(text: str, statement: Statement, verb: Verb) -> bool:
    """Whether it is said of what stands before it without a word that says so: "Khoản 2 Điều 5 nay sửa lại là"."""
    before = text[max(statement.start, verb.start - _LONGEST_SUBJECT) : verb.start]
    behind = text[verb.end : statement.end]
    if verb.kinds[0] in (AMENDS, SUPPLEMENTS):
        return bool(BARE_PASSIVE.regex.search(behind) and BARE_SUBJECT.regex.search(before[-_LOOK_BEHIND:]))
    ended = verb.kinds == (REPEALS,) and ENDS_WITH_IT.regex.search(behind)
    return bool(ended and ENDED_SUBJECT.regex.search(before))


def _find_single(text: str, statement: Statement) -> Iterator[Verb]:
    for match in VERB.regex.finditer(text, statement.start, statement.end):
        kind = match.lastgroup or ""
        before = text[max(statement.start, match.start() - _LOOK_BEHIND) : match.start()]
        if kind == BASED_ON and not (_may_be_basis(statement) and OPENS_BASIS.regex.search(before)):
            continue
        lapses = kind == _LAPSES
        done = not NEGATED.regex.search(before) and not _is_only_spoken_of(kind, before, statement)
        passive = lapses or PASSIVE.regex.search(before) is not None
        done = done and not (passive and kind == CARRIES_OUT)  # "được thực hiện theo": what must be kept to
        done = done and not _is_other_act(text, statement, match)
        kinds = (REPEALS if lapses else kind,)
        yield Verb(kinds, match.start(), match.end(), passive, PAST.regex.search(before) is not None, done)


def _is_other_act(text: str, statement: Statement, match: re.Match[str]) -> bool:
    """Whether what the verb says is less: it stops for a time, is held back, or only what was printed is put right."""
    kind, start, end = match.lastgroup, *match.span()
    before = text[max(statement.start, start - _LOOK_BEHIND) : start]
    if kind == CARRIES_OUT:
        return HELD_BACK.regex.search(before) is not None
    if kind in (REPEALS, _LAPSES):
        stops = STOPS.regex.search(match[0]) and UNTIL.regex.search(text, end, statement.end)
        return bool(stops or FOR_A_TIME.regex.search(before))
    return kind in (AMENDS, SUPPLEMENTS) and CORRECTS.regex.search(text, statement.start, start) is not None


def _may_be_basis(statement: Statement) -> bool:
    return statement.place in (Place.OPENING, Place.BASES)


def _is_only_spoken_of(kind: str, before: str, statement: Statement) -> bool:
    if kind in _SPOKEN_OF:
        return _SPOKEN_OF[kind].regex.search(before) is not None
    if kind in (AMENDS, SUPPLEMENTS, REPLACES) and CHANGING_PAPERS.regex.search(before):
        return True
    return (
        kind in (*CHANGES, _LAPSES) and statement.place is not Place.TITLE and INTENDED.regex.search(before) is not None
    )
