"""Logging in, out and changing a password in real Chromium, with accounts and with the office's own log-in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from ingest.accounts.file import open_accounts
from tests.browser import NARROW, PATIENCE_MS, WIDE, Site, open_tab, serve
from tests.identity import serve_identity, write_secrets
from tests.test_browser_accessible import RULES

pytestmark = pytest.mark.browser
PASSWORD, NEW = "mot cau dai de nho", "mot cau khac de nho"
AXE = Axe()


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Vankien of an office: three have accounts, and its own log-in server knows one of them."""
    folder = tmp_path_factory.mktemp("guarded")
    with open_accounts(folder / "var") as accounts:
        accounts.add("quan.tri", "Nguyễn Thị Quản Trị", "administrator", password=PASSWORD)
        accounts.add("doc.gia", "Trần Văn Độc Giả", "reader", password=PASSWORD)
        accounts.add("an", "Lê An", "reader", email="an@coquan.vn")
    with serve_identity(folder) as identity:
        file = write_secrets(folder / "secrets.toml", identity)
        with serve(folder, options=["--secrets.files", str(file)]) as site:
            yield site


@pytest.fixture
def stranger(chromium: Browser, guarded: Site) -> Iterator[Page]:
    """The window of somebody who has not logged in."""
    tab = open_tab(chromium, guarded, WIDE)
    yield tab
    tab.context.close()


def log_in(tab: Page, name: str = "quan.tri", password: str = PASSWORD) -> None:
    tab.get_by_label("Tên đăng nhập").fill(name)
    tab.get_by_label("Mật khẩu").fill(password)
    tab.keyboard.press("Enter")


def expect_page(tab: Page, address: str, title: str) -> None:
    """Whether a page of Streamlit's is there, alive."""
    expect(tab.locator(".stHtml h1").first).to_have_text(title, timeout=PATIENCE_MS)
    expect(tab).to_have_url(address)


def find_breaches(tab: Page) -> list[tuple[str, str]]:
    """What axe finds against the rules."""
    found = AXE.run(tab, options={"resultTypes": ["violations"], "runOnly": RULES}).response
    assert found["passes"], "axe saw nothing"
    return [(one["id"], node["html"][:120]) for one in found["violations"] for node in one["nodes"]]


def test_a_stranger_is_led_to_the_log_in_and_from_there_to_the_page_that_was_asked_for(
    stranger: Page, guarded: Site
) -> None:
    stranger.goto(f"{guarded.address}/gioi-thieu?muc=1")
    expect(stranger.get_by_role("heading", name="Đăng nhập")).to_be_visible()
    expect(stranger.get_by_label("Tên đăng nhập")).to_be_focused()

    log_in(stranger, "Quan.Tri")

    expect_page(stranger, f"{guarded.address}/gioi-thieu?muc=1", "Giới thiệu")
    (cookie,) = (one for one in stranger.context.cookies() if one["name"] == "vankien_phien")
    assert (cookie["httpOnly"], cookie["sameSite"], cookie["path"], cookie["expires"]) == (True, "Strict", "/", -1)


def test_a_wrong_password_is_said_and_after_several_how_long_to_wait(stranger: Page, guarded: Site) -> None:
    stranger.goto(f"{guarded.address}/dang-nhap")
    for _ in range(20):
        log_in(stranger, "doc.gia", "khong phai mat khau nay")
        alert = stranger.get_by_role("alert")
        expect(alert).to_be_visible()
        if "Đã gõ sai nhiều lần" in alert.inner_text():
            break
        expect(alert).to_contain_text("Tên đăng nhập hoặc mật khẩu không đúng")
        expect(stranger.get_by_label("Mật khẩu")).to_be_focused()
        expect(stranger.get_by_label("Tên đăng nhập")).to_have_value("doc.gia")
    expect(alert).to_contain_text("giây")


def test_who_logs_out_is_out_in_every_window_at_once(stranger: Page, guarded: Site) -> None:
    closed: list[str] = []
    stranger.on("websocket", lambda socket: socket.on("close", lambda _: closed.append(socket.url)))
    stranger.goto(f"{guarded.address}/gioi-thieu")
    log_in(stranger)
    expect_page(stranger, f"{guarded.address}/gioi-thieu", "Giới thiệu")
    other = stranger.context.new_page()

    other.goto(f"{guarded.address}/dang-xuat")
    other.get_by_role("button", name="Đăng xuất").click()

    expect(other.get_by_role("status")).to_have_text("Đã đăng xuất.")
    expect(stranger.get_by_role("heading", name="Đăng nhập")).to_be_visible()
    assert closed
    assert "vankien_phien" not in {one["name"] for one in stranger.context.cookies(guarded.address)}


