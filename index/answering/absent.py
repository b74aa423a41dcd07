"""Which words of a question stand in no passage of the library: why nothing was found, as far as words tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from index.query import Query
from index.segment import fold_syllable
from index.tokens import Token, Unit, Vocabulary
from ingest.spelling import fold

ABSENT = "Không đoạn nào trong thư viện có từ: {words}."
_SYLLABLE = re.compile(r"[^\W_]+")


def find_absent(query: Query, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The words, as understood, that no passage has in any of their wordings, in the question's order, each once.

    Figures are left out: of a number that is not held, other notes tell.
    """
    if not vocabulary.rows:
        return ()
    said: list[str] = []
    before: Unit | None = None
    for unit in query.units:
        if _is_absent(unit, vocabulary):
            words = _say(unit, query.understood)
            alone = before is not None and _is_syllable(before) and _is_syllable(unit)
            joined = f"{said[-1]} {words}" if alone and said else ""
            if joined and joined in query.understood:  # nobody could tell that the two are one word
                said[-1] = joined
            else:
                said.append(words)
            before = unit
        else:
            before = None
    return tuple(dict.fromkeys(said))


def _is_syllable(unit: Unit) -> bool:
    return len(unit.alternatives[0]) == 1


def _is_absent(unit: Unit, vocabulary: Vocabulary) -> bool:
    spoken = [one for one in unit.alternatives if one and not any(token.text.isdigit() for token in one)]
    return len(spoken) == len(unit.alternatives) > 0 and not any(_may_stand(one, vocabulary) for one in spoken)


def _may_stand(tokens: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """Whether each syllable stands somewhere, and each two of them near each other."""
    return all(vocabulary.knows(token.field, token.text) for token in tokens) and all(
        vocabulary.knows("near", f"{fold_syllable(one.text)} {fold_syllable(other.text)}")
        for one, other in pairwise(tokens)
    )


def _say(unit: Unit, understood: str) -> str:
    """The slice of what was understood that the first wording was read from; else its syllables."""
    wanted = [fold(token.text) for token in unit.alternatives[0]]
    said = list(_SYLLABLE.finditer(understood))
    for first, last in zip(said, said[len(wanted) - 1 :], strict=False):
        words = understood[first.start() : last.end()]
        if [fold(one) for one in _SYLLABLE.findall(words)] == wanted:
            return words
    return " ".join(token.text for token in unit.alternatives[0])


def say_absent(words: Sequence[str]) -> str:
    """Between quotation marks, with commas.

    >>> say_absent(("trợ cấp", "thai sản"))
    '“trợ cấp”, “thai sản”'
    """
    return ", ".join(f"“{one}”" for one in words)
