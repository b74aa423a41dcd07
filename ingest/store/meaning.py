"""What a mention means, among the documents that bear its sign: the one that its day, its term and its words fit."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from ingest.patterns.citations import BRIEF_TITLE, SHORT_BODY
from ingest.patterns.laws import LAW_YEAR
from ingest.spelling import fold, unify_spelling

Outcome = Literal["resolved", "ambiguous", "not_held", "unknown"]
_BESIDE = 0.5  # of the words of a title that must stand beside a mention
_SHORT_BODIES = {"BCT": "bo chinh tri", "BBT": "ban bi thu"}
_SEVERAL = 2
_IN_BRIEF = 3  # syllables that a writer must give of a title that he does not give whole
_OF_BRIEF = 0.75  # of the words that he gives, how many the title must have
_MARGIN = 0.2  # by which the best title must lead
_SYLLABLE = re.compile(r"\w+")
_EVERYWHERE = {"về", "việc", "và", "của", "các", "ve", "viec", "va", "cua", "cac"}  # vi: of any title


@dataclass(frozen=True, slots=True)
class Meaning:
    """The documents that a mention may mean; nothing that fits is dropped.

    Attributes:
        held: Ids of those in the library.
        known: Ids of those that only the catalogue knows.
        sure: Whether the one that alone fits is meant: a bare number, "Quy định 102", may be that of many others.
    """

    held: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    sure: bool = True

    @property
    def outcome(self) -> Outcome:
        """Whether it is one document and held, one of some, one that is only known, or none that we know."""
        if self.ambiguous:
            return "ambiguous"
        return "resolved" if self.held else "not_held" if self.known else "unknown"

    @property
    def ambiguous(self) -> bool:
        """Whether the words leave open which of several it is, or whether it is the only one that we know."""
        found = len(self.held) + len(self.known)
        return found > 1 or (found > 0 and not self.sure)

    @property
    def resolved(self) -> str | None:
        """The id of the one held document it means."""
        return self.only if self.held else None

    @property
    def only(self) -> str | None:
        """The id of the one document it surely means, held or known."""
        return None if self.ambiguous else next(iter((*self.held, *self.known)), None)


class Candidate(NamedTuple):
    """A document that bears the sign: its id, its day, title and issuer as far as known.

    Attributes:
        sure: Whether it is surely meant where nothing but the sign is said and no other is left.
    """

    id: str
    date: datetime.date | None
    title: str
    held: bool
    issuer: str = ""
    sure: bool = True


def choose(
    candidates: Sequence[Candidate], cited_on: datetime.date | None, beside: str, own_issuer: str = ""
) -> Meaning:
    """What a mention means, as :func:`narrow` leaves it."""
    left = narrow(candidates, cited_on, beside, own_issuer)
    return Meaning(_ids(left, held=True), _ids(left, held=False), is_certain(left))


def is_certain(left: Sequence[Candidate]) -> bool:
    """Whether the document that is *left*, where it is but one, is surely meant."""
    return len(left) != 1 or left[0].sure


def narrow(
    candidates: Sequence[Candidate], cited_on: datetime.date | None, beside: str, own_issuer: str = ""
) -> Sequence[Candidate]:
    """Of *candidates* those that were issued when the citing document was; of several those that more is said of.

    Args:
        beside: The words after the mention, where a writer gives the year, the issuer and the title.
        own_issuer: Who issued the citing document, where the sign is one that every province or district has.
    """
    left: Sequence[Candidate] = [one for one in candidates if not (cited_on and one.date and one.date > cited_on)]
    if len(left) < _SEVERAL:
        return left
    year, body = LAW_YEAR.regex.search(beside), SHORT_BODY.regex.search(beside)
    if year:
        left = [one for one in left if one.date is None or one.date.year == int(year["year"])] or left
    for issuer in (body["body"] if body else "", own_issuer):
        left = _find_issued_by(left, issuer) if len(left) > 1 and issuer else left
    left = _find_titled(left, beside) if len(left) > 1 and beside else left
    return [left[0]._replace(sure=True)] if len(left) == 1 else left


def _find_issued_by(candidates: Sequence[Candidate], issuer: str) -> Sequence[Candidate]:
    """Those of *issuer*, whom a record may name more fully or less ("Tỉnh ủy"); all where it is none of theirs."""
    said = _words(issuer)
    agree = [one for one in candidates if (own := _words(one.issuer)) and (own <= said or said <= own)]
    return agree or candidates


def _words(issuer: str) -> set[str]:
    return set(_SHORT_BODIES.get(issuer, fold(issuer)).split())


def _ids(candidates: Iterable[Candidate], held: bool) -> tuple[str, ...]:
    return tuple(one.id for one in candidates if one.held is held)


def _find_titled(candidates: Sequence[Candidate], beside: str) -> Sequence[Candidate]:
    """The one whose title stands in the words *beside*, or is told there in brief; all where none surely leads."""
    brief = BRIEF_TITLE.regex.search(beside)
    around, said = _title_words(beside), _title_words(brief["title"]) if brief else set()
    plain = beside.isascii()  # typed without marks
    titles = [_title_words(fold(one.title) if plain else one.title) for one in candidates]
    led = _find_leading([_share(own, around, _SEVERAL) for own in titles], _BESIDE)
    if led is None:
        led = _find_leading([_share(said, own, _IN_BRIEF) for own in titles], _OF_BRIEF)
    return candidates if led is None else [candidates[led]]


def _find_leading(shares: Sequence[float], least: float) -> int | None:
    """The place of the best of *shares*, where it is not below *least* and leads."""
    best, second = sorted(shares, reverse=True)[:2]
    return shares.index(best) if best >= least and best - second >= _MARGIN else None


def _title_words(text: str) -> set[str]:
    """The syllables that tell titles apart, with their marks: without them "đất đai" is "đạt" and "hiện đại"."""
    return set(_SYLLABLE.findall(unify_spelling(text).casefold())) - _EVERYWHERE


def _share(own: Collection[str], other: Collection[str], least: int) -> float:
    """The share of *own* that *other* has, too; none of fewer than *least*."""
    common = set(own) & set(other)
    return len(common) / len(own) if len(common) >= least else 0.0
