"""What the user typed -> :class:`Query`: what is asked, in which language, by which tokens."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Protocol

from index.glossary import cut_words, find_terms, is_known
from index.segment import syllables, words
from ingest.errors import QuestionError
from ingest.patterns import SIGN
from ingest.spelling import fold

LONGEST_QUESTION = 2000
"""Code points of the text in NFC."""

_WRITTEN_WITH_MARKS = 0.5
STOP_FILE = Path(__file__).parent.parent / "data" / "glossary" / "question-words.txt"
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# They part no words; the last are halves of characters, which a command line makes of bytes that are not UTF-8.
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+")
# A Vietnamese syllable without its marks: onset, vowels, coda.
_SYLLABLE = re.compile(
    r"(?:b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh?|p|ph|qu|r|s|th?|tr?|v|x)?"
    r"(?:[aeiouy]|a[iouy]|e[ou]|i[aeu]|o[aei]|u[aeiouy]|y[eu]|ie[u]|oa[iy]|oe[o]|uo[iu]|uy[aeu]|ye[u]|uo|ua[y]?)"
    r"(?:ch?|m|ngh?|nh?|p|t)?"
)
_VOWEL = re.compile("[aeiouy]")
_ASKS = {
    "date": re.compile(r"(?:ngày|tháng|hôm) (?:nào|mấy)|ngay nao|bao giờ|bao gio|khi nào|khi nao|(?<!\w)when(?!\w)"),
    "amount": re.compile(r"bao nhiêu|bao nhieu|bao lâu|bao lau|(?<!\w)mấy(?!\w)|how (?:many|much|long)"),
}
_SHORTENED = ("", "n't", "'t", "'s", "'re", "'ve", "'ll", "'d", "'m")  # what's, don't, can't


class Vocabulary(Protocol):
    """What the library's passages contain."""

    rows: int

    def frequency(self, field: str, token: str) -> int:
        """Number of passages that have *token* in *field*."""
        ...

    def knows(self, field: str, token: str) -> bool:
        """Whether any passage has it."""
        ...


@dataclass(frozen=True, slots=True)
class Token:
    """A syllable of the question.

    Attributes:
        text: Small, NFC, tone mark in the newer manner.
        marked: Whether it was typed with a mark, or is a number: then only the same syllable matches;
            a bare one matches every syllable that looks so without its marks.
    """

    text: str
    marked: bool

    @property
    def field(self) -> str:
        """The lexical field in which it is looked up."""
        return "marked" if self.marked else "bare"


@dataclass(frozen=True, slots=True)
class Unit:
    """Neighbouring syllables that carry one piece of the question, in one or several wordings."""

    alternatives: tuple[tuple[Token, ...], ...]


@dataclass(frozen=True, slots=True)
class Query:
    """A question, understood.

    Attributes:
        typed: As typed, without invisible characters.
        understood: What we searched for, in words; equals *typed* where nothing was changed.
        wordings: Rows of syllables to look up: all of the question, or what its English terms mean.
        units: Its content; question words and links are left out.
        meanings: Texts to embed.
        marked_share: Share of its syllables that carry marks, 0 to 1; the embedding needs them.
        asks: What an answer must contain: ``"amount"``, ``"date"``; ``None`` where words do.
    """

    typed: str
    understood: str
    wordings: tuple[tuple[Token, ...], ...]
    units: tuple[Unit, ...]
    meanings: tuple[str, ...]
    marked_share: float
    asks: str | None
    english: bool = False

    def lexical_tokens(self) -> dict[str, list[str]]:
        """Tokens to look up, by field."""
        tokens: dict[str, list[str]] = defaultdict(list)
        for wording in self.wordings:
            for token in wording:
                tokens[token.field].append(token.text)
            for field, pair in pairs(wording):
                tokens[field].append(pair)
        if self.marked_share >= _WRITTEN_WITH_MARKS:
            tokens["words"] = words(self.meanings[-1])
        return tokens


def pairs(tokens: Sequence[Token]) -> list[tuple[str, str]]:
    """Field and text of each two neighbours; bare as soon as one of them is."""
    found = []
    for a, b in pairwise(tokens):
        if a.marked and b.marked:
            found.append(("marked-pairs", f"{a.text} {b.text}"))
        else:
            found.append(("bare-pairs", f"{fold(a.text)} {fold(b.text)}"))
    return found


def understand(typed: str, vocabulary: Vocabulary) -> Query:
    """Read a question against the words of the library.

    Raises:
        QuestionError: If it is empty, too long, or has no letter and no digit.
    """
    text = check_question(typed)
    if _is_english(text):
        return _understand_english(text)
    tokens = [_token(syllable) for syllable in syllables(text)]
    share = _marked_share(tokens)
    starts = _word_starts(text, len(tokens)) if share >= _WRITTEN_WITH_MARKS else frozenset()
    content = _content(tokens, starts, vocabulary)
    units = tuple(Unit((run,)) for run in _runs(tokens, content, starts))
    return Query(text, text, (tuple(tokens),), units, (text,), share, _asks(text))


