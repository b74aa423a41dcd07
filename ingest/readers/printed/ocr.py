"""The image of a page -> words, through Tesseract with the letters of Vietnamese."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median
from typing import TYPE_CHECKING, Any

from ingest.readers.printed.boxes import Block, PrintedPage, Shape, TextLine, Word
from ingest.readers.printed.columns import order_blocks
from ingest.readers.printed.deskew import has_ink, straighten
from ingest.readers.printed.rows import gather_rows

if TYPE_CHECKING:
    from PIL.Image import Image

LANGUAGE = "vie"
SECONDS_A_PAGE = 180
_UPRIGHT = 0.6  # a page read with less may lie on its side or its head
_FEWEST_LETTERS = 20
_FONT_HEIGHT = 1.25  # heights of a usual word
_OTHER_SIZE = 0.35
_LINE_KEY = ("block_num", "par_num", "line_num")
_NOISE = 0.4  # confidence under which what is no letter or figure is a speck
HOW_TO_GET = (
    "Hãy cài Tesseract kèm tiếng Việt rồi thêm lại (Debian, Ubuntu: sudo apt-get install tesseract-ocr "
    "tesseract-ocr-vie; Windows: bộ cài của UB Mannheim, đánh dấu Vietnamese trong Additional language data)."
)


SCAN_AGAIN = "Hãy quét lại ở 300 dpi, lưu thành PDF hoặc PNG rồi thêm lại."


class OcrError(Exception):
    """A page cannot be read; the text is the reason, in Vietnamese."""


class OcrMissingError(OcrError):
    """No page can be read: this machine has no Tesseract, or one without Vietnamese."""


@dataclass(frozen=True, slots=True)
class Tesseract:
    """What this machine has: the version, and the languages it can read."""

    version: str
    languages: tuple[str, ...]

    @property
    def reads_vietnamese(self) -> bool:
        """Whether scans can be read."""
        return LANGUAGE in self.languages


def find_tesseract() -> Tesseract | None:
    """The Tesseract of this machine, or ``None`` if it has none that starts."""
    import pytesseract

    try:
        version = str(pytesseract.get_tesseract_version())
        return Tesseract(version, tuple(sorted(pytesseract.get_languages(config=""))))
    except (pytesseract.TesseractNotFoundError, pytesseract.TesseractError, SystemExit, OSError):
        return None  # an unreadable version ends in SystemExit


def explain_missing() -> str | None:
    """Why scans cannot be read on this machine, or ``None`` if they can."""
    found = find_tesseract()
    if found is None:
        return "máy này chưa có Tesseract"
    return None if found.reads_vietnamese else "Tesseract trên máy này chưa có tiếng Việt (vie)"


def read_page_image(image: Image, number: int) -> PrintedPage:
    """The page that *image* shows, upright and level, with the confidence of its words.

    Raises:
        OcrMissingError: If this machine cannot read images.
        OcrError: If Tesseract fails, or takes longer than ``SECONDS_A_PAGE``.
    """
    grey = image.convert("L")
    if not has_ink(grey):
        return PrintedPage(number, *grey.size, ())
    level = straighten(grey)
    words, confidence = _recognise(level)
    lies = _is_sideways(words)
    if lies or confidence < _UPRIGHT or sum(len(word.text) for word in words) < _FEWEST_LETTERS:
        turned = _turn_upright(level)
        if turned is not None:
            again, better = _recognise(straighten(turned))
            if better > confidence or (lies and not _is_sideways(again)):
                level, words, confidence = turned, again, better
    return PrintedPage(number, *level.size, order_words(words), confidence)


def _is_sideways(words: Sequence[Word]) -> bool:
    """Whether lines run up or down: Tesseract reads them as they lie."""
    long = [word for word in words if len(word.text) > 3]
    return sum(word.bottom - word.top > word.right - word.left for word in long) * 2 > len(long)


def order_words(words: Sequence[Word]) -> tuple[Block, ...]:
    """*words* as blocks in reading order; the star between the lines of a letterhead is one again."""
    blocks = order_blocks(gather_rows(words))
    return tuple(
        replace(block, lines=tuple(map(_restore_star, block.lines))) if block.shape is Shape.COLUMN else block
        for block in blocks
    )


def _restore_star(line: TextLine) -> TextLine:
    """A scanner takes the star for a letter: no line of a letterhead is one letter long."""
    return replace(line, text="*") if len(line.text) == 1 and not line.text.isdigit() else line


def _turn_upright(image: Image) -> Image | None:
    """*image* turned by the quarters that Tesseract sees it lie at; ``None`` if it stands or cannot be told."""
    import pytesseract

    try:
        seen: Any = pytesseract.image_to_osd(image, output_type=pytesseract.Output.DICT, timeout=SECONDS_A_PAGE)
    except (pytesseract.TesseractError, RuntimeError, OSError):
        return None  # too few letters to tell, or no data for it
    return image.rotate(-int(seen["rotate"]), expand=True) if seen["rotate"] else None


def _recognise(image: Image) -> tuple[list[Word], float]:
    import pytesseract

    os.environ["OMP_THREAD_LIMIT"] = "1"  # readers run side by side: a second thread of each only waits
    try:
        table: Any = pytesseract.image_to_data(
            image, lang=LANGUAGE, config="--psm 3", output_type=pytesseract.Output.DICT, timeout=SECONDS_A_PAGE
        )
    except pytesseract.TesseractNotFoundError:
        raise OcrMissingError("máy này chưa có Tesseract") from None
    except pytesseract.TesseractError as error:
        if missing := explain_missing():
            raise OcrMissingError(missing) from None
        raise OcrError(f"Tesseract báo lỗi: {str(error.message).strip()[:200]}") from None
    except RuntimeError:
        raise OcrError(f"Tesseract đọc một trang quá {SECONDS_A_PAGE} giây") from None
    return read_table(table)


def read_table(table: Mapping[str, list[Any]]) -> tuple[list[Word], float]:
    """The words of a table that Tesseract gave, and their mean confidence weighted by their letters, 0 to 1."""
    found = [
        i
        for i, text in enumerate(table["text"])
        if text.strip() and not (float(table["conf"][i]) < 100 * _NOISE and not any(map(str.isalnum, text)))
    ]
    lines = [list(line) for _, line in groupby(found, key=lambda i: tuple(table[name][i] for name in _LINE_KEY))]
    usual = median(table["height"][i] for i in found) if found else 1.0
    words = [word for line in lines for word in _level_words(table, line, usual)]
    weights = [len(table["text"][i]) for i in found]
    total = sum(weight * max(0.0, float(table["conf"][i])) for weight, i in zip(weights, found, strict=True))
    return words, total / sum(weights) / 100 if found else 0.0


def _level_words(table: Mapping[str, list[Any]], line: list[int], usual: float) -> list[Word]:
    """The words of one line with one height: letters without a head or a foot look smaller than they are.

    A line that is not much taller or lower than *usual* words has the size of the page.
    """
    top = median(table["top"][i] for i in line)
    bottom = median(table["top"][i] + table["height"][i] for i in line)
    height = max(1.0, bottom - top)
    size = _FONT_HEIGHT * (usual if abs(height - usual) < _OTHER_SIZE * usual else height)
    lefts = [(table["text"][i].strip(), float(table["left"][i]), float(table["width"][i])) for i in line]
    return [Word(text, left, left + width, top, bottom, size) for text, left, width in lefts]
