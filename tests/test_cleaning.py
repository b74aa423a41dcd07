"""What cleaning mends, what it leaves alone, and what it may never do: lose a word."""

from __future__ import annotations

import re
import textwrap
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ingest.cleaning import clean_text
from ingest.patterns.pattern import LOWER

NOTICE = Path(__file__).parent.parent / "data" / "documents" / "thong-bao-2018-01-26.txt"

# What a page is made of, broken apart: any order of these may come out of a word processor.
FRAGMENTS = (
    *("Mặt trận, các đoàn", "thể, hội quần chúng có nhiều đổi mới tích cực", "được triển khai nghiêm túc.", "năm 2018"),
    *("THÔNG BÁO", "I. VỀ ĐÁNH GIÁ", "1. Về ưu điểm", "- Công tác", "a) một điểm;", "đ) che giấu", "-----", "*"),
    *("\n", "\n\n", "\r\n", "\f", "\t", " ", "\u2028", "\x85", "\x0b", "\x00", "\x1c", ",", ".", ":", "-", "/"),
    *(
        "Ð",
        "ð",
        "\u00a0",
        "\u00ad",
        "\u200b",
        "\ufeff",
        "\u202e",
        "e\u0302\u0301",
        "\u0301",
        "\u0323",
        "\u212b",
        "\uac00",
    ),
    *("theo Quy định số", "102-QĐ/TW của Bộ", "Chính trị (khóa", "XII) “Một số", "; giám sát và", "x " * 40, "\n\n"),
    *("“", "”", '"', "«", "»", "“*", "*”", '"*', '*"', "**", "`", "<script>", "&amp;"),
)
raw_texts = st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join) | st.text(max_size=80)
quick = settings(max_examples=150)


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        pytest.param("Ðảng ủy, ðảng viên", "Đảng ủy, đảng viên", id="eth-for-dyet"),
        pytest.param("102-Q\u00d0/TW", "102-QĐ/TW", id="eth-in-a-sign"),
        pytest.param("D\u0323a\u0302\u0301u", "Ḍấu", id="decomposed-letters"),
        pytest.param("số\u00a0102", "số 102", id="non-breaking-space"),
        pytest.param("tổ\u00adchức", "tổchức", id="soft-hyphen"),
        pytest.param("\ufeffQuyết\u200b định", "Quyết định", id="invisible-signs"),
        pytest.param("số \u202e201\u202c, \u2067khóa\u2069\u200f XII", "số 201, khóa XII", id="marks-of-direction"),
        pytest.param("một\x07 hai\x1b", "một hai", id="control-signs"),
        pytest.param("Một.\r\nHai.\rBa.\u2028Bốn.\x85Năm.", "Một.\nHai.\nBa.\nBốn.\nNăm.", id="line-ends"),
        pytest.param("  Một.  \n\n\n\n\t\n Hai.\n\n", "Một.\n\nHai.", id="one-blank-line-at-most"),
        pytest.param("2020 – 2025 — “ngoặc” …", "2020 – 2025 — “ngoặc” …", id="dashes-and-quotes-stay"),
        pytest.param("hoà, uỷ, khoá; hòa, ủy, khóa", "hoà, uỷ, khoá; hòa, ủy, khóa", id="both-tone-styles-stay"),
        pytest.param("hai  dấu cách", "hai  dấu cách", id="spaces-inside-a-line-stay"),
        pytest.param("", "", id="empty"),
        pytest.param(" \n\f\t\u200b\n", "", id="blank"),
    ],
)
def test_letters_and_lines_are_normalised(raw: str, cleaned: str) -> None:
    assert clean_text(raw) == cleaned


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        pytest.param(
            "phức tạp phát sinh. Hoạt động của Mặt trận, các đoàn\n\nthể, hội quần chúng",
            "phức tạp phát sinh. Hoạt động của Mặt trận, các đoàn thể, hội quần chúng",
            id="page-break-as-a-blank-line",
        ),
        pytest.param(
            "tạo sự chuyển biến rõ nét hơn trong ý thức phấn đấu\fcủa đội ngũ cán bộ",
            "tạo sự chuyển biến rõ nét hơn trong ý thức phấn đấu của đội ngũ cán bộ",
            id="form-feed",
        ),
        pytest.param(
            "góp ý xây dựng Đảng, xây\n\n\n\ndựng chính quyền\n\nvững mạnh",
            "góp ý xây dựng Đảng, xây\n\ndựng chính quyền\n\nvững mạnh",
            id="short-lines-are-no-cut-page",
        ),
        pytest.param(
            "nghị quyết của Trung ương về công tác cán bộ (khóa\n\nXII) “Một số vấn đề”",
            "nghị quyết của Trung ương về công tác cán bộ (khóa XII) “Một số vấn đề”",
            id="open-bracket",
        ),
        pytest.param(
            "5. Quán triệt và triển khai thực hiện Quy định số\n\n102-QĐ/TW của Bộ\n\nChính trị.",
            "5. Quán triệt và triển khai thực hiện Quy định số 102-QĐ/TW của Bộ Chính trị.",
            id="before-a-sign-and-inside-a-name",
        ),
        pytest.param(
            "Các cấp ủy đã kiểm điểm nghiêm túc. Qua đó, làm rõ trách nhiệm đối với đồng chí Huỳnh\n\n"
            "Thanh Cảnh, được cử tri đồng tình và đánh giá cao.",
            "Các cấp ủy đã kiểm điểm nghiêm túc. Qua đó, làm rõ trách nhiệm đối với đồng chí Huỳnh "
            "Thanh Cảnh, được cử tri đồng tình và đánh giá cao.",
            id="inside-a-name-in-a-paragraph-of-prose",
        ),
        pytest.param(
            "Tập trung thực hiện tốt công tác kiểm tra; kịp thời xử lý vi phạm;\n\nchú ý công tác cán bộ.",
            "Tập trung thực hiện tốt công tác kiểm tra; kịp thời xử lý vi phạm; chú ý công tác cán bộ.",
            id="after-a-semicolon-inside-a-paragraph",
        ),
        pytest.param(
            "Năm qua cả tỉnh đã hoàn thành các nhiệm vụ công tác xây dựng Đảng ở xã\n"
            "Sơn Mỹ, huyện Hàm Tân và tiếp tục nâng cao chất lượng sinh hoạt ở thôn\n"
            "Phú Sung, bảo đảm nghiêm túc.",
            "Năm qua cả tỉnh đã hoàn thành các nhiệm vụ công tác xây dựng Đảng ở xã "
            "Sơn Mỹ, huyện Hàm Tân và tiếp tục nâng cao chất lượng sinh hoạt ở thôn "
            "Phú Sung, bảo đảm nghiêm túc.",
            id="wrapped-at-a-margin",
        ),
        pytest.param(
            "- Mặt trận Tổ quốc Việt Nam,\ncác đoàn thể",
            "- Mặt trận Tổ quốc Việt Nam, các đoàn thể",
            id="entry-wrapped",
        ),
        pytest.param(
            "Ý KIẾN KẾT LUẬN CỦA THƯỜNG TRỰC\ntại Hội nghị\nnăm 2018",
            "Ý KIẾN KẾT LUẬN CỦA THƯỜNG TRỰC tại Hội nghị năm 2018",
            id="title-wrapped-twice",
        ),
    ],
)
def test_a_sentence_cut_by_a_page_or_a_line_is_joined(raw: str, cleaned: str) -> None:
    assert clean_text(raw) == cleaned


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Các cấp ủy, tổ chức đảng triển khai thực hiện.\n\nthể hiện sự nghiêm túc", id="finished-sentence"
        ),
        pytest.param("Các cấp ủy cần lưu ý một số vấn đề như sau đây:\n\nnâng cao nhận thức", id="colon"),
        pytest.param("Vi phạm một trong các trường hợp sau đây thì khiển trách\n\na) che giấu", id="lettered-point"),
        pytest.param("Vi phạm một trong các trường hợp sau đây thì khiển trách\nđ) che giấu", id="point-with-dyet"),
        pytest.param("Các cấp ủy, tổ chức đảng triển khai thực hiện nhiệm vụ\n\nMặt trận", id="capital-begins-anew"),
        pytest.param("Các cấp ủy, tổ chức đảng triển khai thực hiện nhiệm vụ\n\n- gạch", id="bullet"),
        pytest.param("Các cấp ủy, tổ chức đảng triển khai thực hiện nhiệm vụ\n\n2. số", id="number"),
        pytest.param("QUY ĐỊNH\nvề xử lý kỷ luật", id="type-line-stands-alone"),
        pytest.param("------------------------------------------\nvề xử lý", id="drawn-rule"),
        pytest.param(
            "Tăng cường kiểm tra, giám sát việc chấp hành nghị quyết;\n\nnâng cao chất lượng", id="clause-of-a-list"
        ),
        pytest.param("kiểm tra, giám sát việc chấp hành các nghị quyết;\n\nnâng cao", id="list-in-small-letters"),
        pytest.param(
            "1. Tăng cường sự lãnh đạo của cấp ủy đối với công tác kiểm tra, giám sát ở cơ sở\n\nCác cấp ủy họp.",
            id="long-heading",
        ),
        pytest.param("Khắc phục những khuyết điểm, hạn chế, tồn tại\n\nCác cấp ủy họp.", id="heading-ends-in-ton-tai"),
        pytest.param("Thực hiện chương trình, kế hoạch của năm\n\n2. Kiểm tra", id="number-is-a-marker"),
        pytest.param("Việc này được thực hiện theo quy định tại\nĐiều 5. Hiệu lực", id="article-is-a-marker"),
        pytest.param("VỀ NHIỆM VỤ TRỌNG TÂM CỦA NĂM HAI NGHÌN MƯỜI TÁM\n\ntiếp theo", id="heading-in-capitals"),
    ],
)
def test_lines_that_belong_apart_stay_apart(text: str) -> None:
    assert clean_text(text) == text


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        pytest.param("“*Một số vấn đề*” với", "“Một số vấn đề” với", id="curly"),
        pytest.param('chủ trương "*Năm Dân vận*" theo', 'chủ trương "Năm Dân vận" theo', id="straight"),
        pytest.param("«*Một*» và “*Hai*”, “*Ba*”", "«Một» và “Hai”, “Ba”", id="several-in-a-line"),
        pytest.param('"*Một*" và "*Hai*"', '"Một" và "Hai"', id="several-straight"),
        pytest.param('"*Một*", cỡ 5, "hai" và "*Ba*"', '"Một", cỡ 5, "hai" và "Ba"', id="after-a-plain-quotation"),
    ],
)
def test_an_asterisk_pair_directly_inside_quotation_marks_goes(raw: str, cleaned: str) -> None:
    assert clean_text(raw) == cleaned


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("*nghiêng* và **đậm**", id="markdown"),
        pytest.param("“**đậm**”", id="two-pairs"),
        pytest.param("“*một* và hai”", id="pair-does-not-fill-the-quotation"),
        pytest.param("“* một”", id="no-pair"),
        pytest.param('"một"*hai*"ba"', id="between-two-quotations"),
        pytest.param("2 * 3 * 4", id="multiplication"),
        pytest.param("* Khoản 2, Điều 1", id="bullet"),
        pytest.param("“*một\nHai*”", id="over-two-paragraphs"),
    ],
)
def test_every_other_asterisk_stays(text: str) -> None:
    assert clean_text(text) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<script>alert('x')</script>", id="script"),
        pytest.param("<b>đậm</b> &amp; &lt;", id="html"),
        pytest.param("# Đầu đề\n[chữ](http://a.vn) `mã` _x_ ~~y~~", id="markdown"),
        pytest.param("| a | b |\n|---|---|", id="table"),
        pytest.param("$x^2$ \\alpha {{ y }} %s", id="formulae-and-templates"),
        pytest.param("'; DROP TABLE documents; --", id="sql"),
    ],
)
def test_what_looks_like_code_is_kept_as_written(text: str) -> None:
    assert clean_text(text) == text


