"""A search as a reader has set it, and as the query of a link that sets it again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode

from index.query import EVERYTHING, Scope
from index.searching.facets import KEYS, Choice
from index.searching.values import Order

_TYPED, _ORDER, _GROUPED, _PAGE, _LITERAL, _UNBOUND = "q", "sap", "gop", "trang", "nhu-go", "moi-van-ban"
_BY_DATE, _YES = "ngay", "1"


@dataclass(frozen=True, slots=True)
class Request:
    """A search.

    Attributes:
        typed: As typed.
        chosen: What the results are narrowed by, in the order of choosing.
        grouped: Whether they are gathered by document.
        page: From 1.
        literal: Whether it is taken as typed.
        unbound: Whether the conditions that it binds itself to are lifted.
    """

    typed: str
    chosen: tuple[Choice, ...] = ()
    order: Order = "relevance"
    grouped: bool = False
    page: int = 1
    literal: bool = False
    unbound: bool = False

    @property
    def scope(self) -> Scope:
        """Which documents are looked at."""
        return Scope(unbound=True) if self.unbound else EVERYTHING


def write_address(request: Request) -> str:
    """The query of a link: equal for searches that show the same, whatever the order of choosing."""
    flags = (
        (_ORDER, _BY_DATE if request.order == "date" else ""),
        (_GROUPED, _YES if request.grouped else ""),
        (_LITERAL, _YES if request.literal else ""),
        (_UNBOUND, _YES if request.unbound else ""),
        (_PAGE, str(request.page) if request.page > 1 else ""),
    )
    return urlencode([(_TYPED, request.typed), *sorted(request.chosen), *(one for one in flags if one[1])])


def read_address(address: str) -> Request | None:
    """The way back; ``None`` where nothing is searched for. What is unknown or out of form is passed over."""
    return read_query(parse_qs(address, keep_blank_values=True, errors="replace"))


def read_query(query: Mapping[str, Sequence[str]]) -> Request | None:
    """The same of a query that was taken apart: name -> its values."""
    typed = "".join(query.get(_TYPED, ("",))[-1:]).strip()
    if not typed:
        return None
    chosen = dict.fromkeys((key, value) for key in KEYS for value in query.get(key, ()) if value)

    def last(name: str) -> str:
        return "".join(query.get(name, ())[-1:])

    page = last(_PAGE)
    return Request(
        typed,
        tuple(chosen),
        "date" if last(_ORDER) == _BY_DATE else "relevance",
        last(_GROUPED) == _YES,
        int(page) if page.isascii() and page.isdecimal() and 0 < len(page) < 7 and int(page) else 1,
        last(_LITERAL) == _YES,
        last(_UNBOUND) == _YES,
    )
