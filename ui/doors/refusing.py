"""How a request is turned away: in few words of both languages, and with the next step."""

from __future__ import annotations

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from ingest.language import LANGUAGES, speaking, tr

POLICY = 1008
"""By this code a websocket is closed that may not be."""


def say_in_both(words: str, /, **values: object) -> str:
    """*words* in Vietnamese and, on a line of its own, in English: nobody knows yet what the reader speaks."""
    said = []
    for language in LANGUAGES:
        with speaking(language):
            said.append(tr(words, **values))
    return "\n".join(said) + "\n"


def turn_away(status: int, words: str) -> ASGIApp:
    """What answers a request with *status* and *words* of both languages; a websocket, which hears none, is closed."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": POLICY})
        else:
            await PlainTextResponse(say_in_both(words), status)(scope, receive, send)

    return answer
