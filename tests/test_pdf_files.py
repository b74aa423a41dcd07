from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from ingest.errors import ReadingError
from ingest.models import LEGIBLE
from ingest.readers.printed import ocr
from ingest.readers.printed.pdf import read_pdf
from tests.old_fonts import as_tcvn3
from tests.plain_pdf import Shown, write_pdf

FILE = Path("van-ban.pdf")
PROSE = [
    "Cong tac kiem tra giam sat duoc tang cuong gan voi xu ly nghiem cac",
    "truong hop vi pham, gop phan giu vung ky luat cua to chuc dang o co so",
    "va nang cao chat luong sinh hoat chi bo trong toan tinh.",
]


def column(lines: list[str], top: float = 700, left: float = 70) -> list[Shown]:
    return [(left, top - 16 * i, line) for i, line in enumerate(lines)]


def test_lines_of_a_paragraph_are_one_line() -> None:
    reading = read_pdf(write_pdf([column(PROSE)]), FILE)

    assert reading.kind == "PDF"
    assert reading.text == " ".join(PROSE)
    assert [(page.number, page.confidence) for page in reading.pages] == [(1, None)]


def test_a_file_of_one_page_loses_nothing() -> None:
    shown = [(290.0, 810.0, "1"), *column(PROSE), (250.0, 30.0, "Trang 1/1")]
    text = read_pdf(write_pdf([shown]), FILE).text

    assert text.startswith("1\n")
    assert text.endswith("Trang 1/1")


def test_running_heads_and_page_numbers_go_and_the_pages_stay() -> None:
    pages = [
        [
            (200.0, 810.0, "Van phong Tinh uy"),
            *column([f"Day la trang thu {i} cua van ban."]),
            (290.0, 30.0, f"- {i} -"),
        ]
        for i in range(1, 5)
    ]
    reading = read_pdf(write_pdf(pages), FILE)

    assert [page.text for page in reading.pages] == [f"Day la trang thu {i} cua van ban." for i in range(1, 5)]
    assert [page.number for page in reading.pages] == [1, 2, 3, 4]


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_sheet_laid_on_its_side_reads_as_it_is_shown(turned: int) -> None:
    assert read_pdf(write_pdf([column(PROSE)], rotate=turned), FILE).text == " ".join(PROSE)


@pytest.mark.parametrize(
    ("font", "held", "read"),
    [
        pytest.param(".VnTime", "C\xe9ng h\xdfa x· héi chñ nghÜa", "Cộng hòa xã hội chủ nghĩa", id="tcvn3"),
        pytest.param(
            ".VnTime", as_tcvn3("Bí thư được ưu tiên, 102-QĐ/TW"), "Bí thư được ưu tiên, 102-QĐ/TW", id="horn"
        ),
        pytest.param("VnTimeHBold", "quyÕt ®Þnh sè 115/2004/Q§-TTg", "QUYẾT ĐỊNH SỐ 115/2004/QĐ-TTg", id="capitals"),
        pytest.param("VNI-Times", "Coäng hoøa xaõ hoäi chuû nghóa", "Cộng hòa xã hội chủ nghĩa", id="vni"),
    ],
)
def test_fonts_of_before_unicode_are_converted(font: str, held: str, read: str) -> None:
    reading = read_pdf(write_pdf([column([held])], font=font), FILE)

    assert reading.text == read
    assert [note for note in reading.notes if "đã được chuyển sang Unicode" in note]


def test_a_good_text_under_a_scan_is_taken_and_says_how_far_it_is_to_be_trusted() -> None:
    said = "Công tác kiểm tra, giám sát được tăng cường gắn với xử lý nghiêm các trường hợp vi phạm ở cơ sở."
    held = [as_tcvn3(said)] * 3
    good, worse = (
        read_pdf(write_pdf([column([*held, as_tcvn3(last)])], font=".VnTime", scan=True), FILE).pages[0]
        for last in ("Xem Quy định.", "Xem trựục, nghịi.")
    )

    assert good.text.startswith(said)
    assert good.confidence == 1
    assert worse.confidence is not None
    assert 0.8 < worse.confidence < LEGIBLE


def test_a_bad_text_under_a_scan_is_not_taken() -> None:
    with pytest.raises(ReadingError, match="không có chữ nào"):  # the picture is white
        read_pdf(
            write_pdf([column(["C6ng tdc ki6m gi6m s6t dugc cuong gdn v6i xri ly nghi6m c6c"] * 3)], scan=True), FILE
        )


