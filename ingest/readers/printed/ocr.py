"""The image of a page -> words, through Tesseract with the letters of Vietnamese."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ingest.language import fill
from ingest.models import LEGIBLE
from ingest.readers.printed.boxes import Block, PrintedPage, Shape, TextLine, Word
from ingest.readers.printed.columns import order_blocks
from ingest.readers.printed.deskew import has_ink, straighten
from ingest.readers.printed.recognised import Recognised, read_table
from ingest.readers.printed.rows import gather_rows
from ingest.readers.printed.rules import erase_rules
from ingest.readers.printed.whiten import blend, cover, shows_more, whiten

if TYPE_CHECKING:
    from PIL.Image import Image

LANGUAGE = "vie"
SECONDS_A_PAGE = 180
_UPRIGHT = 0.6  # a page read with less may lie on its side or its head
_FEWEST_LETTERS = 20
_WHOLE_PAGE, _ONE_BLOCK = 3, 6  # how Tesseract is told to look for lines
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
    grey = whiten(image.convert("L"))
    if not has_ink(grey):
        return PrintedPage(number, *grey.size, ())
    level = erase_rules(straighten(grey))
    read = _recognise(level)
    lies = _is_sideways(read.words)
    if lies or read.confidence < _UPRIGHT or sum(len(word.text) for word in read.words) < _FEWEST_LETTERS:
        turned = _turn_upright(level)
        if turned is not None:
            again = _recognise(straighten(turned))
            if again.confidence > read.confidence or (lies and not _is_sideways(again.words)):
                level, read = turned, again
    read = _look_again(level, read)
    return PrintedPage(number, *level.size, order_words(read.words), read.confidence)


def _look_again(level: Image, read: Recognised) -> Recognised:
    """What is read of a doubtful page with its grain blended; and the lines that were passed over below a stamp."""
    if read.confidence < LEGIBLE:
        blended = _recognise(blend(level))
        read = blended if blended.confidence > read.confidence else read
    rest = cover(level, read.words)
    return read.with_lines_of(_recognise(rest, _ONE_BLOCK)) if shows_more(rest, level) else read


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


def _recognise(image: Image, layout: int = _WHOLE_PAGE) -> Recognised:
    import pytesseract

    os.environ["OMP_THREAD_LIMIT"] = "1"  # readers run side by side: a second thread of each only waits
    try:
        table: Any = pytesseract.image_to_data(
            image,
            lang=LANGUAGE,
            config=f"--psm {layout}",
            output_type=pytesseract.Output.DICT,
            timeout=SECONDS_A_PAGE,
        )
    except pytesseract.TesseractNotFoundError:
        raise OcrMissingError("máy này chưa có Tesseract") from None
    except pytesseract.TesseractError as error:
        if missing := explain_missing():
            raise OcrMissingError(missing) from None
        raise OcrError(fill("Tesseract báo lỗi: {words}", words=str(error.message).strip()[:200])) from None
    except RuntimeError:
        raise OcrError(fill("Tesseract đọc một trang quá {seconds} giây", seconds=SECONDS_A_PAGE)) from None
    return read_table(table)
