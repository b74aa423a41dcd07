"""A secret document and two people: for who may not see it every page is as if it had never been added.

Two libraries, one with the secret laid into a collection of a group before anybody looks, one that never held it. What
a stranger is shown of the first is what he is shown of the second, to the letter; what the member of the group is shown
tells of the secret, so that the comparison can fail.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from index.build import build_index
from index.settings import Settings
from ingest.accounts.values import Person
from ingest.desk.file import open_desk
from ingest.store import open_library
from ingest.store.sight import see_as
from tests.driver import drive
from tests.fakes import FAKE_MODEL, FakeEncoder, add_text, have_nothing_to_build
from tests.test_graph import write
from ui import openers, services, visitor
from ui.building import IndexBuilder

GROUP, SHELF = "Tổ zqto", "Kho zqkho"
DIRECTIVE = write(
    "05-CT/TW",
    "15 tháng 5 năm 2016",
    "1. Học tập đạo đức.\n\n2. Kiểm tra, giám sát ở cơ sở.\n",
    kind="CHỈ THỊ",
    title="về học tập",
)
PLAN = write(
    "801-KH/TU",
    "03 tháng 02 năm 2018",
    "1. Thực hiện Chỉ thị số 05-CT/TW, ngày 15/5/2016 về học tập.\n\n2. Giám sát đảng viên.\n",
    kind="KẾ HOẠCH",
    title="về kiểm tra",
)
SECRET = write(
    "7391-QĐ/TW",
    "06 tháng 3 năm 2019",
    "1. Zqviec zqgiam zqsat ở zqxa.\n\n2. Quyết định này thay thế Chỉ thị số 05-CT/TW, ngày 15/5/2016; căn cứ Quy định "
    "số 7392-QĐ/TW về zqcu.\n",
    kind="QUYẾT ĐỊNH",
    title="về zqten",
)
SECRET_ID, DIRECTIVE_ID, PLAN_ID = "7391-QĐ/TW@2019-03-06", "05-CT/TW@2016-05-15", "801-KH/TU@2018-02-03"
_FILE_ID = re.compile(r'deferred_file_id: "\w+"')
SIGNS_OF_IT = re.compile(r"zq|739[12]", re.IGNORECASE)
MEMBER = Person("zqmember", "Người trong nhóm", "reader", frozenset({GROUP}))
STRANGER = Person("nguoi-ngoai", "Người ngoài", "reader", frozenset({"Nhóm khác"}))
LIBRARIAN = Person("thu-thu", "Thủ thư", "librarian", frozenset())


@dataclass
class Office:
    """A library with accounts, and who sits at the page."""

    home: Path
    person: Person = STRANGER

    def build(self) -> None:
        """The indexes of all who may come."""
        for sight in (see_as(MEMBER.groups), see_as(STRANGER.groups), see_as(LIBRARIAN.groups)):
            with open_library(self.home, sight) as library:
                settings = Settings(self.home, FAKE_MODEL, None, sight, own_index=bool(library.hidden))
            build_index(settings, lambda *_: None, FakeEncoder())


def found_office(home: Path, *, with_secret: bool) -> None:
    for place, text in enumerate((DIRECTIVE, PLAN)):
        add_text(home, text, f"tep-{place}.txt")
    if with_secret:
        assert add_text(home, SECRET, "zqtep.txt") == SECRET_ID
        with open_library(home) as library:
            library.collections.create(SHELF, [SECRET_ID])
            library.collections.give_to(SHELF, [GROUP])
    with open_library(home) as library, library._access.transaction() as db:
        db.execute("UPDATE meta SET value = 'x' WHERE key = 'library_id'")
        db.execute("UPDATE documents SET added_at = '2020-01-01T00:00:00+00:00'")
    Office(home).build()


@pytest.fixture
def sit(monkeypatch: pytest.MonkeyPatch) -> Callable[[Office], None]:
    """Sit down in an office: every page is of its library and of its person from now on."""
    monkeypatch.setenv("VANKIEN_MODEL", FAKE_MODEL)
    monkeypatch.setattr(openers, "share_encoder", lambda _: FakeEncoder())
    monkeypatch.setattr(services, "build_if_needed", lambda: IndexBuilder(have_nothing_to_build))
    monkeypatch.setattr(visitor, "accounts_exist", lambda _: True)

    def sit_down(office: Office) -> None:
        monkeypatch.setenv("VANKIEN_HOME", str(office.home))
        monkeypatch.setattr(visitor, "_find_person", lambda *_: office.person)
        st.cache_resource.clear()
        st.cache_data.clear()

    return sit_down


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both offices as they are when nobody has come in yet."""
    home = tmp_path_factory.mktemp("offices")
    for name in ("a", "b"):
        found_office(home / name, with_secret=name == "a")
    return home


