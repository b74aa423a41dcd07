"""Files and folders -> the library, one outcome a file; one bad file stops nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.documents import read_document
from ingest.errors import ReadingError
from ingest.readers import read_file, read_text
from ingest.store import Added, Library


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: either *added* or *error*."""

    file: Path
    added: Added | None = None
    error: ReadingError | None = None


def find_files(paths: Iterable[Path]) -> list[Path]:
    """The files that *paths* name, folders walked, each once, in a fixed order; hidden files are left out.

    A folder without a file to read stays in the list: reading it says so, and the others are still read.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = sorted(file for file in path.rglob("*") if file.is_file() and not _is_hidden(file, path))
            found.update(dict.fromkeys(inside or [path]))
        else:
            found[path] = None
    return list(found)


def add_files(library: Library, files: Iterable[Path]) -> Iterator[Outcome]:
    """Read and keep *files*, yielding as each is done. A bad file changes nothing in the library.

    Raises:
        LibraryError: If the library cannot be written; what was yielded before is kept.
    """
    for file in files:
        try:
            yield Outcome(file, added=_add_file(library, file))
        except ReadingError as error:
            yield Outcome(file, error=error)


def _add_file(library: Library, file: Path) -> Added:
    if file.is_dir():
        raise ReadingError(file, "thư mục không có tệp nào để đọc", "Hãy chọn thư mục khác.")
    content = read_file(file)
    return library.recognise(content) or library.add(read_document(read_text(content, file), file), content)


def _is_hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith((".", "~$")) for part in file.relative_to(folder).parts)
