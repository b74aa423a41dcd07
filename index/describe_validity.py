"""Whether a document stands, in the words of the office, and in the stable JSON form."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from index.as_of import TOLD_LATER
from index.changes import Statement
from index.graph import Node
from index.validity import Change, Standing
from ingest.addresses import describe
from ingest.days import describe_day
from ingest.models import Metadata
from ingest.records import Record

_DONE = {
    "amends": "được sửa đổi",
    "supplements": "được bổ sung",
    "replaces": "được thay thế",
    "repeals": "bị bãi bỏ",
}
_ENDING = ("replaces", "repeals")
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
_SERVED = {"guides": "hướng dẫn", "carries_out": "thực hiện"}
_ENDED = {"replaced": "đã được thay thế", "repealed": "đã bị bãi bỏ"}
_NOT_KNOWN = "Chưa rõ hiệu lực"
KEPT_UNKNOWN = "Văn bản chưa rõ hiệu lực vẫn giữ lại và được ghi rõ"
_UNSEEN, _UNSURE = "nguồn chưa kiểm chứng", "cần kiểm tra"
_MOST = 3
"""Acting documents, and places, that one sentence tells; the others are counted."""
CATALOG = "danh mục của Vankien"
_DISPUTED = "Các nguồn nói khác nhau về hiệu lực của {}"
_NEXT = {
    "replaced": "Hãy tra văn bản thay thế trước khi áp dụng.",
    "repealed": "Hãy tra văn bản đang có hiệu lực trước khi áp dụng.",
    "amended": "Hãy đọc kèm văn bản sửa đổi.",
    "in_force": "Hãy đối chiếu trước khi áp dụng.",
    "unknown": "Hãy hỏi cơ quan ban hành trước khi áp dụng.",
    "unissued": "Hãy bỏ ngày đang xét, hoặc chọn ngày sau ngày ban hành.",
}
_COMPARE = "Hãy đối chiếu các nguồn trước khi áp dụng."


def name_briefly(one: Metadata | Node | Record) -> str:
    """By type and sign, as people call it: ``"Quy định 102-QĐ/TW"``; else by its name."""
    certain = one.metadata if isinstance(one, Record) else one
    return f"{certain.type} {certain.number}" if certain.type and certain.number else one.name


def say_standing(name: str, standing: Standing) -> str:
    """One sentence without its end: ``"Quy định 102-QĐ/TW đã được thay thế bởi 69-QĐ/TW từ 06/7/2022"``."""
    if not standing.changes:
        return _say_unchanged(standing)
    ends = [change for change in standing.changes if change.ends]
    if standing.disputed:
        return f"{_DISPUTED.format(name)}: {'; '.join(_say_voices(ends, standing.checked))}"
    told = _tell(ends if ends and standing.sure else standing.changes)  # what may have ended is told as it stood
    rest = f"; và bởi {len(told) - _MOST} văn bản khác" if len(told) > _MOST else ""
    return f"{name} {'; '.join(told[:_MOST])}{rest}"


def _say_voices(ends: Iterable[Change], checked: datetime.date | None) -> Iterator[str]:
    """What each of those who differ says, and who that is."""
    for change in ends:
        later = f", {TOLD_LATER}" if change.told_later else ""
        yield f"{_say_done([replace(change, told_later=False)])}, theo {_name_teller(change)}{later}"
    if checked:
        yield say_unseen(checked)


def say_unseen(checked: datetime.date) -> str:
    """What the catalogue says by its silence."""
    return f"đến {describe_day(checked)} chưa thấy văn bản thay thế, bãi bỏ, theo {CATALOG}"


def _say_unchanged(standing: Standing) -> str:
    """What is known of a document that nobody says was changed."""
    unseen = f"đến {describe_day(standing.checked)} chưa thấy văn bản thay thế, bãi bỏ" if standing.checked else ""
    if standing.status == "unissued" and standing.as_of:
        return f"Chưa ban hành vào ngày {describe_day(standing.as_of)}"
    if standing.status == "in_force" and standing.as_of:
        return f"Còn hiệu lực vào ngày {describe_day(standing.as_of)}, theo {CATALOG}"
    if standing.status == "in_force":
        begun = f"có hiệu lực từ {describe_day(standing.since)}" if standing.since else ""
        return ": ".join(filter(None, ("Còn hiệu lực", ", ".join(filter(None, (begun, unseen))))))
    if standing.guided:
        guided = standing.guided
        done = f"{_SERVED[guided.kind]}, {name_briefly(guided.node)}, {_ENDED[guided.status]}"
        return f"{_NOT_KNOWN}: văn bản được {done}"
    return ": ".join(filter(None, (_NOT_KNOWN, unseen)))


def _tell(changes: Iterable[Change]) -> list[str]:
    """What each acting document did, and where: ``"đã bị bãi bỏ một phần bởi … từ 01/6/2018 (khoản 2 Điều 5)"``."""
    acts: dict[object, list[Change]] = {}
    for one in changes:
        acts.setdefault((one.by.id, one.since, one.edge.sure), []).append(one)
    return [_say_done(act) + _say_where(act) for act in acts.values()]


def _say_where(changes: Sequence[Change]) -> str:
    places = list(dict.fromkeys(describe(one.edge.clause) for one in changes if one.edge.clause))
    rest = f" và {len(places) - _MOST} chỗ khác" if len(places) > _MOST else ""
    return f" ({', '.join(places[:_MOST])}{rest})" if places else ""


def _say_done(changes: Sequence[Change], by: str = "", whole: bool = True) -> str:
    """What one document did, and from when.

    Args:
        by: What to call it; its sign where that is not given.
        whole: Whether it is told of the whole document, so that what was done to a part is said to be that.
    """
    first = changes[0]
    partial = whole and not first.ends
    verbs = dict.fromkeys(
        _DONE[kind] + (" một phần" if partial and kind in _ENDING else "") for kind in _kinds(changes)
    )
    done = ", ".join(verbs).replace(", được ", ", ")
    sure = first.edge.sure
    doubt = "" if sure else f" ({_UNSURE if first.edge.said_in else _UNSEEN})"
    since = f" từ {describe_day(first.since)}" if first.since else ""
    told = f" (theo {_name_teller(first)}, {TOLD_LATER})" if all(one.told_later for one in changes) else ""
    return f"{'đã' if sure else 'có thể đã'} {done} bởi {by or first.by.number or first.by.name}{since}{doubt}{told}"


def _name_teller(change: Change) -> str:
    return name_briefly(change.told_by) if change.told_by else CATALOG


def _kinds(changes: Iterable[Change]) -> list[str]:
    met = {one.edge.kind for one in changes}
    return [kind for kind in _DONE if kind in met]


def say_as_of(as_of: datetime.date) -> str:
    """What it means that the library is looked at as it stood on a day."""
    return (
        f"Xét theo ngày {describe_day(as_of)}: không kể văn bản ban hành sau ngày đó; "
        "điều văn bản sau kể lại về ngày ấy thì ghi rõ."
    )


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
    """One change: ``"Khoản 2 Điều 5 đã bị bãi bỏ bởi 803-QĐ/TW từ 01/6/2018"``."""
    change = statement.change
    clause = change.edge.clause
    told = f"{describe(clause)} {_say_done([change], whole=False)}" if clause else _say_done([change])
    return f"{told[:1].upper()}{told[1:]}"


def say_named_badge(name: str, standing: Standing) -> str:
    """As :func:`say_badge` where no document stands beside it: of which one it is said, too."""
    told = _say_unchanged(standing)
    return warn_of(name, standing) or f"{name}: {told[:1].lower()}{told[1:]}."


def warn_of_place(place: str, changes: Sequence[Change]) -> str:
    """The whole warning that the provision at the address *place* was changed, with the next step."""
    acts: dict[str, list[Change]] = {}
    for one in changes:
        acts.setdefault(one.by.id, []).append(one)
    told = "; ".join(_say_done(act, whole=False) for act in acts.values())
    name = describe(place)
    return f"{name[:1].upper()}{name[1:]} {told}. {_NEXT['amended']}"


def say_source(statement: Statement) -> str:
    """Who says so: the catalogue, or where in the text of which document."""
    return f"theo {_say_place(statement)}{_name_teller(statement.change)}"


def say_clause(statements: Sequence[Statement]) -> str:
    """What was done to one provision: ``"Khoản này đã bị bãi bỏ bởi Điều 1 Quy định 803-QĐ/TW từ 01/6/2018"``."""
    last_step = (statements[0].change.edge.clause or "").rpartition(".")[2]
    acts: dict[str, list[Change]] = {}
    for one in statements:
        place = _say_place(one) if one.change.edge.said_in == one.change.by.id else ""
        acts.setdefault(f"{place}{name_briefly(one.change.by)}", []).append(one.change)
    told = "; ".join(_say_done(act, by, whole=False) for by, act in acts.items())
    return f"{_UNITS.get(last_step.partition('-')[0], 'Chỗ')} này {told}"


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
        "serves_ended": standing.guided.node.id if standing.guided else None,
    }


def _change_to_json(change: Change) -> dict[str, Any]:
    edge = change.edge
    return {
        "kind": edge.kind,
        "document": change.by.id or None,
        "number": change.by.number,
        "date": _iso(change.by.date),
        "clause": edge.clause,
        "since": _iso(change.since),
        "sure": edge.sure,
        "said_in": edge.said_in,
        "told_later": change.told_later,
        "start": edge.start,
        "end": edge.end,
    }


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
