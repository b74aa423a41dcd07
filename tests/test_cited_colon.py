"""Several documents of one type, said once before a colon: each is of that type, and what is said is said of all."""

from __future__ import annotations

import pytest

from ingest.citations import find_citations
from tests.relating_papers import closing, tell

TWO = [("Hướng dẫn", "01-HD/TU"), ("Hướng dẫn", "02-HD/TU")]
THREE = [("Quy định", f"{n}-QĐ/TW") for n in (201, 202, 203)]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        pytest.param("các Hướng dẫn: số 01-HD/TU, số 02-HD/TU", TWO, id="each-behind-so"),
        pytest.param("các Hướng dẫn: 01-HD/TU và 02-HD/TU", TWO, id="signs-alone"),
        pytest.param("các Hướng dẫn của Ban Tổ chức Tỉnh ủy, gồm: số 01-HD/TU, số 02-HD/TU", TWO, id="of-a-body"),
        pytest.param("những Hướng dẫn sau đây: số 01-HD/TU, số 02-HD/TU", TWO, id="the-following"),
        pytest.param("các Quy định số 201, 202, 203-QĐ/TW", THREE, id="numbers-of-one-series"),
        pytest.param("các Quy định: số 201, 202 và 203-QĐ/TW", THREE, id="numbers-behind-a-colon"),
        pytest.param("Hướng dẫn: số 01-HD/TU", [(None, "01-HD/TU")], id="a-heading"),
        pytest.param("các hướng dẫn về kiểm tra: số 01-HD/TU", [(None, "01-HD/TU")], id="what-they-are-about"),
        pytest.param("các Quy định: số đảng viên 201, 202 người", [], id="counted"),
        pytest.param("các Quy định: Quy chế số 01-QC/TU", [("Quy chế", "01-QC/TU")], id="with-a-type-of-its-own"),
    ],
)
def test_the_type_before_a_colon_is_that_of_all(words: str, named: list[tuple[str | None, str]]) -> None:
    assert [(one.type, one.number) for one in find_citations(f"Theo {words}.")] == named


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("các Hướng dẫn: số 01-HD/TU, số 02-HD/TU", id="in-a-line"),
        pytest.param(
            "các Hướng dẫn: số 01-HD/TU ngày 05/01/2016 về thu; số 02-HD/TU ngày 06/01/2016 về chi", id="titled"
        ),
    ],
)
def test_what_is_done_is_done_to_all(words: str) -> None:
    assert tell(closing(f"Bãi bỏ {words}.")) == ["repeals 01-HD/TU", "repeals 02-HD/TU"]
