"""A document of the catalogue laid out for reading: its record, our digest of it, who cites it. Never its text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from index.brief_names import name_briefly
from index.validity import Standing
from ingest.bearers import Bearer
from ingest.describe_record import (
    DIGEST_LABEL,
    RecordRow,
    describe_headings,
    describe_pages,
    describe_record,
)
from ingest.language import tr
from ingest.records import DigestParagraph, Record
from ui.around import Parties
from ui.margin import lay_out_cited_by
from ui.reading import reader_address
from ui.standing import lay_out_badge
from ui.verbatim import Html, element, escape

NOT_HELD = "Thư viện chưa có nguyên văn {name}. Dưới đây là những gì danh mục biết."


def lay_out_catalogued(record: Record, opens: Collection[str], cited_by: Parties) -> Html:
    """The page under its notes: the record, the digest, who cites it, where the facts are from.

    Args:
        opens: Ids of the documents it has to do with that a link can open.
    """
    return element(
        "div",
        _lay_out_rows("vk-ho-so", describe_record(record), opens),
        lay_out_digest(record),
        _lay_out_headings(record),
        lay_out_cited_by(record.id, cited_by),
        _lay_out_pages(record),
        class_="vk-muc",
    )


def lay_out_choice(bearers: Iterable[Bearer]) -> Html:
    """Documents that bear one sign, each a link, told apart by its day, its body and what it is about."""
    return element("ul", *(element("li", *_lay_out_bearer(one)) for one in bearers), class_="vk-ke")


def _lay_out_bearer(one: Bearer) -> tuple[Html, Html]:
    link = element("a", escape(one.called), href=reader_address(one.id), class_="vk-di")
    return link, element("div", escape(one.about), class_="vk-phu")


def lay_out_notes(record: Record, standing: Html) -> Html:
    """What the reader must know first: whether it is in force, and that its text is not held."""
    not_held = element("div", escape(tr(NOT_HELD, name=record.name)), class_="vk-bao", role="status")
    return element("div", standing, not_held, class_="vk-muc")


def lay_out_digest(record: Record) -> Html:
    """The digest under its label; nothing where there is none."""
    if not record.digest:
        return Html("")
    return element(
        "section",
        element("h2", escape(tr("Tóm lược"))),
        element("p", escape(tr(DIGEST_LABEL)), class_="vk-nhan"),
        *(element("p", _head(paragraph), escape(paragraph.text)) for paragraph in record.digest),
        class_="vk-tom-luoc",
    )


def lay_out_digest_card(record: Record, told: Sequence[DigestParagraph], standing: Standing) -> Html:
    """Paragraphs of a digest as a card of an answer: the first one open, under its label, and never as a quote."""
    first, *others = (element("p", _head(paragraph), escape(paragraph.text)) for paragraph in told)
    summary = element("summary", escape(tr("Đọc tiếp tóm lược ({count} đoạn)", count=len(others))))
    return element(
        "div",
        element("p", escape(tr(DIGEST_LABEL)), class_="vk-nhan"),
        lay_out_badge(name_briefly(record), standing),
        first,
        *([element("details", summary, *others)] if others else []),
        class_="vk-tom-luoc",
    )


def _lay_out_rows(css: str, rows: Iterable[RecordRow], opens: Collection[str] = ()) -> Html:
    return element("dl", *(_lay_out_row(row, opens) for row in rows), class_=css)


def _lay_out_row(row: RecordRow, opens: Collection[str]) -> Html:
    words = escape(row.value)
    if row.document_id in opens:
        words = element("a", words, href=reader_address(str(row.document_id)), class_="vk-di")
    caution = element("span", escape(f" {tr(row.caution)}"), class_="vk-chua") if row.caution else Html("")
    return element("div", element("dt", escape(tr(row.label))), element("dd", words, caution))


def _lay_out_headings(record: Record) -> Html:
    if not record.headings:
        return Html("")
    title = element("h2", escape(tr("Các chương, điều đã biết tên")))
    return element("section", title, _lay_out_rows("vk-ho-so", describe_headings(record)))


def _lay_out_pages(record: Record) -> Html:
    """Each fact with the addresses it was seen at, as plain words: nothing leaves the machine."""
    pages = describe_pages(record)
    if not pages:
        return Html("")
    told = tr("Nguồn tra cứu: {count} trang công khai (bấm để xem địa chỉ)", count=len(pages))
    summary = element("summary", escape(told))
    entries = (element("li", escape(f"{facts}: {page}")) for page, facts in pages)
    return element("details", summary, element("ul", *entries), class_="vk-nguon")


def _head(paragraph: DigestParagraph) -> Html:
    return element("strong", escape(f"{paragraph.heading}. "))
