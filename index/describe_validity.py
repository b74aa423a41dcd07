"""Whether a document stands, in the words of the office, and in the stable JSON form."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from index.as_of import TOLD_LATER
from index.brief_names import name_briefly
from index.describe_changes import CATALOG, change_to_json, name_teller, say_added, say_done, tell
from index.validity import Change, Standing
from ingest.addresses import describe
from ingest.days import describe_day
from ingest.language import tr

_SERVED = {
    "guides": "Chưa rõ hiệu lực: văn bản được hướng dẫn, {name}, {ended}",
    "carries_out": "Chưa rõ hiệu lực: văn bản được thực hiện, {name}, {ended}",
}
_ENDED = {"replaced": "đã được thay thế", "repealed": "đã bị bãi bỏ"}
_NOT_KNOWN = "Chưa rõ hiệu lực"
KEPT_UNKNOWN = "Văn bản chưa rõ hiệu lực vẫn giữ lại và được ghi rõ"
_MOST = 3
"""Acting documents that one sentence tells; the others are counted."""
_DISPUTED = "Các nguồn nói khác nhau về hiệu lực của {name}: {voices}"
_NEXT = {
    "replaced": "Hãy tra văn bản thay thế trước khi áp dụng.",
    "repealed": "Hãy tra văn bản đang có hiệu lực trước khi áp dụng.",
    "amended": "Hãy đọc kèm văn bản sửa đổi.",
    "in_force": "Hãy đối chiếu trước khi áp dụng.",
    "unknown": "Hãy hỏi cơ quan ban hành trước khi áp dụng.",
    "unissued": "Hãy bỏ ngày đang xét, hoặc chọn ngày sau ngày ban hành.",
    "pending": "Hãy tra văn bản đang có hiệu lực để áp dụng đến ngày đó.",
}
_BEFORE_END = "Trước ngày đó hãy đối chiếu trước khi áp dụng; từ ngày đó hãy tra văn bản thay thế."
_BEFORE_CHANGE = "Trước ngày đó hãy đối chiếu trước khi áp dụng; từ ngày đó hãy tra văn bản sửa đổi."
_COMPARE = "Hãy đối chiếu các nguồn trước khi áp dụng."
_AS_OF = "Xét theo ngày {day}: không kể văn bản ban hành sau ngày đó; điều văn bản sau kể lại về ngày ấy thì ghi rõ."


def say_standing(name: str, standing: Standing) -> str:
    """One sentence without its end: ``"Quy định 102-QĐ/TW đã được thay thế bởi 69-QĐ/TW từ 06/7/2022"``."""
    if standing.status == "pending" or not standing.changes:
        return _say_coming(name, standing) if standing.coming else _say_unchanged(standing)
    name = _name(name, standing)
    ends = [change for change in standing.changes if change.ends]
    if standing.disputed:
        return tr(_DISPUTED, name=name, voices="; ".join(_say_voices(ends, standing.checked)))
    told = tell(ends if ends and standing.sure else standing.told)  # what may have ended is told as it stood
    left = len(told) - _MOST
    rest = tr("; và bởi {count} văn bản khác", count=left) if left > 0 else ""
    return f"{name} {'; '.join(told[:_MOST])}{rest}"


def _name(name: str, standing: Standing) -> str:
    """With the decision by which it stands, of a text that goes with one."""
    if standing.enclosing is None:
        return name
    return tr("{name} kèm theo {enclosing}", name=name, enclosing=name_briefly(standing.enclosing))


def _say_voices(ends: Iterable[Change], checked: datetime.date | None) -> Iterator[str]:
    """What each of those who differ says, and who that is."""
    for change in ends:
        later = f", {tr(TOLD_LATER)}" if change.told_later else ""
        by = tr(", theo {name}", name=name_teller(change))
        yield f"{say_done([replace(change, told_later=False)])}{by}{later}"
    if checked:
        yield say_unseen(checked)


def say_unseen(checked: datetime.date) -> str:
    """What the catalogue says by its silence."""
    return f"{_say_nothing_seen(checked)}{tr(', theo {name}', name=tr(CATALOG))}"


def _say_nothing_seen(checked: datetime.date) -> str:
    return tr("đến {day} chưa thấy văn bản thay thế, bãi bỏ", day=describe_day(checked))


def _say_coming(name: str, standing: Standing) -> str:
    """What is known of a document that will be changed or ended: ``"… còn hiệu lực, sẽ được thay thế bởi …"``."""
    told, name = "; ".join(tell(standing.coming)[:_MOST]), _name(name, standing)
    if standing.status == "in_force":
        return tr("{name} còn hiệu lực, {told}", name=name, told=told)
    known = _say_known(replace(standing, coming=()))
    return f"{name}: {known[:1].lower()}{known[1:]}; {told}"


def _say_unchanged(standing: Standing) -> str:
    """What is known of a document that nobody says was changed, and by which decision where it goes with one."""
    known, enclosing = _say_known(standing), standing.enclosing
    if enclosing is None:
        return known
    return tr("{known}, xét theo {name} mà văn bản này kèm theo", known=known, name=name_briefly(enclosing))


def _say_known(standing: Standing) -> str:
    if standing.status in ("unissued", "pending"):
        return _say_not_yet(standing)
    if standing.status == "in_force":
        return _say_in_force(standing)
    if standing.guided:
        guided = standing.guided
        return tr(_SERVED[guided.kind], name=name_briefly(guided.node), ended=tr(_ENDED[guided.status]))
    if standing.begins:
        return _say_begun(standing.begins, standing)
    unseen = _say_nothing_seen(standing.checked) if standing.checked else ""
    return _add(tr(_NOT_KNOWN), unseen)


def _say_in_force(standing: Standing) -> str:
    if standing.as_of:
        return tr("Còn hiệu lực vào ngày {day}, theo {name}", day=describe_day(standing.as_of), name=tr(CATALOG))
    begun = tr("có hiệu lực từ {day}", day=describe_day(standing.since)) if standing.since else ""
    unseen = _say_nothing_seen(standing.checked) if standing.checked else ""
    return _add(tr("Còn hiệu lực"), ", ".join(filter(None, (begun, unseen))))


def _add(known: str, told: str) -> str:
    return tr("{known}: {told}", known=known, told=told) if told else known


def _say_not_yet(standing: Standing) -> str:
    """That it was not issued on the day, or did not hold."""
    on = tr(" vào ngày {day}", day=describe_day(standing.as_of)) if standing.as_of else ""
    if standing.status == "unissued":
        return f"{tr('Chưa ban hành')}{on}"
    begins = tr(", có hiệu lực từ {day}", day=describe_day(standing.begins)) if standing.begins else ""
    return f"{tr('Chưa có hiệu lực')}{on}{begins}"


def _say_begun(begins: datetime.date, standing: Standing) -> str:
    """That it once took effect by its own words, and no more."""
    begun, on = describe_day(begins), standing.as_of
    unseen = _say_nothing_seen(standing.checked) if standing.checked else ""
    if on:
        seen = unseen or tr("đến ngày đó thư viện chưa có văn bản thay thế, bãi bỏ")
        told = "Chưa rõ hiệu lực vào ngày {day}, có hiệu lực từ {begun} theo chính văn bản; {seen}"
        return tr(told, day=describe_day(on), begun=begun, seen=seen)
    seen = unseen or tr("thư viện chưa có văn bản thay thế, bãi bỏ")
    return tr("Chưa rõ hiệu lực hiện nay, có hiệu lực từ {begun} theo chính văn bản; {seen}", begun=begun, seen=seen)


def say_as_of(as_of: datetime.date) -> str:
    """What it means that the library is looked at as it stood on a day."""
    return tr(_AS_OF, day=describe_day(as_of))


def advise(standing: Standing) -> str:
    """The next step, a whole sentence."""
    if standing.disputed:
        return tr(_COMPARE)
    if standing.coming and not standing.changes and standing.status != "pending":
        return tr(_BEFORE_END if standing.coming[0].ends else _BEFORE_CHANGE)
    return tr(_NEXT[standing.status])


def warn_of(name: str, standing: Standing) -> str:
    """The whole warning of a document that was, or will be, ended or changed, with the next step; empty of others."""
    return f"{say_standing(name, standing)}. {advise(standing)}" if standing.told else ""


def say_force(name: str, standing: Standing) -> str:
    """Whether the document of that *name* is in force, and the next step."""
    if standing.told:
        return warn_of(name, standing)
    told = _say_unchanged(standing)
    return f"{name}: {told[:1].lower()}{told[1:]}. {advise(standing)}"


def say_badge(name: str, standing: Standing) -> str:
    """What stands beside every quote: the warning; else a word."""
    return warn_of(name, standing) or f"{_say_unchanged(standing)}."


def say_named_badge(name: str, standing: Standing) -> str:
    """As :func:`say_badge` where no document stands beside it: of which one it is said, too."""
    told = _say_unchanged(standing)
    return warn_of(name, standing) or f"{name}: {told[:1].lower()}{told[1:]}."


def warn_of_place(place: str, changes: Sequence[Change]) -> str:
    """The whole warning that the provision at the address *place* was changed, with the next step."""
    acts: dict[str, list[Change]] = {}
    for one in changes:
        acts.setdefault(one.by.id, []).append(one)
    told = "; ".join(say_done(act, whole=False) + say_added(act, place) for act in acts.values())
    name = describe(place)
    return f"{name[:1].upper()}{name[1:]} {told}. {tr(_NEXT['amended'])}"


def standing_to_json(name: str, standing: Standing) -> dict[str, Any]:
    """The stable form: fields that stand beside those of a document, a quote or a hit of one.

    ``status`` is the sentence that says it was, or will be, ended or changed, ``null`` where nobody says so.
    """
    return {
        "status": warn_of(name, standing) or None,
        "standing": standing.status,
        "since": _iso(standing.since),
        "sure": standing.sure,
        "disputed": standing.disputed,
        "changes": [change_to_json(change) for change in standing.changes],
        "coming": [change_to_json(change) for change in standing.coming],
        "begins": _iso(standing.begins),
        "serves_ended": standing.guided.node.id if standing.guided else None,
        "enclosed_with": standing.enclosing.id if standing.enclosing else None,
    }


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
