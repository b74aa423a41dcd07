"""PDF files written by hand, to the byte: for what no printer makes."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

Shown = tuple[float, float, str]
"""Left edge and base line in points from the lower left corner, and what is written there, in Latin-1."""


def write_pdf(pages: Sequence[Sequence[Shown]], font: str = "Helvetica", rotate: int = 0, mode: int = 0) -> bytes:
    """A PDF of A4 pages set in *font* at 12 points; *rotate* turns the sheets, *mode* 3 writes without ink."""
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        f"<< /Type /Font /Subtype /TrueType /BaseFont /{font} /Encoding /WinAnsiEncoding >>".encode(),
    ]
    for i, page in enumerate(pages):
        shown = "".join(f"BT /F1 12 Tf {mode} Tr 1 0 0 1 {x} {y} Tm ({_escape(text)}) Tj ET\n" for x, y, text in page)
        stream = shown.encode("cp1252")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {rotate} /Contents {5 + 2 * i} 0 R"
            f" /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream))
    return _assemble(objects)


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _assemble(objects: Sequence[bytes]) -> bytes:
    out = BytesIO()
    out.write(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for place in places:
        out.write(b"%010d 00000 n \n" % place)
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()
