"""What stands in a paragraph of a DOCX: runs as drawn, text boxes hung on it, notes called from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from ingest.readers.legacy.encodings import encoding_of_font
from ingest.readers.legacy.restoring import OPTIONAL_HYPHEN, Run
from ingest.readers.word.docx_package import MC, Element, M, W
from ingest.readers.word.docx_styles import Look, Styles, flag
from ingest.readers.word.docx_symbols import is_symbol_font, symbols

BOX = W + "txbxContent"
FOOTNOTE, ENDNOTE = "footnotes", "endnotes"
_GONE = frozenset(W + name for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "rt", "tblPr"))
_SIGNS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
    W + "softHyphen": OPTIONAL_HYPHEN,
}
_OBJECT = "\ufffc"  # stands where a picture is
_HOLDERS = frozenset((W + "drawing", W + "pict", W + "object"))


class NoteCall(NamedTuple):
    """A note called from the text; *marked* where the text holds the mark itself, as ``*``."""

    kind: str
    id: str
    marked: bool


@dataclass
class Inline:
    """The content of one paragraph, in order."""

    runs: list[Run] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    calls: list[NoteCall] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Without fonts."""
        return "".join(run.text for run in self.runs)


def chosen(alternate: Element) -> Element | None:
    """The first form of ``mc:AlternateContent``: its forms say the same thing twice."""
    first = alternate.find(MC + "Choice")
    return alternate.find(MC + "Fallback") if first is None else first


def is_placeholder(control: Element) -> bool:
    """Whether a content control (``w:sdt``) only asks to be filled in."""
    return bool(flag(control.find(W + "sdtPr"), "showingPlcHdr"))


class InlineReader:
    """Reads paragraph after paragraph; a field may begin in one and end in another."""

    def __init__(self, styles: Styles, marks: dict[str, NoteMarks]) -> None:
        self._styles = styles
        self._marks = marks
        self._codes: list[bool] = []  # of each open field: whether its code still runs

    def read(self, paragraph: Element, style: str | None) -> Inline:
        """The content of *paragraph*, deleted, hidden and instructing text left out."""
        inline = Inline()
        self._walk(paragraph, style, inline)
        return inline

    def _walk(self, parent: Element, style: str | None, into: Inline) -> None:
        for child in parent:
            if child.tag == W + "r":
                self._read_run(child, style, into)
            elif child.tag == MC + "AlternateContent":
                if (form := chosen(child)) is not None:
                    self._walk(form, style, into)
            elif child.tag in (M + "oMath", M + "oMathPara"):
                into.runs.append(Run("".join(part.text or "" for part in child.iter(M + "t"))))
            elif child.tag not in _GONE and isinstance(child.tag, str) and not is_placeholder(child):
                self._walk(child, style, into)

    def _read_run(self, run: Element, style: str | None, into: Inline) -> None:
        look = self._styles.run_look(run, style)
        for child in _children(run):
            if child.tag == W + "fldChar":
                self._turn_field(child.get(W + "fldCharType"))
                if not look.hidden and (box := child.find(f"{W}ffData/{W}checkBox")) is not None:
                    into.runs.append(Run("☑" if _is_ticked(box) else "☐"))
            elif look.hidden or any(self._codes):
                continue
            elif child.tag in _HOLDERS:
                into.boxes.extend(_boxes(child))
            elif child.tag == W + "ruby":
                self._walk(child, style, into)
            elif child.tag in (W + "footnoteReference", W + "endnoteReference"):
                self._call_note(child, into)
            elif text := _text(child, look):
                into.runs.append(text)

    def _turn_field(self, kind: str | None) -> None:
        if kind == "begin":
            self._codes.append(True)
        elif self._codes and kind == "separate":
            self._codes[-1] = False
        elif self._codes and kind == "end":
            self._codes.pop()

    def _call_note(self, reference: Element, into: Inline) -> None:
        kind = FOOTNOTE if reference.tag == W + "footnoteReference" else ENDNOTE
        marked = reference.get(W + "customMarkFollows") in ("1", "true", "on")
        call = NoteCall(kind, reference.get(W + "id", ""), marked)
        into.calls.append(call)
        if not marked:
            into.runs.append(Run(f"[{self._marks[kind].of(call.id)}]"))


def _is_ticked(box: Element) -> bool:
    ticked = flag(box, "checked")
    return bool(flag(box, "default") if ticked is None else ticked)


class NoteMarks:
    """The printed numbers of the notes of one kind, counted as they are called."""

    def __init__(self, form: str) -> None:
        self._form = form
        self._numbers: dict[str, int] = {}

    def of(self, note: str) -> str:
        """The number of the *note*; one called twice keeps its first."""
        from ingest.readers.word.docx_figures import write_figure

        return write_figure(self._numbers.setdefault(note, len(self._numbers) + 1), self._form)


def _children(run: Element) -> Iterator[Element]:
    for child in run:
        if child.tag == MC + "AlternateContent":
            yield from _children(form) if (form := chosen(child)) is not None else ()
        else:
            yield child


def _boxes(holder: Element) -> Iterator[Element]:
    """The text boxes in a drawing, those inside another box left to it."""
    for child in holder:
        if child.tag == BOX:
            yield child
        elif child.tag == MC + "AlternateContent":
            yield from _boxes(form) if (form := chosen(child)) is not None else ()
        else:
            yield from _boxes(child)


def _text(part: Element, look: Look) -> Run | None:
    """The run that *part* of a run is; ``None`` where it is not text."""
    capitals = bool(look.capitals)
    if part.tag == W + "t":
        text = (
            (part.text or "") if part.get("{http://www.w3.org/XML/1998/namespace}space") else (part.text or "").strip()
        )
        text = text.replace("\n", " ").replace(_OBJECT, "")
        if is_symbol_font(look.ascii):
            return Run(symbols(text, look.ascii))
        return Run(text, look.font, capitals) if text else None
    if part.tag == W + "sym":
        return _symbol(part.get(W + "char", ""), part.get(W + "font"))
    sign = _SIGNS.get(part.tag)
    return None if sign is None else Run(sign, look.font, capitals)


def _symbol(code: str, font: str | None) -> Run | None:
    try:
        letter = chr(int(code, 16))
    except (ValueError, OverflowError):
        return None
    return Run(letter, font) if encoding_of_font(font) else Run(symbols(letter, font))
