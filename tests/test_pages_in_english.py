"""Who asked for English is spoken to in English; documents, their places and their words stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from index.answer import NOT_FOUND, Answer
from index.settings import load_settings
from ingest.catalog import read_catalog
from ingest.language import keep_language, speaking, tr
from ingest.store import open_library
from tests.driver import drive, stand_in
from tests.fakes import FAKE_MODEL, NOTICE, add_text, answered, declined
from tests.old_and_new import NEW, NEW_ID, OLD, OLD_ID
from tests.spoken_pages import gather_said
from ui.ask import EXAMPLES, OF_THE_CATALOGUE
from ui.building import IndexBuilder, Progress, Report
from ui.margin import CITED_BY, CITES, SIMILAR_LIST
from ui.relations_chart import COLOURS
from ui.speaking import LANGUAGE, NAMES
from ui.steps import say_on_page
from ui.words import shortened

_VIETNAMESE = re.compile(r"[à-ỹđÀ-ỸĐ]")
_PLACE = re.compile(r"(?:(?:[Kk]hoản|[Đđ]iểm|[Mm]ục|Điều) \w+ ?)+")
_SIGN = re.compile(r"\d+-[A-ZĐ]+/TW")
ASKED = "Năng lực?"
COMPARED = {"old": OLD_ID, "new": NEW_ID}


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    monkeypatch.setenv("VANKIEN_HOME", str(tmp_path))
    monkeypatch.setenv("VANKIEN_MODEL", FAKE_MODEL)
    for driven in drive():
        driven.session_state[LANGUAGE] = "en"
        with speaking("vi"):
            yield driven


@pytest.fixture
def held(tmp_path: Path) -> None:
    add_text(tmp_path, OLD, "cu.txt")
    add_text(tmp_path, NEW, "moi.txt")


def show(app: AppTest, page: str, **query: str) -> AppTest:
    app.run()
    for name, value in query.items():
        app.query_params[name] = value
    return app.switch_page(page).run()


def list_names() -> list[str]:
    """What documents are called, and what readers may ask, the longest first."""
    with open_library(load_settings().home) as library:
        held = [one.metadata for one in library.documents()]
    known = [one.metadata for one in read_catalog()]
    named: list[tuple[str | None, ...]] = [
        (one.label, one.name, one.title, one.type) for one in (NOTICE, *held, *known)
    ]
    named += [(one.name, one.title, shortened(one.title or "", 80)) for one in read_catalog()]
    names = {name for some in named for name in some if name}
    return sorted(
        names | set(COLOURS) | set(EXAMPLES) | set(OF_THE_CATALOGUE) | {ASKED, *NAMES.values()}, key=len, reverse=True
    )


def find_vietnamese(app: AppTest) -> list[str]:
    """What the page says in Vietnamese letters and no document does."""
    names = list_names()

    def leave_out(words: str) -> str:
        for name in names:
            words = words.replace(name, "")
        return _PLACE.sub("", _SIGN.sub("", words))

    return [words for words in gather_said(app) if _VIETNAMESE.search(words) and _VIETNAMESE.search(leave_out(words))]


@pytest.mark.parametrize("page", ["about", "basket", "comparing", "document", "missing", "relations"])
def test_a_page_without_documents_speaks_english(app: AppTest, page: str) -> None:
    assert find_vietnamese(show(app, f"ui/{page}.py")) == []


@pytest.mark.usefixtures("held")
@pytest.mark.parametrize(
    ("page", "query"),
    [
        pytest.param("comparing", {}, id="what-to-compare"),
        pytest.param("comparing", COMPARED, id="compared"),
        pytest.param("comparing", {"old": NEW_ID, "new": OLD_ID}, id="reversed"),
        pytest.param("comparing", {"old": "99-QĐ/TW"}, id="not-held"),
        pytest.param("document", {}, id="what-to-read"),
        pytest.param("document", {"doc": "xxx"}, id="not-to-be-read"),
        pytest.param("document", {"doc": NEW_ID, "list": CITES}, id="what-it-cites"),
        pytest.param("document", {"doc": NEW_ID, "list": CITED_BY}, id="who-cites-it"),
        pytest.param("document", {"doc": NEW_ID, "list": SIMILAR_LIST}, id="similar-to-no-place"),
        pytest.param("missing", {}, id="what-is-missing"),
        pytest.param("relations", {"doc": "xxx"}, id="unknown"),
        pytest.param("relations", {"doc": OLD_ID}, id="map"),
    ],
)
def test_a_page_with_documents_speaks_english(app: AppTest, page: str, query: dict[str, str]) -> None:
    assert find_vietnamese(show(app, f"ui/{page}.py", **query)) == []


@pytest.mark.usefixtures("held")
@pytest.mark.parametrize(("view", "told"), [("Timeline", "Timeline of the documents"), ("Table", "Certainty")])
def test_relations_are_told_in_english(app: AppTest, view: str, told: str) -> None:
    show(app, "ui/relations.py", doc=OLD_ID)
    app.segmented_control(key="vk-cach-xem").set_value(view).run()

    assert any(words.startswith(told) for words in gather_said(app))
    assert find_vietnamese(app) == []


@pytest.mark.usefixtures("held")
@pytest.mark.parametrize(
    ("query", "told"),
    [
        pytest.param({"doc": OLD_ID}, "Press a clause in the Contents", id="whole"),
        pytest.param({"doc": OLD_ID, "at": "dieu-1"}, "Điều 1 is highlighted below.", id="place"),
        pytest.param({"doc": OLD_ID, "at": "xxx"}, "This document has no place “xxx”.", id="no-such-place"),
        pytest.param({"doc": OLD_ID}, "Date of issue", id="record"),
        pytest.param({"doc": "264-QĐ/TW"}, "Digest by Vankien, not the text", id="digest"),
        pytest.param({"doc": "264-QĐ/TW"}, "Amends", id="catalogued"),
    ],
)
def test_a_document_is_read_under_english_words(app: AppTest, query: dict[str, str], told: str) -> None:
    assert any(words.startswith(told) for words in gather_said(show(app, "ui/document.py", **query)))


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        pytest.param(answered("?"), "Confidence: high.", id="high"),
        pytest.param(answered("?", "thấp"), "Confidence: low.", id="low"),
        pytest.param(answered("?", understood="Power?"), "Understood as: ", id="understood"),
        pytest.param(declined("?"), "The library holds no answer", id="declined"),
    ],
)
def test_answers_stand_under_english_words(
    app: AppTest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reply: Answer, told: str
) -> None:
    desk = stand_in(monkeypatch, tmp_path)
    with speaking("en"):
        introduction = "" if reply.answered else tr(NOT_FOUND)
    desk.reply, desk.waiting = replace(reply, introduction=introduction), ("one", "two")
    app.run()
    assert find_vietnamese(app) == []
    app.text_input(key="question").set_value(ASKED)
    next(button for button in app.button if button.label == "Ask now").click().run()

    said = gather_said(app)
    assert any(words.startswith(told) for words in said)
    assert "2 documents are not indexed yet and were not searched: one; two." in said
    assert find_vietnamese(app) == []


def test_a_build_is_followed_in_the_language_of_each_who_follows() -> None:
    progress = Progress("Đang tách từ", 3, 12)
    with speaking("en"):
        assert progress.words == "Splitting words: 3/12"
    assert progress.words == "Đang tách từ: 3/12"


def test_what_goes_wrong_behind_a_page_is_said_in_the_language_in_which_it_was_begun() -> None:
    def fail(_: Report) -> None:
        raise ValueError

    builder = IndexBuilder(fail)
    with speaking("en"):
        builder.start()
    builder.wait(30)
    assert builder.failure
    assert builder.failure.startswith("Building the index stopped")


@pytest.mark.parametrize(
    ("said", "on_page"),
    [
        ("Add its file: python -m ingest add FILE.", "Add its file on the page Library."),
        ("Run: python -m index build", "Build the index on the page Ask"),
        (
            "See its versions with: python -m ingest versions X",
            "See its versions: ask the person in charge of this machine",
        ),
    ],
)
def test_a_command_is_led_to_its_page_in_english(said: str, on_page: str) -> None:
    with speaking("en"):
        assert say_on_page(said) == on_page


def test_a_word_file_is_written_in_the_language_of_the_reader_who_asked_for_it() -> None:
    with speaking("en"):
        write = keep_language(lambda: tr("Mã văn bản"))
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(write).result() == "Id of the document"
