"""Whether a document stands, in the words of the office, and in the stable JSON form."""

from __future__ import annotations

import datetime
from typing import Any

from index.changes import Statement
from index.graph import Node
from index.validity import Change, Standing
from ingest.addresses import describe
from ingest.models import Metadata
from ingest.records import Record

_DONE = {
    "replaces": "được thay thế",
    "repeals": "bị bãi bỏ",
    "amends": "được sửa đổi",
    "supplements": "được bổ sung",
}
_UNITS = {
    "phan": "Phần",
    "chuong": "Chương",
    "muc": "Mục",
    "dieu": "Điều",
    "khoan": "Khoản",
    "diem": "Điểm",
    "tiet": "Tiết",
    "doan": "Đoạn",
}
_NOT_KNOWN = "Chưa rõ hiệu lực"
KEPT_UNKNOWN = "Văn bản chưa rõ hiệu lực vẫn giữ lại và được ghi rõ"
_UNSEEN, _UNSURE = "nguồn chưa kiểm chứng", "cần kiểm tra"
_MOST = 3
"""Changes that one sentence tells; the others are counted."""
CATALOG = "danh mục của Vankien"
DISPUTED = "Các nguồn nói khác nhau về hiệu lực của {}"
_NEXT = {
    "replaced": "Hãy tra văn bản thay thế trước khi áp dụng.",
    "repealed": "Hãy tra văn bản đang có hiệu lực trước khi áp dụng.",
    "amended": "Hãy đọc kèm văn bản sửa đổi.",
    "in_force": "Hãy đối chiếu trước khi áp dụng.",
    "unknown": "Hãy hỏi cơ quan ban hành trước khi áp dụng.",
}
_COMPARE = "Hãy đối chiếu các nguồn trước khi áp dụng."


def name_briefly(one: Metadata | Node | Record) -> str:
    """By type and sign, as people call it: ``"Quy định 102-QĐ/TW"``; else by its name."""
    certain = one.metadata if isinstance(one, Record) else one
    return f"{certain.type} {certain.number}" if certain.type and certain.number else one.name


def say_day(day: datetime.date) -> str:
    """As documents write it, the zero only before days below ten and the first two months: ``06/7/2022``."""
    return f"{day.day:02}/{day.month:02}/{day.year}" if day.month < 3 else f"{day.day:02}/{day.month}/{day.year}"


def say_standing(name: str, standing: Standing) -> str:
    """One sentence without its end: ``"Quy định 102-QĐ/TW đã được thay thế bởi 69-QĐ/TW từ 06/7/2022"``."""
    if not standing.changes:
        return _say_unchanged(standing)
    ends = [change for change in standing.changes if change.ends]
    told = list(dict.fromkeys(map(_say_change, ends or standing.changes)))
    rest = f"; và {len(told) - _MOST} chỗ khác" if len(told) > _MOST else ""
    sentence = f"{name} {'; '.join(told[:_MOST])}{rest}"
    if not standing.disputed:
        return sentence
    silent = f"; {CATALOG} đến {say_day(standing.checked)} chưa thấy" if standing.checked else ""
    return f"{DISPUTED.format(name)}: {'; '.join(told)}{silent}"


def _say_unchanged(standing: Standing) -> str:
    if standing.checked and standing.as_of:
        return f"Còn hiệu lực vào ngày {say_day(standing.as_of)}, theo {CATALOG}"
    if standing.checked:
        return f"Còn hiệu lực: đến {say_day(standing.checked)} chưa thấy văn bản thay thế, bãi bỏ"
    return _NOT_KNOWN


def _say_change(change: Change) -> str:
    """What was done to it, by whom, and from when; of a provision, where it stands first."""
    clause = change.edge.clause
    return f"{f'có {describe(clause)} ' if clause else ''}{_say_done(change, change.by.number or change.by.name)}"


def _say_done(change: Change, by: str) -> str:
    edge = change.edge
    part = "" if edge.whole or edge.clause or edge.kind in ("amends", "supplements") else " một phần"
    past = "đã" if edge.sure else "có thể đã"
    doubt = "" if edge.sure else f" ({_UNSURE if edge.said_in else _UNSEEN})"
    since = f" từ {say_day(change.since)}" if change.since else ""
    return f"{past} {_DONE[edge.kind]}{part} bởi {by}{since}{doubt}"


def say_as_of(as_of: datetime.date) -> str:
    """What it means that the library is looked at as it stood on a day."""
    return f"Xét theo ngày {say_day(as_of)}: không kể văn bản ban hành sau ngày đó."


def advise(standing: Standing) -> str:
    """The next step, a whole sentence."""
    return _COMPARE if standing.disputed else _NEXT[standing.status]


def warn_of(name: str, standing: Standing) -> str:
    """The whole warning of a document that was ended or changed, with the next step; empty of others."""
    return f"{say_standing(name, standing)}. {advise(standing)}" if standing.changes else ""


def say_force(name: str, standing: Standing) -> str:
    """Whether the document of that *name* is in force, and the next step."""
    if standing.changes:
        return warn_of(name, standing)
    told = _say_unchanged(standing)
    return f"{name}: {told[:1].lower()}{told[1:]}. {advise(standing)}"


def say_badge(name: str, standing: Standing) -> str:
    """What stands beside every quote: the warning; else a word."""
    return warn_of(name, standing) or f"{_say_unchanged(standing)}."


def say_statement(statement: Statement) -> str:
    """One change and who says so: ``"… từ 06/7/2022, theo danh mục của Vankien"``."""
    told = _say_change(statement.change)
    return f"{told[:1].upper()}{told[1:]}"


def say_source(statement: Statement) -> str:
    """Who says so: the catalogue, or where in the text of which document."""
    if statement.said_by is None:
        return f"theo {CATALOG}"
    return f"theo {_say_place(statement)}{name_briefly(statement.said_by)}"


def say_clause(statement: Statement) -> str:
    """Beside the provision itself: ``"Khoản này đã bị bãi bỏ bởi Điều 1 Quy định 803-QĐ/TW từ 01/6/2018"``."""
    change = statement.change
    unit = _UNITS.get((change.edge.clause or "").rpartition(".")[2].partition("-")[0], "Chỗ")
    place = _say_place(statement) if change.edge.said_in == change.by.id else ""
    return f"{unit} này {_say_done(change, f'{place}{name_briefly(change.by)}')}"


def _say_place(statement: Statement) -> str:
    return f"{describe(statement.said_at)} " if statement.said_at else ""


def standing_to_json(name: str, standing: Standing) -> dict[str, Any]:
    """The stable form: fields that stand beside those of a document, a quote or a hit of one.

    ``status`` is the sentence that says it was ended or changed, ``null`` where nobody says so.
    """
    return {
        "status": warn_of(name, standing) or None,
        "standing": standing.status,
        "since": _iso(standing.since),
        "sure": standing.sure,
        "disputed": standing.disputed,
        "changes": [_change_to_json(change) for change in standing.changes],
    }


def _change_to_json(change: Change) -> dict[str, Any]:
    edge = change.edge
    return {
        "kind": edge.kind,
        "document": change.by.id,
        "number": change.by.number,
        "date": _iso(change.by.date),
        "clause": edge.clause,
        "since": _iso(change.since),
        "sure": edge.sure,
        "said_in": edge.said_in,
        "start": edge.start,
        "end": edge.end,
    }


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
