"""The names of bodies in a letterhead: who issues the paper, and who stands over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.patterns.bodies import BODY_JOINT, BODY_NAME, COMMITTEE_OF_PARTY, LOCAL_UNIT, SUPERIOR_ONLY, UNION_MOTTO
from ingest.patterns.head import HEAD_NOTE, MARKS_OF_LETTERHEAD, OWN_NUMBER, SEVERAL_DAYS
from ingest.patterns.sentences import FINISHED_LINE
from ingest.record.bodies import join_names, write_body
from ingest.record.facts import BY_FORM, PRINTED, Fact, Piece
from ingest.record.superiors import name_whole

_NO_NAME = (*MARKS_OF_LETTERHEAD, SEVERAL_DAYS, HEAD_NOTE, FINISHED_LINE)
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class _Name:
    """One body, as printed in one line or several."""

    text: str
    start: int
    end: int


def read_letterhead(head: Sequence[Piece], text: str, *, joint: bool) -> Fact[str] | None:
    """The last body above the number, with what its superiors over it say of its name.

    Bodies that issue together stand side by side, one over the other or in one line; then all of them.
    """
    columns = _read_columns(head)
    if not columns:
        return None
    names = [column[-1] for column in columns] if joint and len(columns) > 1 else columns[0]
    above, own = _part(names) if joint else (names[:-1], names[-1:])
    printed = " - ".join(write_body(one.text, text) for one in own)
    whole = name_whole(printed, [write_body(one.text, text) for one in above])
    sure = PRINTED if all(BODY_NAME.regex.search(one.text) for one in own) else BY_FORM
    return Fact(whole, own[0].start, own[-1].end, sure)


def _read_columns(head: Sequence[Piece]) -> list[list[_Name]]:
    """The bodies of each column of a letterhead that has some, from above to below."""
    numbered = next((i for i, piece in enumerate(head) if OWN_NUMBER.regex.search(piece.text)), len(head))
    numbered = numbered if any(_is_name(piece) for piece in head[:numbered]) else len(head)
    columns: dict[int, list[_Name]] = {}
    for piece in head[:numbered]:
        if not _may_be_name(piece):
            continue
        names = columns.setdefault(piece.column, [])
        whole = join_names(names[-1].text, piece.text) if names else None
        if whole:
            names[-1] = _Name(whole, names[-1].start, piece.end)
        elif names or _is_name(piece):
            names.append(_Name(piece.text, piece.start, piece.end))
    return [columns[column] for column in sorted(columns) if columns[column]]


def _is_name(piece: Piece) -> bool:
    return _may_be_name(piece) and (BODY_NAME.regex.search(piece.text) is not None or piece.text.isupper())


def _may_be_name(piece: Piece) -> bool:
    if len(piece.text) > _LONGEST_NAME or any(pattern.regex.search(piece.text) for pattern in _NO_NAME):
        return False
    return not (piece.column and UNION_MOTTO.regex.search(piece.text))


def _part(names: list[_Name]) -> tuple[list[_Name], list[_Name]]:
    """Who stands over bodies that issue together, and these: a committee over its own units, or nobody."""
    first = 0
    while first < len(names) - 1 and _is_over(names[first], names[first + 1]):
        first += 1
    return names[:first], names[first:]


def _is_over(name: _Name, below: _Name) -> bool:
    committee = SUPERIOR_ONLY.regex.match(name.text) or COMMITTEE_OF_PARTY.regex.match(name.text)
    joint = BODY_JOINT.regex.search(below.text) or below.text.lower().startswith("liên ")
    return committee is not None and bool(joint or LOCAL_UNIT.regex.match(below.text))
