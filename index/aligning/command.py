"""``python -m index compare``: two documents side by side, clause by clause."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.errors import LibraryError, UsageError
from ingest.system import explain

if TYPE_CHECKING:
    from index.aligning.comparison import Comparison

_ONE_OF_BOTH = (
    "Hãy nêu bản cũ và bản mới; hoặc chỉ một văn bản với --version SỐ để so bản trước với bản đang dùng. "
    "Xem hướng dẫn bằng: python -m index compare --help"
)


def add_options(command: argparse.ArgumentParser) -> None:
    """The words that the command understands."""
    command.add_argument("old", metavar="BẢN_CŨ", help="bản cũ: mã, số ký hiệu hoặc tên")
    command.add_argument("new", metavar="BẢN_MỚI", nargs="?", help="bản mới")
    version = "thay cho BẢN_MỚI: so bản trước mang số này với bản đang dùng của cùng văn bản"
    command.add_argument("--version", type=int, metavar="SỐ", help=f"{version} (xem số: python -m ingest versions)")
    command.add_argument("--all", action="store_true", help="kể cả những mục giống nhau")
    command.add_argument("--json", action="store_true", help="in cho chương trình, dạng JSON")
    command.add_argument("--docx", type=Path, metavar="TỆP", help="ghi bảng so sánh ra tệp Word")
    command.set_defaults(act=_compare)


def _compare(options: argparse.Namespace) -> int:
    from index.aligning.align import STATUSES
    from index.aligning.describe import comparison_to_json, say_comparison, say_counts, select
    from index.describe import to_line

    comparison = _find_comparison(options)
    pairs = select(comparison, STATUSES if options.all else STATUSES[1:])
    if options.docx:
        from index.aligning.word_table import write_word_table

        _write(options.docx, write_word_table(comparison, pairs))
    if options.json:
        print(to_line(comparison_to_json(comparison, pairs)))
    elif options.docx:
        print(f"{say_counts(comparison)}\nĐã ghi bảng so sánh vào {options.docx}. Mở tệp bằng Word để xem.")
    else:
        print(say_comparison(comparison, pairs))
    return 0


def _find_comparison(options: argparse.Namespace) -> Comparison:
    from index.aligning.comparison import compare_documents, compare_version
    from index.encode import model_fingerprint
    from index.settings import load_settings
    from ingest.store import open_library

    if (options.new is None) == (options.version is None):
        raise UsageError(_ONE_OF_BOTH)
    settings = load_settings()
    model = model_fingerprint(settings.model)
    with open_library(settings.home, settings.sight) as library:
        if options.version is None:
            return compare_documents(library, model, options.old, options.new)
        return compare_version(library, model, options.old, options.version)


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError as error:
        raise LibraryError(f"Không ghi được {file} ({explain(error)}). Hãy chọn chỗ khác cho tệp Word.") from error
