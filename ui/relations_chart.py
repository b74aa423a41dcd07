"""The picture of what lies around a document, for ECharts as Streamlit brings it: types by colour, standing by shape.

Nothing in it is code or HTML: names of documents are drawn as plain words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from index.doubts import note_doubt, note_unverified
from index.graph import Edge, Node
from index.relation_words import say_kind, say_status
from index.surroundings import AT_FIRST, Surroundings
from index.validity import Standing, Status
from ingest.days import describe_day
from ingest.language import tr
from ui.words import shortened

OTHER_TYPE = "Loại khác"
COLOURS = {
    "Nghị quyết": "#9b1c1f",  # vi: a type
    "Chỉ thị": "#b45309",  # vi: a type
    "Quy định": "#1d4b86",  # vi: a type
    "Quyết định": "#0f766e",  # vi: a type
    "Kết luận": "#6d28d9",  # vi: a type
    "Hướng dẫn": "#2f7d32",  # vi: a type
    "Thông báo": "#a21caf",  # vi: a type
    "Kế hoạch": "#0369a1",  # vi: a type
    "Luật": "#7c4a2d",  # vi: a type
    OTHER_TYPE: "#5a544d",
}
SHAPES: Mapping[Status, str] = {
    "unknown": "M8 1a7 7 0 1 0 0 14a7 7 0 1 0 0-14Z",
    "in_force": "M2 2H14V14H2Z",
    "amended": "M8 0L16 8L8 16L0 8Z",
    "replaced": "M8 1L16 15H0Z",
    "pending": "M2 1H14L10 8L14 15H2L6 8Z",
    "unissued": "M6 0H10V6H16V10H10V16H6V10H0V6H6Z",
    "repealed": "M3 0L8 5L13 0L16 3L11 8L16 13L13 16L8 11L3 16L0 13L5 8L0 3Z",
}
"""Of each standing the outline, in a square of 16 by 16."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """How the line of a kind of relation is drawn; *dash* is of CSS: ``"solid"``, ``"dashed"``, ``"dotted"``."""

    colour: str
    dash: str
    width: float


STROKES = {
    "based_on": Stroke("#1d4b86", "solid", 2),
    "carries_out": Stroke("#2f7d32", "solid", 2),
    "guides": Stroke("#2f7d32", "dashed", 2),
    "enclosed_with": Stroke("#1d4b86", "dashed", 2),
    "amends": Stroke("#b45309", "dashed", 2.5),
    "supplements": Stroke("#b45309", "dotted", 2.5),
    "replaces": Stroke("#9b1c1f", "solid", 3),
    "repeals": Stroke("#9b1c1f", "dashed", 3),
    "refers_to": Stroke("#8a8278", "solid", 1),
    "continues": Stroke("#6d28d9", "solid", 2),
    "reviews": Stroke("#6d28d9", "dashed", 2),
    "follows": Stroke("#6d28d9", "dotted", 2),
}
MOST_NODES, MOST_EDGES = 2000, 3000
"""Of more a picture shows the nearest: it would answer too slowly, and nobody could read it."""
NAMED = AT_FIRST
"""So many documents have their names beside them; of more the nearest."""
_WORDED = 24
"""So many lines say what they mean; of more the legend does."""
_SIZE, _SMALL = 18, 8
PALE = 0.35
"""How opaque a line is whose relation must be checked."""
_SPARSE: Mapping[str, Any] = {"labelLayout": {"hideOverlap": True}}
_FONT = "'Segoe UI', 'Noto Sans', 'Liberation Sans', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif"
_TOLD = 40
"""Letters of a line under the pointer: a telephone has room for no more."""
_NARROW = 600
"""Charts of at most so many pixels are those of a telephone, higher than wide."""


@dataclass(frozen=True, slots=True)
class Line:
    """All that one document does to another in one manner, drawn once."""

    source: str
    target: str
    kind: str
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """How the documents stand on a screen.

    Attributes:
        places: Id -> its place as ECharts is told, and the side of it on which its name stands; empty on a narrow
            screen for what is drawn there as on a wide one.
        series: What else the series is told.
        option: What is told beside the series.
    """

    places: Mapping[str, tuple[Mapping[str, Any], str]]
    series: Mapping[str, Any]
    option: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn.

    Attributes:
        option: For ``st.echarts_chart``; its nodes and links stand in the order of *nodes* and *lines*.
    """

    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    option: Mapping[str, Any]


def draw_picture(
    found: Surroundings, nodes: Sequence[Node], wide: Layout, narrow: Layout, bent: float = 0.0
) -> Picture:
    """The *nodes* and the lines between them, all lines *bent* so far.

    Names that would stand on one another are left out, the center's last; who looks nearer sees more of them.
    """
    types = [kind for kind in COLOURS if any(type_of(node) == kind for node in nodes)]
    names = [name_type(kind) for kind in types]
    lines = gather_lines(found.edges, {node.id for node in nodes})
    worded = len(lines) <= _WORDED
    series = {
        "type": "graph",
        "selectedMode": "single",
        "categories": [{"name": name_type(kind), "itemStyle": {"color": COLOURS[kind]}} for kind in types],
        "data": _draw_nodes(found, nodes, types, wide),
        "links": _draw_lines(lines, name_signs(nodes), bent),
        "edgeSymbol": ["none", "arrow"],
        "edgeSymbolSize": [0, 9],
        "edgeLabel": {"show": worded, "formatter": "{c}", "fontSize": 12, "color": "#3c3833"},
        "emphasis": {"focus": "adjacency" if len(nodes) <= NAMED else "none", "scale": 1.2},
        **({} if worded else _SPARSE),  # with words on lines ECharts would draw those elsewhere
        **wide.series,
    }
    legend = {"data": names, "top": 6, "type": "scroll", "icon": "circle", "textStyle": {"fontSize": 14}}
    option = {
        "animation": False,
        "backgroundColor": "#ffffff",
        "textStyle": {"fontFamily": _FONT},
        "tooltip": {"renderMode": "richText", "confine": True, "formatter": "{b}", "textStyle": {"fontSize": 14}},
        "legend": legend | {"itemGap": 20},
        "series": [series],
        **wide.option,
    }
    data = {"data": _draw_nodes(found, nodes, types, narrow)} if narrow.places else {}
    upright = {**data, "edgeLabel": {"show": False}, **_SPARSE, **narrow.series}
    told = {"legend": {"show": False}, "series": [upright], **narrow.option}
    option["media"] = [{"query": {"maxWidth": _NARROW}, "option": told}]
    return Picture(tuple(nodes), lines, option)


