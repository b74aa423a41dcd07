"""Abbreviations of Party work in a question -> what they stand for, from ``data/glossary/abbreviations.tsv``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from index.english import is_syllable
from ingest.patterns import LAW_SIGN, SIGN
from ingest.spelling import fold

ABBREVIATION_FILE = Path(__file__).parent.parent / "data" / "glossary" / "abbreviations.tsv"
_CANDIDATE = re.compile(r"(?<![^\W_])[^\W\d_]+(?:[-.,/&][^\W\d_]+)*")
_PART = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a question: plain words, or an abbreviation.

    Attributes:
        text: As typed; the pieces of a question joined are the question.
        meanings: What an abbreviation stands for, the usual meaning first; empty for plain words.
    """

    text: str
    meanings: tuple[str, ...] = ()


def say(pieces: Sequence[Piece]) -> str:
    """The question with the usual meaning of each abbreviation in its place; "NQ18" is "nghị quyết 18"."""
    said = ""
    for piece in pieces:
        gap = " " if said[-1:].isalpha() and piece.text[:1].isalnum() else ""
        said += gap + (piece.meanings[0] if piece.meanings else piece.text)
    return said


def cut_pieces(text: str) -> list[Piece]:
    """*text* as plain words and abbreviations; signs ("102-QĐ/TW") are plain."""
    pieces: list[Piece] = []
    end = 0
    for start, stop, meanings in _find_abbreviations(text):
        pieces += [Piece(text[end:start]), Piece(text[start:stop], meanings)]
        end = stop
    pieces.append(Piece(text[end:]))
    return [piece for piece in pieces if piece.text]


def _find_abbreviations(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    capitals = "".join(letter.upper() if len(letter.upper()) == 1 else letter for letter in text)
    signs = [match.span() for pattern in (SIGN, LAW_SIGN) for match in pattern.regex.finditer(capitals)]
    for candidate in _CANDIDATE.finditer(text):
        if any(start < candidate.end() and candidate.start() < end for start, end in signs):
            continue
        whole = _look_up(candidate[0])
        parts = [] if whole else list(_PART.finditer(text, candidate.start(), candidate.end()))
        found = [(candidate.start(), candidate.end(), whole)] + [(*part.span(), _look_up(part[0])) for part in parts]
        yield from (one for one in found if one[2])


def _look_up(typed: str) -> tuple[str, ...]:
    """By the form with its marks, else without; small letters only where they make no Vietnamese syllable."""
    letters = "".join(_PART.findall(typed))
    if sum(letter.isupper() for letter in letters) < 2 and (len(letters) < 2 or is_syllable(fold(letters))):
        return ()
    marked, bare = _read_abbreviations()
    return marked.get(letters.lower()) or (bare.get(letters.lower(), ()))


@cache
def _read_abbreviations(
    file: Path = ABBREVIATION_FILE,
) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Small letters -> meanings; the same without marks, where the meanings of all forms alike come together."""
    marked: dict[str, tuple[str, ...]] = {}
    bare: dict[str, tuple[str, ...]] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            forms, _, meanings = line.partition("\t")
            for form in forms.split("|"):
                key = "".join(_PART.findall(form)).lower()
                marked[key] = tuple(meanings.split("|"))
                bare[fold(key)] = (*bare.get(fold(key), ()), *meanings.split("|"))
    return marked, bare
