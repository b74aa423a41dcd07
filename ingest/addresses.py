"""Addresses of provisions in words: ``"I.2.gach-4"`` -> "gạch đầu dòng thứ tư, mục I.2"."""

from __future__ import annotations

import re

from ingest.models import CLOSING, OPENING, RECIPIENTS, SIGNATURE, TITLE
from ingest.patterns import DOCUMENT_TYPES
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
# A text that the document encloses is a root of its own: "quy-che.dieu-4".
ENCLOSURES = {
    fold(name).replace(" ", "-"): name for name in (*DOCUMENT_TYPES, "Nội quy", "Danh mục", "Phụ lục", "Biểu mẫu")
}
_BULLETS = {"gach": "gạch đầu dòng thứ {}", "cong": "dấu cộng thứ {}", "sao": "dấu sao thứ {}"}
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_REPEATED = re.compile(r"-lan-(\d+)$")


def describe(address: str) -> str:
    """The place in words, from small to large, as an office cites it.

    >>> describe("II.5"), describe("dieu-5.khoan-2.diem-a"), describe("I.2.gach-4")
    ('mục II.5', 'điểm a khoản 2 Điều 5', 'gạch đầu dòng thứ tư, mục I.2')
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
            words.append(_describe_step(bare))
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
    return root if _REPEATED.sub("", root) in ENCLOSURES else None


def _is_section(step: str, above: list[str]) -> bool:
    """Bare numbers and letters are sections, until a paragraph or an article stands above them."""
    closed = any(re.match(r"(?:doan|dieu|gach|cong|sao)-|mo-dau|ket", one) for one in above)
    return not closed and re.fullmatch(r"[IVXLC]+|[A-HĐa-zđ]|\d+(?:-\d+)*", step) is not None


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
    for word in reversed(words[:-1]):
        plain = word.startswith(("Điều", "khoản")) and out.split()[0] in ("khoản", "điểm", "đoạn")
        opening = out.endswith(("phần mở đầu", "phần kết"))
        out += f" {word}" if plain or opening else f", {word}"
    return out
