"""What a document prints about itself is read from its place on the page; what it does not print stays empty."""

from __future__ import annotations

import datetime
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.cleaning import clean_text
from ingest.documents import document_id, mark_text, read_document
from ingest.layout import Layout, read_layout
from ingest.metadata import read_metadata
from ingest.models import Document, Metadata

NOTICE = Path(__file__).parent.parent / "data" / "documents" / "thong-bao-2018-01-26.txt"
BODY = "Điều 1. Phạm vi\nQuy định này áp dụng với đảng viên.\nĐiều 2. Hiệu lực\nQuy định này có hiệu lực từ ngày ký.\n"
HEAD = (
    "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 102-QĐ/TW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 15 tháng 11 năm 2017\n\n"
    "QUY ĐỊNH\nxử lý kỷ luật đảng viên vi phạm\n-----\n\n"
)
SIGNATURE = "T/M BỘ CHÍNH TRỊ\nTrần Quốc Vượng\n"
RECIPIENTS = "Nơi nhận:\n- Các tỉnh ủy, thành ủy,\n- Lưu Văn phòng Trung ương Đảng.\n"
STATE = (
    "CHÍNH PHỦ\n-------\nSố: 34/2016/NĐ-CP\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "---------------\nHà Nội, ngày 14 tháng 5 năm 2016\n\nNGHỊ ĐỊNH\nQUY ĐỊNH CHI TIẾT MỘT SỐ ĐIỀU\n\n"
    "Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;\n\nĐiều 1. Phạm vi\nNghị định này quy định chi tiết.\n"
    "TM. CHÍNH PHỦ\nTHỦ TƯỚNG\nNGUYỄN XUÂN PHÚC\n"
)


def read(raw: str) -> Document:
    return read_document(raw, "tep.txt")


def test_a_party_letterhead_is_read_field_by_field() -> None:
    document = read(HEAD + BODY + SIGNATURE + "\n" + RECIPIENTS)

    assert document.id == "102-QĐ/TW@2017-11-15"
    assert document.metadata == Metadata(
        type="Quy định",
        number="102-QĐ/TW",
        title="Xử lý kỷ luật đảng viên vi phạm",
        issuer="Bộ Chính trị",
        place="Hà Nội",
        date=datetime.date(2017, 11, 15),
        signer="Trần Quốc Vượng",
        power="T/M Bộ Chính trị",
        recipients=("Các tỉnh ủy, thành ủy", "Lưu Văn phòng Trung ương Đảng"),
        source="tep.txt",
    )


def test_a_state_letterhead_is_read_too() -> None:
    record = read(STATE).metadata

    assert (record.type, record.number, record.issuer) == ("Nghị định", "34/2016/NĐ-CP", "Chính phủ")
    assert (record.place, record.date) == ("Hà Nội", datetime.date(2016, 5, 14))
    assert record.title == "Quy định chi tiết một số điều"
    assert (record.signer, record.power, record.signer_role) == ("Nguyễn Xuân Phúc", "TM. Chính phủ", "Thủ tướng")


@pytest.mark.parametrize(
    "below",
    [
        pytest.param("\nCác cấp ủy thực hiện nhiệm vụ", id="blank-line"),
        pytest.param("Các cấp ủy đã thực hiện xong.", id="sentence"),
        pytest.param("I. MỤC MỘT", id="section"),
        pytest.param("- Căn cứ Điều lệ Đảng;", id="bullet"),
        pytest.param("Điều 1. Phạm vi", id="article"),
    ],
)
def test_a_title_ends_where_the_text_begins(below: str) -> None:
    assert read(f"THÔNG BÁO\nvề một việc\n{below}\nNữa.\n").metadata.title == "Về một việc"


def test_a_law_is_known_by_its_first_line() -> None:
    document = read("Luật Cư trú\n\n" + BODY)

    assert (document.metadata.type, document.metadata.title) == ("Luật", "Luật Cư trú")
    assert (document.metadata.number, document.metadata.date) == (None, None)
    assert document.tree[0].address == "tieu-de"


def test_a_law_with_a_letterhead_has_its_number_and_is_no_mention_of_itself() -> None:
    head = "QUỐC HỘI\n-------\nLuật số: 80/2015/QH13\nHà Nội, ngày 22 tháng 6 năm 2015\nLUẬT\nBAN HÀNH VĂN BẢN\n\n"
    document = read(head + BODY)

    assert document.id == "80/2015/QH13@2015-06-22"
    assert (document.metadata.type, document.metadata.issuer) == ("Luật", "Quốc hội")
    assert document.citations == ()


