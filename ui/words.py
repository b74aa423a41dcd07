"""How the pages say things: dates, mentions, beginnings."""

from __future__ import annotations

from datetime import date

from ingest.models import Citation, Metadata


def day(value: date) -> str:
    """The day as offices write it: ``26/01/2018``."""
    return f"{value:%d/%m/%Y}"


def dated(metadata: Metadata) -> str:
    """The day of issue; else the day of the meeting, named as such; else that it is not known."""
    if metadata.date:
        return f"ngày {day(metadata.date)}"
    if metadata.event_date:
        return f"ngày họp {day(metadata.event_date)}"
    return "không rõ ngày"


def describe_mention(citation: Citation, held: bool) -> str:
    """What a mention of another document means, and whether it can be opened."""
    sign = f"số {citation.number}" if citation.number else ""
    words = " ".join(part for part in (citation.type, sign) if part) or citation.text
    if citation.name:
        words = f"{citation.name} ({citation.number})" if citation.number else citation.name
    if citation.term and not citation.name:
        words += f" (khóa {citation.term})"
    if citation.date:
        words += f", ngày {day(citation.date)}"
    return f"{words}: bấm để mở" if held else f"{words}: chưa có trong thư viện"


def capitalised(words: str) -> str:
    """The words with a capital first; the rest stays."""
    return words[:1].upper() + words[1:]


def shortened(text: str, most: int = 60) -> str:
    """The beginning of the text on one line, cut between words, at most so many characters."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    return flat[: flat.rfind(" ", most // 2, most) if " " in flat[most // 2 : most] else most - 1].rstrip(" ,;:.") + "…"
