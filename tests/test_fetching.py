"""The text of a catalogued document comes from its addresses in turn, and only when it is that document."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ingest.adding import ReadHere
from ingest.catalog import find_records
from ingest.commands.fetching import say_got
from ingest.errors import LibraryError, OfflineError
from ingest.fetch import Fetched, Fetcher
from ingest.fetching import Fetching
from ingest.records import Evidence, Record
from ingest.store import Library, open_library
from tests.commands import Printed
from tests.portal import Portal, serve_portal
from tests.test_accepting import TEXT, record
from tests.test_fetch import QUICK

RIGHT = TEXT.encode()
WRONG = TEXT.replace("217-QĐ/TW", "218-QĐ/TW").encode()
PLAN = record()


@pytest.fixture
def portal() -> Iterator[Portal]:
    with serve_portal() as portal:
        portal.pages |= {"/dung.txt": RIGHT, "/nham.txt": WRONG, "/anh.txt": bytes(200)}
        yield portal


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path) as library:
        yield library


def fetching(library: Library, folder: Path) -> Fetching:
    return Fetching(Fetcher(QUICK), library, ReadHere(), folder / "set-aside")


def test_the_right_text_is_kept_with_its_address(portal: Portal, library: Library, tmp_path: Path) -> None:
    got = fetching(library, tmp_path).fetch(PLAN, [f"{portal.address}/dung.txt"])

    assert got.added is not None
    assert library.get(got.added.document_id).metadata.number == "217-QĐ/TW"
    assert [one.address for one in got.tried] == [f"{portal.address.replace('http', 'https')}/dung.txt"]
    (original,) = library.versions.originals(got.added.document_id)
    assert original.origin.place == f"{portal.address}/dung.txt"
    assert not (tmp_path / "set-aside").exists()


def test_addresses_are_tried_in_turn_until_one_gives_the_document(
    portal: Portal, library: Library, tmp_path: Path
) -> None:
    pages = [f"{portal.address}/{name}" for name in ("nowhere", "anh.txt", "nham.txt", "dung.txt", "page")]
    got = fetching(library, tmp_path).fetch(PLAN, pages)

    assert got.added is not None
    assert [one.address for one in got.tried if not one.address.startswith("https")] == pages[:3]
    assert "/page" not in portal.asked
    assert len(library.documents()) == 1


def test_another_document_under_the_right_name_is_set_aside_with_what_differs(
    portal: Portal, library: Library, tmp_path: Path
) -> None:
    got = fetching(library, tmp_path).fetch(PLAN, [f"{portal.address}/nham.txt"])

    assert got.added is None
    assert library.documents() == []
    kept = got.tried[-1].kept_at
    assert kept is not None
    assert kept.read_bytes() == WRONG
    reason = kept.with_name(f"{kept.stem}.ly-do.txt").read_text(encoding="utf-8")
    assert "Số, ký hiệu: danh mục ghi “217-QĐ/TW”, tệp ghi “218-QĐ/TW”" in reason
    assert reason.splitlines()[-1] in say_got(got)


def test_a_full_disk_leaves_nothing_half_set_aside(
    portal: Portal, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill_up(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fill_up)
    with pytest.raises(LibraryError, match="ổ đĩa đã đầy"):
        fetching(library, tmp_path).fetch(PLAN, [f"{portal.address}/nham.txt"])
    assert list((tmp_path / "set-aside").iterdir()) == []


@pytest.mark.parametrize(
    ("page", "said"),
    [
        pytest.param(
            "<h1>404</h1><p>Không tìm thấy trang</p>", "cho một trang không có văn bản (trang báo lỗi", id="none"
        ),
        pytest.param(WRONG.decode(), "/trang cho một văn bản khác; tệp để riêng tại", id="another"),
        pytest.param("\0" * 200, "/trang cho tệp không đọc được: ", id="unreadable"),
    ],
)
def test_what_an_address_gave_in_its_place_is_said(
    portal: Portal, library: Library, tmp_path: Path, page: str, said: str
) -> None:
    portal.pages["/trang"] = page.encode()
    assert said in say_got(fetching(library, tmp_path).fetch(PLAN, [f"{portal.address}/trang"]))


def test_a_document_without_an_address_says_what_to_do() -> None:
    from ingest.fetching import Got

    assert say_got(Got(PLAN, None, ())).startswith(
        "Chưa biết nơi tải: Quyết định số 217-QĐ/TW ngày 12/12/2013 (chưa kiểm chứng). Hãy "
    )


@pytest.mark.parametrize(
    "address",
    [
        "https://wikihoc.com/a.html",
        "ftp://vbpl.vn/a",
        "https://vbpl.vn.example.org/a",
        "https://xgov.vn/a",
        "http://vbpl.vn/a",
    ],
)
def test_only_portals_stand_in_the_catalogue_as_places_to_fetch_from(address: str) -> None:
    facts = (("addresses", Evidence("I")),)
    with pytest.raises(ValueError, match="không phải trang https của một cổng văn bản"):
        Record("217-QĐ/TW", PLAN.date, "Quyết định", facts, addresses=(address,))


# --- the command ---------------------------------------------------------------------------------------------


def test_the_command_fetches_from_the_address_given(
    portal: Portal, command: Callable[..., Printed], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VANKIEN_FETCH_HOSTS", "127.0.0.1")
    portal.pages["/nham.txt"] = WRONG
    code, out, _ = command("fetch", "217-QĐ/TW", "--from", f"{portal.address}/nham.txt", "--json")

    assert code == 6
    told = json.loads(out)
    assert (told["number"], told["document_id"]) == ("217-QĐ/TW", None)
    assert {one["label"] for one in told["tried"][-1]["differences"]} >= {"Số, ký hiệu", "Số điều"}


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        pytest.param([], 2, "Hãy ghi số ký hiệu cần tải, hoặc --missing", id="nothing-asked"),
        pytest.param(["217-QĐ/TW", "--missing"], 2, "hoặc --missing", id="both"),
        pytest.param(["1-QĐ/TW", "2-QĐ/TW", "--from", "https://vbpl.vn"], 2, "đúng một số ký hiệu", id="two-from-one"),
        pytest.param(["999-QĐ/TW"], 5, "Danh mục chưa có “999-QĐ/TW”", id="unknown"),
        pytest.param(["18-NQ/TW"], 5, "18-NQ/TW@2022-06-16", id="two-of-one-sign"),
        pytest.param(["218-QĐ/TW"], 6, "Chưa biết nơi tải: Quyết định số 218-QĐ/TW ngày 12/12/2013", id="no-address"),
        pytest.param(["--missing"], 0, "đều đã có trong thư viện", id="nothing-missing"),
    ],
)
def test_what_cannot_be_fetched_is_told_with_the_next_step(
    command: Callable[..., Printed], words: list[str], code: int, said: str
) -> None:
    done, out, err = command("fetch", *words)
    assert done == code
    assert said in out + err


def test_a_portal_out_of_reach_stops_none_of_the_others(
    command: Callable[..., Printed], monkeypatch: pytest.MonkeyPatch
) -> None:
    def out_of_reach(_: Fetcher, address: str) -> Fetched:
        raise OfflineError(address, "không kết nối được với máy chủ")

    monkeypatch.setattr(Fetcher, "fetch", out_of_reach)
    code, out, _ = command("fetch", "217-QĐ/TW", "05-CT/TW", "--json")
    told = [json.loads(line) for line in out.splitlines()]
    assert code == 6
    assert [one["number"] for one in told] == ["217-QĐ/TW", "05-CT/TW"]
    assert all("chép sang rồi thêm bằng: python -m ingest add TỆP" in one["tried"][0]["error"] for one in told)


def test_without_a_network_one_line_says_so_and_what_to_do(
    command: Callable[..., Printed], monkeypatch: pytest.MonkeyPatch
) -> None:
    def out_of_reach(_: Fetcher, address: str) -> Fetched:
        raise OfflineError(address, "không tìm thấy máy chủ")

    monkeypatch.setattr(Fetcher, "fetch", out_of_reach)
    code, out, _ = command("fetch", "217-QĐ/TW", "05-CT/TW")
    assert (code, out.count("\n")) == (6, 1)
    assert out.startswith(
        "Máy này có thể không có mạng, chưa tải được Quyết định số 217-QĐ/TW ngày 12/12/2013 và 1 văn"
    )
    assert out.endswith("Hãy tải tệp ở máy khác, chép sang rồi thêm bằng: python -m ingest add TỆP.\n")


def test_every_address_of_the_shipped_catalogue_stands_in_a_record() -> None:
    (record,) = find_records("217-QĐ/TW")
    assert record.addresses[0].startswith("https://")
