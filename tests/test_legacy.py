"""Text of before Unicode becomes Unicode; every other text stays as it is, character for character."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.readers.legacy.encodings import VISCII, VPS, draws_capitals, encoding_of_font
from ingest.readers.legacy.restoring import Run, restore_runs, restore_unicode
from tests.old_fonts import as_tcvn3, as_vni

NOTICE = (Path(__file__).parent.parent / "data" / "documents" / "thong-bao-2018-01-26.txt").read_text("utf-8")
SENTENCE = "Công tác kiểm tra, giám sát được tăng cường gắn với xử lý nghiêm các trường hợp vi phạm."
LETTERS = "ăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
FOREIGN = (
    "El niño español está aquí desde el año pasado, según él.",
    "Où l'été dernier, à la mairie, les élèves étaient déjà là.",
    "Größe und Straße für Müller sind schön.",
    "Diário da República, 1.ª série: artigo 5.º, n.º 3, alínea é",
    "Der Preis beträgt 5 €, die Länge 10 µm ± 2 µm (§ 12, © 2004, 25 °C, ½ m²).",
    "Обеспечение безопасности — задача государства.",
)


def both_cases(letters: str) -> str:
    return letters + letters.upper()


@pytest.mark.parametrize("font", [".VnTime", ".VnArial", "ABCDEF+.VnTime", ".VnTime Tur", ".VnTime,Bold", ".vntime"])
def test_reads_every_letter_of_tcvn3(font: str) -> None:
    assert restore_unicode(as_tcvn3(LETTERS), font) == LETTERS


@pytest.mark.parametrize("font", ["VNI-Times", "VNI-Helve-Condense", "VNI Times", "vni-times"])
def test_reads_every_letter_of_vni(font: str) -> None:
    assert restore_unicode(as_vni(both_cases(LETTERS)), font) == both_cases(LETTERS)


def test_reads_a_capital_before_a_small_mark_in_vni() -> None:
    assert restore_unicode("Oâng Nguyeãn Vaên AÙnh", "VNI-Times") == "Ông Nguyễn Văn Ánh"


@pytest.mark.parametrize("write", [as_tcvn3, as_vni])
def test_reads_a_file_whose_fonts_say_nothing(write: object) -> None:
    assert callable(write)
    small = NOTICE.lower()  # TCVN3 has no accented capitals

    assert restore_unicode(write(small)) == small
    assert restore_unicode(write(small), "Times New Roman") == small


@pytest.mark.parametrize("encoding", [VISCII, VPS])
@pytest.mark.parametrize("shown_as", ["latin-1", "cp1252"])
def test_reads_viscii_and_vps(encoding: str, shown_as: str) -> None:
    from viparse.normalize.encodings import CHARMAPS

    letters = {meant: ord(written) for written, meant in CHARMAPS[encoding.lower()].pairs}
    written = bytes(letters.get(letter, ord(letter) if ord(letter) < 256 else 63) for letter in SENTENCE)

    assert restore_unicode(written.decode(shown_as, errors="surrogateescape")) == SENTENCE


@pytest.mark.parametrize(
    ("font", "encoding", "capitals"),
    [
        (".VnTimeH", "TCVN3", True),
        (".VnArial NarrowH", "TCVN3", True),
        (".VnTimeH Tur", "TCVN3", True),
        ("ABCDEF+.VnAvantH,Bold", "TCVN3", True),
        (".VnTime", "TCVN3", False),
        ("VNI-Times", "VNI", False),
        ("VPS Times", "VPS", False),
        ("Times New Roman", None, False),
        ("VNU Times", None, False),
        ("", None, False),
        (None, None, False),
    ],
)
def test_knows_a_font_by_its_name(font: str | None, encoding: str | None, capitals: bool) -> None:
    assert (encoding_of_font(font), draws_capitals(font)) == (encoding, capitals)


def test_a_font_that_draws_capitals_gives_capitals() -> None:
    runs = [Run(as_tcvn3("cộng hòa"), ".VnTimeH"), Run(as_tcvn3(" xã hội"), ".VnTime")]

    assert restore_runs([runs]).paragraphs == ("CỘNG HÒA xã hội",)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("QUYếT ĐịNH", "QUYẾT ĐỊNH"),
        ("Về VIệC XÃ HộI", "VỀ VIỆC XÃ HỘI"),
        ("Về UBND Xã", "Về UBND Xã"),
        ("Điều 5. Xã, phường", "Điều 5. Xã, phường"),
    ],
)
def test_capitals_that_tcvn3_lacks_are_given_back(typed: str, meant: str) -> None:
    assert restore_unicode(as_tcvn3(typed), ".VnTime") == meant


def test_capitals_asked_for_by_the_file_come_after_the_letters() -> None:
    assert restore_runs([[Run(as_tcvn3("nghị quyết"), ".VnTime", capitals=True)]]).paragraphs == ("NGHỊ QUYẾT",)


@pytest.mark.parametrize("middle", [".VnTime", ".VnArial", "Times New Roman", None])
def test_fonts_may_change_inside_a_word(middle: str | None) -> None:
    written = as_tcvn3("quyết định")
    runs = [Run(written[:3], ".VnTime"), Run(written[3:5], middle), Run(written[5:], ".VnTime")]

    assert restore_runs([runs]).paragraphs == ("quyết định",)


def test_a_letter_and_its_mark_in_two_runs_are_one_letter() -> None:
    assert restore_runs([[Run("Vie", "VNI-Times"), Run("ät", "VNI-Helve"), Run(" Nam", None)]]).paragraphs == (
        "Việt Nam",
    )


def test_symbol_fonts_use_the_private_area() -> None:
    written = "".join(chr(0xF000 + ord(letter)) for letter in as_tcvn3("quyết"))

    assert restore_unicode(written, ".VnTime") == "quyết"


def test_a_unicode_paragraph_among_tcvn3_stays() -> None:
    paragraphs = [[Run(as_tcvn3(SENTENCE), ".VnTime")], [Run(SENTENCE, ".VnTime")], [Run(SENTENCE, "Times New Roman")]]

    assert restore_runs(paragraphs).paragraphs == (SENTENCE, SENTENCE, SENTENCE)


def test_unicode_words_pasted_into_a_tcvn3_sentence_stay() -> None:
    written = f"{as_tcvn3('Công tác kiểm tra của')} Đảng ủy {as_tcvn3('được tăng cường.')}"

    assert restore_unicode(written, ".VnTime") == "Công tác kiểm tra của Đảng ủy được tăng cường."


def test_short_paragraphs_follow_their_file() -> None:
    paragraphs = [[Run(as_tcvn3(SENTENCE))], [Run(as_tcvn3("Có"))], [Run("5 µm")]]

    assert restore_runs(paragraphs).paragraphs[:2] == (SENTENCE, "Có")


def test_many_short_cells_speak_for_each_other() -> None:
    cells = ["Số", "Họ và tên", "Chức vụ", "Điện thoại", "Ghi chú"]

    assert restore_runs([[Run(as_tcvn3(cell))] for cell in cells]).paragraphs == tuple(cells)


@pytest.mark.parametrize("text", FOREIGN)
def test_another_language_stays(text: str) -> None:
    assert restore_unicode(text) == text


@pytest.mark.parametrize("line", [line for line in NOTICE.splitlines() if line])
def test_each_line_of_the_notice_stays(line: str) -> None:
    assert restore_unicode(line) == restore_unicode(line, "Times New Roman") == line


WORDS = sorted({word for word in re.split(r"\s", NOTICE) if word})


@given(st.lists(st.sampled_from([*WORDS, *FOREIGN]), max_size=12), st.sampled_from([None, "Arial", "Symbol"]))
def test_unicode_stays_whatever_stands_together(words: list[str], font: str | None) -> None:
    text = " ".join(words)

    assert restore_unicode(text, font) == text


@given(st.lists(st.sampled_from([word for word in WORDS if re.search("[ăđơưĐ\u1ea0-\u1ef9]", word)]), min_size=1))
def test_unicode_stays_even_in_an_old_font(words: list[str]) -> None:
    assert restore_unicode(" ".join(words), ".VnTime") == " ".join(words)


@given(st.text())
def test_any_text_without_old_fonts_keeps_its_lines(text: str) -> None:
    assert len(restore_unicode(text).split("\n")) == len(text.split("\n"))


def test_says_what_was_done_and_nothing_where_nothing_was() -> None:
    done = restore_runs([[Run(as_tcvn3("Điều lệ"), ".VnTimeH"), Run(as_tcvn3(" Đảng"), ".VnTime")]])
    untouched = restore_runs([[Run("Dieu 5", ".VnTime"), Run("Điều lệ", "Arial")]])

    assert done.notes == ("Chữ viết bằng phông TCVN3 (.VnTime, .VnTimeH) đã được chuyển sang Unicode.",)
    assert untouched.notes == ()


@pytest.mark.parametrize("font", [".VnTime", "VnTime", "VNTime"])
def test_a_font_has_one_name_in_notes(font: str) -> None:
    (note,) = restore_runs([[Run(as_tcvn3("Điều lệ"), font)]]).notes
    assert note == "Chữ viết bằng phông TCVN3 (.VnTime) đã được chuyển sang Unicode."
