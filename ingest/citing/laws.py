"""Mentions by name: "Luật Đất đai 2013", "Bộ luật Lao động", "Hiến pháp", "Điều lệ Đảng"; with the sign behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.citing.around import LOOK_AHEAD, find_day_behind
from ingest.citing.law_names import ABBREVIATED, CODES, LAWS, ORDINANCES
from ingest.mentions import Citation
from ingest.models import Metadata
from ingest.numbers import read_sign
from ingest.patterns.laws import (
    AMENDING_WORDS,
    BEFORE_LAW_SIGN,
    FURTHER_LAW,
    LAW_DAY,
    LAW_NAME,
    LAW_YEAR,
    NUMBERED_LAW,
    REVISED,
)
from ingest.patterns.signs import LAW_SIGN, SIGN
from ingest.record.dates import read_date
from ingest.spelling import unify_spelling

_KINDS = {
    "code": "Bộ luật",
    "law": "Luật",
    "ordinance": "Pháp lệnh",
    "charter": "Điều lệ",
    "constitution": "Hiến pháp",
}
LAW_KINDS = tuple(_KINDS.values())
_AS_PRINTED = {unify_spelling(name).casefold(): name for name in (*CODES, *LAWS, *ORDINANCES)} | {
    unify_spelling(short).casefold(): name for short, name in ABBREVIATED.items()
}
_AMENDING = "sửa đổi, bổ sung"
_FARTHEST_SIGN = 20


def find_laws(text: str, own: Metadata) -> Iterator[Citation]:
    """Every law, code, ordinance, constitution and charter that is called by its name.

    In the title of a law that amends another, the other is mentioned: *own* tells which one speaks.
    """
    own_name = _fold(f"{own.type} {own.title}") if own.type in LAW_KINDS and own.title else ""
    for match in LAW_NAME.regex.finditer(text):
        kind, name = _read_name(match)
        start, end = match.span()
        if match["amending"]:
            amending = " ".join(match["amending"].split())
            whole = f"{amending.capitalize() if amending.isupper() else amending} {name}"
            if own_name.startswith(_fold(whole)):
                start = match.end("amending")
            else:
                kind, end = re.split(" sửa", whole, maxsplit=1, flags=re.IGNORECASE)[0], _find_amended_end(text, end)
                name = _unify_amending(whole + re.sub(r"\s+", " ", text[match.end() : end]))
        yield _qualify(text, start, end, kind, name)
    for match in NUMBERED_LAW.regex.finditer(text):
        kind, name = (" ".join(match[group].split()) for group in ("kind", "name"))
        kind, name = kind.capitalize(), _spell_out(name)
        yield _qualify(text, match.start(), match.end("name"), kind, f"{kind} {name[0].upper()}{name[1:]}")


def _find_amended_end(text: str, end: int) -> int:
    """Where the title of a law that amends several ends: "sửa đổi … của Luật Đất đai và Luật Nhà ở ngày 11/01/2022"."""
    last = end
    while (joint := FURTHER_LAW.regex.match(text, last)) and (named := LAW_NAME.regex.match(text, joint.end())):
        if named["amending"] or LAW_YEAR.regex.search(text[named.end() : named.end() + LOOK_AHEAD]):
            return end
        last = named.end()
    return last


def _fold(name: str) -> str:
    return unify_spelling(_unify_amending(name)).casefold()


def _unify_amending(name: str) -> str:
    """A law that amends others by one spelling of the words that say so."""
    return AMENDING_WORDS.regex.sub(_AMENDING, name)


def _spell_out(words: str) -> str:
    """The title *words* as the lists have it, where they do."""
    return _AS_PRINTED.get(unify_spelling(words).casefold(), words)


def _read_name(match: re.Match[str]) -> tuple[str, str]:
    if match["capital_lead"]:
        kind = " ".join(match["capital_lead"].split()).capitalize()
        return kind, f"{kind} {' '.join(match['capital_name'].split()).capitalize()}"
    if match["lead"]:
        kind = " ".join(match["lead"].split())
        return kind, f"{kind} {' '.join(match['name'].split())}"
    group, kind = next((group, kind) for group, kind in _KINDS.items() if match[group])
    if group == "constitution":
        return kind, kind
    words = " ".join(match[f"{group}_name"].split())
    if words == "Đảng Cộng sản Việt Nam":
        words = "Đảng"
    return kind, f"{kind} {_spell_out(words)}"


def _qualify(text: str, start: int, end: int, kind: str, name: str) -> Citation:
    """With what follows the name: that it is revised, its sign and day, or its year."""
    if revised := REVISED.regex.search(text[end : end + LOOK_AHEAD]):
        end += revised.end()
    window = text[end : end + LOOK_AHEAD]
    for pattern in (LAW_SIGN, SIGN):
        sign = pattern.regex.search(window)
        if sign and sign.start() <= _FARTHEST_SIGN and BEFORE_LAW_SIGN.regex.search(window[: sign.start()]):
            day, stop = find_day_behind(text, end + sign.end())
            return Citation(start, stop, text[start:stop], kind, str(read_sign(sign)), name, None, day)
    if (found := LAW_DAY.regex.search(window)) and (day := read_date(found)):
        stop = end + found.end()
        return Citation(start, stop, text[start:stop], kind, None, name, None, day)
    if year := LAW_YEAR.regex.search(window):
        end += year.end()
        name = f"{name} {year['year']}"
    return Citation(start, end, text[start:end], kind, None, name)
