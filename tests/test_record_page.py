"""A document that only the catalogue knows: its record, our digest, who cites it, and the way to the full text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from index.graph import Node
from index.referring import Party, Said
from ingest.__main__ import main
from ingest.catalog import find_record
from ingest.console import run
from ingest.describe_record import DIGEST_LABEL
from ingest.records import DigestParagraph, Record
from ingest.store import open_library
from tests.fakes import REPLACED, add_text
from tests.test_bearers import RESOLUTION
from ui import services
from ui.around import Parties
from ui.record import lay_out_catalogued, lay_out_digest_card
from ui.verbatim import join

ROOT = Path(__file__).resolve().parent.parent
NOTICE = ROOT / "data" / "documents" / "thong-bao-2018-01-26.txt"
RULE = "102-QĐ/TW@2017-11-15"
FULL_TEXT = (
    "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 102-QĐ/TW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 15 tháng 11 năm 2017\n"
    "\nQUY ĐỊNH\nvề xử lý kỷ luật\n\nĐiều 1. Phạm vi\n\n1. Đảng viên vi phạm bị xử lý kỷ luật.\n"
)
RESOLUTION_ID = "18-NQ/TW@2017-10-25"
ENDING = (
    "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 805-QĐ/TW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 09 tháng 9 năm 2019\n"
    "\nQUY ĐỊNH\nvề một việc\n\nĐiều 1. Hiệu lực thi hành\n\n"
    "Bãi bỏ Nghị quyết số 18-NQ/TW, ngày 25/10/2017.\n"
)
HOSTILE = '<script>window.ran = true</script> **đậm** :smile: <a href="http://example.com">x</a>'


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of the notice; the pages read it."""
    monkeypatch.setenv("VANKIEN_HOME", str(tmp_path))
    add_text(tmp_path, NOTICE.read_text("utf-8"), NOTICE.name)
    return tmp_path


@pytest.fixture
def app(home: Path) -> Iterator[AppTest]:
    driven = AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)
    yield driven
    assert not driven.exception


@pytest.fixture
def rule() -> Record:
    record = find_record(RULE)
    assert record
    return record


