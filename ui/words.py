"""How the pages say things: mentions, beginnings, labels."""

from __future__ import annotations

import re

from ingest.days import describe_day
from ingest.language import tr
from ingest.mentions import Citation

_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>#~$:&|!+=-]")


def describe_mention(citation: Citation, held: bool, catalogued: bool = False) -> str:
    """What a mention of another document means, and what of it can be opened: its text, or its record alone."""
    sign = f"số {citation.number}" if citation.number else ""  # vi: of a name
    words = " ".join(part for part in (citation.type, sign) if part) or citation.text
    if citation.name:
        words = f"{citation.name} ({citation.number})" if citation.number else citation.name
    if citation.term and not citation.name:
        words += f" (khóa {citation.term})"  # vi: of a name
    if citation.date:
        words += tr(", ngày {day}", day=describe_day(citation.date))
    if held:
        return tr("{name}: bấm để mở", name=words)
    if catalogued:
        return tr("{name}: thư viện chưa có nguyên văn, bấm để xem hồ sơ và tóm lược", name=words)
    return tr("{name}: chưa có trong thư viện", name=words)


def escape_label(words: str) -> str:
    """The words for a label that Streamlit reads as Markdown, so that they show as they stand."""
    return _MARKDOWN.sub(r"\\\g<0>", words)


def capitalised(words: str) -> str:
    """The words with a capital first; the rest stays."""
    return words[:1].upper() + words[1:]


def shortened(text: str, most: int = 60) -> str:
    """The beginning of the text on one line, cut between words, at most so many characters."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    return flat[: flat.rfind(" ", most // 2, most) if " " in flat[most // 2 : most] else most - 1].rstrip(" ,;:.") + "…"
