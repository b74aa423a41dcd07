"""Changes said of what stands before the verb: words in quotes, what a provision settles, an end without "được"."""

from __future__ import annotations

import pytest

from ingest.relating.relations import find_relations
from tests.relating_papers import closing, make_paper, tell, titled

_LEAD = "Điều 1. Sửa đổi, bổ sung một số nội dung của Quy chế làm việc ban hành kèm theo Quyết định số 2-QĐ/TW như sau:"


def change(line: str) -> list[str]:
    """What a decision does that amends an enclosed text by its clauses, its opening words left out."""
    return tell(make_paper("về sửa đổi Quy chế làm việc", f"{_LEAD}\n1. {line}", "QUYẾT ĐỊNH"))[2:]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param('Cụm từ "A" tại Điều 12 được thay bằng "B".', ["amends quy-che.dieu-12"], id="by-others"),
        pytest.param(
            "Các từ “A” và “C” quy định tại khoản 1 Điều 4 và Điều 17 được thay thế bằng các từ “B”.",
            ["amends quy-che.dieu-4.khoan-1", "amends quy-che.dieu-17"],
            id="several",
        ),
        pytest.param("Cụm từ “A” tại Điều 12 được sửa thành “B”.", ["amends quy-che.dieu-12"], id="made-others"),
        pytest.param("Cụm từ “A” tại Điều 12 được bãi bỏ.", ["amends quy-che.dieu-12"], id="left-out"),
        pytest.param(
            "Cụm từ “A” được thay bằng cụm từ “B” tại Điều 12.", ["amends quy-che.dieu-12"], id="place-behind"
        ),
        pytest.param("Cụm từ “A” tại Điều 12 được hiểu là “B”.", [], id="explained"),
        pytest.param(
            "Cụm từ “A” tại Điều 12 của Luật Đất đai được thay bằng “B”.",
            ["amends Luật Đất đai dieu-12"],
            id="of-a-law",
        ),
        pytest.param(
            'Bổ sung điểm g vào khoản 4 Điều 9: "g) Nêu ý kiến theo Nghị quyết số 35/2023/UBTVQH15.".',
            ["supplements quy-che.dieu-9.khoan-4.diem-g"],
            id="new-words-that-name-a-document",
        ),
        pytest.param(
            "Việc lấy phiếu nêu tại khoản 2 Điều 9 được sửa đổi như sau: lấy phiếu kín.",
            ["amends quy-che.dieu-9.khoan-2"],
            id="what-a-clause-settles",
        ),
        pytest.param("Việc lấy phiếu nêu tại khoản 2 Điều 9 được bãi bỏ.", [], id="what-it-settles-ends"),
        pytest.param(
            "Khoản 3 Điều 14 và Phụ lục 2 bãi bỏ.",
            ["repeals quy-che.dieu-14.khoan-3", "repeals phu-luc-2"],
            id="ended-without-being",
        ),
        pytest.param("Khoản 3 Điều 14 chưa bãi bỏ.", [], id="not-ended"),
        pytest.param("Điều 22 hết hiệu lực.", ["repeals quy-che.dieu-22"], id="holds-no-more"),
        pytest.param("Khoản 4 Điều 13 không còn hiệu lực.", ["repeals quy-che.dieu-13.khoan-4"], id="nor-this"),
        pytest.param("Điều 22 Quy định này hết hiệu lực.", [], id="of-this-one"),
        pytest.param("Giấy phép theo Điều 22 hết hiệu lực.", [], id="what-goes-by-it"),
        pytest.param(
            "Điều 13 được bổ sung khoản 4 như sau:\n“4. A”.", ["supplements quy-che.dieu-13.khoan-4"], id="added"
        ),
        pytest.param(
            'Khoản 2 Điều 8 được bổ sung các điểm đ và e: "đ) A; e) B".',
            ["supplements quy-che.dieu-8.khoan-2.diem-đ", "supplements quy-che.dieu-8.khoan-2.diem-e"],
            id="several-added",
        ),
        pytest.param("Điều 13 được bổ sung khoản 4 theo quy định.", [], id="not-added-here"),
        pytest.param("Tên Chương III được đổi thành: “B”.", ["amends quy-che.chuong-III"], id="called-otherwise"),
        pytest.param("Đổi tên Điều 5 thành “B”.", ["amends quy-che.dieu-5"], id="call-it-otherwise"),
        pytest.param("Tên Ban A được đổi thành “B”.", [], id="a-body-called-otherwise"),
    ],
)
def test_a_clause_says_its_change_behind_what_is_changed(line: str, told: list[str]) -> None:
    assert [one.replace("2-QĐ/TW ", "") for one in change(line)] == told


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param(
            "Cụm từ “A” tại Điều 5 và Điều 7 Quy định số 15-QĐ/TW được thay bằng “B”.",
            ["amends 15-QĐ/TW dieu-5", "amends 15-QĐ/TW dieu-7"],
            id="words",
        ),
        pytest.param(
            "Cụm từ “A” trong Quy định số 15-QĐ/TW được thay thế bằng “B”.",
            ["amends 15-QĐ/TW in part"],
            id="words-wherever-they-stand",
        ),
        pytest.param("Cụm từ “A” tại Điều 5 Quy định số 15-QĐ/TW được hiểu là “B”.", [], id="words-explained"),
        pytest.param(
            "Cơ quan góp ý. Việc lấy phiếu nêu tại điểm 2.3 mục II Hướng dẫn số 6-HD/TW được sửa đổi như sau: kín.",
            ["amends 6-HD/TW muc-II.diem-2-3"],
            id="a-matter",
        ),
        pytest.param(
            "Việc lấy phiếu nêu tại mục II Hướng dẫn số 6-HD/TW được thực hiện như sau: kín.", [], id="a-matter-is-done"
        ),
        pytest.param("Mức thu quy định tại Điều 5 Quy định số 15-QĐ/TW hết hiệu lực.", [], id="a-matter-ends"),
        pytest.param(
            "Khoản 3 Điều 6 Quy định số 15-QĐ/TW bãi bỏ.", ["repeals 15-QĐ/TW dieu-6.khoan-3"], id="a-clause-ends"
        ),
        pytest.param(
            "Quy định số 15-QĐ/TW, ngày 05/6/2012 của Ban Bí thư nay hủy bỏ kể từ ngày 01/01/2018.",
            ["repeals 15-QĐ/TW since 2018-01-01"],
            id="a-paper-ends",
        ),
        pytest.param("Đề nghị Ban Bí thư xem xét Quy định số 15-QĐ/TW để bãi bỏ.", [], id="asked-for"),
        pytest.param("Các văn bản mà Quy định số 15-QĐ/TW bãi bỏ.", [], id="what-it-ended"),
        pytest.param("Những khoản thu theo Quy định số 15-QĐ/TW bãi bỏ.", [], id="what-goes-by-it"),
        pytest.param("Ban Tổ chức theo dõi việc thực hiện Quy định số 15-QĐ/TW và bãi bỏ.", [], id="another-object"),
    ],
)
def test_a_change_is_said_behind_the_document(sentence: str, told: list[str]) -> None:
    assert tell(closing(sentence)) == told


