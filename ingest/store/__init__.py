"""The library: one SQLite file, the only truth; everything else can be built again from it."""

from ingest.store.citing import Mention
from ingest.store.connection import library_folder
from ingest.store.library import Library, open_library
from ingest.store.values import Added, Held

__all__ = ["Added", "Held", "Library", "Mention", "library_folder", "open_library"]
