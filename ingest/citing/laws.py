"""Mentions by name: "Luật Đất đai 2013", "Bộ luật Lao động", "Hiến pháp", "Điều lệ Đảng"; with the sign behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.citing.around import LOOK_AHEAD, find_day_behind
from ingest.citing.law_names import CODES, LAWS, ORDINANCES
from ingest.mentions import Citation
from ingest.numbers import read_sign
from ingest.patterns.laws import BEFORE_LAW_SIGN, LAW_DAY, LAW_NAME, LAW_YEAR, REVISED
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
_AS_PRINTED = {unify_spelling(name).casefold(): name for name in (*CODES, *LAWS, *ORDINANCES)}
_FARTHEST_SIGN = 20


def find_laws(text: str) -> Iterator[Citation]:
    """Every law, code, ordinance, constitution and charter that is called by its name."""
    for match in LAW_NAME.regex.finditer(text):
        kind, name = _read_name(match)
        if match["amending"]:
            amending = " ".join(match["amending"].split())
            name = f"{amending.capitalize() if amending.isupper() else amending} {name}"
            kind = re.split(" sửa", name, maxsplit=1, flags=re.IGNORECASE)[0]
        yield _qualify(text, match.start(), match.end(), kind, name)


def _read_name(match: re.Match[str]) -> tuple[str, str]:
    if match["lead"]:
        kind = " ".join(match["lead"].split())
        return kind, f"{kind} {' '.join(match['name'].split())}"
    group, kind = next((group, kind) for group, kind in _KINDS.items() if match[group])
    if group == "constitution":
        return kind, kind
    words = " ".join(match[f"{group}_name"].split())
    if words == "Đảng Cộng sản Việt Nam":
        words = "Đảng"
    return kind, f"{kind} {_AS_PRINTED.get(unify_spelling(words).casefold(), words)}"


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
