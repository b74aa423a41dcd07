"""What a form of ours brings: little, soon, and written as forms are; anything else is turned away."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

from ingest.errors import AppError
from ingest.language import tr

MOST_BYTES = 8 * 1024
PATIENCE_S = 10.0
_MOST_FIELDS = 10
_KIND = "application/x-www-form-urlencoded"
_TOO_MUCH = "Biểu mẫu gửi lên dài quá. Hãy tải lại trang rồi điền lại."
_TOO_SLOW = "Biểu mẫu gửi lên chậm quá. Hãy tải lại trang rồi gửi lại."
_NO_FORM = "Nội dung gửi lên không phải biểu mẫu của trang này. Hãy tải lại trang rồi điền lại."


class FormError(AppError):
    """A form cannot be taken.

    Attributes:
        status: The answer's.
    """

    def __init__(self, status: int, words: str) -> None:
        super().__init__(tr(words))
        self.status = status


async def read_form(request: Request, patience_s: float = PATIENCE_S) -> Mapping[str, str]:
    """Name -> value; of a name that comes twice the first value.

    Args:
        request: Of which nothing has been read.
        patience_s: After so many seconds the rest is not waited for.

    Raises:
        FormError: If it is too long, too slow, or no form.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != _KIND:
        raise FormError(415, _NO_FORM)
    try:
        async with asyncio.timeout(patience_s):
            raw = await _read_bounded(request)
    except TimeoutError as error:
        raise FormError(408, _TOO_SLOW) from error
    except ClientDisconnect as error:
        raise FormError(400, _NO_FORM) from error
    try:
        pairs = parse_qsl(raw.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except ValueError as error:  # a letter that no form writes, or more fields than any of ours has
        raise FormError(400, _NO_FORM) from error
    return dict(reversed(pairs))


async def _read_bounded(request: Request) -> bytes:
    read = bytearray()
    async for piece in request.stream():
        read += piece
        if len(read) > MOST_BYTES:
            raise FormError(413, _TOO_MUCH)
    return bytes(read)
