"""An office in real Chromium: what a reader, a member of a group, a librarian and an administrator see and do."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ingest.accounts.file import open_accounts
from ingest.accounts.values import Role
from ingest.store import open_library
from tests.browser import FIRST_BUILD_MS, NOTICE, PATIENCE_MS, WIDE, Site, open_tab, serve
from tests.test_browser_adding import drop
from tests.test_login_page import PASSWORD, log_in

pytestmark = pytest.mark.browser
GROUP, SHELF = "Tổ thư ký", "Hồ sơ tổ thư ký"
SIGN = "77-KL/TU"
SECRET = f"""TỈNH ỦY
*
Số {SIGN}
Phan Thiết, ngày 05 tháng 02 năm 2019
KẾT LUẬN
về kết quả kiểm tra nội bộ

1. Thường trực giao tổ thư ký kiểm tra, giám sát kho lưu trữ bằng chữ zqkho mỗi quý.
"""
NEW = SECRET.replace(SIGN, "78-KL/TU").replace("zqkho", "zqmoi")
PEOPLE: dict[str, tuple[str, Role, list[str]]] = {
    "doc.gia": ("Trần Văn Độc Giả", "reader", []),
    "thanh.vien": ("Lê Thị Thành Viên", "reader", [GROUP]),
    "thu.thu": ("Phạm Thị Thủ Thư", "librarian", [GROUP]),
    "quan.tri": ("Nguyễn Thị Quản Trị", "administrator", []),
}


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """An office whose collection of a group holds one document."""
    folder = tmp_path_factory.mktemp("roles")
    secret = folder / "zqtep.txt"
    secret.write_text(SECRET, encoding="utf-8")
    with open_accounts(folder / "var") as accounts:
        for name, (shown, role, groups) in sorted(PEOPLE.items(), key=lambda one: one[1][1]):
            accounts.add(name, shown, role, groups, PASSWORD)
    with open_library(folder / "var") as library:
        library.collections.create(SHELF)
        library.collections.give_to(SHELF, [GROUP])
    with serve(folder, NOTICE) as site:
        site.run("ingest", "add", "--into", SHELF, str(secret))
        site.run("index", "build")
        yield site


@pytest.fixture
def come(chromium: Browser, guarded: Site) -> Iterator[Callable[[str], Page]]:
    """The window of somebody who has logged in."""
    tabs: list[Page] = []

    def open_as(name: str) -> Page:
        tab = open_tab(chromium, guarded, WIDE)
        tabs.append(tab)
        tab.goto(f"{guarded.address}/gioi-thieu")  # where nobody waits for an index
        log_in(tab, name)
        expect(tab.locator(".vk-nguoi-dung")).to_contain_text(PEOPLE[name][0], timeout=PATIENCE_MS)
        return tab

    yield open_as
    for tab in tabs:
        tab.context.close()


def ask(tab: Page, site: Site, question: str) -> None:
    tab.goto(site.address)
    tab.get_by_label("Câu hỏi").fill(question)
    tab.keyboard.press("Enter")
    expect(tab.get_by_text("Câu trả lời này có hữu ích không?")).to_be_visible(timeout=FIRST_BUILD_MS)


def open_library_page(tab: Page, site: Site, view: str = "") -> None:
    tab.goto(f"{site.address}/thu-vien{view and f'?muc={view}'}")
    expect(tab.locator(".vk-nguoi-dung")).to_be_visible(timeout=PATIENCE_MS)


def tell(tab: Page) -> str:
    return tab.locator(".stMain").inner_text()


def test_a_reader_of_no_group_sees_nothing_of_it_and_nothing_to_change_and_a_member_does(
    come: Callable[[str], Page], guarded: Site
) -> None:
    told: dict[str, list[str]] = {}
    for name in ("doc.gia", "thanh.vien"):
        tab = come(name)
        ask(tab, guarded, "Tổ thư ký kiểm tra, giám sát kho lưu trữ thế nào?")
        answered = tell(tab)
        tab.goto(f"{guarded.address}/tim-kiem?q=zqkho")
        expect(tab.locator(".vk-the").first).to_be_visible(timeout=PATIENCE_MS)
        searched = " ".join(tab.locator(".vk-the").all_inner_texts())
        open_library_page(tab, guarded, "them")
        told[name] = [answered, searched, tell(tab)]
        for words in ("Thêm văn bản", "Đã bỏ", "Sao lưu, kiểm tra", "Sửa hồ sơ", "Bỏ khỏi thư viện"):
            expect(tab.get_by_text(words, exact=True)).to_have_count(0)
        expect(tab.locator("input[type=file]")).to_have_count(0)
    reader, member = told["doc.gia"], told["thanh.vien"]
    assert "zqkho" in member[0]
    assert "zqkho" in member[1]
    assert "zqkho" not in reader[0]
    assert "zqkho" not in reader[1]
    assert "1 văn bản" in reader[2]
    assert "sao lưu" not in reader[2]
    assert "2 văn bản" in member[2]


def test_a_librarian_adds_straight_into_the_collection_and_takes_a_removal_back(
    come: Callable[[str], Page], guarded: Site
) -> None:
    tab = come("thu.thu")
    open_library_page(tab, guarded, "them")
    expect(tab.get_by_text("Sao lưu, kiểm tra", exact=True)).to_have_count(0)
    tab.get_by_role("combobox", name="Xếp ngay vào bộ sưu tập").click()
    tab.get_by_role("option", name=SHELF).click()
    drop(tab, ("zqmoi.txt", NEW.encode()))
    expect(tab.get_by_text("Đã nhận 1/1 tệp")).to_be_visible(timeout=PATIENCE_MS)
    with open_library(Path(guarded.environment["VANKIEN_HOME"])) as library:
        (added,) = [one for one in library.documents() if one.metadata.number == "78-KL/TU"]
        assert library.collections.names_of(added.id) == [SHELF]
    tab.goto(f"{guarded.address}/thu-vien?sua={added.id}")
    tab.get_by_role("button", name="Bỏ khỏi thư viện").click()
    expect(tab.get_by_text("Đã bỏ 1 văn bản khỏi thư viện")).to_be_visible(timeout=PATIENCE_MS)
    tab.get_by_role("button", name="Hoàn tác").click()
    expect(tab.get_by_text("Đã khôi phục 1 văn bản.")).to_be_visible(timeout=PATIENCE_MS)


def test_an_administrator_gives_a_collection_to_a_group_and_logs_out(
    come: Callable[[str], Page], guarded: Site
) -> None:
    home = Path(guarded.environment["VANKIEN_HOME"])
    with open_library(home) as library:
        library.collections.create("Công tác cán bộ")
    tab = come("quan.tri")
    open_library_page(tab, guarded, "sao-luu")
    expect(tab.get_by_role("heading", name="Kiểm tra sức khỏe thư viện")).to_be_visible(timeout=PATIENCE_MS)
    open_library_page(tab, guarded, "bo-suu-tap")
    shelf = tab.locator("[class*=st-key-vk-bo-]").filter(has_text="Công tác cán bộ").last
    shelf.get_by_role("button", name="Nhóm được xem").click()
    groups = tab.get_by_role("combobox", name="Chỉ những nhóm này được xem")
    expect(groups).to_have_attribute("placeholder", "Chọn nhóm, hoặc gõ tên nhóm mới rồi nhấn Enter")
    groups.click()
    tab.get_by_role("option", name=GROUP).click()
    tab.keyboard.press("Escape")
    tab.get_by_role("button", name="Lưu nhóm").click()
    expect(tab.get_by_text(f"nay chỉ dành cho: {GROUP}")).to_be_visible(timeout=PATIENCE_MS)
    with open_library(home) as library:
        assert library.collections.groups_of("Công tác cán bộ") == [GROUP]
    tab.get_by_role("link", name="Đăng xuất").click()
    tab.get_by_role("button", name="Đăng xuất").click()
    expect(tab.get_by_text("Đã đăng xuất.")).to_be_visible(timeout=PATIENCE_MS)
    tab.goto(f"{guarded.address}/thu-vien")
    expect(tab.get_by_label("Tên đăng nhập")).to_be_visible(timeout=PATIENCE_MS)


def test_what_a_press_unfolds_is_read_in_the_dark_too(chromium: Browser, guarded: Site) -> None:
    context = chromium.new_context(color_scheme="dark")
    tab = context.new_page()
    tab.goto(f"{guarded.address}/thu-vien?muc=bo-suu-tap")
    log_in(tab, "quan.tri")
    tab.get_by_role("button", name="Nhóm được xem").first.click(timeout=PATIENCE_MS)
    told = tab.locator("[data-testid=stPopoverBody] .vk-phu")
    expect(told).to_have_css("color", "rgb(189, 182, 172)", timeout=PATIENCE_MS)
    context.close()
