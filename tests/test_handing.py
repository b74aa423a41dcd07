"""A document that goes from one process to another as JSON comes out as it went in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest.documents import read_document
from ingest.handing import pack_value, unpack_document
from ingest.readers.reading import Page, Reading

DOCUMENTS = Path(__file__).parent.parent / "data" / "documents"
TEXTS = [pytest.param(file.read_text("utf-8"), id=file.stem) for file in sorted(DOCUMENTS.glob("*.txt"))]
TEXTS += [
    pytest.param("Ghi chép.", id="nothing-known"),
    pytest.param(
        "TỈNH ỦY\n*\nSố 5-QĐ/TU\nMẬT\nHuế, ngày 05 tháng 03 năm 2018\n\nQUYẾT ĐỊNH\nvề việc A\n\n"
        "Điều 1. Theo khoản 2 Điều 3 Quy định số 102-QĐ/TW, ngày 15/11/2017.\na) Một;\nb) Hai.\n\n"
        "Nơi nhận:\n- Chi bộ A,\n- Lưu.\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\nNguyễn Văn A",
        id="every-field",
    ),
]


@pytest.mark.parametrize("text", TEXTS)
def test_every_value_of_a_document_comes_back(text: str) -> None:
    half = len(text) // 2
    pages = Page(text[:half], 1, 0.5), Page(text[half:], 2, None)
    document = read_document(Reading("ảnh", pages, ("Hãy xem lại.",)), "a.png")
    assert unpack_document(json.loads(json.dumps(document, default=pack_value))) == document


def test_nothing_else_is_packed() -> None:
    with pytest.raises(TypeError, match="no value of a document"):
        json.dumps({"a": object()}, default=pack_value)
