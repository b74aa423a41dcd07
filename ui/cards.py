"""A quoted paragraph as a card: the way to where it stands, its document, and its words as they are."""

from __future__ import annotations

from index.quotes import Quote
from ingest.addresses import describe
from ingest.describe import describe_date
from ui.matched import Finder, find_none, mark_matched, say_meaning_only
from ui.verbatim import Html, Mark, element, escape, render
from ui.words import escape_label

CONFIDENCE = {
    "cao": "Độ tin cậy: cao.",
    "trung bình": "Độ tin cậy: trung bình. Hãy mở văn bản để đối chiếu.",
    "thấp": "Độ tin cậy: thấp. Hãy mở văn bản và đọc cả đoạn trước khi dùng.",
}


def label_place(quote: Quote) -> str:
    """The label of the link to where the quote stands, in Markdown that shows every character."""
    return escape_label(f"Mở {describe(quote.address)} trong văn bản")


def lay_out_quote(quote: Quote, find: Finder = find_none) -> Html:
    """The card of a quote; the sentences that answer stand out in the paragraph, the words that match in them."""
    page = f" · trang {quote.page}" if quote.page is not None else ""
    return element(
        "div",
        element("div", escape(f"{quote.metadata.name} ({describe_date(quote.metadata)}){page}"), class_="vk-phu"),
        element("blockquote", lay_out_words(quote, find), class_="vk-trich", lang="vi"),
        say_meaning_only(quote.text, find),
        class_="vk-the",
    )


def lay_out_words(quote: Quote, find: Finder = find_none) -> Html:
    """The paragraph itself, the sentences that answer marked, and the words that match."""
    sentences = [Mark(start - quote.start, end - quote.start) for start, end in quote.sentences]
    return render(quote.text, [*sentences, *mark_matched(quote.text, find)])
