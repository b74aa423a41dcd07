"""The addresses of logging in and out, and of changing a password."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import urlencode

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from ingest.accounts.values import Person
from ingest.errors import AppError, LoginError, UsageError
from ingest.language import LANGUAGES, Language, speaking, tr
from ui.doors.addresses import ICON, LANGUAGE, LOG_IN, LOG_OUT, OFFICE, PASSWORD, STYLE, WAY
from ui.doors.asked import find_source, keep_local
from ui.doors.cookies import SESSION_COOKIE, give_language, give_session, give_way, take_session
from ui.doors.forms import FormError, read_form
from ui.doors.login import IN_TROUBLE, PERSON
from ui.doors.login_html import draw_log_in, draw_log_out, draw_password, read_style, respond
from ui.doors.office import has_office_login, make_office_address
from ui.doors.queue import BusyError, Queue
from ui.doors.sessions import Sessions
from ui.speaking import COOKIE as LANGUAGE_COOKIE

_ICON_FILE = Path(__file__).parent.with_name("icon.svg")
_LEFT, _CHANGED = "ra", "xong"
_OUT = "Đã đăng xuất."
_DIFFER = "Hai lần gõ mật khẩu mới không giống nhau. Hãy gõ lại."
Handler = Callable[[Request], Awaitable[Response]]


class LogInRoutes:
    """The pages of logging in, over the *sessions* that the door asks, too."""

    def __init__(self, sessions: Sessions) -> None:
        self.sessions, self._queue = sessions, Queue()

    def make(self) -> list[Route]:
        """Address by address."""
        return [
            Route(STYLE, _show_style, methods=["GET"]),
            Route(ICON, _show_icon, methods=["GET"]),
            Route(OFFICE, _speaking(self._go_to_office), methods=["GET"]),
            Route(LOG_IN, _speaking(self._show_log_in), methods=["GET"]),
            Route(LOG_IN, _speaking(self._log_in), methods=["POST"]),
            Route(LOG_OUT, _speaking(self._show_log_out), methods=["GET"]),
            Route(LOG_OUT, _speaking(self._log_out), methods=["POST"]),
            Route(PASSWORD, _speaking(self._show_password), methods=["GET"]),
            Route(PASSWORD, _speaking(self._change_password), methods=["POST"]),
        ]

    async def _show_log_in(self, request: Request) -> Response:
        way = keep_local(request.query_params.get(WAY))
        inside = await self.sessions.find(request.cookies.get(SESSION_COOKIE)) is not None
        if inside or not await self.sessions.are_asked_for():
            return RedirectResponse(way, 303)
        told = tr(_OUT) if _LEFT in request.query_params else None
        return respond(draw_log_in(way, told=told, office=await _has_office()))

    async def _log_in(self, request: Request) -> Response:
        form = await read_form(request)
        name, way = form.get("ten", ""), keep_local(form.get(WAY))
        people, source = self.sessions.people, find_source(request.scope)
        try:
            token = await self._queue.run(people.log_in, name, form.get("mat-khau", ""), source)
        except LoginError as error:
            return respond(draw_log_in(way, name, str(error), office=await _has_office()), *_refusal(error))
        except BusyError as error:
            return respond(draw_log_in(way, name, str(error), office=await _has_office()), 503)
        answer = RedirectResponse(way, 303)
        give_session(answer, request.scope, token)
        return answer

    async def _go_to_office(self, request: Request) -> Response:
        if not await _has_office():
            return RedirectResponse(LOG_IN, 303)
        answer = RedirectResponse(await to_thread.run_sync(make_office_address), 303)
        give_way(answer, request.scope, keep_local(request.query_params.get(WAY)))
        return answer

    async def _show_log_out(self, request: Request) -> Response:
        person = _person(request)
        return respond(draw_log_out(person.shown)) if person else RedirectResponse("/", 303)

    async def _log_out(self, request: Request) -> Response:
        if token := request.cookies.get(SESSION_COOKIE):
            await self.sessions.end(token)
        answer = RedirectResponse(f"{LOG_IN}?{urlencode({_LEFT: 1})}", 303)
        take_session(answer, request.scope)
        return answer

    async def _show_password(self, request: Request) -> Response:
        person = _person(request)
        if person is None:
            return RedirectResponse("/", 303)
        return respond(draw_password(person.shown, done=_CHANGED in request.query_params))

    async def _change_password(self, request: Request) -> Response:
        person = _person(request)
        if person is None:
            return RedirectResponse("/", 303)
        form = await read_form(request)
        old, new = form.get("cu", ""), form.get("moi", "")
        if new != form.get("lai"):
            return respond(draw_password(person.shown, tr(_DIFFER)), 422)
        try:
            await self._queue.run(self.sessions.people.change_password, person.name, old, new)
            token = await self._queue.run(self.sessions.people.log_in, person.name, new, find_source(request.scope))
        except LoginError as error:
            return respond(draw_password(person.shown, str(error)), *_refusal(error))
        except (UsageError, BusyError) as error:
            return respond(draw_password(person.shown, str(error)), 422 if isinstance(error, UsageError) else 503)
        self.sessions.look_again()
        answer = RedirectResponse(f"{PASSWORD}?{urlencode({_CHANGED: 1})}", 303)
        give_session(answer, request.scope, token)
        return answer


def _speaking(handler: Handler) -> Handler:
    """The handler, speaking the reader's language; what the address asks for is kept for the next page, too."""

    async def answer(request: Request) -> Response:
        asked = _language(request.query_params.get(LANGUAGE))
        with speaking(asked or _language(request.cookies.get(LANGUAGE_COOKIE)) or LANGUAGES[0]):
            try:
                answered = await handler(request)
            except FormError as error:
                return PlainTextResponse(str(error), error.status, {"Connection": "close"})
            except AppError as error:  # of the accounts or the log of acts
                logging.getLogger(__name__).error("%s", error)
                return PlainTextResponse(tr(IN_TROUBLE), 503)
        if asked:
            give_language(answered, request.scope, asked)
        return answered

    return answer


def _language(named: str | None) -> Language | None:
    return next((one for one in LANGUAGES if one == named), None)


def _refusal(error: LoginError) -> tuple[int, dict[str, str]]:
    return (429, {"Retry-After": str(error.wait_seconds)}) if error.wait_seconds else (403, {})


def _person(request: Request) -> Person | None:
    """Who asks; nobody where nobody has to log in."""
    person = request.scope.get(PERSON)
    return person if isinstance(person, Person) else None


async def _has_office() -> bool:
    return await to_thread.run_sync(has_office_login)


async def _show_style(_: Request) -> Response:
    return Response(read_style(), media_type="text/css")


async def _show_icon(_: Request) -> Response:
    return FileResponse(_ICON_FILE, media_type="image/svg+xml")
