"""``list``, ``show``, ``versions``: what the library holds."""

from __future__ import annotations

import argparse
import dataclasses
import json
import re
from typing import Any

from ingest.addresses import describe
from ingest.bearers import find_bearers
from ingest.catalog import find_records
from ingest.commands.enrolling import Enrol, add_document
from ingest.describe import (
    EMPTY_LIBRARY,
    TABLE_HEADER,
    describe_date,
    describe_metadata,
    document_to_json,
    metadata_to_json,
)
from ingest.describe_record import say_not_held, say_record
from ingest.describe_report import make_report, report_to_json, say_report, say_version
from ingest.errors import NotHeldError
from ingest.missing import find_missing, missing_to_json, say_missing
from ingest.models import Document, Provision
from ingest.safekeeping.tombstones import KEPT_DAYS, count_due
from ingest.store import Library, library_folder, open_library

_EXAMPLES = 12


def enrol(command: Enrol) -> None:
    """Make the commands known."""
    listing = command("list", "liệt kê văn bản trong thư viện")
    which = listing.add_mutually_exclusive_group()
    which.add_argument("--removed", action="store_true", help="liệt kê những văn bản đã bỏ")
    which.add_argument("--missing", action="store_true", help="liệt kê những văn bản được dẫn mà thư viện chưa có")
    listing.add_argument("--json", action="store_true", help="in cho chương trình, mỗi văn bản một dòng JSON")
    listing.set_defaults(act=_list)
    show = command("show", "in một văn bản, một vị trí trong văn bản, hoặc những gì máy đã nhận ra")
    add_document(show)
    what = show.add_mutually_exclusive_group()
    what.add_argument(
        "--at", metavar="ĐỊA_CHỈ", help="vị trí cần xem, ví dụ “khoản 2 Điều 5”, II.5 hoặc dieu-5.khoan-2"
    )
    what.add_argument("--report", action="store_true", help="những gì máy đã nhận ra, chắc chắn đến đâu")
    show.add_argument("--json", action="store_true", help="in cho chương trình, dạng JSON")
    show.set_defaults(act=_show)
    versions = command("versions", "liệt kê các bản của một văn bản; bản cũ khôi phục được bằng lệnh restore")
    add_document(versions)
    versions.add_argument("--json", action="store_true", help="in cho chương trình, mỗi bản một dòng JSON")
    versions.set_defaults(act=_versions)


def _list(options: argparse.Namespace) -> int:
    if options.missing:
        return _list_missing(options)
    with open_library(library_folder()) as library:
        held = library.versions.removed() if options.removed else library.documents()
        due = count_due(library) if options.removed else 0
    if options.json:
        for one in held:
            print(json.dumps(metadata_to_json(one.id, one.metadata), ensure_ascii=False))
        return 0
    for one in held:
        print(f"{one.id}\n    {one.metadata.label}\n    {describe_date(one.metadata)}")
    if options.removed:
        print(
            f"{len(held)} văn bản đã bỏ. Khôi phục bằng: python -m ingest restore MÃ"
            if held
            else "Chưa bỏ văn bản nào."
        )
        if due:
            print(f"{due} văn bản đã bỏ quá {KEPT_DAYS} ngày; muốn xóa hẳn: python -m ingest purge")
    else:
        print(f"{len(held)} văn bản." if held else EMPTY_LIBRARY)
    return 0


def _list_missing(options: argparse.Namespace) -> int:
    with open_library(library_folder()) as library:
        found = find_missing(library)
    if options.json:
        for one in found:
            print(json.dumps(missing_to_json(one), ensure_ascii=False))
    else:
        print(say_missing(found) if found else "Mọi văn bản được dẫn đều đã có trong thư viện.")
    return 0


