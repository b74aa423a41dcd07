"""Images of pages, read by the real Tesseract."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from bench.scanning import Glass, Spoil, dot_matrix, fade, grain, shade, show_through, speckle
from ingest.errors import ReadingError
from ingest.models import LEGIBLE
from ingest.readers.printed import ocr
from ingest.readers.printed.boxes import Word
from ingest.readers.printed.deskew import find_skew, has_ink, straighten
from ingest.readers.printed.images import read_image
from ingest.readers.printed.impossible import impossible_share, weigh_confidence
from ingest.readers.printed.ocr import OcrMissingError, find_tesseract, order_words, read_page_image
from ingest.readers.printed.recognised import Recognised, read_table
from ingest.readers.printed.rules import erase_rules
from ingest.readers.printed.whiten import cover, shows_more, whiten

FILE = Path("quet.png")
LINES = [
    "Công tác kiểm tra, giám sát được tăng cường,",
    "gắn với xử lý nghiêm các trường hợp vi phạm.",
    "Quy định số 102-QĐ/TW của Bộ Chính trị được",
    "triển khai thực hiện nghiêm túc ở các chi bộ.",
]
TEXT = " ".join(LINES)


def draw(lines: list[str] = LINES, size: tuple[int, int] = (1400, 700)) -> Image.Image:
    image = Image.new("L", size, 255)
    for i, line in enumerate(lines):
        ImageDraw.Draw(image).text(
            (120, 120 + 70 * i), line, fill=0, font_size=42, font=ImageFont.truetype("DejaVuSerif.ttf", 42)
        )
    return image


def save(image: Image.Image, kind: str, *more: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, kind, **({"save_all": True, "append_images": list(more)} if more else {}))
    return out.getvalue()


def likeness(text: str) -> float:
    return len(set(text.split()) & set(TEXT.split())) / len(set(TEXT.split()))


def test_this_machine_says_what_it_can_read() -> None:
    found = find_tesseract()

    assert found is not None
    assert found.version[0].isdigit()
    assert found.reads_vietnamese


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP"])
def test_an_image_is_read_with_its_confidence(kind: str) -> None:
    reading = read_image(save(draw(), kind), FILE)

    assert likeness(reading.text) > 0.9
    assert [page.number for page in reading.pages] == [1]
    assert all(page.confidence and 0.8 < page.confidence <= 1 for page in reading.pages)


def test_every_page_of_a_tiff_is_read_and_a_blank_one_kept() -> None:
    reading = read_image(save(draw(), "TIFF", Image.new("L", (1400, 700), 255), draw(LINES[:1])), FILE)

    assert [bool(page.text) for page in reading.pages] == [True, False, True]
    assert [page.confidence is None for page in reading.pages] == [False, True, False]


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_laid_on_its_side_or_head_is_turned(turned: int) -> None:
    page = read_page_image(draw(LINES * 3, (1400, 1100)).rotate(turned, expand=True), 1)

    assert likeness(" ".join(line.text for block in page.blocks for line in block.lines)) > 0.9


@pytest.mark.parametrize("degrees", [-4.0, -1.5, 0.0, 0.7, 3.0])
def test_the_slant_of_a_scan_is_found(degrees: float) -> None:
    slanted = draw(LINES * 2, (1400, 1000)).rotate(degrees, fillcolor=255)

    assert find_skew(slanted) == pytest.approx(-degrees, abs=0.15)
    assert abs(find_skew(straighten(slanted))) <= 0.15


def test_a_blank_page_has_no_ink_and_is_not_slanted() -> None:
    blank = Image.new("L", (800, 1000), 240)

    assert not has_ink(blank)
    assert find_skew(blank) == 0


def test_confidence_weighs_words_by_their_letters_and_specks_go() -> None:
    lines = {"block_num": [1, 1, 1, 1], "par_num": [1] * 4, "line_num": [0, 1, 1, 1]}
    places = {"left": [0, 10, 60, 90], "top": [0, 10, 10, 10], "width": [99, 40, 20, 3], "height": [99, 20, 20, 9]}
    read = read_table({**lines, **places, "text": ["", "nghiêm", "ký", "."], "conf": [-1, 90, 50, 20]})

    assert [word.text for word in read.words] == ["nghiêm", "ký"]
    assert read.confidence == pytest.approx((6 * 0.9 + 2 * 0.5) / 8)


def spoilt(*spoils: Spoil) -> Image.Image:
    page, glass = draw(LINES * 3, (1400, 1100)), Glass(200, np.random.default_rng(3))
    for spoil in spoils:
        page = spoil(page, glass)
    return page


@pytest.mark.parametrize(
    "spoils",
    [
        pytest.param([partial(shade, darkest=0.4)], id="shaded"),
        pytest.param([partial(fade, ink=215), partial(grain, spread=4)], id="faint"),
        pytest.param([partial(grain, spread=60)], id="grainy"),
        pytest.param([partial(speckle, share=0.06)], id="speckled"),
        pytest.param([partial(show_through, share=0.25)], id="shown-through"),
        pytest.param([partial(dot_matrix, per_inch=72)], id="needles"),
    ],
)
def test_a_page_spoilt_by_light_ink_or_grain_is_still_read(spoils: list[Spoil]) -> None:
    page = read_page_image(spoilt(*spoils), 1)

    assert likeness(" ".join(line.text for block in page.blocks for line in block.lines)) > 0.9


def test_a_clean_page_is_left_as_it_is_and_a_blank_one_is_white() -> None:
    clean, blank = whiten(draw()), whiten(spoilt(partial(fade, ink=245), partial(grain, spread=12)))

    assert set(clean.resize((14, 7)).tobytes()) <= set(range(150, 256))
    assert blank.getextrema() == (255, 255)


def test_lines_below_a_stamp_are_read_in_a_second_look() -> None:
    def line(top: float, text: str, sure: float) -> Recognised:
        words = tuple(Word(word, 90.0 * i, 90.0 * i + 80, top, top + 20, 25) for i, word in enumerate(text.split()))
        return Recognised(words, (sure,) * len(words))

    rest = line(60, "của Tỉnh ủy Bình Thuận", 0.8)
    found = line(0, "Kết luận số 462-KL/TU", 0.95).with_lines_of(rest)
    for ornament in (line(90, "ˆ` vẻ tha", 0.3), line(120, "| | | —", 0.9), line(150, "ẢNG BỘ", 0.9)):
        found = found.with_lines_of(ornament)

    assert " ".join(word.text for word in found.words) == "Kết luận số 462-KL/TU của Tỉnh ủy Bình Thuận"
    assert len(found.sure) == len(found.words)


def test_the_rules_of_a_table_go_and_its_letters_stay() -> None:
    plain = whiten(draw())
    ruled = plain.copy()
    for box in ((20, 30, 900, 33), (20, 30, 22, 440), (898, 30, 900, 440), (20, 438, 900, 440)):
        ruled.paste(0, box)

    assert erase_rules(plain).tobytes() == plain.tobytes()
    assert erase_rules(ruled).tobytes() == plain.tobytes()


def test_what_is_not_yet_read_is_seen_on_the_page() -> None:
    page = whiten(draw())
    first = [Word("x", 60, 1000, 70 + 47 * i, 110 + 47 * i, 40) for i in range(2)]

    assert shows_more(cover(page, first), page)
    assert not shows_more(cover(page, [Word("x", 0, 1400, 0, 700, 40)]), page)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        pytest.param("Trựục nghịi Đảng ủy", 0.5, id="tones"),
        pytest.param("nhiem vu", 0.5, id="marks-lost"),
        pytest.param("ngh1ệp nghiệp", 0.5, id="figure-inside"),
        pytest.param("nhiệmvụ công", 0.5, id="joined"),
        pytest.param("Số 102-QĐ/TW, GTGT, Jean Aubert, casino, internet, km2, XVIII, UBND", 0, id="not-to-be-judged"),
        pytest.param("", 0, id="empty"),
    ],
)
def test_words_that_cannot_be_vietnamese_are_counted(text: str, share: float) -> None:
    assert impossible_share(text.split()) == pytest.approx(share)


def test_impossible_words_lower_the_confidence_and_a_single_one_on_a_page_does_not() -> None:
    page = ["quyết", "định"] * 250

    assert weigh_confidence(0.96, [*page, "nghịi"]) == 0.96
    assert weigh_confidence(0.96, [*page, *["nghịi"] * 8]) < LEGIBLE
    assert weigh_confidence(0.96, ["nghịi"] * 9) == 0


def test_the_star_of_a_letterhead_is_one_again() -> None:
    shown = [("TỈNH ỦY", 10, 0), ("ĐẢNG", 300, 0), ("x", 30, 20), ("Số 5", 10, 40), ("CỘNG", 300, 40)]
    words = [Word(text, left, left + 6 * len(text), top, top + 10, 12) for text, left, top in shown]

    assert [line.text for line in order_words(words)[0].lines] == ["TỈNH ỦY", "*", "Số 5"]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        pytest.param(save(draw(), "PNG")[:2000], "bị hỏng hoặc chưa chép đủ", id="truncated"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + b"x" * 100, "bị hỏng", id="no-image"),
        pytest.param(save(Image.new("L", (400, 400), 255), "PNG"), "không có chữ", id="blank"),
        pytest.param(save(Image.new("1", (12_000, 12_000)), "PNG"), "quá lớn", id="bomb"),
    ],
)
def test_an_image_that_gives_no_text_is_refused_with_the_reason(content: bytes, why: str) -> None:
    with pytest.raises(ReadingError, match=why):
        read_image(content, FILE)


def test_a_tesseract_without_vietnamese_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "LANGUAGE", "khong")

    with pytest.raises(OcrMissingError, match="chưa có tiếng Việt"):
        read_page_image(draw(), 1)
    with pytest.raises(ReadingError, match="tesseract-ocr-vie"):
        read_image(save(draw(), "PNG"), FILE)
