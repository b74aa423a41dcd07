"""Documents that a question asks for, held or only catalogued, newest first: a list is not a quote."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from index.naming.conditions import Condition
from index.naming.periods import find_issue
from ingest.catalog import read_catalog
from ingest.models import Metadata
from ingest.records import Record
from ingest.store import Library


@dataclass(frozen=True, slots=True)
class Listed:
    """A document of a list.

    Attributes:
        id: As it is held under, or would be.
        held: Whether the library has its text.
        unknown: What its record does not say of the conditions: ``"không rõ ngày"``; empty where it meets them all.
    """

    id: str
    metadata: Metadata
    held: bool = True
    unknown: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """The documents that a question asks for.

    Attributes:
        asked: What documents, in words: ``"nghị quyết của Bộ Chính trị ban hành năm 2016"``.
        topic: What they are to speak of, as typed; empty where that was left open.
        documents: Held ones: first those that meet every condition, newest first, or of a topic those that answer best
            first; then those whose record does not say.
        catalogued: Those of which only the record is known, in the same order.
    """

    asked: str
    topic: str
    documents: tuple[Listed, ...]
    catalogued: tuple[Listed, ...] = ()

    @property
    def fitting(self) -> tuple[Listed, ...]:
        """The held ones that surely meet the conditions."""
        return tuple(one for one in self.documents if not one.unknown)

    def say(self) -> str:
        """How many there are, in a sentence without its end."""
        sure, unsure = len(self.fitting), len(self.documents) - len(self.fitting)
        asked = f"{self.asked} nói về “{self.topic}”" if self.topic else self.asked
        if not sure:
            beside = f"; {unsure} văn bản không rõ có đúng hay không, hãy mở để xem" if unsure else ""
            return f"Thư viện không có {asked}{beside}"
        order = f", {'sát nhất' if self.topic else 'mới nhất'} trước" if sure > 1 else ""
        beside = f"; {unsure} văn bản không rõ có đúng hay không, xếp ở cuối" if unsure else ""
        return f"Thư viện có {sure} {asked}{order}{beside}"


def list_documents(library: Library, must: Sequence[Condition]) -> Listing:
    """Every document that *must* does not leave out."""
    held = [Listed(one.id, one.metadata, unknown=say_unknown(one.metadata, must)) for one in library.documents()]
    named = [one for one in read_catalog() if one.metadata.number or one.other_names]  # else it cannot be called
    others = [one for one in named if not library.citing.find_copies(one)]
    catalogued = [
        Listed(one.id, one.metadata, held=False, unknown=say_unknown(one.metadata, must))
        for one in others
        if _may_meet(one, must)
    ]
    kept = [one for one in held if not any(condition.fits(one.metadata) is False for condition in must)]
    return Listing(name_asked(must), "", _order(kept), _order(catalogued))


def name_asked(must: Iterable[Condition]) -> str:
    """The conditions as one name: ``"nghị quyết của Bộ Chính trị ban hành năm 2016"``."""
    types = [one.key.partition(":")[2] for one in must if one.key.startswith("loai:")]
    noun = " và ".join(name[0].lower() + name[1:] for name in types) or "văn bản"
    return " ".join([noun, *(one.words for one in must if not one.key.startswith("loai:"))])


def say_unknown(metadata: Metadata, must: Iterable[Condition]) -> str:
    """What a record does not say of the conditions."""
    return ", ".join(dict.fromkeys(one.unknown for one in must if one.fits(metadata) is None))


def _may_meet(record: Record, must: Iterable[Condition]) -> bool:
    """Whether all that is known of it, verified or not, meets the conditions."""
    told = replace(record.metadata, date=record.date, number=record.number, issuer=record.issuer or None)
    return all(condition.fits(told) for condition in must)


def _order(listed: Iterable[Listed]) -> tuple[Listed, ...]:
    """What is known first, the newest first, then as they arrived."""
    return tuple(sorted(listed, key=lambda one: (one.unknown, -_day(one.metadata))))


def _day(metadata: Metadata) -> int:
    issued = find_issue(metadata)
    return issued[0].toordinal() if issued else 0
