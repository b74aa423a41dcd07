"""Page Tìm kiếm in each state it can be in, over a library and an index of its own."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from index.digests.find import find_all_digests
from index.wording.abbreviations import OWN_FILE
from ingest.desk.values import SavedSearch
from ingest.errors import MissingIndexError
from ingest.store import Held, Library, open_library
from ingest.store.connection import LIBRARY_FILE
from tests.driver import drive, html, words
from tests.fakes import FAKE_MODEL, FakeEncoder, add_text, build, have_nothing_to_build
from tests.test_graph import write
from ui import openers, search, search_found, services
from ui.building import IndexBuilder
from ui.search_saved import NONE_NEW

PAGE = "ui/search.py"
MANY = "\n\n".join(
    f"{place}. Việc thứ {place} về công tác dân vận của **chi bộ** <b>đây</b>." for place in range(1, 31)
)
ONE = write("801-QĐ/TW", "03 tháng 02 năm 2010", MANY, title="về nhiều việc")
TWO = write("802-QĐ/TW", "05 tháng 4 năm 2015", "1. Cấp ủy lo công tác dân vận.\n", title="về một việc")
THREE = write("5-NQ/TW", "06 tháng 5 năm 2020", "1. Đổi mới công tác dân vận.\n", kind="NGHỊ QUYẾT", title="về đổi mới")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VANKIEN_HOME", str(tmp_path))
    monkeypatch.setenv("VANKIEN_MODEL", FAKE_MODEL)
    monkeypatch.setattr(openers, "share_encoder", lambda _: FakeEncoder())
    monkeypatch.setattr("index.searching.matches._answers", lambda *_: False)
    monkeypatch.setattr("index.searching.matches.find_all_digests", lambda *_: ())
    monkeypatch.setattr(services, "build_if_needed", lambda: IndexBuilder(have_nothing_to_build))
    for place, text in enumerate((ONE, TWO)):
        add_text(tmp_path, text, f"{place}.txt")
    with closing(sqlite3.connect(tmp_path / LIBRARY_FILE)) as db, db:
        db.execute("UPDATE documents SET added_at = '2020-01-01T00:00:00+00:00'")  # they came long ago
    build(tmp_path, FakeEncoder())
    return tmp_path


@pytest.fixture
def app(home: Path) -> Iterator[AppTest]:
    yield from drive()


def open_page(app: AppTest, **query: str) -> AppTest:
    app.run()
    for name, value in query.items():
        app.query_params[name] = value
    return app.switch_page(PAGE).run()


def press(app: AppTest, label: str) -> AppTest:
    return next(button for button in app.button if read_label(button) == label).click().run()


def read_label(button: Button) -> str:
    """As a reader sees it."""
    return button.label.replace("\\", "")


def find(app: AppTest, typed: str) -> AppTest:
    app.text_input(key="vk-tu-can-tim").set_value(typed)
    return press(app, "Tìm")


def cards(app: AppTest) -> int:
    return html(app).count('<blockquote class="vk-trich"')


def facet(app: AppTest, name: str) -> list[str]:
    (found,) = (one for one in app.pills if one.label.startswith(f"{name} ("))
    return [option.content for option in found.proto.options]


def choose(app: AppTest, name: str, *values: str) -> AppTest:
    (found,) = (one for one in app.pills if one.label.startswith(f"{name} ("))
    return found.set_value(list(values)).run()


def test_before_a_search_the_page_says_what_can_be_typed(app: AppTest) -> None:
    said = words(open_page(app))
    assert "số ký hiệu (102-QĐ/TW)" in said
    assert "Tìm thấy" not in said


def test_results_say_how_many_and_where_and_mark_the_words_and_show_the_text_as_it_is(app: AppTest) -> None:
    find(open_page(app), "dan van")
    said, drawn = words(app), html(app)
    assert "Đã hiểu:" in said
    assert "Tìm thấy 31 đoạn trong 2 văn bản." in said
    assert cards(app) == 20
    assert '<mark class="vk-khop">dân vận</mark>' in drawn
    assert "của **chi bộ** &lt;b&gt;đây&lt;/b&gt;." in drawn
    assert "Quy định số 801-QĐ/TW về nhiều việc (03/02/2010)" in said
    assert "Chưa rõ hiệu lực" in said
    links = [one.proto.query_string for one in app.get("page_link") if one.proto.query_string]
    assert any(one.startswith("doc=802-Q") and "&at=1" in one for one in links)


def test_pages_are_turned_and_a_new_search_begins_at_the_first(app: AppTest) -> None:
    find(open_page(app), "dân vận")
    assert "Trang 1 trên 2" in words(app)
    press(app, "Trang tiếp")
    assert "Trang 2 trên 2" in words(app)
    assert cards(app) == 11
    find(app, "công tác dân vận")
    assert "Trang 1 trên 2" in words(app)


def test_a_facet_counts_narrows_and_is_a_chip_that_takes_itself_off(app: AppTest) -> None:
    find(open_page(app), "dân vận")
    assert facet(app, "Năm") == ["2015 (1)", "2010 (30)"]
    choose(app, "Năm", "2015")
    assert "Tìm thấy 1 đoạn trong 1 văn bản." in words(app)
    press(app, "Năm: 2015")
    assert "Tìm thấy 31 đoạn" in words(app)


def test_collections_are_a_facet_as_soon_as_a_document_lies_in_one(app: AppTest, home: Path) -> None:
    find(open_page(app), "dân vận")
    assert not [one for one in app.pills if one.label.startswith("Bộ sưu tập")]
    with open_library(home) as library:
        library.collections.lay(library.find_id("802-QĐ/TW"), ["Công tác *dân vận*"])
    app.run()
    assert facet(app, "Bộ sưu tập") == [r"Công tác \*dân vận\* (1)", "không thuộc bộ nào (30)"]
    choose(app, "Bộ sưu tập", "Công tác *dân vận*")
    assert "Tìm thấy 1 đoạn trong 1 văn bản." in words(app)


def test_where_nothing_is_left_it_is_said_what_each_choice_costs(app: AppTest) -> None:
    open_page(app, q="dân vận", nam="2015", loai="Nghị quyết")
    said = words(app)
    assert "Không còn đoạn nào sau khi lọc" in said
    labels = [read_label(button) for button in app.button]
    assert "Bỏ “Loại văn bản: Nghị quyết”: còn 1 đoạn" in labels
    assert "Bỏ “Năm: 2015”: còn 0 đoạn" in labels
    press(app, "Bỏ “Loại văn bản: Nghị quyết”: còn 1 đoạn")
    assert "Tìm thấy 1 đoạn trong 1 văn bản." in words(app)


def test_results_are_gathered_by_document_and_all_of_one_can_be_seen(app: AppTest) -> None:
    find(open_page(app), "dân vận")
    app.toggle[0].set_value(True).run()
    assert cards(app) == 2
    assert facet(app, "Năm") == ["2015 (1)", "2010 (1)"]
    press(app, "Xem cả 30 đoạn khớp của văn bản này")
    assert "Tìm thấy 30 đoạn trong 1 văn bản." in words(app)
    assert not app.toggle[0].value
    press(app, "Trong văn bản: Quy định số 801-QĐ/TW về nhiều việc")
    assert "Tìm thấy 31 đoạn" in words(app)


def test_by_date_the_newest_comes_first(app: AppTest) -> None:
    find(open_page(app), "dân vận")
    app.segmented_control(key="vk-sap-xep").set_value("date").run()
    assert html(app).index("802-QĐ/TW") < html(app).index("801-QĐ/TW")


def test_a_link_sets_the_search_its_facets_order_and_page(app: AppTest) -> None:
    open_page(app, q="dân vận", nam="2010", sap="ngay", trang="2")
    said = words(app)
    assert "Tìm thấy 30 đoạn trong 1 văn bản." in said
    assert "Trang 2 trên 2" in said
    assert app.text_input(key="vk-tu-can-tim").value == "dân vận"
    assert app.segmented_control(key="vk-sap-xep").value == "date"


@pytest.mark.parametrize("typed", ["", "???", "x" * 2001])
def test_what_cannot_be_searched_for_is_said_plainly(app: AppTest, typed: str) -> None:
    find(open_page(app), typed)
    assert "vk-loi" in html(app)
    assert "Hãy" in words(app)


def test_where_nothing_matches_the_page_says_what_to_do_and_what_is_near(app: AppTest) -> None:
    find(open_page(app), "công thức nấu phở bò")
    said = words(app)
    assert search.NOTHING in said
    assert "Hãy gõ ít từ hơn" in said
    assert search.NEAREST in said


def test_while_the_index_is_built_the_page_says_when_it_will_search(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(folder: Path) -> Path:
        raise MissingIndexError(folder)

    open_page(app)
    monkeypatch.setattr(search_found, "current_build", missing)
    find(app, "dân vận")
    assert "Chưa có chỉ mục" in words(app)


def test_a_document_that_waits_for_the_index_is_named(app: AppTest, home: Path) -> None:
    add_text(home, THREE, "3.txt")
    find(open_page(app), "dân vận")
    assert "1 văn bản chưa lập chỉ mục, chưa được tìm: Nghị quyết số 5-NQ/TW" in words(app)


def save(app: AppTest, typed: str, name: str) -> None:
    find(app, typed)
    app.text_input(key="vk-ten-luu").set_value(name)
    press(app, "Lưu")


def test_a_saved_search_tells_of_a_new_document_until_it_is_looked_at(app: AppTest, home: Path) -> None:
    save(open_page(app), "dân vận", "Dân vận hằng tuần")
    assert NONE_NEW in words(app)
    add_text(home, THREE, "3.txt")
    build(home, FakeEncoder())
    app.run()
    assert "1 văn bản mới từ lần xem trước" in words(app)
    press(app, "Dân vận hằng tuần")
    assert "Mới" in words(app)
    assert "Tìm thấy 32 đoạn trong 3 văn bản." in words(app)


def test_a_saved_search_is_removed_and_taken_back(app: AppTest) -> None:
    save(open_page(app), "dân vận", "Việc *dân vận*")
    press(app, "Bỏ")
    assert "Đã bỏ tìm kiếm “Việc *dân vận*”." in words(app)
    assert not [one for one in app.button if one.label == "Bỏ"]
    press(app, "Hoàn tác")
    assert "Việc *dân vận*" in [read_label(one) for one in app.button]


def test_another_browser_sees_nothing_of_it(app: AppTest) -> None:
    save(open_page(app), "dân vận", "Của tôi")
    other = next(drive())
    open_page(other)
    assert "Của tôi" not in [one.label for one in other.button]


def test_the_library_is_listed_once_however_many_searches_are_saved(
    app: AppTest, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed, tomorrow = 0, datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=1)
    documents = Library.documents

    def note(library: Library) -> list[Held]:
        nonlocal listed
        listed += 1
        return documents(library)

    monkeypatch.setattr(Library, "documents", note)
    searches = [SavedSearch(number, "dân vận", f"q=dân+vận+{number}", tomorrow) for number in range(5)]
    assert search_found.find_news(searches) == dict.fromkeys(range(5), ())
    assert listed == 1


def test_how_many_of_what_is_found_are_digests_of_what_is_not_held_is_said(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = "tóm lược của văn bản mà thư viện chưa có nguyên văn."
    assert note not in words(find(open_page(app), "dân vận"))
    monkeypatch.setattr("index.searching.matches.find_all_digests", find_all_digests)
    assert note in words(find(app, "xử lý kỷ luật đảng viên vi phạm"))


def test_an_abbreviation_of_the_owner_holds_from_the_next_search_on(app: AppTest, home: Path) -> None:
    open_page(app, q="CTDVX")
    assert "Đã hiểu" not in words(app)
    (home / OWN_FILE).write_text("CTDVX\tcông tác dân vận\n", encoding="utf-8")
    app.run()
    assert "Đã hiểu" in words(app)
    assert cards(app) > 0
