"""A page of a kept file as a person sees it: its picture, and where its words stand on it.

It is drawn by :mod:`ingest.readers.printed.picture`, in the process of the readers.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import astuple, dataclass
from typing import Any

from ingest.readers.printed.boxes import Word
from ingest.readers.recognise import IMAGES, PDF

PICTURED = (PDF, *IMAGES)
"""Kinds of file that have pages to show; all others flow as the program that opens them lays them out."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page of a file, its text upright.

    Attributes:
        number: Counted from 1 in the file.
        pages: How many the file has.
        picture: WebP.
        width: In the unit of *words*, as is the height.
        words: In the order they were drawn; none on a scan that holds no text.
    """

    number: int
    pages: int
    picture: bytes
    width: float
    height: float
    words: tuple[Word, ...] = ()


def pack_page(page: PagePicture) -> list[Any]:
    """*page* as what JSON holds; :func:`unpack_page` undoes it."""
    number, pages, picture, *rest = astuple(page)
    return [number, pages, b64encode(picture).decode(), *rest]


def unpack_page(packed: list[Any]) -> PagePicture:
    """The page that :func:`pack_page` packed."""
    number, pages, picture, width, height, words = packed
    return PagePicture(number, pages, b64decode(picture), width, height, tuple(Word(*word) for word in words))
