"""The picture of what lies around a document: where all stand, how each is drawn, nothing of it code."""

from __future__ import annotations

import datetime
import itertools
import json
import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any, get_args

import pytest

from index.graph import Edge
from index.relation_words import KINDS
from index.surroundings import Surroundings
from index.validity import Standing, Status
from tests.surrounded import surround
from ui.relations_chart import SHAPES, STROKES, Picture, gather_lines, shape_of
from ui.relations_layout import place_along, place_around
from ui.relations_views import draw_map, draw_timeline

DAY = datetime.date(2015, 4, 5)


def star(count: int, further: int = 0) -> dict[str, int]:
    return {"a": 0} | {f"n{place}": 1 for place in range(count)} | {f"m{place}": 2 for place in range(further)}


def rays(count: int, further: int = 0) -> list[Edge]:
    near = [Edge("a", f"n{place}", "based_on") for place in range(count)]
    return near + [Edge(f"n{place % count}", f"m{place}", "refers_to") for place in range(further)]


def test_every_standing_has_a_shape_and_every_relation_a_line_of_its_own() -> None:
    assert set(SHAPES) == set(get_args(Status))
    assert len(set(SHAPES.values())) == len(SHAPES)
    assert set(STROKES) == set(KINDS)
    assert len({(stroke.colour, stroke.dash) for stroke in STROKES.values()}) == len(STROKES)


@pytest.mark.parametrize(
    ("near", "further"),
    [
        pytest.param(1, 0, id="one"),
        pytest.param(3, 4, id="few"),
        pytest.param(40, 60, id="many"),
        pytest.param(3, 400, id="a-crowd-behind-few"),
        pytest.param(500, 1500, id="as-many-as-are-drawn"),
    ],
)
def test_no_two_documents_stand_in_one_place_and_the_nearer_stand_further_in(near: int, further: int) -> None:
    found = surround(star(near, further), *rays(near, further))
    points = place_around(found)
    assert points.keys() == found.distances.keys()
    assert points["a"] == (0, 0)
    away = {key: math.hypot(x / 1.45, y) for key, (x, y) in points.items()}
    inner = [away[key] for key, distance in found.distances.items() if distance == 1]
    assert all(max(inner) < away[key] for key, distance in found.distances.items() if distance == 2)
    if near + further <= 400:
        assert min(math.dist(one, other) for one, other in itertools.combinations(points.values(), 2)) > 20


def test_documents_stand_beside_the_one_that_leads_to_them() -> None:
    found = surround(star(4, 4), *rays(4, 4))
    points = place_around(found)
    for place in range(4):
        (x, y), (further_x, further_y) = points[f"n{place}"], points[f"m{place}"]
        assert math.atan2(x, -y) == pytest.approx(math.atan2(further_x, -further_y), abs=0.02)


def test_along_the_years_none_stands_upon_another() -> None:
    days = {key: DAY + datetime.timedelta(days=place) for place, key in enumerate(star(30))}
    points = place_along(surround(star(30), *rays(30), days=days), room_days=10)
    assert points["a"] == (DAY, 0)
    for (day, row), (other, beside) in itertools.combinations(points.values(), 2):
        assert row != beside or abs((day - other).days) >= 10


def drawn(picture: Picture) -> list[dict[str, object]]:
    nodes: list[dict[str, object]] = picture.option["series"][0]["data"]
    return nodes


def test_what_has_no_day_is_not_on_the_timeline() -> None:
    found = surround(star(2), *rays(2), days={"a": DAY, "n0": DAY})
    assert [one["id"] for one in drawn(draw_timeline(found))] == ["a", "n0"]
    assert [(line.source, line.target) for line in draw_timeline(found).lines] == [("a", "n0")]
    assert drawn(draw_timeline(surround({"a": 0}))) == []


def test_a_document_is_drawn_by_its_standing_and_by_whether_its_text_is_held() -> None:
    found = surround(star(1), *rays(1))
    other = found.nodes[1]._replace(held="known")
    found = replace(
        found, nodes=(found.nodes[0], other), standings={"a": Standing("unknown"), "n0": Standing("repealed")}
    )
    center, beside = drawn(draw_map(found))
    assert beside["symbol"] == f"path://{SHAPES['repealed']}"
    assert "Đã bị bãi bỏ" in str(beside["name"])
    assert beside["itemStyle"] == {"color": "#ffffff", "borderColor": "#1d4b86", "borderWidth": 2}
    assert center["symbol"] == f"path://{SHAPES['unknown']}"
    assert center["symbolSize"] > beside["symbolSize"]  # type: ignore[operator]  # both are numbers


def test_what_is_said_of_several_clauses_is_one_line_and_other_relations_are_bent_apart() -> None:
    twice = [Edge("a", "b", "amends", clause="dieu-1"), Edge("a", "b", "amends", clause="dieu-2", sure=False)]
    found = surround({"a": 0, "b": 1}, *twice, Edge("b", "a", "refers_to", sure=False))
    picture = draw_map(found)
    assert [line.edges for line in picture.lines] == [tuple(twice), (found.edges[2],)]
    amended, referred = picture.option["series"][0]["links"]
    assert "curveness" not in amended["lineStyle"]
    assert referred["lineStyle"]["curveness"] > 0
    assert amended["lineStyle"]["opacity"] > referred["lineStyle"]["opacity"]
    assert gather_lines(found.edges, {"a"}) == ()


