"""Files and folders -> the library, one outcome a file; one bad file stops nothing."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.documents import read_document
from ingest.errors import ReadingError
from ingest.readers import read_content, read_file
from ingest.store import Added, Library, hash_content
from ingest.system import explain


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: either *added* or *error*."""

    file: Path
    added: Added | None = None
    error: ReadingError | None = None


def find_files(paths: Iterable[Path]) -> list[Path]:
    """The files that *paths* name, folders walked, each once, in a fixed order; hidden files are left out.

    What cannot be read stays in the list, and reading it says why: a folder without a file, one that is not
    permitted, a broken link, and a link to a folder met on the way, which is not followed.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises on a name too long or a folder not permitted
            found.update(dict.fromkeys(sorted(_walk(path)) or [path]))
        else:
            found[path] = None
    return list(found)


def _walk(folder: Path) -> Iterator[Path]:
    """What *folder* holds to be read, and what cannot be opened in it; in no order."""
    shut: list[Path] = []
    for here, folders, files in os.walk(folder, onerror=lambda error: shut.append(Path(error.filename))):
        folders[:] = [name for name in folders if not _is_hidden(name)]
        inside = (Path(here, name) for name in (*files, *folders) if not _is_hidden(name))
        yield from (path for path in inside if os.path.islink(path) or _is_file(path))  # noqa: PTH114 - as above
    yield from shut


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
    if os.path.isdir(file):  # noqa: PTH112 - as above
        raise _refuse_folder(file)
    content = read_file(file)
    return library.recognise(hash_content(content)) or library.add(
        read_document(read_content(content, file), file), content
    )


def _refuse_folder(folder: Path) -> ReadingError:
    try:
        os.listdir(folder)  # noqa: PTH208 - only to see whether it opens
    except OSError as error:
        return ReadingError(folder, f"không mở được thư mục ({explain(error)})", "Hãy xin quyền đọc rồi thêm lại.")
    if folder.is_symlink() and any(True for _ in _walk(folder)):
        advice = f"Hãy thêm thẳng thư mục đó: python -m ingest add {os.path.realpath(folder)}"
        return ReadingError(folder, "đây là liên kết tới thư mục khác, chưa đọc bên trong", advice)
    return ReadingError(folder, "thư mục không có tệp nào để đọc", "Hãy chọn thư mục khác.")


def _is_file(path: Path) -> bool:
    """Whether it is to be read: a file, or what cannot be looked at, so that reading it says why."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return True
    return stat.S_ISREG(mode)


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$"))
