"""All that comes out of the starter notice, against ``golden/notice.json``.

The file is what ``python -m ingest show … --json`` prints, indented. When a change of it is meant, write it again and
read the difference before it is kept:

    python -m tests.test_golden_notice
    git diff tests/golden/notice.json
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ingest.adding import add_files
from ingest.describe import document_to_json
from ingest.store import open_library

ROOT = Path(__file__).parent.parent
NOTICE = ROOT / "data" / "documents" / "thong-bao-2018-01-26.txt"
GOLDEN = ROOT / "tests" / "golden" / "notice.json"
TREE = """
tieu-de
mo-dau
I
  I.mo-dau
  I.1
    I.1.gach-1
    I.1.gach-2
    I.1.gach-3
    I.1.gach-4
    I.1.gach-5
    I.1.ket
  I.2
    I.2.gach-1
    I.2.gach-2
    I.2.gach-3
    I.2.gach-4
    I.2.gach-5
    I.2.gach-6
II
  II.mo-dau
  II.1
  II.2
    II.2.doan-1
    II.2.doan-2
  II.3
  II.4
  II.5
  II.6
    II.6.doan-1
    II.6.doan-2
      II.6.doan-2.1
      II.6.doan-2.2
      II.6.doan-2.3
  II.7
ket
noi-nhan
chu-ky
"""
RECIPIENTS = [
    "Vụ II - Văn phòng Trung ương Đảng",
    "Vụ III - Ban Tổ chức Trung ương Đảng",
    "Vụ VII - Ủy ban Kiểm tra Trung ương Đảng",
    "Ban Dân vận Trung ương Đảng tại T78",
    "Ban Tuyên giáo Trung ương Đảng tại T79",
    "Đảng đoàn Hội đồng nhân dân tỉnh",
    "Ban Cán sự đảng Ủy ban nhân dân tỉnh",
    "Mặt trận Tổ quốc Việt Nam, các đoàn thể chính trị - xã hội, các sở, ban, ngành tỉnh",
    "Các huyện, thị, thành ủy và đảng ủy trực thuộc",
    "Các đồng chí Tỉnh ủy viên",
    "Lưu Văn phòng Tỉnh ủy",
]
# Where each provision begins and how it ends, so that no sentence may slip from one to its neighbour.
EDGES = {
    "mo-dau": ("Ngày 26/01/2018, Thường trực Tỉnh ủy", "đã chỉ đạo:"),
    "I.mo-dau": ("Ngoài những nội dung", "cụ thể như sau:"),
    "I.1.gach-4": ("- Công tác dân vận chính quyền, công tác dân vận của", "cao hơn so với năm 2016."),
    "I.1.ket": ("Những kết quả trong công tác", "so với năm 2016."),
    "I.2.gach-1": ("- Việc học tập", "còn hình thức."),
    "I.2.gach-4": ("- Công tác kiểm tra, giám sát của", "xử lý kịp thời."),
    "II.1": ("1. Lãnh đạo", "hiệu quả hoạt động."),
    "II.2.doan-1": ("2. Đẩy mạnh", "và nhân dân."),
    "II.2.doan-2": ("Tất cả các cấp ủy", "tự chuyển hóa."),
    "II.5": ("5. Quán triệt sâu kỹ", "chống tham nhũng vặt."),
    "II.6.doan-1": ("6. Từng cơ quan", "không để phát sinh phức tạp."),
    "II.6.doan-2": ("Mặt trận, các đoàn thể, hội", "và xã hội."),
    "II.6.doan-2.3": ("(3) Mặt trận", "và xã hội."),
    "II.7": ("7. Yêu cầu", "chịu trách nhiệm chính."),
    "ket": ("Căn cứ Thông báo này", "nghiêm túc./."),
    "noi-nhan": ("Nơi nhận:", "- Lưu Văn phòng Tỉnh ủy."),
    "chu-ky": ("CHÁNH VĂN PHÒNG", "Lê Tấn Lai"),
}


def show_notice(home: Path) -> dict[str, Any]:
    """What ``show --json`` prints for the starter notice in a library that holds nothing else."""
    with open_library(home) as library:
        (outcome,) = add_files(library, [NOTICE])
        assert outcome.added is not None
        return document_to_json(library.get(outcome.added.document_id), library)


def render(shown: dict[str, Any]) -> str:
    return json.dumps(shown, ensure_ascii=False, indent=2) + "\n"


def walk(nodes: list[dict[str, Any]], depth: int = 0) -> Iterator[tuple[int, dict[str, Any]]]:
    for node in nodes:
        yield depth, node
        yield from walk(node["children"], depth + 1)


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return show_notice(tmp_path_factory.mktemp("home"))


def test_the_notice_comes_out_as_the_golden_file_says(shown: dict[str, Any]) -> None:
    assert render(shown) == GOLDEN.read_text("utf-8")


def test_its_record_says_what_it_prints_and_nothing_else(shown: dict[str, Any]) -> None:
    assert shown["metadata"] == {
        "id": "thong-bao~d974c7b385",
        "type": "Thông báo",
        "number": None,
        "title": "Ý kiến kết luận của Thường trực Tỉnh ủy tại Hội nghị triển khai công tác xây dựng Đảng, "
        "công tác dân vận năm 2018",
        "issuer": None,
        "place": None,
        "date": None,
        "event_date": "2018-01-26",
        "signer": "Lê Tấn Lai",
        "signer_role": "Chánh Văn phòng",
        "power": None,
        "recipients": RECIPIENTS,
        "enclosed": None,
        "secrecy": None,
        "urgency": None,
        "source": "thong-bao-2018-01-26.txt",
    }


def test_its_tree_has_these_addresses_in_this_order(shown: dict[str, Any]) -> None:
    drawn = "\n".join("  " * depth + node["address"] for depth, node in walk(shown["tree"]))
    assert drawn == TREE.strip()


def test_its_headings_are_the_printed_ones(shown: dict[str, Any]) -> None:
    headings = {node["address"]: node["heading"] for _, node in walk(shown["tree"]) if node["heading"] is not None}

    assert headings.pop("tieu-de").startswith("THÔNG BÁO\nÝ KIẾN KẾT LUẬN CỦA THƯỜNG TRỰC TỈNH ỦY tại Hội nghị")
    assert headings == {
        "I": "I. VỀ ĐÁNH GIÁ TÌNH HÌNH NĂM 2017",
        "I.1": "1. Về ưu điểm",
        "I.2": "2. Những khuyết điểm, hạn chế cần quan tâm",
        "II": "II. NHỮNG NHIỆM VỤ TRỌNG TÂM CẦN TẬP TRUNG THỰC HIỆN TRONG NĂM 2018",
    }


@pytest.mark.parametrize("address", EDGES)
def test_each_provision_begins_and_ends_where_it_should(shown: dict[str, Any], address: str) -> None:
    (node,) = (node for _, node in walk(shown["tree"]) if node["address"] == address)
    text = shown["text"][node["start"] : node["end"]]
    first, last = EDGES[address]
    assert (text[: len(first)], text[-len(last) :]) == (first, last)


def test_it_mentions_eight_documents_twelve_times(shown: dict[str, Any]) -> None:
    mentions = shown["citations"]

    assert [mention["number"] or mention["name"] for mention in mentions] == [
        *("462-KL/TU", "462-KL/TU", "04-NQ/TW", "05-CT/TW", "462-KL/TU", "18-NQ/TW"),
        *("Nghị quyết Trung ương 4 khóa XI", "04-NQ/TW", "05-CT/TW", "102-QĐ/TW", "217-QĐ/TW", "218-QĐ/TW"),
    ]
    assert all(shown["text"][mention["start"] : mention["end"]] == mention["text"] for mention in mentions)
    assert {mention["resolved"] for mention in mentions} == {None}


def test_its_text_is_the_file_with_the_cut_sentences_joined_and_the_residue_dropped(shown: dict[str, Any]) -> None:
    raw = NOTICE.read_text("utf-8")
    for joined in ("các đoàn thể, hội quần chúng có", "vươn lên của đội ngũ", "xây dựng chính quyền vững mạnh"):
        assert shown["text"].count(joined) == 1
    assert "".join(shown["text"].split()) == "".join(raw.replace("*", "").split())


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        GOLDEN.write_text(render(show_notice(Path(folder))), "utf-8")
