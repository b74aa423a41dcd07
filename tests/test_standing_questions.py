"""Questions of whether named documents stand are told from those of what stands in them, however they are typed."""

from __future__ import annotations

import pytest

from index.naming.standing_requests import find_standing_request


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        pytest.param("Kế hoạch 19-KH/HU còn hiệu lực không?", ["19"], id="sign"),
        pytest.param("KH 19 huyện ủy còn hiệu lực không", ["19"], id="abbreviated-with-issuer"),
        pytest.param("kh 19 huyen uy con hieu luc ko", ["19"], id="without-marks"),
        pytest.param("qd 351 cua tinh uy lam hai con hieu luc khong", ["351"], id="issuer-named-without-marks"),
        pytest.param("QĐ 351 của Tỉnh ủy Kiên Hưng còn giá trị không ạ", ["351"], id="issuer-named"),
        pytest.param("đ/c cho hỏi QĐ 318 đã bị thay thế chưa", ["318"], id="politely"),
        pytest.param("dc cho hoi QD 318 thay the chua", ["318"], id="politely-without-marks"),
        pytest.param("đồng chí cho em hỏi Quy định 318 đã hết hiệu lực chưa ạ", ["318"], id="ended-yet"),
        pytest.param("quyết định 351 đã bị bãi bỏ hay chưa", ["351"], id="repealed-or-not"),
        pytest.param("QĐ 351 hết hiệu lực từ ngày nào", ["351"], id="ended-when"),
        pytest.param("khi nào quy định 102 được thay thế", ["102"], id="replaced-when"),
        pytest.param("hiệu lực của QĐ 351", ["351"], id="noun"),
        pytest.param("NQ 18 đã được sửa đổi, bổ sung chưa", ["18"], id="amended"),
        pytest.param("quy định 102 và quy định 07 còn hiệu lực không", ["102", "07"], id="two"),
        pytest.param("is Regulation 102 still in force?", ["102"], id="english"),
        pytest.param("văn bản này còn hiệu lực không", [], id="this"),
    ],
)
def test_a_question_of_standing_is_read(typed: str, named: list[str]) -> None:
    request = find_standing_request(typed)
    assert request is not None
    assert [target.ordinal for target in request.targets] == named


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        pytest.param("khoản 2 điều 4 quyết định 351 đã bị sửa chưa", "dieu-4.khoan-2", id="amended"),
        pytest.param("Điều 5 QĐ 351 bị bãi bỏ khi nào", "dieu-5", id="when"),
        pytest.param("khoan 3 dieu 7 QD 351 con ap dung ko", "dieu-7.khoan-3", id="without-marks"),
        pytest.param("khoản 3 Điều 7 Quy chế 351 còn được áp dụng không", "dieu-7.khoan-3", id="of-the-enclosed-text"),
        pytest.param(
            "khoản 3 điều 7 quy chế giám sát kèm theo QĐ 351 còn dùng không", "quy-che.dieu-7.khoan-3", id="named"
        ),
        pytest.param("QĐ 351 khoản 2 Điều 4 đã sửa đổi chưa", "dieu-4.khoan-2", id="place-last"),
    ],
)
def test_the_place_that_is_asked_of_is_kept(typed: str, place: str) -> None:
    request = find_standing_request(typed)
    assert request is not None
    assert [target.place for target in request.targets] == [place]


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        pytest.param("năm 2019 quy định 102 còn hiệu lực không", "2019-01-01", "2019-12-31", id="year-first"),
        pytest.param("nam 2019 qd 102 con hieu luc khong", "2019-01-01", "2019-12-31", id="without-marks"),
        pytest.param("trong năm 2019 QĐ 102 có còn hiệu lực không", "2019-01-01", "2019-12-31", id="within"),
        pytest.param("Vào ngày 01/5/2019 Quy định 102-QĐ/TW còn hiệu lực không?", "2019-05-01", "2019-05-01", id="day"),
        pytest.param("tháng 5/2019 QĐ 102 còn hiệu lực ko", "2019-05-01", "2019-05-31", id="month"),
        pytest.param("tính đến tháng 5/2019 QĐ 102 còn hiệu lực ko", "2019-05-31", "2019-05-31", id="up-to"),
        pytest.param("quy định 102 còn hiệu lực vào năm 2019 không", "2019-01-01", "2019-12-31", id="year-within"),
    ],
)
def test_the_time_that_is_asked_of_is_read(typed: str, first: str, last: str) -> None:
    request = find_standing_request(typed)
    assert request is not None
    assert request.period is not None
    assert [day.isoformat() for day in request.period] == [first, last]


@pytest.mark.parametrize(
    "typed",
    [
        "Quy định 102 có hiệu lực từ khi nào",
        "Quy định 102 thay thế quy định 181 từ khi nào?",
        "Quy định 102 nói gì về thay thế cán bộ",
        "căn cứ quy định 102 còn hiệu lực xử lý thế nào",
        "đảng viên vi phạm còn áp dụng quy định 102 không",
        "văn bản hết hiệu lực thì thay thế thế nào",
        "văn bản nào còn hiệu lực?",
        "ai được sửa đổi, bổ sung quy chế làm việc",
        "có được sửa đổi kế hoạch đã phê duyệt không",
        "thay thế ủy viên ban chỉ đạo khi nào",
        "Quy định 102 sửa đổi những gì",
        "thẻ đảng viên còn giá trị sử dụng không",
    ],
)
def test_a_question_of_anything_else_is_none(typed: str) -> None:
    assert find_standing_request(typed) is None
