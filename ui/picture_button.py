"""A button that saves a drawn chart as a PNG file: the browser makes it of what it has drawn, nothing is sent."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

_DRESS = """
button {
  width: 100%; min-height: 2.5rem; padding: 0.25rem 0.75rem; border: 1px solid var(--vk-vien); border-radius: 0.25rem;
  background: var(--vk-nen); color: var(--vk-muc); font: inherit; cursor: pointer;
}
button:hover, button:focus-visible { border-color: var(--vk-lien-ket); color: var(--vk-lien-ket); }
button:focus-visible { outline: 3px solid var(--vk-lien-ket); outline-offset: 2px; }
"""

_SCRIPT = """
const HEAD = 44;

export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button");
  button.textContent = data.label;
  button.onclick = () => {
    const layers = [...document.querySelectorAll(`.st-key-${data.chart} canvas`)];
    if (!layers.length) return;
    const scale = layers[0].width / layers[0].clientWidth;
    const whole = document.createElement("canvas");
    whole.width = layers[0].width;
    whole.height = layers[0].height + HEAD * scale;
    const pen = whole.getContext("2d");
    pen.fillStyle = "#ffffff";
    pen.fillRect(0, 0, whole.width, whole.height);
    pen.fillStyle = "#1c1a18";
    pen.font = `600 ${16 * scale}px ${getComputedStyle(document.body).fontFamily}`;
    pen.fillText(data.title, 16 * scale, 28 * scale, whole.width - 32 * scale);
    layers.forEach((layer) => pen.drawImage(layer, 0, HEAD * scale));
    whole.toBlob((blob) => {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(blob);
      link.download = data.file;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    }, "image/png");
  };
}
"""


@cache
def _button() -> ComponentRenderer:
    return st.components.v2.component("vankien_picture", html="<button type=button></button>", css=_DRESS, js=_SCRIPT)


def draw_picture_button(label: str, chart: str, title: str, file: str) -> None:
    """A button called *label*; pressed, it saves the chart in the container of key *chart*, under its *title*."""
    _button()(key=f"{chart}-png", width="content", data={"label": label, "chart": chart, "title": title, "file": file})
