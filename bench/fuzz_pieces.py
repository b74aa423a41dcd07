"""What the fuzzer puts files together from: the turns of phrase and the marks that our rules look at.

A corpus that was gathered stays of use as long as pieces are only added, and at the end.
"""

from __future__ import annotations

_WORDS = (
    *("Điều 1. ", "Điều 5 ", "Chương I\n", "Mục 1\n", "Phần thứ nhất\n", "I. ", "II- ", "1. ", "1.1. ", "a) ", "đ) "),
    *("- ", "+ ", "* ", "\n", "\n\n", "\f", " ", "   ", "\t", "QUYẾT ĐỊNH\n", "THÔNG BÁO\n", "Số: 12/2003/NĐ-CP"),
    *("Số 102-QĐ/TW", "217, 218 – QĐ/TW", "Hà Nội, ngày 15 tháng 11 năm 2017", "Nơi nhận:\n", "- Lưu VT.\n"),
    *("TM. CHÍNH PHỦ\n", "KT. CHỦ TỊCH\n", "PHÓ CHỦ TỊCH\n", "Nguyễn Văn An\n", "Căn cứ Luật Đất đai;"),
    *("được sửa đổi như sau:", "“", "”", '"', "(", ")", "ban hành kèm theo Quyết định này Quy chế", "QUY CHẾ\n"),
    *("(Ban hành kèm theo Quyết định số 5/QĐ-UB)", "như sau:", "khoản 2 Điều này", "các điều 3, 4 và 5"),
    *("Luật Đất đai năm 2013", "Nghị quyết Trung ương 4 (khóa XI, XII)", "-----\n", "| a | b |\n", "……", "V/v "),
    *("Kính gửi: ", "./.", "MẬT\n", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n", "ĐẢNG CỘNG SẢN VIỆT NAM\n"),
    *("cộng hoà xã hội chủ nghĩa việt nam\n", "ủy ban nhân dân\n", "Phụ lục I\n", "\u0301", "Ð", "\u202e", "\ufeff"),
    *("0", "9", "/", "-", "T/M BAN THƯỜNG VỤ\n", "TỈNH ỦY\n*\n", "Q U Y Ế T  Đ Ị N H\n", "HỎA TỐC", "\u00ad", "\u200b"),
    *("(Đã ký)", "đến hết ngày 31-12-2020", "khoản 1, điểm a, b Điều 3 Quy chế này", "đ/c Trần Thị B, Bí thư", "; "),
    *("# ", "```\n", "[1]", "> ", "**", "<br>", "&nbsp;", "\r\n", "\x1f", "\u2028"),
)
_TAGS = (
    *("<p>", "</p>", "<div>", "</div>", "<br>", "<table>", "<table border=1>", "</table>", "<tr>", "<td>", "</td>"),
    *('<td rowspan="3" colspan="9999">', "<ol>", '<ol start="-2" type="a">', "<ul>", "<li>", "</li>", '<li value="7">'),
    *('<font face=".VnTimeH">', "</font>", '<span style="font-family:VNI-Times">', "</span>", "<b>", "</b>", "<sup>"),
    *("2</sup>", "<h1>", "</h1>", "<!--", "-->", "<script>", "</script>", "<style>p{display:none}</style>", "<title>"),
    *("&#7873;", "&#x110000;", "&amp;", "&", "<", ">", "<a href=x>", "</a>", '<div class="menu">', "<article>"),
    *("<meta charset=windows-1258>", "<meta charset=utf-16>", "<pre>", "</pre>", "<![CDATA[", "<?php ", "Chia sẻ"),
    *("<p style='display:none'>", "<p class=MsoListParagraph>", "<![if !supportLists]>", "<![endif]>", "\x00"),
)
_CONTROLS = (
    *("{", "}", "\\par ", "\\pard", "\\plain", "\\f0 ", "\\f1 ", "\\f9 ", "\\b ", "\\b0 ", "\\caps ", "\\caps0 "),
    *("{\\fonttbl{\\f0\\fcharset163 Times New Roman;}{\\f1\\fnil .VnTimeH;}}", "\\u273?", "\\uc0 ", "\\uc2 ", "\\'ad"),
    *("\\u-10179?\\u-8704?", "\\trowd", "\\cellx2000", "\\intbl ", "\\cell ", "\\row ", "\\nestcell ", "\\nestrow "),
    *("{\\listtext 1.\\tab}", "{\\pntext a)\\tab}", "{\\*\\pn\\pnlvlbody}", "{\\footnote ", "\\chftn ", "\\bin5 "),
    *("{\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}", "{\\header ", "{\\pict ", "\\ansicpg1258", "\\ansicpg99999", "\\v "),
    *("\\deleted ", "\\tab ", "\\line ", "\\page ", "\\~", "\\-", "\\_", "\\*", "{\\shptxt ", "{\\upr{a}{\\*\\ud{b}}}"),
    *("\\ls1\\ilvl0 ", "\\clvmrg", "\\clmgf", "\\deff1", "\\u99999999999?", "\\trgaph", "{\\object", "\\sectd", "\\'"),
)


def _encode(*groups: tuple[str, ...]) -> tuple[bytes, ...]:
    return tuple(piece.encode() for group in groups for piece in group)


PIECES: dict[str, tuple[bytes, str, tuple[bytes, ...]]] = {
    "text": (b"", "tep.txt", _encode(_WORDS)),
    "markdown": (b"", "tep.md", _encode(_WORDS)),
    "html": (b"<html><body>", "tep.html", _encode(_TAGS, _WORDS)),
    "rtf": (b"{\\rtf1\\ansi", "tep.rtf", _encode(_CONTROLS, _WORDS)),
}
"""Target -> what every file of it begins with, its name, what it goes on with."""

_LETTERS, _BYTES = 254, 255  # codes that are no piece: a letter of the next two bytes, the next byte as it is


def build(target: str, data: bytes) -> tuple[bytes, str]:
    """The file that *data* stands for, a piece a byte, and its name; any data stands for one."""
    start, name, pieces = PIECES[target]
    made, codes = [start], iter(data)
    for code in codes:
        if code == _BYTES:
            made.append(bytes([next(codes, 0)]))
        elif code == _LETTERS:
            made.append(chr(next(codes, 0) << 8 | next(codes, 0)).encode("utf-8", "ignore"))
        else:
            made.append(pieces[code % len(pieces)])
    return b"".join(made), name
