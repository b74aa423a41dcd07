"""The library: one SQLite file, the only truth; everything else can be built again from it."""

from ingest.store.citing import Mention
from ingest.store.connection import library_folder
from ingest.store.inserting import hash_content
from ingest.store.library import Library
from ingest.store.opening import open_library, read_library
from ingest.store.values import Added, Backup, Collection, Correction, Held, Near, Origin, Original, Tried, Version

__all__ = [
    "Added",
    "Backup",
    "Collection",
    "Correction",
    "Held",
    "Library",
    "Mention",
    "Near",
    "Origin",
    "Original",
    "Tried",
    "Version",
    "hash_content",
    "library_folder",
    "open_library",
    "read_library",
]
