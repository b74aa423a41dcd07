"""Images of pages: PNG, JPEG, BMP, TIFF of many pages."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.errors import ReadingError
from ingest.language import fill
from ingest.readers.printed.ocr import HOW_TO_GET, SCAN_AGAIN, OcrError, OcrMissingError, read_page_image
from ingest.readers.printed.pages import write_reading
from ingest.readers.reading import Reading

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

IMAGE = "ảnh"
_USUAL_WIDTH = 2480  # pixels: a page of A4 at 300 to the inch
_MOST_TIMES = 3.0


def read_image(content: bytes, file: Path) -> Reading:
    """The text that is printed on an image, or on each of its pages.

    Raises:
        ReadingError: If it is damaged or too large, shows no text, or this machine cannot read images.
    """
    try:
        pages = [read_page_image(image, number) for number, image in enumerate(_iter_images(content, file), 1)]
    except OcrMissingError as error:
        raise ReadingError(file, fill("đây là ảnh, mà {why}", why=error), HOW_TO_GET) from None
    except OcrError as error:
        raise ReadingError(file, str(error), SCAN_AGAIN) from None
    if not any(page.blocks for page in pages):
        raise ReadingError(file, "ảnh không có chữ nào đọc được", SCAN_AGAIN)
    return write_reading(IMAGE, pages)


def open_frame(content: bytes, file: Path, number: int) -> tuple[Image, int]:
    """The page of that *number*, from 1, in its colours, and how many pages there are.

    Raises:
        ReadingError: If the image is damaged or too large, or has no such page.
    """
    with _opened(content, file) as image:
        image.seek(number - 1)
        coloured = image.mode == "P" or len(image.getbands()) > 2
        return _flatten(image, "RGB" if coloured else "L"), getattr(image, "n_frames", 1)


def _iter_images(content: bytes, file: Path) -> Iterator[Image]:
    """Each page as a grey image of the size that Tesseract reads best."""
    from PIL import ImageSequence

    with _opened(content, file) as image:
        for frame in ImageSequence.Iterator(image):
            yield _enlarge(_flatten(frame, "L"))


@contextmanager
def _opened(content: bytes, file: Path) -> Iterator[ImageFile]:
    """The image; what Pillow raises inside on damaged files is a :class:`ReadingError`."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # damage that Pillow can read past
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content)) as opened:
                yield opened
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise ReadingError(file, "ảnh quá lớn (trên 89 triệu điểm)", SCAN_AGAIN) from None
    except (OSError, SyntaxError, ValueError, TypeError, EOFError):  # what Pillow raises on damaged files
        raise ReadingError(file, "ảnh bị hỏng hoặc chưa chép đủ", "Hãy chép lại tệp gốc rồi thêm lại.") from None


def _flatten(frame: Image, mode: str) -> Image:
    """*frame* in the colours of *mode*, upright as its camera says, on white where it is transparent."""
    from PIL import Image, ImageOps

    upright = ImageOps.exif_transpose(frame)
    if upright.has_transparency_data:
        layer = upright.convert("RGBA")
        white = Image.new("RGBA", layer.size, "white")
        return Image.alpha_composite(white, layer).convert(mode)
    return upright.convert(mode)


def _enlarge(image: Image) -> Image:
    times = min(_MOST_TIMES, _USUAL_WIDTH / max(1, min(image.size)))
    return image if times < 1.2 else image.resize((round(image.width * times), round(image.height * times)))
