"""Text -> tree of provisions, each with an address: ``II.6.doan-2``, ``dieu-5.khoan-2.diem-a``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from ingest.layout import Enclosure, Layout
from ingest.levels import ARTICLE_LEVEL, NUMBER_LEVEL, POINT_LEVEL, plain_ordinal
from ingest.lines import Line, gather_lines
from ingest.models import CLOSING, OPENING, RECIPIENTS, SIGNATURE, TITLE, Provision
from ingest.outline import Node, build_outline, is_heading, is_recital
from ingest.patterns.numbering import INLINE_ITEM, TABLE_ROW
from ingest.patterns.sentences import FINISHED_LINE

_LONGEST_HEADING = 220


def read_structure(text: str, layout: Layout) -> tuple[Provision, ...]:
    """The roots, in the order of the text: title, opening, sections, closing, recipients, signature, enclosed texts.

    Headings and texts of their own of all provisions together hold every character of *text* that is not
    white space, each once; no two provisions share an address.
    """
    taken = _Addresses()
    builder = _Builder(text, taken)
    roots = [*builder.freeze_body(layout.body), *builder.freeze_tail(layout)]
    if layout.head:
        start, end = layout.head[0].start, layout.head[-1].end
        roots.append(Provision(taken.name(TITLE), text[start:end], start, end, end))
    for enclosure in layout.enclosures:
        roots += _freeze_enclosure(text, enclosure, taken)
    return tuple(sorted(roots, key=lambda root: root.start))


def _freeze_enclosure(text: str, enclosure: Enclosure, taken: _Addresses) -> list[Provision]:
    """An enclosed text as a root that its own provisions stand in; its letterhead, if any, as a root before it."""
    name = taken.name(enclosure.address)
    builder = _Builder(text, taken, name)
    roots = [builder.freeze_block(f"{name}.{TITLE}", enclosure.letterhead)] if enclosure.letterhead else []
    inside = [*builder.freeze_body((*enclosure.note, *enclosure.body)), *builder.freeze_tail(enclosure)]
    children = tuple(sorted(inside, key=lambda one: one.start))
    end = children[-1].end if children else enclosure.heading[-1].end
    if not enclosure.heading:
        return [*roots, Provision(name, None, children[0].start, end, children[0].start, children)]
    start, headed = enclosure.heading[0].start, enclosure.heading[-1].end
    text_start = headed if children else end
    return [*roots, Provision(name, text[start:headed], start, end, text_start, children)]


def _adjacent_runs(lines: Sequence[Line], part: Layout | Enclosure) -> list[list[Line]]:
    """*lines* cut where a line of another kind stands between them."""
    order = {line.start: i for i, line in enumerate(sorted((*part.recipients, *part.signature), key=_start))}
    grouped = groupby(enumerate(lines), key=lambda pair: order[pair[1].start] - pair[0])
    return [[line for _, line in run] for _, run in grouped]


def _start(line: Line) -> int:
    return line.start


class _Addresses:
    """The addresses that are taken."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._times: Counter[str] = Counter()

    def name(self, address: str) -> str:
        """*address*, or the first free "-lan-2", "-lan-3" of it where numbering repeats itself."""
        free = address
        while free in self._taken:
            self._times[address] += 1
            free = f"{address}-lan-{self._times[address] + 1}"
        self._taken.add(free)
        return free

    def next(self, stem: str) -> str:
        """The first free address of *stem* and a number; it is not taken yet."""
        while f"{stem}{self._times[stem] + 1}" in self._taken:
            self._times[stem] += 1
        return f"{stem}{self._times[stem] + 1}"


