"""Addresses of provisions in words: ``"I.2.gach-4"`` -> "gạch đầu dòng thứ tư, mục I.2"."""

from __future__ import annotations

import re

from ingest.models import CLOSING, OPENING, RECIPIENTS, SIGNATURE, TITLE
from ingest.patterns.words import DOCUMENT_TYPES
from ingest.spelling import fold

_WORDS = {
    OPENING: "phần mở đầu",
    CLOSING: "phần kết",
    TITLE: "tiêu đề",
    RECIPIENTS: "nơi nhận",
    SIGNATURE: "phần ký",
}
_NAMED = {
    "phan": "Phần {}",
    "chuong": "Chương {}",
    "muc": "Mục {}",
    "tieu-muc": "Tiểu mục {}",
    "dieu": "Điều {}",
    "khoan": "khoản {}",
    "diem": "điểm {}",
    "doan": "đoạn {}",
}
FORM = "Biểu mẫu"
ATTACHED = "kem-theo"
"""What stands below the signature and prints no type."""
# A text that the document encloses is a root of its own: "quy-che.dieu-4", "phu-luc-2.I".
ENCLOSURES = {
    **{
        fold(name).replace(" ", "-"): name
        for name in (*DOCUMENT_TYPES, "Nội quy", "Danh mục", "Phụ lục", "Phụ biểu", FORM)
    },
    ATTACHED: "phần kèm theo",
}
_BULLETS = {"gach": "gạch đầu dòng thứ {}", "cong": "dấu cộng thứ {}", "sao": "dấu sao thứ {}"}
_LEVELS = (
    *("phần", "chương", "tiểu mục", "mục", "điều", "khoản", "điểm", "đoạn"),
    *("gạch đầu dòng", "dấu cộng", "dấu sao"),
)
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_REPEATED = re.compile(r"-lan-(\d+)$")
_NUMBER = re.compile(r"-(\d+[a-z]?|[A-H])$")
_ROMAN_DIGITS = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}


def describe(address: str) -> str:
    """The place in words, from small to large, as an office cites it.

    >>> describe("II.5"), describe("dieu-5.khoan-2.diem-a"), describe("I.2.gach-4")
    ('mục II.5', 'điểm a khoản 2 Điều 5', 'gạch đầu dòng thứ tư, mục I.2')
    >>> describe("quy-che.dieu-4.khoan-2"), describe("phu-luc-1.I.2")
    ('khoản 2 Điều 4 Quy chế', 'mục I.2 Phụ lục 1')
    """
    steps = address.split(".")
    words: list[str] = []
    section: list[str] = []
    for i, step in enumerate(steps):
        bare = _REPEATED.sub("", step)
        if _is_section(bare, steps[:i]):
            section.append(bare)
            name = "mục " + ".".join(section)
            words[-1:] = [name] if len(section) > 1 else [*words[-1:], name]
        else:
            words.append(_describe_step(bare) if i or not find_enclosure(bare) else _describe_enclosure(bare))
        repeated = _REPEATED.search(step)
        if repeated:
            words[-1] += f" (lần {repeated[1]})"
            section.clear()
    return _join(words)


def find_enclosure(address: str) -> str | None:
    """The root of the enclosed text that *address* lies in or is: ``"quy-che"``; ``None`` in the document itself.

    >>> find_enclosure("quy-che.dieu-4.khoan-1"), find_enclosure("dieu-4")
    ('quy-che', None)
    """
    root = address.partition(".")[0]
    return root if _NUMBER.sub("", _REPEATED.sub("", root)) in ENCLOSURES else None


def slug(name: str, number: str | None = None) -> str:
    """The address of the root of an enclosed text, from its type and its printed number.

    >>> slug("Quy chế"), slug("Phụ lục", "II"), slug("Biểu mẫu", "01")
    ('quy-che', 'phu-luc-2', 'bieu-mau-1')
    """
    root = fold(name).replace(" ", "-")
    if number is None:
        return root
    counted = _ROMAN_DIGITS.get(number.upper())
    return f"{root}-{counted if counted else number.lstrip('0') or '0'}"


def name_level(address: str) -> str:
    """What the smallest step of the place is called, without its number.

    >>> name_level("dieu-5.khoan-2"), name_level("II.5"), name_level("I.2.gach-4")
    ('khoản', 'mục', 'gạch đầu dòng')
    """
    words = describe(address).partition(" (lần ")[0]
    step = _REPEATED.sub("", address.rpartition(".")[2])
    if step in _WORDS:
        return _WORDS[step]
    return next((name for name in _LEVELS if words.lower().startswith(name)), "ý khác")


def _is_section(step: str, above: list[str]) -> bool:
    """Bare numbers and letters are sections, until a paragraph or an article stands above them."""
    closed = any(re.match(r"(?:doan|dieu|gach|cong|sao)-|mo-dau|ket", one) for one in above)
    return not closed and re.fullmatch(r"[IVXLC]+|[ivx]+|[A-HĐa-zđ]|\d+[a-zđ]?(?:-\d+)*", step) is not None


def _describe_enclosure(root: str) -> str:
    number = _NUMBER.search(root)
    name = ENCLOSURES[_NUMBER.sub("", root)]
    return f"{name} {number[1]}" if number else name


def _describe_step(step: str) -> str:
    if step in _WORDS:
        return _WORDS[step]
    kind, _, number = step.rpartition("-") if step.startswith("tieu-muc-") else step.partition("-")
    if kind in _NAMED:
        return _NAMED[kind].format(number)
    if kind in _BULLETS and number.isdigit():
        place = int(number)
        return _BULLETS[kind].format(_ORDINALS[place - 1] if place <= len(_ORDINALS) else place)
    return f"ý ({step})"


def _join(words: list[str]) -> str:
    """Small to large; "khoản 2 Điều 5" without a comma, other steps with one."""
    out = words[-1]
    names = tuple(ENCLOSURES.values())
    for word in reversed(words[:-1]):
        plain = word.startswith(("Điều", "khoản")) and out.split()[0] in ("khoản", "điểm", "đoạn")
        opening = out.endswith(("phần mở đầu", "phần kết"))
        out += f" {word}" if plain or opening or word.startswith(names) else f", {word}"
    return out
