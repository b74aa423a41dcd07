"""What is told once more, only as news, or only in passing: one act is one, and the words that say it are its proof."""

from __future__ import annotations

import pytest

from ingest.documents import read_document
from ingest.models import Document
from ingest.relating.relation import REFERS_TO
from ingest.relating.relations import find_relations
from tests.relating_papers import closing, make_paper, opening, tell, tell_mere

_PLACE = {"TU": "TỈNH ỦY LÂM HẢI", "HU": "HUYỆN ỦY SÔNG TRÀ"}


def issue(number: str, kind: str, body: str) -> Document:
    """A paper of 10/01/2023 of a lower body."""
    place = _PLACE[number[-2:]]
    head = f"{place}\n*\nSố {number}\nĐẢNG CỘNG SẢN VIỆT NAM\nLâm Hải, ngày 10 tháng 01 năm 2023"
    return read_document(
        f"{head}\n\n{kind}\nvề rà soát văn bản\n\n{body}\n\nT/M BAN THƯỜNG VỤ\nTrần Văn A\n", "giay.txt"
    )


@pytest.mark.parametrize(
    ("number", "kind", "line", "told"),
    [
        pytest.param(
            "1300-TB/TU", "THÔNG BÁO", "Quy định số 102-QĐ/TW hết hiệu lực từ ngày Thông báo này.", [], id="above"
        ),
        pytest.param("64-QĐ/HU", "QUYẾT ĐỊNH", "Bãi bỏ Quyết định số 5-QĐ/TU.", [], id="above-in-a-decision"),
        pytest.param(
            "64-BC/HU", "BÁO CÁO", "Quyết định số 5-QĐ/HU hết hiệu lực từ ngày 01/02/2023.", [], id="a-report"
        ),
        pytest.param(
            "1300-TB/TU",
            "THÔNG BÁO",
            "Quyết định số 5-QĐ/TU hết hiệu lực từ ngày 01/02/2023.",
            ["repeals 5-QĐ/TU since 2023-02-01"],
            id="an-end-to-come",
        ),
        pytest.param(
            "1300-QĐ/TU", "QUYẾT ĐỊNH", "Bãi bỏ Quyết định số 5-QĐ/HU.", ["repeals 5-QĐ/HU"], id="of-a-body-below"
        ),
        pytest.param(
            "1300-QĐ/TU",
            "QUYẾT ĐỊNH",
            "Bãi bỏ Hướng dẫn số 5-HD/BTCTU.",
            ["repeals 5-HD/BTCTU"],
            id="of-its-own-committee",
        ),
    ],
)
def test_a_body_acts_on_nothing_that_one_above_it_issued(number: str, kind: str, line: str, told: list[str]) -> None:
    document = issue(number, kind, f"1. {line}\n2. Ban Tổ chức theo dõi.")

    assert tell(document) == told
    assert len(tell_mere(document)) == 1 - len(told)


def test_what_title_and_article_say_is_one_act() -> None:
    change = "sửa đổi, bổ sung một số điều của Quyết định số 351-QĐ/TW"
    document = make_paper(change, f"Điều 1. {change.capitalize().replace('quyết', 'Quyết').replace('qđ/tw', 'QĐ/TW')}.")

    assert tell(document) == ["amends 351-QĐ/TW in part", "supplements 351-QĐ/TW in part"]
    assert {document.text[one.start] for one in find_relations(document)} == {"S"}


def test_one_act_on_two_days_is_two() -> None:
    told = tell(
        closing("Bãi bỏ Quyết định số 5-QĐ/TW từ ngày 01/01/2018.\nBãi bỏ Quyết định số 5-QĐ/TW từ ngày 01/7/2018.")
    )

    assert told == ["repeals 5-QĐ/TW since 2018-01-01", "repeals 5-QĐ/TW since 2018-07-01"]


