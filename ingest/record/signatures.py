"""Who signs: by whose power, in what office, and the name; and to whom the paper goes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.casing import restore_case
from ingest.layout import Layout
from ingest.lines import Line
from ingest.patterns.bodies import BODY_NAME, POST_OF_BODY
from ingest.patterns.head import LETTERHEAD
from ingest.patterns.headings import AUTHOR_LINE, NAME_ALONE, SPEAKER
from ingest.patterns.numbering import DASH
from ingest.patterns.pages import PERSON_NAME, RECIPIENTS_LINE, SIGNED_MARK
from ingest.patterns.sentences import DRAWN_RULE
from ingest.patterns.signatures import POST, POWER, SIGNER, SIGNER_BESIDE, SMALL_NAME
from ingest.record.bodies import write_body
from ingest.record.facts import BY_FORM, IN_HEADING, LOOSE, PRINTED, Fact, Piece, iter_pieces

_MARKS = re.compile(r"[\s./]")
_SHORT_DEPUTY = re.compile(r"^p\s?\.\s*(?=\S)", re.IGNORECASE)
_PRESENTS = re.compile(r"\s+(?:trình bày|phát biểu|đọc|báo cáo)\b.*$")
_AHEAD = re.compile(r"^Nơi (?:nhận|gửi)\s*:?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Signature:
    """What the tail says of the signer.

    Attributes:
        powers: As printed, for others to read.
        names: How many names stand one over the other; of those side by side one counts.
    """

    name: Fact[str] | None
    role: Fact[str] | None
    power: Fact[str] | None
    powers: tuple[Piece, ...]
    names: int = 0


def read_signature(layout: Layout, text: str) -> Signature:
    """Power, office and name; beside the recipients too, where two columns became one."""
    pieces = [*_own_pieces(layout.signature), *_pieces_beside(layout.recipients)]
    pieces.sort(key=lambda piece: piece.start)
    powers = tuple(piece for piece in pieces if POWER.regex.search(piece.text))
    posts = [piece for piece in pieces if piece not in powers and _is_post(piece)]
    signed = bool(powers or posts) or any(SIGNED_MARK.regex.search(piece.text) for piece in pieces)
    name = _read_name(_by_rank(pieces, [*powers, *posts], text), layout) if signed else None
    if name is None:
        return Signature(None, None, None, powers)
    posts = _of_signer(name, [piece for piece in posts if piece.start < name.start], pieces, text)
    above = [piece for piece in powers if piece.start < name.start]
    own = _of_signer(name, above, pieces, text)
    return Signature(
        name,
        _join([_write_post(piece.text, text) for piece in posts], posts),
        _join([write_power(piece.text, text) for piece in own], own),
        tuple(above),
        _count_names(pieces, text),
    )


def _count_names(pieces: Sequence[Piece], text: str) -> int:
    named = (piece for piece in pieces if SIGNER_BESIDE.regex.search(piece.text) and not _is_post(piece))
    return len({_line_of(piece, text) for piece in named})


def _by_rank(pieces: Sequence[Piece], offices: Sequence[Piece], text: str) -> list[Piece]:
    """*pieces*, of those side by side first the one in a column of *offices*: who signs for a side comes last."""
    wide = {_line_of(piece, text) for piece in pieces if piece.column}
    columns = {piece.column for piece in offices if _line_of(piece, text) in wide}
    return sorted(pieces, key=lambda one: (_line_of(one, text), one.column not in columns and bool(columns), one.start))


def _of_signer(name: Fact[str], found: Sequence[Piece], pieces: Sequence[Piece], text: str) -> list[Piece]:
    """Of *found* what stands over *name*, where others sign beside: theirs is in other columns of the same lines."""
    column = next((piece.column for piece in pieces if piece.start <= name.start < piece.end), 0)
    beside = [piece for piece in pieces if _line_of(piece, text) == _line_of(name, text)]
    if len(beside) < 2:
        return list(found)
    wide = {_line_of(piece, text) for piece in pieces if piece.column}
    return [piece for piece in found if piece.column == column or _line_of(piece, text) not in wide]


def _line_of(one: Piece | Fact[str], text: str) -> int:
    """Where the line begins in which *one* stands."""
    return text.rfind("\n", 0, one.start) + 1


def _own_pieces(lines: Sequence[Line]) -> list[Piece]:
    return list(iter_pieces(lines))


def _pieces_beside(lines: Sequence[Line]) -> list[Piece]:
    """What of the recipients' lines belongs to the signature: powers, offices and a name, in small letters too."""
    found: list[Piece] = []
    for piece in iter_pieces(lines):
        ahead = _AHEAD.match(piece.text)
        cut = ahead.end() if ahead else 0
        text = piece.text[cut:]
        signs = POWER.regex.search(text) or POST.regex.search(text)
        named = SIGNER_BESIDE.regex.search(text) or (found and _is_name_beside(piece))
        if text and (signs or named):
            found.append(Piece(piece.start + cut, piece.end, text, piece.column))
    return found


