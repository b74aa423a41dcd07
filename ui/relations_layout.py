"""Where the documents of a picture stand: in circles around the one asked about, or along the years."""

from __future__ import annotations

import datetime
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from index.graph import Node
from index.surroundings import Surroundings

Point = tuple[float, float]
_SPACE, _STEP, _RING = 90.0, 46.0, 190.0
"""Room of a document along its circle, between close circles, and between those of one distance and the next."""
LYING, UPRIGHT = 1.45, 0.55
"""Width of the circles, of their height: screens are wider than high, those of telephones higher than wide."""


def place_around(found: Surroundings, widen: float = LYING) -> dict[str, Point]:
    """The center at (0, 0), what is one relation away on the first circle, and so on outwards.

    On the first circle relations of one kind stand together; on the others each document stands as near as there is
    room to one that leads to it. A circle with many documents is drawn as several close ones.

    Args:
        widen: Width of the circles, of their height.
    """
    leading = _find_leading(found)
    rings: dict[int, list[Node]] = defaultdict(list)
    for node in found.nodes:
        rings[found.distances[node.id]].append(node)
    angles, points, radius = {found.center: 0.0}, {found.center: (0.0, 0.0)}, 0.0
    for distance in sorted(rings.keys() - {0}):
        inner = radius + _RING
        ring = sorted(rings[distance], key=lambda node: _stand(node.id, leading, angles))
        outer = math.sqrt(inner**2 + len(ring) * _SPACE * _STEP / math.pi)
        bands = max(1, math.ceil((outer - inner) / _STEP))
        wanted = [angles[leading[node.id][0]] for node in ring]
        turned = _spread(wanted, _SPACE / (inner * bands)) if distance > 1 else _turn_evenly(math.pi / 2, len(ring))
        for place, (node, angle) in enumerate(zip(ring, turned, strict=True)):
            angles[node.id] = angle
            away = inner + (place % bands) * _STEP
            points[node.id] = (round(widen * away * math.sin(angle), 1), round(-away * math.cos(angle), 1))
        radius = inner + (bands - 1) * _STEP
    return points


def _stand(key: str, leading: Mapping[str, tuple[str, int]], angles: Mapping[str, float]) -> tuple[float, int]:
    parent, place = leading[key]
    return angles[parent], place


def place_along(found: Surroundings, room_days: float) -> dict[str, tuple[datetime.date, int]]:
    """Day and row of every document whose day is known; the center in row 0.

    Args:
        room_days: How far apart two documents of one row must be at least.
    """
    dated = [(node.id, node.date) for node in found.nodes if node.date]
    taken: dict[int, list[datetime.date]] = defaultdict(list)
    points = {}
    for key, day in dated:
        row = next(row for row in _rows() if all(abs((day - other).days) >= room_days for other in taken[row]))
        taken[row].append(day)
        points[key] = (day, row)
    return points


def _rows() -> Iterator[int]:
    """0, 1, -1, 2, -2 …"""
    yield 0
    for row in count(1):
        yield row
        yield -row


def _find_leading(found: Surroundings) -> Mapping[str, tuple[str, int]]:
    """For each document one that is a relation nearer to the center, and the place of that relation among all."""
    leading: dict[str, tuple[str, int]] = {}
    for place, edge in enumerate(found.edges):
        for one, other in ((edge.source, edge.target), (edge.target, edge.source)):
            if found.distances[one] == found.distances[other] + 1:
                leading.setdefault(one, (other, place))
    return leading


def _spread(wanted: Sequence[float], least: float) -> list[float]:
    """Angles as near as can be to *wanted*, which grow, each at least *least* after the one before.

    Where the circle has not the room for that, they stand evenly around it.
    """
    runs: list[tuple[float, int]] = []
    for place, angle in enumerate(wanted):
        total, many = angle - place * least, 1
        while runs and runs[-1][0] / runs[-1][1] > total / many:
            before = runs.pop()
            total, many = total + before[0], many + before[1]
        runs.append((total, many))
    means = [total / many for total, many in runs for _ in range(many)]
    turned = [mean + place * least for place, mean in enumerate(means)]
    return turned if turned[-1] - turned[0] <= 2 * math.pi - least else _turn_evenly(wanted[0], len(wanted))


def _turn_evenly(first: float, many: int) -> list[float]:
    return [first + place * 2 * math.pi / many for place in range(many)]
