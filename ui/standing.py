"""Whether a document stands, on the pages: the badge, who says so, the clauses concerned."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from index.brief_names import name_briefly
from index.changes import Statement
from index.describe_changes import say_clause, say_source, say_statement
from index.describe_validity import advise, say_badge, say_standing, say_unseen
from index.validity import Standing
from ingest.language import tr
from ingest.models import Document
from ui.reading import reader_address
from ui.verbatim import Html, Mark, element, escape, join
from ui.words import capitalised

_WHO_SAYS_SO = "Ai nói như vậy: {count} chỗ (bấm để xem)"


def lay_out_badge(name: str, standing: Standing) -> Html:
    """Beside a quote, a digest or a name: a warning where the document was ended or changed, else a quiet word."""
    return lay_out_told(say_badge(name, standing), standing)


def lay_out_told(words: str, standing: Standing) -> Html:
    """*words* on whether a document stands, dressed as the badge."""
    if standing.told:
        return element("div", escape(words), class_="vk-canh-bao", role="alert")
    return element("div", escape(words), class_="vk-phu vk-hieu-luc")


def lay_out_standing(name: str, standing: Standing, statements: Sequence[Statement]) -> Html:
    """At the head of a document: the badge, and behind one press every statement with who says so."""
    if not standing.told:
        return join([lay_out_badge(name, standing), _lay_out_enclosing(standing)])
    summary = element("summary", escape(tr(_WHO_SAYS_SO, count=len(statements))))
    silent = [element("li", escape(capitalised(say_unseen(standing.checked))))] if standing.checked else []
    told = element("ul", *(element("li", _lay_out_statement(one)) for one in statements), *silent)
    details = element("details", summary, told, open="" if standing.disputed else None)
    words = escape(f"{say_standing(name, standing)}. {advise(standing)}")
    opens = _lay_out_enclosing(standing)
    return element("div", element("div", words), details, opens, class_="vk-canh-bao vk-hieu-luc", role="alert")


def _lay_out_enclosing(standing: Standing) -> Html:
    """The way to the decision by which a text stands; empty of others, and where nothing of it can be opened."""
    enclosing = standing.enclosing
    if enclosing is None or enclosing.held == "unknown":
        return Html("")
    words = escape(tr("Mở {name}", name=name_briefly(enclosing)))
    return element("div", element("a", words, href=reader_address(enclosing.id), class_="vk-di"), class_="vk-phu")


def _lay_out_statement(statement: Statement) -> Html:
    """What was done, who says so, and the words that do; both documents open by one press."""
    change = statement.change
    told = escape(f"{say_statement(statement)}, ")
    source = escape(say_source(statement))
    href = _address(statement)
    said = element("a", source, href=href, class_="vk-di") if href else source
    words = (
        element("div", escape(f"“{statement.words}”"), class_="vk-cho-dan", lang="vi") if statement.words else Html("")
    )
    by = change.by
    opens = by.held != "unknown" and by.id != change.edge.said_in
    acting = element(
        "a", escape(tr("mở {name}", name=by.number or by.name)), href=reader_address(by.id), class_="vk-di"
    )
    return join([told, said, *([escape(" · "), acting] if opens else []), words])


def _address(statement: Statement) -> str | None:
    """The link to the words that say so; to the document they stand in where their place has no address."""
    edge = statement.change.edge
    if edge.said_in is None:
        return None
    span = (edge.start, edge.end) if statement.said_at else None
    return reader_address(edge.said_in, statement.said_at or None, span)


def mark_changes(document: Document, statements: Iterable[Statement]) -> list[Mark]:
    """The first character of each changed provision: what was done to it is drawn above it, and leads to the words.

    As it is drawn by the mark, it is no part of the text.
    """
    nodes = {node.address: node for node in document.walk()}
    told: dict[int, list[Statement]] = {}
    for one in statements:
        if one.place in nodes:
            told.setdefault(nodes[one.place].start, []).append(one)
    return [_mark_clause(start, some) for start, some in told.items()]


def _mark_clause(start: int, statements: Sequence[Statement]) -> Mark:
    words = tr("{told}, bấm để xem", told=say_clause(statements))
    first = statements[0]
    href = _address(first) or reader_address(first.change.by.id)
    return Mark(start, start + 1, "a", "vk-di vk-da-sua", words, href)
