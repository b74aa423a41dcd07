"""The sign of a document, and how it is read from all the ways it is written: ``"102 – qđ/tw"`` is 102-QĐ/TW."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.patterns.signs import BODY_SIGN, LAW_SIGN, MARKED_SIGN, SIGN

_MIXED = {code.upper(): code for code in ("QĐi", "QyĐ", "CTr", "TTr", "ThU", "TxU", "TTg")}
_CAPITALS = re.compile(rf"(?<![A-ZĐ])(?:{'|'.join(_MIXED)})(?![A-ZĐƯ])")
_KINDS = {"qđi": "QĐi", "qyđ": "QyĐ", "ctr": "CTr", "ttr": "TTr", "qd": "QĐ", "nd": "NĐ"}
_CENTRAL = re.compile(r"^T\.?[ƯW]\.?$")  # TU is the provincial committee, never the centre
_PROVINCE = re.compile(r"^T\.U\.?$")
_PARTY_BODY = re.compile(r"^(?:.*(?:TW|TU)|HU|ThU|TxU|QU|ĐU\w*|CB|ĐH|UBKT\w*|VPĐU|VPQU|BCSĐ\w*|ĐĐ\w*)$")
_STATE_BODY = re.compile(r"^(?:CP|UB|TTg|CTN|QH\d*|UBND\w*|HĐND\w*|HĐTP|VPCP|VPQH|NHNN|TTCP|KTNN)\b")
_FORMS = (LAW_SIGN, MARKED_SIGN, SIGN, BODY_SIGN)
_SPACES = re.compile(r"\s+")
_JOINTS = re.compile(r"\s*[-–—‑]\s*")


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """The sign printed on a document ("số ký hiệu"); not a key, as series restart every term.

    Attributes:
        ordinal: Digits as printed, leading zeros kept: ``"05"``.
        kind: Code of the type: ``"QĐ"``, ``"NQ"``; empty in the signs of laws (``80/2015/QH13``).
        body: Code of the issuing body: ``"TW"``, ``"CP"``, ``"UBND"``.
        year: Four digits in signs of the State that carry one, else empty.
        party: Whether it is joined in the manner of the Party (``102-QĐ/TW``).
        mark: Behind the digits: the letters of a ministry (``"TC"`` in ``1062TC/QĐ/CSTC``), or one that tells two
            documents apart (``"a"`` in ``30a/2008/NQ-CP``).
        joint: Between kind and body in signs of the State: a hyphen, or the period of ``522/2002/QĐ.UB``.
    """

    ordinal: str
    kind: str
    body: str
    year: str = ""
    party: bool = True
    mark: str = ""
    joint: str = "-"

    def __str__(self) -> str:
        first = self.ordinal + self.mark
        if len(self.mark) > 1:
            return "/".join(part for part in (first, self.kind, self.body) if part)
        if self.party:
            return f"{first}-{self.kind}/{self.body}"
        ending = self.joint.join(part for part in (self.kind, self.body) if part)
        return "/".join(part for part in (first, self.year, ending) if part)


def parse_number(raw: str) -> DocumentNumber:
    """Read one document number; spacing, case and look-alike letters are forgiven.

    >>> str(parse_number("102 – qđ/tw"))
    '102-QĐ/TW'

    Raises:
        ValueError: If *raw* is not exactly one number.
    """
    typed = _JOINTS.sub("-", raw.strip().replace("Ð", "Đ").replace("ð", "đ"))
    written = (typed, restore_mixed_case(typed.upper()))[typed.isupper() :]
    found = (pattern.regex.fullmatch(text) for pattern in _FORMS for text in written)
    match = next((match for match in found if match), None)
    if not match:
        raise ValueError(f"not a document number: {raw!r}")
    return read_sign(match)


@lru_cache(maxsize=1 << 14)
def read_number(raw: str | None) -> DocumentNumber | None:
    """The parts of a sign as a record has it; ``None`` where there is none, or it cannot be read."""
    try:
        return parse_number(raw) if raw else None
    except ValueError:
        return None


def read_sign(match: re.Match[str]) -> DocumentNumber:
    """The number that a match of ``SIGN``, ``MARKED_SIGN``, ``BODY_SIGN`` or ``LAW_SIGN`` stands for."""
    parts = match.groupdict()
    ordinal, year = parts["ordinal"], _SPACES.sub("", parts.get("year") or "")
    kind, body = parts.get("kind") or "", _read_body(parts["body"])
    kind = _KINDS.get(kind.lower(), kind)
    mark = parts.get("mark") or parts.get("letter") or ""
    if len(mark) > 1:
        return DocumentNumber(ordinal, kind, body, party=False, mark=mark)
    if not kind and "/" in body and "-" in _JOINTS.sub("-", parts.get("joint") or ""):
        kind, _, body = body.partition("/")  # "12-XYZ/TU": a kind of the Party that has no name here
        return DocumentNumber(ordinal, kind, body, year, party=not year, mark=mark)
    if not kind:
        return DocumentNumber(ordinal, "", body, year, party=False, mark=mark)
    dot = parts.get("dot") or ""
    party = not year and _is_party(body, dot or match[0])
    return DocumentNumber(ordinal, kind, body, year, party, mark, joint="-" if party or not dot else dot)


def _read_body(raw: str) -> str:
    body = _SPACES.sub("", _JOINTS.sub("-", raw))
    if _CENTRAL.match(body):
        return "TW"
    if _PROVINCE.match(body):
        return "TU"
    return body.replace("TƯ", "TW")


def _is_party(body: str, sign: str) -> bool:
    """By the body where it tells; else by the joints: BCT is a ministry in 05/CT-BCT, Bộ Chính trị in 05-CT/BCT."""
    if _PARTY_BODY.match(body):
        return True
    if _STATE_BODY.match(body):
        return False
    return "/" in sign and ("-" not in sign or sign.index("/") > sign.index("-"))


def restore_mixed_case(upper: str) -> str:
    """Codes that are not all capitals, after the typed case was given up."""
    return _CAPITALS.sub(lambda match: _MIXED[match[0]], upper)
