"""The last door: where there are accounts, nothing of the library passes to whom has not logged in."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from urllib.parse import unquote, urlencode

from anyio import to_thread
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ingest.errors import AppError, LoginError
from ui.doors.addresses import LOG_IN, OPEN_TO_ALL, WAY
from ui.doors.asked import find_local_address, find_source, keep_local, read_headers, wants_page
from ui.doors.cookies import SESSION_COOKIE, WAY_COOKIE, give_session, read_cookies, take_office_cookies
from ui.doors.login_html import draw_passing, draw_unknown, respond
from ui.doors.office import find_email
from ui.doors.refusing import POLICY, turn_away
from ui.doors.sessions import Sessions

PERSON = "vankien.person"
"""Key of the scope under which a route finds who asks."""
UPLOADS = "/_stcore/upload_file"
"""Stands in the addresses to which Streamlit's pages send files, which then lie in memory."""
_NOT_TO_ADD = "Chỉ thủ thư được thêm tệp vào thư viện. Hãy nhờ thủ thư của cơ quan."
_LOG_IN_FIRST = "Chưa đăng nhập, hoặc lần đăng nhập đã hết hạn. Hãy tải lại trang rồi đăng nhập."
IN_TROUBLE = (
    "Vankien không mở được tài khoản hoặc sổ nhật ký nên chưa cho ai vào. "
    "Người phụ trách máy hãy xem lỗi ở cửa sổ lệnh."
)


class LogInDoor:
    """Lets pass whoever has logged in; everybody where nobody has to."""

    def __init__(self, app: ASGIApp, sessions: Sessions) -> None:
        self.app, self.sessions = app, sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Look at one request."""
        if scope["type"] not in {"http", "websocket"} or self._is_open(scope):
            await self.app(scope, receive, send)
            return
        try:
            answer = await self._choose(scope)
        except AppError as error:
            logging.getLogger(__name__).error("%s", error)
            answer = turn_away(503, IN_TROUBLE)
        await answer(scope, receive, send)

    async def _choose(self, scope: Scope) -> ASGIApp:
        """What answers the request: the site itself, or what turns it away."""
        if not await self.sessions.are_asked_for():
            return self.app
        token = read_cookies(scope).get(SESSION_COOKIE)
        person = await self.sessions.find(token)
        if person is None or token is None:
            return await self._show_way(scope) if wants_page(scope) else turn_away(401, _LOG_IN_FIRST)
        scope[PERSON] = person
        if UPLOADS in scope["path"] and not person.may("librarian"):
            return turn_away(403, _NOT_TO_ADD)
        return Staying(self.app, self.sessions, token) if scope["type"] == "websocket" else self.app

    def _is_open(self, scope: Scope) -> bool:
        return scope["type"] == "http" and scope["path"] in OPEN_TO_ALL

    async def _show_way(self, scope: Scope) -> ASGIApp:
        """Where a person is led who has not logged in, or whose browser has not said so."""
        cookies = read_cookies(scope)
        asked = keep_local(find_local_address(scope))
        if _comes_from_elsewhere(scope):
            return respond(draw_passing(asked))
        if email := await to_thread.run_sync(find_email, cookies):
            return await self._let_in(scope, email, cookies.get(WAY_COOKIE))
        return RedirectResponse(LOG_IN if asked == "/" else f"{LOG_IN}?{urlencode({WAY: asked})}", 303)

    async def _let_in(self, scope: Scope, email: str, way: str | None) -> Response:
        """Begin the log-in of whom the office's server has named."""
        try:
            token = await to_thread.run_sync(self.sessions.people.log_in_as, email, find_source(scope))
        except LoginError:
            answer: Response = respond(draw_unknown(), 403)
        else:
            answer = RedirectResponse(keep_local(unquote(way or "")), 303)
            give_session(answer, scope, token)
        take_office_cookies(answer, scope)
        return answer


def _comes_from_elsewhere(scope: Scope) -> bool:
    """Whether a link on another site led here, or its redirection: the browser then sends no log-in along.

    What it is sent instead has the page opened once more, by this site, and that brings the log-in.
    """
    return any(site in {"cross-site", "same-site"} for site in read_headers(scope, "sec-fetch-site"))


class Staying:
    """A websocket of somebody who has logged in; it lasts as long as the log-in."""

    def __init__(self, app: ASGIApp, sessions: Sessions, token: str) -> None:
        self.app, self.sessions, self.token = app, sessions, token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on what comes, until the log-in ends; then close."""
        closed = False
        with self.sessions.watch(self.token) as ended:

            async def receive_while_logged_in() -> Message:
                nonlocal closed
                message = await _first(receive, ended)
                if message is not None and await self._may_say(message):
                    return message
                closed = True
                await send({"type": "websocket.close", "code": POLICY})
                return {"type": "websocket.disconnect", "code": POLICY}

            async def send_while_logged_in(message: Message) -> None:
                if closed:
                    raise OSError  # as a server says that the other end has gone
                await send(message)

            await self.app(scope, receive_while_logged_in, send_while_logged_in)

    async def _may_say(self, message: Message) -> bool:
        return message["type"] != "websocket.receive" or await self.sessions.find(self.token) is not None


async def _first(receive: Callable[[], Awaitable[Message]], ended: asyncio.Event) -> Message | None:
    """What comes next; nothing if the log-in ends before."""
    coming, ending = asyncio.ensure_future(receive()), asyncio.ensure_future(ended.wait())
    try:
        await asyncio.wait({coming, ending}, return_when=asyncio.FIRST_COMPLETED)
        return None if ended.is_set() else coming.result()
    finally:
        for one in (coming, ending):
            one.cancel()
