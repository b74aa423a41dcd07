"""What a command says where nothing changes, and where a sign leads that its document no longer bears."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ingest.store import Library, open_library
from tests.commands import Printed, write
from tests.test_store import DIRECTIVE_ID, directive, held_ids, put


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "var") as opened:
        put(opened, directive())
        yield opened


def test_what_changes_nothing_says_so(library: Library, command: Callable[..., Printed]) -> None:
    generation = library.generation
    assert command("correct", "05-CT/TU", "--undo", "number")[1] == (
        "Số, ký hiệu chưa ai sửa, không có gì để bỏ.\n"
        f"Không có gì thay đổi. Xem hồ sơ bằng: python -m ingest show --report {DIRECTIVE_ID}\n"
    )
    for version in ((), ("--version", "1")):
        assert command("restore", "05-CT/TU", *version)[1] == (
            f"{DIRECTIVE_ID} đang được dùng, bản 1; không có gì thay đổi. "
            f"Xem các bản khác bằng: python -m ingest versions {DIRECTIVE_ID}\n"
        )
    assert library.generation == generation


@pytest.mark.parametrize("number", ["7-CT/TU", ""])
def test_a_sign_that_was_corrected_away_says_where_its_document_is(
    library: Library, command: Callable[..., Printed], number: str
) -> None:
    command("correct", "05-CT/TU", "--number", number)
    (now,) = held_ids(library)
    for verb in ("show", "versions"):
        code, _, err = command(verb, "05-ct/tu")
        assert code == 5
        assert err.endswith(f"số ấy đã được sửa. Mở văn bản bằng: python -m ingest show {now}\n")


TWO_RULES = (
    "TỈNH ỦY\n*\nSố 9-QĐ/TU\nHuế, ngày 05 tháng 03 năm 2018\n\nQUYẾT ĐỊNH\nban hành Quy chế làm việc\n\n"
    "Điều 1. Ban hành Quy chế.\n1. Kèm theo.\n2. Có hiệu lực.\nĐiều 2. Thi hành.\n\nT/M TỈNH ỦY\nBÍ THƯ\n\n"
    "Nguyễn Văn An\n\nQUY CHẾ\nlàm việc\n\nĐiều 1. Phạm vi.\nĐiều 3. Họp.\n1. Hằng tháng.\n2. Bất thường.\n"
)


@pytest.mark.parametrize(
    ("at", "code", "words"),
    [
        pytest.param("Điều 2", 0, "Điều 2. Thi hành.", id="article"),
        pytest.param("khoản 2  điều 1", 0, "2. Có hiệu lực.", id="clause"),
        pytest.param("Điều 3", 0, "Điều 3. Họp.", id="of-the-enclosed-text-alone"),
        pytest.param("Điều 1", 5, "có 2 vị trí gọi là “Điều 1”", id="both-texts"),
        pytest.param("Điều 1 phần kèm theo", 0, "Điều 1. Phạm vi.", id="one-of-both"),
        pytest.param("Điều 9", 5, "không có vị trí “Điều 9”", id="none"),
    ],
)
def test_a_place_is_found_by_the_words_for_it(
    command: Callable[..., Printed], tmp_path: Path, at: str, code: int, words: str
) -> None:
    command("add", write(tmp_path / "a.txt", TWO_RULES))
    printed = command("show", "9-QĐ/TU", "--at", at)
    assert (printed[0], words in printed[1] + printed[2]) == (code, True)
