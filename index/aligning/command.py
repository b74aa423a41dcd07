"""``python -m index compare``: two documents side by side, clause by clause."""

from __future__ import annotations

import argparse
from pathlib import Path

from ingest.errors import LibraryError
from ingest.system import explain


def add_options(command: argparse.ArgumentParser) -> None:
    """The words that the command understands."""
    for name, words in (("old", "bản cũ: mã, số ký hiệu hoặc tên"), ("new", "bản mới")):
        command.add_argument(name, metavar="BẢN_CŨ" if name == "old" else "BẢN_MỚI", help=words)
    command.add_argument("--all", action="store_true", help="kể cả những mục giống nhau")
    command.add_argument("--json", action="store_true", help="in cho chương trình, dạng JSON")
    command.add_argument("--docx", type=Path, metavar="TỆP", help="ghi bảng so sánh ra tệp Word")
    command.set_defaults(act=_compare)


def _compare(options: argparse.Namespace) -> int:
    from index.aligning.align import STATUSES
    from index.aligning.comparison import compare_documents
    from index.aligning.describe import comparison_to_json, say_comparison, say_counts, select
    from index.describe import to_line
    from index.encode import model_fingerprint
    from index.settings import load_settings
    from ingest.store import open_library

    settings = load_settings()
    with open_library(settings.home) as library:
        comparison = compare_documents(library, model_fingerprint(settings.model), options.old, options.new)
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


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError as error:
        raise LibraryError(f"Không ghi được {file} ({explain(error)}). Hãy chọn chỗ khác cho tệp Word.") from error
