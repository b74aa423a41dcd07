"""Conditions on documents, in the words people say them; what a topic says of years is none."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.naming.chains import find_conditions
from index.naming.conditions import Condition, split_conditions
from index.naming.periods import read_period
from ingest.models import Metadata

SAID = [
    pytest.param("văn bản ban hành trước 2020", ["truoc:2020!"], id="văn bản ban hành trước 2020"),
    pytest.param("văn bản ban hành trước năm 2020", ["truoc:2020!"], id="văn bản ban hành trước năm 2020"),
    pytest.param(
        "các nghị quyết của Bộ Chính trị năm 2016",
        ["loai:Nghị quyết!", "coquan:Bộ Chính trị!", "nam:2016!"],
        id="các nghị quyết của Bộ Chính trị năm 2016",
    ),
    pytest.param(
        "liệt kê chỉ thị của Ban Bí thư", ["loai:Chỉ thị!", "coquan:Ban Bí thư!"], id="liệt kê chỉ thị của Ban Bí thư"
    ),
    pytest.param("liệt kê các chỉ thị", ["loai:Chỉ thị!"], id="liệt kê các chỉ thị"),
    pytest.param("năm 2018", ["nam:2018"], id="năm 2018"),
    pytest.param("trong năm 2018", ["nam:2018"], id="trong năm 2018"),
    pytest.param("nghị quyết năm 2018 về cán bộ", ["loai:Nghị quyết", "nam:2018"], id="nghị quyết năm 2018 về cán bộ"),
    pytest.param("kiểm tra giám sát trước 2020", ["truoc:2020"], id="kiểm tra giám sát trước 2020"),
    pytest.param("xử lý kỷ luật sau năm 2017", ["sau:2017"], id="xử lý kỷ luật sau năm 2017"),
    pytest.param("kết quả công tác cán bộ năm 2017", [], id="kết quả công tác cán bộ năm 2017"),
    pytest.param("mục tiêu đến năm 2020", [], id="mục tiêu đến năm 2020"),
    pytest.param("hoàn thành trước năm 2020", [], id="hoàn thành trước năm 2020"),
    pytest.param("công tác PCTN năm 2018", [], id="công tác PCTN năm 2018"),
    pytest.param("van ban ban hanh truoc 2020", ["truoc:2020!"], id="van ban ban hanh truoc 2020"),
    pytest.param(
        "cac nghi quyet cua bo chinh tri nam 2016",
        ["loai:Nghị quyết!", "coquan:Bộ Chính trị!", "nam:2016!"],
        id="cac nghi quyet cua bo chinh tri nam 2016",
    ),
    pytest.param(
        "nghị quyết của Bộ Chính trị về sắp xếp bộ máy",
        ["loai:Nghị quyết", "coquan:Bộ Chính trị"],
        id="nghị quyết của Bộ Chính trị về sắp xếp bộ máy",
    ),
    pytest.param("documents issued before 2020", ["truoc:2020!"], id="documents issued before 2020"),
    pytest.param("issued in 2018", ["nam:2018"], id="issued in 2018"),
    pytest.param("26 January 2018", ["ngay:2018-01-26"], id="26 January 2018"),
    pytest.param("July 6, 2022", ["ngay:2022-07-06"], id="July 6, 2022"),
    pytest.param("in January 2018", ["thang:2018-01"], id="in January 2018"),
    pytest.param("documents issued in Jan. 2018", ["thang:2018-01!"], id="documents issued in Jan. 2018"),
    pytest.param("documents issued before July 2022", ["truoc:2022-07!"], id="documents issued before July 2022"),
    pytest.param("documents since March 3rd, 2017", ["tu:2017-03-03!"], id="documents since March 3rd, 2017"),
    pytest.param("documents of 31 February 2018", [], id="documents of 31 February 2018"),
    pytest.param("đã mua máy 2018 chiếc", [], id="đã mua máy 2018 chiếc"),
    pytest.param("ngày 26/01/2018", ["ngay:2018-01-26"], id="ngày 26/01/2018"),
    pytest.param("công tác cán bộ ngày 26/01/2018", [], id="công tác cán bộ ngày 26/01/2018"),
    pytest.param(
        "resolutions of the Politburo in 2016",
        ["loai:Nghị quyết!", "coquan:Bộ Chính trị!", "nam:2016!"],
        id="resolutions of the Politburo in 2016",
    ),
    pytest.param("văn bản của Tỉnh ủy", ["coquan:Tỉnh ủy!"], id="văn bản của Tỉnh ủy"),
    pytest.param("văn bản tháng 1/2018", ["thang:2018-01!"], id="văn bản tháng 1/2018"),
    pytest.param("văn bản ban hành từ 2015 đến 2018", ["nam:2015-2018!"], id="văn bản ban hành từ 2015 đến 2018"),
    pytest.param("từ 2015 đến 2018", ["nam:2015-2018"], id="từ 2015 đến 2018"),
    pytest.param(
        "văn bản do Chính phủ ban hành năm 2016",
        ["coquan:Chính phủ!", "nam:2016!"],
        id="văn bản do Chính phủ ban hành năm 2016",
    ),
    pytest.param("theo quy định của pháp luật", [], id="theo quy định của pháp luật"),
    pytest.param("ai quyết định việc này", [], id="ai quyết định việc này"),
    pytest.param("quy định nào về kỷ luật đảng viên", [], id="quy định nào về kỷ luật đảng viên"),
    pytest.param("Thông báo được gửi đến những nơi nào?", [], id="Thông báo được gửi đến những nơi nào?"),
    pytest.param("Ai ký thông báo này?", [], id="Ai ký thông báo này?"),
    pytest.param("Thông báo nói gì về dân vận?", ["loai:Thông báo"], id="Thông báo nói gì về dân vận?"),
    pytest.param("bao cao danh gia the nao ve can bo", ["loai:Báo cáo"], id="bao cao danh gia the nao ve can bo"),
    pytest.param("Khi thông báo nói gì với dân?", [], id="Khi thông báo nói gì với dân?"),
    pytest.param(
        "Những ai phải triển khai thực hiện thông báo này?", [], id="Những ai phải triển khai thực hiện thông báo này?"
    ),
    pytest.param(
        "Việc học tập, quán triệt chỉ thị, nghị quyết của Đảng còn hạn chế gì?",
        [],
        id="Việc học tập, quán triệt chỉ thị, nghị quyết của Đảng còn hạn chế gì?",
    ),
    pytest.param(
        "Phải quán triệt văn bản nào của Bộ Chính trị khi đảng viên mắc sai phạm?",
        ["coquan:Bộ Chính trị"],
        id="Phải quán triệt văn bản nào của Bộ Chính trị khi đảng viên mắc sai phạm?",
    ),
    pytest.param(
        "Xử lý đảng viên vi pham theo quy dinh nào cua Bo Chinh tri",
        ["coquan:Bộ Chính trị"],
        id="Xử lý đảng viên vi pham theo quy dinh nào cua Bo Chinh tri",
    ),
    pytest.param(
        "Kế hoạch của Tỉnh ủy thực hiện nghị quyết 18",
        ["loai:Kế hoạch", "coquan:Tỉnh ủy"],
        id="Kế hoạch của Tỉnh ủy thực hiện nghị quyết 18",
    ),
    pytest.param(
        "Quy định 102-QĐ/TW của Bộ Chính trị", ["coquan:Bộ Chính trị"], id="Quy định 102-QĐ/TW của Bộ Chính trị"
    ),
    pytest.param("Quy định 102 năm 2017", [], id="Quy định 102 năm 2017"),
    pytest.param(
        "Quy định 102 ngày 15/11/2017 của Bộ Chính trị",
        ["coquan:Bộ Chính trị"],
        id="Quy định 102 ngày 15/11/2017 của Bộ Chính trị",
    ),
    pytest.param("chỉ thị ký ngày 15/5/2016", [], id="chỉ thị ký ngày 15/5/2016"),
    pytest.param("các văn bản sau năm 2017 về dân vận", ["sau:2017!"], id="các văn bản sau năm 2017 về dân vận"),
    pytest.param("nghị quyết từ 2015 đến nay", ["loai:Nghị quyết", "tu:2015"], id="nghị quyết từ 2015 đến nay"),
    pytest.param("vai trò của Bộ Chính trị", ["coquan:Bộ Chính trị"], id="vai trò của Bộ Chính trị"),
    pytest.param("trách nhiệm của người đứng đầu", [], id="trách nhiệm của người đứng đầu"),
    pytest.param(
        "thông báo của Tỉnh ủy năm 2018",
        ["loai:Thông báo", "coquan:Tỉnh ủy", "nam:2018"],
        id="thông báo của Tỉnh ủy năm 2018",
    ),
    pytest.param("Năm 2018, yêu cầu chung là gì", [], id="Năm 2018, yêu cầu chung là gì"),
    pytest.param("hai năm 2017 và 2018", [], id="hai năm 2017 và 2018"),
    pytest.param(
        "kiểm tra giám sát trong các văn bản ban hành trước 2020",
        ["truoc:2020!"],
        id="kiểm tra giám sát trong các văn bản ban hành trước 2020",
    ),
    pytest.param(
        "văn bản nào ban hành sau 2017 nói về dân vận", ["sau:2017!"], id="văn bản nào ban hành sau 2017 nói về dân vận"
    ),
    pytest.param(
        "tài liệu của Ban Tổ chức Trung ương",
        ["coquan:Ban Tổ chức Trung ương!"],
        id="tài liệu của Ban Tổ chức Trung ương",
    ),
    pytest.param("nghi dinh cua chinh phu", ["loai:Nghị định", "coquan:Chính phủ"], id="nghi dinh cua chinh phu"),
    pytest.param(
        "quyết định của Thủ tướng", ["loai:Quyết định", "coquan:Thủ tướng Chính phủ"], id="quyết định của Thủ tướng"
    ),
    pytest.param(
        "các nghị quyết của Trung ương được thực hiện thế nào",
        ["loai:Nghị quyết", "coquan:Trung ương"],
        id="các nghị quyết của Trung ương được thực hiện thế nào",
    ),
    pytest.param(
        "What did resolutions issued after 2017 say about cadres?",
        ["loai:Nghị quyết!", "sau:2017!"],
        id="What did resolutions issued after 2017 say about cadres?",
    ),
    pytest.param("list directives", ["loai:Chỉ thị!"], id="list directives"),
    pytest.param(
        "tìm kết luận của Tỉnh uỷ tháng 01 năm 2018",
        ["loai:Kết luận!", "coquan:Tỉnh ủy!", "thang:2018-01!"],
        id="tìm kết luận của Tỉnh uỷ tháng 01 năm 2018",
    ),
    pytest.param(
        "những hướng dẫn của UBKTTW",
        ["loai:Hướng dẫn!", "coquan:Ủy ban Kiểm tra Trung ương!"],
        id="những hướng dẫn của UBKTTW",
    ),
    pytest.param("Mức lương cơ sở năm 2018 là bao nhiêu?", [], id="Mức lương cơ sở năm 2018 là bao nhiêu?"),
    pytest.param("luật ban hành trước 2015", ["loai:Luật!", "truoc:2015!"], id="luật ban hành trước 2015"),
    pytest.param("So với năm 2016 thì thế nào", [], id="So với năm 2016 thì thế nào"),
    pytest.param("before 2020", ["truoc:2020"], id="before 2020"),
]


@pytest.mark.parametrize(("typed", "expected"), SAID)
def test_conditions_are_found_and_bind_where_the_sentence_is_about_documents(typed: str, expected: list[str]) -> None:
    """A mark of exclamation: binding."""
    assert [one.key + "!" * one.binding for one in find_conditions(typed)] == expected


NOTICE = Metadata(type="Thông báo", signer_role="Chánh Văn phòng", event_date=datetime.date(2018, 1, 26))
REGULATION = Metadata(
    type="Quy định",
    number="102-QĐ/TW",
    issuer="Ban Chấp hành Trung ương",
    power="T/M Bộ Chính trị",
    date=datetime.date(2017, 11, 15),
)
UNSIGNED = Metadata(type="Nghị quyết", number="18-NQ/TW", issuer="Ban Chấp hành Trung ương")
DECREE = Metadata(type="Nghị định", number="34/2016/NĐ-CP", issuer="Chính phủ")
PROVINCE = Metadata(type="Kết luận", number="462-KL/TU", issuer="Tỉnh ủy Bình Thuận", date=datetime.date(2018, 1, 4))
COMMITTEE = Metadata(type="Hướng dẫn", number="04-HD/UBKTTW", issuer="Ủy ban Kiểm tra Trung ương")


@pytest.mark.parametrize(
    ("key", "metadata", "expected"),
    [
        pytest.param("nam:2017", REGULATION, True, id="year"),
        pytest.param("nam:2018", REGULATION, False, id="another-year"),
        pytest.param("nam:2018", NOTICE, None, id="the-day-of-a-meeting-is-no-day-of-issue"),
        pytest.param("nam:2015-2018", REGULATION, True, id="span"),
        pytest.param("truoc:2017", REGULATION, False, id="before-the-year-itself"),
        pytest.param("truoc:2018", REGULATION, True, id="before"),
        pytest.param("truoc:2017-11-15", REGULATION, False, id="before-the-day-itself"),
        pytest.param("sau:2016", REGULATION, True, id="after"),
        pytest.param("sau:2017", REGULATION, False, id="after-the-year-itself"),
        pytest.param("tu:2017", REGULATION, True, id="from"),
        pytest.param("den:2017", REGULATION, True, id="until"),
        pytest.param("thang:2018-01", PROVINCE, True, id="month"),
        pytest.param("ngay:2018-01-04", PROVINCE, True, id="day"),
        pytest.param("ngay:2018-01-05", PROVINCE, False, id="another-day"),
        pytest.param("nam:2016", DECREE, True, id="year-in-the-sign"),
        pytest.param("ngay:2016-03-01", DECREE, None, id="a-year-tells-no-day"),
        pytest.param("loai:Quy định", REGULATION, True, id="type"),
        pytest.param("loai:Chỉ thị", REGULATION, False, id="another-type"),
        pytest.param("loai:Chỉ thị", Metadata(), None, id="no-type"),
        pytest.param("coquan:Bộ Chính trị", REGULATION, True, id="by-the-signature"),
        pytest.param("coquan:Ban Bí thư", REGULATION, False, id="signed-for-another"),
        pytest.param("coquan:Bộ Chính trị", UNSIGNED, None, id="the-letterhead-is-of-all-central-bodies"),
        pytest.param("coquan:Trung ương", UNSIGNED, True, id="the-centre"),
        pytest.param("coquan:Tỉnh ủy", UNSIGNED, False, id="not-the-province"),
        pytest.param("coquan:Tỉnh ủy", PROVINCE, True, id="province"),
        pytest.param("coquan:Thành ủy", Metadata(number="462-KL/TU"), None, id="the-sign-tu-is-of-both"),
        pytest.param("coquan:Trung ương", COMMITTEE, False, id="a-committee-is-not-the-centre"),
        pytest.param("coquan:Ủy ban Kiểm tra Trung ương", COMMITTEE, True, id="committee"),
        pytest.param("coquan:Chính phủ", Metadata(number="34/2016/NĐ-CP"), True, id="by-the-sign"),
        pytest.param("coquan:Tỉnh ủy", NOTICE, None, id="an-office-signs-for-somebody"),
    ],
)
def test_a_document_meets_a_condition_or_not_or_does_not_say(
    key: str, metadata: Metadata, expected: bool | None
) -> None:
    assert Condition(key).fits(metadata) is expected


def test_every_condition_is_said_in_words_with_what_is_not_known() -> None:
    found = find_conditions("các nghị quyết của Bộ Chính trị ban hành trước năm 2020")
    assert [one.words for one in found] == ["loại văn bản: Nghị quyết", "của Bộ Chính trị", "ban hành trước năm 2020"]
    assert [one.unknown for one in found] == ["không rõ loại văn bản", "không rõ cơ quan ban hành", "không rõ ngày"]


def test_only_binding_and_chosen_ones_exclude() -> None:
    binding, said = Condition("nam:2018", binding=True), Condition("truoc:2020")
    assert split_conditions((binding, said), ()) == ((binding,), (said,))
    assert split_conditions((binding, said), ("truoc:2020",)) == ((binding, said), ())


@pytest.mark.parametrize("day", [pytest.param("1/1/0001", id="first"), pytest.param("31/12/9999", id="last")])
@pytest.mark.parametrize("word", ["trước", "sau", "từ", "đến"])
def test_the_ends_of_the_calendar_are_no_error(word: str, day: str) -> None:
    (one,) = find_conditions(f"văn bản ban hành {word} ngày {day}")
    assert one.fits(REGULATION) in (True, False)


@given(st.text(alphabet="văn bản năm trước sau 2018 của Tỉnh ủy/-.ngày", max_size=60))
def test_the_key_of_every_condition_of_time_can_be_read(typed: str) -> None:
    for one in find_conditions(typed):
        if one.key.partition(":")[0] not in ("loai", "coquan"):
            first, last = read_period(one.key)
            assert first <= last
