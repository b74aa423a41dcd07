"""The part of a page that is the document: what the portal has put around it goes, nothing of the document does.

Two rules, each with the same safeguard: whatever bears a mark of a document (its letterhead, its number, an article,
its recipients) stays. First what its name or its links show to be furniture goes; then, from the body of the page
downwards, the one child that holds nearly all of the words is taken, as long as its neighbours hold no document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from ingest.patterns.head import LETTERHEAD, OWN_NUMBER, PLACE_AND_DATE
from ingest.patterns.numbering import ARTICLE, CHAPTER
from ingest.patterns.pages import RECIPIENTS_LINE
from ingest.patterns.signatures import POWER

_NEVER = ("script", "style", "noscript", "template", "iframe")
_FURNITURE_TAGS = ("nav", "aside")
_FURNITURE_ROLES = ("navigation", "banner", "contentinfo", "search", "complementary", "dialog", "menu", "toolbar")
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:menu|nav|navbar|breadcrumbs?|share|sharing|social|related|relate|comments?|sidebar|advert\w*|ads"
    r"|banner|footer|header|cookies?|popup|modal|toolbar|tools?|pagination|paging|rating|tags?|login|search|hotline"
    r"|subscribe|newsletter|most-?(?:read|viewed)|other-?news|print|lien-?quan|binh-?luan|chia-?se|quang-?cao|danh-?muc"
    r"|tin-?(?:khac|moi|lien-?quan)|cung-?chuyen-?muc)(?=$|[\s_-])",
    re.IGNORECASE,
)
# As Word saves its notes and its comments.
_WORD_NOTES = re.compile(r"mso-element\s*:\s*(?:foot|end)note-list", re.IGNORECASE)
_WORD_COMMENTS = re.compile(r"mso-element\s*:\s*comment", re.IGNORECASE)
_NOT_PRINTED = frozenset(("noprint", "no-print", "d-print-none", "hidden-print", "print-hide", "mw-editsection"))
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MOST_OF_FURNITURE = 0.35  # of all words, in words without links; what holds more is none, whatever it is called
_NEARLY_ALL = 0.75
_LINKS_ALONE = 0.6
_LONG = 400  # letters of plain text that are no furniture, whatever it is called
_LEAD = 150  # letters of plain text that may be an article's first words, beside its body
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_MARKS = (LETTERHEAD, OWN_NUMBER, PLACE_AND_DATE, RECIPIENTS_LINE, ARTICLE, CHAPTER)
_MARKS_OF_CASE = {False: _MARKS, True: (*_MARKS, POWER)}  # "Q. Hoàn Kiếm" is an address


def find_content(root: Element) -> Element:
    """The element that holds the document; *root* loses what is furniture beyond doubt."""
    for element in list(root.iter(*_NEVER)):
        _drop(element)
    for element in [one for one in root.iter("div", "span", "table", "p") if _is_for_the_screen(one)]:
        _drop(element)
    body = root.find("body") if root.tag == "html" else root
    if body is None:
        return root
    _drop_furniture(body)
    content = _descend(body)
    if not _bears_marks(content):
        _fetch_title(body, content)
    return content


def _is_for_the_screen(element: Element) -> bool:
    """Whether the page itself says that *element* is no part of what is printed, or is a comment of Word."""
    names = (element.get("class") or "").lower().split()
    return not _NOT_PRINTED.isdisjoint(names) or _WORD_COMMENTS.search(element.get("style", "")) is not None


def _fetch_title(body: Element, content: Element) -> None:
    """An article or a speech has its title above, where a document of an office has all in its own text."""
    title = body.find(".//h1")
    if title is None or title is content or any(one is content for one in title.iterancestors()):
        return
    if any(one is title for one in content.iterancestors()):
        return
    _drop(title)
    title.tail, content.text = _admit(content.text), None
    content.insert(0, title)


def _drop_furniture(body: Element) -> None:
    everything = max(len(_words(body)), 1)
    for element in list(body.iter()):
        if element is body or element.getparent() is None or not _looks_like_furniture(element):
            continue
        plain = len(_words(element)) - len(_linked(element))
        named_only = element.tag not in _FURNITURE_TAGS and plain > _LONG and not _is_talk(element)
        if plain < _MOST_OF_FURNITURE * everything and not named_only and not _bears_marks(element):
            _drop(element)


def _looks_like_furniture(element: Element) -> bool:
    if element.tag in ("body", "html", "p", "span", "font", "td", "tr", "table", "tbody", "a", "b", "strong", "i"):
        return False
    if element.tag in _FURNITURE_TAGS or element.get("role", "") in _FURNITURE_ROLES:
        return True
    return _FURNITURE.search(_name(element)) is not None


def _name(element: Element) -> str:
    return _CAMEL.sub("-", f"{element.get('id', '')} {element.get('class', '')}")


def _is_talk(element: Element) -> bool:
    """Comments are long and have no links."""
    return "comment" in _name(element).lower() or "binh" in _name(element).lower()


def _descend(element: Element) -> Element:
    """The innermost element that still holds the whole document."""
    while True:
        words = len(_words(element))
        inner = next((child for child in _elements(element) if len(_words(child)) >= _NEARLY_ALL * words), None)
        if inner is None or inner.tag in ("p", "span", "tr", "tbody", "ul", "ol", "pre") or _has_text(element):
            return element
        others = [child for child in _elements(element) if child is not inner]
        if any(_belongs(other) for other in others):
            return element
        element = inner


def _belongs(element: Element) -> bool:
    """Whether *element*, beside the one that holds nearly all words, is of the document too."""
    if _WORD_NOTES.search(element.get("style", "")):
        return True
    words, linked = _words(element), _linked(element)
    if not words or len(linked) > _LINKS_ALONE * len(words):
        return False
    return element.tag in ("table", "p", "pre", "ol", "ul") or len(words) > _LEAD or _bears_marks(element)


def _has_text(element: Element) -> bool:
    return bool((element.text or "").strip()) or any((child.tail or "").strip() for child in element)


def _bears_marks(element: Element) -> bool:
    """Whether a line of *element* that is no link is one that only documents have."""
    lines = (line.strip() for part in _unlinked(element) for line in part.split("\n"))
    return any(mark.regex.search(line) for line in lines if line for mark in _MARKS_OF_CASE[line.isupper()])


def _unlinked(element: Element) -> Iterator[str]:
    """The texts of *element* that lead nowhere."""
    linked = {inner for link in element.iter("a") if link.get("href") for inner in link.iter()}
    for one in element.iter():
        if one.text and one not in linked:
            yield one.text
        if one.tail and one is not element and one.getparent() not in linked:
            yield one.tail


def _elements(element: Element) -> list[Element]:
    return [child for child in element if isinstance(child.tag, str)]


def _words(element: Element) -> str:
    return "".join("".join(element.itertext()).split())


def _linked(element: Element) -> str:
    links = [element] if element.tag == "a" else element.iter("a")
    return "".join(_words(link) for link in links if link.get("href"))


def _drop(element: Element) -> None:
    """Take *element* out, leaving what follows it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = _admit(parent.text) + _admit(element.tail)
        else:
            before.tail = _admit(before.tail) + _admit(element.tail)
    parent.remove(element)


def _admit(text: str | None) -> str:
    """*text* as a tree takes it: the parser lets through more, as form feeds and what ``&#1;`` names."""
    return _FORBIDDEN.sub(" ", text or "")
