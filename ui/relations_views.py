"""The two pictures of what lies around a document: in circles around it, and along the years.

Each stands in two ways: lying on a wide screen, upright on that of a telephone, where one finger scrolls the page
past the picture and two look nearer.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from index.surroundings import Surroundings
from ui.relations_chart import NAMED, Layout, Picture, draw_picture
from ui.relations_layout import LYING, UPRIGHT, Point, place_along, place_around

Ends = tuple[datetime.date, datetime.date]
"""First and last day of the timeline."""
TOP, BOTTOM = 70, 40
"""Room above and below the picture, in pixels: the legend stands above."""
_ROOM, _ROOMS_OF_NAME, _ROOMS_UPRIGHT = 0.02, (0.12, 0.06, 0.03), (0.3, 0.15, 0.07)
"""Part of the timeline that a document takes, without its name and with it, there and on a narrow screen."""
_MOST_ROWS = 18
"""Of more a timeline has no room for names: then documents take less of it, and fewer are named."""
_BEYOND = 0.9
"""Rows that the timeline reaches beyond its first and last: there stand their names."""


def draw_map(found: Surroundings) -> Picture:
    """The center in the middle, the others in circles around it."""
    wide = _lay_around(found, LYING, {"roam": True, "left": 60, "right": 60, "top": TOP, "bottom": BOTTOM})
    room = {"roam": "scale", "left": 45, "right": 45, "top": 30, "bottom": 30}
    narrow = _lay_around(found, UPRIGHT, room) if len(found.nodes) <= NAMED else Layout({}, room, {})
    return draw_picture(found, found.nodes, wide, narrow)


def _lay_around(found: Surroundings, widen: float, room: Mapping[str, Any]) -> Layout:
    points = place_around(found, widen)
    places = {key: ({"x": x, "y": y}, "top" if y < -0.2 * abs(x) else "bottom") for key, (x, y) in points.items()}
    looking = {"center": [0, 0], "zoom": _find_zoom(points.values()), "scaleLimit": {"min": 0.3, "max": 20}}
    return Layout(places, {"layout": "none", "preserveAspect": True, **looking, **room}, {})


def _find_zoom(points: Collection[Point]) -> float:
    """How far away to look, that all *points* are seen with (0, 0) in the middle."""
    zooms = [1.0]
    for along in zip(*points, strict=True):
        if reach := max(map(abs, along)):
            zooms.append((max(along) - min(along)) / (2 * reach))
    return round(min(zooms), 3)


def draw_timeline(found: Surroundings) -> Picture:
    """From the oldest on the left to the newest on the right; documents of unknown day are left out."""
    nodes = tuple(node for node in found.nodes if node.date)
    days = [node.date for node in nodes if node.date]
    if not days:
        return draw_picture(found, (), Layout({}, {}, {}), Layout({}, {}, {}))
    margin = datetime.timedelta(days=max(180, (max(days) - min(days)).days // 12))
    ends = min(days) - margin, max(days) + margin
    named = len(nodes) <= NAMED
    grid = {"left": 30, "right": 30, "top": 70, "bottom": 90}
    wide = _lay_along(found, ends, _ROOMS_OF_NAME if named else (_ROOM,), {"grid": grid})
    passing = {"moveOnMouseMove": False, "preventDefaultMouseMove": False}
    looking = {"grid": {"left": 25, "right": 25, "top": 20}, "dataZoom": [passing]}
    narrow = _lay_along(found, ends, _ROOMS_UPRIGHT, looking) if named else Layout({}, {}, looking)
    wide = Layout(wide.places, {"coordinateSystem": "cartesian2d"}, {**wide.option, **_draw_axis(ends)})
    return draw_picture(found, nodes, wide, narrow, bent=0.15)


def _lay_along(found: Surroundings, ends: Ends, rooms: Sequence[float], option: Mapping[str, Any]) -> Layout:
    """*rooms* are the parts of the axis that a document may take, the widest first."""
    for room in rooms:
        points = place_along(found, (ends[1] - ends[0]).days * room)
        rows = [row for _, row in points.values()]
        if max(rows) - min(rows) < _MOST_ROWS:
            break
    places = {
        key: ({"value": [day.isoformat(), row]}, "top" if row > 0 else "bottom") for key, (day, row) in points.items()
    }
    height = {"type": "value", "show": False, "min": min(rows) - _BEYOND, "max": max(rows) + _BEYOND}
    return Layout(places, {}, {"yAxis": height, **option})


def _draw_axis(ends: Ends) -> dict[str, Any]:
    """The years, and the strip by which one looks at fewer of them."""
    first, last = ends
    label = {"formatter": {"year": "{yyyy}", "month": "{MM}/{yyyy}", "day": "{dd}/{MM}/{yyyy}"}, "hideOverlap": True}
    zoom = {"filterMode": "none", "xAxisIndex": 0}
    return {
        "xAxis": {
            "type": "time",
            "min": first.isoformat(),
            "max": last.isoformat(),
            "axisLabel": label | {"fontSize": 13},
            "splitLine": {"show": True},
            "axisLine": {"onZero": False},
        },
        "dataZoom": [
            {"type": "inside", **zoom},
            {"type": "slider", **zoom, "bottom": 16, "height": 24, "showDetail": False, "brushSelect": False},
        ],
    }
