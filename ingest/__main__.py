"""``python -m ingest``: add, list, show, remove."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ingest.adding import Outcome, add_files, find_files
from ingest.addresses import describe
from ingest.console import Parser, run, show_progress
from ingest.describe import describe_date, describe_metadata, document_to_json
from ingest.errors import NotHeldError, ReadingError
from ingest.store import Library, library_folder, open_library

_STATUS = {
    "added": "đã thêm",
    "unchanged": "đã có, không đổi",
    "restored": "đã khôi phục",
    "beside": "đã thêm; trùng số và ngày với văn bản khác nhưng khác nội dung, giữ cả hai",
}


def main(arguments: Sequence[str]) -> int:
    """Exit code of the command in *arguments*."""
    options = _parser().parse_args(arguments)
    code: int = options.act(options)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = Parser("python -m ingest", "Thư viện văn bản: thêm, liệt kê, xem, bỏ.")
    commands = parser.add_subparsers(title="lệnh", metavar="LỆNH", required=True)

    def command(name: str, words: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=words, prog=f"python -m ingest {name}", description=words)

    add = command("add", "đọc tệp hoặc thư mục vào thư viện; thêm lại cùng một tệp không thay đổi gì")
    add.add_argument("paths", nargs="+", type=Path, metavar="TỆP", help="tệp hoặc thư mục")
    add.set_defaults(act=_add)
    listing = command("list", "liệt kê văn bản trong thư viện")
    listing.add_argument("--json", action="store_true", help="in cho chương trình, mỗi văn bản một dòng JSON")
    listing.set_defaults(act=_list)
    show = command("show", "in một văn bản, hoặc một chỗ trong văn bản")
    show.add_argument("document", metavar="VĂN_BẢN", help="mã hoặc số ký hiệu, xem bằng lệnh list")
    show.add_argument("--at", metavar="ĐỊA_CHỈ", help="chỗ cần xem, ví dụ II.5 hoặc dieu-5.khoan-2")
    show.add_argument("--json", action="store_true", help="in cho chương trình, dạng JSON")
    show.set_defaults(act=_show)
    remove = command("remove", "bỏ một văn bản; thêm lại tệp để khôi phục")
    remove.add_argument("document", metavar="VĂN_BẢN", help="mã hoặc số ký hiệu, xem bằng lệnh list")
    remove.set_defaults(act=_remove)
    return parser


def _add(options: argparse.Namespace) -> int:
    files = find_files(options.paths)
    counts: Counter[str] = Counter()
    with open_library(library_folder()) as library:
        for done, outcome in enumerate(add_files(library, files), 1):
            counts[_print_outcome(outcome)] += 1
            if len(files) > 1:
                show_progress("Đang đọc tệp", done, len(files))
    failed = counts.pop("lỗi", 0)
    summary = ", ".join(f"{number} {status}" for status, number in counts.items()) or "không thêm được tệp nào"
    print(f"{summary}, {failed} lỗi." if failed else f"{summary}.")
    return ReadingError.exit_code if failed else 0


def _print_outcome(outcome: Outcome) -> str:
    if outcome.added is None:
        print(outcome.error, file=sys.stderr)
        return "lỗi"
    status = _STATUS[outcome.added.status]
    print(f"{outcome.file.name}: {status} ({outcome.added.document_id})")
    return status.partition(";")[0]


def _list(options: argparse.Namespace) -> int:
    with open_library(library_folder()) as library:
        held = library.documents()
        if options.json:
            for one in held:
                print(json.dumps(document_to_json(library.get(one.id), library)["metadata"], ensure_ascii=False))
            return 0
    for one in held:
        print(f"{one.id}\n    {one.metadata.name}\n    {describe_date(one.metadata)}")
    print(f"{len(held)} văn bản." if held else "Thư viện chưa có văn bản. Hãy thêm: python -m ingest add TỆP")
    return 0


def _show(options: argparse.Namespace) -> int:
    with open_library(library_folder()) as library:
        document = library.get(library.find_id(options.document))
        node = document.find_provision(options.at) if options.at else None
        if options.at and node is None:
            some = ", ".join(one.address for one in list(document.walk())[:12])
            raise NotHeldError(f"{document.id} không có chỗ {options.at!r}. Ví dụ các chỗ có thật: {some}…")
        if options.json:
            shown = document_to_json(document, library)
            if node:
                shown["at"] = {"address": node.address, "start": node.start, "end": node.end}
            print(json.dumps(shown, ensure_ascii=False))
            return 0
    if node:
        print(f"{document.metadata.name} ({describe_date(document.metadata)}), {describe(node.address)}:\n")
        print(document.text[node.start : node.end])
        return 0
    for label, value in describe_metadata(document.id, document.metadata):
        print(f"{label}: {value}")
    print(f"\n{document.text}")
    return 0


def _remove(options: argparse.Namespace) -> int:
    with open_library(library_folder()) as library:
        document_id = library.find_id(options.document)
        name = _name(library, document_id)
        library.remove(document_id)
    print(f"Đã bỏ: {name} ({document_id}). Muốn khôi phục, hãy thêm lại tệp: python -m ingest add TỆP")
    return 0


def _name(library: Library, document_id: str) -> str:
    return library.get(document_id).metadata.name


if __name__ == "__main__":
    sys.exit(run(main))