class _Builder:
    """Turns the lines of one text into provisions; *scope* is the address of the enclosed text, if it is one."""

    def __init__(self, text: str, taken: _Addresses, scope: str = "") -> None:
        self.text = text
        self.scope = scope
        self._taken = taken

    def freeze_body(self, lines: Sequence[Line]) -> list[Provision]:
        """The provisions of a whole body."""
        root = build_outline(gather_lines(lines))
        recitals, below = _split_recitals(root.parts)
        if recitals:
            return [self._recitals(recitals), *self._below(self.scope, below)]
        opening, below = _split_leads(root.parts)
        if not below:
            return [self._paragraph(self._inside(f"doan-{i}"), line) for i, line in enumerate(opening, 1)]
        opened = [self._group(self._inside(OPENING), opening)] if opening else []
        return [*opened, *self._below(self.scope, below)]

    def freeze_tail(self, part: Layout | Enclosure) -> list[Provision]:
        """Recipients and signature, each unbroken run a leaf."""
        named = ((RECIPIENTS, part.recipients), (SIGNATURE, part.signature))
        return [
            self.freeze_block(self._inside(name), run) for name, lines in named for run in _adjacent_runs(lines, part)
        ]

    def _inside(self, address: str) -> str:
        return f"{self.scope}.{address}" if self.scope else address

    def _recitals(self, parts: Sequence[Node | Line]) -> Provision:
        """An opening that holds bullets: "- Căn cứ …;" above the first chapter or article."""
        address = self._taken.name(self._inside(OPENING))
        counts: Counter[str] = Counter()
        children: list[Provision] = []
        for part in parts:
            if isinstance(part, Node):
                counts[part.level.name] += 1
                children.append(self._freeze(part, address, counts[part.level.name]))
            else:
                children.append(self._paragraph(self._taken.next(f"{address}.doan-"), part))
        return Provision(address, None, children[0].start, children[-1].end, children[0].start, tuple(children))

    def freeze_block(self, name: str, lines: Sequence[Line]) -> Provision:
        """Consecutive lines as one leaf."""
        return Provision(self._taken.name(name), None, lines[0].start, lines[-1].end, lines[0].start)

    def _freeze(self, node: Node, parent: str, ordinal: int) -> Provision:
        address, line = self._taken.name(_address(node, parent, ordinal, self.scope)), node.line
        heading_end, parts = _split_heading(node)
        leads, below = _split_leads(parts)
        children = self._leads(address, leads, titled=heading_end is not None, alone=not below)
        children += self._below(address, below)
        headed = _headed(node, parts)
        end = max([headed, *(one.end for one in leads), *(child.end for child in children)])
        if heading_end is None:
            return Provision(address, None, line.start, end, line.start, tuple(children))
        ruled = heading_end < headed or not leads
        text_start = heading_end if children or ruled else leads[0].start
        return Provision(address, self.text[line.start : heading_end], line.start, end, text_start, tuple(children))

    def _leads(self, address: str, leads: Sequence[Line], titled: bool, alone: bool) -> list[Provision]:
        """Provisions made of the paragraphs before the first marked part.

        One paragraph that is alone, or leads in what is below it, is the text of the provision's own.
        """
        if titled and leads and not alone:
            return [self._group(f"{address}.{OPENING}", leads)]
        if len(leads) == 1:
            return self._inline_items(address, leads[0]) if alone else []
        return [self._paragraph(f"{address}.doan-{i}", line) for i, line in enumerate(leads, 1)]

    def _below(self, address: str, parts: Sequence[Node | Line]) -> list[Provision]:
        """Provisions of *parts*, the first of them marked: nodes, paragraphs between them, a closing."""
        prefix = f"{address}." if address else ""
        found: list[Provision] = []
        counts: Counter[str] = Counter()
        last_node = max((i for i, part in enumerate(parts) if isinstance(part, Node)), default=-1)
        for part in parts[: last_node + 1]:
            if isinstance(part, Node):
                counts[part.level.name] += 1
                found.append(self._freeze(part, address, counts[part.level.name]))
            else:
                found.append(self._paragraph(self._taken.next(f"{prefix}doan-"), part))
        closing = _lines(parts[last_node + 1 :])
        return [*found, self._group(f"{prefix}{CLOSING}", closing)] if closing else found

    def _group(self, address: str, lines: Sequence[Line]) -> Provision:
        """One paragraph as a leaf, several as a provision of paragraphs."""
        if len(lines) == 1:
            return self._paragraph(address, lines[0])
        address = self._taken.name(address)
        children = tuple(self._paragraph(f"{address}.doan-{i}", one) for i, one in enumerate(lines, 1))
        return Provision(address, None, lines[0].start, lines[-1].end, lines[0].start, children)

    def _paragraph(self, address: str, line: Line) -> Provision:
        address = self._taken.name(address)
        return Provision(address, None, line.start, line.end, line.start, tuple(self._inline_items(address, line)))

    def _inline_items(self, address: str, line: Line) -> list[Provision]:
        """ "(1) …; (2) …" within one paragraph; at least two, counted from one."""
        starts: list[int] = []
        for match in INLINE_ITEM.regex.finditer(line.text):
            if int(match["n"]) == len(starts) + 1:
                starts.append(match.start())
        if len(starts) < 2:
            return []
        ends = [*starts[1:], len(line.text)]
        items = []
        for i, (start, end) in enumerate(zip(starts, ends, strict=True), 1):
            kept = line.start + start, line.start + start + len(line.text[start:end].rstrip())
            if i == len(starts):
                kept = kept[0], line.end
            items.append(Provision(self._taken.name(f"{address}.{i}"), None, kept[0], kept[1], kept[0]))
        return items


