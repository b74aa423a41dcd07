"""A question in parts, and questions that only look so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.wording.parts import ASPECT_FILE, MOST_PARTS, split_question

PIECES = "ưu điểm và hạn chế , ; ? là gì thế nào công tác của những kết quả"


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        pytest.param(
            "Thuận lợi và khó khăn khi sắp xếp bộ máy là gì?",
            ("Thuận lợi khi sắp xếp bộ máy là gì?", "khó khăn khi sắp xếp bộ máy là gì?"),
            id="two-aspects-of-one-matter",
        ),
        pytest.param(
            "thoi han va tham quyen giai quyet to cao",
            ("thoi han giai quyet to cao", "tham quyen giai quyet to cao"),
            id="without-accents",
        ),
        pytest.param(
            "Kết quả, hạn chế và nguyên nhân của công tác tuyên giáo?",
            (
                "Kết quả của công tác tuyên giáo?",
                "hạn chế của công tác tuyên giáo?",
                "nguyên nhân của công tác tuyên giáo?",
            ),
            id="three-aspects",
        ),
        pytest.param(
            "kết quả của công tác tư tưởng và hạn chế của công tác tổ chức",
            ("kết quả của công tác tư tưởng", "hạn chế của công tác tổ chức"),
            id="each-with-its-own-matter",
        ),
        pytest.param(
            "Công tác tổ chức có kết quả gì, khuyết điểm gì?",
            ("Công tác tổ chức có kết quả gì?", "Công tác tổ chức có khuyết điểm gì?"),
            id="each-with-its-own-asking-word",
        ),
        pytest.param(
            "những kết quả nổi bật và một số hạn chế về tư tưởng",
            ("những kết quả nổi bật về tư tưởng", "những hạn chế về tư tưởng"),
            id="with-an-epithet",
        ),
        pytest.param(
            "Cải cách thủ tục hành chính là gì? Bố trí cán bộ theo nguyên tắc nào?",
            ("Cải cách thủ tục hành chính là gì", "Bố trí cán bộ theo nguyên tắc nào?"),
            id="two-sentences",
        ),
        pytest.param(
            "Hội nghị tổng kết họp ngày nào? Ai chủ trì?",
            ("Hội nghị tổng kết họp ngày nào", "Hội nghị tổng kết họp ngày Ai chủ trì?"),
            id="the-second-leans-on-the-first",
        ),
        pytest.param(
            "Lực lượng dân quân yếu chỗ nào và phải chấn chỉnh ra sao?",
            ("Lực lượng dân quân yếu chỗ nào", "Lực lượng dân quân yếu chỗ phải chấn chỉnh ra sao?"),
            id="two-clauses-that-ask",
        ),
        pytest.param(
            "Ai chủ trì và ai ký thông báo?", ("Ai chủ trì", "ai ký thông báo?"), id="two-clauses-that-open-asking"
        ),
        pytest.param(
            "Ai chủ trì hội nghị tổng kết và có bao nhiêu đại biểu dự?",
            ("Ai chủ trì hội nghị tổng kết", "có bao nhiêu đại biểu dự?"),
            id="who-and-how-many",
        ),
        pytest.param("hop ngay nao va ai chu tri", ("hop ngay nao", "ai chu tri"), id="nothing-to-lean-on"),
        pytest.param(
            "Hội nghị tổng kết họp ngày nào và ai chủ trì?",
            ("Hội nghị tổng kết họp ngày nào", "Hội nghị tổng kết họp ngày ai chủ trì?"),
            id="a-clause-that-leans-on-the-first",
        ),
    ],
)
def test_a_question_in_parts_becomes_a_question_for_each(question: str, parts: tuple[str, ...]) -> None:
    assert split_question(question) == parts


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("Kiểm tra, giám sát và thi hành kỷ luật ở cơ sở thế nào?", id="work-named-together"),
        pytest.param("Tiếp công dân và giải quyết đơn thư được chỉ đạo ra sao?", id="two-tasks"),
        pytest.param("Hội đồng nhân dân và Ủy ban nhân dân có nhiệm vụ gì?", id="two-bodies"),
        pytest.param("Phê bình và tự phê bình là gì?", id="a-fixed-pair"),
        pytest.param("Nguyên nhân của hạn chế là gì?", id="an-aspect-of-an-aspect"),
        pytest.param("nguyên tắc tập trung dân chủ", id="one-aspect"),
        pytest.param("Quyền và nghĩa vụ của công dân ngang nhau, đúng hay sai?", id="a-statement-to-judge"),
        pytest.param("Đâu không phải là quyền, nghĩa vụ của hội viên?", id="a-negation"),
        pytest.param("Ai là chủ tịch TP. Hồ Chí Minh?", id="a-shortening"),
        pytest.param("kết quả", id="one-word"),
        pytest.param("Cơ quan nào và ai có thẩm quyền giải quyết?", id="two-that-do-one-thing"),
        pytest.param("Bí thư và ai cùng dự họp?", id="one-clause-asks"),
        pytest.param("ưu điểm và hạn chế " * 40, id="too-long-for-a-question-in-parts"),
    ],
)
def test_a_question_in_one_part_is_left_whole(question: str) -> None:
    assert split_question(question) == ()


@given(st.lists(st.sampled_from(PIECES.split()), max_size=20))
def test_whatever_is_typed_gives_no_part_or_several_that_can_be_asked(words: list[str]) -> None:
    parts = split_question(" ".join(words))
    assert len(parts) == 0 or 2 <= len(parts) <= MOST_PARTS
    assert all(any(letter.isalnum() for letter in part) for part in parts)


def test_no_aspect_is_listed_twice() -> None:
    lines = [line for line in ASPECT_FILE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    assert len(lines) == len(set(lines)) > 60
