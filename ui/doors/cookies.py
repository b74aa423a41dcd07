"""The cookies of a log-in: how they are read, given and taken away."""

from __future__ import annotations

from urllib.parse import quote

from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import Scope
from streamlit.web.server.starlette.starlette_server_config import TOKENS_COOKIE_NAME, USER_COOKIE_NAME

from ingest.language import Language
from ui.doors.asked import find_scheme
from ui.speaking import COOKIE as LANGUAGE_COOKIE

SESSION_COOKIE = "vankien_phien"
WAY_COOKIE = "vankien_ve"
"""Where a reader wanted to go who is on the way through the log-in of the office."""
WAY_LASTS_S, LANGUAGE_LASTS_S = 600, 400 * 24 * 3600


def read_cookies(scope: Scope) -> dict[str, str]:
    """Name -> value."""
    return HTTPConnection(scope).cookies


def give_session(response: Response, scope: Scope, token: str) -> None:
    """Let the browser keep *token* until it is closed; no script sees it, and no other site has it sent."""
    response.set_cookie(
        SESSION_COOKIE, token, path="/", httponly=True, samesite="strict", secure=find_scheme(scope) == "https"
    )


def give_way(response: Response, scope: Scope, way: str) -> None:
    """Let the browser keep for ten minutes where to go after the log-in of the office, which leads over its site."""
    secure = find_scheme(scope) == "https"
    response.set_cookie(
        WAY_COOKIE, quote(way), max_age=WAY_LASTS_S, path="/", httponly=True, samesite="lax", secure=secure
    )


def give_language(response: Response, scope: Scope, language: Language) -> None:
    """Let the browser keep the language as the pages do, whose script writes it anew at every visit."""
    secure = find_scheme(scope) == "https"
    response.set_cookie(LANGUAGE_COOKIE, language, max_age=LANGUAGE_LASTS_S, path="/", samesite="strict", secure=secure)


def take_office_cookies(response: Response, scope: Scope) -> None:
    """Take what Streamlit's own log-in has left, in however many pieces: it has been used."""
    for name in read_cookies(scope):
        whole = name.rstrip("0123456789").rstrip("_")
        if name == WAY_COOKIE or whole in {USER_COOKIE_NAME, TOKENS_COOKIE_NAME}:
            response.delete_cookie(name, path="/")


def take_session(response: Response, scope: Scope) -> None:
    """Take the log-in and whatever else would begin it anew."""
    response.delete_cookie(SESSION_COOKIE, path="/", httponly=True, samesite="strict")
    take_office_cookies(response, scope)
