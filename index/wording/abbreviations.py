"""Abbreviations of Party work in a question -> what they stand for, from our table and the library owner's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from index.wording.english import is_syllable
from index.wording.wordlist import is_real_pair, may_be_real
from ingest.errors import UsageError
from ingest.language import tr
from ingest.patterns.signs import LAW_SIGN, SIGN
from ingest.spelling import fold
from ingest.system import explain

ABBREVIATION_FILE = Path(__file__).parents[2] / "data" / "glossary" / "abbreviations.tsv"
OWN_FILE = "viet-tat.tsv"
"""In the library's folder, of the same form as ours."""

_CANDIDATE = re.compile(r"(?<![^\W_])[^\W\d_]+(?:[-.,/&][^\W\d_]+)*")
_PART = re.compile(r"[^\W\d_]+")
_BEFORE_A_NUMBER = re.compile(r"\s?(?:\d{1,2}|[IVXivx]+)(?!\w)")
_NUMBERED, _SMALL = "#", "="
_FORM = re.compile(rf"[^\W\d_]+(?:[-.,/&][^\W\d_]+)*\.?[{_NUMBERED}{_SMALL}]?")
_CENTRE, _CENTRE_MARKED = "tw", "tư"  # vi: letters
_BY_ITSELF = re.compile(r"(?<![^\s(\"“])[^\W\d_](?=[?!.,;:)…\"”]*(?:\s|$))(?!\s+(?:\d|[IVX]+\b|\w\b))")
_LETTERED = re.compile(
    r"(?:điểm|mục|phần|khoản|điều|diem|muc|phan|khoan|dieu|khu|tổ|loại|nhóm|hạng|\b\w,?)\s*$",  # vi: a pattern
    re.IGNORECASE,
)
"""What a letter by itself follows where it numbers something."""
_NEARLY_ALL = 0.9
"""Share of capitals from which a text is typed in capitals."""
_PERSON_AFTER = re.compile(r"\s+(?:bi thu|pho|chu tich|truong|thu truong|uy vien|chanh|giam doc)\b")
_PERSON_BEFORE = re.compile(r"\b(?:cac|nhung|moi|tung|quy|mot so|hai|ba)\s+$")
_EXAMPLE = "UBKT, dấu tab, rồi Ủy ban Kiểm tra"