def _draw_nodes(
    found: Surroundings, nodes: Sequence[Node], types: Sequence[str], layout: Layout
) -> list[dict[str, Any]]:
    places, called = (layout.places[node.id] for node in nodes), name_signs(nodes)
    return [
        {**_draw_node(node, found, types), **place, **_name(called[node.id], side, named=rank < NAMED)}
        for rank, (node, (place, side)) in enumerate(zip(nodes, places, strict=True))
    ]


def shape_of(standing: Standing) -> Status:
    """The standing whose outline is drawn: what may have ended is drawn as what is not known."""
    return "unknown" if standing.ended and not standing.sure else standing.status


def type_of(node: Node) -> str:
    """The type as its colour names it."""
    return node.type if node.type in COLOURS else OTHER_TYPE


def name_type(kind: str) -> str:
    """The type as documents say it; ours is the name of those that have no colour of their own."""
    return tr(kind) if kind == OTHER_TYPE else kind


def _draw_node(node: Node, found: Surroundings, types: Sequence[str]) -> dict[str, Any]:
    """Filled where its text is held, else only its outline."""
    colour, standing = COLOURS[type_of(node)], found.standings[node.id]
    central = node.id == found.center
    fill = {"color": colour} if node.held == "held" else {"color": "#ffffff", "borderColor": colour, "borderWidth": 2}
    return {
        "id": node.id,
        "name": "\n".join(_describe(node, say_status(standing))),
        "category": types.index(type_of(node)),
        "symbol": f"path://{SHAPES[shape_of(standing)]}",
        "symbolSize": 30 if central else _SIZE if len(found.nodes) <= NAMED else _SMALL,
        "itemStyle": fill | ({"borderColor": "#1c1a18", "borderWidth": 3} if central else {}),
    }


def _describe(node: Node, standing: str) -> list[str]:
    """What is said of a document under the pointer."""
    name = " ".join(filter(None, (node.type, node.number))) if node.number else shortened(node.name)
    day = tr(" ngày {day}", day=describe_day(node.date)) if node.date else ""
    title = wrap(shortened(node.title, most=70), _TOLD) if node.title else []
    return [f"{name}{day}{note_unverified(node)}", *title, standing]


def _name(called: str, side: str, named: bool) -> dict[str, Any]:
    """The sign beside the document; without one the beginning of its name."""
    if not named:
        return {}
    drawn = {"fontSize": 13, "color": "#1c1a18", "backgroundColor": "rgba(255,255,255,0.85)", "padding": [1, 3]}
    return {"label": {"show": True, "formatter": called, "position": side, **drawn}}


def gather_lines(edges: Sequence[Edge], ids: set[str]) -> tuple[Line, ...]:
    """One line for what is said several times, as of several clauses; only between *ids*."""
    said: dict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        if edge.source in ids and edge.target in ids:
            said[edge.source, edge.target, edge.kind].append(edge)
    return tuple(Line(*ends, tuple(found)) for ends, found in said.items())


def _draw_lines(lines: Sequence[Line], called: Mapping[str, str], bent: float) -> list[dict[str, Any]]:
    """Each line *bent* so far; those between the same two documents, *called* by id, are bent apart."""
    drawn, between = [], defaultdict[frozenset[str], int](int)
    for line in lines:
        ends = frozenset((line.source, line.target))
        bend = bent + 0.18 * ((between[ends] + 1) // 2) * (1 if between[ends] % 2 else -1)
        between[ends] += 1
        stroke = STROKES[line.kind]
        sure = any(edge.sure for edge in line.edges)
        style = {"color": stroke.colour, "type": stroke.dash, "width": stroke.width, "opacity": 0.85 if sure else PALE}
        words = say_kind(line.kind)
        told = f"{called[line.source]}:\n{words.lower()} {called[line.target]}{note_doubt(line.edges)}"
        drawn.append(
            {
                "source": line.source,
                "target": line.target,
                "value": words,
                "lineStyle": style | ({"curveness": bend} if bend else {}),
                "tooltip": {"formatter": told},
            }
        )
    return drawn


def name_signs(nodes: Iterable[Node]) -> dict[str, str]:
    """Id -> the sign, with the year where several bear it; the beginning of the name of what has none."""
    known = list(nodes)
    borne = Counter(node.number for node in known)
    return {node.id: _call(node, alone=borne[node.number] == 1) for node in known}


def _call(node: Node, alone: bool) -> str:
    if not node.number:
        return shortened(node.name, most=30)
    return node.number if alone or not node.date else f"{node.number} ({node.date.year})"
