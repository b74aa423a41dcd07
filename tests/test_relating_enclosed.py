"""Changes to a text that the document cited encloses: its clauses are not those of the document around it."""

from __future__ import annotations

import pytest

from tests.relating_papers import make_paper, tell

ENCLOSED = "Quy chế giám sát, phản biện xã hội ban hành kèm theo Quyết định số 777-QĐ/TW"
SOME = ["amends in part", "supplements in part"]


def change(lead: str, *lines: str) -> list[str]:
    """What a decision with this *lead* and these *lines* in its first article does to 777-QĐ/TW."""
    told = tell(make_paper("về giám sát", "\n".join((f"Điều 1. {lead}", *lines)), "QUYẾT ĐỊNH"))
    return [one.replace(" 777-QĐ/TW", "") for one in told]


@pytest.mark.parametrize(
    ("lead", "line", "told"),
    [
        pytest.param(
            f"Sửa đổi, bổ sung một số điều của {ENCLOSED} như sau:",
            "1. Bãi bỏ Điều 2.",
            [*SOME, "repeals quy-che.dieu-2"],
            id="some-articles",
        ),
        pytest.param(
            f"Sửa đổi, bổ sung {ENCLOSED} như sau:",
            "1. Điều 3 được sửa đổi như sau: “3. Mới.”",
            [*SOME, "amends quy-che.dieu-3"],
            id="all-of-it",
        ),
        pytest.param(
            f"Một số điều của {ENCLOSED} được sửa đổi, bổ sung như sau:",
            "1. Bãi bỏ Điều 2.",
            [*SOME, "repeals quy-che.dieu-2"],
            id="named-before-the-verb",
        ),
        pytest.param(
            "Sửa đổi, bổ sung một số nội dung của Quy định về hội họp (kèm theo Quyết định số 777-QĐ/TW) như sau:",
            "1. Bãi bỏ Điều 2.",
            [*SOME, "repeals quy-dinh.dieu-2"],
            id="in-brackets",
        ),
        pytest.param(
            f"Sửa đổi Điều 3 {ENCLOSED} như sau:",
            "a) Bãi bỏ khoản 2.",
            ["amends quy-che.dieu-3", "repeals quy-che.dieu-3.khoan-2"],
            id="an-article-above",
        ),
        pytest.param(
            f"Sửa đổi, bổ sung một số điều của {ENCLOSED} như sau:",
            "1. Khoản 1 Điều 4 của Quy chế được sửa đổi như sau: “1. Mới.”",
            [*SOME, "amends quy-che.dieu-4.khoan-1"],
            id="called-by-its-type",
        ),
        pytest.param(
            f"Sửa đổi, bổ sung một số điều của {ENCLOSED} như sau:",
            "1. Bãi bỏ Điều 2 Quy chế làm việc của Tỉnh ủy.",
            SOME,
            id="another-of-that-type",
        ),
        pytest.param(
            "Sửa đổi, bổ sung một số điều của Quyết định số 777-QĐ/TW như sau:",
            "1. Bãi bỏ Điều 2.",
            [*SOME, "repeals dieu-2"],
            id="the-document-itself",
        ),
    ],
)
def test_the_clauses_of_an_enclosed_text_are_its_own(lead: str, line: str, told: list[str]) -> None:
    assert change(lead, line) == told


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("giám sát", id="short"),
        pytest.param(
            "giám sát, phản biện xã hội và tiếp thu góp ý của Mặt trận Tổ quốc, các đoàn thể chính trị - xã hội",
            id="long",
        ),
        pytest.param("giám sát\nvà phản biện", id="on-two-lines"),
    ],
)
def test_a_long_title_may_stand_before_what_encloses_it(title: str) -> None:
    lead = f"Bãi bỏ Điều 3 Quy chế {title} ban hành kèm theo Quyết định số 777-QĐ/TW."

    assert change(lead) == ["repeals quy-che.dieu-3"]


def test_the_name_of_the_enclosed_text_raises_no_doubt() -> None:
    document = make_paper("về giám sát", f"Điều 1. Sửa đổi, bổ sung một số điều của {ENCLOSED}.", "QUYẾT ĐỊNH")

    assert {one.certainty for one in document.relations} == {0.95}
