"""Which syllables of a question carry its content, and which only ask or link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, product
from pathlib import Path

from index.segment import fold_syllable, syllables_as_typed, words
from index.tokens import Token, Vocabulary
from ingest.spelling import fold

STOP_FILE = Path(__file__).parents[2] / "data" / "glossary" / "question-words.txt"


def find_content(tokens: Sequence[Token], starts: frozenset[int], vocabulary: Vocabulary) -> list[bool]:
    """Whether each token carries meaning; question words and links do not.

    Where it is known at which tokens words start, only whole words are left out: "chỉ", never half of "chỉ thị".
    """
    longest = _read_stops()[2]
    content = [True] * len(tokens)
    i = 0
    while i < len(tokens):
        step = 1
        for length in range(min(longest, len(tokens) - i), 0, -1):
            if starts:
                stop = _is_whole(i, i + length, starts, len(tokens)) and _is_stop(tokens[i : i + length], bare=False)
            else:
                stop = _is_stop(tokens[i : i + length], bare=True) and not _joins(tokens, i, length, vocabulary)
            if stop:
                content[i : i + length] = [False] * length
                step = length
                break
        i += step
    return content


def is_light(syllable: str) -> bool:
    """Whether a small *syllable* by itself only asks or links: it stands beside anything."""
    return syllable in _read_stops()[0]


def _is_whole(start: int, end: int, starts: frozenset[int], count: int) -> bool:
    return start in starts and (end in starts or end == count)


def _is_stop(run: Sequence[Token], bare: bool) -> bool:
    """Whether *run* is a stop as typed or, where *bare* ones count, without its marks."""
    typed, (stops, bare_stops, _) = " ".join(token.text for token in run), _read_stops()
    return typed in stops or (bare and not any(token.marked for token in run) and typed in bare_stops)


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


@cache
def _read_stops() -> tuple[frozenset[str], frozenset[str], int]:
    lines = STOP_FILE.read_text(encoding="utf-8").splitlines()
    stops = frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))
    vietnamese = frozenset(stop for stop in stops if not stop.startswith("en:"))
    longest = max(len(stop.split()) for stop in vietnamese)
    return vietnamese, frozenset(map(fold, vietnamese)), longest
