"""Conditions on documents, said in words: "năm 2018", "của Bộ Chính trị", "trước 2020", "nghị quyết"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from index.naming.bodies import issued_by
from index.naming.condition_patterns import (
    BETWEEN,
    BODY,
    BOUND,
    CHAIN_ENDS,
    CLEAR_TYPES,
    DOCUMENT_NOUN,
    FOLDED_BODIES,
    FOLDED_KINDS,
    IN_YEAR,
    ISSUED,
    LISTING,
    MONTH,
    ON_DAY,
    WORK_DONE,
)
from index.naming.days import read_day, read_month
from index.naming.periods import find_issue, lies_between, read_period
from index.naming.targets import find_references
from index.naming.typed import Typed, read_typed
from ingest.models import Metadata

_BOUNDS = {
    "truoc": ("truoc", "trước"),
    "before": ("truoc", "before"),
    "prior to": ("truoc", "prior to"),
    "den": ("den", "đến"),
    "den het": ("den", "đến hết"),
    "tinh den": ("den", "tính đến"),
    "until": ("den", "until"),
    "sau": ("sau", "sau"),
    "after": ("sau", "after"),
    "tu": ("tu", "từ"),
    "ke tu": ("tu", "kể từ"),
    "since": ("tu", "since"),
    "from": ("tu", "from"),
}
_WORDS = {"truoc": "trước", "sau": "sau", "tu": "từ", "den": "đến hết"}


@dataclass(frozen=True, slots=True)
class Condition:
    """What a document must be.

    Attributes:
        key: Names it in links and sessions: ``"nam:2018"``, ``"truoc:2020"``, ``"loai:Nghị quyết"``.
        words: What a user reads on the chip: ``"ban hành năm 2018"``.
        binding: Whether the sentence is about documents themselves, so that it excludes without being pressed.
    """

    key: str
    words: str
    binding: bool = False

    @property
    def unknown(self) -> str:
        """What is said of documents whose record lacks the field: ``"không rõ ngày"``."""
        return {"loai": "không rõ loại văn bản", "coquan": "không rõ cơ quan ban hành"}.get(
            self.key.partition(":")[0], "không rõ ngày"
        )

    def fits(self, metadata: Metadata) -> bool | None:
        """Whether a document meets it; ``None`` where its record does not say."""
        field, _, value = self.key.partition(":")
        if field == "loai":
            return None if metadata.type is None else metadata.type == value
        if field == "coquan":
            return issued_by(value, metadata)
        return lies_between(find_issue(metadata), read_period(self.key))


def split_conditions(
    conditions: Iterable[Condition], chosen: Collection[str]
) -> tuple[tuple[Condition, ...], tuple[Condition, ...]]:
    """Those that exclude, being binding or *chosen*, and those that only raise."""
    conditions = tuple(conditions)
    must = tuple(one for one in conditions if one.binding or one.key in chosen)
    return must, tuple(one for one in conditions if one not in must)


# --- in a question ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Said:
    """A condition and the words that say it; spans of ``read_typed(text)``."""

    condition: Condition
    start: int
    end: int


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
    signs = [(mention.start, mention.end) for mention in find_references(typed)]
    found: list[Said] = []
    read = 0
    for noun in DOCUMENT_NOUN.regex.finditer(typed.bare):
        if noun.start() >= read and not any(start <= noun.start() < end for start, end in signs):
            chain, read = _read_chain(typed, noun)
            found += chain
    for _, end in signs:
        found += _read_tail(typed, end)[0]
    found += _find_loose(typed, found, signs)
    return sorted(found, key=lambda said: said.start)


def _covers(found: Sequence[Said], at: int) -> bool:
    return any(said.start <= at < said.end for said in found)


def _read_chain(typed: Typed, noun: re.Match[str]) -> tuple[list[Said], int]:
    """A document word with the conditions on it ("các nghị quyết của Bộ Chính trị năm 2016"), and where they end."""
    types, end = _read_types(typed, noun)
    if noun["type"] and not types:
        return [], end
    following, end, issued = _read_tail(typed, end)
    listing = LISTING.regex.search(typed.bare[: noun.start()])
    before = typed.bare[: listing.start()] if listing else typed.bare[: noun.start()]
    many = bool((listing and listing["plural"]) or noun["many"] or noun["all"])
    verb = bool(listing and listing["verb"])
    about = (verb or not before.strip(" ,.:")) and CHAIN_ENDS.regex.search(typed.bare[end:]) is not None
    told = bool(following) and (issued or (about and (many or verb or bool(noun["general"]))))
    binding = told or (about and verb and len(types) == 1)
    is_type = len(types) == 1 and (noun["type"] in _CLEAR or bool(following) or many or verb)
    kept = [*(types if is_type else ()), *following]  # "nghị quyết, chỉ thị của Đảng": no document is both
    return [replace(said, condition=replace(said.condition, binding=binding)) for said in kept], end


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
    return Said(Condition(f"loai:{kind}", f"loại văn bản: {kind}"), start, noun.end())


def _read_tail(typed: Typed, end: int) -> tuple[list[Said], int, bool]:
    """Conditions that follow at *end*, one after another; where they end; whether a verb of issuing is among them."""
    found: list[Said] = []
    issued, at = False, end
    while True:
        if past := _past_verb(typed, at):
            issued, at = True, past
            end = at if found else end
        said = _read_time(typed, at) or _read_body(typed, at, linked=False)
        if said is None and not past:
            return found, end, issued and bool(found)
        if said:
            found.append(said)
            end = at = said.end


def _past_verb(typed: Typed, at: int) -> int:
    """Where a verb of issuing that begins at *at* ends; 0 without one."""
    verb = ISSUED.regex.search(typed.bare[at:])
    if not verb or (verb["hand"] and not typed.may_be(at + verb.start("hand"), at + verb.end("hand"), "ký")):
        return 0
    return at + verb.end()


def _read_body(typed: Typed, at: int, linked: bool) -> Said | None:
    match = BODY.regex.search(typed.bare[at:])
    if not match or (linked and not match["link"]):
        return None
    name, body = FOLDED_BODIES[re.sub(r"\s+", " ", match["body"])]
    start, end = at + match.start("body"), at + match.end("body")
    if not typed.may_be(start, end, name):
        return None
    return Said(Condition(f"coquan:{body}", f"của {body}"), at + match.start(), end)


def _read_time(typed: Typed, at: int) -> Said | None:
    """The condition of time that begins at *at*."""
    rest = typed.bare[at:]
    return _read_span(rest, at) or _read_bound(typed, at) or _read_day(rest, at)


def _read_span(rest: str, at: int) -> Said | None:
    match = BETWEEN.regex.search(rest)
    if not match or int(match["first"]) > int(match["last"]):
        return None
    first, last = match["first"], match["last"]
    return Said(Condition(f"nam:{first}-{last}", f"ban hành từ năm {first} đến năm {last}"), at, at + match.end())


def _read_bound(typed: Typed, at: int) -> Said | None:
    match = BOUND.regex.search(typed.bare[at:])
    point = _read_point(match) if match else None
    if not match or not point:
        return None
    field, meant = _BOUNDS[re.sub(r"\s+", " ", match["w"])]
    if not typed.may_be(at + match.start("w"), at + match.end("w"), meant):
        return None
    return Said(Condition(f"{field}:{point}", f"ban hành {_WORDS[field]} {_say(point)}"), at, at + match.end())


def _read_day(rest: str, at: int) -> Said | None:
    """A month, a day or a year."""
    match = MONTH.regex.search(rest)
    if match and (month := read_month(match["name"]) if match["name"] else int(match["month"])) in range(1, 13):
        point = f"{match['year']}-{month:02}"
        return Said(Condition(f"thang:{point}", f"ban hành {_say(point)}"), at, at + match.end())
    if (match := ON_DAY.regex.search(rest)) and (day := read_day(match)):
        return Said(Condition(f"ngay:{day}", f"ban hành {_say(str(day))}"), at, at + match.end())
    if match := IN_YEAR.regex.search(rest):
        return Said(Condition(f"nam:{match['year']}", f"ban hành năm {match['year']}"), at, at + match.end())
    return None


def _read_point(match: re.Match[str]) -> str | None:
    """Year, month or day in ISO 8601."""
    if match["pyear"]:
        return match["pyear"]
    if match["pmyear"]:
        return f"{match['pmyear']}-{int(match['pmonth']):02}" if 1 <= int(match["pmonth"]) <= 12 else None
    if match["pnyear"]:
        return f"{match['pnyear']}-{read_month(match['pname']):02}"
    day = read_day(match)
    return str(day) if day else None


def _say(point: str) -> str:
    parts = point.split("-")
    return ("năm ", "tháng ", "ngày ")[len(parts) - 1] + "/".join(reversed(parts))


def _find_loose(typed: Typed, found: Sequence[Said], signs: Sequence[tuple[int, int]]) -> Iterator[Said]:
    """Bodies and bounds that follow no document word, and a year, month or day that is all that was typed."""
    end = 0
    for start in (match.start() for match in re.finditer(r"(?<![a-z0-9])[a-z]", typed.bare)):
        if start < end or _covers(found, start) or any(a <= start < b for a, b in signs):
            continue
        said = _read_body(typed, start, linked=True) or _read_issued(typed, start)
        if said is None and not WORK_DONE.regex.search(typed.bare[:start]):
            said = _read_span(typed.bare[start:], start) or _read_bound(typed, start)
            said = said if said and said.condition.key.startswith(("truoc:", "sau:", "nam:")) else None
        if said:
            end = said.end
            yield said
    whole = None if found else _read_day(typed.bare, 0)
    if whole and not typed.bare[whole.end :].strip(" ?.!"):
        yield whole


def _read_issued(typed: Typed, at: int) -> Said | None:
    """ "… ban hành năm 2018": binding where documents were spoken of before, whatever stands between."""
    past = _past_verb(typed, at)
    said = _read_time(typed, past) if past else None
    if said is None:
        return None
    spoken_of = any(noun["general"] for noun in DOCUMENT_NOUN.regex.finditer(typed.bare[:at]))
    return Said(replace(said.condition, binding=spoken_of), at, said.end)
