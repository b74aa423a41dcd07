"""Questions of which documents one cites, or which cite it, are told from every question of what stands in them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from index.naming.relations import find_relation_request
from ingest.spelling import fold

EVAL = Path(__file__).parent.parent / "data" / "eval"


@pytest.mark.parametrize(
    ("typed", "direction", "kinds", "named"),
    [
        pytest.param("Văn bản này viện dẫn những văn bản nào?", "out", set(), [], id="this"),
        pytest.param("van ban nay vien dan nhung van ban nao", "out", set(), [], id="without-marks"),
        pytest.param("Kết luận 123 viện dẫn / nhắc đến những văn bản nào?", "out", set(), ["123"], id="two-verbs"),
        pytest.param("Kết luận 123 căn cứ vào đâu", "out", {"based_on"}, ["123"], id="on-what"),
        pytest.param("Căn cứ ban hành Quy định 102 là những văn bản nào?", "out", {"based_on"}, ["102"], id="bases"),
        pytest.param("Hướng dẫn nào hướng dẫn thực hiện QĐ 69?", "in", {"guides"}, ["69"], id="noun-and-verb"),
        pytest.param("Văn bản nào là căn cứ của Quy định 102?", "out", {"based_on"}, ["102"], id="its-basis"),
        pytest.param("Quy định 102 là căn cứ của những văn bản nào?", "in", {"based_on"}, ["102"], id="basis-of"),
        pytest.param("Kết luận số 462-KL/TU được viện dẫn ở đâu?", "in", set(), ["462"], id="cited-where"),
        pytest.param("văn bản thay thế Quy định 102 là gì?", "in", {"replaces"}, ["102"], id="what-is-it"),
        pytest.param("list documents citing Regulation 102", "in", set(), ["102"], id="english-citing"),
        pytest.param("Các văn bản được dẫn trong thông báo này", "out", set(), [], id="passive"),
        pytest.param("Những văn bản nào được thay thế bởi QĐ 69?", "out", {"replaces"}, ["69"], id="replaced-by-it"),
        pytest.param("Quy định 69 bãi bỏ văn bản nào", "out", {"repeals"}, ["69"], id="repealed-by-it"),
        pytest.param("Which documents does Regulation 102-QD/TW cite?", "out", set(), ["102"], id="english"),
        pytest.param("What does this document cite?", "out", set(), [], id="english-this"),
        pytest.param("Những văn bản nào viện dẫn Quy định 102-QĐ/TW?", "in", set(), ["102"], id="cited-by"),
        pytest.param("Quy định 102 bị thay thế bởi văn bản nào?", "in", {"replaces"}, ["102"], id="replaced"),
        pytest.param("quy dinh 102 da duoc van ban nao thay the", "in", {"replaces"}, ["102"], id="replaced-bare"),
        pytest.param("Which documents replaced Regulation 102?", "in", {"replaces"}, ["102"], id="english-replaced"),
        pytest.param("By which document was Regulation 102 replaced?", "in", {"replaces"}, ["102"], id="english-by"),
        pytest.param("văn bản nào sửa đổi, bổ sung QĐ 69", "in", {"amends", "supplements"}, ["69"], id="amended"),
        pytest.param("Những văn bản nào viện dẫn QĐ 217 và 218?", "in", set(), ["217", "218"], id="two-documents"),
    ],
)
def test_a_question_of_relations_is_read(typed: str, direction: str, kinds: set[str], named: list[str]) -> None:
    request = find_relation_request(typed)
    assert request is not None
    assert (request.direction, set(request.kinds)) == (direction, kinds)
    assert [target.ordinal for target in request.targets] == named


def test_the_place_the_type_and_the_title_that_are_said_are_kept() -> None:
    clause = find_relation_request("Những nghị quyết nào viện dẫn Điều 5 Quy định 102?")
    law = find_relation_request("Luật Đất đai căn cứ vào những văn bản nào?")
    assert clause is not None
    assert law is not None
    assert (clause.targets[0].place, clause.type) == ("dieu-5", "Nghị quyết")
    assert law.title == "luat dat dai"


@pytest.mark.parametrize(
    "typed",
    [
        "Kết luận 123 nói gì?",
        "Quy định 102 quy định những gì?",
        "Quy định 102 sửa đổi những gì",
        "Quy định 102 còn hiệu lực không?",
        "Nghị quyết 18 nêu những nhiệm vụ nào",
        "văn bản nào nói về dân vận",
        "căn cứ Quy định 102",
        "Xử lý kỷ luật theo Quy định 102 căn cứ vào những gì?",
        "Giám sát của Mặt trận thực hiện theo văn bản nào?",
        "Quy định 102 thay thế quy định 181 từ khi nào?",
    ],
)
def test_a_question_of_what_stands_in_documents_is_none(typed: str) -> None:
    assert find_relation_request(typed) is None


def test_no_question_that_we_measure_with_is_taken_for_one() -> None:
    asked = [
        json.loads(line)["question"] for file in EVAL.glob("*.jsonl") for line in read(file) if '"question"' in line
    ]
    asked += [
        match for file in EVAL.glob("*.toml") for match in re.findall(r'^question = "(.+)"$', file.read_text("utf-8"))
    ]
    assert len(asked) > 50
    assert [one for one in asked if find_relation_request(one) or find_relation_request(fold(one))] == []


def read(file: Path) -> list[str]:
    return file.read_text("utf-8").splitlines()
