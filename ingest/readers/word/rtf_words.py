"""The words of RTF that matter to a reader, and the bytes that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\'(?P<byte>[0-9a-fA-F]{2})"
    rb"|\\(?P<sign>[^a-zA-Z])"
    rb"|(?P<brace>[{}])"
    rb"|(?P<text>[^\\{}\r\n]+)"
    rb"|[\r\n]+|\\",
    re.DOTALL,
)


class Token(NamedTuple):
    """One of: a control *word* with its number, *text* bytes, a *sign* (``~``, ``-``…), a brace."""

    word: str = ""
    number: int | None = None
    text: bytes = b""
    sign: str = ""
    brace: str = ""


def iter_tokens(content: bytes) -> Iterator[Token]:
    """The tokens of *content*; data between words (``\\bin``) is passed over."""
    at = 0
    while (found := _TOKEN.match(content, at)) is not None:
        at = found.end()
        if word := found["word"]:
            number = None if found["number"] is None else int(found["number"])
            if word == b"bin":
                at += max(number or 0, 0)
            yield Token(word=word.decode("ascii"), number=number)
        elif byte := found["byte"]:
            yield Token(text=bytes.fromhex(byte.decode("ascii")))
        elif text := found["text"]:
            yield Token(text=text)
        elif sign := found["sign"]:
            yield Token(sign=sign.decode("latin-1"))
        elif brace := found["brace"]:
            yield Token(brace=brace.decode("ascii"))


CHARACTERS = {
    **{"tab": "\t", "line": "\n", "page": "\n", "column": "\n", "emdash": "—", "endash": "–", "bullet": "•"},
    **{
        "lquote": "‘",
        "rquote": "’",
        "ldblquote": "“",
        "rdblquote": "”",
        "emspace": " ",
        "enspace": " ",
        "qmspace": " ",
    },
}
SIGNS = {"~": "\u00a0", "_": "-", "{": "{", "}": "}", "\\": "\\"}
# Groups that hold no text of the document. Every group marked \* is left out too, but for those below.
SILENT = frozenset(
    (
        *(
            "fonttbl",
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "fldinst",
            "nonshppict",
            "shprslt",
            "listtable",
            "revtbl",
        ),
        *("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "listoverridetable"),
        *(
            "ftnsep",
            "ftnsepc",
            "ftncn",
            "aftnsep",
            "aftnsepc",
            "aftncn",
            "sp",
            "pntxta",
            "pntxtb",
            "objdata",
            "objclass",
        ),
        *("filetbl", "rsidtbl", "bkmkstart", "bkmkend", "xe", "tc", "template", "comment", "private", "annotation"),
    )
)
STARRED_TEXT = frozenset(("shpinst", "do"))
BOXES = frozenset(("shptxt", "dptxbxtext"))
BORDER_DETAILS = frozenset(("brdrw", "brdrcf", "brdrnone", "brdrnil"))
DRAWN = frozenset(
    ("brdrs", "brdrth", "brdrdb", "brdrdot", "brdrdash", "brdrdashsm", "brdrhair", "brdrtriple", "brdrsh")
)
_CODE_PAGES = {
    **{0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254"},
    **{163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250"},
}


def code_page_of_charset(charset: int) -> str | None:
    """The code page of text in a font of this ``\\fcharset``; ``None`` for that of the whole document."""
    return _CODE_PAGES.get(charset)
