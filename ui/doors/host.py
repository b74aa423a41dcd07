"""The first door: a request names this site by a name that its owner has allowed, or is turned away.

A page of another site may have its own name lead here (DNS rebinding) and would then speak to Vankien as if it were
its own server; the name in the request gives it away. So the name is looked at always, on loopback too.
"""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

from ui.doors.asked import read_headers
from ui.doors.refusing import turn_away

SETTING = "server.allowedHosts"
LOOPBACK_NAMES = ("127.0.0.1", "localhost", "::1")
_REFUSED = (
    "Vankien không phục vụ dưới tên máy này. Người phụ trách máy hãy thêm tên đó vào mục allowedHosts, phần [server] "
    "của tệp .streamlit/config.toml, rồi khởi động lại."
)


def find_allowed_names() -> list[str]:
    """The names of this site; where the owner has written none, those of loopback: never any name at all."""
    if not config.get_option(SETTING):
        config.set_option(SETTING, list(LOOPBACK_NAMES))
    return [str(name) for name in config.get_option(SETTING)]


class HostDoor:
    """Turns away with 400 what bears another name, several, or none."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Look at one request."""
        if scope["type"] in {"http", "websocket"} and not _is_ours(read_headers(scope, "host")):
            await turn_away(400, _REFUSED)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def _is_ours(names: list[str]) -> bool:
    return len(names) == 1 and bool(find_allowed_names()) and is_host_allowed(names[0])
