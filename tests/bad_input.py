"""Questions nobody should ask and somebody will, each with its name."""

from __future__ import annotations

REFUSED = {
    "empty": "",
    "spaces": " \t\n ",
    "zero-width": "\u200b\ufeff\u200d",
    "halves-of-characters": "\ud83d\ude00",
    "controls": "\x00\x07\x1b",
    "only-signs": "?!… -- ***",
    "only-emoji": "😀👍🏽",
    "only-an-accent": "\u0301",
    "ten-thousand-characters": "kiểm tra " * 1112,
    "a-word-of-ten-thousand-letters": "đ" * 10_000,
}
"""What cannot be asked."""

UNANSWERABLE = {
    "only-question-words": "là gì, như thế nào?",
    "only-links": "và của là thì",
    "only-links-without-accents": "va cua",
    "only-links-many-times": "và của " * 200,
    "only-english-links": "what is the of",
    "one-letter": "a",
    "only-a-digit": "0",
    "only-digits": "99999999999999999999",
    "digits-up-to-the-limit": "9" * 2000,
    "cyrillic": "проверка кадров",
    "chinese": "检查 监督 干部",
    "arabic": "تفتيش الكوادر",
    "full-width-digits": "１０２",
    "a-fraction": "½",
    "other-digits": "٣",
    "a-letter-up-to-the-limit": "a" * 2000,
    "accents-upon-accents": "z\u0301\u0301\u0301" * 400,
    "markup": "<script>alert(1)</script>",
    "format": "%s %d {0} \\n",
    "path": "../../etc/passwd",
    "a-sign-that-nothing-cites": "9999-QĐ/TW",
    "an-article-that-no-text-has": "Điều 99999999999999999999",
}
"""What can be asked, and no text answers."""

ODD = {
    "sql": "Robert'); DROP TABLE documents;--",
    "quotes-of-sql": "kiểm tra' OR '1'='1",
    "html": "<b>kiểm tra</b> &amp; <img src=x onerror=alert(1)>",
    "markdown": "# **kiểm tra** _giám sát_ [x](javascript:1) `a`",
    "template": "{{7*7}} ${kiểm tra}",
    "underscores": "kiểm_tra __giám_sát__",
    "cyrillic-within": "проверка kiểm tra кадры",
    "look-alike-letters": "kіểm trа",
    "chinese-within": "检查 kiểm tra 监督",
    "arabic-within": "تفتيش kiểm tra",
    "right-to-left": "\u202eart mểik\u202c kiểm tra",
    "emoji-within": "👍🏽 kiểm tra 👩‍👩‍👧‍👦 giám sát",
    "controls-within": "kiểm\x00 tra\x07 giám\x1b sát",
    "zero-width-within": "kiể\u200bm\u2060 tra",
    "halves-within": "\ud800kiểm tra\udfff",
    "line-ends": "kiểm tra\r\n\u2028giám sát\x85cơ sở",
    "up-to-the-limit": "kiểm tra " * 222,
    "an-abbreviation-again-and-again": "BCT " * 400,
    "a-sign-again-and-again": "qđ 102, " * 240,
    "places-again-and-again": "khoản 1 điều 2 " * 130,
    "parts-again-and-again": "ưu điểm và hạn chế và " * 80,
    "joined-again-and-again": "kiemtra" * 280,
    "keys-again-and-again": "kieemr" * 330,
    "dates-that-are-none": "ngày 31/02/2018, tháng 13/2018, năm 99999, trước 0",
    "years-backwards": "từ 2020 đến 2010",
    "nothing-fits": "văn bản ban hành trước năm 1900",
    "letters-that-grow-when-small": "İİİ ß ǅ ﬁ Ⅷ",
    "a-decomposed-question": "kiê\u0309m tra giám sát",
}
"""What can be asked, and may be answered."""

ASKABLE = {**UNANSWERABLE, **ODD}
