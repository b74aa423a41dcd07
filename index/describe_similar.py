"""Passages near to one another, for people and for programs: where they stand, and in which words they differ."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import indent
from typing import Any

from index.brief_names import name_briefly
from index.describe_validity import say_badge, standing_to_json
from index.similar import MOST_SOURCES, Nearest, Similar
from ingest.addresses import describe
from ingest.describe import describe_date
from ingest.language import current_language, tr
from ingest.models import Metadata, Passage

SAME_WORDS = "Giống nguyên văn"
NOT_NEAR = (
    "Không có đoạn nào của văn bản khác đủ gần với chỗ này. "
    "Hãy chọn một khoản hoặc một đoạn khác, hoặc hỏi bằng từ ngữ ở trang Hỏi đáp"
)
NOT_INDEXED = "Chỗ này chưa được lập chỉ mục nên chưa tìm được đoạn tương tự. Hãy lập chỉ mục: python -m index build"
_LEVELS = ((0.75, "Gần như giống"), (0.55, "Giống nhiều"), (0.0, "Giống một phần"))
_LEFT = "Chỗ này dài: chỉ tìm cho {most} đoạn đầu, còn {left} đoạn; hãy chọn từng khoản để tìm hết"
_LEGEND = "Trong đoạn tìm thấy, [-…-] là chữ của chỗ này mà đoạn đó không có, {+…+} là chữ chỉ đoạn đó có."


def say_nothing(nearest: Nearest) -> str:
    """Why nothing is shown, with the next step; empty where something is."""
    return "" if nearest.found else tr(NOT_NEAR if nearest.indexed else NOT_INDEXED)


def say_left(nearest: Nearest) -> str:
    """That the place was too long to be looked for whole; empty where it was not."""
    return tr(_LEFT, most=MOST_SOURCES, left=nearest.left) if nearest.left else ""


def say_nearness(one: Similar) -> str:
    """How near, in words and as a number: ``"Giống nguyên văn"``, ``"Giống nhiều (độ gần 0,62)"``."""
    if one.same:
        return tr(SAME_WORDS)
    level = next(words for least, words in _LEVELS if one.nearness >= least)
    number = f"{one.nearness:.2f}"
    number = number if current_language() == "en" else number.replace(".", ",")
    return tr("{level} (độ gần {number})", level=tr(level), number=number)


def say_similar(name: str, nearest: Nearest) -> str:
    """The passages as text, the nearest first, each with where it stands and its words.

    Args:
        name: Of the place that was looked for.
    """
    if nothing := say_nothing(nearest):
        return f"{nothing}."
    lines = [tr("Đoạn tương tự với {name} trong văn bản khác:", name=name), tr(_LEGEND), ""]
    for place, one in enumerate(nearest.found, 1):
        lines += [*_say_one(place, one, nearest.sources), ""]
    return "\n".join([*lines, *([f"{say_left(nearest)}."] if nearest.left else [])])


def _say_one(place: int, one: Similar, sources: int) -> Sequence[str]:
    return (
        f"{place}. {say_place(one.passage, one.metadata)}",
        f"   {say_nearness(one)}" + (tr(", so với {place}", place=describe(one.source.address)) if sources > 1 else ""),
        f"   {say_badge(name_briefly(one.metadata), one.standing)}",
        indent(_mark_words(one), "   "),
        *(f"   {tr('Cũng có tại:')} {say_place(*copy)}" for copy in one.also),
    )


def say_place(passage: Passage, metadata: Metadata) -> str:
    """Where a passage stands: its place, its document, the day, the id."""
    where = f"{describe(passage.address)} [{passage.address}]"
    return f"{where}, {metadata.name} ({describe_date(metadata)}), {passage.document_id}"


def _mark_words(one: Similar) -> str:
    ours, theirs = one.source.text, one.passage.text
    out, at = [], 0
    for change in one.changes:
        out.append(theirs[at : change.new_start])
        if change.old_start < change.old_end:
            out.append(f"[-{ours[change.old_start : change.old_end]}-]")
        if change.new_start < change.new_end:
            out.append(f"{{+{theirs[change.new_start : change.new_end]}+}}")
        at = change.new_end
    return "".join((*out, theirs[at:]))


def similar_to_json(document_id: str, address: str, nearest: Nearest) -> dict[str, Any]:
    """The stable form of ``similar --json``; of the changes each pair of offsets is into the text beside it."""
    return {
        "document": document_id,
        "address": address,
        "indexed": nearest.indexed,
        "left": nearest.left,
        "similar": [_similar_to_json(one) for one in nearest.found],
    }


def _similar_to_json(one: Similar) -> dict[str, Any]:
    passage, date = one.passage, one.metadata.date
    return {
        "document": passage.document_id,
        "title": one.metadata.title or one.metadata.name,
        "date": date.isoformat() if date else None,
        **standing_to_json(name_briefly(one.metadata), one.standing),
        "address": passage.address,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "nearness": round(one.nearness, 4),
        "also": [
            {"document": copy.document_id, "address": copy.address, "start": copy.start, "end": copy.end}
            for copy, _ in one.also
        ],
        "source": {
            "address": one.source.address,
            "start": one.source.start,
            "end": one.source.end,
            "text": one.source.text,
        },
        "changes": [
            {
                "source": [change.old_start, change.old_end],
                "text": [change.new_start, change.new_end],
                "spelling": change.spelling,
            }
            for change in one.changes
        ],
    }
