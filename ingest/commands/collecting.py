"""``collection``: documents laid together under names, without changing them."""

from __future__ import annotations

import argparse
import dataclasses
import json

from ingest.commands.enrolling import Enrol
from ingest.console import Parser
from ingest.errors import UsageError
from ingest.store import Library, library_folder, open_library


def enrol(command: Enrol) -> None:
    """Make the command known."""
    room = command("collection", "bộ sưu tập: xếp văn bản vào các bộ có tên; văn bản không thay đổi")
    acts = room.add_subparsers(title="việc", metavar="VIỆC", required=True, dest="deed", parser_class=Parser)

    def act(name: str, words: str) -> argparse.ArgumentParser:
        return acts.add_parser(name, help=words, prog=f"python -m ingest collection {name}", description=words)

    listing = act("list", "liệt kê các bộ sưu tập, hoặc văn bản trong một bộ")
    listing.add_argument("name", nargs="?", metavar="TÊN", help="tên bộ sưu tập")
    listing.add_argument("--json", action="store_true", help="in cho chương trình, mỗi mục một dòng JSON")
    listing.set_defaults(act=_list)
    create = act("create", "tạo một bộ sưu tập")
    _add_name(create)
    create.set_defaults(act=_create)
    rename = act("rename", "đổi tên một bộ sưu tập")
    _add_name(rename)
    rename.add_argument("new", metavar="TÊN_MỚI", help="tên mới, đặt trong dấu nháy")
    rename.set_defaults(act=_rename)
    for name, words, does in (
        ("add", "xếp văn bản vào một bộ sưu tập", _add),
        ("take", "lấy văn bản ra khỏi một bộ sưu tập", _take),
    ):
        moving = act(name, words)
        _add_name(moving)
        moving.add_argument("documents", nargs="+", metavar="VĂN_BẢN", help="mã hoặc số ký hiệu, xem bằng lệnh list")
        moving.set_defaults(act=does)
    groups = act(
        "groups", "xem hoặc đặt nhóm được thấy một bộ sưu tập; người ngoài nhóm không thấy gì của văn bản trong đó"
    )
    _add_name(groups)
    groups.add_argument(
        "groups", nargs="*", metavar="NHÓM", help="tên nhóm, đặt trong dấu nháy; thay cho các nhóm trước"
    )
    groups.add_argument("--everyone", action="store_true", help="bỏ hạn chế: ai cũng thấy")
    groups.set_defaults(act=_groups)
    remove = act("remove", "xóa một bộ sưu tập; văn bản trong đó vẫn còn trong thư viện")
    _add_name(remove)
    remove.set_defaults(act=_remove)


def _add_name(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="TÊN", help="tên bộ sưu tập, đặt trong dấu nháy")


def _list(options: argparse.Namespace) -> int:
    with open_library(library_folder()) as library:
        if options.name:
            return _list_documents(library, options)
        found = library.collections.list_all()
    for one in found:
        print(
            json.dumps(dataclasses.asdict(one), ensure_ascii=False)
            if options.json
            else _say(one.name, one.documents, one.restricted)
        )
    if not found and not options.json:
        print('Chưa có bộ sưu tập nào. Tạo bằng: python -m ingest collection create "TÊN"')
    return 0


def _say(name: str, documents: int, restricted: bool = False) -> str:
    return f"{name}: {documents} văn bản{', chỉ dành cho một số nhóm' if restricted else ''}"


def _list_documents(library: Library, options: argparse.Namespace) -> int:
    ids = library.collections.list_documents(options.name)
    records = library.find_records(ids)
    for one in ids:
        print(json.dumps({"id": one}, ensure_ascii=False) if options.json else f"{one}\n    {records[one].label}")
    if not options.json:
        print(_say(options.name, len(ids)))
    return 0


def _create(options: argparse.Namespace) -> int:
    with open_library(library_folder()) as library:
        name = library.collections.create(options.name)
    print(f'Đã tạo bộ sưu tập “{name}”. Xếp văn bản vào: python -m ingest collection add "{name}" VĂN_BẢN …')
    return 0


def _rename(options: argparse.Namespace) -> int:
    with open_library(library_folder()) as library:
        name = library.collections.rename(options.name, options.new)
    print(f"Bộ sưu tập nay tên là “{name}”.")
    return 0


def _add(options: argparse.Namespace) -> int:
    with open_library(library_folder()) as library:
        added = library.collections.add(options.name, [library.find_id(one) for one in options.documents])
    print(f"Đã xếp thêm {added} văn bản vào “{options.name}”.")
    return 0


def _take(options: argparse.Namespace) -> int:
    with open_library(library_folder()) as library:
        taken = library.collections.take_out(options.name, [library.find_id(one) for one in options.documents])
    print(f"Đã lấy {taken} văn bản ra khỏi “{options.name}”; văn bản vẫn còn trong thư viện.")
    return 0


def _groups(options: argparse.Namespace) -> int:
    if options.everyone and options.groups:
        raise UsageError("Hãy ghi tên nhóm hoặc --everyone, không ghi cả hai.")
    with open_library(library_folder()) as library:
        if options.everyone or options.groups:
            groups = library.collections.give_to(options.name, options.groups)
        else:
            groups = library.collections.groups_of(options.name)
    if groups:
        print(f"Chỉ những người thuộc nhóm {', '.join(groups)} thấy bộ sưu tập “{options.name}” và văn bản trong đó.")
        print('Ghi người vào nhóm bằng: python -m ingest account group TÊN_ĐĂNG_NHẬP --add "NHÓM"')
    else:
        print(f"Ai dùng được thư viện cũng thấy bộ sưu tập “{options.name}”.")
        print(f'Dành riêng cho một nhóm bằng: python -m ingest collection groups "{options.name}" "NHÓM"')
    return 0


def _remove(options: argparse.Namespace) -> int:
    with open_library(library_folder()) as library:
        members = library.collections.remove(options.name)
    print(f"Đã xóa bộ sưu tập “{options.name}”; {len(members)} văn bản trong đó vẫn còn trong thư viện.")
    return 0