def _split_heading(node: Node) -> tuple[int | None, list[Node | Line]]:
    """End of the heading, if the node has one, and the parts that are not heading.

    Without a heading the marked line itself is the first paragraph.
    """
    line, parts = node.line, node.parts
    name = list(_find_name(node))
    if name:
        return name[-1].printed_end, parts[len(name) :]
    if node.level.titled or (parts and (not node.content or is_heading(node))):
        return line.printed_end, parts
    return None, [line, *parts]


def _find_name(node: Node) -> Iterator[Line]:
    """The lines below the marked one that are heading: its name, and capitals that go on in the next line."""
    above = node.content
    for i, part in enumerate(node.parts):
        if not isinstance(part, Line) or not ((i == 0 and _names(part, node)) or _goes_on(above, part)):
            return
        above = part.text
        yield part


def _goes_on(above: str, line: Line) -> bool:
    """Whether a heading in capitals is cut by the end of its line and goes on in the next."""
    cut = above.isupper() and not FINISHED_LINE.regex.search(above) and not line.after_blank
    return cut and line.text.isupper() and not TABLE_ROW.regex.search(line.text)


def _names(line: Line, node: Node) -> bool:
    """Whether *line*, the first below the marked one, is its name: "Chương I" and "QUY ĐỊNH CHUNG"."""
    named = not node.content and not FINISHED_LINE.regex.search(line.text)
    if node.level.titled:
        return named or line.text.isupper()
    return named and len(node.parts) > 1 and len(line.text) <= _LONGEST_HEADING


def _headed(node: Node, rest: Sequence[Node | Line]) -> int:
    """One past the lines of the heading, the rules gathered to them included; *rest* is what is not heading."""
    last = node.parts[len(node.parts) - len(rest) - 1] if len(rest) < len(node.parts) else None
    return last.end if isinstance(last, Line) else node.line.end


def _split_leads(parts: Sequence[Node | Line]) -> tuple[list[Line], list[Node | Line]]:
    """The paragraphs before the first marked part, and the rest."""
    leads = list(takewhile(lambda part: isinstance(part, Line), parts))
    return _lines(leads), list(parts[len(leads) :])


def _split_recitals(parts: Sequence[Node | Line]) -> tuple[list[Node | Line], list[Node | Line]]:
    """The paragraphs and bullets above the first part, chapter, section or article, if bullets are among them.

    Above a numbered clause they are, where the first of the bullets says on what the document rests.
    """
    above = list(takewhile(lambda part: isinstance(part, Line) or part.level.bullet, parts))
    below = list(parts[len(above) :])
    bullets = [part for part in above if isinstance(part, Node)]
    first = next((part for part in below if isinstance(part, Node)), None)
    headed = first and (first.level.rank <= ARTICLE_LEVEL.rank or (bullets and is_recital(bullets[0])))
    return (above, below) if headed and bullets else ([], list(parts))


def _lines(parts: Sequence[Node | Line]) -> list[Line]:
    return [part for part in parts if isinstance(part, Line)]


def _address(node: Node, parent: str, ordinal: int, scope: str) -> str:
    level, number = node.level, plain_ordinal(node.ordinal) if node.level.titled else node.ordinal
    prefix = f"{parent}." if parent else ""
    if level is ARTICLE_LEVEL:
        return f"{scope}.dieu-{number}" if scope else f"dieu-{number}"
    if level.titled:
        return f"{prefix}{level.name}-{number}"
    if level.bullet:
        return f"{prefix}{level.name}-{ordinal}"
    in_article = re.match(r"dieu-|.*\.dieu-", parent) is not None
    if level is NUMBER_LEVEL:
        number = number.rpartition(".")[2] if parent.endswith(number.rpartition(".")[0]) else number.replace(".", "-")
        return f"{prefix}khoan-{number}" if in_article and "khoan-" not in parent else f"{prefix}{number}"
    if level is POINT_LEVEL and in_article:
        return f"{prefix}diem-{number}"
    return f"{prefix}{number}"
