"""``python -m index similar``: the nearest passages of other documents to a place of one."""

from __future__ import annotations

import argparse

from ingest.errors import UsageError

_NO_PLACE = "{} không có vị trí “{}”. Hãy xem các điều, mục của văn bản: python -m ingest show {}"


def add_options(command: argparse.ArgumentParser) -> None:
    """The words that the command understands."""
    command.add_argument("document", metavar="VĂN_BẢN", help="số ký hiệu, mã hoặc tên của văn bản có trong thư viện")
    address = "điều, khoản, đoạn cần tìm, ghi như trong lệnh show: dieu-5.khoan-2"
    command.add_argument("--at", required=True, metavar="VỊ_TRÍ", help=address)
    command.add_argument("--limit", type=int, default=10, metavar="SỐ", help="số đoạn tối đa (mặc định 10)")
    command.add_argument("--json", action="store_true", help="in cho chương trình, dạng JSON")
    command.set_defaults(act=_find)


def _find(options: argparse.Namespace) -> int:
    from index.describe import to_line
    from index.describe_similar import say_similar, similar_to_json
    from index.opening import open_index
    from index.settings import load_settings
    from index.similar import find_similar
    from ingest.addresses import describe
    from ingest.store import open_library

    if options.limit < 1:
        raise UsageError("--limit phải là số từ 1 trở lên.")
    settings = load_settings()
    with open_library(settings.home, settings.sight) as library:
        document = library.get(library.find_id(options.document))
        node = document.find_provision(options.at)
        if node is None:
            raise UsageError(_NO_PLACE.format(document.metadata.name, options.at, document.id))
        index = open_index(settings)
        nearest = find_similar(index, library, document.id, (node.start, node.end), options.limit)
    name = f"{describe(options.at)} {document.metadata.name}"
    print(to_line(similar_to_json(document.id, options.at, nearest)) if options.json else say_similar(name, nearest))
    return 0
