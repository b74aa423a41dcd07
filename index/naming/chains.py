"""Documents spoken of in a question, with the conditions said of them: "các nghị quyết của Bộ Chính trị năm 2016"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.naming.condition_patterns import (
    CHAIN_ENDS,
    CLEAR_TYPES,
    DOCUMENT_NOUN,
    FOLDED_KINDS,
    LISTING,
    WORK_DONE,
)
from index.naming.conditions import (
    Condition,
    Said,
    past_verb,
    read_body,
    read_bound,
    read_single,
    read_span,
    read_tail,
    read_time,
)
from index.naming.targets import find_references
from index.naming.typed import Typed, read_typed
from index.wording.content import begins_with_asked


@dataclass(frozen=True, slots=True)
class Chain:
    """A word for documents, the conditions that follow it, and how it is asked; spans of ``read_typed(text)``.

    Attributes:
        said: The conditions; binding where the sentence is about documents themselves.
        start: Of the words that list ("liệt kê các"), or of the document word.
        end: One past the last condition.
        clear: Whether the word means documents and nothing else: "văn bản", "nghị quyết", not "quy định".
        listed: Whether several are asked for: "những …", "liệt kê …", "… nào".
    """

    said: tuple[Said, ...]
    start: int
    end: int
    clear: bool
    listed: bool


def find_conditions(text: str) -> tuple[Condition, ...]:
    """The conditions said in *text*, in its order, none twice."""
    found: dict[str, Condition] = {}
    for said in find_said(read_typed(text)):
        known = found.get(said.condition.key)
        found[said.condition.key] = replace(
            said.condition, binding=said.condition.binding or bool(known and known.binding)
        )
    return tuple(found.values())


def find_said(typed: Typed) -> list[Said]:
    """The conditions with their words: those that follow a document word, then bodies and bounds that stand alone."""
    signs = _find_signs(typed)
    found = [said for chain in find_chains(typed) for said in chain.said]
    for _, end in signs:
        found += (said for said in read_tail(typed, end)[0] if not said.condition.of_force)  # it is asked of that one
    found += _find_loose(typed, found, signs)
    return sorted(found, key=lambda said: said.start)


def find_chains(typed: Typed) -> list[Chain]:
    """Every word for documents that is no part of a sign, in order."""
    signs = _find_signs(typed)
    found: list[Chain] = []
    read = 0
    for noun in DOCUMENT_NOUN.regex.finditer(typed.bare):
        if noun.start() >= read and not any(start <= noun.start() < end for start, end in signs):
            types, read = _read_types(typed, noun)
            if types or not noun["type"]:
                found.append(_read_chain(typed, noun, types, read))
                read = found[-1].end
    return found


def _find_signs(typed: Typed) -> list[tuple[int, int]]:
    """Where they stand; who issued one is said behind it, and is a condition, too."""
    said = ((mention, mention.targets[0].issuer) for mention in find_references(typed))
    return [(mention.start, issuer.start if issuer else mention.end) for mention, issuer in said]


def _covers(found: Sequence[Said], at: int) -> bool:
    return any(said.start <= at < said.end for said in found)


def _read_chain(typed: Typed, noun: re.Match[str], types: Sequence[Said], end: int) -> Chain:
    """The document word with the conditions from *end* on."""
    following, end, issued = read_tail(typed, end)
    listing = LISTING.regex.search(typed.bare[: noun.start()])
    start = listing.start() if listing else noun.start()
    many = bool((listing and listing["plural"]) or noun["many"] or noun["all"])
    verb = bool(listing and listing["verb"])
    opens = verb or bool(listing and listing["there"]) or not typed.bare[:start].strip(" ,.:")
    about = opens and CHAIN_ENDS.regex.search(typed.bare[end:]) is not None
    told = bool(following) and (issued or (about and (many or verb or bool(noun["general"]))))
    binding = told or (about and verb and len(types) == 1)
    clear = not noun["type"] or noun["type"] in _CLEAR
    is_type = len(types) == 1 and (clear or bool(following) or many or verb or _is_asked(typed, noun))
    kept = [*(types if is_type else ()), *following]  # "nghị quyết, chỉ thị của Đảng": no document is both
    said = tuple(replace(one, condition=replace(one.condition, binding=binding)) for one in kept)
    return Chain(said, start, end, clear, many or verb or bool(noun["which"]))


def _is_asked(typed: Typed, noun: re.Match[str]) -> bool:
    """Whether the question begins with the kind, and with what is asked of it: "thông báo nói gì"."""
    return not typed.bare[: noun.start()].strip() and begins_with_asked(typed.text)


def _read_types(typed: Typed, noun: re.Match[str]) -> tuple[list[Said], int]:
    """The types from *noun* on ("chỉ thị, nghị quyết"), and where they end; none for documents of any type."""
    found: list[Said] = []
    match: re.Match[str] | None = noun
    end = noun.end()
    while match and match["type"] and (said := _type_said(typed, match)):
        found.append(said)
        end = match.end()
        joint = _JOINT.match(typed.bare, end)
        match = DOCUMENT_NOUN.regex.match(typed.bare, joint.end()) if joint else None
    return found, end


_JOINT = re.compile(r"\s*(?:,|(?:va|hoac|and|or)\s)\s*")
_CLEAR = frozenset(folded for folded, (name, _) in FOLDED_KINDS.items() if name in CLEAR_TYPES)


def _type_said(typed: Typed, noun: re.Match[str]) -> Said | None:
    words = re.sub(r"\s+", " ", noun["type"])
    name, kind = FOLDED_KINDS[words]
    start, end = noun.span("type")
    if not typed.may_be(start, end, name):
        return None
    before = typed.bare[max(0, start - 12) : start]
    if words not in _CLEAR and re.search(r"(?:theo|duoc|quyen|bi|se|da|phai|dung|under)\s+$", before):
        return None  # "theo quy định", "được hướng dẫn": no document of its own
    return Said(Condition(f"loai:{kind}"), start, noun.end())


def _find_loose(typed: Typed, found: Sequence[Said], signs: Sequence[tuple[int, int]]) -> Iterator[Said]:
    """Bodies and bounds that follow no document word, and a year, month or day that is all that was typed."""
    end = 0
    for start in (match.start() for match in re.finditer(r"(?<![a-z0-9])[a-z]", typed.bare)):
        if start < end or _covers(found, start) or any(a <= start < b for a, b in signs):
            continue
        said = read_body(typed, start, linked=True) or _read_issued(typed, start)
        if said is None and not WORK_DONE.regex.search(typed.bare[:start]):
            said = read_span(typed.bare[start:], start) or read_bound(typed, start)
            said = said if said and said.condition.key.startswith(("truoc:", "sau:", "nam:")) else None
        if said:
            end = said.end
            yield said
    whole = None if found else read_single(typed.bare, 0)
    if whole and not typed.bare[whole.end :].strip(" ?.!"):
        yield whole


def _read_issued(typed: Typed, at: int) -> Said | None:
    """ "… ban hành năm 2018": binding where documents were spoken of before, whatever stands between."""
    past = past_verb(typed, at)
    said = read_time(typed, past) if past else None
    if said is None:
        return None
    spoken_of = any(noun["general"] for noun in DOCUMENT_NOUN.regex.finditer(typed.bare[:at]))
    return Said(replace(said.condition, binding=spoken_of), at, said.end)
