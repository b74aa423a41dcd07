"""A scanned page made black on white: grain averaged away, light evened out, faint ink darkened.

Grey runs from 0 (black) to 255 (white).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import numpy as np

from ingest.readers.printed.boxes import Word

if TYPE_CHECKING:
    from PIL.Image import Image

_SHRINK = 2 / 3  # from 300 dots to the inch to 200: letters stay legible, grain and needles of a printer blend
_TILE = 6  # points: the paper is looked at in such squares
_WINDOW = 15  # squares: a window so wide always shows paper between the lines
_DARKEST_PAPER = 0.3  # of the brightest: what is darker is a picture
_INK_PERCENTILE = 0.1
_LEAST_CONTRAST = 0.08  # between ink and paper: below it nothing is printed
_PAPER_FROM = 0.85  # of the way from ink to paper: what is lighter is grain, or the back of thin paper
_BLACK_BELOW = 128
_AROUND = 4  # points: how far letters reach out of the box of their word
_MUCH = 0.03  # of the strokes of a page


def whiten(image: Image) -> Image:
    """A grey page of 300 dots to the inch, ready to be recognised, at two thirds of its size; a blank one is white."""
    from PIL import Image, ImageFilter

    size = round(image.width * _SHRINK), round(image.height * _SHRINK)
    small = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    lit = np.asarray(small, dtype=np.float32) / np.maximum(_find_paper(small), 1)
    soft = Image.fromarray(_as_grey(lit)).filter(ImageFilter.GaussianBlur(0.7))
    ink, paper = (float(level) / 255 for level in np.percentile(np.asarray(soft), (_INK_PERCENTILE, 50)))
    if paper - ink < _LEAST_CONTRAST:
        return Image.new("L", size, 255)
    return Image.fromarray(_as_grey((lit - ink) / (_PAPER_FROM * (paper - ink))))


def blend(level: Image) -> Image:
    """*level* a little out of focus: dots of a needle printer run together, specks fade."""
    from PIL import ImageFilter

    return level.filter(ImageFilter.GaussianBlur(1))


def cover(level: Image, words: Iterable[Word]) -> Image:
    """*level* with *words* painted over."""
    rest = level.copy()
    for word in words:
        left, top = round(word.left) - _AROUND, round(word.top) - _AROUND
        rest.paste(255, (left, top, round(word.right) + _AROUND, round(word.bottom) + _AROUND))
    return rest


def shows_more(rest: Image, level: Image) -> bool:
    """Whether *rest* still has many of the strokes of *level*: a stamp hides lines of text from Tesseract."""
    return _count_strokes(rest) > _MUCH * _count_strokes(level)


def _count_strokes(image: Image) -> int:
    """How often a row of points turns from white to black."""
    black = np.asarray(image) < _BLACK_BELOW
    return int(np.count_nonzero(black[:, 1:] & ~black[:, :-1]))


def _find_paper(image: Image) -> Any:
    """The grey of the paper under each point of *image*: the brightest around it."""
    from PIL import Image, ImageFilter

    tiles = image.reduce(_TILE).filter(ImageFilter.MaxFilter(_WINDOW)).filter(ImageFilter.GaussianBlur(_WINDOW / 2))
    grey = np.asarray(tiles.resize(image.size, Image.Resampling.BILINEAR), dtype=np.float32)
    return np.maximum(grey, _DARKEST_PAPER * grey.max())


def _as_grey(share: Any) -> Any:
    return (share * 255).clip(0, 255).astype(np.uint8)
