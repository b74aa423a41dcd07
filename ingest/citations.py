"""Mentions of other documents: by sign ("Quy định số 102-QĐ/TW"), by conference and term, by number, name, title."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from ingest.citing.above import find_spoken_of
from ingest.citing.conferences import find_by_conference, find_by_congress
from ingest.citing.joining import join_laws, join_numbers
from ingest.citing.laws import find_laws
from ingest.citing.respelling import respell
from ingest.citing.short import find_bare_behind, find_called_by_day, find_listed, find_short
from ingest.citing.signs import find_by_sign
from ingest.citing.titled import find_titled
from ingest.mentions import Citation
from ingest.models import Metadata
from ingest.numbers import parse_number
from ingest.patterns.citations import BARE_NAME, LIST_JOINT

_NOBODY = Metadata()
_LONGEST_JOINT = 20


def find_citations(text: str, own: Metadata = _NOBODY) -> tuple[Citation, ...]:
    """Every mention of another document in a cleaned *text*, in order, none inside another.

    The span holds the type, the number, conference or name, and a date or term that follows at once. The document
    itself, which *own* describes, is mentioned nowhere: neither in its head nor where it is "ban hành kèm theo". What
    is named in full elsewhere in the text has its sign and day wherever it is named briefly, if one only is meant.
    """
    meant = respell(text)
    signs = list(find_by_sign(meant))
    found = [*find_laws(meant, own), *find_by_conference(meant), *find_by_congress(meant), *signs]
    found += [*find_short(meant), *find_listed(meant), *find_bare_behind(meant, signs), *find_called_by_day(meant)]
    found += find_titled(meant, found)
    joined = join_laws(join_numbers(_share(meant, _keep_outermost(found)), own))
    named = list(_date([one for one in joined if not _is_own(one, own)]))
    found = [*named, *find_spoken_of(meant, named)]
    return tuple(replace(one, text=text[one.start : one.end]) for one in _keep_outermost(found))


def _keep_outermost(found: Iterable[Citation]) -> list[Citation]:
    """In the order of the text; of two that overlap the first to begin, of two that begin together the longer."""
    kept: list[Citation] = []
    for citation in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or citation.start >= kept[-1].end:
            kept.append(citation)
    return kept


def _is_own(citation: Citation, own: Metadata) -> bool:
    """By sign and, as series restart, by day where both say one; a law by its name."""
    if citation.date and own.date and citation.date != own.date:
        return False
    if citation.number and own.number:
        return citation.number == own.number
    return bool(citation.name and own.title) and str(citation.name).casefold() == str(own.title).casefold()


def _share(text: str, found: Iterable[Citation]) -> list[Citation]:
    """What the last of a list says, day and term, is said of all of its series: "217-QĐ/TW và 218-QĐ/TW ngày …"."""
    shared: list[Citation] = []
    for citation in reversed(list(found)):
        after = shared[-1] if shared else None
        listed = after is not None and _are_listed(text, citation, after)
        shared.append(_complete(_lend_sign(citation, after), after) if after and listed else citation)
    return list(_lend_types(text, shared[::-1]))


def _date(found: Sequence[Citation]) -> Iterator[Citation]:
    """Each sign with the one day and term that the text gives it: what is named in full once is named briefly later."""
    said: dict[str, set[tuple[date, str | None]]] = defaultdict(set)
    for one in found:
        if one.number and one.date:
            said[one.number].add((one.date, one.term))
    for one in found:
        days = said.get(one.number or "", set())
        (day, term), *others = days or [(None, None)]
        same = one.date is None and not others and (None in (one.term, term) or one.term == term)
        yield replace(one, date=day, term=one.term or term) if same else one


def _lend_types(text: str, found: Iterable[Citation]) -> Iterator[Citation]:
    """The type that the first of a list says is that of all of its series: "Nghị quyết số 18 và 19-NQ/TW"."""
    before: Citation | None = None
    for one in found:
        if before and one.type is None and _series(before) == _series(one) is not None:
            listed = _are_listed(text, replace(before, date=None), one)
            one = replace(one, type=before.type) if listed else one  # noqa: PLW2901 - the same mention, completed
        yield one
        before = one


def _lend_sign(citation: Citation, after: Citation) -> Citation:
    """A bare number takes the sign that the last of its list bears: "217, 218 – QĐ/TW", "41, 42/2019/NQ-HĐND"."""
    bare = BARE_NAME.regex.search(citation.name or "") if citation.number is None else None
    number = parse_number(after.number) if after.number and not after.name else None
    if not bare or number is None or not after.text[0].isdigit():
        return citation
    return replace(citation, number=str(replace(number, ordinal=bare["n"])), name=None)


def _complete(citation: Citation, after: Citation) -> Citation:
    if not _series(citation) == _series(after) is not None:
        return citation
    return replace(citation, date=citation.date or after.date, term=citation.term or after.term)


def _are_listed(text: str, first: Citation, second: Citation) -> bool:
    """Whether *second* goes on from *first* and may say something of both; behind ";" one with a type is its own."""
    joint = text[first.end : second.start] if second.start - first.end <= _LONGEST_JOINT else ""
    if first.date or (";" in joint and not second.text[0].isdigit()):
        return False
    return LIST_JOINT.regex.search(joint) is not None


def _series(citation: Citation) -> tuple[str, str] | None:
    """Kind and body of a sign without a year; ``None`` where numbers of one list need not be of one day."""
    if citation.number is None or citation.name:
        return None
    number = parse_number(citation.number)
    return (number.kind, number.body) if not number.year else None