def test_the_notice_has_its_three_cut_sentences_joined() -> None:
    text = clean_text(NOTICE.read_text("utf-8"))
    for joined in ("các đoàn thể, hội quần chúng có", "vươn lên của đội ngũ", "xây dựng chính quyền vững mạnh"):
        assert text.count(joined) == 1


def test_the_notice_loses_its_two_asterisk_pairs_and_nothing_else() -> None:
    raw = NOTICE.read_text("utf-8")
    assert raw.count("*") == 4
    assert "".join(clean_text(raw).split()) == "".join(raw.replace("*", "").split())


@pytest.mark.parametrize("gap", [pytest.param("\n\n", id="page"), pytest.param("\n", id="line")])
def test_a_break_anywhere_sure_in_the_notice_leaves_no_trace(gap: str) -> None:
    """Before any small letter, inside "Bộ Chính trị", and between a word and the number it asks for."""
    text = clean_text(NOTICE.read_text("utf-8"))
    start, end = text.index("Ngày 26/01/2018"), text.index("Nơi nhận")
    sure = re.compile(
        rf"(?<=[^\s.:;]) (?=[{LOWER}])|(?<=Bộ) (?=Chính)|(?:(?<= số)|(?<=khóa)|(?<=ngày)|(?<= năm)) (?=\d|XI)"
    )
    places = [match.start() for match in sure.finditer(text, start, end)]
    inside = [i for i in places if i - text.rfind("\n", 0, i) > 60]
    few = [i for i in inside if not text[i + 1].islower()]
    assert len(few) > 20
    assert len(inside) > 1500
    traces = [text[i - 20 : i + 20] for i in (*few, *inside[::7]) if clean_text(text[:i] + gap + text[i + 1 :]) != text]
    assert traces == []


