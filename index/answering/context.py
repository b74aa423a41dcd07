"""What a piece of a document needs to make sense: the headings and the sentence above it, the list below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from ingest.models import CLOSING, OPENING, RECIPIENTS, SIGNATURE, TITLE, Document, Passage, Provision
from ingest.passages import find_sentences

MOST_ITEMS = 12
"""Slices; the first item is brought whatever its length."""
LONGEST_LIST = 2500
"""Code points of all slices together."""
_MOST_HEADINGS = 2
# "như sau:", "bao gồm:", also where the colon was typed as another mark or lost.
_INTRODUCES = re.compile(
    r":[”\"»]?$|(?:\bnhư sau|\bsau đây|\b(?:bao )?gồm(?: có)?)\s*[;.…]*$",  # vi: a pattern
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:[;,]|[;,]\s+(?:và|hoặc))$")  # vi: a pattern
_STEP = re.compile(r"(?P<name>[a-z]+(?:-[a-z]+)*)-\d+(?:-\d+)*[a-zđ]?$|(?P<number>\d+(?:-\d+)*)$")  # vi: a pattern
_ENDS = (CLOSING, RECIPIENTS, SIGNATURE)  # what closes a document is no item of a list


@dataclass(frozen=True, slots=True)
class Span:
    """A slice of a document by its place.

    Attributes:
        start: First character in ``Document.text``.
        end: One past the last.
    """

    address: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class List:
    """The items that a paragraph introduces.

    Attributes:
        items: The first of them, each followed by what stands below it.
        more: How many items follow that are left out.
    """

    items: tuple[Span, ...] = ()
    more: int = 0


def find_lead(document: Document, passage: Passage) -> tuple[Span, ...]:
    """The nearest headings above *passage*, then the sentences that introduce it, from the top.

    A heading of its own counts as above its text. Sentences reach up to the nearest heading and no further.
    """
    path = _find_path(_root(document), passage)
    headings = [_heading(node) for node in path if _is_headed(node)]
    articles = [i for i, span in enumerate(headings) if re.match(r"(?:.*\.)?dieu-", span.address)]
    nearest = headings[articles[0] :] if articles else headings[-_MOST_HEADINGS:]
    sentences: list[Span] = []
    for above, node in zip(path[-2::-1], path[:0:-1], strict=True):
        if _is_headed(node) and not introduces(node.heading or ""):
            break
        found = _find_introduction(document.text, above, node)
        if found:
            sentences.append(found)
    return tuple(sorted((*nearest, *sentences), key=lambda span: span.start))


def find_list(document: Document, passage: Passage) -> List:
    """The items that follow *passage*; none where it introduces no list."""
    if not introduces(passage.text):
        return List()
    path = _find_path(_root(document), passage)
    if not path or passage.end < _trim_end(document.text, path[-1].text_start, path[-1].text_end):
        return List()
    items = _find_items(document.text, path)
    brought: list[Span] = []
    for count, item in enumerate(items):
        spans = (*brought, *_flatten(document.text, item))
        if brought and (len(spans) > MOST_ITEMS or sum(span.end - span.start for span in spans) > LONGEST_LIST):
            return List(tuple(brought), len(items) - count)
        brought = [*spans]
    return List(tuple(brought))


def introduces(text: str) -> bool:
    """Whether a paragraph ends by announcing what follows.

    >>> introduces("theo hướng:"), introduces("Về ưu điểm.")
    (True, False)
    """
    return _INTRODUCES.search(text.rstrip()) is not None


def _root(document: Document) -> Provision:
    """A provision that holds the whole tree."""
    return Provision("", None, 0, len(document.text), 0, document.tree)


def _find_path(node: Provision, passage: Passage) -> tuple[Provision, ...]:
    """From *node* to the provision of *passage*; empty where it is not below."""
    if not node.start <= passage.start < node.end:
        return ()
    if node.address == passage.address:
        return (node,)
    below = (_find_path(child, passage) for child in node.children)
    found = next((path for path in below if path), ())
    return (node, *found) if found else ()


def _is_headed(node: Provision) -> bool:
    return node.heading is not None and node.address != TITLE


def _heading(node: Provision) -> Span:
    return Span(node.address, node.start, node.start + len(node.heading or ""))


def _find_introduction(text: str, above: Provision, node: Provision) -> Span | None:
    """The sentence of *above* that introduces *node* among its children, or that it is a part of."""
    before = above.children[: above.children.index(node)]
    run = list(takewhile(lambda sibling: _is_alike(sibling, node), reversed(before)))
    paragraph = before[-1 - len(run)] if len(run) < len(before) else None
    if paragraph is not None:
        last = _last_paragraph(paragraph)
        spoken = _own(text, last)
        if _is_paragraph(last) and not _is_paragraph(node) and spoken and introduces(text[spoken.start : spoken.end]):
            return _last_sentence(text, spoken)
        return None
    spoken = _own(text, above)
    if spoken is None or above.address == OPENING:
        return None
    if introduces(text[spoken.start : spoken.end]):
        return _last_sentence(text, spoken)
    first = find_sentences(text, spoken.start, spoken.end)[0]
    return None if _is_headed(above) else Span(above.address, *first)


def _find_items(text: str, path: Sequence[Provision]) -> Sequence[Provision]:
    node = path[-1]
    spoken = _own(text, node)
    if spoken is None or not introduces(text[spoken.start : spoken.end]):
        return ()
    if node.children:
        return node.children
    if path[-2].heading is None and path[-2].children[-1] is node and _is_paragraph(path[-2]):
        node, path = path[-2], path[:-1]  # the last of several opening paragraphs
    if not _is_paragraph(node):
        return ()
    siblings = path[-2].children
    following = takewhile(lambda sibling: sibling.address not in _ENDS, siblings[siblings.index(node) + 1 :])
    return _cut_run(text, [*following])


def _cut_run(text: str, following: Sequence[Provision]) -> list[Provision]:
    """The siblings that make one list: marked alike, or paragraphs up to one that does not end in a semicolon."""
    if not following:
        return []
    if not _is_paragraph(following[0]):
        return [*takewhile(lambda sibling: _is_alike(sibling, following[0]), following)]
    run: list[Provision] = []
    for sibling in takewhile(_is_paragraph, following):
        run.append(sibling)
        if not _GOES_ON.search(text[sibling.start : sibling.end].rstrip()):
            break
    return run if len(run) > 1 else []


def _flatten(text: str, item: Provision) -> Iterator[Span]:
    """The own text of *item* and of what is below it; of an item with a heading that announces no list that alone."""
    if item.heading is not None and not introduces(item.heading):
        yield _heading(item)
        return
    for node in item.walk():
        if node.heading is not None:
            yield _heading(node)
        elif spoken := _own(text, node):
            yield spoken


def _own(text: str, node: Provision) -> Span | None:
    """The text of the node's own, without white space at its ends."""
    own = text[node.text_start : node.text_end]
    start, end = node.text_start + len(own) - len(own.lstrip()), node.text_start + len(own.rstrip())
    return Span(node.address, start, end) if start < end else None


def _trim_end(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _last_sentence(text: str, spoken: Span) -> Span:
    """The last sentence, with the clauses before it that end in a semicolon."""
    spans = find_sentences(text, spoken.start, spoken.end)
    first = len(spans) - 1
    while first and text[spans[first - 1][1] - 1] == ";":
        first -= 1
    return Span(spoken.address, spans[first][0], spans[-1][1])


def _last_paragraph(node: Provision) -> Provision:
    return node.children[-1] if node.children and _is_paragraph(node) else node


def _kind(address: str) -> str:
    step = address.rpartition(".")[2].partition("-lan-")[0]
    match = _STEP.match(step)
    if match:
        return match["name"] or "number"
    return "letter" if len(step) == 1 and step.islower() else "roman"


def _is_alike(one: Provision, other: Provision) -> bool:
    return _kind(one.address) == _kind(other.address)


def _is_paragraph(node: Provision) -> bool:
    last = node.address.rpartition(".")[2]
    return last == OPENING or last.startswith(("doan-", f"{OPENING}-lan-"))
