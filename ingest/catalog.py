"""Bibliographic records of known documents, from ``data/catalog/``: one TOML file each.

Only facts seen on a public page are recorded as known; each record carries its evidence.
"""

from __future__ import annotations

import datetime
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CATALOG_FOLDER = Path(__file__).parent.parent / "data" / "catalog"


@dataclass(frozen=True, slots=True)
class Record:
    """A document that exists, whether or not the library holds its text.

    Attributes:
        other_names: Names it is cited by, as "Nghị quyết Trung ương 4 khóa XII".
        evidence: Address of the page where number, date and title were seen.
    """

    number: str
    date: datetime.date
    type: str
    title: str
    term: str
    other_names: tuple[str, ...]
    evidence: str


@cache
def read_catalog(folder: Path = CATALOG_FOLDER) -> tuple[Record, ...]:
    """Every record, by file name.

    Raises:
        TypeError: If a file lacks a field or has one too many.
    """
    files = sorted(folder.glob("*.toml"))
    return tuple(_read_record(tomllib.loads(file.read_text(encoding="utf-8"))) for file in files)


def _read_record(fields: dict[str, object]) -> Record:
    names = fields.pop("other_names", [])
    if not isinstance(names, list):
        raise TypeError(f"other_names is a list of names, not {names!r}")
    return Record(**fields, other_names=tuple(names))  # type: ignore[arg-type] # TOML is checked by the field names


def find_record_by_name(name: str) -> Record | None:
    """The record that bears *name* among its other names."""
    return next((record for record in read_catalog() if name in record.other_names), None)
