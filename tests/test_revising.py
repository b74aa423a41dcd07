"""The measurement of aligning: versions with known edits, and what is counted of them."""

from __future__ import annotations

from random import Random

import pytest

from bench.aligning import FLOOR, Tally, judge
from bench.law_lines import Item, put_in_chapters, take_apart, write
from bench.revising import Editor
from index.aligning.align import align_documents

WORDS = """an bình cấp chính dân đảng đoàn giám hành khen kiểm kỷ luật lao mặt ngân nghị nhân pháp phòng quân quy sản
tài tham thi thôn tiếp tỉnh tổ trường tuyên ủy văn việc xã xét y đất nước rừng biển lúa trâu thuyền lưới chợ cầu đường
sách bút vở học nghề thợ máy điện than sắt thép xi măng gạch ngói nhà cửa"""
SYLLABLES = WORDS.split()


def make_law(seed: int, articles: int = 14) -> str:
    """Articles of clauses and points, every one of other words."""
    random = Random(seed)

    def words(count: int) -> str:
        return " ".join(random.choices(SYLLABLES, k=count)).capitalize()

    lines = []
    for article in range(1, articles + 1):
        lines.append(f"Điều {article}. {words(5)}")
        for clause in range(1, random.randint(4, 7)):
            lines.append(f"{clause}. {words(18)}:" if clause == 2 else f"{clause}. {words(22)}.")
            lines += [f"{letter}) {words(12)};" for letter in "abc" if clause == 2]
    return "\n\n".join(lines)


LAW = take_apart(make_law(5), "mau")
OTHERS = take_apart(make_law(6), "khac")


def test_a_law_is_taken_apart_into_lines_with_what_stands_below() -> None:
    assert len(LAW) == 14
    assert [item.level for item in LAW[0].below[:3]] == ["clause"] * 3
    assert [item.level for item in LAW[0].below[1].below] == ["point"] * 3
    names = [item.name for article in LAW for item in article.walk()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("sections", [pytest.param(False, id="law"), pytest.param(True, id="party")])
def test_every_line_is_found_where_it_was_written(sections: bool) -> None:
    version = write(LAW, "Luật Mẫu", sections)
    for name, start in version.starts.items():
        line = version.document.text[start:].partition("\n")[0]
        assert version.items[name].words.lower() in line.lower()


@pytest.mark.parametrize("form", ["law", "chapters", "party"])
@pytest.mark.parametrize("seed", range(3))
def test_known_edits_are_found(form: str, seed: int) -> None:
    articles = put_in_chapters(LAW, 5) if form == "chapters" else LAW
    revised = Editor(Random(seed), OTHERS, scale=2).revise(articles)
    old, new = (write(one, "Luật Mẫu", sections=form == "party") for one in (articles, revised))
    tally = Tally()
    tally.add(*judge(align_documents(old.document, new.document), old, new))
    assert tally.f1("cặp đúng") >= FLOOR
    for kind in ("sửa", "mới", "bỏ", "giống"):
        assert tally.f1(kind) >= 0.85, kind


def test_what_is_right_is_counted_and_what_is_not_is_missed() -> None:
    old, new = write(LAW, "Luật Mẫu", sections=False), write(LAW[1:], "Luật Mẫu", sections=False)
    pairs = align_documents(old.document, new.document)
    tally = Tally()
    tally.add(*judge(pairs, old, new))
    assert {kind: tally.f1(kind) for kind in ("cặp đúng", "giống", "bỏ")} == {"cặp đúng": 1, "giống": 1, "bỏ": 1}
    assert tally.true["bỏ"] == sum(1 for _ in LAW[0].walk())
    wrong = Tally()
    wrong.add(*judge([pair for pair in pairs if pair.new is None], old, new))
    assert wrong.f1("cặp đúng") == 0
    assert wrong.f1("bỏ") == 1


def test_edits_keep_the_names_of_lines() -> None:
    revised = Editor(Random(1), OTHERS).revise(LAW)
    kept = {item.name for article in LAW for item in article.walk()}
    lines = [item for article in revised for item in article.walk()]
    assert len({item.name for item in lines}) == len(lines)
    assert all(item.name in kept or item.name.startswith("new:") for item in lines)
    assert any(isinstance(item, Item) and item.moved for item in lines)
