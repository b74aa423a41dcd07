"""A page of the original as it is drawn: its picture, the marks over it, and the tools that enlarge it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import streamlit as st

from ingest.language import tr
from ingest.originals import Box, frame
from ingest.readers.printed.page_picture import PagePicture
from ui.verbatim import Html, element

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

_DRESS = """
div { display: flex; gap: 0.5rem; }
button {
  min-width: 2.75rem; min-height: 2.75rem; padding: 0.25rem 0.75rem; border: 1px solid var(--vk-vien);
  border-radius: 0.25rem; background: var(--vk-nen); color: var(--vk-muc); font: inherit; cursor: pointer;
}
button:hover, button:focus-visible { border-color: var(--vk-lien-ket); color: var(--vk-lien-ket); }
button:focus-visible { outline: 3px solid var(--vk-lien-ket); outline-offset: 2px; }
button:disabled { opacity: 0.5; cursor: default; }
"""

_SCRIPT = """
const SIZES = [100, 150, 200, 300];
const WIDE = 900;

function bringIntoView(sheet) {
  const mark = sheet.querySelector(".vk-khung-do");
  if (!mark) return;
  sheet.scrollTop = mark.offsetTop - sheet.clientHeight / 4;
  const room = sheet.clientWidth - mark.offsetWidth;
  sheet.scrollLeft = mark.offsetLeft - (room > 0 ? room / 2 : 8);  // a wide one from the beginning of its lines
}

export default function ({ data, parentElement }) {
  const [smaller, larger] = parentElement.querySelectorAll("button");
  smaller.textContent = data.smaller;
  larger.textContent = data.larger;
  const find = () => document.querySelector(".vk-ban-goc");
  let size = parentElement.vkSize || 0;
  const dress = () => {
    parentElement.vkSize = size;
    smaller.disabled = size === 0;
    larger.disabled = size === SIZES.length - 1;
    const sheet = find();
    if (sheet) sheet.style.setProperty("--vk-co-trang", `${SIZES[size]}%`);
  };
  const change = (step) => {
    size = Math.max(0, Math.min(SIZES.length - 1, size + step));
    dress();
    bringIntoView(find());
  };
  smaller.onclick = () => change(-1);
  larger.onclick = () => change(1);
  dress();

  // The picture comes by a message of its own, before or after this one.
  let left = 50;
  const timer = setInterval(() => {
    const sheet = find();
    left -= 1;
    if (left <= 0) clearInterval(timer);
    if (!sheet || sheet.dataset.page !== data.visit || !sheet.querySelector("img").complete) return;
    clearInterval(timer);
    dress();
    if (parentElement.vkVisit === data.visit) return;
    parentElement.vkVisit = data.visit;
    bringIntoView(sheet);
    const read = document.querySelector(".vk-nguyen-van .vk-tim");
    if (read && data.place !== parentElement.vkPlace && innerWidth >= WIDE) read.scrollIntoView({ block: "center" });
    parentElement.vkPlace = data.place;
  }, 100);
  return () => clearInterval(timer);
}
"""


def lay_out_page(page: PagePicture, lines: Sequence[Box], label: str, visit: str) -> Html:
    """The picture called *label*, with *lines* of it marked and framed; *visit* names it for the tools."""
    picture = element(
        "img", src=f"data:image/webp;base64,{b64encode(page.picture).decode()}", alt=label, draggable="false"
    )
    marks = [*(_place(line, "vk-to-vang") for line in lines), *(_place(one, "vk-khung-do") for one in frame(lines))]
    sheet = element("div", picture, *marks, class_="vk-to-giay", style=f"aspect-ratio: {page.width} / {page.height}")
    return element("div", sheet, class_="vk-ban-goc", tabindex="0", role="region", aria_label=label, data_page=visit)


def _place(box: Box, css: str) -> Html:
    edges = {"left": box.left, "top": box.top, "width": box.right - box.left, "height": box.bottom - box.top}
    style = "; ".join(f"{name}: {100 * share:.2f}%" for name, share in edges.items())
    return element("span", class_=css, style=style, aria_hidden="true")


@cache
def _tools() -> ComponentRenderer:
    button = '<button type="button"></button>'
    return st.components.v2.component(
        "vankien_original", html=f'<div role="group">{button * 2}</div>', css=_DRESS, js=_SCRIPT
    )


def draw_view_tools(place: str, visit: str) -> None:
    """Buttons that show the page smaller and larger; what is marked comes into view once for each *visit*, and the
    *place* in the text beside it.
    """
    data = {"place": place, "visit": visit, "smaller": tr("Thu nhỏ trang"), "larger": tr("Phóng to trang")}
    _tools()(key="vk-goc-co", width="content", data=data)
