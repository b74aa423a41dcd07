"""Bytes -> raw text: one module per family of files, chosen by content and never by the name alone."""

from ingest.readers.kinds import read_bytes, read_content, read_file
from ingest.readers.reading import PAGE_BREAK, Page, Reading, unpaged
from ingest.readers.recognise import find_kind

__all__ = ["PAGE_BREAK", "Page", "Reading", "find_kind", "read_bytes", "read_content", "read_file", "unpaged"]
