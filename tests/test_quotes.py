"""What stands out in a quote that no word of the question reaches."""

from __future__ import annotations

import pytest

from index.answering.coverage import Scale
from index.describe_quotes import CHECK, quote_to_json, say_quote
from index.query import understand
from index.quotes import make_quote
from index.search import Hit
from ingest.documents import read_document
from ingest.passages import make_passages
from ingest.readers import Page, Reading
from tests.fakes import FakeVocabulary
from ui.cards import lay_out_quote

BODY = "THÔNG BÁO\nvề hội nghị\n\nCác cấp ủy thực hiện nghiêm túc./.\n\n"
RECIPIENTS = "Nơi nhận:\n- Các huyện ủy.\n\n"


@pytest.mark.parametrize(
    ("tail", "address", "marked"),
    [
        pytest.param("CHÁNH VĂN PHÒNG\n(đã ký)\nLê Tấn Lai", "chu-ky", ["Lê Tấn Lai"], id="below-a-mark"),
        pytest.param("TM. TỈNH ỦY\nBÍ THƯ\nLÊ VĂN AN", "chu-ky", ["LÊ VĂN AN"], id="in-capitals"),
        pytest.param(RECIPIENTS + "T/M TỈNH ỦY\nLê Văn An", "chu-ky", ["Lê Văn An"], id="below-the-recipients"),
        pytest.param(RECIPIENTS + "T/M TỈNH ỦY\nLê Văn An", "noi-nhan", ["- Các huyện ủy."], id="no-signature"),
        pytest.param(RECIPIENTS + "BÍ THƯ\n(đã ký)", "chu-ky", ["(đã ký)"], id="nobody-is-named"),
    ],
)
def test_in_a_signature_the_name_stands_out(tail: str, address: str, marked: list[str]) -> None:
    document = read_document(f"{BODY}{tail}\n", "tep.txt")
    passage = next(one for one in make_passages(document) if one.address == address)
    vocabulary = FakeVocabulary("đã ký các huyện ủy")
    query = understand("ai đã ký gửi các huyện ủy", vocabulary)

    quote = make_quote(Hit(1, passage, document.metadata, 1.0, 1.0, 0.9), document, Scale(query, vocabulary))

    assert [document.text[start:end] for start, end in quote.sentences] == marked


@pytest.mark.parametrize(
    ("confidences", "address", "page", "doubtful"),
    [
        pytest.param((0.95, 0.6), "doan-1", 1, False, id="a-clear-page"),
        pytest.param((0.95, 0.6), "doan-2", 2, True, id="a-dim-page"),
        pytest.param((0.6, 0.95), "doan-2", 2, False, id="beside-a-dim-page"),
        pytest.param((None, None), "doan-2", 2, False, id="born-digital"),
    ],
)
def test_a_quote_from_a_dim_page_is_to_be_checked(
    confidences: tuple[float | None, float | None], address: str, page: int, doubtful: bool
) -> None:
    texts = "Các cấp ủy tăng cường kiểm tra.", "Các huyện ủy báo cáo kết quả."
    pages = [Page(text, number, sure) for number, (text, sure) in enumerate(zip(texts, confidences, strict=True), 1)]
    document = read_document(Reading("PDF", tuple(pages)), "quet.pdf")
    passage = next(one for one in make_passages(document) if one.address == address)
    vocabulary = FakeVocabulary("kiểm tra báo cáo")
    scale = Scale(understand("báo cáo", vocabulary), vocabulary)

    quote = make_quote(Hit(1, passage, document.metadata, 1.0, 1.0, 0.9), document, scale)

    assert (quote.page, quote.doubtful) == (page, doubtful)
    assert (CHECK in say_quote(quote)) == doubtful == (CHECK in lay_out_quote(quote))
    assert f"trang {page}" in say_quote(quote)
    assert quote_to_json(quote)["doubtful"] is doubtful