def check_question(typed: str) -> str:
    """*typed* without invisible characters, NFC, on one line.

    Raises:
        QuestionError: If it is empty, too long, or has no letter and no digit.
    """
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", typed))
    if len(text) > LONGEST_QUESTION:
        length, most = f"{len(text):,}".replace(",", "."), f"{LONGEST_QUESTION:,}".replace(",", ".")
        raise QuestionError(f"Câu hỏi dài {length} ký tự, tối đa {most}. Hãy rút gọn câu hỏi.")
    text = " ".join(_CONTROLS.sub(" ", text).split())
    text = text.replace("Ð", "Đ").replace("ð", "đ")
    if not text:
        raise QuestionError("Chưa có câu hỏi. Hãy gõ câu hỏi, ví dụ: kiểm tra, giám sát ở cơ sở.")
    if not any(character.isalnum() for character in text):
        raise QuestionError("Câu hỏi chỉ có dấu câu. Hãy gõ câu hỏi bằng chữ, ví dụ: kiểm tra, giám sát ở cơ sở.")
    return text


def _token(syllable: str) -> Token:
    return Token(syllable, fold(syllable) != syllable or not syllable.isalpha())


def _asks(text: str) -> str | None:
    return next((kind for kind, pattern in _ASKS.items() if pattern.search(text.lower())), None)


def _marked_share(tokens: Sequence[Token]) -> float:
    """0 for a question typed without marks, 1 for one typed with them: one syllable in five has none to type."""
    lettered = [token for token in tokens if token.text.isalpha()]
    return min(1.0, 1.25 * sum(token.marked for token in lettered) / len(lettered)) if lettered else 1.0


def _word_starts(text: str, count: int) -> frozenset[int]:
    """Which syllables begin a word; none where the words do not cover the syllables one to one."""
    starts, place = set(), 0
    for word in words(text):
        starts.add(place)
        place += word.count("_") + 1
    return frozenset(starts) if place == count else frozenset()


def _runs(tokens: Sequence[Token], content: Sequence[bool], starts: frozenset[int]) -> Iterator[tuple[Token, ...]]:
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


# --- what carries meaning --------------------------------------------------------------------------------


def _content(tokens: Sequence[Token], starts: frozenset[int], vocabulary: Vocabulary) -> list[bool]:
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
    neighbours = tokens[i : i + 2], tokens[max(0, i - 1) : i + 1]
    return any(vocabulary.knows(field, pair) for both in neighbours for field, pair in pairs(both))


@cache
def _read_stops() -> tuple[frozenset[str], frozenset[str], int]:
    lines = STOP_FILE.read_text(encoding="utf-8").splitlines()
    stops = frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))
    vietnamese = frozenset(stop for stop in stops if not stop.startswith("en:"))
    longest = max(len(stop.split()) for stop in vietnamese)
    return vietnamese, frozenset(map(fold, vietnamese)), longest


@cache
def _english_stops() -> frozenset[str]:
    lines = STOP_FILE.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if line.startswith("en:") for word in line[3:].split())


# --- English ---------------------------------------------------------------------------------------------


def _is_english(text: str) -> bool:
    """Whether most words can only be English: known to it, or no Vietnamese syllable.

    Signs and abbreviations ("462-KL/TU", "UBND") are of no language, and at least one word must be known English.
    """
    spoken = syllables(SIGN.regex.sub(" ", text.upper()))
    lettered = [word for word in spoken if word.isalpha() and _VOWEL.search(word)]
    if any(fold(word) != word for word in lettered):
        return False
    english = [word for word in lettered if word in _english_stops() or is_known(word)]
    foreign = [word for word in lettered if not _SYLLABLE.fullmatch(word)]
    surely = [word for word in english if not _SYLLABLE.fullmatch(word)]
    if not any(len(word) > 2 for word in english):
        return False
    return len(foreign) * 2 >= len(lettered) or (len(english) * 2 >= len(lettered) and len(surely) > 0)


def _understand_english(text: str) -> Query:
    units, said = [], []
    for term in find_terms(cut_words(text)):
        if _english_stops().intersection(term.english.removesuffix(ending) for ending in _SHORTENED):
            continue
        meant = term.vietnamese or (term.english.partition("'")[0],)
        units.append(Unit(tuple(tuple(Token(s, marked=True) for s in syllables(one)) for one in meant)))
        said.append(meant[0])
    understood = " · ".join(said) or text
    translated = " ".join(said)
    meanings = (text, translated) if translated else (text,)
    wordings = tuple(one for unit in units for one in unit.alternatives[:2])
    return Query(text, understood, wordings, tuple(units), meanings, 1.0, _asks(text), english=True)
