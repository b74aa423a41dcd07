"""A document, and a place in it, as an office cites them."""

from __future__ import annotations

from ingest.addresses import ATTACHED, describe, find_enclosure
from ingest.days import describe_day
from ingest.models import Metadata

_ADDED = ("phu-", "danh-muc", "bieu-mau")
"""How the addresses begin of what is added to a document, and not issued by it."""


def refer(metadata: Metadata, address: str | None = None) -> str:
    """The place, the document by type and sign, its day and who issued it; what is not known is left out.

    >>> from datetime import date
    >>> of = Metadata("Quy định", "102-QĐ/TW", issuer="Bộ Chính trị", date=date(2017, 11, 15))
    >>> refer(of, "dieu-5.khoan-2")
    'khoản 2 Điều 5 Quy định số 102-QĐ/TW, ngày 15/11/2017 của Bộ Chính trị'
    >>> refer(of, "quy-che.dieu-4")
    'Điều 4 Quy chế ban hành kèm theo Quy định số 102-QĐ/TW, ngày 15/11/2017 của Bộ Chính trị'
    """
    place = f"{describe(address)} {_tie(address)}" if address else ""
    day = f"ngày {describe_day(metadata.date)}" if metadata.date else ""  # vi: as cited
    met = f"hội nghị ngày {describe_day(metadata.event_date)}" if metadata.event_date else ""  # vi: as cited
    issued = " ".join(filter(None, (day or met, f"của {metadata.issuer}" if metadata.issuer else "")))  # vi: as cited
    return f"{place}{', '.join(filter(None, (_name(metadata), issued)))}"


def _tie(address: str) -> str:
    """What stands between an enclosed text and the document that encloses it; empty of the document itself."""
    root = find_enclosure(address)
    if root is None or root.startswith(ATTACHED):
        return ""
    return "kèm theo " if root.startswith(_ADDED) else "ban hành kèm theo "  # vi: as cited


def _name(metadata: Metadata) -> str:
    """Type and sign; the whole name of what bears no sign, and of what goes by its title, as laws do."""
    signed = f"{metadata.type} số {metadata.number}"  # vi: a name
    return signed if metadata.type and metadata.number and metadata.name.startswith(signed) else metadata.name
