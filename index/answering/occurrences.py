"""Where words stand in one text, however they are typed: what a reader looks for in the document that is open."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from index.answering.matched import SYLLABLE, WITHIN_A_WORD, Spans, find_forms
from ingest.errors import QuestionError
from ingest.language import tr

TOO_SHORT = "Từ cần tìm quá ngắn. Hãy gõ từ hai chữ cái hoặc chữ số trở lên."
_LEAST = 2
_ETH = {"Ð": "Đ", "ð": "đ"}  # vi: letters drawn alike
_SIGNS = str.maketrans(_ETH | dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("‘’‚‛`´", "'") | {"…": "..."})
"""Signs that a keyboard has not, and what is typed for them."""


@lru_cache(maxsize=8)
def find_occurrences(typed: str, text: str) -> Spans:
    """Every place of *text* where the words stand side by side as they were *typed*, in order, none in another.

    A word typed with its marks matches the same word, a bare one every word that looks so without its marks; small and
    capital letters, the manner of tone marks, i or y, and whatever white space, dash or stroke stands between do not
    matter. Other signs between words, such as a comma, matter where they are typed; a quotation mark is any.

    Raises:
        QuestionError: If less than two letters or digits are typed.
    """
    typed = typed.translate(_SIGNS)
    asked = [match.span() for match in SYLLABLE.finditer(typed)]
    if sum(end - start for start, end in asked) < _LEAST:
        raise QuestionError(tr(TOO_SHORT))
    words = [find_forms(typed[start:end]) for start, end in asked]
    # The bare form of a word that is typed bare stands for all; of one with marks it would match too much.
    wanted = [bare if marked[1] == bare[1] else marked for marked, bare in words]
    between = [typed[a[1] : b[0]] for a, b in pairwise(asked)]
    places = [match.span() for match in SYLLABLE.finditer(text)]
    found: list[tuple[int, int]] = []
    for i, (start, end) in enumerate(places[: max(0, len(places) - len(wanted) + 1)]):
        if wanted[0] not in find_forms(text[start:end]) or (found and start < found[-1][1]):
            continue
        run = places[i : i + len(wanted)]
        said = all(one in find_forms(text[a:b]) for one, (a, b) in zip(wanted, run, strict=True))
        gaps = (text[a[1] : b[0]] for a, b in pairwise(run))
        if said and all(_are_alike(gap, sign) for gap, sign in zip(gaps, between, strict=True)):
            found.append((start, run[-1][1]))
    return tuple(found)


def _are_alike(gap: str, typed: str) -> bool:
    """Whether what stands between two words of the text may stand for what was typed there."""
    if WITHIN_A_WORD.fullmatch(gap):
        return WITHIN_A_WORD.fullmatch(typed) is not None
    return gap.translate(_SIGNS).split() == typed.split()
