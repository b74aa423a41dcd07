"""Bytes -> raw text: one module per family of files, chosen by content and never by the name alone."""

from ingest.readers.kinds import read_bytes, read_file, read_text

__all__ = ["read_bytes", "read_file", "read_text"]
