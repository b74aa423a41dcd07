"""A question of which documents one cites, rests on or replaces, or which do so to it: "văn bản nào thay thế @?"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from index.naming import relation_patterns as patterns
from index.naming.condition_patterns import FOLDED_KINDS
from index.naming.signs import Reference, Target
from index.naming.targets import find_references
from index.naming.typed import Typed, read_typed
from ingest.patterns.pattern import Pattern
from ingest.relating.relation import CHANGES

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
    ("A", patterns.DOERS),
    ("@", patterns.TITLED),
    ("C", patterns.WHICH_CLAUSES),
    ("D", patterns.DOCUMENTS),
    ("T", patterns.ASKS_DAY),
    ("Q", patterns.YES_OR_NO),
    ("G", patterns.ANYTHING),
    ("P", patterns.DONE_BY),
    ("Y", patterns.BY_WHOM),
    ("B", patterns.BY),
    ("O", patterns.OF),
    ("", patterns.BETWEEN),
)
_BEFORE_VERBS = 3
# "văn bản nào thay thế @", "các văn bản viện dẫn @"; "@ bị thay thế bởi văn bản nào", "@ bị văn bản nào thay thế".
# "@ có văn bản nào viện dẫn không"; "những ai triển khai @", "@ thay thế bởi văn bản nào".
_IN = re.compile(r"[WDA]P?V+[@#]G?|[@#]PV+B[WG]|[@#]P?V+Y[WGA]|[@#]P?[WA]V+|[BY]WP[@#]V+|WP[@#]V+[BY]")
# "@ được sửa đổi ở những điều nào".
_IN_CLAUSES = re.compile(r"[@#]PV+[BO]?[CG]")
# "@ viện dẫn văn bản nào", "@ dựa vào đâu", "các văn bản được dẫn trong @", "văn bản mà @ dẫn".
_OUT = re.compile(r"[@#]V+B?[WG]|[WD]PV+[BY][@#]|DV+[BOY][@#]|[WD]P?[@#]P?V+")
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
        about: Words of the title of the document that is asked about, without marks; empty where none are said.
        doers: Whether it is asked who does it, which papers may not tell.
        clauses: Whether it is asked which of its provisions were changed.
    """

    targets: tuple[Target, ...]
    title: str
    direction: Direction
    kinds: frozenset[str]
    type: str = ""
    about: str = ""
    doers: bool = False
    clauses: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a question: ``"@"`` a named document, ``"V"`` what one does to another, ``"x"`` another thing."""

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
    references = find_named_documents(typed)
    pieces = list(cut_pieces(typed, say_named(references)))
    shape = "".join(piece.letter for piece in pieces if piece.letter not in ("Q", "t"))
    direction = _read_shape(shape, pieces)
    if direction is None:
        return None
    kinds = read_kinds(pieces)
    titled = next((piece.words for piece in pieces if piece.letter == "@" and piece.words), "")
    kind = next((piece.type for piece in pieces if piece.letter in "WD" and piece.type), "")
    about = next((piece.words for piece in pieces if piece.letter == "t"), "")
    targets = tuple(target for one in references for target in one.targets)
    clauses = _asks_clauses(shape, kinds)
    return RelationRequest(targets, titled, direction, kinds, kind, about, "A" in shape, clauses)


def find_named_documents(typed: Typed) -> list[Reference]:
    """The documents that a question names, each with the place in it where one is named."""
    return [one for one in find_references(typed) if all(target.names_document for target in one.targets)]


def read_kinds(pieces: Sequence[Piece]) -> frozenset[str]:
    """The relations that the verbs of *pieces* mean; none where any mention counts."""
    verbs = [piece for piece in pieces if piece.letter == "V"]
    return (
        frozenset(kind for verb in verbs for kind in verb.kinds) if all(verb.kinds for verb in verbs) else frozenset()
    )


def _read_shape(shape: str, pieces: Sequence[Piece]) -> Direction | None:
    kinds = read_kinds(pieces)
    if "T" in shape:  # from when a document is changed, what changes it tells
        told = kinds and kinds.issubset(CHANGES) and "W" in shape
        return _read_shape(shape.replace("T", ""), pieces) if told else None
    if "A" in shape and kinds != {"carries_out"}:
        return None
    if _asks_clauses(shape, kinds):
        return "in"
    return _read_bases(shape, pieces) or _read_sides(shape, pieces)


def _asks_clauses(shape: str, kinds: frozenset[str]) -> bool:
    return bool(_IN_CLAUSES.fullmatch(shape)) and bool(kinds) and kinds.issubset(CHANGES)


def _read_bases(shape: str, pieces: Sequence[Piece]) -> Direction | None:
    if any(piece.kinds != ("based_on",) for piece in pieces if piece.letter == "V"):
        return None
    return "out" if _IS_BASIS.fullmatch(shape) else "in" if _IS_BASIS_OF.fullmatch(shape) else None


def _read_sides(shape: str, pieces: Sequence[Piece]) -> Direction | None:
    if _IS_BASIS.fullmatch(shape) or _IS_BASIS_OF.fullmatch(shape):
        return None
    if _OUT.fullmatch(shape):
        plain = all(piece.plain for piece in pieces if piece.letter == "V")
        return "out" if "G" not in shape or plain else None
    return "in" if _IN.fullmatch(shape) else None


def say_named(references: Iterable[Reference]) -> dict[int, tuple[int, Piece]]:
    """Where each of the named documents begins -> where it ends, and its piece."""
    return {one.start: (one.end, Piece("@")) for one in references}


def cut_pieces(typed: Typed, spoken: Mapping[int, tuple[int, Piece]]) -> Iterator[Piece]:
    """The pieces of a question, those *spoken* as they are; ``"x"`` for a word that says another thing.

    ``"t"`` is what is said of a title behind the sign of a document.
    """
    at = 0
    while at < len(typed.bare):
        if at in spoken:
            at, piece = spoken[at]
            if piece.letter:
                yield piece
            if piece.letter == "@" and (title := patterns.TITLE_BEHIND.regex.match(typed.bare, at)):
                yield Piece("t", title["words"].strip())
                at = title.end()
        elif skipped := _SKIPPED.match(typed.bare, at):
            at = skipped.end()
        else:
            piece, at = read_piece(typed.bare, at)
            if piece.letter:
                yield piece


def read_piece(bare: str, at: int) -> tuple[Piece, int]:
    """What stands at *at*: documents that are asked for before a verb, as "hướng dẫn nào" asks for guidelines."""
    for letter, pattern in _PARTS[:_BEFORE_VERBS]:
        if found := pattern.regex.match(bare, at):
            return Piece(letter, type=_read_type(found)), found.end()
    for pattern, kinds in _VERBS:
        if found := pattern.regex.match(bare, at):
            plain = pattern in (patterns.CITES, patterns.RESTS_ON, patterns.REPLACES)
            return Piece("V", kinds=kinds, plain=plain), found.end()
    for letter, pattern in _PARTS[_BEFORE_VERBS:]:
        if found := pattern.regex.match(bare, at):
            words = found[0] if pattern is patterns.TITLED else ""
            return Piece(letter, words, type=_read_type(found)), found.end()
    return Piece("x"), at + 1


def _read_type(found: re.Match[str]) -> str:
    groups = found.groupdict()
    folded = groups.get("type") or groups.get("type_en") or ""
    name = " ".join(folded.split())
    return patterns.SHORT_TYPES.get(name) or FOLDED_KINDS[name][1] if name else ""