@pytest.fixture
def offices(founded: Path, tmp_path: Path) -> tuple[Office, Office]:
    """One that holds the secret, one that never did."""
    for name in ("a", "b"):
        shutil.copytree(founded / name, tmp_path / name)
    return Office(tmp_path / "a"), Office(tmp_path / "b")


# --- doors ---------------------------------------------------------------------------------------------------


def walk(block: Any) -> Iterator[Any]:
    for child in block.children.values():
        if hasattr(child, "children"):
            yield from walk(child)
        yield child


def drawn(app: AppTest, office: Office) -> str:
    """All that the page sent to the browser, tables and pictures too."""
    said = "\n".join(str(one.proto) for one in walk(app._tree) if getattr(one, "proto", None) is not None)
    return _FILE_ID.sub("", said.replace(str(office.home), "HOME"))


def look(office: Office, door: str) -> str:
    """What a browser that is opened there is sent at that door."""
    (told,) = [drawn(DOORS[door](app), office) for app in drive()]
    return told


def at(page: str, **query: str) -> Callable[[AppTest], AppTest]:
    def go(app: AppTest) -> AppTest:
        app.run()
        for name, value in query.items():
            app.query_params[name] = value
        return app.switch_page(page).run()

    return go


def asking(question: str) -> Callable[[AppTest], AppTest]:
    def go(app: AppTest) -> AppTest:
        app.run()
        app.text_input(key="question").set_value(question)
        return next(button for button in app.button if button.label == "Hỏi").click().run()

    return go


DOORS = {
    "first-page": at("ui/ask.py"),
    "asked": asking("kiểm tra, giám sát ở cơ sở"),
    "asked-for-its-words": asking("zqviec zqgiam zqsat là gì?"),
    "asked-without-accents": asking("zqgiam sat o co so"),
    "asked-by-its-sign": asking("7391-QĐ/TW nói gì?"),
    "asked-what-replaces": asking("Những văn bản nào thay thế Chỉ thị 05-CT/TW?"),
    "asked-whether-in-force": asking("Chỉ thị 05-CT/TW còn hiệu lực không?"),
    "asked-who-cites": asking("Văn bản nào viện dẫn Chỉ thị 05-CT/TW?"),
    "asked-for-documents": asking("văn bản nào ban hành năm 2019"),
    "asked-what-is-missing": asking("thư viện còn thiếu văn bản nào?"),
    "searched": at("ui/search.py", q="giám sát"),
    "searched-for-its-words": at("ui/search.py", q="zqviec"),
    "search-begins": at("ui/search.py"),
    "opened-by-its-id": at("ui/document.py", doc=SECRET_ID),
    "opened-by-its-sign": at("ui/document.py", doc="7391-QĐ/TW"),
    "what-it-replaces": at("ui/document.py", doc=DIRECTIVE_ID),
    "what-it-replaces-at-a-place": at("ui/document.py", doc=DIRECTIVE_ID, at="2"),
    "cited-by-list": at("ui/document.py", doc=DIRECTIVE_ID, list="cited-by"),
    "similar-passages": at("ui/document.py", doc=DIRECTIVE_ID, at="2", list="similar"),
    "what-it-cites": at("ui/document.py", doc="7392-QĐ/TW"),
    "reader-begins": at("ui/document.py"),
    "relations": at("ui/relations.py", doc=DIRECTIVE_ID),
    "relations-of-it": at("ui/relations.py", doc=SECRET_ID),
    "comparing": at("ui/comparing.py"),
    "comparing-it": at("ui/comparing.py", old=DIRECTIVE_ID, new=SECRET_ID),
    "library": at("ui/library.py"),
    "library-collections": at("ui/library.py", muc="bo-suu-tap"),
    "library-adding": at("ui/library.py", muc="them"),
    "library-removed": at("ui/library.py", muc="da-bo"),
    "library-correcting-it": at("ui/library.py", sua=SECRET_ID),
    "missing": at("ui/missing.py"),
    "basket": at("ui/basket.py"),
    "about": at("ui/about.py"),
}


