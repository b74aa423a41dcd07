"""``python -m ingest``: files into the library, and what is in it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from ingest.console import Parser, run


def main(arguments: Sequence[str]) -> int:
    """Exit code of the command in *arguments*."""
    options = _parser().parse_args(arguments)
    from ingest.commands.recording import act_recorded  # as below

    return act_recorded(options)


def _parser() -> argparse.ArgumentParser:
    from ingest.commands import (  # here a Ctrl+C is answered
        accounting,
        auditing,
        changing,
        collecting,
        examining,
        fetching,
        looking,
        safekeeping,
        taking,
    )

    parser = Parser(
        "python -m ingest", "Thư viện văn bản: thêm, theo dõi, xem, sửa, bỏ, khôi phục, sao lưu, kiểm tra, tài khoản."
    )
    commands = parser.add_subparsers(title="lệnh", metavar="LỆNH", required=True, dest="command")

    def command(name: str, words: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=words, prog=f"python -m ingest {name}", description=words)

    for room in (taking, fetching, looking, changing, collecting, safekeeping, examining, accounting, auditing):
        room.enrol(command)
    return parser


if __name__ == "__main__":
    sys.exit(run(main))
