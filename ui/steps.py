"""The next step as the pages say it: what below is written as a command is here a page to open.

Notes and errors come from rooms that know of no page, and end with a command. On a page nobody types one: the page
that does the same is named in its place, and what no page does is left to the person in charge of the machine.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

from ingest.days import describe_day
from ingest.language import tr
from ui.words import capitalised

_PAGES = {
    "ingest add": "Thư viện",
    "ingest backup": "Thư viện",
    "ingest collection": "Thư viện",
    "ingest correct": "Thư viện",
    "ingest remove": "Thư viện",
    "ingest restore": "Thư viện",
    "ingest review": "Thư viện",
    "ingest verify": "Thư viện",
    "ingest fetch": "Văn bản còn thiếu",
    "ingest list": "Văn bản",
    "ingest show": "Văn bản",
    "index build": "Hỏi đáp",
}
"""Command -> title of the page that does the same; the first page builds what the index lacks by itself."""
_COMMAND = re.compile(
    r"(?:(?P<run>chạy(?: lại)?|[Rr]un(?: again)?)|(?: bằng| with)?(?: lệnh| the command)?):"  # vi: as they are written
    r" python -m (?P<verb>\w+ \w+)(?P<rest>{0})"
    r"|(?P<open>\()(?:(?:lệnh|command): )?python -m (?P<inside>\w+ \w+)(?P<left>{0})".format(
        r"[^\n;,()]*?(?=\.?$|\.\s|[\n;,()])"
    ),
    re.MULTILINE,
)
_ID = re.compile(r"(?P<sign>[^\s“”\"@]+)@(?P<day>\d{4}-\d\d-\d\d)(?!\d)")
_BY_OTHERS = "nhờ người phụ trách máy"


def say_on_page(words: str) -> str:
    """*words* with each command in them as the page to open, and each id as sign and day.

    >>> say_on_page("Hãy thêm tệp văn bản: python -m ingest add TỆP.")
    'Hãy thêm tệp văn bản ở trang Thư viện.'
    >>> say_on_page("Xem các bản bằng: python -m ingest versions 05-CT/TW@2016-05-15")
    'Xem các bản: nhờ người phụ trách máy'
    >>> say_on_page("Thư viện không có văn bản “05-CT/TW@2016-05-15”.")
    'Thư viện không có văn bản “05-CT/TW ngày 15/5/2016”.'
    """
    return _ID.sub(_call, _COMMAND.sub(_say, words))


def find_pages(told: Iterable[str]) -> list[str]:
    """Titles of the pages that the commands in what is *told* lead to, each once, in order."""
    found = (_find_page(match) for words in told for match in _COMMAND.finditer(words))
    return list(dict.fromkeys(page for page in found if page))


def _call(match: re.Match[str]) -> str:
    try:
        day = datetime.date.fromisoformat(match["day"])
    except ValueError:
        return match[0]
    return tr("{sign} ngày {day}", sign=match["sign"], day=describe_day(day))


def _say(match: re.Match[str]) -> str:
    page = _find_page(match)
    if page is None:
        return f"{match['open'] or ': '}{tr(_BY_OTHERS)}"
    title = tr(page)
    if match["run"]:
        words = tr("lập chỉ mục ở trang {title}", title=title)
        return capitalised(words) if match["run"][0].isupper() else words
    return f"{match['open'] or ' '}{tr('ở trang {title}', title=title)}"


def _find_page(match: re.Match[str]) -> str | None:
    """Where the command is done on the pages; its options are for the command line alone."""
    verb, rest = (match["inside"], match["left"]) if match["open"] else (match["verb"], match["rest"])
    return None if " --" in rest else _PAGES.get(verb)
