"""Signs of documents: "102-QĐ/TW", "34/2016/NĐ-CP", "80/2015/QH13", and the older ways of writing them."""

from __future__ import annotations

import re

from ingest.patterns.pattern import LOWER, UPPER, define

_SHARED_KINDS = "(?:NQ|TT|QC|CTr|CT|KH|HD|TB|BC|CV)(?:LT|LN|LB|PH)"  # liên tịch, liên ngành, liên bộ, phối hợp
_PLAIN_KINDS = (
    "NQ|QĐi|QyĐ|QĐ|QD|CTr|CTHĐ|CT|KL|QC|TTr|TT|HD|TB|TC|BC|KH|ĐA|PA|DA|CV|BB|BS|NĐ|ND|PL|L|VBHN|HĐ|CĐ|SL|GP|GM"
)
# A code is the first letters of words: capitals, with at most two small letters in it ("TTg", "CTr", "GDTrH").
_CODE = (
    r"(?:[A-ZĐƯ](?:[A-ZĐƯ0-9&]|\.(?=[A-ZĐƯ])){1,20}(?:[a-z]{1,2}[A-ZĐƯ0-9&]{0,8})?"
    r"|[A-ZĐ][a-z]{1,2}[A-ZĐƯ][A-ZĐƯ0-9&]{0,8})"
)
_CODE_END = rf"(?![{UPPER}{LOWER}0-9])"
_FURTHER_CODE = rf"(?:(?:[-–/]\s?|[ ][-–]){_CODE})"
# No number begins inside a longer one ("26/01/2018", "1.2-QĐ") nor behind the letter of a form ("B1-2-TMĐT").
_ORDINAL = r"(?<![\d/])(?<!\d[.\-–])(?<!\b[A-Z])(?P<ordinal>\d{1,5})(?:\s?[.…_]{1,8})?"
_LETTER = r"(?P<letter>[a-dA-D](?=\s{0,3}[-–/]))?"  # "30a/2008/NQ-CP"
# Text extraction splits figures: "29/200 3/CT-TTg".
_YEAR = r"(?:\s{0,3}/\s{0,3}(?P<year>(?:1\s?9|2\s?0)\s?\d\s?\d))"
SIGN = define(
    rf"{_ORDINAL}{_LETTER}(?:{_YEAR}?\s*+[-–/]\s*+|\s++|(?!TC))(?P<kind>(?P<shared>{_SHARED_KINDS})|{_PLAIN_KINDS})"
    rf"(?:\s{{0,3}}[-–/]\s{{0,3}}|(?P<dot>\.))"
    rf"(?P<body>{_CODE}(?:(?(shared)(?:\s?[-–/]\s?{_CODE})|{_FURTHER_CODE})){{0,8}}){_CODE_END}",
    "102-QĐ/TW",
    "217/QĐ-TW",
    "86 - QĐ/TW",
    "217 QĐ/ TW",
    "34/2016/NĐ-CP",
    "29/200 3/CT-TTg",
    "05…./2006/ QĐ-UBND",
    "05-CT/TƯ",
    "522/2002/QĐ.UB",
    "30a/2008/NQ-CP",
    "31QĐ/TW",
    not_in=("26/01/2018", "2020 – 2025", "12/12/2013 QĐ/TW", "102-QĐ/Tỉnh"),
)
# Ministries once marked the number with their own letters: "1062TC/QĐ/CSTC"; only behind a type or "số".
MARKED_SIGN = define(
    rf"{_ORDINAL}\s?(?P<mark>(?!(?:{_SHARED_KINDS}|{_PLAIN_KINDS.replace('|TC|', '|')})\b)[A-ZĐ]{{2,8}})\s?/\s?"
    rf"(?:(?P<kind>{_PLAIN_KINDS})\s?[-–/]\s?)?(?P<body>{_CODE}{_FURTHER_CODE}{{0,4}}){_CODE_END}",
    "1062TC/QĐ/CSTC",
    "60 TC/CĐKT",
    not_in=("217 QĐ/TW", "5 m/s"),
)
# The sign of a body alone: "12/CP", "1440/CP-KTTH", "77-CP"; only behind a type or "số".
BODY_SIGN = define(
    rf"{_ORDINAL}{_LETTER}{_YEAR}?(?P<joint>\s{{0,3}}[-–/]\s{{0,3}})(?P<body>{_CODE}{_FURTHER_CODE}{{0,6}}){_CODE_END}",
    "12/CP",
    "77-CP",
    "1440/CP-KTTH",
    "29/TTLB",
    "2231/SNV-CCHC&PC",
    not_in=("26/01", "7-Chủ nhật", "1- Các dự án", "B1-2-TMĐT"),
)
LAW_SIGN = define(
    rf"(?<![\d/])(?<!\d[.\-–])(?P<ordinal>\d{{1,4}}){_YEAR}\s{{0,3}}/\s{{0,3}}(?P<body>(?:UBTV)?QH\s?\d{{1,2}})(?!\d)",
    "80/2015/QH13",
    "403/2017/UBTVQH14",
    "03/1998/QH 10",
    not_in=("80/2015", "1/80/2015/QH13"),
)
_OFFICE = r"(?:B|UB|VP)[A-ZĐ]{0,5}"
# The sign with its kind first: "QĐ-37-TW", "hd 36 vptw", as people type it.
TURNED_SIGN = define(
    r"(?<![\w/-])(?P<kind>QĐi|QyĐ|QĐ|QD|NQ|CTr|CT|KL|QC|HD|TB|KH)(?P<joint>\s?[-–/])?\s?(?P<ordinal>\d{1,4})"
    r"(?(joint)\s?[-–/]\s?|\s)"
    rf"(?P<body>(?(joint)(?:T[WƯU]|HU|ĐU|BCT|BBT|{_OFFICE}T[WU])|(?:T[WƯ]|{_OFFICE}TW)))(?![\w/-])",
    "QD-37-TW",
    "QĐ-69/TW",
    "hd 36 vptw",
    not_in=("HS-2018-0217-TW", "QĐ-UBND", "QD-37-TW-01", "nq 18 tu", "kh 5 ha"),
    flags=re.IGNORECASE,
)