def test_a_password_is_changed_by_its_owner(stranger: Page, guarded: Site) -> None:
    with open_accounts(Path(guarded.environment["VANKIEN_HOME"])) as accounts:
        accounts.add("doi", "Phạm Đổi", "reader", password=PASSWORD)
    stranger.goto(f"{guarded.address}/doi-mat-khau")
    log_in(stranger, "doi")
    expect(stranger.get_by_text("Tài khoản: Phạm Đổi")).to_be_visible()
    for old, new, again, said in (
        ("khong phai", NEW, NEW, "không đúng"),
        (PASSWORD, NEW, PASSWORD, "không giống nhau"),
        (PASSWORD, "ngan", "ngan", "ngắn quá"),
        (PASSWORD, NEW, NEW, "Đã đổi mật khẩu"),
    ):
        stranger.get_by_label("Mật khẩu đang dùng").fill(old)
        stranger.get_by_label("Mật khẩu mới, ít nhất").fill(new)
        stranger.get_by_label("Gõ lại mật khẩu mới").fill(again)
        stranger.keyboard.press("Enter")
        expect(stranger.locator("[role=alert], [role=status]")).to_contain_text(said)
    assert find_breaches(stranger) == []
    with open_accounts(Path(guarded.environment["VANKIEN_HOME"])) as accounts:
        assert accounts.log_in("doi", NEW, "test")


def test_who_has_an_account_at_the_office_logs_in_with_it(stranger: Page, guarded: Site) -> None:
    stranger.goto(f"{guarded.address}/gioi-thieu")
    stranger.get_by_role("link", name="Đăng nhập bằng tài khoản cơ quan").click()
    stranger.get_by_role("button", name="an", exact=True).click()

    expect_page(stranger, f"{guarded.address}/gioi-thieu", "Giới thiệu")
    names = {one["name"] for one in stranger.context.cookies(guarded.address)}
    assert "vankien_phien" in names
    assert not {name for name in names if name.startswith("_streamlit_user") or name == "vankien_ve"}


@pytest.mark.parametrize("subject", ["la", "gia"])
def test_whom_the_office_knows_and_vankien_does_not_stays_outside(stranger: Page, guarded: Site, subject: str) -> None:
    stranger.goto(f"{guarded.address}/dang-nhap")
    stranger.get_by_role("link", name="Đăng nhập bằng tài khoản cơ quan").click()
    stranger.get_by_role("button", name=subject, exact=True).click()

    if subject == "la":
        expect(stranger.get_by_role("alert")).to_contain_text("chưa được cấp quyền")
    else:
        expect(stranger.get_by_role("heading", name="Đăng nhập")).to_be_visible()
    stranger.goto(guarded.address)
    expect(stranger.get_by_role("heading", name="Đăng nhập")).to_be_visible()


def test_a_link_on_another_site_opens_the_page_for_who_has_logged_in(stranger: Page, guarded: Site) -> None:
    stranger.goto(f"{guarded.address}/doi-mat-khau")
    log_in(stranger)
    expect(stranger.get_by_text("Tài khoản: Nguyễn Thị Quản Trị")).to_be_visible()
    elsewhere = f"{guarded.address.replace('127.0.0.1', 'localhost')}/tin"
    link = f'<a href="{guarded.address}/doi-mat-khau?a=1&amp;b=2">Vankien</a>'
    stranger.route(elsewhere, lambda route: route.fulfill(content_type="text/html", body=link))
    stranger.goto(elsewhere)

    stranger.get_by_role("link", name="Vankien").click()

    expect(stranger.get_by_text("Tài khoản: Nguyễn Thị Quản Trị")).to_be_visible()
    expect(stranger).to_have_url(f"{guarded.address}/doi-mat-khau?a=1&b=2")


def test_the_page_speaks_english_where_asked_and_keeps_to_it(stranger: Page, guarded: Site) -> None:
    stranger.goto(f"{guarded.address}/dang-nhap?ve=/doi-mat-khau")
    stranger.get_by_role("link", name="English").click()
    expect(stranger.locator("html[lang=en]").get_by_role("heading", name="Log in")).to_be_visible()
    stranger.get_by_label("Log-in name").fill("quan.tri")
    stranger.get_by_label("Password").fill(PASSWORD)
    stranger.get_by_role("button", name="Log in").click()

    expect(stranger.get_by_role("heading", name="Change password")).to_be_visible()


@pytest.mark.parametrize(("theme", "size"), [("light", WIDE), ("dark", NARROW)], ids=["light-wide", "dark-narrow"])
def test_axe_finds_nothing_and_nothing_sticks_out(stranger: Page, guarded: Site, theme: Any, size: Any) -> None:
    stranger.emulate_media(color_scheme=theme)
    stranger.set_viewport_size(size)
    stranger.goto(f"{guarded.address}/dang-nhap?ra=1")
    expect(stranger.get_by_role("status")).to_be_visible()
    log_in(stranger, "nguoi.khac", "sai mat khau nay")
    expect(stranger.get_by_role("alert")).to_be_visible()

    assert find_breaches(stranger) == []
    assert stranger.evaluate("document.documentElement.scrollWidth <= innerWidth")
