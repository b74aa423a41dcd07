"""What goes with every answer: what a page may load and run, who may frame it, what a browser may keep of it."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.doors.asked import find_scheme

_SHELL = Path(streamlit.__file__).parent / "static" / "index.html"
_INLINE = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
_KEPT_ASSETS = "/static/"
_YEAR_S = 365 * 24 * 3600
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    # Other sites are told nothing. With "no-referrer" a browser would call the origin of our own forms "null", too.
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(
        [
            *(f"{power}=()" for power in ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")),
            *(f"{power}=()" for power in ("accelerometer", "gyroscope", "magnetometer", "midi", "serial", "hid")),
            "clipboard-write=(self)",  # the button that copies a quote
            "fullscreen=(self)",
        ]
    ),
}


@cache
def page_policy() -> str:
    """What the pages may load, as strict as Streamlit bears; measured with every page in the browser.

    Its own script of one line is known by its digest; the scripts of our components are handed to the browser as
    ``blob:``; style sheets are written into the page by Streamlit and by ours. Nothing is read as code (no
    ``unsafe-eval``), and nothing comes from elsewhere.
    """
    inline = " ".join(f"'sha256-{b64encode(sha256(script).digest()).decode()}'" for script in _inline_scripts())
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src 'self' blob: {inline}".rstrip(),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",  # the table of documents brings its signs along
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        ]
    )


def _inline_scripts() -> list[bytes]:
    return _INLINE.findall(_SHELL.read_bytes())


class HeadersDoor:
    """Adds to every answer what goes with it; what an answer says of its own policy and of referring stays."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request pass and add to its answer."""
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add(MutableHeaders(scope=message), scope)
            await send(message)

        await self.app(scope, receive, send_with_headers)


def _add(headers: MutableHeaders, scope: Scope) -> None:
    headers.setdefault("Content-Security-Policy", page_policy())
    for name, value in ALWAYS.items():
        headers[name] = value
    if not scope["path"].startswith(_KEPT_ASSETS):  # the files of Streamlit itself, the same for everybody
        headers["Cache-Control"] = "no-store"
    if find_scheme(scope) == "https":
        headers["Strict-Transport-Security"] = f"max-age={_YEAR_S}"
