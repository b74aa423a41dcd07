"""Titles and preambles: what a document rests on, carries out, guides; and what is told of other documents."""

from __future__ import annotations

import time

import pytest

from ingest.relating.relation import LOOSE, TOLD
from ingest.relating.relations import find_relations
from tests.relating_papers import closing, make_paper, opening, tell, tell_mere, titled


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        pytest.param(
            "- Căn cứ Điều lệ Đảng;\n- Căn cứ Quy định số 29-QĐ/TW, ngày 25/7/2016 của Ban Chấp hành Trung ương về "
            "thi hành Điều lệ Đảng và Quy định số 30-QĐ/TW, ngày 26/7/2016,",
            ["Điều lệ Đảng", "29-QĐ/TW", "30-QĐ/TW"],
            id="party",
        ),
        pytest.param(
            "Căn cứ Nghị định số 30/1998/NĐ-CP quy định chi tiết thi hành Luật Đất đai và Luật Đầu tư;\n"
            "Xét đề nghị tại Tờ trình số 12/TTr-BTC;",
            ["30/1998/NĐ-CP"],
            id="not-what-its-title-names-nor-a-proposal",
        ),
        pytest.param(
            "Căn cứ Nghị định số 62/CP của Chính phủ ban hành Quy chế đầu tư, Nghị định số 02/1999/NĐ-CP về việc "
            "sửa đổi, bổ sung một số điều của Nghị định số 62/CP;",
            ["62/CP", "02/1999/NĐ-CP"],
            id="joined-behind-a-title",
        ),
        pytest.param(
            "Căn cứ ý kiến của Thủ tướng tại các Công văn số 4830/KTTH ngày 24/9/1997, số 1440/CP-KTTH;",
            ["4830/KTTH", "1440/CP-KTTH"],
            id="what-was-said-there",
        ),
        pytest.param(
            "Căn cứ:\n- Luật Tổ chức Chính phủ ngày 25/12/2001;\n- Nghị định số 30/1998/NĐ-CP.",
            ["Luật Tổ chức Chính phủ", "30/1998/NĐ-CP"],
            id="a-list-below",
        ),
        pytest.param(
            "Căn cứ khoản 2 Điều 5 và Điều 7 Quy định số 29-QĐ/TW;",
            ["29-QĐ/TW dieu-5.khoan-2", "29-QĐ/TW dieu-7"],
            id="clauses",
        ),
        pytest.param(
            "Căn cứ Nghị quyết Đại hội Đảng bộ tỉnh; căn cứ Nghị quyết số 18-NQ/TW,",
            ["18-NQ/TW"],
            id="said-again-inside",
        ),
        pytest.param("Căn cứ tình hình thực hiện Nghị quyết số 18-NQ/TW;", [], id="how-things-stand"),
    ],
)
def test_rests_on_the_documents_of_its_preamble(lines: str, told: list[str]) -> None:
    assert [one for one in tell(opening(lines)) if ": " not in one] == [f"based_on {name}" for name in told]


def test_rests_on_what_stands_below_the_heading_of_a_plan() -> None:
    body = "I. CĂN CỨ PHÁP LÝ\n- Luật Đất đai ngày 19/6/2015;\n- Nghị quyết số 39-NQ/TW.\nII. NỘI DUNG\nRà soát."

    assert tell(make_paper("về biên chế", body, "KẾ HOẠCH")) == ["based_on Luật Đất đai", "based_on 39-NQ/TW"]


