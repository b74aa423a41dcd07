"""Abbreviations of Party work in a question -> what they stand for, from our table and the library owner's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from index.english import is_syllable
from ingest.errors import UsageError
from ingest.patterns import LAW_SIGN, SIGN
from ingest.spelling import fold
from ingest.system import explain

ABBREVIATION_FILE = Path(__file__).parent.parent / "data" / "glossary" / "abbreviations.tsv"
OWN_FILE = "viet-tat.tsv"
"""In the library's folder, of the same form as ours."""

_CANDIDATE = re.compile(r"(?<![^\W_])[^\W\d_]+(?:[-.,/&][^\W\d_]+)*")
_PART = re.compile(r"[^\W\d_]+")
_BEFORE_A_NUMBER = re.compile(r"\s?(?:\d{1,2}|[IVXivx]+)(?!\w)")
_NUMBERED = "#"
_FORM = re.compile(rf"[^\W\d_]+(?:[-.,/&][^\W\d_]+)*\.?{_NUMBERED}?")
_EXAMPLE = "UBKT, dấu tab, rồi Ủy ban Kiểm tra"

Meanings = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Small letters -> meanings, the usual one first.

    Attributes:
        marked: By the form with its marks; one that counts only before a number ends in ``#``.
        bare: By the form without marks, where the meanings of all forms alike come together.
    """

    marked: Mapping[str, Meanings]
    bare: Mapping[str, Meanings]

    def look_up(self, typed: str) -> Meanings:
        """By the form with its marks, else without; small letters only where they make no Vietnamese syllable."""
        letters = "".join(_PART.findall(typed))
        if sum(letter.isupper() for letter in letters) < 2 and (len(letters) < 2 or is_syllable(fold(letters))):
            return ()
        return self.marked.get(letters.lower()) or self.bare.get(fold(letters), ())

    def over(self, other: Abbreviations) -> Abbreviations:
        """Both; what stands in both has this one's meanings."""
        bare = {form: held for form, held in other.bare.items() if form not in self.bare}
        return Abbreviations({**other.marked, **self.marked}, {**bare, **self.bare})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a question: plain words, or an abbreviation.

    Attributes:
        text: As typed; the pieces of a question joined are the question.
        meanings: What an abbreviation stands for, the usual meaning first; empty for plain words.
    """

    text: str
    meanings: Meanings = ()


def cut_pieces(text: str, abbreviations: Abbreviations | None = None) -> list[Piece]:
    """*text* as plain words and abbreviations, ours where none are given; signs ("102-QĐ/TW") are plain."""
    pieces: list[Piece] = []
    end = 0
    for start, stop, meanings in _find_abbreviations(text, abbreviations or our_abbreviations()):
        pieces += [Piece(text[end:start]), Piece(text[start:stop], meanings)]
        end = stop
    pieces.append(Piece(text[end:]))
    return [piece for piece in pieces if piece.text]


def find_signs(text: str) -> list[tuple[int, int]]:
    """Spans of the signs of documents ("102-QĐ/TW"), in small letters too."""
    capitals = text.upper()
    if len(capitals) != len(text):
        capitals = "".join(letter.upper() if len(letter.upper()) == 1 else letter for letter in text)
    return [match.span() for pattern in (SIGN, LAW_SIGN) for match in pattern.regex.finditer(capitals)]


def _find_abbreviations(text: str, known: Abbreviations) -> Iterator[tuple[int, int, Meanings]]:
    signs = find_signs(text)
    for candidate in _CANDIDATE.finditer(text):
        if any(start < candidate.end() and candidate.start() < end for start, end in signs):
            continue
        whole = known.look_up(candidate[0])
        parts = [] if whole else list(_PART.finditer(text, candidate.start(), candidate.end()))
        found = [(candidate.start(), candidate.end(), whole)]
        found += [(*part.span(), known.look_up(part[0]) or _look_up_numbered(text, part, known)) for part in parts]
        yield from (one for one in found if one[2])


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
        advice = "Hãy sửa quyền hoặc tên tệp."
        raise UsageError(f"Tệp viết tắt {file} không đọc được: {explain(error)}. {advice}") from error
    except UnicodeDecodeError as error:
        advice = "Hãy mở tệp và lưu lại với mã hóa UTF-8."
        raise UsageError(f"Tệp viết tắt {file} không phải mã UTF-8. {advice}") from error
    return _gather(_parse(text, file)).over(our_abbreviations())


def _gather(rows: Sequence[tuple[Sequence[str], Meanings]]) -> Abbreviations:
    marked: dict[str, Meanings] = {}
    bare: dict[str, Meanings] = {}
    for forms, meanings in rows:
        for form in forms:
            key = "".join(_PART.findall(form)).lower()
            if form.endswith(_NUMBERED):
                marked[key + _NUMBERED] = meanings
            else:
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
                raise UsageError(f"Tệp viết tắt {file}, dòng {number}: {wrong}. Hãy sửa dòng đó, ví dụ: {_EXAMPLE}.")
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
