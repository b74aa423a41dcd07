"""Quotes and digests for people and for programs: readable text, and the stable JSON forms."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby
from typing import Any

from index.brief_names import name_briefly
from index.describe_validity import say_badge, standing_to_json
from index.digests.find import DigestHit
from index.quotes import Copy, Quote
from ingest.addresses import describe
from ingest.describe import TABLE_HEADER, describe_date
from ingest.describe_record import DIGEST_LABEL
from ingest.language import tr
from ingest.marks import TableHeader

CHECK = "Cần kiểm tra: đoạn này nhận dạng từ trang quét mờ, có thể sai chữ. Hãy đối chiếu với bản gốc trước khi dùng."

ON_THE_WEB = "Mở trang gốc trên mạng"


def say_digests(digests: Sequence[DigestHit]) -> list[str]:
    """Each document once: its paragraphs under the label, what it is, and whether it is in force."""
    return [_say_digest(list(group)) for _, group in groupby(digests, key=lambda digest: digest.record.id)]


def _say_digest(told: Sequence[DigestHit]) -> str:
    record = told[0].record
    lines = [f"{tr(DIGEST_LABEL)}:", *(f"{one.heading}: {one.text}" for one in told)]
    lines.append(tr("— {name} (chưa có nguyên văn trong thư viện)", name=told[0].name))
    lines.append(say_badge(name_briefly(record), told[0].standing))
    return _indent("\n".join(lines), 4) + "\n"


def say_quote(quote: Quote) -> str:
    """The paragraph under its lead, its list, where it stands, and whether its document is in force."""
    lines = [_indent(tr("Trong: {text}", text=piece.text), 4) for piece in quote.lead]
    lines += say_header(quote.table_header)
    lines += [_indent(quote.text, 4), *(_indent(item.text, 6) for item in quote.items)]
    if quote.more:
        lines.append(f"      {say_more(quote)}")
    lines.append(f"    — {_say_place(quote)}{say_page(quote)}")
    lines.append(f"      {say_badge(name_briefly(quote.metadata), quote.standing)}")
    lines += [f"      {tr(CHECK)}"] if quote.doubtful else []
    lines += [f"      {tr(ON_THE_WEB)}: {quote.link}"] if quote.link else []
    lines += [f"      {caution}" for caution in quote.cautions]
    lines += [f"      {tr('Cũng có tại:')} {_say_place(copy)}" for copy in quote.also]
    return "\n".join(lines) + "\n"


def say_header(header: TableHeader | None, columns: int = 4) -> list[str]:
    """The header of a table above its rows, indented by *columns*; nothing where there is none."""
    return [_indent(f"{tr(TABLE_HEADER)}: {header.text}", columns)] if header else []


def _indent(text: str, columns: int) -> str:
    """Every line of *text* that is not blank further in."""
    return textwrap.indent(text, " " * columns)


def _say_place(shown: Quote | Copy) -> str:
    place = f"{describe(shown.address)} [{shown.address}]"
    return f"{place}, {shown.metadata.label} ({describe_date(shown.metadata)}), {shown.document}"


def say_page(quote: Quote) -> str:
    """The page of the file where the quote begins, with what parts it from the words before; empty without pages."""
    return tr(" · trang {page}", page=quote.page) if quote.page is not None else ""


def say_more(quote: Quote) -> str:
    """That a list goes on, and where to read on."""
    return tr("… còn {count} mục nữa, mở văn bản để xem hết.", count=quote.more)


def digest_to_json(digest: DigestHit) -> dict[str, Any]:
    """What the catalogue is not sure of is ``null``."""
    sure = digest.record.metadata
    return {
        "label": DIGEST_LABEL,
        "number": sure.number,
        "date": sure.date.isoformat() if sure.date else None,
        "type": sure.type,
        "title": sure.title or "",
        "heading": digest.heading,
        "text": digest.text,
        **standing_to_json(name_briefly(digest.record), digest.standing),
    }


def quote_to_json(quote: Quote) -> dict[str, Any]:
    """A quote with what stands around it."""
    lead = [{name: value for name, value in asdict(piece).items() if name != "sentences"} for piece in quote.lead]
    items = [{**asdict(item), "sentences": [list(span) for span in item.sentences]} for item in quote.items]
    also = [_copy_to_json(copy) for copy in quote.also]
    return {
        **words_to_json(quote),
        "lead": lead,
        "items": items,
        "more": quote.more,
        "also": also,
        "cautions": list(quote.cautions),
    }


def words_to_json(quote: Quote) -> dict[str, Any]:
    """A paragraph alone, with the standing of its document."""
    return {
        **_copy_to_json(quote),
        "table_header": asdict(quote.table_header) if quote.table_header else None,
        "sentences": [list(span) for span in quote.sentences],
        "page": quote.page,
        "anchor": quote.anchor,
        "link": quote.link,
        "doubtful": quote.doubtful,
        **standing_to_json(name_briefly(quote.metadata), quote.standing),
    }


def _copy_to_json(shown: Quote | Copy) -> dict[str, Any]:
    return {
        "document": shown.document,
        "title": shown.metadata.title or shown.metadata.name,
        "date": shown.metadata.date.isoformat() if shown.metadata.date else None,
        "secrecy": shown.metadata.secrecy,
        "address": shown.address,
        "start": shown.start,
        "end": shown.end,
        "text": shown.text,
    }
