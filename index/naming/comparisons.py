"""Documents that a question sets side by side: "so sánh quyết định 217 và 218", "218 khác gì 102"."""

from __future__ import annotations

from dataclasses import dataclass

from index.naming.target_patterns import COMPARED_NUMBER, COMPARES
from index.naming.targets import Target, find_references
from index.naming.typed import read_typed


@dataclass(frozen=True, slots=True)
class Comparison:
    """What is to be compared.

    Attributes:
        targets: At least two, each of another document, in the order of the question.
        subject: The other words of the question; empty where it names the documents and no more.
    """

    targets: tuple[Target, ...]
    subject: str


def find_comparison(text: str) -> Comparison | None:
    """What *text* compares; ``None`` where it compares nothing, or names fewer than two documents.

    >>> [target.ordinal for target in find_comparison("218 khác gì 102").targets]
    ['218', '102']
    """
    typed = read_typed(text)
    if not COMPARES.regex.search(typed.bare):
        return None
    spoken = [(mention.start, mention.end, mention.targets) for mention in find_references(typed)]
    for match in COMPARED_NUMBER.regex.finditer(typed.bare):
        if not any(start <= match.start("n") < end for start, end, _ in spoken):
            spoken.append((*match.span("n"), (Target(match["n"]),)))
    spoken.sort(key=lambda one: one[0])
    named = tuple(dict.fromkeys(target for *_, targets in spoken for target in targets if target.names_document))
    if len({(one.ordinal, one.kind, one.name, one.date, one.year, one.term) for one in named}) < 2:
        return None
    taken = [(start, end) for start, end, _ in spoken] + [one.span() for one in COMPARES.regex.finditer(typed.bare)]
    rest = "".join(" " if any(a <= i < b for a, b in taken) else letter for i, letter in enumerate(typed.text))
    return Comparison(named, " ".join(rest.split()))