def _show(options: argparse.Namespace) -> int:
    with open_library(library_folder()) as library:
        document = library.get(_find_shown(library, options))
        others = [one for one in find_bearers(library, options.document) if one.id != document.id]
        if options.report:
            report = make_report(library, document.id)
            print(json.dumps(report_to_json(report), ensure_ascii=False) if options.json else say_report(report))
            return 0
        node = _find_place(document, options.at) if options.at else None
        if options.at and node is None:
            near = _nearby(document, options.at)
            some = ", ".join(near[:_EXAMPLES]) + ("…" if len(near) > _EXAMPLES else ".")
            raise NotHeldError(
                f"{document.id} không có vị trí “{options.at}”. Hãy chọn vị trí có trong văn bản: {some}"
            )
        if options.json:
            shown = document_to_json(document, library)
            if others:
                shown["same_sign"] = [{"id": one.id, "held": one.held} for one in others]
            if node:
                shown["at"] = _place_to_json(document, node)
            print(json.dumps(shown, ensure_ascii=False))
            return 0
    for one in others:
        print(f"Cùng ký hiệu còn có: {one.called} [{one.about}]. Xem bằng: python -m ingest show {one.id}")
    if node:
        print(_say_place(document, node))
        return 0
    for label, value in [("Mã", document.id), *describe_metadata(document.metadata)]:
        print(f"{label}: {value}")
    print(f"\n{document.text}")
    return 0


def _find_place(document: Document, given: str) -> Provision | None:
    """The provision of that address, or that is called so in words: "khoản 2 Điều 5"; ``None`` where none is.

    Raises:
        NotHeldError: If several are called so.
    """
    if node := document.find_provision(given):
        return node
    called = re.compile(rf"{re.escape(' '.join(given.casefold().split()))}(?=$|[ ,])")
    found = [node for node in document.walk() if called.match(describe(node.address).casefold())]
    if len(found) > 1:
        listed = "".join(f"\n  {node.address}: {describe(node.address)}" for node in found[:_EXAMPLES])
        several = f"{document.id} có {len(found)} vị trí gọi là “{given}”"
        raise NotHeldError(f"{several}. Hãy dùng một địa chỉ dưới đây:{listed}")
    return found[0] if found else None


def _say_place(document: Document, node: Provision) -> str:
    header = document.find_table_header(node.start)
    above = f"{TABLE_HEADER}: {header.text}\n\n" if header else ""
    named = f"{document.metadata.label} ({describe_date(document.metadata)}), {describe(node.address)}:\n\n"
    return f"{named}{above}{document.text[node.start : node.end]}"


def _place_to_json(document: Document, node: Provision) -> dict[str, Any]:
    header = document.find_table_header(node.start)
    return {
        "address": node.address,
        "start": node.start,
        "end": node.end,
        "table_header": dataclasses.asdict(header) if header else None,
    }


def _find_shown(library: Library, options: argparse.Namespace) -> str:
    """The id of the held document; of one that is only catalogued its record is printed before saying so."""
    try:
        return library.find_id(options.document)
    except NotHeldError:
        records = find_records(options.document)
        if not records:
            raise
    for record in () if options.json else records:
        print(f"{say_record(record, library.cited_by(record.id))}\n")
    former = library.versions.refuse_former(options.document)
    raise NotHeldError(". ".join([*map(say_not_held, records), *([str(former)] if former else [])]))


def _nearby(document: Document, address: str) -> list[str]:
    """Addresses below the nearest place above *address* that is there; else those that end alike, then the roots."""
    every = [node.address for node in document.walk()]
    above = address.rpartition(".")[0]
    while above:
        below = [one for one in every if one.rpartition(".")[0] == above]
        if below:
            return below
        above = above.rpartition(".")[0]
    ending = address.rpartition(".")[2]
    alike = [one for one in every if "." in one and one.rpartition(".")[2] == ending]
    return [*alike, *(one for one in every if "." not in one)]


def _versions(options: argparse.Namespace) -> int:
    with open_library(library_folder()) as library:
        document_id = library.versions.find_id(options.document)
        versions = library.versions.list_of(document_id)
    if options.json:
        for one in versions:
            print(json.dumps(dataclasses.asdict(one), ensure_ascii=False))
        return 0
    print(document_id)
    for one in versions:
        print(f"  {say_version(one)}")
    older = next((one.number for one in versions if not one.in_use), None)
    if older:
        print(f"Muốn dùng lại bản {older}: python -m ingest restore {document_id} --version {older}")
    return 0
