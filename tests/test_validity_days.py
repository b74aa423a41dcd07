"""From when it is told that a document was changed: never the acting document's issue where its text says otherwise."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from index.changes import Changes
from index.describe_validity import say_standing
from index.graph import Graph
from index.relation_table import tabulate
from ingest.store import open_library
from tests.test_cited import put
from tests.test_graph import write

PARTY = write("15-QĐ/TU", "02 tháng 3 năm 2011", "Điều 1. Phạm vi\n\nNội dung.\n")
STATE = """BỘ TÀI CHÍNH            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: {number}             Độc lập - Tự do - Hạnh phúc
                         Hà Nội, ngày {day}

THÔNG TƯ
Hướng dẫn về thuế nhập khẩu đối với nguyên vật liệu

I. Quy định chung

1. Nội dung.

II. Tổ chức thực hiện

{words}
"""
OLD = STATE.format(number="40/2000/TT-BTC", day="15 tháng 5 năm 2000", words="Các đơn vị thực hiện.")


def act(words: str) -> str:
    return write("20-QĐ/TU", "15 tháng 02 năm 2014", f"Điều 1. Phạm vi\n\nNội dung.\n\nĐiều 2. Thi hành\n\n{words}\n")


def circulate(words: str) -> str:
    return STATE.format(number="117/2000/TT-BTC", day="21 tháng 12 năm 2000", words=words)


@pytest.mark.parametrize(
    ("raw", "acting", "since"),
    [
        pytest.param(PARTY, act("Bãi bỏ Quyết định số 15-QĐ/TU."), "2014-02-15", id="the-party-from-signing"),
        pytest.param(
            PARTY,
            act("Quyết định này có hiệu lực cùng ngày với Quy chế làm việc và thay thế Quyết định số 15-QĐ/TU."),
            None,
            id="the-party-with-another",
        ),
        pytest.param(
            OLD,
            circulate("Thông tư này thay thế Thông tư số 40/2000/TT-BTC ngày 15/5/2000."),
            None,
            id="the-state-silent",
        ),
        pytest.param(
            OLD,
            circulate(
                "Thông tư này có hiệu lực sau 15 ngày kể từ ngày đăng Công báo và thay thế Thông tư số "
                "40/2000/TT-BTC ngày 15/5/2000."
            ),
            None,
            id="the-gazette",
        ),
        pytest.param(
            OLD,
            circulate(
                "Thông tư này có hiệu lực sau 15 ngày kể từ ngày ký và thay thế Thông tư số 40/2000/TT-BTC ngày "
                "15/5/2000."
            ),
            "2001-01-05",
            id="the-state-says-so",
        ),
    ],
)
def test_a_change_is_told_from_a_day_that_is_known_or_from_none(
    tmp_path: Path, raw: str, acting: str, since: str | None
) -> None:
    with open_library(tmp_path / "var") as library:
        held, by = put(library, raw), put(library, acting)
        standing = Changes().find(library, [held])[held]
        around = Graph(library).around(by)
        days = [
            row.day for row in tabulate(library, around.nodes, around.edges) if row.edge.kind in ("replaces", "repeals")
        ]

    assert standing.ended
    assert (str(standing.since) if standing.since else None) == since
    assert (" từ " in say_standing("Văn bản", standing)) is (since is not None)
    assert [str(day) if day else None for day in days] == [since]


def test_what_changes_it_from_an_unknown_day_is_not_told_before_it_was_issued(tmp_path: Path) -> None:
    words = "Thông tư này có hiệu lực sau 15 ngày kể từ ngày đăng Công báo và thay thế Thông tư số 40/2000/TT-BTC."
    with open_library(tmp_path / "var") as library:
        held = put(library, OLD)
        put(library, circulate(words))
        told = [
            Changes().find(library, [held], datetime.date.fromisoformat(day))[held].status
            for day in ("2000-12-20", "2000-12-21")
        ]

    assert told == ["unknown", "replaced"]