def test_a_basis_for_reckoning_in_the_body_is_no_basis_of_the_document() -> None:
    assert tell(closing("Căn cứ vào Điều 3 Nghị định số 30/1998/NĐ-CP, doanh thu được tính như trên.")) == []


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        pytest.param(
            "Thực hiện Nghị quyết số 18-NQ/TW và Kết luận số 50-KL/TW, Ban Thường vụ quy định như sau:",
            ["carries_out 18-NQ/TW", "carries_out 50-KL/TW"],
            id="two",
        ),
        pytest.param("Nhằm thực hiện tốt Chỉ thị số 05-CT/TW, yêu cầu:", ["carries_out 05-CT/TW"], id="in-order-to"),
        pytest.param(
            "Thực hiện việc phát hành công trái theo Nghị quyết số 09/2002/QH11 của Quốc hội;",
            ["carries_out 09/2002/QH11"],
            id="a-task-it-gave",
        ),
        pytest.param(
            "Thực hiện Kết luận số 50-KL/TW về tiếp tục thực hiện Nghị quyết số 18-NQ/TW, Ban Bí thư quy định:",
            ["carries_out 50-KL/TW", "50-KL/TW: carries_out 18-NQ/TW"],
            id="which-carries-out-another",
        ),
    ],
)
def test_carries_out_what_its_opening_names(lines: str, told: list[str]) -> None:
    assert tell(opening(lines)) == told


def test_a_call_in_the_body_carries_out_with_less_certainty() -> None:
    (found,) = find_relations(closing("Thực hiện nghiêm túc Chỉ thị số 05-CT/TW."))

    assert (found.kind, found.certainty) == ("carries_out", LOOSE)


