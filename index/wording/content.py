"""Which syllables of a question carry its content, and which only ask or link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, product
from pathlib import Path
from typing import NamedTuple

from index.segment import SYLLABLE, fold_syllable, syllables, syllables_as_typed, words
from index.tokens import Token, Vocabulary, read_token
from ingest.patterns.words import DOCUMENT_TYPES
from ingest.spelling import fold, unify_spelling

_GENERAL, _THIS = ("Văn bản", "Văn kiện", "Tài liệu"), "này"  # vi: as it is typed
STOP_FILE = Path(__file__).parents[2] / "data" / "glossary" / "question-words.txt"
ASKED_FILE = STOP_FILE.with_name("asked-of-documents.txt")


def find_content(tokens: Sequence[Token], starts: frozenset[int], vocabulary: Vocabulary) -> list[bool]:
    """Whether each token carries meaning; question words and links do not.

    Where it is known at which tokens words start, only whole words are left out: "chỉ", never half of "chỉ thị".
    Nor does the kind of document that a question begins with carry any where it is what is asked: "thông báo nói gì".
    """
    content = [True] * len(tokens)
    i = 0
    while i < len(tokens):
        length = 0 if any(content[:i]) else count_asked(tokens[i:])
        length = length or _find_stop(tokens, i, starts, vocabulary)
        content[i : i + length] = [False] * length
        i += length or 1
    return content


def _find_stop(tokens: Sequence[Token], i: int, starts: frozenset[int], vocabulary: Vocabulary) -> int:
    """Length of the longest stop that begins at *i*; 0 without one."""
    for length in range(min(_read_stops().longest, len(tokens) - i), 0, -1):
        if starts:
            stop = _is_whole(i, i + length, starts, len(tokens)) and _is_stop(tokens[i : i + length], bare=False)
        else:
            stop = _is_stop(tokens[i : i + length], bare=True) and not _joins(tokens, i, length, vocabulary)
        if stop:
            return length
    return 0


def count_asked(tokens: Sequence[Token]) -> int:
    """How many *tokens* at the beginning are a kind of document and what is asked of it: "thông báo nói gì"."""
    asked, longest = _read_asked()
    bare = not any(token.marked for token in tokens)
    typed = [fold_syllable(token.text) if bare else token.text for token in tokens[:longest]]
    return next((length for length in range(len(typed), 0, -1) if " ".join(typed[:length]) in asked), 0)


def leave_out_asked(text: str) -> str:
    """*text* without those at its beginning; whole where nothing else is in it."""
    spoken = list(SYLLABLE.finditer(text))
    count = count_asked([read_token(unify_spelling(one[0].lower())) for one in spoken])
    return text[spoken[count].start() :] if 0 < count < len(spoken) else text


def begins_with_asked(text: str) -> bool:
    """Whether *text* begins with a kind of document and what is asked of it: "thông báo nói gì"."""
    return count_asked([read_token(one) for one in syllables(text)]) > 0


def is_light(syllable: str) -> bool:
    """Whether a small *syllable* by itself only asks or links: it stands beside anything."""
    return syllable in _read_stops().marked


def _is_whole(start: int, end: int, starts: frozenset[int], count: int) -> bool:
    return start in starts and (end in starts or end == count)


def _is_stop(run: Sequence[Token], bare: bool) -> bool:
    """Whether *run* is a stop as typed or, where *bare* ones count, without its marks."""
    typed, stops = " ".join(token.text for token in run), _read_stops()
    return typed in stops.marked or (bare and not any(token.marked for token in run) and typed in stops.bare)


def _joins(tokens: Sequence[Token], i: int, length: int, vocabulary: Vocabulary) -> bool:
    """Whether a single bare stop ("co") makes a word of the library with a neighbour ("co so")."""
    if length > 1 or tokens[i].marked:
        return False
    return any(_stand_together(a, b, vocabulary) for a, b in pairwise(tokens[max(0, i - 1) : i + 2]))


def _stand_together(left: Token, right: Token, vocabulary: Vocabulary) -> bool:
    """Whether a passage has the two as neighbours, with whatever marks."""
    spelled = (vocabulary.spellings(fold_syllable(token.text)) for token in (left, right))
    return any(vocabulary.knows("marked-pairs", f"{a} {b}") for a, b in product(*spelled))


def find_word_starts(text: str, vocabulary: Vocabulary) -> frozenset[int]:
    """Which syllables begin a word; none where the words do not cover the syllables one to one.

    A name in capitals begins one, and so does what follows it unless the library has the two side by side: else
    "Huyện ủy Châu Phú định kiểm tra" is cut into "ủy châu" and "phú định".
    """
    spoken, starts, place = syllables_as_typed(text), set(), 0
    for word in words(text):
        starts.add(place)
        place += word.count("_") + 1
    if place != len(spoken):
        return frozenset()
    for i, (left, right) in enumerate(pairwise(spoken), 1):
        begins = right[0].isupper() and not left[0].isupper()
        ends = i > 1 and left[0].isupper() and not right[0].isupper()
        if begins or (ends and not vocabulary.knows("marked-pairs", f"{left} {right}".lower())):
            starts.add(i)
    return frozenset(starts)


def cut_runs(tokens: Sequence[Token], content: Sequence[bool], starts: frozenset[int]) -> Iterator[tuple[Token, ...]]:
    """Neighbours that carry content, cut where a word of the language begins, if that is known."""
    run: list[Token] = []
    for i, token in enumerate(tokens):
        if run and (not content[i] or i in starts):
            yield tuple(run)
            run = []
        if content[i]:
            run.append(token)
    if run:
        yield tuple(run)


class _Stops(NamedTuple):
    """As they are written, without their marks, and the most syllables of one."""

    marked: frozenset[str]
    bare: frozenset[str]
    longest: int


@cache
def _read_stops() -> _Stops:
    stops = frozenset(line for line in _read_lines(STOP_FILE) if not line.startswith("en:"))
    return _Stops(stops, frozenset(map(fold, stops)), max(len(stop.split()) for stop in stops))


@cache
def _read_asked() -> tuple[frozenset[str], int]:
    """Each kind of document with each thing that is asked of it, with marks and without; the most syllables of one."""
    asked = _read_lines(ASKED_FILE)
    kinds = [kind.lower() for kind in (*DOCUMENT_TYPES, *_GENERAL)]
    named = [*kinds, *(f"{kind} {_THIS}" for kind in kinds)]
    all_asked = [" ".join(one) for one in product(named, asked)]
    return frozenset((*all_asked, *map(fold, all_asked))), max(len(one.split()) for one in all_asked)


def _read_lines(file: Path) -> list[str]:
    lines = (line.strip() for line in file.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]
