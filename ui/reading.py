"""A document laid out for reading: its record, its table of contents, its text with one place standing out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from ingest.describe import RECIPIENTS_LABEL, TABLE_HEADER, describe_date, describe_metadata, describe_scan
from ingest.language import tr
from ingest.mentions import Citation
from ingest.models import TITLE, Document, Metadata, PageStart, Provision
from ui.verbatim import Block, Html, Mark, element, escape, render_blocks
from ui.words import describe_mention, shortened

ADDRESS_OF_PAGE = "van-ban"
MOST_ENTRIES_WITH_UNTITLED = 80
OF_A_PART = 3_000
"""Characters from which a part of the text is full; ``.vk-khuc`` of the style sheet says how high such a part is."""

_LINES = re.compile(r"([^\n]*\n)(?:[^\S\n]*\n)*|[^\n]+")
"""A line with the blank ones below it."""


@dataclass(frozen=True, slots=True)
class Place:
    """What is looked for in a document: a provision, or a slice of it.

    Attributes:
        address: The provision.
        start: First character that stands out.
        end: One past the last.
    """

    address: str
    start: int
    end: int


def reader_address(document_id: str, at: str | None = None, span: tuple[int, int] | None = None, find: str = "") -> str:
    """The link to a document, to a place in it, or to a slice of it; relative, so that it works under any host.

    Args:
        find: Words that are looked for in it.
    """
    query = {"doc": document_id} | ({"at": at} if at else {})
    if span:
        query |= {"start": str(span[0]), "end": str(span[1])}
    query |= {"find": find} if find else {}
    return f"{ADDRESS_OF_PAGE}?{urlencode(query)}"


def query_place(
    document_id: str, address: str, cited: tuple[int, int], whole: tuple[int, int] | None
) -> dict[str, str]:
    """The query of a link to what is cited; offsets are named only where that is not the whole provision."""
    query = {"doc": document_id, "at": address}
    return query if whole in {cited, None} else query | {"start": str(cited[0]), "end": str(cited[1])}


def find_place(document: Document, address: str, start: str = "", end: str = "") -> Place | None:
    """The place a link names, or ``None`` where the document has no such address.

    Under a heading the heading and the text of its own stand out, not the whole chapter. *start* and *end*, as
    typed in the link, narrow it to a slice; where they do not lie in the provision they are passed over.
    """
    node = document.find_provision(address)
    if node is None:
        return None
    if start.isdecimal() and end.isdecimal() and node.start <= int(start) < int(end) <= node.end:
        return Place(address, int(start), int(end))
    last = node.text_end if node.heading is not None else node.end
    words = document.text[node.start : last].rstrip()
    return Place(address, node.start, node.start + len(words))


def lay_out_record(metadata: Metadata, pages: Iterable[PageStart] = ()) -> Html:
    """What the document says of itself, as a list, and that its *pages* were scanned; what it does not print is out."""
    folded = {RECIPIENTS_LABEL: _lay_out_recipients(metadata.recipients)}
    scan = describe_scan(pages)
    rows = [*describe_metadata(metadata), *([("Cách đọc", scan)] if scan else [])]
    return element("dl", *(_row(tr(term), folded.get(term, escape(words))) for term, words in rows), class_="vk-ho-so")


def lay_out_contents(document: Document, place: Place | None = None, above: Html | None = None) -> Html:
    """The tree as nested links, under the way *above* all; a node without a heading shows how its text begins."""
    entries = _list_entries(document, document.tree, _lists_untitled(document), place.address if place else None)
    title = tr("Mục lục")
    summary = element("summary", escape(title))
    links = element("nav", above or Html(""), entries, aria_label=title)
    return element("details", summary, links, class_="vk-muc-luc")


def lay_out_text(
    document: Document,
    place: Place | None = None,
    held: Mapping[Citation, str] | None = None,
    catalogued: Mapping[Citation, str] | None = None,
    changed: Iterable[Mark] = (),
) -> Html:
    """The whole text as it was written: headings, mentions and the place looked for stand out.

    Args:
        held: Id of the held document for each mention that names one.
        catalogued: Id of the document for each mention of one that only the catalogue knows.
        changed: Marks of provisions that other documents changed.
    """
    blocks = list(_join_plain(_cut_blocks(document, place)))
    marks = [_mark_mention(one, (held or {}).get(one), (catalogued or {}).get(one)) for one in document.citations]
    marks += _mark_partial_lines(document.text, place) if place else []
    marks += _mark_pages(document)
    marks += _mark_table_header(document, place) if place else []
    marks += changed
    drawn = render_blocks(document.text, blocks, marks)
    parts = (element("div", *drawn[first:last], class_="vk-khuc") for first, last in _cut_parts(blocks))
    return element("article", *parts, class_="vk-nguyen-van", lang="vi")


def lay_out_shelf(held: Iterable[tuple[str, Metadata]]) -> Html:
    """The held documents as a list of links."""
    entries = (
        element(
            "li",
            element("a", escape(metadata.label), href=reader_address(document_id), class_="vk-di"),
            element("div", escape(describe_date(metadata)), class_="vk-phu"),
        )
        for document_id, metadata in held
    )
    return element("ul", *entries, class_="vk-ke")


def _row(term: str, inside: Html) -> Html:
    return element("div", element("dt", escape(term)), element("dd", inside))


def _lay_out_recipients(recipients: tuple[str, ...]) -> Html:
    summary = element("summary", escape(tr("{count} nơi (bấm để xem)", count=len(recipients))))
    return element("details", summary, element("ul", *(element("li", escape(one)) for one in recipients)))


def _list_entries(document: Document, nodes: Iterable[Provision], untitled: bool, current: str | None) -> Html:
    entries = [_lay_out_entry(document, node, untitled, current) for node in nodes if node.heading or untitled]
    return element("ul", *entries) if entries else Html("")


def _lay_out_entry(document: Document, node: Provision, untitled: bool, current: str | None) -> Html:
    link = element(
        "a",
        escape(_label(document, node)),
        href=reader_address(document.id, node.address),
        class_="vk-di" if node.heading else "vk-di vk-khong-de",
        aria_current="location" if node.address == current else None,
    )
    below = [child for child in node.children if child.start > node.start]
    return element("li", link, _list_entries(document, below, untitled, current))


def _lists_untitled(document: Document) -> bool:
    """Whether the contents list provisions without a heading, too; of a long document they would be thousands."""
    return sum(1 for _ in document.walk()) <= MOST_ENTRIES_WITH_UNTITLED


def _label(document: Document, node: Provision) -> str:
    if node.address == TITLE:
        return shortened(document.metadata.name, most=90)
    return shortened(node.heading, most=90) if node.heading else shortened(document.text[node.start : node.end])


def _cut_parts(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """First block of each part and one past its last: parts of about one length, laid out when they come near."""
    first = 0
    for last, block in enumerate(blocks, start=1):
        if last == len(blocks) or block.end - blocks[first].start >= OF_A_PART:
            yield first, last
            first = last


def _join_plain(blocks: Iterable[Block]) -> Iterator[Block]:
    """Lines that nothing sets apart as one block: a browser takes the longer, the more blocks there are."""
    held: Block | None = None
    for block in blocks:
        plain = held and not (held.css or held.name or block.css or block.name)
        if held and plain and block.end - held.start < OF_A_PART:
            held = replace(held, end=block.end)
            continue
        if held:
            yield held
        held = block
    if held:
        yield held


def _cut_blocks(document: Document, place: Place | None) -> Iterator[Block]:
    """One block a line, with the blank ones below it, so that nothing is lost; those below the place stand apart."""
    untitled = _lists_untitled(document)
    addresses = {node.start: node.address for node in document.walk() if untitled or node.heading}
    headings = [node for node in document.walk() if node.heading]
    title = document.find_provision(TITLE)
    passed, heading_end = 0, 0
    for line in _LINES.finditer(document.text):
        start, end = line.start(), line.start() + len(line.group().rstrip())
        while passed < len(headings) and headings[passed].start <= start:
            heading_end = max(heading_end, headings[passed].start + len(headings[passed].heading or ""))
            passed += 1
        kinds = {
            "vk-tieu-de": title is not None and title.start <= start < title.end,
            "vk-de-muc": start < heading_end,
            "vk-tim": place is not None and place.start <= start <= end <= place.end,
        }
        css = " ".join(kind for kind, holds in kinds.items() if holds)
        address = addresses.get(start)
        last = line.end(1) if place and kinds["vk-tim"] and end == place.end and line[1] else line.end()
        yield Block(line.start(), last, css or None, f"cho-{address}" if address else None)
        if last < line.end():
            yield Block(last, line.end())


def _mark_partial_lines(text: str, place: Place) -> list[Mark]:
    """The parts of the place that are not whole lines: those stand out within their line."""
    marks = []
    for line in _LINES.finditer(text):
        start, end = line.start(), line.start() + len(line.group().rstrip())
        first, last = max(start, place.start), min(end, place.end)
        if first < last and (first, last) != (start, end):
            marks.append(Mark(first, last, "mark", "vk-tim"))
    return marks


def _mark_pages(document: Document) -> list[Mark]:
    """The first character of each page of the file: its number is drawn before it, and is no part of the text."""
    ends = [*(page.start for page in document.pages[1:]), len(document.text)]
    shown = [page for page, end in zip(document.pages, ends, strict=False) if page.start < end]
    return [
        Mark(page.start, page.start + 1, "span", "vk-trang", tr("Trang {number}", number=page.number)) for page in shown
    ]


def _mark_table_header(document: Document, place: Place) -> list[Mark]:
    """The first character of a place in a table: the header that it stands under is drawn above it, as on a page."""
    header = document.find_table_header(place.start)
    words = f"{tr(TABLE_HEADER)}: {header.text}" if header else ""
    return [Mark(place.start, place.start + 1, "span", "vk-bang", words)] if words else []


def _mark_mention(citation: Citation, held: str | None, catalogued: str | None) -> Mark:
    title = describe_mention(citation, held is not None, catalogued is not None)
    opens = held or catalogued
    if opens is None:
        return Mark(citation.start, citation.end, "span", "vk-dan", title)
    css = "vk-dan vk-di" if held else "vk-dan vk-di vk-ho-so-rieng"
    return Mark(citation.start, citation.end, "a", css, title, reader_address(opens))
