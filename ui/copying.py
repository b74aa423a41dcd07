"""A button that puts words on the clipboard, in the browser; and the passage as an office quotes it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

import streamlit as st

from ingest.language import tr

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

COPIED, REFUSED = "Đã sao chép", "Trình duyệt không cho sao chép. Hãy bôi đen đoạn rồi nhấn Ctrl+C."
COPIED_HERE = "Đã sao chép; liên kết này chỉ mở được trên máy này"
_THIS_MACHINE = ("127.0.0.1", "localhost", "::1")
"""Names under which a machine knows only itself: under them a colleague's opens nothing, or a library of its own."""

_DRESS = """
button {
  min-height: 2.5rem; padding: 0.25rem 0.75rem; border: 1px solid var(--vk-vien); border-radius: 0.25rem;
  background: var(--vk-nen); color: var(--vk-muc); font: inherit; cursor: pointer;
}
button:hover, button:focus-visible { border-color: var(--vk-lien-ket); color: var(--vk-lien-ket); }
button:focus-visible { outline: 3px solid var(--vk-lien-ket); outline-offset: 2px; }
"""

# Off this machine a page is not served safely, and browsers then have no clipboard but the old one of forms.
_SCRIPT = """
function copyOld(words) {
  const field = document.createElement("textarea");
  field.value = words;
  field.style.position = "fixed";
  field.style.opacity = "0";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}

export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button");
  button.textContent = data.label;
  button.onclick = async () => {
    let done = false;
    try {
      await navigator.clipboard.writeText(data.words);
      done = true;
    } catch (_) {
      done = copyOld(data.words);
    }
    button.textContent = done ? data.copied : data.refused;
    setTimeout(() => { button.textContent = data.label; }, 3000);
  };
}
"""


@cache
def _button() -> ComponentRenderer:
    html = '<button type="button" aria-live="polite"></button>'
    return st.components.v2.component("vankien_copy", html=html, css=_DRESS, js=_SCRIPT)


def draw_link_button(link: str, key: str) -> None:
    """The button that copies *link* for a colleague, and says where no other machine can open it."""
    draw_copy_button(tr("Sao chép liên kết"), link, key, say_copied(link))


def say_copied(link: str) -> str:
    """What a button says that copied *link*.

    >>> say_copied("http://may-chu:8501/van-ban?doc=218"), say_copied("http://127.0.0.1:8501/van-ban?doc=218")
    ('Đã sao chép', 'Đã sao chép; liên kết này chỉ mở được trên máy này')
    """
    return COPIED_HERE if urlsplit(link).hostname in _THIS_MACHINE else COPIED


def draw_copy_button(label: str, words: str, key: str, copied: str = COPIED) -> None:
    """A button called *label*; pressed, it copies *words*, and says for three seconds that it did."""
    data = {"label": label, "words": words, "copied": tr(copied), "refused": tr(REFUSED)}
    _button()(key=f"vk-chep-{key}", width="content", data=data)


def link_here(query: str) -> str:
    """What opens this page at *query* for a colleague, by the name that this machine has in the reader's browser."""
    address = urlsplit(str(st.context.url))
    return urlunsplit((address.scheme, address.netloc, address.path, query, ""))


def quote_with_source(words: str, source: str) -> str:
    """A passage as an office quotes it: its words between quotation marks, then where they stand.

    >>> quote_with_source("Kiểm tra, giám sát.", "khoản 2 Điều 5 Quy định số 102-QĐ/TW")
    '“Kiểm tra, giám sát.” (khoản 2 Điều 5 Quy định số 102-QĐ/TW)'
    """
    return f"“{words}” ({source})"
