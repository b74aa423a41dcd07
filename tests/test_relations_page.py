"""Page Quan hệ: a document is chosen or named by the address; its relations are filtered, drawn, told and saved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from index.graph import Node
from index.surroundings import Surroundings, survey
from tests.driver import drive, html, words
from tests.fakes import FAKE_MODEL, add_text
from tests.surrounded import SECOND, TEXTS, UNKNOWN
from tests.test_graph import write
from ui import relations, relations_chart, relations_text
from ui.relations import CHOOSE, HOW, NOTHING_LEFT
from ui.relations_chart import Line
from ui.relations_finding import find_matches
from ui.relations_text import NO_RELATIONS, ONLY_CITED, say_size
from ui.relations_views import draw_map

PAGE = "ui/relations.py"
HOSTILE = write(
    "805-QĐ/TW", "09 tháng 9 năm 2020", "1. Theo **Quy định** số 802-QĐ/TW <b>này</b>.\n", title="về <i>thử</i>"
)
TABLE = "Bảng"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VANKIEN_HOME", str(tmp_path))
    monkeypatch.setenv("VANKIEN_MODEL", FAKE_MODEL)
    monkeypatch.setattr("ui.comparing_data.model_fingerprint", lambda _: FAKE_MODEL)
    for place, text in enumerate((*TEXTS, HOSTILE)):
        add_text(tmp_path, text, f"{place}.txt")
    return tmp_path


@pytest.fixture
def app(home: Path) -> Iterator[AppTest]:
    yield from drive()


def open_page(app: AppTest, given: str = "") -> AppTest:
    app.run()
    if given:
        app.query_params["doc"] = given
    return app.switch_page(PAGE).run()


def see(app: AppTest, view: str) -> AppTest:
    return app.segmented_control(key="vk-cach-xem").set_value(view).run()


def find(app: AppTest, typed: str) -> AppTest:
    app.text_input[0].set_value(typed)
    return next(button for button in app.button if button.label == "Xem").click().run()


def charts(app: AppTest) -> int:
    return len(app.get("echarts_chart"))


def test_before_a_choice_the_page_says_what_to_do_and_offers_what_is_held_and_what_is_catalogued(app: AppTest) -> None:
    open_page(app)
    assert CHOOSE in words(app)
    assert "Quy định số 805-QĐ/TW về <i>thử</i> (09/9/2020)" in words(app)
    assert "Quy định số 102-QĐ/TW: Xử lý kỷ luật đảng viên vi phạm (15/11/2017)" in words(find(app, "xử lý kỷ luật"))


def test_a_choice_is_put_into_the_address_and_drawn(app: AppTest) -> None:
    open_page(app)
    find(app, "802")
    assert app.query_params["doc"] == "802"
    said = words(app)
    assert "Ngày 05/4/2015. Quy định 802-QĐ/TW đã bị bãi bỏ một phần bởi 803-QĐ/TW từ 01/6/2018" in said
    assert "6 văn bản, 5 quan hệ." in said
    assert HOW in said
    assert "Sơ đồ 1 bước vẽ quan hệ của văn bản đang xem; muốn thấy quan hệ giữa các văn bản ngoài cùng" in said
    assert charts(app) == 1
    assert [button.proto.label for button in app.get("download_button")] == [
        "Tải bảng (CSV, mở bằng Excel)",
        "Tải đồ thị (GraphML)",
    ]


def test_the_signs_that_are_met_are_explained_in_words_and_no_others(app: AppTest) -> None:
    said = words(open_page(app, "801-QĐ/TW"))
    assert "Đã được thay thế" in said
    assert "Đã bị bãi bỏ" not in said
    assert "chưa có nguyên văn" not in said
    assert "Để trống: chưa có nguyên văn" in words(open_page(app, SECOND))


def test_the_address_opens_a_document_by_any_sign_and_more_hops_show_more(app: AppTest) -> None:
    open_page(app, "801 - qđ/tw")
    assert "Quy định số 801-QĐ/TW" in words(app)
    assert "2 văn bản, 1 quan hệ." in words(app)
    app.segmented_control(key="vk-so-buoc").set_value(2).run()
    assert "6 văn bản, 5 quan hệ." in words(app)


def test_a_filter_counts_the_relations_of_each_kind_and_leaves_those_chosen(app: AppTest) -> None:
    open_page(app, SECOND)
    (kinds,) = app.pills
    assert [option.content for option in kinds.proto.options] == [
        "Căn cứ (1)",
        "Thay thế (1)",
        "Bãi bỏ (1)",
        "Dẫn (2)",
    ]
    kinds.set_value(["replaces", "repeals"]).run()
    assert "3 văn bản, 2 quan hệ." in words(app)
    app.pills[0].set_value([]).run()
    assert NOTHING_LEFT in words(app)
    assert charts(app) == 0


def test_a_filter_by_year_keeps_the_document_asked_about(app: AppTest) -> None:
    open_page(app, SECOND)
    app.slider[0].set_value((2018, 2019)).run()
    assert "3 văn bản, 2 quan hệ." in words(app)


def test_a_table_tells_the_same_with_the_sentence_that_says_so(app: AppTest) -> None:
    see(open_page(app, SECOND), TABLE)
    said = words(app)
    assert charts(app) == 0
    assert "Quy định này thay thế Quy định số 801-QĐ/TW, ngày 03/02/2010." in said
    assert "khoản 2 Điều 5" in said
    drawn = html(app)
    assert drawn.count("<tr>") == 6
    assert 'href="van-ban?doc=803-Q%C4%90%2FTW%402018-06-01&amp;at=dieu-1&amp;start=' in drawn
    assert 'href="quan-he?doc=801-Q%C4%90%2FTW%402010-02-03"' in drawn
    assert "chưa có trong thư viện" in said


def test_a_long_table_is_told_in_parts(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relations_text, "AT_ONCE", 2)
    see(open_page(app, SECOND), TABLE)
    assert html(app).count("<tr>") == 3
    (more,) = (one for one in app.button if one.label.startswith("Xem tiếp"))
    assert more.label == "Xem tiếp 2 quan hệ (còn 3)"
    more.click().run()
    assert html(app).count("<tr>") == 5


def test_a_timeline_says_what_it_cannot_show(app: AppTest) -> None:
    see(open_page(app, SECOND), "Dòng thời gian")
    assert charts(app) == 1
    assert "chưa rõ ngày" not in words(app)


def test_trees_are_lists_within_lists_with_links_and_what_the_texts_say(app: AppTest) -> None:
    see(open_page(app, SECOND), "Cây căn cứ")
    said = words(app)
    assert "Quy định số 700-QĐ/TW" in said
    assert "Căn cứ Quy định số 700-QĐ/TW" in said
    assert len(app.pills) == charts(app) == 0
    see(app, "Chuỗi thực hiện")
    assert "Chưa thấy văn bản này thực hiện văn bản nào của cấp trên." in words(app)
    see(open_page(app, "102-QĐ/TW"), "Chuỗi thực hiện")
    assert 'href="van-ban?doc=04-HD%2FUBKTTW%402018-03-22"' in html(app)
    assert "Theo danh mục của Vankien" in words(app)


def test_words_of_a_document_are_shown_as_written(app: AppTest) -> None:
    see(open_page(app, "805-QĐ/TW"), TABLE)
    drawn = html(app)
    assert "1. Theo **Quy định** số 802-QĐ/TW &lt;b&gt;này&lt;/b&gt;." in drawn
    assert "&lt;i&gt;thử&lt;/i&gt;" in drawn
    assert "<i>" not in drawn


def test_a_sign_that_several_bear_asks_which(app: AppTest) -> None:
    said = words(open_page(app, "18-NQ/TW"))
    assert "Có 2 văn bản khớp với “18-NQ/TW”" in said
    issuer = "Ban Chấp hành Trung ương Đảng"
    assert f"({issuer} khóa XII, 25/10/2017)" in said
    assert f"({issuer} khóa XIII, 16/6/2022)" in said
    assert charts(app) == 0


def test_one_sign_of_two_provinces_is_told_apart_by_who_issued_it(app: AppTest, home: Path) -> None:
    for province, day in (("KIÊN HƯNG", "20 tháng 3"), ("LÂM HẢI", "21 tháng 3")):
        text = write("351-QĐ/TU", f"{day} năm 2018", "Điều 1. Ban hành.\n", "QUYẾT ĐỊNH")
        add_text(home, text.replace("BAN CHẤP HÀNH TRUNG ƯƠNG", f"TỈNH ỦY {province}"), f"{province}.txt")
    said = words(open_page(app, "351-QĐ/TU"))
    assert ("(Tỉnh ủy Kiên Hưng, 20/3/2018)" in said, "(Tỉnh ủy Lâm Hải, 21/3/2018)" in said) == (True, True)


def test_a_catalogued_document_shows_what_the_catalogue_knows(app: AppTest) -> None:
    see(open_page(app, "102-QĐ/TW"), TABLE)
    said = words(app)
    assert "Mở hồ sơ (chưa có nguyên văn)" in said
    assert "Danh mục của Vankien" in said


def test_a_document_that_nobody_knows_is_said_and_another_can_be_chosen(app: AppTest) -> None:
    open_page(app, "999-QĐ/TW")
    assert "đều không có “999-QĐ/TW”" in words(app)
    assert CHOOSE in words(app)
    find(app, "801-QĐ/TW")
    assert "đều không có" not in words(app)
    assert charts(app) == 1


def test_a_document_that_is_only_cited_is_shown_with_what_texts_say_of_it(app: AppTest) -> None:
    open_page(app, "700-QĐ/TW")
    assert ONLY_CITED in words(app)
    assert charts(app) == 1
    see(app, TABLE)
    assert "Căn cứ Quy định số 700-QĐ/TW" in words(app)
    assert ONLY_CITED in words(find(app, "700"))


def test_another_choice_by_a_link_empties_the_box(app: AppTest) -> None:
    find(open_page(app), "801")
    assert app.text_input[0].value == "801"
    app.query_params["doc"] = SECOND
    app.run()
    assert app.text_input[0].value == ""
    assert "Quy định số 802-QĐ/TW" in words(app)


def listed(*numbers: str) -> list[Node]:
    titles = {"99-QĐ/TW": "Về 102 việc"}
    return [Node(f"{one}@2020-01-01", f"Số {one}", one, None, titles.get(one), None, "held") for one in numbers]


@pytest.mark.parametrize(
    ("typed", "found", "chosen"),
    [
        pytest.param("102", ["102-QĐ/TW", "1021-KL/TW", "99-QĐ/TW"], "102-QĐ/TW", id="number-beginning-title"),
        pytest.param("102-qđ/tw", ["102-QĐ/TW", "99-QĐ/TW"], "102-QĐ/TW", id="sign"),
        pytest.param("102 qd", ["102-QĐ/TW", "99-QĐ/TW"], None, id="beginning-without-accents"),
        pytest.param("10", ["1021-KL/TW", "102-QĐ/TW", "99-QĐ/TW"], None, id="of-several-none-is-guessed"),
        pytest.param("143", [], None, id="a-number-that-none-bears"),
        pytest.param("99 việc", ["99-QĐ/TW"], "99-QĐ/TW", id="words"),
        pytest.param("/", [], None, id="no-words"),
    ],
)
def test_the_sign_comes_before_the_number_and_that_before_the_words(
    typed: str, found: list[str], chosen: str | None
) -> None:
    matches = find_matches(typed, listed("99-QĐ/TW", "1021-KL/TW", "102-QĐ/TW"))
    assert sorted(filter(None, (node.number for node in matches.nodes))) == sorted(found)
    assert [node.number for node in matches.nodes][:1] == found[:1]
    assert (matches.chosen and matches.chosen.number) == chosen


def test_a_document_without_relations_says_what_to_do(app: AppTest, home: Path) -> None:
    alone = add_text(home, write("806-QĐ/TW", "09 tháng 9 năm 2021", "1. Một việc.\n"), "alone.txt")
    assert NO_RELATIONS in words(open_page(app, alone))
    assert charts(app) == 0


def test_too_much_is_drawn_in_part_and_said(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relations_chart, "MOST_NODES", 4)
    said = words(open_page(app, SECOND))
    assert "Hình chỉ vẽ 4 trong 6 văn bản và 3 trong 5 quan hệ" in said
    assert all(step in said for step in ("giảm số bước", "khoảng năm", "xem Bảng", "tải tệp CSV"))


def test_what_was_too_far_to_be_looked_at_is_said_beside_the_count() -> None:
    found = Surroundings("a", 3, (), (), {}, {})
    assert say_size(found) == "0 văn bản, 0 quan hệ."
    more = "Còn khoảng 1.200 văn bản ở xa hơn chưa xét; hãy xem riêng từng văn bản."
    assert say_size(replace(found, left_out=1200)).endswith(more)


def test_what_is_pressed_is_the_document_or_the_relation_drawn_there(home: Path) -> None:
    from index.graph import Graph
    from ingest.store import open_library

    with open_library(home) as library:
        picture = draw_map(survey(Graph(library), SECOND, 1))

    def press(kind: str, place: int) -> object:
        return relations.find_picked(picture, [{"data_type": kind, "data_indices": [place]}])

    assert press("node", 0) == picture.nodes[0]
    assert isinstance(press("edge", 1), Line)
    assert press("node", 99) is None
    assert relations.find_picked(picture, []) is None
    assert UNKNOWN in {node.id for node in picture.nodes}
