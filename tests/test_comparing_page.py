"""The page sets two documents side by side: what differs stands out by line and colour, and the address reopens it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.driver import drive, html, words
from tests.fakes import FAKE_MODEL, add_text
from tests.old_and_new import CORRECTED, NEW, NEW_ID, OLD, OLD_ID
from ui.comparing import CHOOSE, NOTHING_SHOWN, SUGGESTED, TOO_FEW, VERSION

PAGE = "ui/comparing.py"
REGULATION = """HUYỆN ỦY TÂN HÒA
*
Số {number}-QC/HU
ĐẢNG CỘNG SẢN VIỆT NAM
Tân Hòa, ngày {day}

QUY CHẾ
làm việc của Ban Chấp hành Đảng bộ huyện

Điều 1. Điều khoản thi hành

{clause}
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VANKIEN_HOME", str(tmp_path))
    monkeypatch.setenv("VANKIEN_MODEL", FAKE_MODEL)
    monkeypatch.setattr("ui.comparing_data.model_fingerprint", lambda _: FAKE_MODEL)
    return tmp_path


@pytest.fixture
def held(home: Path) -> Path:
    add_text(home, OLD, "cu.txt")
    add_text(home, NEW, "moi.txt")
    return home


@pytest.fixture
def app() -> Iterator[AppTest]:
    yield from drive()


def open_page(app: AppTest, **query: str) -> AppTest:
    app.run()
    for name, value in query.items():
        app.query_params[name] = value
    return app.switch_page(PAGE).run()


def test_two_documents_are_needed(app: AppTest, home: Path) -> None:
    add_text(home, OLD, "cu.txt")
    assert TOO_FEW in words(open_page(app))


def test_before_a_choice_the_page_says_what_to_do_and_what_took_the_place_of_what(app: AppTest, held: Path) -> None:
    open_page(app)
    assert CHOOSE in words(app)
    assert SUGGESTED in words(app)
    assert any(NEW_ID.partition("-")[0] in link.proto.label for link in app.get("page_link"))
    old, new = app.selectbox
    assert old.options == new.options
    assert old.options[0] == "Quy định số 102-QĐ/TW về xử lý kỷ luật đảng viên vi phạm (15/11/2017)"


def test_what_a_paper_of_the_library_replaces_is_suggested_too_first_of_all_to_who_chose_one_of_them(
    app: AppTest, held: Path
) -> None:
    for number, day, clause in (
        ("03", "12 tháng 4 năm 2016", "Quy chế này có hiệu lực kể từ ngày ký."),
        ("05", "20 tháng 5 năm 2021", "Quy chế này thay thế Quy chế số 03-QC/HU ngày 12/4/2016."),
    ):
        add_text(held, REGULATION.format(number=number, day=day, clause=clause), f"{number}.txt")
    open_page(app)
    assert len(suggested(app)) == 2
    app.selectbox[0].set_value("03-QC/HU@2016-04-12").run()
    (only,) = suggested(app)
    assert "03\\-QC/HU" in only
    assert "05\\-QC/HU" in only


def suggested(app: AppTest) -> list[str]:
    return [link.proto.label for link in app.get("page_link") if " – " in link.proto.label]


def test_a_choice_is_put_into_the_address_and_both_texts_are_drawn(app: AppTest, held: Path) -> None:
    open_page(app)
    app.selectbox[0].set_value(OLD_ID).run()
    app.selectbox[1].set_value(NEW_ID).run()
    assert (app.query_params["old"], app.query_params["new"]) == (OLD_ID, NEW_ID)
    drawn = html(app)
    assert '<ins title="Chữ thêm">, tổ chức đảng</ins>' in drawn
    assert '<del title="Chữ bỏ">năm</del>' in drawn
    assert '<ins title="Chữ thêm">mười</ins>' in drawn
    assert 'href="van-ban?doc=102-Q%C4%90%2FTW%402017-11-15&amp;at=dieu-1.khoan-1"' in drawn
    assert "Quy định 102-QĐ/TW đã được thay thế bởi 69-QĐ/TW từ 06/7/2022" in words(app)
    assert [button.proto.label for button in app.get("download_button")] == ["Tải bảng so sánh (Word)"]


