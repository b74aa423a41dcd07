"""Page Thư viện: files taken in behind it, the back-up, the check of its health; and in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ingest.language import speaking
from ingest.store import open_library
from tests.driver import drive, words
from tests.fakes import add_text
from tests.test_library_page import fill, labels, press, show
from tests.test_store import directive, held_ids
from ui import library_care, services
from ui.library import say_state
from ui.library_data import read_holdings
from ui.taking import Taking

FOLDER = "Thư mục trên máy này để đặt tệp sao lưu"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VANKIEN_HOME", str(tmp_path / "var"))
    monkeypatch.setattr(services, "needs_build", lambda _: False)
    library_care.share_care.clear()
    add_text(tmp_path / "var", directive())
    return tmp_path / "var"


@pytest.fixture
def app(home: Path) -> Iterator[AppTest]:
    yield from drive()


def test_a_back_up_is_made_by_a_press_and_remembered(home: Path, app: AppTest, tmp_path: Path) -> None:
    show(app, "sao-luu")
    assert "Chưa sao lưu lần nào." in words(app)
    (tmp_path / "usb").mkdir()
    fill(app, FOLDER, str(tmp_path / "usb"))
    press(app, "Sao lưu ngay")
    (made,) = (tmp_path / "usb").iterdir()
    assert re.search(rf"Sao lưu lần cuối lúc \d\d:\d\d ngày \d\d/\d\d/\d{{4}}: 1 văn bản, .* Tệp: {made}", words(app))
    assert "sao lưu lần cuối " in words(app)


@pytest.mark.parametrize(
    ("folder", "said"),
    [("var", "nằm ngay trong thư mục của thư viện"), ("lạ/nữa", "Không có thư mục")],
)
def test_a_back_up_that_cannot_be_says_why(app: AppTest, tmp_path: Path, folder: str, said: str) -> None:
    show(app, "sao-luu")
    fill(app, FOLDER, str(tmp_path / folder))
    press(app, "Sao lưu ngay")
    assert re.search(said, words(app))
    assert "chưa sao lưu lần nào" in words(app)


def test_health_is_checked_by_a_press(home: Path, app: AppTest) -> None:
    show(app, "sao-luu")
    press(app, "Kiểm tra ngay")
    assert "thư viện nguyên vẹn" in words(app)
    assert "Nguyên văn và các đoạn cắt ra: 1 bản, " in words(app)
    with open_library(home) as library:
        library._db.execute("UPDATE documents SET text = text || 'x'")
    press(app, "Kiểm tra ngay")
    assert "có 1 chỗ sai, xem cách xử lý bên dưới" in words(app)
    assert "Hãy đọc lại từ tệp gốc đã lưu: nhờ người phụ trách máy" in words(app)


def test_room_and_place_are_shown(home: Path, app: AppTest) -> None:
    show(app, "sao-luu")
    for said in ("Văn bản và tệp gốc", "Chỉ mục (lập lại được)", "Ổ đĩa còn trống", str(home)):
        assert said in words(app)


def test_what_is_dropped_is_taken_in_and_indexed_behind_the_page(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built: list[bool] = []
    monkeypatch.setattr(services, "build_if_needed", lambda: built.append(True))
    sound = directive(number="06-CT/TU", body="1. Kết nạp.\n").encode()
    taking = Taking([("một.txt", sound), ("hai.docx", b"PK\x03\x04 hong")])
    taking.start()
    taking.wait(60)
    assert (taking.running, taking.failure) == (False, None)
    assert [(one.name, one.error is None) for one in taking.outcomes] == [("một.txt", True), ("hai.docx", False)]
    assert (taking.progress.done, taking.progress.total, built) == (2, 2, [True])
    with open_library(home) as library:
        assert len(held_ids(library)) == 2


def test_a_library_that_cannot_be_written_stops_the_taking_with_a_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tệp").write_text("x")
    monkeypatch.setenv("VANKIEN_HOME", str(tmp_path / "tệp"))
    taking = Taking([("một.txt", b"Ghi chep.")])
    taking.start()
    taking.wait(60)
    assert taking.failure is not None
    assert "không phải thư mục" in taking.failure


def test_the_former_address_of_adding_leads_here(home: Path, app: AppTest) -> None:
    app.run()
    app.switch_page("ui/library.py")
    app.query_params["muc"] = "them"
    app.run()
    assert "Thêm vào thư viện" in labels(app)
    links = [one.proto.label for one in app.get("page_link")]
    assert "Thư viện" in links
    assert "Thêm văn bản" not in links


def test_the_page_speaks_english(home: Path) -> None:
    with speaking("en"):
        assert say_state(read_holdings()) == "1 document · 4 passages · 0 to be reviewed · never backed up"