@pytest.mark.parametrize(
    "sentence",
    [
        "Cụm từ “A” tại Điều 5 Quy định số 15-QĐ/TW được thay bằng “B”.",
        "Từ “A” trong Quy chế số 5-QC/TW được thay bằng “B”.",
    ],
)
def test_the_words_that_make_way_are_shown(sentence: str) -> None:
    document = closing(sentence)
    (one,) = find_relations(document)

    assert document.text[one.start : one.end].endswith("được thay")
    assert "“A”" in document.text[one.start : one.end]


@pytest.mark.parametrize(
    ("title", "kind", "told"),
    [
        pytest.param("một số vấn đề cụ thể thi hành Quy định số 45-QĐ/TW", "HƯỚNG DẪN", "guides", id="matters"),
        pytest.param("về một số nội dung trong việc thực hiện Quy định số 45-QĐ/TW", "HƯỚNG DẪN", "guides", id="in"),
        pytest.param(
            "những điểm chủ yếu về tổ chức thực hiện Quy định số 45-QĐ/TW", "HƯỚNG DẪN", "guides", id="points"
        ),
        pytest.param("công tác kiểm tra việc thực hiện Quy định số 45-QĐ/TW", "HƯỚNG DẪN", "", id="how-to-inspect"),
        pytest.param("về một số nội dung thực hiện Quy định số 45-QĐ/TW", "KẾ HOẠCH", "carries_out", id="a-plan"),
    ],
)
def test_a_guide_guides_some_matters_of_it(title: str, kind: str, told: str) -> None:
    assert tell(titled(title, kind)) == ([f"{told} 45-QĐ/TW"] if told else [])
