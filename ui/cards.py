"""A quoted paragraph as a card: the way to where it stands, its document, and its words as they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.brief_names import name_briefly
from index.describe_quotes import CHECK, ON_THE_WEB, say_more, say_page
from index.quotes import Copy, Quote, Slice
from ingest.addresses import describe
from ingest.describe import TABLE_HEADER, describe_date
from ingest.language import tr
from ingest.marks import TableHeader
from ui.matched import Finder, find_none, mark_matched, say_meaning_only
from ui.standing import lay_out_badge
from ui.verbatim import Html, Mark, element, escape, render
from ui.words import escape_label

_LEVELS = ("cao", "trung bình", "thấp")  # vi: keys
_ON_LEVELS = (
    "Độ tin cậy: cao.",
    "Độ tin cậy: trung bình. Hãy mở văn bản để đối chiếu.",
    "Độ tin cậy: thấp. Hãy mở văn bản và đọc cả đoạn trước khi dùng.",
)
CONFIDENCE = dict(zip(_LEVELS, _ON_LEVELS, strict=True))
"""Of each level of confidence what it means for the reader."""
ALSO = "Cũng có tại:"
_BETWEEN = "\n.\n"
"""Parts the pieces of a quote while its words are matched, so that none match across two."""


def label_place(quote: Quote) -> str:
    """The label of the link to where the quote stands, in Markdown that shows every character."""
    return escape_label(tr("Mở {place} trong văn bản", place=describe(quote.address)))


def label_copy(copy: Copy) -> str:
    """The label of the link to where the same is said, in Markdown that shows every character."""
    return escape_label(f"{describe(copy.address)}, {copy.metadata.label} ({describe_date(copy.metadata)})")


def lay_out_quote(quote: Quote, find: Finder = find_none) -> Html:
    """The card of a quote: what it stands under, the paragraph, its list.

    The sentences that answer stand out, and the words that match in them.
    """
    lead = [element("div", escape(piece.text), class_="vk-tren", lang="vi") for piece in quote.lead]
    pieces: list[Quote | Slice] = [quote, *quote.items]
    whole = _BETWEEN.join(piece.text for piece in pieces)
    own, *below = _lay_out_words(pieces, whole, mark_matched(whole, find))
    items = [element("div", words, class_="vk-y") for words in below]
    more = [element("p", escape(say_more(quote)), class_="vk-phu")] if quote.more else []
    return element(
        "div",
        element(
            "div", escape(f"{quote.metadata.label} ({describe_date(quote.metadata)}){say_page(quote)}"), class_="vk-phu"
        ),
        lay_out_badge(name_briefly(quote.metadata), quote.standing),
        *lead,
        lay_out_table_header(quote.table_header),
        element("blockquote", own, class_="vk-trich", lang="vi"),
        *([element("blockquote", *items, class_="vk-ke-tiep", lang="vi")] if items else []),
        *more,
        _lay_out_warning(tr(CHECK)) if quote.doubtful else Html(""),
        *(_lay_out_warning(caution) for caution in quote.cautions),
        say_meaning_only(whole, find),
        lay_out_link(quote.link),
        class_="vk-the",
    )


def lay_out_table_header(header: TableHeader | None) -> Html:
    """What names the columns of rows that stand elsewhere; nothing where there is none."""
    if header is None:
        return Html("")
    words = element("span", escape(f"{tr(TABLE_HEADER)}: "), class_="vk-phu"), escape(header.text)
    return element("div", *words, class_="vk-dau-bang", lang="vi")


def lay_out_link(link: str | None) -> Html:
    """The way to the page on the web that a document was saved from: shown in full, and opened only when pressed."""
    if link is None:
        return Html("")
    opened = element("a", escape(link), href=link, target="_blank", rel="noopener noreferrer nofollow")
    return element("div", escape(f"{tr(ON_THE_WEB)}: "), opened, class_="vk-phu vk-tren-mang")


def _lay_out_words(pieces: Sequence[Quote | Slice], whole: str, matched: Sequence[Mark]) -> Iterator[Html]:
    """The words of each of the *pieces* of *whole*, with the sentences that answer and the words that match."""
    at = 0
    for piece in pieces:
        sentences = [Mark(at + start - piece.start, at + end - piece.start) for start, end in piece.sentences]
        yield render(whole, [*sentences, *matched], at, at + len(piece.text))
        at += len(piece.text) + len(_BETWEEN)


def _lay_out_warning(words: str) -> Html:
    return element("div", escape(words), class_="vk-canh-bao", role="alert")
