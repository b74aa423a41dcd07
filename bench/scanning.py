"""Pages printed and scanned as offices do it, by program: the same seed spoils the same way.

Measures of length are in points of the image; grey runs from 0 (ink) to 255 (paper).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAPER = 255
_SEEN_FROM = 72  # points to the inch
_STAMP_MM = 36
_MM_PER_INCH = 25.4


@dataclass(frozen=True, slots=True)
class Glass:
    """What a page lies on: the dots to the inch, and the dice of its dust."""

    dpi: int
    dice: np.random.Generator


Spoil = Callable[[Image.Image, Glass], Image.Image]
"""A grey page -> the same, worse."""


def as_html(text: str, style: str, above: str = "") -> str:
    """*text* as a page of paragraphs, those above the first blank line centred as a title is."""
    title, _, body = text.partition("\n\n")
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in body.split("\n") if line)
    base = (
        "body {font-family: 'DejaVu Serif'; font-size: 14pt; line-height: 1.4} h1 {font-size: 1em; text-align: center}"
    )
    head = "<br>".join(map(escape, title.split("\n")))
    return f"<meta charset=utf-8><style>{base} {style}</style>{above}<h1>{head}</h1>{paragraphs}"


def print_pdf(chromium: Browser, html: str, **settings: Any) -> bytes:
    """*html* on A4 as Chromium prints it."""
    tab = chromium.new_page()
    try:
        tab.set_content(html)
        return tab.pdf(format="A4", **settings)
    finally:
        tab.close()


def draw_page(pdf: bytes, index: int, dpi: int) -> Image.Image:
    """The page at *index* of *pdf* in grey."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        drawn: Image.Image = document[index].render(scale=dpi / _SEEN_FROM, grayscale=True).to_pil().copy()
        return drawn


def bind_pages(images: Sequence[Image.Image], dpi: int, quality: int = 80) -> bytes:
    """*images* as a PDF of one picture on each page, kept as JPEG of *quality*."""
    out = BytesIO()
    images[0].save(out, "PDF", save_all=True, append_images=images[1:], resolution=dpi, quality=quality)
    return out.getvalue()


def _from_array(grey: Any) -> Image.Image:
    return Image.fromarray(grey.clip(0, 255).astype(np.uint8))


def turn(image: Image.Image, _: Glass, degrees: float) -> Image.Image:
    """Laid askew, anticlockwise."""
    return image.rotate(degrees, resample=Image.Resampling.BICUBIC, fillcolor=PAPER)


def blur(image: Image.Image, glass: Glass, mm: float) -> Image.Image:
    """Out of focus by so many millimetres."""
    return image.filter(ImageFilter.GaussianBlur(mm / _MM_PER_INCH * glass.dpi))


def grain(image: Image.Image, glass: Glass, spread: float) -> Image.Image:
    """The noise of a sensor, on paper that is not quite white."""
    grey = np.asarray(image, dtype=np.float32) * 0.85 + 25
    return _from_array(grey + glass.dice.normal(0, spread, grey.shape))


def speckle(image: Image.Image, glass: Glass, share: float) -> Image.Image:
    """Black and white dots on *share* of the page."""
    grey, fallen = np.array(image), glass.dice.random((image.height, image.width))
    grey[fallen < share / 2] = 0
    grey[fallen > 1 - share / 2] = PAPER
    return Image.fromarray(grey)


def fade(image: Image.Image, _: Glass, ink: int) -> Image.Image:
    """Printed with little toner: *ink* is its grey, on paper of 245."""
    grey = np.asarray(image, dtype=np.float32)
    return _from_array(ink + grey / PAPER * (245 - ink))


def shade(image: Image.Image, _: Glass, darkest: float) -> Image.Image:
    """Photographed beside a window: the light falls off to *darkest* of it."""
    height, width = image.height, image.width
    light = np.linspace(1, darkest, width)[None, :] * np.linspace(1, 0.5 + darkest / 2, height)[:, None]
    return _from_array(np.asarray(image, dtype=np.float32) * light)


def show_through(image: Image.Image, _: Glass, share: float) -> Image.Image:
    """Thin paper: the back shows with *share* of its ink."""
    front = np.asarray(image, dtype=np.float32)
    back = np.asarray(image.transpose(Image.Transpose.FLIP_LEFT_RIGHT), dtype=np.float32)
    return _from_array(front - (PAPER - back) * share)


