"""What became of the files that were taken in: one line for each while they come, a table at the end, JSON."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ingest.adding import Outcome
from ingest.console import make_printable
from ingest.errors import ReadingError, RefusedError
from ingest.language import tr
from ingest.models import Metadata
from ingest.retelling import retell
from ingest.similar import NEARLY_THE_SAME
from ingest.store import Near

NEXT = "Bước tiếp theo: python -m index build"
MOST_NAMED = 20
"""Files named under one heading, unless all are asked for."""
_FIRST = 3  # files named before a remark
_CHANGING = ("added", "beside", "replaced", "restored")
_DOUBTFUL = "Cần kiểm tra, xem từng văn bản bằng: python -m ingest show --report MÃ"
_NEAR = "Gần trùng với văn bản khác; nếu là một, bỏ bớt bằng: python -m ingest remove MÃ"
# Status -> heading of the table, words of one line, words of the total.
_STATUSES = {
    "added": ("Đã thêm", "đã thêm", "đã thêm {count}"),
    "beside": (
        "Đã thêm; cùng số và ngày với văn bản khác nhưng nội dung khác hẳn, giữ cả hai",
        "đã thêm; cùng mã nhưng nội dung khác hẳn, giữ cả hai",
        "thêm cạnh văn bản cùng số {count}",
    ),
    "replaced": (
        "Đã thay bản cũ; bản cũ vẫn giữ, xem bằng: python -m ingest versions MÃ",
        "đã thay bản cũ; bản cũ vẫn giữ",
        "thay bản cũ {count}",
    ),
    "older": (
        "Cũ hơn bản đang dùng; giữ làm bản trước, xem bằng: python -m ingest versions MÃ",
        "cũ hơn bản đang dùng; giữ làm bản trước",
        "giữ làm bản trước {count}",
    ),
    "shorter": (
        "Có thể bị cắt, thiếu so với bản đang dùng; giữ cả hai, vẫn dùng bản đủ hơn, cần xem lại",
        "có thể bị cắt, thiếu so với bản đang dùng; giữ cả hai, vẫn dùng bản đủ hơn",
        "thiếu so với bản đang dùng {count}",
    ),
    "restored": ("Đã khôi phục", "đã khôi phục", "khôi phục {count}"),
    "duplicate": ("Trùng nội dung với văn bản đã có", "trùng nội dung với văn bản đã có", "trùng nội dung {count}"),
    "earlier": (
        "Đã có, là bản trước, nay không dùng; thư viện đang dùng bản khác, không đổi",
        "đã có, là bản trước, nay không dùng; thư viện đang dùng bản khác, không đổi",
        "đã có, là bản trước {count}",
    ),
    "unchanged": ("Đã có, không đổi", "đã có, không đổi", "đã có, không đổi {count}"),
    "refused": ("Không nhận", "không nhận", "không nhận {count}"),
    "failed": ("Không đọc được", "không đọc được", "không đọc được {count}"),
    "tried": (
        "Vẫn không đọc được (đã thử, tệp không đổi); đọc lại bằng: python -m ingest add --retry …",
        "vẫn không đọc được (đã thử)",
        "vẫn không đọc được {count}",
    ),
}


def find_status(outcome: Outcome) -> str:
    """One of the statuses of :class:`ingest.store.Added`, or ``"refused"``, ``"failed"`` or ``"tried"``."""
    if outcome.added is not None:
        return outcome.added.status
    if isinstance(outcome.error, RefusedError):
        return "refused"
    return "tried" if outcome.tried else "failed"


def has_changed(outcomes: Sequence[Outcome]) -> bool:
    """Whether the library is another than before, so that the index should be built."""
    return any(find_status(one) in _CHANGING for one in outcomes)


def say_outcome(outcome: Outcome, name_document: Callable[[str], str] = str) -> str:
    """One line: the file, what became of it, what to look at.

    Args:
        name_document: What the document of an id is called; left out where that is how the file is called.
    """
    name, words = make_printable(outcome.name), tr(_STATUSES[find_status(outcome)][1])
    if outcome.error is not None:
        return f"{name}: {words}{_say_error(outcome.error)}"
    marked = f" [{outcome.secrecy}]" if outcome.secrecy else ""
    called = name_document(_id(outcome))
    said = f"{name}{marked}: {words}" + ("" if outcome.name.endswith(called) else f" ({called})")
    parts = [said, *_say_earlier(outcome), *_say_near(outcome, name_document), *map(retell, outcome.doubts)]
    return _join(parts)


def say_table(
    outcomes: Sequence[Outcome], name: Callable[[Outcome], str], records: Mapping[str, Metadata], most: int | None
) -> str:
    """Every heading with its files, at most *most* of each; then the total and the next step.

    Args:
        name: What a file is called.
        records: Id -> record of the documents in use.
    """
    by_status: dict[str, list[Outcome]] = {status: [] for status in _STATUSES}
    for outcome in outcomes:
        by_status[find_status(outcome)].append(outcome)
    blocks = [
        _say_block(tr(_STATUSES[status][0]), [f"{name(one)}{_say_what(one, records)}" for one in found], most)
        for status, found in by_status.items()
    ]
    near = [f"{name(one)}: {'; '.join(_say_near(one))}" for one in outcomes if _say_near(one)]
    doubtful = [f"{name(one)} ({_id(one)}): {_join([*map(retell, one.doubts)])}." for one in outcomes if one.doubts]
    blocks.append(_say_block(tr(_NEAR), near, most))
    blocks.append(_say_block(tr(_DOUBTFUL), doubtful, most))
    blocks.append(_say_remarks(outcomes, name, most))
    counts = "; ".join(tr(_STATUSES[status][2], count=len(found)) for status, found in by_status.items() if found)
    blocks.append([tr("Tổng cộng {count} tệp: {counts}.", count=len(outcomes), counts=counts)])
    if has_changed(outcomes):
        blocks.append([tr(NEXT)])
    return "\n".join(line for block in blocks for line in block)


def outcome_to_json(outcome: Outcome) -> dict[str, Any]:
    """The stable form of one line of ``add --json``; what is absent is ``null`` or ``[]``."""
    error, added = outcome.error, outcome.added
    return {
        "file": str(outcome.file),
        "member": outcome.member,
        "status": find_status(outcome),
        "document": added.document_id if added else None,
        "secrecy": outcome.secrecy,
        "near": [dataclasses.asdict(one) for one in added.near] if added else [],
        "doubts": list(outcome.doubts),
        "remarks": list(outcome.remarks),
        "why": error.why if error else None,
        "advice": error.advice if error else None,
    }


def _say_block(heading: str, lines: Sequence[str], most: int | None) -> list[str]:
    if not lines:
        return []
    shown = lines if most is None else lines[:most]
    rest = len(lines) - len(shown)
    folded = ["  " + tr("… và {count} tệp nữa (xem đủ: thêm --verbose)", count=rest)] if rest else []
    headed = tr("{heading}: {count} tệp", heading=heading, count=len(lines))
    return [headed, *(f"  {line}" for line in shown), *folded, ""]


def _say_remarks(outcomes: Sequence[Outcome], name: Callable[[Outcome], str], most: int | None) -> list[str]:
    """Each remark once, with the files that it is about: the first of them, unless all are asked for."""
    about: dict[str, list[str]] = {}
    for outcome in outcomes:
        for remark in outcome.remarks:
            about.setdefault(retell(remark), []).append(name(outcome))
    if not about:
        return []
    said = (f"  {_name_some(files, most)}: {remark}" for remark, files in about.items())
    return [tr("Ghi chú khi đọc:"), *said, ""]


def _name_some(files: Sequence[str], most: int | None) -> str:
    shown = files if most is None else files[:_FIRST]
    rest = len(files) - len(shown)
    names = ", ".join(shown)
    return tr("{names} và {count} tệp nữa", names=names, count=rest) if rest else names


def _say_what(outcome: Outcome, records: Mapping[str, Metadata]) -> str:
    if outcome.error is not None:
        return _say_error(outcome.error)
    record = records.get(_id(outcome))
    named = record is not None and record.name != record.source
    said = f": {record.label} ({_id(outcome)})" if record is not None and named else f" ({_id(outcome)})"
    return _join([said, *_say_earlier(outcome)])


def _say_error(error: ReadingError) -> str:
    return f": {retell(error.why)}. {retell(error.advice)}"


def _say_earlier(outcome: Outcome) -> list[str]:
    """How a version that is not in use is used again."""
    added = outcome.added
    if added is None or added.status != "earlier":
        return []
    command = f"python -m ingest restore {added.document_id} --version {added.version}"
    return [tr("tệp này là bản {number}; muốn dùng lại: {command}", number=added.version, command=command)]


def _say_near(outcome: Outcome, name_document: Callable[[str], str] = str) -> list[str]:
    near = outcome.added.near if outcome.added else ()
    return [
        tr(
            "gần trùng với {document} ({likeness})",
            document=name_document(one.document_id),
            likeness=_say_likeness(one),
        )
        for one in near
    ]


def _say_likeness(near: Near) -> str:
    """It is measured between head and signature and without accents, so that all of it is not yet the same text."""
    if near.likeness < NEARLY_THE_SAME:
        return tr("bản dài hơn có {share}% nội dung của bản ngắn hơn", share=int(near.overlap * 100))
    percent = int(near.likeness * 100)
    if percent < 100:
        return tr("nội dung giống nhau {share}%", share=percent)
    return tr("nội dung như nhau; hãy đối chiếu số, ngày, người ký")


def _join(parts: Sequence[str]) -> str:
    return "; ".join(part.rstrip(".") for part in parts)


def _id(outcome: Outcome) -> str:
    return outcome.added.document_id if outcome.added else ""
