"""What the doors read in a request: each header once, or not at all."""

from __future__ import annotations

from urllib.parse import quote

from starlette.types import Scope

from ui.doors.addresses import LOG_IN, LOG_OUT

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


def read_headers(scope: Scope, name: str) -> list[str]:
    """Every value that the request gives for header *name*, which is written in small letters."""
    return [value.decode("latin-1") for given, value in scope["headers"] if given.decode("latin-1").lower() == name]


def find_scheme(scope: Scope) -> str:
    """``"http"`` or ``"https"``, of a websocket, too."""
    scheme = str(scope.get("scheme", "http"))
    return {"ws": "http", "wss": "https"}.get(scheme, scheme)


def find_source(scope: Scope) -> str:
    """The address of the machine that asks; the one a proxy on this machine tells of."""
    client = scope.get("client")
    return str(client[0]) if client else ""


def wants_page(scope: Scope) -> bool:
    """Whether a person looks at what comes back: the browser opens an address, and a program fetches nothing."""
    if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
        return False
    if fetched := read_headers(scope, "sec-fetch-dest"):
        return fetched == ["document"]
    return any("text/html" in accepted for accepted in read_headers(scope, "accept"))


def find_local_address(scope: Scope) -> str:
    """Path and question mark of the request, as they may stand in a link."""
    path = quote(scope["path"])
    question = scope.get("query_string", b"").decode("latin-1")
    return f"{path}?{question}" if question else path


def keep_local(address: str | None) -> str:
    """*address* where it leads to a page of this site, and the first page where it may lead anywhere else.

    >>> keep_local("/van-ban?doc=1")
    '/van-ban?doc=1'
    >>> keep_local("//example.com/van-ban")
    '/'
    """
    given = address or ""
    plain = given.isascii() and given.isprintable() and not {" ", "\\"} & set(given)
    if not plain or not given.startswith("/") or given.startswith(("//", LOG_IN, LOG_OUT)):
        return "/"
    return given