def test_words_of_a_document_are_drawn_as_they_stand() -> None:
    hostile = "<img src=x onerror=alert(1)>"
    found = surround({"a": 0, "b": 1}, Edge("a", "b", "replaces"))
    found = replace(found, nodes=(found.nodes[0]._replace(name=hostile), found.nodes[1]))
    for picture in (draw_map(found), draw_timeline(found)):
        assert picture.option["tooltip"]["renderMode"] == "richText"
    assert hostile in json.dumps(draw_map(found).option, ensure_ascii=False)


def test_names_are_drawn_for_the_nearest_and_words_on_lines_where_there_are_few() -> None:
    few, many = draw_map(surround(star(5), *rays(5))), draw_map(surround(star(400), *rays(400)))
    assert few.option["series"][0]["edgeLabel"]["show"]
    assert not many.option["series"][0]["edgeLabel"]["show"]
    assert sum("label" in one for one in drawn(few)) == 6
    assert sum("label" in one for one in drawn(many)) == 150


@pytest.mark.parametrize(("sure", "shape"), [(True, "replaced"), (False, "unknown")])
def test_an_end_that_is_not_sure_has_not_the_outline_of_one_that_is(sure: bool, shape: Status) -> None:
    assert shape_of(Standing("replaced", sure=sure)) == shape


def narrow(picture: Picture) -> dict[str, Any]:
    """What a screen of at most 600 pixels is told."""
    (media,) = picture.option["media"]
    assert media["query"] == {"maxWidth": 600}
    told: dict[str, Any] = media["option"]
    return told


def days_of(count: int, apart: int) -> dict[str, datetime.date]:
    return {key: DAY + datetime.timedelta(days=place * apart) for place, key in enumerate(star(count))}


def test_on_a_narrow_screen_the_circles_stand_upright_and_a_finger_scrolls_past_them() -> None:
    picture = draw_map(surround(star(12), *rays(12)))
    (series,) = narrow(picture)["series"]
    for upright, lying in zip(series["data"], drawn(picture), strict=True):
        assert (upright["id"], upright["y"]) == (lying["id"], lying["y"])
        assert abs(upright["x"]) <= abs(float(str(lying["x"]))) / 2
    assert series["roam"] == "scale"
    assert not series["edgeLabel"]["show"]
    assert narrow(picture)["legend"] == {"show": False}


@pytest.mark.parametrize("draw", [draw_map, draw_timeline])
def test_names_that_would_stand_on_one_another_are_left_out(draw: Callable[[Surroundings], Picture]) -> None:
    picture = draw(surround(star(40), *rays(40), days=days_of(40, 90)))
    assert picture.option["series"][0]["labelLayout"] == {"hideOverlap": True}
    assert narrow(picture)["series"][0]["labelLayout"] == {"hideOverlap": True}


@pytest.mark.parametrize("apart", [0, 3, 400])
@pytest.mark.parametrize("count", [1, 20, 149, 400])
def test_along_the_years_names_stand_within_the_picture_above_the_years(count: int, apart: int) -> None:
    picture = draw_timeline(surround(star(count), *rays(count), days=days_of(count, apart)))
    for option in [picture.option, narrow(picture)]:
        if data := option["series"][0].get("data"):
            rows = [one["value"][1] for one in data]
            assert option["yAxis"]["min"] + 0.5 < min(rows) <= max(rows) < option["yAxis"]["max"] - 0.5


def test_days_close_to_one_another_are_drawn_in_no_more_rows_than_can_be_read() -> None:
    picture = draw_timeline(surround(star(60), *rays(60), days=days_of(60, 5)))
    assert len({one["value"][1] for one in drawn(picture)}) <= 18  # type: ignore[index]  # a day and a row
    assert len({one["value"][1] for one in narrow(picture)["series"][0]["data"]}) <= 18


def test_too_many_documents_are_told_once_for_all_screens() -> None:
    picture = draw_map(surround(star(200), *rays(200)))
    assert "data" not in narrow(picture)["series"][0]
    assert narrow(picture)["series"][0]["roam"] == "scale"


def test_what_is_said_under_the_pointer_fits_a_telephone() -> None:
    title = "về tăng cường công tác kiểm tra, giám sát và thi hành kỷ luật trong Đảng ở các cấp"
    found = surround(star(1), *rays(1))
    named = tuple(node._replace(title=title, name="Thông báo Ý kiến kết luận của Thường trực") for node in found.nodes)
    series = draw_map(replace(found, nodes=named)).option["series"][0]
    told = [series["data"][1]["name"], series["links"][0]["tooltip"]["formatter"]]
    assert max(len(line) for words in told for line in words.split("\n")) <= 45


def test_a_sign_that_several_documents_bear_is_told_with_its_year() -> None:
    found = surround(star(3), *rays(3))
    years = {"a": 2018, "n0": 2017, "n1": 2022, "n2": 2013}
    signs = {"a": "25-KH/HU", "n0": "18-NQ/TW", "n1": "18-NQ/TW", "n2": "217-QĐ/TW"}
    nodes = tuple(one._replace(number=signs[one.id], date=datetime.date(years[one.id], 1, 5)) for one in found.nodes)
    series = draw_map(replace(found, nodes=nodes)).option["series"][0]
    called = {one["id"]: one["label"]["formatter"] for one in series["data"]}
    assert called == {"a": "25-KH/HU", "n0": "18-NQ/TW (2017)", "n1": "18-NQ/TW (2022)", "n2": "217-QĐ/TW"}
    told = {one["target"]: one["tooltip"]["formatter"] for one in series["links"]}
    assert told["n1"].endswith("18-NQ/TW (2022)")
