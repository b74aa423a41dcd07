"""The documents that were opened last: the tree of a large one takes longer to read than the answer to find."""

from __future__ import annotations

import threading
from collections import OrderedDict

from ingest.errors import NotHeldError
from ingest.models import Document
from ingest.store import Library

MOST_DOCUMENTS = 16


class Shelf:
    """Documents of one library, kept while it stays as it is; several threads may share it."""

    def __init__(self, most: int = MOST_DOCUMENTS) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._state = ""
        self._documents: OrderedDict[str, Document] = OrderedDict()

    def open(self, library: Library, document_id: str) -> Document | None:
        """The document of that id; ``None`` where it is not held, or no longer."""
        state = library.state
        with self._lock:
            if self._state != state:
                self._state = state
                self._documents.clear()
            if document_id in self._documents:
                self._documents.move_to_end(document_id)
                return self._documents[document_id]
        try:
            document = library.get(document_id)  # outside of the lock: others need not wait for it
        except NotHeldError:
            return None
        with self._lock:
            if self._state == state:
                self._documents[document_id] = document
                while len(self._documents) > self._most:
                    self._documents.popitem(last=False)
        return document
