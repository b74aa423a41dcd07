"""What the user typed -> :class:`Query`: what is asked, in which language, by which tokens."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from index.naming.chains import find_conditions
from index.naming.conditions import STILL_IN_FORCE, Condition
from index.naming.offices import find_office
from index.naming.targets import Target, find_targets
from index.segment import fold_syllable, join_near, syllables, words
from index.tokens import Token, Unit, Vocabulary, read_token
from index.wording.abbreviations import Abbreviations, cut_pieces
from index.wording.content import count_asked, cut_runs, find_content, find_word_starts, leave_out_asked
from index.wording.english import find_wordings, is_english, is_syllable
from index.wording.restore import Language
from index.wording.rewriting import rewrite
from index.wording.stretches import Stretch, in_keystrokes, join, merge_spans, say, take_as_typed
from ingest.errors import QuestionError
from ingest.language import tr

LONGEST_QUESTION = 2000
"""Code points of the text in NFC."""

_WRITTEN_WITH_MARKS = 0.5
_FEWEST_SHOUTED = 4
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# They part no words; the last are halves of characters, which a command line makes of bytes that are not UTF-8.
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+")
_ASKS = {
    "date": re.compile(
        r"(?:ngày|tháng|hôm) (?:nào|mấy)|ngay nao|bao giờ|bao gio|khi nào|khi nao|(?<!\w)when(?!\w)"  # vi: a pattern
    ),
    "amount": re.compile(
        r"bao nhiêu|bao nhieu|bao lâu|bao lau|(?<!\w)mấy(?!\w)|how (?:many|much|long)"  # vi: a pattern
    ),
}


@dataclass(frozen=True, slots=True)
class Scope:
    """Which documents are looked at, chosen beside the question.

    Attributes:
        in_force: Leave out those that are known to have been replaced or repealed.
        as_of: Look at the library as it stood on that day: leave out what was issued later.
        unbound: Only offer the conditions that the question binds itself to.
    """

    in_force: bool = False
    as_of: datetime.date | None = None
    unbound: bool = False


EVERYTHING = Scope()


@dataclass(frozen=True, slots=True)
class Query:
    """A question, understood.

    Attributes:
        typed: As typed, without invisible characters.
        understood: What we searched for, in words; equals *typed* where nothing was changed.
        wordings: Rows of syllables to look up: all of the question, other meanings of its abbreviations, or what
            its English terms mean.
        units: Its content; question words and links are left out.
        meanings: Texts to embed; first *understood*, in small letters where all of it is in capitals, which a model
            reads worse.
        marked_share: Share of the syllables understood that carry marks, 0 to 1; the embedding needs them.
        asks: What an answer must contain: ``"amount"``, ``"date"``, the name of a ``"holder"`` of an office; ``None``
            where words do.
        english: Whether it was typed in English.
        changed: Spans of *understood* that differ from what was typed, for the page to show; see :func:`say`.
        targets: Documents and provisions it names.
        conditions: Said in words; they raise what meets them, and exclude only when chosen or binding.
        as_of: The day of the :class:`Scope`.
    """

    typed: str
    understood: str
    wordings: tuple[tuple[Token, ...], ...]
    units: tuple[Unit, ...]
    meanings: tuple[str, ...]
    marked_share: float
    asks: str | None
    english: bool = False
    changed: tuple[tuple[int, int], ...] = ()
    targets: tuple[Target, ...] = ()
    conditions: tuple[Condition, ...] = ()
    as_of: datetime.date | None = None

    def lexical_tokens(self) -> dict[str, list[str]]:
        """Tokens to look up, by field."""
        tokens: dict[str, list[str]] = defaultdict(list)
        for wording in self.wordings:
            for token in wording:
                tokens[token.field].append(token.text)
            tokens["near"] += join_near([fold_syllable(token.text) for token in wording])
        if self.marked_share >= _WRITTEN_WITH_MARKS:
            tokens["words"] = words(self.meanings[-1] if self.english else self.meanings[0])
        return tokens


def understand(
    typed: str, vocabulary: Vocabulary, *, literal: bool = False, abbreviations: Abbreviations | None = None
) -> Query:
    """Read a question against the words of the library.

    Args:
        literal: Take it as typed: no accents restored, no abbreviation read out, no slip mended.
        abbreviations: Those to read out; ours where none are given.

    Raises:
        QuestionError: If it is empty, too long, or has no letter and no digit.
    """
    text = check_question(typed)
    if literal:
        query = _understand_vietnamese(text, [[take_as_typed(text)]], vocabulary)
    else:
        readings = rewrite(cut_pieces(text, abbreviations), Language(vocabulary))
        english = is_english(text) and not in_keystrokes(readings[0])
        query = _understand_english(text, vocabulary) if english else _understand_vietnamese(text, readings, vocabulary)
    return replace(query, targets=find_targets(text), conditions=find_conditions(text))


def narrow_to(query: Query, scope: Scope) -> Query:
    """*query* within *scope*."""
    conditions = query.conditions
    if scope.unbound:
        conditions = tuple(replace(one, binding=False, lifted=True) for one in conditions)
    if scope.in_force:
        others = (one for one in conditions if not one.of_force)
        conditions = (*others, replace(STILL_IN_FORCE, pressed=True))
    return replace(query, conditions=conditions, as_of=scope.as_of)


def check_question(typed: str) -> str:
    """*typed* without invisible characters, NFC, on one line.

    Raises:
        QuestionError: If it is empty, too long, or has no letter and no digit.
    """
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", typed))
    if len(text) > LONGEST_QUESTION:
        length, most = f"{len(text):,}".replace(",", "."), f"{LONGEST_QUESTION:,}".replace(",", ".")
        raise QuestionError(
            tr("Câu hỏi dài {length} ký tự, tối đa {most}. Hãy rút gọn câu hỏi.", length=length, most=most)
        )
    text = " ".join(_CONTROLS.sub(" ", text).split())
    text = text.replace("Ð", "Đ").replace("ð", "đ")  # vi: letters
    if not text:
        raise QuestionError(tr("Chưa có câu hỏi. Hãy gõ câu hỏi, ví dụ: kiểm tra, giám sát ở cơ sở."))
    if not any(character.isalnum() for character in text):
        raise QuestionError(tr("Câu hỏi chỉ có dấu câu. Hãy gõ câu hỏi bằng chữ, ví dụ: kiểm tra, giám sát ở cơ sở."))
    return text


def _understand_vietnamese(text: str, readings: Sequence[Sequence[Stretch]], vocabulary: Vocabulary) -> Query:
    parts = readings[0]
    said, changed = say(parts)
    meant = (leave_out_asked(join(part.said for part in reading)) for reading in readings)
    meanings = tuple(dict.fromkeys(map(_calm, meant)))
    share = _marked_share(_read(join(part.said if not part.meanings else " " for part in parts)))
    others = (_read(one) for part in parts if part.meanings for one in (*part.meanings[1:], part.typed))
    looked_up = _read(join(part.said if part.meanings else part.looked_up for part in parts))
    looked_up = looked_up[count_asked(looked_up) :] or looked_up
    units = tuple(unit for run in _cut_at_abbreviations(parts) for unit in _find_units(run, share, vocabulary))
    return Query(text, said, (looked_up, *others), units, meanings, share, _asks(text, said), changed=changed)


def _calm(text: str) -> str:
    """*text* in small letters where a sentence is in capitals; a sign or an abbreviation is none."""
    return text.lower() if text.isupper() and len(text.split()) >= _FEWEST_SHOUTED else text


def _cut_at_abbreviations(parts: Sequence[Stretch]) -> Iterator[list[Stretch]]:
    for _, run in groupby(enumerate(parts), key=lambda one: one[0] if one[1].meanings else -1):
        yield [part for _, part in run]


def _find_units(run: Sequence[Stretch], share: float, vocabulary: Vocabulary) -> Iterator[Unit]:
    """The content of plain parts; an abbreviation is one unit, in each of its meanings and as typed, or has none."""
    if run[0].meanings:
        if any(find_content(_read(run[0].meanings[0]), frozenset({0}), vocabulary)):
            yield Unit(tuple(_read(one) for one in (*run[0].meanings, run[0].typed)))
        return
    said = join(part.said for part in run)
    tokens, meant = _read("".join(part.looked_up for part in run)), _read(said)
    starts = find_word_starts(said, vocabulary) if share >= _WRITTEN_WITH_MARKS else frozenset()
    content = find_content(meant, starts, vocabulary)
    yield from (Unit((one,)) for one in cut_runs(tokens, content, starts))


def _understand_english(text: str, vocabulary: Vocabulary) -> Query:
    found = list(_join_names(list(find_wordings(text)), vocabulary))
    units = tuple(Unit(tuple(_read(one, marked=True) for one in wordings)) for wordings in found)
    said = [wordings[0] for wordings in found]
    meanings = (text, " ".join(said)) if said else (text,)
    looked_up = tuple(one for unit in units for one in unit.alternatives[:2])
    translated = " · ".join(said)
    changed = _find_translated(translated, said, text)
    understood = translated if changed else text  # small words left out alone are no change to show
    return Query(
        text, understood, looked_up, units, meanings, 1.0, _asks(text, understood), english=True, changed=changed
    )


def _join_names(found: Sequence[tuple[str, ...]], vocabulary: Vocabulary) -> Iterator[tuple[str, ...]]:
    """*found*, where neighbours that the library has side by side, as "binh phuoc", are one name with its marks."""
    name: list[str] = []
    for wordings in (*found, ()):
        word = wordings[0] if len(wordings) == 1 and is_syllable(wordings[0]) else ""
        if name and not (word and vocabulary.knows("near", f"{name[-1]} {word}")):
            spoken = " ".join(name)
            yield (say(rewrite(cut_pieces(spoken), Language(vocabulary))[0])[0],) if len(name) > 1 else (spoken,)
            name = []
        if word:
            name.append(word)
        elif wordings:
            yield wordings


def _find_translated(understood: str, said: Sequence[str], text: str) -> tuple[tuple[int, int], ...]:
    """Where the terms *said* stand that were not typed so; " · " parts them."""
    typed, place, spans = frozenset(syllables(text)), 0, []
    for term in said:
        if not typed.issuperset(syllables(term)):
            spans.append((place, place + len(term)))
        place += len(term) + len(" · ")
    return merge_spans(spans, understood)


def _read(text: str, marked: bool = False) -> tuple[Token, ...]:
    return tuple(Token(syllable, marked=True) if marked else read_token(syllable) for syllable in syllables(text))


def _asks(typed: str, understood: str) -> str | None:
    said = f"{typed}\n{understood}".lower()
    kind = next((kind for kind, pattern in _ASKS.items() if pattern.search(said)), None)
    return kind or ("holder" if find_office(typed, understood) else None)


def _marked_share(tokens: Sequence[Token]) -> float:
    """0 for a question typed without marks, 1 for one typed with them: one syllable in five has none to type."""
    lettered = [token for token in tokens if token.text.isalpha()]
    return min(1.0, 1.25 * sum(token.marked for token in lettered) / len(lettered)) if lettered else 1.0
