"""What is missing, fetched from the page in real Chromium: from portals that stand on this machine, behind a proxy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from ingest.catalog import find_record
from tests.browser import PATIENCE_MS, WIDE, Site, open_tab, serve
from tests.commands import write
from tests.office_proxy import serve_proxy, write_certificate
from tests.portal import Portal, serve_portal
from tests.test_accepting import TEXT
from tests.test_missing import plan
from tests.test_missing_page import DIRECTIVE

pytestmark = pytest.mark.browser

CITING = plan("11", "Quyết định số 217-QĐ/TW", "Chỉ thị số 05-CT/TW, ngày 15/5/2016", "Nghị định số 34/2016/NĐ-CP")
FETCHING_MS = 3 * PATIENCE_MS  # with a pause of a second between two requests to one host


def find_addresses(sign: str) -> list[str]:
    record = find_record(sign)
    assert record
    return list(record.addresses)


@pytest.fixture
def portal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Portal]:
    """Every portal of the catalogue: one has the directive, another the wrong text under the right name."""
    addresses = [urlsplit(one) for sign in ("05-CT/TW", "217-QĐ/TW") for one in find_addresses(sign)]
    hosts = sorted({one.hostname for one in addresses if one.hostname})
    certificate = write_certificate(tmp_path / "portals.pem", *hosts)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with serve_portal(certificate) as served, serve_proxy(served.address) as proxy:
        served.pages[urlsplit(find_addresses("05-CT/TW")[0]).path] = DIRECTIVE
        served.pages[urlsplit(find_addresses("217-QĐ/TW")[-1]).path] = TEXT.encode()
        monkeypatch.setenv("VANKIEN_PROXY", f"http://127.0.0.1:{proxy.port}")
        yield served


@pytest.fixture
def lacking(tmp_path: Path) -> Iterator[Site]:
    with serve(tmp_path, write(tmp_path / "ke-hoach.txt", CITING)) as served:
        yield served


def open_list(chromium: Browser, site: Site) -> Page:
    tab = open_tab(chromium, site, WIDE)
    tab.goto(f"{site.address}/them-van-ban")
    tab.get_by_role("link", name="Xem văn bản được dẫn mà thư viện còn thiếu").click(timeout=PATIENCE_MS)
    expect(tab.get_by_text("3 văn bản được dẫn mà thư viện chưa có nguyên văn")).to_be_visible(timeout=PATIENCE_MS)
    return tab


def test_what_is_missing_is_fetched_from_the_list_each_with_what_became_of_it(
    chromium: Browser, portal: Portal, lacking: Site
) -> None:
    tab = open_list(chromium, lacking)
    before = tab.get_by_text("Khi bấm tải, máy này hỏi:")
    expect(before).to_contain_text("tulieuvankien.dangcongsan.vn")
    expect(before).to_contain_text("qua máy chủ trung gian 127.0.0.1:")
    assert portal.asked == []

    tab.get_by_role("button", name="Tải 2 văn bản danh mục biết nơi tải").click()
    expect(tab.get_by_text("Đang tải").first).to_be_visible()
    accepted = tab.get_by_text("Chỉ thị số 05-CT/TW ngày 15/5/2016: đã tải và thêm vào thư viện")
    expect(accepted).to_be_visible(timeout=FETCHING_MS)
    aside = tab.locator(".vk-canh-bao", has_text="Quyết định số 217-QĐ/TW ngày 12/12/2013: chưa tải được.")
    expect(aside).to_contain_text("luatminhkhue.vn cho một văn bản khác, không đưa vào thư viện", timeout=FETCHING_MS)
    expect(aside).to_contain_text("Số điều: danh mục ghi “3 và 19”, tệp ghi “2 và 3”")
    expect(tab.get_by_text("2 văn bản được dẫn mà thư viện chưa có nguyên văn")).to_be_visible(timeout=PATIENCE_MS)

    tab.get_by_role("link", name="Mở văn bản").click()
    expect(tab.locator(".vk-nguyen-van")).to_contain_text("Các cấp ủy học tập", timeout=PATIENCE_MS)
    assert lacking.hosts == {urlsplit(lacking.address).netloc}
    tab.context.close()


def test_the_page_can_be_used_while_a_slow_portal_is_waited_for(
    chromium: Browser, portal: Portal, lacking: Site
) -> None:
    for one in find_addresses("217-QĐ/TW"):
        portal.pages.pop(urlsplit(one).path, None)
    portal.slow = True
    tab = open_list(chromium, lacking)
    tab.get_by_role("link", name="Quyết định số 217-QĐ/TW").click()
    expect(tab.get_by_role("heading", name="Quyết định số 217-QĐ/TW")).to_be_visible(timeout=PATIENCE_MS)
    tab.get_by_role("button", name="Tải nguyên văn").click(timeout=PATIENCE_MS)
    expect(tab.get_by_text("Đang tải Quyết định số 217-QĐ/TW")).to_be_visible(timeout=PATIENCE_MS)
    tab.get_by_role("link", name="Văn bản", exact=True).click()
    expect(tab.get_by_text("Chọn một văn bản để đọc:")).to_be_visible(timeout=PATIENCE_MS)
    portal.released.set()
    tab.context.close()


def test_without_a_network_one_line_says_how_to_add_the_file_by_hand(
    chromium: Browser, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with serve_proxy() as proxy:
        monkeypatch.setenv("VANKIEN_PROXY", f"http://127.0.0.1:{proxy.port}")
    with serve(tmp_path) as bare:
        tab = open_tab(chromium, bare, WIDE)
        tab.goto(f"{bare.address}/van-ban?doc=05-CT/TW")
        tab.get_by_role("button", name="Tải nguyên văn").click(timeout=PATIENCE_MS)
        told = tab.locator(".vk-canh-bao", has_text="chưa tải được")
        expect(told).to_contain_text("chép sang rồi thêm ở trang Thư viện", timeout=FETCHING_MS)
        tab.context.close()


def test_where_the_owner_forbids_it_there_is_nothing_to_press(chromium: Browser, tmp_path: Path) -> None:
    write(tmp_path / "ke-hoach.txt", CITING)
    (tmp_path / "var").mkdir()
    write(tmp_path / "var" / "settings.toml", 'network = "off"\n')
    with serve(tmp_path, tmp_path / "ke-hoach.txt") as closed:
        tab = open_list(chromium, closed)
        expect(tab.get_by_text("Người phụ trách máy không cho Vankien dùng mạng")).to_be_visible()
        expect(tab.get_by_role("button", name="Tải")).to_have_count(0)
        tab.context.close()
