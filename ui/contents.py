"""The reader's tools in the browser: the contents follow the scroll, letters grow and shrink, the page prints."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import streamlit as st

from ingest.language import tr

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

_DRESS = """
div { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; }
button {
  min-width: 2.75rem; min-height: 2.5rem; padding: 0.25rem 0.75rem; border: 1px solid var(--vk-vien);
  border-radius: 0.25rem; background: var(--vk-nen); color: var(--vk-muc); font: inherit; cursor: pointer;
}
button:hover, button:focus-visible { border-color: var(--vk-lien-ket); color: var(--vk-lien-ket); }
button:focus-visible { outline: 3px solid var(--vk-lien-ket); outline-offset: 2px; }
button:disabled { opacity: 0.5; cursor: default; }
"""

_SCRIPT = """
const SIZES = [0.9, 1.15, 1.4, 1.7, 2.1];
const USUAL = 1;
const KEY = "vankien-co-chu";

function readSize() {
  const kept = localStorage.getItem(KEY);
  return kept !== null && Number(kept) in SIZES ? Number(kept) : USUAL;
}

function dress(size) {
  document.documentElement.style.setProperty("--vk-co-chu", `${SIZES[size]}rem`);
}

const topOf = (element) => element.getBoundingClientRect().top;

// A place that is brought into view stands in the middle of the window, and that is where one reads.
const middleOf = () => innerHeight / 2;

// Which of them is the last that begins above the middle; the first where none does.
function findLast(elements) {
  let low = 0;
  let high = elements.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (topOf(elements[middle]) <= middleOf()) low = middle;
    else high = middle - 1;
  }
  return low;
}

// Of a long text a part that is far off is not laid out: asking where its lines are would have that done.
const partsOf = new WeakMap();
function findCurrent(text) {
  if (!partsOf.has(text)) {
    const all = [...text.querySelectorAll(".vk-khuc")].map((part) => [...part.querySelectorAll('[id^="cho-"]')]);
    partsOf.set(text, all.filter((places) => places.length));
  }
  const parts = partsOf.get(text);
  if (!parts.length) return null;
  const at = findLast(parts.map((places) => places[0].parentElement));
  const places = parts[at];
  return at && topOf(places[0]) > middleOf() ? parts[at - 1].at(-1) : places[findLast(places)];
}

const entries = new WeakMap();
function findEntry(contents, address) {
  if (!entries.has(contents)) {
    const links = [...contents.querySelectorAll("a")];
    entries.set(contents, new Map(links.map((link) => [new URL(link.href).searchParams.get("at"), link])));
  }
  for (let steps = address.split("."); steps.length; steps.pop()) {
    const found = entries.get(contents).get(steps.join("."));
    if (found) return found;
  }
  return null;
}

function follow() {
  const contents = document.querySelector(".vk-muc-luc");
  const text = document.querySelector(".vk-nguyen-van");
  const place = contents && contents.open && text && findCurrent(text);
  if (!place) return;
  const entry = findEntry(contents, place.id.slice("cho-".length));
  const before = contents.querySelector(".vk-dang-doc");
  if (!entry || entry === before) return;
  if (before) before.classList.remove("vk-dang-doc");
  entry.classList.add("vk-dang-doc");
  const list = contents.querySelector("nav");
  const top = entry.offsetTop;
  if (top < list.scrollTop || top > list.scrollTop + list.clientHeight - 60) {
    list.scrollTop = top - list.clientHeight / 2;
  }
}

export default function ({ data, parentElement }) {
  const [smaller, larger, print] = parentElement.querySelectorAll("button");
  let size = readSize();
  const show = () => {
    dress(size);
    smaller.disabled = size === 0;
    larger.disabled = size === SIZES.length - 1;
  };
  const change = (step) => {
    size = Math.max(0, Math.min(SIZES.length - 1, size + step));
    localStorage.setItem(KEY, String(size));
    show();
  };
  smaller.textContent = data.smaller;
  larger.textContent = data.larger;
  print.textContent = data.print;
  smaller.onclick = () => change(-1);
  larger.onclick = () => change(1);
  print.onclick = () => window.print();
  show();

  let waiting = false;
  const scrolled = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; follow(); });
  };
  document.addEventListener("scroll", scrolled, { passive: true, capture: true });
  return () => document.removeEventListener("scroll", scrolled, { capture: true });
}
"""


@cache
def _tools() -> ComponentRenderer:
    button = '<button type="button"></button>'
    return st.components.v2.component(
        "vankien_reader", html=f'<div role="group">{button * 3}</div>', css=_DRESS, js=_SCRIPT
    )


def draw_reading_tools() -> None:
    """Buttons for smaller and larger letters and for printing; while they are drawn the contents follow the scroll."""
    words = {"smaller": tr("Chữ nhỏ hơn"), "larger": tr("Chữ to hơn"), "print": tr("In văn bản")}
    _tools()(key="vk-doc", width="content", data=words)
