from __future__ import annotations

import pytest

from ingest.readers.printed.trust import Trust, judge_page

VIETNAMESE = "Công tác kiểm tra, giám sát được tăng cường gắn với xử lý nghiêm các trường hợp vi phạm ở cơ sở."
ENGLISH = "The committee shall report to the assembly on the state of the organisation every second year."
SHIFTED = "&{QJ WiF NLӇP WUD JLiP ViW ÿѭӧF WăQJ FѭӡQJ JҳQ YӟL [ӱ Oê QJKLrP FiF WUѭӡQJ KӧS YL SKҥP"
MISREAD = "C6ng tdc ki6m tra, gi6m s6t dugc tdng cudng gdn v6i xri ly nghi6m c6c trudng hqp vi ph4m 6 co sd"


@pytest.mark.parametrize(
    ("text", "unmapped", "invisible", "pictured", "verdict"),
    [
        pytest.param(VIETNAMESE, 0, 0, False, Trust.TEXT, id="vietnamese"),
        pytest.param(VIETNAMESE, 0, 0, True, Trust.TEXT, id="on-a-picture"),
        pytest.param(ENGLISH, 0, 0, False, Trust.TEXT, id="english"),
        pytest.param("Phụ lục", 0, 0, False, Trust.TEXT, id="few-words"),
        pytest.param("", 0, 0, True, Trust.IMAGE, id="scan"),
        pytest.param("Scanned by CamScanner", 0, 0, True, Trust.IMAGE, id="stamp-on-a-scan"),
        pytest.param("", 0, 0, False, Trust.BLANK, id="blank"),
        pytest.param(SHIFTED, 0, 0, False, Trust.IMAGE, id="fonts-without-characters"),
        pytest.param(VIETNAMESE, 0.4, 0, False, Trust.IMAGE, id="glyphs-without-characters"),
        pytest.param(VIETNAMESE, 0, 1, True, Trust.TEXT, id="good-layer-under-a-scan"),
        pytest.param(MISREAD, 0, 1, True, Trust.IMAGE, id="bad-layer-under-a-scan"),
    ],
)
def test_a_page_is_read_from_its_image_only_where_its_text_is_not_to_be_trusted(
    text: str, unmapped: float, invisible: float, pictured: bool, verdict: Trust
) -> None:
    assert judge_page(text, unmapped, invisible, pictured) is verdict
