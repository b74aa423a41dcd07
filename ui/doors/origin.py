"""The second door: what changes something, and every websocket, comes from a page of this site."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.types import ASGIApp, Receive, Scope, Send

from ui.doors.asked import SAFE_METHODS, find_scheme, read_headers
from ui.doors.refusing import turn_away

_PORTS = {"http": 80, "https": 443}
_REFUSED = "Yêu cầu này không đến từ trang của Vankien nên không được nhận. Hãy mở lại trang Vankien rồi làm lại."


class OriginDoor:
    """Turns away with 403 what another site sends in the name of a reader."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Look at one request."""
        acts = scope["type"] == "websocket" or (scope["type"] == "http" and scope["method"] not in SAFE_METHODS)
        if acts and not comes_from_here(scope):
            await turn_away(403, _REFUSED)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def comes_from_here(scope: Scope) -> bool:
    """Whether the browser says that a page of ours sends this; what says nothing at all is no browser."""
    origins, hosts = read_headers(scope, "origin"), read_headers(scope, "host")
    if len(origins) > 1 or len(hosts) != 1:
        return False
    if not origins:
        return all(site in {"same-origin", "none"} for site in read_headers(scope, "sec-fetch-site"))
    scheme = find_scheme(scope)
    return _parse_origin(origins[0]) == _parse_origin(f"{scheme}://{hosts[0]}") is not None


def _parse_origin(raw: str) -> tuple[str, str, int] | None:
    """Scheme, name and port; nothing where *raw* is none of the two schemes, or more than an origin."""
    try:
        parts = urlsplit(raw)
        port = parts.port
    except ValueError:
        return None
    more = parts.path or parts.query or parts.fragment or parts.username is not None or "@" in parts.netloc
    if parts.scheme not in _PORTS or not parts.hostname or more:
        return None
    return parts.scheme, parts.hostname, port or _PORTS[parts.scheme]
