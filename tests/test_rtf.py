"""An RTF gives what stands on paper, each run read in its own font."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.readers.word.rtf import read_rtf
from tests.word_files import rtf, tcvn3_rtf


def read(body: str) -> str:
    return read_rtf(rtf(body), Path("van-ban.rtf")).text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(r"\f0 C\'e9ng h\'dfa \f1 x\'b7 \f2 h\u7897\'f4i", "Cộng hòa XÃ hội", id="fonts-by-run"),
        pytest.param(r"\f0 c\'b8{\b c} b\'e9", "các bộ", id="bold-inside-a-word"),
        pytest.param(r"\f0 \u184?\u167?", "áĐ", id="code-points-of-an-old-font"),
        pytest.param(r"\f2\uc2 \u272\'d0\'d0\u7843ab\uc1 ng", "Đảng", id="fallback-of-two"),
        pytest.param(r"\f2 \u-3913 ?\u-10179 ?\u-8704 ?", "\uf0b7\U0001f600", id="negative-and-paired"),
        pytest.param(r"\f3 \'b7 \'61\f2  x", "• α x", id="symbols"),
        pytest.param(r"{\listtext\pard\plain\f2 1.\tab}\f2 M\u7909?c", "1. Mục", id="printed-number"),
        pytest.param(r"{\pntext\f3\'b7\tab}\f2 x", "• x", id="printed-bullet"),
        pytest.param(r"\f2 a\tab b\line c\par d\par", "a\tb\nc\nd", id="breaks"),
        pytest.param(r"\f2 {\v hidden}{\deleted gone}\v no\v0 yes", "yes", id="hidden-and-deleted"),
        pytest.param(r"\f0 {\caps nghÞ}".replace("Þ", r"\'de") + r"\caps0 x", "NGHỊx", id="capitals"),
        pytest.param(r"\f2{\header page}{\footer 5}{\*\unknown z}{\pict 00ff}{\*\bkmkstart b}x", "x", id="silent"),
        pytest.param(r"{\field{\*\fldinst PAGE}{\fldrslt\f2 5}}", "5", id="field"),
        pytest.param(r"\f2 18\_NQ/TW\~a \{b\} c\-d", "18-NQ/TW\u00a0a {b} c\u00add", id="signs"),
        pytest.param(r"\f2 a\bin3 }}}b", "ab", id="binary"),
        pytest.param(r"\f2 a}}b", "ab", id="bracket-too-many"),
        pytest.param(
            r"\f2 Theo\chftn{\footnote\pard\plain\f2\chftn  Ghi ch\u250?.} n\u7919?a\par x",
            "Theo[1] nữa\n[1] Ghi chú.\nx",
            id="footnote",
        ),
        pytest.param(r"\f2 Theo*{\footnote\f2 * Ghi.}\par", "Theo*\n* Ghi.", id="footnote-marked-by-hand"),
        pytest.param(
            r"\f2 a{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt\f2 M\u7852?T\par}}{\shprslt\f2 twice}}\par b",
            "a\nMẬT\nb",
            id="text-box",
        ),
    ],
)
def test_what_stands_in_a_paragraph(body: str, text: str) -> None:
    assert read(body).rstrip("\n") == text


def row(*cells: str, border: str = "") -> str:
    inside = "".join(rf"\pard\intbl\f2 {cell}\cell " for cell in cells)
    return rf"\trowd{border}\cellx1000\cellx2000 {inside}\pard\intbl\row "


def test_a_row_of_a_table_with_lines_is_a_line() -> None:
    border = r"\clbrdrt\brdrw10\brdrs"
    body = row("TT", "Ten", border=border) + row("1", r"So\par Noi vu", border=border) + r"\pard\f2 sau\par"

    assert read(body).strip() == "TT | Ten\n1 | So Noi vu\nsau"


def test_a_table_without_lines_reads_left_then_right() -> None:
    body = row("TINH UY", "DANG CONG SAN VIET NAM") + row("So 1", "Ngay") + r"\pard\f2 sau\par"

    assert read(body).strip().split("\n") == ["TINH UY", "So 1", "DANG CONG SAN VIET NAM", "Ngay", "sau"]


@pytest.mark.parametrize("charset", [(1258, r"\u272?i\'ea\'ccu", "Điều"), (1251, r"\'c4\'e0", "Да")])
def test_bytes_are_read_in_the_code_page_of_the_document(charset: tuple[int, str, str]) -> None:
    import unicodedata

    page, body, text = charset
    content = rf"{{\rtf1\ansi\ansicpg{page}\deff0{{\fonttbl{{\f0 Arial;}}}}\f0 {body}}}".encode("ascii")

    assert unicodedata.normalize("NFC", read_rtf(content, Path("x.rtf")).text) == text


def test_says_what_was_done() -> None:
    reading = read_rtf(rtf(tcvn3_rtf("QUYẾT ĐỊNH")), Path("x.rtf"))

    assert (reading.kind, reading.text.strip()) == ("RTF", "QUYẾT ĐỊNH")
    assert reading.notes == ("Chữ viết bằng phông TCVN3 (.VnTime, .VnTimeH) đã được chuyển sang Unicode.",)