@pytest.mark.parametrize(
    ("title", "kind", "told"),
    [
        pytest.param(
            "sửa đổi, bổ sung một số điều của Quy định số 69-QĐ/TW",
            "QUYẾT ĐỊNH",
            ["amends 69-QĐ/TW in part", "supplements 69-QĐ/TW in part"],
            id="amending",
        ),
        pytest.param(
            "về việc bổ sung chính sách thuế hướng dẫn tại Thông tư số 176/1998/TT-BTC",
            "THÔNG TƯ",
            ["supplements 176/1998/TT-BTC in part"],
            id="supplementing-what-it-says",
        ),
        pytest.param(
            "VỀ VIỆC BỔ SUNG, SỬA ĐỔI CHÍNH SÁCH THUẾ HƯỚNG DẪN TẠI THÔNG TƯ LIÊN TỊCH\nSỐ 176/1998/TTLT-BTC-BCN",
            "THÔNG TƯ",
            ["supplements 176/1998/TTLT-BTC-BCN in part", "amends 176/1998/TTLT-BTC-BCN in part"],
            id="amending-what-it-says-in-capitals",
        ),
        pytest.param(
            "sửa đổi, bổ sung Điều 7, Quy chế số 10-QC/TW",
            "QUYẾT ĐỊNH",
            ["amends 10-QC/TW dieu-7", "supplements 10-QC/TW dieu-7"],
            id="amending-an-article",
        ),
        pytest.param("về việc bãi bỏ Quyết định số 15-QĐ/TU", "QUYẾT ĐỊNH", ["repeals 15-QĐ/TU"], id="repealing"),
        pytest.param("THAY THẾ QUYẾT ĐỊNH SỐ 15-QĐ/TU", "QUYẾT ĐỊNH", ["replaces 15-QĐ/TU"], id="in-capitals"),
        pytest.param(
            "thực hiện một số điều trong Quy định số 94-QĐ/TW",
            "HƯỚNG DẪN",
            ["guides 94-QĐ/TW"],
            id="its-type-is-the-verb",
        ),
        pytest.param(
            "quy định chi tiết và hướng dẫn thi hành Luật Đất đai", "NGHỊ ĐỊNH", ["guides Luật Đất đai"], id="in-detail"
        ),
        pytest.param(
            "hướng dẫn thi hành Nghị định số 30/1998/NĐ-CP quy định chi tiết thi hành Luật Đất đai",
            "THÔNG TƯ",
            ["guides 30/1998/NĐ-CP", "30/1998/NĐ-CP: guides Luật Đất đai"],
            id="guides-what-guides",
        ),
        pytest.param(
            "QUY ĐỊNH CHI TIẾT THI HÀNH LUẬT SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT ĐẤT ĐAI\nSỐ 04/1998/QH10",
            "NGHỊ ĐỊNH",
            ["guides 04/1998/QH10"],
            id="guides-what-amends",
        ),
        pytest.param("hướng dẫn bổ sung thực hiện Quy định số 94-QĐ/TW", "CÔNG VĂN", ["guides 94-QĐ/TW"], id="more"),
        pytest.param("V/v hướng dẫn thực hiện Quy định số 94-QĐ/TW", "CÔNG VĂN", ["guides 94-QĐ/TW"], id="by-letter"),
        pytest.param("thực hiện Nghị quyết số 18-NQ/TW", "KẾ HOẠCH", ["carries_out 18-NQ/TW"], id="a-plan"),
        pytest.param("về tiếp tục thực hiện Chỉ thị số 05-CT/TW", "KẾT LUẬN", ["carries_out 05-CT/TW"], id="goes-on"),
        pytest.param("kết quả thực hiện Nghị quyết số 18-NQ/TW", "BÁO CÁO", [], id="reports"),
        pytest.param("về kiểm tra việc thực hiện Nghị quyết số 18-NQ/TW", "KẾ HOẠCH", [], id="inspects"),
        pytest.param("về việc ban hành Nghị định thay thế Nghị định số 29/1998/NĐ-CP", "TỜ TRÌNH", [], id="proposes"),
        pytest.param("về thay đổi thành viên Ban Chỉ đạo theo Quyết định số 15-QĐ/TU", "QUYẾT ĐỊNH", [], id="members"),
    ],
)
def test_does_what_its_title_says(title: str, kind: str, told: list[str]) -> None:
    assert tell(titled(title, kind)) == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param(
            "Quy định này được thay thế bởi Quy định số 69-QĐ/TW từ ngày 06/7/2022.",
            ["69-QĐ/TW: replaces this since 2022-07-06"],
            id="this-one-is-replaced",
        ),
        pytest.param(
            "Văn bản này đã bị bãi bỏ bởi Quyết định số 9-QĐ/TW.", ["9-QĐ/TW: repeals this"], id="this-one-is-repealed"
        ),
        pytest.param(
            "Quy định số 94-QĐ/TW đã được thay thế bằng Quy định số 181-QĐ/TW.",
            ["181-QĐ/TW: replaces 94-QĐ/TW"],
            id="one-of-another",
        ),
        pytest.param(
            "Khoản 2 Điều 9 Luật Đất đai được bổ sung tại khoản 1 Điều 1 Luật số 04/1998/QH10 có quy định riêng.",
            ["04/1998/QH10: supplements Luật Đất đai dieu-9.khoan-2"],
            id="a-clause-of-another",
        ),
        pytest.param(
            "Luật Cư trú số 81/2006/QH11 đã được sửa đổi một số điều theo Luật số 36/2013/QH13 và Luật số 40/2014/QH13 "
            "hết hiệu lực kể từ ngày Quy định này có hiệu lực thi hành.",
            [
                "36/2013/QH13: amends 81/2006/QH11 in part",
                "40/2014/QH13: amends 81/2006/QH11 in part",
                "repeals 81/2006/QH11",
            ],
            id="repealed-with-its-amendments",
        ),
        pytest.param(
            "Bãi bỏ Quyết định số 15-QĐ/TU về việc sửa đổi một số điều của Quyết định số 9-QĐ/TU.",
            ["repeals 15-QĐ/TU", "15-QĐ/TU: amends 9-QĐ/TU in part"],
            id="in-the-title-of-what-is-repealed",
        ),
    ],
)
def test_tells_what_another_document_does(sentence: str, told: list[str]) -> None:
    assert sorted(tell(closing(sentence))) == sorted(told)


