"""Capitals: a line printed in capitals is written as the body of the document writes its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from ingest.body_names import BY_CODE, OTHERS, PROVINCES
from ingest.patterns.pattern import LOWER, UPPER
from ingest.patterns.words import DOCUMENT_TYPES
from ingest.spelling import fold, unify_tone_marks

_WORD = re.compile(r"[^\W_]+(?:[-/][^\W_]+)*")
_LONGEST_NAME = 8
_CAPITAL_RUN = re.compile(rf"(?:\b[{UPPER}]{{2,}}\b[ ,]*){{2,}}")
# "KHÓA XII": after these words a syllable of Roman digits counts; elsewhere "VI" is a word ("VI PHẠM").
_COUNTED = re.compile(r"\b(?:KHÓA|KHOÁ|THỨ|PHẦN|CHƯƠNG|MỤC|QUÝ|KỲ) $")
# Names of bodies and posts as the rules on form write them; the document's own usage comes first.
_NAMES = (
    "Văn phòng",
    "Bí thư",
    "Chủ tịch",
    "Chủ nhiệm",
    "Trưởng Ban",
    "Thường trực",
    "Ban Thường vụ",
    "Ban Chấp hành",
    "Ban Bí thư",
    "Bộ Chính trị",
    "Tổng Bí thư",
    "Trung ương",
    "Tỉnh ủy",
    "Thành ủy",
    "Huyện ủy",
    "Đảng ủy",
    "Ủy ban Kiểm tra",
    "Ủy ban nhân dân",
    "Hội đồng nhân dân",
    "Mặt trận Tổ quốc Việt Nam",
    "Việt Nam",
    "Chánh Văn phòng",
    "Phó Chánh Văn phòng",
    "Phó Bí thư",
    "Giám đốc",
    "Phó Giám đốc",
    "Tổng Giám đốc",
    "Phó Tổng Giám đốc",
    "Thủ tướng",
    "Phó Thủ tướng",
    "Thủ tướng Chính phủ",
    "Phó Trưởng Ban",
    "Hội đồng",
    "Chánh án",
    "Phó Chánh án",
    "tổ chức cơ sở đảng",
    "tổ chức đảng",
    "đảng viên",
    "đảng phí",
    "Đảng",
    *BY_CODE.values(),
    *OTHERS,
    *PROVINCES,
)
_ROMAN_BETWEEN_SMALL = re.compile(rf"[{LOWER}]\s+[IVXLC]{{2,}}$")
_SYLLABLE = re.compile(
    r"(?:b|ch|c|d|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?[aeiouy]{1,3}(?:ch|c|m|ng|nh|n|p|t)?|\\d+"
)
# A word of its own sense in each phrase ("xây dựng Đảng", "tổ chức đảng"): the phrase decides, not the word.
_AMBIGUOUS = "đảng"
_SURNAMES = (
    "NGUYỄN|TRẦN|LÊ|PHẠM|HOÀNG|HUỲNH|PHAN|VŨ|VÕ|ĐẶNG|BÙI|ĐỖ|HỒ|NGÔ|DƯƠNG|LÝ|ĐINH|ĐOÀN|LƯƠNG|MAI|TÔ|TRỊNH|TRƯƠNG|LÂM"
    "|ĐÀO|CAO|HÀ|TẠ|THÁI|CHÂU|TỐNG|QUÁCH|LƯU|KIỀU|NÔNG|TÒNG|VƯƠNG"
)
_PERSON = re.compile(
    rf"\b(?:ĐỒNG CHÍ|BÍ THƯ|CHỦ TỊCH|CHỦ NHIỆM|TRƯỞNG BAN|CHÁNH VĂN PHÒNG)\s+(?P<name>(?:{_SURNAMES})"
    rf"(?:\s+(?!(?:VỀ|TẠI|TRONG|VÀ|LÀM|GIỮ|THÔI|ĐẾN|DỰ|ĐƯỢC|BỊ|THEO|CỦA|KHI|Ở|BÍ|PHÓ|CHỦ|TRƯỞNG|ỦY)\b)[{UPPER}]+\b){{1,3}})"
)


def restore_case(capitals: str, body: str) -> str:
    """*capitals* in sentence case, names as *body* writes them in the middle of its sentences.

    Words that are not wholly in capitals stay as they are; so do signs ("18-NQ/TW") and Roman numerals of terms.
    """
    words = list(_WORD.finditer(capitals))
    names = {_key(person["name"]): person["name"].title() for person in _PERSON.finditer(capitals)}
    written = names | _written_forms(body, _runs_in_capitals(words))
    mixed = any(word[0].islower() for word in words)
    out, end, i = [], 0, 0
    while i < len(words):
        known, length = _longest_form(words[i:], written)
        word = words[i]
        out.append(capitals[end : word.start()])
        letter = mixed and len(word[0]) == 1  # "cúm A", "bảng B": no word, where words have small letters
        if not word[0].isupper() or letter or (not known and _is_sign(word)):
            out.append(word[0])
        else:
            out.append(known or word[0].lower())
        last = words[i + length - 1]
        end, i = last.end() if known and word[0].isupper() else word.end(), i + (length if known else 1)
    text = "".join(out) + capitals[end:]
    return text[:1].upper() + text[1:]


def _is_sign(word: re.Match[str]) -> bool:
    """Whether *word* is no word of the language: digits, a Roman numeral, letters that no syllable has ("GTGT")."""
    if not all(_SYLLABLE.fullmatch(part) for part in re.split("[-/]", fold(word[0]))):
        return True
    if _ROMAN_BETWEEN_SMALL.search(word.string, 0, word.end()) and re.fullmatch("[IVXLC]{2,}", word[0]):
        return True
    counted = _COUNTED.search(word.string, 0, word.start())
    return any(c.isdigit() for c in word[0]) or (counted is not None and re.fullmatch("[IVXLC]+", word[0]) is not None)


def _longest_form(words: list[re.Match[str]], written: dict[str, str]) -> tuple[str | None, int]:
    for length in range(min(_LONGEST_NAME, len(words)), 0, -1):
        run = words[:length]
        if _is_run(run) and all(word[0].isupper() for word in run):
            form = written.get(_key(" ".join(word[0] for word in run)))
            if form:
                return form, length
    return None, 1


def _is_run(words: Sequence[re.Match[str]]) -> bool:
    """Whether nothing but spaces stands between *words*: a name does not reach over a comma."""
    return all(after.string[before.end() : after.start()].isspace() for before, after in pairwise(words))


def _runs_in_capitals(words: list[re.Match[str]]) -> frozenset[str]:
    """Keys of all neighbours in capitals, up to the longest name."""
    keys = set()
    for i in range(len(words)):
        for end in range(i + 1, min(i + _LONGEST_NAME, len(words)) + 1):
            if not words[end - 1][0].isupper() or not _is_run(words[i:end]):
                break
            keys.add(_key(" ".join(word[0] for word in words[i:end])))
    return frozenset(keys)


def _written_forms(body: str, wanted: frozenset[str]) -> dict[str, str]:
    """Key -> the form a *wanted* name most often has in *body*, away from the starts of sentences."""
    forms = {_key(name): name for name in _NAMES}
    if not wanted:
        return forms
    counts: dict[str, Counter[str]] = {}
    for words, keys in _sentences(body):
        for i in range(len(words)):
            for end in range(i + 1, min(i + _LONGEST_NAME, len(words)) + 1):
                key = " ".join(keys[i:end])
                if key not in wanted or not _is_run(words[i:end]):
                    break  # what is wanted is wanted with all its beginnings
                counts.setdefault(key, Counter())[" ".join(word[0] for word in words[i:end])] += 1
    for small, seen in counts.items():
        form = min(seen, key=lambda f: (-seen[f], f))
        if _is_usage(small, form, named=small in forms):
            forms[small] = form
    return forms


@lru_cache(maxsize=4)
def _sentences(body: str) -> tuple[tuple[tuple[re.Match[str], ...], tuple[str, ...]], ...]:
    """Of each sentence of *body* the words after its first, and their keys: the same text is asked for every name."""
    sentences = []
    for sentence in re.split(r"(?<=[.!?:;])\s+|\n+", _CAPITAL_RUN.sub("\n", body)):
        words = tuple(_WORD.finditer(sentence))[1:]
        if words:
            sentences.append((words, tuple(_key(word[0]) for word in words)))
    return tuple(sentences)


def _is_usage(key: str, form: str, named: bool) -> bool:
    """Whether *form* shows how the body writes a name; plain words become small without being told.

    A font that lost its capitals writes none: "BệNH VIệN".
    """
    if any(word[1:] != word[1:].lower() and not word.isupper() for word in form.split()):
        return False
    if form[0].isupper():
        return form.split(maxsplit=1)[0] not in _TYPE_WORDS
    if key == _AMBIGUOUS:
        return False
    return named or (_AMBIGUOUS in key.split() and not any(name in form for name in DOCUMENT_TYPES))


@lru_cache(maxsize=4096)
def _key(words: str) -> str:
    return unify_tone_marks(words.lower())


# A type is written with a capital where it cites one document ("Kết luận số 462"), else small.
_TYPE_WORDS = {word for name in DOCUMENT_TYPES for word in name.split()[:1]}
