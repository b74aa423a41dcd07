"""The next step as the pages say it: what below is written as a command is here a page to open.

Notes and errors come from rooms that know of no page, and end with a command. On a page nobody types one: the page
that does the same is named in its place, and what no page does is left to the person in charge of the machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_PAGES = {
    "ingest add": "Thêm văn bản",
    "ingest fetch": "Văn bản còn thiếu",
    "ingest list": "Văn bản",
    "ingest show": "Văn bản",
    "index build": "Hỏi đáp",
}
"""Command -> title of the page that does the same; the first page builds what the index lacks by itself."""
_COMMAND = re.compile(
    r"(?:(?P<run>chạy(?: lại)?)|(?: bằng)?(?: lệnh)?): python -m (?P<verb>\w+ \w+)(?P<rest>{0})"
    r"|(?P<open>\()(?:lệnh: )?python -m (?P<inside>\w+ \w+)(?P<left>{0})".format(r"[^\n;,()]*?(?=\.?$|\.\s|[\n;,()])"),
    re.MULTILINE,
)
_BY_OTHERS = "nhờ người phụ trách máy"


def say_on_page(words: str) -> str:
    """*words* with each command in them as the page to open.

    >>> say_on_page("Hãy thêm tệp văn bản: python -m ingest add TỆP.")
    'Hãy thêm tệp văn bản ở trang Thêm văn bản.'
    >>> say_on_page("Xem các bản bằng: python -m ingest versions 05-CT/TW@2016-05-15")
    'Xem các bản: nhờ người phụ trách máy'
    """
    return _COMMAND.sub(_say, words)


def find_pages(told: Iterable[str]) -> list[str]:
    """Titles of the pages that the commands in what is *told* lead to, each once, in order."""
    found = (_find_page(match) for words in told for match in _COMMAND.finditer(words))
    return list(dict.fromkeys(page for page in found if page))


def _say(match: re.Match[str]) -> str:
    page = _find_page(match)
    if match["open"]:
        return f"(ở trang {page}" if page else f"({_BY_OTHERS}"
    if page is None:
        return f": {_BY_OTHERS}"
    return f"{'lập chỉ mục' if match['run'] else ''} ở trang {page}"


def _find_page(match: re.Match[str]) -> str | None:
    """Where the command is done on the pages; its options are for the command line alone."""
    verb, rest = (match["inside"], match["left"]) if match["open"] else (match["verb"], match["rest"])
    return None if " --" in rest else _PAGES.get(verb)
