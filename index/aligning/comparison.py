"""Two documents of the library, compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from index.aligning.align import STATUSES, Pair, Status, align_documents
from index.aligning.gathering import gather_whole
from index.aligning.meaning import find_meaning
from index.changes import Changes
from index.validity import Standing
from ingest.errors import UsageError
from ingest.language import tr
from ingest.models import Document
from ingest.store import Library, Version

_SAME = "Cả hai là một văn bản: {name}. Hãy chọn hai văn bản khác nhau."
_SAME_OF_SEVERAL = (
    "Cả hai là một văn bản: {name}. Hãy chọn hai văn bản khác nhau. "
    "Muốn so bản trước với bản đang dùng: python -m index compare {document} --version {number}"
)
_IN_USE = (
    "Bản {number} của {name} là bản đang dùng. Hãy chọn một bản trước; "
    "xem các bản bằng: python -m ingest versions {document}"
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents, or two texts of one, and what became of each provision of the old one in the new one.

    Attributes:
        pairs: In the order of the new document, what is gone where it stood; a provision that is wholly new or gone
            is one of them.
        standings: Id of each -> whether it stands.
        version: Which version of the new document the old one is; ``None`` where they are two documents.
    """

    old: Document
    new: Document
    pairs: tuple[Pair, ...]
    standings: Mapping[str, Standing]
    version: Version | None = None

    @property
    def counts(self) -> Mapping[Status, int]:
        """How many pairs of each status there are."""
        found = Counter(pair.status for pair in self.pairs)
        return {status: found[status] for status in STATUSES}

    @property
    def reversed(self) -> bool:
        """Whether what is called the old document is known to be the newer one."""
        old, new = self.old.metadata.date, self.new.metadata.date
        return old is not None and new is not None and old > new


def compare_documents(library: Library, model: str, old: str, new: str) -> Comparison:
    """Compare two held documents, each given by its id, a sign in any written form, or a name.

    Args:
        model: Fingerprint of the model whose vectors are used, where the library keeps some of both documents.

    Raises:
        NotHeldError: If one of them is not held.
        AmbiguousError: If several bear its sign.
        UsageError: If both are one document.
    """
    first, second = (library.get(library.find_id(given)) for given in (old, new))
    if first.id == second.id:
        earlier = find_earlier(library, first.id)
        name = first.metadata.name
        if not earlier:
            raise UsageError(tr(_SAME, name=name))
        raise UsageError(tr(_SAME_OF_SEVERAL, name=name, document=first.id, number=earlier[0].number))
    standings = Changes().find(library, (first.id, second.id))
    return Comparison(first, second, _align(library, model, first, second), standings)


def compare_version(library: Library, model: str, given: str, number: int) -> Comparison:
    """Compare the text in use of a held document, *given* as above, with the version *number* that is kept of it.

    Raises:
        NotHeldError: If the document is not held, or has no such version.
        AmbiguousError: If several bear its sign.
        UsageError: If that version is the one in use.
    """
    second = library.get(library.find_id(given))
    first = library.get_version(second.id, number)
    if first.id == second.id:
        raise UsageError(tr(_IN_USE, number=number, name=second.metadata.name, document=second.id))
    (version,) = (one for one in library.versions.list_of(second.id) if one.number == number)
    (standing,) = Changes().find(library, (second.id,)).values()
    standings = {first.id: standing, second.id: standing}
    return Comparison(first, second, _align(library, model, first, second), standings, version)


def find_earlier(library: Library, document_id: str) -> tuple[Version, ...]:
    """The versions of a held document that are kept and not in use, the last that came first."""
    return tuple(one for one in reversed(library.versions.list_of(document_id)) if not one.in_use)


def _align(library: Library, model: str, first: Document, second: Document) -> tuple[Pair, ...]:
    ours, theirs = (find_meaning(library, model, document) for document in (first, second))
    meaning = None if ours is None or theirs is None else (ours, theirs)
    return gather_whole(align_documents(first, second, meaning))
