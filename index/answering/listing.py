"""Documents that a question asks for, held or only catalogued, newest first: a list is not a quote."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from index.changes import Changes
from index.finding.left_out import came_later
from index.naming.conditions import Condition
from index.naming.periods import find_issue
from index.validity import UNKNOWN, Standing
from ingest.catalog import read_catalog
from ingest.language import tr
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
        standing: Whether it stands.
    """

    id: str
    metadata: Metadata
    held: bool = True
    unknown: str = ""
    standing: Standing = UNKNOWN


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
        asked = tr("{asked} nói về “{topic}”", asked=self.asked, topic=self.topic) if self.topic else self.asked
        if not sure and unsure:
            told = "Thư viện chưa chắc có {asked}; {count} văn bản không rõ có đúng hay không, hãy mở để xem"
            return tr(told, asked=asked, count=unsure)
        if not sure:
            return tr("Thư viện không có {asked}", asked=asked)
        order = tr(", sát nhất trước" if self.topic else ", mới nhất trước") if sure > 1 else ""
        beside = tr("; {count} văn bản không rõ có đúng hay không, xếp ở cuối", count=unsure) if unsure else ""
        said = tr("Thư viện có {sure} {asked}{order}{beside}", sure=sure, asked=asked, order=order, beside=beside)
        return f"{said[:1].upper()}{said[1:]}"


def list_documents(
    library: Library, changes: Changes, must: Sequence[Condition], as_of: datetime.date | None = None
) -> Listing:
    """Every document that *must* does not leave out, and that was issued by the day *as_of*."""
    held = {one.id: one.metadata for one in library.documents()}
    named = [one for one in read_catalog() if one.metadata.number or one.other_names]  # else it cannot be called
    others = {one.id: one.metadata for one in named if _may_meet(one, must) and not library.citing.find_copies(one)}
    standings = changes.find(library, [*held, *others], as_of)

    def keep(documents: Mapping[str, Metadata], held: bool) -> tuple[Listed, ...]:
        kept = (
            Listed(key, one, held, say_unknown(one, must, standings[key]), standings[key])
            for key, one in documents.items()
            if not came_later(one, as_of)
            and not any(condition.weigh(one, standings[key].in_force) is False for condition in must)
        )
        return _order(kept)

    return Listing(name_asked(must), "", keep(held, held=True), keep(others, held=False))


def name_asked(must: Iterable[Condition]) -> str:
    """The conditions as one name: ``"nghị quyết của Bộ Chính trị ban hành năm 2016"``."""
    types = [one.key.partition(":")[2] for one in must if one.key.startswith("loai:")]
    noun = tr(" và ").join(name[0].lower() + name[1:] for name in types) or tr("văn bản")
    return " ".join([noun, *(one.words for one in must if not one.key.startswith("loai:"))])


def say_unknown(metadata: Metadata, must: Iterable[Condition], standing: Standing) -> str:
    """What is not known of a document that the conditions ask for."""
    return ", ".join(dict.fromkeys(one.unknown for one in must if one.weigh(metadata, standing.in_force) is None))


def _may_meet(record: Record, must: Iterable[Condition]) -> bool:
    """Whether all that is known of it, verified or not, meets the conditions."""
    told = replace(record.metadata, date=record.date, number=record.number, issuer=record.issuer or None)
    return all(condition.fits(told) for condition in must)


def _order(listed: Iterable[Listed]) -> tuple[Listed, ...]:
    """What is known first, then what is not, last of that what only serves what has ended; the newest first."""

    def place(one: Listed) -> tuple[str, bool, int]:
        return one.unknown, bool(one.unknown and one.standing.guided), -_day(one.metadata)

    return tuple(sorted(listed, key=place))


def _day(metadata: Metadata) -> int:
    issued = find_issue(metadata)
    return issued[0].toordinal() if issued else 0
