"""What is cited and not held is listed, that of most documents first, with who cites it and what to do."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ingest.missing import find_missing, say_missing
from ingest.store import Library, open_library
from tests.commands import Printed
from tests.test_cited import central, put


def plan(number: str, *cited: str) -> str:
    lines = "".join(f"{i}. Thực hiện {words}.\n\n" for i, words in enumerate(cited, 1))
    return f"ĐẢNG BỘ HUYỆN A\n*\nSố {number}-KH/HU\nngày 02 tháng 3 năm 2019\n\nKẾ HOẠCH\nvề một việc\n\n{lines}"


FIRST = plan("11", "Quy định số 102-QĐ/TW", "Chỉ thị số 05-CT/TW, ngày 15/5/2016", "Chỉ thị số 05-CT/TW")
SECOND = plan("12", "Chỉ thị 05-CT/TW", "Nghị định số 34/2016/NĐ-CP", "Kế hoạch số 11-KH/HU, ngày 02/3/2019")
IDS = ("11-KH/HU@2019-03-02", "12-KH/HU@2019-03-02")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "var") as opened:
        assert [put(opened, raw) for raw in (FIRST, SECOND)] == list(IDS)
        yield opened


def test_the_most_cited_comes_first_with_its_record_and_who_cites_it(library: Library) -> None:
    found = find_missing(library)
    assert [(one.name, one.mentions, one.cited_by) for one in found] == [
        ("Chỉ thị số 05-CT/TW ngày 15/5/2016", 3, IDS),
        ("Nghị định số 34/2016/NĐ-CP", 1, (IDS[1],)),
        ("Quy định số 102-QĐ/TW ngày 15/11/2017", 1, (IDS[0],)),
    ]
    assert [bool(one.record) for one in found] == [True, False, True]
    assert [one.advice.partition(":")[0] for one in found] == ["tải bằng", "thêm tệp bằng", "thêm tệp bằng"]


def test_what_is_added_is_missing_no_more_and_is_so_again_when_removed(library: Library) -> None:
    held = put(library, central("ngày 15 tháng 5 năm 2016", "05-CT/TW"))
    assert "05-CT/TW" not in say_missing(find_missing(library))
    library.remove(held)
    assert say_missing(find_missing(library)).startswith("Chỉ thị số 05-CT/TW ngày 15/5/2016\n    dẫn 3 lần")


BOTH = (
    "Nghị quyết số 18-NQ/TW về đất đai",
    "Nghị quyết số 18-NQ/TW về tiếp tục đổi mới, sắp xếp tổ chức bộ máy của hệ thống chính trị tinh gọn",
    "Nghị quyết số 18-NQ/TW của Trung ương",
)


def test_two_documents_of_one_sign_are_listed_each_by_the_words_beside_it(library: Library) -> None:
    put(library, plan("13", *BOTH).replace("2019", "2024"))
    names = [one.name for one in find_missing(library) if "18-NQ/TW" in one.name]
    of_2017, of_2022 = "Nghị quyết số 18-NQ/TW ngày 25/10/2017", "Nghị quyết số 18-NQ/TW ngày 16/6/2022"
    assert names == ["Nghị quyết số 18-NQ/TW", f"{of_2022} (chưa kiểm chứng)", of_2017]

    put(library, central("ngày 25 tháng 10 năm 2017"))  # it may be what the mention that is left open means
    names = [one.name for one in find_missing(library) if "18-NQ/TW" in one.name]
    assert names == [f"{of_2022} (chưa kiểm chứng)"]


def test_a_bare_number_is_listed_with_what_it_may_mean_of_those_issued_by_then(library: Library) -> None:
    put(library, plan("14", "Quy định 102", "Quy định 212"))
    found = {one.name: [each.id for each in one.candidates] for one in find_missing(library)}
    assert found["Quy định 102"] == ["102-QĐ/TW@2017-11-15"]
    assert found["Quy định 212"] == []  # the only one that is known came years later


def test_what_a_sign_may_mean_is_listed_under_it_with_its_record(library: Library) -> None:
    put(library, plan("13", BOTH[2]).replace("2019", "2024"))
    said = say_missing(find_missing(library))
    assert (
        "Nghị quyết số 18-NQ/TW\n    dẫn 1 lần, trong 1 văn bản: 13-KH/HU@2024-03-02\n"
        "    Chưa rõ là văn bản nào; có thể là:\n"
        "      Nghị quyết số 18-NQ/TW ngày 25/10/2017, có hồ sơ [18-NQ/TW@2017-10-25]\n"
        "      Nghị quyết số 18-NQ/TW ngày 16/6/2022 (chưa kiểm chứng), có hồ sơ [18-NQ/TW@2022-06-16]\n"
        "    hãy đọc chỗ dẫn để biết là văn bản nào rồi thêm văn bản ấy"
    ) in said


def test_it_says_where_a_document_is_called_by_another_type_than_its_own(library: Library) -> None:
    put(library, plan("13", "Quy định số 217-QĐ/TW"))
    (block,) = (one for one in say_missing(find_missing(library)).split(".\n") if "217-QĐ/TW" in one)
    assert "Quyết định số 217-QĐ/TW ngày 12/12/2013\n" in block
    assert "; văn bản gọi là Quy định, đúng loại là Quyết định; " in block


def test_the_command_lists_it(library: Library, command: Callable[..., Printed]) -> None:
    code, out, _ = command("list", "--missing", "--json")
    shown = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [(one["number"], one["record"], one["cited_by"]) for one in shown][:2] == [
        ("05-CT/TW", "05-CT/TW@2016-05-15", list(IDS)),
        ("34/2016/NĐ-CP", None, [IDS[1]]),
    ]
    assert command("list", "--missing")[1].endswith("3 văn bản được dẫn mà thư viện chưa có.\n")


def test_a_library_that_lacks_nothing_says_so(command: Callable[..., Printed]) -> None:
    assert command("list", "--missing")[1] == "Mọi văn bản được dẫn đều đã có trong thư viện.\n"
