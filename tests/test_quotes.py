"""What stands out in a quote that no word of the question reaches."""

from __future__ import annotations

import pytest

from index.answering.coverage import Scale
from index.query import understand
from index.quotes import make_quote
from index.search import Hit
from ingest.documents import read_document
from ingest.passages import make_passages
from tests.fakes import FakeVocabulary

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
