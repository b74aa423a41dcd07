"""RTF: its text with the font of every run, the numbers that Word printed, tables and notes.

The libraries at hand drop the fonts, and with them the only sure sign of TCVN3 and of its capitals.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from ingest.errors import ReadingError, UnopenedError
from ingest.readers.legacy.restoring import OPTIONAL_HYPHEN, Run
from ingest.readers.reading import Reading
from ingest.readers.word.rows import Line
from ingest.readers.word.rtf_fonts import FontTable
from ingest.readers.word.rtf_story import Story
from ingest.readers.word.rtf_words import (
    BORDER_DETAILS,
    BOXES,
    CHARACTERS,
    DRAWN,
    SIGNS,
    SILENT,
    STARRED_TEXT,
    Token,
    iter_tokens,
)
from ingest.readers.written import write_lines

RTF = "RTF"
_DEEPEST = 10_000  # groups in one another
_BULLETS = frozenset("-–—+*")


class _State(NamedTuple):
    """What holds inside a group.

    Attributes:
        silent: Whether its text is left out.
        listed: Whether it holds an automatic number.
        fallback: How many characters after a ``\\u`` say the same for old readers.
        note: The number of the note it stands in, below 0 where the note has a mark of its own; 0 for the body.
    """

    font: int = 0
    silent: bool = False
    in_fonts: bool = False
    listed: bool = False
    hidden: bool = False
    deleted: bool = False
    capitals: bool = False
    fallback: int = 1
    note: int = 0


def read_rtf(content: bytes, file: Path) -> Reading:
    """The text of *content*, as :func:`ingest.readers.word.docx.read_docx` gives it.

    Raises:
        UnopenedError: If it is damaged beyond reading.
        ReadingError: If it has no text.
    """
    written = write_lines(_Interpreter(file).lines(content))
    if not written.text.strip():
        raise ReadingError(file, "tệp RTF không có chữ nào", "Hãy mở tệp bằng Word để kiểm tra, lưu lại rồi thêm lại.")
    return written.reading(RTF)


class _Interpreter:
    """Reads one RTF from first to last."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._fonts = FontTable()
        self._default_font = 0
        self._state = _State()
        self._states: list[tuple[_State, Story]] = []
        self._story = Story()
        self._bytes = b""
        self._surrogate = 0  # the first half of a character, waiting for the second
        self._skip = 0
        self._starred = False
        self._border_of_table = False
        self._notes = 0
        self._called = False

    def lines(self, content: bytes) -> list[Line]:
        """The lines of the document."""
        for token in iter_tokens(content):
            if token.text:
                self._add_bytes(token.text)
                continue
            self._flush()
            self._obey(token)
        self._flush()
        while len(self._states) > 1:
            self._close_group()
        return self._story.close()

    def _obey(self, token: Token) -> None:
        if token.brace == "{":
            self._open_group()
        elif token.brace:
            self._close_group()
        elif token.sign:
            self._obey_sign(token.sign)
        elif token.word:
            self._obey_word(token)

    def _open_group(self) -> None:
        if len(self._states) >= _DEEPEST:
            why = "tệp RTF bị hỏng (nhóm lồng quá sâu)"
            raise UnopenedError(self._file, why, "Hãy lưu lại tệp bằng Word rồi thêm lại.")
        self._states.append((self._state, self._story))
        self._skip, self._starred = 0, False

    def _close_group(self) -> None:
        self._skip, self._starred = 0, False
        if len(self._states) <= 1:  # a bracket too many does not end the text
            return
        inner, note = self._story, self._state.note
        self._state, self._story = self._states.pop()
        if inner is not self._story:
            lines = [line for line in inner.close() if line]
            self._story.later.extend(_marked(lines, note) if note else lines)

    def _obey_sign(self, sign: str) -> None:
        if sign == "*":
            self._starred = True
        elif sign == "-":
            self._add(OPTIONAL_HYPHEN)
        elif sign in "\r\n":
            self._end_paragraph()
        elif sign in SIGNS:
            self._add(SIGNS[sign])

    def _obey_word(self, token: Token) -> None:
        word, starred, self._starred = token.word, self._starred, False
        if word in SILENT or (starred and word not in STARRED_TEXT):
            self._state = self._state._replace(silent=word != "fonttbl", in_fonts=word == "fonttbl")
        elif self._state.in_fonts:
            self._fonts.read(token)
        elif self._state.silent:
            return
        elif word in BOXES:
            self._story = Story()
            self._state = self._state._replace(note=0)
        elif word == "footnote":
            self._open_note()
        elif word in CHARACTERS:
            self._add(" " if self._state.listed and word == "tab" else CHARACTERS[word])
        elif word == "u":
            self._add_code(token.number or 0)
        elif not self._draw(word, token.number):
            self._build(word, token.number)

    def _draw(self, word: str, number: int | None) -> bool:
        """Change how letters are drawn; whether *word* does."""
        on = number != 0
        match word:
            case "f":
                self._state = self._state._replace(font=number or 0)
            case "plain":
                font = self._default_font
                self._state = self._state._replace(font=font, hidden=False, deleted=False, capitals=False)
            case "v":
                self._state = self._state._replace(hidden=on)
            case "deleted":
                self._state = self._state._replace(deleted=on)
            case "caps":
                self._state = self._state._replace(capitals=on)
            case "uc":
                self._state = self._state._replace(fallback=max(number or 0, 0))
            case "listtext" | "pntext":
                self._state = self._state._replace(listed=True)
            case "deff":
                self._default_font = number or 0
                self._state = self._state._replace(font=self._default_font)
            case "ansicpg":
                self._fonts.use_code_page(number)
            case _:
                return False
        return True

    def _build(self, word: str, number: int | None) -> None:
        """Words that end paragraphs, cells and rows, and say how tables are drawn."""
        story = self._story
        match word:
            case "par" | "sect" | "nestcell" | "nestrow":
                self._end_paragraph()
            case "pard":
                story.in_table = False
            case "intbl":
                story.in_table = number != 0
            case "cell":
                story.end_cell()
            case "row":
                story.end_row()
            case "trowd":
                story.row_is_drawn = False
            case "chftn" if not self._state.note:
                self._called = True
                self._add(f"[{self._notes + 1}]")
            case _ if word in DRAWN:
                story.row_is_drawn |= self._border_of_table
            case _ if "brdr" in word and word not in BORDER_DETAILS:
                self._border_of_table = word.startswith(("clbrdr", "trbrdr"))

    def _open_note(self) -> None:
        self._notes += 1
        self._state = self._state._replace(note=self._notes if self._called else -self._notes)
        self._story, self._called = Story(), False

    def _end_paragraph(self) -> None:
        if not self._is_mute:
            self._story.end_paragraph()

    @property
    def _is_mute(self) -> bool:
        state = self._state
        return state.silent or state.hidden or state.deleted or state.in_fonts or not self._states

    def _add_bytes(self, content: bytes) -> None:
        skipped = min(self._skip, len(content))
        self._skip -= skipped
        content = content[skipped:]
        if self._state.in_fonts and not self._state.silent:
            self._fonts.read(Token(text=content))
        elif not self._is_mute:
            self._bytes += content

    def _add_code(self, number: int) -> None:
        code = number % 0x10000
        self._skip = self._state.fallback
        if 0xD800 <= code < 0xDC00:
            self._surrogate = code
        elif 0xDC00 <= code < 0xE000:
            self._add(chr(0x10000 + ((self._surrogate - 0xD800) << 10) + code - 0xDC00) if self._surrogate else "")
            self._surrogate = 0
        else:
            self._add(chr(code))

    def _add(self, text: str) -> None:
        if not self._is_mute:
            self._add_run(self._fonts.run(self._state.font, text, self._state.capitals))

    def _flush(self) -> None:
        if self._bytes:
            self._add_run(self._fonts.run(self._state.font, self._bytes, self._state.capitals))
            self._bytes = b""

    def _add_run(self, run: Run) -> None:
        bullet = self._state.listed and run.font is None and run.text.strip() not in _BULLETS
        self._story.add(Run("•") if bullet and not run.text.isspace() else run)


def _marked(lines: list[Line], note: int) -> list[Line]:
    """The lines of a note after its mark; below 0, it holds a mark of its own, as ``*``."""
    if note < 0 or not lines:
        return lines
    text = "".join(run.text for run in lines[0])
    return [[Run(f"[{note}]{'' if text[:1].isspace() else ' '}"), *lines[0]], *lines[1:]]
