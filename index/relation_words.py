"""Short words for relations and standings, as a table, a legend or a label has room for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from index.doubts import note_doubt
from index.related import KINDS_OUT
from index.validity import Standing, Status
from ingest.days import describe_day

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
_ENDS = {"replaces": "được thay thế", "repeals": "bị bãi bỏ"}
CATALOG = "danh mục của Vankien"
SURE = "chắc chắn"


def say_kind(kind: str) -> str:
    """What the acting document does."""
    return KINDS_OUT[kind]


def say_status(standing: Standing) -> str:
    """Whether a document stands, with the day and a caution where the words leave a doubt."""
    since = f" từ ngày {describe_day(standing.since)}" if standing.since else ""
    doubt = note_doubt(one.edge for one in standing.changes if one.ends or not standing.ended)
    words = STATUS_WORDS[standing.status]
    told = f"{f'Có thể {words[0].lower()}{words[1:]}' if doubt else words}{since}{doubt}"
    return ", ".join((told, *_say_coming(standing)))


def _say_coming(standing: Standing) -> Iterator[str]:
    """What is known of days to come."""
    if standing.status == "pending" and standing.begins:
        yield f"có hiệu lực từ ngày {describe_day(standing.begins)}"
    for first in standing.coming[:1]:
        may, since = (
            "" if first.edge.sure else "có thể ",
            f" từ ngày {describe_day(first.since)}" if first.since else "",
        )
        yield f"{may}sẽ {_ENDS[first.edge.kind] if first.ends else 'được sửa đổi'}{since}"
