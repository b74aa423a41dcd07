"""What Streamlit leaves out for those who hear a page or go through it by keyboard.

The page would be in English, the links at its top no navigation, the first stop of the keyboard would lead in front of
those links instead of past them, and what a press unfolds above the page would be the last thing that it comes to.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import streamlit as st

from ingest.language import current_language, tr
from ui.speaking import COOKIE

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

SKIP, BETWEEN = "Bỏ qua, sang nội dung chính", "Các trang"
_KEY = "vk-tro-nang"

_SCRIPT = """
const LASTS = 400 * 24 * 3600;  // the longest that Chromium keeps a cookie; every visit begins it anew
const ANSWERS = "a[href], button:not(:disabled), input, [tabindex='0']";

function pass(event) {
  const title = document.querySelector(".stHtml h1");
  if (!title) return;
  event.preventDefault();
  event.stopPropagation();  // Streamlit would move on to what holds the links
  title.setAttribute("tabindex", "-1");
  title.focus();
}

function enter(event) {
  const button = document.querySelector('[data-testid="stPopoverButton"][aria-expanded="true"]');
  const first = document.querySelector('[data-testid="stPopoverBody"]')?.querySelector(ANSWERS);
  if (event.key !== "Tab" || !button || !first) return;
  const [from, to] = event.shiftKey ? [first, button] : [button, first];
  if (document.activeElement !== from) return;
  event.preventDefault();
  to.focus();
}

function keep(data) {  // before the page says that it speaks it: who leaves at once finds it kept
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${data.cookie}=${data.language}; Max-Age=${LASTS}; Path=/; SameSite=Strict${secure}`;
}

function name(data) {
  document.documentElement.lang = data.language;
  document.querySelector('[data-testid="stSkipToContent"]')?.setAttribute("aria-label", data.skip);
  const bar = document.querySelector(".st-key-vk-thanh");
  bar?.setAttribute("role", "navigation");
  bar?.setAttribute("aria-label", data.between);
  const here = location.pathname.split("/").pop();
  bar?.querySelectorAll("a").forEach((link) => {
    if (link.getAttribute("href") === here) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  });
}

function shade() {  // what a press unfolds lies outside of the app, and would be in the colours of the light
  const app = document.querySelector(".stApp");
  if (app) document.documentElement.style.colorScheme = getComputedStyle(app).colorScheme;
}

export default function ({ data }) {
  keep(data);
  name(data);
  shade();
  const skip = document.querySelector('[data-testid="stSkipToContent"]');
  skip?.addEventListener("click", pass);
  document.addEventListener("keydown", enter);
  return () => {
    skip?.removeEventListener("click", pass);
    document.removeEventListener("keydown", enter);
  };
}
"""


@cache
def _assistant() -> ComponentRenderer:
    return st.components.v2.component("vankien_accessibility", js=_SCRIPT)


def make_accessible(title: str) -> None:
    """Do so for the page called *title*, and let the browser keep its language; once on every page, after its links."""
    data = {"language": current_language(), "cookie": COOKIE, "skip": tr(SKIP), "between": tr(BETWEEN), "title": title}
    _assistant()(key=_KEY, data=data)
