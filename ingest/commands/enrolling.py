"""How a room of commands makes itself known to the door."""

from __future__ import annotations

import argparse
from typing import Protocol


class Enrol(Protocol):
    """Adds a command, its name and what it does in words; the parser of its own words."""

    def __call__(self, name: str, words: str) -> argparse.ArgumentParser:
        """*words* are shown in the list of commands and above the command's own help."""


def add_document(parser: argparse.ArgumentParser) -> None:
    """The word that names one document."""
    parser.add_argument("document", metavar="VĂN_BẢN", help="mã hoặc số ký hiệu, xem bằng lệnh list")
