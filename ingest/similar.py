"""How alike two texts are by their words, and whether two papers of one number and day are one document.

For matching only: what is compared here is never shown.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from ingest.models import RECIPIENTS, SIGNATURE, TITLE, Metadata
from ingest.spelling import fold, unify_spelling

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Shingles = NDArray[np.uint64]

SAME_DOCUMENT = 0.5
"""Likeness from which two texts under one number and date are versions of one document."""
HELD_BY_THE_OTHER = 0.9
"""Share of a shorter text's words from which it is a part of the longer."""
NEARLY_THE_SAME = 0.9
"""Likeness from which a person should know that a text is held under another key."""
BANDS = 16
_ROWS = 8  # hashes a band: of texts alike to 0.9 nearly all share a band, of those alike to 0.5 one in sixteen
_WORDS = 3  # of a shingle
_JOINERS = ".,/:-"
_ENDING = 24  # shingles: the last lines of a paper, a signature among them
_MOSTLY = 0.5  # of the shingles of an ending: a misread letter spoils three of them
_FRAYED = 50  # one letter in so many, at the end of a copy that was cut off, may be spoilt by the cut
_FRAME = (TITLE, RECIPIENTS, SIGNATURE)
_SEED = 20180126


@lru_cache(maxsize=1)  # a text that is kept is asked for more than once
def hash_letters(text: str) -> str:
    """Sixty-four hexadecimal digits that stand for the letters and numbers of *text*, however it is laid out.

    Accents count, and so does a sign between two digits (1,5 is not 15); spacing, case and punctuation do not.
    """
    return hashlib.sha256(_letters(text).encode()).hexdigest()


def is_beginning(shorter: str, longer: str) -> bool:
    """Whether *longer* begins with the letters of *shorter*, but for a frayed end, and goes on."""
    letters, whole = _letters(shorter), _letters(longer)
    return len(letters) < len(whole) and whole.startswith(letters[: len(letters) - len(letters) // _FRAYED])


def ends_early(shorter: str, longer: str) -> bool:
    """Whether *shorter* stops inside *longer*: its last words stand there, and those of *longer* are missing from it.

    A text with an ending of its own does not; accents and a few misread words make no difference.
    """
    import numpy as np

    own, other = _list_shingles(shorter), _list_shingles(longer)
    if not len(own) or len(own) >= len(other):
        return False
    whole = len(own) - len(own) // _FRAYED
    own_end, other_end = own[max(0, whole - _ENDING) : whole], other[-_ENDING:]
    return bool(np.isin(own_end, other).mean() >= _MOSTLY > np.isin(other_end, own).mean())


def _letters(text: str) -> str:
    said = unify_spelling(text).casefold()
    return "".join(
        character
        for i, character in enumerate(said)
        if character.isalnum()
        or (character in _JOINERS and said[i - 1 : i].isdigit() and said[i + 1 : i + 2].isdigit())
    )


def cut_body(text: str, roots: Iterable[tuple[str, int, int]]) -> str:
    """*text* without the parts that many papers of one office share: title block, recipients, signature.

    Args:
        roots: Address, start and end of the roots of the tree.
    """
    parts = [text[start:end] for address, start, end in roots if not address.startswith(_FRAME)]
    return "\n".join(parts) or text


@lru_cache(maxsize=2)
def find_shingles(text: str) -> Shingles:
    """Numbers that stand for every three words in a row, accents left out; ascending, none twice.

    A text of fewer words is one shingle, one without any word none.
    """
    import numpy as np

    return np.unique(_list_shingles(text))


def _list_shingles(text: str) -> Shingles:
    """The same in the order of the text, as often as they come."""
    import numpy as np

    words = "".join(character if character.isalnum() else " " for character in fold(text)).split()
    codes = np.array([zlib.crc32(word.encode()) for word in words], dtype=np.uint64)
    height = min(_WORDS, len(codes))
    joined = np.zeros(len(codes) - height + 1 if height else 0, dtype=np.uint64)
    for place in range(height):
        joined = _mix(joined ^ codes[place : place + len(joined)])
    return joined


def measure_likeness(one: Shingles, other: Shingles) -> float:
    """The share of shingles that two texts have in common, from 0 to 1."""
    import numpy as np

    both = len(np.intersect1d(one, other, assume_unique=True))
    together = len(one) + len(other) - both
    return both / together if together else 0.0


def measure_overlap(one: Shingles, other: Shingles) -> float:
    """The share of the shingles of the shorter text that the longer has, from 0 to 1."""
    import numpy as np

    fewer = min(len(one), len(other))
    return len(np.intersect1d(one, other, assume_unique=True)) / fewer if fewer else 0.0


def sketch(shingles: Shingles) -> tuple[int, ...]:
    """A hash a band: texts that are alike have one in common (MinHash); empty for a text without words."""
    import numpy as np

    if not len(shingles):
        return ()
    seeds = np.random.default_rng(_SEED).integers(1, 2**63, BANDS * _ROWS, dtype=np.uint64)
    lowest = np.array([_mix(shingles ^ seed).min() for seed in seeds], dtype="<u8").reshape(BANDS, _ROWS)
    return tuple(int.from_bytes(hashlib.sha256(band.tobytes()).digest()[:7], "big") for band in lowest)


def may_be_one_document(one: Metadata, other: Metadata) -> bool:
    """Whether the records leave it open: two branches may give one number on one day, and type and issuer tell."""
    pairs = ((one.type, other.type), (one.issuer, other.issuer))
    return all(a is None or b is None or fold(a) == fold(b) for a, b in pairs)


def _mix(numbers: Shingles) -> Shingles:
    """Each number's bits spread over all sixty-four (the finisher of splitmix64)."""
    import numpy as np

    spread = numbers + np.uint64(0x9E3779B97F4A7C15)
    spread = (spread ^ (spread >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    spread = (spread ^ (spread >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed: Shingles = spread ^ (spread >> np.uint64(31))
    return mixed
