"""Signs of documents in the ways people type them, and what only looks like one."""

from __future__ import annotations

import pytest

from index.naming.targets import Target, find_targets


def show(target: Target) -> str:
    """Sign or name, when, and place: "102-QĐ/TW (2017) @dieu-3"."""
    sign = "-".join(part for part in (target.ordinal, target.kind) if part) + (f"/{target.body}" if target.body else "")
    when = " ".join(str(part) for part in (target.year, target.date, None if target.name else target.term) if part)
    parts = target.name or sign, when and f"({when})", target.place and f"@{target.place}"
    return " ".join(part for part in parts if part)


NAMED = [
    pytest.param("102-QĐ/TW", ["102-QĐ/TW"], id="102-QĐ/TW"),
    pytest.param("102/QĐ-TW", ["102-QĐ/TW"], id="102/QĐ-TW"),
    pytest.param("QĐ 102", ["102-QĐ"], id="QĐ 102"),
    pytest.param("qđ102", ["102-QĐ"], id="qđ102"),
    pytest.param("quy định 102", ["102-QĐ"], id="quy định 102"),
    pytest.param("quy dinh so 102", ["102-QĐ"], id="quy dinh so 102"),
    pytest.param("Quy định 218 và 102 khác nhau thế nào?", ["218-QĐ", "102-QĐ"], id="two-compared"),
    pytest.param("Quy định 218 và 102 đảng viên", ["218-QĐ"], id="counted"),
    pytest.param("quyết định 217, 218", ["217-QĐ", "218-QĐ"], id="quyết định 217, 218"),
    pytest.param("217 QĐ/TW, 218 QĐ/TW", ["217-QĐ/TW", "218-QĐ/TW"], id="217 QĐ/TW, 218 QĐ/TW"),
    pytest.param("Quy định 102 năm 2017", ["102-QĐ (2017)"], id="Quy định 102 năm 2017"),
    pytest.param("NQ18", ["18-NQ"], id="NQ18"),
    pytest.param(
        "nghị quyết hội nghị lần thứ mười  một ban chấp hành trung ương khóa XII",
        ["Nghị quyết Trung ương 11 khóa XII"],
        id="a conference beyond the tenth, in words",
    ),
    pytest.param("nq tw4 k12", ["Nghị quyết Trung ương 4 khóa XII"], id="nq tw4 k12"),
    pytest.param(
        "Nghị quyết Trung ương 4 khóa XI và XII",
        ["Nghị quyết Trung ương 4 khóa XI", "Nghị quyết Trung ương 4 khóa XII"],
        id="Nghị quyết Trung ương 4 khóa XI và XII",
    ),
    pytest.param(
        "Nghị quyết Trung ương 4 (khóa XII; XIII)",
        ["Nghị quyết Trung ương 4 khóa XII", "Nghị quyết Trung ương 4 khóa XIII"],
        id="Nghị quyết Trung ương 4 (khóa XII; XIII)",
    ),
    pytest.param("chỉ thị 05-CT/TƯ", ["05-CT/TW"], id="chỉ thị 05-CT/TƯ"),
    pytest.param("notice of 26 January 2018", ["TB (2018-01-26)"], id="notice of 26 January 2018"),
    pytest.param("Regulation 69 dated July 6, 2022", ["69-QĐ (2022-07-06)"], id="Regulation 69 dated July 6, 2022"),
    pytest.param("TB 12", ["12-TB"], id="TB 12"),
    pytest.param("34/2016/NĐ-CP", ["34-NĐ/CP (2016)"], id="34/2016/NĐ-CP"),
    pytest.param("Regulation 102-QD/TW", ["102-QĐ/TW"], id="Regulation 102-QD/TW"),
    pytest.param(
        "Nghị quyết số 18-NQ/TW, ngày 25/10/2017",
        ["18-NQ/TW (2017-10-25)"],
        id="Nghị quyết số 18-NQ/TW, ngày 25/10/2017",
    ),
    pytest.param("Nghị quyết số 18 ngày 25-10-2017", ["18-NQ (2017-10-25)"], id="Nghị quyết số 18 ngày 25-10-2017"),
    pytest.param("NGHỊ QUYẾT SỐ 19/NQ-TW", ["19-NQ/TW"], id="NGHỊ QUYẾT SỐ 19/NQ-TW"),
    pytest.param("Quyết định 217 QĐ/TW, 218 QĐ/TW", ["217-QĐ/TW", "218-QĐ/TW"], id="Quyết định 217 QĐ/TW, 218 QĐ/TW"),
    pytest.param("217 QĐ/ TW", ["217-QĐ/TW"], id="217 QĐ/ TW"),
    pytest.param("Quyết định 217,218 của Bộ Chính Trị", ["217-QĐ", "218-QĐ"], id="Quyết định 217,218 của Bộ Chính Trị"),
    pytest.param("quyết định 217, 218 – QĐ/TW", ["217-QĐ/TW", "218-QĐ/TW"], id="quyết định 217, 218 – QĐ/TW"),
    pytest.param("QĐ 217/QĐ-TW, QĐ 218/QĐ-TW", ["217-QĐ/TW", "218-QĐ/TW"], id="QĐ 217/QĐ-TW, QĐ 218/QĐ-TW"),
    pytest.param(
        "Quyết định số 217, 218 của Bộ Chính trị (khóa XI)",
        ["217-QĐ (XI)", "218-QĐ (XI)"],
        id="Quyết định số 217, 218 của Bộ Chính trị (khóa XI)",
    ),
    pytest.param(
        "Quyết định số 217-QĐ/TW và Quyết định số 218-QĐ/TW ngày 12/12/2013",
        ["217-QĐ/TW", "218-QĐ/TW (2013-12-12)"],
        id="Quyết định số 217-QĐ/TW và Quyết định số 218-QĐ/TW ngày 12/12/2013",
    ),
    pytest.param("Quy định số 181 - QĐ/TW", ["181-QĐ/TW"], id="Quy định số 181 - QĐ/TW"),
    pytest.param("Quy định 69-QĐ-TW", ["69-QĐ/TW"], id="Quy định 69-QĐ-TW"),
    pytest.param("Quyết định 66-QĐ/TW 2017", ["66-QĐ/TW (2017)"], id="Quyết định 66-QĐ/TW 2017"),
    pytest.param("Quy định ngày 2/2/2018", ["QĐ (2018-02-02)"], id="Quy định ngày 2/2/2018"),
    pytest.param("Quy định 66/QĐ/TW", ["66-QĐ/TW"], id="Quy định 66/QĐ/TW"),
    pytest.param("Quy định số 69-QÐ/TW", ["69-QĐ/TW"], id="Quy định số 69-QÐ/TW"),
    pytest.param(
        "Nghị quyết Trung ương 4 (khóa 11)", ["Nghị quyết Trung ương 4 khóa XI"], id="Nghị quyết Trung ương 4 (khóa 11)"
    ),
    pytest.param("Nghị quyết T.Ư 4, khóa XI", ["Nghị quyết Trung ương 4 khóa XI"], id="Nghị quyết T.Ư 4, khóa XI"),
    pytest.param("Nghị quyết TW4 khóa 11", ["Nghị quyết Trung ương 4 khóa XI"], id="Nghị quyết TW4 khóa 11"),
    pytest.param("NQ TW 4", ["Nghị quyết Trung ương 4"], id="NQ TW 4"),
    pytest.param("Chỉ thị 05", ["05-CT"], id="Chỉ thị 05"),
    pytest.param("Chỉ thị số 05-CT/BCT", ["05-CT/BCT"], id="Chỉ thị số 05-CT/BCT"),
    pytest.param(
        "Chỉ thị số 05-CT/TW, ngày 15-5-2016, của Bộ Chính trị khóa XII",
        ["05-CT/TW (2016-05-15 XII)"],
        id="Chỉ thị số 05-CT/TW, ngày 15-5-2016, của Bộ Chính trị khóa XII",
    ),
    pytest.param(
        "Quy định số 219-QĐ/TU ngày 08 tháng 8 năm 2025 của Ban Thường vụ Thành ủy",
        ["219-QĐ/TU (2025-08-08)"],
        id="Quy định số 219-QĐ/TU ngày 08 tháng 8 năm 2025 của Ban Thường vụ Thành ủy",
    ),
    pytest.param("số31-QĐ/TW", ["31-QĐ/TW"], id="số31-QĐ/TW"),
    pytest.param("Qui định 102", ["102-QĐ"], id="Qui định 102"),
    pytest.param("Số: 367 - QĐ/TWĐTN-VP", ["367-QĐ/TWĐTN-VP"], id="Số: 367 - QĐ/TWĐTN-VP"),
    pytest.param("264/QĐ-TW", ["264-QĐ/TW"], id="264/QĐ-TW"),
    pytest.param("QD-69-TW", ["69-QĐ/TW"], id="QD-69-TW"),
    pytest.param("qd 69", ["69-QĐ"], id="qd 69"),
    pytest.param("quy định 264", ["264-QĐ"], id="quy định 264"),
    pytest.param("Regulation No. 69-QD/TW", ["69-QĐ/TW"], id="Regulation No. 69-QD/TW"),
    pytest.param("Resolution No. 18", ["18-NQ"], id="Resolution No. 18"),
    pytest.param("Conclusion No. 121", ["121-KL"], id="Conclusion No. 121"),
    pytest.param("Decision 66-QD/TW", ["66-QĐ/TW"], id="Decision 66-QD/TW"),
    pytest.param(
        "Kết luận số 462-KL/TU, ngày 04/01/2018",
        ["462-KL/TU (2018-01-04)"],
        id="Kết luận số 462-KL/TU, ngày 04/01/2018",
    ),
    pytest.param(
        "Nghị quyết Trung ương 04 khóa XI và khóa XII",
        ["Nghị quyết Trung ương 4 khóa XI", "Nghị quyết Trung ương 4 khóa XII"],
        id="Nghị quyết Trung ương 04 khóa XI và khóa XII",
    ),
    pytest.param(
        "nghi quyet trung uong 4 khoa xii", ["Nghị quyết Trung ương 4 khóa XII"], id="nghi quyet trung uong 4 khoa xii"
    ),
    pytest.param("80/2015/QH13", ["80/QH13 (2015)"], id="80/2015/QH13"),
    pytest.param("luật số 80/2015/QH13", ["80/QH13 (2015)"], id="luật số 80/2015/QH13"),
    pytest.param("15/CT-TTg", ["15-CT/TTg"], id="15/CT-TTg"),
    pytest.param("102 qd tw", ["102-QĐ/TW"], id="102 qd tw"),
    pytest.param("102-qd-tw", ["102-QĐ/TW"], id="102-qd-tw"),
    pytest.param("Thông báo 26/01/2018", ["TB (2018-01-26)"], id="Thông báo 26/01/2018"),
    pytest.param("thông báo ngày 26/01/2018", ["TB (2018-01-26)"], id="thông báo ngày 26/01/2018"),
    pytest.param(
        "nghị quyết hội nghị lần thứ sáu ban chấp hành trung ương khóa XII",
        ["Nghị quyết Trung ương 6 khóa XII"],
        id="nghị quyết hội nghị lần thứ sáu ban chấp hành trung ương khóa XII",
    ),
    pytest.param("nghị định 34", ["34-NĐ"], id="nghị định 34"),
    pytest.param("nđ 34/2016", ["34-NĐ (2016)"], id="nđ 34/2016"),
    pytest.param("thông tư 01/2011/TT-BNV", ["01-TT/BNV (2011)"], id="thông tư 01/2011/TT-BNV"),
    pytest.param("KL 462 của TU ra ngày nào?", ["462-KL"], id="KL 462 của TU ra ngày nào?"),
    pytest.param("CT 05 của BCT", ["05-CT"], id="CT 05 của BCT"),
    pytest.param("QĐ 217, QĐ 218", ["217-QĐ", "218-QĐ"], id="QĐ 217, QĐ 218"),
    pytest.param(
        "Làm theo Nghị quyết 04 và Chỉ thị 05 đã mang lại kết quả gì trong đảng viên?",
        ["04-NQ", "05-CT"],
        id="Làm theo Nghị quyết 04 và Chỉ thị 05 đã mang lại kết quả gì trong đảng viên?",
    ),
    pytest.param("nghị quyết 18 khóa 12", ["18-NQ (XII)"], id="nghị quyết 18 khóa 12"),
    pytest.param("nghi quyet 18 khoa xiii", ["18-NQ (XIII)"], id="nghi quyet 18 khoa xiii"),
    pytest.param("nq 18 k13", ["18-NQ (XIII)"], id="nq 18 k13"),
    pytest.param("Quyết định số 99 … Quy định số 124", ["99-QĐ", "124-QĐ"], id="Quyết định số 99 … Quy định số 124"),
    pytest.param("Nghị quyết 18, 19", ["18-NQ", "19-NQ"], id="Nghị quyết 18, 19"),
    pytest.param(
        "nghị quyết số 18 của trung ương khóa XII", ["18-NQ (XII)"], id="nghị quyết số 18 của trung ương khóa XII"
    ),
    pytest.param("05-CT/TU", ["05-CT/TU"], id="05-CT/TU"),
    pytest.param("CT05", ["05-CT"], id="CT05"),
    pytest.param("HD 36-HD/VPTW", ["36-HD/VPTW"], id="HD 36-HD/VPTW"),
    pytest.param(
        "Hướng dẫn số 04-HD/UBKTTW ngày 22/3/2018",
        ["04-HD/UBKTTW (2018-03-22)"],
        id="Hướng dẫn số 04-HD/UBKTTW ngày 22/3/2018",
    ),
    pytest.param("Quy định 07-QĐi/TW", ["07-QĐi/TW"], id="Quy định 07-QĐi/TW"),
    pytest.param("decree 34/2016", ["34-NĐ (2016)"], id="decree 34/2016"),
    pytest.param("law 80/2015/QH13", ["80/QH13 (2015)"], id="law 80/2015/QH13"),
    pytest.param("directive no. 05", ["05-CT"], id="directive no. 05"),
    pytest.param("QĐ số 102", ["102-QĐ"], id="QĐ số 102"),
    pytest.param("QĐ: 102", ["102-QĐ"], id="QĐ: 102"),
    pytest.param("quyết định số: 217", ["217-QĐ"], id="quyết định số: 217"),
    pytest.param("thông báo số 12-TB/TU", ["12-TB/TU"], id="thông báo số 12-TB/TU"),
    pytest.param("quy định 102 của Bộ Chính trị", ["102-QĐ"], id="quy định 102 của Bộ Chính trị"),
    pytest.param("kế hoạch 15-KH/TU", ["15-KH/TU"], id="kế hoạch 15-KH/TU"),
    pytest.param("Đề án 06", ["06-ĐA"], id="Đề án 06"),
    pytest.param("đề án 06", ["06-ĐA"], id="đề án 06"),
    pytest.param("DA 06", ["06-DA"], id="DA 06"),
    pytest.param(
        "Nghị quyết liên tịch 403/2017/NQLT-UBTVQH14-CP",
        ["403-NQLT/UBTVQH14-CP (2017)"],
        id="Nghị quyết liên tịch 403/2017/NQLT-UBTVQH14-CP",
    ),
    pytest.param(
        "quy định số 102 và quyết định số 217", ["102-QĐ", "217-QĐ"], id="quy định số 102 và quyết định số 217"
    ),
    pytest.param("kết luận 127", ["127-KL"], id="kết luận 127"),
    pytest.param("KL127-KL/TW", ["127-KL/TW"], id="KL127-KL/TW"),
    pytest.param(
        "kết luận số 127-KL/TW của bộ chính trị, ban bí thư",
        ["127-KL/TW"],
        id="kết luận số 127-KL/TW của bộ chính trị, ban bí thư",
    ),
    pytest.param("102–QĐ/TW", ["102-QĐ/TW"], id="102–QĐ/TW"),
    pytest.param("102 — QĐ/TW", ["102-QĐ/TW"], id="102 — QĐ/TW"),
    pytest.param("QUY ĐỊNH 102-QĐ/TW", ["102-QĐ/TW"], id="QUY ĐỊNH 102-QĐ/TW"),
    pytest.param("nghị quyết tư 4 khóa 12", ["Nghị quyết Trung ương 4 khóa XII"], id="nghị quyết tư 4 khóa 12"),
    pytest.param(
        "nghị quyết trung ương 6 (khóa 12)",
        ["Nghị quyết Trung ương 6 khóa XII"],
        id="nghị quyết trung ương 6 (khóa 12)",
    ),
    pytest.param("nq tw 6", ["Nghị quyết Trung ương 6"], id="nq tw 6"),
    pytest.param(
        "nq tw4 k11, k12", ["Nghị quyết Trung ương 4 khóa XI", "Nghị quyết Trung ương 4 khóa XII"], id="nq tw4 k11, k12"
    ),
]


