"""What the library cites and does not hold: each document, by how many it is cited and how often, and what to do."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from ingest.agreeing import find_agreed
from ingest.catalog import find_record_by_id
from ingest.citing.laws import LAW_KINDS
from ingest.days import describe_day
from ingest.describe_record import call_record
from ingest.language import tr
from ingest.mentions import CitedAs
from ingest.miscalled import differ, say_miscalled
from ingest.records import Record
from ingest.store import Library
from ingest.store.meaning import Meaning, choose

_FETCH = "tải bằng: python -m ingest fetch {document}"
_ADD = "thêm tệp bằng: python -m ingest add TỆP"
MAY_BE = "Chưa rõ là văn bản nào; có thể là"
_CITED = "dẫn {mentions} lần, trong {count} văn bản: {names}"
_ASK_WHICH = "hãy đọc chỗ dẫn để biết là văn bản nào rồi thêm văn bản ấy"
_MOST_CITING = 3


@dataclass(frozen=True, slots=True)
class Missing:
    """A document that texts in use cite and the library does not hold.

    Attributes:
        cited_as: How it is cited, most often.
        record: Of the catalogue, if it knows the document.
        mentions: How often it is cited.
        cited_by: Ids of the documents that cite it, in the order of arrival.
        candidates: Records of those that may be meant, where several may.
    """

    cited_as: CitedAs
    record: Record | None
    mentions: int
    cited_by: tuple[str, ...]
    candidates: tuple[Record, ...] = ()

    @property
    def name(self) -> str:
        """What to call it, with its day where that is known."""
        if self.record:
            return call_record(self.record)
        sign = f"số {self.cited_as.number}" if self.cited_as.number else self.cited_as.name  # vi: a name
        day = tr(" ngày {day}", day=describe_day(self.cited_as.date)) if self.cited_as.date else ""
        law = self.cited_as.name if self.cited_as.type in LAW_KINDS else ""
        kind = (law or self.cited_as.type) if self.cited_as.number else ""
        return " ".join(filter(None, (kind, sign))) + day

    @property
    def miscalled(self) -> str:
        """That it is called by another type than its own, where it is."""
        known = self.record is not None and differ(self.cited_as.type, self.record.type)
        return say_miscalled(self.cited_as.type, self.record.type) if self.record and known else ""

    @property
    def advice(self) -> str:
        """What to do to have it."""
        if self.candidates:
            return tr(_ASK_WHICH)
        return tr(_FETCH, document=self.record.id) if self.record and self.record.addresses else tr(_ADD)


def find_missing(library: Library) -> list[Missing]:
    """Every cited document that is not held, that of most citing documents first."""
    groups: dict[str, list[tuple[CitedAs, str, int]]] = defaultdict(list)
    candidates: dict[str, dict[str, None]] = defaultdict(dict)
    for cited, document_id, meaning, count in _find_meanings(library):
        if not meaning.held and (cited.number or cited.name):
            key = meaning.only or cited.key
            groups[key].append((cited, document_id, count))
            candidates[key] |= dict.fromkeys(meaning.known if meaning.ambiguous else ())
    found = [_gather(key, mentions, candidates[key]) for key, mentions in groups.items()]
    return sorted(found, key=lambda one: (-len(one.cited_by), -one.mentions, one.name))


def _find_meanings(library: Library) -> Iterator[tuple[CitedAs, str, Meaning, int]]:
    """How each document cites others, what is meant and how often; an open sign mention by mention."""
    counted = list(library.citing.count_mentions())
    candidates = library.citing.find_all_candidates({cited for cited, *_ in counted})
    told = library.citing.find_each_meaning({cited: found for cited, found in candidates.items() if len(found) > 1})
    for cited, document_id, said_on, count in counted:
        if (cited, document_id) in told:
            yield from ((cited, document_id, meaning, 1) for meaning in told[cited, document_id])
        else:
            yield cited, document_id, choose(candidates[cited], said_on, ""), count


def _gather(key: str, mentions: Iterable[tuple[CitedAs, str, int]], candidates: Iterable[str]) -> Missing:
    counts: dict[CitedAs, int] = defaultdict(int)
    citing: dict[str, None] = {}
    for cited, document_id, count in mentions:
        counts[cited] += count
        citing[document_id] = None
    usual = max(counts, key=lambda cited: (counts[cited], cited.date or datetime.date.min, cited.type or ""))
    day = find_agreed(cited.date for cited in counts)
    kind, name = find_agreed(cited.type for cited in counts), next((cited.name for cited in counts if cited.name), None)
    called = usual._replace(type=kind or usual.type, name=usual.name or name, date=usual.date or day)
    record = None if candidates else find_record_by_id(key)
    records = tuple(one for each in candidates if (one := find_record_by_id(each)))
    return Missing(called, record, sum(counts.values()), tuple(citing), records)


def say_missing(found: Iterable[Missing]) -> str:
    """The list for a person: each document, who cites it, what to do."""
    blocks = [_say_one(one) for one in found]
    return "\n".join([*blocks, tr("{count} văn bản được dẫn mà thư viện chưa có.", count=len(blocks))])


def _say_one(one: Missing) -> str:
    citing = f"{', '.join(one.cited_by[:_MOST_CITING])}{'…' if len(one.cited_by) > _MOST_CITING else ''}"
    cited = tr(_CITED, mentions=one.mentions, count=len(one.cited_by), names=citing)
    lines = [one.name, f"    {cited}"]
    if one.candidates:
        lines += [f"    {tr(MAY_BE)}:", *(f"      {_say_candidate(each)}" for each in one.candidates)]
    known = tr("có hồ sơ trong danh mục") if one.record else ""
    return "\n".join([*lines, f"    {'; '.join(filter(None, (known, one.miscalled, one.advice)))}"])


def _say_candidate(record: Record) -> str:
    return tr("{name}, có hồ sơ [{document}]", name=call_record(record), document=record.id)


def missing_to_json(one: Missing) -> dict[str, Any]:
    """The stable form of one line of ``list --missing --json``."""
    date = one.record.date if one.record else one.cited_as.date
    return {
        "number": one.record.number if one.record else one.cited_as.number,
        "name": one.cited_as.name,
        "date": date.isoformat() if date else None,
        "type": one.record.type if one.record else one.cited_as.type,
        "mentions": one.mentions,
        "cited_by": list(one.cited_by),
        "record": one.record.id if one.record else None,
        "addresses": list(one.record.addresses) if one.record else [],
        "candidates": [each.id for each in one.candidates],
    }
