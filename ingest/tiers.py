"""The tier of the body that issued a document: the centre, a province, a district, the base."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from ingest.numbers import read_number
from ingest.patterns.pattern import Pattern
from ingest.patterns.tiers import (
    BASE_BODY,
    CENTRAL_TIER,
    CITY_OF_PROVINCE,
    CODE_OF_TIER,
    CONFERENCE_OF_CENTRE,
    DISTRICT_BODY,
    PROVINCE_BODY,
    SPOKEN_BY,
)
from ingest.record.bodies import body_of_code, body_of_type
from ingest.spelling import unify_tone_marks

Tier = Literal["central", "province", "district", "base"]
TIERS: tuple[Tier, ...] = ("central", "province", "district", "base")
"""From above to below."""
_BY_NAME: tuple[tuple[Pattern, Tier], ...] = (
    (BASE_BODY, "base"),
    (DISTRICT_BODY, "district"),
    (PROVINCE_BODY, "province"),
    (CITY_OF_PROVINCE, "district"),
    (CENTRAL_TIER, "central"),
)
"""In the order in which they are tried."""


@lru_cache(maxsize=1 << 14)
def find_tier(issuer: str | None, number: str | None, kind: str | None = None, name: str | None = None) -> Tier | None:
    """By a sign of a province, else by the name of the *issuer*, else by any other code in the sign, else by the
    *kind* that one body alone issues; a document without sign and issuer by what its own *name* says.

    ``None`` where none of them tells: "Đảng ủy" and "UBND" stand at several tiers.

    >>> find_tier("Huyện ủy Đức Linh", None), find_tier("Thành ủy Cửu Giang", "462-KL/TU")
    ('district', 'province')
    """
    by_code = _read_code(number)
    if by_code == "province":
        return by_code
    named = issuer or body_of_type(kind)
    own = _read_own_name(unify_tone_marks(name)) if name and not (issuer or number) else None
    return (_read_name(unify_tone_marks(named)) if named else None) or by_code or own


def _read_own_name(name: str) -> Tier | None:
    """What a document is called tells who issued it: a conference of the centre, or whose words it hands on."""
    if CONFERENCE_OF_CENTRE.regex.search(name):
        return "central"
    spoken = SPOKEN_BY.regex.search(name)
    return _read_name(spoken["body"]) if spoken else None


def _read_name(name: str) -> Tier | None:
    return next((tier for pattern, tier in _BY_NAME if pattern.regex.search(name)), None)


def _read_code(number: str | None) -> Tier | None:
    sign = read_number(number)
    if sign is None:
        return None
    match = CODE_OF_TIER.regex.search(sign.body) if sign.party else None
    if match:
        return next(tier for tier in TIERS if match[tier])
    return "central" if body_of_code(sign.body) else None
