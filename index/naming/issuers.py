"""The body that issued a named document, as a question says it behind the sign: "351 của Tỉnh ủy Kiên Hưng"."""

from __future__ import annotations

from dataclasses import dataclass, field

from index.naming.typed import Typed
from ingest.patterns.pattern import UPPER, define
from ingest.spelling import fold

CENTRE = "trung uong"
"""Stands for every central organ: their documents share the sign TW, and people mix them."""

_ORGAN = (
    r"(?:(?:ban\s+(?:chap\s+hanh|thuong\s+vu|to\s+chuc|tuyen\s+giao|dan\s+van|noi\s+chinh)|thuong\s+truc|van\s+phong"
    r"|uy\s+ban\s+kiem\s+tra)\s+)?"
)
ISSUER_AFTER = define(
    rf"^\s*[,(]?\s*(?:(?:do|cua|tu)\s+)?(?P<said>"
    r"(?P<central>bo\s+chinh\s+tri|ban\s+bi\s+thu|(?:ban\s+chap\s+hanh\s+)?trung\s+uong(?:\s+dang)?|bct|bbt|bchtw)"
    rf"|{_ORGAN}(?P<committee>(?:tinh|thanh|huyen|thi|quan|dang)\s+uy|dang\s+bo\s+(?:tinh|huyen|thanh\s+pho)))(?![a-z])",
    " cua tinh uy",
    " huyen uy",
    ", ban thuong vu tinh uy",
    " cua bo chinh tri",
    not_in=(" cua nhan dan", " tinh uyen", " ve huyen uy"),
)
_GOES_ON = (
    r"(?:con|co|da|duoc|bi|thay|bai|huy|sua|bo|vien|can|quy|noi|ngay|nam(?=\s+\d)|ve|la|thi|nao|khong|chua|het|hien|dang|van"
    r"|huong|trien|thuc|thi\s+hanh|cu(?=\s+the)|khac|va|voi|so|giong|gom|ban|do|ma|neu|nhac|dan|dua|tong|tiep|ap|moi|hay"
    r"|hoac|o|tai|trong|theo|cho|de|gi|ra|xem|tu|den|nay|ko|k|giao|yeu|de\s+ra|ky)(?![a-z])"
)
# The name of a place typed in small letters ends before what is asked.
PLACE_NAME = define(
    rf"^\s+(?P<name>(?!{_GOES_ON})[a-z]+(?:\s+(?:-\s+)?(?!{_GOES_ON})[a-z]+){{0,4}})(?=\s*(?:$|[,;.?!)])|\s+(?:{_GOES_ON}|\d))",
    " lam hai con hieu luc khong",
    " song tra",
    " quang nam thay the van ban nao",
    not_in=(" con hieu luc", " thuc hien nghi quyet nao", " ve to chuc"),
)
# Capitals say where the name ends by themselves; over the text as typed.
CAPITAL_NAME = define(
    rf"^\s+(?P<name>[{UPPER}]\w*(?:\s+(?:-\s+)?[{UPPER}]\w*){{0,4}})",
    " Kiên Hưng thay thế văn bản nào",
    " Bà Rịa - Vũng Tàu còn",
    not_in=(" kiên hưng", " thay thế"),
)


@dataclass(frozen=True, slots=True)
class Issuer:
    """A body that issued, as said.

    Attributes:
        body: Without marks: ``"tinh uy"``, :data:`CENTRE`.
        name: Of its place, without marks: ``"kien hung"``; empty where none is said.
        sure: Whether capitals leave no doubt that the name is one.
        start: Where its words begin in the text that was read.
        end: One past their last character.
        words: As typed, without what links them: ``"Tỉnh ủy Kiên Hưng"``.
    """

    body: str
    name: str = ""
    sure: bool = field(default=True, compare=False)
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)
    words: str = field(default="", compare=False)


def read_issuer(typed: Typed, at: int) -> Issuer | None:
    """The issuer that is said at *at*; ``None`` where something else follows."""
    found = ISSUER_AFTER.regex.search(typed.bare[at:])
    if found is None:
        return None
    end, said = at + found.end(), at + found.start("said")
    if found["central"]:
        return Issuer(CENTRE, "", True, at, end, typed.text[said:end])
    committee = " ".join(found["committee"].split())
    capital, place = CAPITAL_NAME.regex.search(typed.text[end:]), PLACE_NAME.regex.search(typed.bare[end:])
    name = capital or place
    last = end + name.end("name") if name else end
    named = " ".join(fold(name["name"]).split()) if name else ""
    sure = capital is not None or name is None
    return Issuer(_COMMITTEES.get(committee, committee), named, sure, at, last, typed.text[said:last])


_COMMITTEES = {"dang bo tinh": "tinh uy", "dang bo huyen": "huyen uy", "dang bo thanh pho": "thanh uy"}
