"""Files dropped on the page in real Chromium: what becomes of each, and the way to its text."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.browser import FIRST_BUILD_MS, NOTICE, PATIENCE_MS, WIDE, Site, open_tab

pytestmark = pytest.mark.browser

DIRECTIVE = "CHỈ THỊ\nvề công tác dân vận\n\n1. Các cấp ủy lắng nghe nhân dân.\n".encode()


def drop(tab: Page, *files: tuple[str, bytes]) -> None:
    dropped = [FilePayload(name=name, mimeType="application/octet-stream", buffer=content) for name, content in files]
    tab.locator("input[type=file]").set_input_files(dropped)
    expect(tab.locator("[data-testid=stFileChip], [data-testid=stFileUploaderFile]").first).to_be_visible()
    tab.get_by_role("button", name="Thêm vào thư viện").click()


def test_an_empty_library_is_filled_from_the_page(chromium: Browser, empty_site: Site) -> None:
    tab = open_tab(chromium, empty_site, WIDE)
    tab.goto(f"{empty_site.address}/van-ban")
    expect(tab.get_by_text("Thư viện chưa có văn bản. Hãy bấm Thư viện")).to_be_visible(timeout=PATIENCE_MS)
    tab.get_by_role("link", name="Thư viện", exact=True).click()
    drop(tab, ("thông báo.txt", NOTICE.read_bytes()), ("chỉ thị.pdf", DIRECTIVE), ("hỏng.docx", b"PK\x03\x04 hong"))

    expect(tab.get_by_text("Đã nhận 2/3 tệp. 1 tệp chưa vào thư viện")).to_be_visible(timeout=PATIENCE_MS)
    expect(tab.locator(".vk-canh-bao").first).to_contain_text("hỏng.docx: không đọc được")
    expect(tab.get_by_text("chỉ thị.pdf: đã thêm (Chỉ thị về công tác dân vận)")).to_be_visible()
    assert "Traceback" not in tab.content()
    tab.get_by_role("link", name="Mở văn bản").last.click()
    expect(tab.locator(".vk-nguyen-van")).to_contain_text("Các cấp ủy", timeout=PATIENCE_MS)
    assert empty_site.run("ingest", "list").splitlines()[-1] == "2 văn bản."
    tab.context.close()


def test_dropping_the_same_file_again_changes_nothing(chromium: Browser, empty_site: Site) -> None:
    tab = open_tab(chromium, empty_site, WIDE)
    for status in ("đã thêm", "đã có, không đổi"):
        tab.goto(f"{empty_site.address}/them-van-ban")
        drop(tab, ("chỉ thị.txt", DIRECTIVE))
        expect(tab.get_by_text(f"chỉ thị.txt: {status}")).to_be_visible(timeout=PATIENCE_MS)
        if status == "đã thêm":
            expect(tab.get_by_text("Đã lập chỉ mục, hỏi được ngay.")).to_be_visible(timeout=FIRST_BUILD_MS)
    tab.get_by_role("button", name="Thêm vào thư viện").click()
    expect(tab.get_by_text("Chưa chọn tệp nào.")).to_be_visible(timeout=PATIENCE_MS)
    tab.context.close()
