"""A text is read in the encoding it is in, or refused; never guessed wrong in silence."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from ingest.errors import ReadingError
from ingest.readers import read_content
from ingest.readers.text.markdown import read_markdown

TEXT = "THÔNG BÁO\nvề công tác dân vận\n\nCấp ủy các cấp tăng cường kiểm tra, giám sát ở cơ sở; kỷ luật đảng.\n"
_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}


def in_windows_1258(text: str) -> bytes:
    """As Windows writes it: the vowel with its shape, then its tone."""
    out = []
    for character in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", character)
        tones = "".join(part for part in parts if part in _TONES)
        bare = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
        out.append(bare + tones)
    return "".join(out).encode("cp1258")


def read(content: bytes, name: str = "a.txt") -> str:
    return read_content(content, Path(name)).text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_unicode_is_read_in_any_of_its_forms(encoding: str, form: str) -> None:
    assert form in ("NFC", "NFD")
    text = unicodedata.normalize("NFC" if form == "NFC" else "NFD", TEXT)
    assert unicodedata.normalize("NFC", read(text.encode(encoding))) == TEXT


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TEXT, id="whole"),
        pytest.param("Đảng ủy xã Ðông Hà: “Nghị quyết” – 5 đ/c…", id="signs"),
    ],
)
def test_windows_1258_is_read_with_a_note(text: str) -> None:
    reading = read_content(in_windows_1258(text.replace("Ð", "Đ")), Path("a.txt"))
    assert reading.text == text.replace("Ð", "Đ")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param("Céng hoµ x· héi chñ nghÜa ViÖt Nam".encode("cp1252"), "Cộng hoà xã hội chủ nghĩa", id="tcvn3"),
        pytest.param(
            "Coäng hoaø xaõ hoäi chuû nghóa Vieät Nam".encode("cp1252"), "Cộng hoà xã hội chủ nghĩa", id="vni"
        ),
        pytest.param("Céng hoµ x· héi chñ nghÜa ViÖt Nam".encode(), "Cộng hoà xã hội chủ nghĩa", id="tcvn3-in-utf-8"),
        pytest.param("Céng hoµ x· héi chñ nghÜa".encode("utf-16"), "Cộng hoà xã hội chủ nghĩa", id="tcvn3-in-utf-16"),
    ],
)
def test_text_of_the_old_fonts_is_read_with_a_note(content: bytes, words: str) -> None:
    reading = read_content(content, Path("a.txt"))
    assert reading.text.startswith(words)
    assert "đã được chuyển sang Unicode" in reading.notes[0]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Le café crème, déjà vu.", id="french"),
        pytest.param("Москва 中国", id="other-letters"),
        pytest.param("plain words, no accents", id="ascii"),
        pytest.param("Cấp ủy và café", id="mixed"),
        pytest.param("a\tb\r\nc  d", id="white-space"),
    ],
)
def test_unicode_that_needs_nothing_comes_back_character_for_character(text: str) -> None:
    assert read(text.encode()) == text


@pytest.mark.parametrize(
    ("content", "why"),
    [
        pytest.param("Le café crème, déjà vu".encode("latin-1"), "không phải UTF-8 (byte thứ 7)", id="french"),
        pytest.param("Москва, проверка".encode("cp1251"), "không phải UTF-8", id="russian"),
        pytest.param("检查监督".encode("gb18030"), "không phải UTF-8", id="chinese"),
        pytest.param(TEXT.encode()[:-1] + b"\xff", "không phải UTF-8", id="one-bad-byte"),
        pytest.param("Số 5".encode("cp1258", "ignore") + b"\xec", "không phải UTF-8", id="too-short-to-tell"),
        pytest.param(b"\x9f\xe8\x82" * 99, "không phải UTF-8", id="rubbish"),
        pytest.param(b"\x01\x02\x03\x04 abc", "không phải văn bản", id="controls"),
        pytest.param(b"a\x00b\x00\x00c", "không phải văn bản", id="zeros"),
        pytest.param(b"\xff\xfea\x00b\x00c", "UTF-16 đã hỏng", id="half-a-character"),
        pytest.param("检查监督 ".encode("utf-16-le") + b"a\x00" * 9, "không phải văn bản", id="unmarked-chinese"),
    ],
)
def test_what_makes_no_sense_is_refused_with_advice(content: bytes, why: str) -> None:
    with pytest.raises(ReadingError) as refused:
        read(content)
    assert why in refused.value.why
    assert refused.value.advice.startswith("Hãy ")


@pytest.mark.parametrize("content", [b"a\x00b\x00\x00c", b"\x9f\xe8\x82" * 99, b"\x01\x02\x03\x04 abc"])
@pytest.mark.parametrize(
    ("name", "advice"),
    [("anh.JPG", "Hãy mở ảnh xem còn nguyên không"), ("setup.exe", "Tệp chương trình không phải văn bản; hãy bỏ nó")],
)
def test_what_to_do_with_a_file_without_text_fits_what_its_name_says(content: bytes, name: str, advice: str) -> None:
    with pytest.raises(ReadingError) as refused:
        read(content, name)
    assert refused.value.advice.startswith(advice)


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        pytest.param("---\ntitle: x\ntags: [a]\n---\n# Điều 1", "Điều 1", id="front-matter"),
        pytest.param("Một\n---\nHai", "Một\nHai", id="heading-drawn-below"),
        pytest.param("\n---\nHai", "\n---\nHai", id="rule"),
        pytest.param("## Chương I ##", "Chương I", id="heading"),
        pytest.param("#5 và #hashtag", "#5 và #hashtag", id="no-heading"),
        pytest.param("**Điều 1.** *Vi phạm*, ***hai***, __a__, _b_", "Điều 1. Vi phạm, hai, a, b", id="emphasis"),
        pytest.param("2 * 3 * 4, a_b_c, ** x **, *", "2 * 3 * 4, a_b_c, ** x **, *", id="no-emphasis"),
        pytest.param("xem [QĐ 102](https://a.vn/x_(1)) và <https://b.vn>", "xem QĐ 102 và https://b.vn", id="links"),
        pytest.param("![Quốc huy](a.png) xong[^1]", "Quốc huy xong", id="picture-and-footnote-mark"),
        pytest.param("1\\. không là danh sách \\*sao\\*", "1. không là danh sách *sao*", id="escapes"),
        pytest.param("`**mã**` và ``a`b``", "**mã** và a`b", id="code"),
        pytest.param("```\n**mã**\n# x\n```\n**đậm**", "**mã**\n# x\nđậm", id="fence"),
        pytest.param("> trích\n>> **sâu**", "trích\nsâu", id="quotation"),
        pytest.param("| Số | Tên |\n|:---|---:|\n| 1 | a \\| b |", "Số | Tên\n1 | a | b", id="table"),
        pytest.param("- một\n+ hai\n* ba\n1) bốn\n1. năm", "- một\n+ hai\n* ba\n1) bốn\n1. năm", id="lists-as-typed"),
        pytest.param("a <!-- b", "a <!-- b", id="comment-without-end"),
        pytest.param("a<br>b <!-- ghi chú\nriêng --> c<sup>2</sup>", "ab  c2", id="markup"),
        pytest.param("[1]: https://a.vn 'x'\nhết", "hết", id="target-of-a-link"),
        pytest.param("a < b và c > d", "a < b và c > d", id="signs-of-order"),
    ],
)  # fmt: skip
def test_markdown_gives_what_a_reader_of_the_page_sees(written: str, drawn: str) -> None:
    assert read_markdown(written) == drawn
    assert read(written.encode(), "a.MD") == drawn
    assert read(written.encode(), "a.txt") == written
