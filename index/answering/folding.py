"""The same paragraph in two places: which of the passages found say nothing that an earlier one does not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from index.segment import syllables
from ingest.patterns.numbering import ARTICLE, DASH, NUMBERED, PLUS, POINT, ROMAN, STAR

LEAST_OVERLAP = 0.9
"""Share of the runs of three syllables that two passages have in common, of all that they have."""
_RUN = 3
_NEAR_IN_LENGTH = 0.75
_NEAR_IN_WORDS = 0.4
_FEWEST_ALONE = 12
_MARKERS = (ARTICLE, NUMBERED, POINT, ROMAN, DASH, PLUS, STAR)
# Without them a sentence says the same; any other word put in the place of another says something else.
_LIGHT_WORDS = (
    "và với cùng các những của thì là mà ở tại về cho để "  # vi: words of documents
    "nhằm do bởi vẫn cũng đã đang sẽ số này đó"
)
# A sentence with one more of these says something else.
_TURNING_WORDS = (
    "không chưa chẳng chớ đừng cấm trừ ngoài chỉ bỏ thôi hủy hết phi bất vô trái ngược "  # vi: words of documents
    "hoặc hay nếu khi trước sau trên dưới trong tối đa thiểu ít nhiều hơn nhất mọi một "
    "mỗi từng riêng nửa mươi trăm nghìn triệu tỷ phần hai ba bốn năm sáu bảy tám chín "
    "mười"
)
_LIGHT, _TURNING = frozenset(_LIGHT_WORDS.split()), frozenset(_TURNING_WORDS.split())
# "Luật này" is another law in another document, "khoản 1 Điều này" another article.
_POINTING = re.compile(
    r"\b(?:điều|khoản|điểm|mục|chương|phần|luật|bộ luật|pháp lệnh|nghị quyết|nghị định|quyết định|"  # vi: a pattern
    r"quy định|quy chế|thông báo|thông tư|chỉ thị|kết luận|hướng dẫn|kế hoạch|văn bản|báo cáo|"
    r"chương trình|đề án|điều lệ) này\b"
    r"|\b(?:nêu|nói|quy định|dẫn) (?:ở |tại )?trên\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What is compared.

    Attributes:
        above: Headings and introducing sentences it stands under.
        items: Texts of the list it introduces.
        elliptic: Whether its subject may stand in the heading alone, as in articles of a law.
    """

    text: str
    above: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    elliptic: bool = False


def say_the_same(one: Paragraph, other: Paragraph) -> bool:
    """Whether two paragraphs say the same, so that one of them is enough to read.

    Case, spaces, punctuation, the manner of tone marks and the number of the paragraph do not matter; a few words
    more in one of them do not either. Another number, date, negation, or a word in the place of another does.
    """
    a, b = read_words(one.text), read_words(other.text)
    if not _are_alike(a, b) or _POINTING.search(one.text) or _POINTING.search(other.text):
        return False
    if _read_all(one.items) != _read_all(other.items):
        return False
    alone = min(len(a), len(b)) >= _FEWEST_ALONE and not one.elliptic and not other.elliptic
    return alone or _read_all(one.above) == _read_all(other.above)


def may_be_the_same(one: str, other: str) -> bool:
    """A quick look that spares the comparison of what is plainly not the same."""
    if min(len(one), len(other)) < _NEAR_IN_LENGTH * max(len(one), len(other)):
        return False
    a, b = _cut(one), _cut(other)
    return len(a & b) >= _NEAR_IN_WORDS * max(len(a), len(b))


@lru_cache(maxsize=256)
def _cut(text: str) -> frozenset[str]:
    """The words of *text*, small; kept, as each passage found is compared with each."""
    return frozenset(text.lower().split())


def read_words(text: str) -> list[str]:
    """The syllables of a paragraph, without the marker that it begins with."""
    text = text.strip()
    for pattern in _MARKERS:
        match = pattern.regex.match(text)
        if match:
            return syllables(text[match.end() :])
    return syllables(text)


def _read_all(texts: Sequence[str]) -> list[list[str]]:
    return [read_words(text) for text in texts]


def _numbers(words: Sequence[str]) -> list[str]:
    return [word for word in words if any(letter.isdigit() for letter in word)]


def _are_alike(a: list[str], b: list[str]) -> bool:
    return a == b or (_numbers(a) == _numbers(b) and _overlap(a, b) >= LEAST_OVERLAP and _differ_lightly(a, b))


def _overlap(a: Sequence[str], b: Sequence[str]) -> float:
    runs_a, runs_b = _runs(a), _runs(b)
    return sum((runs_a & runs_b).values()) / max(1, sum((runs_a | runs_b).values()))


def _runs(words: Sequence[str]) -> Counter[tuple[str, ...]]:
    return Counter(zip(*(words[i:] for i in range(_RUN)), strict=False))


def _differ_lightly(a: list[str], b: list[str]) -> bool:
    """Whether *b* is *a* with words put in or left out, none of them in the place of another and none that turns."""
    for kind, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        removed, added = ([word for word in part if word not in _LIGHT] for part in (a[a1:a2], b[b1:b2]))
        if kind == "replace" and removed and added and removed != added:
            return False
        if kind != "equal" and _TURNING & {*removed, *added}:
            return False
    return True