def test_a_provision_of_a_document_that_is_replaced_is_referred_to() -> None:
    document = closing(
        "Hình thức nêu tại khoản 2 Điều 3 Quy định số 5-QĐ/TW.\nQuy định này thay thế Quy định số 5-QĐ/TW.\n"
        "Bãi bỏ Điều 7 Quy định số 6-QĐ/TW; việc nêu ở Điều 7 Quy định số 6-QĐ/TW thôi tính."
    )

    assert tell(document) == ["replaces 5-QĐ/TW", "repeals 6-QĐ/TW dieu-7"]
    assert tell_mere(document) == ["refers_to 5-QĐ/TW dieu-3.khoan-2"]


@pytest.mark.parametrize(
    ("sentence", "proof"),
    [
        pytest.param("Theo Điều 143, 144 của Bộ luật Lao động.", "Điều 143, 144 của Bộ luật Lao động", id="articles"),
        pytest.param("Theo Quyết định số 217 và 218-QĐ/TW.", "Quyết định số 217 và 218-QĐ/TW", id="signs"),
        pytest.param(
            "Theo Nghị quyết Trung ương 4 (khóa XI, XII).", "Nghị quyết Trung ương 4 (khóa XI, XII", id="conferences"
        ),
        pytest.param("Theo Quy định số 5-QĐ/TW và Chỉ thị số 6-CT/TW.", "Chỉ thị số 6-CT/TW", id="each-says-its-type"),
        pytest.param(
            "Theo Điều 1 và khoản 2 Điều 3 Quy định số 5-QĐ/TW.",
            "khoản 2 Điều 3 Quy định số 5-QĐ/TW",
            id="each-its-unit",
        ),
    ],
)
def test_the_words_for_the_last_of_a_list_say_what_it_is(sentence: str, proof: str) -> None:
    document = closing(sentence)
    last = [one for one in find_relations(document) if one.kind == REFERS_TO][-1]

    assert document.text[last.start : last.end] == proof


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param("Bãi bỏ Phụ lục I kèm theo Quyết định số 5-QĐ/TW.", ["repeals 5-QĐ/TW phu-luc-1"], id="an-annex"),
        pytest.param(
            "Bãi bỏ biểu mẫu quy định tại Phụ lục I ban hành kèm theo Thông tư số 5/2016/TT-BTC.",
            ["repeals 5/2016/TT-BTC in part"],
            id="forms-in-an-annex",
        ),
        pytest.param("Bãi bỏ Quy chế kèm theo Quyết định số 5-QĐ/TW.", ["repeals 5-QĐ/TW"], id="the-text-enclosed"),
        pytest.param(
            "Bãi bỏ các văn bản sau:\na) Quyết định số 5-QĐ/TW;\nb) Quyết định số 6-QĐ/TW (trừ Điều 3).",
            ["repeals 5-QĐ/TW", "repeals 6-QĐ/TW in part"],
            id="but-for-an-article-of-the-second",
        ),
        pytest.param(
            "Quyết định số 5-QĐ/TW hết hiệu lực, trừ khoản 2 Điều 5.",
            ["repeals 5-QĐ/TW in part"],
            id="but-for-a-clause",
        ),
        pytest.param("Chấm dứt hiệu lực của Quyết định số 5-QĐ/TW.", ["repeals 5-QĐ/TW"], id="its-force-ends"),
    ],
)
def test_a_part_is_not_the_whole(sentence: str, told: list[str]) -> None:
    assert tell(closing(sentence)) == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param("Thống nhất bãi bỏ Nghị quyết số 2-NQ/TW.", ["repeals 2-NQ/TW"], id="agreed"),
        pytest.param("Chi bộ nhất trí thay thế Quy chế số 1-QC/TW.", ["replaces 1-QC/TW"], id="by-a-cell"),
        pytest.param("Thống nhất chủ trương bãi bỏ Nghị quyết số 2-NQ/TW.", [], id="in-principle"),
        pytest.param("Thống nhất bãi bỏ Nghị quyết số 2-NQ/TW; giao Văn phòng tham mưu.", [], id="left-to-others"),
        pytest.param("Thống nhất bãi bỏ Nghị quyết số 2-NQ/TW trước ngày 01/01/2018.", [], id="by-then"),
        pytest.param("Ban Thường vụ chưa thống nhất bãi bỏ Nghị quyết số 2-NQ/TW.", [], id="not-agreed"),
    ],
)
def test_what_a_body_agrees_to_end_has_ended(sentence: str, told: list[str]) -> None:
    assert tell(make_paper("sinh hoạt tháng 4", f"1. {sentence}\n2. Họp hằng tháng.", "NGHỊ QUYẾT")) == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param(
            "Trước đây, Quyết định số 15-QĐ/TW không áp dụng nữa từ khi có Quyết định số 20-QĐ/TW.",
            ["nobody: repeals 15-QĐ/TW"],
            id="since-another",
        ),
        pytest.param("Trong những năm qua, Quyết định số 15-QĐ/TW không còn hiệu lực.", [], id="years"),
        pytest.param(
            "Trước đây, Quy định số 16-QĐ/TW thay thế Quy định số 15-QĐ/TW.",
            ["16-QĐ/TW: replaces 15-QĐ/TW"],
            id="by-another",
        ),
        pytest.param(
            "Trước đây, việc này chưa rõ, nay Quyết định này bãi bỏ Quyết định số 15-QĐ/TW.",
            ["repeals 15-QĐ/TW"],
            id="come-back-to-now",
        ),
        pytest.param(
            "Trước đây việc này theo Nghị định số 258-TTg, ngày 14/6/1957; nay bãi bỏ Quyết định số 15-QĐ/TW và "
            "Chỉ thị số 16-CT/TW.",
            ["repeals 15-QĐ/TW", "repeals 16-CT/TW"],
            id="acts-now",
        ),
        pytest.param(
            "Trước đây việc này theo Quyết định số 14-QĐ/TW; nay giao Văn phòng bãi bỏ Quyết định số 15-QĐ/TW.",
            [],
            id="given-to-others-now",
        ),
        pytest.param(
            "Trước đây việc này theo Quyết định số 14-QĐ/TW; nay không bãi bỏ Quyết định số 15-QĐ/TW.", [], id="not-now"
        ),
        pytest.param(
            "Những quy định trước đây tại Quyết định số 15-QĐ/TW hết hiệu lực.", ["repeals 15-QĐ/TW"], id="older-rules"
        ),
    ],
)
def test_a_sentence_that_looks_back_ends_nothing(sentence: str, told: list[str]) -> None:
    assert tell(closing(sentence)) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param("Trên cơ sở Nghị quyết số 24-NQ/TW, trong những năm qua các cấp ủy đã cố gắng.", [], id="years"),
        pytest.param("Căn cứ Nghị quyết số 24-NQ/TW, 5 năm qua các cấp ủy đã làm tốt.", [], id="five-years"),
        pytest.param("Trên cơ sở Nghị quyết số 24-NQ/TW, đến nay các cấp ủy đã làm tốt.", [], id="until-now"),
        pytest.param("Căn cứ Nghị quyết số 24-NQ/TW, ngày 03/6/2013.", ["based_on 24-NQ/TW"], id="a-basis"),
        pytest.param(
            "Căn cứ Nghị quyết số 24-NQ/TW, thời gian qua các cấp ủy đã làm tốt, Bộ Chính trị yêu cầu như sau:",
            ["based_on 24-NQ/TW"],
            id="a-basis-of-what-follows",
        ),
        pytest.param(
            "Căn cứ Nghị quyết số 24-NQ/TW, trong thời gian tới các cấp ủy làm tốt.",
            ["based_on 24-NQ/TW"],
            id="time-to-come",
        ),
    ],
)
def test_what_came_of_a_paper_does_not_rest_on_it(line: str, told: list[str]) -> None:
    assert tell(opening(line)) == told
