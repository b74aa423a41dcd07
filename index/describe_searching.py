"""Everything that matches, counted and narrowed, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from index.brief_names import name_briefly
from index.describe_validity import say_badge
from index.search import Searcher
from index.searching.facets import KEYS, Choice, count_documents, count_results, count_values, narrow
from index.searching.names import FACET_NAMES, name_value
from index.searching.values import Result, ResultSet
from ingest.addresses import describe
from ingest.catalog import find_record_by_id
from ingest.describe import describe_date
from ingest.describe_record import DIGEST_LABEL
from ingest.errors import UsageError
from ingest.models import Passage

_NOTHING = "Không có đoạn nào khớp. Hãy gõ ít từ hơn, hoặc bỏ bớt --filter."


def read_choices(given: Sequence[str]) -> tuple[Choice, ...]:
    """``"loai=Nghị quyết"`` -> what results are narrowed by.

    Raises:
        UsageError: If it names no facet.
    """
    choices = []
    for one in given:
        key, equals, value = one.partition("=")
        if not (equals and key in KEYS and value):
            raise UsageError(
                f"--filter phải là KHÓA=GIÁ_TRỊ, với KHÓA là một trong: {', '.join(KEYS)}; không phải “{one}”."
            )
        choices.append((key, value))
    return tuple(choices)


def say_results(searcher: Searcher, found: ResultSet, chosen: Sequence[Choice], most: int) -> str:
    """How much matches, how many there are of each value, and the first of them."""
    left = narrow(found.results, chosen)
    if not left:
        return _NOTHING
    lines = [f"Tìm thấy {count_results(left)} đoạn trong {count_documents(left)} văn bản."]
    for key, values in count_values(found.results, chosen, count_results).items():
        told = "; ".join(f"{name_value((key, one.value))} ({one.count})" for one in values)
        lines.append(f"{FACET_NAMES[key]} (--filter {key}=…): {told}")
    passages = _read(searcher, left[:most])
    for place, one in enumerate(left[:most], start=1):
        lines += ["", *_say_result(place, one, passages)]
    return "\n".join(lines)


def _say_result(place: int, one: Result, passages: Mapping[int, Passage]) -> Iterator[str]:
    record = one.source.metadata
    passage = passages.get(one.number) if one.source.kind == "text" else None
    told = f"{describe(passage.address)} [{passage.address}], " if passage else ""
    yield f"{place}. {told}{record.label} ({describe_date(record)}), {one.source.id}"
    yield f"   {say_badge(name_briefly(record), one.source.standing)}"
    if one.source.kind == "digest":
        yield f"   {DIGEST_LABEL}:"
    yield f"   {_read_words(one, passage)}"


def results_to_json(searcher: Searcher, found: ResultSet, chosen: Sequence[Choice], most: int) -> dict[str, Any]:
    """The stable form: question, understood, passages, documents, facets and results."""
    left = narrow(found.results, chosen)
    passages = _read(searcher, left[:most])
    counted = count_values(found.results, chosen, count_results)
    return {
        "question": found.query.typed,
        "understood": found.query.understood,
        "passages": count_results(left),
        "documents": count_documents(left),
        "facets": {key: {one.value: one.count for one in values} for key, values in counted.items()},
        "results": [
            _to_json(one, passages.get(one.number) if one.source.kind == "text" else None) for one in left[:most]
        ],
    }


def _to_json(one: Result, passage: Passage | None) -> dict[str, Any]:
    return {
        "document": one.source.id,
        "kind": one.source.kind,
        "address": passage.address if passage else None,
        "start": passage.start if passage else None,
        "end": passage.end if passage else None,
        "text": _read_words(one, passage),
        "standing": one.source.standing.status,
        "score": one.score,
    }


def _read(searcher: Searcher, some: Sequence[Result]) -> dict[int, Passage]:
    with searcher.reading() as library:
        return library.find_passages([one.number for one in some if one.source.kind == "text"])


def _read_words(one: Result, passage: Passage | None) -> str:
    if passage:
        return passage.text
    record = find_record_by_id(one.source.id)
    return record.digest[one.number].text if record and one.source.kind == "digest" else ""