@pytest.mark.parametrize(("typed", "expected"), NAMED)
def test_a_sign_is_found_in_every_way_it_is_typed(typed: str, expected: list[str]) -> None:
    assert [show(target) for target in find_targets(typed)] == expected


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("kế hoạch 5 năm", id="kế hoạch 5 năm"),
        pytest.param("quyết định 3 vấn đề", id="quyết định 3 vấn đề"),
        pytest.param("nghị quyết 2018", id="nghị quyết 2018"),
        pytest.param("kế hoạch 2020-2025", id="kế hoạch 2020-2025"),
        pytest.param("kết quả công tác cán bộ năm 2017", id="kết quả công tác cán bộ năm 2017"),
        pytest.param("quy định này có mấy điều", id="quy định này có mấy điều"),
        pytest.param("đạt điểm 8", id="đạt điểm 8"),
        pytest.param("ở điểm nào", id="ở điểm nào"),
        pytest.param("tại địa điểm a", id="tại địa điểm a"),
        pytest.param("mục tiêu đến năm 2020", id="mục tiêu đến năm 2020"),
        pytest.param("5 đảng viên, 3 chi bộ", id="5 đảng viên, 3 chi bộ"),
        pytest.param("đoàn thể 5 xã", id="đoàn thể 5 xã"),
        pytest.param("buôn bán phân bón. Đúng", id="buôn bán phân bón. Đúng"),
        pytest.param("phần bốn", id="phần bốn"),
        pytest.param("tôi có 3 nghị quyết", id="tôi có 3 nghị quyết"),
        pytest.param("5 năm thực hiện nghị quyết", id="5 năm thực hiện nghị quyết"),
        pytest.param("báo cáo 6 tháng đầu năm", id="báo cáo 6 tháng đầu năm"),
        pytest.param("chương trình 5 năm", id="chương trình 5 năm"),
        pytest.param("nghị quyết 5 nội dung", id="nghị quyết 5 nội dung"),
        pytest.param("dự án 5 tỷ đồng", id="dự án 5 tỷ đồng"),
        pytest.param("trên 30 tuổi", id="trên 30 tuổi"),
        pytest.param("quý 3 năm 2018", id="quý 3 năm 2018"),
        pytest.param("ngày 15/11/2017", id="ngày 15/11/2017"),
        pytest.param("nghị quyết đại hội XIII", id="nghị quyết đại hội XIII"),
    ],
)
def test_what_only_looks_like_a_sign_names_nothing(typed: str) -> None:
    assert find_targets(typed) == ()
