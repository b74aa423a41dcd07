"""Conditions on documents, said in words: "năm 2018", "của Bộ Chính trị", "trước 2020", "nghị quyết"."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from index.naming.bodies import issued_by
from index.naming.condition_patterns import (
    BETWEEN,
    BODY,
    BOUND,
    FOLDED_BODIES,
    IN_FORCE,
    IN_YEAR,
    ISSUED,
    MONTH,
    ON_DAY,
)
from index.naming.days import read_day, read_month
from index.naming.periods import find_issue, lies_between, read_period
from index.naming.typed import Typed
from ingest.days import describe_day, describe_month
from ingest.language import tr
from ingest.models import Metadata

_BOUNDS = {
    "truoc": ("truoc", "trước"),  # vi: as it is typed
    "before": ("truoc", "before"),
    "prior to": ("truoc", "prior to"),
    "den": ("den", "đến"),  # vi: as it is typed
    "den het": ("den", "đến hết"),  # vi: as it is typed
    "tinh den": ("den", "tính đến"),  # vi: as it is typed
    "until": ("den", "until"),
    "sau": ("sau", "sau"),
    "after": ("sau", "after"),
    "tu": ("tu", "từ"),  # vi: as it is typed
    "ke tu": ("tu", "kể từ"),  # vi: as it is typed
    "since": ("tu", "since"),
    "from": ("tu", "from"),
}
_UNKNOWN = {
    "loai": "không rõ loại văn bản",
    "coquan": "không rõ cơ quan ban hành",
    "hieuluc": "chưa rõ hiệu lực",
}
_SIGNED = "ký"  # vi: as it is typed
IN_FORCE_KEY = "hieuluc:con"
_OF_TIME = {
    "nam": "ban hành năm {point}",
    "thang": "ban hành tháng {point}",
    "ngay": "ban hành ngày {point}",
}
_BOUNDED = {
    "truoc": "ban hành trước {time}",
    "sau": "ban hành sau {time}",
    "tu": "ban hành từ {time}",
    "den": "ban hành đến hết {time}",
}


@dataclass(frozen=True, slots=True)
class Condition:
    """What a document must be.

    Attributes:
        key: Names it in links and sessions: ``"nam:2018"``, ``"truoc:2020"``, ``"loai:Nghị quyết"``.
        binding: Whether the sentence is about documents themselves, so that it excludes without being pressed.
        lifted: Whether the user took it back: it is only offered, whatever the sentence says.
        pressed: Whether the user asked for it beside the sentence: it excludes, whatever that says.
    """

    key: str
    binding: bool = False
    lifted: bool = False
    pressed: bool = False

    @property
    def words(self) -> str:
        """What a user reads on the chip: ``"ban hành năm 2018"``."""
        return _say(self.key)

    @property
    def of_force(self) -> bool:
        """Whether it is about whether documents stand: other documents say so, not their own record."""
        return self.key == IN_FORCE_KEY

    @property
    def unknown(self) -> str:
        """What is said of documents whose record lacks the field: ``"không rõ ngày"``."""
        return tr(_UNKNOWN.get(self.key.partition(":")[0], "không rõ ngày"))

    def fits(self, metadata: Metadata) -> bool | None:
        """Whether a document meets it; ``None`` where its record does not say.

        One of force leaves out nothing here.
        """
        if self.of_force:
            return True
        field, _, value = self.key.partition(":")
        if field == "loai":
            return None if metadata.type is None else metadata.type == value
        if field == "coquan":
            return issued_by(value, metadata)
        return lies_between(find_issue(metadata), read_period(self.key))

    def weigh(self, metadata: Metadata, in_force: bool | None) -> bool | None:
        """As :meth:`fits`, of a document of which it is known whether it is *in_force*."""
        return in_force if self.of_force else self.fits(metadata)


STILL_IN_FORCE = Condition(IN_FORCE_KEY)


def split_conditions(
    conditions: Iterable[Condition], chosen: Collection[str]
) -> tuple[tuple[Condition, ...], tuple[Condition, ...]]:
    """Those that exclude, being binding or *chosen*, and those that only raise."""
    conditions = tuple(conditions)
    must = tuple(one for one in conditions if one.binding or one.pressed or one.key in chosen)
    return must, tuple(one for one in conditions if one not in must)


# --- in words, from a place on -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Said:
    """A condition and the words that say it; spans of ``read_typed(text)``."""

    condition: Condition
    start: int
    end: int


def read_tail(typed: Typed, end: int) -> tuple[list[Said], int, bool]:
    """Conditions that follow at *end*, one after another; where they end; whether a verb of issuing is among them."""
    found: list[Said] = []
    issued, at = False, end
    while True:
        if past := past_verb(typed, at):
            issued, at = True, past
            end = at if found else end
        said = read_time(typed, at) or read_body(typed, at, linked=False) or read_force(typed, at)
        if said is None and not past:
            return found, end, issued and bool(found)
        if said:
            found.append(said)
            end = at = said.end


def read_force(typed: Typed, at: int) -> Said | None:
    """ "còn hiệu lực" that begins at *at*."""
    match = IN_FORCE.regex.search(typed.bare[at:])
    return Said(STILL_IN_FORCE, at, at + match.end()) if match else None


def past_verb(typed: Typed, at: int) -> int:
    """Where a verb of issuing that begins at *at* ends; 0 without one."""
    verb = ISSUED.regex.search(typed.bare[at:])
    if not verb or (verb["hand"] and not typed.may_be(at + verb.start("hand"), at + verb.end("hand"), _SIGNED)):
        return 0
    return at + verb.end()


def read_body(typed: Typed, at: int, linked: bool) -> Said | None:
    """The condition of a body that begins at *at*; where *linked* only with a word that links: "của Tỉnh ủy"."""
    match = BODY.regex.search(typed.bare[at:])
    if not match or (linked and not match["link"]):
        return None
    name, body = FOLDED_BODIES[re.sub(r"\s+", " ", match["body"])]
    start, end = at + match.start("body"), at + match.end("body")
    if not typed.may_be(start, end, name):
        return None
    return Said(Condition(f"coquan:{body}"), at + match.start(), end)


def read_time(typed: Typed, at: int) -> Said | None:
    """The condition of time that begins at *at*."""
    rest = typed.bare[at:]
    return read_span(rest, at) or read_bound(typed, at) or read_single(rest, at)


def read_span(rest: str, at: int) -> Said | None:
    """ "từ 2015 đến 2018" at the beginning of *rest*, which stands at *at*."""
    match = BETWEEN.regex.search(rest)
    if not match or int(match["first"]) > int(match["last"]):
        return None
    first, last = match["first"], match["last"]
    return Said(Condition(f"nam:{first}-{last}"), at, at + match.end())


def read_bound(typed: Typed, at: int) -> Said | None:
    """ "trước 2020", "sau năm 2017" that begins at *at*."""
    match = BOUND.regex.search(typed.bare[at:])
    point = _read_point(match) if match else None
    if not match or not point:
        return None
    field, meant = _BOUNDS[re.sub(r"\s+", " ", match["w"])]
    if not typed.may_be(at + match.start("w"), at + match.end("w"), meant):
        return None
    return Said(Condition(f"{field}:{point}"), at, at + match.end())


def read_single(rest: str, at: int) -> Said | None:
    """A month, a day or a year at the beginning of *rest*, which stands at *at*."""
    match = MONTH.regex.search(rest)
    if match and (month := read_month(match["name"]) if match["name"] else int(match["month"])) in range(1, 13):
        point = f"{match['year']}-{month:02}"
        return Said(Condition(f"thang:{point}"), at, at + match.end())
    if (match := ON_DAY.regex.search(rest)) and (day := read_day(match)):
        return Said(Condition(f"ngay:{day}"), at, at + match.end())
    if match := IN_YEAR.regex.search(rest):
        return Said(Condition(f"nam:{match['year']}"), at, at + match.end())
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


def _say(key: str) -> str:
    """What a condition asks for."""
    field, _, value = key.partition(":")
    if key == IN_FORCE_KEY:
        return tr("còn hiệu lực")
    if field == "loai":
        return tr("loại văn bản: {type}", type=value)
    if field == "coquan":
        return tr("của {body}", body=value)
    if field in _BOUNDED:
        return tr(_BOUNDED[field], time=_say_time(value))
    first, _, last = value.partition("-")
    if field == "nam" and last:
        return tr("ban hành từ năm {first} đến năm {last}", first=first, last=last)
    return tr(_OF_TIME[field], point=_say_point(value))


def _say_time(point: str) -> str:
    """A point of time with what it is called by."""
    return tr(("năm {point}", "tháng {point}", "ngày {point}")[point.count("-")], point=_say_point(point))


def _say_point(point: str) -> str:
    """Year, month or day as people write it."""
    year, *rest = map(int, point.split("-"))
    if not rest:
        return str(year)
    month, *days = rest
    return describe_day(datetime.date(year, month, *days)) if days else describe_month(year, month)
