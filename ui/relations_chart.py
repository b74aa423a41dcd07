"""The picture of what lies around a document, for ECharts as Streamlit brings it: types by colour, standing by shape.

Nothing in it is code or HTML: names of documents are drawn as plain words.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from index.doubts import note_doubt, note_unverified
from index.graph import Edge, Node
from index.relation_words import say_kind, say_status
from index.surroundings import Surroundings
from index.validity import Standing, Status
from ingest.days import describe_day
from ui.relations_layout import Point, place_along, place_around
from ui.words import shortened

OTHER_TYPE = "Loại khác"
COLOURS = {
    "Nghị quyết": "#9b1c1f",
    "Chỉ thị": "#b45309",
    "Quy định": "#1d4b86",
    "Quyết định": "#0f766e",
    "Kết luận": "#6d28d9",
    "Hướng dẫn": "#2f7d32",
    "Thông báo": "#a21caf",
    "Kế hoạch": "#0369a1",
    "Luật": "#7c4a2d",
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
TOP, BOTTOM = 70, 40
"""Room above and below the picture, in pixels: the legend stands above."""
_NAMED = 150
"""So many documents have their names beside them; of more the nearest."""
_WORDED = 24
"""So many lines say what they mean; of more the legend does."""
_SIZE, _SMALL = 18, 8
PALE = 0.35
"""How opaque a line is whose relation must be checked."""
_FONT = "'Segoe UI', 'Noto Sans', 'Liberation Sans', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif"
_ROOM, _ROOM_OF_NAME = 0.02, 0.12
"""Part of the timeline that a document takes, without and with its name."""


@dataclass(frozen=True, slots=True)
class Line:
    """All that one document does to another in one manner, drawn once."""

    source: str
    target: str
    kind: str
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn.

    Attributes:
        option: For ``st.echarts_chart``; its nodes and links stand in the order of *nodes* and *lines*.
    """

    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    option: Mapping[str, Any]


def draw_map(found: Surroundings) -> Picture:
    """The center in the middle, the others in circles around it."""
    points = place_around(found)
    where = {key: ({"x": x, "y": y}, "top" if y < -0.2 * abs(x) else "bottom") for key, (x, y) in points.items()}
    roaming = {
        "roam": True,
        "center": [0, 0],
        "zoom": _find_zoom(points.values()),
        "scaleLimit": {"min": 0.3, "max": 20},
    }
    room = {"left": 60, "right": 60, "top": TOP, "bottom": BOTTOM, "preserveAspect": True}
    return _draw(found, found.nodes, where, 0.0, {"layout": "none", **roaming, **room})


def draw_timeline(found: Surroundings) -> Picture:
    """From the oldest on the left to the newest on the right; documents of unknown day are left out."""
    nodes = tuple(node for node in found.nodes if node.date)
    days = [node.date for node in nodes if node.date]
    span = (max(days) - min(days)).days if days else 0
    points = place_along(found, span * (_ROOM_OF_NAME if len(nodes) <= _NAMED else _ROOM))
    where = {
        key: ({"value": [day.isoformat(), row]}, "top" if row > 0 else "bottom") for key, (day, row) in points.items()
    }
    picture = _draw(found, nodes, where, 0.15, {"coordinateSystem": "cartesian2d"})
    return replace(picture, option={**picture.option, **_axes(days)})


def _find_zoom(points: Collection[Point]) -> float:
    """How far away to look, that all *points* are seen with (0, 0) in the middle."""
    zooms = [1.0]
    for along in zip(*points, strict=True):
        if reach := max(map(abs, along)):
            zooms.append((max(along) - min(along)) / (2 * reach))
    return round(min(zooms), 3)


