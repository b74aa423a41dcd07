"""The body of a DOCX, block after block, as lines of runs."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.readers.legacy.restoring import Run
from ingest.readers.word.docx_numbering import Number, Numbering
from ingest.readers.word.docx_package import MC, Element, Package, W
from ingest.readers.word.docx_runs import ENDNOTE, FOOTNOTE, InlineReader, NoteCall, NoteMarks, chosen, is_placeholder
from ingest.readers.word.docx_styles import Look, Styles, read_look, value
from ingest.readers.word.docx_tables import table_lines
from ingest.readers.word.rows import Line

_GONE = (W + "del", W + "moveFrom")
_WRAPPERS = tuple(W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"))


class BodyReader:
    """Reads one document once, from first to last: numbers and notes are counted on the way."""

    def __init__(self, package: Package, document: Element) -> None:
        self._package = package
        self._styles = Styles(package.related("styles"))
        self._numbering = Numbering(package.related("numbering"), self._styles)
        self._notes: dict[str, dict[str, Element]] = {}
        forms = ((FOOTNOTE, "footnotePr", "decimal"), (ENDNOTE, "endnotePr", "lowerRoman"))
        marks = {kind: NoteMarks(_form_of_notes(document, name) or usual) for kind, name, usual in forms}
        self._marks = marks
        self._inline = InlineReader(self._styles, marks)
        self._carried: list[Run] = []
        self._called: list[NoteCall] = []

    def lines(self, parent: Element) -> list[Line]:
        """The lines of *parent*, notes after the paragraph, or the table, that calls them."""
        lines: list[Line] = []
        for block in self._blocks(parent):
            lines.extend(block)
            while self._called:
                lines.extend(self._note(self._called.pop(0)))
        return lines

    def _blocks(self, parent: Element) -> Iterator[list[Line]]:
        for child in parent:
            if child.tag == W + "p":
                yield self._paragraph(child)
            elif child.tag == W + "tbl":
                yield table_lines(child, self._styles, self._inner)
            elif child.tag == MC + "AlternateContent":
                if (form := chosen(child)) is not None:
                    yield from self._blocks(form)
            elif child.tag in _WRAPPERS and not is_placeholder(child):
                yield from self._blocks(child)

    def _inner(self, parent: Element) -> list[Line]:
        """The lines of a cell or a text box; its notes wait for the block around it."""
        return [line for block in self._blocks(parent) for line in block]

    def _paragraph(self, paragraph: Element) -> list[Line]:
        properties = paragraph.find(W + "pPr")
        style = value(properties, "pStyle") or self._styles.default_paragraph
        inline = self._inline.read(paragraph, style)
        self._called.extend(inline.calls)
        mark = None if properties is None else properties.find(W + "rPr")
        if mark is not None and any(mark.find(gone) is not None for gone in _GONE):  # it runs on into the next
            self._carried.extend(inline.runs)
            return [line for box in inline.boxes for line in self._inner(box)]
        look = self._styles.look(style).under(read_look(mark))
        if look.hidden and not inline.text:
            return []
        number = self._numbering.next_number(properties, style)
        line = [*self._carried, *([] if number is None else [_printed(number, look)]), *inline.runs]
        self._carried = []
        return [line, *(line for box in inline.boxes for line in self._inner(box))]

    def _note(self, call: NoteCall) -> list[Line]:
        lines = self._inner(note) if (note := self._notes_of(call.kind).get(call.id)) is not None else []
        if lines and not call.marked:
            first = lines[0]
            text = "".join(run.text for run in first)
            opening = Run(f"[{self._marks[call.kind].of(call.id)}]{'' if text[:1].isspace() else ' '}")
            lines = [[opening, *first], *lines[1:]]
        return lines

    def _notes_of(self, kind: str) -> dict[str, Element]:
        if kind not in self._notes:
            part = self._package.related(kind)
            self._notes[kind] = {} if part is None else {note.get(W + "id", ""): note for note in part}
        return self._notes[kind]


def _printed(number: Number, look: Look) -> Run:
    """A number is drawn as its level says, and else as the mark of its paragraph."""
    drawn = look.under(number.look)
    return Run(number.text, drawn.font, bool(drawn.capitals))


def _form_of_notes(document: Element, name: str) -> str | None:
    forms = (properties.find(f"{W}numFmt") for properties in document.iter(W + name))
    return next((form.get(W + "val") for form in forms if form is not None), None)
