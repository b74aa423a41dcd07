"""Who signed is read from the lines above the name at the end of a document, and from nothing else."""

from __future__ import annotations

import pytest

from tests.test_layout_and_metadata import BODY, HEAD, RECIPIENTS, SIGNATURE, read


@pytest.mark.parametrize(
    ("tail", "addresses"),
    [
        pytest.param(SIGNATURE + "\n" + RECIPIENTS, ["chu-ky", "noi-nhan"], id="signature-first"),
        pytest.param(RECIPIENTS + "\n" + SIGNATURE, ["noi-nhan", "chu-ky"], id="recipients-first"),
    ],
)
def test_the_tail_is_read_in_either_order(tail: str, addresses: list[str]) -> None:
    document = read(HEAD + BODY + tail)

    record = document.metadata
    assert (record.signer, record.power, record.signer_role) == ("Trần Quốc Vượng", "T/M Bộ Chính trị", None)
    assert document.metadata.recipients == ("Các tỉnh ủy, thành ủy", "Lưu Văn phòng Trung ương Đảng")
    assert [root.address for root in document.tree][-2:] == addresses


def test_a_mark_of_signing_is_neither_role_nor_name() -> None:
    record = read(HEAD + BODY + RECIPIENTS + "CHÁNH VĂN PHÒNG\n\n(đã ký và đóng dấu)\n\nLê Tấn Lai\n").metadata
    assert (record.signer, record.signer_role) == ("Lê Tấn Lai", "Chánh Văn phòng")


@pytest.mark.parametrize(
    "tail",
    [
        pytest.param("Danh sách gồm\nTỔ MỘT\nLê Văn An\n", id="list-goes-on"),
        pytest.param("Xong.\nTỔ MỘT\ngồm năm người\n", id="no-name"),
        pytest.param("Xong.\nLê Văn An\n", id="no-role"),
    ],
)
def test_lines_that_only_look_like_a_signature_are_none(tail: str) -> None:
    document = read(HEAD + BODY + tail)
    assert (document.metadata.signer, document.metadata.signer_role) == (None, None)
    assert "chu-ky" not in [root.address for root in document.tree]


@pytest.mark.parametrize(
    ("tail", "signature", "office"),
    [
        pytest.param(
            "IV. TỔ CHỨC\n1. Các ban lo.\n2. Báo cáo.\n", "T/M TỈNH ỦY\nBÍ THƯ", ("T/M Tỉnh ủy", "Bí thư"), id="items"
        ),
        pytest.param("IV. TỔ CHỨC\n\nCác ban lo liệu.\n\n", "TỔNG BÍ THƯ", (None, "Tổng Bí thư"), id="a-paragraph"),
        pytest.param(
            "TỔ CHỨC THỰC HIỆN\nCác ban lo liệu.\n", "CHỦ NHIỆM", (None, "Chủ nhiệm"), id="heading-without-number"
        ),
        pytest.param("- Các ban lo liệu\n", "T/M TỈNH ỦY", ("T/M Tỉnh ủy", None), id="unfinished-item"),
        pytest.param("B. TỔ CHỨC THỰC HIỆN\n", "TM. TỈNH ỦY", ("TM. Tỉnh ủy", None), id="heading-at-once"),
        pytest.param("Xong.\nPhần III\n", "K/T CHỦ TỊCH\nPHÓ CHỦ TỊCH", ("K/T Chủ tịch", "Phó Chủ tịch"), id="part"),
        pytest.param("Các ban lo.\n", "TM. Ban Thường vụ\nBí thư", ("TM. Ban Thường vụ", "Bí thư"), id="small-letters"),
        pytest.param("Các ban lo.\n", "BÍ THƯ\n*\n(chữ ký)", (None, "Bí thư"), id="marks"),
    ],
)
def test_a_signature_is_only_the_unbroken_lines_above_the_name(
    tail: str, signature: str, office: tuple[str | None, str | None]
) -> None:
    document = read(f"{HEAD}{BODY}{tail}{signature}\n\nTrần Thị Bình\n")

    record = document.metadata
    assert (record.signer, (record.power, record.signer_role)) == ("Trần Thị Bình", office)
    (signed,) = (root for root in document.tree if root.address == "chu-ky")
    assert document.text[signed.start : signed.end].replace("\n\n", "\n") == f"{signature}\nTrần Thị Bình"