def test_a_cong_van_prints_no_heading_and_is_known_by_its_number() -> None:
    head = "HUYỆN ỦY ĐỊNH HÓA\n*\nSố 10-CV/HU\nĐẢNG CỘNG SẢN VIỆT NAM\nĐịnh Hóa, ngày 05 tháng 02 năm 2018\n\n"
    document = read(head + "Kính gửi các chi bộ, đảng bộ trực thuộc.\n")

    record = document.metadata
    assert (record.type, record.number, record.issuer) == ("Công văn", "10-CV/HU", "Huyện ủy Định Hóa")
    assert (record.place, record.date) == ("Định Hóa", datetime.date(2018, 2, 5))
    assert document.citations == ()


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("một dòng không có gì", id="one-line"),
        pytest.param("Ghi chép.\n\nThực hiện Quy định số 102-QĐ/TW.\n\nHà Nội, ngày 15 tháng 11 năm 2017", id="notes"),
        pytest.param("Quy định số 102-QĐ/TW ngày 15/11/2017 của Bộ Chính trị\n\nđược quán triệt.", id="begins-citing"),
        pytest.param("Số liệu năm 2018\n\nTăng 15/15 chỉ tiêu.", id="so-that-is-no-number"),
        pytest.param("- Một\n- Hai\n- Ba", id="list"),
        pytest.param("<script>alert(1)</script>", id="script"),
    ],
)
def test_a_document_that_prints_nothing_about_itself_has_an_empty_record(raw: str) -> None:
    assert read(raw).metadata == Metadata(source="tep.txt")


def test_the_notice_has_no_number_date_issuer_or_place_and_they_are_not_guessed() -> None:
    record = read(NOTICE.read_text("utf-8")).metadata

    assert record.type == "Thông báo"
    assert (record.number, record.date, record.issuer, record.place) == (None, None, None, None)
    assert record.event_date == datetime.date(2018, 1, 26)
    assert "Bình Thuận" not in str([getattr(record, field.name) for field in fields(record)])


def test_a_mention_in_the_body_never_becomes_the_documents_own_number() -> None:
    record = read("THÔNG BÁO\nvề công tác dân vận\n\nThực hiện Kết luận số 462-KL/TU, ngày 04/01/2018.\n").metadata
    assert (record.number, record.date) == (None, None)


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        pytest.param("VỀ CÔNG TÁC KIỂM TRA", "Về công tác kiểm tra", id="sentence-case"),
        pytest.param("CỦA THƯỜNG TRỰC TỈNH ỦY", "Của Thường trực Tỉnh ủy", id="names-as-the-rules-write-them"),
        pytest.param("VỀ HUYỆN ỦY ĐỨC LINH", "Về Huyện ủy Đức Linh", id="names-as-the-body-writes-them"),
        pytest.param("về dân vận chính quyền", "Về dân vận chính quyền", id="small-letters-stay"),
        pytest.param(
            "THỰC HIỆN NGHỊ QUYẾT 18-NQ/TW KHÓA XII", "Thực hiện nghị quyết 18-NQ/TW khóa XII", id="signs-stay"
        ),
        pytest.param("XỬ LÝ VI PHẠM", "Xử lý vi phạm", id="a-syllable-is-no-roman-numeral"),
    ],
)
def test_a_title_in_capitals_takes_its_case_from_the_body(printed: str, title: str) -> None:
    body = "\n\nNgày qua, đồng chí bí thư Huyện ủy Đức Linh đã làm việc với Thường trực Tỉnh ủy.\n"
    assert read(f"THÔNG BÁO\n{printed}{body}").metadata.title == title


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        pytest.param("Ngày 26/01/2018, Thường trực chủ trì Hội nghị.", datetime.date(2018, 1, 26), id="meeting"),
        pytest.param("Trong ngày 05-02-2018, Ban Thường vụ đã họp.", datetime.date(2018, 2, 5), id="hyphens"),
        pytest.param("Sáng ngày 5 tháng 2 năm 2018, phiên họp bàn.", datetime.date(2018, 2, 5), id="in-words"),
        pytest.param("Ngày 26/01/2018, Bộ Chính trị ban hành Kết luận.", None, id="no-meeting"),
        pytest.param("Theo Kết luận ngày 26/01/2018, hội nghị bàn.", None, id="does-not-open-with-the-day"),
        pytest.param("Ngày 31/02/2018, Thường trực chủ trì Hội nghị.", None, id="impossible-day"),
        pytest.param("Ngày 26/01/2018, Thường trực họp.", datetime.date(2018, 1, 26), id="plain-hop"),
        pytest.param("Năm 2018 họp.", None, id="no-day"),
    ],
)
def test_the_day_of_a_meeting_is_read_where_the_text_opens_with_it(opening: str, day: datetime.date | None) -> None:
    record = read(f"THÔNG BÁO\nvề hội nghị\n\n{opening}\n\nTiếp theo.").metadata
    assert (record.event_date, record.date) == (day, None)


