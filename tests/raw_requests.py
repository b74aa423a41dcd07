"""Requests as a server hands them on, with just the headers that a test gives: no client adds any by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import anyio
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Scope

Given = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Headers
    text: str


def ask(app: ASGIApp, headers: Given, method: str = "GET", path: str = "/", scheme: str = "http") -> Answer:
    """What *app* answers."""
    path, _, question = path.partition("?")
    scope: Scope = {"type": "http", "method": method, "path": path, "query_string": question.encode(), "scheme": scheme}
    start, *bodies = anyio.run(_call, app, {**scope, "headers": _raw(headers)}, "http.request")
    text = b"".join(body.get("body", b"") for body in bodies).decode()
    return Answer(start["status"], Headers(raw=start["headers"]), text)


def is_let_in(app: ASGIApp, headers: Given) -> bool:
    """Whether a websocket is; one that is not is closed for a breach of policy."""
    scope: Scope = {
        "type": "websocket",
        "path": "/_stcore/stream",
        "query_string": b"",
        "scheme": "ws",
        "subprotocols": [],
    }
    first = anyio.run(_call, app, {**scope, "headers": _raw(headers)}, "websocket.connect")[0]
    assert first["type"] == "websocket.accept" or first["code"] == 1008
    return bool(first["type"] == "websocket.accept")


def _raw(headers: Given) -> list[tuple[bytes, bytes]]:
    return [(name.encode(), value.encode()) for name, value in headers]


async def _call(app: ASGIApp, scope: Scope, first: str) -> list[Message]:
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": first}

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope, receive, send)
    return sent