@pytest.mark.parametrize("person", [STRANGER, LIBRARIAN], ids=lambda one: one.role)
@pytest.mark.parametrize("door", DOORS)
def test_every_page_is_as_if_it_had_never_been_added(
    offices: tuple[Office, Office], sit: Callable[[Office], None], door: str, person: Person
) -> None:
    seen = []
    for office in offices:
        office.person = person
        sit(office)
        seen.append(look(office, door))
    assert seen[0] == seen[1]
    assert len(seen[0]) > 1000


TELLING = [
    "asked-for-its-words",
    "asked-what-replaces",
    "asked-for-documents",
    "searched-for-its-words",
    "opened-by-its-id",
    "what-it-replaces",
    "cited-by-list",
    "relations",
    "library",
    "missing",
]


@pytest.mark.parametrize("door", TELLING)
def test_who_is_of_the_group_is_told_of_it(
    offices: tuple[Office, Office], sit: Callable[[Office], None], door: str
) -> None:
    office, _ = offices
    office.person = MEMBER
    sit(office)
    told = look(office, door)
    office.person = STRANGER
    sit(office)
    assert len(SIGNS_OF_IT.findall(told)) > len(SIGNS_OF_IT.findall(look(office, door)))


def test_what_was_taken_along_before_is_shown_and_exported_no_more(
    offices: tuple[Office, Office], sit: Callable[[Office], None]
) -> None:
    office, _ = offices
    with open_library(office.home) as library:
        text = library.get(SECRET_ID).text
    start = text.index("Zqviec")
    words = text[start : start + 30]
    for person in (MEMBER, STRANGER):
        with open_desk(office.home) as desk:
            desk.basket.add(f"tai-khoan:{person.name}", SECRET_ID, (start, start + 30), words, "1")
        office.person = person
        sit(office)
        assert ("Zqviec" in look(office, "basket")) is (person is MEMBER)


def test_an_index_that_was_built_of_more_serves_nobody_else(
    offices: tuple[Office, Office], sit: Callable[[Office], None]
) -> None:
    """Between a document's going into a collection of a group and the next build."""
    office, _ = offices
    with open_library(office.home) as library:
        library.collections.add(SHELF, [PLAN_ID])
    sit(office)
    for app in drive():
        asking("giám sát đảng viên")(app)
        told = "\n".join(str(one.proto.body) for one in app.get("html"))
    assert "Giám sát đảng viên" not in told
    assert "chỉ mục đang được lập lại" in told


def test_who_is_not_logged_in_is_told_so_and_nothing_else(
    offices: tuple[Office, Office], sit: Callable[[Office], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    office, _ = offices
    sit(office)
    monkeypatch.setattr(visitor, "_find_person", lambda *_: None)
    for door in (one for one in DOORS if not one.startswith("asked")):
        told = look(office, door)
        assert "Học tập" not in told
        assert "801-KH" not in told


@pytest.mark.parametrize(("person", "told"), [(STRANGER, "hãy nhờ thủ thư"), (LIBRARIAN, "hãy thêm tệp")])
def test_where_something_is_missing_each_is_told_what_he_can_do(
    offices: tuple[Office, Office], sit: Callable[[Office], None], person: Person, told: str
) -> None:
    office, _ = offices
    office.person = person
    sit(office)
    shown = look(office, "asked-for-its-words")
    assert f"Nếu còn thiếu văn bản, {told}" in shown
