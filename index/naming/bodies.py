"""Whether a document was issued by a body, as far as its record says."""

from __future__ import annotations

import re
from functools import cache

from index.naming.issuers import CENTRE, Issuer
from ingest.models import Metadata
from ingest.numbers import parse_number
from ingest.spelling import fold

_CENTRE = ("bo chinh tri", "ban bi thu", "ban chap hanh trung uong")
"""They share the letterhead of the Central Committee and the sign TW; the signer's T/M line tells which."""
_CODES = {
    "tw": "trung uong",
    "tu": "tinh uy",
    "hu": "huyen uy",
    "du": "dang uy",
    "ubkttw": "uy ban kiem tra trung uong",
    "btctw": "ban to chuc trung uong",
    "btgtw": "ban tuyen giao trung uong",
    "bdvtw": "ban dan van trung uong",
    "bnctw": "ban noi chinh trung uong",
    "vptw": "van phong trung uong",
    "ubkttu": "uy ban kiem tra tinh uy",
    "cp": "chinh phu",
    "ttg": "thu tuong chinh phu",
    "ctn": "chu tich nuoc",
    "qh": "quoc hoi",
    "ubtvqh": "uy ban thuong vu quoc hoi",
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "bnv": "bo noi vu",
    "btc": "bo tai chinh",
    "bca": "bo cong an",
    "byt": "bo y te",
}
_LEADING = r"(?:ban chap hanh |ban thuong vu |thuong truc |van kien )?"


def issued_by(body: str, metadata: Metadata) -> bool | None:
    """``None`` where neither letterhead, sign nor signature tells."""
    meant, said = fold(body), _who_issued(metadata)
    if not said:
        return None
    if any(re.match(rf"{_LEADING}{meant}\b", one) for one in said):
        return True
    central = [one for one in said if one.startswith(("trung uong", *_CENTRE))]
    if meant == "trung uong":
        return bool(central)
    if meant in _CENTRE and central:
        told = any(one.startswith(_CENTRE[:2]) for one in central)
        return False if told else None
    provincial = meant == "thanh uy" and said == ["tinh uy"]  # the sign TU is of both
    return None if provincial else False


def may_have_issued(issuer: Issuer, metadata: Metadata) -> bool:
    """Whether nothing that the record says of its issuer differs from what a question says of it."""
    said = _who_issued(metadata)
    if not said:
        return True
    if issuer.body == CENTRE:
        return any("trung uong" in one or one.startswith(_CENTRE) for one in said)
    meant = f"{issuer.body} {issuer.name}".strip()
    if any(re.search(rf"\b{re.escape(meant)}\b", one) for one in said):
        return True
    return not metadata.issuer and any(_COMMITTEES.get(one, one) == _COMMITTEES.get(issuer.body) for one in said)


_COMMITTEES = {"tinh uy": "tinh uy", "thanh uy": "tinh uy", "huyen uy": "huyen uy", "dang uy": "dang uy"}
"""A committee -> the one that its sign stands for: TU is of both a tỉnh ủy and a thành ủy."""


def _who_issued(metadata: Metadata) -> list[str]:
    """Bodies in words, without marks: from the letterhead, the sign, and the power "T/M BỘ CHÍNH TRỊ"."""
    found = [fold(metadata.issuer)] if metadata.issuer else []
    if metadata.number and (code := _body_code(metadata.number)) in _CODES:
        found.append(_CODES[code])
    for part in (metadata.power or "").split(","):
        power = re.match(r"\s*(?:T/M|TM\.?)\s*(.+)", part)
        if power:
            found.append(fold(power[1]).strip())
    return found


@cache
def _body_code(number: str) -> str:
    try:
        return re.sub(r"\d+$", "", fold(parse_number(number).body))
    except ValueError:
        return ""