def _axes(days: Sequence[datetime.date]) -> dict[str, Any]:
    margin = datetime.timedelta(days=max(180, (max(days) - min(days)).days // 12)) if days else datetime.timedelta()
    ends = {"min": (min(days) - margin).isoformat(), "max": (max(days) + margin).isoformat()} if days else {}
    label = {"formatter": {"year": "{yyyy}", "month": "{MM}/{yyyy}", "day": "{dd}/{MM}/{yyyy}"}, "hideOverlap": True}
    zoom = {"filterMode": "none", "xAxisIndex": 0}
    return {
        "grid": {"left": 30, "right": 30, "top": 70, "bottom": 90},
        "xAxis": {
            "type": "time",
            **ends,
            "axisLabel": label | {"fontSize": 13},
            "splitLine": {"show": True},
            "axisLine": {"onZero": False},
        },
        "yAxis": {"type": "value", "show": False, "minInterval": 1, "scale": True},
        "dataZoom": [
            {"type": "inside", **zoom},
            {"type": "slider", **zoom, "bottom": 16, "height": 24, "showDetail": False, "brushSelect": False},
        ],
    }


def _draw(
    found: Surroundings,
    nodes: Sequence[Node],
    where: Mapping[str, tuple[Mapping[str, Any], str]],
    bent: float,
    frame: Mapping[str, Any],
) -> Picture:
    """The *nodes*, each *where* it stands, its name on that side of it."""
    types = [kind for kind in COLOURS if any(type_of(node) == kind for node in nodes)]
    lines = gather_lines(found.edges, {node.id for node in nodes})
    small, worded = len(nodes) <= _NAMED, len(lines) <= _WORDED
    series = {
        "type": "graph",
        "selectedMode": "single",
        "categories": [{"name": kind, "itemStyle": {"color": COLOURS[kind]}} for kind in types],
        "data": [
            {**_draw_node(node, found, types), **where[node.id][0], **_name(node, where[node.id][1], place < _NAMED)}
            for place, node in enumerate(nodes)
        ],
        "links": _draw_lines(lines, {node.id: node for node in nodes}, bent),
        "edgeSymbol": ["none", "arrow"],
        "edgeSymbolSize": [0, 9],
        "edgeLabel": {"show": worded, "formatter": "{c}", "fontSize": 12, "color": "#3c3833"},
        "emphasis": {"focus": "adjacency" if small else "none", "scale": 1.2},
        **({} if small else {"labelLayout": {"hideOverlap": True}}),
        **frame,
    }
    legend = {"data": types, "top": 6, "type": "scroll", "icon": "circle", "textStyle": {"fontSize": 14}}
    option = {
        "animation": False,
        "backgroundColor": "#ffffff",
        "textStyle": {"fontFamily": _FONT},
        "tooltip": {"renderMode": "richText", "confine": True, "formatter": "{b}", "textStyle": {"fontSize": 14}},
        "legend": legend | {"itemGap": 20},
        "series": [series],
    }
    return Picture(tuple(nodes), lines, option)


def shape_of(standing: Standing) -> Status:
    """The standing whose outline is drawn: what may have ended is drawn as what is not known."""
    return "unknown" if standing.ended and not standing.sure else standing.status


def type_of(node: Node) -> str:
    """The type as its colour names it."""
    return node.type if node.type in COLOURS else OTHER_TYPE


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
        "symbolSize": 30 if central else _SIZE if len(found.nodes) <= _NAMED else _SMALL,
        "itemStyle": fill | ({"borderColor": "#1c1a18", "borderWidth": 3} if central else {}),
    }


def _describe(node: Node, standing: str) -> list[str]:
    """What is said of a document under the pointer."""
    name = " ".join(filter(None, (node.type, node.number))) if node.number else shortened(node.name)
    day = f" ngày {describe_day(node.date)}" if node.date else ""
    title = [shortened(node.title, most=70)] if node.title else []
    return [f"{name}{day}{note_unverified(node)}", *title, standing]


def _name(node: Node, side: str, named: bool) -> dict[str, Any]:
    """The sign beside the document; without one the beginning of its name."""
    if not named:
        return {}
    drawn = {"fontSize": 13, "color": "#1c1a18", "backgroundColor": "rgba(255,255,255,0.85)", "padding": [1, 3]}
    return {"label": {"show": True, "formatter": _call(node), "position": side, **drawn}}


def gather_lines(edges: Sequence[Edge], ids: set[str]) -> tuple[Line, ...]:
    """One line for what is said several times, as of several clauses; only between *ids*."""
    said: dict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        if edge.source in ids and edge.target in ids:
            said[edge.source, edge.target, edge.kind].append(edge)
    return tuple(Line(*ends, tuple(found)) for ends, found in said.items())


def _draw_lines(lines: Sequence[Line], nodes: Mapping[str, Node], bent: float) -> list[dict[str, Any]]:
    """Each line *bent* so far; those between the same two documents are bent apart."""
    drawn, between = [], defaultdict[frozenset[str], int](int)
    for line in lines:
        ends = frozenset((line.source, line.target))
        bend = bent + 0.18 * ((between[ends] + 1) // 2) * (1 if between[ends] % 2 else -1)
        between[ends] += 1
        stroke = STROKES[line.kind]
        sure = any(edge.sure for edge in line.edges)
        style = {"color": stroke.colour, "type": stroke.dash, "width": stroke.width, "opacity": 0.85 if sure else PALE}
        words = say_kind(line.kind)
        told = f"{_call(nodes[line.source])}: {words.lower()} {_call(nodes[line.target])}{note_doubt(line.edges)}"
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


def _call(node: Node) -> str:
    return node.number or shortened(node.name, most=30)
