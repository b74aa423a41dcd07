"""``fetch``: the full text of catalogued documents, from the addresses that offer it."""

from __future__ import annotations

import argparse
import dataclasses
import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ingest.catalog import find_records
from ingest.commands.enrolling import Enrol
from ingest.commands.recording import note
from ingest.console import show_status
from ingest.describe_record import call_record
from ingest.errors import AmbiguousError, FetchError, NotHeldError, OfflineError, ReadingError, UsageError
from ingest.fetch_rules import load_rules
from ingest.readers.apart import open_readers
from ingest.records import Record
from ingest.retelling import retell
from ingest.store import library_folder, open_library

if TYPE_CHECKING:
    from ingest.fetching import Fetching, Got, Tried

_BY_HAND = "Hãy tải tệp bằng trình duyệt rồi thêm bằng: python -m ingest add TỆP"
_NO_NETWORK = "Máy này có thể không có mạng, chưa tải được {what} ({why}). {advice}"
_ELSEWHERE = "Hãy tải tệp ở máy khác, chép sang rồi thêm bằng: python -m ingest add TỆP."
_NO_ADDRESS = "Danh mục chưa biết nơi tải {count} văn bản khác; xem cần làm gì bằng: python -m ingest list --missing"


def enrol(command: Enrol) -> None:
    """Make the command known."""
    fetch = command("fetch", "tải nguyên văn từ cổng văn bản; chỉ giữ khi đúng văn bản trong danh mục")
    fetch.add_argument("signs", nargs="*", metavar="SỐ_KÝ_HIỆU", help="số ký hiệu hoặc mã có trong danh mục")
    fetch.add_argument("--from", dest="address", metavar="ĐỊA_CHỈ", help="tải từ địa chỉ này, cho một văn bản")
    words = "mọi văn bản được dẫn mà thư viện chưa có nguyên văn và danh mục biết nơi tải"
    fetch.add_argument("--missing", action="store_true", help=words)
    fetch.add_argument("--json", action="store_true", help="in cho chương trình, mỗi văn bản một dòng JSON")
    fetch.set_defaults(act=_fetch)


def _fetch(options: argparse.Namespace) -> int:
    from ingest.fetch import Fetcher  # the network's library waits until it is asked for
    from ingest.fetching import SET_ASIDE, Fetching

    if bool(options.signs) == options.missing:
        raise UsageError("Hãy ghi số ký hiệu cần tải, hoặc --missing để tải mọi văn bản còn thiếu.")
    if options.address and len(options.signs) != 1:
        raise UsageError("--from đi với đúng một số ký hiệu.")
    home = library_folder()
    with open_library(home) as library, open_readers() as readers:
        records = library.citing.find_cited_records() if options.missing else list(map(_find, options.signs))
        rules = load_rules(home)
        if options.address:
            rules = dataclasses.replace(rules, domains=None)
        fetching = Fetching(Fetcher(rules), library, readers, home / SET_ASIDE)
        gots = list(_fetch_each(fetching, records, options))
        if not options.json:
            print(*_say_together(gots, options.missing), sep="", end="")
        if options.missing and not records and not options.json:
            print("Mọi văn bản được dẫn mà danh mục biết đều đã có trong thư viện.")
    return 0 if all(got.added for got in gots) else FetchError.exit_code


def _find(given: str) -> Record:
    found = find_records(given)
    if not found:
        raise NotHeldError(f"Danh mục chưa có “{given}” nên không biết tải ở đâu. {_BY_HAND}.")
    if len(found) > 1:
        raise AmbiguousError(given, [record.id for record in found])
    return found[0]


def _fetch_each(fetching: Fetching, records: Sequence[Record], options: argparse.Namespace) -> Iterator[Got]:
    for done, record in enumerate(records):
        addresses = [options.address] if options.address else record.addresses
        if addresses:
            show_status(f"Đã xong {done}/{len(records)}; đang tải {record.name}")
        got = fetching.fetch(record, addresses)
        if got.added:
            note(got.added.document_id)
        show_status("")
        if options.json:
            print(json.dumps(_to_json(got), ensure_ascii=False), flush=True)
        elif not _is_out_of_reach(got) and (got.added or got.tried or not options.missing):
            print(say_got(got), flush=True)
        yield got


def _is_out_of_reach(got: Got) -> bool:
    """Whether no way led to any of its addresses."""
    return bool(got.tried) and all(isinstance(one.error, OfflineError) for one in got.tried)


def _say_together(gots: Sequence[Got], missing: bool) -> Iterator[str]:
    """What is told of many documents in one line: that the network was out of reach, that no address is known."""
    if unreached := [got for got in gots if _is_out_of_reach(got)]:
        errors = [one.error for got in unreached for one in got.tried if isinstance(one.error, OfflineError)]
        first = call_record(unreached[0].record)
        what = first if len(unreached) == 1 else f"{first} và {len(unreached) - 1} văn bản khác"
        yield f"{_NO_NETWORK.format(what=what, why=retell(errors[0].why), advice=_ELSEWHERE)}\n"
    unknown = sum(not (got.added or got.tried) for got in gots) if missing else 0
    if unknown:
        yield f"{_NO_ADDRESS.format(count=unknown)}\n"


def say_got(got: Got) -> str:
    """What became of one document, line by line, and the next step."""
    name = call_record(got.record)
    if got.added:
        return f"Đã thêm: {name} ({got.added.document_id}). Bước tiếp theo: python -m index build"
    if not got.tried:
        return f"Chưa biết nơi tải: {name}. {_BY_HAND}."
    return "\n".join([f"Chưa tải được: {name}", *(f"  {line}" for one in got.tried for line in _say_tried(one))])


def _say_tried(tried: Tried) -> list[str]:
    if isinstance(tried.error, ReadingError):
        return [f"{tried.address} cho tệp không đọc được: {tried.error.why}. {tried.error.advice}"]
    if tried.error:
        return [str(tried.error)]
    kept = f"{tried.address} cho {tried.gave}; tệp để riêng tại {tried.kept_at}"
    return [f"{kept}:", *(f"  {one}" for one in tried.differences)]


def _to_json(got: Got) -> dict[str, object]:
    return {
        "number": got.record.number,
        "date": got.record.date.isoformat(),
        "document_id": got.added.document_id if got.added else None,
        "tried": [
            {
                "address": one.address,
                "error": str(one.error) if one.error else None,
                "differences": [dataclasses.asdict(difference) for difference in one.differences],
                "set_aside": str(one.kept_at) if one.kept_at else None,
            }
            for one in got.tried
        ],
    }
