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
from ingest.catalog import find_record
from ingest.console import Parser, run, show_progress
from ingest.describe import EMPTY_LIBRARY, describe_date, describe_metadata, document_to_json, metadata_to_json
from ingest.describe_record import say_not_held, say_record
from ingest.errors import NotHeldError, ReadingError
from ingest.models import Document
from ingest.store import Library, library_folder, open_library

_STATUS = {
    "added": "đã thêm",
    "unchanged": "đã có, không đổi",
    "restored": "đã khôi phục",
    "beside": "đã thêm; cùng mã nhưng khác nội dung, giữ cả hai",
}
_COUNTED = (
    ("added", "đã thêm {} tệp"),
    ("restored", "đã khôi phục {} tệp"),
    ("unchanged", "{} tệp đã có, không đổi"),
    ("failed", "{} tệp lỗi"),
)
_EXAMPLES = 12


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
    show = command("show", "in một văn bản, hoặc một vị trí trong văn bản")
    show.add_argument("document", metavar="VĂN_BẢN", help="mã hoặc số ký hiệu, xem bằng lệnh list")
    show.add_argument("--at", metavar="ĐỊA_CHỈ", help="vị trí cần xem, ví dụ II.5 hoặc dieu-5.khoan-2")
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
    print(_summarise(counts))
    return ReadingError.exit_code if counts["failed"] else 0


def _print_outcome(outcome: Outcome) -> str:
    if outcome.added is None:
        print(outcome.error, file=sys.stderr)
        return "failed"
    status = outcome.added.status
    print(f"{outcome.file.name}: {_STATUS[status]} ({outcome.added.document_id})")
    return "added" if status == "beside" else status


def _summarise(counts: Counter[str]) -> str:
    parts = [words.format(counts[status]) for status, words in _COUNTED if counts[status]]
    if set(+counts) == {"failed"}:
        parts.insert(0, "không thêm được tệp nào")
    summary = "; ".join(parts)
    return f"{summary[0].upper()}{summary[1:]}."


def _list(options: argparse.Namespace) -> int:
    with open_library(library_folder()) as library:
        held = library.documents()
        if options.json:
            for one in held:
                print(json.dumps(metadata_to_json(one.id, one.metadata), ensure_ascii=False))
            return 0
    for one in held:
        print(f"{one.id}\n    {one.metadata.name}\n    {describe_date(one.metadata)}")
    print(f"{len(held)} văn bản." if held else EMPTY_LIBRARY)
    return 0


def _show(options: argparse.Namespace) -> int:
    with open_library(library_folder()) as library:
        document = library.get(_find_shown(library, options))
        node = document.find_provision(options.at) if options.at else None
        if options.at and node is None:
            near = _nearby(document, options.at)
            some = ", ".join(near[:_EXAMPLES]) + ("…" if len(near) > _EXAMPLES else ".")
            raise NotHeldError(
                f"{document.id} không có vị trí “{options.at}”. Hãy chọn vị trí có trong văn bản: {some}"
            )
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


def _find_shown(library: Library, options: argparse.Namespace) -> str:
    """The id of the held document; of one that is only catalogued its record is printed before saying so."""
    try:
        return library.find_id(options.document)
    except NotHeldError:
        record = find_record(options.document)
        if record is None:
            raise
    if not options.json:
        print(f"{say_record(record, library.cited_by(record.id))}\n")
    raise NotHeldError(say_not_held(record))


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
