"""Annexes named as such: "Phụ lục II ban hành kèm theo …" is the provision phu-luc-2, whatever stands in its title."""

from __future__ import annotations

import pytest

from index.finding.standing import read_path
from index.referring import find_address
from ingest.addresses import describe
from ingest.citing.resolving import Places
from ingest.documents import read_document
from tests.relating_papers import closing, make_paper, tell, tell_mere
from tests.test_references import read

DECREE = "Nghị định số 5/2016/NĐ-CP"


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        pytest.param(f"Phụ lục II ban hành kèm theo {DECREE}", [("phu-luc-2", "5/2016/NĐ-CP")], id="goes-with-it"),
        pytest.param(f"Phụ lục số 02 của {DECREE}", [("phu-luc-2", "5/2016/NĐ-CP")], id="with-its-number"),
        pytest.param(
            f"Phụ lục I, II và Phụ lục III {DECREE}",
            [("phu-luc-1", "5/2016/NĐ-CP"), ("phu-luc-2", "5/2016/NĐ-CP"), ("phu-luc-3", "5/2016/NĐ-CP")],
            id="a-list",
        ),
        pytest.param(
            f"điểm 3 Mục I Phụ lục 1 kèm theo {DECREE}", [("phu-luc-1.muc-I.diem-3", "5/2016/NĐ-CP")], id="within"
        ),
        pytest.param(
            f"Phụ lục 5 danh mục mã xăng, dầu ban hành kèm theo {DECREE}", [("phu-luc-5", "5/2016/NĐ-CP")], id="titled"
        ),
        pytest.param(
            "Phụ lục II Quy chế làm việc ban hành kèm theo Quyết định số 5-QĐ/TU",
            [("phu-luc-2", "5-QĐ/TU")],
            id="beside-an-enclosed-text",
        ),
        pytest.param(
            f"khoản 2 và Phụ lục II {DECREE}",
            [("khoan-2", "5/2016/NĐ-CP"), ("phu-luc-2", "5/2016/NĐ-CP")],
            id="a-clause-beside-it",
        ),
        pytest.param(
            f"Phụ lục 1 {DECREE} và Phụ lục 2 của Quy định này",
            [("phu-luc-1", "5/2016/NĐ-CP"), ("quy-dinh-nay.phu-luc-2", None)],
            id="each-with-its-own",
        ),
        pytest.param("Phụ lục II ban hành kèm theo Quyết định này", [("quyet-dinh-nay.phu-luc-2", None)], id="own"),
        pytest.param("theo Phụ lục 2", [("phu-luc-2", None)], id="pointed-at"),
        pytest.param("gồm 3 Phụ lục 2 trang", [], id="counted"),
        pytest.param(f"Phụ lục kèm theo {DECREE}", [], id="without-a-number"),
        pytest.param(f"Phụ lục II; kèm theo {DECREE}", [], id="apart"),
    ],
)
def test_an_annex_is_a_provision_of_what_it_goes_with(raw: str, found: list[tuple[str, str | None]]) -> None:
    assert [(path, owner) for _, path, owner in read(raw)] == found


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        pytest.param(
            f"Sửa đổi Phụ lục II ban hành kèm theo {DECREE}.", ["amends 5/2016/NĐ-CP phu-luc-2"], id="amended"
        ),
        pytest.param(
            f"Bãi bỏ điểm 3 Mục I Phụ lục 1 kèm theo {DECREE}.",
            ["repeals 5/2016/NĐ-CP phu-luc-1.muc-I.diem-3"],
            id="a-point-of-it",
        ),
        pytest.param(f"Phụ lục II kèm theo {DECREE} hết hiệu lực.", ["repeals 5/2016/NĐ-CP phu-luc-2"], id="it-ended"),
        pytest.param(f"Bổ sung Phụ lục IV vào {DECREE}.", ["supplements 5/2016/NĐ-CP phu-luc-4"], id="put-in"),
        pytest.param(
            f"Thay thế Mẫu số 02 tại Phụ lục II {DECREE}.", ["replaces 5/2016/NĐ-CP in part"], id="a-form-in-it"
        ),
        pytest.param(f"Danh mục số 1 kèm theo {DECREE} hết hiệu lực.", ["repeals 5/2016/NĐ-CP in part"], id="a-list"),
        pytest.param(f"Bãi bỏ Danh mục số 1 kèm theo {DECREE}.", ["repeals 5/2016/NĐ-CP in part"], id="a-list-ended"),
        pytest.param(f"Bãi bỏ Quy chế kèm theo {DECREE}.", ["repeals 5/2016/NĐ-CP"], id="all-that-goes-with-it"),
        pytest.param(f"Theo Phụ lục II {DECREE}.", [], id="only-named"),
    ],
)
def test_what_is_done_to_an_annex_is_not_done_to_the_whole(sentence: str, told: list[str]) -> None:
    assert tell(closing(sentence)) == told


