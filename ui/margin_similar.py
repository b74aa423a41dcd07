"""The nearest passages of other documents laid out: where each stands, and in which words it differs."""

from __future__ import annotations

from collections.abc import Iterable

from index.aligning.marks import Marked, mark_put_in, mark_struck_out
from index.brief_names import name_briefly
from index.describe_similar import say_left, say_nearness, say_nothing
from index.similar import Nearest, Similar
from ingest.addresses import describe
from ingest.describe import describe_date
from ingest.language import tr
from ingest.models import Metadata, Passage
from ui.reading import reader_address
from ui.standing import lay_out_badge
from ui.steps import say_on_page
from ui.verbatim import Html, Mark, element, escape, render
from ui.words import capitalised

LEGEND = "Chữ gạch chân: chỉ đoạn này có; chữ gạch ngang: chỉ chỗ đang xem có; gạch chấm: chỉ khác cách viết."
HERE = "Chỗ đang xem"
_TAGS = {"deleted": ("del",), "inserted": ("ins",), "respelled": ("span", "vk-viet-khac")}


def lay_out_similar(nearest: Nearest) -> Html:
    """Each passage beside the one of the place that it is near to; or why there is none."""
    if nothing := say_nothing(nearest):
        return element("div", escape(f"{say_on_page(nothing)}."), class_="vk-bao", role="status")
    left = [element("p", escape(f"{say_left(nearest)}."), class_="vk-phu")] if nearest.left else []
    legend = element("p", escape(tr(LEGEND)), class_="vk-phu")
    return element("div", legend, *(_lay_out_one(one) for one in nearest.found), *left, class_="vk-so")


def _lay_out_one(one: Similar) -> Html:
    passage = one.passage
    facts = element("div", escape(f"{describe_date(one.metadata)}. {say_nearness(one)}."), class_="vk-phu")
    sides = (
        _lay_out_side(f"{tr(HERE)}: {describe(one.source.address)}", one.source.text, mark_struck_out(one.changes)),
        _lay_out_side(tr("Đoạn tìm thấy"), passage.text, mark_put_in(one.changes)),
    )
    title = element("h2", _link(passage, one.metadata))
    badge = lay_out_badge(name_briefly(one.metadata), one.standing)
    beside = element("div", *sides, class_="vk-hai-ban")
    return element("section", title, facts, badge, beside, _lay_out_copies(one), class_="vk-cap")


def _lay_out_copies(one: Similar) -> Html:
    """Where else the very same words stand, folded; nothing where they stand nowhere else."""
    if not one.also:
        return Html("")
    entries = (
        element("li", _link(passage, metadata), escape(f" ({describe_date(metadata)})"))
        for passage, metadata in one.also
    )
    summary = element("summary", escape(tr("Cùng lời văn ở {count} chỗ nữa", count=len(one.also))))
    return element("details", summary, element("ul", *entries), class_="vk-dan-trong")


def _link(passage: Passage, metadata: Metadata) -> Html:
    words = escape(f"{capitalised(describe(passage.address))}, {metadata.name}")
    span = (passage.start, passage.end)
    return element("a", words, href=reader_address(passage.document_id, passage.address, span), class_="vk-di")


def _lay_out_side(label: str, text: str, marked: Iterable[Marked]) -> Html:
    marks = (Mark(one.start, one.end, *_TAGS[one.manner]) for one in marked)
    words = element("div", render(text, marks), class_="vk-loi-van", lang="vi")
    return element("div", element("div", escape(label), class_="vk-nhan-ban"), words)
