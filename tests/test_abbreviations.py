"""Abbreviations as people type them; what could be a Vietnamese syllable is left alone."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.wording.abbreviations import ABBREVIATION_FILE, OWN_FILE, cut_pieces, read_abbreviations
from index.wording.restore import Language
from index.wording.rewriting import rewrite
from index.wording.stretches import say
from ingest.errors import UsageError
from tests.fakes import FakeVocabulary

NOTICE_FILE = ABBREVIATION_FILE.parent.parent / "documents" / "thong-bao-2018-01-26.txt"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        pytest.param("tăng cường KTGS", "tăng cường kiểm tra giám sát", id="capitals"),
        pytest.param("ktgs o co so", "kiểm tra giám sát ở cơ sở", id="small-without-a-syllable"),
        pytest.param("qđ 102", "quyết định 102", id="type-before-a-number"),
        pytest.param("qd 102", "quyết định 102", id="type-without-marks"),
        pytest.param("NQ18 và QĐ102", "nghị quyết 18 và quyết định 102", id="number-at-once"),
        pytest.param("nq tw4", "nghị quyết Trung ương 4", id="conference"),
        pytest.param("nq tw4 k12", "nghị quyết Trung ương 4 khóa 12", id="term-in-digits"),
        pytest.param("NQ TW 4 K XII", "nghị quyết Trung ương 4 khóa XII", id="term-in-roman-digits"),
        pytest.param("hoạt động k tốt", "hoạt động không tốt", id="not-as-one-letter"),
        pytest.param("làm được k?", "làm được không?", id="not-at-the-end"),
        pytest.param("điểm k khoản 2 Điều 5", "điểm k khoản 2 Điều 5", id="a-letter-that-numbers"),
        pytest.param("điểm a, k khoản 2", "điểm a, k khoản 2", id="another-letter-that-numbers"),
        pytest.param("hoạt động K tốt", "hoạt động K tốt", id="a-capital-is-no-word"),
        pytest.param("ko đc trì hoãn", "không được trì hoãn", id="may-not-in-haste"),
        pytest.param("ko dc bỏ sót", "không được bỏ sót", id="may-not-without-marks"),
        pytest.param("các đc lãnh đạo", "các đồng chí lãnh đạo", id="comrades"),
        pytest.param("ý kiến của đc phó chủ tịch", "ý kiến của đồng chí phó chủ tịch", id="a-comrade-of-office"),
        pytest.param("đc Huỳnh Thanh Cảnh", "đồng chí Huỳnh Thanh Cảnh", id="a-comrade-by-name"),
        pytest.param("ĐC Huỳnh Thanh Cảnh", "đồng chí Huỳnh Thanh Cảnh", id="a-comrade-in-capitals"),
        pytest.param("UBND TỈNH", "Ủy ban nhân dân TỈNH", id="among-words-in-capitals"),
        pytest.param("MTTQ VÀ CÁC ĐOÀN THỂ", "Mặt trận Tổ quốc VÀ CÁC ĐOÀN THỂ", id="before-words-in-capitals"),
        pytest.param("KẾT LUẬN CỦA BTV TU", "KẾT LUẬN CỦA Ban Thường vụ Tỉnh ủy", id="a-syllable-beside-another-one"),
        pytest.param("NQ TƯ 4", "nghị quyết Trung ương 4", id="the-centre-beside-another-one"),
        pytest.param("VPTƯ, UBKTTƯ", "Văn phòng Trung ương, Ủy ban Kiểm tra Trung ương", id="the-centre-with-its-horn"),
        pytest.param("đ/c Huỳnh Thanh Cảnh", "đồng chí Huỳnh Thanh Cảnh", id="slash"),
        pytest.param("XDĐ&HTCT", "xây dựng Đảng và hệ thống chính trị", id="ampersand"),
        pytest.param("KT,GS", "kiểm tra giám sát", id="two-with-a-comma"),
        pytest.param("UBTƯ MTTQ", "Ủy ban Trung ương Mặt trận Tổ quốc", id="two-neighbours"),
        pytest.param("KT-XH của tỉnh", "kinh tế xã hội của tỉnh", id="hyphen"),
        pytest.param("CB,ĐV vi phạm", "cán bộ đảng viên vi phạm", id="comma-without-a-space"),
        pytest.param("MTTQ, đoàn thể", "Mặt trận Tổ quốc, đoàn thể", id="punctuation-stays"),
        pytest.param("hđnd và HDND", "Hội đồng nhân dân và Hội đồng nhân dân", id="with-and-without-marks"),
        pytest.param("Chỉ thị T.Ư", "Chỉ thị Trung ương", id="periods"),
        pytest.param("quy định 102-QĐ/TW", "quy định 102-QĐ/TW", id="a-sign-stays"),
        pytest.param("Luật 80/2015/QH13", "Luật 80/2015/QH13", id="a-law-s-sign-stays"),
        pytest.param("tu hành, tư tưởng", "tu hành, tư tưởng", id="syllables-stay"),
        pytest.param("TU họp", "Tỉnh ủy họp", id="the-same-in-capitals"),
        pytest.param("abcNQ", "abcNQ", id="inside-a-word"),
        pytest.param("ủy ban", "ủy ban", id="plain"),
        pytest.param("", "", id="empty"),
    ],
)
def test_abbreviations_are_said_in_full(typed: str, said: str) -> None:
    assert say(rewrite(cut_pieces(typed), Language(FakeVocabulary()))[0])[0] == said


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("BÍ THƯ ĐẢNG ỦY", id="other-marks-than-the-form"),
        pytest.param("Bí THƯ chi bộ", id="other-marks-in-mixed-letters"),
        pytest.param("THƯ KÝ, ĐƠN THƯ", id="first-and-last"),
        pytest.param("THU NGÂN SÁCH", id="the-form-itself-among-words"),
        pytest.param("THU NGAN SACH", id="without-marks"),
        pytest.param("TƯ TƯỞNG HỒ CHÍ MINH", id="the-form-with-its-marks"),
        pytest.param("học TƯ TƯỞNG của Người", id="two-in-capitals"),
        pytest.param("ĐẦU TƯ CÔNG, TƯ PHÁP", id="in-other-words"),
        pytest.param("TU DƯỠNG ĐẠO ĐỨC", id="a-verb"),
        pytest.param("ĐA SỐ ĐẢNG VIÊN", id="a-number"),
    ],
)
def test_a_word_in_capitals_is_no_abbreviation(typed: str) -> None:
    assert [piece.text for piece in cut_pieces(typed) if piece.meanings] == []


def test_the_starter_notice_in_capitals_has_no_abbreviation_that_it_has_not_as_written() -> None:
    lines = NOTICE_FILE.read_text(encoding="utf-8").splitlines()
    assert len(lines) > 30
    for line in lines:
        as_written, shouted = (
            [one.meanings for one in cut_pieces(text) if one.meanings] for text in (line, line.upper())
        )
        assert [meanings for meanings in shouted if meanings not in as_written] == [], line


def test_a_small_word_keeps_both_meanings() -> None:
    (haste,) = [piece for piece in cut_pieces("cán bộ đc luân chuyển") if piece.meanings]
    assert haste.meanings == ("được", "đồng chí")
    (person,) = [piece for piece in cut_pieces("đc bí thư") if piece.meanings]
    assert person.meanings == ("đồng chí", "được")


def test_an_ambiguous_one_keeps_all_its_meanings_the_usual_first() -> None:
    (piece,) = [piece for piece in cut_pieces("vai trò BCT") if piece.meanings]
    assert piece.meanings == ("Bộ Chính trị", "Bộ Công Thương")
    assert not any(piece.meanings for piece in cut_pieces("da 06"))  # "da" is a syllable
    (capital,) = [piece for piece in cut_pieces("DV khéo") if piece.meanings]
    assert capital.meanings == ("dân vận",)  # the form with its marks comes first


@given(st.text(alphabet="NQTWKLĐCBabđ -/,.18ủßİ", max_size=40))
def test_the_pieces_joined_are_the_question(typed: str) -> None:
    pieces = cut_pieces(typed)
    assert "".join(piece.text for piece in pieces) == typed
    assert all(piece.text for piece in pieces)


def test_the_table_is_well_formed() -> None:
    lines = ABBREVIATION_FILE.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    forms = [form for row in rows for form in row[0].split("|")]
    assert len(rows) > 100
    assert all(len(row) == 2 and all(row) and unicodedata.is_normalized("NFC", "".join(row)) for row in rows)
    assert len(set(map(str.lower, forms))) == len(forms)


def meanings_of(typed: str, home: Path) -> tuple[str, ...]:
    """What the only abbreviation of *typed* stands for in the library of *home*."""
    found = [piece.meanings for piece in cut_pieces(typed, read_abbreviations(home)) if piece.meanings]
    assert len(found) <= 1
    return found[0] if found else ()


@pytest.mark.parametrize(
    ("lines", "typed", "meanings"),
    [
        pytest.param("TCKT\ttài chính kế toán", "TCKT", ("tài chính kế toán",), id="a-new-one"),
        pytest.param("tckt\ttài chính kế toán", "Phòng TCKT họp", ("tài chính kế toán",), id="small-letters"),
        pytest.param("BCT\tBan Công tác", "BCT", ("Ban Công tác",), id="instead-of-ours"),
        pytest.param("BCĐ\tban công đoàn", "bcd", ("ban công đoàn",), id="instead-of-ours-without-marks"),
        pytest.param("AN\tan ninh", "an", (), id="one-that-is-a-syllable-in-small-letters"),
        pytest.param("X-YZ|XYZT\tmột | hai", "xyzt", ("một", "hai"), id="two-forms-two-meanings"),
        pytest.param("\ufeff# ghi chú\r\n\r\nTCKT\tkế toán\r\n", "TCKT", ("kế toán",), id="as-notepad-saves-it"),
        pytest.param("P#\tphòng", "P 3", ("phòng",), id="before-a-number"),
        pytest.param("TCKT\tkế toán", "MTTQ", ("Mặt trận Tổ quốc", "Mặt trận"), id="ours-stay"),
        pytest.param("", "UBKT", ("Ủy ban Kiểm tra",), id="an-empty-file"),
    ],
)
def test_the_owner_s_abbreviations_stand_over_ours(
    tmp_path: Path, lines: str, typed: str, meanings: tuple[str, ...]
) -> None:
    (tmp_path / OWN_FILE).write_bytes(lines.encode())
    assert meanings_of(typed, tmp_path) == meanings


def test_the_owner_s_file_is_read_for_each_question(tmp_path: Path) -> None:
    assert meanings_of("TCKT", tmp_path) == ()
    (tmp_path / OWN_FILE).write_text("TCKT\tkế toán\n", encoding="utf-8")
    assert meanings_of("TCKT", tmp_path) == ("kế toán",)
    (tmp_path / OWN_FILE).unlink()
    assert meanings_of("TCKT", tmp_path) == ()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param("# a\nTCKT tài chính\n".encode(), "dòng 2: thiếu dấu tab giữa chữ viết tắt và nghĩa", id="no-tab"),
        pytest.param(b"TCKT\t\n", "dòng 1: thiếu nghĩa", id="no-meaning"),
        pytest.param("TCKT\tmột|\n".encode(), "dòng 1: thiếu nghĩa", id="an-empty-meaning"),
        pytest.param("TCKT\tmột\thai\n".encode(), "dòng 1: thiếu nghĩa, hoặc thừa dấu tab", id="two-tabs"),
        pytest.param("A\tb\n\nT 1\tmột\n".encode(), "dòng 3: chữ viết tắt phải gồm các chữ cái", id="digits"),
        pytest.param("\tmột\n".encode(), "dòng 1: chữ viết tắt phải gồm các chữ cái", id="no-form"),
        pytest.param("TCKT\tkế toán\n".encode("utf-16"), "không phải mã UTF-8. Hãy mở tệp và lưu lại", id="utf-16"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_with_what_to_do(tmp_path: Path, content: bytes, message: str) -> None:
    (tmp_path / OWN_FILE).write_bytes(content)
    with pytest.raises(UsageError, match=message) as caught:
        read_abbreviations(tmp_path)
    assert str(tmp_path / OWN_FILE) in str(caught.value)
    assert "Hãy" in str(caught.value)


def test_a_folder_in_the_file_s_place_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / OWN_FILE).mkdir()
    with pytest.raises(UsageError, match="không đọc được"):
        read_abbreviations(tmp_path)
