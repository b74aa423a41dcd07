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


@pytest.mark.parametrize(
    ("typed", "direction", "kinds"),
    [
        pytest.param("những ai triển khai Kế hoạch 88-KH/TU", "in", {"carries_out"}, id="who"),
        pytest.param("nhung ai trien khai kh 88", "in", {"carries_out"}, id="who-without-marks"),
        pytest.param("các huyện ủy nào thực hiện Kế hoạch 88-KH/TU?", "in", {"carries_out"}, id="which-committees"),
        pytest.param("nơi nào cụ thể hóa NQ 18", "in", {"carries_out"}, id="where"),
        pytest.param("NQ 18 về đất đai có văn bản nào viện dẫn không", "in", set(), id="topic-first-with-title"),
        pytest.param("nq 18 ve dat dai co vb nao vien dan ko", "in", set(), id="topic-first-without-marks"),
        pytest.param("Nghị quyết 18-NQ/TW đã có văn bản nào thay thế chưa", "in", {"replaces"}, id="yet"),
        pytest.param("quyết định 351 của tỉnh ủy Kiên Hưng thay thế văn bản nào", "out", {"replaces"}, id="issuer"),
        pytest.param("qd 351 cua tinh uy kien hung thay the vb nao", "out", {"replaces"}, id="issuer-without-marks"),
        pytest.param("QĐ 351 TỈNH ỦY KIÊN HƯNG thay thế văn bản nào", "out", {"replaces"}, id="issuer-in-capitals"),
        pytest.param("kế hoạch 88 tỉnh ủy thực hiện nghị quyết nào", "out", {"carries_out"}, id="body-alone"),
        pytest.param("KH 88 tỉnh ủy thực hiện NQ nào", "out", {"carries_out"}, id="types-abbreviated"),
        pytest.param("kế hoạch 19-KH/HU bị bãi bỏ bởi văn bản nào, từ ngày nào", "in", {"repeals"}, id="and-from-when"),
        pytest.param("KH 19 bị văn bản nào bãi bỏ, khi nào", "in", {"repeals"}, id="and-when"),
        pytest.param("quy dinh 102 thay the boi van ban nao", "in", {"replaces"}, id="by-without-a-passive"),
        pytest.param("đ/c cho hỏi văn bản nào thay thế QĐ 351 ạ", "in", {"replaces"}, id="politely"),
    ],
)
def test_the_ways_people_ask_are_read(typed: str, direction: str, kinds: set[str]) -> None:
    request = find_relation_request(typed)
    assert request is not None
    assert (request.direction, set(request.kinds)) == (direction, kinds)


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        pytest.param("Quyết định 351-QĐ/TU ngày 20/3/2018 được sửa đổi ở những điều nào?", True, id="articles"),
        pytest.param("QĐ 351 da bi sua doi nhung gi", True, id="what-without-marks"),
        pytest.param("quyết định 351 bị sửa đổi, bổ sung những nội dung nào", True, id="contents"),
        pytest.param("QĐ 351 bị bãi bỏ khoản nào", True, id="repealed"),
        pytest.param("QĐ 351 được sửa đổi bởi văn bản nào", False, id="documents"),
    ],
)
def test_it_is_told_whether_provisions_that_were_changed_are_asked_for(typed: str, asked: bool) -> None:
    request = find_relation_request(typed)
    assert request is not None
    assert (request.direction, request.clauses) == ("in", asked)


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
        "ai hướng dẫn quy định 102",
        "ai chịu trách nhiệm thực hiện kế hoạch 88",
        "Quyết định 512 sửa đổi những điều nào",
        "căn cứ vào đâu để thay thế ủy viên theo quyết định 351",
        "kế hoạch giám sát được sửa đổi khi nào",
        "thực hiện quyết định 351 thì ai báo cáo",
        "cơ quan nào sửa đổi, bổ sung quy chế",
        "quyết định 351 giao ai hướng dẫn thực hiện",
        "thay thế cán bộ luân chuyển căn cứ quy định nào",
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
