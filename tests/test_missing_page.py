"""What is cited and not held stands on a page: by whom it is cited, who would be asked for it, what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from ingest.accepting import Difference
from ingest.catalog import find_record
from ingest.errors import FetchError, ForbiddenError, OfflineError
from ingest.fetch import Fetched, Fetcher
from ingest.fetching import Got, Tried
from ingest.records import Record
from ingest.store import Added
from tests.fakes import add_text
from tests.test_accepting import TEXT
from tests.test_missing import FIRST, SECOND, plan
from ui import lacking, services
from ui.fetched import say_got
from ui.speaking import NAMES

ROOT = Path(__file__).resolve().parent.parent
DIRECTIVE = """BAN CHẤP HÀNH TRUNG ƯƠNG\tĐẢNG CỘNG SẢN VIỆT NAM
*\tHà Nội, ngày 15 tháng 5 năm 2016
Số 05-CT/TW

CHỈ THỊ
về đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh

1. Các cấp ủy học tập và làm theo Bác.
""".encode()
FORBIDDEN = "Người phụ trách máy không cho Vankien dùng mạng"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VANKIEN_HOME", str(tmp_path))
    monkeypatch.setattr(services, "needs_build", lambda _: False)
    lacking._text_fetcher.clear()
    return tmp_path


@pytest.fixture
def app(home: Path) -> Iterator[AppTest]:
    driven = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    yield driven
    assert not driven.exception


@pytest.fixture
def found() -> Record:
    record = find_record("217-QĐ/TW")
    assert record
    return record


def open_page(app: AppTest, page: str = "ui/missing.py", **query: str) -> None:
    app.run()
    app.switch_page(page)
    for name, value in query.items():
        app.query_params[name] = value
    app.run()


def words(app: AppTest) -> str:
    drawn = (one.proto.body for one in app.get("html") if not one.proto.body.startswith("<style"))
    return " ".join(unescape(re.sub("<[^>]*>", " ", " ".join(drawn))).split())


def links(app: AppTest) -> list[str]:
    return [unescape(one.proto.label).replace("\\", "") for one in app.get("page_link")]


def opened(app: AppTest) -> list[str]:
    """What the links of the page open."""
    queries = (parse_qs(one.proto.query_string) for one in app.get("page_link"))
    return [query["doc"][0] for query in queries if "doc" in query]


def buttons(app: AppTest) -> list[str]:
    """Of the page; the language is changed below all pages."""
    return [one.label for one in app.button if one.label not in NAMES.values()]


# --- the list ------------------------------------------------------------------------------------------------


def test_each_document_stands_with_who_cites_it_and_what_to_do(app: AppTest, home: Path) -> None:
    add_text(home, FIRST)
    add_text(home, SECOND)
    open_page(app)
    shown = words(app)
    assert "3 văn bản được dẫn mà thư viện chưa có nguyên văn" in shown
    assert shown.index("Được dẫn 3 lần, trong 2 văn bản:") < shown.index("Được dẫn 1 lần, trong 1 văn bản:")
    assert "Nghị định số 34/2016/NĐ-CP" in shown
    assert "Chỉ thị số 05-CT/TW ngày 15/5/2016" in links(app)
    assert links(app).count("Kế hoạch số 11-KH/HU về một việc") == 2
    assert shown.count("Chưa biết nơi tải: hãy tìm tệp nguyên văn rồi thêm ở trang Thư viện.") == 2
    assert buttons(app) == ["Tải 1 văn bản danh mục biết nơi tải", "Tải nguyên văn"]


def test_a_sign_that_several_bear_leads_to_the_choice(app: AppTest, home: Path) -> None:
    add_text(home, plan("13", "Nghị quyết số 18-NQ/TW").replace("năm 2019", "năm 2024"))
    open_page(app)
    assert opened(app)[:3] == ["18-NQ/TW", "18-NQ/TW@2017-10-25", "18-NQ/TW@2022-06-16"]
    shown = words(app)
    assert "Chưa rõ là văn bản nào; có thể là một trong các văn bản sau" in shown
    assert "Hãy đọc chỗ dẫn để biết là văn bản nào" in shown
    assert "Chưa biết nơi tải" not in shown
    assert [one for one in links(app) if one.startswith("Nghị quyết số 18-NQ/TW ngày 25/10/2017: ")]


def test_a_day_that_is_not_verified_is_not_shown_as_known(app: AppTest, home: Path) -> None:
    add_text(home, plan("13", "Nghị quyết Trung ương 4 khóa XI"))
    open_page(app)
    assert "Nghị quyết Trung ương 4 khóa XI" in links(app)
    assert "2012" not in " ".join([*links(app), words(app)])


def test_a_long_list_is_shown_in_parts(app: AppTest, home: Path) -> None:
    add_text(home, plan("14", *(f"Nghị định số {one}/2016/NĐ-CP" for one in range(10, 35))))
    open_page(app)
    assert words(app).count("Nghị định số") == 20
    next(one for one in app.button if one.label == "Xem thêm (còn 5 văn bản)").click().run()
    assert words(app).count("Nghị định số") == 25
    assert "Xem thêm" not in " ".join(buttons(app))


def test_a_library_that_lacks_nothing_says_so_and_what_else_is_known(app: AppTest, home: Path) -> None:
    add_text(home, plan("15", "những việc của huyện"))
    open_page(app)
    assert "Mọi văn bản được dẫn đều đã có trong thư viện." in words(app)
    assert buttons(app) == []
    assert "18-NQ/TW@2022-06-16" in opened(app)
    assert "18-NQ/TW@2017-10-25" in opened(app)
    assert "Nghị quyết số 18-NQ/TW ngày 16/6/2022 (chưa kiểm chứng): Về đất đai" in links(app)


def test_an_empty_library_leads_to_what_the_catalogue_knows(app: AppTest) -> None:
    open_page(app)
    assert "Thư viện chưa có văn bản nên chưa có gì được dẫn" in words(app)
    assert {"18-NQ/TW@2017-10-25", "102-QĐ/TW@2017-11-15"} <= set(opened(app))


def test_what_is_cited_stands_once(app: AppTest, home: Path) -> None:
    add_text(home, FIRST)
    open_page(app)
    assert opened(app).count("102-QĐ/TW@2017-11-15") == 1


def test_the_pages_of_documents_lead_to_the_list(app: AppTest, home: Path) -> None:
    add_text(home, FIRST)
    for page in ("ui/library.py", "ui/document.py"):
        open_page(app, page)
        assert "Xem văn bản được dẫn mà thư viện còn thiếu" in links(app)


# --- fetching ------------------------------------------------------------------------------------------------


def test_before_the_press_it_is_said_who_is_asked_and_nothing_is_asked(
    app: AppTest, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Fetcher, "fetch", lambda *_: pytest.fail("asked without a press"))
    add_text(home, FIRST)
    open_page(app)
    assert "máy này hỏi: tulieuvankien.dangcongsan.vn, luatvietnam.vn" in words(app)
    assert "không rời máy này" in words(app)


@pytest.mark.parametrize("page", ["ui/missing.py", "ui/document.py"])
def test_where_the_owner_forbids_the_network_it_is_said_and_there_is_nothing_to_press(
    app: AppTest, home: Path, page: str
) -> None:
    add_text(home, FIRST)
    (home / "settings.toml").write_text('network = "off"\n', encoding="utf-8")
    open_page(app, page, **({"doc": "05-CT/TW"} if page == "ui/document.py" else {}))
    assert FORBIDDEN in words(app)
    assert buttons(app) == []


def test_the_right_text_opens_in_the_place_of_its_record(
    app: AppTest, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Fetcher, "fetch", lambda _, address: Fetched(address, "05.txt", DIRECTIVE))
    open_page(app, "ui/document.py", doc="05-CT/TW")
    assert "Thư viện chưa có nguyên văn Chỉ thị số 05-CT/TW" in words(app)
    app.button(key="vk-tai").click().run()
    assert "Các cấp ủy học tập và làm theo Bác." in words(app)
    open_page(app)
    assert "đã tải và thêm vào thư viện; khớp với mọi điều danh mục biết" in words(app)
    assert "Mở văn bản" in links(app)


def test_another_text_under_the_right_name_is_told_with_what_differs(
    app: AppTest, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Fetcher, "fetch", lambda _, address: Fetched(address, "217.txt", TEXT.encode()))
    open_page(app, "ui/document.py", doc="217-QĐ/TW")
    app.button(key="vk-tai").click().run()
    shown = words(app)
    assert "Quyết định số 217-QĐ/TW ngày 12/12/2013: chưa tải được." in shown
    assert "luatminhkhue.vn cho một văn bản khác, không đưa vào thư viện" in shown
    assert "Số điều: danh mục ghi “3 và 19”, tệp ghi “2 và 3”" in shown
    assert str(home / "set-aside") in shown
    assert "Thêm tệp vào thư viện" in links(app)


HTTPS, PLAIN = "https://vbpl.vn/a", "http://vbpl.vn/a"
DIFFERENCE = Difference("Số điều", "3 và 19", "không đọc thấy")


@pytest.mark.parametrize(
    ("got", "lines"),
    [
        pytest.param((Added("added", "x"), ()), ["đã tải và thêm vào thư viện"], id="accepted"),
        pytest.param((None, ()), ["chưa tải được. Danh mục chưa biết nơi tải"], id="no-address"),
        pytest.param(
            (None, tuple(Tried(one, OfflineError(one, "không tìm thấy máy chủ vbpl.vn")) for one in (HTTPS, PLAIN))),
            ["máy này có thể không có mạng (vbpl.vn: không tìm thấy máy chủ vbpl.vn). Hãy tải tệp ở máy có mạng"],
            id="no-network-is-one-line",
        ),
        pytest.param(
            (None, (Tried(HTTPS, ForbiddenError(HTTPS)),)),
            ["chưa tải: người phụ trách máy không cho Vankien dùng mạng"],
            id="forbidden",
        ),
        pytest.param(
            (
                None,
                (
                    Tried(HTTPS, FetchError(HTTPS, "trang báo lỗi 404")),
                    Tried(PLAIN, differences=(DIFFERENCE,), kept_at=Path("de-rieng/tep.html")),
                ),
            ),
            [
                "chưa tải được.",
                "– vbpl.vn: trang báo lỗi 404.",
                "– vbpl.vn cho một văn bản khác, không đưa vào thư viện. Số điều: danh mục ghi “3 và 19”, tệp ghi "
                "“không đọc thấy”. Tệp để riêng tại de-rieng/tep.html.",
                "Hãy tải tệp bằng trình duyệt rồi thêm ở trang Thư viện.",
            ],
            id="an-error-and-another-text",
        ),
    ],
)
def test_what_became_of_a_document_is_said_in_words_of_the_page(
    found: Record, got: tuple[Added | None, tuple[Tried, ...]], lines: list[str]
) -> None:
    said = say_got(Got(found, *got))
    assert said.startswith("Quyết định số 217-QĐ/TW ngày 12/12/2013: ")
    assert len(said.splitlines()) == len(lines)
    for line, wanted in zip(said.splitlines(), lines, strict=True):
        assert wanted in line
    assert "python -m" not in said