def test_the_address_opens_the_comparison_by_any_sign(app: AppTest, held: Path) -> None:
    open_page(app, old="102-QĐ/TW", new=NEW_ID)
    assert [box.value for box in app.selectbox] == [OLD_ID, NEW_ID]
    assert len(re.findall('<section id="muc-', html(app))) == 4


@pytest.mark.parametrize("given", ["217-QĐ/TW", "999-QĐ/TW"])
def test_a_document_that_is_not_held_is_said_to_somebody_at_the_page(app: AppTest, held: Path, given: str) -> None:
    open_page(app, old=given)
    said = words(app)
    assert f"chưa có nguyên văn “{given}”" in said
    assert "trang Thư viện" in said
    assert "python -m" not in said
    links = [link.proto.label for link in app.get("page_link") if "hồ sơ" in link.proto.label]
    assert len(links) == (given == "217-QĐ/TW")


def test_an_address_from_before_a_choice_does_not_undo_it(app: AppTest, held: Path) -> None:
    open_page(app)
    app.selectbox[0].set_value(OLD_ID).run()
    del app.query_params["old"]  # as a browser sends it that has not heard of the choice yet
    app.selectbox[1].set_value(NEW_ID).run()
    assert [box.value for box in app.selectbox] == [OLD_ID, NEW_ID]
    assert (app.query_params["old"], app.query_params["new"]) == (OLD_ID, NEW_ID)


def test_words_of_a_document_are_shown_as_written(app: AppTest, held: Path) -> None:
    open_page(app, old=OLD_ID, new=NEW_ID)
    assert "trừ &lt;b&gt;trường hợp&lt;/b&gt; khác" in html(app)
    assert "lưu **hồ sơ** ba tháng" in html(app)


def test_kinds_of_differences_are_counted_and_chosen(app: AppTest, held: Path) -> None:
    open_page(app, old=OLD_ID, new=NEW_ID)
    (kinds,) = app.pills
    assert [option.content for option in kinds.proto.options] == [
        r"\= giống (4)",
        "≠ sửa (2)",
        r"\+ mới (1)",
        "− bỏ (1)",
    ]
    kinds.set_value(["same"]).run()
    assert "chỉ khác cách viết" in words(app)
    assert "<del" not in html(app)
    app.pills[0].set_value([]).run()
    assert NOTHING_SHOWN in words(app)


def test_the_two_are_exchanged_by_one_press(app: AppTest, held: Path) -> None:
    open_page(app, old=NEW_ID, new=OLD_ID)
    assert "hãy đổi chỗ hai văn bản" in words(app)
    next(button for button in app.button if button.label == "Đổi chỗ hai văn bản").click().run()
    assert (app.query_params["old"], app.query_params["new"]) == (OLD_ID, NEW_ID)
    assert "hãy đổi chỗ hai văn bản" not in words(app)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        pytest.param("999-QĐ/TW", NEW_ID, "chưa có nguyên văn “999-QĐ/TW”", id="not-held"),
        pytest.param(OLD_ID, OLD_ID, "Hãy chọn hai văn bản khác nhau", id="one-document"),
    ],
)
def test_an_address_that_names_no_pair_is_said(app: AppTest, held: Path, old: str, new: str, says: str) -> None:
    assert says in words(open_page(app, old=old, new=new))


def test_a_document_chosen_twice_is_compared_with_its_earlier_version(app: AppTest, held: Path) -> None:
    add_text(held, CORRECTED, "sua.txt")
    open_page(app, old=OLD_ID, new=OLD_ID)
    (versions,) = (box for box in app.selectbox if box.label == VERSION)
    assert [option.partition(",")[0] for option in versions.options] == ["Bản 1: cu.txt"]
    assert app.query_params["version"] == "1"
    drawn = html(app)
    assert '<ins title="Chữ thêm">ba mươi</ins>' in drawn
    assert "Bản đang dùng." in words(app)
    links = re.findall(r'href="van-ban\?[^"]*at=dieu-1\.khoan-2', drawn)
    assert len(links) == 1  # the earlier version cannot be opened
    assert not any(button.label == "Đổi chỗ hai văn bản" for button in app.button)
