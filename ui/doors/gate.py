"""The doors in their order, and the addresses of our own: what the server is given besides the pages."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from starlette.middleware import Middleware
from starlette.routing import Route

from ingest.errors import AppError
from ui.doors.headers import HeadersDoor
from ui.doors.host import HostDoor
from ui.doors.login import LogInDoor
from ui.doors.origin import OriginDoor
from ui.doors.people import People
from ui.doors.routes import LogInRoutes
from ui.doors.sessions import Sessions
from ui.doors.start import check_start


class Gate:
    """The doors of one server; making it ends the program if strangers would come in."""

    def __init__(self) -> None:
        people = People()
        self._sessions = Sessions(people, always=check_start(people))

    def doors(self) -> list[Middleware]:
        """From the outermost on."""
        return [
            Middleware(HeadersDoor),
            Middleware(HostDoor),
            Middleware(OriginDoor),
            Middleware(LogInDoor, self._sessions),
        ]

    def routes(self) -> list[Route]:
        """The pages of logging in."""
        return LogInRoutes(self._sessions).make()

    @asynccontextmanager
    async def lifespan(self, _: object) -> AsyncIterator[None]:
        """While the server lives: the accounts are loaded as it begins, and the first reader does not wait for them."""
        ahead = asyncio.ensure_future(self._look_ahead())
        yield
        ahead.cancel()

    async def _look_ahead(self) -> None:
        with suppress(AppError):  # the first request says so
            await self._sessions.are_asked_for()
