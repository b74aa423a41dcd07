"""What a person calls a document."""

from __future__ import annotations

import pytest

from ingest.models import Metadata


@pytest.mark.parametrize(
    ("type_", "number", "title", "name"),
    [
        pytest.param("Nghị quyết", "8-NQ/TU", "Của Tỉnh ủy", "Nghị quyết số 8-NQ/TU của Tỉnh ủy", id="a-link"),
        pytest.param("Quy định", "9-QĐ/TU", "Về chế độ họp", "Quy định số 9-QĐ/TU về chế độ họp", id="about"),
        pytest.param("Quyết định", None, "Ban hành Quy chế", "Quyết định ban hành Quy chế", id="what-is-done"),
        pytest.param("Hướng dẫn", None, "Thực hiện Điều lệ", "Hướng dẫn thực hiện Điều lệ", id="before-a-name"),
        pytest.param(None, "9-CV/TU", "Về việc họp", "số 9-CV/TU về việc họp", id="number-alone"),
        pytest.param("Kế hoạch", None, "Tổ chức hội nghị", "Kế hoạch tổ chức hội nghị", id="to-hold"),
        pytest.param("Báo cáo", None, "Tổ chức Đoàn", "Báo cáo Tổ chức Đoàn", id="a-body"),
        pytest.param("Kết luận", None, "Ban Bí thư họp", "Kết luận Ban Bí thư họp", id="a-body-that-begins-alike"),
        pytest.param("Thông báo", None, "Vềt", "Thông báo Vềt", id="no-whole-word"),
        pytest.param("Luật", None, "Luật Thanh niên", "Luật Thanh niên", id="a-law-says-its-type"),
        pytest.param("Luật", "5/2019/QH14", "Luật Cư trú", "Luật Cư trú số 5/2019/QH14", id="a-law-and-its-number"),
        pytest.param("Luật", "18/2003/QH11", "Hợp tác xã", "Luật Hợp tác xã số 18/2003/QH11", id="a-law-in-two-lines"),
        pytest.param("Pháp lệnh", None, "Về dân số", "Pháp lệnh về dân số", id="an-ordinance"),
        pytest.param("Luật", None, "Luậtx", "Luật Luậtx", id="a-title-that-only-begins-alike"),
        pytest.param(None, None, "Về việc họp", "Về việc họp", id="nothing-stands-before"),
    ],
)
def test_a_title_that_goes_on_from_the_type_begins_small(
    type_: str | None, number: str | None, title: str, name: str
) -> None:
    assert Metadata(type=type_, number=number, title=title).name == name


def test_what_prints_nothing_goes_by_its_file() -> None:
    assert Metadata(source="tep.txt").name == "tep.txt"
    assert Metadata().name == "Văn bản không tên"