def _is_name_beside(piece: Piece) -> bool:
    """Whether below a power or a post beside the recipients *piece* is a name, of whatever family."""
    known = SMALL_NAME.regex.search(piece.text) is not None
    return known or (piece.column > 0 and PERSON_NAME.regex.search(piece.text) is not None)


def _is_post(piece: Piece) -> bool:
    text = piece.text
    if any(pattern.regex.search(text) for pattern in (SIGNED_MARK, DRAWN_RULE, RECIPIENTS_LINE, LETTERHEAD)):
        return False
    if POST.regex.search(text):
        return True
    capitals = text.isupper() and all(word.isalpha() for word in re.findall(r"[^\s,&-]+", text))
    return capitals and not any(pattern.regex.search(text) for pattern in (SIGNER, SIGNER_BESIDE))


def _read_name(pieces: Sequence[Piece], layout: Layout) -> Fact[str] | None:
    """The first name below a power or an office: with a known surname, in the signature or else beside the recipients.

    Without a known surname only what stands alone in the signature, the last such line.
    """
    first = next((i for i, piece in enumerate(pieces) if POWER.regex.search(piece.text) or _is_post(piece)), -1)
    below = [piece for piece in pieces[first + 1 :] if not (_is_post(piece) or POWER.regex.search(piece.text))]
    own = [piece for piece in below if any(line.start <= piece.start < line.end for line in layout.signature)]
    beside = [piece for piece in below if piece not in own]
    for room, sure in ((own, PRINTED), (beside, IN_HEADING)):
        for piece in room:
            match = (
                SIGNER_BESIDE.regex.search(piece.text) or _match_ranked(piece) or SMALL_NAME.regex.search(piece.text)
            )
            if match:
                return _name(piece, match, sure)
    if first < 0:  # with a mark of signing alone, a blank to be filled in is no name
        return None
    for piece in (*reversed(own), *(piece for piece in beside if piece.column)):
        match = SIGNER.regex.search(piece.text)
        if match and not (POST.regex.search(match["name"]) or BODY_NAME.regex.search(match["name"])):
            return _name(piece, match, BY_FORM)
    return None


def _match_ranked(piece: Piece) -> re.Match[str] | None:
    """A name behind a degree or a rank."""
    match = SIGNER.regex.search(piece.text)
    return match if match and SIGNER_BESIDE.regex.search(match["name"]) else None


def _name(piece: Piece, match: re.Match[str], sure: float) -> Fact[str]:
    name = " ".join(match["name"].split())
    start, end = piece.start + match.start("name"), piece.start + match.end("name")
    name = (
        name.title() if name.isupper() or name.islower() else " ".join(f"{w[0].upper()}{w[1:]}" for w in name.split())
    )
    return Fact(name, start, end, sure)


def _join(words: Sequence[str], pieces: Sequence[Piece]) -> Fact[str] | None:
    if not pieces:
        return None
    return Fact(", ".join(words), pieces[0].start, pieces[-1].end, PRINTED)


