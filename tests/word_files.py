"""Small files of Word, made of the XML or RTF that a test cares about."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from tests.old_fonts import tcvn3_runs

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{_W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def docx(body: str, **parts: str) -> bytes:
    """A DOCX of this ``w:body``; *parts* are the contents of ``styles``, ``numbering``, ``footnotes``…"""
    roots = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes"}
    files = {
        f"word/{name}.xml": f"<w:{roots[name]} {NAMESPACES}>{xml}</w:{roots[name]}>" for name, xml in parts.items()
    }
    files["word/document.xml"] = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    files["word/_rels/document.xml.rels"] = _relations({f"{name}.xml": name for name in parts})
    files["_rels/.rels"] = _relations({"word/document.xml": "officeDocument"})
    return zipped(files)


def zipped(files: dict[str, str]) -> bytes:
    """A package of these parts; ``mimetype`` is stored as it is, as OpenDocument asks for."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text, zipfile.ZIP_STORED if name == "mimetype" else None)
    return content.getvalue()


def _relations(targets: dict[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="r{i}" Type="{_R}/{kind}" Target="{target}"/>'
        for i, (target, kind) in enumerate(targets.items())
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{listed}</Relationships>'
    )


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(text: str, number: str = "", properties: str = "") -> str:
    """*text*, or runs where it begins with ``<``; *number* is ``"numId level"``."""
    num_id, _, level = number.partition(" ")
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>' if number else ""
    inside = text if text.startswith("<") else run(text) if text else ""
    return f"<w:p><w:pPr>{properties}{numbered}</w:pPr>{inside}</w:p>"


def level(depth: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:suff w:val="space"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*lists: str, extra: str = "") -> str:
    """Lists of levels, numbered from 1, each with a ``w:num`` of the same number; *extra* holds further ones."""
    abstracts = "".join(f'<w:abstractNum w:abstractNumId="{i}">{one}</w:abstractNum>' for i, one in enumerate(lists, 1))
    nums = "".join(f'<w:num w:numId="{i}"><w:abstractNumId w:val="{i}"/></w:num>' for i in range(1, len(lists) + 1))
    return abstracts + nums + extra


def table(rows: list[list[str]], borders: bool = False) -> str:
    """A table of cells; a cell of several lines has as many paragraphs."""
    drawn = '<w:tblBorders><w:insideH w:val="single"/></w:tblBorders>' if borders else ""
    made = ("".join(f"<w:tc>{''.join(map(paragraph, cell.split(chr(10))))}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl><w:tblPr>{drawn}</w:tblPr>{''.join(f'<w:tr>{row}</w:tr>' for row in made)}</w:tbl>"


def rtf(body: str, fonts: tuple[str, ...] = (".VnTime", ".VnTimeH", "Times New Roman", "Symbol")) -> bytes:
    table = "".join(f"{{\\f{i}\\fnil\\fcharset{2 if name == 'Symbol' else 0} {name};}}" for i, name in enumerate(fonts))
    return f"{{\\rtf1\\ansi\\ansicpg1252\\uc1\\deff0{{\\fonttbl{table}}}\n\\pard\\plain {body}}}".encode("ascii")


def tcvn3_rtf(text: str) -> str:
    """*text* as the body of an RTF typed in .VnTime and .VnTimeH, a paragraph for a line."""
    return "\n".join("".join(map(_tcvn3_run, tcvn3_runs(line))) + "\\par" for line in text.split("\n"))


def _tcvn3_run(run: tuple[str, str]) -> str:
    typed, font = run
    escaped = "".join(
        letter if letter.isascii() and letter not in "\\{}" else f"\\'{letter.encode('cp1252')[0]:02x}"
        for letter in typed
    )
    return f"{{\\f{int(font == '.VnTimeH')} {escaped}}}"
