"""The full text of a catalogued document: fetched from its addresses in turn, judged, kept or set aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from ingest.accepting import Difference, find_differences, says_nothing
from ingest.adding import Readers
from ingest.durable import write_durably
from ingest.errors import FetchError, ReadingError
from ingest.fetch import Fetched, Fetcher
from ingest.fit_names import fit_name
from ingest.language import fill, speaking, tr
from ingest.models import Document
from ingest.records import Record
from ingest.store import Added, Library, Origin, hash_content
from ingest.store.connection import explained

SET_ASIDE = "set-aside"
"""Name of the folder, below the library's, of files that came under the wrong name."""
_NO_FIT = "Tải từ {address} khi cần {name}, nhưng không khớp danh mục:"
_HASH_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Tried:
    """What one address gave.

    Attributes:
        error: Why it gave no text, or no text at all could be read.
        differences: What of the record its text does not bear out.
        kept_at: Where the file was set aside.
    """

    address: str
    error: FetchError | ReadingError | None = None
    differences: tuple[Difference, ...] = ()
    kept_at: Path | None = None

    @property
    def gave(self) -> str:
        """What it gave in place of the document, in words."""
        if says_nothing(self.differences):
            return tr("một trang không có văn bản (trang báo lỗi, đăng nhập hoặc mục lục)")
        return tr("một văn bản khác")


@dataclass(frozen=True, slots=True)
class Got:
    """What became of one document: *added*, or every address *tried* in vain."""

    record: Record
    added: Added | None
    tried: tuple[Tried, ...]


@dataclass(frozen=True, slots=True)
class Fetching:
    """Fetches texts into a library.

    Attributes:
        aside: Folder for files that came under the wrong name; made when first needed.
    """

    fetcher: Fetcher
    library: Library
    readers: Readers
    aside: Path

    def fetch(self, record: Record, addresses: Iterable[str]) -> Got:
        """The text of *record* from the first of *addresses* that gives this document and no other.

        A file that gives another is set aside with what differed; nothing else of it is kept.

        Raises:
            LibraryError: If the library cannot be written.
        """
        tried: list[Tried] = []
        for address in _securely(addresses):
            try:
                fetched = self.fetcher.fetch(address)
                read = self.readers.read_from(fetched.content, Path(fetched.name)).result()
            except (FetchError, ReadingError) as error:
                tried.append(Tried(address, error))
                continue
            if differences := find_differences(read.document, record):
                kept_at = self._set_aside(record, fetched, differences)
                tried.append(Tried(address, differences=tuple(differences), kept_at=kept_at))
                continue
            return Got(record, self._keep(read.kind, read.document, fetched), tuple(tried))
        return Got(record, None, tuple(tried))

    def _keep(self, kind: str, document: Document, fetched: Fetched) -> Added:
        named = replace(document, metadata=replace(document.metadata, source=fetched.name))
        return self.library.add(named, fetched.content, Origin(kind, fetched.address))

    def _set_aside(self, record: Record, fetched: Fetched, differences: Iterable[Difference]) -> Path:
        """The file, named after what it was asked for; what differed stands beside it."""
        why = fill(_NO_FIT, address=fetched.address, name=record.name)
        with speaking("vi"):  # it is kept
            said = [why, *map(str, differences)]
        suffix = Path(urlsplit(fetched.address).path).suffix[:8] or ".html"
        stem = f"{record.id.replace('/', '-')}-{hash_content(fetched.content)[:_HASH_SHOWN]}"
        file = self.aside / fit_name(f"{stem}{suffix}")
        reason = self.aside / fit_name(f"{stem}.ly-do.txt")
        with explained(file):
            try:
                self.aside.mkdir(parents=True, exist_ok=True)
                write_durably(file, fetched.content)
                write_durably(reason, ("\n".join(said) + "\n").encode())
            except OSError:  # a full disk: nothing half written stays
                file.unlink(missing_ok=True)
                reason.unlink(missing_ok=True)
                raise
        return file


def _securely(addresses: Iterable[str]) -> Iterator[str]:
    """Each address once, its secure form first."""
    forms = (form for one in addresses for form in (one.replace("http://", "https://", 1), one))
    return iter(dict.fromkeys(forms))