def write_power(printed: str, text: str) -> str:
    """The mark in its tradition's manner, and for whom: ``"TM. Ủy ban nhân dân tỉnh"``, ``"T/M Bộ Chính trị"``."""
    match = POWER.regex.search(printed)
    if match is None:
        return printed
    letters = _MARKS.sub("", match["mark"]).upper()
    party = "/" in match["mark"]
    mark = "/".join(letters) if party and len(letters) == 2 else f"{letters}."
    rest = printed[match.end() :]
    return f"{mark} {write_body(rest, text) if BODY_NAME.regex.search(rest) else _write_post(rest, text)}"


def _write_post(printed: str, text: str) -> str:
    """An office in the usual letters, the body it is of as a name."""
    words = _SHORT_DEPUTY.sub("PHÓ " if printed.isupper() else "Phó ", " ".join(printed.split()))
    of = POST_OF_BODY.regex.match(words)
    if of and BODY_NAME.regex.match(words[of.end() :]):
        return f"{_write_post(of[0], text)} {write_body(words[of.end() :], text)}"
    capital = words.isupper() or words.islower() or words[0].islower()
    return restore_case(words.upper(), text) if capital else words


def read_author(layout: Layout) -> tuple[Fact[str] | None, Fact[str] | None]:
    """The author of a talk or an article, printed under its name, in it or below the text, and the office with it."""
    type_line = [layout.type_line] if layout.type_line and layout.type_line not in layout.title else []
    lines = [*layout.letterhead, *type_line, *layout.title]
    for pattern in (AUTHOR_LINE, NAME_ALONE, SPEAKER):
        for i, line in enumerate(lines):
            match = pattern.regex.search(line.text)
            if match:
                start, end = line.start + match.start("name"), line.start + match.end("name")
                name = match["name"].title() if match["name"].isupper() else match["name"]
                office = _read_office_beside(line, match) or _read_office(lines[i + 1 : i + 3])
                return Fact(name, start, end, BY_FORM), office
    last = layout.body[-1] if layout.body else None
    signed = NAME_ALONE.regex.search(last.text) if last else None
    if last and signed:
        return Fact(signed["name"], last.start, last.start + signed.end("name"), BY_FORM), None
    return None, None


def _read_office_beside(line: Line, match: re.Match[str]) -> Fact[str] | None:
    """The office behind an author's name: "Đ/c Lê Văn An, Bí thư Tỉnh ủy trình bày"."""
    office = match.groupdict().get("post")
    words = _PRESENTS.sub("", office).strip(" ,–-") if office else ""
    if not words or POST.regex.search(words) is None:
        return None
    start = line.start + line.text.index(words)
    return Fact(words, start, start + len(words), LOOSE)


def _read_office(lines: Sequence[Line]) -> Fact[str] | None:
    posts = [line for line in lines[:1] if POST.regex.search(line.text)]
    if posts and len(lines) > 1 and BODY_NAME.regex.search(lines[1].text):
        posts.append(lines[1])
    return Fact(" ".join(line.text for line in posts), posts[0].start, posts[-1].end, LOOSE) if posts else None


def read_recipients(lines: Sequence[Line]) -> list[Fact[str]]:
    """Nơi nhận, one entry a recipient, without dashes and end marks, and without the signature beside them."""
    beside = {piece.start for piece in _pieces_beside(lines)}
    entries: list[Fact[str]] = []
    for line in lines:
        if RECIPIENTS_LINE.regex.search(line.text):
            continue
        for piece in iter_pieces([line]):
            if piece.start in beside or SIGNED_MARK.regex.search(piece.text):
                continue
            words = DASH.regex.sub("", piece.text).rstrip(" ;.,")
            at = piece.start + piece.text.index(words)
            if entries and words[:1].islower() and not DASH.regex.search(piece.text):
                above = entries.pop()
                words, at = f"{above.value} {words}", above.start
            if words:
                entries.append(Fact(words, at, piece.start + len(piece.text.rstrip(" ;.,")), PRINTED))
    return entries
