"""PDF files written by hand, to the byte: for what no printer makes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from io import BytesIO

Shown = tuple[float, float, str]
"""Left edge and base line in points from the lower left corner, and what is written there, in Latin-1."""


_PICTURE = b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q\n"
_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def write_pdf(
    pages: Sequence[Sequence[Shown]],
    *,
    font: str = "Helvetica",
    rotate: int = 0,
    scan: bool = False,
    password: str | None = None,
    filled: Shown | None = None,
    packed: Sequence[str] = (),
) -> bytes:
    """A PDF of A4 pages set in *font* at 12 points; *rotate* turns the sheets; a *scan* is a white
    picture with the text under it, without ink.

    With a *password* it is encrypted; an empty one lets everybody read and only its owner change it. A field on the
    first page is *filled* in; empty files with the names *packed* are attached.
    """
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        f"<< /Type /Font /Subtype /TrueType /BaseFont /{font} /Encoding /WinAnsiEncoding >>".encode(),
    ]
    for i, page in enumerate(pages):
        shown = "".join(
            f"BT /F1 12 Tf {3 * scan} Tr 1 0 0 1 {x} {y} Tm ({_escape(text)}) Tj ET\n" for x, y, text in page
        )
        stream = (_PICTURE if scan else b"") + shown.encode("cp1252")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {rotate} /Contents {5 + 2 * i} 0 R"
            f" /Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream))
    if filled:
        objects[3] = objects[3].removesuffix(b" >>") + b" /Annots [%d 0 R] >>" % (len(objects) + 1)
        objects[0] = objects[0].removesuffix(b" >>") + b" /AcroForm << /Fields [%d 0 R] >> >>" % (len(objects) + 1)
        objects += _make_field(*filled, at=len(objects) + 1)
    if packed:
        names = b" ".join(b"(%b) %d 0 R" % (name.encode(), len(objects) + 1 + 2 * i) for i, name in enumerate(packed))
        objects[0] = objects[0].removesuffix(b" >>") + b" /Names << /EmbeddedFiles << /Names [%b] >> >> >>" % names
        for name in packed:
            held = b"<< /Type /Filespec /F (%b) /EF << /F %d 0 R >> >>" % (name.encode(), len(objects) + 2)
            objects += [held, b"<< /Type /EmbeddedFile /Length 0 >>\nstream\n\nendstream"]
    return _assemble(objects) if password is None else _assemble(*_encrypt(objects, password))


def _make_field(x: float, y: float, text: str, at: int) -> list[bytes]:
    """A field with *text* in it, and its looks; *at* is the number of the first."""
    shown = b"BT /F1 12 Tf 0 0 Td (%b) Tj ET" % _escape(text).encode("cp1252")
    field = f"<< /Type /Annot /Subtype /Widget /FT /Tx /F 4 /T (o) /Rect [{x} {y} {x + 200} {y + 20}]"
    looks = "<< /Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 3 0 R >> >>"
    return [
        f"{field} /AP << /N {at + 1} 0 R >> >>".encode(),
        b"%b /Length %d >>\nstream\n%b\nendstream" % (looks.encode(), len(shown), shown),
    ]


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _encrypt(objects: Sequence[bytes], password: str) -> tuple[list[bytes], bytes]:
    """*objects* with their streams in RC4 of 40 bits, and what the trailer says of it."""
    user, rights = (password.encode() + _PADDING)[:32], -44
    owner = _rc4(hashlib.md5((b"chu" + _PADDING)[:32]).digest()[:5], user)
    key = hashlib.md5(user + owner + rights.to_bytes(4, "little", signed=True) + b"ma").digest()[:5]
    locked = [_encrypt_stream(number, body, key) for number, body in enumerate(objects, 1)]
    proof = _rc4(key, _PADDING).hex()
    handler = f"<< /Filter /Standard /V 1 /R 2 /O <{owner.hex()}> /U <{proof}> /P {rights} >>"
    return [*locked, handler.encode()], b"/Encrypt %d 0 R /ID [<%b> <%b>]" % (len(objects) + 1, b"6d61", b"6d61")


def _encrypt_stream(number: int, body: bytes, key: bytes) -> bytes:
    head, begin, rest = body.partition(b"\nstream\n")
    if not begin:
        return body
    own = hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]
    return head + begin + _rc4(own, rest.removesuffix(b"\nendstream")) + b"\nendstream"


def _rc4(key: bytes, plain: bytes) -> bytes:
    box, j = list(range(256)), 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out, i, j = bytearray(), 0, 0
    for byte in plain:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def _assemble(objects: Sequence[bytes], more: bytes = b"") -> bytes:
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
    out.write(b"trailer << /Size %d /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, more, start))
    return out.getvalue()
