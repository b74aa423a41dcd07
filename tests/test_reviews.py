"""What a person should look at: which documents, until somebody says that all in them is right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ingest.documents import read_document
from ingest.errors import NotHeldError
from ingest.models import Finding
from ingest.review import find_doubts
from ingest.store import Library, Origin, open_library
from ingest.store.inventory import Item, take_inventory
from tests.commands import Printed
from tests.test_store import BODY, DIRECTIVE_ID, directive

SURE_ID = "06-CT/TU@2018-02-05"
UNSURE = (Finding("type", 0, 3, 0.9), Finding("number", 0, 3, 0.5), Finding("date", 0, 3, 0.6))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "var") as opened:
        read = read_document(directive(), "quet.pdf")
        opened.add(replace(read, findings=UNSURE, notes=("hãy đối chiếu dấu", "đã đổi phông")), b"mot")
        sure = directive(number="06-CT/TU", body="1. Kết nạp đảng viên mới.\n")
        opened.add(read_document(sure, "hai.txt"), sure.encode(), Origin("HTML", "https://chinhphu.vn/vb?id=1"))
        yield opened


def items(library: Library) -> dict[str, Item]:
    return {one.id: one for one in take_inventory(library)}


def test_the_inventory_tells_of_each_document_what_reading_it_whole_would_tell(library: Library) -> None:
    found = items(library)
    for key, one in found.items():
        document = library.get(key)
        assert (one.metadata, one.doubts) == (document.metadata, find_doubts(document))
    doubtful, sure = found[DIRECTIVE_ID], found[SURE_ID]
    assert doubtful.doubts == ("nên kiểm tra số, ký hiệu, ngày ban hành", "hãy đối chiếu dấu")
    assert (doubtful.doubtful, doubtful.fetched_from) == (("number", "date"), None)
    assert (sure.doubts, sure.fetched_from, sure.versions) == ((), "https://chinhphu.vn/vb?id=1", 1)


def test_what_was_corrected_is_in_no_doubt(library: Library) -> None:
    library.corrections.correct(DIRECTIVE_ID, {"number": "05-CT/TU"})
    one = items(library)[DIRECTIVE_ID]
    assert (one.doubtful, one.corrected) == (("date",), frozenset({"number"}))
    assert one.doubts[0] == "nên kiểm tra ngày ban hành"


def test_a_text_that_a_person_found_right_is_in_no_doubt_until_that_is_taken_back(library: Library) -> None:
    library.reviews.confirm(DIRECTIVE_ID)
    one = items(library)[DIRECTIVE_ID]
    assert (one.doubts, one.reviewed, one.doubtful) == ((), True, ("number", "date"))
    library.reviews.take_back(DIRECTIVE_ID)
    assert items(library)[DIRECTIVE_ID].doubts


def test_another_version_is_to_be_looked_at_anew(library: Library) -> None:
    library.reviews.confirm(DIRECTIVE_ID)
    longer = directive(body=f"{BODY}3. Báo cáo kết quả hằng quý.\n")
    library.add(read_document(longer, "quet.pdf"), longer.encode())
    one = items(library)[DIRECTIVE_ID]
    assert (one.versions, one.reviewed) == (2, False)
    library.versions.restore(DIRECTIVE_ID, 1)
    assert items(library)[DIRECTIVE_ID].reviewed


def test_what_is_not_held_cannot_be_found_right(library: Library) -> None:
    library.remove(SURE_ID)
    with pytest.raises(NotHeldError, match="không có văn bản"):
        library.reviews.confirm(SURE_ID)


def test_the_command_lists_what_waits_and_takes_it_off_the_list(
    library: Library, command: Callable[..., Printed]
) -> None:
    assert command("review")[1].splitlines()[2:] == [
        "    nên kiểm tra số, ký hiệu, ngày ban hành; hãy đối chiếu dấu",
        "1 văn bản cần xem lại. Sửa bằng: python -m ingest correct MÃ; đúng cả: … review MÃ",
    ]
    assert command("review", "05-CT/TU")[1].startswith(f"{DIRECTIVE_ID}: đã xem, đúng cả.")
    assert command("review")[1] == "Không có văn bản nào cần xem lại.\n"
    command("review", "05-CT/TU", "--undo")
    assert "1 văn bản cần xem lại" in command("review")[1]
