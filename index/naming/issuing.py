"""A question of which document issued a text that has no sign of its own: "Quy chế … do văn bản nào ban hành?"."""

from __future__ import annotations

from dataclasses import dataclass

from index.naming.relation_patterns import ISSUED_BY_WHICH, WHICH_ISSUED
from index.naming.target_patterns import ENCLOSING_TITLE
from index.naming.typed import read_typed
from ingest.spelling import fold

_SMALL = frozenset(
    ("ve", "viec", "cua", "va", "cac", "mot", "so", "cho", "trong", "doi", "voi", "ban", "nay", "tren", "do", "noi")
)
"""Words of names that people leave out, or put in."""


@dataclass(frozen=True, slots=True)
class IssuedText:
    """A text that a document encloses and promulgates.

    Attributes:
        name: As typed: ``"Quy chế giám sát và phản biện xã hội"``.
        words: What tells it apart, its type first, without marks and small words.
    """

    name: str
    words: tuple[str, ...]


def find_issued_text(text: str) -> IssuedText | None:
    """The text of which *text* asks who issued it; ``None`` where anything else is asked, or no name is said.

    >>> find_issued_text("văn bản nào ban hành Quy chế làm việc?").name
    'Quy chế làm việc'
    """
    typed = read_typed(text)
    found = ISSUED_BY_WHICH.regex.search(typed.bare) or WHICH_ISSUED.regex.search(typed.bare)
    if found is None:
        return None
    kind, name = found["type"], typed.text[slice(*found.span("text"))]
    words = (" ".join(kind.split()), *_read_words(found["text"][len(kind) :]))
    return IssuedText(name[0].upper() + name[1:], words) if len(words) > 1 else None


def fits_title(asked: IssuedText, title: str) -> int | None:
    """How far the *title* of a document says that it issues what is *asked*; ``None`` where it does not, best first.

    0 where the name begins so, 1 where its words stand there in their order.
    """
    folded = fold(title)
    found = ENCLOSING_TITLE.regex.search(folded)
    if found is None or " ".join(found["type"].split()) != asked.words[0]:
        return None
    named, wanted = _read_words(folded[found.end("type") :]), asked.words[1:]
    if named[: len(wanted)] == wanted:
        return 0
    rest = iter(named)
    return 1 if all(word in rest for word in wanted) else None


def read_issued_name(title: str) -> str:
    """What the *title* of a document says that it issues; empty where it says nothing of the kind."""
    found = ENCLOSING_TITLE.regex.search(fold(title))
    name = title[found.start("type") :] if found else ""
    return name[:1].upper() + name[1:]


def _read_words(text: str) -> tuple[str, ...]:
    letters = "".join(letter if letter.isalnum() else " " for letter in text)
    return tuple(word for word in letters.split() if word not in _SMALL)
