"""Moving within the pages without loading them anew: links of our own HTML, and the place brought into view.

`st.html` draws links, but following one would load the page again and forget the question that was typed. The
script below sends the click to Python instead, which sets the address bar; where scripts are off the link works
as any link. It also scrolls to the place, as a server cannot.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

_KEY = "vk-mover"

_SCRIPT = """
const WIDE = 900;
const NAMES = ["doc", "at", "start", "end", "list", "page", "find"];

function find() { return document.querySelector(".vk-nguyen-van .vk-tim, .vk-dau-danh-sach"); }

function show(target) {
  target.scrollIntoView({ block: target.offsetHeight > innerHeight * 0.6 ? "start" : "center" });
  target.setAttribute("tabindex", "-1");
  target.focus({ preventScroll: true });
}

function arrange() {
  const contents = document.querySelector(".vk-muc-luc");
  if (!contents || contents.dataset.arranged) return;
  contents.dataset.arranged = "yes";
  if (innerWidth >= WIDE) contents.open = true;  // it comes closed; what a reader opened meanwhile stays open
  document.querySelectorAll(".vk-le .vk-mo").forEach((part) => { part.open = innerWidth >= WIDE; });
  const list = contents.querySelector("nav");
  const current = contents.querySelector("[aria-current]");
  if (contents.open && current) list.scrollTop = current.offsetTop - list.clientHeight / 2;
}

export default function ({ data, parentElement, setTriggerValue }) {
  let left = 100;
  let userMoved = false;
  const moved = () => { userMoved ||= Boolean(find()); };  // the text may be drawn once more after that
  const gestures = ["wheel", "touchmove", "keydown", "mousedown"];
  gestures.forEach((name) => addEventListener(name, moved, { passive: true }));

  const first = parentElement.vkVisit !== data.visit;
  parentElement.vkVisit = data.visit;
  const bring = () => {
    arrange();
    const target = find();
    if (first && data.seek && target && !userMoved) {
      const anew = target.dataset.visit !== data.visit;
      const box = target.getBoundingClientRect();
      if (anew || box.bottom < 0 || box.top > innerHeight) show(target);
      if (anew) left = Math.min(left, 12);
      target.dataset.visit = data.visit;
    }
    left -= 1;
    if (left <= 0) clearInterval(timer);
  };
  const timer = setInterval(bring, 100);
  bring();

  const follow = (event) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (!event.target.closest) return;
    const jump = event.target.closest('.vk-muc-luc a[href^="#"]');
    if (jump && innerWidth < WIDE) jump.closest(".vk-muc-luc").open = false;
    const list = event.target.closest('a[href="#vk-cac-cho"]');
    if (list) document.getElementById("vk-cac-cho").open = true;
    const link = event.target.closest("a.vk-di");
    if (!link) return;
    event.preventDefault();
    const wanted = new URL(link.href).searchParams;
    const now = new URLSearchParams(location.search);
    const contents = link.closest(".vk-muc-luc");
    if (contents && innerWidth < WIDE) contents.open = false;
    const target = find();
    if (target && NAMES.every((name) => wanted.get(name) === now.get(name))) return show(target);
    setTriggerValue("go", Object.fromEntries(NAMES.map((name) => [name, wanted.get(name)])));
  };
  document.addEventListener("click", follow);

  return () => {
    clearInterval(timer);
    document.removeEventListener("click", follow);
    gestures.forEach((name) => removeEventListener(name, moved));
  };
}
"""

_FOLLOWER = """
export default function ({ data, parentElement }) {
  if (parentElement.vkFollowed === data.visit) return;
  let left = 50;
  const timer = setInterval(() => {
    const link = document.querySelector(`.st-key-${data.place} a`);
    left -= 1;
    if (link || left <= 0) clearInterval(timer);
    if (!link) return;
    parentElement.vkFollowed = data.visit;
    link.click();
  }, 100);
  return () => clearInterval(timer);
}
"""


@cache
def _mover() -> ComponentRenderer:
    return st.components.v2.component("vankien_mover", js=_SCRIPT)


def move_within_pages(visit: str, seek: bool) -> None:
    """Follow the links of our HTML, and bring the place that stands out into view.

    Args:
        visit: Names the place; while it stays the same the view is not moved again.
        seek: Whether a place stands out.
    """
    _mover()(key=_KEY, data={"visit": visit, "seek": seek}, on_go_change=_go)


@cache
def _follower() -> ComponentRenderer:
    return st.components.v2.component("vankien_follower", js=_FOLLOWER)


def follow_link(place: str, visit: str) -> None:
    """Press the link in the container of key *place*, once for each *visit*.

    ``st.switch_page`` would leave two entries behind in the browser's history, so that one step back is not back.
    """
    _follower()(key=f"{place}-theo", data={"place": place, "visit": visit})


def _go() -> None:
    wanted = st.session_state[_KEY].go
    names = ("doc", "at", "start", "end", "list", "page", "find")
    st.query_params.from_dict({name: wanted[name] for name in names if wanted.get(name)})
