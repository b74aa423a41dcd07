"""``"102-QĐ/TW"`` <-> :class:`DocumentNumber`, in all the ways a sign is written."""

from __future__ import annotations

import re

from ingest.models import DocumentNumber
from ingest.patterns import LAW_SIGN, SIGN

_KINDS = {"qđi": "QĐi", "qyđ": "QyĐ", "ctr": "CTr", "ttr": "TTr", "qd": "QĐ", "nd": "NĐ"}
_CENTRAL = re.compile(r"^T\.?[ƯUW]\.?$")
_PARTY_BODY = re.compile(r"^(?:.*(?:TW|TU)|HU|ThU|TxU|QU|ĐU\w*|CB|ĐH|UBKT\w*|VPĐU|VPQU|BCSĐ\w*|ĐĐ\w*)$")
_STATE_BODY = re.compile(r"^(?:CP|TTg|CTN|QH\d*|UBND\w*|HĐND\w*|HĐTP|VPCP|VPQH|NHNN|TTCP|KTNN)\b")
_JOINTS = re.compile(r"\s*[-–—‑]\s*")


def parse_number(raw: str) -> DocumentNumber:
    """Read one document number; spacing, case and look-alike letters are forgiven.

    >>> str(parse_number("102 – qđ/tw"))
    '102-QĐ/TW'

    Raises:
        ValueError: If *raw* is not exactly one number.
    """
    text = _JOINTS.sub("-", raw.strip().replace("Ð", "Đ").replace("ð", "đ")).upper()
    law = LAW_SIGN.regex.fullmatch(text)
    if law:
        return DocumentNumber(law["ordinal"], "", law["body"], law["year"], party=False)
    match = SIGN.regex.fullmatch(_restore_mixed_case(text))
    if not match:
        raise ValueError(f"not a document number: {raw!r}")
    return read_sign(match)


def read_sign(match: re.Match[str]) -> DocumentNumber:
    """The number that a match of ``SIGN`` or ``LAW_SIGN`` stands for."""
    parts = match.groupdict()
    year, kind, body = parts.get("year") or "", parts.get("kind") or "", _read_body(parts["body"])
    if not kind:
        return DocumentNumber(parts["ordinal"], "", body, year, party=False)
    kind = _KINDS.get(kind.lower(), kind)
    return DocumentNumber(parts["ordinal"], kind, body, year, party=not year and _is_party(body, match[0]))


def _read_body(raw: str) -> str:
    body = _JOINTS.sub("-", raw.rstrip(".&-– "))
    if _CENTRAL.match(body) and body != "TU":  # TU is the provincial committee, never the centre
        return "TW"
    return body.replace("TƯ", "TW")


def _is_party(body: str, sign: str) -> bool:
    """By the body where it tells; else by the joints: BCT is a ministry in 05/CT-BCT, Bộ Chính trị in 05-CT/BCT."""
    if _PARTY_BODY.match(body):
        return True
    if _STATE_BODY.match(body):
        return False
    return "/" in sign and ("-" not in sign or sign.index("/") > sign.index("-"))


def _restore_mixed_case(upper: str) -> str:
    """Codes that are not all capitals, after the typed case was given up."""
    for code in ("QĐi", "QyĐ", "CTr", "TTr", "ThU", "TxU", "TTg"):
        upper = re.sub(rf"(?<![A-ZĐ]){code.upper()}(?![A-ZĐƯ])", code, upper)
    return upper
