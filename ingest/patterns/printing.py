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
# What looks like the sign of a document: a number, a joint, capitals. A scanner reads figures as letters, and a joint
# as a rule; a letter that opens the number ("S00-TB/TU") counts only before a kind and a body: "B01-DN" is a form.
_FIGURES = r"[\dOolI|]"
SIGN_SHAPED = define(
    rf"(?<![\w/.\-–])(?:(?=[OolI|]*\d){_FIGURES}{{1,5}}|(?=[SBZOolI|]*\d)[\dSBZOolI|]{{2,5}}(?=[-–/][{UPPER}]{{2,4}}/[{UPPER}]))"
    rf"(?:/{_FIGURES}{{4}})?\s?[-–—/~]\s?(?:[{UPPER}0][\w&.]*\s?[-–/]\s?)*"
    rf"(?:[{UPPER}]{{2}}|[{UPPER}]0|0[{UPPER}])(?:[\w&]|\.(?=[{UPPER}]))*(?:[-–/\\][{UPPER}{LOWER}\d][\w&\\|?]*)*",
    "102-QĐ/TW",
    "123/HDANN",
    "1O2-QĐ/TW",
    "S00-TB/TU",
    "34/2O16/NĐ-CP",
    "102-0Đ/TW",
    "102-QĐ/1W",
    "34/2016/NĐ-CP",
    "522/2002/QĐ.UB",
    "102-QĐĐ/TW",
    not_in=("26/01/2018", "15/15", "2020 – 2025", "và/hoặc", "B01-DN"),
)
# A letter where a figure should stand, in the number or in the year.
LETTER_IN_NUMBER = define(
    r"^\d*[OolI|SBZ]|^\d+/(?=[\dOolI|]{4}/)\d*[OolI|]",
    "1O2-QĐ/TW",
    "l02-QĐ/TW",
    "34/2O16/NĐ-CP",
    not_in=("102-QĐ/TW", "34/2016/NĐ-CP", "12/LĐ"),
)
# "Số" before a sign, as a scanner misreads it.
MISREAD_NUMBER_WORD = define(
    r"(?:^|(?<=\s))(?:[Ss][6ôóòõơo0]|[§5][6ôóòõơo0ố])\s?:?\s?$",
    "S6 ",
    "theo sô ",
    "Só: ",
    "§ố ",
    not_in=("Số ", "số ", "sổ ", "TS6 "),
)
# The codes that stand in most signs: of the types, and of the bodies that issue.
COMMON_KIND = define(
    r"^(?:NQ|QĐ|QyĐ|CT|CTr|KL|QC|TT|TTr|HD|TB|BC|KH|ĐA|CV|BB|NĐ|PL|CĐ|HĐ|GP|GM|TTLT)$",
    "QĐ",
    "TTr",
    not_in=("QD", "0Đ", "NO", "1B", "SNV"),
)
COMMON_BODY = define(
    r"^(?:[A-ZĐ]{0,5}TW|TƯ|TU|HU|ĐU|CP|TTg|(?:UBTV)?QH\d\d?|UBND|HĐND)$",
    "TW",
    "BTCTW",
    "QH13",
    "UBND",
    not_in=("1W", "TVV", "GP", "OH13", "QHI3", "UBNĐ"),
)
# An old sign has the code of its body alone: "12/CP".
SHORT_SIGN = define(
    rf"^\d{{1,5}}(?:/\d{{4}})?[-–/](?P<code>[{UPPER}]{{2}}[{UPPER}{LOWER}]{{0,2}})$",
    "12/CP",
    "814/TTg",
    "29/TTLB",
    "5/SXD",
    not_in=("123/HDANN", "12/X"),
)
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
