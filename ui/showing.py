"""What a press made appear, brought into view where it came below the edge of the window; never moved otherwise."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

_SCRIPT = """
const LEAST = 180;
const WANTED = 0.45;  // of the window's height: what was pressed stays in view above

export default function ({ data, parentElement }) {
  if (parentElement.vkShown === data.visit) return;
  parentElement.vkShown = data.visit;
  let left = 20;
  const timer = setInterval(() => {
    const box = document.querySelector(`.st-key-${data.place}`);
    left -= 1;
    if (box || left <= 0) clearInterval(timer);
    if (!box) return;
    const top = box.getBoundingClientRect().top;
    const pane = box.closest('[data-testid="stMain"]');
    if (pane && top > innerHeight - LEAST) pane.scrollBy(0, top - innerHeight * WANTED);
  }, 100);
  return () => clearInterval(timer);
}
"""


@cache
def _shower() -> ComponentRenderer:
    return st.components.v2.component("vankien_shower", js=_SCRIPT)


def bring_into_view(place: str, visit: str) -> None:
    """Show the container of key *place*, once for each *visit*."""
    _shower()(key=f"{place}-hien", data={"place": place, "visit": visit})
