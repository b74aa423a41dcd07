"""A browser without a window: speaks the protocol of the pages, so that one machine can be fifty people."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

LONGEST_S = 30.0


@dataclass
class Drawn:
    """What a run of a page sent.

    Attributes:
        seconds: From the press until the page was whole.
        html: Our own HTML, in the order of arrival.
        faults: What must not be on a page: exceptions, messages of errors.
    """

    seconds: float = 0.0
    html: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def says(self, words: str) -> bool:
        """Whether *words* stand in it."""
        return any(words in one for one in self.html)


class PageClient:
    """One browser at an address; its page is drawn anew at every press.

    Attributes:
        asking: Whether the first page is open, where questions are asked.
    """

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._question = self._ask = ""
        self.asking = False

    @classmethod
    async def open(cls, address: str, token: str = "") -> Self:
        """Come to the pages at *address*, logged in by *token* where one is given."""
        parts = urlsplit(address)
        headers = {"Cookie": f"vankien_phien={token}"} if token else {}
        connection = await connect(
            f"ws://{parts.netloc}/_stcore/stream",
            origin=address,  # type: ignore[arg-type]  # a NewType of str
            subprotocols=["streamlit"],  # type: ignore[list-item]  # likewise
            additional_headers=headers,
            max_size=None,
        )
        return cls(connection)

    async def close(self) -> None:
        """Leave."""
        await self._connection.close()

    async def visit(self, page: str = "", query: str = "") -> Drawn:
        """Go to a page by its name in the address."""
        message = BackMsg()
        message.rerun_script.page_name = page
        self.asking = not page
        message.rerun_script.query_string = query
        return await self._press(message)

    async def ask(self, question: str) -> Drawn:
        """Type a question on the first page, which must be open, and press."""
        message = BackMsg()
        states = message.rerun_script.widget_states.widgets
        states.add(id=self._question, string_value=question)
        states.add(id=self._ask, trigger_value=True)
        return await self._press(message)

    async def _press(self, message: BackMsg) -> Drawn:
        began, drawn = time.monotonic(), Drawn()
        await self._connection.send(message.SerializeToString())
        async with asyncio.timeout(LONGEST_S):
            while True:
                told = ForwardMsg()
                told.ParseFromString(bytes(await self._connection.recv()))  # type: ignore[arg-type]  # never text
                kind = told.WhichOneof("type")
                if kind == "delta" and told.delta.WhichOneof("type") == "new_element":
                    self._note(told.delta.new_element, drawn)
                elif kind == "script_finished" and told.script_finished in _ENDED:
                    break
        drawn.seconds = time.monotonic() - began
        return drawn

    def _note(self, element: Any, drawn: Drawn) -> None:
        kind = element.WhichOneof("type")
        if kind == "html":
            body = element.html.body
            drawn.html.append(body)
            if 'class="vk-loi"' in body:
                drawn.faults.append(body)
        elif kind == "exception":
            drawn.faults.append(element.exception.message)
        elif kind == "text_input" and element.text_input.label == "Câu hỏi":
            self._question = element.text_input.id
        elif kind == "button" and element.button.label == "Hỏi":
            self._ask = element.button.id


_ENDED = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_WITH_COMPILE_ERROR)


def find_markers(drawn: Drawn, markers: dict[str, str]) -> Iterator[str]:
    """Names of those of *markers* whose words stand in what was drawn."""
    for name, words in markers.items():
        if drawn.says(words):
            yield name
