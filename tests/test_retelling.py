"""Words that were kept in Vietnamese, told in the language of whoever reads them."""

from __future__ import annotations

import pytest

from ingest.language import fill, speaking
from ingest.readers.printed.pages import name_pages
from ingest.retelling import retell

_TOLD = [
    pytest.param("tệp rỗng", "the file is empty", id="words-alone"),
    pytest.param("Tệp gốc năm 1998", "Tệp gốc năm 1998", id="none-of-ours"),
    pytest.param("tệp lớn hơn 100 MB", "the file is larger than 100 MB", id="a-value"),
    pytest.param(name_pages([3]), "Page 3", id="one-page"),
    pytest.param(name_pages([3, 5, 8]), "Pages 3, 5 and 8", id="some-pages"),
    pytest.param(name_pages([*range(1, 26)]), "Pages 1, 2, 3, 4, 5 and 20 more", id="many-pages"),
    pytest.param(
        "Trang 3 và 8 nhận dạng chưa chắc chắn, cần kiểm tra: hãy đối chiếu với bản gốc.",
        "Pages 3 and 8: not surely recognised; compare with the original.",
        id="words-within-words",
    ),
    pytest.param(
        "nên kiểm tra số, ký hiệu, ngày ban hành, người ký",
        "check sign, date of issue, signer",
        id="a-list-whose-words-hold-commas",
    ),
    pytest.param("nên kiểm tra dấu giáp lai", "check dấu giáp lai", id="a-value-that-is-not-ours"),
    pytest.param("chưa đọc được loại tệp ảnh HEIC", "files of this kind cannot be read yet: HEIC picture", id="a-kind"),
    pytest.param(
        "Tệp PDF có 1 tệp đính kèm (a.docx) chưa được đọc. Hãy mở tệp, lưu từng tệp đính kèm ra thư mục rồi thêm lại.",
        "The PDF has 1 attached file (a.docx), not read. "
        "Open the file, save each attached file into a folder, then add that.",
        id="one-counted",
    ),
    pytest.param(
        "Trang 1 là ảnh quét chưa đọc được: máy này chưa có Tesseract. Hãy quét lại ở 300 dpi, lưu thành PDF hoặc PNG "
        "rồi thêm lại.",
        "Page 1: a scan that was not read: this machine has no Tesseract. Scan it again at 300 dpi, save it as PDF or "
        "PNG, then add that.",
        id="two-sentences",
    ),
    pytest.param(
        "LibreOffice đã mở giúp tệp này (tệp DOC bị hỏng hoặc bị cắt ngắn). Hãy đối chiếu với bản gốc.",
        "LibreOffice opened this file (the DOC file is damaged or cut short). Compare with the original.",
        id="the-longer-of-two",
    ),
    pytest.param(
        "Chữ viết bằng phông TCVN3 (.VnTime) đã được chuyển sang Unicode.",
        "Words in the fonts of TCVN3 (.VnTime) were turned into Unicode.",
        id="a-name",
    ),
]


@pytest.mark.parametrize(("kept", "english"), _TOLD)
def test_tells_what_was_kept_in_english(kept: str, english: str) -> None:
    with speaking("en"):
        assert retell(kept) == english


@pytest.mark.parametrize(("kept", "english"), _TOLD)
def test_what_was_kept_stays_to_the_letter_in_vietnamese(kept: str, english: str) -> None:
    assert retell(kept) == kept


def test_fills_in_vietnamese_whatever_is_spoken() -> None:
    with speaking("en"):
        assert fill("tệp lớn hơn {size} MB", size=100) == "tệp lớn hơn 100 MB"
