"""A document's relations for people and for programs: what it does to others, what others do to it, and the words."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from index.acting import find_head
from index.as_of import TOLD_LATER, came_later, edge_counts
from index.brief_names import name_briefly
from index.describe_changes import CATALOG
from index.describe_validity import say_badge, standing_to_json
from index.doubts import find_unverified, name_node, note_doubt
from index.graph import Edge, Graph, Neighbourhood, Node
from index.judging import judge
from index.parts import say_part
from index.validity import Standing, is_coming
from ingest.addresses import describe
from ingest.catalog import find_records
from ingest.errors import NotHeldError
from ingest.language import tr
from ingest.mentions import CitedAs
from ingest.numbers import read_number
from ingest.store import Library

KINDS_OUT = {
    "based_on": "Căn cứ",
    "carries_out": "Thực hiện",
    "guides": "Hướng dẫn",
    "enclosed_with": "Kèm theo",
    "amends": "Sửa đổi",
    "supplements": "Bổ sung",
    "replaces": "Thay thế",
    "repeals": "Bãi bỏ",
    "refers_to": "Dẫn",
    "continues": "Tiếp nối",
    "reviews": "Tổng kết",
    "follows": "Tiếp sau",
}
KINDS_IN = {
    "based_on": "Là căn cứ của",
    "carries_out": "Được thực hiện bởi",
    "guides": "Được hướng dẫn bởi",
    "enclosed_with": "Có văn bản kèm theo",
    "amends": "Được sửa đổi bởi",
    "supplements": "Được bổ sung bởi",
    "replaces": "Được thay thế bởi",
    "repeals": "Bị bãi bỏ bởi",
    "refers_to": "Được dẫn bởi",
    "continues": "Được tiếp nối bởi",
    "reviews": "Được tổng kết bởi",
    "follows": "Văn bản tiếp sau",
}
_FARTHER = "Còn {count} văn bản ở xa hơn chưa nêu; hãy xem riêng từng văn bản."
_NOWHERE = (
    "Thư viện và danh mục đều không có “{given}”, cũng không văn bản nào nói đến. "
    "Hãy kiểm tra lại số ký hiệu, hoặc thêm tệp văn bản bằng: python -m ingest add TỆP"
)
_HELD = {"held": "", "known": "chưa có nguyên văn", "unknown": "chưa có trong thư viện và danh mục"}


@dataclass(frozen=True, slots=True)
class Side:
    """A relation seen from one document.

    Attributes:
        outwards: Whether it is the acting document.
        words: The slice of the text that says so; empty where the catalogue does.
        told_later: The document whose text it is, where that was issued after the day that is asked of.
        told_by: The document whose text it is, where that is neither of the two.
        head: The line above the words, where those are an item of a list and that line says what is done.
        coming: Whether it is a change that holds only after the day that is asked of.
    """

    edge: Edge
    other: Node
    outwards: bool
    words: str
    told_later: Node | None = None
    told_by: Node | None = None
    head: str = ""
    coming: bool = False


@dataclass(frozen=True, slots=True)
class Related:
    """A document with its relations, those it states first, and whether it stands.

    Attributes:
        left_out: How many documents further away there was no room to tell of.
    """

    node: Node
    standing: Standing
    sides: tuple[Side, ...]
    left_out: int = 0


def find_related(library: Library, given: str, hops: int = 1, as_of: datetime.date | None = None) -> list[Related]:
    """The documents that *given* names, the oldest first, then those less than *hops* relations away.

    Args:
        as_of: Tell of the library as it stood on that day, without what was issued later.

    Raises:
        NotHeldError: If neither the library nor the catalogue has one, and no text speaks of one.
    """
    graph = Graph(library)
    named = find_named(library, graph, given)
    circles = {one: graph.around(one, hops - 1) for one in named}
    further = {key for circle in circles.values() for key in _find_reached(graph, circle, as_of)} - set(named)
    order = [*(node.id for node in reversed(graph.describe(named))), *(node.id for node in graph.describe(further))]
    left_out = {one: circle.left_out for one, circle in circles.items()}
    return [replace(_relate(graph, library, one, as_of), left_out=left_out.get(one, 0)) for one in order]


def _find_reached(graph: Graph, circle: Neighbourhood, as_of: datetime.date | None) -> set[str]:
    """Ids of the documents that relations which count on the day *as_of* join to the center."""
    nodes = graph.with_tellers(circle.nodes, circle.edges)
    joined = [{edge.source, edge.target} for edge in circle.edges if edge_counts(edge, nodes, as_of)]
    reached = {circle.center}
    while ahead := {end for ends in joined if ends & reached for end in ends} - reached:
        reached |= ahead
    return reached


def find_named(library: Library, graph: Graph, given: str) -> list[str]:
    """Ids of the documents that *given* names, held or catalogued; where none is, those that only texts speak of.

    Raises:
        NotHeldError: If there is none.
    """
    sign = read_number(given)
    candidates = library.citing.find_candidates(CitedAs(number=str(sign) if sign else given))
    found = [*library.find_records([given]), *(one.id for one in candidates if one.held)]
    found += [one.id for one in find_records(given) if not library.citing.find_copies(one)]
    found = found or graph.find_cited(given)
    if not found:
        raise NotHeldError(tr(_NOWHERE, given=given))
    return list(dict.fromkeys(found))


def _relate(graph: Graph, library: Library, document_id: str, as_of: datetime.date | None) -> Related:
    around = graph.around(document_id, limit=None)
    nodes = graph.with_tellers(around.nodes, around.edges)
    edges = [one for one in around.edges if edge_counts(one, nodes, as_of)]
    sides = [_look_from(document_id, edge, nodes, library, as_of) for edge in edges]
    ordered = sorted(sides, key=lambda side: (not side.outwards, list(KINDS_OUT).index(side.edge.kind), side.other.id))
    (standing,) = judge(graph, [document_id], graph.find_changes([document_id]), as_of).values()
    return Related(nodes[document_id], standing, tuple(ordered))


def _look_from(
    document_id: str, edge: Edge, nodes: Mapping[str, Node], library: Library, as_of: datetime.date | None
) -> Side:
    outwards = edge.source == document_id
    teller = nodes.get(edge.said_in or "")
    later = teller if came_later(teller, as_of) else None
    other, words = nodes[edge.target if outwards else edge.source], read_words(library, edge)
    third = teller if edge.said_in not in (edge.source, edge.target) else None
    coming = is_coming(edge, nodes[edge.source], as_of)
    return Side(edge, other, outwards, words, later, third, find_head(library, edge, words), coming)


def read_words(library: Library, edge: Edge) -> str:
    """The slice of the text that says so; empty where the catalogue does."""
    return library.read_slice(edge.said_in, edge.start, edge.end) if edge.said_in else ""


# --- for people ----------------------------------------------------------------------------------------------


def say_related(found: Sequence[Related]) -> str:
    """Each document, whether it stands, and its relations with the words that say so."""
    return "\n\n".join("\n".join(_say(one)) for one in found)


def _say(related: Related) -> Iterable[str]:
    yield call(related.node, related.node.name)
    yield f"  {say_badge(name_briefly(related.node), related.standing)}"
    if not related.sides:
        yield f"  {tr('Chưa thấy văn bản nào có quan hệ với văn bản này.')}"
    for side in related.sides:
        label = say_coming(tr((KINDS_OUT if side.outwards else KINDS_IN)[side.edge.kind]), coming=side.coming)
        own = "" if side.outwards else tr(" của văn bản này")
        part = describe(side.edge.clause) if side.edge.clause else say_part(side.edge, side.words)
        place = f", {part}{own}" if part else ""
        yield f"  {label}: {call(side.other)}{place}{note_doubt([side.edge])}"
        head = f"{say_source(side.head)} " if side.head else ""
        yield f"    {head}{say_source(side.words)}{_say_teller(side)}"
    if related.left_out:
        yield f"  {tr(_FARTHER, count=related.left_out)}"


def say_coming(label: str, *, coming: bool) -> str:
    """The *label* of a relation, said of days to come where it is *coming*: ``"Sẽ được thay thế bởi"``."""
    return tr("Sẽ {done}", done=f"{label[0].lower()}{label[1:]}") if coming else label


def _say_teller(side: Side) -> str:
    """Whose words they are, where they are not those of the two documents, or were written after the day asked of."""
    teller = side.told_by or side.told_later
    if teller is None:
        return ""
    if side.told_later:
        return tr(" (theo {name}, {later})", name=call(teller), later=tr(TOLD_LATER))
    return tr(" (theo {name})", name=call(teller))


def say_source(words: str) -> str:
    """The *words* of a text in one line, or that the catalogue says it."""
    return f"“{' '.join(words.split())}”" if words else tr("theo {source}", source=tr(CATALOG))


def call(node: Node, name: str = "") -> str:
    """As :func:`name_node`, and what of it there is: its title is long, and told where it is the subject."""
    held = f" [{tr(_HELD[node.held])}]" if _HELD[node.held] else ""
    return f"{name_node(node, name)}{held}"


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
        "unverified": find_unverified(related.node),
        "held": related.node.held,
        **standing_to_json(name_briefly(related.node), related.standing),
        "relations": [_side_to_json(side) for side in related.sides],
        "left_out": related.left_out,
    }


def source_to_json(edge: Edge, words: str) -> dict[str, Any]:
    """Who says so: the slice of a text, or the catalogue."""
    said = {"document": edge.said_in, "start": edge.start, "end": edge.end, "text": words}
    return {"evidence": said if edge.said_in else {"catalogue": True}}


def _side_to_json(side: Side) -> dict[str, Any]:
    edge, other = side.edge, side.other
    return {
        "kind": edge.kind,
        "direction": "out" if side.outwards else "in",
        "document": other.id,
        "number": other.number,
        "date": _day(other.date),
        "title": other.title,
        "unverified": find_unverified(other),
        "clause": edge.clause,
        "whole": edge.whole,
        "sure": edge.sure,
        "coming": side.coming,
        "told_later": side.told_later is not None,
        **source_to_json(edge, side.words),
        "head": side.head or None,
    }


def _day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None
