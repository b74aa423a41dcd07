"""Two documents laid out to be compared: where they differ, and both texts beside each other, clause by clause."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from index.aligning.align import Pair
from index.aligning.comparison import Comparison
from index.aligning.describe import RESPELLED, SIGNS, say_place, say_status, say_version_of
from index.aligning.marks import Marked, mark_new, mark_old
from index.aligning.units import Unit
from index.brief_names import name_briefly
from ingest.addresses import describe
from ingest.describe import describe_date
from ingest.language import tr
from ingest.models import Document
from ui.reading import reader_address
from ui.standing import lay_out_badge
from ui.verbatim import Html, Mark, element, escape, join, render
from ui.words import capitalised

OLD, NEW = "Bản cũ", "Bản mới"
_NOT_IN_OLD, _NOT_IN_NEW = "Bản cũ không có.", "Bản mới không còn."
_TAGS = {"deleted": ("del", "Chữ bỏ"), "inserted": ("ins", "Chữ thêm"), "respelled": ("span", RESPELLED)}
Headings = Mapping[str, int]
"""Address -> length of the heading there."""


def lay_out_documents(comparison: Comparison) -> Html:
    """Both documents: name, day, whether in force."""
    sides = ((OLD, comparison.old), (NEW, comparison.new))
    return element("div", *(_lay_out_document(comparison, *side) for side in sides), class_="vk-hai-ban")


def _lay_out_document(comparison: Comparison, label: str, document: Document) -> Html:
    said = ". ".join((describe_date(document.metadata), *say_version_of(comparison, document)))
    return element(
        "div",
        element("div", escape(tr(label)), class_="vk-nhan-ban"),
        _link(comparison, document, document.metadata.label),
        element("div", escape(said), class_="vk-phu"),
        lay_out_badge(name_briefly(document.metadata), comparison.standings[document.id]),
    )


def _link(comparison: Comparison, document: Document, words: str, address: str | None = None) -> Html:
    """*words* that open the document there; an earlier version is kept, but cannot be opened."""
    if comparison.version and document.id == comparison.old.id:
        return element("span", escape(words))
    return element("a", escape(words), href=reader_address(document.id, address))


def lay_out_comparison(comparison: Comparison, pairs: Sequence[Pair]) -> Html:
    """The contents of *pairs*, and each of them with the words of both texts."""
    headings = tuple(_find_headings(document) for document in (comparison.old, comparison.new))
    rows = join(_lay_out_pair(comparison, pair, place, headings) for place, pair in enumerate(pairs, start=1))
    return element("div", _lay_out_contents(pairs), element("div", rows, class_="vk-so"), class_="vk-khung")


def _find_headings(document: Document) -> Headings:
    return {node.address: len(node.heading) for node in document.walk() if node.heading}


def _lay_out_contents(pairs: Iterable[Pair]) -> Html:
    """A link to each pair; its sign first, so that what became of it is seen without colour."""
    entries = (
        element(
            "li",
            element(
                "a",
                element("span", escape(SIGNS[pair.status]), class_=f"vk-dau vk-{pair.status}", title=say_status(pair)),
                escape(f" {capitalised(say_place(pair))}"),
                href=f"#{_name(place)}",
                class_="vk-khong-de",
            ),
        )
        for place, pair in enumerate(pairs, start=1)
    )
    summary = element("summary", escape(tr("Các mục dưới đây")))
    return element(
        "details", summary, element("nav", element("ul", *entries), aria_label=tr("Mục lục")), class_="vk-muc-luc"
    )


def _name(place: int) -> str:
    return f"muc-{place}"


def _lay_out_pair(comparison: Comparison, pair: Pair, place: int, headings: Sequence[Headings]) -> Html:
    title = element(
        "h2",
        escape(capitalised(say_place(pair))),
        element("span", escape(f"{SIGNS[pair.status]} {say_status(pair)}"), class_=f"vk-tinh-trang vk-{pair.status}"),
    )
    sides = (
        _lay_out_side(comparison, OLD, pair.old, mark_old(pair), headings[0]),
        _lay_out_side(comparison, NEW, pair.new, mark_new(pair), headings[1]),
    )
    return element("section", title, element("div", *sides, class_="vk-hai-ban"), id=_name(place), class_="vk-cap")


def _lay_out_side(
    comparison: Comparison, label: str, unit: Unit | None, marked: Sequence[Marked], headings: Headings
) -> Html:
    """The words of *unit* as they stand in its document, under the way to them there."""
    if unit is None:
        return element(
            "div",
            element("div", escape(tr(label)), class_="vk-nhan-ban"),
            element("p", escape(tr(_NOT_IN_OLD if label == OLD else _NOT_IN_NEW)), class_="vk-phu"),
        )
    document = comparison.old if label == OLD else comparison.new
    link = _link(comparison, document, describe(unit.address), unit.address)
    marks = [_mark(one) for one in marked]
    if heading := headings.get(unit.address):
        marks.append(Mark(unit.start, unit.start + heading, "strong"))
    return element(
        "div",
        element("div", escape(f"{tr(label)}: "), link, class_="vk-nhan-ban"),
        element("div", render(document.text, marks, unit.start, unit.end), class_="vk-loi-van", lang="vi"),
    )


def _mark(marked: Marked) -> Mark:
    tag, title = _TAGS[marked.manner]
    return Mark(marked.start, marked.end, tag, "vk-viet-khac" if tag == "span" else None, capitalised(tr(title)))
