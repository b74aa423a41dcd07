"""Automatic numbers of a DOCX stand in the text as Word prints them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.readers.word.docx import read_docx
from ingest.readers.word.docx_figures import write_figure
from tests.old_fonts import as_tcvn3
from tests.word_files import docx, level, numbering, paragraph, run

DECREE = numbering(level(0, "decimal", "Điều %1.") + level(1, "decimal", "%2.") + level(2, "lowerLetter", "%3)"))


def read(body: str, **parts: str) -> list[str]:
    return read_docx(docx(body, **parts), Path("van-ban.docx")).text.split("\n")


def num(num_id: int, abstract: int, override: str = "") -> str:
    return f'<w:num w:numId="{num_id}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'


def start(depth: int, at: int) -> str:
    return f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{at}"/></w:lvlOverride>'


def test_articles_clauses_and_points_of_a_decree() -> None:
    levels = [0, 1, 2, 2, 1, 0, 1, 2]
    body = "".join(paragraph("Nội dung", f"1 {depth}") for depth in levels)

    numbers = [line.removesuffix(" Nội dung") for line in read(body, numbering=DECREE)]

    assert numbers == ["Điều 1.", "1.", "a)", "b)", "2.", "Điều 2.", "1.", "a)"]


def test_a_level_prints_the_levels_above_it() -> None:
    lists = numbering(level(0, "upperRoman", "%1.") + level(1, "decimal", "%1.%2.") + level(2, "decimal", "%1.%2.%3."))
    body = "".join(paragraph("x", f"1 {depth}") for depth in (0, 1, 2, 2, 0, 1))

    assert read(body, numbering=lists) == ["I. x", "I.1. x", "I.1.1. x", "I.1.2. x", "II. x", "II.1. x"]


def test_legal_numbering_prints_roman_levels_in_figures() -> None:
    lists = numbering(level(0, "upperRoman", "Chương %1.") + level(1, "decimal", "%1.%2.", "<w:isLgl/>"))
    body = paragraph("x", "1 0") + paragraph("x", "1 0") + paragraph("x", "1 1")

    assert read(body, numbering=lists)[-1] == "2.1. x"


def test_a_level_that_never_restarts_goes_on() -> None:
    lists = numbering(
        level(0, "upperRoman", "Chương %1.") + level(1, "decimal", "Điều %2.", '<w:lvlRestart w:val="0"/>')
    )
    body = "".join(paragraph("x", f"1 {depth}") for depth in (0, 1, 1, 0, 1))

    assert read(body, numbering=lists)[-1] == "Điều 3. x"


def test_an_enclosed_text_starts_its_articles_again() -> None:
    lists = numbering(level(0, "decimal", "Điều %1."), extra=num(7, 1, start(0, 1)))
    body = "".join(paragraph("x", number) for number in ("1 0", "1 0", "7 0", "7 0"))

    assert read(body, numbering=lists) == ["Điều 1. x", "Điều 2. x", "Điều 1. x", "Điều 2. x"]


def test_two_numbers_of_one_list_count_together_unless_one_starts_again() -> None:
    lists = numbering(level(0, "decimal", "%1."), extra=num(7, 1))

    assert read(paragraph("x", "1 0") + paragraph("x", "7 0"), numbering=lists) == ["1. x", "2. x"]


def test_a_list_may_begin_anywhere_and_be_changed_for_one_use() -> None:
    changed = f'<w:lvlOverride w:ilvl="0">{level(0, "lowerRoman", "(%1)")}</w:lvlOverride>'
    lists = numbering(
        level(0, "decimal", "%1.").replace('start w:val="1"', 'start w:val="5"'), extra=num(7, 1, changed)
    )

    assert read(paragraph("x", "1 0"), numbering=lists) == ["5. x"]
    assert read(paragraph("x", "7 0"), numbering=lists) == ["(i) x"]


def test_a_style_numbers_its_paragraphs_at_its_own_level() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Dieu"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Khoan"><w:basedOn w:val="Dieu"/></w:style>'
    )
    lists = numbering(
        level(0, "decimal", "Điều %1.", '<w:pStyle w:val="Dieu"/>')
        + level(1, "decimal", "%2.", '<w:pStyle w:val="Khoan"/>')
    )
    body = "".join(paragraph("x", properties=f'<w:pStyle w:val="{name}"/>') for name in ("Dieu", "Khoan", "Khoan"))

    assert read(body, styles=styles, numbering=lists) == ["Điều 1. x", "1. x", "2. x"]


def test_a_paragraph_may_refuse_the_number_of_its_style() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Dieu"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    refusing = paragraph("x", "0 0", '<w:pStyle w:val="Dieu"/>')

    assert read(refusing, styles=styles, numbering=DECREE) == ["x"]


def test_a_list_may_stand_in_a_style_of_lists() -> None:
    styles = (
        '<w:style w:type="numbering" w:styleId="DS"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    linked = '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="DS"/></w:abstractNum>'
    lists = linked + numbering(f'<w:styleLink w:val="DS"/>{level(0, "decimal", "Điều %1.")}', extra=num(7, 9))

    assert read(paragraph("x", "7 0"), styles=styles, numbering=lists) == ["Điều 1. x"]


@pytest.mark.parametrize(("suffix", "printed"), [("space", "1. x"), ("tab", "1. x"), ("nothing", "1.x")])
def test_what_follows_a_number(suffix: str, printed: str) -> None:
    lists = numbering(level(0, "decimal", "%1.").replace('suff w:val="space"', f'suff w:val="{suffix}"'))

    assert read(paragraph("x", "1 0"), numbering=lists) == [printed]


@pytest.mark.parametrize(
    ("text", "font", "printed"),
    [("-", "Times New Roman", "- x"), ("+", "", "+ x"), ("\uf0b7", "Symbol", "• x"), ("§", "Wingdings", "• x")],
)
def test_bullets(text: str, font: str, printed: str) -> None:
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
    bullet = level(0, "bullet", text).replace("</w:lvl>", f"<w:rPr>{fonts}</w:rPr></w:lvl>")

    assert read(paragraph("x", "1 0"), numbering=numbering(bullet)) == [printed]


def test_points_go_on_to_the_vietnamese_letter_that_was_typed_into_the_list() -> None:
    """Word has no a, b, c, d, đ: offices give đ a list of its own, or list the letters."""
    own = level(0, "none", "đ)")
    listed = level(0, "custom", "%1)").replace('w:val="custom"', 'w:val="custom" w:format="a, b, c, d, đ, e, g"')
    points = level(0, "lowerLetter", "%1)")
    body = "".join(paragraph("x", number) for number in ("1 0", "1 0", "1 0", "1 0", "2 0"))

    assert read(body, numbering=numbering(points, own))[-2:] == ["d) x", "đ) x"]
    assert read(body[: body.rindex("<w:p>")] + paragraph("x", "1 0"), numbering=numbering(listed))[-1] == "đ) x"


def test_a_number_in_an_old_font_is_restored_and_drawn_in_its_capitals() -> None:
    fonts = '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>'
    chapter = level(0, "upperRoman", as_tcvn3("ch\u01b0ơng %1.")).replace("</w:lvl>", f"<w:rPr>{fonts}</w:rPr></w:lvl>")
    text = run(as_tcvn3("Quy định chung"), '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>')

    assert read(paragraph(text, "1 0"), numbering=numbering(chapter)) == ["CHƯƠNG I. Quy định chung"]


def test_a_hidden_paragraph_is_not_counted() -> None:
    hidden = paragraph(run("x", "<w:vanish/>"), "1 0", "<w:rPr><w:vanish/></w:rPr>").replace("<w:rPr></w:rPr>", "")

    assert read(hidden + paragraph("x", "1 0"), numbering=DECREE) == ["Điều 1. x"]


@pytest.mark.parametrize(
    ("number", "form", "written"),
    [
        (1, "decimal", "1"),
        (9, "decimalZero", "09"),
        (1994, "upperRoman", "MCMXCIV"),
        (26, "lowerLetter", "z"),
        (28, "upperLetter", "BB"),
        (5, "vietnameseCounting", "năm"),
        (15, "vietnameseCounting", "mười lăm"),
        (21, "vietnameseCounting", "hai mươi mốt"),
        (0, "lowerLetter", "0"),
        (3, "chicago", "3"),
        (10**9, "upperRoman", "1000000000"),
    ],
)
def test_figures_are_written_as_word_writes_them(number: int, form: str, written: str) -> None:
    assert write_figure(number, form) == written