def test_what_is_told_of_another_is_less_certain_and_shows_both_names() -> None:
    paper = closing("Quy định số 94-QĐ/TW đã được thay thế bằng Quy định số 181-QĐ/TW.")
    found = next(one for one in find_relations(paper) if one.subject is not None)

    assert found.certainty == TOLD
    assert paper.text[found.start : found.end] == "Quy định số 94-QĐ/TW đã được thay thế bằng Quy định số 181-QĐ/TW"


AMENDING = (
    "Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 15-QĐ/TU như sau:\n"
    "1. Khoản 2 Điều 5 được sửa đổi như sau: “2. Mới.”\n"
    "2. Bãi bỏ khoản 3 Điều 6.\n"
    "3. Bổ sung Điều 7a vào sau Điều 7 như sau:\n“Điều 7a. Thay thế Quyết định số 9-QĐ/TU.”\n"
    "4. Sửa đổi Điều 2 của Quy định này.\n"
    "5. Bổ sung khoản 5 vào sau khoản 4 Điều 8 như sau:\n“5. Mới.”\n"
    '6. Thay cụm từ "Quận ủy" bằng cụm từ "cấp ủy tại Điều 3" tại Điều 9.'
)


def test_changes_clauses_of_the_one_document_that_it_amends() -> None:
    assert tell(make_paper("về quy chế làm việc", AMENDING)) == [
        "amends 15-QĐ/TU in part",
        "supplements 15-QĐ/TU in part",
        "amends 15-QĐ/TU dieu-5.khoan-2",
        "repeals 15-QĐ/TU dieu-6.khoan-3",
        "supplements 15-QĐ/TU dieu-7a",
        "15-QĐ/TU: replaces 9-QĐ/TU",
        "supplements 15-QĐ/TU dieu-8.khoan-5",
        "amends 15-QĐ/TU dieu-9",
    ]


def test_refers_to_each_document_and_each_clause_once() -> None:
    paper = closing(
        "Hồ sơ theo Điều 5 Nghị định số 29/1998/NĐ-CP. Việc nộp theo Điều 5 và Điều 6 Nghị định số 29/1998/NĐ-CP, "
        "Quyết định số 15-QĐ/TU và Quyết định số 15-QĐ/TU."
    )

    assert tell_mere(paper) == [
        "refers_to 29/1998/NĐ-CP dieu-5",
        "refers_to 29/1998/NĐ-CP dieu-6",
        "refers_to 15-QĐ/TU",
    ]


@pytest.mark.parametrize(
    ("lead", "one"),
    [
        pytest.param("Bãi bỏ các văn bản sau: ", "Quyết định số {}-QĐ/TU về việc sửa đổi quy chế", id="behind-a-verb"),
        pytest.param("", "Quyết định số {}-QĐ/TU hết hiệu lực", id="each-with-its-verb"),
    ],
)
def test_is_quick_with_a_long_text_and_a_long_list(lead: str, one: str) -> None:
    listed = lead + "; ".join(one.format(i) for i in range(1, 1000))
    paper = closing(f"{listed}.\n" + "Các đơn vị thực hiện tốt nhiệm vụ được giao. " * 10000)
    began = time.process_time()

    assert len(tell(paper)) == 999
    assert time.process_time() - began < 3.0


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        pytest.param("- Trên cơ sở Hướng dẫn số 03-HD/BTCTU;", ["based_on 03-HD/BTCTU"], id="a-line"),
        pytest.param(
            "Trên cơ sở các Kết luận số 5-KL/TU và số 7-KL/TU,", ["based_on 5-KL/TU", "based_on 7-KL/TU"], id="several"
        ),
        pytest.param("Trên cơ sở kiểm điểm việc thực hiện Nghị quyết số 05-NQ/TU,", [], id="a-review"),
        pytest.param("Trên cơ sở ý kiến đồng ý của Thường trực tại Tờ trình số 5-TTr/VP,", [], id="an-opinion"),
    ],
)
def test_rests_on_what_it_is_made_on_the_grounds_of(lines: str, told: list[str]) -> None:
    assert tell(opening(lines)) == told
