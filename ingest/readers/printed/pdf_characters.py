"""The characters that a page of a PDF draws, each with its place, as pdfium tells them."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from ingest.readers.printed.pdf_fonts import clean_font_name

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

_LINE_END_HYPHEN = 2  # what pdfium makes of a hyphen at the end of a line


class Run(NamedTuple):
    """What the glyphs of one drawn text share.

    ``turn`` counts quarters anticlockwise, ``None`` if askew; outside of ``clip`` nothing is printed.
    """

    size: float
    turn: int | None
    font: str
    invisible: bool
    clip: tuple[float, float, float, float] | None = None


class Character(NamedTuple):
    """A drawn character in the space of the PDF: its left, lower, right, upper edge and the point it stands on."""

    text: str
    run: Run
    box: tuple[float, float, float, float]
    x: float
    y: float
    spaced: bool


def iter_characters(textpage: PdfTextPage) -> Iterator[Character]:
    """Each character that is drawn and to be seen."""
    import pypdfium2.raw as pdfium

    handle, runs = textpage.raw, _RunReader(textpage)
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    at_x, at_y, at_box = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
    spaced = False
    for i in range(textpage.count_chars()):
        code = pdfium.FPDFText_GetUnicode(handle, i)
        text = "-" if code == _LINE_END_HYPHEN else chr(code) if code < 0x110000 else "\ufffd"
        if text.isspace() or code == 0:
            spaced = spaced or pdfium.FPDFText_IsGenerated(handle, i) != 1
            continue
        run = runs.read(i)
        pdfium.FPDFText_GetLooseCharBox(handle, i, at_box)
        pdfium.FPDFText_GetCharOrigin(handle, i, at_x, at_y)
        if run.clip is None or _is_inside(x.value, y.value, run.clip):
            yield Character(text, run, (box.left, box.bottom, box.right, box.top), x.value, y.value, spaced)
            spaced = False


class _RunReader:
    """Reads what characters share, once for those drawn together: a browser draws each by itself."""

    def __init__(self, textpage: PdfTextPage) -> None:
        import pypdfium2.raw as pdfium

        self._handle, self._page = textpage.raw, textpage.page.raw
        self._direct: frozenset[int] = frozenset()
        self._drawn, self._run = 0, Run(1.0, 0, "", invisible=False)
        self._matrix = pdfium.FS_MATRIX()
        self._name, self._flags = ctypes.create_string_buffer(128), ctypes.c_int()

    def read(self, i: int) -> Run:
        """The run of the character *i*."""
        import pypdfium2.raw as pdfium

        thing = pdfium.FPDFText_GetTextObject(self._handle, i)
        address = ctypes.addressof(thing.contents) if thing else 0
        if address and address == self._drawn:
            return self._run
        pdfium.FPDFText_GetFontInfo(self._handle, i, self._name, 128, ctypes.byref(self._flags))
        pdfium.FPDFText_GetMatrix(self._handle, i, ctypes.byref(self._matrix))
        m = self._matrix
        size = abs(pdfium.FPDFText_GetFontSize(self._handle, i)) * math.hypot(m.c, m.d) or 1.0
        mode = pdfium.FPDFTextObj_GetTextRenderMode(thing) if thing else 0
        invisible = mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
        clip = _read_clip(thing) if thing else None
        if clip and not self._is_direct(address):
            clip = None  # it is told in the space of the form
        self._drawn = address
        self._run = Run(size, _quarters(m.a, m.b), clean_font_name(self._name.value), invisible, clip)
        return self._run

    def _is_direct(self, address: int) -> bool:
        """Whether the object at *address* stands on the page itself, not in a form that is placed on it."""
        import pypdfium2.raw as pdfium

        if not self._direct:
            count = pdfium.FPDFPage_CountObjects(self._page)
            things = (pdfium.FPDFPage_GetObject(self._page, i) for i in range(count))
            self._direct = frozenset(ctypes.addressof(thing.contents) for thing in things)
        return address in self._direct


def _quarters(a: float, b: float) -> int | None:
    """The turn of a matrix, in quarters; ``None`` if it lies between."""
    if b == 0:
        return 0 if a > 0 else 2
    quarters = math.atan2(b, a) / (math.pi / 2)
    return round(quarters) % 4 if abs(quarters - round(quarters)) < 0.2 else None


def _read_clip(thing: Any) -> tuple[float, float, float, float] | None:
    """The box around what *thing* is clipped to: a page shows the tops of letters that belong to the next one."""
    import pypdfium2.raw as pdfium

    path = pdfium.FPDFPageObj_GetClipPath(thing)
    count = pdfium.FPDFClipPath_CountPaths(path)
    if count <= 0:
        return None
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for i in range(count):
        for j in range(max(0, pdfium.FPDFClipPath_CountPathSegments(path, i))):
            segment = pdfium.FPDFClipPath_GetPathSegment(path, i, j)
            if pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y)):
                points.append((x.value, y.value))
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    return (min(xs), min(ys), max(xs), max(ys)) if points else None


def _is_inside(x: float, y: float, clip: tuple[float, float, float, float]) -> bool:
    return clip[0] - 1 <= x <= clip[2] + 1 and clip[1] - 1 <= y <= clip[3] + 1