def stamp(image: Image.Image, glass: Glass, ink: int) -> Image.Image:
    """Two round stamps over the text; red ink is seen as the grey *ink*."""
    size = round(_STAMP_MM / _MM_PER_INCH * glass.dpi)
    seal = Image.new("L", (size, size), PAPER)
    pen, wide = ImageDraw.Draw(seal), max(2, size // 40)
    for inset in (0, size // 5):
        pen.ellipse((inset, inset, size - 1 - inset, size - 1 - inset), outline=ink, width=wide)
    font = ImageFont.truetype("DejaVuSerif-Bold.ttf", size // 9)
    pen.multiline_text((size / 2, size / 2), "ĐẢNG BỘ\nVĂN PHÒNG", fill=ink, font=font, anchor="mm", align="center")
    sheet = Image.new("L", image.size, PAPER)
    for left, top in ((0.45, 0.2), (0.6, 0.62)):
        sheet.paste(seal, (round(left * image.width), round(top * image.height)))
    return _from_array(np.minimum(np.asarray(image), np.asarray(sheet)))


def dot_matrix(image: Image.Image, glass: Glass, per_inch: int) -> Image.Image:
    """Letters of needles: ink only on a grid of dots."""
    step = glass.dpi / per_inch
    across, down = np.arange(image.width) % step / step, np.arange(image.height) % step / step
    dots = ((across[None, :] - 0.5) ** 2 + (down[:, None] - 0.5) ** 2) < 0.17
    grey = np.asarray(image, dtype=np.float32)
    drawn = _from_array(np.where(dots, grey, PAPER))
    return blur(drawn, glass, 0.05)


def two_tones(image: Image.Image, _: Glass, threshold: int) -> Image.Image:
    """As a fax or a copier keeps it: black and white."""
    return image.point(lambda grey: PAPER if grey > threshold else 0)


def squeeze(image: Image.Image, _: Glass, quality: int) -> Image.Image:
    """Kept as JPEG of low *quality*."""
    out = BytesIO()
    image.save(out, "JPEG", quality=quality)
    return Image.open(out).convert("L")


def _ways() -> dict[str, tuple[int, tuple[Spoil, ...]]]:
    clean = {f"sạch-{dpi}": (dpi, ()) for dpi in (100, 120, 150, 200, 300)}
    skew = {f"nghiêng-{d}": (200, (partial(turn, degrees=d),)) for d in (0.5, -1.5, 3.0)}
    office = partial(turn, degrees=1.5)
    return {
        **clean,
        **skew,
        "văn-phòng": (150, (office, partial(grain, spread=12))),
        "hạt-150": (150, (partial(grain, spread=25),)),
        "hạt-mạnh-150": (150, (partial(grain, spread=45),)),
        "hạt-mạnh-300": (300, (partial(grain, spread=60),)),
        "lốm-đốm-200": (200, (partial(speckle, share=0.02),)),
        "lốm-đốm-nặng-300": (300, (partial(speckle, share=0.06),)),
        "mờ-nhẹ-150": (150, (partial(blur, mm=0.13),)),
        "mờ-150": (150, (partial(blur, mm=0.2), partial(grain, spread=6))),
        "mờ-nặng-150": (150, (partial(blur, mm=0.26), partial(grain, spread=6))),
        "mờ-300": (300, (partial(blur, mm=0.22), partial(grain, spread=6))),
        "nhạt-200": (200, (partial(fade, ink=170),)),
        "rất-nhạt-200": (200, (partial(fade, ink=215), partial(grain, spread=4))),
        "nhạt-hạt-150": (150, (partial(fade, ink=170), partial(grain, spread=12))),
        "bóng-200": (200, (partial(shade, darkest=0.45),)),
        "bóng-hạt-150": (150, (partial(shade, darkest=0.5), partial(grain, spread=10))),
        "in-thấm-200": (200, (partial(show_through, share=0.25),)),
        "in-thấm-nhiều-200": (200, (partial(show_through, share=0.45),)),
        "dấu-đỏ-200": (200, (partial(stamp, ink=110),)),
        "dấu-đậm-150": (150, (partial(stamp, ink=60), partial(grain, spread=8))),
        "in-kim-200": (200, (partial(dot_matrix, per_inch=100),)),
        "in-kim-thưa-200": (200, (partial(dot_matrix, per_inch=72), partial(grain, spread=6))),
        "đen-trắng-200": (200, (partial(two_tones, threshold=128),)),
        "đen-trắng-100": (100, (partial(two_tones, threshold=150),)),
        "fax-nhạt-200": (200, (partial(fade, ink=150), partial(grain, spread=25), partial(two_tones, threshold=190))),
        "jpeg-150": (150, (partial(squeeze, quality=15),)),
        "jpeg-nặng-120": (120, (partial(squeeze, quality=12),)),
        "xấu-100": (100, (partial(turn, degrees=-2.0), partial(blur, mm=0.12), partial(grain, spread=15))),
    }


WAYS = _ways()
"""Name -> dots to the inch, and what befalls the page."""


def scan_page(page: Image.Image, way: str, seed: int) -> Image.Image:
    """*page*, drawn at the dots of *way*, as that way leaves it."""
    dpi, spoils = WAYS[way]
    glass = Glass(dpi, np.random.default_rng(seed))
    for spoil in spoils:
        page = spoil(page, glass)
    return page
