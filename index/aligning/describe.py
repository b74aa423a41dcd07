"""A comparison for people and for programs: what became of a clause in words, and the stable JSON form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import indent
from typing import Any

from index.aligning.align import Pair, Status
from index.aligning.comparison import Comparison
from index.aligning.units import Unit
from index.aligning.wording import Change
from index.brief_names import name_briefly
from index.describe_validity import say_badge, standing_to_json
from ingest.addresses import describe
from ingest.describe import describe_date
from ingest.describe_report import say_version
from ingest.language import tr
from ingest.models import Document

STATUS_WORDS: dict[Status, str] = {
    "same": "giống",
    "changed": "sửa",
    "moved": "chuyển",
    "new": "mới",
    "gone": "bỏ",
}
SIGNS: dict[Status, str] = {"same": "=", "changed": "≠", "moved": "⇄", "new": "+", "gone": "−"}
"""Beside the words, so that no status is told by its colour alone."""
RESPELLED = "chỉ khác cách viết"
NOT_COMPARED = "Không so: phần đầu văn bản (cơ quan, số, ngày, tên gọi), nơi nhận, chữ ký."
NO_DIFFERENCE = "Hai văn bản không khác nhau chỗ nào."
IN_USE = "Bản đang dùng."
REVERSED = "Văn bản chọn làm bản cũ ban hành sau bản mới. Nếu không phải chủ ý, hãy đổi chỗ hai văn bản."


def say_status(pair: Pair) -> str:
    """What became of it: ``"sửa"``, ``"chuyển, có sửa"``, ``"mới, tách từ Điều 5 bản cũ"``."""
    words = [tr(STATUS_WORDS[pair.status])]
    if pair.status == "moved" and pair.changed:
        words.append(tr("có sửa"))
    if pair.respelled:
        words.append(tr(RESPELLED))
    if pair.renumbered and pair.status != "moved":
        words.append(tr("đổi số"))
    if pair.kin:
        places = ", ".join(describe(unit.address) for unit in pair.kin)
        words.append(tr("tách từ {places} bản cũ" if pair.new else "nhập vào {places} bản mới", places=places))
    return ", ".join(words)


def say_place(pair: Pair) -> str:
    """Where it stood and stands: ``"khoản 3 Điều 5 → khoản 4 Điều 6"``; one of both where they are the same."""
    places = [describe(unit.address) for unit in (pair.old, pair.new) if unit]
    return " → ".join(dict.fromkeys(places))


def say_counts(comparison: Comparison) -> str:
    """How many pairs of each status there are, in one line."""
    counts = comparison.counts
    told = [f"{counts[status]} {tr(words)}" for status, words in STATUS_WORDS.items() if counts[status]]
    if not told:
        return tr("Không có mục nào để so.")
    return tr("{count} mục: {told}.", count=len(comparison.pairs), told=", ".join(told))


def say_left_out(comparison: Comparison, pairs: Iterable[Pair]) -> tuple[str, ...]:
    """Which of the pairs are not among those shown; nothing where all are."""
    left = [status for status in STATUS_WORDS if comparison.counts[status] and status not in {p.status for p in pairs}]
    said = ", ".join(
        tr("{count} mục {status}", count=comparison.counts[status], status=tr(STATUS_WORDS[status])) for status in left
    )
    return (tr("Không ghi ở đây: {said}.", said=said),) if said else ()


def say_document(comparison: Comparison, document: Document) -> str:
    """Of one of both its name, its day, which version of it this is, and whether it is in force."""
    record = document.metadata
    badge = say_badge(name_briefly(record), comparison.standings[document.id])
    return " ".join((f"{record.label} ({describe_date(record)}).", *say_version_of(comparison, document), badge))


def say_version_of(comparison: Comparison, document: Document) -> tuple[str, ...]:
    """Which version of the one document that is compared with itself this is; nothing of two documents."""
    if comparison.version is None:
        return ()
    return (tr(IN_USE) if document.id == comparison.new.id else f"{say_version(comparison.version)}.",)


def select(comparison: Comparison, statuses: Iterable[Status]) -> tuple[Pair, ...]:
    """The pairs of those *statuses*, in their order; what is only respelled counts as the same."""
    kept = frozenset(statuses)
    return tuple(pair for pair in comparison.pairs if pair.status in kept)


def say_comparison(comparison: Comparison, pairs: Iterable[Pair]) -> str:
    """The comparison as text: both documents, the counts, then each of *pairs*.

    Within words ``[-…-]`` was struck out, ``{+…+}`` was put in.
    """
    lines = [
        f"{tr('Bản cũ')}: {say_document(comparison, comparison.old)}",
        f"{tr('Bản mới')}: {say_document(comparison, comparison.new)}",
    ]
    lines += [tr(REVERSED)] if comparison.reversed else []
    lines += [say_counts(comparison), tr(NOT_COMPARED), ""]
    told = [line for pair in pairs for line in _say_pair(comparison, pair)]
    return "\n".join([*lines, *(told or [tr(NO_DIFFERENCE)])])


def _say_pair(comparison: Comparison, pair: Pair) -> Iterator[str]:
    yield f"{SIGNS[pair.status]} {say_place(pair)} ({say_status(pair)})"
    yield indent(_mark_words(comparison, pair), "    ")
    yield ""


def _mark_words(comparison: Comparison, pair: Pair) -> str:
    """The words of the new unit, or of the one that is gone, with what was struck out and put in."""
    if pair.new is None or pair.old is None:
        text, unit = (comparison.new.text, pair.new) if pair.new else (comparison.old.text, pair.old)
        return text[unit.start : unit.end] if unit else ""
    out, at, text = [], pair.new.start, comparison.new.text
    for one in pair.changes:
        before_a_word = one.new_start == one.new_end < pair.new.end and text[one.new_end].isalnum()
        out.append(text[at : one.new_start])
        out.append(_mark("[-", comparison.old.text[one.old_start : one.old_end], "-] " if before_a_word else "-]"))
        out.append(_mark("{+", text[one.new_start : one.new_end], "+}"))
        at = one.new_end
    return "".join((*out, text[at : pair.new.end]))


def _mark(opening: str, words: str, closing: str) -> str:
    return f"{opening}{words}{closing}" if words else ""


def comparison_to_json(comparison: Comparison, pairs: Iterable[Pair]) -> dict[str, Any]:
    """The stable form of ``compare --json``; offsets are into the text of the document that they are of."""
    return {
        "old": _document_to_json(comparison, comparison.old),
        "new": _document_to_json(comparison, comparison.new),
        "counts": dict(comparison.counts),
        "pairs": [_pair_to_json(comparison, pair) for pair in pairs],
    }


def _document_to_json(comparison: Comparison, document: Document) -> dict[str, Any]:
    date = document.metadata.date
    return {
        "id": document.id,
        "name": document.metadata.name,
        "version": comparison.version.number if comparison.version and document.id == comparison.old.id else None,
        "date": date.isoformat() if date else None,
        **standing_to_json(name_briefly(document.metadata), comparison.standings[document.id]),
    }


def _pair_to_json(comparison: Comparison, pair: Pair) -> dict[str, Any]:
    return {
        "status": pair.status,
        "moved": pair.moved,
        "changed": pair.changed,
        "respelled": pair.respelled,
        "renumbered": pair.renumbered,
        "old": _unit_to_json(comparison.old, pair.old),
        "new": _unit_to_json(comparison.new, pair.new),
        "changes": [_change_to_json(change) for change in pair.changes],
        "kin": [unit.address for unit in pair.kin],
    }


def _unit_to_json(document: Document, unit: Unit | None) -> dict[str, Any] | None:
    if unit is None:
        return None
    text = document.text[unit.start : unit.end]
    return {"address": unit.address, "start": unit.start, "end": unit.end, "text": text}


def _change_to_json(change: Change) -> dict[str, Any]:
    return {
        "old": [change.old_start, change.old_end],
        "new": [change.new_start, change.new_end],
        "spelling": change.spelling,
    }
