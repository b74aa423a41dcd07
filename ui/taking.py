"""Files that were dropped on the page, read and kept behind it: what became of those that are done."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from ingest.adding import Outcome, Progress, add_files
from ingest.console import make_printable
from ingest.describe_adding import has_changed
from ingest.fit_names import fit_name
from ingest.language import tr
from ingest.readers.apart import open_readers
from ui import services
from ui.building import Report, Work
from ui.visitor import open_held, open_whole, recording, require

MOST_FILES = 1000
MOST_BYTES = 2 * 1024**3
"""Of one drop: what is dropped on a page is held in memory until it is read."""
_TOO_MANY = (
    "Mỗi lần nhận tối đa {files} tệp, {size} GB; lần này có {given} tệp, chưa tệp nào được nhận. Hãy thêm từng phần, "
    "hoặc nhờ người phụ trách máy thêm cả thư mục ở cửa sổ lệnh."
)
TAKING_BUG = (
    "Việc thêm tệp dừng vì một lỗi của chương trình; những tệp đã báo xong vẫn được giữ. Hãy thêm lại các tệp kia; nếu "
    "vẫn vậy, hãy gửi nhật ký ở cửa sổ lệnh cho người quản trị."
)


class Taking(Work):
    """One drop. It goes on when its page is left, and belongs to who dropped it.

    Attributes:
        outcomes: What became of the files that are done, in the order of ending.
    """

    def __init__(self, uploads: Sequence[tuple[str, bytes]], into: str | None = None) -> None:
        """*into*: name of a collection that all of it is laid into as it comes."""
        super().__init__(self._take, "add", TAKING_BUG)
        self._uploads, self._into = tuple(uploads), into
        self.outcomes: list[Outcome] = []

    def _take(self, report: Report) -> None:
        report(tr("Đang mở tệp"), 0, len(self._uploads))

        def follow(progress: Progress) -> None:
            step = tr("Đang đọc {name}", name=make_printable(progress.reading))
            report(step, progress.done, max(1, progress.total))

        for outcome in _take_uploads(self._uploads, self._into, follow):
            self.outcomes.append(outcome)
        self._uploads = ()
        if has_changed(self.outcomes):
            services.build_if_needed()  # here, as its page may have been left meanwhile


def explain_excess(sizes: Sequence[int]) -> str:
    """Why files of so many bytes each are too much for one drop; empty where they are not."""
    if len(sizes) <= MOST_FILES and sum(sizes) <= MOST_BYTES:
        return ""
    return tr(_TOO_MANY, files=MOST_FILES, size=MOST_BYTES // 1024**3, given=len(sizes))


def name_documents(outcomes: Sequence[Outcome]) -> dict[str, str]:
    """Id -> name, of what the files became and of what they are nearly the same as.

    Raises:
        LibraryError: If the library cannot be read.
    """
    added = [one.added for one in outcomes if one.added]
    ids = {one.document_id for one in added} | {near.document_id for one in added for near in one.near}
    with open_held() as library:
        return {document_id: record.label for document_id, record in library.find_records(ids).items()}


def _take_uploads(
    uploads: Sequence[tuple[str, bytes]], into: str | None, follow: Callable[[Progress], None]
) -> Iterator[Outcome]:
    """Read and keep files given by name and bytes, yielding as each is done; archives among them are opened.

    Raises:
        LibraryError: If the library cannot be written; what was yielded before is kept.
    """
    require("librarian")
    with (
        tempfile.TemporaryDirectory(prefix="vankien-") as folder,
        open_whole(shelves=[into] if into else []) as library,
        recording("add", [name for name, _ in uploads], into or "") as record,
        open_readers() as readers,
    ):
        files = [_put(Path(folder), place, name, content) for place, (name, content) in enumerate(uploads)]
        for outcome in add_files(library, files, readers, into=into, follow=follow):
            if outcome.added:
                record.note(outcome.added.document_id)
            yield outcome


def _put(folder: Path, place: int, name: str, content: bytes) -> Path:
    """A file of that name, in a folder of its own: two that are dropped may be called the same."""
    file = folder / str(place) / fit_name(name)
    file.parent.mkdir()
    file.write_bytes(content)
    return file
