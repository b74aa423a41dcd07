"""The reader's margin: what a document cites and who cites it, nothing dropped, each with sentence and links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from index.describe_relations import AMBIGUOUS, KNOWN, UNKNOWN
from index.opening import open_index
from index.referring import find_address, find_cited, find_citing, group_by_document
from index.settings import Settings
from ingest.store import Library, open_library
from tests.driver import drive
from tests.fakes import FAKE_MODEL, FakeEncoder, add_text, build
from tests.test_graph import IDS, NEW, OLD, write
from ui import openers, services
from ui.around import IN_MARGIN, ON_PAGE, read_cited_by
from ui.margin import CITED_BY, CITES, list_address

RULE = IDS[1]  # Quy định 802 of Điều 1, Điều 2
KNOWN_ID = "102-QĐ/TW@2017-11-15"
PAPER = write(
    "820-QĐ/TW",
    "02 tháng 3 năm 2023",
    "- Căn cứ Quy định số 102-QĐ/TW, ngày 15/11/2017,\n\nĐiều 1. Thi hành\n\n"
    "1. Thực hiện Điều 2 Quy định số 802-QĐ/TW, ngày 05/4/2015 <b>đúng hạn</b>; báo cáo hằng năm.\n\n"
    "2. Vận dụng Nghị quyết số 18-NQ/TW.\n\n3. Theo Kết luận số 777-KL/TW, ngày 03/3/2020.\n",
)
PAPER_ID = "820-QĐ/TW@2023-03-02"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VANKIEN_HOME", str(tmp_path))
    for number, text in enumerate((OLD, NEW, PAPER)):
        add_text(tmp_path, text, f"{number}.txt")
    return tmp_path


@pytest.fixture
def library(home: Path) -> Iterator[Library]:
    with open_library(home) as opened:
        yield opened


@pytest.fixture
def app(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    monkeypatch.setattr(services, "needs_build", lambda _: False)
    yield from drive()


def read(app: AppTest, **query: str) -> str:
    """The HTML of page Văn bản for a link, its dress left out."""
    app.run()
    app.switch_page("ui/document.py")
    app.query_params.clear()
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    return "\n".join(one.proto.body for one in app.get("html") if not one.proto.body.startswith("<style"))


def strip(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


def margin(html: str) -> str:
    (found,) = re.findall("<aside.*?</aside>", html, re.DOTALL)
    return str(found)


def test_all_that_is_cited_is_listed_whether_or_not_it_is_known(library: Library) -> None:
    parties = find_cited(library, library.get(PAPER_ID))
    assert [(party.outcome, party.nodes[0].number) for party in parties] == [
        ("known", "102-QĐ/TW"),
        ("held", "802-QĐ/TW"),
        ("ambiguous", "18-NQ/TW"),
        ("unknown", "777-KL/TW"),
    ]
    assert {node.id for node in parties[2].nodes} == {"18-NQ/TW@2017-10-25", "18-NQ/TW@2022-06-16"}
    assert parties[0].said[0].kinds == ("based_on",)


def test_the_clause_that_is_cited_is_known_from_both_ends(library: Library) -> None:
    (held,) = (party for party in find_cited(library, library.get(PAPER_ID)) if party.outcome == "held")
    assert [(said.clauses, said.opens) for said in held.said] == [(("dieu-2",), "dieu-2")]
    addresses = [node.address for node in library.get(RULE).walk()]
    (citing,) = find_citing(library, group_by_document(library.cited_by(RULE)), addresses)
    assert citing.nodes[0].id == PAPER_ID
    assert citing.said == tuple(one for one in held.said)


@pytest.mark.parametrize(
    ("addresses", "path", "found"),
    [
        pytest.param(["dieu-1", "dieu-5", "dieu-5.khoan-2"], "dieu-5.khoan-2", "dieu-5.khoan-2", id="there"),
        pytest.param(["dieu-1", "dieu-5"], "dieu-5.khoan-2", "dieu-5", id="what-holds-it"),
        pytest.param(["dieu-1", "quy-che.dieu-1"], "dieu-1", None, id="of-both-texts"),
        pytest.param(["dieu-1", "quy-che.dieu-4"], "dieu-4", "quy-che.dieu-4", id="of-the-enclosed-text"),
        pytest.param(["dieu-1"], "dieu-9", None, id="nowhere"),
    ],
)
def test_a_clause_opens_only_where_one_provision_is_meant(addresses: list[str], path: str, found: str | None) -> None:
    assert find_address(addresses, (path,)) == found


def test_the_margin_says_what_can_be_opened_and_what_to_do_for_the_rest(app: AppTest) -> None:
    html = margin(read(app, doc=PAPER_ID))
    shown = strip(html)
    assert "Viện dẫn 4 văn bản" in shown
    assert "Chưa có văn bản nào trong thư viện dẫn văn bản này." in shown
    for words in (KNOWN, f"{UNKNOWN}. Hãy thêm tệp ở trang Thư viện.", AMBIGUOUS, "về Điều 2"):
        assert words in shown
    links = [unescape(link) for link in re.findall('href="([^"]*)"', html)]
    assert f"van-ban?doc={KNOWN_ID}".replace("Đ", "%C4%90").replace("/", "%2F").replace("@", "%40") in links
    assert any("802" in link and link.endswith("at=dieu-2") for link in links)
    assert all(link.startswith("van-ban?") for link in links)


def test_the_sentence_is_shown_as_written(app: AppTest) -> None:
    html = margin(read(app, doc=PAPER_ID))
    assert "&lt;b&gt;đúng hạn&lt;/b&gt;;" in html
    assert "<b>" not in html
    assert "<mark>Quy định số 802-QĐ/TW" in html


def test_of_the_clause_that_stands_out_its_own_ends_come_first(app: AppTest) -> None:
    cited = margin(read(app, doc=RULE, at="dieu-2"))
    here, _, whole = strip(cited).partition("Cả văn bản")
    assert here.startswith("Điều 2 Viện dẫn 1 văn bản")
    assert "Được viện dẫn trong 1 văn bản" in here
    assert "Quyết định" not in here
    assert "Viện dẫn 2 văn bản" in whole
    other = strip(margin(read(app, doc=RULE, at="dieu-1"))).partition("Cả văn bản")[0]
    assert "Chỗ này không viện dẫn văn bản nào khác." in other
    assert "Chưa thấy văn bản nào dẫn riêng chỗ này." in other


def test_a_place_that_cites_is_opened_by_its_link(app: AppTest) -> None:
    html = margin(read(app, doc=RULE))
    (link,) = re.findall('<a href="([^"]*)" class="vk-di">Khoản 1 Điều 1</a>', html)
    query = dict(part.split("=") for part in unescape(link).partition("?")[2].split("&"))
    opened = read(app, doc=PAPER_ID, at="dieu-1.khoan-1", start=query["start"], end=query["end"])
    assert re.findall('<mark class="vk-tim">(.*?)</mark>', opened)
    assert "Quy định số 802-QĐ/TW" in strip("".join(re.findall('<mark class="vk-tim">.*?</mark>', opened)))


# --- much cited ----------------------------------------------------------------------------------------------


def cite_often(home: Path, times: int) -> None:
    for number in range(1, times + 1):
        text = write(
            f"{number + 100}-HD/TW", f"{number % 28 + 1:02} tháng 5 năm 2024", "1. Theo Quy định số 802-QĐ/TW.\n"
        )
        add_text(home, text, f"hd-{number}.txt")


def test_a_long_list_is_cut_in_the_margin_and_whole_on_pages_of_its_own(app: AppTest, home: Path) -> None:
    cite_often(home, ON_PAGE + 5)
    html = margin(read(app, doc=RULE))
    total = ON_PAGE + 6
    assert f"Được viện dẫn trong {total} văn bản" in strip(html)
    assert f"Xem tất cả {total} văn bản (còn {total - IN_MARGIN})" in strip(html)
    assert list_address(RULE, CITED_BY) in unescape(html)
    first, second, beyond = (read(app, doc=RULE, list=CITED_BY, page=page) for page in ("1", "2", "99"))
    counts = [html.count('class="vk-cho-dan"') for html in (first, second, beyond)]
    assert counts == [ON_PAGE, 6, 6]
    assert "Trang 2/2" in strip(second)
    assert list_address(RULE, CITED_BY, page=2) in unescape(first)


def test_only_the_sentences_that_are_shown_are_read(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cite_often(home, 12)
    asked: list[str] = []
    slicing = Library.read_slice

    def note(library: Library, document_id: str, start: int, end: int) -> str:
        asked.append(document_id)
        return slicing(library, document_id, start, end)

    monkeypatch.setattr(Library, "read_slice", note)
    opened = services.open_document(RULE)
    parties = read_cited_by(opened.cited_by, opened.document, None, 0, 5)
    citing = [one for one in asked if one != opened.document.id]
    assert (len(parties.shown), parties.documents, len(citing)) == (5, 13, 5)


def test_the_list_of_what_is_cited_stands_on_a_page_of_its_own(app: AppTest) -> None:
    html = read(app, doc=PAPER_ID, list=CITES)
    assert "vk-nguyen-van" not in html
    assert html.count('class="vk-cho-dan"') == 4
    assert "← Về chỗ đang đọc" in strip(html)


# --- what is similar -----------------------------------------------------------------------------------------


def test_similar_passages_are_shown_beside_the_place(app: AppTest, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rule = "Cấp ủy viên tiếp xúc, đối thoại trực tiếp với nhân dân <i>mỗi quý</i> một lần tại trụ sở cơ quan."
    for sign, words in (("830-QĐ/TW", rule), ("831-QĐ/TW", rule.replace("mỗi quý", "mỗi tháng"))):
        add_text(home, write(sign, "05 tháng 4 năm 2021", f"Điều 1. Đối thoại\n\n1. {words}\n"), f"{sign[:3]}.txt")
    build(home, FakeEncoder())
    monkeypatch.setattr(openers, "share_index", lambda *_: open_index(Settings(home, FAKE_MODEL)))
    html = read(app, doc="830-QĐ/TW@2021-04-05", at="dieu-1.khoan-1", list="similar")
    assert "<del>quý</del>" in html
    assert "<ins>tháng</ins>" in html
    assert "&lt;i&gt;" in html
    assert "05/4/2021. Giống nhiều (độ gần 0," in strip(html)
    assert 'href="van-ban?doc=831-Q%C4%90%2FTW%402021-04-05&amp;at=dieu-1.khoan-1' in html


def test_without_an_index_it_is_said_what_to_do(app: AppTest) -> None:
    assert "Hãy lập chỉ mục ở trang Hỏi đáp" in strip(read(app, doc=RULE, at="dieu-1", list="similar"))


@pytest.mark.parametrize("document_id", ["18-NQ/TW@2017-10-25", "18-NQ/TW@2022-06-16"])
def test_who_may_cite_it_is_counted_as_unsure_and_said_so(app: AppTest, document_id: str) -> None:
    said = strip(read(app, doc=document_id))
    assert "Được viện dẫn trong 1 văn bản, 1 văn bản cần kiểm tra" in said
    assert "Cần kiểm tra: có thể dẫn văn bản khác cùng số, ký hiệu; hãy đọc câu dẫn dưới đây." in said
    assert "Vận dụng Nghị quyết số 18-NQ/TW" in said


def test_who_surely_cites_it_is_not_called_unsure(app: AppTest) -> None:
    said = strip(read(app, doc=KNOWN_ID))
    assert ("Được viện dẫn trong 1 văn bản" in said, "Cần kiểm tra: có thể dẫn" in said) == (True, False)
