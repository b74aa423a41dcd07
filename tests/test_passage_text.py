"""What a passage is called that does not say itself what it is."""

from __future__ import annotations

import pytest

from ingest.documents import read_document
from ingest.passage_text import name_part
from ingest.passages import make_passages

EVENT = "Ngày 26/01/2018, Thường trực chủ trì Hội nghị."
TEXT = "THÔNG BÁO\nvề dân vận\n\n{}\n\nCác ban thực hiện.\n\nI. MỤC\n\nNgày 27/01/2018, hội nghị bàn.\n\n{}"
TAIL = "Nơi nhận:\n- Các ban.\n\nBÍ THƯ\nLê Văn An\n"


@pytest.mark.parametrize(
    ("opening", "begins", "called"),
    [
        pytest.param(EVENT, EVENT, "ngày họp", id="the-day-of-the-meeting"),
        pytest.param(EVENT, "Các ban thực hiện", "", id="the-rest-of-the-opening"),
        pytest.param(EVENT, "Ngày 27", "", id="a-day-elsewhere"),
        pytest.param("Ngày 26/01/2018, ban hành Kết luận.", "Ngày 26", "", id="no-meeting"),
        pytest.param(EVENT, "BÍ THƯ", "người ký", id="signature"),
        pytest.param(EVENT, "Nơi nhận", "gửi đến", id="recipients"),
    ],
)
def test_a_part_is_called_what_people_ask_for(opening: str, begins: str, called: str) -> None:
    document = read_document(TEXT.format(opening, TAIL), "tep.txt")
    passage = next(one for one in make_passages(document) if begins in one.text)

    named = name_part(passage, document.metadata)

    assert called in named
    assert bool(called) is bool(named)