@pytest.mark.parametrize(
    ("line", "place", "day"),
    [
        pytest.param("Hà Nội, ngày 15 tháng 11 năm 2017", "Hà Nội", datetime.date(2017, 11, 15), id="in-words"),
        pytest.param("Phan Thiết, ngày 05/02/2018", "Phan Thiết", datetime.date(2018, 2, 5), id="in-figures"),
        pytest.param("Hà Nội, ngày 31 tháng 02 năm 2017", "Hà Nội", None, id="impossible-day-is-no-day"),
        pytest.param("Hà Nội, ngày    tháng 11 năm 2017", "Hà Nội", None, id="day-left-blank"),
        pytest.param("Bình Thuận, ngày      tháng 3 năm 2019", "Bình Thuận", None, id="wide-blank"),
        pytest.param("Hà Nội, ngày ..... tháng ..... năm 2019", "Hà Nội", None, id="dots"),
        pytest.param("ngày … tháng 3 năm 2019", None, None, id="no-place"),
    ],
)
def test_place_and_date_stand_in_the_head(line: str, place: str | None, day: datetime.date | None) -> None:
    record = read(f"TỈNH ỦY\n*\nSố 1-QĐ/TU\nĐẢNG CỘNG SẢN VIỆT NAM\n{line}\nQUY ĐỊNH\nvề dân vận\n\n{BODY}").metadata
    assert (record.place, record.date) == (place, day)


def test_two_columns_printed_in_one_line_are_read_as_two() -> None:
    head = "TỈNH ỦY BÌNH THUẬN        ĐẢNG CỘNG SẢN VIỆT NAM\nSố 102-QĐ/TU     Phan Thiết, ngày 15 tháng 11 năm 2017\n"
    record = read(f"{head}\nQUY ĐỊNH\nvề dân vận\n\n{BODY}").metadata
    assert (record.issuer, record.number) == ("Tỉnh ủy Bình Thuận", "102-QĐ/TU")
    assert (record.place, record.date) == ("Phan Thiết", datetime.date(2017, 11, 15))


@pytest.mark.parametrize(
    ("below", "title"),
    [
        pytest.param("Lịch họp tuần 12\nThứ hai: họp chi bộ\nThứ ba: nghỉ", "Lịch họp tuần 12", id="capital"),
        pytest.param("Về việc họp\nKính gửi: Các chi bộ\nMời họp.", "Về việc họp", id="addressees"),
        pytest.param("VỀ VIỆC HỌP\nTHÁNG BA\nMời họp.", "Về việc họp tháng ba", id="capitals-go-on"),
        pytest.param("Về việc họp\ntại chi bộ\nMời họp.", "Về việc họp tại chi bộ", id="small-letter-goes-on"),
        pytest.param("VỀ VIỆC HỌP\nTHÁNG BA", "Về việc họp", id="a-text-is-left"),
    ],
)
def test_a_title_does_not_swallow_the_text(below: str, title: str) -> None:
    document = read(f"THÔNG BÁO\n{below}\n")
    assert document.metadata.title == title
    assert len(document.tree) > 1


def test_recipients_lose_dashes_and_end_marks_and_keep_commas_inside() -> None:
    tail = "Nơi nhận:\n- Mặt trận Tổ quốc Việt Nam,\ncác đoàn thể;\n– Các sở, ban, ngành.\nLưu."
    assert read(HEAD + BODY + tail).metadata.recipients == (
        "Mặt trận Tổ quốc Việt Nam, các đoàn thể",
        "Các sở, ban, ngành",
        "Lưu",
    )


def test_an_id_without_number_or_date_comes_from_the_words_alone() -> None:
    one, other = clean_text("Thông báo số một,  họp."), clean_text("thông báo số một\n\nhọp")
    assert document_id(Metadata(type="Thông báo"), one) == f"thong-bao~{mark_text(one)}"
    assert mark_text(one) == mark_text(other)
    assert mark_text(one) != mark_text("Thông báo số hai, họp.")
    assert document_id(Metadata(type="Quy định", number="5-QĐ/TU"), one) == f"5-QĐ/TU~{mark_text(one)}"
    assert document_id(Metadata(), one).startswith("van-ban~")


LINES = (
    *("TỈNH ỦY", "*", "Số 05-CT/TU", "ĐẢNG CỘNG SẢN VIỆT NAM", "Phan Thiết, ngày 05 tháng 02 năm 2018", "CHỈ THỊ"),
    *(
        "về công tác dân vận",
        "-----",
        "",
        "I. MỤC",
        "1. Một khoản.",
        "- Một gạch;",
        "Một đoạn văn.",
        "Điều 1. Một điều",
    ),
    *("Nơi nhận:", "- Các huyện ủy;", "T/M BAN THƯỜNG VỤ", "(Đã ký)", "Nguyễn Văn An", "Trên đây là thông báo./."),
)


@settings(max_examples=150)
@given(st.lists(st.sampled_from(LINES), max_size=25))
def test_every_line_is_in_exactly_one_part(lines: list[str]) -> None:
    text = clean_text("\n".join(lines))
    layout: Layout = read_layout(text)

    enclosed = [
        line
        for one in layout.enclosures
        for line in (*one.letterhead, *one.heading, *one.note, *one.body, *one.recipients, *one.signature)
    ]
    parts = (*layout.head, *layout.body, *layout.recipients, *layout.signature, *enclosed)
    assert sorted(line.start for line in parts) == [
        line.start for line in sorted(set(parts), key=lambda one: one.start)
    ]
    assert [line.text for line in sorted(parts, key=lambda one: one.start)] == text.replace("\n\n", "\n").splitlines()
    assert read_metadata(text, layout)[0].source is None
