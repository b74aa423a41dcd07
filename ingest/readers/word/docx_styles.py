"""How the letters and paragraphs of a DOCX are drawn, as far as it changes what is read: font, capitals, hidden."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from ingest.readers.legacy.encodings import encoding_of_font
from ingest.readers.word.docx_package import Element, W

_DEEPEST = 20  # styles based on one another; a circle ends here


@dataclass(frozen=True, slots=True)
class Look:
    """How a run is drawn; ``None`` where nothing was said.

    Attributes:
        ascii: Font of the letters of ASCII; a run's letters beyond are drawn in *other*.
    """

    ascii: str | None = None
    other: str | None = None
    capitals: bool | None = None
    hidden: bool | None = None

    @property
    def font(self) -> str | None:
        """The font that matters: one of before Unicode, wherever it is named."""
        old = (font for font in (self.other, self.ascii) if encoding_of_font(font))
        return next(old, self.other or self.ascii)

    def under(self, nearer: Look) -> Look:
        """This look where *nearer* says nothing."""
        return Look(
            self.ascii if nearer.ascii is None else nearer.ascii,
            self.other if nearer.other is None else nearer.other,
            self.capitals if nearer.capitals is None else nearer.capitals,
            self.hidden if nearer.hidden is None else nearer.hidden,
        )


def flag(properties: Element | None, name: str) -> bool | None:
    """A property that is on, off or not mentioned."""
    found = None if properties is None else properties.find(W + name)
    return None if found is None else found.get(W + "val", "1") not in ("0", "false", "off")


def value(parent: Element | None, path: str) -> str | None:
    """The ``w:val`` of the first child at *path* of ``w:`` names; ``None`` where there is none."""
    found = None if parent is None else parent.find("/".join(W + step for step in path.split("/")))
    return None if found is None else found.get(W + "val")


def read_look(properties: Element | None) -> Look:
    """What ``w:rPr`` says for itself. A font of the theme is one of Unicode: ``""``."""
    if properties is None:
        return Look()
    fonts = properties.find(W + "rFonts")
    names = {} if fonts is None else fonts.attrib
    latin = "" if W + "asciiTheme" in names else names.get(W + "ascii")
    other = "" if W + "hAnsiTheme" in names else names.get(W + "hAnsi")
    return Look(latin, other, flag(properties, "caps"), flag(properties, "vanish"))


class Styles:
    """The styles of one DOCX by their ids."""

    def __init__(self, part: Element | None) -> None:
        found = [] if part is None else part.findall(W + "style")
        self._styles: dict[str, Element] = {style.get(W + "styleId", ""): style for style in found}
        defaults = None if part is None else part.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._defaults = read_look(defaults)
        self._looks: dict[tuple[str | None, str | None], Look] = {}

    @cached_property
    def default_paragraph(self) -> str | None:
        """The style of a paragraph that names none."""
        of_paragraphs = (one for one in self._styles.values() if one.get(W + "type") == "paragraph")
        marked = (one.get(W + "styleId") for one in of_paragraphs if one.get(W + "default") in ("1", "true", "on"))
        return next(marked, None)

    def chain(self, style: str | None) -> list[Element]:
        """The style and those it is based on, nearest first."""
        chain: list[Element] = []
        while style in self._styles and len(chain) < _DEEPEST:
            chain.append(self._styles[style])
            style = value(chain[-1], "basedOn")
        return chain

    def look(self, paragraph: str | None, character: str | None = None) -> Look:
        """How a run without own properties is drawn in the two styles."""
        key = (paragraph, character)
        if key not in self._looks:
            look = self._defaults
            for style in (*reversed(self.chain(paragraph)), *reversed(self.chain(character))):
                look = look.under(read_look(style.find(W + "rPr")))
            self._looks[key] = look
        return self._looks[key]

    def run_look(self, run: Element, paragraph: str | None) -> Look:
        """How the letters of *run* are drawn."""
        properties = run.find(W + "rPr")
        return self.look(paragraph, value(properties, "rStyle")).under(read_look(properties))
