"""Whose desk it is: the cookie's key, the session's where there is none, and no other's."""

from __future__ import annotations

import re
from typing import Any

import pytest
import streamlit as st

from ui import owner
from ui.owner import COOKIE, Owner, current_owner, keep_owner, take_over

KEPT = "0b7a5c1e-4d0f-4b57-9a49-1f0c4f0d2a11"
OTHER = "9d1f6a70-2f0f-4b12-8d3e-5b7b0f2f9c42"
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


class Browser:
    """A browser with *cookies*; each session begins without a memory."""

    def __init__(self, cookies: dict[str, str]) -> None:
        self.cookies = cookies
        self.asked: list[Any] = []

    def keep(self, *, key: str, data: Any, on_held_change: Any) -> None:
        assert (key, on_held_change) == (owner.KEEPER, owner._take_over)
        self.asked.append(data)


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Browser:
    opened = Browser({})
    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(st, "context", opened)
    monkeypatch.setattr(owner, "_keeper", lambda: opened.keep)
    return opened


def test_a_browser_that_comes_again_is_known_by_its_cookie_and_is_not_asked_to_tell(browser: Browser) -> None:
    browser.cookies[COOKIE] = KEPT
    assert current_owner() == Owner(KEPT)
    keep_owner()
    assert browser.asked == [{"cookie": COOKIE, "key": KEPT, "told": True}]


@pytest.mark.parametrize(
    "cookie", ["", "x", KEPT[:-1], f"{KEPT}\n", KEPT.upper(), "'; DROP TABLE askings; --", f"{KEPT}{KEPT}"]
)
def test_what_is_no_key_of_ours_names_nobody(browser: Browser, cookie: str) -> None:
    browser.cookies[COOKIE] = cookie
    assert UUID.fullmatch(current_owner().key)


def test_a_new_browser_gets_a_random_key_that_stays_the_same_in_the_session(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = current_owner()
    assert UUID.fullmatch(first.key)
    assert first.lasting
    keep_owner()
    assert browser.asked == [{"cookie": COOKIE, "key": first.key, "told": False}]
    assert current_owner() == first
    monkeypatch.setattr(st, "session_state", {})
    assert current_owner() != first


def test_a_key_that_another_tab_kept_first_is_taken_over(browser: Browser) -> None:
    assert current_owner().key != OTHER
    take_over(OTHER)
    assert current_owner() == Owner(OTHER)
    keep_owner()
    assert browser.asked[-1]["told"]


def test_a_page_that_is_left_before_its_browser_told_takes_over_nothing_and_the_next_asks_again(
    browser: Browser,
) -> None:
    first = current_owner()
    owner._take_over()
    assert current_owner() == first
    keep_owner()
    assert browser.asked == [{"cookie": COOKIE, "key": first.key, "told": False}]


def test_where_cookies_are_refused_the_key_lasts_as_long_as_the_session(browser: Browser) -> None:
    key = current_owner().key
    take_over("none")
    assert current_owner() == Owner(key, lasting=False)
