"""Lists of documents, and documents side by side, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from index.answering.listing import Listed, Listing
from index.brief_names import name_briefly
from index.compare import Side
from index.describe_quotes import digest_to_json, quote_to_json, say_digests, say_quote
from index.describe_validity import say_named_badge, standing_to_json
from index.quotes import Quote
from index.ways import Way, say_way
from ingest.describe import describe_date
from ingest.language import tr
from ingest.spelling import fold

CATALOGUED = "Có hồ sơ trong danh mục, chưa có nguyên văn trong thư viện"
NARROW = "Hãy thêm điều kiện: năm, loại văn bản hoặc cơ quan ban hành"
_MOST, _MOST_UNKNOWN = 20, 5
_REST = "… còn {count} văn bản nữa. {narrow}; xem tất cả bằng: python -m ingest list"
_NONE = "Hãy bỏ bớt điều kiện rồi hỏi lại, hoặc thêm văn bản: python -m ingest add TỆP"


@dataclass(frozen=True, slots=True)
class Group:
    """Documents of a list under one heading.

    Attributes:
        heading: Empty over those that surely meet the conditions.
        first: Those shown at first sight.
        rest: Those for which the reader is told what to do.
    """

    heading: str
    first: tuple[Listed, ...]
    rest: tuple[Listed, ...]


def group_listed(listing: Listing) -> list[Group]:
    """The list as it is read: what fits, what may fit, by what its record lacks, then what is only catalogued."""
    groups = []
    for unknown, group in groupby(listing.documents, key=lambda one: one.unknown):
        listed = tuple(group)
        most = _MOST_UNKNOWN if unknown and not listing.topic else _MOST
        heading = _head(f"{unknown[:1].upper()}{unknown[1:]}", len(listed)) if unknown else ""
        groups.append(Group(heading, listed[:most], listed[most:]))
    if others := listing.catalogued:
        groups.append(Group(_head(tr(CATALOGUED), len(others)), others[:_MOST], others[_MOST:]))
    return groups


def _head(words: str, count: int) -> str:
    return f"{words} ({tr('{count} văn bản', count=count)})"


def say_facts(listed: Listed) -> str:
    """Sign, day and issuer, as far as its record says: ``"số 35-NQ/TW · ngày 22/10/2018 · Bộ Chính trị"``."""
    record = listed.metadata
    day = describe_date(record)
    facts = (
        tr("số {number}", number=record.number) if record.number else tr("không rõ số, ký hiệu"),
        tr("ngày {day}", day=day) if record.date else day,
        say_issuer(listed) or tr("không rõ cơ quan ban hành"),
    )
    return " · ".join(facts)


def say_issuer(listed: Listed) -> str:
    """The body of the letterhead, and for whom it was signed if that is another; empty where neither is printed."""
    record = listed.metadata
    parts = [part.strip() for part in (record.power or "").split(",")]
    signed_for = next((part.removeprefix("T/M").strip() for part in parts if part.startswith("T/M")), "")
    if not record.issuer or not signed_for or fold(signed_for) in fold(record.issuer):
        return record.issuer or signed_for
    return tr("{issuer} (ký thay mặt {body})", issuer=record.issuer, body=signed_for)


def say_listing(introduction: str, listing: Listing, quotes: Sequence[Quote]) -> list[str]:
    """The list as lines, each document with the command that opens it; of a topic with its quote."""
    lines = [f"{introduction}:" if listing.documents else f"{introduction}. {tr(_NONE)}", ""]
    of = {quote.document: quote for quote in quotes}
    for group in group_listed(listing):
        lines += [f"{group.heading}:", ""] if group.heading else []
        for listed in group.first:
            quote = of.get(listed.id)
            lines += [*_say_listed(listed, quoted=quote is not None), *([say_quote(quote)] if quote else [])]
        lines += [tr(_REST, count=len(group.rest), narrow=tr(NARROW)), ""] if group.rest else []
    return lines


def _say_listed(listed: Listed, quoted: bool = False) -> list[str]:
    badge = say_named_badge(name_briefly(listed.metadata), listed.standing)
    return [
        f"- {listed.metadata.label}",
        f"    {say_facts(listed)}",
        *([] if quoted else [f"    {badge}"]),  # a quote says it itself
        f"    {_open(listed.id)}",
        "",
    ]


def _open(document: str) -> str:
    return tr("Mở: {command}", command=f'python -m ingest show "{document}"')


def say_sides(introduction: str, ways: Iterable[Way], sides: Iterable[Side]) -> list[str]:
    """The ways to compare, then each document: what must be known of it, then its quotes, else our own words on it."""
    lines = [introduction, *map(say_way, ways), ""]
    for side in sides:
        opens = [f"    {_open(side.document)}"] if side.document else []
        lines += [f"{side.name}", *opens, *(f"    {note}" for note in side.notes), ""]
        lines += [*(say_quote(quote) for quote in side.quotes), *say_digests(side.digests)]
    return lines


def listing_to_json(listing: Listing) -> dict[str, Any]:
    """Every document of the list, beyond what is shown at first sight."""
    return {
        "asked": listing.asked,
        "topic": listing.topic,
        "count": len(listing.fitting),
        "documents": [_listed_to_json(one) for one in (*listing.documents, *listing.catalogued)],
    }


def _listed_to_json(listed: Listed) -> dict[str, Any]:
    record = listed.metadata
    return {
        "document": listed.id,
        "name": record.name,
        "number": record.number,
        "date": record.date.isoformat() if record.date else None,
        "type": record.type,
        "issuer": say_issuer(listed) or None,
        "secrecy": record.secrecy,
        "held": listed.held,
        "unknown": listed.unknown or None,
        **standing_to_json(name_briefly(record), listed.standing),
    }


def side_to_json(side: Side) -> dict[str, Any]:
    """A side with its own quotes and digests."""
    return {
        "name": side.name,
        "document": side.document,
        "quotes": [quote_to_json(quote) for quote in side.quotes],
        "digests": [digest_to_json(digest) for digest in side.digests],
        "notes": list(side.notes),
    }
