"""Page Phiếu trích dẫn: what was taken along, word for word, in the reader's order, and nothing else leaves."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ingest.desk.file import open_desk
from ingest.store import connection, open_library
from tests.fakes import add_text
from tests.test_exporting import HARD, TEXT, take
from ui import basket

ROOT = Path(__file__).resolve().parent.parent
OWNER = str(uuid.UUID(int=1))


@pytest.fixture
def document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("VANKIEN_HOME", str(tmp_path))
    return add_text(tmp_path, TEXT)


@pytest.fixture
def app(document: str, tmp_path: Path) -> Iterator[AppTest]:
    driven = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    driven.session_state["owner"] = OWNER
    driven.session_state["owner-told"] = True
    yield driven
    assert not driven.exception


def collect(home: Path, document: str, *words: str) -> None:
    with open_library(home) as library, open_desk(home) as desk:
        for one in (take(library, document, each) for each in words):
            desk.basket.add(OWNER, document, (one.start, one.end), one.words, one.address)


def show(app: AppTest) -> AppTest:
    app.run()
    return app.switch_page("ui/basket.py").run()


def press(app: AppTest, label: str, which: int = 0) -> AppTest:
    return [one for one in app.button if one.label == label][which].click().run()


def words_of(app: AppTest) -> str:
    return "\n".join(str(one.proto.body) for one in app.get("html"))


def labels(app: AppTest) -> list[str]:
    return [str(one.proto.label) for one in app.get("page_link") if ". " in one.proto.label]


def test_an_empty_basket_says_how_to_fill_it(app: AppTest) -> None:
    assert "Phiếu chưa có đoạn nào" in words_of(show(app))


def test_each_passage_stands_under_its_place_and_as_it_is_written(app: AppTest, document: str, tmp_path: Path) -> None:
    collect(tmp_path, document, HARD)

    show(app)

    assert "&lt;img onerror=alert(1)&gt; **đậm**" in words_of(app)
    assert "15" in labels(app)[0]
    assert labels(app)[0].startswith("1")


def test_passages_change_places(app: AppTest, document: str, tmp_path: Path) -> None:
    collect(tmp_path, document, "Các cấp ủy phân công", "Một gạch đầu dòng.")
    before = labels(show(app))

    press(app, "Đưa xuống")

    after = labels(app)
    assert [one[3:] for one in after] == [one[3:] for one in before][::-1]


def test_what_cannot_be_handed_out_now_keeps_its_place_while_others_move(
    app: AppTest, document: str, tmp_path: Path
) -> None:
    other = add_text(tmp_path, TEXT.replace("15-CT/TU", "16-CT/TU").replace("Một gạch", "Hai gạch"))
    collect(tmp_path, document, "Các cấp ủy phân công")
    collect(tmp_path, other, "Hai gạch đầu dòng.")
    collect(tmp_path, document, "Một gạch đầu dòng.")
    with open_library(tmp_path) as library, open_desk(tmp_path) as desk:
        first, lost, last = (one.id for one in desk.basket.list_of(OWNER))
        library.remove(other)
    show(app)

    press(app, "Đưa xuống")

    with open_desk(tmp_path) as desk:
        assert [one.id for one in desk.basket.list_of(OWNER)] == [last, lost, first]


def test_what_is_in_the_way_of_a_press_is_said_and_the_press_can_be_made_again(
    app: AppTest, document: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collect(tmp_path, document, "Các cấp ủy phân công")
    show(app)
    monkeypatch.setattr(connection, "_BUSY_SECONDS", 0.1)
    with closing(sqlite3.connect(tmp_path / "desk.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        press(app, "Bỏ ra")

    assert "tiến trình khác đang ghi. Hãy đợi một lát rồi làm lại" in words_of(app)
    assert len(labels(app)) == 1
    press(app, "Bỏ ra")
    assert "tiến trình khác đang ghi" not in words_of(app)
    assert labels(app) == []


def test_what_is_taken_out_can_be_put_back(app: AppTest, document: str, tmp_path: Path) -> None:
    collect(tmp_path, document, "Các cấp ủy phân công")
    show(app)

    press(app, "Bỏ ra")
    assert labels(app) == []
    press(app, "Đưa trở lại")

    assert len(labels(app)) == 1


def test_a_note_is_kept(app: AppTest, document: str, tmp_path: Path) -> None:
    collect(tmp_path, document, "Các cấp ủy phân công")
    show(app).text_input[0].set_value("cho mục 2").run()

    with open_desk(tmp_path) as desk:
        assert [one.note for one in desk.basket.list_of(OWNER)] == ["cho mục 2"]


def test_what_no_longer_stands_in_the_library_is_shown_and_not_exported(
    app: AppTest, document: str, tmp_path: Path
) -> None:
    collect(tmp_path, document, "Các cấp ủy phân công")
    with open_library(tmp_path) as library:
        library.remove(document)

    assert basket.GONE in words_of(show(app))
    assert not app.get("download_button")


def test_says_which_cells_of_the_csv_are_guarded(app: AppTest, document: str, tmp_path: Path) -> None:
    collect(tmp_path, document, HARD)

    assert "1 ô bắt đầu bằng dấu" in words_of(show(app))
    assert len(app.get("download_button")) == 4
