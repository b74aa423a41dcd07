"""Open the library, whole or as one reader may see it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ingest.store.connection import LIBRARY_FILE, connect, explained
from ingest.store.library import Library
from ingest.store.schema import STEPS
from ingest.store.sight import EVERYTHING, Sight, narrow


def open_library(folder: Path, sight: Sight = EVERYTHING, writer: Sight = EVERYTHING) -> Library:
    """The library in *folder*, made where there is none.

    Args:
        sight: Of who opens it. Where something is kept from him nothing can be written.
        writer: Of him for whom it is written, where it is open as a whole: he adds nothing to what he does not see.

    Raises:
        LibraryError: If the folder cannot be written, or the file is no library of ours.
    """
    file = folder / LIBRARY_FILE
    connection = connect(file, STEPS)
    try:
        with explained(file):
            library = Library(connection, folder, sight, narrow(connection, sight))
            library._access.writer = writer
            return library
    except BaseException:  # also where it is stopped by hand: no connection is left open; it is raised again
        connection.close()
        raise


@contextmanager
def read_library(folder: Path, sight: Sight = EVERYTHING) -> Iterator[Library]:
    """As :func:`open_library`, to read alone: what is read within is of one state, whatever others write meanwhile."""
    with open_library(folder, sight) as library, library._access.one_state():
        yield library
