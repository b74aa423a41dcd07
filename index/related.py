"""A document's relations for people and for programs: what it does to others, what others do to it, and the words."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from index.describe_validity import CATALOG, name_briefly, say_badge, standing_to_json
from index.graph import Edge, Graph, Node
from index.validity import Standing, find_standing
from ingest.addresses import describe
from ingest.catalog import find_records
from ingest.describe import describe_day
from ingest.errors import NotHeldError
from ingest.numbers import parse_number
from ingest.store import Library

_OUT = {
    "based_on": "Căn cứ",
    "carries_out": "Thực hiện",
    "guides": "Hướng dẫn",
    "amends": "Sửa đổi",
    "supplements": "Bổ sung",
    "replaces": "Thay thế",
    "repeals": "Bãi bỏ",
    "refers_to": "Dẫn",
    "continues": "Tiếp nối",
    "reviews": "Tổng kết",
    "follows": "Tiếp sau",
}
_IN = {
    "based_on": "Là căn cứ của",
    "carries_out": "Được thực hiện bởi",
    "guides": "Được hướng dẫn bởi",
    "amends": "Được sửa đổi bởi",
    "supplements": "Được bổ sung bởi",
    "replaces": "Được thay thế bởi",
    "repeals": "Bị bãi bỏ bởi",
    "refers_to": "Được dẫn bởi",
    "continues": "Được tiếp nối bởi",
    "reviews": "Được tổng kết bởi",
    "follows": "Văn bản tiếp sau",
}
_HELD = {"held": "", "known": "chưa có nguyên văn", "unknown": "chưa có trong thư viện và danh mục"}
_UNSURE = "cần kiểm tra"


@dataclass(frozen=True, slots=True)
class Side:
    """A relation seen from one document.

    Attributes:
        outwards: Whether it is the acting document.
        words: The slice of the text that says so; empty where the catalogue does.
    """

    edge: Edge
    other: Node
    outwards: bool
    words: str


@dataclass(frozen=True, slots=True)
class Related:
    """A document with its relations, those it states first, and whether it stands."""

    node: Node
    standing: Standing
    sides: tuple[Side, ...]


def find_related(library: Library, given: str, hops: int = 1, as_of: datetime.date | None = None) -> list[Related]:
    """The documents that *given* names, the oldest first, then those less than *hops* relations away.

    Args:
        as_of: Tell of the library as it stood on that day, without what was issued later.

    Raises:
        NotHeldError: If neither the library nor the catalogue has one, and no text held cites it.
    """
    graph = Graph(library)
    named = _find_named(library, given)
    if not named:
        raise NotHeldError(
            f"Thư viện và danh mục đều không có “{given}”. Hãy kiểm tra lại số ký hiệu, hoặc thêm tệp văn bản bằng: "
            "python -m ingest add TỆP"
        )
    reached = (node for one in named for node in graph.around(one, hops - 1).nodes)
    further = {node.id for node in reached if not _came_later(node, as_of)} - set(named)
    order = [*(node.id for node in reversed(graph.describe(named))), *(node.id for node in graph.describe(further))]
    return [_relate(graph, library, one, as_of) for one in order]


def _find_named(library: Library, given: str) -> list[str]:
    held = {one.id: one.metadata.number for one in library.documents()}
    try:
        number = str(parse_number(given))
    except ValueError:
        number = ""
    found = [key for key, sign in held.items() if given in (key, sign) or (number and sign == number)]
    records = [one for one in find_records(given) if one.id not in held and not library.citing.find_copies(one)]
    return [*found, *(one.id for one in records)]


def _relate(graph: Graph, library: Library, document_id: str, as_of: datetime.date | None) -> Related:
    around = graph.around(document_id)
    nodes = {node.id: node for node in around.nodes}
    edges = (one for one in around.edges if not any(_came_later(nodes[end], as_of) for end in (one.source, one.target)))
    sides = [_look_from(document_id, edge, nodes, library) for edge in edges]
    ordered = sorted(sides, key=lambda side: (not side.outwards, list(_OUT).index(side.edge.kind), side.other.id))
    return Related(nodes[document_id], find_standing(document_id, around, as_of), tuple(ordered))


def _came_later(node: Node, as_of: datetime.date | None) -> bool:
    return bool(as_of and node.date and node.date > as_of)


def _look_from(document_id: str, edge: Edge, nodes: Mapping[str, Node], library: Library) -> Side:
    outwards = edge.source == document_id
    words = library.read_slice(edge.said_in, edge.start, edge.end) if edge.said_in else ""
    return Side(edge, nodes[edge.target if outwards else edge.source], outwards, words)


# --- for people ----------------------------------------------------------------------------------------------


def say_related(found: Sequence[Related]) -> str:
    """Each document, whether it stands, and its relations with the words that say so."""
    return "\n\n".join("\n".join(_say(one)) for one in found)


def _say(related: Related) -> Iterable[str]:
    yield _call(related.node, related.node.name)
    yield f"  {say_badge(name_briefly(related.node), related.standing)}"
    if not related.sides:
        yield "  Chưa thấy văn bản nào có quan hệ với văn bản này."
    for side in related.sides:
        label = (_OUT if side.outwards else _IN)[side.edge.kind]
        own = "" if side.outwards else " của văn bản này"
        place = f", {describe(side.edge.clause)}{own}" if side.edge.clause else ""
        doubt = "" if side.edge.sure else f" ({_UNSURE})"
        yield f"  {label}: {_call(side.other)}{place}{doubt}"
        yield f"    “{' '.join(side.words.split())}”" if side.words else f"    theo {CATALOG}"


def _call(node: Node, name: str = "") -> str:
    """By type and sign, where it has them: its title is long, and told where it is the subject."""
    name = name or (f"{node.type} số {node.number}" if node.type and node.number else node.name)
    day = f" ngày {describe_day(node.date)}" if node.date else ""
    held = f" [{_HELD[node.held]}]" if _HELD[node.held] else ""
    return f"{name}{day}{held}"


# --- for programs --------------------------------------------------------------------------------------------


def related_to_json(found: Sequence[Related]) -> dict[str, Any]:
    """The stable form of ``related --json``."""
    return {"documents": [_related_to_json(one) for one in found]}


def _related_to_json(related: Related) -> dict[str, Any]:
    return {
        "document": related.node.id,
        "number": related.node.number,
        "date": _day(related.node.date),
        "title": related.node.title,
        "held": related.node.held,
        **standing_to_json(name_briefly(related.node), related.standing),
        "relations": [_side_to_json(side) for side in related.sides],
    }


def _side_to_json(side: Side) -> dict[str, Any]:
    edge, other = side.edge, side.other
    said = {"document": edge.said_in, "start": edge.start, "end": edge.end, "text": side.words}

    return {
        "kind": edge.kind,
        "direction": "out" if side.outwards else "in",
        "document": other.id,
        "number": other.number,
        "date": _day(other.date),
        "title": other.title,
        "clause": edge.clause,
        "sure": edge.sure,
        "evidence": said if edge.said_in else {"catalogue": True},
    }


def _day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
