"""What was, or will be, done to a document or to a part of it, by whom and from when, in the words of the office."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from index.as_of import TOLD_LATER
from index.brief_names import name_briefly
from index.changes import Statement, is_added
from index.doubts import UNSURE
from index.graph import Node
from index.validity import UNNAMED, Change
from ingest.addresses import describe
from ingest.days import describe_day
from ingest.language import tr

_DONE = {
    "amends": "được sửa đổi",
    "supplements": "được bổ sung",
    "replaces": "được thay thế",
    "repeals": "bị bãi bỏ",
}
_IN_PART = {"replaces": "được thay thế một phần", "repeals": "bị bãi bỏ một phần"}
# Whether it is sure, whether it is still to come.
_HAPPENS: Mapping[tuple[bool, bool], str] = {
    (True, False): "đã {done} bởi {by}",
    (False, False): "có thể đã {done} bởi {by}",
    (True, True): "sẽ {done} bởi {by}",
    (False, True): "có thể sẽ {done} bởi {by}",
}
_LAPSES: Mapping[tuple[bool, bool], str] = {
    (True, False): "đã hết hiệu lực{part}{since}, chưa rõ theo văn bản nào",
    (False, False): "có thể đã hết hiệu lực{part}{since}, chưa rõ theo văn bản nào",
    (True, True): "sẽ hết hiệu lực{part}{since}, chưa rõ theo văn bản nào",
    (False, True): "có thể sẽ hết hiệu lực{part}{since}, chưa rõ theo văn bản nào",
}
_THIS = {
    "phan": "Phần này",
    "chuong": "Chương này",
    "muc": "Mục này",
    "dieu": "Điều này",
    "khoan": "Khoản này",
    "diem": "Điểm này",
    "tiet": "Tiết này",
    "doan": "Đoạn này",
    "phu": "Phụ lục này",
}
_UNSEEN = "nguồn chưa kiểm chứng"
_MOST = 3
"""Places that one sentence tells; the others are counted."""
CATALOG = "danh mục của Vankien"


def tell(changes: Iterable[Change]) -> list[str]:
    """What each acting document did, and where: ``"đã bị bãi bỏ một phần bởi … từ 01/6/2018 (khoản 2 Điều 5)"``."""
    acts: dict[object, list[Change]] = {}
    for one in changes:
        acts.setdefault((one.by.id, one.since, one.edge.sure), []).append(one)
    return [say_done(act) + _say_where(act) + _say_teller_of_lapse(act[0]) for act in acts.values()]


def _say_teller_of_lapse(change: Change) -> str:
    return tr(", theo {name}", name=name_teller(change)) if change.lapses else ""


def _say_where(changes: Sequence[Change]) -> str:
    places = list(dict.fromkeys(describe(one.edge.clause) for one in changes if one.edge.clause))
    left = len(places) - _MOST
    rest = tr(" và {count} chỗ khác", count=left) if left > 0 else ""
    return f" ({', '.join(places[:_MOST])}{rest})" if places else ""


def say_done(changes: Sequence[Change], by: str = "", whole: bool = True) -> str:
    """What one document did, and from when.

    Args:
        by: What to call it; its sign where that is not given.
        whole: Whether it is told of the whole document, so that what was done to a part is said to be that.
    """
    first = changes[0]
    partial = whole and not first.ends
    doubt = "" if first.edge.sure else f" ({tr(UNSURE if first.edge.said_in else _UNSEEN)})"
    since = _say_since(first.since)
    happens = (first.edge.sure, first.coming)
    if first.lapses:
        part = tr(" một phần") if partial else ""
        told = tr(_LAPSES[happens], part=part, since=since)
    else:
        done = _join_done(changes, partial)
        told = tr(_HAPPENS[happens], done=done, by=by or first.by.number or _name_acting(first.by)) + since
    return f"{told}{doubt}{_say_told_later(changes)}"


def _say_since(since: datetime.date | None) -> str:
    return tr(" từ {day}", day=describe_day(since)) if since else ""


def _say_told_later(changes: Sequence[Change]) -> str:
    if not all(one.told_later for one in changes):
        return ""
    return tr(" (theo {name}, {later})", name=name_teller(changes[0]), later=tr(TOLD_LATER))


def _join_done(changes: Iterable[Change], partial: bool) -> str:
    """What was done, in the order of weight: ``"được sửa đổi, bổ sung"``."""
    met = {one.edge.kind for one in changes}
    kinds = [kind for kind in _DONE if kind in met]
    words = dict.fromkeys(tr(_IN_PART.get(kind, _DONE[kind]) if partial else _DONE[kind]) for kind in kinds)
    first, *rest = words
    *between, last = (first, *(one.removeprefix("được ") for one in rest))  # vi: passive in one word, passive in all
    return tr("{done}, {last}", done=", ".join(between), last=last) if between else last


def name_teller(change: Change) -> str:
    """Whose text says it, or that the catalogue does."""
    return name_briefly(change.told_by) if change.told_by else tr(CATALOG)


def _name_acting(by: Node) -> str:
    return name_briefly(by) if by.id else tr(UNNAMED)


def say_statement(statement: Statement) -> str:
    """One change: ``"Khoản 2 Điều 5 đã bị bãi bỏ bởi 803-QĐ/TW từ 01/6/2018"``."""
    change = statement.change
    clause = change.edge.clause
    told = f"{describe(clause)} {say_done([change], whole=False)}" if clause else say_done([change])
    return f"{told[:1].upper()}{told[1:]}"


def say_source(statement: Statement) -> str:
    """Who says so: the catalogue, or where in the text of which document."""
    return tr("theo {source}", source=f"{_say_place(statement)}{name_teller(statement.change)}")


def say_clause(statements: Sequence[Statement]) -> str:
    """What was done to one provision: ``"Khoản này đã bị bãi bỏ bởi Điều 1 Quy định 803-QĐ/TW từ 01/6/2018"``."""
    first = statements[0]
    of = first.place or ""
    last_step = (of if is_added(first.change, of) else first.change.edge.clause or "").rpartition(".")[2]
    acts: dict[tuple[str, bool], list[Change]] = {}
    for one in statements:
        place = _say_place(one) if one.change.edge.said_in == one.change.by.id else ""
        acts.setdefault((f"{place}{_name_acting(one.change.by)}", one.change.coming), []).append(one.change)
    told = "; ".join(say_done(act, by, whole=False) + say_added(act, of) for (by, _), act in acts.items())
    return f"{tr(_THIS.get(last_step.partition('-')[0], 'Chỗ này'))} {told}"


def say_added(changes: Iterable[Change], place: str) -> str:
    """What was added to the provision at the address *place*: ``" (khoản 4 Điều 3)"``."""
    return _say_where([one for one in changes if is_added(one, place)])


def _say_place(statement: Statement) -> str:
    return f"{describe(statement.said_at)} " if statement.said_at else ""


def change_to_json(change: Change) -> dict[str, Any]:
    """The stable form of one change."""
    edge = change.edge
    return {
        "kind": edge.kind,
        "document": change.by.id or None,
        "number": change.by.number,
        "date": change.by.date.isoformat() if change.by.date else None,
        "clause": edge.clause,
        "since": change.since.isoformat() if change.since else None,
        "sure": edge.sure,
        "said_in": edge.said_in,
        "told_later": change.told_later,
        "start": edge.start,
        "end": edge.end,
    }