@pytest.mark.parametrize("gap", [pytest.param("\n\n", id="blank-lines"), pytest.param("\n", id="line-ends")])
def test_the_notice_wrapped_at_a_margin_has_its_paragraphs_back(gap: str) -> None:
    text = clean_text(NOTICE.read_text("utf-8"))
    body = text[text.index("Ngày 26/01/2018") : text.index("Nơi nhận")].strip()
    paragraphs = body.split("\n\n")
    wrapped = gap.join(textwrap.fill(one, 72, break_long_words=False, break_on_hyphens=False) for one in paragraphs)
    assert clean_text(wrapped) == clean_text(gap.join(paragraphs))


def test_a_text_cut_at_every_line_is_cleaned_in_a_moment() -> None:
    half = "Mặt trận Tổ quốc; các đoàn thể của tỉnh Bình Thuận ở các huyện\n\n"
    started = time.process_time()
    assert "\n" not in clean_text((half + half.replace(";", ",").replace("\n\n", " thị\n\n")) * 3000)
    assert time.process_time() - started < 5


@quick
@example('"*a*"*b*"')
@given(raw_texts)
def test_cleaning_a_clean_text_changes_nothing(raw: str) -> None:
    cleaned = clean_text(raw)
    assert clean_text(cleaned) == cleaned


