"""Page Thư viện: each state it can be in, each act with its undo; driven without a browser on a real library."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ingest.documents import read_document
from ingest.models import Finding
from ingest.store import Held, Origin, open_library
from ingest.store.inventory import take_inventory
from tests.driver import drive, words
from tests.fakes import add_text
from tests.test_store import DIRECTIVE_ID, directive, held_ids
from ui import services
from ui.library_acts import CHOSEN
from ui.library_shelves import say_removed
from ui.library_table import TYPED, make_frame, matches

OTHER_ID = "06-CT/TU@2018-02-05"
OTHER = directive(number="06-CT/TU", body="1. Kết nạp đảng viên mới.\n")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VANKIEN_HOME", str(tmp_path / "var"))
    monkeypatch.setattr(services, "needs_build", lambda _: False)
    return tmp_path / "var"


@pytest.fixture
def held(home: Path) -> Path:
    """Two directives, one of them read without being sure, the other fetched."""
    with open_library(home) as library:
        read = read_document(directive(), "quet.pdf")
        library.add(replace(read, findings=(Finding("type", 0, 3, 0.9), Finding("date", 0, 3, 0.5))), b"mot")
        library.add(read_document(OTHER, "hai.html"), OTHER.encode(), Origin("HTML", "https://chinhphu.vn/vb"))
    return home


@pytest.fixture
def app(home: Path) -> Iterator[AppTest]:
    yield from drive()


def show(app: AppTest, view: str = "", *chosen: str, typed: str = "") -> None:
    app.run()
    app.switch_page("ui/library.py")
    if view:
        app.query_params["muc"] = view
    if chosen:
        app.session_state[CHOSEN] = list(chosen)
    if typed:
        app.session_state[TYPED] = typed
    app.run()


def press(app: AppTest, label: str) -> None:
    next(one for one in app.button if one.label == label).click().run()


def fill(app: AppTest, label: str, value: str) -> None:
    next(one for one in app.text_input if one.label == label).set_value(value)


def labels(app: AppTest) -> list[str]:
    return [one.label for one in app.button]


# --- what is held -------------------------------------------------------------------------------------------


def test_the_way_to_correct_a_record_opens_it_whatever_narrowed_the_list(held: Path, app: AppTest) -> None:
    show(app, typed="khong-co-van-ban-nay")
    app.query_params["sua"] = OTHER_ID
    app.run()

    assert not app.exception
    assert app.session_state[CHOSEN] == [OTHER_ID]
    assert "Sửa hồ sơ" in [one.label for one in app.expander]
    assert "sua" not in app.query_params


def test_an_empty_library_begins_with_adding(home: Path, app: AppTest) -> None:
    show(app)
    assert "0 văn bản · 0 đoạn · 0 cần xem lại · chưa sao lưu lần nào" in words(app)
    assert "Thêm vào thư viện" in labels(app)
    add_text(home, directive())
    app.run()
    assert "Thêm vào thư viện" in labels(app)  # what was dropped is told there, though something is held now


def test_an_empty_table_says_what_to_do(app: AppTest) -> None:
    show(app, "van-ban")
    assert "Thư viện chưa có văn bản. Hãy bấm mục Thêm văn bản ở trên." in words(app)


def test_the_table_has_dates_that_are_dates_and_what_to_look_at_first(held: Path, app: AppTest) -> None:
    show(app)
    frame = app.dataframe[0].value
    assert list(frame["number"]) == ["05-CT/TU", "06-CT/TU"]
    assert list(frame["doubts"]) == ["ngày ban hành", ""]
    assert list(frame["source"]) == ["quet.pdf", "tải từ chinhphu.vn"]
    assert str(frame["date"].dtype).startswith("datetime64")
    assert [str(one.date()) for one in frame["date"]] == ["2018-02-05"] * 2
    assert "2 văn bản · " in words(app)


def test_a_document_without_a_date_leaves_its_place_empty(home: Path) -> None:
    add_text(home, "Một ghi chép.")
    with open_library(home) as library:
        frame = make_frame(take_inventory(library))
    assert frame["date"].isna().all()
    assert str(frame["date"].dtype).startswith("datetime64")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("06-ct", ["06-CT/TU"], id="part-of-a-sign"),
        pytest.param("dan van", ["05-CT/TU", "06-CT/TU"], id="no-accents"),
        pytest.param("văn bản lạ", [], id="nothing"),
        pytest.param("hai.html", ["06-CT/TU"], id="file"),
        pytest.param("2018 tỉnh", ["05-CT/TU", "06-CT/TU"], id="year-and-issuer"),
        pytest.param("ân", [], id="not-within-a-word"),
    ],
)
def test_a_few_words_narrow_the_table(held: Path, typed: str, found: list[str]) -> None:
    with open_library(held) as library:
        items = take_inventory(library)
    assert [one.metadata.number for one in items if matches(one, typed)] == found


def test_where_nothing_fits_that_is_said(held: Path, app: AppTest) -> None:
    show(app, typed="không có gì như vậy")
    assert "Không có văn bản nào khớp." in words(app)


def test_the_drawer_opens_by_itself_where_one_document_is_left(held: Path, app: AppTest) -> None:
    show(app, typed="05-ct")
    assert "Nên kiểm tra ngày ban hành" in words(app)
    assert "Bỏ khỏi thư viện" in labels(app)


# --- acts and their undo ------------------------------------------------------------------------------------


def test_a_date_is_corrected_in_place_and_undone(held: Path, app: AppTest) -> None:
    show(app, "", DIRECTIVE_ID)
    fill(app, "Ngày ban hành (nên kiểm tra)", "31/02/2018")
    press(app, "Lưu hồ sơ")
    assert "“31/02/2018” không phải ngày. Hãy ghi như" in words(app)
    fill(app, "Ngày ban hành (nên kiểm tra)", "06/3/2018")
    press(app, "Lưu hồ sơ")
    assert "Đã sửa hồ sơ: ngày ban hành." in words(app)
    assert "Ngày ban hành: người sửa ghi “06/3/2018”, máy đọc “05/02/2018”." in words(app)  # the drawer stays open
    with open_library(held) as library:
        assert held_ids(library) == ["05-CT/TU@2018-03-06", OTHER_ID]
    press(app, "Hoàn tác")
    with open_library(held) as library:
        assert held_ids(library) == [DIRECTIVE_ID, OTHER_ID]
        assert library.corrections.list_of(DIRECTIVE_ID) == []


def test_a_second_correction_is_undone_to_the_first(held: Path, app: AppTest) -> None:
    with open_library(held) as library:
        library.corrections.correct(DIRECTIVE_ID, {"signer": "Lê Văn A"})
    show(app, "", DIRECTIVE_ID)
    fill(app, "Người ký", "Trần Thị B")
    press(app, "Lưu hồ sơ")
    press(app, "Hoàn tác")
    with open_library(held) as library:
        assert library.get(DIRECTIVE_ID).metadata.signer == "Lê Văn A"
    press(app, "Trở về như máy đọc")
    with open_library(held) as library:
        assert library.get(DIRECTIVE_ID).metadata.signer is None


def test_nothing_typed_is_nothing_saved(held: Path, app: AppTest) -> None:
    show(app, "", DIRECTIVE_ID)
    press(app, "Lưu hồ sơ")
    assert "Chưa có mục nào khác đi nên không sửa gì." in words(app)


def test_what_a_person_found_right_waits_no_more_on_any_page(held: Path, app: AppTest) -> None:
    show(app, "", DIRECTIVE_ID)
    press(app, "Đã xem, đúng cả")
    assert "0 cần xem lại" in words(app)
    assert services.open_document(DIRECTIVE_ID).doubts == ()
    press(app, "Hoàn tác")
    assert "1 cần xem lại" in words(app)
    assert services.open_document(DIRECTIVE_ID).doubts


def test_a_removed_document_comes_back_at_once_or_later(held: Path, app: AppTest) -> None:
    show(app, "", DIRECTIVE_ID)
    press(app, "Bỏ khỏi thư viện")
    assert "Đã bỏ 1 văn bản khỏi thư viện. Trong 30 ngày, khôi phục ở mục Đã bỏ." in words(app)
    assert "Bỏ khỏi thư viện" not in labels(app)  # the drawer is of no other document
    press(app, "Hoàn tác")
    assert "2 văn bản · " in words(app)
    with open_library(held) as library:
        library.remove(DIRECTIVE_ID)
    show(app, "da-bo")
    assert "còn 30 ngày trong hạn khôi phục" in words(app)
    assert "quá hạn, máy cũng không tự xóa gì" in words(app)
    press(app, "Khôi phục")
    assert "Chưa bỏ văn bản nào." in words(app)


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "còn 30 ngày"), (1, "còn 29 ngày"), (29, "còn 1 ngày"), (30, "đã quá hạn, vẫn khôi phục được")],
)
def test_the_days_left_are_counted(held: Path, days: int, said: str) -> None:
    with open_library(held) as library:
        one = library.documents()[0]
    removed = datetime.datetime(2026, 11, 1, 12, tzinfo=datetime.UTC)
    gone = Held(one.seq, one.id, one.metadata, one.added_at, removed.isoformat())
    assert said in say_removed(gone, removed.astimezone().date() + datetime.timedelta(days))


def test_several_documents_are_removed_and_brought_back_at_once(held: Path, app: AppTest) -> None:
    show(app, "", DIRECTIVE_ID, OTHER_ID)
    assert "2 văn bản đã chọn" in words(app)
    press(app, "Bỏ 2 văn bản khỏi thư viện")
    assert "0 văn bản · " in words(app)
    press(app, "Hoàn tác")
    assert "2 văn bản · " in words(app)


# --- collections --------------------------------------------------------------------------------------------


def test_a_collection_is_made_filled_renamed_and_removed_with_undo(held: Path, app: AppTest) -> None:
    show(app, "bo-suu-tap")
    assert "Chưa có bộ sưu tập nào." in words(app)
    fill(app, "Tên bộ sưu tập mới", "Dân vận")
    press(app, "Tạo")
    assert "Đã tạo bộ sưu tập “Dân vận”." in words(app)
    show(app, "van-ban", DIRECTIVE_ID)
    app.pills[0].set_value(["Dân vận"])
    press(app, "Lưu bộ sưu tập")
    assert list(app.dataframe[0].value["collections"]) == ["Dân vận", ""]
    show(app, "bo-suu-tap")
    fill(app, "Tên mới", "Vận động")
    press(app, "Lưu tên")
    press(app, "Xóa bộ")
    assert "Đã xóa bộ sưu tập “Vận động”; văn bản trong đó vẫn còn." in words(app)
    press(app, "Hoàn tác")
    with open_library(held) as library:
        assert library.collections.name_all() == {DIRECTIVE_ID: ("Vận động",)}
    press(app, "Xem văn bản")
    assert list(app.dataframe[0].value["number"]) == ["05-CT/TU"]


def test_several_documents_are_laid_into_a_new_collection_at_once(held: Path, app: AppTest) -> None:
    show(app, "", DIRECTIVE_ID, OTHER_ID)
    press(app, "Xếp vào")
    assert "Bộ sưu tập chưa có tên." in words(app)
    fill(app, "Bộ sưu tập mới (nếu cần)", "Tỉnh ủy")
    press(app, "Xếp vào")
    assert "Đã xếp thêm 2 văn bản vào “Tỉnh ủy”." in words(app)
    press(app, "Hoàn tác")
    with open_library(held) as library:
        assert [(one.name, one.documents) for one in library.collections.list_all()] == [("Tỉnh ủy", 0)]


def test_a_name_that_is_borne_is_said(held: Path, app: AppTest) -> None:
    for _ in range(2):
        show(app, "bo-suu-tap")
        fill(app, "Tên bộ sưu tập mới", "Dân vận")
        press(app, "Tạo")
    assert "Đã có bộ sưu tập “Dân vận”. Hãy đặt tên khác." in words(app)
