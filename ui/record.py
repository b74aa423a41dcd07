"""A document of the catalogue laid out for reading: its record, our digest of it, who cites it. Never its text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import groupby

from ingest.addresses import describe
from ingest.describe import describe_date, describe_day
from ingest.describe_record import (
    CITED_IN,
    DIGEST_LABEL,
    RecordRow,
    describe_headings,
    describe_pages,
    describe_record,
    describe_status,
    say_not_held,
)
from ingest.records import DigestParagraph, Record
from ingest.store import Mention
from ingest.store.citing import AROUND
from ui.reading import reader_address
from ui.verbatim import Html, Mark, element, escape, join, render
from ui.words import capitalised

NOT_CITED = "Chưa có văn bản nào trong thư viện dẫn văn bản này."


def lay_out_catalogued(record: Record, opens: Collection[str], mentions: Iterable[Mention]) -> Html:
    """The whole page under its title: the next step, the record, the digest, who cites it, where the facts are from.

    Args:
        opens: Ids of the documents it has to do with that a link can open.
    """
    return element(
        "div",
        lay_out_notes(record),
        _lay_out_rows("vk-ho-so", describe_record(record), opens),
        lay_out_digest(record),
        _lay_out_headings(record),
        lay_out_mentions(mentions) or element("p", escape(NOT_CITED), class_="vk-phu"),
        _lay_out_pages(record),
        class_="vk-muc",
    )


def lay_out_choice(records: Iterable[Record]) -> Html:
    """Documents that bear one sign, each a link, told apart by its day, its body and what it is about."""
    return element("ul", *(element("li", *_lay_out_chosen(one)) for one in records), class_="vk-ke")


def _lay_out_chosen(record: Record) -> tuple[Html, Html]:
    day = describe_day(record.date)
    known = ", ".join(filter(None, (record.issuer, record.title)))
    caution = "" if record.metadata.number and record.metadata.date else " (chưa kiểm chứng)"
    link = element("a", escape(f"{record.name} ngày {day}"), href=reader_address(record.id), class_="vk-di")
    return link, element("div", escape(f"{known}{caution}"), class_="vk-phu")


def lay_out_notes(record: Record) -> Html:
    """What the reader must know first: that it was replaced, and that its text is not held."""
    notes = [element("div", escape(say_not_held(record)), class_="vk-bao", role="status")]
    return join([*([lay_out_replaced(record)] if record.replaced_by else []), *notes])


def lay_out_replaced(record: Record) -> Html:
    """The warning that something else is in force now; nothing where that is not known."""
    if not record.replaced_by:
        return Html("")
    words = f"{describe_status(record)}. Hãy tra văn bản thay thế trước khi áp dụng."
    return element("div", escape(words), class_="vk-canh-bao", role="alert")


def lay_out_digest(record: Record) -> Html:
    """The digest under its label; nothing where there is none."""
    if not record.digest:
        return Html("")
    return element(
        "section",
        element("h2", escape("Tóm lược")),
        element("p", escape(DIGEST_LABEL), class_="vk-nhan"),
        *(element("p", _head(paragraph), escape(paragraph.text)) for paragraph in record.digest),
        class_="vk-tom-luoc",
    )


def lay_out_digest_card(record: Record, told: Sequence[DigestParagraph]) -> Html:
    """Paragraphs of a digest as a card of an answer: the first one open, under its label, and never as a quote."""
    first, *others = (element("p", _head(paragraph), escape(paragraph.text)) for paragraph in told)
    summary = element("summary", escape(f"Đọc tiếp tóm lược ({len(others)} đoạn)"))
    return element(
        "div",
        element("p", escape(DIGEST_LABEL), class_="vk-nhan"),
        lay_out_replaced(record),
        first,
        *([element("details", summary, *others)] if others else []),
        class_="vk-tom-luoc",
    )


def lay_out_mentions(mentions: Iterable[Mention], folded: bool = False) -> Html:
    """Who cites it, by document, each place as a link to the very mention; nothing where nobody does."""
    found = list(mentions)
    if not found:
        return Html("")
    groups = (
        element(
            "li",
            element("strong", escape(f"{cited[0].metadata.label} ({describe_date(cited[0].metadata)})")),
            element("ul", *(element("li", *_lay_out_mention(one)) for one in cited)),
        )
        for cited in (list(group) for _, group in groupby(found, key=lambda mention: mention.document_id))
    )
    inside, words = element("ul", *groups), f"{CITED_IN} thư viện: {len(found)} chỗ"
    if folded:
        summary = element("summary", escape(f"{words} (bấm để xem)"))
        return element("details", summary, inside, class_="vk-dan-trong")
    return element("section", element("h2", escape(words)), inside, class_="vk-dan-trong")


def _lay_out_mention(mention: Mention) -> tuple[Html, Html]:
    citation = mention.citation
    place = capitalised(describe(mention.address)) if mention.address else "Mở chỗ dẫn"
    span = (citation.start, citation.end) if mention.address else None
    link = element("a", escape(place), href=reader_address(mention.document_id, mention.address, span), class_="vk-di")
    return link, element("div", _lay_out_excerpt(mention), class_="vk-cho-dan", lang="vi")


def _lay_out_excerpt(mention: Mention) -> Html:
    """The words around the mention on its line, cut between words; what was cut is shown by "…"."""
    text, at = mention.excerpt, mention.citation.start - mention.excerpt_start
    until = at + len(mention.citation.text)
    first, last = text.rfind("\n", 0, at) + 1, text.find("\n", until)
    cut_before, cut_after = first == 0 and mention.excerpt_start > 0, last == -1 and len(text) == until + AROUND
    last = len(text) if last == -1 else last
    if cut_before:
        first = min(at, text.find(" ", 0, at) + 1)
    if cut_after and (space := text.rfind(" ", until)) > 0:
        last = space
    before, after = escape("…" if cut_before else ""), escape("…" if cut_after else "")
    return join([before, render(text, [Mark(at, until)], first, last), after])


def _lay_out_rows(css: str, rows: Iterable[RecordRow], opens: Collection[str] = ()) -> Html:
    return element("dl", *(_lay_out_row(row, opens) for row in rows), class_=css)


def _lay_out_row(row: RecordRow, opens: Collection[str]) -> Html:
    words = escape(row.value)
    if row.document_id in opens:
        words = element("a", words, href=reader_address(str(row.document_id)), class_="vk-di")
    caution = element("span", escape(f" {row.caution}"), class_="vk-chua") if row.caution else Html("")
    return element("div", element("dt", escape(row.label)), element("dd", words, caution))


def _lay_out_headings(record: Record) -> Html:
    if not record.headings:
        return Html("")
    title = element("h2", escape("Các chương, điều đã biết tên"))
    return element("section", title, _lay_out_rows("vk-ho-so", describe_headings(record)))


def _lay_out_pages(record: Record) -> Html:
    """Each fact with the addresses it was seen at, as plain words: nothing leaves the machine."""
    pages = describe_pages(record)
    if not pages:
        return Html("")
    summary = element("summary", escape(f"Nguồn tra cứu: {len(pages)} trang công khai (bấm để xem địa chỉ)"))
    entries = (element("li", escape(f"{facts}: {page}")) for page, facts in pages)
    return element("details", summary, element("ul", *entries), class_="vk-nguon")


def _head(paragraph: DigestParagraph) -> Html:
    return element("strong", escape(f"{paragraph.heading}. "))