def test_what_is_filled_into_a_form_is_read_where_it_stands() -> None:
    content = write_pdf(
        [[(70.0, 700.0, "Ho va ten:"), (70.0, 500.0, "Cuoi trang.")]], filled=(140.0, 700.0, "Nguyen Van An")
    )

    assert read_pdf(content, FILE).text.split() == ["Ho", "va", "ten:", "Nguyen", "Van", "An", "Cuoi", "trang."]


def test_files_packed_into_a_pdf_are_named_and_what_to_do() -> None:
    packed = r"2 tệp đính kèm \(bieu-mau.xlsx, phu-luc.docx\).*lưu từng tệp đính kèm ra thư mục rồi thêm lại"
    names = ["bieu-mau.xlsx", "phu-luc.docx"]

    assert re.search(packed, read_pdf(write_pdf([column(PROSE)], packed=names), FILE).notes[0])
    with pytest.raises(ReadingError, match=f"chỉ là bìa gói {packed}"):
        read_pdf(write_pdf([[]], packed=names), FILE)


def test_a_letterhead_of_two_columns_is_read_column_by_column() -> None:
    shown = [
        (80.0, 780.0, "TINH UY BINH THUAN"),
        (330.0, 780.0, "DANG CONG SAN VIET NAM"),
        (130.0, 764.0, "*"),
        (90.0, 748.0, "So 12-TB/TU"),
        (310.0, 748.0, "Binh Thuan, ngay 5 thang 3 nam 2018"),
        *column(PROSE),
    ]
    lines = [line for line in read_pdf(write_pdf([shown]), FILE).text.split("\n") if line]

    assert lines == [
        *("TINH UY BINH THUAN", "*", "So 12-TB/TU"),
        *("DANG CONG SAN VIET NAM", "Binh Thuan, ngay 5 thang 3 nam 2018"),
        " ".join(PROSE),
    ]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        pytest.param(b"%PDF-1.4\n" + b"x" * 500, "bị hỏng, chưa chép đủ", id="no-pdf-inside"),
        pytest.param(write_pdf([]), "không có trang nào", id="no-pages"),
        pytest.param(write_pdf([[]]), "không có chữ nào", id="blank"),
        pytest.param(write_pdf([column(PROSE)], password="mat"), "có mật khẩu. Hãy mở tệp bằng mật khẩu", id="locked"),
    ],
)
def test_what_gives_no_text_is_refused_with_the_reason(content: bytes, why: str) -> None:
    with pytest.raises(ReadingError, match=why):
        read_pdf(content, FILE)


def test_a_file_that_only_its_owner_may_change_is_read() -> None:
    assert read_pdf(write_pdf([column(PROSE)], password=""), FILE).text == " ".join(PROSE)


def test_a_truncated_file_is_read_or_refused_at_every_tenth() -> None:
    whole = write_pdf([column(PROSE)] * 5)
    for tenth in range(1, 10):
        try:
            reading = read_pdf(whole[: len(whole) * tenth // 10], FILE)
        except ReadingError:
            continue
        assert reading.text.strip("\f\n")


def test_a_scan_is_refused_with_advice_where_tesseract_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pytesseract.pytesseract.tesseract_cmd", "khong-co-tesseract")

    assert ocr.find_tesseract() is None
    with pytest.raises(ReadingError, match=r"máy này chưa có Tesseract.*apt-get install tesseract-ocr.*UB Mannheim"):
        read_pdf(scanned(), FILE)


def scanned() -> bytes:
    """A page that is one picture."""
    from io import BytesIO

    from PIL import Image, ImageDraw

    image = Image.new("L", (800, 1100), 255)
    ImageDraw.Draw(image).text((100, 100), "QUYET DINH", fill=0, font_size=40)
    out = BytesIO()
    image.save(out, "PDF", resolution=100)
    return out.getvalue()


def test_two_megabytes_of_text_take_less_than_a_minute() -> None:
    content = write_pdf([[*column(PROSE * 5), (290.0, 30.0, str(i + 1))] for i in range(100)])
    read_pdf(content, FILE)
    started = time.process_time()
    reading = read_pdf(content, FILE)

    assert len(reading.pages) == 100
    assert len(reading.text.encode()) / (time.process_time() - started) > 2_000_000 / 60