Meanings = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Small letters -> meanings, the usual one first.

    Attributes:
        marked: By the form with its marks; one that counts only before a number ends in ``#``, only in small letters
            in ``=``.
        bare: By the form without marks, where the meanings of all forms alike come together.
    """

    marked: Mapping[str, Meanings]
    bare: Mapping[str, Meanings]

    def look_up(self, typed: str) -> Meanings:
        """By the form with its marks, or typed without any; small letters only where they make no Vietnamese syllable.

        A form that has marks of its own is another word: "THƯ" is not "ThU".
        """
        letters = typed if typed.isalpha() else "".join(_PART.findall(typed))
        small = letters.lower()
        if small not in self.marked and small not in self.bare and small + _SMALL not in self.marked:
            return ()
        if typed == small and small + _SMALL in self.marked:
            return self.marked[small + _SMALL]
        if sum(letter.isupper() for letter in letters) < 2 and (len(letters) < 2 or is_syllable(fold(letters))):
            return ()
        return self.marked.get(small) or (self.bare.get(small, ()) if fold(small) == small else ())

    def over(self, other: Abbreviations) -> Abbreviations:
        """Both; what stands in both has this one's meanings."""
        bare = {form: held for form, held in other.bare.items() if form not in self.bare}
        return Abbreviations({**other.marked, **self.marked}, {**bare, **self.bare})


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of a question: plain words, or an abbreviation.

    Attributes:
        text: As typed; the pieces of a question joined are the question.
        meanings: What an abbreviation stands for, the usual meaning first; empty for plain words.
    """

    text: str
    meanings: Meanings = ()


def cut_pieces(text: str, abbreviations: Abbreviations | None = None) -> list[Snippet]:
    """*text* as plain words and abbreviations, ours where none are given; signs ("102-QĐ/TW") are plain."""
    pieces: list[Snippet] = []
    end = 0
    for start, stop, meanings in _find_abbreviations(text, abbreviations or our_abbreviations()):
        pieces += [Snippet(text[end:start]), Snippet(text[start:stop], meanings)]
        end = stop
    pieces.append(Snippet(text[end:]))
    return [piece for piece in pieces if piece.text]


def find_signs(text: str) -> list[tuple[int, int]]:
    """Spans of the signs of documents ("102-QĐ/TW"), in small letters too."""
    capitals = text.upper()
    if len(capitals) != len(text):
        capitals = "".join(letter.upper() if len(letter.upper()) == 1 else letter for letter in text)
    return [match.span() for pattern in (SIGN, LAW_SIGN) for match in pattern.regex.finditer(capitals)]


def _find_abbreviations(text: str, known: Abbreviations) -> Iterator[tuple[int, int, Meanings]]:
    signs = find_signs(text)
    free = [one for one in _CANDIDATE.finditer(text) if not any(a < one.end() and one.start() < b for a, b in signs)]
    capitals = _Capitals(text, free, known)
    for candidate in free:
        whole = _look_up_numbered(text, candidate, known) or _look_up_whole(text, candidate, known)
        single = bool(whole) or candidate[0].isalpha()
        parts = [] if single else list(_PART.finditer(text, candidate.start(), candidate.end()))
        found = [(candidate.start(), candidate.end(), whole)]
        found += [(*part.span(), known.look_up(part[0]) or _look_up_numbered(text, part, known)) for part in parts]
        yield from (
            one for one in found if one[2] and not capitals.is_word(*one[:2]) and not _is_letter(text, *one[:2])
        )


def _is_letter(text: str, start: int, end: int) -> bool:
    """Whether one small letter stands for itself: "điểm k"."""
    if end - start > 1 or _BEFORE_A_NUMBER.match(text, end):
        return False
    return not _BY_ITSELF.match(text, start) or _LETTERED.search(text, 0, start) is not None


class _Capitals:
    """Tells words in capitals ("BÍ THƯ") from abbreviations that look like one ("BTV TU")."""

    def __init__(self, text: str, candidates: Sequence[re.Match[str]], known: Abbreviations) -> None:
        spans = [part.span() for one in candidates for part in _PART.finditer(text, one.start(), one.end())]
        self._text, self._spans = text, spans
        self._place = {start: place for place, (start, _) in enumerate(spans)}
        self._words = [self._looks_like_a_word(place) for place in range(len(spans))]
        self._meant = [bool(known.look_up(text[start:end])) for start, end in spans]
        letters = [letter for start, end in spans for letter in text[start:end]]
        plain = any(word and not meant for word, meant in zip(self._words, self._meant, strict=True))
        self._shouted = plain and sum(map(str.isupper, letters)) >= _NEARLY_ALL * len(letters)

    def _looks_like_a_word(self, place: int) -> bool:
        start, end = self._spans[place]
        typed = self._text[start:end]
        small = typed.lower()
        return typed.isupper() and len(typed) > 1 and is_syllable(fold(small)) and may_be_real(small)

    def is_word(self, start: int, end: int) -> bool:
        """Whether what stands there is a word among words in capitals, and not beside a plain abbreviation."""
        place = self._place[start]
        if self._spans[place][1] != end or not self._words[place]:
            return False
        beside = [other for other in (place - 1, place + 1) if self._adjoin(place, other)]
        if any(self._words[other] and is_real_pair(*self._say(place, other)) for other in beside):
            return True
        if any(self._meant[other] and not self._words[other] for other in beside):
            return False
        return self._shouted or any(self._words[other] and not self._meant[other] for other in beside)

    def _say(self, place: int, other: int) -> tuple[str, str]:
        """The two in small letters, in their order."""
        (a, b), (c, d) = (self._spans[one] for one in sorted((place, other)))
        return self._text[a:b].lower(), self._text[c:d].lower()

    def _adjoin(self, place: int, other: int) -> bool:
        """Whether only a space parts the two."""
        if not 0 <= other < len(self._spans):
            return False
        (_, end), (start, _) = (self._spans[one] for one in sorted((place, other)))
        return self._text[end:start].isspace()


def _look_up_whole(text: str, typed: re.Match[str], known: Abbreviations) -> Meanings:
    """What it stands for; a small word ("đc") where a person is meant rather its last meaning."""
    found = known.look_up(typed[0])
    if len(found) > 1 and typed[0] + _SMALL in known.marked:
        before, after = fold(text[: typed.start()]), text[typed.end() :]
        named = after.strip()[:1].isupper()
        if named or _PERSON_AFTER.match(fold(after)) or _PERSON_BEFORE.search(before):
            return found[::-1]
    return found


def _look_up_numbered(text: str, part: re.Match[str], known: Abbreviations) -> Meanings:
    """What it stands for before a number: "k12", "K XII"."""
    numbered = _BEFORE_A_NUMBER.match(text, part.end())
    return known.marked.get(part[0].lower() + _NUMBERED, ()) if numbered else ()


@cache
def our_abbreviations() -> Abbreviations:
    """The table that comes with Vankien."""
    return _gather(_parse(ABBREVIATION_FILE.read_text(encoding="utf-8"), ABBREVIATION_FILE))


def read_abbreviations(home: Path) -> Abbreviations:
    """Ours, and over them those of ``viet-tat.tsv`` in the library's folder *home*, if there is such a file.

    Raises:
        UsageError: If the file cannot be read, or a line of it is not forms, a tab and meanings.
    """
    file = home / OWN_FILE
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return our_abbreviations()
    except OSError as error:
        told = "Tệp viết tắt {file} không đọc được: {reason}. Hãy sửa quyền hoặc tên tệp."
        raise UsageError(tr(told, file=file, reason=explain(error))) from error
    except UnicodeDecodeError as error:
        told = "Tệp viết tắt {file} không phải mã UTF-8. Hãy mở tệp và lưu lại với mã hóa UTF-8."
        raise UsageError(tr(told, file=file)) from error
    return _gather(_parse(text, file)).over(our_abbreviations())


def _gather(rows: Sequence[tuple[Sequence[str], Meanings]]) -> Abbreviations:
    marked: dict[str, Meanings] = {}
    bare: dict[str, Meanings] = {}
    for forms, meanings in rows:
        for form in forms:
            key = "".join(_PART.findall(form)).lower()
            if form.endswith((_NUMBERED, _SMALL)):
                marked[key + form[-1]] = meanings
            else:
                if key.endswith(_CENTRE):
                    marked.setdefault(key.removesuffix(_CENTRE) + _CENTRE_MARKED, meanings)
                marked[key] = meanings
                bare[fold(key)] = (*bare.get(fold(key), ()), *meanings)
    return Abbreviations(marked, bare)


def _parse(text: str, file: Path) -> list[tuple[list[str], Meanings]]:
    """Forms and meanings of each line; a line that is blank or starts with ``#`` says nothing."""
    rows = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            typed, tab, meant = line.partition("\t")
            forms, meanings = ([one.strip() for one in side.split("|")] for side in (typed, meant))
            wrong = _find_fault(forms, bool(tab), meanings)
            if wrong:
                told = "Tệp viết tắt {file}, dòng {number}: {wrong}. Hãy sửa dòng đó, ví dụ: {example}."
                raise UsageError(tr(told, file=file, number=number, wrong=tr(wrong), example=tr(_EXAMPLE)))
            rows.append((forms, tuple(meanings)))
    return rows


def _find_fault(forms: Sequence[str], tab: bool, meanings: Sequence[str]) -> str | None:
    if not tab:
        return "thiếu dấu tab giữa chữ viết tắt và nghĩa"
    if not all(_FORM.fullmatch(form) for form in forms):
        return "chữ viết tắt phải gồm các chữ cái viết liền, không có chữ số hay dấu cách"
    if any("\t" in one or not any(letter.isalpha() for letter in one) for one in meanings):
        return "thiếu nghĩa, hoặc thừa dấu tab"
    return None