def test_a_form_leads_to_the_annex_it_stands_in() -> None:
    assert tell_mere(closing(f"Thay Mẫu số 02 tại Phụ lục II {DECREE}.")) == ["refers_to 5/2016/NĐ-CP phu-luc-2"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param("Sửa đổi Phụ lục II như sau: “Phụ lục II”.", "amends 5-QĐ/TU phu-luc-2", id="active"),
        pytest.param("Phụ lục II được sửa đổi như sau: “Phụ lục II”.", "amends 5-QĐ/TU phu-luc-2", id="passive"),
        pytest.param("Bãi bỏ điểm 3 Mục I Phụ lục II.", "repeals 5-QĐ/TU phu-luc-2.muc-I.diem-3", id="a-point-of-it"),
    ],
)
@pytest.mark.parametrize("what", ["Quy định số 5-QĐ/TU", "Quy chế làm việc ban hành kèm theo Quyết định số 5-QĐ/TU"])
def test_where_the_document_stands_above_it_is_its_annex(what: str, line: str, told: str) -> None:
    body = f"Điều 1. Sửa đổi một số điều của {what} như sau:\n1. {line}\nĐiều 2. Thi hành."
    assert tell(make_paper("về quy định", body, "QUYẾT ĐỊNH"))[-1] == told


def test_its_path_leads_to_where_the_structure_has_it() -> None:
    document = read_document(
        "TỈNH ỦY LÂM HẢI\n*\nSố 5-QĐ/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nLâm Hải, ngày 10 tháng 01 năm 2023\n\nQUYẾT ĐỊNH\n"
        "về biên chế\n\nĐiều 1. Ban hành kèm theo Quyết định này 2 phụ lục về biên chế.\n"
        "Điều 2. Xem mục I.2 Phụ lục II kèm theo Quyết định này.\n\nT/M BAN THƯỜNG VỤ\nTrần Văn A\n\n"
        "PHỤ LỤC I\nBIÊN CHẾ CƠ QUAN\n\nI. CẤP TỈNH\n\n1. Một.\n\n2. Hai.\n\n"
        "PHỤ LỤC II\nBIÊN CHẾ ĐƠN VỊ\n\nI. CẤP HUYỆN\n\n1. Ba.\n\n2. Bốn.\n",
        "giay.txt",
    )
    places, addresses = Places(document), [one.address for one in document.walk()]
    named = [places.resolve(one) for one in document.references if "phu-luc" in one.path]

    assert places.find("phu-luc-2.muc-I.diem-2") == "phu-luc-2.I.2"
    assert find_address(addresses, ["phu-luc-2.muc-I.diem-2"]) == "phu-luc-2.I.2"
    assert places.find_named("phu-luc-1") == ("phu-luc-1",)
    assert read_path("phu-luc-2.I", ())[:2] == ("phu-luc", "so-2")
    assert describe("phu-luc-2.muc-I.diem-3") == "điểm 3, Mục I Phụ lục 2"
    assert named == ["phu-luc-2.I.2"]
    assert places.find("quy-che-nay.phu-luc-1") == "phu-luc-1"