def strip(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def read(app: AppTest, monkeypatch: pytest.MonkeyPatch, **query: str) -> str:
    """The HTML of page Văn bản for a link, its dress left out."""
    monkeypatch.setattr(services, "needs_build", lambda _: False)
    app.run()
    app.switch_page("ui/document.py")
    app.query_params.clear()
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    return "\n".join(one.proto.body for one in app.get("html") if not one.proto.body.startswith("<style"))


def the_notice(home: Path) -> str:
    with open_library(home) as library:
        return next(held.id for held in library.documents() if held.metadata.source == NOTICE.name)


@pytest.mark.parametrize("given", [RULE, "102-QĐ/TW", "102 – qđ/tw", "Quy định 102"])
def test_a_link_to_a_catalogued_document_opens_its_record(
    app: AppTest, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    html = read(app, monkeypatch, doc=given)
    shown = strip(html)
    assert "<h1>Quy định số 102-QĐ/TW</h1>" in html
    assert "Thư viện chưa có nguyên văn Quy định số 102-QĐ/TW" in shown
    assert "rồi thêm ở trang Thư viện" in shown
    assert "Được thay thế bởi Quy định số 69-QĐ/TW, ngày 06/7/2022" in shown
    assert DIGEST_LABEL in shown
    assert "212-QĐ/TW, ngày 17/8/2026 (thay thế Quy định 69-QĐ/TW và 264-QĐ/TW) chưa kiểm chứng" in shown
    assert "vk-nguyen-van" not in html


def test_nothing_on_the_record_leads_off_the_machine(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    html = read(app, monkeypatch, doc="18-NQ/TW@2017-10-25")
    links = re.findall('(?:href|src)="([^"]*)"', html)
    assert links
    assert all(link.startswith("van-ban?") for link in links)
    assert "https://" in strip(html)


def test_who_cites_it_is_a_link_to_the_very_mention(app: AppTest, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notice = the_notice(home)
    html = read(app, monkeypatch, doc=RULE)
    (link,) = re.findall('<a href="([^"]*)" class="vk-di">Mục II.5</a>', html)
    with open_library(home) as library:
        document = library.get(notice)
    start = document.text.index("Quy định số 102-QĐ/TW")
    place = {"doc": notice, "at": "II.5", "start": str(start), "end": str(start + len("Quy định số 102-QĐ/TW"))}
    assert unescape(link).endswith(f"at=II.5&start={place['start']}&end={place['end']}")
    opened = read(app, monkeypatch, **place)
    assert [strip(one).strip() for one in re.findall('<mark class="vk-tim">(.*?)</mark>', opened)] == [
        "Quy định số 102-QĐ/TW"
    ]


def test_every_mention_of_the_notice_opens_a_record(app: AppTest, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    html = read(app, monkeypatch, doc=the_notice(home))
    mentions = re.findall('<(a|span) class="vk-dan[^"]*" title="([^"]*)"', html)
    assert len(mentions) == 12
    assert {tag for tag, _ in mentions} == {"a"}
    assert all("bấm để xem hồ sơ và tóm lược" in unescape(title) for _, title in mentions)


def test_records_that_belong_together_lead_to_one_another(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    assert 'href="van-ban?doc=04-NQ%2FTW%402016-10-30"' in read(app, monkeypatch, doc="12-NQ/TW@2012-01-16")
    assert "chưa kiểm chứng" in strip(read(app, monkeypatch, doc="12-NQ/TW@2012-01-16"))


def test_a_held_document_is_read_with_who_cites_it_and_what_replaced_it(
    app: AppTest, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_text(home, FULL_TEXT, "quy-dinh.txt")
    html = read(app, monkeypatch, doc=RULE)
    assert "vk-nguyen-van" in html
    assert DIGEST_LABEL not in strip(html)
    assert "Được viện dẫn trong 1 văn bản" in strip(html)
    assert "đã được thay thế bởi 69-QĐ/TW từ 06/7/2022" in strip(html)
    assert re.search(
        'class="vk-dan vk-di" title="[^"]*102-QĐ/TW: bấm để mở"', read(app, monkeypatch, doc=the_notice(home))
    )


def test_whether_it_stands_is_said_once_on_a_record_and_as_everywhere_else(
    app: AppTest, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_text(home, ENDING, "thay-the.txt")
    html = read(app, monkeypatch, doc=RESOLUTION_ID)
    rows = strip(html[html.index('class="vk-ho-so"') : html.index("Được viện dẫn")])
    assert "Các nguồn nói khác nhau về hiệu lực của Nghị quyết 18-NQ/TW: đã bị bãi bỏ bởi 805-QĐ/TW" in strip(html)
    assert "Đã tra văn bản về sau đến ngày 23/11/2026" in rows
    assert "chưa thấy văn bản thay thế" not in rows


def test_a_removed_document_is_not_among_those_that_cite(
    app: AppTest, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_library(home) as library:
        library.remove(the_notice(home))
    assert "Chưa có văn bản nào trong thư viện dẫn văn bản này." in strip(read(app, monkeypatch, doc=RULE))


def test_what_nobody_knows_is_still_an_error(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    for given, told in (("999-QĐ/TW", "999-QĐ/TW"), ("18-NQ/TW@2021-06-16", "18-NQ/TW ngày 16/6/2021")):
        assert f"Thư viện không có văn bản “{told}”" in strip(read(app, monkeypatch, doc=given))


def test_a_sign_that_two_documents_bear_asks_which(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    html = read(app, monkeypatch, doc="18-NQ/TW")
    shown = strip(html)
    assert "Có 2 văn bản mang ký hiệu 18-NQ/TW. Hãy chọn theo ngày ban hành:" in shown
    assert "Nghị quyết số 18-NQ/TW, ngày 25/10/2017" in shown
    assert "Về đất đai · chưa có nguyên văn · chưa kiểm chứng" in shown
    assert "van-ban?doc=18-NQ%2FTW%402017-10-25" in html
    assert "van-ban?doc=18-NQ%2FTW%402022-06-16" in html


def test_a_sign_of_which_one_is_held_asks_which_and_the_held_one_names_the_other(
    app: AppTest, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = add_text(home, RESOLUTION)
    shown = strip(read(app, monkeypatch, doc="18-NQ/TW"))
    assert "Có 2 văn bản mang ký hiệu 18-NQ/TW" in shown
    first, second = shown.index("ngày 25/10/2017"), shown.index("ngày 16/6/2022")
    assert "· có nguyên văn" in shown[first:second]
    assert "chưa có nguyên văn" in shown[second:]

    opened = strip(read(app, monkeypatch, doc=held))
    assert "Cùng số, ký hiệu này còn có văn bản khác: Nghị quyết số 18-NQ/TW, ngày 16/6/2022" in opened
    assert "Bộ máy còn cồng kềnh." in opened


def test_hostile_words_are_shown_as_written(rule: Record) -> None:
    hostile = replace(rule, title=HOSTILE, other_names=(HOSTILE,), digest=(DigestParagraph(HOSTILE, HOSTILE),))
    node = Node(HOSTILE, HOSTILE, None, None, None, None, "held")
    said = Said(HOSTILE, "II.5", 9, 10, HOSTILE, 7)
    cited_by = Parties((Party((node,), (said,)),), 1, 1)
    drawn = lay_out_catalogued(hostile, frozenset(), cited_by)
    drawn = join([drawn, lay_out_digest_card(hostile, hostile.digest, REPLACED)])
    assert not re.search("<script|<img|example.com&quot;&gt;x</a>", drawn)
    assert drawn.count("&lt;script&gt;") == unescape(drawn).count("<script>") >= 6
    assert not re.findall('href="(?!van-ban)', drawn)


@pytest.mark.parametrize(
    ("told", "opened", "folded"),
    [pytest.param(1, 1, 0, id="one-paragraph"), pytest.param(3, 1, 2, id="several")],
)
def test_a_card_warns_once_and_folds_all_but_the_first_paragraph(
    rule: Record, told: int, opened: int, folded: int
) -> None:
    before, _, after = lay_out_digest_card(rule, rule.digest[:told], REPLACED).partition("<summary>")
    assert (before + after).count("đã được thay thế bởi") == (before + after).count(DIGEST_LABEL) == 1
    assert (before.count("<strong>"), after.count("<strong>")) == (opened, folded)


# --- at the command line -------------------------------------------------------------------------------------


@pytest.fixture
def command(home: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def invoke(*words: str) -> tuple[int, str, str]:
        code = run(main, list(words))
        out, err = capsys.readouterr()
        return code, out, err

    return invoke


def test_show_prints_the_record_and_says_that_the_text_is_not_held(
    command: Callable[..., tuple[int, str, str]],
) -> None:
    code, out, err = command("show", "102-QĐ/TW")
    assert code == 5
    assert "Số, ký hiệu: 102-QĐ/TW\n" in out
    assert f"\n{DIGEST_LABEL}:\n" in out
    assert "mục II.5 [II.5]" in out
    assert err == (
        "Thư viện chưa có nguyên văn Quy định số 102-QĐ/TW. "
        "Hãy nhờ người quản trị thư viện thêm tệp nguyên văn (lệnh: python -m ingest add TỆP)\n"
    )


def test_show_for_programs_prints_no_record_in_the_place_of_a_document(
    command: Callable[..., tuple[int, str, str]],
) -> None:
    code, out, _ = command("show", "102-QĐ/TW", "--json")
    assert (code, out) == (5, "")


def test_remove_of_a_document_that_is_only_catalogued_is_an_error(
    command: Callable[..., tuple[int, str, str]],
) -> None:
    assert command("remove", "102-QĐ/TW")[0] == 5
