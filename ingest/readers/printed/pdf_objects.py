"""What a page of a PDF is drawn of, besides text: large pictures, and rules as tables have them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_LARGE_PICTURE = 0.4  # of the page
_THIN = 3.0  # points: a rule
_FEWEST_RULES = 3
_MOST_RULES = 5_000  # a drawing, not a table
_DEEPEST = 3


def open_page(document: PdfDocument, index: int) -> PdfPage:
    """The page at *index* as it is shown: what is filled into its forms, or noted and stamped on it, is drawn on it."""
    import pypdfium2.raw as pdfium

    page = document[index]
    noted = pdfium.FPDFPage_GetAnnotCount(page.raw) > 0
    if not noted or pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY) != pdfium.FLATTEN_SUCCESS:
        return page
    page.close()
    return document[index]


def name_attachments(document: PdfDocument) -> list[str]:
    """The files that are packed into *document*."""
    return [document.get_attachment(i).get_name() for i in range(document.count_attachments())]


class Drawing(NamedTuple):
    """``pictured`` if a picture covers much of the page; ``ruled`` if rules may make a table of two by two cells."""

    pictured: bool
    ruled: bool


def survey(page: PdfPage) -> Drawing:
    """What is drawn on *page*."""
    import pypdfium2.raw as pdfium

    width, height = page.get_size()
    pictured, across, down, paths = False, 0, 0, 0
    for kind, thing in _iter_objects(page):
        box = _bounds(thing)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictured = pictured or box[0] * box[1] > _LARGE_PICTURE * width * height
            continue
        paths += 1
        both = box[0] > _THIN and box[1] > _THIN  # a frame, or rules drawn in one go
        across += 2 if both else box[0] > 20
        down += 2 if both else box[1] > 8
    return Drawing(pictured, across >= _FEWEST_RULES and down >= _FEWEST_RULES and paths <= _MOST_RULES)


def _iter_objects(page: PdfPage) -> Iterator[tuple[int, Any]]:
    """Pictures and paths of *page* and of the forms on it, each with its kind; text is passed over quickly."""
    import pypdfium2.raw as pdfium

    forms: list[tuple[int, Any]] = []
    for i in range(pdfium.FPDFPage_CountObjects(page)):
        thing = pdfium.FPDFPage_GetObject(page, i)
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            forms.append((1, thing))
        elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH):
            yield kind, thing
    while forms:
        depth, form = forms.pop()
        for i in range(pdfium.FPDFFormObj_CountObjects(form)):
            thing = pdfium.FPDFFormObj_GetObject(form, i)
            kind = pdfium.FPDFPageObj_GetType(thing)
            if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                forms.append((depth + 1, thing))
            elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH):
                yield kind, thing


def _bounds(thing: Any) -> tuple[float, float]:
    """Width and height of *thing*."""
    import pypdfium2.raw as pdfium

    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(thing, *map(ctypes.byref, (left, bottom, right, top)))
    return right.value - left.value, top.value - bottom.value
