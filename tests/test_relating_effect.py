"""From when changes hold: the day a text says, the day that follows from its issue, or a day that it does not give."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from ingest.models import EFFECT
from ingest.relating.since import UNSAID, Effect, find_effect_words, read_effect
from ingest.store import open_library
from tests.relating_papers import closing, make_paper, tell
from tests.test_cited import put

SIGNED = datetime.date(2017, 11, 15)
TIED = Effect(tied=True)


@pytest.mark.parametrize(
    ("words", "effect"),
    [
        pytest.param("Quy định này có hiệu lực từ ngày ký.", Effect(SIGNED), id="signing"),
        pytest.param("Quyết định có hiệu lực kể từ ngày ký ban hành.", Effect(SIGNED), id="signing-and-issue"),
        pytest.param("Điều 5. Thi hành từ ngày ký.", Effect(SIGNED), id="an-article-of-nothing-else"),
        pytest.param("- Có hiệu lực kể từ ngày 01/01/2018.", Effect(datetime.date(2018, 1, 1)), id="a-line-of-it"),
        pytest.param(
            "Thông tư này có hiệu lực thi hành sau 15 (mười lăm) ngày, kể từ ngày ký.",
            Effect(datetime.date(2017, 11, 30)),
            id="days-after-signing",
        ),
        pytest.param(
            "Kể từ ngày 01/01/2018, Quy định này có hiệu lực.", Effect(datetime.date(2018, 1, 1)), id="day-first"
        ),
        pytest.param(
            "Nghị quyết này\ncó hiệu lực từ ngày 01 tháng 7 năm 2018.", Effect(datetime.date(2018, 7, 1)), id="broken"
        ),
        pytest.param(
            "Thông tư này có hiệu lực thi hành kể từ ngày Thông tư số 40/2000/TT-BTC ngày 15/5/2000 có hiệu lực.",
            TIED,
            id="with-another",
        ),
        pytest.param("Hướng dẫn này có hiệu lực cùng ngày với Quy định số 24-QĐ/TW.", TIED, id="on-the-day-of-another"),
        pytest.param("Nghị định này có hiệu lực sau 15 ngày kể từ ngày đăng Công báo.", TIED, id="gazette"),
        pytest.param("Luật này có hiệu lực kể từ ngày công bố.", TIED, id="proclaimed"),
        pytest.param("Quy chế này có hiệu lực khi được Ban Thường vụ Tỉnh ủy phê duyệt.", TIED, id="when-approved"),
        pytest.param("Quy chế này có hiệu lực sau khi Đại hội thông qua.", TIED, id="after-a-congress"),
        pytest.param("Quy định này được áp dụng từ năm học 2017 - 2018.", TIED, id="a-school-year"),
        pytest.param("Hướng dẫn này áp dụng từ nhiệm kỳ 2020 - 2025.", TIED, id="a-term"),
        pytest.param("Thông tư này có hiệu lực kể từ ngày ký kết Hiệp định.", TIED, id="signing-of-something-else"),
        pytest.param(
            "Nghị quyết này đã được Hội đồng nhân dân tỉnh khóa IX, kỳ họp thứ 4 (kỳ họp giữa năm) thông qua ngày "
            "13 tháng 7 năm 2017 và có hiệu lực từ ngày 01 tháng 8 năm 2017./.",
            Effect(datetime.date(2017, 8, 1)),
            id="adopted-and-in-force",
        ),
        pytest.param(
            "Nghị quyết này được Hội đồng nhân dân huyện Sông Trà khóa XII, kỳ họp thứ hai thông qua ngày 10/11/2017, "
            "có hiệu lực thi hành sau 10 ngày kể từ ngày thông qua.",
            Effect(datetime.date(2017, 11, 20)),
            id="days-after-adoption",
        ),
        pytest.param(
            "Nghị quyết này được Hội đồng nhân dân tỉnh thông qua tại kỳ họp thứ 4, ngày 10/11/2017 và có hiệu lực "
            "kể từ ngày Hội đồng nhân dân tỉnh thông qua.",
            Effect(datetime.date(2017, 11, 10)),
            id="adoption",
        ),
        pytest.param("Nghị quyết này có hiệu lực kể từ ngày thông qua.", TIED, id="adoption-of-no-day"),
        pytest.param("Nghị quyết này có hiệu lực sau 10 ngày kể từ ngày thông qua.", TIED, id="days-after-no-day"),
        pytest.param(
            "Nghị quyết này đã được Hội đồng nhân dân tỉnh thông qua ngày 13/7/2017./.",
            UNSAID,
            id="adopted-and-no-more",
        ),
        pytest.param("Quy định này áp dụng từ cấp huyện trở lên.", UNSAID, id="levels-are-no-time"),
        pytest.param("Quy định này hết hiệu lực từ ngày 31/12/2020.", UNSAID, id="its-end"),
        pytest.param("Ban Tổ chức chịu trách nhiệm thi hành Quy định này.", UNSAID, id="nothing"),
    ],
)
def test_a_text_says_from_when_it_holds(words: str, effect: Effect) -> None:
    text = f"Điều 1. Phạm vi\n{words}\n"
    span = find_effect_words(text)
    assert (read_effect(text[slice(*span)], SIGNED) if span else UNSAID) == effect


@pytest.mark.parametrize(
    ("body", "words"),
    [
        pytest.param(
            "Điều 1. Phạm vi\nNêu việc xử lý.\nĐiều 2. Quy định này có hiệu lực kể từ ngày 01/01/2027.",
            "Quy định này có hiệu lực kể từ ngày 01/01/2027",
            id="said",
        ),
        pytest.param(
            "Điều 1. Sửa đổi Điều 9 Quy định số 5-QĐ/TU như sau:\n“Điều 9. Quy định này có hiệu lực từ ngày "
            "01/01/2027.”\nĐiều 2. Quy định này có hiệu lực từ ngày ký.",
            "Quy định này có hiệu lực từ ngày ký",
            id="the-new-words-of-another",
        ),
        pytest.param("Điều 1. Phạm vi\nQuy định số 5-QĐ/TU có hiệu lực từ ngày 01/01/2027.", None, id="of-another"),
        pytest.param("Điều 1. Phạm vi\nQuy định này còn hiệu lực đến ngày 01/01/2027.", None, id="its-end"),
    ],
)
def test_the_words_that_say_so_are_a_finding_of_the_record(body: str, words: str | None) -> None:
    document = make_paper("về xử lý kỷ luật", body)
    said = [document.text[one.start : one.end] for one in document.findings if one.field == EFFECT]
    assert said == ([words] if words else [])


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param(
            "Quy định này có hiệu lực cùng ngày với Quy định số 24-QĐ/TW và thay thế Quyết định số 15-QĐ/TU.",
            ["replaces 15-QĐ/TU since a day not given"],
            id="own-effect",
        ),
        pytest.param(
            "Quy định này có hiệu lực từ ngày ký. Quyết định số 15-QĐ/TU hết hiệu lực kể từ ngày Quy định số 20-QĐ/TU "
            "có hiệu lực.",
            ["repeals 15-QĐ/TU since a day not given"],
            id="another-for-one-change",
        ),
        pytest.param(
            "Quy định này có hiệu lực từ ngày ký. Chỉ thị số 15-CT/TU hết hiệu lực kể từ khi hoàn thành việc sắp xếp "
            "đơn vị hành chính.",
            ["repeals 15-CT/TU since a day not given"],
            id="an-event",
        ),
        pytest.param(
            "Quy định này có hiệu lực từ ngày ký. Quyết định số 15-QĐ/TU hết hiệu lực kể từ ngày Quy định này có hiệu "
            "lực.",
            ["repeals 15-QĐ/TU since 2017-11-15"],
            id="its-own-day",
        ),
        pytest.param("Bãi bỏ Quyết định số 15-QĐ/TU.", ["repeals 15-QĐ/TU"], id="nothing-said"),
    ],
)
def test_a_change_holds_from_the_day_it_is_tied_to(sentence: str, told: list[str]) -> None:
    assert tell(closing(sentence)) == told


def test_clauses_that_are_changed_are_tied_as_the_document_is() -> None:
    body = (
        "Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 15-QĐ/TU như sau:\n"
        "1. Khoản 2 Điều 5 được sửa đổi như sau: “2. Mới.”\n"
        "Điều 2. Quyết định này có hiệu lực sau 15 ngày kể từ ngày đăng Công báo."
    )
    assert tell(make_paper("về quy chế làm việc", body, "QUYẾT ĐỊNH"))[-1] == (
        "amends 15-QĐ/TU dieu-5.khoan-2 since a day not given"
    )


def test_a_day_that_is_not_given_is_kept_as_such(tmp_path: Path) -> None:
    words = "Quy định này có hiệu lực cùng ngày với Quy định số 24-QĐ/TW và thay thế Quyết định số 15-QĐ/TU."
    with open_library(tmp_path / "var") as library:
        held = put(library, closing(words).text)
        (kept,) = [one for one in library.get(held).relations if one.kind == "replaces"]
        (link,) = [one for links in library.links.read_all() for one in links if one.kind == "replaces"]

    assert (kept.tied, kept.since) == (True, None)
    assert link.place == kept.cited
    assert (link.tied, link.since, link.start, link.end) == (True, None, kept.start, kept.end)
