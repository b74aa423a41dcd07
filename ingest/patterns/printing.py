"""The regular expressions about printed and scanned pages, named, each with an example and a reason."""

from __future__ import annotations

from ingest.patterns.pattern import LOWER, UPPER, define

# A page number, bare or between dashes, with the number of pages; a scanner reads the dashes as it likes.
PAGE_NUMBER = define(
    r"^(?:[Tt]rang|TRANG)?\s*[-–—~.|\s]{0,3}(?P<n>\d{1,4})(?:\s*/\s*\d{1,4})?\s*[-–—~.|\s]{0,3}$",
    "2",
    "- 2 -",
    "Trang 2/5",
    "– 12 –",
    not_in=("2. Một", "102-QĐ/TW", "năm 2", "1.000.000"),
)
# A sign that the end of a line cuts inside its number or behind its slash.
CUT_SIGN = define(
    r"(?:^|\s)\d{1,5}(?:[-–/]|/\d{1,3}|/(?:19|20)\d\d[/-]?|[-–/][A-ZĐ]{1,5}[/-])$",
    "số 29/200",
    "số 102-QĐ/",
    "số 34/2016/",
    not_in=("26/01/2018", "số 29", "15/15 chỉ tiêu", "102-QĐ/TW"),
)
CUT_FIGURES = define(r"\d[-–/]$", "nhiệm kỳ 2015-", "ngày 26/01/", not_in=("nhiệm kỳ 2015 -", "Quy chế -"))
CUT_SIGN_GOES_ON = define(
    rf"^(?:\d/[{UPPER}]|\d{{1,4}}/[{UPPER}]|[{UPPER}]{{1,5}}[-–/][{UPPER}]|[{UPPER}]{{2}}[{UPPER}{LOWER}]*(?:[\s.,;:)]|$))",
    "3/CT-TTg",
    "2003/CT-TTg",
    "NĐ-CP của",
    "TW ngày",
    not_in=("của", "Ban Bí thư", "2018 của"),
)
# A footnote begins with its mark, raised or not.
FOOTNOTE_START = define(
    r"^(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\(?\d{1,2}\)?[.)]?(?=\s)|\*{1,3}(?=\s|\w))",
    "¹ Xem Quy định",
    "(1) Theo báo cáo",
    "* Tài liệu",
    not_in=("Xem Quy định", "2018-2020"),
)
RAISED_MARK = define(r"^[⁰¹²³⁴⁵⁶⁷⁸⁹]", "¹ Xem Quy định", not_in=("1 Xem", "Quy định¹"))
# What looks like the sign of a document: a number, a joint, capitals. A scanner reads figures as letters.
SIGN_SHAPED = define(
    rf"(?<![\w/.\-–])(?=[OolI|]*\d)[\dOolI|]{{1,5}}(?:/\d{{4}})?\s?[-–/]\s?(?:[{UPPER}][\w&.]*\s?[-–/]\s?)*"
    rf"[{UPPER}]{{2}}[\w&]*(?:[-–/][{UPPER}][\w&]*)*",
    "102-QĐ/TW",
    "123/HDANN",
    "1O2-QĐ/TW",
    "34/2016/NĐ-CP",
    "102-QĐĐ/TW",
    not_in=("26/01/2018", "15/15", "2020 – 2025", "và/hoặc"),
)
# Codes that a scanner misreads: it loses the stroke of Đ, and makes other letters of those of TW.
MISREAD_CODE = define(
    r"(?<![A-ZĐƯ])(?:QD|ND|HDND|TTD|DA|IW|TVV|1W|FW)(?![A-ZĐƯa-z])",
    "102-QD/TW",
    "34/2016/ND-CP",
    "12/HDND",
    "05-CT/IW",
    not_in=("102-QĐ/TW", "12-HD/TW", "HĐND"),
)
# A letter where a figure should stand.
LETTER_IN_NUMBER = define(r"^[\d]*[OolI|]", "1O2-QĐ/TW", "l02-QĐ/TW", not_in=("102-QĐ/TW",))
# A công văn bears its number and the office that wrote it: "2231/SNV-CCHC&PC", "15/UBND-NC".
OFFICE_SIGN = define(
    rf"^\d{{1,5}}/[{UPPER}]{{2,7}}[-–][{UPPER}][{UPPER}&.]*\d?$",
    "2231/SNV-CCHC&PC",
    "15/UBND-NC",
    not_in=("123/HDANN", "102-QĐĐ/TW", "1O2/QĐ-UBND"),
)
# A syllable as Vietnamese writes it, accents taken off: what a page of garbage has few of.
SYLLABLE = define(
    r"^(?:ngh|ng|nh|th|tr|ch|gh|gi|kh|ph|qu|[bcdghklmnpqrstvx])?(?:uye|uya|oai|oay|oeo|uay|uoi|uou|ieu|yeu|uyu"
    r"|[aeiouy]{1,2})(?:ch|ng|nh|[cmnpt])?$",
    "nghieng",
    "uy",
    "quyet",
    "dang",
    not_in=("wfj", "ction", "brtn"),
)
# A word of a European language in small letters: text of another language is no garbage.
LATIN_WORD = define(
    r"^(?=[a-z]*[aeiouy])(?!.*([a-z])\1\1)(?!.*[bcdfghjklmnpqrstvwxz]{5})[a-z]{2,16}$",
    "regulation",
    "of",
    not_in=("bcd", "xqwrtpz"),
)
