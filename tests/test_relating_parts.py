"""From when the changes of a provision hold, where a document says another day of it than of all else."""

from __future__ import annotations

import pytest

from ingest.documents import read_document
from ingest.models import EFFECT
from ingest.relating.since import find_part_effects
from tests.relating_papers import make_paper, tell

_LEAD = "Sửa đổi, bổ sung một số điều của Quy định số 2-QĐ/TW như sau:"
_BODY = (
    f"Điều 1. {_LEAD}\n1. Bãi bỏ Điều 5.\n2. Bãi bỏ Điều 6.\nĐiều 2. Bãi bỏ Quyết định số 3-QĐ/TW.\nĐiều 3. Hiệu lực\n"
)
_ALL = "1. Quy định này có hiệu lực từ ngày 01/01/2018"


def find_days(effect: str) -> list[str]:
    """Since when it repeals Điều 5 and Điều 6 of one and the whole of another, by its clauses on *effect*."""
    told = tell(make_paper("về sửa đổi một số văn bản", _BODY + effect, "QUYẾT ĐỊNH"))
    return [one.partition(" since ")[2] for one in told if one.startswith("repeals")]


@pytest.mark.parametrize(
    ("effect", "days"),
    [
        pytest.param(f"{_ALL}.", ["2018-01-01", "2018-01-01", "2018-01-01"], id="one-day"),
        pytest.param(
            f"{_ALL}, trừ trường hợp quy định tại khoản 2 Điều này.\n"
            "2. Điều 2 Quy định này có hiệu lực từ ngày 01/7/2018.",
            ["2018-01-01", "2018-01-01", "2018-07-01"],
            id="an-article",
        ),
        pytest.param(
            f"1. Điều 2 của Quy định này có hiệu lực thi hành kể từ ngày 01/7/2018.\n{_ALL.replace('1.', '2.', 1)}.",
            ["2018-01-01", "2018-01-01", "2018-07-01"],
            id="said-first",
        ),
        pytest.param(
            f"{_ALL}.\n2. Khoản 2 Điều 1 và Điều 2 của Quy định này được áp dụng từ ngày 01/7/2018.",
            ["2018-01-01", "2018-07-01", "2018-07-01"],
            id="several",
        ),
        pytest.param(
            f"{_ALL}.\n2. Điều 1 Quy định này có hiệu lực từ ngày 01/7/2018.\n"
            "3. Riêng khoản 1 Điều 1 có hiệu lực từ ngày 01/9/2018.",
            ["2018-09-01", "2018-07-01", "2018-01-01"],
            id="the-smallest",
        ),
        pytest.param(
            f"{_ALL}, trừ Điều 2 có hiệu lực từ ngày 01/7/2018.",
            ["2018-01-01", "2018-01-01", "2018-07-01"],
            id="in-the-same-sentence",
        ),
        pytest.param(
            f"{_ALL}, trừ các quy định tại Điều 2.", ["2018-01-01", "2018-01-01", "a day not given"], id="left-out"
        ),
        pytest.param(
            f"{_ALL}.\n2. Điều 2 Quy định này có hiệu lực kể từ ngày Quy chế mới được ban hành.",
            ["2018-01-01", "2018-01-01", "a day not given"],
            id="tied",
        ),
        pytest.param(
            f"{_ALL}.\n2. Điều 2 Quy định số 5-QĐ/TW có hiệu lực từ ngày 01/7/2018.",
            ["2018-01-01", "2018-01-01", "2018-01-01"],
            id="of-another",
        ),
        pytest.param(
            f"{_ALL}.\n2. Việc chi trả theo Điều 2 Quy định này thực hiện từ ngày 01/7/2018.",
            ["2018-01-01", "2018-01-01", "2018-01-01"],
            id="what-goes-by-it",
        ),
    ],
)
def test_a_provision_may_hold_from_another_day(effect: str, days: list[str]) -> None:
    assert find_days(effect) == days


def test_the_day_of_a_part_is_not_that_of_the_document() -> None:
    effect = "1. Điều 2 Quy định này có hiệu lực từ ngày 01/7/2018.\n2. Quy định này có hiệu lực từ ngày 01/01/2018."
    document = make_paper("về xử lý kỷ luật", _BODY + effect)

    assert [document.text[one.start : one.end] for one in document.findings if one.field == EFFECT] == [
        "Quy định này có hiệu lực từ ngày 01/01/2018"
    ]


def test_the_heading_of_an_article_is_no_part_that_holds() -> None:
    text = "PHÁP LỆNH\nĐiều 3\nPháp lệnh này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2003.\n"

    assert not list(find_part_effects(text, None))
    assert [one.field for one in read_document(text, "a.txt").findings if one.field == EFFECT] == [EFFECT]


def test_the_title_says_no_day_where_parts_hold_from_several() -> None:
    effect = f"{_ALL}.\n2. Điều 1 Quy định này có hiệu lực từ ngày 01/7/2018."
    told = tell(make_paper("về sửa đổi, bổ sung một số điều của Quy định số 2-QĐ/TW", _BODY + effect, "QUYẾT ĐỊNH"))

    assert [one for one in told if one.startswith("amends")] == ["amends 2-QĐ/TW in part since 2018-07-01"]


def test_what_a_quoted_text_says_of_its_parts_is_not_of_the_document() -> None:
    quoted = "1. Điều 5 được sửa đổi như sau: “Điều 2 Quy định này có hiệu lực từ ngày 01/7/2018.”."

    assert not list(find_part_effects(quoted, None))
