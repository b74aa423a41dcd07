"""What reading on this machine depends on, as one short mark: where it is the same, a file is read the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import ingest
from ingest.readers.word.office import find_office

_PACKAGES = ("lxml", "msdoc2docx", "openpyxl", "pdfplumber", "pypdfium2", "pytesseract", "viparse", "xlrd")


def mark_abilities() -> str:
    """Another mark than before where our rules, a library, Tesseract with its languages or LibreOffice has changed."""
    from ingest.readers.printed.ocr import find_tesseract  # only when asked: others start at once

    parts = (_hash_rules(), *_find_versions(), str(find_tesseract()), str(find_office()))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


@cache
def _hash_rules() -> str:
    """Of every module that reads, so that nobody has to remember to count a version up."""
    digest = hashlib.sha256()
    for module in sorted(Path(ingest.__file__).parent.rglob("*.py")):
        digest.update(module.read_bytes())
    return digest.hexdigest()


def _find_versions() -> Iterator[str]:
    for package in _PACKAGES:
        try:
            yield f"{package} {version(package)}"
        except PackageNotFoundError:
            yield package
