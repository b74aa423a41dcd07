"""A question of which documents one cites, rests on or replaces, or which do so to it: "văn bản nào thay thế @?"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from index.naming import relation_patterns as patterns
from index.naming.condition_patterns import FOLDED_KINDS
from index.naming.signs import Target
from index.naming.targets import find_references
from index.naming.typed import Typed, read_typed
from ingest.patterns.pattern import Pattern

Direction = Literal["out", "in"]
_VERBS: tuple[tuple[Pattern, tuple[str, ...]], ...] = (
    (patterns.CITES, ()),
    (patterns.GUIDES, ("guides",)),
    (patterns.SPEAKS_OF, ()),
    (patterns.RESTS_ON, ("based_on",)),
    (patterns.REPLACES, ("replaces",)),
    (patterns.REPEALS, ("repeals",)),
    (patterns.AMENDS, ("amends", "supplements")),
    (patterns.CARRIES_OUT, ("carries_out",)),
    (patterns.REVIEWS, ("reviews",)),
    (patterns.CONTINUES, ("continues", "follows")),
)
"""What one document does to another -> relations of the graph; none where any mention counts."""
_PARTS: tuple[tuple[str, Pattern], ...] = (
    ("#", patterns.THIS),
    ("W", patterns.WHICH),
    ("@", patterns.TITLED),
    ("D", patterns.DOCUMENTS),
    ("G", patterns.ANYTHING),
    ("P", patterns.DONE_BY),
    ("B", patterns.BY),
    ("O", patterns.OF),
    ("", patterns.BETWEEN),
)
_BEFORE_VERBS = 2
# "văn bản nào thay thế @", "các văn bản viện dẫn @"; "@ bị thay thế bởi văn bản nào", "@ bị văn bản nào thay thế".
_IN = re.compile(r"[WD]P?V+[@#]G?|[@#]PV+B[WG]|[@#]PWV+|BWP[@#]V+|WP[@#]V+B")
# "@ viện dẫn văn bản nào", "@ dựa vào đâu", "các văn bản được dẫn trong @", "văn bản mà @ dẫn".
_OUT = re.compile(r"[@#]V+B?[WG]|[WD]PV+B[@#]|DV+[BO][@#]|[WD]P?[@#]P?V+")
# "căn cứ của @ là những văn bản nào", "văn bản nào là căn cứ của @"; "@ là căn cứ của những văn bản nào".
_IS_BASIS, _IS_BASIS_OF = re.compile(r"VO?[@#][WG]|WVO[@#]"), re.compile(r"[@#]VO[WG]")
_SKIPPED = re.compile(r"[\s,.:;/?!]+")


@dataclass(frozen=True, slots=True)
class RelationRequest:
    """Documents that have to do with others.

    Attributes:
        targets: The documents that are asked about, with the place in them where one is named; empty of "văn bản này".
        title: Of a law that goes by its title, without marks; empty where none is named so.
        direction: ``"out"`` for what they cite, ``"in"`` for who cites them.
        kinds: Relations that count; empty where every mention does.
        type: Of the documents that are asked for, as ``"Nghị quyết"``; empty for any.
    """

    targets: tuple[Target, ...]
    title: str
    direction: Direction
    kinds: frozenset[str]
    type: str = ""


@dataclass(frozen=True, slots=True)
class _Piece:
    letter: str
    words: str = ""
    kinds: tuple[str, ...] = ()
    plain: bool = True
    type: str = ""


def find_relation_request(text: str) -> RelationRequest | None:
    """What *text* asks of the relations of documents; ``None`` where any word of it asks something else.

    >>> find_relation_request("Những văn bản nào thay thế Quy định 102?").direction
    'in'
    """
    typed = read_typed(text)
    references = [one for one in find_references(typed) if all(target.names_document for target in one.targets)]
    spans = {one.start: one for one in references}
    pieces = list(_cut(typed, {start: one.end for start, one in spans.items()}))
    shape = "".join(piece.letter for piece in pieces)
    direction = _read_shape(shape, pieces)
    if direction is None:
        return None
    verbs = [piece for piece in pieces if piece.letter == "V"]
    kinds = frozenset(kind for verb in verbs for kind in verb.kinds) if all(verb.kinds for verb in verbs) else ()
    titled = next((piece.words for piece in pieces if piece.letter == "@" and piece.words), "")
    kind = next((piece.type for piece in pieces if piece.letter in "WD" and piece.type), "")
    targets = tuple(target for one in references for target in one.targets)
    return RelationRequest(targets, titled, direction, frozenset(kinds), kind)


def _read_shape(shape: str, pieces: list[_Piece]) -> Direction | None:
    basis = all(piece.kinds == ("based_on",) for piece in pieces if piece.letter == "V")
    if _IS_BASIS.fullmatch(shape):
        return "out" if basis else None
    if _IS_BASIS_OF.fullmatch(shape):
        return "in" if basis else None
    if _OUT.fullmatch(shape):
        plain = all(piece.plain for piece in pieces if piece.letter == "V")
        return "out" if "G" not in shape or plain else None
    return "in" if _IN.fullmatch(shape) else None


def _cut(typed: Typed, ends: dict[int, int]) -> Iterator[_Piece]:
    """The pieces of a question, one for each named document; ``"x"`` for a word that says another thing."""
    at = 0
    while at < len(typed.bare):
        if at in ends:
            yield _Piece("@")
            at = ends[at]
        elif skipped := _SKIPPED.match(typed.bare, at):
            at = skipped.end()
        else:
            piece, at = _read_piece(typed.bare, at)
            if piece.letter:
                yield piece


def _read_piece(bare: str, at: int) -> tuple[_Piece, int]:
    """What stands at *at*: documents that are asked for before a verb, as "hướng dẫn nào" asks for guidelines."""
    for letter, pattern in _PARTS[:_BEFORE_VERBS]:
        if found := pattern.regex.match(bare, at):
            return _Piece(letter, type=_read_type(found)), found.end()
    for pattern, kinds in _VERBS:
        if found := pattern.regex.match(bare, at):
            plain = pattern in (patterns.CITES, patterns.RESTS_ON, patterns.REPLACES)
            return _Piece("V", kinds=kinds, plain=plain), found.end()
    for letter, pattern in _PARTS[_BEFORE_VERBS:]:
        if found := pattern.regex.match(bare, at):
            words = found[0] if pattern is patterns.TITLED else ""
            return _Piece(letter, words, type=_read_type(found)), found.end()
    return _Piece("x"), at + 1


def _read_type(found: re.Match[str]) -> str:
    groups = found.groupdict()
    folded = groups.get("type") or groups.get("type_en") or ""
    return FOLDED_KINDS[" ".join(folded.split())][1] if folded else ""
