"""Page Thư viện in real Chromium, from an empty library to a back-up: one flow, on real files."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, Locator, Page, expect

from tests.browser import NARROW, NOTICE, PATIENCE_MS, WIDE, Site, open_tab
from tests.test_store import directive
from tests.views import settle

pytestmark = pytest.mark.browser

OTHER = directive(number="06-CT/TU", body="1. Kết nạp đảng viên mới.\n").replace("ngày 05 tháng 02", "ngày 05 tháng 03")


def zipped(**files: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in files.items():
            archive.writestr(f"thư mục/{name}.txt", content)
    return made.getvalue()


def drop(tab: Page, *files: tuple[str, bytes]) -> None:
    dropped = [FilePayload(name=name, mimeType="application/octet-stream", buffer=content) for name, content in files]
    tab.locator("input[type=file]").set_input_files(dropped)
    expect(tab.get_by_text(files[-1][0]).first).to_be_visible(timeout=PATIENCE_MS)
    tab.get_by_role("button", name="Thêm vào thư viện").click()


def press(tab: Page, name: str) -> None:
    tab.get_by_role("button", name=name, exact=True).click()


def look_at(tab: Page, view: str) -> None:
    tab.get_by_role("radio", name=view, exact=True).or_(tab.get_by_role("button", name=view, exact=True)).first.click()


def told(tab: Page, words: str | re.Pattern[str]) -> None:
    expect(tab.get_by_text(words).first).to_be_visible(timeout=PATIENCE_MS)


def click_at(tab: Page, table: Locator, x: int, y: int) -> None:
    """Press a place of a drawn table."""
    box = table.bounding_box()
    assert box
    tab.mouse.click(box["x"] + x, box["y"] + y)


def narrow(tab: Page, words: str) -> Locator:
    """Type *words*; the drawer, which opens by itself where one document is left."""
    tab.get_by_label("Thu hẹp danh sách").fill(words)
    tab.keyboard.press("Enter")
    drawer = tab.locator(".st-key-vk-ngan-keo")
    expect(drawer).to_be_visible(timeout=PATIENCE_MS)
    settle(tab)  # what is typed while it is drawn again may be missed
    return drawer


def bring_in(tab: Page, site: Site) -> None:
    """Two files and a ZIP of two more, of which one file is damaged."""
    tab.goto(f"{site.address}/them-van-ban")  # the address that adding had before
    expect(tab).to_have_url(re.compile(r"/thu-vien\?muc=them$"), timeout=PATIENCE_MS)
    notice, bad = NOTICE.read_bytes(), b"PK\x03\x04 hong"
    inside = zipped(mot=directive().encode(), hai=OTHER.encode())
    drop(tab, ("thông báo.txt", notice), ("hỏng.docx", bad), ("hồ sơ.zip", inside))
    told(tab, "Đã nhận 3/4 tệp. 1 tệp chưa vào thư viện")
    told(tab, re.compile("hồ sơ.zip › thư mục/mot.txt: đã thêm"))
    expect(tab.locator(".vk-canh-bao").first).to_contain_text("hỏng.docx: không đọc được")


def keep_safe(tab: Page, folder: Path) -> None:
    """A back-up into *folder*, and a look at the health of the library."""
    look_at(tab, "Sao lưu, kiểm tra")
    told(tab, re.compile("^Chưa sao lưu lần nào"))
    tab.get_by_label("Thư mục trên máy này để đặt tệp sao lưu").fill(str(folder))
    press(tab, "Sao lưu ngay")
    told(tab, re.compile(r"^Sao lưu lần cuối lúc \d\d:\d\d ngày \d\d/\d\d/\d{4}: 3 văn bản"))
    press(tab, "Kiểm tra ngay")
    told(tab, re.compile("thư viện nguyên vẹn"))


def test_files_come_in_are_corrected_collected_removed_brought_back_and_kept_safe(
    chromium: Browser, empty_site: Site, tmp_path: Path
) -> None:
    tab = open_tab(chromium, empty_site, WIDE)
    bring_in(tab, empty_site)
    look_at(tab, "Văn bản")
    told(tab, re.compile("^3 văn bản · "))
    drawer = narrow(tab, "06-ct/tu")
    drawer.get_by_text("Sửa hồ sơ").click()
    day = drawer.get_by_label(re.compile("^Ngày ban hành"))
    expect(day).to_have_value("05/3/2018")
    day.fill("07/03/2018")
    drawer.get_by_role("button", name="Lưu hồ sơ").click()
    told(tab, "Đã sửa hồ sơ: ngày ban hành.")
    assert "06-CT/TU@2018-03-07" in empty_site.run("ingest", "list")
    press(tab, "Hoàn tác")
    told(tab, "Đã sửa hồ sơ: ngày ban hành.")
    expect(drawer.get_by_label(re.compile("^Ngày ban hành")).first).to_have_value("05/3/2018", timeout=PATIENCE_MS)

    drawer.get_by_label("Bộ sưu tập mới (nếu cần)").fill("Kết nạp đảng")
    drawer.get_by_role("button", name="Lưu bộ sưu tập").click()
    told(tab, "Văn bản nay thuộc bộ sưu tập: Kết nạp đảng.")
    assert empty_site.run("ingest", "collection", "list") == "Kết nạp đảng: 1 văn bản\n"

    drawer.get_by_role("button", name="Bỏ khỏi thư viện").click()
    told(tab, re.compile("^Đã bỏ 1 văn bản khỏi thư viện"))
    told(tab, re.compile("^2 văn bản · "))
    look_at(tab, "Đã bỏ")
    told(tab, re.compile("còn 30 ngày trong hạn khôi phục"))
    press(tab, "Khôi phục")
    told(tab, "Đã khôi phục 1 văn bản.")
    told(tab, re.compile("^3 văn bản · "))

    safe = tmp_path / "o-dia-khac"
    safe.mkdir()
    keep_safe(tab, safe)
    (made,) = safe.iterdir()
    assert "Traceback" not in tab.content()
    assert "Đã khôi phục 3 văn bản" in empty_site.run("ingest", "restore", str(made), "--to", str(tmp_path / "moi"))
    tab.context.close()


def test_a_row_opens_its_document_and_its_drawer(chromium: Browser, built: Site) -> None:
    tab = open_tab(chromium, built, WIDE)
    tab.goto(f"{built.address}/thu-vien")
    table = tab.locator("[data-testid=stDataFrame] canvas").first
    expect(table).to_be_visible(timeout=PATIENCE_MS)
    tab.wait_for_timeout(500)  # the canvas is drawn
    click_at(tab, table, 16, 58)
    expect(tab.locator(".st-key-vk-ngan-keo")).to_be_in_viewport(timeout=PATIENCE_MS)
    table.scroll_into_view_if_needed()
    click_at(tab, table, 64, 58)
    expect(tab.locator(".vk-nguyen-van")).to_be_visible(timeout=PATIENCE_MS)
    expect(tab).to_have_url(re.compile(r"/van-ban\?doc="))
    tab.context.close()


def test_all_of_it_can_be_done_by_keyboard_and_fits_a_phone(chromium: Browser, built: Site) -> None:
    tab = open_tab(chromium, built, NARROW)
    tab.goto(f"{built.address}/thu-vien")
    expect(tab.get_by_label("Thu hẹp danh sách")).to_be_visible(timeout=PATIENCE_MS)
    tab.get_by_label("Thu hẹp danh sách").focus()
    tab.keyboard.type("thử script")
    tab.keyboard.press("Enter")
    drawer = tab.locator(".st-key-vk-ngan-keo")
    expect(drawer).to_contain_text("<script>window.ran = true</script> và **chữ đậm", timeout=PATIENCE_MS)
    tab.get_by_role("link", name="Mở văn bản").focus()
    tab.keyboard.press("Enter")
    expect(tab.locator(".vk-nguyen-van")).to_be_visible(timeout=PATIENCE_MS)
    assert tab.evaluate("window.ran") is None
    for view in ("van-ban", "them", "bo-suu-tap", "da-bo", "sao-luu"):
        tab.goto(f"{built.address}/thu-vien?muc={view}")
        expect(tab.get_by_role("heading", name="Thư viện", exact=True)).to_be_visible(timeout=PATIENCE_MS)
        tab.wait_for_timeout(800)
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), view
    tab.context.close()
