"""The commands of ``python -m ingest``, gathered by what they do to the library."""
