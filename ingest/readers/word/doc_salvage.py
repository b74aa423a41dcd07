"""The bare text of a DOC whose looks are damaged: without fonts and automatic numbers, but every word."""

from __future__ import annotations

import re

_LEAST_READABLE = 0.95  # of the characters; below, the damage is in the text itself
_FIELD_CODE = re.compile("\x13[^\x13\x14\x15]*(?:\x14|(?=\x15))")
_MARKS = str.maketrans({"\r": "\n", "\x0b": "\n", "\x0c": "\n", "\x0e": "\n", "\x07": "\n", "\x1e": "-", "\xa0": " "})
_PLACES = re.compile("[\x01-\x08\x15\x14\x13\ufffc]")  # of pictures, notes, ends of fields


def salvage_text(content: bytes) -> str | None:
    """The paragraphs and cells of the body of *content*, a line each; ``None`` where they cannot be found."""
    from doc2docx.cfb import CompoundFile
    from doc2docx.diagnostics import ConversionReport
    from doc2docx.errors import Doc2DocxError
    from doc2docx.msdoc import FileInformationBlock, read_piece_table
    from doc2docx.msdoc.fib import FibBase

    report = ConversionReport("", "")
    try:
        compound = CompoundFile(content)
        stream = compound.open_stream("WordDocument")
        base = FibBase.parse(stream)
        if base.is_encrypted:
            return None
        table = compound.open_stream(base.table_stream_name)
        block = FileInformationBlock.parse(stream)
        place = block.clx
        pieces = read_piece_table(table, stream, fc_clx=place.fc, lcb_clx=place.lcb, report=report)
        written: str = pieces.extract(0, min(block.ccp_text, pieces.cp_end), report, story="main")
    except Doc2DocxError:
        return None
    text = _PLACES.sub("", _without_codes(written).translate(_MARKS))
    return text if is_readable(text) else None


def is_readable(text: str) -> bool:
    """Whether *text* is one, and no bytes that were taken for letters."""
    readable = sum(letter.isprintable() or letter in "\n\t\x1f\xad" for letter in text)
    return bool(text.strip()) and readable >= _LEAST_READABLE * len(text)


def _without_codes(text: str) -> str:
    """*text* without the codes of fields, the innermost first."""
    while (shorter := _FIELD_CODE.sub("", text)) != text:
        text = shorter
    return text
