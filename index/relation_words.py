"""Short words for relations and standings, as a table, a legend or a label has room for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from index.doubts import note_doubt
from index.related import KINDS_OUT
from index.validity import Change, Standing, Status
from ingest.days import describe_day
from ingest.language import tr

KINDS = tuple(KINDS_OUT)
"""Every kind of relation, in the order in which they are told."""
STATUS_WORDS: Mapping[Status, str] = {
    "in_force": "Còn hiệu lực",
    "amended": "Đã được sửa đổi",
    "replaced": "Đã được thay thế",
    "repealed": "Đã bị bãi bỏ",
    "unknown": "Chưa rõ hiệu lực",
    "unissued": "Chưa ban hành",
    "pending": "Chưa có hiệu lực",
}
_LAPSED = "Đã hết hiệu lực"
_ENDS = {"replaces": "được thay thế", "repeals": "bị bãi bỏ"}
SURE = "chắc chắn"


def say_kind(kind: str) -> str:
    """What the acting document does."""
    return tr(KINDS_OUT[kind])


def say_status(standing: Standing) -> str:
    """Whether a document stands, with the day and a caution where the words leave a doubt."""
    since = tr(" từ ngày {day}", day=describe_day(standing.since)) if standing.since else ""
    doubt = note_doubt(one.edge for one in standing.changes if one.ends or not standing.ended)
    lapsed = standing.ended and any(one.lapses for one in standing.changes[:1])
    words = tr(_LAPSED if lapsed else STATUS_WORDS[standing.status])
    if doubt:
        words = tr("Có thể {status}", status=f"{words[0].lower()}{words[1:]}")
    return ", ".join((f"{words}{since}{doubt}", *_say_coming(standing)))


def _say_coming(standing: Standing) -> Iterator[str]:
    """What is known of days to come."""
    if standing.status == "pending" and standing.begins:
        yield tr("có hiệu lực từ ngày {day}", day=describe_day(standing.begins))
    for first in standing.coming[:1]:
        since = tr(" từ ngày {day}", day=describe_day(first.since)) if first.since else ""
        yield f"{_say_to_come(first)}{since}"


def _say_to_come(change: Change) -> str:
    if change.ends and change.lapses:
        return tr("sẽ hết hiệu lực" if change.edge.sure else "có thể sẽ hết hiệu lực")
    done = tr(_ENDS[change.edge.kind] if change.ends else "được sửa đổi")
    return tr("sẽ {done}" if change.edge.sure else "có thể sẽ {done}", done=done)
