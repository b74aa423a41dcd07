"""What a page says of the look of its letters: fonts made before Unicode, capitals, what is not shown."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml.etree import _Element as Element

_RULE = re.compile(r"([^{}]{1,2000})\{([^{}]{0,5000})\}")
_SELECTOR = re.compile(r"(?P<tag>[a-z][a-z0-9]*)?(?:\.(?P<name>[\w-]+))?", re.IGNORECASE)
_FONT = re.compile(r"(?:^|[;\s])font(?:-family)?\s*:\s*(?:[^;\"',]*\s)?[\"']?(?P<font>\.?[A-Za-z][^;\"',]*)")
_UPPER = re.compile(r"text-transform\s*:\s*uppercase", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_BORDER = re.compile(
    r"border[a-z-]*\s*:\s*(?!none|0|medium\s+none|collapse|inherit)[^;]*(?:solid|double|dashed|dotted)", re.I
)
_COMMENT_MARKS = re.compile(r"<!--|-->")

Styles = dict[tuple[str, str], str]
"""(tag or nothing, class or nothing) -> what the page's own rules declare for it."""


class Look(NamedTuple):
    """How letters are drawn where an element stands."""

    font: str | None = None
    capitals: bool = False
    pre: bool = False


def read_styles(root: Element) -> Styles:
    """The rules of the page's style sheets for tags and classes; what is more intricate is left out."""
    found: Styles = {}
    for sheet in root.iter("style"):
        for selectors, declared in _RULE.findall(_COMMENT_MARKS.sub("", sheet.text or "")):
            for selector in selectors.split(","):
                if (match := _SELECTOR.fullmatch(selector.strip())) and match[0]:
                    key = ((match["tag"] or "").lower(), match["name"] or "")
                    found[key] = f"{found.get(key, '')};{declared}"
    return found


def declared(element: Element, styles: Styles) -> str:
    """All declarations that hold for *element*, the strongest last."""
    tag, names = str(element.tag), (element.get("class") or "").split()
    rules = [styles.get((tag, "")), *(styles.get((t, name)) for name in names for t in ("", tag)), element.get("style")]
    return ";".join(filter(None, rules))


def look_of(element: Element, above: Look, styles: Styles) -> Look:
    """The look of *element*'s letters, which inherits from the one *above* it."""
    said = declared(element, styles)
    fonts = _FONT.findall(said)
    font = fonts[-1].strip() if fonts else element.get("face", "").split(",")[0].strip() or above.font
    capitals = above.capitals or _UPPER.search(said) is not None
    return Look(font, capitals, above.pre or element.tag in ("pre", "xmp", "listing"))


def is_hidden(element: Element, styles: Styles) -> bool:
    """Whether nobody sees *element*."""
    return element.get("hidden") is not None or _HIDDEN.search(declared(element, styles)) is not None


def has_border(element: Element, styles: Styles) -> bool:
    """Whether lines are drawn around *element*."""
    return (
        element.get("border", "0").strip("px ") not in ("", "0")
        or _BORDER.search(declared(element, styles)) is not None
    )
