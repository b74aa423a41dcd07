"""A page that stands open when its log-in ends: it is loaded anew, so that nothing on it stays to be read by others.

Streamlit would say in English that the connection failed, and leave the page as it was.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import streamlit as st

from ui.doors.cookies import SESSION_COOKIE

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

KEY = "vk-het-phien"
_SCRIPT = """
const STATE = "data-test-connection-state";

export default function () {
  const app = document.querySelector(".stApp");
  if (!app) return;
  let asking = false;
  const look = async () => {
    if (asking || app.getAttribute(STATE) === "CONNECTED") return;
    asking = true;
    try {
      const answer = await fetch("/_stcore/host-config", { cache: "no-store" });
      if (answer.status === 401) location.reload();
    } catch {
      // the server is away, which is another matter
    } finally {
      asking = false;
    }
  };
  const watching = new MutationObserver(look);
  watching.observe(app, { attributes: true, attributeFilter: [STATE] });
  look();
  return () => watching.disconnect();
}
"""


@cache
def _leaver() -> ComponentRenderer:
    return st.components.v2.component("vankien_leaver", js=_SCRIPT)


def leave_with_log_in() -> None:
    """Do so where somebody has logged in; once on every page."""
    if SESSION_COOKIE in st.context.cookies:
        _leaver()(key=KEY)
