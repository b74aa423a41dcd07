"""The doors in their order: what the server is given besides the pages."""

from __future__ import annotations

from starlette.middleware import Middleware

from ui.doors.headers import HeadersDoor
from ui.doors.host import HostDoor
from ui.doors.origin import OriginDoor


class Gate:
    """The doors of one server."""

    def doors(self) -> list[Middleware]:
        """From the outermost on."""
        return [Middleware(HeadersDoor), Middleware(HostDoor), Middleware(OriginDoor)]
