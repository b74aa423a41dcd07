"""The fonts an RTF names, and the text that their bytes stand for."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from ingest.readers.legacy.encodings import encoding_of_font
from ingest.readers.legacy.restoring import Run
from ingest.readers.word.docx_symbols import is_symbol_font, symbols
from ingest.readers.word.rtf_words import Token, code_page_of_charset

_SYMBOL_CHARSET = 2
# Windows-1252, but every byte is a character: 0x81 and its like are those of Latin-1.
_WINDOWS = [bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in range(256)]


@dataclass
class Font:
    """One font of the table, named when its entry ends."""

    name: str = ""
    code_page: str | None = None
    symbols: bool = False


class FontTable:
    """The fonts by their numbers, filled as the table is read."""

    def __init__(self) -> None:
        self.code_page = "cp1252"
        self._fonts: dict[int, Font] = {}
        self._open = Font()

    def read(self, token: Token) -> None:
        """One token of the table."""
        if token.word == "f":
            self._open = self._fonts.setdefault(token.number or 0, Font())
        elif token.word == "fcharset":
            self._open.code_page = code_page_of_charset(token.number or 0)
            self._open.symbols = token.number == _SYMBOL_CHARSET
        elif token.word == "cpg" and _is_known(f"cp{token.number}"):
            self._open.code_page = f"cp{token.number}"
        elif token.text and not self._open.name.endswith(";"):
            self._open.name += _decode(token.text, "cp1252")

    def use_code_page(self, number: int | None) -> None:
        """The code page of the document; one that Python does not know is passed over."""
        if _is_known(f"cp{number}"):
            self.code_page = f"cp{number}"

    def run(self, number: int, content: bytes | str, capitals: bool) -> Run:
        """*content* as it is drawn in the font of that *number*."""
        font = self._fonts.get(number) or Font()
        name = font.name.rstrip(";").strip()
        old = encoding_of_font(name) is not None
        if isinstance(content, bytes):
            page = "cp1252" if old or font.symbols else font.code_page or self.code_page
            content = _decode(content, page)
        if not old and is_symbol_font(name):
            return Run(symbols(content, name))
        return Run(content, name or None, capitals)


def _decode(content: bytes, code_page: str) -> str:
    if code_page == "cp1252":
        return "".join(map(_WINDOWS.__getitem__, content))
    return content.decode(code_page, errors="replace")


def _is_known(code_page: str) -> bool:
    try:
        codecs.lookup(code_page)
    except LookupError:
        return False
    return True