@quick
@given(raw_texts)
def test_a_clean_text_is_nfc_and_neatly_spaced(raw: str) -> None:
    cleaned = clean_text(raw)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert "\n\n\n" not in cleaned
    assert all(line == line.strip() for line in cleaned.split("\n"))
    assert not set(cleaned) & set("\r\f\x0b\x85\u2028\u2029\x00\u00ad\u200b\ufeff\u00a0Ðð")


@quick
@given(raw_texts)
def test_no_visible_sign_is_lost_but_the_residues(raw: str) -> None:
    """Independent of the code: NFC of the raw text, without what no page shows and without asterisks."""
    assert _visible(clean_text(raw)) == _visible(raw)


@quick
@given(raw_texts)
def test_asterisks_go_only_in_pairs(raw: str) -> None:
    lost = raw.count("*") - clean_text(raw).count("*")
    assert lost >= 0
    assert lost % 2 == 0


def _visible(text: str) -> str:
    """Letters, digits and signs in order; white space, controls, invisible signs and asterisks left out."""
    shown = "".join(c for c in text if c in "\t\n\x0b\f\r\x85" or unicodedata.category(c) != "Cc")
    unseen = (
        "\u00ad\u200b\u200c\u200d\u2060\ufeff\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )
    shown = "".join(c for c in shown if c not in unseen)
    marked = unicodedata.normalize("NFC", shown.replace("Ð", "Đ").replace("ð", "đ"))
    return "".join(c for c in marked if c != "*" and not c.isspace())
